/* idempotency.h - the first answer to an Idempotency-Key is given again. */
#ifndef HTTP_IDEMPOTENCY_H
#define HTTP_IDEMPOTENCY_H

#include "http/call.h"

/* Fills the reply and *answered when this key was answered before. */
MUST_CHECK enum err idempotency_find(struct call *c, bool *answered);
/* Keeps the answer in the transaction of the work itself. */
MUST_CHECK enum err idempotency_keep(struct call *c);
/* Drops answers older than a day; a job's work. */
MUST_CHECK enum err idempotency_sweep(struct task *t);

#endif
