/*
 * db.h - one interface over SQLite and PostgreSQL.
 *
 * Statements are named and closed: those in the .sql files (STMT_…, made by
 * sql/sqlgen.awk) and those that kind/register.c makes from field tables at
 * start.  Text is never built from input; values are always bound, by name
 * ($1 … $n).  A connection belongs to one thread.
 *
 * Errors: ERR_CONFLICT unique or foreign key; ERR_BUSY locked or
 * serialization, try again; ERR_STORAGE disk full, lost connection;
 * ERR_UNCERTAIN the commit's outcome is unknown.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include "base/arena.h"
#include "base/err.h"

enum val_type { VAL_NULL, VAL_INT, VAL_TEXT, VAL_BYTES };
struct val {
	enum val_type type;
	int64_t i;    /* VAL_INT */
	struct str s; /* VAL_TEXT, VAL_BYTES */
};
static inline struct val
val_int(int64_t i)
{
	return (struct val){ .type = VAL_INT, .i = i };
}
static inline struct val
val_id(int64_t id) /* 0 is NULL */
{
	return (struct val){ .type = id == 0 ? VAL_NULL : VAL_INT, .i = id };
}
static inline struct val
val_text(struct str s)
{
	return (struct val){ .type = VAL_TEXT, .s = s };
}
static inline struct val
val_bytes(const void *p, size_t n)
{
	return (struct val){ .type = VAL_BYTES, .s = { (const char *)p, n } };
}
static inline struct val
val_null(void)
{
	return (struct val){ .type = VAL_NULL };
}
bool val_eq(struct val a, struct val b);

/* ARGS(val_int(7), val_text(name)) fills the two arguments "args, n". */
#define ARGS(...)                            \
	(const struct val[]){ __VA_ARGS__ }, \
	    sizeof((const struct val[]){ __VA_ARGS__ }) / sizeof(struct val)
#define NO_ARGS NULL, 0

enum db_kind { DB_SQLITE, DB_POSTGRES, DB_KIND_N };
enum tx { TX_NONE, TX_READ, TX_WRITE };

/* A statement: the same text for both unless the dialects must differ. */
struct stmt {
	const char *name;
	const char *sql[DB_KIND_N];
	int n_args;
	const char *scan;    /* why a full scan is right here, or NULL */
	const char *any_org; /* why it names no org, or NULL */
};
/* Static ones are 0 … STMT_N-1; returns the number of a new one.  Only at
 * start, before a second thread runs; the strings live on. */
int stmt_add(const struct stmt *s);
const struct stmt *stmt_at(int no);
int stmt_count(void);

struct db;

/*
 * url: "sqlite:PATH" or a libpq URL "postgresql://…".  A SQLite file is made
 * when it is not there.  Every PRAGMA is read back.  The schema is not
 * touched: see db_upgrade.
 */
MUST_CHECK enum err db_open(const char *url, struct db **out, struct why *why);
void db_close(struct db **db);
enum db_kind db_kind(const struct db *db);
/* Is the connection good?  Reconnects a lost PostgreSQL connection. */
MUST_CHECK enum err db_ping(struct db *db, struct why *why);

/*
 * Maintenance between transactions.  db_tidy, by a connection that does
 * nothing else, brings SQLite's write-ahead log into the file beside the
 * writers; *long_log tells that the log has grown so far that it should begin
 * anew.  db_turn, by the writer itself and right after that, begins it anew:
 * little is left to bring over then, nobody waits for a lock, and readers who
 * still need the old one put it off to the next time.
 */
MUST_CHECK enum err db_tidy(struct db *db, bool *long_log, struct why *why);
MUST_CHECK enum err db_turn(struct db *db, struct why *why);

/* Transactions belong to the dispatcher, never to a handler. */
MUST_CHECK enum err db_begin(struct db *db, enum tx tx, struct why *why);
/* Commits when outcome is OK, else rolls back; returns what came of it. */
MUST_CHECK enum err db_end(struct db *db, enum err outcome, struct why *why);
/* One piece of work inside a transaction that may fail on its own. */
MUST_CHECK enum err db_mark(struct db *db, struct why *why);
MUST_CHECK enum err db_unmark(struct db *db, enum err outcome, struct why *why);

