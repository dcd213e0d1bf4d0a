/*
 * driver.h - what a database driver gives to db.c; nobody else includes it.
 *
 * db.c owns the statement table, transactions' bookkeeping, migrations and
 * the column tables; a driver owns the connection and its prepared
 * statements.
 */
#ifndef DB_DRIVER_H
#define DB_DRIVER_H

#include "db/db.h"

struct driver {
	enum db_kind kind;
	/* path: what follows "sqlite:", or the whole libpq URL. */
	enum err (*open)(const char *path, void **conn, struct why *why);
	void (*close)(void *conn);
	/* Makes sure the connection works; may reconnect outside of tx. */
	enum err (*ping)(void *conn, struct why *why);
	/* Control text: BEGIN IMMEDIATE, SAVEPOINT …; no rows. */
	enum err (*control)(void *conn, const char *sql, struct why *why);
	/* COMMIT apart, because its failure may be ERR_UNCERTAIN. */
	enum err (*commit)(void *conn, struct why *why);
	/* Several statements of trusted text (migrations). */
	enum err (*script)(void *conn, const char *sql, struct why *why);
	/* Prepares statement `no` once per connection. */
	enum err (*prepare)(void *conn, int no, struct why *why);
	/* Runs it; fn per row; *changed rows touched. */
	enum err (*run)(void *conn, int no, const struct val *args,
			size_t n_args, row_fn *fn, void *ctx, int64_t *changed,
			struct why *why);
	/* Runs it and tells of its failure later, at settle or commit; no
	 * rows.  NULL: the driver has nothing to gain. */
	enum err (*later)(void *conn, int no, const struct val *args,
			  size_t n_args, struct why *why);
	/* The same with an array per column.  NULL: row by row. */
	enum err (*many)(void *conn, int no, const struct val *rows,
			 size_t width, size_t n, struct why *why);
	enum err (*settle)(void *conn, struct why *why);
	/* Column names of a prepared statement; NULL beyond the last. */
	const char *(*column)(void *conn, int no, size_t i);
	/* Maintenance: see db_tidy, db_turn.  NULL: there is none. */
	enum err (*tidy)(void *conn, bool *long_log, struct why *why);
	enum err (*turn)(void *conn, struct why *why);
	const char *begin[3]; /* by enum tx */
};
extern const struct driver driver_sqlite, driver_pg;

#endif
