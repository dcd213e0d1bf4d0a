/*
 * dispatch_process.c - the life of a dispatch: domain model C.3.3.
 *
 * The edges carry the desk's permission: an operator may write down what a
 * patrol says by radio.  The patrol itself takes them through its own routes
 * (http/patrol_api.c), which show it its own dispatches alone.
 */
#include <string.h>

#include "alarm/alarms.h"
#include "alarm/dispatch.h"
#include "alarm/incident.h"
#include "alarm/rule.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"

/* clang-format off */
enum { SENT, ACCEPTED, EN_ROUTE, ARRIVED, LEFT, REPORTED, DECLINED, NO_ANSWER,
	RECALLED };
static const struct proc_state states[] = {
	[SENT]      = { "sent",      LABEL("已派出", "Sent"),         TONE_WARN,  false },
	[ACCEPTED]  = { "accepted",  LABEL("已接受", "Accepted"),     TONE_INFO,  false },
	[EN_ROUTE]  = { "en_route",  LABEL("途中", "On the way"),     TONE_INFO,  false },
	[ARRIVED]   = { "arrived",   LABEL("已到场", "On site"),      TONE_INFO,  false },
	[LEFT]      = { "left",      LABEL("已离场", "Left"),         TONE_INFO,  false },
	[REPORTED]  = { "reported",  LABEL("已报告", "Reported"),     TONE_OK,    true },
	[DECLINED]  = { "declined",  LABEL("无法前往", "Declined"),   TONE_BAD,   true },
	[NO_ANSWER] = { "no_answer", LABEL("未应答", "No answer"),    TONE_BAD,   false },
	[RECALLED]  = { "recalled",  LABEL("已撤回", "Recalled"),     TONE_PLAIN, true },
	{ 0 }
};

enum { SEND, ACCEPT, DECLINE, MISS, DEPART, ARRIVE, LEAVE, REPORT, RECALL };
static const struct proc_event events[] = {
	[SEND]    = { "send",      LABEL("派警", "Send") },
	[ACCEPT]  = { "accept",    LABEL("接受", "Accept") },
	[DECLINE] = { "decline",   LABEL("无法前往", "Decline") },
	[MISS]    = { "no_answer", LABEL("未应答", "No answer") },
	[DEPART]  = { "depart",    LABEL("出发", "Set out") },
	[ARRIVE]  = { "arrive",    LABEL("到场", "Arrive") },
	[LEAVE]   = { "leave",     LABEL("离场", "Leave") },
	[REPORT]  = { "report",    LABEL("提交报告", "Report") },
	[RECALL]  = { "recall",    LABEL("撤回", "Recall") },
	{ 0 }
};
/* clang-format on */

static guard_fn may_send, may_answer, may_decline, may_depart, may_arrive,
    may_leave, may_report;
static effect_fn on_send, on_accept, on_decline, on_arrive;
static clock_fn on_silence;
static int64_t
stopped_at(struct task *t, const struct proc_row *p, const char *clock);

static enum err
bad(struct task *t, const char *field, const char *code, const char *en,
    const char *zh)
{
	return fail_field(&t->why, field, reg_label(&dispatch_reg, field), code,
			  "%s%.0s", "%.0s%s", en, zh);
}

/* The rule for the incident's class at its site. */
static enum err
limits_of(struct task *t, const struct proc_row *p, struct rule_limits *out)
{
	const struct val *class, *priority;
	struct reg_row row;

	TRY(reg_get(t, &incident_reg, proc_get(p, "incident")->i, &row));
	class = reg_val(&incident_reg, row.v, "class");
	priority = reg_val(&incident_reg, row.v, "priority");
	return rule_find(t, t->who.org, proc_get(p, "site")->i,
			 class->type == VAL_TEXT ? class->s : STR(""),
			 priority->type == VAL_INT ? priority->i : 3, out);
}

static enum err
limit_answer(struct task *t, const struct proc_row *p, struct clock_limit *out,
	     int64_t *start_ms)
{
	struct rule_limits limits;

	TRY(limits_of(t, p, &limits));
	*start_ms = t->now_ms;
	*out = (struct clock_limit){ limits.answer_ms,
				     "警情规则（单位设定，非标准值）" };
	return OK;
}

/* clang-format off */
static const struct proc_clock clocks[] = {
	{ "answer", LABEL("应答时限", "Answer"), limit_answer, on_silence },
	{ 0 }
};

#define ARRIVE_IN "arrival_proof! latitude_e6 longitude_e6 confirmed_by arrived_ms"
#define LEAVE_IN "secure! guarding guarding_by left_ms"

