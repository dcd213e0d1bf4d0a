/*
 * schedule.h - arming schedules: what is expected of a partition, and what
 * happened instead.
 *
 * The judging is pure: days and minutes in, a verdict or an instant out.
 */
#ifndef ALARM_SCHEDULE_H
#define ALARM_SCHEDULE_H

#include "kind/register.h"

struct schedule_holiday {
	int64_t from_day, to_day; /* days since 1970 */
	bool is_working;	  /* a working day instead */
};
struct schedule {
	int64_t id, org, site, customer, panel;
	int64_t part_no;	     /* -1: the whole panel */
	int64_t open_min, close_min; /* of the day; close before open: next */
	int64_t tolerance_ms, repeat_ms; /* repeat 0: once */
	bool tell_late_open, tell_early_open;
	bool weekday[7]; /* Monday first */
	struct schedule_holiday *holidays;
	size_t n_holidays;
	struct str account;
};

bool schedule_works_on(const struct schedule *s, int64_t day);
enum opening { OPENING_GOOD, OPENING_EARLY, OPENING_ODD };
enum opening
schedule_judge(const struct schedule *s, const struct zone *tz, int64_t at_ms);
/* The next instant after which something is late, later than after_ms;
 * *is_open: an opening.  INT64_MAX: no working day within a year. */
int64_t schedule_next(const struct schedule *s, const struct zone *tz,
		      int64_t after_ms, bool *is_open);

/* Minutes of the day from "HH:MM". */
bool day_minute(struct str s, int64_t *out);
/* After a schedule or a holiday was written: the sweep looks at it, or at all
 * of the organisation's, anew. */
enum err schedule_changed(struct task *t, int64_t id, const struct val *old,
			  const struct val *row);
enum err holiday_changed(struct task *t, int64_t id, const struct val *old,
			 const struct val *row);

#endif
