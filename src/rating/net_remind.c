/* net_remind.c - staffing, drills, plans and hold-up tests that are due. */
#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"
#include "rating/net.h"

#define PLAN_MONTHS 12 /* ours: a plan that names no date of review */

static struct val
day_val(struct arena *a, int64_t days)
{
	char text[11];

	date_print(days, text);
	return val_text(arena_str(a, str_of(text)));
}

static enum err
load_staffing(struct task *t, int64_t on_days, struct net_reminders *out)
{
	const struct net_staffing *s = &out->staffing;

	out->knows_staffing = (t->who.may & MAY_BIT(MAY_READ_STAFF)) != 0;
	if (!out->knows_staffing)
		return OK;
	TRY(net_staffing(t, on_days, &out->staffing));
	for (size_t i = 0; i < s->table->n_columns; i++)
		if (s->actual[i] < s->row->values[i])
			out->short_posts += s->row->values[i] - s->actual[i];
	return OK;
}

static enum err
load_plans(struct task *t, int64_t on_days, struct net_reminders *out)
{
	int64_t last = net_months_before(on_days, PLAN_MONTHS);
	struct rows n;

	TRY(db_run(t->db, STMT_NET_PLANS_DUE_COUNT,
		   ARGS(val_int(t->who.org), day_val(t->a, on_days),
			val_int(zone_day_start(task_zone(t), last + 1))),
		   t->a, &n, &t->why));
	out->plans_n = n.v[0].i;
	return db_run(t->db, STMT_NET_PLANS_DUE,
		      ARGS(val_int(t->who.org), day_val(t->a, on_days),
			   val_int(zone_day_start(task_zone(t), last + 1)),
			   val_int(NET_REMIND_ROWS)),
		      t->a, &out->plans, &t->why);
}

static enum err
load_zones(struct task *t, int64_t on_days, struct net_reminders *out)
{
	struct val last =
	    day_val(t->a, net_months_before(on_days, NET_HOLDUP_MONTHS));
	struct rows n;

	TRY(db_run(t->db, STMT_NET_HOLDUP_DUE_COUNT,
		   ARGS(val_int(t->who.org), last), t->a, &n, &t->why));
	out->zones_n = n.v[0].i;
	return db_run(t->db, STMT_NET_HOLDUP_DUE,
		      ARGS(val_int(t->who.org), last, val_int(NET_REMIND_ROWS)),
		      t->a, &out->zones, &t->why);
}

enum err
net_reminders(struct task *t, int64_t on_days, struct net_reminders *out)
{
	*out = (struct net_reminders){ 0 };
	TRY(load_staffing(t, on_days, out));
	TRY(net_drills(t, on_days, &out->drills));
	TRY(load_plans(t, on_days, out));
	return load_zones(t, on_days, out);
}
