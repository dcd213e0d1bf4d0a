/* pg.h - the parts of the PostgreSQL driver; only pg*.c includes it. */
#ifndef DB_PG_H
#define DB_PG_H

#include <libpq-fe.h>

#include "db/driver.h"

/* What a reply in the pipeline answers, in the order of sending. */
enum wait_kind { WAIT_CONTROL, WAIT_COMMIT, WAIT_PREPARE, WAIT_RUN };
struct wait {
	enum wait_kind kind;
	int no; /* WAIT_PREPARE, WAIT_RUN: statement; WAIT_CONTROL: control */
};
#define WAITS_MAX 32

/* Texts such as SAVEPOINT piece: few, so each is prepared once. */
#define CONTROLS_MAX 16
struct control {
	char sql[80];
	bool prepared;
};

struct pg {
	PGconn *c;
	char *url;
	bool in_tx;   /* from BEGIN to the end of it, lost or not */
	bool reading; /* that transaction is READ ONLY */
	bool connecting;
	bool streaming; /* rows are being handed out */
	bool stale;	/* schema or role of the server changed: connect anew */
	bool open;	/* statements of db_later are queued */
	bool owed;	/* the answer to the ROLLBACK of a read */
	bool noticed;	/* a warning came since this was cleared */
	struct wait waits[WAITS_MAX];
	size_t n_waits;
	struct control controls[CONTROLS_MAX];
	int n_controls;
	int *prepared; /* by statement number: 0, or 1 + its parameters */
	int n_prepared;
	struct arena args, row;
	PGresult *described; /* columns of statement described_no */
	int described_no;
};

/* pg_conn.c: a connection with every session setting read back. */
enum err pg_connect(struct pg *pg, struct why *why);
/*
 * Makes sure that there is a connection.  Outside of a transaction a lost
 * one is made again; inside, ERR_STORAGE.
 */
enum err pg_ready(struct pg *pg, struct why *why);
bool pg_is_lost(const struct pg *pg);
/* The same after a look: a server that goes says so or closes, unasked. */
bool pg_is_gone(struct pg *pg);

/* pg_fail.c: an error reply, or PQerrorMessage when r is NULL. */
enum err
pg_fail(struct pg *pg, const PGresult *r, const char *subject, struct why *why);
/* Errors after which the connection must be made anew. */
bool pg_makes_stale(const struct pg *pg, const PGresult *r);

/* pg_val.c: values to parameters and back. */
struct pg_args {
	const char *const *values;
	const int *lengths, *formats;
};
enum err pg_encode(struct arena *a, const struct val *args, size_t n,
		   struct pg_args *out, struct why *why);
/* An array literal per column. */
enum err pg_encode_many(struct arena *a, const struct val *rows, size_t width,
			size_t n, struct pg_args *out, struct why *why);
/* Bytes live in the arena, everything else in r. */
struct val pg_decode(const PGresult *r, int row, int col, struct arena *a);

/* pg_pipe.c: statements queued, sent together, answered in order. */
struct run {
	row_fn *fn;
	void *ctx;
	int64_t changed;
	enum err stopped; /* what fn said */
	struct val *row;  /* width of them, once there is a row */
};
enum err pipe_control(struct pg *pg, const char *sql, enum wait_kind kind,
		      struct why *why);
enum err pipe_prepare(struct pg *pg, int no, struct why *why);
enum err
pipe_run(struct pg *pg, int no, const struct pg_args *args, struct why *why);
/* Sends what is queued and reads every answer; the first error counts. */
enum err pipe_flush(struct pg *pg, struct run *run, struct why *why);
/* Sends what is queued; the answers are read by pipe_settle, later. */
enum err pipe_send(struct pg *pg, struct why *why);
enum err pipe_settle(struct pg *pg, struct run *run, struct why *why);

#endif
