/* supervise_run.c - the supervision at work. */
#include "alarm/supervise_run.h"

#include <stdio.h>
#include <string.h>

#include "alarm/code.h"
#include "alarm/supervise_store.h"
#include "base/log.h"
#include "base/str.h"
#include "base/thread.h"
#include "base/time.h"

#define TICK_MS 1000
#define TELL_MAX 500  /* signals to a piece */
#define ROWS_MAX 1000 /* rows to a commit */
#define ROWS_EVERY 5  /* seconds: samples wait for each other */
#define REREAD_S 3600 /* all panels again: a site may have moved */

struct supervise_run {
	struct supervise_run_conf conf;
	struct supervise *s;
	struct db *db;
	struct watch_cursor at;
	struct watch_orgs orgs;
	struct watch_gones gone;
	struct watch_service service;
	int64_t seconds;
	struct path_now rows[ROWS_MAX];
	size_t n_rows;

	pthread_t ticker, worker;
	struct halt halt;
	pthread_mutex_t lock; /* of what the stream says of our signals */
	pthread_cond_t heard;
	bool told;
	enum err tell_rc;
};

static void *
ticker_run(void *arg)
{
	struct supervise_run *r = arg;

	do
		supervise_tick(r->s, time_now_ms(), time_mono_us() / 1000);
	while (!halt_rest(&r->halt, TICK_MS));
	return NULL;
}

static void
complain(const char *what, const struct why *why)
{
	log_limited(LOG_ERROR, LOG_RECV, "supervision", str_of(what), 3,
		    "failed=%s why=\"%s\"", what, why->text[LANG_EN]);
}

/* ---- events as signals ---- */

static const char *const codes[SUPERVISE_KIND_N] = {
	[SUPERVISE_OVERDUE] = "path_overdue",
	[SUPERVISE_RESTORED] = "path_restored",
	[SUPERVISE_STORM] = "path_storm",
	[SUPERVISE_STORM_OVER] = "storm_over",
	[SUPERVISE_TEST_MISSING] = "test_missing",
	[SUPERVISE_TEST_SEEN] = "test_came",
	[SUPERVISE_CLOCK_OFF] = "clock_off",
	[SUPERVISE_CLOCK_GOOD] = "clock_good",
};

#define HALF_HOUR_MS (30 * MINUTE_MS)
/* A clock that is off by whole half hours shows local time. */
static bool
is_zone(int64_t diff_ms)
{
	int64_t near_ms = diff_ms < 0 ? -diff_ms : diff_ms;

	near_ms %= HALF_HOUR_MS;
	return (diff_ms >= HALF_HOUR_MS - MINUTE_MS ||
		diff_ms <= MINUTE_MS - HALF_HOUR_MS) &&
	       (near_ms < MINUTE_MS || near_ms > HALF_HOUR_MS - MINUTE_MS);
}

/* For people, in both languages: a signal's text has no language. */
static struct str
event_text(struct arena *a, const struct supervise_event *e)
{
	long long s = (long long)(e->silent_ms / SECOND_MS);
	bool is_main = e->role == PATH_MAIN;

	switch (e->kind) {
	case SUPERVISE_OVERDUE:
	case SUPERVISE_RESTORED:
		return arena_printf(a,
				    "%s %lld 秒无信号 / %s silent for %lld s",
				    is_main ? "主路径" : "备用路径", s,
				    is_main ? "main path" : "backup path", s);
	case SUPERVISE_STORM:
	case SUPERVISE_STORM_OVER:
		return arena_printf(a,
				    "%s：%lld 条中断，%lld 条未恢复，共 %lld "
				    "条 / %lld lost, "
				    "%lld still silent, of %lld",
				    e->storm, (long long)e->lost,
				    (long long)e->still, (long long)e->paths,
				    (long long)e->lost, (long long)e->still,
				    (long long)e->paths);
	case SUPERVISE_TEST_MISSING:
	case SUPERVISE_TEST_SEEN:
		return arena_printf(a,
				    "%lld 分钟没有信号 / no signal for %lld "
				    "min",
				    s / 60, s / 60);
	case SUPERVISE_CLOCK_OFF:
	case SUPERVISE_CLOCK_GOOD:
		return arena_printf(
		    a, "时钟偏差 %lld 秒%s / clock off by %lld s%s",
		    (long long)(e->diff_ms / SECOND_MS),
		    is_zone(e->diff_ms) ? "，像是本地时间" : "",
		    (long long)(e->diff_ms / SECOND_MS),
		    is_zone(e->diff_ms) ? ", looks like local time" : "");
	case SUPERVISE_KIND_N:
		break;
	}
	return STR("");
}

