/* police.c - the fields of a report to the police. */
#include "alarm/police.h"

/* clang-format off */
static const struct option channels[] = {
	{ "phone", LABEL("110电话", "Telephone 110"), TONE_PLAIN },
	{ "platform", LABEL("联网平台", "Networked platform"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("报警编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE | READONLY, .prefix = "BG",
	  .section = LABEL("报送", "Report") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY },
	{ .name = "incident", .type = F_REF, .label = LABEL("警情", "Incident"), .flags = REQUIRED | LIST | FILTER, .ref = "incident" },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"), .flags = LIST, .ref = "site" },
	{ .name = "customer", .type = F_REF, .label = LABEL("用户单位", "Customer"), .ref = "customer" },
	{ .name = "channel", .type = F_ENUM, .label = LABEL("报送方式", "Channel"), .flags = REQUIRED | LIST, .options = channels },
	{ .name = "content", .type = F_LINES, .label = LABEL("报送内容", "Content"), .flags = REQUIRED, .max = 2000 },
	{ .name = "avs", .type = F_INT, .label = LABEL("AVS 等级", "AVS level"), .flags = LIST, .min = 2, .max = 4,
	  .help = LABEL("不填则取该警情各报警的最高等级。", "Empty: the highest of the incident's alarms.") },
	{ .name = "sent_ms", .type = F_TIME, .label = LABEL("报送时间", "Sent at"), .flags = LIST | READONLY },
	{ .name = "tries", .type = F_INT, .label = LABEL("报送次数", "Tries"), .flags = READONLY },
	{ .name = "failure", .type = F_TEXT, .label = LABEL("未成功原因", "Why it failed"), .max = 200 },
	{ .name = "receipt_by", .type = F_TEXT, .label = LABEL("接警人", "Received by"), .max = 60,
	  .section = LABEL("回执核实（GB 55029 6.0.4）", "Receipt (GB 55029 6.0.4)"),
	  .help = LABEL("接警民警姓名或工号。", "Name or number of the officer.") },
	{ .name = "receipt_number", .type = F_TEXT, .label = LABEL("回执编号", "Receipt number"), .flags = LIST | SEARCH, .max = 60 },
	{ .name = "receipt_ms", .type = F_TIME, .label = LABEL("核实时间", "Confirmed at"), .flags = LIST | READONLY },
	{ .name = "remark", .type = F_LINES, .label = LABEL("备注", "Remark"), .max = 1000 },
};
/* clang-format on */

const struct reg police_report_reg = {
	.name = "police_report",
	.label = LABEL("报警记录", "Police report"),
	.plural = "Police reports",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
	.process = &police_report_process,
};
