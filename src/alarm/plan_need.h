/* plan_need.h - which events ask for an action plan (NET-8.4.1b). */
#ifndef ALARM_PLAN_NEED_H
#define ALARM_PLAN_NEED_H

#include "base/arena.h"

/* Classes of alarms and faults with the priorities that their codes have, the
 * most urgent first; what is only logged (P5) needs no plan. */
struct plan_need {
	struct str class;
	int64_t priority;
};
size_t plan_needs(struct arena *a, struct plan_need **out);

#endif