static const struct edge edges[] = {
	/* from         on       to         may                guard        in                               effect      answer */
	{ FROM_NOTHING, SEND,    SENT,      MAY_HANDLE_ALARMS, may_send,    "incident! patrol! instructions reason", on_send, { START } },
	{ SENT,         ACCEPT,  ACCEPTED,  MAY_HANDLE_ALARMS, may_answer,  "accepted_ms",                    on_accept,  { STOP } },
	{ NO_ANSWER,    ACCEPT,  ACCEPTED,  MAY_HANDLE_ALARMS, may_answer,  "accepted_ms",                    on_accept,  { KEEP } },
	{ SENT,         DECLINE, DECLINED,  MAY_HANDLE_ALARMS, may_decline, "reason! declined_ms",            on_decline, { STOP } },
	{ NO_ANSWER,    DECLINE, DECLINED,  MAY_HANDLE_ALARMS, may_decline, "reason! declined_ms",            on_decline, { KEEP } },
	{ ACCEPTED,     DECLINE, DECLINED,  MAY_HANDLE_ALARMS, may_decline, "reason! declined_ms",            on_decline, { KEEP } },
	{ EN_ROUTE,     DECLINE, DECLINED,  MAY_HANDLE_ALARMS, may_decline, "reason! declined_ms",            on_decline, { KEEP } },
	{ SENT,         MISS,    NO_ANSWER, MAY_HANDLE_ALARMS, NULL,        "",                               on_decline, { STOP } },
	{ ACCEPTED,     DEPART,  EN_ROUTE,  MAY_HANDLE_ALARMS, may_depart,  "en_route_ms",                    NULL,       { KEEP } },
	{ ACCEPTED,     ARRIVE,  ARRIVED,   MAY_HANDLE_ALARMS, may_arrive,  ARRIVE_IN,                        on_arrive,  { KEEP } },
	{ EN_ROUTE,     ARRIVE,  ARRIVED,   MAY_HANDLE_ALARMS, may_arrive,  ARRIVE_IN,                        on_arrive,  { KEEP } },
	{ ARRIVED,      LEAVE,   LEFT,      MAY_HANDLE_ALARMS, may_leave,   LEAVE_IN,                         NULL,       { KEEP } },
	{ LEFT,         REPORT,  REPORTED,  MAY_HANDLE_ALARMS, may_report,  "result! report! reported_ms",    NULL,       { KEEP } },
	{ SENT,         RECALL,  RECALLED,  MAY_HANDLE_ALARMS, NULL,        "reason!",                        NULL,       { VOID } },
	{ NO_ANSWER,    RECALL,  RECALLED,  MAY_HANDLE_ALARMS, NULL,        "reason!",                        NULL,       { KEEP } },
	{ ACCEPTED,     RECALL,  RECALLED,  MAY_HANDLE_ALARMS, NULL,        "reason!",                        NULL,       { KEEP } },
	{ EN_ROUTE,     RECALL,  RECALLED,  MAY_HANDLE_ALARMS, NULL,        "reason!",                        NULL,       { KEEP } },
};
/* clang-format on */

const struct process dispatch_process = {
	.name = "dispatch",
	.label = LABEL("派警", "Dispatch"),
	.states = states,
	.events = events,
	.clocks = clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
	.stopped = stopped_at,
};

/* ---- when a step was taken ---- */

/* The newest of the times before this step. */
static int64_t
step_before(const struct proc_row *p, const char *field)
{
	static const char *const order[] = { "sent_ms", "accepted_ms",
					     "en_route_ms", "arrived_ms",
					     "left_ms" };
	int64_t at_ms = 0;

	for (size_t i = 0; i < ARRAY_LEN(order); i++) {
		const struct val *v = proc_get(p, order[i]);

		if (strcmp(order[i], field) == 0)
			break;
		if (v->type == VAL_INT && v->i > at_ms)
			at_ms = v->i;
	}
	return at_ms;
}

/* Model C.2: times are stored with their source. */
static enum err
step_source(struct task *t, const struct proc_row *p, bool told)
{
	const struct val *person;
	struct reg_row patrol;
	bool own;

	TRY(reg_get(t, &patrol_reg, proc_get(p, "patrol")->i, &patrol));
	person = reg_val(&patrol_reg, patrol.v, "person");
	own = person->type == VAL_INT && person->i == t->who.user;
	proc_put(p, "time_source",
		 val_text(!told ? STR("centre") :
			  own	? STR("device") :
				  STR("person")));
	return OK;
}

/*
 * When the step was taken: as the phone's clock or a person says, else now.
 * The journal keeps when it was told.  Two clocks that are a little apart
 * agree; a time that cannot be is refused, as it would be evidence.
 */
