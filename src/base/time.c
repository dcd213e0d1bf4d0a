/* time.c - instants and calendar dates; zones are in zone.c. */
#include "base/time.h"

#include <stdio.h>
#include <time.h>

#include "base/cur.h"
#include "base/str.h"

/* What four digits of a year can show: 0000-01-01 and the end of 9999. */
#define SHOWN_MIN_MS INT64_C(-62167219200000)
#define SHOWN_MAX_MS INT64_C(253402300799999)

int64_t
time_now_ms(void)
{
	struct timespec ts;

	must(clock_gettime(CLOCK_REALTIME, &ts) == 0);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int64_t
time_mono_us(void)
{
	struct timespec ts;

	must(clock_gettime(CLOCK_MONOTONIC, &ts) == 0);
	return (int64_t)ts.tv_sec * 1000000 + ts.tv_nsec / 1000;
}

static int64_t
div_down(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/*
 * Years begin in March here, so that the leap day is the last of its year;
 * an era is 400 years of 146097 days; 719468 is 0000-03-01 to 1970-01-01.
 */
int64_t
date_days(int year, int month, int day)
{
	int64_t y = (int64_t)year - (month <= 2);
	int64_t era = div_down(y, 400);
	int64_t in_era = y - era * 400;
	int64_t in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;

	return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 +
	       in_year - 719468;
}

void
date_civil(int64_t days, struct civil *out)
{
	int64_t z = days + 719468;
	int64_t era = div_down(z, 146097);
	int64_t d = z - era * 146097;
	int64_t y = (d - d / 1460 + d / 36524 - d / 146096) / 365;
	int64_t in_year = d - (365 * y + y / 4 - y / 100);
	int64_t m = (5 * in_year + 2) / 153;

	*out = (struct civil){ 0 };
	out->day = (int)(in_year - (153 * m + 2) / 5 + 1);
	out->month = (int)(m < 10 ? m + 3 : m - 9);
	out->year = (int)(y + era * 400 + (out->month <= 2));
}

/* 2001-02-29 comes back as March: such a day does not exist. */
static bool
is_date(int year, int month, int day)
{
	struct civil c;

	if (month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	date_civil(date_days(year, month, day), &c);
	return c.month == month && c.day == day;
}

static int64_t
read_date(struct cur *c, int min_year, int max_year)
{
	int year, month, day;

	year = (int)cur_number(c, 4, 10, "year");
	cur_expect(c, '-', "-");
	month = (int)cur_number(c, 2, 10, "month");
	cur_expect(c, '-', "-");
	day = (int)cur_number(c, 2, 10, "day");
	if (c->bad != NULL)
		return 0;
	if (year < min_year || year > max_year || !is_date(year, month, day)) {
		c->bad = "date";
		return 0;
	}
	return date_days(year, month, day);
}

bool
date_parse(struct str s, int64_t *days)
{
	struct cur c = cur_open(s);
	int64_t d = read_date(&c, 1900, 2999);

	if (c.bad != NULL || c.at != s.n)
		return false;
	*days = d;
	return true;
}

static int64_t
shown(int64_t at_ms)
{
	return at_ms < SHOWN_MIN_MS ? SHOWN_MIN_MS :
	       at_ms > SHOWN_MAX_MS ? SHOWN_MAX_MS :
				      at_ms;
}

/* v of at most `digits` digits, at p, without a NUL. */
static void
put_digits(char *p, int digits, int v)
{
	for (int i = digits - 1; i >= 0; i--, v /= 10)
		p[i] = (char)('0' + v % 10);
}

static void
put_date(char *p, const struct civil *c)
{
	put_digits(p, 4, c->year);
	p[4] = p[7] = '-';
	put_digits(p + 5, 2, c->month);
	put_digits(p + 8, 2, c->day);
}

void
date_print(int64_t days, char *out)
{
	struct civil c;
	int64_t first = SHOWN_MIN_MS / DAY_MS, last = SHOWN_MAX_MS / DAY_MS;

	date_civil(days < first ? first : days > last ? last : days, &c);
	put_date(out, &c);
	out[10] = '\0';
}

void
time_print(int64_t at_ms, char *out)
{
	int64_t t = shown(at_ms), days = div_down(t, DAY_MS);
	int ms = (int)(t - days * DAY_MS);
	struct civil c;

	date_civil(days, &c);
	put_date(out, &c);
	out[10] = 'T';
	put_digits(out + 11, 2, ms / (int)HOUR_MS);
	put_digits(out + 14, 2, ms / (int)MINUTE_MS % 60);
	put_digits(out + 17, 2, ms / 1000 % 60);
	put_digits(out + 20, 3, ms % 1000);
	out[13] = out[16] = ':';
	out[19] = '.';
	out[23] = 'Z';
	out[24] = '\0';
}

static bool
take_if(struct cur *c, char ch)
{
	if (!cur_next_is(c, ch))
		return false;
	cur_expect(c, ch, "letter");
	return true;
}

/* One to nine digits after the point; what is below 1 ms is dropped. */
static int64_t
read_fraction(struct cur *c)
{
	int64_t ms = 0, unit = 100;
	size_t n = 0;

	while (c->bad == NULL && c->at < c->in.n && c->in.p[c->at] >= '0' &&
	       c->in.p[c->at] <= '9' && n++ < 9) {
		ms += unit * (int64_t)cur_number(c, 1, 10, "fraction");
		unit /= 10;
	}
	if (n == 0 || n > 9)
		c->bad = "fraction";
	return ms;
}

static int64_t
read_hh_mm(struct cur *c)
{
	unsigned hour, minute;

	hour = cur_number(c, 2, 10, "hour");
	cur_expect(c, ':', ":");
	minute = cur_number(c, 2, 10, "minute");
	if (hour > 23 || minute > 59)
		c->bad = "time";
	return hour * HOUR_MS + minute * MINUTE_MS;
}

static int64_t
read_offset(struct cur *c)
{
	if (take_if(c, 'Z') || take_if(c, 'z'))
		return 0;
	if (take_if(c, '-'))
		return -read_hh_mm(c);
	cur_expect(c, '+', "offset");
	return read_hh_mm(c);
}

bool
time_parse(struct str s, int64_t *out_ms)
{
	struct cur c = cur_open(s);
	int64_t at_ms, fraction = 0;
	unsigned second;

	at_ms = read_date(&c, 1, 9999) * DAY_MS;
	if (!take_if(&c, 't'))
		cur_expect(&c, 'T', "T");
	at_ms += read_hh_mm(&c);
	cur_expect(&c, ':', ":");
	second = cur_number(&c, 2, 10, "second");
	at_ms += second * SECOND_MS;
	if (take_if(&c, '.'))
		fraction = read_fraction(&c);
	at_ms -= read_offset(&c);
	if (c.bad != NULL || c.at != s.n)
		return false;
	/* A leap second, only at the end of a UTC day, is the second after. */
	if (second > 60 || (second == 60 && at_ms % DAY_MS != 0))
		return false;
	*out_ms = at_ms + fraction;
	return true;
}
