/*
 * workorder_process.c - the life of a repair order: domain model C.3.4.
 *
 * The repair clock is calendar time and never pauses: waiting for parts or
 * for the customer's approval is shown, not subtracted.  A rejected
 * acceptance voids the stop, and the clock runs on from the original start.
 */
#include <string.h>

#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"
#include "kind/check.h"
#include "org/duty.h"
#include "upkeep/workorder.h"

/* clang-format off */
enum { REPORTED, GRADED, DUPLICATE, CANCELLED, RESPONDED, ASSIGNED, ON_SITE,
	DIAGNOSED, WAIT_APPROVAL, DECLINED, IN_REPAIR, WAIT_PARTS, TEMPORARY,
	TESTING, RESTORED, SECOND_VISIT, ACCEPTED, SETTLED, ARCHIVED };
static const struct proc_state states[] = {
	/*                  name             label                                       tone        final */
	[REPORTED]      = { "reported",      LABEL("已报修", "Reported"),               TONE_WARN,  false },
	[GRADED]        = { "graded",        LABEL("已定级", "Graded"),                 TONE_WARN,  false },
	[DUPLICATE]     = { "duplicate",     LABEL("重复报修", "Duplicate"),            TONE_PLAIN, true },
	[CANCELLED]     = { "cancelled",     LABEL("已撤销", "Cancelled"),              TONE_PLAIN, true },
	[RESPONDED]     = { "responded",     LABEL("已响应", "Responded"),              TONE_INFO,  false },
	[ASSIGNED]      = { "assigned",      LABEL("已派工", "Assigned"),               TONE_INFO,  false },
	[ON_SITE]       = { "on_site",       LABEL("已到场", "On site"),                TONE_INFO,  false },
	[DIAGNOSED]     = { "diagnosed",     LABEL("已判明", "Diagnosed"),              TONE_INFO,  false },
	[WAIT_APPROVAL] = { "wait_approval", LABEL("待用户确认", "Waiting for customer"), TONE_WARN, false },
	[DECLINED]      = { "declined",      LABEL("用户不同意", "Declined"),           TONE_BAD,   true },
	[IN_REPAIR]     = { "in_repair",     LABEL("维修中", "In repair"),              TONE_INFO,  false },
	[WAIT_PARTS]    = { "wait_parts",    LABEL("待件", "Waiting for parts"),        TONE_WARN,  false },
	[TEMPORARY]     = { "temporary",     LABEL("临时措施", "Temporary measure"),    TONE_WARN,  false },
	[TESTING]       = { "testing",       LABEL("测试中", "Testing"),                TONE_INFO,  false },
	[RESTORED]      = { "restored",      LABEL("已恢复", "Restored"),               TONE_OK,    false },
	[SECOND_VISIT]  = { "second_visit",  LABEL("需二次维修", "Second visit"),       TONE_WARN,  false },
	[ACCEPTED]      = { "accepted",      LABEL("验收合格", "Accepted"),             TONE_OK,    false },
	[SETTLED]       = { "settled",       LABEL("已结算", "Settled"),                TONE_OK,    false },
	[ARCHIVED]      = { "archived",      LABEL("已归档", "Archived"),               TONE_PLAIN, true },
	{ 0 }
};

enum { REPORT, GRADE, MARK_DUPLICATE, CANCEL, RESPOND, ASSIGN, ARRIVE,
	DIAGNOSE, QUOTE, APPROVE, DECLINE, REPAIR, AWAIT_PARTS, PARTS_COME,
	PROVIDE, TEST, PASS, FAIL, ACCEPT, REJECT, PLAN_SECOND, SETTLE,
	FILE_AWAY, REGRADE, ESCALATE, FROM_FAULT, SIGNAL_RESTORE, SIGNAL_AGAIN };
