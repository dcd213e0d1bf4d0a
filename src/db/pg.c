/* pg.c - the PostgreSQL driver. */
#include "db/pg.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"

static void
pg_close(void *conn)
{
	struct pg *pg = conn;

	PQclear(pg->described);
	PQfinish(pg->c);
	arena_release(&pg->args);
	arena_release(&pg->row);
	mem_free(pg->prepared);
	mem_free(pg->url);
	mem_free(pg);
}

static enum err
pg_open(const char *path, void **conn, struct why *why)
{
	struct pg *pg = mem_alloc(sizeof(*pg));
	size_t n = strlen(path) + 1;
	enum err rc;

	pg->url = mem_alloc(n);
	memcpy(pg->url, path, n);
	rc = pg_connect(pg, why);
	if (rc != OK) {
		pg_close(pg);
		return rc;
	}
	*conn = pg;
	return OK;
}

static enum err
pg_ping(void *conn, struct why *why)
{
	struct pg *pg = conn;
	struct why lost = { 0 };

	TRY(pg_ready(pg, why));
	if (pipe_flush(pg, NULL, &lost) == OK)
		return OK;
	if (pg->in_tx)
		return pg_fail(pg, NULL, "", why);
	return pg_ready(pg, why);
}

/* A transaction that never reached the server, or left it already. */
static bool
is_over(const struct pg *pg)
{
	return pg->n_waits == 0 && PQtransactionStatus(pg->c) == PQTRANS_IDLE;
}

/* Nobody waits for the end of a read: its answer is read by pg_ready. */
static enum err
tx_undo(struct pg *pg, struct why *why)
{
	enum err rc = OK;

	if (pg_is_lost(pg)) {
		pg->n_waits = 0;
		rc = pg_fail(pg, NULL, "", why);
	} else if (!is_over(pg)) {
		rc = pipe_control(pg, "ROLLBACK", WAIT_CONTROL, why);
		if (rc == OK && pg->reading)
			rc = pipe_send(pg, why);
		else if (rc == OK)
			rc = pipe_flush(pg, NULL, why);
		pg->owed = rc == OK && pg->reading;
	}
	pg->in_tx = false;
	return rc;
}

static enum err
pg_control(void *conn, const char *sql, struct why *why)
{
	struct pg *pg = conn;
	struct why undone = { 0 };

	/* What fails in the queue would take the ROLLBACK behind it along;
	 * that it failed is no matter now. */
	if (pg->open && strncmp(sql, "ROLLBACK", 8) == 0)
		(void)!pipe_flush(pg, NULL, &undone);
	if (strcmp(sql, "ROLLBACK") == 0)
		return tx_undo(pg, why);
	TRY(pg_ready(pg, why));
	TRY(pipe_control(pg, sql, WAIT_CONTROL, why));
	if (strncmp(sql, "BEGIN", 5) == 0) {
		pg->in_tx = true;
		pg->reading = strstr(sql, "READ ONLY") != NULL;
	}
	return OK;
}

static bool
is_unconfirmed(const struct pg *pg, enum err rc)
{
	return pg_is_lost(pg) || (rc == OK && pg->noticed);
}

static enum err
unconfirmed(struct why *why)
{
	return fail(why, ERR_UNCERTAIN,
		    "the database did not confirm: it may have been written",
		    "数据库未确认：可能已写入，也可能未写入");
}

/*
 * Written only if COMMIT says so and nothing else was said: a wait for the
 * standby that was cancelled gives a warning and "COMMIT".
 */
static enum err
pg_commit(void *conn, struct why *why)
{
	struct pg *pg = conn;
	enum err rc;

	if (pg_is_gone(pg)) /* before COMMIT was sent: nothing is written */
		return pg_fail(pg, NULL, "", why);
	TRY(pg_ready(pg, why));
	TRY(pipe_control(pg, "COMMIT", WAIT_COMMIT, why));
	pg->noticed = false;
	rc = pipe_flush(pg, NULL, why);
	pg->in_tx = pg_is_lost(pg) || !is_over(pg);
	return is_unconfirmed(pg, rc) ? unconfirmed(why) : rc;
}

