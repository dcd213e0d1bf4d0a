/*
 * supervise_run.h - the supervision at work: one thread that keeps the time,
 * one that reads what changed, tells what happened and writes the rows.
 *
 * The first touches no database, so that a stalled one makes no panel seem
 * silent.
 */
#ifndef ALARM_SUPERVISE_RUN_H
#define ALARM_SUPERVISE_RUN_H

#include "alarm/stream.h"
#include "alarm/supervise.h"

struct supervise_run;
struct supervise_run_conf {
	const char *url;     /* of the database, for reading */
	struct lane *writer; /* the program's write lane */
	struct stream *stream;
	struct supervise_limits limits;
	int64_t node, sample_ms;
};
/* Returns when all panels are watched: frames may come. */
MUST_CHECK enum err supervise_open(const struct supervise_run_conf *conf,
				   struct supervise_run **out, struct why *why);
/* For the receiver and the screens; lives until supervise_close. */
struct supervise *supervise_of(struct supervise_run *r);
/* Writes all rows once more.  The receiver has stopped, the stream and the
 * lane have not. */
void supervise_close(struct supervise_run **r);

#endif
