/* raise_sweep.c - what is due by time alone. */
#include "alarm/raise_parts.h"

#include "alarm/held.h"
#include "base/log.h"
#include "base/str.h"
#include "gen/stmt.h"

/* It read a row that somebody else was about to change. */
static bool
is_race(enum err rc)
{
	return rc == ERR_VERSION || rc == ERR_STATE || rc == ERR_CONFLICT;
}
#define RACES_MAX 4

enum err
raise_apart(struct task *t, apart_fn *fn, const void *ctx, int64_t id,
	    bool *good)
{
	enum err rc = task_apart(t, fn, ctx);

	for (int i = 1; i < RACES_MAX && is_race(rc); i++) {
		t->why = (struct why){ .room = t->a };
		rc = task_apart(t, fn, ctx);
	}
	*good = rc == OK;
	if (rc == OK || task_is_lost(rc))
		return rc;
	log_limited(LOG_ERROR, LOG_JOB, "raise", STR(""), 10,
		    "signal=%lld why=\"%s\"", (long long)id,
		    t->why.text[LANG_EN]);
	t->why = (struct why){ .room = t->a };
	return OK;
}

/* One that fails is tried again later, so that the others get their turn. */
static enum err
each(struct task *t, const struct rows *rows, apart_fn *fn, int later,
     int64_t *n)
{
	for (size_t i = 0; i < rows->n; i++) {
		struct panel_event e;
		bool good;

		raise_event_read(rows_at(rows, i), &e);
		t->who = actor_program(e.org);
		TRY(raise_apart(t, fn, &e, e.signal, &good));
		*n += good;
		if (good)
			continue;
		TRY(db_run(t->db, later,
			   ARGS(val_int(e.org), val_int(e.panel),
				val_int(e.zone_no), val_text(e.code),
				val_int(t->now_ms + RAISE_LATER_MS)),
			   NULL, NULL, &t->why));
	}
	return OK;
}

/* To the desk after all, by the rules of its time. */
static enum err
raise_stored(struct task *t, int64_t signal)
{
	struct signal s;
	struct raising r = { .t = t, .s = &s };

	TRY(raise_signal_get(t, signal, &s));
	r.code = code_of(s.format, s.code, s.role);
	TRY(rule_find(t, s.org, s.site, s.class, s.priority, &r.rule));
	TRY(raise_zone_get(t, &s, &r.zone));
	return raise_alarm(&r);
}

/* The time of the delay is over and no restore came. */
static enum err
delay_over(struct task *t, const void *ctx)
{
	const struct panel_event *e = ctx;

	TRY(held_end(t, e->held, "raise"));
	return raise_stored(t, e->signal);
}

enum err
raise_now(struct task *t, int64_t held, int64_t signal)
{
	struct panel_event e;
	struct rows rows;

	TRY(db_run(t->db, STMT_HELD_EVENT,
		   ARGS(val_int(t->who.org), val_int(held)), t->a, &rows,
		   &t->why));
	if (rows.n > 0) {
		raise_event_read(rows.v, &e);
		return raise_stored(t, e.signal);
	}
	TRY(db_run(t->db, STMT_HELD_RATE_FORGET,
		   ARGS(val_int(t->who.org), val_int(held)), NULL, NULL,
		   &t->why));
	return raise_stored(t, signal);
}

/* ---- episodes ---- */

static enum err
held_over(struct task *t, const void *ctx)
{
	const int64_t *id = ctx;

	return held_end(t, *id, "over");
}

/* id, org */
static enum err
end_episodes(struct task *t, const struct rows *rows, int64_t *n)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct val *v = rows_at(rows, i);
		bool good;

		t->who = actor_program(v[1].i);
		TRY(raise_apart(t, held_over, &v[0].i, v[0].i, &good));
		*n += good;
	}
	return OK;
}