/* For programs. */
static struct str
event_data(struct arena *a, const struct supervise_event *e)
{
	if (e->panel == 0)
		return arena_printf(a,
				    "storm=%s lost=%lld still=%lld paths=%lld",
				    e->storm, (long long)e->lost,
				    (long long)e->still, (long long)e->paths);
	if (e->kind == SUPERVISE_CLOCK_OFF || e->kind == SUPERVISE_CLOCK_GOOD)
		return arena_printf(a, "diff_ms=%lld", (long long)e->diff_ms);
	return arena_printf(a, "path=%s silent_ms=%lld%s%s",
			    path_role_word(e->role), (long long)e->silent_ms,
			    e->in_storm ? " storm=" : "", e->storm);
}

#define PRIORITY_LOW 5
static struct signal
event_signal(struct arena *a, const struct supervise_event *e)
{
	struct str code = str_of(codes[e->kind]);
	const struct code *known = code_find(STR("own"), code, '\0');

	must(known != NULL);
	return (struct signal){
		.org = e->org,
		.received_ms = e->at_ms,
		.device_ms = SIGNAL_NONE,
		.source = STR("own"),
		.line = arena_str(a, str_of(e->line)),
		.account = arena_str(a, str_of(e->account)),
		.panel = e->panel,
		.site = e->site,
		.customer = e->customer,
		.format = STR("own"),
		.code = code,
		.role = known->role,
		.class = known->class,
		.priority = e->in_storm ? PRIORITY_LOW : known->priority,
		.part_no = SIGNAL_NONE,
		.zone_no = SIGNAL_NONE,
		.user_no = SIGNAL_NONE,
		.text = event_text(a, e),
		.data = event_data(a, e),
		.state = STR(SIGNAL_DECODED),
	};
}

static void
told(struct stream_piece *p, enum err rc)
{
	struct supervise_run *r = p->ctx;

	pthread_mutex_lock(&r->lock);
	r->told = true;
	r->tell_rc = rc;
	pthread_cond_broadcast(&r->heard);
	pthread_mutex_unlock(&r->lock);
}

static enum err
signals_put(struct supervise_run *r, struct signal *v, size_t n,
	    struct why *why)
{
	struct stream_piece p = {
		.signals = v, .n = n, .done = told, .ctx = r
	};

	r->told = false;
	TRY(stream_put(r->conf.stream, &p, why));
	pthread_mutex_lock(&r->lock);
	while (!r->told)
		pthread_cond_wait(&r->heard, &r->lock);
	pthread_mutex_unlock(&r->lock);
	if (r->tell_rc != OK)
		return fail(why, r->tell_rc, "signals were not written",
			    "信号未能写入");
	return OK;
}

/* Not left until they are durable, or the program stops: then they happen
 * again after the next start, as their rows are not yet written. */
static bool
events_tell(struct supervise_run *r)
{
	struct supervise_event events[TELL_MAX];
	size_t n = supervise_take(r->s, events, TELL_MAX);
	struct arena a = { 0 };
	struct signal *v = ARENA_ARRAY(&a, TELL_MAX, struct signal);
	struct why why = { 0 };
	bool good = true;

	for (size_t i = 0; i < n; i++)
		v[i] = event_signal(&a, &events[i]);
	while (n > 0 && signals_put(r, v, n, &why) != OK) {
		complain("signals", &why);
		if (halt_rest(&r->halt, TICK_MS)) {
			good = false;
			break;
		}
	}
	arena_release(&a);
	return good && n == TELL_MAX;
}

/* ---- rows ---- */

struct rows_work {
	struct work work;
	struct supervise_run *r;
};

