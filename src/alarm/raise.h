/*
 * raise.h - from the stream to the desk: what becomes of each signal.
 *
 * raise_signal applies the rules to one signal inside a task: service mode,
 * swinger, runaway, delay, verification, restores, faults.  Its time is
 * t->now_ms.  What it finds itself (a swinger, a late closing) it writes into
 * the stream as a signal of our own, in the same transaction; the raiser then
 * reads it as any other.
 *
 * The raiser is the thread that reads this node's signals behind a cursor per
 * priority, the highest first; cursor and effect are one transaction, so each
 * signal has its effect exactly once.
 */
#ifndef ALARM_RAISE_H
#define ALARM_RAISE_H

#include "alarm/signal.h"
#include "alarm/stream.h"
#include "db/lane.h"

/* t->who must be the program of the signal's org. */
MUST_CHECK enum err raise_signal(struct task *t, const struct signal *s);
/* What is due by time: delays that ended, reminders, service modes that are
 * over, schedules; up to a time before which every signal was handled.  Sets
 * t->who itself; *n how many it handled, at most max of each. */
MUST_CHECK enum err
raise_sweep(struct task *t, int64_t upto_ms, int64_t max, int64_t *n);

struct raiser;
struct raiser_conf {
	const char *url;       /* of the database, for reading */
	struct lane *writer;   /* the program's write lane */
	struct stream *stream; /* it gives way to; NULL: nobody to wait for */
	/* After a commit: what the live feed is to hear. */
	void (*publish)(void *ctx, const struct task *t);
	void *ctx;
};
MUST_CHECK enum err raiser_open(const struct raiser_conf *conf,
				struct raiser **out, struct why *why);
struct raiser_figures {
	uint64_t handled, failed; /* signals */
	uint64_t waiting[5];	  /* per priority, P1 first */
};
struct raiser_figures raiser_figures(struct raiser *r);
/* Ends after the piece in hand. */
void raiser_close(struct raiser **r);

#endif
