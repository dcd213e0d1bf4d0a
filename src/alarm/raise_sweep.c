/* raise_sweep.c - what is due by time alone. */
#include "alarm/raise_parts.h"

#include "base/str.h"
#include "gen/stmt.h"

typedef enum err due_fn(struct task *t, const struct panel_event *e);

static enum err
each(struct task *t, const struct rows *rows, due_fn *fn, int64_t *n)
{
	for (size_t i = 0; i < rows->n; i++) {
		struct panel_event e;

		raise_event_read(rows_at(rows, i), &e);
		t->who = actor_program(e.org);
		TRY(fn(t, &e));
		++*n;
	}
	return OK;
}

/* The time of the delay is over and no restore came. */
static enum err
delay_over(struct task *t, const struct panel_event *e)
{
	struct signal s;
	struct raising r = { .t = t, .s = &s };

	TRY(raise_signal_get(t, e->signal, &s));
	r.code = code_of(s.format, s.code, s.role);
	TRY(rule_find(t, s.org, s.site, s.class, s.priority, &r.rule));
	TRY(raise_zone_get(t, &s, &r.zone));
	return raise_alarm(&r);
}

/* Open for long: once more to the desk. */
static enum err
remind(struct task *t, const struct panel_event *e)
{
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
mode_over(struct task *t, const struct rows *rows, int64_t *n)
{
	struct str list = STR("");
	struct panel_event first, e;
	struct signal s;

	if (rows->n == 0)
		return OK;
	raise_event_read(rows_at(rows, 0), &first);
	t->who = actor_program(first.org);
	for (size_t i = 0; i < rows->n; i++) {
		raise_event_read(rows_at(rows, i), &e);
		if (e.mode != first.mode || e.zone_no < 0)
			continue;
		list =
		    arena_printf(t->a, "%.*s%s%lld", STR_ARG(list),
				 list.n > 0 ? "," : "", (long long)e.zone_no);
	}
	TRY(db_run(t->db, STMT_RAISE_EVENT_UNMODE,
		   ARGS(val_int(first.org), val_int(first.mode)), NULL, NULL,
		   &t->why));
	++*n;
	TRY(raise_signal_get(t, first.signal, &s));
	s.zone_no = s.part_no = s.user_no = SIGNAL_NONE;
	return raise_own(t, &s, "mode_open", list);
}

enum err
raise_sweep(struct task *t, int64_t max, int64_t *n)
{
	const struct val now = val_int(t->now_ms), most = val_int(max);
	struct rows rows;

	*n = 0;
	TRY(db_run(t->db, STMT_RAISE_EVENT_DUE, ARGS(now, most), t->a, &rows,
		   &t->why));
	TRY(each(t, &rows, delay_over, n));
	TRY(db_run(t->db, STMT_RAISE_EVENT_REMIND, ARGS(now, most), t->a, &rows,
		   &t->why));
	TRY(each(t, &rows, remind, n));
	TRY(db_run(t->db, STMT_RAISE_EVENT_MODE, ARGS(most), t->a, &rows,
		   &t->why));
	TRY(mode_over(t, &rows, n));
	return schedule_sweep(t, max, n);
}
