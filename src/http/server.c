/* server.c - the start list and the stop list of the running program. */
#include "http/server.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>

#include "alarm/code.h"
#include "alarm/plan.h"
#include "alarm/send.h"
#include "archive/file.h"
#include "base/log.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "http/intake.h"
#include "http/job.h"
#include "http/notice_job.h"
#include "kind/clock.h"
#include "kind/secret.h"
#include "org/lockout.h"
#include "org/password.h"
#include "rating/pack.h"

/* Everything that lives as long as the server, in the order of starting. */
struct server {
	struct arena a;
	struct app app;
	struct journal_key *key;
	struct jobs *jobs;
	struct notice_job *notices;
	struct http *http;
	struct db *db; /* of starting alone */
};

static enum err
start_folders(struct server *s, const struct conf *conf, struct why *why)
{
	const char *const names[] = { "", "/files", "/tmp", "/tls" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *path =
		    arena_printf(&s->a, "%s%s", conf->data_dir, names[i]).p;

		if (mkdir(path, 0700) != 0 && errno != EEXIST)
			return fail(why, ERR_STORAGE,
				    "cannot make the folder %.120s: %s",
				    "无法建立目录 %.120s：%s", path,
				    strerror(errno));
	}
	return OK;
}

/* Ids go on above the greatest in use, even when the clock went back. */
static enum err
start_ids(struct server *s, const struct conf *conf, struct why *why)
{
	struct rows rows;

	TRY(db_run(s->db, STMT_JOURNAL_GREATEST, NO_ARGS, &s->a, &rows, why));
	id_start((unsigned)conf->node_id, rows.n == 0 ? 0 : rows.v[0].i);
	return OK;
}

static enum err
start_db(struct server *s, const struct conf *conf, struct why *why)
{
	TRY(db_open(conf->db_url, &s->db, why));
	TRY(db_upgrade(s->db, false, time_now_ms(), why));
	registers_start();
	TRY(db_check(s->db, why));
	TRY(start_ids(s, conf, why));
	TRY(secret_key_open(conf_path(conf, SECRET_KEY_FILE, &s->a), why));
	return journal_key_open(arena_printf(&s->a, "%s/journal.key",
					     conf->data_dir)
				    .p,
				&s->key, why);
}

/* An organisation without a plan gets the shipped ones. */
static enum err
start_plans(struct server *s, struct why *why)
{
	struct arena a = { 0 };
	struct task t = task_open(s->db, &a, time_now_ms(), actor_program(0));
	enum err rc = db_begin(s->db, TX_WRITE, &t.why);

	if (rc == OK)
		rc = db_end(s->db, plans_install_all(&t), &t.why);
	if (rc != OK)
		*why = t.why;
	arena_release(&a);
	return rc;
}

static enum err
start_lanes(struct server *s, const struct conf *conf, struct why *why)
{
	struct lane_conf lane = { .name = "read",
				  .url = conf->db_url,
				  .tx = TX_READ,
				  .threads = (size_t)conf->db_read_threads,
				  .batch_max = 1,
				  .queue_max = (size_t)conf->db_queue_max };

	TRY(lane_open(&lane, &s->app.readers, why));
	lane.name = "write";
	lane.tx = TX_WRITE;
	lane.threads = 1;
	lane.batch_max = (size_t)conf->db_batch_max;
	TRY(lane_open(&lane, &s->app.writer, why));
	lane.name = "work";
	lane.tx = TX_NONE;
	lane.threads = 4; /* LONG_MAX of sheet_api.c leaves two */
	lane.batch_max = 1;
	return lane_open(&lane, &s->app.workers, why);
}

static void
set_warnings(const struct conf *conf)
{
	struct clock_warn warn = { .n = conf->clock_warn.n };

	for (size_t i = 0; i < warn.n; i++)
		warn.percent[i] = conf->clock_warn.v[i];
	clock_warn_set(&warn);
}

static struct session_conf
session_conf_of(const struct conf *conf)
{
	return (struct session_conf){
		.idle_ms = conf->session_idle_min * MINUTE_MS,
		.max_ms = conf->session_max_h * HOUR_MS,
		.cache_max = 4096,
	};
}

/* Settings that may change while it runs: limits of sessions, warnings of
 * clocks, the log. */
static void
apply(struct server *s, const struct conf *conf)
{
	struct session_conf sessions = session_conf_of(conf);

	s->app.conf = conf;
	session_cache_limits(s->app.sessions, &sessions);
	set_warnings(conf);
	password_min_set(conf->password_min_length);
	lockout_set(conf->lockout_after, conf->lockout_max_min);
	log_set_level(conf->log_level);
}

static enum err
start_app(struct server *s, const struct conf *conf, struct why *why)
{
	struct session_conf sessions = session_conf_of(conf);
	struct file_store store = { 0 };

	s->app.rates = rates_new();
	s->app.sessions = session_cache_new(&sessions);
	apply(s, conf);
	s->app.feed = feed_new(time_now_ms(), (size_t)conf->feed_ring,
			       (size_t)conf->feed_listeners);
	store.folder = arena_printf(&s->a, "%s/files", conf->data_dir).p;
	TRY(file_store_open(&store, why));
	if (conf->web_dir[0] != '\0')
		TRY(files_open(conf->web_dir, &s->app.files, why));
	return OK;
}

