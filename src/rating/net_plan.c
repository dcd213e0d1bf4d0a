/* net_plan.c - is there a plan for every class and priority of events, and
 * has it been exercised?  NET-8.4.1b. */
#include <stdlib.h>

#include "alarm/code.h"
#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"
#include "rating/net.h"

static bool
is_in(const struct net_plans *p, struct str class, int64_t priority)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->cells[i].priority == priority &&
		    str_eq(p->cells[i].class, class))
			return true;
	return false;
}

static int
by_urgency(const void *x, const void *y)
{
	const struct net_cell *a = x, *b = y;

	if (a->priority != b->priority)
		return a->priority < b->priority ? -1 : 1;
	return str_cmp(a->class, b->class);
}

/* Classes of alarms and faults with the priorities that their codes have;
 * what is only logged (P5) needs no plan. */
#define PRIORITY_LOGGED 5
static void
find_cells(struct arena *a, struct net_plans *out)
{
	size_t max = 0;

	while (code_at(max) != NULL)
		max++;
	out->cells = ARENA_ARRAY(a, max, struct net_cell);
	for (size_t i = 0; i < max; i++) {
		const struct code *c = code_at(i);
		enum family family = class_family(c->class);

		if ((family != FAMILY_ALARM && family != FAMILY_TECHNICAL) ||
		    !role_begins(c->role) || c->priority >= PRIORITY_LOGGED ||
		    is_in(out, c->class, c->priority))
			continue;
		out->cells[out->n++] =
		    (struct net_cell){ .class = c->class,
				       .priority = c->priority };
	}
	qsort(out->cells, out->n, sizeof(*out->cells), by_urgency);
}

static bool
fits_priority(const struct val *v, int64_t priority)
{
	return v->type == VAL_NULL ||
	       (v->s.n == 2 && v->s.p[1] - '0' == priority);
}

/* A plan of one site does not cover the others; day and night together do
 * what "any time" does. */
static void
look_up(struct net_cell *cell, const struct rows *plans, struct str since)
{
	bool day = false, night = false;

	for (size_t i = 0; i < plans->n; i++) {
		const struct val *v = rows_at(plans, i);
		bool any;

		if ((v[NET_PLAN_CLASS].type == VAL_TEXT &&
		     !str_eq(v[NET_PLAN_CLASS].s, cell->class)) ||
		    !fits_priority(&v[NET_PLAN_PRIORITY], cell->priority))
			continue;
		cell->plans++;
		if (v[NET_PLAN_EXERCISED].type == VAL_TEXT &&
		    str_cmp(v[NET_PLAN_EXERCISED].s, since) >= 0)
			cell->exercised = true;
		if (v[NET_PLAN_SITE].type != VAL_NULL)
			continue;
		any = str_is(v[NET_PLAN_BAND].s, "any");
		day = day || any || str_is(v[NET_PLAN_BAND].s, "day");
		night = night || any || str_is(v[NET_PLAN_BAND].s, "night");
		if (cell->plan == 0)
			cell->plan = v[NET_PLAN_ID].i;
	}
	cell->covered = day && night;
}

enum err
net_plans(struct task *t, int64_t on_days, struct net_plans *out)
{
	char since[11], on[11];

	*out = (struct net_plans){ 0 };
	TRY(net_exercised_since(t, on_days, &out->since_days));
	date_print(out->since_days, since);
	date_print(on_days, on);
	TRY(db_run(t->db, STMT_NET_PLANS,
		   ARGS(val_int(t->who.org),
			val_text(arena_str(t->a, str_of(on)))),
		   t->a, &out->rows, &t->why));
	find_cells(t->a, out);
	for (size_t i = 0; i < out->n; i++) {
		look_up(&out->cells[i], &out->rows, str_of(since));
		out->covered += out->cells[i].covered;
	}
	for (size_t i = 0; i < out->rows.n; i++) {
		const struct val *v =
		    &rows_at(&out->rows, i)[NET_PLAN_EXERCISED];

		out->exercised +=
		    v->type == VAL_TEXT && str_cmp(v->s, str_of(since)) >= 0;
	}
	return OK;
}
