/*
 * alarm_entry.c - what was done about an alarm: calls, plan steps, pictures
 * seen, notes, and what became known after the closing.  Rows are added and
 * never changed: a process with one step.
 */
#include "alarm/alarm_parts.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "call", LABEL("电话", "Call"), TONE_INFO },
	{ "step", LABEL("预案步骤", "Plan step"), TONE_PLAIN },
	{ "video", LABEL("查看视频", "Video seen"), TONE_INFO },
	{ "note", LABEL("记录", "Note"), TONE_PLAIN },
	{ "supplement", LABEL("补充记录", "Supplement"), TONE_WARN },
	{ 0 }
};
static const struct option outcomes[] = {
	{ "reached", LABEL("已接通", "Reached"), TONE_OK },
	{ "no_answer", LABEL("无人接听", "No answer"), TONE_WARN },
	{ "busy", LABEL("占线", "Busy"), TONE_WARN },
	{ "wrong_number", LABEL("号码有误", "Wrong number"), TONE_WARN },
	{ "refused", LABEL("拒绝回答", "Refused"), TONE_WARN },
	{ 0 }
};
static const struct option answers[] = {
	{ "yes", LABEL("是", "Yes"), TONE_PLAIN },
	{ "no", LABEL("否", "No"), TONE_PLAIN },
	{ "done", LABEL("已完成", "Done"), TONE_OK },
	{ "skipped", LABEL("不适用", "Does not apply"), TONE_WARN },
	{ 0 }
};
static const struct option words[] = {
	{ "right", LABEL("口令正确", "Password right"), TONE_OK },
	{ "wrong", LABEL("口令错误", "Password wrong"), TONE_BAD },
	{ "duress", LABEL("胁迫口令", "Duress word"), TONE_BAD },
	{ "unset", LABEL("未设口令", "No password set"), TONE_WARN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("编号", "Number"),
	  .flags = LIST | SORT | UNIQUE | READONLY, .prefix = "CZ",
	  .section = LABEL("处置记录", "Entry") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = READONLY },
	{ .name = "alarm", .type = F_REF, .label = LABEL("报警", "Alarm"), .flags = REQUIRED | LIST | FILTER, .ref = "alarm" },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("类型", "Kind"), .flags = REQUIRED | LIST | FILTER, .options = kinds },
	{ .name = "step", .type = F_REF, .label = LABEL("预案步骤", "Plan step"), .ref = "plan_step" },
	{ .name = "contact", .type = F_REF, .label = LABEL("联系人", "Contact"), .flags = LIST, .ref = "contact" },
	{ .name = "outcome", .type = F_ENUM, .label = LABEL("通话结果", "Outcome"), .flags = LIST, .options = outcomes },
	{ .name = "answer", .type = F_ENUM, .label = LABEL("回答", "Answer"), .options = answers },
	{ .name = "camera", .type = F_REF, .label = LABEL("摄像机", "Camera"), .ref = "camera" },
	{ .name = "word_result", .type = F_ENUM, .label = LABEL("口令核对", "Password check"), .flags = LIST | READONLY, .options = words },
	{ .name = "text", .type = F_LINES, .label = LABEL("内容", "Text"), .flags = LIST, .max = 2000 },
};

static const struct proc_state states[] = {
	{ "recorded", LABEL("已记录", "Recorded"), TONE_PLAIN, true },
	{ 0 }
};
enum { RECORD, CHECKED };
static const struct proc_event events[] = {
	[RECORD] = { "record", LABEL("记录", "Record") },
	[CHECKED] = { "checked", LABEL("口令核对", "Password checked") },
	{ 0 }
};
static guard_fn may_record;
static effect_fn on_record;
#define ENTRY_IN "alarm! kind! step contact outcome answer camera text"
static const struct edge edges[] = {
	/* from,        event,   to, may,               guard,      in,                         effect */
	{ FROM_NOTHING, RECORD,  0,  MAY_HANDLE_ALARMS, may_record, ENTRY_IN,                   on_record, { KEEP } },
	{ FROM_NOTHING, CHECKED, 0,  MAY_HANDLE_ALARMS, only_program, ENTRY_IN " word_result!",   on_record, { KEEP } },
};
/* clang-format on */

static const struct proc_clock no_clocks[] = { { 0 } };
const struct process alarm_entry_process = {
	.name = "alarm_entry",
	.label = LABEL("处置记录", "Entry"),
	.states = states,
	.events = events,
	.clocks = no_clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};

const struct reg alarm_entry_reg = {
	.name = "alarm_entry",
	.label = LABEL("处置记录", "Alarm entry"),
	.plural = "Alarm entries",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
	.process = &alarm_entry_process,
};

static enum err
may_record(struct task *t, const struct proc_row *p)
{
	(void)t;
	(void)p;
	return OK;
}

static enum err
on_record(struct task *t, const struct proc_row *p)
{
	(void)t;
	(void)p;
	return OK;
}
