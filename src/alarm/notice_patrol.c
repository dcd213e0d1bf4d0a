/* notice_patrol.c - telling a patrol of its tasks: by the channels, texts and
 * workers of all notices. */
#include "alarm/dispatch.h"
#include "alarm/notice_parts.h"
#include "base/log.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/journal.h"

/* How a patrol is told. */
struct way {
	int64_t channel; /* 0: no way was set up */
	struct val kind, address;
};

static enum err
own_way(struct task *t, const struct val *patrol, struct way *out)
{
	const struct val *own = reg_val(&patrol_reg, patrol, "channel");
	struct reg_row row;

	if (own->type != VAL_INT)
		return OK;
	TRY(reg_get(t, &notice_channel_reg, own->i, &row));
	if (row.retired_ms != 0 ||
	    reg_val(&notice_channel_reg, row.v, "running")->i != 1)
		return OK;
	out->channel = own->i;
	out->kind = *reg_val(&notice_channel_reg, row.v, "kind");
	return OK;
}

/* By its own channel; when that is not in use, the first for SMS. */
static enum err
way_of(struct task *t, const struct val *patrol, struct way *out)
{
	const struct val *address = reg_val(&patrol_reg, patrol, "address");
	const struct val *own = reg_val(&patrol_reg, patrol, "channel");
	const struct val *phone = reg_val(&patrol_reg, patrol, "phone");
	struct rows rows;

	*out = (struct way){ .address = address->type == VAL_NULL ? *phone :
								    *address };
	TRY(own_way(t, patrol, out));
	if (out->channel != 0)
		return OK;
	TRY(db_run(t->db, STMT_NOTICE_CHANNEL_OF,
		   ARGS(val_int(t->who.org), val_text(STR("sms"))), t->a, &rows,
		   &t->why));
	if (rows.n > 0) {
		out->channel = rows.v[0].i;
		out->kind = val_text(STR("sms"));
	}
	if (own->type != VAL_INT)
		return OK;
	out->address = *phone; /* the other was for its own channel */
	if (rows.n > 0)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "its channel is not in use, and no other for SMS is",
		    "其通道未启用，也没有启用的短信通道");
}

static void
set(const struct reg_input *in, const char *field, struct val v)
{
	size_t i = reg_field(&notice_reg, field);

	in->set[i] = true;
	in->v[i] = v;
}

struct told {
	int64_t dispatch;
	const char *event;
};

static enum err
tell_patrol(struct task *t, const void *ctx)
{
	const struct told *told = ctx;
	struct reg_input in = reg_input_new(t->a, &notice_reg);
	struct reg_row row, patrol;
	struct way way;

	TRY(reg_get(t, &dispatch_reg, told->dispatch, &row));
	TRY(reg_get(t, &patrol_reg, reg_val(&dispatch_reg, row.v, "patrol")->i,
		    &patrol));
	TRY(way_of(t, patrol.v, &way));
	if (way.channel == 0)
		return OK;
	set(&in, "event", val_text(str_of(told->event)));
	set(&in, "dispatch", val_int(told->dispatch));
	set(&in, "incident", *reg_val(&dispatch_reg, row.v, "incident"));
	set(&in, "channel", val_int(way.channel));
	set(&in, "kind", way.kind);
	set(&in, "address", way.address);
	return process_open(t, &notice_reg, "queue", &in, &row);
}

/* A message that cannot go never keeps a patrol from being sent: the history
 * of the dispatch says so, and people telephone. */
static enum err
notice_patrol(struct task *t, int64_t dispatch, const char *event)
{
	const struct told told = { dispatch, event };
	struct journal_entry e = { .row = dispatch,
				   .reg = dispatch_reg.name,
				   .op = "update",
				   .changes = STR("[]") };
	enum err rc = task_apart(t, tell_patrol, &told);

	if (rc == OK || task_is_lost(rc))
		return rc;
	log_limited(LOG_WARN, LOG_JOB, "notice", STR(""), 10,
		    "dispatch=%lld why=\"%s\"", (long long)dispatch,
		    t->why.text[LANG_EN]);
	e.reason = arena_printf(t->a,
				"未发送消息通知巡逻组，请电话通知：%s / the "
				"patrol was sent no message, telephone: %s",
				t->why.text[LANG_ZH], t->why.text[LANG_EN]);
	t->why = (struct why){ .room = t->a };
	return journal_write(t, &e);
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
