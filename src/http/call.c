/* call.c - one way for every call: check, begin, serve, commit, answer. */
#include "http/call.h"

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/rnd.h"
#include "base/str.h"
#include "conf/conf.h"
#include "http/app.h"
#include "http/intake.h"
#include "http/idempotency.h"
#include "http/metrics.h"
#include "kind/roles.h"

#define REPLY_MAX (64u << 20)

/* A call on its way through a lane. */
struct call_work {
	struct work work;
	struct call c;
};

enum err
call_read(struct call *c, void *out)
{
	return js_read(c->body, c->t.a, c->route->in, c->route->n_in, out,
		       &c->t.why);
}

enum err
call_version(struct call *c, int64_t *out)
{
	struct str s = http_header(c->req, "If-Match");

	if (s.n == 0)
		return fail(&c->t.why, ERR_NO_VERSION,
			    "send If-Match with the version that you have seen",
			    "请在 If-Match 中提供您看到的版本号");
	if (s.n >= 2 && s.p[0] == '"' && s.p[s.n - 1] == '"')
		s = (struct str){ s.p + 1, s.n - 2 };
	if (!str_to_int(s, 1, INT64_MAX, out))
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "If-Match must be a version like \"3\"",
			    "If-Match 应为版本号，如 \"3\"");
	return OK;
}

void
call_json(struct call *c, int status)
{
	c->reply = (struct http_reply){ .status = status,
					.type = "application/json",
					.body = buf_open(REPLY_MAX),
					.gzip = true };
	c->out = jw_open(&c->reply.body);
}

void
call_empty(struct call *c, int status)
{
	c->reply = (struct http_reply){ .status = status };
}

void
call_header(struct call *c, const char *name, const char *fmt, ...)
{
	char value[512];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(value, sizeof(value), fmt, ap);
	va_end(ap);
	http_reply_header(&c->reply, c->req, name, "%s", value);
}

const char *
call_label(const struct call *c, struct label label)
{
	return label_in(label, c->t.lang);
}

static enum err
check_csrf(struct call *c)
{
	struct str sent = http_header(c->req, "X-CSRF-Token");
	size_t n = strlen(c->session.csrf);

	if (c->session.is_token || strcmp(c->route->verb, "GET") == 0)
		return OK;
	if (n > 0 && sent.n == n && secret_eq(sent.p, c->session.csrf, n))
		return OK;
	return fail(&c->t.why, ERR_CSRF,
		    "the header X-CSRF-Token is missing or old: load the page "
		    "again",
		    "缺少 X-CSRF-Token 或已过期：请刷新页面");
}

static enum err
check_rate(struct call *c, struct str key)
{
	if (rate_pass(c->app->rates, c->route->rate, key, time_mono_us()))
		return OK;
	c->t.why.retry_ms = MINUTE_MS;
	return fail(&c->t.why, ERR_RATE,
		    "too many requests; wait a minute and try again",
		    "请求过于频繁，请一分钟后重试");
}

static enum may
may_of(const struct call *c)
{
	enum may may = c->route->may;

	if (may == MAY_BY_REG_READ)
		return c->reg->read;
	if (may == MAY_BY_REG_EDIT)
		/* The edges of a process name their own permissions. */
		return c->reg->process != NULL ? c->reg->read : c->reg->edit;
	return may;
}

/* What the caller shows: a program its token, a browser its cookie. */
static struct str
secret_of(struct http_req *req, bool *is_token)
{
	struct str bearer = http_header(req, "Authorization");

	*is_token = str_starts(bearer, STR("Bearer "));
	return *is_token ? str_skip(bearer, 7) :
			   http_cookie(req, "anwei_session");
}

static enum err
find_session(struct call *c)
{
	bool is_token;
	struct str cookie = secret_of(c->req, &is_token);

	if (cookie.n == 0)
		return fail(&c->t.why, ERR_UNAUTHENTICATED, "please sign in",
			    "请先登录");
	return session_find(c->app->sessions, c->t.db, c->t.a, cookie, is_token,
			    c->t.now_ms, &c->session, &c->t.who, &c->t.why);
}

/* Who is it, may he, and is it really he? */
static enum err
authorise(struct call *c)
{
	char key[24];

	if (c->route->may == MAY_ANYONE)
		return check_rate(c, http_peer(c->req));
	TRY(find_session(c));
	(void)snprintf(key, sizeof(key), "%lld", (long long)c->t.who.user);
	TRY(check_rate(c, str_of(key)));
	TRY(check_csrf(c));
	c->t.who.may |= MAY_BIT(MAY_SIGN_IN);
	if (c->session.must_change_password && c->route->may != MAY_SIGN_IN)
		return fail(&c->t.why, ERR_PASSWORD_EXPIRED,
			    "change your password first", "请先修改密码");
	return task_may(&c->t, may_of(c));
}

static enum err
check_type(struct call *c)
{
	struct str type = http_header(c->req, "Content-Type");

	if (c->route->raw || c->body.n == 0 ||
	    str_starts(type, STR("application/json")))
		return OK;
	return fail(&c->t.why, ERR_TYPE, "the body must be application/json",
		    "请求体应为 application/json");
}