static const struct proc_event events[] = {
	[REPORT]         = { "report",       LABEL("报修", "Report") },
	[GRADE]          = { "grade",        LABEL("定级", "Grade") },
	[MARK_DUPLICATE] = { "duplicate",    LABEL("标为重复", "Mark as duplicate") },
	[CANCEL]         = { "cancel",       LABEL("撤销", "Cancel") },
	[RESPOND]        = { "respond",      LABEL("响应", "Respond") },
	[ASSIGN]         = { "assign",       LABEL("派工", "Assign") },
	[ARRIVE]         = { "arrive",       LABEL("到场", "Arrive") },
	[DIAGNOSE]       = { "diagnose",     LABEL("判明故障", "Diagnose") },
	[QUOTE]          = { "quote",        LABEL("报价待确认", "Ask for approval") },
	[APPROVE]        = { "approve",      LABEL("用户同意", "Approve") },
	[DECLINE]        = { "decline",      LABEL("用户不同意", "Decline") },
	[REPAIR]         = { "repair",       LABEL("开始维修", "Begin repair") },
	[AWAIT_PARTS]    = { "await_parts",  LABEL("等待备件", "Wait for parts") },
	[PARTS_COME]     = { "parts_come",   LABEL("备件到货", "Parts have come") },
	[PROVIDE]        = { "provide",      LABEL("采取临时措施", "Temporary measure") },
	[TEST]           = { "test",         LABEL("开始测试", "Begin test") },
	[PASS]           = { "pass",         LABEL("测试通过", "Test passed") },
	[FAIL]           = { "fail",         LABEL("测试未通过", "Test failed") },
	[ACCEPT]         = { "accept",       LABEL("验收合格", "Accept") },
	[REJECT]         = { "reject",       LABEL("验收不合格", "Reject") },
	[PLAN_SECOND]    = { "plan_second",  LABEL("安排二次维修", "Plan second visit") },
	[SETTLE]         = { "settle",       LABEL("结算", "Settle") },
	[FILE_AWAY]      = { "archive",      LABEL("归档", "Archive") },
	[REGRADE]        = { "regrade",      LABEL("重新定级", "Regrade") },
	[ESCALATE]       = { "escalate",     LABEL("升级", "Escalate") },
	[FROM_FAULT]     = { "from_fault",   LABEL("故障转维修", "Reported by a fault") },
	[SIGNAL_RESTORE] = { "signal_restore", LABEL("信号恢复", "Signal restored") },
	[SIGNAL_AGAIN]   = { "signal_again", LABEL("信号再次出现", "Signal came again") },
	{ 0 }
};
/* clang-format on */

static bool
is_yes(const struct proc_row *p, const char *field)
{
	const struct val *v = proc_get(p, field);

	return v->type == VAL_INT && v->i != 0;
}

static struct label
label_of(const char *field)
{
	return workorder_reg.fields[reg_field(&workorder_reg, field)].label;
}

/* The day in the organisation's zone, as dates are stored. */
static struct val
today(struct task *t)
{
	char day[11];

	date_print(zone_date(task_zone(t), t->now_ms), day);
	return val_text(arena_str(t->a, str_of(day)));
}

static guard_fn may_report, may_grade, may_diagnose, may_assign, may_quote,
    may_repair, may_extend, may_pass, may_accept, may_settle, may_archive,
    may_regrade;
static effect_fn on_report, on_respond, on_arrive, on_approve, on_pass,
    on_accept, on_reject, on_settle, on_escalate, on_signal_restore,
    on_signal_again;
static clock_fn escalate;

/* clang-format off */
static const struct proc_clock clocks[] = {
	{ "response", LABEL("响应时限", "Response"),       workorder_limit_response, escalate },
	{ "arrival",  LABEL("到场时限", "Arrival"),        workorder_limit_arrival,  escalate },
	{ "repair",   LABEL("修复时限", "Repair"),         workorder_limit_repair,   escalate },
	{ "extended", LABEL("延期时限", "Extended limit"), workorder_limit_extended, escalate },
	{ 0 }
};

