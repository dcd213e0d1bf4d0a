/*
 * incident_process.c - the life of an incident: domain model C.3.3.
 *
 * Dispatches, police reports and notices move it; people clear it, report it
 * to the customer and review it.  A review is compulsory for a real alarm, a
 * hand-over to the police and a missed limit.
 */
#include <string.h>

#include "alarm/dispatch.h"
#include "alarm/incident.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"

/* clang-format off */
enum { OPEN, RESPONDING, ON_SCENE, HANDED_OVER, CLEARED, REPORTED, REVIEWED,
	CLOSED };
static const struct proc_state states[] = {
	[OPEN]        = { "open",        LABEL("待处置", "Open"),          TONE_BAD,   false },
	[RESPONDING]  = { "responding",  LABEL("处置中", "Responding"),    TONE_WARN,  false },
	[ON_SCENE]    = { "on_scene",    LABEL("已到场", "On scene"),      TONE_WARN,  false },
	[HANDED_OVER] = { "handed_over", LABEL("已移交公安", "Handed over to the police"), TONE_INFO, false },
	[CLEARED]     = { "cleared",     LABEL("已排除", "Cleared"),       TONE_INFO,  false },
	[REPORTED]    = { "reported",    LABEL("已通报", "Customer told"), TONE_INFO,  false },
	[REVIEWED]    = { "reviewed",    LABEL("已复盘", "Reviewed"),      TONE_OK,    false },
	[CLOSED]      = { "closed",      LABEL("已结案", "Closed"),        TONE_PLAIN, true },
	{ 0 }
};

enum { BEGIN, JOIN, RESPOND, REINFORCE, POLICE, RECEIPT, POLICE_FAILED, ARRIVE,
	NOTIFY, HAND_OVER, CLEAR, REPORT, REVIEW, CLOSE, REGRADE, ESCALATE };
static const struct proc_event events[] = {
	[BEGIN]         = { "open",          LABEL("立案", "Open") },
	[JOIN]          = { "join",          LABEL("并入警情", "Join an alarm") },
	[RESPOND]       = { "respond",       LABEL("派警", "Send a patrol") },
	[REINFORCE]     = { "reinforce",     LABEL("增派", "Send another patrol") },
	[POLICE]        = { "police",        LABEL("报警", "Report to the police") },
	[RECEIPT]       = { "receipt",       LABEL("核实回执", "Police confirmed receipt") },
	[POLICE_FAILED] = { "police_failed", LABEL("报警未成功", "Police not reached") },
	[ARRIVE]        = { "arrive",        LABEL("到场", "Arrive") },
	[NOTIFY]        = { "notify",        LABEL("告知用户", "Tell the customer") },
	[HAND_OVER]     = { "hand_over",     LABEL("移交公安", "Hand over to the police") },
	[CLEAR]         = { "clear",         LABEL("排除", "Clear") },
	[REPORT]        = { "report",        LABEL("通报", "Report to the customer") },
	[REVIEW]        = { "review",        LABEL("复盘", "Review") },
	[CLOSE]         = { "close",         LABEL("结案", "Close") },
	[REGRADE]       = { "regrade",       LABEL("调整级别", "Change severity") },
	[ESCALATE]      = { "escalate",      LABEL("升级", "Escalate") },
	{ 0 }
};
/* clang-format on */

static guard_fn may_open, may_respond, may_arrive, may_report, may_close;
static effect_fn on_open, on_join, on_respond, on_police, on_police_failed,
    on_arrive, on_notify, on_hand_over, on_clear, on_report, on_escalate;
static clock_fn escalate;
static int64_t
stopped_at(struct task *t, const struct proc_row *p, const char *clock);

/* clang-format off */
static const struct proc_clock clocks[] = {
	{ "police",  LABEL("报警时限", "Report to the police"), incident_limit_police,  escalate },
	{ "receipt", LABEL("回执核实", "Receipt of the police"), incident_limit_receipt, escalate },
	{ "arrive",  LABEL("到场时限", "Arrival"),              incident_limit_arrive,  escalate },
	{ "notify",  LABEL("告知用户", "Tell the customer"),    incident_limit_notify,  escalate },
	{ 0 }
};

