/*
 * alarm_guard.c - what must hold before a step of an alarm: C.3.2.
 *
 * The program (clocks, signals) is not asked who it is; everything else is
 * asked of it too.
 */
#include "alarm/alarm_parts.h"
#include "alarm/incident.h"
#include "alarm/plan.h"
#include "alarm/shift.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"
#include "org/duty.h"

static bool
by_program(struct task *t)
{
	return actor_is_program(&t->who);
}

static enum err
site_of(struct task *t, const struct proc_row *p, struct reg_row *site)
{
	return reg_get(t, &site_reg, alarm_get(p, "site")->i, site);
}

/* By hand: the site says whose it is, and its panel is of it. */
enum err
alarm_may_report(struct task *t, const struct proc_row *p)
{
	const struct val *panel = alarm_get(p, "panel");
	const struct val *zone = alarm_get(p, "zone");
	struct reg_row site, row;

	TRY(shift_be_on_duty(t));
	if (alarm_get(p, "site")->type == VAL_NULL)
		return OK; /* said already: required */
	TRY(site_of(t, p, &site));
	alarm_put(p, "customer", *reg_val(&site_reg, site.v, "customer"));
	if (panel->type != VAL_NULL) {
		TRY(reg_get(t, &panel_reg, panel->i, &row));
		if (reg_val(&panel_reg, row.v, "site")->i != site.id)
			return fail_field(&t->why, "panel",
					  reg_label(&alarm_reg, "panel"),
					  "same", "is of another site",
					  "不属于该服务场所");
	}
	if (zone->type != VAL_NULL && panel->type != VAL_NULL) {
		TRY(reg_get(t, &zone_reg, zone->i, &row));
		if (reg_val(&zone_reg, row.v, "panel")->i != panel->i)
			return fail_field(&t->why, "zone",
					  reg_label(&alarm_reg, "zone"), "same",
					  "is of another panel",
					  "不属于该报警主机");
	}
	return OK;
}

enum err
alarm_may_claim(struct task *t, const struct proc_row *p)
{
	(void)p;
	return by_program(t) ? OK : shift_be_on_duty(t);
}

enum err
alarm_may_take(struct task *t, const struct proc_row *p)
{
	if (by_program(t))
		return OK;
	TRY(shift_be_on_duty(t));
	if (alarm_get(p, "owner")->i != t->who.user)
		return OK;
	return fail(&t->why, ERR_STATE, "you have it already",
		    "该警情已由您处置");
}

/* Whoever claimed it works on it; others take over first, with a reason. */
enum err
alarm_may_work(struct task *t, const struct proc_row *p)
{
	const struct val *owner = alarm_get(p, "owner");
	struct rows rows;

	if (by_program(t))
		return OK;
	if (owner->i != t->who.user) {
		TRY(db_run(t->db, STMT_ALARM_PERSON,
			   ARGS(val_int(t->who.org), val_int(owner->i)), t->a,
			   &rows, &t->why));
		return fail(&t->why, ERR_STATE,
			    "%.*s has this alarm: take it over first, with a "
			    "reason",
			    "%.*s 正在处置该警情，请先说明原因并接管",
			    STR_ARG(rows.n == 0 ? STR("?") : rows.v[0].s));
	}
	return shift_be_on_duty(t);
}

static bool
is_holdup(const struct proc_row *p)
{
	return alarm_is(p, "class", "holdup") || alarm_is(p, "class", "duress");
}

static enum err
plan_row(struct task *t, const struct proc_row *p, bool *has,
	 struct reg_row *plan)
{
	const struct val *id = alarm_get(p, "plan");

	*has = id->type != VAL_NULL;
	return *has ? reg_get(t, &plan_reg, id->i, plan) : OK;
}

/* Without verifying: by policy, or because signals verify each other. */
enum err
alarm_may_dispatch_first(struct task *t, const struct proc_row *p)
{
	struct rule_limits rule;
	struct reg_row plan;
	bool has;

	TRY(alarm_may_confirm(t, p));
	TRY(plan_row(t, p, &has, &plan));
	if (alarm_yes(p, "verified") || by_program(t))
		return OK;
	if (has && reg_val(&plan_reg, plan.v, "dispatch_first")->i == 1)
		return OK;
	TRY(alarm_rule_of(t, p, &rule));
	if (is_holdup(p) && rule.dispatch_first != 0)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "verify it first: its plan does not say to dispatch at "
		    "once",
		    "请先复核：预案未规定该类警情先派警后复核");
}

