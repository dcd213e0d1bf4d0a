/*
 * stream.h - the only writer of signals: groups of them, one durable commit,
 * each giver told after it.
 *
 * On SQLite they go through the program's one write lane, on PostgreSQL
 * through a lane of their own.  What comes while a commit is on its way waits
 * and goes into the next one together.  Ids are given inside the lane, so
 * that they grow in the order of commits on a node: the raiser reads the
 * stream by a cursor and misses nothing.
 */
#ifndef ALARM_STREAM_H
#define ALARM_STREAM_H

#include "alarm/signal.h"
#include "db/lane.h"

struct stream;

/* A commit that lost its client may still be on its way for so long. */
#define STREAM_DOUBT_MS (5 * SECOND_MS)

/*
 * Signals to be written together.  The giver owns it, and all that the
 * signals point to, until done() was called.
 */
struct stream_piece {
	struct stream_piece *next; /* the stream's */
	struct signal *signals;
	size_t n;
	/* On the lane's thread, after the commit or its failure: rc OK means
	 * durable.  Ids are then filled in. */
	void (*done)(struct stream_piece *p, enum err rc);
	void *ctx; /* the giver's */
};

struct stream_conf {
	const char *url;     /* of the database */
	struct lane *writer; /* the program's write lane */
	size_t queue_max;    /* pieces that wait */
};
MUST_CHECK enum err stream_open(const struct stream_conf *conf,
				struct stream **out, struct why *why);
/* ERR_BUSY when too much waits; done() is then not called. */
MUST_CHECK enum err
stream_put(struct stream *s, struct stream_piece *p, struct why *why);
/* The newest signal's id that is durable, as soon as it is greater than
 * after; at the latest after wait_ms, and then it may not be.  At start it is
 * the newest of this node in the table. */
int64_t stream_wait(struct stream *s, int64_t after, int64_t wait_ms);
/*
 * Every signal of this node up to this id is in the table, or never will be:
 * a reader that goes no further misses nothing.  On PostgreSQL others commit
 * greater ids while a group of ours is on its way; and a commit whose outcome
 * is unknown may still come true, so that its ids are waited for.
 */
int64_t stream_settled(struct stream *s, int64_t now_ms);
/* Pieces on their way: others (the raiser) give way to them. */
size_t stream_waiting(struct stream *s);
struct stream_figures {
	uint64_t groups, rows, failed, refused; /* failed: pieces */
};
struct stream_figures stream_figures(struct stream *s);
/* Returns when every done() was called. */
void stream_close(struct stream **s);

#endif