static const struct edge edges[] = {
	/* from         on             to           may                guard        in                              effect              police   receipt arrive  notify */
	{ FROM_NOTHING, BEGIN,         OPEN,        MAY_HANDLE_ALARMS, may_open,    "site! severity! class priority remark", on_open,  { START,   KEEP,   KEEP,   START } },
	{ OPEN,         RESPOND,       RESPONDING,  MAY_HANDLE_ALARMS, may_respond, "",                             on_respond,        { KEEP,    KEEP,   START,  KEEP } },
	{ RESPONDING,   RESPOND,       RESPONDING,  MAY_HANDLE_ALARMS, may_respond, "",                             on_respond,        { KEEP,    KEEP,   START,  KEEP } },
	{ RESPONDING,   REINFORCE,     RESPONDING,  MAY_HANDLE_ALARMS, NULL,        "",                             NULL,              { KEEP,    KEEP,   KEEP,   KEEP } },
	{ ON_SCENE,     REINFORCE,     ON_SCENE,    MAY_HANDLE_ALARMS, NULL,        "",                             NULL,              { KEEP,    KEEP,   KEEP,   KEEP } },
	{ OPEN,         POLICE,        RESPONDING,  MAY_HANDLE_ALARMS, NULL,        "",                             on_police,         { STOP,    START,  KEEP,   KEEP } },
	{ RESPONDING,   POLICE,        RESPONDING,  MAY_HANDLE_ALARMS, NULL,        "",                             on_police,         { STOP,    START,  KEEP,   KEEP } },
	{ ON_SCENE,     POLICE,        ON_SCENE,    MAY_HANDLE_ALARMS, NULL,        "",                             on_police,         { STOP,    START,  KEEP,   KEEP } },
	{ FROM_ANY_OPEN, RECEIPT,      TO_SAME,     MAY_HANDLE_ALARMS, NULL,        "police_number",                NULL,              { KEEP,    STOP,   KEEP,   KEEP } },
	{ RESPONDING,   POLICE_FAILED, RESPONDING,  MAY_HANDLE_ALARMS, NULL,        "",                             on_police_failed,  { RESTART, VOID,   KEEP,   KEEP } },
	{ ON_SCENE,     POLICE_FAILED, ON_SCENE,    MAY_HANDLE_ALARMS, NULL,        "",                             on_police_failed,  { RESTART, VOID,   KEEP,   KEEP } },
	{ HANDED_OVER,  POLICE_FAILED, HANDED_OVER, MAY_HANDLE_ALARMS, NULL,        "",                             NULL,              { KEEP,    VOID,   KEEP,   KEEP } },
	{ CLEARED,      POLICE_FAILED, CLEARED,     MAY_HANDLE_ALARMS, NULL,        "",                             NULL,              { KEEP,    VOID,   KEEP,   KEEP } },
	{ RESPONDING,   ARRIVE,        ON_SCENE,    MAY_HANDLE_ALARMS, may_arrive,  "arrived_ms",                   on_arrive,         { KEEP,    KEEP,   STOP,   KEEP } },
	{ ON_SCENE,     ARRIVE,        ON_SCENE,    MAY_HANDLE_ALARMS, may_arrive,  "arrived_ms",                   on_arrive,         { KEEP,    KEEP,   STOP,   KEEP } },
	/* told late, by a phone that had no network */
	{ HANDED_OVER,  ARRIVE,        HANDED_OVER, MAY_HANDLE_ALARMS, only_program, "arrived_ms",                  on_arrive,         { KEEP,    KEEP,   STOP,   KEEP } },
	{ CLEARED,      ARRIVE,        CLEARED,     MAY_HANDLE_ALARMS, only_program, "arrived_ms",                  on_arrive,         { KEEP,    KEEP,   STOP,   KEEP } },
	{ FROM_ANY_OPEN, NOTIFY,       TO_SAME,     MAY_HANDLE_ALARMS, NULL,        "told",                         on_notify,         { KEEP,    KEEP,   KEEP,   STOP } },
	{ RESPONDING,   HAND_OVER,     HANDED_OVER, MAY_HANDLE_ALARMS, NULL,        "handed_to! findings!",         on_hand_over,      { KEEP,    KEEP,   KEEP,   KEEP } },
	{ ON_SCENE,     HAND_OVER,     HANDED_OVER, MAY_HANDLE_ALARMS, NULL,        "handed_to! findings!",         on_hand_over,      { KEEP,    KEEP,   KEEP,   KEEP } },
	{ OPEN,         CLEAR,         CLEARED,     MAY_HANDLE_ALARMS, NULL,        "outcome! findings!",           on_clear,          { KEEP,    KEEP,   KEEP,   KEEP } },
	{ RESPONDING,   CLEAR,         CLEARED,     MAY_HANDLE_ALARMS, NULL,        "outcome! findings!",           on_clear,          { KEEP,    KEEP,   KEEP,   KEEP } },
	{ ON_SCENE,     CLEAR,         CLEARED,     MAY_HANDLE_ALARMS, NULL,        "outcome! findings!",           on_clear,          { KEEP,    KEEP,   KEEP,   KEEP } },
	{ HANDED_OVER,  REPORT,        REPORTED,    MAY_HANDLE_ALARMS, may_report,  "told!",                        on_report,         { KEEP,    KEEP,   KEEP,   STOP } },
	{ CLEARED,      REPORT,        REPORTED,    MAY_HANDLE_ALARMS, may_report,  "told!",                        on_report,         { KEEP,    KEEP,   KEEP,   STOP } },
	{ REPORTED,     REVIEW,        REVIEWED,    MAY_LEAD_SHIFT,    NULL,        "review! lessons",              NULL,              { KEEP,    KEEP,   KEEP,   KEEP } },
	{ REPORTED,     CLOSE,         CLOSED,      MAY_HANDLE_ALARMS, may_close,   "remark",                       NULL,              { KEEP,    KEEP,   KEEP,   KEEP } },
	{ REVIEWED,     CLOSE,         CLOSED,      MAY_LEAD_SHIFT,    NULL,        "remark",                       NULL,              { KEEP,    KEEP,   KEEP,   KEEP } },
	{ FROM_ANY_OPEN, JOIN,         TO_SAME,     MAY_HANDLE_ALARMS, NULL,        "",                             on_join,           { KEEP,    KEEP,   KEEP,   KEEP } },
	{ OPEN,         REGRADE,       OPEN,        MAY_HANDLE_ALARMS, NULL,        "severity! priority class reason!", NULL,          { RELIMIT, KEEP,   KEEP,   RELIMIT } },
	{ RESPONDING,   REGRADE,       RESPONDING,  MAY_HANDLE_ALARMS, NULL,        "severity! priority class reason!", NULL,          { RELIMIT, KEEP,   KEEP,   RELIMIT } },
	{ ON_SCENE,     REGRADE,       ON_SCENE,    MAY_HANDLE_ALARMS, NULL,        "severity! priority class reason!", NULL,          { RELIMIT, KEEP,   KEEP,   RELIMIT } },
	{ FROM_ANY_OPEN, ESCALATE,     TO_SAME,     MAY_HANDLE_ALARMS, NULL,        "reason!",                      on_escalate,       { KEEP,    KEEP,   KEEP,   KEEP } },
};
/* clang-format on */

