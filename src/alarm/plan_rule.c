/* plan_rule.c - the way through a plan, and time bands; pure. */
#include "alarm/plan.h"

static const char *const words[BAND_N] = { "day", "night", "holiday", "any" };

const char *
plan_band_word(enum plan_band band)
{
	return words[band];
}

enum plan_band
plan_band_at(const struct zone *zone, int64_t at_ms, bool holiday,
	     const struct rule_limits *limits)
{
	const int64_t from = limits->day_from_h, to = limits->day_to_h;
	struct civil now;
	bool day;

	zone_civil(zone, at_ms, &now);
	if (holiday)
		return BAND_HOLIDAY;
	/* A day may run over midnight. */
	day = from <= to ? now.hour >= from && now.hour < to :
			   now.hour >= from || now.hour < to;
	return day ? BAND_DAY : BAND_NIGHT;
}

bool
plan_leads(const struct plan_way *steps, size_t n, int64_t from, int64_t to)
{
	if (to == PLAN_NEXT || to == 0)
		return true;
	for (size_t i = 0; i < n; i++)
		if (steps[i].no == to)
			return to > from;
	return false;
}

/* Where the way goes on behind step i; n: the end. */
static size_t
next_of(const struct plan_way *steps, size_t n, size_t i)
{
	int64_t to = PLAN_NEXT;

	if (steps[i].question && steps[i].done)
		to = steps[i].said_no ? steps[i].next_no : steps[i].next_yes;
	if (to == PLAN_NEXT)
		return i + 1;
	for (size_t k = i + 1; to != 0 && k < n; k++)
		if (steps[k].no >= to)
			return k;
	return n;
}

/* Only forwards, so it ends. */
void
plan_walk(struct plan_way *steps, size_t n, const size_t sent[PLAN_SENT_N])
{
	size_t used[PLAN_SENT_N] = { 0 };

	for (size_t i = 0; i < n; i = next_of(steps, n, i)) {
		struct plan_way *w = &steps[i];

		if (w->sent == PLAN_NOT_SENT || w->done ||
		    used[w->sent] == sent[w->sent])
			continue;
		w->done = w->by_row = true;
		w->nth = used[w->sent]++;
	}
}

size_t
plan_missing(const struct plan_way *steps, size_t n)
{
	size_t i = 0;

	while (i < n) {
		if (steps[i].required && !steps[i].done)
			return i;
		i = next_of(steps, n, i);
	}
	return n;
}