static enum err
sweep_held(struct task *t, int64_t max, int64_t *n)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_RAISE_RATE_QUIET,
		   ARGS(val_int(t->now_ms - DAY_MS)), NULL, NULL, &t->why));
	TRY(db_run(t->db, STMT_HELD_DUE, ARGS(val_int(t->now_ms), val_int(max)),
		   t->a, &rows, &t->why));
	TRY(end_episodes(t, &rows, n));
	TRY(db_run(t->db, STMT_HELD_RESUMED, ARGS(val_int(max)), t->a, &rows,
		   &t->why));
	return end_episodes(t, &rows, n);
}

/* Open for long: once more to the desk. */
static enum err
remind(struct task *t, const void *ctx)
{
	const struct panel_event *e = ctx;
	const struct code *c = code_of(e->format, e->code, STR("alarm"));
	struct signal s;

	TRY(db_run(t->db, STMT_RAISE_EVENT_REMINDED,
		   ARGS(val_int(e->org), val_int(e->panel), val_int(e->zone_no),
			val_text(e->code)),
		   NULL, NULL, &t->why));
	TRY(raise_signal_get(t, e->signal, &s));
	return raise_own(t, &s, "no_restore",
			 str_of(c == NULL ? NULL : c->name.zh));
}

/* Service mode is over and zones that were used still stand open.  One
 * signal for all of them. */
static enum err
mode_forget(struct task *t, const struct panel_event *e)
{
	return db_run(t->db, STMT_RAISE_EVENT_UNMODE,
		      ARGS(val_int(e->org), val_int(e->mode)), NULL, NULL,
		      &t->why);
}

static enum err
mode_over(struct task *t, const void *ctx)
{
	const struct rows *rows = ctx;
	struct str list = STR("");
	struct panel_event first, e;
	struct signal s;

	raise_event_read(rows_at(rows, 0), &first);
	for (size_t i = 0; i < rows->n; i++) {
		raise_event_read(rows_at(rows, i), &e);
		if (e.mode != first.mode || e.zone_no < 0)
			continue;
		list =
		    arena_printf(t->a, "%.*s%s%lld", STR_ARG(list),
				 list.n > 0 ? "," : "", (long long)e.zone_no);
	}
	TRY(mode_forget(t, &first));
	TRY(raise_signal_get(t, first.signal, &s));
	s.zone_no = s.part_no = s.user_no = SIGNAL_NONE;
	return raise_own(t, &s, "mode_open", list);
}

static enum err
first_mode(struct task *t, const struct rows *rows, int64_t *n)
{
	struct panel_event first;
	bool good;

	if (rows->n == 0)
		return OK;
	raise_event_read(rows->v, &first);
	t->who = actor_program(first.org);
	TRY(raise_apart(t, mode_over, rows, first.signal, &good));
	*n += good;
	/* What cannot be told must not hide the next one's. */
	return good ? OK : mode_forget(t, &first);
}

enum err
raise_sweep(struct task *t, int64_t upto_ms, int64_t max, int64_t *n)
{
	const struct val now = val_int(upto_ms), most = val_int(max);
	struct rows rows;

	*n = 0;
	TRY(db_run(t->db, STMT_RAISE_EVENT_DUE, ARGS(now, most), t->a, &rows,
		   &t->why));
	TRY(each(t, &rows, delay_over, STMT_RAISE_EVENT_DELAY, n));
	TRY(db_run(t->db, STMT_RAISE_EVENT_REMIND, ARGS(now, most), t->a, &rows,
		   &t->why));
	TRY(each(t, &rows, remind, STMT_RAISE_EVENT_LATER, n));
	TRY(db_run(t->db, STMT_RAISE_EVENT_MODE, ARGS(most), t->a, &rows,
		   &t->why));
	TRY(first_mode(t, &rows, n));
	TRY(again_sweep(t, max, n));
	TRY(sweep_held(t, max, n));
	return schedule_sweep(t, upto_ms, max, n);
}