enum err
alarm_longest_wait(struct task *t, const struct proc_row *p, int64_t *ms)
{
	struct clock_limit limit;
	struct reg_row plan;
	bool has;

	TRY(plan_row(t, p, &has, &plan));
	if (has && reg_val(&plan_reg, plan.v, "max_wait_s")->type != VAL_NULL) {
		*ms = reg_val(&plan_reg, plan.v, "max_wait_s")->i * SECOND_MS;
		return OK;
	}
	TRY(alarm_limit(t, p, ALARM_LIMIT_WAIT, &limit));
	*ms = limit.limit_ms;
	return OK;
}

enum err
alarm_may_park(struct task *t, const struct proc_row *p)
{
	const struct val *until = alarm_get(p, "parked_until_ms");
	const struct val *old =
	    p->old == NULL ? until :
			     reg_val(&alarm_reg, p->old->v, "parked_until_ms");
	int64_t longest;

	TRY(alarm_may_work(t, p));
	if (until->type == VAL_NULL || val_eq(*until, *old))
		return until->type == VAL_NULL ?
			   OK :
			   fail_field(&t->why, "parked_until_ms",
				      reg_label(&alarm_reg, "parked_until_ms"),
				      "required", "is required", "不能为空");
	TRY(alarm_longest_wait(t, p, &longest));
	if (until->i > t->now_ms && until->i <= t->now_ms + longest)
		return OK;
	return fail_field(&t->why, "parked_until_ms",
			  reg_label(&alarm_reg, "parked_until_ms"), "range",
			  "must be within the next %lld seconds",
			  "应在今后 %lld 秒以内",
			  (long long)(longest / SECOND_MS));
}

/* C.3.2: what is confirmed has AVS level 2 to 4; none given: the class's. */
static enum err
avs_fits(struct task *t, const struct proc_row *p)
{
	const struct val *avs = alarm_get(p, "avs");

	if (by_program(t) || avs->type == VAL_NULL || avs->i >= 2 ||
	    !alarm_is(p, "family", "alarm"))
		return OK;
	return fail_field(&t->why, "avs", reg_label(&alarm_reg, "avs"), "range",
			  "must be 2 to 4 for a confirmed alarm",
			  "须为 2–4：已确认的警情不低于 2 级");
}

enum err
alarm_may_confirm(struct task *t, const struct proc_row *p)
{
	TRY(alarm_may_work(t, p));
	return avs_fits(t, p);
}

/* What calls have brought: was the password given, is there one at all? */
static enum err
calls_of(struct task *t, const struct proc_row *p, bool *right, bool *duress,
	 bool *any_password)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_ALARM_CALLS,
		   ARGS(val_int(t->who.org), val_int(p->row->id),
			*alarm_get(p, "customer"), *alarm_get(p, "site")),
		   t->a, &rows, &t->why));
	*right = rows.v[0].i > 0;
	*duress = rows.v[1].i > 0;
	*any_password = rows.v[2].i > 0;
	return OK;
}

/* False is proven by the password, the picture or staff (C.3.2); what cannot
 * be verified says so and is approved by the leader.  Once the duress word
 * was spoken no call proves anything. */
static enum err
is_proven(struct task *t, const struct proc_row *p)
{
	bool right, duress, any;

	if (!alarm_is(p, "family", "alarm") ||
	    alarm_is(p, "disposition", "unverifiable"))
		return OK;
	TRY(calls_of(t, p, &right, &duress, &any));
	if (alarm_is(p, "method", "video") || alarm_is(p, "method", "staff") ||
	    (alarm_is(p, "method", "audio") && !is_holdup(p)))
		return OK;
	if (alarm_is(p, "method", "call") && !duress && (right || !any))
		return OK;
	return fail_field(&t->why, "method", reg_label(&alarm_reg, "method"),
			  "proof",
			  "is no proof yet: the password given in a call, the "
			  "picture, or staff on site",
			  "尚不足以排除：应有电话口令正确、视频或现场人员证实");
}

