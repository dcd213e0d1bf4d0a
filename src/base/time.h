/*
 * time.h - instants, calendar dates and zones.
 *
 * An instant is int64_t milliseconds since 1970-01-01 UTC, named *_ms.  A
 * date is a calendar day without zone, as days since 1970-01-01.  Rules take
 * now_ms as an argument; only main, the HTTP entry and job loops call
 * time_now_ms.
 */
#ifndef BASE_TIME_H
#define BASE_TIME_H

#include "base/arena.h"

#define SECOND_MS INT64_C(1000)
#define MINUTE_MS (60 * SECOND_MS)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)

int64_t time_now_ms(void);  /* wall clock */
int64_t time_mono_us(void); /* never steps back; for durations only */

struct civil {
	int year, month, day; /* 1..12, 1..31 */
	int hour, minute, second, ms;
};

/* Days since 1970-01-01 of a proleptic Gregorian date, and back. */
int64_t date_days(int year, int month, int day);
void date_civil(int64_t days, struct civil *out);
/* Exactly "YYYY-MM-DD", a day that exists, years 1900 to 2999. */
bool date_parse(struct str s, int64_t *days);
/* out has 11 bytes. */
void date_print(int64_t days, char *out);

/* An IANA zone, read from the system's zone files; process lifetime. */
struct zone;
/* NULL when there is no such zone.  "Asia/Shanghai" and "UTC" always exist. */
const struct zone *zone_find(struct str name);
/* Offset from UTC that holds at the instant. */
int64_t zone_offset_ms(const struct zone *z, int64_t at_ms);
void zone_civil(const struct zone *z, int64_t at_ms, struct civil *out);
/* The day (as days) on which the instant falls in the zone. */
int64_t zone_date(const struct zone *z, int64_t at_ms);
/* First instant of the day in the zone. */
int64_t zone_day_start(const struct zone *z, int64_t days);

/* "2026-11-22T06:30:00.123Z"; out has 25 bytes. */
void time_print(int64_t at_ms, char *out);
/* RFC 3339 with Z or an offset, seconds required, fraction optional. */
bool time_parse(struct str s, int64_t *out_ms);

#endif
