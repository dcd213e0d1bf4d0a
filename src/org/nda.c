/* nda.c - confidentiality agreements with staff. */
#include "org/people.h"

/* clang-format off */
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("协议编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "BM",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "staff", .type = F_REF, .label = LABEL("人员", "Staff"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "staff" },
	{ .name = "signed_on", .type = F_DATE, .label = LABEL("签订日期", "Signed on"),
	  .flags = REQUIRED | LIST | SORT },
	{ .name = "valid_to", .type = F_DATE, .label = LABEL("有效期至", "Valid to"),
	  .flags = LIST | SORT, .after = "signed_on",
	  .help = LABEL("三星要求全员有效（BAX22-5.3.3.5）。", "Three stars need one for everybody (BAX22-5.3.3.5).") },
	{ .name = "after_months", .type = F_INT, .label = LABEL("离职后保密月数", "Months after leaving"),
	  .max = 600 },
	{ .name = "file", .type = F_FILE, .label = LABEL("协议扫描件", "Scan") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

const struct reg nda_reg = {
	.name = "nda",
	.label = LABEL("保密协议", "Confidentiality agreement"),
	.plural = "Confidentiality agreements",
	.group = "people",
	.read = MAY_READ_STAFF,
	.edit = MAY_EDIT_STAFF,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
};
