/*
 * unknown.h - what became of signals that nobody knew or read: a person
 * settles them, group by group (doc/alarm.md, "The way of a signal").
 *
 * A group is what came over one line from one account with one fate, up to
 * the signal that the person has seen: what came meanwhile stays to be seen.
 * The signals themselves never change.  The alarm that the group raised is
 * restored and told what was done; a person closes it.
 */
#ifndef ALARM_UNKNOWN_H
#define ALARM_UNKNOWN_H

#include "kind/register.h"

/* ERR_STATE when the signal is neither unknown nor undecoded (any more);
 * *n is how many were settled. */
MUST_CHECK enum err
unknown_settle(struct task *t, int64_t signal, struct str note, int64_t *n);

/* The group is read again by what is known now; the raiser does it within a
 * second (alarm/raise_again.c).  What is still not understood comes back. */
MUST_CHECK enum err unknown_again(struct task *t, int64_t signal, int64_t *n);

/* The account and line of the group become those of the panel, as its
 * register allows; then the group is settled, or judged again. */
MUST_CHECK enum err unknown_connect(struct task *t, int64_t signal,
				    int64_t panel, bool again, int64_t *n);

#endif