static enum err
step_time(struct task *t, const struct proc_row *p, const char *field)
{
	const struct val *said = proc_get(p, field);
	const int64_t before_ms = step_before(p, field);
	const bool told = said->type == VAL_INT;
	int64_t at_ms = told ? said->i : t->now_ms;

	if (told && at_ms > t->now_ms + DISPATCH_SKEW_MS)
		return bad(t, field, "future",
			   "is later than now: check the clock of the phone",
			   "晚于当前时间：请检查手机时钟");
	if (told && at_ms <= before_ms - DISPATCH_WRITTEN_MS)
		return bad(t, field, "order",
			   "is before the step before it: check the clock of "
			   "the phone",
			   "早于上一步骤：请检查手机时钟");
	if (at_ms > t->now_ms)
		at_ms = t->now_ms;
	if (at_ms < before_ms)
		at_ms = before_ms;
	proc_put(p, field, val_int(at_ms));
	return step_source(t, p, told);
}

static int64_t
stopped_at(struct task *t, const struct proc_row *p, const char *clock)
{
	const struct val *accepted = proc_get(p, "accepted_ms");
	const struct val *declined = proc_get(p, "declined_ms");

	(void)clock; /* there is one: answer */
	return accepted->type == VAL_INT ? accepted->i :
	       declined->type == VAL_INT ? declined->i :
					   t->now_ms;
}

static enum err
may_answer(struct task *t, const struct proc_row *p)
{
	return step_time(t, p, "accepted_ms");
}

static enum err
may_decline(struct task *t, const struct proc_row *p)
{
	return step_time(t, p, "declined_ms");
}

static enum err
may_depart(struct task *t, const struct proc_row *p)
{
	return step_time(t, p, "en_route_ms");
}

static enum err
may_report(struct task *t, const struct proc_row *p)
{
	return step_time(t, p, "reported_ms");
}

/* ---- the steps ---- */

/* At night the only one who is there may have none: people say why, and the
 * journal keeps it. */
static enum err
may_send_uncertified(struct task *t, const struct proc_row *p,
		     const struct val *patrol)
{
	bool certified;

	TRY(patrol_is_certified(t, patrol, &certified));
	if (certified || str_trim(p->reason).n > 0)
		return OK;
	return fail_field(&t->why, "reason",
			  (struct label)LABEL("原因", "Reason"), "required",
			  "is required: the patrol's staff has no valid "
			  "security guard's certificate (NET-5.1.4)",
			  "不能为空：该巡逻组人员没有有效的保安员证"
			  "（NET-5.1.4），须说明派出原因");
}

static enum err
may_send_to(struct task *t, const struct proc_row *p)
{
	struct reg_row patrol;
	struct rows rows;

	TRY(reg_get(t, &patrol_reg, proc_get(p, "patrol")->i, &patrol));
	if (!str_is(reg_val(&patrol_reg, patrol.v, "duty")->s, "on"))
		return bad(t, "patrol", "duty", "is off duty", "不在岗");
	TRY(may_send_uncertified(t, p, patrol.v));
	TRY(db_run(t->db, STMT_DISPATCH_SAME,
		   ARGS(val_int(t->who.org), *proc_get(p, "incident"),
			*proc_get(p, "patrol")),
		   t->a, &rows, &t->why));
	return rows.n == 0 ?
		   OK :
		   bad(t, "patrol", "busy", "was sent to this incident already",
		       "已派往该警情");
}

static enum err
may_send(struct task *t, const struct proc_row *p)
{
	struct reg_row incident;

	if (proc_get(p, "incident")->type == VAL_NULL ||
	    proc_get(p, "patrol")->type == VAL_NULL)
		return OK; /* said already: required */
	TRY(incident_be_open(t, proc_get(p, "incident")->i, &incident));
	proc_put(p, "site", *reg_val(&incident_reg, incident.v, "site"));
	proc_put(p, "customer",
		 *reg_val(&incident_reg, incident.v, "customer"));
	return may_send_to(t, p);
}

/* The incident and its alarms are being responded to. */
static enum err
on_send(struct task *t, const struct proc_row *p)
{
	int64_t incident = proc_get(p, "incident")->i;
	struct reg_row row;
	bool first;

	proc_put(p, "sent_ms", val_int(t->now_ms));
	TRY(reg_get(t, &incident_reg, incident, &row));
	first = reg_val(&incident_reg, row.v, "sent_ms")->type == VAL_NULL;
	TRY(incident_move(t, incident, first ? "respond" : "reinforce", NULL));
	return alarms_dispatched(t, incident);
}

static enum err
on_accept(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "next_patrol", val_null());
	return OK;
}

/* C.3.3: DECLINED, NO_ANSWER: the next patrol.  It is proposed, a person
 * sends it.  This row is not yet written: it counts as asked by its state
 * only afterwards, so its own patrol is left out by name. */