static bool
is_real(const struct proc_row *p)
{
	const struct val *d = alarm_get(p, "disposition");

	return d->type == VAL_TEXT && str_starts(d->s, STR("real_"));
}

/* Real, P1 or not verifiable: another person looks at it first. */
static bool
is_grave(const struct val *row)
{
	const struct val *d = reg_val(&alarm_reg, row, "disposition");
	const struct val *priority = reg_val(&alarm_reg, row, "priority");

	return str_is(priority->s, "p1") ||
	       (d->type == VAL_TEXT && (str_starts(d->s, STR("real_")) ||
					str_is(d->s, "unverifiable")));
}

bool
alarm_needs_approval(const struct proc_row *p)
{
	return is_grave(p->row->v);
}

/* What is approved is complete: it cannot be written afterwards. */
static enum err
is_worded(struct task *t, const struct proc_row *p)
{
	if (!alarm_needs_approval(p) ||
	    alarm_get(p, "disposition")->type == VAL_NULL ||
	    alarm_get(p, "narrative")->type != VAL_NULL)
		return OK;
	return fail_field(&t->why, "narrative",
			  reg_label(&alarm_reg, "narrative"), "required",
			  "is required: the shift leader approves it",
			  "不能为空：须据此由值班长审核");
}

enum err
alarm_may_clear(struct task *t, const struct proc_row *p)
{
	TRY(alarm_may_work(t, p));
	TRY(is_worded(t, p));
	if (alarm_get(p, "disposition")->type == VAL_NULL)
		return OK; /* asked for */
	if (is_real(p))
		return fail_field(&t->why, "disposition",
				  reg_label(&alarm_reg, "disposition"), "real",
				  "is real: confirm it instead of clearing it",
				  "为真实警情：应确认，不能排除");
	if (alarm_get(p, "method")->type == VAL_NULL)
		return OK;
	return is_proven(t, p);
}

/* Technical alarms and those of use need no verifying. */
enum err
alarm_may_clear_at_once(struct task *t, const struct proc_row *p)
{
	TRY(alarm_may_work(t, p));
	if (alarm_is(p, "family", "alarm"))
		return fail(&t->why, ERR_STATE, "verify it first", "请先复核");
	return alarm_may_clear(t, p);
}

/* What was done: dispatches, those still out, those with a report, their
 * photos, reports to 110, those that stand, notices that reached somebody. */
struct response {
	int64_t sent, out, reported, photos, police, police_has, told;
};
static enum err
response_of(struct task *t, const struct proc_row *p, struct response *out)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_ALARM_RESPONSE,
		   ARGS(val_int(t->who.org), *alarm_get(p, "incident"),
			val_int(p->row->id)),
		   t->a, &rows, &t->why));
	*out = (struct response){ rows.v[0].i, rows.v[1].i, rows.v[2].i,
				  rows.v[3].i, rows.v[4].i, rows.v[5].i,
				  rows.v[6].i };
	return OK;
}

/* The response itself takes this step; by hand only when it is there. */
enum err
alarm_may_dispatch(struct task *t, const struct proc_row *p)
{
	struct response r;

	TRY(alarm_may_work(t, p));
	if (by_program(t) || alarm_get(p, "incident")->type == VAL_NULL)
		return OK;
	TRY(response_of(t, p, &r));
	if (r.sent + r.police > 0)
		return OK;
	return fail(&t->why, ERR_STATE, "send a patrol or report to 110 first",
		    "请先派出巡逻组或向110报告");
}

/* Somebody was there: a patrol that reported, with photos where the plan
 * wants them, or the police.  Who was called back from a false alarm was not.
 */
