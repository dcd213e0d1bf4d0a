/* raise_alarm.c - begun and ended: what goes to the desk, what is kept of it
 * until the restore comes. */
#include "alarm/raise_parts.h"

#include "alarm/alarm.h"
#include "alarm/fault.h"
#include "alarm/held.h"
#include "base/str.h"
#include "gen/stmt.h"

/* The default of rules: none could be asked. */
#define BARE_WINDOW_MS (15 * MINUTE_MS)

/* What an event is kept with. */
struct keep {
	int64_t alarm, fault, mode, due_ms, remind_ms, held;
};

static enum err
keep_event(struct raising *r, const struct keep *k)
{
	const struct signal *s = r->s;

	if (s->panel == 0 || r->code == NULL || !r->code->is_ended)
		return OK; /* nothing will ever end it */
	return db_run(r->t->db, STMT_RAISE_EVENT_PUT,
		      ARGS(val_int(s->panel), val_int(raise_place(s)),
			   val_text(s->code), val_int(s->org), val_id(s->site),
			   val_text(s->format), val_text(s->class),
			   val_int(s->part_no), val_int(s->id),
			   val_int(s->received_ms), val_id(k->alarm),
			   val_id(k->fault), val_id(k->mode), val_id(k->due_ms),
			   val_id(k->remind_ms), val_id(k->held)),
		      NULL, NULL, &r->t->why);
}

struct str
raise_text(const struct raising *r)
{
	const char *name = r->code == NULL ? NULL : r->code->name.zh;

	if (r->s->text.n == 0)
		return str_of(name);
	if (name == NULL)
		return r->s->text;
	return arena_printf(r->t->a, "%s：%.*s", name, STR_ARG(r->s->text));
}

static enum err
cause_of(struct raising *r, int64_t mode, struct alarm_cause *c)
{
	const struct signal *s = r->s;

	*c = (struct alarm_cause){
		.customer = s->customer,
		.site = s->site,
		.panel = s->panel,
		.family = str_of(family_word(class_family(s->class))),
		.class = s->class,
		.code = s->code,
		.priority = s->priority,
		.zone = r->zone.id,
		.zone_no = raise_place(s),
		.zone_name = r->zone.name,
		.signal = s->id,
		.received_ms = s->received_ms,
		.text = raise_text(r),
		.service_mode = mode,
		.window_ms = r->rule.correlate_ms,
	};
	if (c->zone_no == PLACE_BACKUP)
		c->zone_name = STR("备用路径 / backup path");
	if (c->zone_no <= PLACE_PART)
		c->zone_name =
		    arena_printf(r->t->a, "分区 %lld / partition %lld",
				 (long long)s->part_no, (long long)s->part_no);
	if (mode != 0)
		return OK;
	TRY(raise_verified(r, &c->verified, &c->verified_why));
	return raise_hint(r, &c->hint);
}

struct proposal {
	const struct raising *r;
	int64_t alarm, *fault;
};

static enum err
propose_one(struct task *t, const void *ctx)
{
	const struct proposal *p = ctx;

	return fault_propose(t, p->r->s, p->r->code, p->alarm, p->fault);
}

/* A fault that cannot be written takes no alarm with it. */
static enum err
propose(struct raising *r, int64_t alarm, int64_t *fault)
{
	const struct proposal p = { r, alarm, fault };
	bool good = false;

	*fault = 0;
	if (r->code == NULL || !r->code->maintenance || r->s->panel == 0)
		return OK;
	TRY(raise_apart(r->t, propose_one, &p, r->s->id, &good));
	*fault = good ? *fault : 0;
	return OK;
}

enum err
raise_alarm(struct raising *r)
{
	struct alarm_cause cause;
	struct keep k = { 0 };
	bool joined;

	TRY(cause_of(r, 0, &cause));
	TRY(alarm_raise(r->t, &cause, &k.alarm, &joined));
	TRY(propose(r, k.alarm, &k.fault));
	/* A schedule repeats it itself. */
	if (r->rule.no_restore_ms > 0 && !str_is(r->s->class, "arming"))
		k.remind_ms = r->s->received_ms + r->rule.no_restore_ms;
	TRY(keep_event(r, &k));
	return raise_fate(r->t, r->s, joined ? FATE_JOINED : FATE_RAISED,
			  k.alarm, NULL);
}

enum err
raise_bare(struct task *t, const void *ctx)
{
	const struct signal *s = ctx;
	const struct alarm_cause cause = {
		.site = s->site,
		.family = str_of(family_word(class_family(s->class))),
		.class = s->class,
		.code = STR(""),
		.priority = s->priority,
		.zone_no = s->zone_no,
		.received_ms = s->received_ms,
		.text = s->text,
		.window_ms = BARE_WINDOW_MS,
	};
	int64_t alarm;
	bool joined;

	TRY(alarm_raise(t, &cause, &alarm, &joined));
	return raise_fate(t, s, joined ? FATE_JOINED : FATE_RAISED, alarm,
			  "rule failed");
}

