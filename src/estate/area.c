/* area.c - parts of a site. */
#include "estate/estate.h"

/* clang-format off */
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("区域编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "QY",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("区域名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 80 },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "site" },
	{ .name = "level", .type = F_ENUM, .label = LABEL("区域级别", "Area level"),
	  .flags = REQUIRED | LIST | FILTER, .options = estate_area_levels,
	  .help = LABEL("金库、监控室、财务室等为关键区域。", "Vault, control room, cashier and the like are key areas.") },
	{ .name = "floor", .type = F_TEXT, .label = LABEL("楼层", "Floor"),
	  .flags = LIST, .max = 20 },
	{ .name = "position", .type = F_TEXT, .label = LABEL("平面位置", "Position on the plan"),
	  .max = 80 },
	{ .name = "map", .type = F_FILE, .label = LABEL("平面图", "Plan"),
	  .help = LABEL("本区域自己的平面图；不填用场所的平面图。", "A plan of this area alone; empty: the site's plan is used.") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

const struct reg area_reg = {
	.name = "area",
	.label = LABEL("区域部位", "Area"),
	.plural = "Areas",
	.group = "estate",
	.read = MAY_READ_ESTATE,
	.edit = MAY_EDIT_ESTATE,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
};
