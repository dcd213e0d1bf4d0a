/* unknown.c - groups of unknown signals, settled by a person. */
#include "alarm/unknown.h"

#include "alarm/alarm.h"
#include "alarm/search.h"
#include "alarm/signal.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"
#include "kind/journal.h"

#define HINT_MAX 400 /* of alarm.hint */

struct sender {
	struct str line, account, fate;
	int64_t alarm; /* that they raised; 0: none */
};

static struct str
text_of(const struct val *v)
{
	return v->type == VAL_TEXT ? v->s : STR("");
}

static enum err
sender_of(struct task *t, int64_t signal, struct sender *out)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_UNKNOWN_GET,
		   ARGS(val_int(t->who.org), val_int(signal)), t->a, &rows,
		   &t->why));
	if (rows.n == 0)
		return fail(&t->why, ERR_NOT_FOUND, "no such signal",
			    "没有这条信号");
	*out =
	    (struct sender){ .line = text_of(&rows.v[0]),
			     .account = text_of(&rows.v[1]),
			     .fate = text_of(&rows.v[2]),
			     .alarm =
				 rows.v[3].type == VAL_INT ? rows.v[3].i : 0 };
	if (str_is(out->fate, fate_word(FATE_UNKNOWN)) ||
	    str_is(out->fate, fate_word(FATE_UNDECODED)))
		return OK;
	return fail(&t->why, ERR_STATE, "somebody has settled it already",
		    "已有人处理过");
}

static enum err
note_in_journal(struct task *t, int64_t signal, struct str note)
{
	return journal_write(t,
			     &(struct journal_entry){ .reg = "signal",
						      .row = signal,
						      .op = "update",
						      .event = "settle",
						      .reason = note,
						      .changes = STR("[]") });
}

/* Their alarm has what it waited for; a person closes it.  One that gathers
 * many senders goes on. */
static enum err
tell_alarm(struct task *t, const struct sender *g, struct str note)
{
	struct reg_row row;

	if (g->alarm == 0)
		return OK;
	TRY(reg_get(t, &alarm_reg, g->alarm, &row));
	if (str_is(text_of(reg_val(&alarm_reg, row.v, "sender")), "*"))
		return OK;
	TRY(alarm_restore(t, g->alarm, 0, SIGNAL_NONE, t->now_ms));
	return alarm_hint(t, g->alarm, str_clip(note, HINT_MAX));
}

static enum err
settle(struct task *t, int64_t signal, const struct sender *g, enum fate to,
       struct str note, int64_t *n)
{
	TRY(db_run(t->db, STMT_UNKNOWN_SETTLE,
		   ARGS(val_int(t->who.org), val_text(g->fate), val_int(signal),
			val_text(g->line), val_text(g->account),
			val_int(t->now_ms), val_text(note),
			val_int(SEARCH_UNKNOWN_MAX),
			val_text(str_of(fate_word(to)))),
		   t->a, NULL, &t->why));
	*n = db_changed(t->db);
	TRY(tell_alarm(t, g, note));
	return note_in_journal(t, signal, note);
}

enum err
unknown_settle(struct task *t, int64_t signal, struct str note, int64_t *n)
{
	struct sender g;

	TRY(sender_of(t, signal, &g));
	return settle(t, signal, &g, FATE_SETTLED, note, n);
}

enum err
unknown_again(struct task *t, int64_t signal, int64_t *n)
{
	struct sender g;

	TRY(sender_of(t, signal, &g));
	return settle(t, signal, &g, FATE_AGAIN,
		      STR("重新判断 / to be judged again"), n);
}

/* Nothing to write when the panel says so already: it was made for them. */
static enum err
panel_set(struct task *t, int64_t panel, const struct sender *g)
{
	struct reg_input in = reg_input_new(t->a, &panel_reg);
	size_t account = reg_field(&panel_reg, "account");
	size_t line = reg_field(&panel_reg, "receiver_line");
	struct str way = g->line.n > 0 ? g->line : STR("L0");
	struct reg_row row;

	TRY(reg_get(t, &panel_reg, panel, &row));
	in.set[account] = !str_eq(text_of(&row.v[account]), g->account);
	in.v[account] = val_text(g->account);
	in.set[line] = !str_eq(text_of(&row.v[line]), way);
	in.v[line] = val_text(way);
	if (!in.set[account] && !in.set[line])
		return OK;
	return reg_update(t, &panel_reg, panel, 0, &in, "update", &row);
}

enum err
unknown_connect(struct task *t, int64_t signal, int64_t panel, bool again,
		int64_t *n)
{
	struct str title;
	struct sender g;

	TRY(sender_of(t, signal, &g));
	if (!str_is(g.fate, fate_word(FATE_UNKNOWN)) || g.account.n == 0)
		return fail(&t->why, ERR_STATE,
			    "only an unknown account can be connected",
			    "只有未知用户编号的信号可以归入主机");
	TRY(panel_set(t, panel, &g));
	TRY(reg_title(t, &panel_reg, panel, &title));
	return settle(t, signal, &g, again ? FATE_AGAIN : FATE_SETTLED,
		      arena_printf(t->a, "→ %.*s", STR_ARG(title)), n);
}