static enum err
rows_run(struct work *w, struct db *db, struct why *why)
{
	struct supervise_run *r = ((struct rows_work *)w)->r;

	TRY(path_rows_write(db, r->rows, r->n_rows, r->conf.node, time_now_ms(),
			    why));
	TRY(path_rows_drop(db, &r->gone, why));
	return db_settle(db, why);
}

/* True: there may be more. */
static bool
rows_write(struct supervise_run *r, int64_t sample_ms)
{
	struct rows_work w = { .work = { .run = rows_run }, .r = r };
	struct why why = { 0 };

	r->n_rows = supervise_rows(r->s, sample_ms, r->rows, ROWS_MAX);
	if (r->n_rows == 0 && r->gone.n == 0)
		return false;
	if (lane_do(r->conf.writer, &w.work, &why) != OK) {
		complain("rows", &why);
		supervise_rows_back(r->s, r->rows, r->n_rows);
		return false;
	}
	r->gone.n = 0;
	return r->n_rows == ROWS_MAX;
}

/* ---- the worker ---- */

static void
changes_read(struct supervise_run *r)
{
	struct why why = { 0 };

	if (r->seconds % REREAD_S == 0)
		r->at = (struct watch_cursor){ 0, 0 };
	if (watch_changes(r->s, r->db, time_now_ms(), &r->at, &r->gone, &why) !=
	    OK)
		complain("panels", &why);
	if (watch_removed(r->s, r->db, &r->orgs, &r->gone, &why) != OK)
		complain("organisations", &why);
	/* A forgotten panel that comes back is not in the set that was told. */
	if (r->seconds % REREAD_S == 0)
		r->service.n = 0;
	if (watch_service(r->s, r->db, &r->service, &why) != OK)
		complain("service modes", &why);
	/* One machine alone has SQLite, and is the only one to hear. */
	if (db_kind(r->db) == DB_POSTGRES &&
	    watch_elsewhere(r->s, r->db, r->conf.node, &why) != OK)
		complain("nodes", &why);
}

static void *
worker_run(void *arg)
{
	struct supervise_run *r = arg;

	while (!halt_rest(&r->halt, TICK_MS)) {
		r->seconds++;
		changes_read(r);
		while (events_tell(r))
			;
		while (r->seconds % ROWS_EVERY == 0 &&
		       rows_write(r, r->conf.sample_ms) &&
		       !halt_is_set(&r->halt))
			;
	}
	while (events_tell(r))
		;
	for (int i = 0; i < SUPERVISE_SHARES; i++)
		while (rows_write(r, 0))
			;
	return NULL;
}

static void
run_free(struct supervise_run *r)
{
	supervise_free(&r->s);
	db_close(&r->db);
	halt_release(&r->halt);
	pthread_mutex_destroy(&r->lock);
	pthread_cond_destroy(&r->heard);
	mem_free(r);
}

static void
locks_open(struct supervise_run *r)
{
	halt_init(&r->halt);
	pthread_mutex_init(&r->lock, NULL);
	pthread_cond_init(&r->heard, NULL);
}

enum err
supervise_open(const struct supervise_run_conf *conf,
	       struct supervise_run **out, struct why *why)
{
	struct supervise_run *r = mem_alloc(sizeof(*r));
	enum err rc;

	memset(r, 0, sizeof(*r));
	r->conf = *conf;
	locks_open(r);
	r->s =
	    supervise_new(&conf->limits, time_now_ms(), time_mono_us() / 1000);
	rc = db_open(conf->url, &r->db, why);
	if (rc == OK)
		rc = watch_load(r->s, r->db, conf->node, &r->at, &r->gone, why);
	if (rc != OK) {
		run_free(r);
		return rc;
	}
	r->ticker = thread_start("supervise-tick", ticker_run, r);
	r->worker = thread_start("supervise", worker_run, r);
	*out = r;
	return OK;
}

struct supervise *
supervise_of(struct supervise_run *r)
{
	return r->s;
}

void
supervise_close(struct supervise_run **run)
{
	struct supervise_run *r = *run;

	if (r == NULL)
		return;
	halt_set(&r->halt);
	(void)pthread_join(r->ticker, NULL);
	(void)pthread_join(r->worker, NULL);
	run_free(r);
	*run = NULL;
}
