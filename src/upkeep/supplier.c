/* supplier.c - whom parts are bought from. */
#include "upkeep/stock.h"

/* clang-format off */
static const struct option states[] = {
	{ "candidate", LABEL("候选", "Candidate"), TONE_PLAIN },
	{ "approved", LABEL("合格", "Approved"), TONE_OK },
	{ "suspended", LABEL("暂停", "Suspended"), TONE_WARN },
	{ "removed", LABEL("已除名", "Removed"), TONE_BAD },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("供应商编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "GY",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("供应商名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH | UNIQUE },
	{ .name = "party", .type = F_REF, .label = LABEL("单位", "Party"),
	  .ref = "party" },
	{ .name = "state", .type = F_ENUM, .label = LABEL("状态", "State"),
	  .flags = REQUIRED | LIST | FILTER, .options = states,
	  .help = LABEL("只能向合格供应商采购（BAX22-5.3.3.4）。", "Only approved suppliers may be bought from (BAX22-5.3.3.4).") },
	{ .name = "products", .type = F_TEXT, .label = LABEL("供应品类", "Products"),
	  .flags = LIST | SEARCH },
	{ .name = "contact_name", .type = F_TEXT, .label = LABEL("联系人", "Contact person"),
	  .max = 40 },
	{ .name = "phone", .type = F_PHONE, .label = LABEL("电话", "Phone"),
	  .flags = LIST },
	{ .name = "licence_number", .type = F_TEXT, .label = LABEL("营业执照号", "Business licence"),
	  .max = 60,
	  .section = LABEL("评价", "Evaluation") },
	{ .name = "licence_to", .type = F_DATE, .label = LABEL("执照有效期至", "Licence valid to") },
	{ .name = "evaluated_on", .type = F_DATE, .label = LABEL("评价日期", "Evaluated on"),
	  .flags = REQUIRED | LIST | SORT,
	  .when = "state=approved|suspended|removed" },
	{ .name = "evaluation_tenths", .type = F_TENTHS, .label = LABEL("评价分", "Evaluation"),
	  .flags = LIST, .max = 1000,
	  .help = LABEL("百分制。", "Out of 100.") },
	{ .name = "delivered", .type = F_INT, .label = LABEL("累计到货批次", "Deliveries"),
	  .max = 1000000 },
	{ .name = "defective", .type = F_INT, .label = LABEL("不合格批次", "Defective deliveries"),
	  .max = 1000000 },
	{ .name = "late", .type = F_INT, .label = LABEL("迟交批次", "Late deliveries"),
	  .max = 1000000 },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

static enum err
check_supplier(struct task *t, const struct val *old, const struct val *row)
{
	static const char *const parts[] = { "defective", "late" };
	const struct val *all = reg_val(&supplier_reg, row, "delivered");

	(void)old;
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		const struct val *v = reg_val(&supplier_reg, row, parts[i]);

		if (v->type != VAL_NULL && v->i > all->i)
			return fail_field(&t->why, parts[i],
					  reg_label(&supplier_reg, parts[i]),
					  "range",
					  "is more than all deliveries",
					  "多于累计到货批次");
	}
	return OK;
}

const struct reg supplier_reg = {
	.name = "supplier",
	.label = LABEL("供应商", "Supplier"),
	.plural = "Suppliers",
	.group = "materials",
	.read = MAY_READ_STOCK,
	.edit = MAY_EDIT_STOCK,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.check = check_supplier,
};