#define REPORT_IN \
	"site! reporter! symptom! contract channel reporter_phone " \
	"reported_ms occurred_ms subsystem system area device extent remark"
#define WORK_IN "method parts_used debugging remark"

static const struct edge edges[] = {
	/* from          on              to             may                  guard        in                                             effect       response  arrival   repair    extended */
	{ FROM_NOTHING,  REPORT,         REPORTED,      MAY_REPORT_ORDERS,   may_report,  REPORT_IN,                                     on_report,   { KEEP,    KEEP,    KEEP,    KEEP } },
	{ REPORTED,      GRADE,          GRADED,        MAY_DISPATCH_ORDERS, may_grade,   "grade! extent! works_as_whole only_protection contract", NULL, { START, START,   START,   KEEP } },
	{ REPORTED,      MARK_DUPLICATE, DUPLICATE,     MAY_DISPATCH_ORDERS, NULL,        "duplicate_of! consent! reason",               NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ REPORTED,      CANCEL,         CANCELLED,     MAY_DISPATCH_ORDERS, NULL,        "consent! reason!",                            NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ GRADED,        RESPOND,        RESPONDED,     MAY_WORK_ORDERS,     NULL,        "response_note!",                              on_respond,  { STOP,    KEEP,    KEEP,    KEEP } },
	{ RESPONDED,     ASSIGN,         ASSIGNED,      MAY_DISPATCH_ORDERS, may_assign,  "technician! eta_ms",                          NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ ASSIGNED,      ASSIGN,         ASSIGNED,      MAY_DISPATCH_ORDERS, may_assign,  "technician! eta_ms reason!",                  NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ ASSIGNED,      ARRIVE,         ON_SITE,       MAY_WORK_ORDERS,     NULL,        "arrival_proof!",                              on_arrive,   { KEEP,    STOP,    KEEP,    KEEP } },
	{ ON_SITE,       DIAGNOSE,       DIAGNOSED,     MAY_WORK_ORDERS,     may_diagnose, "diagnosis! core_part! chargeable! device",    NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ DIAGNOSED,     QUOTE,          WAIT_APPROVAL, MAY_WORK_ORDERS,     may_quote,   "quote_fen!",                                  NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ DIAGNOSED,     REPAIR,         IN_REPAIR,     MAY_WORK_ORDERS,     may_repair,  "method",                                      NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ WAIT_APPROVAL, APPROVE,        IN_REPAIR,     MAY_ACCEPT_ORDERS,   NULL,        "approver!",                                   on_approve,  { KEEP,    KEEP,    KEEP,    KEEP } },
	{ WAIT_APPROVAL, DECLINE,        DECLINED,      MAY_ACCEPT_ORDERS,   NULL,        "approver! reason!",                           NULL,        { KEEP,    KEEP,    VOID,    VOID } },
	{ IN_REPAIR,     AWAIT_PARTS,    WAIT_PARTS,    MAY_WORK_ORDERS,     NULL,        "parts_needed!",                               NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ WAIT_PARTS,    PARTS_COME,     IN_REPAIR,     MAY_WORK_ORDERS,     NULL,        "",                                            NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ IN_REPAIR,     PROVIDE,        TEMPORARY,     MAY_WORK_ORDERS,     may_extend,  "temporary! special_plan! extended_to_ms! notice_sent_ms! reason!", NULL, { KEEP, KEEP, KEEP, START } },
	{ WAIT_PARTS,    PROVIDE,        TEMPORARY,     MAY_WORK_ORDERS,     may_extend,  "temporary! special_plan! extended_to_ms! notice_sent_ms! reason!", NULL, { KEEP, KEEP, KEEP, START } },
	{ IN_REPAIR,     TEST,           TESTING,       MAY_WORK_ORDERS,     NULL,        "test_content! " WORK_IN,                      NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ TEMPORARY,     TEST,           TESTING,       MAY_WORK_ORDERS,     NULL,        "test_content! " WORK_IN,                      NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ TESTING,       PASS,           RESTORED,      MAY_WORK_ORDERS,     may_pass,    "test_result! staff_sign! " WORK_IN,           on_pass,     { KEEP,    KEEP,    STOP,    STOP } },
	{ TESTING,       FAIL,           IN_REPAIR,     MAY_WORK_ORDERS,     NULL,        "reason!",                                     NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ RESTORED,      ACCEPT,         ACCEPTED,      MAY_ACCEPT_ORDERS,   may_accept,  "user_sign!",                                  on_accept,   { KEEP,    KEEP,    KEEP,    KEEP } },
	{ RESTORED,      REJECT,         IN_REPAIR,     MAY_ACCEPT_ORDERS,   may_accept,  "reason!",                                     on_reject,   { KEEP,    KEEP,    RESTART, RESTART } },
	{ RESTORED,      PLAN_SECOND,    SECOND_VISIT,  MAY_DISPATCH_ORDERS, NULL,        "second_on! reason!",                          NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ SECOND_VISIT,  ARRIVE,         ON_SITE,       MAY_WORK_ORDERS,     NULL,        "arrival_proof!",                              NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ ACCEPTED,      SETTLE,         SETTLED,       MAY_CLOSE_ORDERS,    may_settle,  "amount_fen!",                                 on_settle,   { KEEP,    KEEP,    KEEP,    KEEP } },
	{ ACCEPTED,      FILE_AWAY,      ARCHIVED,      MAY_CLOSE_ORDERS,    may_archive, "remark",                                      NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ SETTLED,       FILE_AWAY,      ARCHIVED,      MAY_CLOSE_ORDERS,    may_archive, "remark",                                      NULL,        { KEEP,    KEEP,    KEEP,    KEEP } },
	{ FROM_ANY_OPEN, REGRADE,        TO_SAME,       MAY_DISPATCH_ORDERS, may_regrade, "grade! regrade_notice regrade_by reason!",    NULL,        { RELIMIT, RELIMIT, RELIMIT, KEEP } },
	{ FROM_ANY_OPEN, ESCALATE,       TO_SAME,       MAY_DISPATCH_ORDERS, NULL,        "reason!",                                     on_escalate, { KEEP,    KEEP,    KEEP,    KEEP } },
	/* The alarm centre's faults (alarm/fault.c) open an order and tell it of their signals. */
	{ FROM_NOTHING,  FROM_FAULT,     REPORTED,      MAY_REPORT_ORDERS,   may_report,  REPORT_IN " grade fault!",                     on_report,   { KEEP,    KEEP,    KEEP,    KEEP } },
	{ FROM_ANY_OPEN, SIGNAL_RESTORE, TO_SAME,       MAY_WORK_ORDERS,     only_program, "reason!",                                    on_signal_restore, { KEEP, KEEP,  KEEP,    KEEP } },
	{ FROM_ANY_OPEN, SIGNAL_AGAIN,   TO_SAME,       MAY_WORK_ORDERS,     only_program, "reason!",                                    on_signal_again, { KEEP,  KEEP,   KEEP,    KEEP } },
};
/* clang-format on */

