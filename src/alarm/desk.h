/*
 * desk.h - what the alarm desk shows: the queue with its clocks and counts,
 * and everything about one alarm.  Only reading; bounded, whatever is open.
 *
 * A list comes as rows with a table that names and types their columns, so
 * that who writes the answer needs no code per list.
 */
#ifndef ALARM_DESK_H
#define ALARM_DESK_H

#include "kind/task.h"

enum desk_type { DESK_ID, DESK_INT, DESK_TEXT, DESK_BOOL };
struct desk_col {
	const char *name; /* NULL ends */
	enum desk_type type;
};
struct desk_list {
	const char *name; /* of the member */
	const struct desk_col *cols;
	struct rows rows;
};

struct desk_counts {
	/* What is open by state, priority and level: how many, the oldest. */
	struct desk_list tally;
	int64_t fresh, handling, parked, closing, escalated, test, total;
	int64_t undecoded, unknown; /* counted up to 1000 */
	int64_t service_modes, faults;
	int64_t incidents_escalated, incidents_to_tell, incidents_to_review;
	int64_t rate_10min; /* alarms opened in the last 10 minutes */
};
MUST_CHECK enum err desk_counts(struct task *t, struct desk_counts *out);

/* The queue, most urgent first, then the oldest: at most 300 new ones and 100
 * of each other state. */
MUST_CHECK enum err desk_queue(struct task *t, struct desk_list *out);
/* Running clocks of the same alarms, of their incidents and of patrols that
 * have not answered: alarm, name, start_ms, due_ms, warned, source, register;
 * in the order of the alarms' ids. */
MUST_CHECK enum err desk_clocks(struct task *t, struct desk_list *out);
/* Who is on duty in a shift, and who was. */
MUST_CHECK enum err
desk_members(struct task *t, int64_t shift, struct desk_list *out);

/* One alarm. */
struct desk_alarm {
	int64_t id, site, customer, panel, plan, incident;
};
enum desk_part {
	DESK_ZONES,
	DESK_CONTACTS,
	DESK_STEPS,
	DESK_ENTRIES,
	DESK_SIGNALS,
	DESK_LINKS, /* where the picture of a signal is */
	DESK_PREVIOUS,
	DESK_MODES,
	DESK_FAULTS,
	DESK_DISPATCHES,
	DESK_POLICE,
	DESK_PHOTOS,
	DESK_NOTICES,
	DESK_TIMELINE,
	DESK_PART_N
};
MUST_CHECK enum err desk_part(struct task *t, const struct desk_alarm *a,
			      enum desk_part part, struct desk_list *out);
/* Alarms of the site in 30 days, and the false ones of them. */
MUST_CHECK enum err desk_history(struct task *t, const struct desk_alarm *a,
				 int64_t *alarms, int64_t *false_alarms);

#endif
