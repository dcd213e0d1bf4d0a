/*
 * alarm_raise.c - signals into alarms: one that is open is joined, else one
 * is opened.  Everything in the raiser's transaction.
 */
#include "alarm/alarm_parts.h"
#include "alarm/code.h"
#include "base/str.h"
#include "gen/stmt.h"

/* Characters of alarm.zones, alarm.summary, alarm.verified_why. */
#define ZONES_MAX 400
#define SUMMARY_MAX 400
#define WHY_MAX 200

static struct str
priority_word(int64_t priority)
{
	size_t i = priority >= 1 && priority <= 5 ? (size_t)priority - 1 : 2;

	return str_of(alarm_priorities[i].value);
}

/* "003 Back door"; empty: the signal names no zone. */
static struct str
zone_words(struct task *t, const struct alarm_cause *c)
{
	if (c->zone_no < 0)
		return c->zone_name;
	return str_trim(arena_printf(t->a, "%03lld %.*s", (long long)c->zone_no,
				     STR_ARG(c->zone_name)));
}

static struct str
summary_of(const struct alarm_cause *c)
{
	if (c->text.n == 0)
		return str_of(option_label(class_options, c->class).zh);
	/* A panel may write ten times as much; the signal keeps it all. */
	return str_clip(c->text, SUMMARY_MAX);
}

static enum err
zone_note(struct task *t, int64_t alarm, const struct alarm_cause *c,
	  bool *is_new)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_ALARM_ZONE_ADD,
		   ARGS(val_int(alarm), val_int(c->zone_no),
			val_int(t->who.org), val_id(c->zone),
			val_text(c->zone_name), val_int(c->received_ms)),
		   t->a, &rows, &t->why));
	*is_new = rows.n > 0 && rows.v[0].i == 1;
	return OK;
}

static struct val
text_or_null(struct str s)
{
	return s.n == 0 ? val_null() : val_text(s);
}

/* What every signal brings. */
static void
put_signal(const struct reg_input *in, const struct alarm_cause *c)
{
	alarm_set(in, "last_ms", val_int(c->received_ms));
	if (c->verified) {
		alarm_set(in, "verified", val_int(1));
		alarm_set(in, "verified_why",
			  text_or_null(str_clip(c->verified_why, WHY_MAX)));
	}
	if (c->hint.n > 0)
		alarm_set(in, "hint", val_text(c->hint));
}

static enum err
open_new(struct task *t, const struct alarm_cause *c, int64_t *alarm)
{
	struct reg_input in = reg_input_new(t->a, &alarm_reg);
	struct reg_row row;
	bool is_new;

	alarm_set(&in, "family", val_text(c->family));
	alarm_set(&in, "class", val_text(c->class));
	alarm_set(&in, "priority", val_text(priority_word(c->priority)));
	alarm_set(&in, "customer", val_id(c->customer));
	alarm_set(&in, "site", val_id(c->site));
	alarm_set(&in, "panel", val_id(c->panel));
	alarm_set(&in, "zone", val_id(c->zone));
	alarm_set(&in, "code", text_or_null(c->code));
	if (c->sender.n > 0)
		alarm_set(&in, "sender", val_text(c->sender));
	alarm_set(&in, "summary", val_text(summary_of(c)));
	alarm_set(&in, "zones", text_or_null(zone_words(t, c)));
	alarm_set(&in, "count", val_int(1));
	alarm_set(&in, "opened_ms", val_int(c->received_ms));
	alarm_set(&in, "service_mode", val_id(c->service_mode));
	put_signal(&in, c);
	TRY(process_open(t, &alarm_reg,
			 c->service_mode != 0 ? "raise_test" : "raise", &in,
			 &row));
	*alarm = row.id;
	return zone_note(t, row.id, c, &is_new);
}

/* Two nodes that hear of one event at once must not open two alarms: the
 * other looks when this one has committed. */
