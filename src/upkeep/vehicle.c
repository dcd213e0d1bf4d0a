/* vehicle.c - vehicles with their inspection. */
#include "upkeep/stock.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "emergency", LABEL("应急抢修", "Emergency"), TONE_PLAIN },
	{ "service", LABEL("日常服务", "Service"), TONE_PLAIN },
	{ "patrol", LABEL("巡逻", "Patrol"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct option states[] = {
	{ "in_use", LABEL("在用", "In use"), TONE_OK },
	{ "in_repair", LABEL("维修中", "In repair"), TONE_WARN },
	{ "scrapped", LABEL("报废", "Scrapped"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "plate", .type = F_TEXT, .label = LABEL("车牌号", "Plate"),
	  .flags = REQUIRED | LIST | SORT | SEARCH | UNIQUE, .max = 20,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("用途", "Kind"),
	  .flags = REQUIRED | LIST | FILTER, .options = kinds },
	{ .name = "model", .type = F_TEXT, .label = LABEL("车型", "Model"),
	  .flags = LIST, .max = 80 },
	{ .name = "district", .type = F_TEXT, .label = LABEL("响应片区", "Response district"),
	  .flags = LIST | FILTER, .max = 40 },
	{ .name = "state", .type = F_ENUM, .label = LABEL("状态", "State"),
	  .flags = REQUIRED | LIST | FILTER, .options = states },
	{ .name = "driver", .type = F_REF, .label = LABEL("驾驶人", "Driver"),
	  .flags = FILTER, .ref = "staff" },
	{ .name = "inspection_due", .type = F_DATE, .label = LABEL("年检到期日", "Inspection due"),
	  .flags = LIST | SORT,
	  .section = LABEL("检验", "Inspection") },
	{ .name = "insurance_to", .type = F_DATE, .label = LABEL("保险到期日", "Insurance until") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

const struct reg vehicle_reg = {
	.name = "vehicle",
	.label = LABEL("车辆", "Vehicle"),
	.plural = "Vehicles",
	.group = "materials",
	.read = MAY_READ_STOCK,
	.edit = MAY_EDIT_STOCK,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "plate",
};
