/*
 * clock.h - deadlines as rows with absolute times.
 *
 * A clock belongs to one row of a process.  One sweeper asks what is due and
 * handles it in batches; each clock warns at fractions of its limit (setting
 * clock.warn, 50/80/100 %).  Restarting loses nothing; several nodes share
 * the work (SKIP LOCKED) and each deadline has its effect exactly once.
 */
#ifndef KIND_CLOCK_H
#define KIND_CLOCK_H

#include "kind/task.h"

struct reg;

/* What an edge does to a clock: a column of the edge table. */
enum turn {
	KEEP,
	START,	 /* runs from t->now_ms, or from the row's start field */
	STOP,	 /* met when not yet due, else missed; the earliest counts */
	RESTART, /* a STOP is void: runs on from the original start */
	VOID,	 /* no longer counts */
	RELIMIT	 /* same start, new limit */
};

/* Per cent of the limit at which a clock warns; ascending, 100 the last. */
struct clock_warn {
	size_t n;
	int64_t percent[8];
};
void clock_warn_set(const struct clock_warn *w);

/* The rule behind a limit, shown to people: clause or contract number. */
struct clock_limit {
	int64_t limit_ms;
	const char *source; /* "SVC-6.1.2", "contract HT2026-00012" */
};

/* at_ms: what START and RELIMIT count from, when a STOP took place. */
MUST_CHECK enum err
clock_turn(struct task *t, const struct reg *r, int64_t row, const char *name,
	   enum turn turn, int64_t at_ms, struct clock_limit limit);
/* Was there ever one of this name? */
MUST_CHECK enum err
clock_has(struct task *t, int64_t row, const char *name, bool *out);

struct clock_view {
	int64_t id, org, row, start_ms, due_ms;
	int64_t stopped_ms; /* 0: running */
	int64_t warned;	    /* per cent reached and told */
	struct str reg, name, source;
	bool is_void;
};
MUST_CHECK enum err clock_list(struct task *t, const struct reg *r, int64_t row,
			       struct clock_view **out, size_t *n);
/* What runs in the organisation, the soonest due first; at most max. */
MUST_CHECK enum err
clock_running(struct task *t, int64_t max, struct clock_view **out, size_t *n);
/* "running" "warned" "overdue" "met" "missed" "void" */
const char *clock_state(const struct clock_view *c, int64_t now_ms);

/*
 * What a clock does when it reaches a fraction: by process and clock name,
 * called inside the sweeper's transaction.  The table is in process.c: the
 * process says it.
 */
typedef enum err
clock_fn(struct task *t, const struct clock_view *c, int64_t percent);

/* Handles up to max due clocks of all organisations; *handled < max: none
 * left.  t->who is the program; the org is set per clock. */
MUST_CHECK enum err clock_sweep(struct task *t, int64_t max, int64_t *handled);
/* When the next one is due, INT64_MAX: none. */
MUST_CHECK enum err clock_next(struct task *t, int64_t *at_ms);

#endif
