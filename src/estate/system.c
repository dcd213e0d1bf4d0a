/* system.c - one of the five subsystems at a site. */
#include "estate/estate.h"
#include "base/str.h"

/* clang-format off */
static const struct option grades[] = {
	{ "1", LABEL("一级", "Grade 1"), TONE_PLAIN },
	{ "2", LABEL("二级", "Grade 2"), TONE_PLAIN },
	{ "3", LABEL("三级", "Grade 3"), TONE_PLAIN },
	{ "4", LABEL("四级", "Grade 4"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("系统编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "XT",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("系统名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "site" },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("子系统", "Kind"),
	  .flags = REQUIRED | LIST | FILTER, .options = estate_subsystems },
	{ .name = "software_version", .type = F_TEXT, .label = LABEL("系统版本", "Software version"),
	  .max = 60,
	  .help = LABEL("印在维保记录表（表1）表头。", "Printed at the head of the maintenance record (form 1).") },
	{ .name = "commissioned_on", .type = F_DATE, .label = LABEL("投入使用日期", "Commissioned on"),
	  .flags = LIST | SORT },
	{ .name = "decommissioned_on", .type = F_DATE, .label = LABEL("停用日期", "Decommissioned on"),
	  .after = "commissioned_on",
	  .help = LABEL("档案保存不少于系统使用年限（SVC-9.2）。", "Files are kept for the life of the system (SVC-9.2).") },
	{ .name = "grade", .type = F_ENUM, .label = LABEL("安全等级", "Grade"),
	  .flags = FILTER, .options = grades,
	  .section = LABEL("设计与备案", "Design and filing") },
	{ .name = "design_standard", .type = F_TEXT, .label = LABEL("设计标准", "Design standard"),
	  .max = 120 },
	{ .name = "anti_terror", .type = F_BOOL, .label = LABEL("反恐重点目标", "Anti-terror target"),
	  .flags = LIST,
	  .help = LABEL("反恐怖主义法第三十二条：视频保存不少于90天。", "Anti-terror law, art. 32: video is kept for 90 days.") },
	{ .name = "retention_days", .type = F_INT, .label = LABEL("视频保存天数", "Retention of video"),
	  .flags = LIST, .min = 30, .max = 3650, .unit = "d",
	  .when = "kind=video",
	  .help = LABEL("不填为30天；反恐重点目标不少于90天。", "Empty: 30 days; an anti-terror target needs 90.") },
	{ .name = "filing_number", .type = F_TEXT, .label = LABEL("公安备案编号", "Police filing number"),
	  .max = 60,
	  .help = LABEL("公共安全视频系统使用之日起30日内备案。", "Public video systems are filed within 30 days.") },
	{ .name = "filing_on", .type = F_DATE, .label = LABEL("备案日期", "Filed on") },
	{ .name = "filing_changed_on", .type = F_DATE, .label = LABEL("备案变更日期", "Filing changed on"),
	  .after = "filing_on" },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

#define RETENTION_DAYS 30	      /* video regulation art. 17 */
#define RETENTION_ANTI_TERROR_DAYS 90 /* anti-terror law art. 32 */

static enum err
check_system(struct task *t, const struct val *old, const struct val *row)
{
	const struct val *kind = reg_val(&system_reg, row, "kind");
	const struct val *target = reg_val(&system_reg, row, "anti_terror");
	const struct val *v = reg_val(&system_reg, row, "retention_days");
	int64_t days = v->type == VAL_NULL ? RETENTION_DAYS : v->i;

	(void)old;
	if (!str_is(kind->s, "video") || target->i == 0 ||
	    days >= RETENTION_ANTI_TERROR_DAYS)
		return OK;
	return fail_field(&t->why, "retention_days",
			  reg_label(&system_reg, "retention_days"), "range",
			  "must be at least %d for an anti-terror target "
			  "(anti-terror law, art. 32)",
			  "反恐重点目标不得少于%d天（反恐怖主义法第三十二条）",
			  RETENTION_ANTI_TERROR_DAYS);
}

const struct reg system_reg = {
	.name = "system",
	.label = LABEL("系统", "System"),
	.plural = "Systems",
	.group = "estate",
	.read = MAY_READ_ESTATE,
	.edit = MAY_EDIT_ESTATE,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.check = check_system,
};
