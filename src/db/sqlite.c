/* sqlite.c - the embedded database. */
#include <pthread.h>
#include <string.h>

#include <sqlite3.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/str.h"
#include "db/driver.h"

/* A statement and where its arguments go: SQLite numbers $n by first
 * appearance; 0: not used in this dialect. */
struct lite_stmt {
	sqlite3_stmt *s;
	int *at;
};

/* Run once per group or piece: parsed once per connection. */
static const char *const controls[] = {
	"BEGIN",	   "BEGIN IMMEDIATE",	"COMMIT",	 "ROLLBACK",
	"SAVEPOINT piece", "ROLLBACK TO piece", "RELEASE piece",
};

struct conn {
	sqlite3 *db;
	struct lite_stmt *prepared; /* by statement number */
	int n_prepared;
	sqlite3_stmt *controls[ARRAY_LEN(controls)];
	bool reading; /* in a transaction that may not write */
	bool in_tx;   /* between BEGIN and its end, as far as we know */
};

#define BUSY_MS 10000 /* as the PRAGMA below says */

/* Small pieces of memory that a connection keeps for itself: 320 KiB. */
#define LOOKASIDE_BYTES 1280
#define LOOKASIDE_N 256

/* Set and read back: SQLite ignores a misspelt PRAGMA silently. */
static const struct {
	const char *set, *get, *want;
} pragmas[] = {
	{ "PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal" },
	{ "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2" },
	{ "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1" },
	{ "PRAGMA busy_timeout = 10000", "PRAGMA busy_timeout", "10000" },
	{ "PRAGMA cache_size = -16384", "PRAGMA cache_size", "-16384" },
	{ "PRAGMA secure_delete = OFF", "PRAGMA secure_delete", "0" },
	{ "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0" },
	{ "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2" },
	/* Checkpoints run in a thread of their own: lite_tidy. */
	{ "PRAGMA wal_autocheckpoint = 0", "PRAGMA wal_autocheckpoint", "0" },
	/* Twice WAL_PAGES_MAX: to cut the file costs the next commit a pause.
	 */
	{ "PRAGMA journal_size_limit = 536870912", "PRAGMA journal_size_limit",
	  "536870912" },
};

static enum err
error_code(int rc)
{
	switch (rc & 0xff) {
	case SQLITE_CONSTRAINT:
		return ERR_CONFLICT;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_INTERRUPT:
		return ERR_BUSY;
	default:
		return ERR_STORAGE;
	}
}

static enum err
sqlite_fail(sqlite3 *db, struct why *why)
{
	int rc = sqlite3_extended_errcode(db);

	fail_detail(why, "SQLite %d: %.160s", rc, sqlite3_errmsg(db));
	switch (rc & 0xff) {
	case SQLITE_CONSTRAINT:
		return fail(why, ERR_CONFLICT,
			    "conflicts with a row that exists",
			    "与已有记录冲突");
	case SQLITE_FULL:
		return fail(why, ERR_STORAGE,
			    "the disk is full; nothing was written",
			    "磁盘已满，未写入任何内容");
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return fail(why, ERR_BUSY, "the database is busy; try again",
			    "数据库繁忙，请重试");
	default:
		return fail(why, error_code(rc),
			    "the database cannot read or write",
			    "数据库读写失败");
	}
}

static enum err
pragma_is(sqlite3 *db, const char *get, const char *want, struct why *why)
{
	sqlite3_stmt *s = NULL;
	enum err rc = OK;
	const char *got;

	if (sqlite3_prepare_v2(db, get, -1, &s, NULL) != SQLITE_OK)
		return sqlite_fail(db, why);
	got = sqlite3_step(s) == SQLITE_ROW ?
		  (const char *)sqlite3_column_text(s, 0) :
		  NULL;
	if (got == NULL || strcmp(got, want) != 0)
		rc = fail(why, ERR_STORAGE, "%s says %s, must be %s",
			  "%s 返回 %s，应为 %s", get,
			  got == NULL ? "nothing" : got, want);
	sqlite3_finalize(s);
	return rc;
}

