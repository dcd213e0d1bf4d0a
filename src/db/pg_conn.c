/* pg_conn.c - a PostgreSQL connection with every setting read back. */
#include <poll.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "db/pg.h"

#define SERVER_OLDEST 150000

/*
 * Session settings.  A statement that hangs must not hold a thread for ever;
 * a client that hangs must not hold locks.
 */
/*	 name                                   value  */
#define SETTINGS(X)                            \
	X("timezone", "UTC")                   \
	X("client_encoding", "UTF8")           \
	X("standard_conforming_strings", "on") \
	X("bytea_output", "hex")               \
	X("synchronous_commit", "on")          \
	X("statement_timeout", "30s")          \
	X("lock_timeout", "10s")               \
	X("idle_in_transaction_session_timeout", "30s")

/* Of the server and the database; we cannot set them, only refuse. */
/*	expression            must be  */
#define FACTS(X)                                                          \
	X("current_setting('fsync')", "on")                               \
	X("current_setting('server_encoding')", "UTF8")                   \
	/* Text is ordered by bytes, as in SQLite and in our own sorting; \
	 * LIKE 'x%' finds its index. */                                  \
	X("(SELECT datcollate FROM pg_database"                           \
	  " WHERE datname = current_database())",                         \
	  "C")

#define X(name, value) "SET " name " = '" value "';"
static const char set_sql[] = SETTINGS(X);
#undef X

#define X(name, value) "current_setting('" name "'),"
#define Y(expression, value) expression ","
static const char get_sql[] = "SELECT " SETTINGS(X) FACTS(Y) "1";
#undef X
#undef Y

#define X(name, value) { name, value },
static const struct {
	const char *name, *want;
} wanted[] = { SETTINGS(X) FACTS(X) };
#undef X

static void
notice(void *ctx, const PGresult *r)
{
	struct pg *pg = ctx;

	(void)r;
	pg->noticed = true;
}

static enum err
settings_check(struct pg *pg, const PGresult *r, struct why *why)
{
	if (PQresultStatus(r) != PGRES_TUPLES_OK)
		return pg_fail(pg, r, "settings", why);
	for (int i = 0; i < (int)ARRAY_LEN(wanted); i++) {
		const char *got = PQgetvalue(r, 0, i);

		if (strcmp(got, wanted[i].want) != 0)
			return fail(why, ERR_STORAGE,
				    "the database has %.90s = %.40s, must be "
				    "%s; see doc/howto/postgresql.md",
				    "数据库的 %.90s 为 %.40s，应为 %s；"
				    "参见 doc/howto/postgresql.md",
				    wanted[i].name, got, wanted[i].want);
	}
	return OK;
}

static enum err
settle(struct pg *pg, struct why *why)
{
	PGresult *r = PQexec(pg->c, set_sql);
	enum err rc = OK;

	if (PQresultStatus(r) != PGRES_COMMAND_OK)
		rc = pg_fail(pg, r, "settings", why);
	PQclear(r);
	if (rc != OK)
		return rc;
	r = PQexec(pg->c, get_sql);
	rc = settings_check(pg, r, why);
	PQclear(r);
	return rc;
}

/* What the URL says comes after our defaults and so wins. */
static PGconn *
dial(const char *url)
{
	static const char *const words[] = {
		"target_session_attrs",
		"connect_timeout",
		"tcp_user_timeout",
		"keepalives_idle",
		"keepalives_interval",
		"keepalives_count",
		"dbname",
		"application_name",
		NULL,
	};
	const char *const values[] = {
		"read-write", "5", "15000", "5", "3", "3", url, "anwei", NULL,
	};

	return PQconnectdbParams(words, values, 1);
}

/* Nothing of the old connection holds for the new one. */
static void
forget(struct pg *pg)
{
	PQclear(pg->described);
	pg->described = NULL;
	pg->n_waits = 0;
	pg->n_controls = 0;
	pg->stale = false;
	pg->owed = pg->open = false;
	if (pg->n_prepared > 0)
		memset(pg->prepared, 0,
		       (size_t)pg->n_prepared * sizeof(*pg->prepared));
	PQfinish(pg->c);
}

enum err
pg_connect(struct pg *pg, struct why *why)
{
	int version;

	forget(pg);
	pg->c = dial(pg->url);
	must(pg->c != NULL);
	pg->connecting = PQstatus(pg->c) != CONNECTION_OK;
	if (pg->connecting)
		return pg_fail(pg, NULL, "connect", why);
	(void)PQsetNoticeReceiver(pg->c, notice, pg);
	version = PQserverVersion(pg->c);
	if (version < SERVER_OLDEST)
		return fail(why, ERR_STORAGE,
			    "PostgreSQL %d is too old, must be 15 or newer",
			    "PostgreSQL %d 版本过旧，应为 15 或更高",
			    version / 10000);
	TRY(settle(pg, why));
	must(PQenterPipelineMode(pg->c) == 1);
	return OK;
}

bool
pg_is_lost(const struct pg *pg)
{
	return PQstatus(pg->c) != CONNECTION_OK;
}

bool
pg_is_gone(struct pg *pg)
{
	struct pollfd p = { .fd = PQsocket(pg->c), .events = POLLIN };

	while (!pg_is_lost(pg) && poll(&p, 1, 0) > 0) {
		if (PQconsumeInput(pg->c) == 0)
			return true;
		(void)PQisBusy(pg->c); /* reads what came: a notice at most */
	}
	return pg_is_lost(pg);
}

enum err
pg_ready(struct pg *pg, struct why *why)
{
	struct why late = { 0 };

	if (pg->streaming)
		return fail(why, ERR_INTERNAL,
			    "a statement while the rows of another are read",
			    "正在读取另一语句的结果时执行了语句");
	if (pg->owed) {
		/* If it failed, the connection is lost: see below. */
		pg->owed = false;
		(void)!pipe_settle(pg, NULL, &late);
	}
	if (pg->in_tx)
		return pg_is_lost(pg) ? pg_fail(pg, NULL, "", why) : OK;
	/* pg_connect that failed half-way leaves a connection without its
	 * settings: never use that. */
	if (!pg_is_gone(pg) && !pg->stale &&
	    PQpipelineStatus(pg->c) != PQ_PIPELINE_OFF)
		return OK;
	TRY(pg_connect(pg, why));
	log_info(LOG_DB, "reconnected", "server_version=%d",
		 PQserverVersion(pg->c));
	return OK;
}