const struct process incident_process = {
	.name = "incident",
	.label = LABEL("警情处置", "Incident"),
	.states = states,
	.events = events,
	.clocks = clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
	.stopped = stopped_at,
};

/* The first time counts. */
static void
stamp(struct task *t, const struct proc_row *p, const char *field)
{
	if (proc_get(p, field)->type == VAL_NULL)
		proc_put(p, field, val_int(t->now_ms));
}

static enum err
may_open(struct task *t, const struct proc_row *p)
{
	const struct val *site = proc_get(p, "site");
	struct reg_row row;

	if (site->type == VAL_NULL)
		return OK; /* said already: required */
	TRY(reg_get(t, &site_reg, site->i, &row));
	proc_put(p, "customer", *reg_val(&site_reg, row.v, "customer"));
	return OK;
}

static enum err
on_open(struct task *t, const struct proc_row *p)
{
	proc_put(p, "alarms", val_int(1));
	proc_put(p, "opened_ms", val_int(t->now_ms));
	proc_put(p, "joined_ms", val_int(t->now_ms));
	return OK;
}

static enum err
on_join(struct task *t, const struct proc_row *p)
{
	proc_put(p, "alarms", val_int(proc_get(p, "alarms")->i + 1));
	proc_put(p, "joined_ms", val_int(t->now_ms));
	return OK;
}