static enum err
take_turn(struct task *t, const struct alarm_cause *c)
{
	struct str of =
	    arena_printf(t->a, "%lld %lld %.*s", (long long)t->who.org,
			 (long long)c->site, STR_ARG(c->family));

	return db_run(t->db, STMT_ALARM_TURN, ARGS(val_text(of)), NULL, NULL,
		      &t->why);
}

static enum err
find_sender(struct task *t, const struct alarm_cause *c, int64_t *alarm,
	    int64_t *priority)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_ALARM_JOIN_SENDER,
		   ARGS(val_int(t->who.org), val_text(c->code),
			val_text(c->sender)),
		   t->a, &rows, &t->why));
	*alarm = rows.n == 0 ? 0 : rows.v[0].i;
	if (rows.n > 0)
		*priority = rows.v[1].s.p[1] - '0';
	return OK;
}

/* The alarm that the signal joins; its priority as a word.  0: none. */
static enum err
find_open(struct task *t, const struct alarm_cause *c, int64_t *alarm,
	  int64_t *priority)
{
	struct rows rows;

	*alarm = 0;
	TRY(take_turn(t, c));
	if (c->sender.n > 0)
		return find_sender(t, c, alarm, priority);
	TRY(db_run(t->db,
		   c->site != 0 ? STMT_ALARM_JOIN : STMT_ALARM_JOIN_NOWHERE,
		   ARGS(val_int(t->who.org),
			c->site != 0 ? val_int(c->site) : val_text(c->code),
			val_text(c->family),
			val_int(c->received_ms - c->window_ms),
			val_int(c->service_mode)),
		   t->a, &rows, &t->why));
	if (rows.n == 0)
		return OK;
	*alarm = rows.v[0].i;
	*priority = rows.v[1].s.p[1] - '0';
	return OK;
}

/* A signal that changes what people see is a step; else it is counted. */
static enum err
join_step(struct task *t, int64_t alarm, const struct alarm_cause *c,
	  bool new_zone, bool urgent)
{
	struct reg_input in = reg_input_new(t->a, &alarm_reg);
	struct reg_row old;
	const struct val *zones, *count;
	struct str words = zone_words(t, c);

	TRY(reg_get(t, &alarm_reg, alarm, &old));
	zones = reg_val(&alarm_reg, old.v, "zones");
	count = reg_val(&alarm_reg, old.v, "count");
	put_signal(&in, c);
	alarm_set(&in, "count", val_int(count->i + 1));
	alarm_set(&in, "restored_ms", val_null());
	if (new_zone && words.n > 0) {
		if (zones->type == VAL_TEXT)
			words = arena_printf(t->a, "%.*s; %.*s",
					     STR_ARG(zones->s), STR_ARG(words));
		if (str_chars(words) <= ZONES_MAX)
			alarm_set(&in, "zones", val_text(words));
	}
	if (urgent) {
		alarm_set(&in, "priority",
			  val_text(priority_word(c->priority)));
		alarm_set(&in, "class", val_text(c->class));
		alarm_set(&in, "summary", val_text(summary_of(c)));
	}
	return alarm_step(t, alarm, urgent ? "urgent" : "join", &in, STR(""),
			  NULL);
}

static enum err
join_count(struct task *t, int64_t alarm, const struct alarm_cause *c)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_ALARM_COUNT,
		   ARGS(val_int(alarm), val_int(t->who.org),
			val_int(c->received_ms)),
		   t->a, &rows, &t->why));
	if (rows.n > 0)
		task_event(t, (struct event){
				  .org = t->who.org,
				  .row = alarm,
				  .version = rows.v[0].i,
				  .at_ms = t->now_ms,
				  .reg = "alarm",
				  .op = "step",
				  .event = "join",
				  .state = arena_cstr(t->a, rows.v[1].s) });
	return OK;
}

