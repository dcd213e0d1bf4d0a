/* plan_need.c - which events ask for an action plan (NET-8.4.1b). */
#include "alarm/plan_need.h"

#include <stdlib.h>

#include "alarm/code.h"
#include "base/str.h"

static bool
is_in(const struct plan_need *v, size_t n, const struct code *c)
{
	for (size_t i = 0; i < n; i++)
		if (v[i].priority == c->priority &&
		    str_eq(v[i].class, c->class))
			return true;
	return false;
}

static int
by_urgency(const void *x, const void *y)
{
	const struct plan_need *a = x, *b = y;

	if (a->priority != b->priority)
		return a->priority < b->priority ? -1 : 1;
	return str_cmp(a->class, b->class);
}

#define PRIORITY_LOGGED 5
static bool
asks(const struct code *c)
{
	enum family family = class_family(c->class);

	return (family == FAMILY_ALARM || family == FAMILY_TECHNICAL) &&
	       role_begins(c->role) && c->priority < PRIORITY_LOGGED;
}

size_t
plan_needs(struct arena *a, struct plan_need **out)
{
	size_t max = 0, n = 0;

	while (code_at(max) != NULL)
		max++;
	*out = ARENA_ARRAY(a, max, struct plan_need);
	for (size_t i = 0; i < max; i++) {
		const struct code *c = code_at(i);

		if (asks(c) && !is_in(*out, n, c))
			(*out)[n++] =
			    (struct plan_need){ c->class, c->priority };
	}
	qsort(*out, n, sizeof(**out), by_urgency);
	return n;
}
