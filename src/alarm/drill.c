/* drill.c - fields and life of a drill: NET-8.4.1b, domain model C.3.9. */
#include "alarm/drill.h"

#include "alarm/code.h"
#include "base/str.h"
#include "base/time.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "table", LABEL("桌面推演", "Table-top"), TONE_PLAIN },
	{ "live", LABEL("实战演练", "Live"), TONE_PLAIN },
	{ "unannounced", LABEL("不预先通知", "Unannounced"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE | READONLY, .prefix = "YL",
	  .section = LABEL("计划", "Plan") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY },
	{ .name = "name", .type = F_TEXT, .label = LABEL("演练名称", "Name"), .flags = REQUIRED | LIST | SEARCH },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("演练方式", "Kind"), .flags = REQUIRED | LIST | FILTER, .options = kinds },
	{ .name = "class", .type = F_ENUM, .label = LABEL("事件类别", "Event class"), .flags = LIST | FILTER, .options = class_options },
	{ .name = "plan", .type = F_REF, .label = LABEL("处置预案", "Action plan"), .flags = LIST | FILTER, .ref = "plan" },
	{ .name = "site", .type = F_REF, .label = LABEL("演练场所", "Site"), .flags = FILTER, .ref = "site" },
	{ .name = "lead", .type = F_REF, .label = LABEL("负责人", "Leader"), .flags = LIST, .ref = "staff" },
	{ .name = "planned_on", .type = F_DATE, .label = LABEL("计划日期", "Planned for"), .flags = REQUIRED | LIST | SORT },
	{ .name = "scenario", .type = F_LINES, .label = LABEL("情景", "Scenario") },
	{ .name = "script", .type = F_LINES, .label = LABEL("脚本", "Script") },
	{ .name = "announced_ms", .type = F_TIME, .label = LABEL("通知时间", "Announced"), .flags = READONLY,
	  .section = LABEL("实施", "What happened") },
	{ .name = "started_ms", .type = F_TIME, .label = LABEL("开始时间", "Started") },
	{ .name = "ended_ms", .type = F_TIME, .label = LABEL("结束时间", "Ended"), .after = "started_ms" },
	{ .name = "participants", .type = F_LINES, .label = LABEL("参加人员", "Participants"),
	  .help = LABEL("姓名和岗位。", "Names and posts.") },
	{ .name = "observed", .type = F_LINES, .label = LABEL("实测时间", "Observed times"),
	  .help = LABEL("每一步何时完成，例如 10:02 接警，10:03 复核。", "What was done when, such as 10:02 claimed, 10:03 verified.") },
	{ .name = "evaluation", .type = F_LINES, .label = LABEL("评价", "Evaluation"),
	  .section = LABEL("评价与改进", "Evaluation") },
	{ .name = "has_problems", .type = F_BOOL, .label = LABEL("发现问题", "Problems found"), .flags = LIST },
	{ .name = "problems", .type = F_LINES, .label = LABEL("问题", "Problems") },
	{ .name = "plan_change", .type = F_BOOL, .label = LABEL("需修订预案", "Plan has to change") },
	{ .name = "plan_change_note", .type = F_LINES, .label = LABEL("修订内容", "What of the plan") },
	{ .name = "actions", .type = F_LINES, .label = LABEL("改进措施", "Actions") },
	{ .name = "actions_owner", .type = F_REF, .label = LABEL("责任人", "Responsible"), .ref = "staff" },
	{ .name = "actions_due", .type = F_DATE, .label = LABEL("完成期限", "Due") },
	{ .name = "actions_result", .type = F_LINES, .label = LABEL("完成情况", "Result") },
	{ .name = "closed_on", .type = F_DATE, .label = LABEL("关闭日期", "Closed on"), .flags = READONLY | LIST | SORT },
};

const struct reg drill_reg = {
	.name = "drill",
	.label = LABEL("演练", "Drill"),
	.plural = "Drills",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.process = &drill_process,
};

enum { PLANNED, ANNOUNCED, UNANNOUNCED, RUNNING, EVALUATED, ACTIONS_OPEN,
	CLOSED, CANCELLED };