const struct process workorder_process = {
	.name = "workorder",
	.label = LABEL("维修工单", "Repair order"),
	.states = states,
	.events = events,
	.clocks = clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};

/* What an order names is of its site, and the contract of its customer. */
static const struct same same_report[] = {
	{ "system", &system_reg, "site" },
	{ "area", &area_reg, "site" },
	{ "device", &device_reg, "site" },
	{ "contract", &contract_reg, "customer" },
	{ 0 },
};
enum { SAME_DEVICE = 2, SAME_CONTRACT }; /* when new: devices move */

/* The site says whose it is; a time of report may not be in the future. */
static enum err
may_report(struct task *t, const struct proc_row *p)
{
	const struct val *site = proc_get(p, "site"),
			 *at = proc_get(p, "reported_ms");
	struct reg_row row;

	if (at->type == VAL_INT && at->i > t->now_ms)
		return fail_field(&t->why, "reported_ms",
				  label_of("reported_ms"), "range",
				  "is in the future", "不能晚于当前时间");
	if (site->type == VAL_NULL)
		return OK; /* said already: required */
	TRY(reg_get(t, &site_reg, site->i, &row));
	proc_put(p, "customer", *reg_val(&site_reg, row.v, "customer"));
	return check_same(t, &workorder_reg, p->row->v, same_report);
}

