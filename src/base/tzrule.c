/* tzrule.c - the POSIX rule for the years after a zone's last transition. */
#include "base/tzif.h"

#include "base/cur.h"
#include "base/str.h"

static bool
is_digit(const struct cur *c)
{
	return c->bad == NULL && c->at < c->in.n && c->in.p[c->at] >= '0' &&
	       c->in.p[c->at] <= '9';
}

static bool
take_if(struct cur *c, char ch)
{
	if (!cur_next_is(c, ch))
		return false;
	cur_expect(c, ch, "letter");
	return true;
}

static int
read_number(struct cur *c, int min, int max)
{
	int v = 0, n = 0;

	while (is_digit(c) && n++ < 4)
		v = v * 10 + (int)cur_number(c, 1, 10, "number");
	if (n == 0 || v < min || v > max)
		c->bad = "number";
	return v;
}

/* "EST" or "<+08>"; the name itself is not kept. */
static void
skip_name(struct cur *c)
{
	size_t n = 0;

	if (take_if(c, '<')) {
		(void)cur_until(c, '>', 16, "name");
		return;
	}
	while (c->bad == NULL && c->at < c->in.n && !is_digit(c) &&
	       !cur_next_is(c, ',') && !cur_next_is(c, '-') &&
	       !cur_next_is(c, '+')) {
		(void)cur_take(c, 1, "name");
		n++;
	}
	if (n < 3)
		c->bad = "name";
}

/* [+-]hh[:mm[:ss]] */
static int64_t
read_time(struct cur *c, int hours_max)
{
	bool minus = take_if(c, '-');
	int64_t ms;

	if (!minus)
		(void)take_if(c, '+');
	ms = read_number(c, 0, hours_max) * HOUR_MS;
	if (take_if(c, ':'))
		ms += read_number(c, 0, 59) * MINUTE_MS;
	if (take_if(c, ':'))
		ms += read_number(c, 0, 59) * SECOND_MS;
	return minus ? -ms : ms;
}

static struct turn
read_turn(struct cur *c)
{
	struct turn t = { .time_ms = 2 * HOUR_MS };

	cur_expect(c, ',', ",");
	if (take_if(c, 'M')) {
		t.kind = TURN_MONTH;
		t.month = read_number(c, 1, 12);
		cur_expect(c, '.', ".");
		t.week = read_number(c, 1, 5);
		cur_expect(c, '.', ".");
		t.day = read_number(c, 0, 6);
	} else if (take_if(c, 'J')) {
		t.kind = TURN_JULIAN;
		t.day = read_number(c, 1, 365);
	} else {
		t.kind = TURN_DAY;
		t.day = read_number(c, 0, 365);
	}
	/* RFC 8536, 3.3.1 widens the hours to a week. */
	if (take_if(c, '/'))
		t.time_ms = read_time(c, 167);
	return t;
}

bool
tzrule_parse(struct str s, struct tzrule *out)
{
	struct cur c = cur_open(s);
	struct tzrule r = { .is_set = true };

	skip_name(&c);
	r.std_ms = -read_time(&c, 24); /* POSIX counts west of Greenwich */
	if (c.bad == NULL && c.at < s.n) {
		r.has_dst = true;
		skip_name(&c);
		r.dst_ms = r.std_ms + HOUR_MS;
		if (!cur_next_is(&c, ','))
			r.dst_ms = -read_time(&c, 24);
		r.to_dst = read_turn(&c);
		r.to_std = read_turn(&c);
	}
	if (c.bad != NULL || c.at != s.n)
		return false;
	*out = r;
	return true;
}

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* The week-th weekday of a month; the fifth may be the fourth. */
static int64_t
month_day(int year, const struct turn *t)
{
	int64_t first = date_days(year, t->month, 1);
	int64_t next = t->month == 12 ? date_days(year + 1, 1, 1) :
					date_days(year, t->month + 1, 1);
	int64_t weekday = ((first + 4) % 7 + 7) % 7; /* 1970-01-01: Thursday */
	int64_t day = first + (t->day - weekday + 7) % 7 + (t->week - 1) * 7;

	return day >= next ? day - 7 : day;
}

/* Local time of the turn in that year. */
static int64_t
turn_local_ms(int year, const struct turn *t)
{
	int64_t first = date_days(year, 1, 1), day = first + t->day;

	if (t->kind == TURN_MONTH)
		day = month_day(year, t);
	else if (t->kind == TURN_JULIAN) /* 29 February has no number */
		day -= !(is_leap(year) && t->day >= 60);
	return day * DAY_MS + t->time_ms;
}

int64_t
tzrule_offset_ms(const struct tzrule *r, int64_t at_ms)
{
	int64_t local_ms = at_ms + r->std_ms, start, end;
	struct civil c;
	bool dst;

	if (!r->has_dst)
		return r->std_ms;
	date_civil(local_ms / DAY_MS - (local_ms % DAY_MS < 0), &c);
	start = turn_local_ms(c.year, &r->to_dst) - r->std_ms;
	end = turn_local_ms(c.year, &r->to_std) - r->dst_ms;
	/* South of the equator summer lies over the turn of the year. */
	dst = start < end ? at_ms >= start && at_ms < end :
			    !(at_ms >= end && at_ms < start);
	return dst ? r->dst_ms : r->std_ms;
}
