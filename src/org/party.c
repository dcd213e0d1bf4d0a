/* party.c - bodies that play a role: customers, suppliers, rating bodies. */
#include "org/people.h"
#include "base/str.h"

#include <string.h>

/* clang-format off */
static const struct option party_roles[] = {
	{ "service", LABEL("服务机构", "Service company"), TONE_PLAIN },
	{ "customer", LABEL("用户单位", "Customer"), TONE_PLAIN },
	{ "supplier", LABEL("供应商", "Supplier"), TONE_PLAIN },
	{ "rating", LABEL("评价机构", "Rating body"), TONE_PLAIN },
	{ "association", LABEL("协会", "Association"), TONE_PLAIN },
	{ "regulator", LABEL("公安机关", "Regulator"), TONE_PLAIN },
	{ "buyer", LABEL("采购方", "Buyer"), TONE_PLAIN },
	{ 0 }
};
static const struct option legal_forms[] = {
	{ "limited", LABEL("有限责任公司", "Limited company"), TONE_PLAIN },
	{ "joint_stock", LABEL("股份有限公司", "Joint-stock company"), TONE_PLAIN },
	{ "state_owned", LABEL("国有独资公司", "State-owned company"), TONE_PLAIN },
	{ "partnership", LABEL("合伙企业", "Partnership"), TONE_PLAIN },
	{ "sole", LABEL("个人独资企业", "Sole proprietorship"), TONE_PLAIN },
	{ "institution", LABEL("事业单位", "Public institution"), TONE_PLAIN },
	{ "government", LABEL("机关", "Government body"), TONE_PLAIN },
	{ "association", LABEL("社会团体", "Association"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("单位名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH | UNIQUE,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "short_name", .type = F_TEXT, .label = LABEL("简称", "Short name"),
	  .flags = SEARCH, .max = 40 },
	{ .name = "roles", .type = F_SET, .label = LABEL("角色", "Roles"),
	  .flags = REQUIRED | LIST, .options = party_roles,
	  .help = LABEL("同一单位可有多个角色，例如既是用户单位又是供应商。", "One body may have several roles, such as customer and supplier.") },
	{ .name = "credit_code", .type = F_TEXT, .label = LABEL("统一社会信用代码", "Social credit code"),
	  .flags = LIST | SEARCH | UNIQUE, .min = 18, .max = 18,
	  .help = LABEL("18位，末位为校验码（GB 32100）。", "18 characters, the last one is a check digit (GB 32100).") },
	{ .name = "legal_form", .type = F_ENUM, .label = LABEL("法律形式", "Legal form"),
	  .flags = FILTER, .options = legal_forms },
	{ .name = "registered_on", .type = F_DATE, .label = LABEL("成立日期", "Registered on") },
	{ .name = "capital_fen", .type = F_MONEY, .label = LABEL("注册资本", "Registered capital"),
	  .max = 1000000000000000 },
	{ .name = "business_scope", .type = F_LINES, .label = LABEL("经营范围", "Business scope"),
	  .help = LABEL("须含安防相关业务（BAX22-3.2.4）。", "Must name security business (BAX22-3.2.4).") },
	{ .name = "address", .type = F_TEXT, .label = LABEL("地址", "Address"),
	  .flags = SEARCH,
	  .section = LABEL("联系方式", "Contact") },
	{ .name = "contact_name", .type = F_TEXT, .label = LABEL("联系人", "Contact person"),
	  .max = 40 },
	{ .name = "phone", .type = F_PHONE, .label = LABEL("联系电话", "Phone"),
	  .flags = LIST },
	{ .name = "email", .type = F_EMAIL, .label = LABEL("电子邮箱", "E-mail") },
	{ .name = "licence_number", .type = F_TEXT, .label = LABEL("保安服务许可证编号", "Security service licence"),
	  .max = 60,
	  .section = LABEL("资质", "Qualifications"),
	  .help = LABEL("承接报警监控类合同须持有（NET-4.2）。", "Needed for monitoring contracts (NET-4.2).") },
	{ .name = "licence_on", .type = F_DATE, .label = LABEL("许可证发证日期", "Licence issued on") },
	{ .name = "insurance_account", .type = F_TEXT, .label = LABEL("社会保险登记号", "Social insurance account"),
	  .max = 60 },
	{ .name = "foreign_invested", .type = F_BOOL, .label = LABEL("外商投资企业", "Foreign-invested"),
	  .help = LABEL("涉及国家安全的单位不得使用外资保安企业（保安服务管理条例第二十二条）。", "Key state-security units may not use foreign-invested companies (Order 564, art. 22).") },
	{ .name = "drafter", .type = F_BOOL, .label = LABEL("标准起草单位", "Drafter of a standard"),
	  .help = LABEL("用于评价机构的利益冲突检查。", "For the conflict check of rating bodies.") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

#define CODE_N 18
/* GB 32100-2015, 4.2.5: characters in order of value, I O S V Z left out */
static const char code_chars[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static int
code_value(char ch)
{
	const char *at = ch == '\0' ? NULL : strchr(code_chars, ch);

	return at == NULL ? -1 : (int)(at - code_chars);
}

/* Weight of place i is 3 to the power of i, modulo 31. */
static bool
code_is_sound(struct str code)
{
	int sum = 0, weight = 1;

	if (code.n != CODE_N)
		return false;
	for (size_t i = 0; i < CODE_N - 1; i++) {
		int value = code_value(code.p[i]);

		if (value < 0)
			return false;
		sum += value * weight;
		weight = weight * 3 % 31;
	}
	return code_value(code.p[CODE_N - 1]) == (31 - sum % 31) % 31;
}

static enum err
check_party(struct task *t, const struct val *old, const struct val *row)
{
	const struct val *code = reg_val(&party_reg, row, "credit_code");

	(void)old; /* the rule is about one row */
	if (code->type == VAL_NULL || code_is_sound(code->s))
		return OK;
	return fail_field(&t->why, "credit_code",
			  reg_label(&party_reg, "credit_code"), "pattern",
			  "is not a social credit code: its check digit "
			  "(GB 32100) does not fit",
			  "不是有效的统一社会信用代码（校验位不符，GB 32100）");
}

const struct reg party_reg = {
	.name = "party",
	.label = LABEL("单位", "Party"),
	.plural = "Parties",
	.group = "customers",
	.read = MAY_READ_CUSTOMERS,
	.edit = MAY_EDIT_CUSTOMERS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.check = check_party,
};
