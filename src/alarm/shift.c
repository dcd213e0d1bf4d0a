/* shift.c - the fields of shifts and of who was on duty. */
#include "alarm/shift.h"

/* clang-format off */
const struct option shift_seats[] = {
	{ "leader", LABEL("值班长席", "Shift leader"), TONE_INFO },
	{ "seat1", LABEL("一号席", "Seat 1"), TONE_PLAIN },
	{ "seat2", LABEL("二号席", "Seat 2"), TONE_PLAIN },
	{ "seat3", LABEL("三号席", "Seat 3"), TONE_PLAIN },
	{ "seat4", LABEL("四号席", "Seat 4"), TONE_PLAIN },
	{ "support", LABEL("支援", "Support"), TONE_PLAIN },
	{ 0 }
};

static const struct field shift_fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE | READONLY, .prefix = "BC",
	  .section = LABEL("值班", "Shift") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY },
	{ .name = "leader", .type = F_REF, .label = LABEL("值班长", "Shift leader"), .flags = LIST | FILTER | READONLY, .ref = "user" },
	{ .name = "started_ms", .type = F_TIME, .label = LABEL("开始时间", "Started at"), .flags = LIST | SORT | READONLY },
	{ .name = "previous", .type = F_REF, .label = LABEL("上一班", "Shift before"), .flags = READONLY, .ref = "shift" },
	{ .name = "notes", .type = F_LINES, .label = LABEL("交接事项", "Notes"), .max = 4000,
	  .help = LABEL("接班人需要知道的事项。", "What the next shift should know.") },
	{ .name = "muted_by", .type = F_REF, .label = LABEL("静音操作人", "Muted by"), .flags = READONLY, .ref = "user" },
	{ .name = "muted_until_ms", .type = F_TIME, .label = LABEL("静音至", "Muted until") },
	{ .name = "handed_by", .type = F_REF, .label = LABEL("交班签字", "Handed over by"), .flags = LIST | READONLY, .ref = "user" },
	{ .name = "handed_ms", .type = F_TIME, .label = LABEL("交班时间", "Handed over at"), .flags = LIST | READONLY },
	{ .name = "taken_by", .type = F_REF, .label = LABEL("接班签字", "Taken over by"), .flags = LIST | READONLY, .ref = "user" },
	{ .name = "taken_ms", .type = F_TIME, .label = LABEL("接班时间", "Taken over at"), .flags = LIST | READONLY },
	{ .name = "snapshot", .type = F_LINES, .label = LABEL("交接快照", "Snapshot"), .flags = READONLY, .max = 60000 },
};

static const struct field member_fields[] = {
	{ .name = "shift", .type = F_REF, .label = LABEL("班次", "Shift"), .flags = REQUIRED | LIST | FILTER, .ref = "shift",
	  .section = LABEL("值班人员", "On duty") },
	{ .name = "person", .type = F_REF, .label = LABEL("用户", "User"), .flags = REQUIRED | FILTER, .ref = "user" },
	{ .name = "name", .type = F_TEXT, .label = LABEL("姓名", "Name"), .flags = REQUIRED | LIST, .max = 100 },
	{ .name = "seat", .type = F_ENUM, .label = LABEL("席位", "Seat"), .flags = REQUIRED | LIST, .options = shift_seats },
	{ .name = "from_ms", .type = F_TIME, .label = LABEL("上岗时间", "From"), .flags = REQUIRED | LIST },
	{ .name = "to_ms", .type = F_TIME, .label = LABEL("离岗时间", "To"), .flags = LIST, .after = "from_ms" },
};
/* clang-format on */

const struct reg shift_reg = {
	.name = "shift",
	.label = LABEL("值班", "Shift"),
	.plural = "Shifts",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_LEAD_SHIFT,
	.fields = shift_fields,
	.n_fields = ARRAY_LEN(shift_fields),
	.title = "number",
	.process = &shift_process,
};

/* The program writes it from shift_begin and shift_end; nobody by hand. */
static enum err
after_member(struct task *t, int64_t id, const struct val *old,
	     const struct val *row)
{
	(void)id;
	(void)old;
	(void)row;
	if (actor_is_program(&t->who))
		return OK;
	return fail(&t->why, ERR_STATE,
		    "begin and end duty on the alarm desk, each for himself",
		    "请在报警处置台由本人上岗、离岗");
}

const struct reg shift_member_reg = {
	.name = "shift_member",
	.label = LABEL("值班人员", "Person on duty"),
	.plural = "Persons on duty",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_LEAD_SHIFT,
	.fields = member_fields,
	.n_fields = ARRAY_LEN(member_fields),
	.title = "name",
	.after = after_member,
};
