/* partition.c - parts of a panel that are armed on their own. */
#include "estate/estate.h"
#include "gen/stmt.h"
#include "kind/check.h"

/* clang-format off */
static const struct field fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("分区名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 80,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "panel", .type = F_REF, .label = LABEL("报警主机", "Panel"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "panel" },
	{ .name = "number", .type = F_INT, .label = LABEL("分区号", "Number"),
	  .flags = REQUIRED | LIST | SORT, .max = 9999 },
	{ .name = "schedule", .type = F_LINES, .label = LABEL("布撤防计划", "Arming schedule"),
	  .help = LABEL("例如：工作日 18:30 布防，08:00 撤防，容差15分钟。", "Such as: working days armed 18:30, disarmed 08:00, 15 minutes either way.") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

static enum err
check_partition(struct task *t, const struct val *old, const struct val *row)
{
	return check_pair(t, &partition_reg, old, row, "panel", "number",
			  STMT_PARTITION_TWICE);
}

const struct reg partition_reg = {
	.name = "partition",
	.label = LABEL("分区", "Partition"),
	.plural = "Partitions",
	.group = "estate",
	.read = MAY_READ_ESTATE,
	.edit = MAY_EDIT_ESTATE,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.sort = "number",
	.check = check_partition,
};