enum err
raise_test(struct raising *r, int64_t mode)
{
	struct alarm_cause cause;
	struct keep k = { .mode = mode };
	bool joined;

	TRY(cause_of(r, mode, &cause));
	TRY(alarm_raise(r->t, &cause, &k.alarm, &joined));
	TRY(keep_event(r, &k));
	return raise_fate(r->t, r->s, FATE_TEST, k.alarm, "service mode");
}

/* A repeat does not begin the time anew, nor hides what is raised already. */
enum err
raise_delay(struct raising *r)
{
	const struct signal *s = r->s;
	struct keep k = { .due_ms = s->received_ms + r->rule.delay_ms };
	struct panel_event was = { 0 };
	struct rows rows;

	TRY(db_run(r->t->db, STMT_RAISE_EVENT_GET,
		   ARGS(val_int(s->org), val_int(s->panel),
			val_int(raise_place(s)), val_text(s->code)),
		   r->t->a, &rows, &r->t->why));
	if (rows.n > 0)
		raise_event_read(rows.v, &was);
	if (was.alarm != 0 && was.mode == 0)
		return raise_alarm(r);
	if (was.due_ms != 0) {
		TRY(held_count(r->t, was.held, s, 0));
	} else {
		TRY(held_begin(r->t,
			       &(struct held_new){ HELD_DELAY, s, r->zone.id,
						   k.due_ms, raise_text(r) },
			       &k.held));
		TRY(keep_event(r, &k));
	}
	return raise_fate(r->t, s, FATE_DELAYED, 0, "delay");
}

enum err
raise_suspended(struct raising *r)
{
	int64_t held;

	TRY(held_of(r->t, r->s->org, r->s->panel, HELD_SUSPENDED, &held));
	if (held != 0)
		TRY(held_count(r->t, held, r->s, 0));
	else
		TRY(held_begin(r->t,
			       &(struct held_new){ HELD_SUSPENDED, r->s,
						   r->zone.id, 0,
						   raise_text(r) },
			       &held));
	return raise_fate(r->t, r->s, FATE_LOGGED, 0, "suspended");
}

enum err
raise_fault_alone(struct raising *r)
{
	struct keep k = { 0 };

	TRY(propose(r, 0, &k.fault));
	if (k.fault == 0)
		return OK;
	TRY(keep_event(r, &k));
	return raise_fate(r->t, r->s, FATE_FAULT, 0, NULL);
}

/* ---- ends ---- */

/* The code ends it; one that names nothing ends every alarm of the zone. */
static bool
ends(const struct raising *r, const struct panel_event *e)
{
	if (e->signal >= r->s->id || !str_eq(e->format, r->s->format))
		return false;
	if (r->code == NULL)
		return str_eq(e->code, r->s->code);
	if (r->code->ends.n == 0)
		return class_family(e->class) == FAMILY_ALARM;
	return code_ends(r->code, e->code);
}

static enum err
fate_again(struct raising *r, int64_t signal, enum fate fate)
{
	struct signal of = { .id = signal, .org = r->s->org };

	return raise_fate(r->t, &of, fate, 0, "restored in time");
}

/* Unless another event of the panel told of the same fault. */
static enum err
end_fault(struct raising *r, const struct panel_event *e)
{
	struct rows rows;

	if (e->fault == 0)
		return OK;
	TRY(db_run(r->t->db, STMT_RAISE_EVENT_FAULT,
		   ARGS(val_int(e->org), val_int(e->panel), val_int(e->fault)),
		   r->t->a, &rows, &r->t->why));
	return rows.n > 0 ? OK : fault_restore(r->t, e->fault, r->s);
}

/* Which fate the ending signal has by one of the events that it ends. */
static enum err
end_one(struct raising *r, const struct panel_event *e, enum fate *fate,
	int64_t *alarm)
{
	if (e->due_ms != 0) {
		TRY(fate_again(r, e->signal, FATE_LAPSED));
		TRY(held_end(r->t, e->held, "lapse"));
		*fate = *fate == FATE_LOGGED ? FATE_LAPSED : *fate;
	}
	if (e->alarm != 0) {
		TRY(alarm_restore(r->t, e->alarm, r->s->id, e->zone_no,
				  r->s->received_ms));
		*fate = e->mode != 0 ? FATE_TEST : FATE_RESTORED;
		*alarm = e->alarm;
	}
	TRY(db_run(r->t->db, STMT_RAISE_EVENT_GONE,
		   ARGS(val_int(e->org), val_int(e->panel), val_int(e->zone_no),
			val_text(e->code)),
		   NULL, NULL, &r->t->why));
	return end_fault(r, e);
}

