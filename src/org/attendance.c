/* attendance.c - who attended which training, how long, with which result. */
#include "org/people.h"
#include "gen/stmt.h"
#include "kind/check.h"

/* clang-format off */
static const struct option results[] = {
	{ "passed", LABEL("合格", "Passed"), TONE_OK },
	{ "failed", LABEL("不合格", "Failed"), TONE_BAD },
	{ "not_tested", LABEL("未考核", "Not tested"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("签到编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "QD",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "training", .type = F_REF, .label = LABEL("培训", "Training"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "training" },
	{ .name = "staff", .type = F_REF, .label = LABEL("人员", "Staff"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "staff" },
	{ .name = "hours", .type = F_TENTHS, .label = LABEL("学时", "Hours"),
	  .flags = REQUIRED | LIST, .max = 10000, .unit = "h" },
	{ .name = "result", .type = F_ENUM, .label = LABEL("考核结果", "Result"),
	  .flags = REQUIRED | LIST | FILTER, .options = results },
	{ .name = "score", .type = F_TENTHS, .label = LABEL("成绩", "Score"),
	  .max = 1000 },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

static enum err
check_attendance(struct task *t, const struct val *old, const struct val *row)
{
	return check_pair(t, &attendance_reg, old, row, "training", "staff",
			  STMT_ATTENDANCE_TWICE);
}

const struct reg attendance_reg = {
	.name = "attendance",
	.label = LABEL("培训签到", "Attendance"),
	.group = "people",
	.read = MAY_READ_STAFF,
	.edit = MAY_EDIT_STAFF,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
	.check = check_attendance,
};
