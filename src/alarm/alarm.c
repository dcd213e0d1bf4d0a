/* alarm.c - the fields of an alarm: domain model C.2.3. */
#include "alarm/alarm.h"

#include "alarm/code.h"
#include "base/str.h"

/* clang-format off */
const struct option alarm_families[] = {
	{ "alarm", LABEL("报警", "Alarm"), TONE_BAD },
	{ "technical", LABEL("技术", "Technical"), TONE_WARN },
	{ "use", LABEL("使用", "Use"), TONE_INFO },
	{ 0 }
};
const struct option alarm_priorities[] = {
	{ "p1", LABEL("P1 特急", "P1"), TONE_BAD },
	{ "p2", LABEL("P2 紧急", "P2"), TONE_BAD },
	{ "p3", LABEL("P3 重要", "P3"), TONE_WARN },
	{ "p4", LABEL("P4 一般", "P4"), TONE_INFO },
	{ "p5", LABEL("P5 记录", "P5"), TONE_PLAIN },
	{ 0 }
};
static const struct option methods[] = {
	{ "call", LABEL("电话", "Call"), TONE_PLAIN },
	{ "audio", LABEL("监听", "Audio"), TONE_PLAIN },
	{ "video", LABEL("视频", "Video"), TONE_PLAIN },
	{ "second_signal", LABEL("第二信号", "Second signal"), TONE_PLAIN },
	{ "staff", LABEL("现场人员", "Staff on site"), TONE_PLAIN },
	{ 0 }
};
static const struct option outcomes[] = {
	{ "real", LABEL("真实", "Real"), TONE_BAD },
	{ "false", LABEL("误报", "False"), TONE_OK },
	{ "unknown", LABEL("不明", "Unknown"), TONE_WARN },
	{ "unreachable", LABEL("联系不上", "Nobody reached"), TONE_WARN },
	{ 0 }
};
const struct option alarm_dispositions[] = {
	{ "real_intrusion", LABEL("真实-入侵", "Real: intrusion"), TONE_BAD },
	{ "real_holdup", LABEL("真实-抢劫胁迫", "Real: hold-up, duress"), TONE_BAD },
	{ "real_fire", LABEL("真实-火灾", "Real: fire"), TONE_BAD },
	{ "real_medical", LABEL("真实-医疗", "Real: medical"), TONE_BAD },
	{ "real_other", LABEL("真实-其他", "Real: other"), TONE_BAD },
	{ "false_user", LABEL("误报-用户操作", "False: user's handling"), TONE_OK },
	{ "false_equipment", LABEL("误报-设备", "False: equipment"), TONE_WARN },
	{ "false_environment", LABEL("误报-环境", "False: environment"), TONE_OK },
	{ "false_works", LABEL("误报-施工动物", "False: works or animals"), TONE_OK },
	{ "false_unknown", LABEL("误报-原因不明", "False: cause unknown"), TONE_WARN },
	{ "fault_power", LABEL("故障-电源", "Fault: power"), TONE_WARN },
	{ "fault_comms", LABEL("故障-通信", "Fault: communication"), TONE_WARN },
	{ "fault_equipment", LABEL("故障-设备", "Fault: equipment"), TONE_WARN },
	{ "test", LABEL("测试", "Test"), TONE_PLAIN },
	{ "duplicate", LABEL("重复", "Duplicate"), TONE_PLAIN },
	{ "unverifiable", LABEL("无法核实", "Cannot be verified"), TONE_WARN },
	{ 0 }
};

