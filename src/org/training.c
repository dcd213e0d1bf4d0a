/* training.c - training sessions. */
#include "org/people.h"

/* clang-format off */
static const struct option topics[] = {
	{ "law", LABEL("法律法规", "Law"), TONE_PLAIN },
	{ "security", LABEL("保安知识", "Security"), TONE_PLAIN },
	{ "skill", LABEL("专业技能", "Skill"), TONE_PLAIN },
	{ "safety", LABEL("安全生产", "Safety"), TONE_PLAIN },
	{ "secrecy", LABEL("保密", "Secrecy"), TONE_PLAIN },
	{ "emergency", LABEL("应急处置", "Emergency"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("培训编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "PX",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("培训名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH },
	{ .name = "topic", .type = F_ENUM, .label = LABEL("主题", "Topic"),
	  .flags = REQUIRED | LIST | FILTER, .options = topics },
	{ .name = "planned_on", .type = F_DATE, .label = LABEL("计划日期", "Planned for") },
	{ .name = "held_on", .type = F_DATE, .label = LABEL("举办日期", "Held on"),
	  .flags = LIST | SORT,
	  .help = LABEL("尚未举办的不填。", "Empty: not yet held.") },
	{ .name = "planned_hours", .type = F_TENTHS, .label = LABEL("计划学时", "Planned hours"),
	  .flags = REQUIRED, .min = 1, .max = 10000, .unit = "h" },
	{ .name = "hours", .type = F_TENTHS, .label = LABEL("实际学时", "Hours"),
	  .flags = LIST, .max = 10000, .unit = "h",
	  .help = LABEL("每人每年学时按实际签到统计（BAX22-5.1.2.3）。", "Hours per person come from the attendance (BAX22-5.1.2.3).") },
	{ .name = "trainer", .type = F_TEXT, .label = LABEL("授课人", "Trainer"),
	  .flags = LIST, .max = 80 },
	{ .name = "place", .type = F_TEXT, .label = LABEL("地点", "Place"),
	  .max = 120 },
	{ .name = "plan", .type = F_LINES, .label = LABEL("内容", "Contents") },
	{ .name = "file", .type = F_FILE, .label = LABEL("签到表", "Attendance sheet") },
};
/* clang-format on */

const struct reg training_reg = {
	.name = "training",
	.label = LABEL("培训", "Training"),
	.plural = "Training courses",
	.group = "people",
	.read = MAY_READ_STAFF,
	.edit = MAY_EDIT_STAFF,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.sort = "-held_on",
};
