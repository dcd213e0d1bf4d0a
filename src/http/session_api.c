/*
 * session_api.c - signing in and out, passwords, second factor
 * (doc/api.md, "Sessions").
 *
 * Whatever hashes is TX_NONE: it runs on a worker, and only its short parts
 * take a lane.
 */
#include <string.h>

#include "base/rnd.h"
#include "base/str.h"
#include "http/api.h"
#include "http/app.h"
#include "kind/may.h"
#include "org/account.h"

#define COOKIE "anwei_session"

/* What the answer "Session" shows. */
struct shown {
	struct account account;
	struct org org;
	struct str roles;
};

static enum err
shown_load(struct task *t, void *ctx)
{
	struct shown *s = ctx;
	struct str words;

	TRY(account_get(t, t->who.user, &s->account));
	TRY(org_get(t, t->who.org, &s->org));
	TRY(account_roles(t, t->who.user, &words));
	s->roles = words;
	return OK;
}

static void
put_user(struct jw *j, const struct account *a)
{
	jw_key(j, "user");
	jw_begin(j, '{');
	jw_key(j, "id");
	jw_id(j, a->id);
	jw_key(j, "login");
	jw_str(j, a->login);
	jw_key(j, "name");
	jw_str(j, a->name);
	jw_end(j, '}');
}

static void
put_org(struct jw *j, const struct org *o)
{
	jw_key(j, "org");
	jw_begin(j, '{');
	jw_key(j, "id");
	jw_id(j, o->id);
	jw_key(j, "name");
	jw_str(j, o->name);
	jw_key(j, "zone");
	jw_str(j, o->zone);
	jw_key(j, "demo");
	jw_bool(j, o->is_demo);
	jw_end(j, '}');
}

void
answer_words(struct jw *j, const char *key, struct str words)
{
	jw_key(j, key);
	jw_begin(j, '[');
	while (words.n > 0)
		jw_str(j, str_cut(words, ',', &words));
	jw_end(j, ']');
}

/* A word that is no role any more has no label. */
static void
put_role_labels(struct jw *j, struct str words)
{
	const struct role *r;

	jw_key(j, "role_labels");
	jw_begin(j, '{');
	while (words.n > 0) {
		r = role_find(str_cut(words, ',', &words));
		if (r == NULL)
			continue;
		jw_key(j, r->name);
		jw_begin(j, '{');
		jw_key(j, "zh");
		jw_text(j, r->label.zh);
		jw_key(j, "en");
		jw_text(j, r->label.en);
		jw_end(j, '}');
	}
	jw_end(j, '}');
}

static void
put_permissions(struct jw *j, uint64_t set)
{
	jw_key(j, "permissions");
	jw_begin(j, '[');
	for (int i = MAY_SIGN_IN + 1; i < MAY_N; i++) {
		if ((set & MAY_BIT(i)) != 0)
			jw_text(j, may_word((enum may)i));
	}
	jw_end(j, ']');
}

static void
answer_session(struct call *c, const struct shown *s)
{
	struct jw *j;

	call_json(c, 200);
	j = &c->out;
	jw_begin(j, '{');
	put_user(j, &s->account);
	put_org(j, &s->org);
	answer_words(j, "roles", s->roles);
	put_role_labels(j, s->roles);
	put_permissions(j, c->t.who.may);
	jw_key(j, "staff");
	jw_id(j, s->account.staff);
	jw_key(j, "customer");
	jw_id(j, c->t.who.customer);
	jw_key(j, "csrf");
	jw_text(j, c->session.csrf);
	jw_key(j, "totp");
	jw_bool(j, s->account.totp_on);
	jw_key(j, "must_change_password");
	jw_bool(j, c->session.must_change_password);
	jw_key(j, "idle_ms");
	jw_int(j, c->session.idle_ms);
	jw_key(j, "expires_ms");
	jw_int(j, c->session.expires_ms);
	jw_key(j, "version");
	jw_text(j, ANWEI_VERSION);
	jw_key(j, "node");
	jw_int(j, id_node_number());
	jw_end(j, '}');
	call_header(c, "Cache-Control", "no-store");
}