static enum err
settle(sqlite3 *db, struct why *why)
{
	for (size_t i = 0; i < ARRAY_LEN(pragmas); i++) {
		if (sqlite3_exec(db, pragmas[i].set, NULL, NULL, NULL) !=
		    SQLITE_OK)
			return sqlite_fail(db, why);
		TRY(pragma_is(db, pragmas[i].get, pragmas[i].want, why));
	}
	return OK;
}

/* SQLite's own memory statistics cost a lock per allocation. */
static void
no_statistics(void)
{
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static enum err
lite_open(const char *path, void **conn, struct why *why)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct conn *c = mem_alloc(sizeof(*c));
	enum err err;
	int rc;

	(void)pthread_once(&once, no_statistics);
	rc = sqlite3_open_v2(path, &c->db,
			     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
				 SQLITE_OPEN_NOMUTEX,
			     NULL);
	if (rc != SQLITE_OK) {
		err = fail(why, ERR_STORAGE, "cannot open %.120s: %.80s",
			   "无法打开 %.120s：%.80s", path, sqlite3_errstr(rc));
	} else {
		(void)sqlite3_busy_timeout(c->db, BUSY_MS);
		(void)sqlite3_db_config(c->db, SQLITE_DBCONFIG_LOOKASIDE, NULL,
					LOOKASIDE_BYTES, LOOKASIDE_N);
		err = settle(c->db, why);
	}
	if (err != OK) {
		(void)sqlite3_close(c->db);
		mem_free(c);
		return err;
	}
	*conn = c;
	return OK;
}

static void
lite_close(void *conn)
{
	struct conn *c = conn;

	for (int i = 0; i < c->n_prepared; i++) {
		sqlite3_finalize(c->prepared[i].s);
		mem_free(c->prepared[i].at);
	}
	for (size_t i = 0; i < ARRAY_LEN(controls); i++)
		sqlite3_finalize(c->controls[i]);
	mem_free(c->prepared);
	(void)sqlite3_close(c->db);
	mem_free(c);
}

static int
control_run(struct conn *c, const char *sql)
{
	size_t i = 0;
	int rc = SQLITE_OK;

	while (i < ARRAY_LEN(controls) && strcmp(controls[i], sql) != 0)
		i++;
	must(i < ARRAY_LEN(controls));
	if (c->controls[i] == NULL)
		rc = sqlite3_prepare_v3(c->db, sql, -1,
					SQLITE_PREPARE_PERSISTENT,
					&c->controls[i], NULL);
	if (rc != SQLITE_OK)
		return rc;
	(void)sqlite3_step(c->controls[i]);
	return sqlite3_reset(c->controls[i]);
}

/*
 * A full disk or a failing one may make SQLite roll back the transaction on
 * its own (lang_transaction.html, 3).  What came after would commit itself
 * piece by piece; it fails instead, until the transaction is ended.
 */
static enum err
tx_holds(const struct conn *c, struct why *why)
{
	if (!c->in_tx || !sqlite3_get_autocommit(c->db))
		return OK;
	return fail(why, ERR_STORAGE,
		    "the database gave the transaction up; nothing was written",
		    "数据库已放弃本次事务，未写入任何内容");
}

static bool
ends_tx(const char *sql)
{
	return strcmp(sql, "ROLLBACK") == 0 || strcmp(sql, "COMMIT") == 0;
}

static enum err
lite_control(void *conn, const char *sql, struct why *why)
{
	struct conn *c = conn;
	bool begins = strncmp(sql, "BEGIN", 5) == 0;

	if (!begins && !ends_tx(sql))
		TRY(tx_holds(c, why));
	if (begins)
		c->reading = strcmp(sql, driver_sqlite.begin[TX_READ]) == 0;
	else if (strcmp(sql, "ROLLBACK") == 0)
		c->reading = c->in_tx = false;
	if (control_run(c, sql) != SQLITE_OK)
		return sqlite_fail(c->db, why);
	if (begins || ends_tx(sql))
		c->in_tx = begins;
	return OK;
}

