/* shift_duty.c - beginning and ending duty; who may handle alarms. */
#include "alarm/shift_parts.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/str.h"
#include "gen/stmt.h"

static struct val
today(struct task *t)
{
	char day[11];

	date_print(zone_date(task_zone(t), t->now_ms), day);
	return val_text(arena_str(t->a, str_of(day)));
}

enum err
shift_be_certified(struct task *t)
{
	struct rows rows;

	if (t->who.user == 0)
		return OK;
	TRY(db_run(t->db, STMT_SHIFT_CERTIFICATE,
		   ARGS(val_int(t->who.org), val_int(t->who.user), today(t)),
		   t->a, &rows, &t->why));
	if (rows.n == 0 || rows.v[0].type == VAL_NULL)
		return fail(&t->why, ERR_STATE,
			    "your user names no member of staff, so no "
			    "security guard's certificate can be found "
			    "(NET-5.1.4)",
			    "您的用户未关联人员档案，无法核对保安员证（NET-"
			    "5.1.4）");
	if (rows.v[1].type == VAL_NULL)
		return fail(&t->why, ERR_STATE,
			    "you have no valid security guard's certificate "
			    "(NET-5.1.4)",
			    "您没有有效的保安员证（NET-5.1.4）");
	return OK;
}

/* The caller's row on duty: id, shift, seat, state of the shift. */
static enum err
duty_row(struct task *t, struct rows *out)
{
	return db_run(t->db, STMT_SHIFT_DUTY_OF,
		      ARGS(val_int(t->who.org), val_int(t->who.user)), t->a,
		      out, &t->why);
}

enum err
shift_be_on_duty(struct task *t)
{
	struct rows rows;

	if (t->who.user == 0)
		return OK;
	TRY(duty_row(t, &rows));
	if (rows.n == 0 || str_is(rows_at(&rows, 0)[3].s, "closed"))
		return fail(&t->why, ERR_STATE,
			    "begin your duty first: you are in no open shift",
			    "请先上岗：您不在当前班次中");
	return shift_be_certified(t);
}

enum err
shift_now(struct task *t, int64_t *shift)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_SHIFT_NOW, ARGS(val_int(t->who.org)), t->a,
		   &rows, &t->why));
	*shift = rows.n == 0 ? 0 : rows.v[0].i;
	return OK;
}

static void
set(const struct reg_input *in, const char *field, struct val v)
{
	size_t i = reg_field(&shift_member_reg, field);

	in->set[i] = true;
	in->v[i] = v;
}

/* Members are written by the program on the person's behalf. */
static enum err
member_add(struct task *t, int64_t shift, int64_t person, struct str name,
	   struct str seat, struct reg_row *out)
{
	struct reg_input in = reg_input_new(t->a, &shift_member_reg);
	struct actor who = t->who;
	enum err rc;

	set(&in, "shift", val_int(shift));
	set(&in, "person", val_int(person));
	set(&in, "name", val_text(name));
	set(&in, "seat", val_text(seat));
	set(&in, "from_ms", val_int(t->now_ms));
	t->who.may = UINT64_MAX;
	rc = reg_create(t, &shift_member_reg, &in, "create", out);
	t->who = who;
	return rc;
}

static enum err
member_end(struct task *t, int64_t member, struct reg_row *out)
{
	struct reg_input in = reg_input_new(t->a, &shift_member_reg);
	struct actor who = t->who;
	enum err rc;

	set(&in, "to_ms", val_int(t->now_ms));
	t->who.may = UINT64_MAX;
	rc = reg_update(t, &shift_member_reg, member, 0, &in, "update", out);
	t->who = who;
	return rc;
}

static enum err
open_shift(struct task *t, int64_t *shift)
{
	struct reg_input in = reg_input_new(t->a, &shift_reg);
	struct reg_row row;

	if (task_may(t, MAY_LEAD_SHIFT) != OK)
		return fail(&t->why, ERR_STATE,
			    "no shift is open: a shift leader begins it",
			    "当前没有值班班次，应由值班长开班");
	TRY(process_open(t, &shift_reg, "start", &in, &row));
	*shift = row.id;
	return OK;
}