static enum err
check_new(struct task *t, const struct proc_row *p, int which)
{
	const struct same one[] = { same_report[which], { 0 } };
	const struct val *old = reg_val(&workorder_reg, p->old->v, one->ref);

	if (val_eq(*old, *proc_get(p, one->ref)))
		return OK;
	return check_same(t, &workorder_reg, p->row->v, one);
}

static enum err
may_diagnose(struct task *t, const struct proc_row *p)
{
	return check_new(t, p, SAME_DEVICE);
}

static enum err
on_report(struct task *t, const struct proc_row *p)
{
	struct rows rows;

	if (proc_get(p, "reported_ms")->type == VAL_NULL)
		proc_put(p, "reported_ms", val_int(t->now_ms));
	if (proc_get(p, "contract")->type != VAL_NULL)
		return OK;
	TRY(db_run(t->db, STMT_WORKORDER_CONTRACT,
		   ARGS(val_int(t->who.org), *proc_get(p, "customer"),
			today(t)),
		   t->a, &rows, &t->why));
	if (rows.n > 0)
		proc_put(p, "contract", rows.v[0]);
	return OK;
}

/* Core device, or an area of level key. */
static enum err
find_core(struct task *t, const struct proc_row *p, bool *out)
{
	const struct val *device = proc_get(p, "device"),
			 *area = proc_get(p, "area");
	struct reg_row row;

	*out = false;
	if (device->type == VAL_INT) {
		TRY(reg_get(t, &device_reg, device->i, &row));
		*out = str_is(reg_val(&device_reg, row.v, "criticality")->s,
			      "core");
		if (area->type == VAL_NULL)
			area = reg_val(&device_reg, row.v, "area");
	}
	if (!*out && area->type == VAL_INT) {
		TRY(reg_get(t, &area_reg, area->i, &row));
		*out = str_is(reg_val(&area_reg, row.v, "level")->s, "key");
	}
	return OK;
}

/* Never below what the matrix says: going lower is a regrade. */
static enum err
may_grade(struct task *t, const struct proc_row *p)
{
	struct fault_scope scope = { .extent = proc_get(p, "extent")->s,
				     .only_protection =
					 is_yes(p, "only_protection"),
				     .still_works =
					 is_yes(p, "works_as_whole") };
	enum grade g, least;

	if (!grade_parse(proc_get(p, "grade")->s, &g))
		return OK; /* not given yet */
	TRY(check_new(t, p, SAME_CONTRACT));
	TRY(find_core(t, p, &scope.is_core));
	least = grade_of(&scope);
	if (g >= least)
		return OK;
	return fail_field(&t->why, "grade", label_of("grade"), "matrix",
			  "must be at least “%s”%.0s by the grade matrix",
			  "%.0s按定级矩阵至少为“%s”",
			  workorder_grades[least].label.en,
			  workorder_grades[least].label.zh);
}

static enum err
may_assign(struct task *t, const struct proc_row *p)
{
	const struct val *who = proc_get(p, "technician");
	struct rows rows;

	if (who->type == VAL_NULL)
		return OK;
	TRY(db_run(t->db, STMT_WORKORDER_CERTIFICATES,
		   ARGS(val_int(t->who.org), *who, today(t)), t->a, &rows,
		   &t->why));
	if (rows.v[0].i == 0)
		return fail_field(&t->why, "technician", label_of("technician"),
				  "certificate",
				  "has no valid certificate (SVC-4.1)",
				  "没有有效证书，不能派工（SVC-4.1）");
	TRY(db_run(t->db, STMT_WORKORDER_BUSY,
		   ARGS(val_int(t->who.org), *who, val_int(p->row->id)), t->a,
		   &rows, &t->why));
	if (rows.n > 0)
		return fail_field(&t->why, "technician", label_of("technician"),
				  "busy", "is at work on %.*s", "正在处理 %.*s",
				  STR_ARG(rows.v[0].s));
	return OK;
}