static const struct proc_state states[] = {
	/*                 name             label                                   tone        final */
	[PLANNED]      = { "planned",       LABEL("已计划", "Planned"),             TONE_INFO,  false },
	[ANNOUNCED]    = { "announced",     LABEL("已通知", "Announced"),           TONE_INFO,  false },
	[UNANNOUNCED]  = { "unannounced",   LABEL("不预先通知", "Unannounced"),     TONE_INFO,  false },
	[RUNNING]      = { "running",       LABEL("进行中", "Running"),             TONE_WARN,  false },
	[EVALUATED]    = { "evaluated",     LABEL("已评价", "Evaluated"),           TONE_INFO,  false },
	[ACTIONS_OPEN] = { "actions_open",  LABEL("整改中", "Actions open"),        TONE_WARN,  false },
	[CLOSED]       = { "closed",        LABEL("已关闭", "Closed"),              TONE_OK,    true },
	[CANCELLED]    = { "cancelled",     LABEL("已取消", "Cancelled"),           TONE_PLAIN, true },
	{ 0 }
};

enum { PLAN, REPLAN, ANNOUNCE, KEEP_QUIET, BEGIN, EVALUATE, ACT, CLOSE,
	CANCEL };
static const struct proc_event events[] = {
	[PLAN]       = { "plan",       LABEL("计划演练", "Plan a drill") },
	[REPLAN]     = { "replan",     LABEL("改期", "Change the date") },
	[ANNOUNCE]   = { "announce",   LABEL("通知", "Announce") },
	[KEEP_QUIET] = { "keep_quiet", LABEL("不预先通知", "Keep quiet") },
	[BEGIN]      = { "begin",      LABEL("开始", "Begin") },
	[EVALUATE]   = { "evaluate",   LABEL("评价", "Evaluate") },
	[ACT]        = { "act",        LABEL("确定改进措施", "Set actions") },
	[CLOSE]      = { "close",      LABEL("关闭", "Close") },
	[CANCEL]     = { "cancel",     LABEL("取消", "Cancel") },
	{ 0 }
};
/* clang-format on */

static guard_fn may_announce, may_keep_quiet, may_evaluate, may_close;
static effect_fn on_announce, on_begin, on_close;

/* clang-format off */
#define MAY MAY_EDIT_ALARM_RULES
#define PLAN_IN "name! kind! planned_on! class plan site lead scenario script"
#define EVALUATE_IN "participants! observed! evaluation! has_problems! problems plan_change! plan_change_note started_ms ended_ms!"
static const struct edge edges[] = {
	/* from         on          to            may  guard           in                                   effect       clocks */
	{ FROM_NOTHING, PLAN,       PLANNED,      MAY, NULL,           PLAN_IN,                             NULL,        { 0 } },
	{ PLANNED,      ANNOUNCE,   ANNOUNCED,    MAY, may_announce,   "",                                  on_announce, { 0 } },
	{ PLANNED,      KEEP_QUIET, UNANNOUNCED,  MAY, may_keep_quiet, "",                                  NULL,        { 0 } },
	{ PLANNED,      REPLAN,     TO_SAME,      MAY, NULL,           "planned_on! reason!",               NULL,        { 0 } },
	{ ANNOUNCED,    REPLAN,     PLANNED,      MAY, NULL,           "planned_on! reason!",               NULL,        { 0 } },
	{ UNANNOUNCED,  REPLAN,     TO_SAME,      MAY, NULL,           "planned_on! reason!",               NULL,        { 0 } },
	{ ANNOUNCED,    BEGIN,      RUNNING,      MAY, NULL,           "script",                            on_begin,    { 0 } },
	{ UNANNOUNCED,  BEGIN,      RUNNING,      MAY, NULL,           "script",                            on_begin,    { 0 } },
	{ RUNNING,      EVALUATE,   EVALUATED,    MAY, may_evaluate,   EVALUATE_IN,                         NULL,        { 0 } },
	{ EVALUATED,    ACT,        ACTIONS_OPEN, MAY, NULL,           "actions! actions_owner! actions_due!", NULL,     { 0 } },
	{ EVALUATED,    CLOSE,      CLOSED,       MAY, may_close,      "",                                  on_close,    { 0 } },
	{ ACTIONS_OPEN, CLOSE,      CLOSED,       MAY, NULL,           "actions_result!",                   on_close,    { 0 } },
	{ PLANNED,      CANCEL,     CANCELLED,    MAY, NULL,           "reason!",                           NULL,        { 0 } },
	{ ANNOUNCED,    CANCEL,     CANCELLED,    MAY, NULL,           "reason!",                           NULL,        { 0 } },
	{ UNANNOUNCED,  CANCEL,     CANCELLED,    MAY, NULL,           "reason!",                           NULL,        { 0 } },
	{ RUNNING,      CANCEL,     CANCELLED,    MAY, NULL,           "reason!",                           NULL,        { 0 } },
};
static const struct proc_clock clocks[] = { { 0 } };
/* clang-format on */

