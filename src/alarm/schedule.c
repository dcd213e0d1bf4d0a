/* schedule.c - when a panel is to be armed: schedules, holidays, users. */
#include "alarm/rules.h"
#include "alarm/schedule.h"
#include "base/str.h"
#include "estate/estate.h"
#include "kind/check.h"

/* clang-format off */
static const struct option days[] = {
	{ "mon", LABEL("周一", "Monday"), TONE_PLAIN },
	{ "tue", LABEL("周二", "Tuesday"), TONE_PLAIN },
	{ "wed", LABEL("周三", "Wednesday"), TONE_PLAIN },
	{ "thu", LABEL("周四", "Thursday"), TONE_PLAIN },
	{ "fri", LABEL("周五", "Friday"), TONE_PLAIN },
	{ "sat", LABEL("周六", "Saturday"), TONE_PLAIN },
	{ "sun", LABEL("周日", "Sunday"), TONE_PLAIN },
	{ 0 }
};
static const struct field schedule_fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 80,
	  .section = LABEL("适用对象", "For whom") },
	{ .name = "panel", .type = F_REF, .label = LABEL("报警主机", "Panel"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "panel" },
	{ .name = "partition", .type = F_REF, .label = LABEL("分区", "Partition"),
	  .flags = LIST | FILTER, .ref = "partition",
	  .help = LABEL("不填为整台主机。", "Empty: the whole panel.") },
	{ .name = "days", .type = F_SET, .label = LABEL("营业日", "Working days"),
	  .flags = REQUIRED | LIST, .options = days,
	  .section = LABEL("时间", "Times") },
	{ .name = "opens_at", .type = F_TEXT, .label = LABEL("撤防时间", "Opens at"),
	  .flags = REQUIRED | LIST, .min = 5, .max = 5,
	  .help = LABEL("时:分，例如 08:30。", "Hours and minutes, such as 08:30.") },
	{ .name = "closes_at", .type = F_TEXT, .label = LABEL("布防时间", "Closes at"),
	  .flags = REQUIRED | LIST, .min = 5, .max = 5,
	  .help = LABEL("早于撤防时间的为次日。", "Earlier than the opening: on the next day.") },
	{ .name = "tolerance_min", .type = F_INT, .label = LABEL("允许偏差", "Tolerance"),
	  .flags = REQUIRED, .min = 0, .max = 240, .unit = "min" },
	{ .name = "repeat_min", .type = F_INT, .label = LABEL("未布防重复提醒", "Repeat late closing"),
	  .min = 5, .max = 720, .unit = "min",
	  .help = LABEL("不填只提醒一次。", "Empty: once.") },
	{ .name = "tell_late_open", .type = F_BOOL, .label = LABEL("逾时未撤防报警", "Tell a late opening"), .flags = REQUIRED },
	{ .name = "tell_early_open", .type = F_BOOL, .label = LABEL("提前撤防报警", "Tell an early opening"), .flags = REQUIRED },
	{ .name = "keeps_holidays", .type = F_BOOL, .label = LABEL("节假日不营业", "Closed on holidays"), .flags = REQUIRED },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
static const struct option holiday_kinds[] = {
	{ "closed", LABEL("放假", "Closed"), TONE_PLAIN },
	{ "working", LABEL("调休上班", "Working day instead"), TONE_INFO },
	{ 0 }
};
static const struct field holiday_fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 80,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("种类", "Kind"),
	  .flags = REQUIRED | LIST, .options = holiday_kinds },
	{ .name = "from_on", .type = F_DATE, .label = LABEL("开始日期", "From"), .flags = REQUIRED | LIST | SORT },
	{ .name = "to_on", .type = F_DATE, .label = LABEL("结束日期", "To"), .flags = REQUIRED | LIST, .after = "from_on" },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"),
	  .flags = LIST | FILTER, .ref = "site",
	  .help = LABEL("不填适用于全部场所。", "Empty: every site.") },
};
static const struct field user_fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("姓名", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 60,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "panel", .type = F_REF, .label = LABEL("报警主机", "Panel"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "panel" },
	{ .name = "user_no", .type = F_INT, .label = LABEL("用户号", "User number"),
	  .flags = REQUIRED | LIST | SORT, .max = 9999 },
	{ .name = "contact", .type = F_REF, .label = LABEL("联系人", "Contact"), .ref = "contact" },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

static enum err
check_minutes(struct task *t, const struct val *row, const char *name)
{
	int64_t minute;

	if (day_minute(reg_val(&arm_schedule_reg, row, name)->s, &minute))
		return OK;
	return fail_field(&t->why, name, reg_label(&arm_schedule_reg, name),
			  "pattern", "must be a time such as 08:30",
			  "应为时间，例如 08:30");
}

static const struct same same_panel[] = {
	{ "partition", &partition_reg, "panel" },
	{ 0 },
};

static enum err
check_schedule(struct task *t, const struct val *old, const struct val *row)
{
	(void)old;
	TRY(check_minutes(t, row, "opens_at"));
	TRY(check_minutes(t, row, "closes_at"));
	return check_same(t, &arm_schedule_reg, row, same_panel);
}

bool
day_minute(struct str s, int64_t *out)
{
	int64_t hour, minute;

	if (s.n != 5 || s.p[2] != ':' ||
	    !str_to_int((struct str){ s.p, 2 }, 0, 23, &hour) ||
	    !str_to_int((struct str){ s.p + 3, 2 }, 0, 59, &minute))
		return false;
	*out = hour * 60 + minute;
	return true;
}

const struct reg arm_schedule_reg = {
	.name = "arm_schedule",
	.label = LABEL("布撤防计划", "Arming schedule"),
	.plural = "Arming schedules",
	.group = "alarm_setup",
	.read = MAY_READ_ALARMS,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = schedule_fields,
	.n_fields = ARRAY_LEN(schedule_fields),
	.title = "name",
	.check = check_schedule,
	.after = schedule_changed,
};
const struct reg holiday_reg = {
	.name = "holiday",
	.label = LABEL("节假日", "Holiday"),
	.plural = "Holidays",
	.group = "alarm_setup",
	.read = MAY_READ_ALARMS,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = holiday_fields,
	.n_fields = ARRAY_LEN(holiday_fields),
	.title = "name",
	.sort = "-from_on",
	.after = holiday_changed,
};
const struct reg panel_user_reg = {
	.name = "panel_user",
	.label = LABEL("主机用户", "Panel user"),
	.plural = "Panel users",
	.group = "alarm_setup",
	.read = MAY_READ_ESTATE,
	.edit = MAY_EDIT_ESTATE,
	.fields = user_fields,
	.n_fields = ARRAY_LEN(user_fields),
	.title = "name",
	.sort = "user_no",
};
