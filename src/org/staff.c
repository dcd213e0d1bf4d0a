/* staff.c - the persons of the company. */
#include "org/people.h"
#include "base/time.h"

/* clang-format off */
static const struct option educations[] = {
	{ "primary", LABEL("小学", "Primary school"), TONE_PLAIN },
	{ "junior", LABEL("初中", "Junior middle school"), TONE_PLAIN },
	{ "senior", LABEL("高中/中专", "Senior middle school"), TONE_PLAIN },
	{ "college", LABEL("专科", "College diploma"), TONE_PLAIN },
	{ "bachelor", LABEL("本科", "Bachelor"), TONE_PLAIN },
	{ "master", LABEL("硕士及以上", "Master or above"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("工号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "RY",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("姓名", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 40 },
	{ .name = "department", .type = F_TEXT, .label = LABEL("部门", "Department"),
	  .flags = LIST | FILTER, .max = 60 },
	{ .name = "primary_post", .type = F_REF, .label = LABEL("主岗位", "Primary post"),
	  .flags = LIST | FILTER, .ref = "post",
	  .help = LABEL("一人一个主岗位，人员配备按主岗位统计（NET-5.2）。", "One per person; staffing is counted by it (NET-5.2).") },
	{ .name = "phone", .type = F_PHONE, .label = LABEL("电话", "Phone"),
	  .flags = LIST | SEARCH },
	{ .name = "email", .type = F_EMAIL, .label = LABEL("电子邮箱", "E-mail") },
	{ .name = "photo", .type = F_FILE, .label = LABEL("照片", "Photo") },
	{ .name = "birth_on", .type = F_DATE, .label = LABEL("出生日期", "Born on"),
	  .flags = REQUIRED,
	  .section = LABEL("身份与学历", "Person") },
	{ .name = "id_card", .type = F_SECRET, .label = LABEL("身份证号", "Identity card"),
	  .help = LABEL("只存哈希，用于核对。", "Only its hash is kept, to compare.") },
	{ .name = "education", .type = F_ENUM, .label = LABEL("学历", "Education"),
	  .flags = REQUIRED | LIST | FILTER, .options = educations,
	  .help = LABEL("专科及以上计入学历比例（BAX22-5.1.2.2）。", "College and above count for the share (BAX22-5.1.2.2).") },
	{ .name = "education_proof", .type = F_FILE, .label = LABEL("学历证明", "Proof of education") },
	{ .name = "employed_from", .type = F_DATE, .label = LABEL("入职日期", "Employed from"),
	  .flags = REQUIRED | LIST | SORT,
	  .section = LABEL("劳动关系", "Employment") },
	{ .name = "employed_to", .type = F_DATE, .label = LABEL("离职日期", "Employed to"),
	  .after = "employed_from" },
	{ .name = "insurance_months", .type = F_INT, .label = LABEL("社保缴纳月数", "Months insured"),
	  .max = 800,
	  .help = LABEL("未参保人员不计入人员数（BAX22-3.2.3）。", "Uninsured persons are not counted (BAX22-3.2.3).") },
	{ .name = "accident_insurance_to", .type = F_DATE, .label = LABEL("意外险到期日", "Accident insurance until") },
	{ .name = "exclusion_declared_on", .type = F_DATE, .label = LABEL("无禁止从业情形声明日期", "Exclusion declared on"),
	  .help = LABEL("保安服务管理条例第十七条。", "Order 564, art. 17.") },
	{ .name = "exclusion_file", .type = F_FILE, .label = LABEL("无禁止从业情形声明", "Exclusion declaration") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

#define AGE_MIN 18 /* NET-5.1.1; labour law asks for 16 */

static bool
is_grown(struct str birth, struct str employed)
{
	struct civil born, at;
	int64_t born_days, at_days;
	int years;

	if (!date_parse(birth, &born_days) || !date_parse(employed, &at_days))
		return false;
	date_civil(born_days, &born);
	date_civil(at_days, &at);
	years = at.year - born.year;
	if (at.month < born.month ||
	    (at.month == born.month && at.day < born.day))
		years--;
	return years >= AGE_MIN;
}

static enum err
check_staff(struct task *t, const struct val *old, const struct val *row)
{
	const struct val *birth = reg_val(&staff_reg, row, "birth_on");
	const struct val *from = reg_val(&staff_reg, row, "employed_from");

	(void)old;
	if (birth->type == VAL_NULL || from->type == VAL_NULL ||
	    is_grown(birth->s, from->s))
		return OK;
	return fail_field(&t->why, "birth_on",
			  reg_label(&staff_reg, "birth_on"), "range",
			  "must be at least %d years before employment "
			  "(NET-5.1.1)",
			  "须在入职前满%d周岁（NET-5.1.1）", AGE_MIN);
}

const struct reg staff_reg = {
	.name = "staff",
	.label = LABEL("人员", "Staff"),
	.group = "people",
	.read = MAY_READ_STAFF,
	.edit = MAY_EDIT_STAFF,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.check = check_staff,
};
