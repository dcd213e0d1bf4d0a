/* code_rule.c - what a code means for one format, template, site or panel,
 * where it differs from the tables of packs/codes. */
#include "alarm/code.h"
#include "alarm/rules.h"
#include "base/str.h"

/* clang-format off */
static const struct option scopes[] = {
	{ "format", LABEL("所有主机", "All panels"), TONE_PLAIN },
	{ "template", LABEL("主机型号模板", "Panel template"), TONE_PLAIN },
	{ "site", LABEL("服务场所", "Site"), TONE_PLAIN },
	{ "panel", LABEL("单台主机", "One panel"), TONE_PLAIN },
	{ 0 }
};
static const struct option formats[] = {
	{ "sia", LABEL("SIA", "SIA"), TONE_PLAIN },
	{ "cid", LABEL("Contact ID", "Contact ID"), TONE_PLAIN },
	{ 0 }
};
static const struct option concerns[] = {
	{ "zone", LABEL("防区", "Zone"), TONE_PLAIN },
	{ "user", LABEL("用户", "User"), TONE_PLAIN },
	{ "area", LABEL("分区", "Partition"), TONE_PLAIN },
	{ "none", LABEL("无", "Nothing"), TONE_PLAIN },
	{ 0 }
};
static const struct option actions[] = {
	{ "alarm", LABEL("产生警情", "Raise an alarm"), TONE_WARN },
	{ "log", LABEL("只记录", "Only log"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "code", .type = F_TEXT, .label = LABEL("事件代码", "Code"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .min = 2, .max = 8,
	  .section = LABEL("哪些信号", "Which signals"),
	  .help = LABEL("SIA为两个字母，Contact ID为不含限定符的三位。", "Two letters of SIA, or three digits of Contact ID without the qualifier.") },
	{ .name = "format", .type = F_ENUM, .label = LABEL("报文格式", "Format"),
	  .flags = REQUIRED | LIST | FILTER, .options = formats },
	{ .name = "when_role", .type = F_ENUM, .label = LABEL("仅当原作用为", "Only when it was"),
	  .options = role_options,
	  .help = LABEL("区分报警和恢复、布防和撤防；不填适用于全部。", "Tells an alarm from its restore, opening from closing; empty: all.") },
	{ .name = "scope", .type = F_ENUM, .label = LABEL("适用范围", "Scope"),
	  .flags = REQUIRED | LIST | FILTER, .options = scopes,
	  .help = LABEL("主机优先于场所，场所优先于模板。", "A panel goes before its site, a site before the template.") },
	{ .name = "template", .type = F_REF, .label = LABEL("模板", "Template"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "panel_template", .when = "scope=template" },
	{ .name = "site", .type = F_REF, .label = LABEL("场所", "Site"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "site", .when = "scope=site" },
	{ .name = "panel", .type = F_REF, .label = LABEL("主机", "Panel"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "panel", .when = "scope=panel" },
	{ .name = "name", .type = F_TEXT, .label = LABEL("含义", "Meaning"),
	  .flags = LIST | SEARCH, .max = 80,
	  .section = LABEL("改为", "What they become") },
	{ .name = "class", .type = F_ENUM, .label = LABEL("类别", "Class"),
	  .flags = LIST, .options = class_options,
	  .help = LABEL("不填的项目沿用代码表。", "What is empty stays as the tables say.") },
	{ .name = "role", .type = F_ENUM, .label = LABEL("作用", "Role"), .options = role_options },
	{ .name = "priority", .type = F_INT, .label = LABEL("优先级", "Priority"),
	  .flags = LIST, .min = 1, .max = 5 },
	{ .name = "concerns", .type = F_ENUM, .label = LABEL("号码含义", "Number names"), .options = concerns },
	{ .name = "action", .type = F_ENUM, .label = LABEL("处理", "Action"),
	  .flags = LIST, .options = actions },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

static enum err
check_code(struct task *t, const struct val *row)
{
	const struct val *code = reg_val(&code_rule_reg, row, "code");
	bool is_cid = str_is(reg_val(&code_rule_reg, row, "format")->s, "cid");

	if (code->type == VAL_NULL || code->s.n == (is_cid ? 3 : 2))
		return OK;
	return fail_field(&t->why, "code", reg_label(&code_rule_reg, "code"),
			  "pattern",
			  is_cid ? "has three digits" : "has two letters",
			  is_cid ? "应为三位" : "应为两个字母");
}

/* What the tables do not know needs a class and a role to be anything. */
static enum err
check_known(struct task *t, const struct val *row)
{
	const struct val *class = reg_val(&code_rule_reg, row, "class");
	const struct val *role = reg_val(&code_rule_reg, row, "role");
	const struct code *c =
	    code_find(reg_val(&code_rule_reg, row, "format")->s,
		      reg_val(&code_rule_reg, row, "code")->s, '1');

	if (c == NULL && (class->type == VAL_NULL || role->type == VAL_NULL))
		return fail_field(&t->why, "class",
				  reg_label(&code_rule_reg, "class"),
				  "required",
				  "and role are needed: the tables do not "
				  "have this code",
				  "和作用不能为空：代码表中没有此代码");
	if (str_is(reg_val(&code_rule_reg, row, "action")->s, "alarm") &&
	    class_family(class->type == VAL_TEXT ? class->s : c->class) ==
		FAMILY_NONE)
		return fail_field(&t->why, "class",
				  reg_label(&code_rule_reg, "class"), "family",
				  "is only logged: choose another for an alarm",
				  "只记录不报警，产生警情请另选类别");
	return OK;
}

static enum err
check_code_rule(struct task *t, const struct val *old, const struct val *row)
{
	(void)old;
	TRY(check_code(t, row));
	return check_known(t, row);
}

const struct reg code_rule_reg = {
	.name = "code_rule",
	.label = LABEL("事件代码规则", "Event code rule"),
	.plural = "Event code rules",
	.group = "alarm_setup",
	.read = MAY_READ_ALARMS,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "code",
	.check = check_code_rule,
};