static enum err
stamp(struct task *t, const struct proc_row *p, const char *field)
{
	proc_put(p, field, val_int(t->now_ms));
	return OK;
}

static enum err
on_respond(struct task *t, const struct proc_row *p)
{
	return stamp(t, p, "responded_ms");
}

static enum err
on_arrive(struct task *t, const struct proc_row *p)
{
	return stamp(t, p, "arrived_ms");
}

static bool
needs_approval(const struct proc_row *p)
{
	return is_yes(p, "core_part") || is_yes(p, "chargeable");
}

static enum err
may_quote(struct task *t, const struct proc_row *p)
{
	if (needs_approval(p))
		return OK;
	return fail(&t->why, ERR_STATE,
		    "neither a core part nor a charge: begin the repair",
		    "不涉及核心部件和收费，可直接开始维修");
}

/* SVC-6.2-2 and 6.2-3. */
static enum err
may_repair(struct task *t, const struct proc_row *p)
{
	if (!needs_approval(p))
		return OK;
	return fail(&t->why, ERR_STATE,
		    "a core part or a charge needs the customer's approval "
		    "first (SVC-6.2)",
		    "更换核心部件或收费维修须先经用户确认（SVC-6.2）");
}

static enum err
on_approve(struct task *t, const struct proc_row *p)
{
	return stamp(t, p, "approved_ms");
}

static enum err
may_extend(struct task *t, const struct proc_row *p)
{
	const struct val *to = proc_get(p, "extended_to_ms");
	const struct val *sent = proc_get(p, "notice_sent_ms");

	if (to->type == VAL_INT && to->i <= t->now_ms)
		return fail_field(&t->why, "extended_to_ms",
				  label_of("extended_to_ms"), "range",
				  "must be in the future", "应晚于当前时间");
	if (sent->type == VAL_INT && sent->i > t->now_ms)
		return fail_field(&t->why, "notice_sent_ms",
				  label_of("notice_sent_ms"), "range",
				  "is in the future: send the written notice "
				  "first (SVC-6.1.3)",
				  "不能晚于当前时间：须先书面告知用户（SVC-6.1."
				  "3）");
	return OK;
}

static enum err
may_pass(struct task *t, const struct proc_row *p)
{
	const struct val *v = proc_get(p, "test_result");

	if (v->type == VAL_NULL || !str_is(v->s, "other"))
		return OK;
	return fail_field(&t->why, "test_result", label_of("test_result"),
			  "test", "does not say that the fault is gone",
			  "未表明故障已排除，不能判定为通过");
}

static enum err
on_pass(struct task *t, const struct proc_row *p)
{
	proc_put(p, "restored_ms", val_int(t->now_ms));
	proc_put(p, "verdict", val_null());
	return OK;
}

/* Separation of duty (C.1): the customer accepts, not who did the work. */
static enum err
may_accept(struct task *t, const struct proc_row *p)
{
	const struct val *sign = proc_get(p, "user_sign");
	struct duty_person technician = { .staff =
					      proc_get(p, "technician")->i };

	/* The program brings in what people did elsewhere. */
	if (t->who.user != 0)
		TRY(duty_check(t, &duties[DUTY_ACCEPT], &technician, 1));
	if (sign->type == VAL_TEXT &&
	    str_eq(sign->s, proc_get(p, "staff_sign")->s))
		return fail_field(&t->why, "user_sign", label_of("user_sign"),
				  "duty",
				  "is the technician's own name: the customer "
				  "accepts",
				  "与维修人员签字相同：应由用户验收");
	return OK;
}

