/* tool.c - tools and instruments with their calibration. */
#include "upkeep/stock.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "instrument", LABEL("检测仪器", "Test instrument"), TONE_PLAIN },
	{ "tuning", LABEL("调试工具", "Debugging gear"), TONE_PLAIN },
	{ "rescue", LABEL("抢修装备", "Rush-repair gear"), TONE_PLAIN },
	{ "height", LABEL("登高器具", "Height gear"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct option states[] = {
	{ "in_use", LABEL("在用", "In use"), TONE_OK },
	{ "calibrating", LABEL("送检", "Being calibrated"), TONE_INFO },
	{ "broken", LABEL("损坏", "Broken"), TONE_BAD },
	{ "scrapped", LABEL("报废", "Scrapped"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("工具编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "GJ",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("工具名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 80 },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("工具类型", "Kind"),
	  .flags = REQUIRED | LIST | FILTER, .options = kinds },
	{ .name = "model", .type = F_TEXT, .label = LABEL("型号", "Model"),
	  .max = 80 },
	{ .name = "serial", .type = F_TEXT, .label = LABEL("出厂编号", "Serial number"),
	  .flags = SEARCH, .max = 80 },
	{ .name = "state", .type = F_ENUM, .label = LABEL("状态", "State"),
	  .flags = REQUIRED | LIST | FILTER, .options = states },
	{ .name = "holder", .type = F_REF, .label = LABEL("保管人", "Holder"),
	  .flags = LIST | FILTER, .ref = "staff" },
	{ .name = "calibrated_on", .type = F_DATE, .label = LABEL("校准日期", "Calibrated on"),
	  .section = LABEL("校准", "Calibration") },
	{ .name = "calibration_due", .type = F_DATE, .label = LABEL("校准到期日", "Calibration due"),
	  .flags = LIST | SORT, .after = "calibrated_on",
	  .help = LABEL("超期仪器不得用于检测记录（SVC-3.2）。", "An overdue instrument may not be used in a test record (SVC-3.2).") },
	{ .name = "calibration_file", .type = F_FILE, .label = LABEL("校准证书", "Calibration certificate") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

const struct reg tool_reg = {
	.name = "tool",
	.label = LABEL("工具仪器", "Tool"),
	.plural = "Tools",
	.group = "materials",
	.read = MAY_READ_STOCK,
	.edit = MAY_EDIT_STOCK,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
};
