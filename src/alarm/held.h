/*
 * held.h - held back 暂缓报警: an episode in which a rule kept the signals of
 * a panel from the desk - a delay, a zone or a panel without end, a service
 * that is suspended.
 *
 * One row and two entries of the journal for an episode, however many signals
 * it has; what follows signal by signal is not journaled.
 */
#ifndef ALARM_HELD_H
#define ALARM_HELD_H

#include "alarm/signal.h"
#include "kind/process.h"

extern const struct reg held_reg;
extern const struct process held_process;

enum held_kind { HELD_DELAY, HELD_SWINGER, HELD_RUNAWAY, HELD_SUSPENDED };

/* zone: of the register, 0 none; name: of the code, for people. */
struct held_new {
	enum held_kind kind;
	const struct signal *signal;
	int64_t zone, until_ms; /* until 0: no end is known */
	struct str name;
};
MUST_CHECK enum err
held_begin(struct task *t, const struct held_new *in, int64_t *id);
/* One more signal; until_ms 0: as it was. */
MUST_CHECK enum err held_count(struct task *t, int64_t id,
			       const struct signal *s, int64_t until_ms);
/* The open episode of a panel; 0: none. */
MUST_CHECK enum err held_of(struct task *t, int64_t org, int64_t panel,
			    enum held_kind kind, int64_t *id);
/* "lapse", "raise" or "over"; nothing happens when it has ended. */
MUST_CHECK enum err held_end(struct task *t, int64_t id, const char *event);

#endif