static enum err
on_accept(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "verdict", val_text(STR("pass")));
	if (is_yes(p, "chargeable"))
		proc_put(p, "settlement", val_text(STR("open")));
	return OK;
}

static enum err
on_reject(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "verdict", val_text(STR("fail")));
	proc_put(p, "restored_ms", val_null());
	proc_put(p, "test_result", val_null()); /* the next test is a new one */
	proc_put(p, "staff_sign", val_null());
	return OK;
}

static enum err
may_settle(struct task *t, const struct proc_row *p)
{
	if (is_yes(p, "chargeable"))
		return OK;
	return fail(&t->why, ERR_STATE, "nothing to settle: it is free",
		    "免费维修，无需结算");
}

static enum err
on_settle(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "settlement", val_text(STR("settled")));
	return OK;
}

/* SVC-6.2-6, SVC-2.4. */
static enum err
may_archive(struct task *t, const struct proc_row *p)
{
	const struct val *settled = proc_get(p, "settlement");

	if (settled->type == VAL_TEXT && !str_is(settled->s, "settled"))
		return fail(&t->why, ERR_STATE, "settle the charge first",
			    "请先结算费用");
	if (proc_get(p, "user_sign")->type == VAL_NULL ||
	    proc_get(p, "staff_sign")->type == VAL_NULL)
		return fail(&t->why, ERR_STATE,
			    "both signatures are needed (SVC-6.2)",
			    "须双方签字后归档（SVC-6.2）");
	return OK;
}

static enum err
may_lower(struct task *t, const struct proc_row *p)
{
	const struct val *second = proc_get(p, "regrade_by");

	if (proc_get(p, "regrade_notice")->type == VAL_NULL)
		return fail_field(&t->why, "regrade_notice",
				  label_of("regrade_notice"), "required",
				  "is required: the customer is told of a "
				  "lower grade",
				  "不能为空：降级须告知用户");
	if (second->type == VAL_NULL || second->i == t->who.user)
		return fail_field(&t->why, "regrade_by", label_of("regrade_by"),
				  "duty", "must be a second person",
				  "应为另一人复核");
	return OK;
}

static enum err
may_regrade(struct task *t, const struct proc_row *p)
{
	const struct val *before = reg_val(&workorder_reg, p->old->v, "grade");
	enum grade old, now;

	if (!grade_parse(before->s, &old) ||
	    proc_get(p, "restored_ms")->type != VAL_NULL)
		return fail(&t->why, ERR_STATE,
			    "only a graded order that is not yet restored",
			    "仅限已定级且未恢复的工单");
	if (!grade_parse(proc_get(p, "grade")->s, &now))
		return OK;
	return now < old ? may_lower(t, p) : OK;
}

static enum err
on_escalate(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "escalated", val_int(1));
	return OK;
}

/* A signal's restore is no proof of the repair: the clocks run on. */
static enum err
on_signal_restore(struct task *t, const struct proc_row *p)
{
	return stamp(t, p, "signal_restored_ms");
}

static enum err
on_signal_again(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "signal_restored_ms", val_null());
	return OK;
}

/* From four fifths of a limit the manager knows of it (C.3.4). */
static enum err
escalate(struct task *t, const struct clock_view *c, int64_t percent)
{
	struct reg_input in = reg_input_new(t->a, &workorder_reg);
	struct reg_row row;
	struct str why;

	if (percent < 80)
		return OK;
	TRY(reg_get(t, &workorder_reg, c->row, &row));
	if (states[process_state(&workorder_reg, &row)].final)
		return OK;
	why = arena_printf(t->a, "%.*s %lld%%", STR_ARG(c->name),
			   (long long)percent);
	return process_step(t, &workorder_reg, c->row, 0, STR("escalate"), &in,
			    why, &row);
}
