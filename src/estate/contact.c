/* contact.c - whom to call, in which order, and how to know them. */
#include "estate/estate.h"
#include "kind/check.h"

/* clang-format off */
static const struct option contact_roles[] = {
	{ "owner", LABEL("单位负责人", "Owner"), TONE_PLAIN },
	{ "security", LABEL("安保负责人", "Head of security"), TONE_PLAIN },
	{ "keyholder", LABEL("钥匙持有人", "Key holder"), TONE_PLAIN },
	{ "duty", LABEL("值班人员", "On duty"), TONE_PLAIN },
	{ "escort", LABEL("陪同人", "Escort"), TONE_PLAIN },
	{ "finance", LABEL("结算联系人", "Accounts"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct option languages[] = {
	{ "zh", LABEL("中文", "Chinese"), TONE_PLAIN },
	{ "en", LABEL("英文", "English"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("姓名", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 40,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "customer", .type = F_REF, .label = LABEL("用户单位", "Customer"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "customer" },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"),
	  .flags = LIST | FILTER, .ref = "site",
	  .help = LABEL("不填：该用户单位的全部场所。", "Empty: all sites of the customer.") },
	{ .name = "role", .type = F_ENUM, .label = LABEL("角色", "Role"),
	  .flags = REQUIRED | LIST | FILTER, .options = contact_roles },
	{ .name = "phone", .type = F_PHONE, .label = LABEL("电话", "Phone"),
	  .flags = REQUIRED | LIST | SEARCH },
	{ .name = "phone_2", .type = F_PHONE, .label = LABEL("备用电话", "Second phone") },
	{ .name = "email", .type = F_EMAIL, .label = LABEL("电子邮箱", "E-mail") },
	{ .name = "language", .type = F_ENUM, .label = LABEL("语言", "Language"),
	  .options = languages },
	{ .name = "call_order", .type = F_INT, .label = LABEL("呼叫顺序", "Call order"),
	  .flags = LIST, .min = 1, .max = 99,
	  .section = LABEL("报警核实", "Verification") },
	{ .name = "hours", .type = F_TEXT, .label = LABEL("可联系时段", "Hours"),
	  .max = 80,
	  .help = LABEL("例如：周一至周五 08:00-18:00；不填为全天。", "Such as Mon-Fri 08:00-18:00; empty: at all times.") },
	{ .name = "password", .type = F_SECRET, .label = LABEL("口令", "Password"),
	  .help = LABEL("核实身份用；只存哈希，保存后不可查看。", "To verify the person; only its hash is kept.") },
	{ .name = "duress_word", .type = F_SECRET, .label = LABEL("胁迫口令", "Duress word"),
	  .help = LABEL("说出胁迫口令即按真实警情处置，不得让对方察觉；只存哈希。", "Spoken under threat: treated as a real alarm, unnoticed; only its hash is kept.") },
	{ .name = "valid_from", .type = F_DATE, .label = LABEL("有效期自", "Valid from") },
	{ .name = "valid_to", .type = F_DATE, .label = LABEL("有效期至", "Valid to"),
	  .after = "valid_from" },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

static const struct same same[] = {
	{ "site", &site_reg, "customer" },
	{ 0 },
};

static enum err
check_contact(struct task *t, const struct val *old, const struct val *row)
{
	(void)old;
	return check_same(t, &contact_reg, row, same);
}

const struct reg contact_reg = {
	.name = "contact",
	.label = LABEL("联系人", "Contact"),
	.plural = "Contacts",
	.group = "customers",
	.read = MAY_READ_CUSTOMERS,
	.edit = MAY_EDIT_CUSTOMERS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.check = check_contact,
};
