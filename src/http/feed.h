/*
 * feed.h - the live feed: a ring of events per organisation, numbered without
 * gaps, and the listeners on it.
 *
 * Numbers start anew with the program; the epoch in every id tells, and a
 * listener that asks for another epoch or for something that the ring no
 * longer has gets a reset event.  A listener holds no events of its own, only
 * its place in the ring: who is so slow that the ring overtakes him gets a
 * reset and is let go; his browser comes back by itself.
 *
 * Listeners come by http_answer_feed (http.h).  All functions from any
 * thread.
 */
#ifndef HTTP_FEED_H
#define HTTP_FEED_H

#include "kind/task.h"

struct feed;
/* ring_max: events kept per organisation.  listeners_max: in all. */
struct feed *feed_new(int64_t now_ms, size_t ring_max, size_t listeners_max);
/* Ends all streams and takes no new ones; before http_close. */
void feed_stop(struct feed *f);
void feed_free(struct feed **f); /* after http_close */
/* Publishes in order; called after the commit. */
void feed_put(struct feed *f, const struct event *events);
/* The same for the many of whom few ever listen (customers): those who never
 * did cost nothing. */
void feed_put_heard(struct feed *f, const struct event *events);
/* Ends the streams of a person who signed out or whose account was changed:
 * his browser comes back, and is let in if he still may. */
void feed_leave(struct feed *f, int64_t user);
/* Every 5 s: heartbeats to all. */
void feed_beat(struct feed *f);

struct feed_figures {
	size_t listeners;
	uint64_t events, resets, bytes;
};
struct feed_figures feed_figures(struct feed *f);

#endif
