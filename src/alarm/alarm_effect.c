/* alarm_effect.c - what a step of an alarm does besides the state. */
#include "alarm/alarm_parts.h"
#include "alarm/code.h"
#include "alarm/incident.h"
#include "alarm/plan.h"
#include "alarm/rule.h"
#include "base/str.h"
#include "gen/stmt.h"

static enum err
stamp(struct task *t, const struct proc_row *p, const char *field)
{
	alarm_put(p, field, val_int(t->now_ms));
	return OK;
}

enum err
alarm_on_report(struct task *t, const struct proc_row *p)
{
	enum family family = class_family(alarm_get(p, "class")->s);

	if (family == FAMILY_NONE)
		family = FAMILY_ALARM; /* somebody asks for help */
	alarm_put(p, "family", val_text(str_of(family_word(family))));
	alarm_put(p, "count", val_int(0));
	alarm_put(p, "last_ms", val_int(t->now_ms));
	return stamp(t, p, "opened_ms");
}

enum err
alarm_on_claim(struct task *t, const struct proc_row *p)
{
	struct plan_want want = { .class = alarm_get(p, "class")->s,
				  .priority = alarm_get(p, "priority")->s,
				  .site = alarm_get(p, "site")->i,
				  .at_ms = alarm_get(p, "opened_ms")->i };
	int64_t plan;

	TRY(plan_find(t, &want, &plan));
	alarm_put(p, "plan", val_id(plan));
	alarm_put(p, "owner", val_id(t->who.user));
	return stamp(t, p, "claimed_ms");
}

enum err
alarm_on_take(struct task *t, const struct proc_row *p)
{
	alarm_put(p, "owner", val_id(t->who.user));
	return OK;
}

enum err
alarm_on_resume(struct task *t, const struct proc_row *p)
{
	(void)t;
	alarm_put(p, "parked_until_ms", val_null());
	return OK;
}

enum err
alarm_is_last(struct task *t, const struct proc_row *p, bool *out)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_ALARM_BESIDE,
		   ARGS(val_int(t->who.org), *alarm_get(p, "incident"),
			val_int(p->row->id)),
		   t->a, &rows, &t->why));
	*out = rows.n == 0;
	return OK;
}

/* What was sent back by the leader keeps its incident while that is open, and
 * always once it was responded to: the patrols and reports are of that one. */
static enum err
find_incident(struct task *t, const struct proc_row *p)
{
	int64_t incident = alarm_get(p, "incident")->i;
	bool open = false;

	if (alarm_get(p, "incident")->type != VAL_NULL &&
	    alarm_get(p, "dispatched_ms")->type != VAL_NULL)
		return OK;
	if (alarm_get(p, "incident")->type != VAL_NULL)
		TRY(incident_is_open(t, incident, &open));
	if (open)
		return OK;
	TRY(incident_of_alarm(t, p->row, &incident));
	alarm_put(p, "incident", val_int(incident));
	return OK;
}

enum err
alarm_on_confirm(struct task *t, const struct proc_row *p)
{
	const struct val *avs = alarm_get(p, "avs");
	int64_t usual = class_avs(alarm_get(p, "class")->s);

	alarm_put(p, "parked_until_ms", val_null());
	if (alarm_get(p, "outcome")->type == VAL_NULL)
		alarm_put(p, "outcome", val_text(STR("real")));
	TRY(stamp(t, p, "confirmed_ms"));
	if (usual > 0 && (avs->type == VAL_NULL || avs->i < 2))
		alarm_put(p, "avs", val_int(usual));
	if (alarm_get(p, "site")->type == VAL_NULL)
		return OK; /* nowhere to go to */
	return find_incident(t, p);
}

enum err
alarm_on_dispatch(struct task *t, const struct proc_row *p)
{
	return stamp(t, p, "dispatched_ms");
}

/* Its last alarm ends the incident, with what was found, unless people have
 * ended it already or an alarm is still worked on. */
static enum err
end_incident(struct task *t, const struct proc_row *p)
{
	const struct val *told = alarm_get(p, "narrative");
	struct str disposition = alarm_get(p, "disposition")->s;
	struct reg_input in = reg_input_new(t->a, &incident_reg);
	size_t outcome = reg_field(&incident_reg, "outcome");
	size_t findings = reg_field(&incident_reg, "findings");
	bool open, last;

	if (alarm_get(p, "incident")->type == VAL_NULL)
		return OK;
	TRY(incident_is_open(t, alarm_get(p, "incident")->i, &open));
	TRY(alarm_is_last(t, p, &last));
	if (!open || !last)
		return OK;
	in.set[outcome] = in.set[findings] = true;
	in.v[outcome] =
	    val_text(str_starts(disposition, STR("real_")) ? STR("real") :
		     str_is(disposition, "unverifiable")   ? STR("unknown") :
							     STR("false"));
	in.v[findings] =
	    told->type == VAL_TEXT ?
		*told :
		val_text(str_of(
		    label_in(option_label(alarm_dispositions, disposition),
			     t->lang)));
	return incident_move(t, alarm_get(p, "incident")->i, "clear", &in);
}

/* What the leader looks at first ends its incident when he has agreed. */
enum err
alarm_on_clear(struct task *t, const struct proc_row *p)
{
	alarm_put(p, "parked_until_ms", val_null());
	if (alarm_is(p, "disposition", "false_equipment"))
		TRY(alarm_propose(t, p));
	alarm_put(p, "cleared_by", val_id(t->who.user));
	if (!alarm_needs_approval(p))
		TRY(end_incident(t, p));
	return stamp(t, p, "cleared_ms");
}

