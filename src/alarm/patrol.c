/* patrol.c - the fields of patrols, dispatches and their photos. */
#include "alarm/dispatch.h"

/* clang-format off */
static const struct option duties[] = {
	{ "on", LABEL("在岗", "On duty"), TONE_OK },
	{ "off", LABEL("离岗", "Off duty"), TONE_PLAIN },
	{ 0 }
};
static const struct field patrol_fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("巡逻组", "Patrol"), .flags = REQUIRED | LIST | SORT | SEARCH | UNIQUE, .max = 60,
	  .section = LABEL("基本信息", "Basics"), .help = LABEL("呼号，例如“巡逻一组”。", "Call sign.") },
	{ .name = "phone", .type = F_PHONE, .label = LABEL("电话", "Phone"), .flags = REQUIRED | LIST, .max = 40 },
	{ .name = "person", .type = F_REF, .label = LABEL("登录用户", "User"), .ref = "user",
	  .help = LABEL("用手机接警的人，其角色为现场处置巡逻员。", "Who answers on the phone; has the role Response patrol.") },
	{ .name = "staff", .type = F_REF, .label = LABEL("人员", "Staff"), .flags = FILTER, .ref = "staff" },
	{ .name = "vehicle", .type = F_REF, .label = LABEL("车辆", "Vehicle"), .flags = LIST, .ref = "vehicle" },
	{ .name = "channel", .type = F_REF, .label = LABEL("任务通知通道", "Messages by"), .ref = "notice_channel",
	  .help = LABEL("派警与撤回时另发一条消息；不填则用第一个启用的短信通道。", "A message is sent with each task and its recall; empty: the first SMS channel in use.") },
	{ .name = "address", .type = F_TEXT, .label = LABEL("消息地址", "Messages to"), .max = 200,
	  .help = LABEL("不填则发往电话；邮件通道须填邮箱。", "Empty: the phone; e-mail needs an address.") },
	{ .name = "districts", .type = F_TEXT, .label = LABEL("负责片区", "Districts"), .flags = LIST, .max = 200,
	  .help = LABEL("与场所的响应片区同名，多个用逗号分开。", "Named as the sites' districts, separated by commas.") },
	{ .name = "duty", .type = F_ENUM, .label = LABEL("在岗状态", "Duty"), .flags = LIST | FILTER, .options = duties,
	  .help = LABEL("巡逻员在手机上切换，值班长也可设置。", "Switched on the patrol's phone; the shift leader may set it too.") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};