static enum err
lite_exec(struct conn *c, const char *sql, struct why *why)
{
	if (sqlite3_exec(c->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return sqlite_fail(c->db, why);
	return OK;
}

static enum err
lite_commit(void *conn, struct why *why)
{
	return lite_control(conn, "COMMIT", why);
}

static enum err
lite_ping(void *conn, struct why *why)
{
	return lite_exec(conn, "SELECT 1", why);
}

/* Pages of the log, 256 MiB, after which it should begin anew. */
#define WAL_PAGES_MAX 65536
/* Each pass takes over what was written during the one before. */
#define TIDY_PASSES 4

static enum err
checkpoint(struct conn *c, int mode, int *pages, struct why *why)
{
	int moved,
	    rc = sqlite3_wal_checkpoint_v2(c->db, NULL, mode, pages, &moved);

	return rc == SQLITE_OK || rc == SQLITE_BUSY ? OK :
						      sqlite_fail(c->db, why);
}

/* PASSIVE disturbs nobody. */
static enum err
lite_tidy(void *conn, bool *long_log, struct why *why)
{
	struct conn *c = conn;
	int pages = 0;

	TRY(checkpoint(c, SQLITE_CHECKPOINT_PASSIVE, &pages, why));
	*long_log = pages > WAL_PAGES_MAX;
	for (int i = 1; *long_log && i < TIDY_PASSES; i++)
		TRY(checkpoint(c, SQLITE_CHECKPOINT_PASSIVE, &pages, why));
	return OK;
}

/* RESTART keeps writers out while it waits for readers, so it never waits. */
static enum err
lite_turn(void *conn, struct why *why)
{
	struct conn *c = conn;
	int pages;
	enum err rc;

	(void)sqlite3_busy_timeout(c->db, 0);
	rc = checkpoint(c, SQLITE_CHECKPOINT_RESTART, &pages, why);
	(void)sqlite3_busy_timeout(c->db, BUSY_MS);
	return rc;
}

/*
 * Differences of the dialects: an INTEGER PRIMARY KEY is the row's own key in
 * SQLite, a BIGINT one is a second index.
 */
static enum err
lite_script(void *conn, const char *sql, struct why *why)
{
	static const char big[] = "BIGINT PRIMARY KEY";
	struct buf b = buf_open(16u << 20);
	const char *at;
	enum err rc;

	while ((at = strstr(sql, big)) != NULL) {
		buf_put(&b, (struct str){ sql, (size_t)(at - sql) });
		buf_puts(&b, "INTEGER PRIMARY KEY");
		sql = at + sizeof(big) - 1;
	}
	buf_puts(&b, sql);
	buf_putc(&b, '\0');
	must(!b.full);
	rc = lite_exec(conn, b.p, why);
	buf_release(&b);
	return rc;
}

static void
make_room(struct conn *c, int no)
{
	int n = stmt_count() > no ? stmt_count() : no + 1;

	if (no < c->n_prepared)
		return;
	c->prepared = mem_grow(c->prepared, (size_t)n * sizeof(*c->prepared));
	memset(c->prepared + c->n_prepared, 0,
	       (size_t)(n - c->n_prepared) * sizeof(*c->prepared));
	c->n_prepared = n;
}

/* By name, since the numbers differ. */
static int *
places_find(sqlite3_stmt *s, int n_args)
{
	int *at = mem_alloc((size_t)(n_args + 1) * sizeof(*at));
	char name[16];

	for (int i = 0; i < n_args; i++) {
		(void)snprintf(name, sizeof(name), "$%d", i + 1);
		at[i] = sqlite3_bind_parameter_index(s, name);
	}
	return at;
}

static enum err
lite_prepare(void *conn, int no, struct why *why)
{
	struct conn *c = conn;
	const struct stmt *s = stmt_at(no);
	struct lite_stmt *to;

	make_room(c, no);
	to = &c->prepared[no];
	if (to->s != NULL)
		return OK;
	must(s->sql[DB_SQLITE] != NULL);
	if (sqlite3_prepare_v3(c->db, s->sql[DB_SQLITE], -1,
			       SQLITE_PREPARE_PERSISTENT, &to->s,
			       NULL) == SQLITE_OK) {
		to->at = places_find(to->s, s->n_args);
		return OK;
	}
	log_error(LOG_DB, "prepare", "statement=%s why=\"%s\"", s->name,
		  sqlite3_errmsg(c->db));
	return fail(why, ERR_INTERNAL, "statement %s: %.120s",
		    "语句 %s：%.120s", s->name, sqlite3_errmsg(c->db));
}

static void
bind_one(sqlite3_stmt *s, int at, const struct val *v)
{
	if (at == 0)
		return;
	switch (v->type) {
	case VAL_NULL:
		(void)sqlite3_bind_null(s, at);
		break;
	case VAL_INT:
		(void)sqlite3_bind_int64(s, at, v->i);
		break;
	case VAL_TEXT:
		(void)sqlite3_bind_text64(s, at, v->s.n == 0 ? "" : v->s.p,
					  v->s.n, SQLITE_STATIC, SQLITE_UTF8);
		break;
	case VAL_BYTES:
		(void)sqlite3_bind_blob64(s, at, v->s.n == 0 ? "" : v->s.p,
					  v->s.n, SQLITE_STATIC);
		break;
	}
}

static struct val
cell(sqlite3_stmt *s, int i)
{
	size_t n;

	switch (sqlite3_column_type(s, i)) {
	case SQLITE_NULL:
		return val_null();
	case SQLITE_TEXT:
		n = (size_t)sqlite3_column_bytes(s, i);
		return val_text(
		    (struct str){ (const char *)sqlite3_column_text(s, i), n });
	case SQLITE_BLOB:
		n = (size_t)sqlite3_column_bytes(s, i);
		return val_bytes(sqlite3_column_blob(s, i), n);
	default:
		return val_int(sqlite3_column_int64(s, i));
	}
}

#define WIDTH_MAX 256

static enum err
step_rows(struct conn *c, sqlite3_stmt *s, row_fn *fn, void *ctx,
	  struct why *why)
{
	struct val row[WIDTH_MAX];
	int width = sqlite3_column_count(s), rc;

	must(width <= WIDTH_MAX);
	while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
		for (int i = 0; i < width; i++)
			row[i] = cell(s, i);
		TRY(fn(row, (size_t)width, ctx, why));
	}
	return rc == SQLITE_DONE ? OK : sqlite_fail(c->db, why);
}

static enum err
lite_run(void *conn, int no, const struct val *args, size_t n_args, row_fn *fn,
	 void *ctx, int64_t *changed, struct why *why)
{
	struct conn *c = conn;
	sqlite3_stmt *s;
	enum err rc;

	TRY(tx_holds(c, why));
	TRY(lite_prepare(conn, no, why));
	s = c->prepared[no].s;
	if (c->reading && !sqlite3_stmt_readonly(s))
		return fail(why, ERR_INTERNAL,
			    "%s writes in a transaction that reads",
			    "%s 在只读事务中写入", stmt_at(no)->name);
	for (size_t i = 0; i < n_args; i++)
		bind_one(s, c->prepared[no].at[i], &args[i]);
	rc = step_rows(c, s, fn, ctx, why);
	*changed = sqlite3_stmt_readonly(s) ? 0 : sqlite3_changes64(c->db);
	(void)sqlite3_reset(s);
	(void)sqlite3_clear_bindings(s);
	return rc;
}

static const char *
lite_column(void *conn, int no, size_t i)
{
	struct conn *c = conn;

	must(no < c->n_prepared && c->prepared[no].s != NULL);
	return sqlite3_column_name(c->prepared[no].s, (int)i);
}

const struct driver driver_sqlite = {
	.kind = DB_SQLITE,
	.open = lite_open,
	.close = lite_close,
	.ping = lite_ping,
	.control = lite_control,
	.commit = lite_commit,
	.script = lite_script,
	.prepare = lite_prepare,
	.run = lite_run,
	.column = lite_column,
	.tidy = lite_tidy,
	.turn = lite_turn,
	/* The single write lane is taken at once, never by upgrade. */
	.begin = { "", "BEGIN", "BEGIN IMMEDIATE" },
};
