/*
 * panel_fleet.h - many simulated panels at once: one thread, a heap of what
 * is due, datagrams over a few sockets, a TCP connection per panel.
 *
 * Each panel is one that waits for its answer: one message under way, the
 * others behind it, the same sequence number at each attempt.
 */
#ifndef CLI_PANEL_FLEET_H
#define CLI_PANEL_FLEET_H

#include <signal.h>

#include "cli/panel_scenario.h"

struct fleet;
struct fleet_conf {
	const struct scenario *scenario;
	const char *to; /* HOST:PORT or [v6]:PORT */
	/* Once a second; may be NULL. */
	void (*tell)(void *ctx, struct fleet *f);
	void *ctx;
};

/* Until the scenario's end, or *stop. */
MUST_CHECK enum err
fleet_run(const struct fleet_conf *conf, const volatile sig_atomic_t *stop,
	  struct fleet **out, struct why *why);
void fleet_free(struct fleet **f);

/* A line for people, of what came since the last; the whole as JSON. */
void fleet_line(struct fleet *f, enum lang lang, struct buf *out);
void fleet_report(struct fleet *f, struct buf *out);

#endif
