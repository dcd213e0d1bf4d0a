/* plan_find.c - which plan holds. */
#include "alarm/plan.h"
#include "base/str.h"
#include "gen/stmt.h"

/* Site before class before priority before time band. */
static int
weight(const struct val *v)
{
	enum { SITE = 3, CLASS = 1, PRIORITY = 2, BAND = 4 };

	return (v[SITE].type != VAL_NULL ? 8 : 0) +
	       (v[CLASS].type != VAL_NULL ? 4 : 0) +
	       (v[PRIORITY].type != VAL_NULL ? 2 : 0) +
	       (str_is(v[BAND].s, "any") ? 0 : 1);
}

/* The narrower entry speaks: a site's before the organisation's. */
static enum err
is_holiday(struct task *t, const struct plan_want *want, bool *out)
{
	struct rows rows;
	char day[11];

	date_print(zone_date(task_zone(t), want->at_ms), day);
	TRY(db_run(t->db, STMT_PLAN_HOLIDAY,
		   ARGS(val_int(t->who.org), val_int(want->site),
			val_text(str_of(day))),
		   t->a, &rows, &t->why));
	*out = rows.n > 0 && str_is(rows.v[0].s, "closed");
	return OK;
}

enum err
plan_find(struct task *t, const struct plan_want *want, int64_t *plan)
{
	struct rule_limits limits;
	enum plan_band band;
	struct rows rows;
	bool holiday;
	int best = -1;

	*plan = 0;
	TRY(is_holiday(t, want, &holiday));
	TRY(rule_find(t, t->who.org, want->site, want->class, 3, &limits));
	band = plan_band_at(task_zone(t), want->at_ms, holiday, &limits);
	TRY(db_run(t->db, STMT_PLAN_FITTING,
		   ARGS(val_int(t->who.org), val_text(want->class),
			val_text(want->priority), val_int(want->site),
			val_text(str_of(plan_band_word(band)))),
		   t->a, &rows, &t->why));
	for (size_t i = 0; i < rows.n; i++) {
		int w = weight(rows_at(&rows, i));

		if (w > best) {
			best = w;
			*plan = rows_at(&rows, i)->i;
		}
	}
	return OK;
}