static enum err
start_http(struct server *s, const struct conf *conf, struct why *why)
{
	const char *tmp = arena_printf(&s->a, "%s/tmp", conf->data_dir).p;
	struct http_conf h = {
		.listen = conf->http_listen,
		.listen_tls = conf->http_listen_tls,
		.cert = conf->http_cert,
		.key = conf->http_key,
		.tmp = tmp,
		.threads = (size_t)conf->http_threads,
		.connections_max = (size_t)conf->http_connections_max,
		.per_address_max = (size_t)conf->http_per_address_max,
		.header_max = (size_t)conf->http_header_max,
		.timeout_s = (unsigned)conf->http_timeout_s,
		.serve = app_serve,
		.limit = app_limit,
		.ctx = &s->app,
	};

	if (h.listen_tls[0] != '\0')
		TRY(tls_ensure(h.cert, h.key, time_now_ms(), why));
	s->app.alive = http_fixed_new(200, "application/json",
				      STR("{\"alive\":true}\n"), NULL, 0);
	TRY(http_open(&h, &s->http, why));
	log_info(LOG_HTTP, "listen", "http=%d https=%d",
		 http_port(s->http, false), http_port(s->http, true));
	return OK;
}

static enum err
start_jobs(struct server *s, const struct conf *conf, struct why *why)
{
	struct jobs_conf jobs = {
		.app = &s->app,
		.key = s->key,
		.db_url = conf->db_url,
		.seal_ms = conf->journal_seal_ms,
		.sweep_ms = conf->clock_sweep_ms,
		.checkpoint_ms = conf->journal_checkpoint_h * HOUR_MS,
		.beat_ms = conf->feed_heartbeat_s * SECOND_MS,
	};

	return jobs_open(&jobs, &s->jobs, why);
}

static enum err
start(struct server *s, const struct conf *conf, struct why *why)
{
	TRY(start_folders(s, conf, why));
	TRY(packs_load(conf->pack_dir, why));
	TRY(codes_load(conf->pack_dir, why));
	TRY(plans_load(conf->pack_dir, why));
	if (pack_find("svc") == NULL)
		return fail(why, ERR_STATE, "pack svc is missing in %.120s",
			    "%.120s 中缺少标准包 svc", conf->pack_dir);
	TRY(start_db(s, conf, why));
	TRY(start_plans(s, why));
	TRY(start_lanes(s, conf, why));
	TRY(start_app(s, conf, why));
	TRY(intake_open(conf, &s->app, &s->app.intake, why));
	TRY(start_jobs(s, conf, why));
	send_start();
	s->notices = notice_job_start(&s->app);
	return start_http(s, conf, why);
}

/* Backwards; what was never started is NULL. */
static void
stop(struct server *s)
{
	if (s->app.feed != NULL)
		feed_stop(s->app.feed);
	intake_stop(s->app.intake);
	http_close(&s->http);
	notice_job_stop(&s->notices);
	jobs_close(&s->jobs);
	lane_close(&s->app.workers);
	lane_close(&s->app.readers);
	intake_close(&s->app.intake);
	lane_close(&s->app.writer);
	files_close(&s->app.files);
	http_fixed_free(&s->app.alive);
	feed_free(&s->app.feed);
	session_cache_free(&s->app.sessions);
	rates_free(&s->app.rates);
	journal_key_close(&s->key);
	secret_key_close();
	db_close(&s->db);
	plans_free();
	codes_free();
	packs_free();
	arena_release(&s->a);
}

/* A wrong file changes nothing; the log says what is wrong in it. */
static void
reload(struct server *s, struct conf **conf)
{
	struct why why = { 0 };
	struct conf *again;

	if (conf_renew(*conf, environ, &again, &why) != OK) {
		log_error(LOG_MAIN, "reload", "why=\"%s\"", why.text[LANG_EN]);
		return;
	}
	again->before = *conf; /* a handler may still be reading it */
	*conf = again;
	apply(s, again);
	log_info(LOG_MAIN, "reloaded", "needs_restart=\"%s\"", again->pending);
}

static void
wait_for_end(struct server *s, const sigset_t *signals, struct conf **conf)
{
	int sig = 0;

	while (sigwait(signals, &sig) == 0 && sig == SIGHUP)
		reload(s, conf);
	log_info(LOG_MAIN, "stopping", "signal=%d", sig);
}

enum err
serve_run(struct conf **conf, struct why *why)
{
	struct server s = { .a = { 0 } };
	int64_t begun_us = time_mono_us();
	sigset_t signals;
	enum err rc;

	/* Before any thread: all of them inherit the mask. */
	(void)signal(SIGPIPE, SIG_IGN);
	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGHUP);
	must(pthread_sigmask(SIG_BLOCK, &signals, NULL) == 0);
	rc = start(&s, *conf, why);
	if (rc == OK) {
		log_info(LOG_MAIN, "ready", "ms=%lld",
			 (long long)((time_mono_us() - begun_us) / 1000));
		wait_for_end(&s, &signals, conf);
	}
	stop(&s);
	return rc;
}