/* The cookie lives as long as the session may at most. */
static void
put_cookie(struct call *c, const char *secret, int64_t age_ms)
{
	call_header(c, "Set-Cookie",
		    COOKIE "=%s; Path=/; HttpOnly; SameSite=Strict; "
			   "Max-Age=%lld%s",
		    secret, (long long)(age_ms / SECOND_MS),
		    http_is_tls(c->req) ? "; Secure" : "");
}

/* The proof's failure becomes the call's. */
static enum err
proof_result(struct call *c, const struct proof *p)
{
	if (p->rc == OK)
		return OK;
	c->t.why.code = p->why.code;
	c->t.why.retry_ms = p->why.retry_ms;
	for (int i = 0; i < LANG_N; i++)
		memcpy(c->t.why.text[i], p->why.text[i], WHY_TEXT_MAX);
	return p->rc;
}

static enum err
part_find(struct task *t, void *ctx)
{
	return proof_find(t, ctx);
}

static enum err
part_settle(struct task *t, void *ctx)
{
	return proof_settle(t, ctx);
}

/* POST /session */

struct sign_in {
	struct str login, password, totp;
};
/* clang-format off */
static const struct member sign_in_in[] = {
	{ "login",    MEMBER_TEXT, offsetof(struct sign_in, login),    true,  1, 200, LABEL("登录名", "Login") },
	{ "password", MEMBER_TEXT, offsetof(struct sign_in, password), true,  1, PASSWORD_MAX, LABEL("密码", "Password") },
	{ "totp",     MEMBER_TEXT, offsetof(struct sign_in, totp),     false, 0, 10, LABEL("动态口令", "Code") },
};
/* clang-format on */

struct opening {
	struct call *c;
	struct proof p;
	struct session_new session;
	char secret[SESSION_SECRET_BYTES];
	struct shown shown;
};

/* Counts the failure or opens the session, and reads what is shown. */
static enum err
part_open(struct task *t, void *ctx)
{
	struct opening *o = ctx;
	struct session_conf conf = session_cache_conf(o->c->app->sessions);

	TRY(proof_settle(t, &o->p));
	if (o->p.rc != OK)
		return OK;
	o->session.org = t->who.org = o->p.account.org;
	o->session.user = t->who.user = o->p.account.id;
	TRY(session_open(t, &conf, &o->session, o->secret));
	TRY(account_signed_in(t, o->p.address));
	TRY(shown_load(t, &o->shown));
	return session_find(o->c->app->sessions, t->db, t->a, str_of(o->secret),
			    false, t->now_ms, &o->c->session, &o->c->t.who,
			    &t->why);
}

static enum err
post_session(struct call *c)
{
	struct sign_in in = { 0 };
	struct opening o = { .c = c };

	TRY(call_read(c, &in));
	o.p = (struct proof){ .login = in.login,
			      .password = in.password,
			      .code = in.totp,
			      .address = http_peer(c->req),
			      .needs_code = true };
	o.session.address = o.p.address;
	o.session.agent = http_header(c->req, "User-Agent");
	TRY(call_read_part(c, part_find, &o.p));
	proof_test(&o.p, c->t.now_ms);
	TRY(call_write(c, part_open, &o));
	TRY(proof_result(c, &o.p));
	answer_session(c, &o.shown);
	put_cookie(c, o.secret, c->session.expires_ms - c->t.now_ms);
	secret_wipe(o.secret, sizeof(o.secret));
	return OK;
}

enum err
session_be_person(struct call *c)
{
	if (!c->session.is_token)
		return OK;
	return fail(&c->t.why, ERR_FORBIDDEN,
		    "a token may not do this: sign in",
		    "令牌不能执行此操作，请登录后再试");
}

enum err
session_be_settled(struct call *c)
{
	TRY(session_be_person(c));
	if (!c->session.must_change_password)
		return OK;
	return fail(&c->t.why, ERR_PASSWORD_EXPIRED,
		    "change your password first", "请先修改密码");
}

