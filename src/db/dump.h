/*
 * dump.h - a whole database out and in, for backup.
 *
 * Out: one consistent view, while writers run; SQLite by its online backup,
 * PostgreSQL as rows of every table from one snapshot.  In: only into an
 * empty place, all or nothing.
 */
#ifndef DB_DUMP_H
#define DB_DUMP_H

#include "db/db.h"

/* Where the bytes go, or come from: entries with names, one at a time. */
struct dump_sink {
	enum err (*begin)(void *ctx, struct str name, struct why *why);
	enum err (*bytes)(void *ctx, struct str bytes, struct why *why);
	enum err (*end)(void *ctx, struct why *why);
	void *ctx;
};

#define DUMP_CHUNK 262144

/* "sqlite" or "postgresql": what a dump can be given back to. */
const char *db_dump_kind(const char *url);
/* scratch: a path for SQLite's copy, which is removed again. */
MUST_CHECK enum err
db_dump(const char *url, const char *scratch, const struct dump_sink *to,
	int64_t *schema, struct why *why);

/*
 * The way back: *from is a sink that takes the entries of a dump with that
 * schema.  ERR_STATE when there is something already.  Nothing is there
 * until fill_close with OK.
 */
struct fill;
MUST_CHECK enum err
fill_open(const char *url, int64_t schema, struct fill **out,
	  struct dump_sink *from, struct why *why);
MUST_CHECK enum err
fill_close(struct fill **f, enum err outcome, struct why *why);

#endif
