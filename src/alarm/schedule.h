/*
 * schedule.h - arming schedules: what is expected of a partition, and what
 * happened instead.
 */
#ifndef ALARM_SCHEDULE_H
#define ALARM_SCHEDULE_H

#include "kind/register.h"

/* Minutes of the day from "HH:MM". */
bool day_minute(struct str s, int64_t *out);
/* After a schedule was written: the sweep looks at it anew. */
enum err schedule_changed(struct task *t, int64_t id, const struct val *old,
			  const struct val *row);

#endif