static const struct option proofs[] = {
	{ "position", LABEL("定位", "Position"), TONE_PLAIN },
	{ "customer", LABEL("用户确认", "Confirmed by customer"), TONE_PLAIN },
	{ "video", LABEL("视频确认", "Seen on video"), TONE_PLAIN },
	{ 0 }
};
static const struct option guardings[] = {
	{ "stay", LABEL("巡逻员留守", "Patrol stays on guard"), TONE_PLAIN },
	{ "relief", LABEL("另派人员看守", "Others take over the guard"), TONE_PLAIN },
	{ "own", LABEL("用户自行看守", "Customer guards himself"), TONE_PLAIN },
	{ "waived", LABEL("用户放弃看守", "Customer does without"), TONE_WARN },
	{ 0 }
};
static const struct option results[] = {
	{ "nothing", LABEL("未见异常", "Nothing found"), TONE_OK },
	{ "traces", LABEL("有侵入痕迹", "Traces of intrusion"), TONE_BAD },
	{ "persons", LABEL("发现可疑人员", "Suspicious persons"), TONE_BAD },
	{ "fire", LABEL("火情", "Fire"), TONE_BAD },
	{ "help", LABEL("人员求助", "Person in need"), TONE_BAD },
	{ "user", LABEL("用户误操作", "User's mistake"), TONE_PLAIN },
	{ "device", LABEL("设备故障", "Device fault"), TONE_WARN },
	{ "environment", LABEL("环境因素", "Environment"), TONE_PLAIN },
	{ "no_entry", LABEL("无法进入", "Could not enter"), TONE_WARN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
#define WHEN LABEL("不填为现在；补记时填实际时间。", "Empty: now; fill in when it happened if it is told later.")
static const struct option sources[] = {
	{ "device", LABEL("手机", "Phone"), TONE_PLAIN },
	{ "centre", LABEL("中心", "Centre"), TONE_PLAIN },
	{ "person", LABEL("人工", "Person"), TONE_PLAIN },
	{ 0 }
};
static const struct field dispatch_fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("派警编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE | READONLY, .prefix = "PJ",
	  .section = LABEL("派警", "Dispatch") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY },
	{ .name = "incident", .type = F_REF, .label = LABEL("警情", "Incident"), .flags = REQUIRED | LIST | FILTER, .ref = "incident" },
	{ .name = "patrol", .type = F_REF, .label = LABEL("巡逻组", "Patrol"), .flags = REQUIRED | LIST | FILTER, .ref = "patrol" },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"), .flags = LIST | FILTER, .ref = "site" },
	{ .name = "customer", .type = F_REF, .label = LABEL("用户单位", "Customer"), .ref = "customer" },
	{ .name = "instructions", .type = F_LINES, .label = LABEL("任务说明", "Instructions"), .max = 1000 },
	{ .name = "sent_ms", .type = F_TIME, .label = LABEL("派出时间", "Sent at"), .flags = LIST | READONLY },
	{ .name = "accepted_ms", .type = F_TIME, .label = LABEL("接受时间", "Accepted at"), .flags = READONLY, .help = WHEN },
	{ .name = "en_route_ms", .type = F_TIME, .label = LABEL("出发时间", "On the way at"), .flags = READONLY, .help = WHEN },
	{ .name = "declined_ms", .type = F_TIME, .label = LABEL("谢绝时间", "Declined at"), .flags = READONLY, .help = WHEN },
	{ .name = "time_source", .type = F_ENUM, .label = LABEL("时间来源", "Source of the time"), .flags = READONLY, .options = sources,
	  .help = LABEL("最近一步的时间由谁的时钟给出；日志保留收到的时间。", "Whose clock gave the time of the newest step; the journal keeps when it was received.") },
	{ .name = "next_patrol", .type = F_REF, .label = LABEL("建议改派", "Next patrol proposed"), .flags = READONLY, .ref = "patrol" },
	{ .name = "arrived_ms", .type = F_TIME, .label = LABEL("到场时间", "Arrived at"), .flags = LIST | READONLY, .help = WHEN,
	  .section = LABEL("现场", "On site") },
	{ .name = "arrival_proof", .type = F_ENUM, .label = LABEL("到场依据", "Proof of arrival"), .options = proofs },
	{ .name = "latitude_e6", .type = F_INT, .label = LABEL("到场纬度", "Latitude on arrival"), .min = -90000000, .max = 90000000, .unit = "°", .places = 6 },
	{ .name = "longitude_e6", .type = F_INT, .label = LABEL("到场经度", "Longitude on arrival"), .min = -180000000, .max = 180000000, .unit = "°", .places = 6 },
	{ .name = "distance_m", .type = F_INT, .label = LABEL("距场所", "Distance to the site"), .flags = READONLY, .unit = "m" },
	{ .name = "confirmed_by", .type = F_TEXT, .label = LABEL("到场确认人", "Arrival confirmed by"), .max = 60,
	  .help = LABEL("用户或视频确认时填写。", "For a confirmation by the customer or on video.") },
	{ .name = "secure", .type = F_BOOL, .label = LABEL("场所已封闭", "Site is secure") },
	{ .name = "guarding", .type = F_ENUM, .label = LABEL("看守决定", "Guarding decision"), .options = guardings,
	  .help = LABEL("场所未能封闭时，由用户决定如何看守。", "When the site is not secure, the customer decides.") },
	{ .name = "guarding_by", .type = F_TEXT, .label = LABEL("看守决定人", "Decided by"), .max = 60 },
	{ .name = "left_ms", .type = F_TIME, .label = LABEL("离场时间", "Left at"), .flags = READONLY, .help = WHEN },
	{ .name = "result", .type = F_ENUM, .label = LABEL("处置结果", "Result"), .flags = LIST, .options = results,
	  .section = LABEL("报告", "Report") },
	{ .name = "report", .type = F_LINES, .label = LABEL("现场报告", "Report"), .max = 2000 },
	{ .name = "reported_ms", .type = F_TIME, .label = LABEL("报告时间", "Reported at"), .flags = READONLY, .help = WHEN },
};

static const struct field photo_fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("照片编号", "Number"), .flags = LIST | SORT | UNIQUE | READONLY, .prefix = "ZP",
	  .section = LABEL("照片", "Photo") },
	{ .name = "dispatch", .type = F_REF, .label = LABEL("派警", "Dispatch"), .flags = REQUIRED | LIST | FILTER, .ref = "dispatch" },
	{ .name = "file", .type = F_FILE, .label = LABEL("照片", "Photo"), .flags = REQUIRED | LIST },
	{ .name = "taken_ms", .type = F_TIME, .label = LABEL("拍摄时间", "Taken at"), .flags = LIST, .help = LABEL("以手机时钟为准。", "By the phone's clock.") },
	{ .name = "note", .type = F_TEXT, .label = LABEL("说明", "Note"), .flags = LIST, .max = 200 },
};
/* clang-format on */

const struct reg patrol_reg = {
	.name = "patrol",
	.label = LABEL("巡逻组", "Patrol"),
	.plural = "Patrols",
	.group = "alarm_setup",
	.read = MAY_READ_ALARMS,
	.edit = MAY_LEAD_SHIFT,
	.fields = patrol_fields,
	.n_fields = ARRAY_LEN(patrol_fields),
	.title = "name",
	.check = patrol_check,
	.after = patrol_after,
};

const struct reg dispatch_reg = {
	.name = "dispatch",
	.label = LABEL("派警", "Dispatch"),
	.plural = "Dispatches",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = dispatch_fields,
	.n_fields = ARRAY_LEN(dispatch_fields),
	.title = "number",
	.process = &dispatch_process,
	.after = dispatch_after,
};

const struct reg dispatch_photo_reg = {
	.name = "dispatch_photo",
	.label = LABEL("现场照片", "Photo of the scene"),
	.plural = "Photos of the scene",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = photo_fields,
	.n_fields = ARRAY_LEN(photo_fields),
	.title = "number",
};