/* The arrival clock counts from the first patrol sent. */
static enum err
may_respond(struct task *t, const struct proc_row *p)
{
	if (proc_get(p, "sent_ms")->type == VAL_NULL)
		return OK;
	return fail(&t->why, ERR_STATE, "a patrol was sent already: reinforce",
		    "已派过警：请用“增派”");
}

static enum err
on_respond(struct task *t, const struct proc_row *p)
{
	stamp(t, p, "sent_ms");
	return OK;
}

static enum err
on_police(struct task *t, const struct proc_row *p)
{
	stamp(t, p, "police_ms");
	return OK;
}

static enum err
on_police_failed(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "police_ms", val_null());
	return OK;
}

/* Nobody arrives before he was sent, or later than now. */
static enum err
may_arrive(struct task *t, const struct proc_row *p)
{
	const struct val *at = proc_get(p, "arrived_ms"),
			 *sent = proc_get(p, "sent_ms");

	if (at->type != VAL_NULL && sent->type != VAL_NULL && at->i < sent->i &&
	    at->i > sent->i - DISPATCH_WRITTEN_MS)
		proc_put(p, "arrived_ms", *sent);
	if (at->type == VAL_NULL ||
	    (at->i <= t->now_ms &&
	     (sent->type == VAL_NULL || at->i >= sent->i)))
		return OK;
	return fail_field(&t->why, "arrived_ms",
			  reg_label(&incident_reg, "arrived_ms"), "order",
			  "is not between the first dispatch and now",
			  "应在首次派警之后，且不晚于现在");
}

/* The first arrival counts, whenever it was told. */
static enum err
on_arrive(struct task *t, const struct proc_row *p)
{
	const struct val *was = reg_val(&incident_reg, p->old->v, "arrived_ms");

	stamp(t, p, "arrived_ms");
	if (was->type != VAL_NULL && was->i < proc_get(p, "arrived_ms")->i)
		proc_put(p, "arrived_ms", *was);
	return OK;
}

static int64_t
stopped_at(struct task *t, const struct proc_row *p, const char *clock)
{
	return strcmp(clock, "arrive") == 0 ? proc_get(p, "arrived_ms")->i :
					      t->now_ms;
}

static enum err
on_notify(struct task *t, const struct proc_row *p)
{
	stamp(t, p, "notified_ms");
	return OK;
}

/* What nobody waits for any more no longer counts; what is late already stays
 * missed: clearing hides nothing. */
static enum err
settle(struct task *t, const struct proc_row *p)
{
	static const char *const names[] = { "police", "arrive" };
	struct clock_view *list;
	size_t n;

	TRY(clock_list(t, &incident_reg, p->row->id, &list, &n));
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < ARRAY_LEN(names); k++) {
			bool late = t->now_ms > list[i].due_ms;

			if (!str_is(list[i].name, names[k]) ||
			    list[i].is_void || list[i].stopped_ms != 0)
				continue;
			TRY(clock_turn(t, &incident_reg, p->row->id, names[k],
				       late ? STOP : VOID, t->now_ms,
				       (struct clock_limit){ 0 }));
		}
	return OK;
}

static enum err
on_clear(struct task *t, const struct proc_row *p)
{
	stamp(t, p, "cleared_ms");
	return settle(t, p);
}

static enum err
on_hand_over(struct task *t, const struct proc_row *p)
{
	proc_put(p, "outcome", val_text(STR("real")));
	return on_clear(t, p);
}

/* Nobody is still out, no receipt is still unchecked (GB 55029 6.0.4). */
static enum err
may_report(struct task *t, const struct proc_row *p)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_INCIDENT_WAITS_FOR,
		   ARGS(val_int(t->who.org), val_int(p->row->id)), t->a, &rows,
		   &t->why));
	if (rows.n == 0)
		return OK;
	return fail(&t->why, ERR_STATE, "%.*s is still open: finish it first",
		    "%.*s 尚未结束，请先办结", STR_ARG(rows.v[0].s));
}

