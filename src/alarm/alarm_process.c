/*
 * alarm_process.c - the life of an alarm: domain model C.3.2.
 *
 * Never closed by itself: a limit that passes escalates.  Late information is
 * an entry (alarm_entry), no reopening.  CLEARED is left by the shift
 * leader's approval where it is needed, and by closing.
 */
#include "alarm/alarm_parts.h"

/* clang-format off */
static const struct proc_state states[] = {
	[ALARM_NEW]        = { "new",        LABEL("待受理", "New"),          TONE_BAD,   false },
	[ALARM_CLAIMED]    = { "claimed",    LABEL("已受理", "Claimed"),      TONE_INFO,  false },
	[ALARM_VERIFYING]  = { "verifying",  LABEL("复核中", "Verifying"),    TONE_INFO,  false },
	[ALARM_WAITING]    = { "waiting",    LABEL("观察等待", "Waiting"),    TONE_WARN,  false },
	[ALARM_CONFIRMED]  = { "confirmed",  LABEL("已确认", "Confirmed"),    TONE_BAD,   false },
	[ALARM_DISPATCHED] = { "dispatched", LABEL("处置中", "Dispatched"),   TONE_WARN,  false },
	[ALARM_CLEARED]    = { "cleared",    LABEL("已排除", "Cleared"),      TONE_OK,    false },
	[ALARM_CLOSED]     = { "closed",     LABEL("已结案", "Closed"),       TONE_PLAIN, true },
	[ALARM_MERGED]     = { "merged",     LABEL("已并案", "Merged"),       TONE_PLAIN, true },
	[ALARM_TEST]       = { "test",       LABEL("测试", "Test"),           TONE_PLAIN, false },
	{ 0 }
};

enum { REPORT, RAISE, RAISE_TEST, CLAIM, TAKE, VERIFY, PARK, RESUME, CONFIRM,
	DISPATCH, CLEAR, APPROVE, REJECT, CLOSE, MERGE, ESCALATE, JOIN, URGENT,
	RESTORE, HINT, END_TEST, SETTLE, NOTIFY, REPAIR };
static const struct proc_event events[] = {
	[REPORT]     = { "report",     LABEL("人工登记", "Report by hand") },
	[RAISE]      = { "raise",      LABEL("信号报警", "Raised by a signal") },
	[RAISE_TEST] = { "raise_test", LABEL("测试中报警", "Raised under service mode") },
	[CLAIM]      = { "claim",      LABEL("受理", "Accept") },
	[TAKE]       = { "take",       LABEL("接管", "Take over") },
	[VERIFY]     = { "verify",     LABEL("开始复核", "Begin verifying") },
	[PARK]       = { "park",       LABEL("挂起观察", "Park") },
	[RESUME]     = { "resume",     LABEL("恢复复核", "Resume") },
	[CONFIRM]    = { "confirm",    LABEL("确认报警", "Confirm") },
	[DISPATCH]   = { "dispatch",   LABEL("已派警", "Dispatched") },
	[CLEAR]      = { "clear",      LABEL("排除", "Clear") },
	[APPROVE]    = { "approve",    LABEL("审核通过", "Approve") },
	[REJECT]     = { "reject",     LABEL("审核退回", "Send back") },
	[CLOSE]      = { "close",      LABEL("结案", "Close") },
	[MERGE]      = { "merge",      LABEL("并案", "Merge") },
	[ESCALATE]   = { "escalate",   LABEL("升级", "Escalate") },
	[JOIN]       = { "join",       LABEL("信号并入", "Signal joined") },
	[URGENT]     = { "urgent",     LABEL("优先级升高", "Became more urgent") },
	[RESTORE]    = { "restore",    LABEL("全部恢复", "All restored") },
	[HINT]       = { "hint",       LABEL("提示", "Hint") },
	[END_TEST]   = { "end_test",   LABEL("测试结束", "Test over") },
	[SETTLE]     = { "settle",     LABEL("直接了结", "Acknowledge and close") },
	[NOTIFY]     = { "notify",     LABEL("已通报用户", "Customer told") },
	[REPAIR]     = { "repair",     LABEL("提出维修", "Propose a repair") },
	{ 0 }
};

