/*
 * incident_limit.c - the limits of an incident's clocks.
 *
 * T-police, its receipt and T-notify come from the centre's own rules: no
 * standard that we have gives numbers.  The arrival is what the contract
 * promises (C.3.2: T-arrive comes from the contract).
 */
#include "alarm/incident.h"
#include "alarm/rule.h"
#include "base/str.h"
#include "gen/stmt.h"

#define RULE_SOURCE "警情规则（单位设定，非标准值）"

static enum err
limits_of(struct task *t, const struct proc_row *p, struct rule_limits *out)
{
	const struct val *priority = proc_get(p, "priority"),
			 *class = proc_get(p, "class");

	return rule_find(t, t->who.org, proc_get(p, "site")->i,
			 class->type == VAL_TEXT ? class->s : STR(""),
			 priority->type == VAL_INT ? priority->i : 3, out);
}

enum err
incident_limit_police(struct task *t, const struct proc_row *p,
		      struct clock_limit *out, int64_t *start_ms)
{
	struct rule_limits limits;

	TRY(limits_of(t, p, &limits));
	*start_ms = proc_get(p, "opened_ms")->i;
	*out = (struct clock_limit){ limits.police_ms, RULE_SOURCE };
	return OK;
}

/* Of the newest report: it counts from now. */
enum err
incident_limit_receipt(struct task *t, const struct proc_row *p,
		       struct clock_limit *out, int64_t *start_ms)
{
	struct rule_limits limits;

	TRY(limits_of(t, p, &limits));
	*start_ms = t->now_ms;
	*out = (struct clock_limit){ limits.receipt_ms,
				     RULE_SOURCE " GB 55029 6.0.4" };
	return OK;
}

enum err
incident_limit_notify(struct task *t, const struct proc_row *p,
		      struct clock_limit *out, int64_t *start_ms)
{
	struct rule_limits limits;

	TRY(limits_of(t, p, &limits));
	*start_ms = proc_get(p, "opened_ms")->i;
	*out = (struct clock_limit){ limits.notify_ms, RULE_SOURCE };
	return OK;
}

/* The strictest of the customer's running contracts; none: no clock. */
enum err
incident_limit_arrive(struct task *t, const struct proc_row *p,
		      struct clock_limit *out, int64_t *start_ms)
{
	struct rows rows;
	char day[11];

	date_print(zone_date(task_zone(t), t->now_ms), day);
	TRY(db_run(t->db, STMT_INCIDENT_CONTRACT,
		   ARGS(val_int(t->who.org), *proc_get(p, "customer"),
			val_text(str_of(day))),
		   t->a, &rows, &t->why));
	*start_ms = t->now_ms;
	*out = (struct clock_limit){ 0 };
	if (rows.n > 0)
		*out = (struct clock_limit){
			rows.v[0].i * MINUTE_MS,
			arena_cstr(t->a, rows.v[1].s),
		};
	return OK;
}