static enum err
serve(struct call *c)
{
	bool answered = false;

	TRY(authorise(c));
	TRY(check_type(c));
	TRY(idempotency_find(c, &answered));
	if (answered)
		return OK;
	TRY(c->route->serve(c));
	if (c->reply.body.full)
		return fail(&c->t.why, ERR_TOO_BIG,
			    "the answer is too big: ask for less",
			    "结果过大，请缩小范围");
	return idempotency_keep(c);
}

static enum err
call_run(struct work *w, struct db *db, struct why *why)
{
	struct call *c = &((struct call_work *)w)->c;
	enum err rc;

	c->t.db = db;
	c->t.now_ms = time_now_ms();
	rc = serve(c);
	if (rc != OK)
		*why = c->t.why;
	return rc;
}

static void
log_failure(const struct call *c, enum err rc, const struct why *why)
{
	if (err_status(rc) < 500)
		return;
	log_limited(LOG_ERROR, LOG_HTTP, "call_failed", str_of(c->route->path),
		    10, "verb=%s path=%s code=%s why=\"%s\" detail=\"%s\"",
		    c->route->verb, c->route->path, err_word(rc),
		    why->text[LANG_EN], why->detail);
}

static void
answer_failure(struct call *c, enum err rc, const struct why *why)
{
	if (c->reply.fd > 0)
		(void)close(c->reply.fd);
	problem_write(c, rc, why);
	if (why->retry_ms > 0)
		call_header(c, "Retry-After", "%lld",
			    (long long)((why->retry_ms + 999) / 1000));
	http_answer(c->req, &c->reply);
}

/* Where a listener wants to go on: its last event. */
static struct str
feed_from(const struct call *c)
{
	struct str last = http_header(c->req, "Last-Event-ID");

	return last.n > 0 ? last : http_query(c->req, "from");
}

/* Customers hear of what their role may read and of nothing else: no alarms,
 * no persons of the company. */
static bool
may_customers_hear(const struct event *e)
{
	const struct reg *r = reg_find(str_of(e->reg));

	return e->customer != 0 && r != NULL && r->read != MAY_NOTHING &&
	       (roles_may(ROLE_BIT(ROLE_CUSTOMER)) & MAY_BIT(r->read)) != 0;
}

void
app_publish(const struct app *app, const struct task *t)
{
	struct task own = *t;

	session_events(app->sessions, t->events);
	feed_put(app->feed, t->events);
	own.events = NULL;
	for (const struct event *e = t->events; e != NULL; e = e->next) {
		struct event copy = *e;

		if (strcmp(e->reg, "user") == 0)
			feed_leave(app->feed, e->row);
		copy.org = e->customer;
		if (may_customers_hear(e))
			task_event(&own, copy);
	}
	feed_put_heard(app->feed, own.events);
}

static void
call_done(struct work *w, enum err rc, const struct why *why)
{
	struct call *c = &((struct call_work *)w)->c;

	if (rc == OK) {
		app_publish(c->app, &c->t);
		if (c->is_feed)
			http_answer_feed(c->req, c->app->feed,
					 c->t.who.customer != 0 ?
					     c->t.who.customer :
					     c->t.who.org,
					 c->t.who.user, feed_from(c));
		else
			http_answer(c->req, &c->reply);
		return;
	}
	log_failure(c, rc, why);
	answer_failure(c, rc, why);
}

static struct lane *
lane_for(const struct app *app, enum tx tx)
{
	switch (tx) {
	case TX_READ:
		return app->readers;
	case TX_WRITE:
		return app->writer;
	case TX_NONE:
		break;
	}
	return app->workers;
}

static struct call_work *
call_new(struct http_req *req, const struct app *app)
{
	struct arena *a = http_arena(req);
	struct call_work *w = ARENA_NEW(a, struct call_work);

	w->work.run = call_run;
	w->work.done = call_done;
	w->c.req = req;
	w->c.app = app;
	w->c.body = http_body(req);
	w->c.t = task_open(NULL, a, 0, (struct actor){ 0 });
	w->c.t.lang = http_lang(req);
	return w;
}

/* Who may see the figures: addresses of the setting metrics.allow. */
static bool
may_see_metrics(const struct app *app, struct str peer)
{
	struct str rest = str_of(app->conf->metrics_allow);

	while (rest.n > 0)
		if (str_eq(str_trim(str_cut(rest, ',', &rest)), peer))
			return true;
	return false;
}

/* Figures that others keep, as they are now. */
static void
gather_metrics(const struct app *app)
{
	struct lane_figures w = lane_figures(app->writer);
	struct lane_figures r = lane_figures(app->readers);

	metric_set(METRIC_WRITE_GROUPS, (int64_t)w.groups);
	metric_set(METRIC_WRITE_PIECES, (int64_t)w.pieces);
	metric_set(METRIC_WRITE_WAITING, (int64_t)w.waiting);
	metric_set(METRIC_READ_WAITING, (int64_t)r.waiting);
	metric_set(METRIC_REFUSED_FULL, (int64_t)(w.refused + r.refused));
	metric_set(METRIC_LOG_ERRORS, (int64_t)log_count(LOG_ERROR));
	intake_measure(app->intake);
}

