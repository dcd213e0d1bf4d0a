/*
 * feed.h - the live feed: a ring of events per organisation, numbered without
 * gaps, and the listeners on it.
 *
 * Numbers start anew with the program; the epoch in every id tells, and a
 * listener that asks for another epoch or for something that the ring no
 * longer has gets a reset event.
 */
#ifndef HTTP_FEED_H
#define HTTP_FEED_H

#include "kind/task.h"

struct feed;
/* ring_max: events kept per organisation. */
struct feed *feed_new(int64_t now_ms, size_t ring_max);
void feed_free(struct feed **f);
/* Publishes in order; called after the commit. */
void feed_put(struct feed *f, const struct event *events);
/* Every 5 s: heartbeats to all. */
void feed_beat(struct feed *f, int64_t now_ms);

struct feed_figures {
	size_t listeners;
	uint64_t events, resets, bytes;
};
struct feed_figures feed_figures(struct feed *f);

#endif
