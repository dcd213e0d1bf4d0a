/*
 * conf.h - the settings, as typed fields.
 *
 * Where they come from, the later wins: the defaults of the table in
 * setting.c, the file, the environment (http.listen: ANWEI_HTTP_LISTEN).  In
 * every value {data.dir} stands for that folder.  A configuration is built
 * whole and never changes; SIGHUP builds a new one.
 */
#ifndef CONF_CONF_H
#define CONF_CONF_H

#include "base/arena.h"
#include "base/err.h"
#include "base/log.h"

#define CONF_FILE "/etc/anwei/anwei.conf"
#define PERCENTS_MAX 8

struct percents {
	size_t n;
	int64_t v[PERCENTS_MAX]; /* rising */
};

struct conf {
	const char *data_dir, *web_dir, *pack_dir;
	const char *db_url; /* sqlite:PATH or postgresql://... */
	int64_t db_read_threads, db_batch_max, db_queue_max;

	const char *http_listen, *http_listen_tls; /* "": not */
	const char *http_cert, *http_key;	   /* PEM files */
	int64_t http_threads, http_connections_max, http_per_address_max;
	int64_t http_header_max, http_body_max; /* bytes */
	int64_t http_timeout_s;

	int64_t session_idle_min, session_max_h;
	int64_t password_min_length;
	int64_t lockout_after, lockout_max_min;

	int64_t feed_ring, feed_listeners, feed_heartbeat_s;
	struct percents clock_warn;
	int64_t clock_sweep_ms;
	int64_t journal_seal_ms, journal_checkpoint_h;
	const char *receiver_listen; /* "": not */
	int64_t receiver_connections_max, receiver_per_address_max;
	int64_t receiver_idle_s, receiver_queue_max, receiver_repeats_max;
	int64_t supervision_tolerance_percent, supervision_tolerance_min_s;
	int64_t supervision_wait_s, supervision_skew_max_s;
	int64_t supervision_storm_count, supervision_storm_percent;
	int64_t supervision_storm_window_s, supervision_sample_s;
	int64_t file_max_mib;
	const char *notice_hosts, *notice_ca; /* "": none; the system's */
	int64_t notice_timeout_s;
	const char *metrics_allow; /* addresses, separated by commas */
	int64_t node_id;
	const char *org_zone; /* for a new organisation */
	enum log_level log_level;

	/* How it came about. */
	const char *file;    /* that was read, or NULL: none */
	const char *pending; /* "db.url http.listen": changed, need a restart */
	struct conf *before; /* kept by the owner; conf_free frees it too */
	struct arena a;
};

/*
 * file NULL: ANWEI_CONFIG of the environment, else CONF_FILE when it is
 * there, else defaults.  env is an array such as environ, or NULL.
 * ERR_INVALID says file, line and reason.
 */
MUST_CHECK enum err conf_load(const char *file, char *const *env,
			      struct conf **out, struct why *why);
/*
 * The same file again, for SIGHUP.  Settings that need a restart keep their
 * value and are named in ->pending.  `now` stays as it is, and somebody may
 * still be reading it: keep it, for example in ->before.
 */
MUST_CHECK enum err conf_renew(const struct conf *now, char *const *env,
			       struct conf **out, struct why *why);
void conf_free(struct conf **conf);

/* A path below data.dir; lives in the arena. */
#define CONF_FILES "files"
#define CONF_JOURNAL_KEY "journal.key"
const char *
conf_path(const struct conf *conf, const char *name, struct arena *a);

/* "metrics.allow" and the like: is the address one of the list? */
bool conf_lists(const char *list, struct str address);

#endif
