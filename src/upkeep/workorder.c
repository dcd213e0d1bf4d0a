/* workorder.c - the fields of a repair order: 表2 and what proves SVC-6. */
#include "upkeep/workorder.h"

#include "estate/estate.h"

/* clang-format off */
const struct option workorder_grades[] = {
	{ "general", LABEL("一般故障", "General"), TONE_INFO },
	{ "urgent", LABEL("紧急故障", "Urgent"), TONE_WARN },
	{ "major", LABEL("重大故障", "Major"), TONE_BAD },
	{ 0 }
};
const struct option workorder_extents[] = {
	{ "single", LABEL("单台设备", "Single device"), TONE_PLAIN },
	{ "partial", LABEL("局部区域", "Partial area"), TONE_PLAIN },
	{ "subsystem", LABEL("整个子系统", "Whole subsystem"), TONE_WARN },
	{ "whole", LABEL("全系统", "Whole system"), TONE_BAD },
	{ 0 }
};
static const struct option channels[] = {
	{ "phone", LABEL("电话", "Phone"), TONE_PLAIN },
	{ "app", LABEL("网络报修", "Online"), TONE_PLAIN },
	{ "alarm", LABEL("报警信号", "Alarm signal"), TONE_PLAIN },
	{ "visit", LABEL("维保发现", "Maintenance visit"), TONE_PLAIN },
	{ "video", LABEL("视频巡检", "Video check"), TONE_PLAIN },
	{ 0 }
};
static const struct option methods[] = {
	{ "parts", LABEL("备件更换", "Parts replaced"), TONE_PLAIN },
	{ "debugging", LABEL("设备调试", "Device adjusted"), TONE_PLAIN },
	{ "line", LABEL("线路维修", "Line repaired"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct option proofs[] = {
	{ "position", LABEL("定位签到", "Position"), TONE_PLAIN },
	{ "customer", LABEL("用户确认", "Confirmed by customer"), TONE_PLAIN },
	{ "remote", LABEL("远程处理", "Remote repair"), TONE_PLAIN },
	{ 0 }
};
static const struct option results[] = {
	{ "cured", LABEL("故障彻底排除", "Fault removed"), TONE_OK },
	{ "restored", LABEL("系统功能完全恢复", "All functions restored"), TONE_OK },
	{ "stable", LABEL("运行状态稳定", "Running stably"), TONE_OK },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct option verdicts[] = {
	{ "pass", LABEL("合格", "Accepted"), TONE_OK },
	{ "fail", LABEL("不合格", "Rejected"), TONE_BAD },
	{ 0 }
};
static const struct option settlements[] = {
	{ "open", LABEL("未结算", "Not settled"), TONE_WARN },
	{ "settled", LABEL("已结算", "Settled"), TONE_OK },
	{ 0 }
};

static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE | READONLY, .prefix = "WX",
	  .section = LABEL("报修与故障基础信息", "Report") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY },
	{ .name = "customer", .type = F_REF, .label = LABEL("用户单位", "Customer"), .flags = LIST | FILTER, .ref = "customer" },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"), .flags = REQUIRED | LIST | FILTER, .ref = "site" },
	{ .name = "system", .type = F_REF, .label = LABEL("系统名称", "System"), .ref = "system" },
	{ .name = "area", .type = F_REF, .label = LABEL("故障区域", "Area"), .ref = "area" },
	{ .name = "device", .type = F_REF, .label = LABEL("故障设备", "Device"), .flags = FILTER, .ref = "device" },
	{ .name = "contract", .type = F_REF, .label = LABEL("服务合同", "Contract"), .ref = "contract" },
	{ .name = "channel", .type = F_ENUM, .label = LABEL("报修渠道", "Channel"), .options = channels },
	{ .name = "reporter", .type = F_TEXT, .label = LABEL("报修人", "Reporter"), .flags = REQUIRED | SEARCH, .max = 60 },
	{ .name = "reporter_phone", .type = F_PHONE, .label = LABEL("联系电话", "Phone"), .max = 40 },
	{ .name = "reported_ms", .type = F_TIME, .label = LABEL("报修时间", "Reported at"), .flags = LIST,
	  .help = LABEL("所有时限从报修时间起算。", "All limits count from here.") },
	{ .name = "occurred_ms", .type = F_TIME, .label = LABEL("故障发生时间", "Occurred at") },
	{ .name = "subsystem", .type = F_SET, .label = LABEL("故障子系统", "Subsystem"), .options = estate_subsystems },
	{ .name = "symptom", .type = F_LINES, .label = LABEL("故障现象", "Symptom"), .flags = REQUIRED | LIST | SEARCH, .max = 1000 },
	{ .name = "extent", .type = F_ENUM, .label = LABEL("影响范围", "Extent"), .options = workorder_extents },
	{ .name = "works_as_whole", .type = F_BOOL, .label = LABEL("子系统整体可用", "Subsystem still works"), .when = "extent=partial" },
	{ .name = "only_protection", .type = F_BOOL, .label = LABEL("重点部位唯一防护", "Only protection of a key area"), .when = "extent=subsystem" },
	{ .name = "grade", .type = F_ENUM, .label = LABEL("故障等级", "Fault grade"), .flags = LIST | FILTER, .options = workorder_grades,
	  .section = LABEL("定级与派工", "Grade and assignment"),
	  .help = LABEL("一般：响应2小时/修复24小时；紧急：30分钟/8小时；重大：15分钟/4小时（SVC-6.1）。合同只能更严。", "General: response 2 h, repair 24 h; urgent: 30 min, 8 h; major: 15 min, 4 h (SVC-6.1). Contracts may only be stricter.") },
	{ .name = "regrade_notice", .type = F_LINES, .label = LABEL("降级告知用户", "Notice of lower grade"), .max = 500 },
	{ .name = "regrade_by", .type = F_REF, .label = LABEL("降级复核人", "Second person"), .ref = "user" },
	{ .name = "duplicate_of", .type = F_REF, .label = LABEL("重复工单", "Duplicate of"), .ref = "workorder" },
	{ .name = "consent", .type = F_TEXT, .label = LABEL("报修人同意", "Reporter's consent"), .max = 200 },
	{ .name = "escalated", .type = F_BOOL, .label = LABEL("已升级", "Escalated"), .flags = LIST | READONLY },
	{ .name = "responded_ms", .type = F_TIME, .label = LABEL("响应时间", "Responded at"), .flags = READONLY },
	{ .name = "response_note", .type = F_LINES, .label = LABEL("响应说明与方案", "Response and plan"), .max = 500 },
	{ .name = "technician", .type = F_REF, .label = LABEL("维修人员", "Technician"), .flags = LIST | FILTER, .ref = "staff" },
	{ .name = "eta_ms", .type = F_TIME, .label = LABEL("预计到场", "Expected arrival") },
	{ .name = "arrived_ms", .type = F_TIME, .label = LABEL("到场时间", "Arrived at"), .flags = READONLY },
	{ .name = "arrival_proof", .type = F_ENUM, .label = LABEL("到场依据", "Proof of arrival"), .options = proofs },
	{ .name = "diagnosis", .type = F_LINES, .label = LABEL("故障排查结论", "Diagnosis"), .max = 1000,
	  .section = LABEL("维修过程详细记录", "Repair"), .help = LABEL("故障点位与核心原因。", "Where and why.") },
	{ .name = "core_part", .type = F_BOOL, .label = LABEL("涉及核心部件更换", "Core part replaced") },
	{ .name = "chargeable", .type = F_BOOL, .label = LABEL("收费维修", "Chargeable") },
	{ .name = "quote_fen", .type = F_MONEY, .label = LABEL("报价", "Quote"), .max = 100000000000 },
	{ .name = "approver", .type = F_TEXT, .label = LABEL("用户确认人", "Approved by"), .max = 60 },
	{ .name = "approved_ms", .type = F_TIME, .label = LABEL("用户确认时间", "Approved at"), .flags = READONLY },
	{ .name = "method", .type = F_SET, .label = LABEL("维修方案", "Method"), .options = methods },
	{ .name = "parts_used", .type = F_LINES, .label = LABEL("更换部件（名称/型号/数量）", "Parts (name, model, quantity)"), .max = 1000 },
	{ .name = "debugging", .type = F_LINES, .label = LABEL("核心调试内容", "Adjustments"), .max = 1000 },
	{ .name = "parts_needed", .type = F_LINES, .label = LABEL("待用备件", "Parts waited for"), .max = 500 },
	{ .name = "temporary", .type = F_LINES, .label = LABEL("临时应急措施", "Temporary measure"), .max = 1000 },
	{ .name = "special_plan", .type = F_LINES, .label = LABEL("专项维修方案", "Special repair plan"), .max = 1000 },
	{ .name = "extended_to_ms", .type = F_TIME, .label = LABEL("延期后的修复时限", "Extended limit") },
	{ .name = "notice_sent_ms", .type = F_TIME, .label = LABEL("书面告知时间", "Written notice sent at") },
	{ .name = "test_content", .type = F_LINES, .label = LABEL("测试内容", "Tests"), .max = 1000,
	  .section = LABEL("测试验收结果", "Test and acceptance") },
	{ .name = "test_result", .type = F_SET, .label = LABEL("测试结果", "Test result"), .options = results },
	{ .name = "restored_ms", .type = F_TIME, .label = LABEL("恢复时间", "Restored at"), .flags = READONLY },
	{ .name = "verdict", .type = F_ENUM, .label = LABEL("验收结论", "Verdict"), .options = verdicts },
	{ .name = "second_on", .type = F_DATE, .label = LABEL("二次维修计划时间", "Second visit planned") },
	{ .name = "user_sign", .type = F_TEXT, .label = LABEL("用户确认签字", "Customer's signature"), .max = 60,
	  .section = LABEL("签字与费用确认", "Signatures and cost") },
	{ .name = "staff_sign", .type = F_TEXT, .label = LABEL("维修人员签字", "Technician's signature"), .max = 60 },
	{ .name = "amount_fen", .type = F_MONEY, .label = LABEL("总金额", "Total"), .max = 100000000000 },
	{ .name = "settlement", .type = F_ENUM, .label = LABEL("费用确认", "Settlement"), .options = settlements },
	{ .name = "fault", .type = F_REF, .label = LABEL("设备故障", "Fault"), .flags = READONLY, .ref = "fault",
	  .section = LABEL("报警信号", "Signals"), .help = LABEL("由报警信号提出的故障。", "The fault that a signal told of.") },
	{ .name = "signal_restored_ms", .type = F_TIME, .label = LABEL("信号恢复时间", "Restored by signal"), .flags = READONLY },
	{ .name = "remark", .type = F_LINES, .label = LABEL("备注", "Remark"), .max = 1000,
	  .section = LABEL("其他", "Other") },
};
/* clang-format on */

const struct reg workorder_reg = {
	.name = "workorder",
	.label = LABEL("维修工单", "Repair order"),
	.plural = "Repair orders",
	.group = "service",
	.read = MAY_READ_ORDERS,
	.edit = MAY_REPORT_ORDERS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
	.process = &workorder_process,
};