static enum err
is_breached(struct task *t, int64_t id, bool *out)
{
	struct clock_view *list;
	size_t n;

	*out = false;
	TRY(clock_list(t, &incident_reg, id, &list, &n));
	for (size_t i = 0; i < n; i++) {
		const char *state = clock_state(&list[i], t->now_ms);

		*out = *out || strcmp(state, "missed") == 0 ||
		       strcmp(state, "overdue") == 0;
	}
	return OK;
}

static enum err
on_report(struct task *t, const struct proc_row *p)
{
	bool breached;

	stamp(t, p, "notified_ms");
	TRY(is_breached(t, p->row->id, &breached));
	if (breached)
		proc_put(p, "breached", val_int(1));
	return OK;
}

/* C.3.3: the review is compulsory for real alarms, hand-over to the police
 * and any breach of a limit. */
static enum err
may_close(struct task *t, const struct proc_row *p)
{
	bool breached;

	TRY(is_breached(t, p->row->id, &breached));
	if (str_is(proc_get(p, "outcome")->s, "real"))
		return fail(&t->why, ERR_STATE,
			    "it was real: the shift leader reviews it first",
			    "真实警情须先由值班长复盘");
	if (breached || proc_get(p, "breached")->type != VAL_NULL)
		return fail(&t->why, ERR_STATE,
			    "a limit was missed: the shift leader reviews it "
			    "first",
			    "有时限超时，须先由值班长复盘");
	return OK;
}

static enum err
on_escalate(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "escalated", val_int(1));
	proc_put(p, "breached", val_int(1));
	return OK;
}

static enum err
escalate(struct task *t, const struct clock_view *c, int64_t percent)
{
	struct reg_input in = reg_input_new(t->a, &incident_reg);
	struct reg_row row;

	if (percent < 100)
		return OK;
	TRY(reg_get(t, &incident_reg, c->row, &row));
	if (states[process_state(&incident_reg, &row)].final)
		return OK;
	return process_step(t, &incident_reg, c->row, 0, STR("escalate"), &in,
			    arena_printf(t->a, "%.*s %lld%%", STR_ARG(c->name),
					 (long long)percent),
			    &row);
}

static bool
has_edge(int state, const char *event)
{
	for (size_t i = 0; i < ARRAY_LEN(edges); i++)
		if (strcmp(events[edges[i].on].name, event) == 0 &&
		    (edges[i].from == state ||
		     (edges[i].from == FROM_ANY_OPEN && !states[state].final)))
			return true;
	return false;
}

enum err
incident_move(struct task *t, int64_t id, const char *event,
	      const struct reg_input *in)
{
	const struct reg_input none = reg_input_new(t->a, &incident_reg);
	const struct actor who = t->who;
	struct reg_row row;
	enum err rc;

	TRY(reg_get(t, &incident_reg, id, &row));
	if (!has_edge(process_state(&incident_reg, &row), event))
		return OK;
	t->who.may = UINT64_MAX; /* a consequence, in the person's name */
	rc = process_step(t, &incident_reg, id, 0, str_of(event),
			  in == NULL ? &none : in, STR(""), &row);
	t->who = who;
	return rc;
}

enum err
incident_is_open(struct task *t, int64_t id, bool *out)
{
	struct reg_row row;
	int state;

	TRY(reg_get(t, &incident_reg, id, &row));
	state = process_state(&incident_reg, &row);
	*out = state <= ON_SCENE;
	return OK;
}

enum err
incident_be_open(struct task *t, int64_t id, struct reg_row *out)
{
	int state;

	TRY(reg_get(t, &incident_reg, id, out));
	state = process_state(&incident_reg, out);
	if (state <= ON_SCENE)
		return OK;
	return fail(&t->why, ERR_STATE, "the incident is “%s” already%.0s",
		    "%.0s该警情状态为“%s”，不能再处置", states[state].label.en,
		    states[state].label.zh);
}
