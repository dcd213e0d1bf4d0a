/* part.c - what is kept in store. */
#include "upkeep/stock.h"
#include "estate/estate.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "camera", LABEL("摄像机", "Camera"), TONE_PLAIN },
	{ "detector", LABEL("报警探测器", "Detector"), TONE_PLAIN },
	{ "reader", LABEL("读卡器", "Reader"), TONE_PLAIN },
	{ "host", LABEL("控制主机", "Control host"), TONE_PLAIN },
	{ "storage", LABEL("硬盘", "Disk"), TONE_PLAIN },
	{ "power", LABEL("电源与电池", "Power and battery"), TONE_PLAIN },
	{ "network", LABEL("网络设备", "Network"), TONE_PLAIN },
	{ "cable", LABEL("线缆接头", "Cable"), TONE_PLAIN },
	{ "consumable", LABEL("耗材", "Consumable"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("备件编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "BJ",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("备件名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 80 },
	{ .name = "model", .type = F_TEXT, .label = LABEL("型号", "Model"),
	  .flags = LIST | SEARCH, .max = 80 },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("备件类型", "Kind"),
	  .flags = REQUIRED | LIST | FILTER, .options = kinds },
	{ .name = "core_part", .type = F_ENUM, .label = LABEL("核心部件类别", "Core part"),
	  .flags = LIST | FILTER, .options = estate_core_parts,
	  .help = LABEL("更换核心部件须经用户确认（SVC-6.2）。", "Replacing a core part needs the customer’s consent (SVC-6.2).") },
	{ .name = "unit", .type = F_TEXT, .label = LABEL("计量单位", "Unit"),
	  .flags = REQUIRED | LIST, .max = 10 },
	{ .name = "min_stock", .type = F_INT, .label = LABEL("最低库存", "Least stock"),
	  .flags = LIST, .max = 1000000,
	  .section = LABEL("供应", "Supply"),
	  .help = LABEL("低于此数时提醒补货（SVC-3.3）。", "Below it, reorder (SVC-3.3).") },
	{ .name = "price_fen", .type = F_MONEY, .label = LABEL("参考单价", "Price"),
	  .max = 1000000000000 },
	{ .name = "supplier", .type = F_REF, .label = LABEL("供应商", "Supplier"),
	  .flags = FILTER, .ref = "supplier" },
	{ .name = "compatible", .type = F_LINES, .label = LABEL("适用设备", "Fits") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

const struct reg part_reg = {
	.name = "part",
	.label = LABEL("备件", "Spare part"),
	.plural = "Spare parts",
	.group = "materials",
	.read = MAY_READ_STOCK,
	.edit = MAY_EDIT_STOCK,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
};
