/*
 * pg_pipe.c - statements queued, sent together, answered in order.
 *
 * BEGIN, SAVEPOINT and RELEASE wait in libpq's buffer and travel with the
 * next statement: they cost no round trip of their own.  Each flush ends
 * with a Sync.  After an error the server skips what follows up to that
 * Sync; those answers say PIPELINE_ABORTED, and the queue is clean again for
 * ROLLBACK TO.  A Sync inside BEGIN … COMMIT commits nothing.
 */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "db/pg.h"

static enum err
queued(struct pg *pg, int sent, enum wait_kind kind, int no, struct why *why)
{
	if (sent != 1)
		return pg_fail(pg, NULL, "", why);
	must(pg->n_waits < WAITS_MAX);
	pg->waits[pg->n_waits++] = (struct wait){ kind, no };
	return OK;
}

/* Room for the largest that is queued at once: prepare and run. */
static enum err
room(struct pg *pg, struct why *why)
{
	if (pg->n_waits + 2 < WAITS_MAX)
		return OK;
	return pipe_flush(pg, NULL, why);
}

static int
control_find(struct pg *pg, const char *sql)
{
	int i = 0;

	while (i < pg->n_controls && strcmp(pg->controls[i].sql, sql) != 0)
		i++;
	must(i < CONTROLS_MAX && strlen(sql) < sizeof(pg->controls[i].sql));
	if (i == pg->n_controls) {
		memcpy(pg->controls[i].sql, sql, strlen(sql) + 1);
		pg->controls[i].prepared = false;
		pg->n_controls++;
	}
	return i;
}

enum err
pipe_control(struct pg *pg, const char *sql, enum wait_kind kind,
	     struct why *why)
{
	int no = control_find(pg, sql);
	char name[16];

	TRY(room(pg, why));
	(void)snprintf(name, sizeof(name), "c%d", no);
	/* Not prepared in the pipeline: a step that is skipped after an error
	 * would leave its name unknown to the next. */
	if (pg->controls[no].prepared)
		return queued(pg,
			      PQsendQueryPrepared(pg->c, name, 0, NULL, NULL,
						  NULL, 0),
			      kind, no, why);
	return queued(pg,
		      PQsendQueryParams(pg->c, sql, 0, NULL, NULL, NULL, NULL,
					0),
		      kind, no, why);
}

/* The highest $n of the text; fewer than in the other dialect, perhaps. */
static int
params_count(const char *sql)
{
	int most = 0;

	for (const char *p = strchr(sql, '$'); p != NULL;
	     p = strchr(p + 1, '$')) {
		int n = 0;

		while (p[1] >= '0' && p[1] <= '9' && n < 1000)
			n = n * 10 + (*++p - '0');
		most = n > most ? n : most;
	}
	return most;
}

static const char *
stmt_name(int no, char name[16])
{
	(void)snprintf(name, 16, "s%d", no);
	return name;
}

/* Statements are made at start, some perhaps after this connection. */
static void
prepared_grow(struct pg *pg, int no)
{
	int n = stmt_count() > no ? stmt_count() : no + 1;

	if (no < pg->n_prepared)
		return;
	pg->prepared = mem_grow(pg->prepared, (size_t)n * sizeof(int));
	memset(pg->prepared + pg->n_prepared, 0,
	       (size_t)(n - pg->n_prepared) * sizeof(int));
	pg->n_prepared = n;
}

enum err
pipe_prepare(struct pg *pg, int no, struct why *why)
{
	const char *sql = stmt_at(no)->sql[DB_POSTGRES];
	char name[16];

	prepared_grow(pg, no);
	if (pg->prepared[no] != 0)
		return OK;
	must(sql != NULL);
	TRY(room(pg, why));
	return queued(pg,
		      PQsendPrepare(pg->c, stmt_name(no, name), sql, 0, NULL),
		      WAIT_PREPARE, no, why);
}

enum err
pipe_run(struct pg *pg, int no, const struct pg_args *args, struct why *why)
{
	int n = params_count(stmt_at(no)->sql[DB_POSTGRES]);
	char name[16];

	TRY(room(pg, why));
	TRY(pipe_prepare(pg, no, why));
	return queued(pg,
		      PQsendQueryPrepared(pg->c, stmt_name(no, name), n,
					  args->values, args->lengths,
					  args->formats, 0),
		      WAIT_RUN, no, why);
}

