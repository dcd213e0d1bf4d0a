/* net_plan.c - is there a plan for every class and priority of events, and
 * has it been exercised?  NET-8.4.1b. */
#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"
#include "rating/net.h"

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
net_plans(struct task *t, int64_t on_days, struct net_cell *cells, size_t n,
	  struct net_plans *out)
{
	char since[11], on[11];

	*out = (struct net_plans){ .cells = cells, .n = n };
	TRY(net_exercised_since(t, on_days, &out->since_days));
	date_print(out->since_days, since);
	date_print(on_days, on);
	TRY(db_run(t->db, STMT_NET_PLANS,
		   ARGS(val_int(t->who.org),
			val_text(arena_str(t->a, str_of(on)))),
		   t->a, &out->rows, &t->why));
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