static enum err
on_decline(struct task *t, const struct proc_row *p)
{
	int64_t next = 0;

	TRY(patrol_next(t, proc_get(p, "incident")->i, proc_get(p, "patrol")->i,
			&next));
	proc_put(p, "next_patrol", val_id(next));
	return OK;
}

/* A position proves it when it is near the site; without the site's
 * coordinates it is only recorded. */
static enum err
near_site(struct task *t, const struct proc_row *p)
{
	const struct val *lat = proc_get(p, "latitude_e6");
	const struct val *lon = proc_get(p, "longitude_e6");
	const struct val *site_lat, *site_lon;
	struct rule_limits limits;
	struct reg_row site;
	int64_t m;

	if (lat->type != VAL_INT || lon->type != VAL_INT)
		return bad(t, "latitude_e6", "required",
			   "is required: without a position the customer or "
			   "a camera confirms the arrival",
			   "不能为空：没有定位时须由用户或视频确认到场");
	TRY(reg_get(t, &site_reg, proc_get(p, "site")->i, &site));
	site_lat = reg_val(&site_reg, site.v, "latitude_e6");
	site_lon = reg_val(&site_reg, site.v, "longitude_e6");
	if (site_lat->type != VAL_INT || site_lon->type != VAL_INT)
		return OK;
	m = distance_m(lat->i, lon->i, site_lat->i, site_lon->i);
	proc_put(p, "distance_m", val_int(m));
	TRY(limits_of(t, p, &limits));
	if (m <= limits.near_m)
		return OK;
	return fail_field(&t->why, "arrival_proof",
			  reg_label(&dispatch_reg, "arrival_proof"), "far",
			  "the position is %lld m from the site: the customer "
			  "or a camera confirms the arrival",
			  "定位距场所 %lld 米：须由用户或视频确认到场",
			  (long long)m);
}

static enum err
may_arrive(struct task *t, const struct proc_row *p)
{
	const struct val *proof = proc_get(p, "arrival_proof");

	TRY(step_time(t, p, "arrived_ms"));
	if (proof->type == VAL_NULL)
		return OK; /* said already: required */
	if (str_is(proof->s, "position"))
		return near_site(t, p);
	return proc_get(p, "confirmed_by")->type != VAL_NULL ?
		   OK :
		   bad(t, "confirmed_by", "required",
		       "is required: who confirmed it",
		       "不能为空：须注明谁确认到场");
}

static enum err
on_arrive(struct task *t, const struct proc_row *p)
{
	struct reg_input in = reg_input_new(t->a, &incident_reg);
	size_t i = reg_field(&incident_reg, "arrived_ms");

	in.set[i] = true;
	in.v[i] = *proc_get(p, "arrived_ms");
	return incident_move(t, proc_get(p, "incident")->i, "arrive", &in);
}

/* C.3.3: leaving an insecure site needs the customer's decision. */
static enum err
may_leave(struct task *t, const struct proc_row *p)
{
	const struct val *secure = proc_get(p, "secure");

	TRY(step_time(t, p, "left_ms"));
	if (secure->type == VAL_NULL || secure->i != 0)
		return OK;
	if (proc_get(p, "guarding")->type == VAL_NULL)
		return bad(t, "guarding", "required",
			   "is required: the site is not secure, the customer "
			   "decides how it is guarded",
			   "不能为空：场所未封闭，须由用户决定如何看守");
	if (str_is(proc_get(p, "guarding")->s, "stay"))
		return bad(t, "guarding", "stay",
			   "the customer wants you to stay",
			   "用户要求留守，不能离场");
	return proc_get(p, "guarding_by")->type != VAL_NULL ?
		   OK :
		   bad(t, "guarding_by", "required", "is required: who decided",
		       "不能为空：须注明谁决定");
}

/* No answer within the limit: the shift leader hears of it and the next
 * patrol is proposed.  A late answer still counts. */
static enum err
on_silence(struct task *t, const struct clock_view *c, int64_t percent)
{
	struct reg_input none = reg_input_new(t->a, &dispatch_reg);
	struct reg_input in = reg_input_new(t->a, &incident_reg);
	struct reg_row row, incident;

	if (percent < 100)
		return OK;
	TRY(reg_get(t, &dispatch_reg, c->row, &row));
	if (process_state(&dispatch_reg, &row) != SENT)
		return OK;
	TRY(process_step(t, &dispatch_reg, c->row, 0, STR("no_answer"), &none,
			 STR(""), &row));
	return process_step(t, &incident_reg,
			    reg_val(&dispatch_reg, row.v, "incident")->i, 0,
			    STR("escalate"), &in,
			    arena_printf(t->a, "%.*s 未应答 / no answer",
					 STR_ARG(reg_val(&dispatch_reg, row.v,
							 "number")
						     ->s)),
			    &incident);
}
