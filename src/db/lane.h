/*
 * lane.h - database work in groups: many producers, one durable commit, each
 * told after it.
 *
 * A write lane takes what waits (up to batch_max), runs it in one
 * transaction, each piece behind its own savepoint, commits, and only then
 * calls every done().  A failed piece is undone alone.  Read lanes run each
 * piece in a transaction of its own.  The queue is bounded: a full one says
 * so at once.
 */
#ifndef DB_LANE_H
#define DB_LANE_H

#include "db/db.h"

struct work {
	/* On the lane's thread, in a transaction. */
	enum err (*run)(struct work *w, struct db *db, struct why *why);
	/* On the lane's thread, after the commit (or its failure). */
	void (*done)(struct work *w, enum err rc, const struct why *why);
	/* A run() that can fail only with the database: no savepoint. */
	bool plain;
	/* A run() by itself, between two transactions. */
	bool bare;
	struct work *next; /* the lane's */
	enum err rc;	   /* the lane's */
	struct why why;	   /* the lane's */
};

struct lane_conf {
	const char *name; /* for the log */
	const char *url;
	enum tx tx;
	size_t threads;	  /* a write lane on SQLite has one */
	size_t batch_max; /* 1 for reading */
	size_t queue_max;
};

struct lane;
MUST_CHECK enum err
lane_open(const struct lane_conf *conf, struct lane **out, struct why *why);
/* ERR_BUSY when the queue is full; done() is then not called. */
MUST_CHECK enum err lane_put(struct lane *l, struct work *w, struct why *why);
/* Puts and waits; for jobs and the command line, never for HTTP threads. */
MUST_CHECK enum err lane_do(struct lane *l, struct work *w, struct why *why);
/* Finishes what waits, then stops. */
void lane_close(struct lane **l);

struct lane_figures {
	uint64_t groups, pieces, failed, refused;
	size_t waiting;
};
struct lane_figures lane_figures(struct lane *l);

#endif
