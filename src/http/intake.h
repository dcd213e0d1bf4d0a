/*
 * intake.h - what takes signals in, started and stopped in one place: stream,
 * raiser, supervision, directory, receiver.
 */
#ifndef HTTP_INTAKE_H
#define HTTP_INTAKE_H

#include "conf/conf.h"
#include "http/app.h"

struct intake;
/* app->writer is open.  Sets app->stream and app->supervise. */
MUST_CHECK enum err intake_open(const struct conf *conf, struct app *app,
				struct intake **out, struct why *why);
/* First of all: no new frames; what was taken is answered. */
void intake_stop(struct intake *in);
/* When nothing puts signals any more; before the lanes. */
void intake_close(struct intake **in);
/* Into /metrics. */
void intake_measure(const struct intake *in);

#endif
