/*
 * lockout.h - who fails to sign in waits: per login and per address.
 *
 * After the free tries (setting lockout.after) each failure doubles the wait:
 * 1, 2, 4 … lockout.max_min minutes.
 * The state is in the database, so a restart forgives nothing.  A login that
 * does not exist is locked like any other.
 */
#ifndef ORG_LOCKOUT_H
#define ORG_LOCKOUT_H

#include "kind/task.h"

enum lockout_of { LOCKOUT_LOGIN, LOCKOUT_ADDRESS, LOCKOUT_N };

/* The settings; before anything else, and on reload. */
void lockout_set(int64_t after, int64_t max_min);
/* How long the next try must wait after so many failures; 0: not at all. */
int64_t lockout_wait_ms(enum lockout_of of, int64_t failed);

/* ERR_LOCKED with why.retry_ms and the seconds in the sentence. */
MUST_CHECK enum err
lockout_check(struct task *t, enum lockout_of of, struct str name);
/* One more failure; *wait_ms is until the next try, 0: at once. */
MUST_CHECK enum err lockout_fail(struct task *t, enum lockout_of of,
				 struct str name, int64_t *wait_ms);
/* All is forgiven. */
MUST_CHECK enum err
lockout_clear(struct task *t, enum lockout_of of, struct str name);

#endif