/* Migrations: of trusted text, and an index over a large table takes long. */
static enum err
pg_script(void *conn, const char *sql, struct why *why)
{
	struct pg *pg = conn;
	enum err rc = OK;
	PGresult *r;

	TRY(pg_ready(pg, why));
	if (pg->in_tx)
		TRY(pipe_control(pg, "SET LOCAL statement_timeout = 0",
				 WAIT_CONTROL, why));
	TRY(pipe_flush(pg, NULL, why));
	must(PQexitPipelineMode(pg->c) == 1);
	r = PQexec(pg->c, sql);
	if (PQresultStatus(r) != PGRES_COMMAND_OK &&
	    PQresultStatus(r) != PGRES_TUPLES_OK &&
	    PQresultStatus(r) != PGRES_EMPTY_QUERY) /* comments alone */
		rc = pg_fail(pg, r, "script", why);
	PQclear(r);
	/* A lost connection stays outside of pipeline mode: pg_ready. */
	if (!pg_is_lost(pg))
		must(PQenterPipelineMode(pg->c) == 1);
	return rc;
}

static enum err
pg_prepare(void *conn, int no, struct why *why)
{
	struct pg *pg = conn;
	enum err rc;

	TRY(pg_ready(pg, why));
	if (no < pg->n_prepared && pg->prepared[no] != 0)
		return OK;
	TRY(pipe_prepare(pg, no, why));
	rc = pipe_flush(pg, NULL, why);
	if (rc == ERR_INTERNAL)
		log_error(LOG_DB, "prepare", "%s", why->text[LANG_EN]);
	return rc;
}

static bool
is_select(int no)
{
	return strncmp(stmt_at(no)->sql[DB_POSTGRES], "SELECT", 6) == 0;
}

static enum err
pg_run(void *conn, int no, const struct val *args, size_t n_args, row_fn *fn,
       void *ctx, int64_t *changed, struct why *why)
{
	struct pg *pg = conn;
	struct run run = { .fn = fn, .ctx = ctx };
	struct pg_args encoded;
	enum err rc;

	*changed = 0;
	TRY(pg_ready(pg, why));
	arena_reset(&pg->args);
	TRY(pg_encode(&pg->args, args, n_args, &encoded, why));
	TRY(pipe_run(pg, no, &encoded, why));
	pg->noticed = false;
	rc = pipe_flush(pg, &run, why);
	*changed = run.changed;
	/* Without BEGIN the statement commits itself. */
	if (!pg->in_tx && !is_select(no) && is_unconfirmed(pg, rc))
		return unconfirmed(why);
	return rc != OK ? rc : run.stopped;
}

/* libpq has copied the arguments; the answer is read with the next ones. */
static enum err
send_later(struct pg *pg, int no, const struct pg_args *encoded,
	   struct why *why)
{
	TRY(pipe_run(pg, no, encoded, why));
	pg->open = true;
	return OK;
}

static enum err
pg_later(void *conn, int no, const struct val *args, size_t n_args,
	 struct why *why)
{
	struct pg *pg = conn;
	struct pg_args encoded;

	/* At once: a name must not be given twice in one queue. */
	TRY(pg_prepare(conn, no, why));
	arena_reset(&pg->args);
	TRY(pg_encode(&pg->args, args, n_args, &encoded, why));
	return send_later(pg, no, &encoded, why);
}

static enum err
pg_many(void *conn, int no, const struct val *rows, size_t width, size_t n,
	struct why *why)
{
	struct pg *pg = conn;
	struct pg_args encoded;

	TRY(pg_prepare(conn, no, why));
	arena_reset(&pg->args);
	TRY(pg_encode_many(&pg->args, rows, width, n, &encoded, why));
	return send_later(pg, no, &encoded, why);
}

static enum err
pg_settle(void *conn, struct why *why)
{
	struct pg *pg = conn;

	if (!pg->open)
		return OK;
	TRY(pg_ready(pg, why));
	return pipe_flush(pg, NULL, why);
}

static const char *
pg_column(void *conn, int no, size_t i)
{
	struct pg *pg = conn;
	char name[16];

	if (pg->described == NULL || pg->described_no != no) {
		struct why why = { 0 };

		must(pipe_flush(pg, NULL, &why) == OK);
		must(PQexitPipelineMode(pg->c) == 1);
		(void)snprintf(name, sizeof(name), "s%d", no);
		PQclear(pg->described);
		pg->described = PQdescribePrepared(pg->c, name);
		pg->described_no = no;
		must(PQenterPipelineMode(pg->c) == 1);
	}
	if (i >= (size_t)PQnfields(pg->described))
		return NULL;
	return PQfname(pg->described, (int)i);
}

const struct driver driver_pg = {
	.kind = DB_POSTGRES,
	.open = pg_open,
	.close = pg_close,
	.ping = pg_ping,
	.control = pg_control,
	.commit = pg_commit,
	.script = pg_script,
	.prepare = pg_prepare,
	.run = pg_run,
	.later = pg_later,
	.many = pg_many,
	.settle = pg_settle,
	.column = pg_column,
	.begin = { "", "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
		   "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE" },
};