static const struct proc_clock clocks[] = {
	{ "claim",      LABEL("受理时限", "To be claimed"),      alarm_limit_claim,      alarm_claim_reached },
	{ "escalation", LABEL("升级时限", "To the next level"),  alarm_limit_escalation, alarm_escalation_reached },
	{ "verify",     LABEL("复核时限", "To be verified"),     alarm_limit_verify,     alarm_verify_reached },
	{ "wait",       LABEL("观察时限", "Parked"),             alarm_limit_wait,       alarm_wait_reached },
	{ "dispatch",   LABEL("派警时限", "To be dispatched"),   alarm_limit_dispatch,   alarm_dispatch_reached },
	{ "close",      LABEL("结案时限", "To be closed"),       alarm_limit_close,      alarm_close_reached },
	{ "notify",     LABEL("通报用户", "To tell the customer"), alarm_limit_notify,   alarm_notify_reached },
	{ 0 }
};

#define HANDLE MAY_HANDLE_ALARMS
#define LEAD MAY_LEAD_SHIFT
#define SHOWN "outcome person avs"
#define JOIN_IN SIGNAL_IN " incident"
#define SIGNAL_IN "priority class summary zones count last_ms verified verified_why hint restored_ms"
#define CAUSE_IN SIGNAL_IN " family customer site panel zone code sender opened_ms service_mode"
static const struct edge edges[] = {
	/* from,           event,      to,               may,    guard,                    inputs,                      effect,             claim,   escal.,  verify,  wait,    dispatch, close, notify */
	{ FROM_NOTHING,     REPORT,     ALARM_NEW,        HANDLE, alarm_may_report,         "site! class! priority! summary! panel zone", alarm_on_report, { START,   KEEP,  KEEP,    KEEP,    KEEP,    KEEP } },
	{ FROM_NOTHING,     RAISE,      ALARM_NEW,        HANDLE, only_program,                     CAUSE_IN,                    NULL,               { START,   KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ FROM_NOTHING,     RAISE_TEST, ALARM_TEST,       HANDLE, only_program,                     CAUSE_IN,                    NULL,               { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_NEW,        CLAIM,      ALARM_CLAIMED,    HANDLE, alarm_may_claim,          "",                          alarm_on_claim,     { STOP,    VOID,    START,   KEEP,    KEEP,    KEEP, START } },
	{ ALARM_CLAIMED,    TAKE,       TO_SAME,          HANDLE, alarm_may_take,           "reason!",                   alarm_on_take,      { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_VERIFYING,  TAKE,       TO_SAME,          HANDLE, alarm_may_take,           "reason!",                   alarm_on_take,      { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_WAITING,    TAKE,       TO_SAME,          HANDLE, alarm_may_take,           "reason!",                   alarm_on_take,      { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_CONFIRMED,  TAKE,       TO_SAME,          HANDLE, alarm_may_take,           "reason!",                   alarm_on_take,      { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_DISPATCHED, TAKE,       TO_SAME,          HANDLE, alarm_may_take,           "reason!",                   alarm_on_take,      { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_CLEARED,    TAKE,       TO_SAME,          HANDLE, alarm_may_take,           "reason!",                   alarm_on_take,      { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_CLAIMED,    VERIFY,     ALARM_VERIFYING,  HANDLE, alarm_may_work,           "method! " SHOWN,            NULL,               { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_CLAIMED,    CONFIRM,    ALARM_CONFIRMED,  HANDLE, alarm_may_dispatch_first, "method narrative " SHOWN,   alarm_on_confirm,   { KEEP,    KEEP,    STOP,    KEEP,    START,   KEEP, VOID } },
	{ ALARM_CLAIMED,    CLEAR,      ALARM_CLEARED,    HANDLE, alarm_may_clear_at_once,  "disposition! narrative method " SHOWN, alarm_on_clear, { KEEP, KEEP,  STOP,    KEEP,    KEEP,    START } },
	{ ALARM_VERIFYING,  PARK,       ALARM_WAITING,    HANDLE, alarm_may_park,           "parked_until_ms! reason! method " SHOWN, NULL,  { KEEP,    KEEP,    KEEP,    START,   KEEP,    KEEP } },
	{ ALARM_VERIFYING,  CONFIRM,    ALARM_CONFIRMED,  HANDLE, alarm_may_confirm,        "method! narrative " SHOWN,  alarm_on_confirm,   { KEEP,    KEEP,    STOP,    KEEP,    START,   KEEP, VOID } },
	{ ALARM_VERIFYING,  CLEAR,      ALARM_CLEARED,    HANDLE, alarm_may_clear,          "disposition! method! narrative " SHOWN, alarm_on_clear, { KEEP, KEEP, STOP,   KEEP,    KEEP,    START } },
	{ ALARM_WAITING,    RESUME,     ALARM_VERIFYING,  HANDLE, alarm_may_work,           "",                          alarm_on_resume,    { KEEP,    KEEP,    KEEP,    STOP,    KEEP,    KEEP } },
	{ ALARM_WAITING,    CONFIRM,    ALARM_CONFIRMED,  HANDLE, alarm_may_confirm,        "method! narrative " SHOWN,  alarm_on_confirm,   { KEEP,    KEEP,    STOP,    STOP,    START,   KEEP, VOID } },
	{ ALARM_WAITING,    CLEAR,      ALARM_CLEARED,    HANDLE, alarm_may_clear,          "disposition! method! narrative " SHOWN, alarm_on_clear, { KEEP, KEEP, STOP,   STOP,    KEEP,    START } },
	{ ALARM_CONFIRMED,  DISPATCH,   ALARM_DISPATCHED, HANDLE, alarm_may_dispatch,       "narrative",                 alarm_on_dispatch,  { KEEP,    KEEP,    KEEP,    KEEP,    STOP,    KEEP } },
	{ ALARM_DISPATCHED, CLEAR,      ALARM_CLEARED,    HANDLE, alarm_may_finish,         "disposition! narrative not_told " SHOWN, alarm_on_clear, { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    START } },
	{ ALARM_CLEARED,    APPROVE,    TO_SAME,          LEAD,   alarm_may_approve,        "",                          alarm_on_approve,   { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_CLEARED,    REJECT,     ALARM_VERIFYING,  LEAD,   NULL,                     "reason!",                   alarm_on_reject,    { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    VOID } },
	{ ALARM_CLEARED,    CLOSE,      ALARM_CLOSED,     HANDLE, alarm_may_close,          "disposition! narrative! left_open", alarm_on_close, { KEEP, KEEP,    KEEP,    KEEP,    KEEP,    STOP } },
	{ ALARM_NEW,        MERGE,      ALARM_MERGED,     HANDLE, alarm_may_merge,          "merged_into! reason!",      alarm_on_merge,     { VOID,    VOID,    VOID,    VOID,    VOID,    VOID, VOID } },
	{ ALARM_CLAIMED,    MERGE,      ALARM_MERGED,     HANDLE, alarm_may_merge,          "merged_into! reason!",      alarm_on_merge,     { VOID,    VOID,    VOID,    VOID,    VOID,    VOID, VOID } },
	{ ALARM_VERIFYING,  MERGE,      ALARM_MERGED,     HANDLE, alarm_may_merge,          "merged_into! reason!",      alarm_on_merge,     { VOID,    VOID,    VOID,    VOID,    VOID,    VOID, VOID } },
	{ ALARM_WAITING,    MERGE,      ALARM_MERGED,     HANDLE, alarm_may_merge,          "merged_into! reason!",      alarm_on_merge,     { VOID,    VOID,    VOID,    VOID,    VOID,    VOID, VOID } },
	{ ALARM_CONFIRMED,  MERGE,      ALARM_MERGED,     HANDLE, alarm_may_merge,          "merged_into! reason!",      alarm_on_merge,     { VOID,    VOID,    VOID,    VOID,    VOID,    VOID, VOID } },
	{ ALARM_NEW,        ESCALATE,   TO_SAME,          HANDLE, NULL,                     "reason!",                   alarm_on_escalate,  { KEEP,    START,   KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_CLAIMED,    ESCALATE,   TO_SAME,          HANDLE, NULL,                     "reason!",                   alarm_on_escalate,  { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_VERIFYING,  ESCALATE,   TO_SAME,          HANDLE, NULL,                     "reason!",                   alarm_on_escalate,  { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_WAITING,    ESCALATE,   TO_SAME,          HANDLE, NULL,                     "reason!",                   alarm_on_escalate,  { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_CONFIRMED,  ESCALATE,   TO_SAME,          HANDLE, NULL,                     "reason!",                   alarm_on_escalate,  { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_DISPATCHED, ESCALATE,   TO_SAME,          HANDLE, NULL,                     "reason!",                   alarm_on_escalate,  { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_CLEARED,    ESCALATE,   TO_SAME,          HANDLE, NULL,                     "reason!",                   alarm_on_escalate,  { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_NEW,        SETTLE,     ALARM_CLOSED,     HANDLE, alarm_may_settle,         "disposition! reason!",      alarm_on_settle,    { STOP,    VOID,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_CLAIMED,    SETTLE,     ALARM_CLOSED,     HANDLE, alarm_may_settle,         "disposition! reason!",      alarm_on_settle,    { KEEP,    KEEP,    STOP,    KEEP,    KEEP,    KEEP } },
	{ FROM_ANY_OPEN,    REPAIR,     TO_SAME,          HANDLE, alarm_may_repair,         "",                          alarm_on_repair,    { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ FROM_ANY_OPEN,    JOIN,       TO_SAME,          HANDLE, only_program,                     JOIN_IN,                     NULL,               { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_NEW,        URGENT,     TO_SAME,          HANDLE, only_program,                     JOIN_IN,                     NULL,               { RELIMIT, KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_CLAIMED,    URGENT,     TO_SAME,          HANDLE, only_program,                     JOIN_IN,                     NULL,               { KEEP,    KEEP,    RELIMIT, KEEP,    KEEP,    KEEP } },
	{ ALARM_VERIFYING,  URGENT,     TO_SAME,          HANDLE, only_program,                     JOIN_IN,                     NULL,               { KEEP,    KEEP,    RELIMIT, KEEP,    KEEP,    KEEP } },
	{ ALARM_WAITING,    URGENT,     ALARM_VERIFYING,  HANDLE, only_program,                     JOIN_IN,                     alarm_on_resume,    { KEEP,    KEEP,    RELIMIT, STOP,    KEEP,    KEEP } },
	{ ALARM_CONFIRMED,  URGENT,     TO_SAME,          HANDLE, only_program,                     JOIN_IN,                     NULL,               { KEEP,    KEEP,    KEEP,    KEEP,    RELIMIT, KEEP } },
	{ ALARM_DISPATCHED, URGENT,     TO_SAME,          HANDLE, only_program,                     JOIN_IN,                     NULL,               { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ ALARM_TEST,       URGENT,     TO_SAME,          HANDLE, only_program,                     JOIN_IN,                     NULL,               { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ FROM_ANY_OPEN,    RESTORE,    TO_SAME,          HANDLE, only_program,                     "restored_ms",               NULL,               { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ FROM_ANY_OPEN,    HINT,       TO_SAME,          HANDLE, only_program,                     "hint",                      NULL,               { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
	{ FROM_ANY_OPEN,    NOTIFY,     TO_SAME,          HANDLE, only_program,                     "",                          NULL,               { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP, STOP } },
	{ ALARM_TEST,       END_TEST,   ALARM_CLOSED,     HANDLE, only_program,                     "",                          alarm_on_test_end,  { KEEP,    KEEP,    KEEP,    KEEP,    KEEP,    KEEP } },
};
/* clang-format on */

const struct process alarm_process = {
	.name = "alarm",
	.label = LABEL("报警处置", "Alarm"),
	.states = states,
	.events = events,
	.clocks = clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};

void
alarm_set(const struct reg_input *in, const char *field, struct val v)
{
	size_t i = reg_field(&alarm_reg, field);

	in->set[i] = true;
	in->v[i] = v;
}

enum err
alarm_step(struct task *t, int64_t alarm, const char *event,
	   const struct reg_input *in, struct str reason, struct reg_row *out)
{
	struct reg_input none = reg_input_new(t->a, &alarm_reg);
	struct actor who = t->who;
	struct reg_row row;
	enum err rc;

	/* The journal keeps the person whose act led to it. */
	t->who.may = UINT64_MAX;
	t->who.customer = 0;
	rc = process_step(t, &alarm_reg, alarm, 0,
			  (struct str){ event, __builtin_strlen(event) },
			  in == NULL ? &none : in, reason,
			  out == NULL ? &row : out);
	t->who = who;
	return rc;
}