/* What needs no database must answer while the database does not. */
static bool
answer_inline(const struct app *app, struct http_req *req, struct str method)
{
	struct http_reply p = { .status = 200, .type = METRICS_TYPE };

	if (!str_is(method, "GET"))
		return false;
	if (str_is(http_path(req), "/healthz")) {
		http_answer_fixed(req, app->alive);
		return true;
	}
	if (!str_is(http_path(req), "/metrics"))
		return false;
	if (!may_see_metrics(app, http_peer(req))) {
		http_refuse(req, 0, ERR_FORBIDDEN);
		return true;
	}
	gather_metrics(app);
	p.body = buf_open(1u << 20);
	metrics_print(&p.body);
	http_answer(req, &p);
	return true;
}

void
app_serve(struct http_req *req, void *ctx)
{
	const struct app *app = ctx;
	struct call_work *w;
	struct call *c;
	struct str method = http_method(req);
	struct why why = { 0 };
	enum err rc;

	if (str_is(method, "HEAD"))
		method = STR("GET");
	if (answer_inline(app, req, method))
		return;
	w = call_new(req, app);
	c = &w->c;
	rc = route_find(method, http_path(req), &c->route, &c->reg, &c->id,
			&c->tail, &why);
	if (rc != OK) {
		if (rc == ERR_NOT_FOUND && app->files != NULL &&
		    !str_starts(http_path(req), STR("/api/")) &&
		    files_serve(app->files, req))
			return;
		problem_write(c, rc, &why);
		http_answer(req, &c->reply);
		return;
	}
	rc = lane_put(lane_for(app, c->route->tx), &w->work, &why);
	if (rc == OK)
		return;
	answer_failure(c, rc, &why);
}

/* Whoever sends more than this must be known before it is taken. */
#define STRANGER_MAX (1u << 20)

struct look {
	struct work work;
	const struct app *app;
	struct http_req *req;
};

static enum err
look_run(struct work *w, struct db *db, struct why *why)
{
	const struct look *l = (const struct look *)w;
	struct session session;
	struct actor who;
	bool is_token;
	struct str secret = secret_of(l->req, &is_token);

	return session_find(l->app->sessions, db, http_arena(l->req), secret,
			    is_token, time_now_ms(), &session, &who, why);
}

/* Waits for a reading connection when the session is not in memory: rare,
 * and only for large bodies. */
static bool
is_known(const struct app *app, struct http_req *req)
{
	struct look l = { .work = { .run = look_run }, .app = app, .req = req };
	struct session session;
	struct actor who;
	struct why why = { 0 };
	bool is_token;
	struct str secret = secret_of(req, &is_token);

	if (secret.n == 0)
		return false;
	return session_cached(app->sessions, http_arena(req), secret, is_token,
			      time_now_ms(), &session, &who) ||
	       lane_do(app->readers, &l.work, &why) == OK;
}

size_t
app_limit(struct http_req *req, void *ctx)
{
	const struct app *app = ctx;
	const struct route *route;
	const struct reg *reg;
	struct str tail;
	struct why why = { 0 };
	int64_t id;

	if (route_find(http_method(req), http_path(req), &route, &reg, &id,
		       &tail, &why) != OK)
		return 4096;
	if (route->body_max > STRANGER_MAX && !is_known(app, req))
		return STRANGER_MAX;
	return route->body_max;
}

/* A part of a TX_NONE call in a transaction of its own. */
struct part {
	struct work work;
	struct call *c;
	call_part_fn *fn;
	void *ctx;
	struct task t;
};

static enum err
part_run(struct work *w, struct db *db, struct why *why)
{
	struct part *p = (struct part *)w;
	enum err rc;

	p->t = p->c->t;
	p->t.db = db;
	p->t.events = NULL;
	p->t.now_ms = time_now_ms();
	p->t.why.n_faults = 0;
	p->t.why.code = OK;
	rc = p->fn(&p->t, p->ctx);
	if (rc != OK)
		*why = p->t.why;
	return rc;
}

static enum err
part_do(struct call *c, struct lane *lane, call_part_fn *fn, void *ctx)
{
	struct part p = {
		.work = { .run = part_run }, .c = c, .fn = fn, .ctx = ctx
	};
	struct why *why = &c->t.why;
	enum err rc = lane_do(lane, &p.work, why);

	if (rc == OK)
		app_publish(c->app, &p.t);
	return rc;
}

enum err
call_write(struct call *c, call_part_fn *fn, void *ctx)
{
	return part_do(c, c->app->writer, fn, ctx);
}

enum err
call_read_part(struct call *c, call_part_fn *fn, void *ctx)
{
	return part_do(c, c->app->readers, fn, ctx);
}
