/* panel_template.c - kinds of panels: what their makers do differently. */
#include "alarm/rules.h"

/* clang-format off */
static const struct option dialects[] = {
	{ "standard", LABEL("按标准", "As the standard"), TONE_PLAIN },
	{ "hengbo", LABEL("恒博", "Hengbo"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("模板名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 80,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "maker", .type = F_TEXT, .label = LABEL("厂家", "Maker"),
	  .flags = LIST | SEARCH, .max = 80 },
	{ .name = "models", .type = F_TEXT, .label = LABEL("型号", "Models"),
	  .flags = LIST | SEARCH, .max = 200 },
	{ .name = "dialect", .type = F_ENUM, .label = LABEL("代码用法", "Use of codes"),
	  .flags = REQUIRED | LIST, .options = dialects,
	  .help = LABEL("厂家对同一代码有不同用法时以此为准。", "Decides where makers use a code for different things.") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

const struct reg panel_template_reg = {
	.name = "panel_template",
	.label = LABEL("主机型号模板", "Panel template"),
	.plural = "Panel templates",
	.group = "alarm_setup",
	.read = MAY_READ_ESTATE,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.sort = "name",
};
