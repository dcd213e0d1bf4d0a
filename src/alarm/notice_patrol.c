/* notice_patrol.c - telling a patrol of its tasks: by the channels, texts and
 * workers of all notices. */
#include "alarm/dispatch.h"
#include "alarm/notice_parts.h"
#include "base/str.h"
#include "gen/stmt.h"

/* The patrol's own channel, else the first for SMS; 0: none. */
static enum err
channel_of(struct task *t, const struct val *patrol, int64_t *out)
{
	const struct val *own = reg_val(&patrol_reg, patrol, "channel");
	struct rows rows;

	*out = own->i;
	if (own->type == VAL_INT)
		return OK;
	TRY(db_run(t->db, STMT_NOTICE_CHANNEL_OF,
		   ARGS(val_int(t->who.org), val_text(STR("sms"))), t->a, &rows,
		   &t->why));
	*out = rows.n == 0 ? 0 : rows.v[0].i;
	return OK;
}

static void
set(const struct reg_input *in, const char *field, struct val v)
{
	size_t i = reg_field(&notice_reg, field);

	in->set[i] = true;
	in->v[i] = v;
}

enum err
notice_patrol(struct task *t, int64_t dispatch, const char *event)
{
	struct reg_input in = reg_input_new(t->a, &notice_reg);
	struct reg_row row, patrol, channel;
	const struct val *address;
	int64_t id;

	TRY(reg_get(t, &dispatch_reg, dispatch, &row));
	TRY(reg_get(t, &patrol_reg, reg_val(&dispatch_reg, row.v, "patrol")->i,
		    &patrol));
	TRY(channel_of(t, patrol.v, &id));
	if (id == 0)
		return OK;
	TRY(reg_get(t, &notice_channel_reg, id, &channel));
	address = reg_val(&patrol_reg, patrol.v, "address");
	if (address->type == VAL_NULL)
		address = reg_val(&patrol_reg, patrol.v, "phone");
	set(&in, "event", val_text(str_of(event)));
	set(&in, "dispatch", val_int(dispatch));
	set(&in, "incident", *reg_val(&dispatch_reg, row.v, "incident"));
	set(&in, "channel", val_int(id));
	set(&in, "kind", *reg_val(&notice_channel_reg, channel.v, "kind"));
	set(&in, "address", *address);
	return process_open(t, &notice_reg, "queue", &in, &row);
}

/* Of the register: a patrol is told what is asked of it, and what no longer. */
enum err
dispatch_after(struct task *t, int64_t id, const struct val *old,
	       const struct val *row)
{
	struct str state = reg_val(&dispatch_reg, row, "state")->s;

	if (old != NULL &&
	    str_eq(state, reg_val(&dispatch_reg, old, "state")->s))
		return OK;
	if (str_is(state, "sent"))
		return notice_patrol(t, id, "task");
	return str_is(state, "recalled") ? notice_patrol(t, id, "recalled") :
					   OK;
}