static enum err
somebody_was_there(struct task *t, const struct proc_row *p,
		   const struct response *r)
{
	struct reg_row plan;
	bool has;

	if (r->out > 0)
		return fail(&t->why, ERR_STATE,
			    "%lld patrols have not reported yet",
			    "还有 %lld 个巡逻组未报告处置结果",
			    (long long)r->out);
	if (is_real(p) && r->reported == 0 && r->police_has == 0)
		return fail(&t->why, ERR_STATE,
			    "it was real, and neither a patrol nor the police "
			    "was there: send a patrol or report to 110",
			    "真实警情尚无巡逻组报告，也未向110报告，请先处置");
	TRY(plan_row(t, p, &has, &plan));
	if (!has || reg_val(&plan_reg, plan.v, "photos")->type != VAL_INT ||
	    reg_val(&plan_reg, plan.v, "photos")->i == 0 || r->reported == 0 ||
	    r->photos > 0)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "the plan wants photos of the site, and the patrol has "
		    "sent none",
		    "预案要求现场照片，巡逻组尚未上传");
}

/* C.3.2: arrival, result, photos; notice to the customer sent. */
enum err
alarm_may_finish(struct task *t, const struct proc_row *p)
{
	struct response r;

	TRY(alarm_may_work(t, p));
	TRY(response_of(t, p, &r));
	TRY(somebody_was_there(t, p, &r));
	if (r.told > 0 || alarm_get(p, "not_told")->type != VAL_NULL)
		return is_worded(t, p);
	return fail_field(&t->why, "not_told",
			  reg_label(&alarm_reg, "not_told"), "required",
			  "is required: no notice to the customer was sent",
			  "不能为空：尚未向用户发出通报");
}

/* Nobody approves what he cleared himself, whoever has it by now. */
enum err
alarm_may_approve(struct task *t, const struct proc_row *p)
{
	const struct duty_person had[] = {
		{ .user = alarm_get(p, "owner")->i },
		{ .user = alarm_get(p, "cleared_by")->i },
	};

	if (!alarm_needs_approval(p))
		return fail(&t->why, ERR_STATE, "it needs no approval",
			    "该警情无需审核");
	return duty_check(t, &duties[DUTY_CLOSE_ALARM], had, ARRAY_LEN(had));
}

static enum err
plan_is_done(struct task *t, const struct proc_row *p)
{
	const struct val *plan = alarm_get(p, "plan");
	struct plan_way *ways;
	struct reg_row step;
	size_t n, i;

	if (plan->type == VAL_NULL)
		return OK;
	TRY(plan_ways(t, plan->i, p->row->id, &ways, &n));
	i = plan_missing(ways, n);
	if (i == n)
		return OK;
	TRY(reg_get(t, &plan_step_reg, ways[i].id, &step));
	return fail(&t->why, ERR_STATE,
		    "step %lld of the plan is required and not done: %.*s",
		    "预案必做步骤 %lld 尚未完成：%.*s", (long long)ways[i].no,
		    STR_ARG(reg_val(&plan_step_reg, step.v, "text")->s));
}

/* GB 50394-2007 5.2: an indication stays until somebody resets it. */
static enum err
zones_are_told(struct task *t, const struct proc_row *p)
{
	struct rows rows;

	if (alarm_yes(p, "left_open"))
		return OK;
	TRY(db_run(t->db, STMT_ALARM_ZONES_OPEN,
		   ARGS(val_int(p->row->id), val_int(t->who.org)), t->a, &rows,
		   &t->why));
	if (rows.n == 0 || rows.v[0].i == 0)
		return OK;
	return fail_field(&t->why, "left_open",
			  reg_label(&alarm_reg, "left_open"), "open",
			  "must be marked: %lld zones have not restored",
			  "须勾选：有 %lld 个防区尚未恢复",
			  (long long)rows.v[0].i);
}

/* C.3.3: the last alarm of an incident does not leave it behind. */
static enum err
incident_is_ended(struct task *t, const struct proc_row *p)
{
	const struct val *id = alarm_get(p, "incident");
	struct reg_row row;
	bool open, last;

	if (id->type == VAL_NULL)
		return OK;
	TRY(incident_is_open(t, id->i, &open));
	TRY(alarm_is_last(t, p, &last));
	if (!open || !last)
		return OK;
	TRY(reg_get(t, &incident_reg, id->i, &row));
	return fail(&t->why, ERR_STATE,
		    "incident %.*s is still open: clear it or hand it over to "
		    "the police first",
		    "警情 %.*s 仍在处置，请先排除或移交公安",
		    STR_ARG(reg_val(&incident_reg, row.v, "number")->s));
}