struct rows {
	size_t n, width;
	const char *const
	    *names;	     /* width of them; NULL for PostgreSQL: see db */
	const struct val *v; /* n * width */
};
static inline const struct val *
rows_at(const struct rows *r, size_t i)
{
	return r->v + i * r->width;
}

/*
 * Runs a statement.  The rows are copied into the arena: bound the number in
 * SQL.  out may be NULL when none are wanted.
 */
MUST_CHECK enum err
db_run(struct db *db, int stmt, const struct val *args, size_t n_args,
       struct arena *a, struct rows *out, struct why *why);
/*
 * Runs a statement whose answer nobody reads: the journal's insert, the
 * search words.  Over PostgreSQL it travels with the next one and saves a
 * round trip; its failure is told at db_settle, db_unmark or db_end, or by
 * the statement after it.  Not for what may conflict: the caller would not
 * learn which.
 */
MUST_CHECK enum err db_later(struct db *db, int stmt, const struct val *args,
			     size_t n_args, struct why *why);
/*
 * The same for n rows of width values each, as often as there are rows.  Over
 * PostgreSQL it is one statement: its text takes an array per column
 * (unnest), which costs the server a third less and one answer for all.
 */
MUST_CHECK enum err db_many(struct db *db, int stmt, const struct val *rows,
			    size_t width, size_t n, struct why *why);
/*
 * The same for what nothing in the transaction reads: the search words.  In
 * SQLite it runs just before the commit, its failure is told at db_end: its
 * search index writes a segment of its own per savepoint, and a group of
 * many would pay for each.
 */
MUST_CHECK enum err db_last(struct db *db, int stmt, const struct val *args,
			    size_t n_args, struct why *why);
/* Waits for what db_later left open. */
MUST_CHECK enum err db_settle(struct db *db, struct why *why);
/* Rows that the last db_run inserted, updated or deleted. */
int64_t db_changed(const struct db *db);

/* For many rows: fn is called per row (values live for that call only) and
 * stops the walk by returning other than OK.  fn runs no statement on the
 * same connection. */
typedef enum err
row_fn(const struct val *row, size_t width, void *ctx, struct why *why);
MUST_CHECK enum err
db_each(struct db *db, int stmt, const struct val *args, size_t n_args,
	row_fn *fn, void *ctx, struct why *why);

/* Rows into structs by a column table, in the order of the statement's
 * columns and with their names. */
enum col_type { COL_INT, COL_TEXT, COL_BOOL, COL_BYTES };
struct col {
	const char *name;
	enum col_type type;
	size_t offset; /* int64_t; struct str; bool; struct str */
};
/* Exactly one row into *out, or ERR_NOT_FOUND. */
MUST_CHECK enum err db_get(struct db *db, int stmt, const struct val *args,
			   size_t n_args, const struct col *cols, size_t n_cols,
			   struct arena *a, void *out, struct why *why);
/* All rows as an array of structs of `size` bytes in the arena. */
MUST_CHECK enum err
db_list(struct db *db, int stmt, const struct val *args, size_t n_args,
	const struct col *cols, size_t n_cols, size_t size, struct arena *a,
	void **out, size_t *n, struct why *why);

/*
 * Brings the schema to the newest version, each numbered migration in one
 * transaction with its version; those of a new database in one together.
 * ERR_STATE when the schema is newer than the program.  An empty database is
 * built even when allow is false; otherwise an older one needs allow (anwei
 * db upgrade).
 */
MUST_CHECK enum err
db_upgrade(struct db *db, bool allow, int64_t now_ms, struct why *why);
MUST_CHECK enum err db_version(struct db *db, int64_t *out, struct why *why);
int64_t db_version_newest(void);
/* Prepares every statement; ERR_INTERNAL names the first that does not. */
MUST_CHECK enum err db_check(struct db *db, struct why *why);
/* SQL text that is not a named statement: migrations, tests, tools. */
MUST_CHECK enum err db_script(struct db *db, const char *sql, struct why *why);

#endif