/* A row left over from a shift that was closed in between is ended. */
static enum err
not_on_duty(struct task *t)
{
	struct reg_row row;
	struct rows rows;

	TRY(duty_row(t, &rows));
	if (rows.n == 0)
		return OK;
	if (str_is(rows_at(&rows, 0)[3].s, "closed"))
		return member_end(t, rows.v[0].i, &row);
	return fail(&t->why, ERR_STATE, "you are on duty already", "您已在岗");
}

enum err
shift_begin(struct task *t, struct str seat, struct reg_row *member)
{
	int64_t shift;

	if (t->who.user == 0)
		return fail(&t->why, ERR_FORBIDDEN, "only a person begins duty",
			    "只有本人可以上岗");
	TRY(shift_be_certified(t));
	TRY(not_on_duty(t));
	TRY(shift_now(t, &shift));
	if (shift == 0)
		TRY(open_shift(t, &shift));
	return member_add(t, shift, t->who.user, t->who.name, seat, member);
}

/* C.3.12: no seat empty, whether or not alarms are open. */
static enum err
may_leave(struct task *t, int64_t shift)
{
	struct rows others;

	TRY(db_run(t->db, STMT_SHIFT_OTHERS,
		   ARGS(val_int(t->who.org), val_int(shift),
			val_int(t->who.user)),
		   t->a, &others, &t->why));
	if (others.n > 0)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "nobody else is on duty and no seat may be empty: hand "
		    "the shift over, or the leader closes the centre with a "
		    "reason",
		    "无其他人员在岗，不得空岗：请交接班，或由值班长说明原因"
		    "停止值守");
}

enum err
shift_end(struct task *t, struct reg_row *member)
{
	struct rows rows;

	TRY(duty_row(t, &rows));
	if (rows.n == 0)
		return fail(&t->why, ERR_STATE, "you are not on duty",
			    "您不在岗");
	TRY(may_leave(t, rows_at(&rows, 0)[1].i));
	return member_end(t, rows.v[0].i, member);
}

enum err
shift_carry(struct task *t, int64_t from, int64_t to)
{
	struct reg_row row;
	struct rows rows;
	bool leads = false;

	TRY(db_run(t->db, STMT_SHIFT_MEMBERS,
		   ARGS(val_int(t->who.org), val_int(from)), t->a, &rows,
		   &t->why));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);
		bool is_leader = v[1].i == t->who.user;

		if (v[5].type != VAL_NULL)
			continue;
		leads = leads || is_leader;
		TRY(member_end(t, v[0].i, &row));
		TRY(member_add(t, to, v[1].i, v[2].s,
			       is_leader		? STR("leader") :
			       str_is(v[3].s, "leader") ? STR("support") :
							  v[3].s,
			       &row));
	}
	if (leads)
		return OK;
	return member_add(t, to, t->who.user, t->who.name, STR("leader"), &row);
}

enum err
shift_new_leader(struct task *t, int64_t shift, int64_t before)
{
	struct reg_row row;
	struct rows rows;

	TRY(db_run(t->db, STMT_SHIFT_MEMBERS,
		   ARGS(val_int(t->who.org), val_int(shift)), t->a, &rows,
		   &t->why));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		if (v[5].type == VAL_NULL &&
		    (v[1].i == before || v[1].i == t->who.user))
			TRY(member_end(t, v[0].i, &row));
	}
	return member_add(t, shift, t->who.user, t->who.name, STR("leader"),
			  &row);
}

enum err
shift_dismiss(struct task *t, int64_t shift)
{
	struct reg_row row;
	struct rows rows;

	TRY(db_run(t->db, STMT_SHIFT_MEMBERS,
		   ARGS(val_int(t->who.org), val_int(shift)), t->a, &rows,
		   &t->why));
	for (size_t i = 0; i < rows.n; i++)
		if (rows_at(&rows, i)[5].type == VAL_NULL)
			TRY(member_end(t, rows_at(&rows, i)[0].i, &row));
	return OK;
}
