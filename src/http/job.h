/*
 * job.h - work that nobody asks for: sealing, deadlines, tidying.
 *
 * One thread with a table of jobs, each with its period; what changes the
 * database goes through the write lane like everything else.
 */
#ifndef HTTP_JOB_H
#define HTTP_JOB_H

#include "http/app.h"
#include "kind/journal.h"

struct jobs;
struct jobs_conf {
	const struct app *app;
	const struct journal_key *key;
	const char *db_url;
	int64_t seal_ms, sweep_ms, checkpoint_ms, beat_ms;
};
MUST_CHECK enum err
jobs_open(const struct jobs_conf *conf, struct jobs **out, struct why *why);
/* Finishes the one that runs, seals what waits, stops. */
void jobs_close(struct jobs **j);

#endif