static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE | READONLY, .prefix = "JB",
	  .section = LABEL("报警", "Alarm") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY },
	{ .name = "priority", .type = F_ENUM, .label = LABEL("优先级", "Priority"), .flags = REQUIRED | LIST | FILTER, .options = alarm_priorities },
	{ .name = "class", .type = F_ENUM, .label = LABEL("类别", "Class"), .flags = REQUIRED | LIST | FILTER, .options = class_options },
	{ .name = "family", .type = F_ENUM, .label = LABEL("大类", "Family"), .flags = FILTER | READONLY, .options = alarm_families },
	{ .name = "customer", .type = F_REF, .label = LABEL("用户单位", "Customer"), .flags = FILTER | READONLY, .ref = "customer" },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"), .flags = LIST | FILTER, .ref = "site" },
	{ .name = "panel", .type = F_REF, .label = LABEL("报警主机", "Panel"), .flags = FILTER, .ref = "panel" },
	{ .name = "zone", .type = F_REF, .label = LABEL("首发防区", "First zone"), .ref = "zone" },
	{ .name = "code", .type = F_TEXT, .label = LABEL("事件代码", "Event code"), .flags = READONLY, .max = 20 },
	{ .name = "sender", .type = F_TEXT, .label = LABEL("来源", "Sender"), .flags = READONLY, .max = 40,
	  .help = LABEL("未知用户编号或不能译码信号的线路和用户编号。", "Line and account of an unknown account, or of signals that nobody can read.") },
	{ .name = "summary", .type = F_TEXT, .label = LABEL("内容", "What happened"), .flags = REQUIRED | LIST | SEARCH, .max = 400 },
	{ .name = "zones", .type = F_TEXT, .label = LABEL("防区", "Zones"), .flags = READONLY, .max = 400 },
	{ .name = "count", .type = F_INT, .label = LABEL("信号数", "Signals"), .flags = LIST | READONLY },
	{ .name = "opened_ms", .type = F_TIME, .label = LABEL("报警时间", "Opened at"), .flags = LIST | SORT | READONLY },
	{ .name = "last_ms", .type = F_TIME, .label = LABEL("最近信号", "Last signal"), .flags = READONLY },
	{ .name = "restored_ms", .type = F_TIME, .label = LABEL("全部恢复", "All restored at"), .flags = READONLY },
	{ .name = "verified", .type = F_BOOL, .label = LABEL("信号互证", "Verified by signals"), .flags = READONLY },
	{ .name = "verified_why", .type = F_TEXT, .label = LABEL("互证依据", "Why verified"), .flags = READONLY, .max = 200 },
	{ .name = "hint", .type = F_TEXT, .label = LABEL("提示", "Hint"), .flags = READONLY, .max = 400 },
	{ .name = "escalated", .type = F_INT, .label = LABEL("升级", "Escalated"), .flags = LIST | READONLY, .max = 3,
	  .help = LABEL("0 未升级，1 值班长，2 第二席位，3 企业负责人。", "0 no, 1 shift leader, 2 second seat, 3 manager.") },
	{ .name = "owner", .type = F_REF, .label = LABEL("处置人", "Handled by"), .flags = LIST | FILTER | READONLY, .ref = "user",
	  .section = LABEL("处置", "Handling") },
	{ .name = "claimed_ms", .type = F_TIME, .label = LABEL("受理时间", "Claimed at"), .flags = READONLY },
	{ .name = "plan", .type = F_REF, .label = LABEL("处置预案", "Action plan"), .flags = READONLY, .ref = "plan" },
	{ .name = "parked_until_ms", .type = F_TIME, .label = LABEL("观察至", "Parked until") },
	{ .name = "method", .type = F_ENUM, .label = LABEL("复核方式", "Verified by"), .options = methods },
	{ .name = "outcome", .type = F_ENUM, .label = LABEL("复核结果", "Outcome"), .options = outcomes },
	{ .name = "person", .type = F_TEXT, .label = LABEL("复核对象", "Person spoken to"), .max = 60 },
	{ .name = "avs", .type = F_INT, .label = LABEL("AVS 等级", "AVS level"), .max = 4,
	  .help = LABEL("确认为 2–4：4 人身受威胁，3 财物受威胁，2 现场有人、意图不明；不填按类别。", "Confirmed: 2 to 4. 4 a life is threatened, 3 property, 2 somebody is there; empty: by the class.") },
	{ .name = "confirmed_ms", .type = F_TIME, .label = LABEL("确认时间", "Confirmed at"), .flags = READONLY },
	{ .name = "dispatched_ms", .type = F_TIME, .label = LABEL("派警时间", "Dispatched at"), .flags = READONLY },
	{ .name = "cleared_ms", .type = F_TIME, .label = LABEL("排除时间", "Cleared at"), .flags = READONLY },
	{ .name = "cleared_by", .type = F_REF, .label = LABEL("排除人", "Cleared by"), .flags = READONLY, .ref = "user" },
	{ .name = "disposition", .type = F_ENUM, .label = LABEL("处置结论", "Disposition"), .flags = LIST | FILTER, .options = alarm_dispositions,
	  .section = LABEL("结案", "Closing") },
	{ .name = "narrative", .type = F_LINES, .label = LABEL("处置经过", "Narrative"), .max = 2000 },
	{ .name = "left_open", .type = F_BOOL, .label = LABEL("存留未恢复", "Left open") },
	{ .name = "not_told", .type = F_TEXT, .label = LABEL("未通报原因", "Why the customer was not told"), .max = 200,
	  .help = LABEL("尚未向用户通报时必填。", "Needed when no notice to the customer was sent.") },
	{ .name = "approved_by", .type = F_REF, .label = LABEL("审核人", "Approved by"), .flags = READONLY, .ref = "user" },
	{ .name = "approved_ms", .type = F_TIME, .label = LABEL("审核时间", "Approved at"), .flags = READONLY },
	{ .name = "closed_ms", .type = F_TIME, .label = LABEL("结案时间", "Closed at"), .flags = READONLY },
	{ .name = "merged_into", .type = F_REF, .label = LABEL("并入", "Merged into"), .ref = "alarm" },
	{ .name = "incident", .type = F_REF, .label = LABEL("警情", "Incident"), .flags = FILTER | READONLY, .ref = "incident" },
	{ .name = "service_mode", .type = F_REF, .label = LABEL("维护状态", "Service mode"), .flags = READONLY, .ref = "service_mode" },
};
/* clang-format on */

const struct reg alarm_reg = {
	.name = "alarm",
	.label = LABEL("报警", "Alarm"),
	.plural = "Alarms",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
	.process = &alarm_process,
};

struct label
option_label(const struct option *list, struct str value)
{
	for (; list->value != NULL; list++)
		if (str_is(value, list->value))
			return list->label;
	return (struct label){ "", "" };
}