static enum err
join(struct task *t, int64_t alarm, int64_t priority,
     const struct alarm_cause *c)
{
	bool new_zone, urgent = c->priority < priority;
	struct rows rows;

	TRY(zone_note(t, alarm, c, &new_zone));
	TRY(db_run(t->db, STMT_ALARM_TOLD,
		   ARGS(val_int(alarm), val_int(t->who.org)), t->a, &rows,
		   &t->why));
	/* what it says already needs no step */
	if (new_zone || urgent || (c->verified && rows.v[0].i == 0) ||
	    c->hint.n > 0 || rows.v[1].type != VAL_NULL)
		return join_step(t, alarm, c, new_zone, urgent);
	return join_count(t, alarm, c);
}

enum err
alarm_raise(struct task *t, const struct alarm_cause *c, int64_t *alarm,
	    bool *joined)
{
	int64_t priority = 5;

	TRY(find_open(t, c, alarm, &priority));
	*joined = *alarm != 0;
	return *joined ? join(t, *alarm, priority, c) : open_new(t, c, alarm);
}

/* Open, and how many of its zones have not restored. */
static enum err
zones_open(struct task *t, int64_t alarm, bool *is_open, int64_t *n)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_ALARM_ZONES_OPEN,
		   ARGS(val_int(alarm), val_int(t->who.org)), t->a, &rows,
		   &t->why));
	*is_open = rows.n > 0;
	*n = rows.n > 0 ? rows.v[0].i : 0;
	return OK;
}

enum err
alarm_restore(struct task *t, int64_t alarm, int64_t signal, int64_t zone_no,
	      int64_t at_ms)
{
	struct reg_input in = reg_input_new(t->a, &alarm_reg);
	bool is_open;
	int64_t before, after;

	(void)signal; /* the stream's fate links it */
	TRY(zones_open(t, alarm, &is_open, &before));
	if (!is_open || before == 0)
		return OK;
	TRY(db_run(t->db, STMT_ALARM_ZONE_RESTORE,
		   ARGS(val_int(alarm), val_int(zone_no), val_int(t->who.org),
			val_int(at_ms)),
		   NULL, NULL, &t->why));
	TRY(zones_open(t, alarm, &is_open, &after));
	if (after > 0)
		return OK;
	alarm_set(&in, "restored_ms", val_int(at_ms));
	return alarm_step(t, alarm, "restore", &in, STR(""), NULL);
}

enum err
alarm_hint(struct task *t, int64_t alarm, struct str text)
{
	struct reg_input in = reg_input_new(t->a, &alarm_reg);
	bool is_open;
	int64_t n;

	TRY(zones_open(t, alarm, &is_open, &n));
	if (!is_open)
		return OK;
	alarm_set(&in, "hint", val_text(text));
	return alarm_step(t, alarm, "hint", &in, STR(""), NULL);
}

/* More than so many under one service mode: the rest at the next call. */
enum err
alarm_test_end(struct task *t, int64_t service_mode)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_ALARM_TESTS,
		   ARGS(val_int(t->who.org), val_int(service_mode)), t->a,
		   &rows, &t->why));
	for (size_t i = 0; i < rows.n; i++)
		TRY(alarm_step(t, rows.v[i].i, "end_test", NULL, STR(""),
			       NULL));
	return OK;
}

enum err
alarm_dispatched(struct task *t, int64_t alarm)
{
	struct reg_row row;

	TRY(reg_get(t, &alarm_reg, alarm, &row));
	if (process_state(&alarm_reg, &row) != ALARM_CONFIRMED)
		return OK;
	return alarm_step(t, alarm, "dispatch", NULL, STR(""), NULL);
}

enum err
alarm_told(struct task *t, int64_t alarm)
{
	struct reg_row row;

	TRY(reg_get(t, &alarm_reg, alarm, &row));
	if (alarm_process.states[process_state(&alarm_reg, &row)].final)
		return OK;
	return alarm_step(t, alarm, "notify", NULL, STR(""), NULL);
}
