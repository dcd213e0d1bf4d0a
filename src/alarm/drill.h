/*
 * drill.h - drills 演练 of the handling plans: NET-8.4.1b, domain model C.3.9.
 *
 * A drill counts for the calendar year in which it was closed.  It is closed
 * only when participants, observed times, problems ("none" is said openly)
 * and the question whether the plan must change have been answered, and what
 * was found has been dealt with.
 */
#ifndef ALARM_DRILL_H
#define ALARM_DRILL_H

#include "kind/process.h"

extern const struct reg drill_reg;
extern const struct process drill_process;

#endif