enum err
raise_ended(struct raising *r)
{
	enum fate fate = FATE_LOGGED;
	int64_t alarm = 0;
	struct rows rows;

	TRY(db_run(r->t->db, STMT_RAISE_EVENT_ZONE,
		   ARGS(val_int(r->s->org), val_int(r->s->panel),
			val_int(raise_place(r->s))),
		   r->t->a, &rows, &r->t->why));
	for (size_t i = 0; i < rows.n; i++) {
		struct panel_event e;

		raise_event_read(rows_at(&rows, i), &e);
		if (ends(r, &e))
			TRY(end_one(r, &e, &fate, &alarm));
	}
	if (fate == FATE_LOGGED)
		return OK;
	return raise_fate(r->t, r->s, fate, alarm, NULL);
}

/* A user called the alarm off: the operator sees it and decides.  One that
 * is older than the rule says, or cleared, is not what he means. */
enum err
raise_cancel(struct raising *r)
{
	const struct signal *s = r->s;
	struct rows rows;
	struct str hint;
	int64_t from_ms;

	TRY(rule_find(r->t, s->org, s->site, s->class, s->priority, &r->rule));
	if (r->rule.cancel_ms == 0 || s->panel == 0)
		return OK;
	from_ms = s->received_ms - r->rule.cancel_ms;
	TRY(db_run(r->t->db, STMT_RAISE_CALLED_OFF,
		   ARGS(val_int(s->org), val_int(s->site),
			val_int(id_floor(from_ms)), val_int(s->id),
			val_int(s->panel), val_int(from_ms),
			val_int(s->part_no)),
		   r->t->a, &rows, &r->t->why));
	if (rows.n == 0)
		return OK;
	hint = s->user_no < 0 ?
		   STR("用户已取消报警 · called off by the user") :
		   arena_printf(r->t->a,
				"用户 %lld 已取消报警 · called off by user "
				"%lld",
				(long long)s->user_no, (long long)s->user_no);
	TRY(alarm_hint(r->t, rows.v[0].i, hint));
	return raise_fate(r->t, s, FATE_JOINED, rows.v[0].i, "called off");
}

/* ---- opening and closing ---- */

/* "21:07 已布防，用户 3 · armed 21:07 by user 3" */
static struct str
armed_words(struct task *t, bool armed, int64_t at_ms, const struct val *user)
{
	struct str zh = STR(""), en = STR("");
	struct civil c;

	zone_civil(task_zone(t), at_ms, &c);
	if (user->type == VAL_INT) {
		zh = arena_printf(t->a, "，用户 %lld", (long long)user->i);
		en = arena_printf(t->a, " by user %lld", (long long)user->i);
	}
	return arena_printf(t->a, "%02d:%02d %s%.*s · %s %02d:%02d%.*s", c.hour,
			    c.minute, armed ? "已布防" : "已撤防", STR_ARG(zh),
			    armed ? "armed" : "disarmed", c.hour, c.minute,
			    STR_ARG(en));
}

/* Late to be opened ends with the opening; everything else that a schedule
 * tells is an opening or a missing closing, and ends with the closing. */
static bool
wants_armed(const struct panel_event *e)
{
	return !str_is(e->code, "late_open");
}

static enum err
end_irregular(struct raising *r, const struct panel_event *e, enum fate *fate,
	      int64_t *alarm)
{
	struct rows rows;

	TRY(db_run(r->t->db, STMT_RAISE_ARMED_GET,
		   ARGS(val_int(e->org), val_int(e->panel),
			val_int(e->part_no)),
		   r->t->a, &rows, &r->t->why));
	if (rows.n == 0 || (rows.v[0].i != 0) != wants_armed(e))
		return OK;
	if (e->alarm != 0)
		TRY(alarm_hint(r->t, e->alarm,
			       armed_words(r->t, wants_armed(e), rows.v[1].i,
					   &rows.v[2])));
	return end_one(r, e, fate, alarm);
}

enum err
raise_irregular_over(struct raising *r)
{
	enum fate fate = FATE_LOGGED;
	int64_t alarm = 0;
	struct rows rows;

	TRY(db_run(r->t->db, STMT_RAISE_EVENT_ARMING,
		   ARGS(val_int(r->s->org), val_int(r->s->panel)), r->t->a,
		   &rows, &r->t->why));
	for (size_t i = 0; i < rows.n; i++) {
		struct panel_event e;

		raise_event_read(rows_at(&rows, i), &e);
		TRY(end_irregular(r, &e, &fate, &alarm));
	}
	if (fate == FATE_LOGGED)
		return OK;
	return raise_fate(r->t, r->s, fate, alarm, NULL);
}