static bool
is_kept(const struct proc_row *p, const char *field)
{
	return val_eq(*alarm_get(p, field),
		      *reg_val(&alarm_reg, p->old->v, field));
}

/* The approval is of the disposition and the words that the leader saw. */
static enum err
is_approved(struct task *t, const struct proc_row *p)
{
	if (!is_grave(p->row->v) && !is_grave(p->old->v))
		return OK;
	if (!is_grave(p->old->v) || !is_kept(p, "disposition") ||
	    (alarm_get(p, "approved_by")->type != VAL_NULL &&
	     !is_kept(p, "narrative")))
		return fail(&t->why, ERR_STATE,
			    "disposition and narrative are not what the shift "
			    "leader approves: have it sent back and clear it "
			    "again",
			    "处置结论或处置经过与送审内容不同，请值班长退回后重"
			    "新排除并送审");
	if (alarm_get(p, "approved_by")->type != VAL_NULL)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "a shift leader other than who handled it approves it "
		    "first",
		    "真实警情、P1 "
		    "及无法核实的警情须先经值班长（非处置人）审核");
}

enum err
alarm_may_close(struct task *t, const struct proc_row *p)
{
	/* The leader who approved it may close it too. */
	if (alarm_get(p, "approved_by")->i != t->who.user || by_program(t))
		TRY(alarm_may_work(t, p));
	TRY(is_approved(t, p));
	/* The response is a proof of its own. */
	if (!is_real(p) && alarm_get(p, "dispatched_ms")->type == VAL_NULL)
		TRY(is_proven(t, p));
	TRY(plan_is_done(t, p));
	TRY(incident_is_ended(t, p));
	return zones_are_told(t, p);
}

/* An alarm does not become a technical one, which needs no proof. */
static enum err
same_family(struct task *t, const struct proc_row *p,
	    const struct reg_row *target)
{
	if (!alarm_is(p, "family", "alarm") ||
	    val_eq(*alarm_get(p, "family"),
		   *reg_val(&alarm_reg, target->v, "family")))
		return OK;
	return fail_field(&t->why, "merged_into",
			  reg_label(&alarm_reg, "merged_into"), "family",
			  "must not be a technical alarm: it needs no proof",
			  "不能是技术类报警：技术类报警无需复核");
}

enum err
alarm_may_merge(struct task *t, const struct proc_row *p)
{
	const struct val *into = alarm_get(p, "merged_into");
	struct reg_row target;

	TRY(alarm_get(p, "owner")->type == VAL_NULL ? alarm_may_claim(t, p) :
						      alarm_may_work(t, p));
	if (into->type == VAL_NULL)
		return OK;
	TRY(reg_get(t, &alarm_reg, into->i, &target));
	if (target.id != p->row->id &&
	    val_eq(*reg_val(&alarm_reg, target.v, "site"),
		   *alarm_get(p, "site")) &&
	    process_state(&alarm_reg, &target) < ALARM_CLEARED)
		return same_family(t, p, &target);
	return fail_field(&t->why, "merged_into",
			  reg_label(&alarm_reg, "merged_into"), "target",
			  "must be another open alarm of the same site",
			  "应为同一场所另一起未结警情");
}

/* Many at once, and only technical ones: never a person in danger. */
enum err
alarm_may_settle(struct task *t, const struct proc_row *p)
{
	TRY(alarm_get(p, "owner")->type == VAL_NULL ? alarm_may_claim(t, p) :
						      alarm_may_work(t, p));
	if (!alarm_is(p, "family", "technical") ||
	    alarm_is(p, "priority", "p1"))
		return fail(&t->why, ERR_STATE,
			    "only technical alarms are closed at once",
			    "只有技术类报警可以直接了结");
	if (is_real(p))
		return fail_field(&t->why, "disposition",
				  reg_label(&alarm_reg, "disposition"), "real",
				  "is real: it cannot be closed at once",
				  "为真实警情，不能直接了结");
	return plan_is_done(t, p);
}
