/*
 * late.h - what db_last put off until the commit; for db.c alone.
 *
 * A savepoint that is undone takes along what was put off since.
 */
#ifndef DB_LATE_H
#define DB_LATE_H

#include "base/arena.h"
#include "db/db.h"

#define LATE_MARKS_MAX 4 /* savepoints inside one another */

struct late {
	struct arena room; /* the arguments */
	struct late_one {
		int stmt;
		size_t n_args;
		const struct val *args;
	} * v;
	size_t n, cap, depth;
	size_t marks[LATE_MARKS_MAX];
};

void late_put(struct late *l, int stmt, const struct val *args, size_t n_args);
void late_mark(struct late *l);
void late_unmark(struct late *l, bool keep);
void late_clear(struct late *l); /* the transaction is over */
void late_release(struct late *l);

#endif
