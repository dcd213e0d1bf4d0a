/* plan.c - the fields of plans and their steps: domain model C.2.3, NET-8.2. */
#include "alarm/plan.h"

#include "alarm/alarm.h"
#include "alarm/code.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/check.h"

/* clang-format off */
static const struct option bands[] = {
	{ "any", LABEL("全时段", "Any time"), TONE_PLAIN },
	{ "day", LABEL("日间", "Day"), TONE_PLAIN },
	{ "night", LABEL("夜间", "Night"), TONE_PLAIN },
	{ "holiday", LABEL("节假日", "Holiday"), TONE_PLAIN },
	{ 0 }
};
static const struct option kinds[] = {
	{ "call", LABEL("联系用户", "Call contact"), TONE_PLAIN },
	{ "video", LABEL("查看视频", "Check video"), TONE_PLAIN },
	{ "wait", LABEL("等待", "Wait"), TONE_PLAIN },
	{ "dispatch", LABEL("派警", "Dispatch"), TONE_PLAIN },
	{ "police", LABEL("向110报警", "Report to 110"), TONE_PLAIN },
	{ "notify", LABEL("通报用户", "Notify customer"), TONE_PLAIN },
	{ "text", LABEL("其他", "Other"), TONE_PLAIN },
	{ "question", LABEL("判断", "Question"), TONE_PLAIN },
	{ 0 }
};

static const struct field plan_fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE | READONLY, .prefix = "YA",
	  .section = LABEL("处置预案", "Action plan") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("预案名称", "Name"), .flags = REQUIRED | LIST | SEARCH, .max = 100 },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY },
	{ .name = "class", .type = F_ENUM, .label = LABEL("类别", "Class"), .flags = LIST | FILTER, .options = class_options,
	  .help = LABEL("留空表示所有类别；越具体的预案优先：场所、类别、优先级、时段。", "Empty: every class. The most specific plan wins: site, class, priority, time band.") },
	{ .name = "priority", .type = F_ENUM, .label = LABEL("优先级", "Priority"), .flags = LIST, .options = alarm_priorities },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"), .flags = LIST | FILTER, .ref = "site" },
	{ .name = "band", .type = F_ENUM, .label = LABEL("时段", "Time band"), .flags = REQUIRED | LIST, .options = bands,
	  .help = LABEL("日间为 07:00–19:00，报警规则可另设；节假日全天。", "Day is 07:00 to 19:00 unless an alarm rule says otherwise; a holiday all day.") },
	{ .name = "revision", .type = F_INT, .label = LABEL("版次", "Revision"), .flags = LIST | READONLY, .max = 100000 },
	{ .name = "dispatch_first", .type = F_BOOL, .label = LABEL("先派警后复核", "Dispatch before verifying") },
	{ .name = "max_wait_s", .type = F_INT, .label = LABEL("最长观察时间", "Longest time to park"), .unit = "s", .min = 0, .max = 86400,
	  .help = LABEL("操作单位设定，非标准值。", "Set by the operator, not a standard's value.") },
	{ .name = "photos", .type = F_BOOL, .label = LABEL("须有现场照片", "Photos of the site"),
	  .help = LABEL("巡逻组报告后，没有照片不能排除。", "Without a photo by the patrol the alarm is not cleared.") },
	{ .name = "supersedes", .type = F_REF, .label = LABEL("替代", "Supersedes"), .flags = READONLY, .ref = "plan" },
	{ .name = "issued_ms", .type = F_TIME, .label = LABEL("发布时间", "Issued at"), .flags = READONLY },
	{ .name = "issued_by", .type = F_REF, .label = LABEL("发布人", "Issued by"), .flags = READONLY, .ref = "user" },
	{ .name = "review_on", .type = F_DATE, .label = LABEL("复审日期", "To be reviewed on"),
	  .help = LABEL("留空为发布后一年。", "Empty: a year after it was issued.") },
	{ .name = "origin", .type = F_TEXT, .label = LABEL("来源", "Origin"), .max = 200 },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note"), .max = 1000 },
};

static const struct field step_fields[] = {
	{ .name = "plan", .type = F_REF, .label = LABEL("处置预案", "Action plan"), .flags = REQUIRED | LIST | FILTER, .ref = "plan",
	  .section = LABEL("预案步骤", "Plan step") },
	{ .name = "no", .type = F_INT, .label = LABEL("序号", "No."), .flags = REQUIRED | LIST, .min = 1, .max = 99 },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("类型", "Kind"), .flags = REQUIRED | LIST, .options = kinds },
	{ .name = "text", .type = F_TEXT, .label = LABEL("内容", "What to do"), .flags = REQUIRED | LIST | SEARCH, .max = 400 },
	{ .name = "text_en", .type = F_TEXT, .label = LABEL("内容（英文）", "What to do (English)"), .flags = SEARCH, .max = 400 },
	{ .name = "required", .type = F_BOOL, .label = LABEL("必做", "Required"), .flags = LIST },
	{ .name = "wait_s", .type = F_INT, .label = LABEL("等待时间", "Wait"), .unit = "s", .min = 0, .max = 86400, .when = "kind=wait" },
	{ .name = "next_yes", .type = F_INT, .label = LABEL("“是”转到", "After yes"), .min = 0, .max = 99, .when = "kind=question",
	  .help = LABEL("步骤序号；0 结束；留空为下一步。", "A step's number; 0 ends; empty: the next.") },
	{ .name = "next_no", .type = F_INT, .label = LABEL("“否”转到", "After no"), .min = 0, .max = 99, .when = "kind=question" },
};
/* clang-format on */

const struct reg plan_reg = {
	.name = "plan",
	.label = LABEL("处置预案", "Action plan"),
	.plural = "Action plans",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = plan_fields,
	.n_fields = ARRAY_LEN(plan_fields),
	.title = "name",
	.process = &plan_process,
};

static enum err
be_draft(struct task *t, int64_t plan)
{
	struct reg_row row;

	if (actor_is_program(&t->who))
		return OK;
	TRY(reg_get(t, &plan_reg, plan, &row));
	if (str_is(reg_val(&plan_reg, row.v, "state")->s, "draft"))
		return OK;
	return fail(&t->why, ERR_STATE,
		    "only a draft is edited: make a new revision of the plan",
		    "只能修改草稿，请新建预案版次");
}

static enum err
check_step(struct task *t, const struct val *old, const struct val *row)
{
	const struct val *plan = reg_val(&plan_step_reg, row, "plan");

	TRY(check_pair(t, &plan_step_reg, old, row, "plan", "no",
		       STMT_PLAN_STEP_SAME));
	if (old != NULL && reg_val(&plan_step_reg, old, "plan")->i != plan->i)
		return fail(&t->why, ERR_STATE, "a step stays in its plan",
			    "步骤不能移到其他预案");
	return OK;
}

/* Retiring a step changes its plan too. */
static enum err
after_step(struct task *t, int64_t id, const struct val *old,
	   const struct val *row)
{
	(void)id;
	(void)old;
	return be_draft(t, reg_val(&plan_step_reg, row, "plan")->i);
}

const struct reg plan_step_reg = {
	.name = "plan_step",
	.label = LABEL("预案步骤", "Plan step"),
	.plural = "Plan steps",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = step_fields,
	.n_fields = ARRAY_LEN(step_fields),
	.title = "text",
	.check = check_step,
	.after = after_step,
};