/* GET, DELETE /session */

static enum err
get_session(struct call *c)
{
	struct shown s;

	TRY(shown_load(&c->t, &s));
	answer_session(c, &s);
	return OK;
}

static enum err
part_end(struct task *t, void *ctx)
{
	const struct call *c = ctx;

	return session_end(t, c->session.id);
}

static enum err
part_end_all(struct task *t, void *ctx)
{
	(void)ctx;
	return session_end_user(t, t->who.user, 0);
}

static enum err
sign_out(struct call *c, call_part_fn *fn)
{
	TRY(session_be_person(c));
	TRY(call_write(c, fn, c));
	session_forget(c->app->sessions, c->t.who.user);
	feed_leave(c->app->feed, c->t.who.user);
	call_empty(c, 204);
	put_cookie(c, "", 0);
	return OK;
}

static enum err
delete_session(struct call *c)
{
	return sign_out(c, part_end);
}

static enum err
delete_session_all(struct call *c)
{
	return sign_out(c, part_end_all);
}

/* POST /session/password */

struct change {
	struct str old, new;
};
/* clang-format off */
static const struct member change_in[] = {
	{ "old", MEMBER_TEXT, offsetof(struct change, old), true, 1, PASSWORD_MAX, LABEL("原密码", "Old password") },
	{ "new", MEMBER_TEXT, offsetof(struct change, new), true, 1, PASSWORD_MAX, LABEL("新密码", "New password") },
};
/* clang-format on */

struct changing {
	struct proof p;
	struct password_new new;
	struct shown shown;
};

static enum err
part_change(struct task *t, void *ctx)
{
	struct changing *g = ctx;

	TRY(proof_settle(t, &g->p));
	if (g->p.rc != OK)
		return OK;
	TRY(account_password(t, &g->new));
	return shown_load(t, &g->shown);
}

static enum err
check_change(struct call *c, const struct change *in, const struct proof *p)
{
	static const struct label label = LABEL("新密码", "New password");

	if (str_eq(in->old, in->new))
		return fail_field(&c->t.why, "new", label, "same",
				  "is the old one", "与原密码相同");
	return password_policy(in->new, p->account.login, "new", &c->t.why);
}

/* What he may now do is more than before: the permissions are read anew. */
static enum err
refresh(struct call *c)
{
	return session_find(c->app->sessions, c->t.db, c->t.a,
			    http_cookie(c->req, COOKIE), false, c->t.now_ms,
			    &c->session, &c->t.who, &c->t.why);
}

static enum err
post_password(struct call *c)
{
	struct change in = { 0 };
	struct changing g = { 0 };
	char hash[PASSWORD_HASH_BYTES] = "";

	TRY(session_be_person(c));
	TRY(call_read(c, &in));
	g.p = (struct proof){ .of_caller = true,
			      .password = in.old,
			      .address = http_peer(c->req) };
	TRY(call_read_part(c, part_find, &g.p));
	TRY(check_change(c, &in, &g.p));
	proof_test(&g.p, c->t.now_ms);
	if (g.p.rc == OK)
		TRY(password_hash(in.new, hash, &c->t.why));
	g.new = (struct password_new){ .user = c->t.who.user,
				       .hash = str_of(hash),
				       .keep_session = c->session.id };
	TRY(call_write(c, part_change, &g));
	TRY(proof_result(c, &g.p));
	session_forget(c->app->sessions, c->t.who.user);
	feed_leave(c->app->feed, c->t.who.user);
	TRY(refresh(c));
	answer_session(c, &g.shown);
	return OK;
}

/* POST /session/totp, /session/totp/confirm, DELETE /session/totp */

static enum err
post_totp(struct call *c)
{
	char secret[TOTP_SECRET_BYTES];
	struct account a;

	TRY(session_be_settled(c));
	TRY(account_get(&c->t, c->t.who.user, &a));
	TRY(account_totp_begin(&c->t, secret));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "secret");
	jw_text(&c->out, secret);
	jw_key(&c->out, "uri");
	jw_str(&c->out, totp_uri(c->t.a, a.login, str_of(secret)));
	jw_end(&c->out, '}');
	call_header(c, "Cache-Control", "no-store");
	secret_wipe(secret, sizeof(secret));
	return OK;
}

