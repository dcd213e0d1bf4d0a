/* incident.c - the fields of an incident 警情. */
#include "alarm/incident.h"

/* clang-format off */
const struct option incident_severities[] = {
	{ "1", LABEL("特别重大", "1, extreme"), TONE_BAD },
	{ "2", LABEL("重大", "2, severe"), TONE_BAD },
	{ "3", LABEL("较大", "3, major"), TONE_WARN },
	{ "4", LABEL("一般", "4, ordinary"), TONE_INFO },
	{ 0 }
};
const struct option incident_outcomes[] = {
	{ "real", LABEL("真实警情", "Real"), TONE_BAD },
	{ "false", LABEL("误报", "False alarm"), TONE_PLAIN },
	{ "unknown", LABEL("无法核实", "Could not be verified"), TONE_WARN },
	{ 0 }
};

static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("警情编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE | READONLY, .prefix = "JQ",
	  .section = LABEL("警情", "Incident") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY },
	{ .name = "severity", .type = F_ENUM, .label = LABEL("级别", "Severity"), .flags = REQUIRED | LIST | FILTER, .options = incident_severities },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"), .flags = REQUIRED | LIST | FILTER, .ref = "site" },
	{ .name = "customer", .type = F_REF, .label = LABEL("用户单位", "Customer"), .flags = LIST | FILTER, .ref = "customer" },
	{ .name = "class", .type = F_TEXT, .label = LABEL("事件类别", "Class"), .flags = LIST, .max = 40,
	  .help = LABEL("首条警情的类别，见警情代码表。", "Of the first alarm; see the code tables.") },
	{ .name = "priority", .type = F_INT, .label = LABEL("优先级", "Priority"), .min = 1, .max = 5 },
	{ .name = "alarms", .type = F_INT, .label = LABEL("警情条数", "Alarms"), .flags = LIST | READONLY },
	{ .name = "opened_ms", .type = F_TIME, .label = LABEL("确认时间", "Confirmed at"), .flags = LIST | READONLY },
	{ .name = "joined_ms", .type = F_TIME, .label = LABEL("最近并入", "Newest alarm"), .flags = READONLY },
	{ .name = "escalated", .type = F_BOOL, .label = LABEL("已升级", "Escalated"), .flags = LIST | READONLY },
	{ .name = "breached", .type = F_BOOL, .label = LABEL("有超时", "A limit was missed"), .flags = LIST | READONLY },
	{ .name = "sent_ms", .type = F_TIME, .label = LABEL("首次派警", "First dispatch"), .flags = READONLY,
	  .section = LABEL("处置", "Response") },
	{ .name = "arrived_ms", .type = F_TIME, .label = LABEL("首次到场", "First arrival"), .flags = READONLY },
	{ .name = "police_ms", .type = F_TIME, .label = LABEL("报警时间", "Reported to the police"), .flags = READONLY },
	{ .name = "police_number", .type = F_TEXT, .label = LABEL("报警回执编号", "Receipt number of the police"), .flags = READONLY, .max = 60 },
	{ .name = "handed_to", .type = F_TEXT, .label = LABEL("移交给", "Handed over to"), .max = 120,
	  .help = LABEL("公安单位与民警姓名或警号。", "Police unit and officer or badge number.") },
	{ .name = "outcome", .type = F_ENUM, .label = LABEL("处置结论", "Outcome"), .flags = LIST, .options = incident_outcomes },
	{ .name = "findings", .type = F_LINES, .label = LABEL("处置经过", "What was found and done"), .max = 2000 },
	{ .name = "cleared_ms", .type = F_TIME, .label = LABEL("处置结束", "Response ended"), .flags = READONLY },
	{ .name = "notified_ms", .type = F_TIME, .label = LABEL("通报时间", "Customer told at"), .flags = READONLY,
	  .section = LABEL("通报与复盘", "Report and review") },
	{ .name = "told", .type = F_LINES, .label = LABEL("通报内容", "What the customer was told"), .max = 2000,
	  .help = LABEL("告知了谁、何时、如何。", "Whom, when, by which means.") },
	{ .name = "review", .type = F_LINES, .label = LABEL("复盘", "Review"), .max = 4000 },
	{ .name = "lessons", .type = F_LINES, .label = LABEL("改进措施", "Lessons"), .max = 2000 },
	{ .name = "remark", .type = F_LINES, .label = LABEL("备注", "Remark"), .max = 2000 },
};
/* clang-format on */

const struct reg incident_reg = {
	.name = "incident",
	.label = LABEL("警情处置", "Incident"),
	.plural = "Incidents",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
	.process = &incident_process,
};
