/* alarm_repair.c - an alarm that somebody has to repair something for. */
#include "alarm/alarm_parts.h"

#include "alarm/fault.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"

/* As if the panel had said so. */
static enum err
signal_of(struct task *t, const struct proc_row *p, struct signal *s)
{
	const struct val *zone = alarm_get(p, "zone");
	struct reg_row row;

	*s = (struct signal){ .org = t->who.org,
			      .panel = alarm_get(p, "panel")->i,
			      .site = alarm_get(p, "site")->i,
			      .customer = alarm_get(p, "customer")->i,
			      .code = alarm_get(p, "code")->s,
			      .class = alarm_get(p, "class")->s,
			      .text = alarm_get(p, "summary")->s,
			      .received_ms = alarm_get(p, "opened_ms")->i,
			      .part_no = SIGNAL_NONE,
			      .zone_no = SIGNAL_NONE,
			      .user_no = SIGNAL_NONE };
	if (zone->type == VAL_NULL)
		return OK;
	TRY(reg_get(t, &zone_reg, zone->i, &row));
	s->zone_no = reg_val(&zone_reg, row.v, "number")->i;
	return OK;
}

/* What the panel has open of the alarm restores the fault too. */
enum err
alarm_propose(struct task *t, const struct proc_row *p)
{
	const struct code code = { .name = LABEL("待修", "To be repaired"),
				   .grade = STR("general") };
	struct actor who = t->who;
	struct signal s;
	int64_t fault;
	enum err rc;

	TRY(signal_of(t, p, &s));
	if (s.panel == 0 || s.site == 0)
		return OK;
	t->who.may = UINT64_MAX;
	rc = fault_propose(t, &s, &code, p->row->id, &fault);
	t->who = who;
	if (rc != OK)
		return rc;
	return db_run(t->db, STMT_ALARM_EVENTS_FAULT,
		      ARGS(val_int(t->who.org), val_int(p->row->id),
			   val_int(fault)),
		      NULL, NULL, &t->why);
}

enum err
alarm_may_repair(struct task *t, const struct proc_row *p)
{
	struct signal s;
	int64_t fault;

	TRY(alarm_get(p, "owner")->type == VAL_NULL ? alarm_may_claim(t, p) :
						      alarm_may_work(t, p));
	TRY(signal_of(t, p, &s));
	if (!alarm_is(p, "family", "technical"))
		return fail(&t->why, ERR_STATE,
			    "only technical alarms: clear it as false by "
			    "equipment instead",
			    "仅限技术类报警；探测器误报请排除为“误报-设备”");
	if (s.panel == 0 || s.site == 0)
		return fail(&t->why, ERR_STATE,
			    "it is of no panel: report the order by hand",
			    "该报警不属于某台主机，请在维修工单中登记");
	TRY(fault_find(t, &s, &fault));
	if (fault == 0)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "its fault is open already: make the order from it",
		    "该故障已提出，请由其生成工单");
}

enum err
alarm_on_repair(struct task *t, const struct proc_row *p)
{
	return alarm_propose(t, p);
}