struct confirm {
	struct str code;
};
/* clang-format off */
static const struct member confirm_in[] = {
	{ "code", MEMBER_TEXT, offsetof(struct confirm, code), true, 6, 6, LABEL("动态口令", "Code") },
};
/* clang-format on */

static enum err
post_totp_confirm(struct call *c)
{
	struct confirm in = { 0 };

	TRY(session_be_settled(c));
	TRY(call_read(c, &in));
	TRY(account_totp_confirm(&c->t, in.code));
	call_empty(c, 204);
	return OK;
}

struct password_only {
	struct str password;
};
/* clang-format off */
static const struct member password_in[] = {
	{ "password", MEMBER_TEXT, offsetof(struct password_only, password), true, 1, PASSWORD_MAX, LABEL("密码", "Password") },
};
/* clang-format on */

static enum err
part_totp_off(struct task *t, void *ctx)
{
	struct proof *p = ctx;

	TRY(part_settle(t, p));
	return p->rc != OK ? OK : account_totp_off(t, t->who.user);
}

static enum err
delete_totp(struct call *c)
{
	struct password_only in = { 0 };
	struct proof p = { .of_caller = true, .address = http_peer(c->req) };

	TRY(session_be_settled(c));
	TRY(call_read(c, &in));
	p.password = in.password;
	TRY(call_read_part(c, part_find, &p));
	proof_test(&p, c->t.now_ms);
	TRY(call_write(c, part_totp_off, &p));
	TRY(proof_result(c, &p));
	call_empty(c, 204);
	return OK;
}

/* clang-format off */
#define IN(table) (table), ARRAY_LEN(table)
#define NOTHING NULL, 0
const struct route session_routes[] = {
	/* verb, path, may, tx, body, rate, serve, in, answer, summary */
	{ "POST", "/api/v1/session", MAY_ANYONE, TX_NONE, 4096, RATE_SIGN_IN,
	  post_session, IN(sign_in_in), "Session", LABEL("登录", "Sign in"), false },
	{ "GET", "/api/v1/session", MAY_SIGN_IN, TX_READ, 0, RATE_NORMAL,
	  get_session, NOTHING, "Session", LABEL("当前会话", "This session"), false },
	{ "DELETE", "/api/v1/session", MAY_SIGN_IN, TX_NONE, 0, RATE_NORMAL,
	  delete_session, NOTHING, NULL, LABEL("退出", "Sign out"), false },
	{ "DELETE", "/api/v1/session/all", MAY_SIGN_IN, TX_NONE, 0, RATE_NORMAL,
	  delete_session_all, NOTHING, NULL, LABEL("退出所有设备", "Sign out everywhere"), false },
	{ "POST", "/api/v1/session/password", MAY_SIGN_IN, TX_NONE, 4096, RATE_SIGN_IN,
	  post_password, IN(change_in), "Session", LABEL("修改密码", "Change the password"), false },
	{ "POST", "/api/v1/session/totp", MAY_SIGN_IN, TX_WRITE, 0, RATE_NORMAL,
	  post_totp, NOTHING, "Totp", LABEL("申请动态口令", "Ask for a second factor"), false },
	{ "POST", "/api/v1/session/totp/confirm", MAY_SIGN_IN, TX_WRITE, 4096, RATE_SIGN_IN,
	  post_totp_confirm, IN(confirm_in), NULL, LABEL("启用动态口令", "Turn the second factor on"), false },
	{ "DELETE", "/api/v1/session/totp", MAY_SIGN_IN, TX_NONE, 4096, RATE_SIGN_IN,
	  delete_totp, IN(password_in), NULL, LABEL("关闭动态口令", "Turn the second factor off"), false },
	{ 0 }
};
/* clang-format on */