static enum err
row_take(struct pg *pg, const PGresult *r, struct run *run, struct why *why)
{
	int width = PQnfields(r);

	arena_reset(&pg->row);
	if (run->row == NULL)
		run->row = ARENA_ARRAY(&pg->args, (size_t)width, struct val);
	for (int i = 0; i < width; i++)
		run->row[i] = pg_decode(r, 0, i, &pg->row);
	return run->fn(run->row, (size_t)width, run->ctx, why);
}

/* A statement's last result: the rows are all there, or it changed some. */
static enum err
end_take(struct pg *pg, PGresult *r, const struct wait *w, struct run *run,
	 struct why *why)
{
	const char *tag = PQcmdStatus(r);
	int64_t n;

	if (w->kind == WAIT_PREPARE)
		pg->prepared[w->no] =
		    1 + params_count(stmt_at(w->no)->sql[DB_POSTGRES]);
	/* COMMIT of a transaction in which something failed says ROLLBACK. */
	if (w->kind == WAIT_COMMIT && strcmp(tag, "COMMIT") != 0)
		return fail(why, ERR_INTERNAL,
			    "a statement failed before; nothing was written",
			    "此前有语句失败，未写入任何内容");
	if (w->kind == WAIT_RUN && run != NULL &&
	    strncmp(tag, "SELECT", 6) != 0 &&
	    str_to_int(str_of(PQcmdTuples(r)), 0, INT64_MAX, &n))
		run->changed = n;
	return OK;
}

static enum err
result_take(struct pg *pg, PGresult *r, const struct wait *w, struct run *run,
	    struct why *why)
{
	ExecStatusType status = PQresultStatus(r);

	if (status == PGRES_SINGLE_TUPLE) {
		/* After fn stopped, the rest is read and thrown away: a
		 * cancel would take the transaction with it. */
		if (run != NULL && run->stopped == OK)
			run->stopped = row_take(pg, r, run, why);
		return OK;
	}
	if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
		return end_take(pg, r, w, run, why);
	if (pg_makes_stale(pg, r))
		pg->stale = true;
	return pg_fail(pg, r,
		       w->kind == WAIT_CONTROL || w->kind == WAIT_COMMIT ?
			   "control" :
			   stmt_at(w->no)->name,
		       why);
}

/* All results of one queued thing. */
static enum err
answer_read(struct pg *pg, const struct wait *w, struct run *run,
	    struct why *why)
{
	enum err rc = OK;
	PGresult *r;

	if (w->kind == WAIT_RUN)
		/* Fails only when it is skipped; then there are no rows. */
		(void)PQsetSingleRowMode(pg->c);
	while ((r = PQgetResult(pg->c)) != NULL) {
		/* What was skipped is explained by what failed before. */
		if (rc == OK && PQresultStatus(r) != PGRES_PIPELINE_ABORTED)
			rc = result_take(pg, r, w, run, why);
		PQclear(r);
	}
	return rc;
}

/* Up to the answer to our Sync; an error here is one of the end of an
 * implicit transaction. */
static enum err
sync_read(struct pg *pg, struct why *why)
{
	enum err rc = OK;
	bool synced = false;

	while (!synced && !pg_is_lost(pg)) {
		PGresult *r = PQgetResult(pg->c);
		ExecStatusType status = PQresultStatus(r);

		synced = status == PGRES_PIPELINE_SYNC;
		if (r != NULL && !synced && rc == OK)
			rc = pg_fail(pg, r, "sync", why);
		PQclear(r);
	}
	if (!synced && rc == OK)
		rc = pg_fail(pg, NULL, "", why);
	return rc;
}

enum err
pipe_send(struct pg *pg, struct why *why)
{
	if (PQpipelineSync(pg->c) == 1)
		return OK;
	pg->n_waits = 0;
	return pg_fail(pg, NULL, "", why);
}

enum err
pipe_settle(struct pg *pg, struct run *run, struct why *why)
{
	struct why later = { 0 };
	enum err rc = OK, one;

	pg->streaming = true;
	for (size_t i = 0; i < pg->n_waits; i++) {
		/* The rows are those of the last: before it, db_later. */
		one = answer_read(pg, &pg->waits[i],
				  i + 1 == pg->n_waits ? run : NULL,
				  rc == OK ? why : &later);
		rc = rc == OK ? one : rc;
	}
	one = sync_read(pg, rc == OK ? why : &later);
	pg->streaming = false;
	pg->open = false;
	pg->n_waits = 0;
	return rc == OK ? one : rc;
}

enum err
pipe_flush(struct pg *pg, struct run *run, struct why *why)
{
	TRY(pipe_send(pg, why));
	return pipe_settle(pg, run, why);
}
