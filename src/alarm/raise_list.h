/*
 * raise_list.h - signals that wait to be handled, a list per priority; pure.
 *
 * Ids are entered in their order and leave their list in that order.  A list
 * that is full forgets what comes behind and is read again from there when it
 * has room: a flood of one priority hides no signal of a more urgent one.
 */
#ifndef ALARM_RAISE_LIST_H
#define ALARM_RAISE_LIST_H

#include "base/arena.h"

#define RAISE_PRIORITIES 5

struct raise_list {
	int64_t *ids; /* a ring */
	size_t head, n;
	int64_t cursor; /* as in the table: done up to here */
	int64_t last;	/* nothing up to here has to be entered any more */
	int64_t cut;	/* the first that was forgotten; 0: none */
};
struct raise_lists {
	struct raise_list of[RAISE_PRIORITIES]; /* P1 first */
	size_t max;				/* of a list */
	int64_t scanned; /* all up to here are entered, forgotten or done */
};

void raise_lists_init(struct raise_lists *l, size_t max, struct arena *a);
/* The cursors are set: reading begins behind the least of them. */
void raise_lists_start(struct raise_lists *l);
/* The next of the stream; mine: to be handled by this node. */
void raise_lists_enter(struct raise_lists *l, int64_t id, int64_t priority,
		       bool mine);
/* Before reading on: goes back to what was forgotten and now has room. */
void raise_lists_again(struct raise_lists *l);
/* The most urgent list in which something waits; -1: none. */
int raise_lists_highest(const struct raise_lists *l);
/* The first of a list, at most max; and where all cursors stand once they
 * are done. */
size_t raise_lists_first(const struct raise_lists *l, int list, size_t max,
			 int64_t *ids, int64_t cursor[RAISE_PRIORITIES]);
/* They are done. */
void raise_lists_done(struct raise_lists *l, int list, size_t n,
		      const int64_t cursor[RAISE_PRIORITIES]);
/* The cursors were read again: what stands before them is done. */
void raise_lists_skip(struct raise_lists *l);

#endif
