/* contract.c - what was agreed with a customer, for how long, how fast. */
#include "estate/estate.h"
#include "kind/check.h"
#include "rating/pack.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "maintenance", LABEL("维护保养", "Maintenance"), TONE_PLAIN },
	{ "repair", LABEL("维修", "Repair"), TONE_PLAIN },
	{ "monitoring", LABEL("报警监控", "Monitoring"), TONE_PLAIN },
	{ "mixed", LABEL("综合服务", "Mixed"), TONE_PLAIN },
	{ 0 }
};
static const struct option states[] = {
	{ "draft", LABEL("草拟", "Draft"), TONE_PLAIN },
	{ "legality_checked", LABEL("已审查", "Legality checked"), TONE_INFO },
	{ "signed", LABEL("已签订", "Signed"), TONE_INFO },
	{ "active", LABEL("履行中", "Active"), TONE_OK },
	{ "expiring", LABEL("即将到期", "Expiring"), TONE_WARN },
	{ "renewed", LABEL("已续签", "Renewed"), TONE_PLAIN },
	{ "ended", LABEL("已终止", "Ended"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("合同编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "HT",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("合同名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH },
	{ .name = "customer", .type = F_REF, .label = LABEL("用户单位", "Customer"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "customer" },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("合同类型", "Kind"),
	  .flags = REQUIRED | LIST | FILTER, .options = kinds },
	{ .name = "state", .type = F_ENUM, .label = LABEL("状态", "State"),
	  .flags = REQUIRED | LIST | FILTER, .options = states },
	{ .name = "scope", .type = F_SET, .label = LABEL("服务范围", "Scope"),
	  .flags = REQUIRED | LIST, .options = estate_subsystems },
	{ .name = "signed_on", .type = F_DATE, .label = LABEL("签订日期", "Signed on") },
	{ .name = "start_on", .type = F_DATE, .label = LABEL("开始日期", "Start"),
	  .flags = REQUIRED | LIST | SORT },
	{ .name = "end_on", .type = F_DATE, .label = LABEL("结束日期", "End"),
	  .flags = REQUIRED | LIST | SORT, .after = "start_on" },
	{ .name = "ended_on", .type = F_DATE, .label = LABEL("实际终止日期", "Ended on"),
	  .after = "start_on",
	  .when = "state=renewed|ended" },
	{ .name = "amount_fen", .type = F_MONEY, .label = LABEL("合同金额", "Amount"),
	  .flags = LIST | SORT, .max = 10000000000000 },
	{ .name = "predecessor", .type = F_REF, .label = LABEL("前一份合同", "Predecessor"),
	  .ref = "contract",
	  .help = LABEL("续签时填写，用于连续服务次数。", "On renewal; counts as continuous service.") },
	{ .name = "free_scope", .type = F_LINES, .label = LABEL("免费维修范围", "Free-repair scope"),
	  .section = LABEL("服务约定", "Terms"),
	  .help = LABEL("范围外的维修按价目表结算（SVC-6.2）。", "Repairs outside it are settled by the price list (SVC-6.2).") },
	{ .name = "price_list", .type = F_FILE, .label = LABEL("价目表", "Price list") },
	{ .name = "escort_rules", .type = F_LINES, .label = LABEL("陪同要求", "Escort rules") },
	{ .name = "response_general_min", .type = F_INT, .label = LABEL("一般故障响应时限", "Response, general fault"),
	  .min = 1, .max = 100000, .unit = "min",
	  .section = LABEL("时限约定", "Agreed limits"),
	  .help = LABEL("不填按标准：一般120分钟/24小时，紧急30分钟/8小时，重大15分钟/4小时；合同只能更严。", "Empty: the norm, 120 min/24 h, 30 min/8 h, 15 min/4 h; a contract may only be stricter.") },
	{ .name = "arrival_general_min", .type = F_INT, .label = LABEL("一般故障到场时限", "Arrival, general fault"),
	  .min = 1, .max = 100000, .unit = "min" },
	{ .name = "repair_general_h", .type = F_INT, .label = LABEL("一般故障修复时限", "Repair, general fault"),
	  .min = 1, .max = 10000, .unit = "h" },
	{ .name = "response_urgent_min", .type = F_INT, .label = LABEL("紧急故障响应时限", "Response, urgent fault"),
	  .min = 1, .max = 100000, .unit = "min" },
	{ .name = "arrival_urgent_min", .type = F_INT, .label = LABEL("紧急故障到场时限", "Arrival, urgent fault"),
	  .min = 1, .max = 100000, .unit = "min" },
	{ .name = "repair_urgent_h", .type = F_INT, .label = LABEL("紧急故障修复时限", "Repair, urgent fault"),
	  .min = 1, .max = 10000, .unit = "h" },
	{ .name = "response_major_min", .type = F_INT, .label = LABEL("重大故障响应时限", "Response, major fault"),
	  .min = 1, .max = 100000, .unit = "min" },
	{ .name = "arrival_major_min", .type = F_INT, .label = LABEL("重大故障到场时限", "Arrival, major fault"),
	  .min = 1, .max = 100000, .unit = "min" },
	{ .name = "repair_major_h", .type = F_INT, .label = LABEL("重大故障修复时限", "Repair, major fault"),
	  .min = 1, .max = 10000, .unit = "h" },
	{ .name = "arrive_alarm_min", .type = F_INT, .label = LABEL("警情到场时限", "Arrival, alarm"),
	  .min = 1, .max = 100000, .unit = "min",
	  .help = LABEL("派警后巡逻员到场的约定时限；不填则不计时。", "From sending a patrol to its arrival; empty: no clock.") },
	{ .name = "legality_by", .type = F_REF, .label = LABEL("合法性审查人", "Legality checked by"),
	  .flags = REQUIRED, .ref = "staff",
	  .section = LABEL("合法性审查", "Legality"),
	  .when = "state=legality_checked|signed|active|expiring|renewed|ended",
	  .help = LABEL("保安服务管理条例第二十一条：签订前审查服务要求是否合法。", "Order 564, art. 21: the demand is checked before signing.") },
	{ .name = "legality_on", .type = F_DATE, .label = LABEL("合法性审查日期", "Legality checked on"),
	  .flags = REQUIRED,
	  .when = "state=legality_checked|signed|active|expiring|renewed|ended" },
	{ .name = "signed_file", .type = F_FILE, .label = LABEL("合同扫描件", "Signed contract") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

/* A contract may be stricter than the norm (pack svc), never looser. */
static const struct {
	const char *field, *param;
} limits[] = {
	{ "response_general_min", "grade.general.response_min" },
	{ "repair_general_h", "grade.general.repair_h" },
	{ "response_urgent_min", "grade.urgent.response_min" },
	{ "repair_urgent_h", "grade.urgent.repair_h" },
	{ "response_major_min", "grade.major.response_min" },
	{ "repair_major_h", "grade.major.repair_h" },
};
static const struct same same[] = {
	{ "predecessor", &contract_reg, "customer" },
	{ 0 },
};

static enum err
check_limit(struct task *t, const struct val *row, const char *name,
	    const char *param)
{
	const struct val *v = reg_val(&contract_reg, row, name);
	const struct pack_param *norm = pack_param(pack_find("svc"), param);

	must(norm != NULL); /* checked at start: serve refuses without it */
	if (v->type == VAL_NULL || v->i <= norm->value)
		return OK;
	return fail_field(&t->why, name, reg_label(&contract_reg, name),
			  "range",
			  "is %lld, the norm allows at most %lld: a contract "
			  "may only be stricter (%s)",
			  "为%lld，标准最多%lld，合同只能更严（%s）",
			  (long long)v->i, (long long)norm->value,
			  norm->clause);
}

/* All of them, so that one reply tells all. */
static enum err
check_limits(struct task *t, const struct val *row)
{
	enum err rc = OK;

	for (size_t i = 0; i < ARRAY_LEN(limits); i++) {
		enum err one =
		    check_limit(t, row, limits[i].field, limits[i].param);

		rc = rc == OK ? one : rc;
	}
	return rc;
}

static enum err
check_contract(struct task *t, const struct val *old, const struct val *row)
{
	(void)old;
	TRY(check_limits(t, row));
	return check_same(t, &contract_reg, row, same);
}

const struct reg contract_reg = {
	.name = "contract",
	.label = LABEL("服务合同", "Contract"),
	.plural = "Contracts",
	.group = "customers",
	.read = MAY_READ_CONTRACTS,
	.edit = MAY_EDIT_CONTRACTS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.sort = "-start_on",
	.check = check_contract,
};