const struct process drill_process = {
	.name = "drill",
	.label = LABEL("演练", "Drill"),
	.states = states,
	.events = events,
	.clocks = clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};

static bool
is_yes(const struct proc_row *p, const char *field)
{
	const struct val *v = proc_get(p, field);

	return v->type == VAL_INT && v->i != 0;
}

static bool
is_quiet(const struct proc_row *p)
{
	const struct val *kind = proc_get(p, "kind");

	return kind->type == VAL_TEXT && str_is(kind->s, "unannounced");
}

static enum err
may_announce(struct task *t, const struct proc_row *p)
{
	if (!is_quiet(p))
		return OK;
	return fail(&t->why, ERR_STATE, "this drill is not to be announced",
		    "此次演练不预先通知");
}

static enum err
may_keep_quiet(struct task *t, const struct proc_row *p)
{
	if (is_quiet(p))
		return OK;
	return fail(&t->why, ERR_STATE, "this drill has to be announced",
		    "此次演练须先通知");
}

static enum err
needed(struct task *t, const char *field)
{
	return fail_field(&t->why, field, reg_label(&drill_reg, field),
			  "required", "is required", "不能为空");
}

/* C.3.9: problems or "none", and the plan changes or it does not. */
static enum err
may_evaluate(struct task *t, const struct proc_row *p)
{
	const struct val *start = proc_get(p, "started_ms");
	const struct val *end = proc_get(p, "ended_ms");
	enum err rc = OK;

	if (is_yes(p, "has_problems") &&
	    proc_get(p, "problems")->type == VAL_NULL)
		rc = needed(t, "problems");
	if (is_yes(p, "plan_change") &&
	    proc_get(p, "plan_change_note")->type == VAL_NULL)
		rc = needed(t, "plan_change_note");
	if (end->type == VAL_INT &&
	    (end->i > t->now_ms ||
	     (start->type == VAL_INT && end->i < start->i)))
		rc = fail_field(&t->why, "ended_ms",
				reg_label(&drill_reg, "ended_ms"), "range",
				"must be after the start and not in the future",
				"应晚于开始时间且不晚于当前时间");
	return rc;
}

static enum err
may_close(struct task *t, const struct proc_row *p)
{
	if (!is_yes(p, "has_problems") && !is_yes(p, "plan_change"))
		return OK;
	return fail(&t->why, ERR_STATE,
		    "problems were found or the plan has to change: set the "
		    "actions first",
		    "发现问题或需修订预案，请先确定改进措施");
}

static enum err
on_announce(struct task *t, const struct proc_row *p)
{
	proc_put(p, "announced_ms", val_int(t->now_ms));
	return OK;
}

static enum err
on_begin(struct task *t, const struct proc_row *p)
{
	proc_put(p, "started_ms", val_int(t->now_ms));
	return OK;
}

static enum err
on_close(struct task *t, const struct proc_row *p)
{
	char day[11];

	date_print(zone_date(task_zone(t), t->now_ms), day);
	proc_put(p, "closed_on", val_text(arena_str(t->a, str_of(day))));
	return OK;
}