enum err
alarm_on_approve(struct task *t, const struct proc_row *p)
{
	alarm_put(p, "approved_by", val_id(t->who.user));
	TRY(end_incident(t, p));
	return stamp(t, p, "approved_ms");
}

enum err
alarm_on_reject(struct task *t, const struct proc_row *p)
{
	(void)t;
	alarm_put(p, "cleared_ms", val_null());
	alarm_put(p, "cleared_by", val_null());
	alarm_put(p, "approved_by", val_null());
	alarm_put(p, "approved_ms", val_null());
	return OK;
}

/* Closed with zones that have not restored: the time of the rule begins anew,
 * then it is told once more (no_restore). */
static enum err
remind_later(struct task *t, const struct proc_row *p)
{
	int64_t priority = alarm_get(p, "priority")->s.p[1] - '0';
	struct rule_limits limits;

	if (!alarm_yes(p, "left_open"))
		return OK;
	TRY(rule_find(t, t->who.org, alarm_get(p, "site")->i,
		      alarm_get(p, "class")->s, priority, &limits));
	return db_run(t->db, STMT_ALARM_EVENTS_REMIND,
		      ARGS(val_int(t->who.org), val_int(p->row->id),
			   limits.no_restore_ms > 0 ?
			       val_int(t->now_ms + limits.no_restore_ms) :
			       val_null()),
		      NULL, NULL, &t->why);
}

/* Nobody waits for the notice any more; one that is late stays missed. */
static enum err
end_notify(struct task *t, const struct proc_row *p)
{
	struct clock_view *list;
	size_t n;

	TRY(clock_list(t, &alarm_reg, p->row->id, &list, &n));
	for (size_t i = 0; i < n; i++) {
		bool late = t->now_ms > list[i].due_ms;

		if (str_is(list[i].name, "notify") && !list[i].is_void &&
		    list[i].stopped_ms == 0)
			TRY(clock_turn(t, &alarm_reg, p->row->id, "notify",
				       late ? STOP : VOID, t->now_ms,
				       (struct clock_limit){ 0 }));
	}
	return OK;
}

enum err
alarm_on_close(struct task *t, const struct proc_row *p)
{
	TRY(end_notify(t, p));
	TRY(remind_later(t, p));
	return stamp(t, p, "closed_ms");
}

enum err
alarm_on_test_end(struct task *t, const struct proc_row *p)
{
	alarm_put(p, "disposition", val_text(STR("test")));
	return stamp(t, p, "closed_ms");
}

/* To the shift leader, the second seat, the manager. */
enum err
alarm_on_escalate(struct task *t, const struct proc_row *p)
{
	int64_t level = alarm_get(p, "escalated")->i + 1;

	(void)t;
	alarm_put(p, "escalated", val_int(level > 3 ? 3 : level));
	return OK;
}

/* The other takes the signals and zones; its history says where from. */
enum err
alarm_on_merge(struct task *t, const struct proc_row *p)
{
	struct reg_input in = reg_input_new(t->a, &alarm_reg);
	int64_t into = alarm_get(p, "merged_into")->i;
	struct reg_row target;
	const struct val *own = alarm_get(p, "priority"), *its;
	bool urgent;

	TRY(reg_get(t, &alarm_reg, into, &target));
	TRY(db_run(t->db, STMT_ALARM_ZONES_MOVE,
		   ARGS(val_int(into), val_int(p->row->id),
			val_int(t->who.org)),
		   NULL, NULL, &t->why));
	its = reg_val(&alarm_reg, target.v, "priority");
	TRY(db_run(t->db, STMT_ALARM_EVENTS_MOVE,
		   ARGS(val_int(into), val_int(p->row->id),
			val_int(t->who.org)),
		   NULL, NULL, &t->why));
	urgent = str_cmp(own->s, its->s) < 0;
	alarm_set(&in, "count",
		  val_int(reg_val(&alarm_reg, target.v, "count")->i +
			  alarm_get(p, "count")->i));
	if (reg_val(&alarm_reg, target.v, "incident")->type == VAL_NULL &&
	    alarm_get(p, "incident")->type != VAL_NULL)
		alarm_set(&in, "incident", *alarm_get(p, "incident"));
	if (urgent) {
		alarm_set(&in, "priority", *own);
		alarm_set(&in, "class", *alarm_get(p, "class"));
		alarm_set(&in, "summary", *alarm_get(p, "summary"));
	}
	TRY(alarm_step(t, into, urgent ? "urgent" : "join", &in,
		       arena_printf(t->a, "并入 %.*s / merged",
				    STR_ARG(alarm_get(p, "number")->s)),
		       NULL));
	return stamp(t, p, "closed_ms");
}

/* What has not restored is marked, so that it is not forgotten. */
enum err
alarm_on_settle(struct task *t, const struct proc_row *p)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_ALARM_ZONES_OPEN,
		   ARGS(val_int(p->row->id), val_int(t->who.org)), t->a, &rows,
		   &t->why));
	if (rows.n > 0 && rows.v[0].i > 0)
		alarm_put(p, "left_open", val_int(1));
	if (alarm_get(p, "owner")->type == VAL_NULL) {
		alarm_put(p, "owner", val_id(t->who.user));
		TRY(stamp(t, p, "claimed_ms"));
	}
	TRY(end_notify(t, p));
	TRY(remind_later(t, p));
	alarm_put(p, "narrative", val_text(arena_str(t->a, p->reason)));
	TRY(stamp(t, p, "cleared_ms"));
	return stamp(t, p, "closed_ms");
}
