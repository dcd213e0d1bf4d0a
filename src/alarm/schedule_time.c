/* schedule_time.c - the pure part of arming schedules. */
#include "alarm/schedule.h"

#define LOOK_AHEAD_DAYS 366

/* 1970-01-01 was a Thursday; Monday is 0. */
static int
weekday_of(int64_t day)
{
	return (int)((day % 7 + 7 + 3) % 7);
}

bool
schedule_works_on(const struct schedule *s, int64_t day)
{
	for (size_t i = 0; i < s->n_holidays; i++) {
		const struct schedule_holiday *h = &s->holidays[i];

		if (day >= h->from_day && day <= h->to_day)
			return h->is_working;
	}
	return s->weekday[weekday_of(day)];
}

/* When the clocks of the zone show the minute of the day, also on days that
 * are shorter or longer than others. */
static int64_t
at_minute(const struct zone *tz, int64_t day, int64_t minute)
{
	int64_t shown_ms = day * DAY_MS + minute * MINUTE_MS;
	int64_t near_ms = shown_ms - zone_offset_ms(tz, shown_ms);

	return shown_ms - zone_offset_ms(tz, near_ms);
}

static int64_t
opens_ms(const struct schedule *s, const struct zone *tz, int64_t day)
{
	return at_minute(tz, day, s->open_min);
}

static int64_t
closes_ms(const struct schedule *s, const struct zone *tz, int64_t day)
{
	int64_t next = s->close_min <= s->open_min ? 1 : 0;

	return at_minute(tz, day + next, s->close_min);
}

enum opening
schedule_judge(const struct schedule *s, const struct zone *tz, int64_t at_ms)
{
	int64_t today = zone_date(tz, at_ms);
	bool early = false;

	/* Tomorrow's may begin before midnight by the tolerance. */
	for (int64_t day = today - 1; day <= today + 1; day++) {
		int64_t from = opens_ms(s, tz, day) - s->tolerance_ms;

		if (!schedule_works_on(s, day))
			continue;
		if (at_ms >= from &&
		    at_ms <= closes_ms(s, tz, day) + s->tolerance_ms)
			return OPENING_GOOD;
		early = early || (day == today && at_ms < from);
	}
	return early ? OPENING_EARLY : OPENING_ODD;
}

int64_t
schedule_next(const struct schedule *s, const struct zone *tz, int64_t after_ms,
	      bool *is_open)
{
	int64_t today = zone_date(tz, after_ms);

	for (int64_t day = today - 1; day < today + LOOK_AHEAD_DAYS; day++) {
		int64_t late_open = opens_ms(s, tz, day) + s->tolerance_ms;
		int64_t late_close = closes_ms(s, tz, day) + s->tolerance_ms;

		if (!schedule_works_on(s, day))
			continue;
		*is_open = s->tell_late_open && late_open > after_ms;
		if (*is_open)
			return late_open;
		if (late_close > after_ms)
			return late_close;
	}
	*is_open = false;
	return INT64_MAX;
}
