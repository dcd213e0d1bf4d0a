/* raise_unknown.c - signals of accounts that nobody knows, and those that
 * nobody can read: somebody has to look, so they raise an alarm of ours. */
#include "alarm/raise_parts.h"

#include "alarm/alarm.h"
#include "alarm/commission.h"
#include "alarm/mode.h"
#include "base/str.h"
#include "gen/stmt.h"

/* Who tries accounts must not fill the desk: beyond so many open alarms the
 * others of them are one. */
#define SENDERS_MAX 20
#define SENDER_MANY "*"

/* As long as alarm.sender may be; odd routes are longer. */
#define SENDER_MAX 40

static struct str
sender_of(struct task *t, const struct signal *s)
{
	if (s->account.n == 0)
		return s->line.n > 0 ? str_clip(s->line, SENDER_MAX) : STR("?");
	return str_clip(str_trim(arena_printf(t->a, "%.*s #%.*s",
					      STR_ARG(s->line),
					      STR_ARG(s->account))),
			SENDER_MAX);
}

/* The sender has one already, or there is still room for one. */
static enum err
may_be_alone(struct task *t, const struct alarm_cause *c, bool *out)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_ALARM_JOIN_SENDER,
		   ARGS(val_int(t->who.org), val_text(c->code),
			val_text(c->sender)),
		   t->a, &rows, &t->why));
	*out = rows.n > 0;
	if (*out)
		return OK;
	TRY(db_run(t->db, STMT_ALARM_SENDERS,
		   ARGS(val_int(t->who.org), val_text(c->code)), t->a, &rows,
		   &t->why));
	*out = rows.v[0].i < SENDERS_MAX;
	return OK;
}

/* An installer's test is seen on his checklist and in the queue; so is what
 * comes from a panel that is not live. */
static enum err
is_at_work(struct task *t, const struct signal *s, const struct code *code,
	   bool *out)
{
	struct signal as = *s;
	struct str state;
	int64_t mode = 0;

	*out = false;
	if (s->panel == 0)
		return OK;
	TRY(commission_state(t, s->org, s->panel, &state));
	*out = state.n > 0 && !str_is(state, "live");
	as.class = code->class;
	if (!*out)
		TRY(mode_covers(t, &as, &mode));
	*out = *out || mode != 0;
	return OK;
}

enum err
raise_unknown(struct task *t, const struct signal *s, enum fate fate)
{
	const struct code *code =
	    code_find(STR("own"),
		      fate == FATE_UNKNOWN ? STR("unknown_account") :
					     STR("undecoded"),
		      '\0');
	struct alarm_cause c = { .customer = s->customer,
				 .site = s->site,
				 .panel = s->panel,
				 .zone_no = SIGNAL_NONE,
				 .signal = s->id,
				 .received_ms = s->received_ms,
				 .sender = sender_of(t, s) };
	bool at_work, alone, joined;
	int64_t alarm;

	must(code != NULL);
	c.class = code->class;
	c.code = code->code;
	c.priority = code->priority;
	c.family = str_of(family_word(class_family(code->class)));
	TRY(is_at_work(t, s, code, &at_work));
	if (at_work)
		return raise_fate(t, s, fate, 0, "commissioning");
	TRY(may_be_alone(t, &c, &alone));
	if (!alone) {
		c.sender = STR(SENDER_MANY);
		c.site = c.customer = c.panel = 0;
	}
	c.text = arena_printf(t->a, "%s：%.*s", code->name.zh,
			      STR_ARG(alone ? c.sender :
					      STR("许多来源 / many senders")));
	TRY(alarm_raise(t, &c, &alarm, &joined));
	return raise_fate(t, s, fate, alarm, NULL);
}
