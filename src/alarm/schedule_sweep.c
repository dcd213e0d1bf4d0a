/* schedule_sweep.c - what a schedule expects next, and what is missing. */
#include "alarm/schedule.h"

#include "alarm/raise_parts.h"
#include "base/str.h"
#include "gen/stmt.h"

enum err
schedule_changed(struct task *t, int64_t id, const struct val *old,
		 const struct val *row)
{
	(void)old;
	(void)row;
	return db_run(t->db, STMT_SCHEDULE_AGAIN,
		      ARGS(val_int(id), val_int(t->who.org)), t->a, NULL,
		      &t->why);
}

enum err
holiday_changed(struct task *t, int64_t id, const struct val *old,
		const struct val *row)
{
	(void)id;
	(void)old;
	(void)row;
	return db_run(t->db, STMT_SCHEDULE_ALL_AGAIN, ARGS(val_int(t->who.org)),
		      t->a, NULL, &t->why);
}

/* ---- reading ---- */

static void
read_days(struct str set, bool out[7])
{
	static const char *const words[] = { "mon", "tue", "wed", "thu",
					     "fri", "sat", "sun" };

	while (set.n > 0) {
		struct str word = str_cut(set, ',', &set);

		for (size_t i = 0; i < ARRAY_LEN(words); i++)
			out[i] = out[i] || str_is(word, words[i]);
	}
}

static int64_t
minute_of(const struct val *v)
{
	int64_t minute = 0;

	(void)day_minute(v->s, &minute); /* the register has checked it */
	return minute;
}

static enum err
read_holidays(struct task *t, struct schedule *s)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_SCHEDULE_HOLIDAYS,
		   ARGS(val_int(s->org), val_int(s->site)), t->a, &rows,
		   &t->why));
	s->holidays = ARENA_ARRAY(t->a, rows.n + 1, struct schedule_holiday);
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);
		struct schedule_holiday *h = &s->holidays[s->n_holidays];

		if (!date_parse(v[0].s, &h->from_day) ||
		    !date_parse(v[1].s, &h->to_day))
			continue;
		h->is_working = str_is(v[2].s, "working");
		s->n_holidays++;
	}
	return OK;
}

static enum err
read_one(struct task *t, const struct val *v, struct schedule *s)
{
	*s = (struct schedule){
		.id = v[0].i,
		.org = v[1].i,
		.panel = v[2].i,
		.site = v[3].i,
		.customer = v[4].type == VAL_INT ? v[4].i : 0,
		.account = v[5].type == VAL_TEXT ? v[5].s : STR(""),
		.part_no = v[6].type == VAL_INT ? v[6].i : -1,
		.open_min = minute_of(&v[8]),
		.close_min = minute_of(&v[9]),
		.tolerance_ms = v[10].i * MINUTE_MS,
		.repeat_ms = v[11].type == VAL_INT ? v[11].i * MINUTE_MS : 0,
		.tell_late_open = v[12].i != 0,
		.tell_early_open = v[13].i != 0,
	};
	read_days(v[7].s, s->weekday);
	return v[14].i != 0 ? read_holidays(t, s) : OK;
}

/* ---- late ---- */

static enum err
armed_of(struct task *t, const struct schedule *s, bool *known, bool *armed)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_RAISE_ARMED_GET,
		   ARGS(val_int(s->org), val_int(s->panel),
			val_int(s->part_no)),
		   t->a, &rows, &t->why));
	*known = rows.n > 0;
	*armed = *known && rows.v[0].i != 0;
	return OK;
}

static enum err
tell(struct task *t, const struct schedule *s, const char *code)
{
	const struct signal about = {
		.org = s->org,
		.panel = s->panel,
		.site = s->site,
		.customer = s->customer,
		.account = s->account,
		.part_no = s->part_no < 0 ? SIGNAL_NONE : s->part_no,
		.zone_no = SIGNAL_NONE,
		.user_no = SIGNAL_NONE,
	};

	return raise_own(t, &about, code, STR(""));
}

static enum err
plan(struct task *t, const struct schedule *s, int64_t at_ms, const char *what)
{
	return db_run(t->db, STMT_SCHEDULE_PLAN,
		      ARGS(val_int(s->id), val_int(s->org), val_int(at_ms),
			   val_text(str_of(what))),
		      NULL, NULL, &t->why);
}

static enum err
plan_next(struct task *t, const struct schedule *s)
{
	bool is_open;
	int64_t at_ms = schedule_next(s, task_zone(t), t->now_ms, &is_open);

	return plan(t, s, at_ms, is_open ? "open" : "close");
}

/* Still open after the time: once, or every repeat until it is armed or the
 * next thing is due. */
static enum err
late_close(struct task *t, const struct schedule *s)
{
	int64_t again_ms = t->now_ms + s->repeat_ms;
	bool is_open;

	TRY(tell(t, s, "late_close"));
	if (s->repeat_ms == 0 ||
	    again_ms >= schedule_next(s, task_zone(t), t->now_ms, &is_open))
		return plan_next(t, s);
	return plan(t, s, again_ms, "close");
}

/* Nobody knows the state of a panel that never told: nothing is said. */
static enum err
due(struct task *t, const struct schedule *s, struct str what)
{
	bool known, armed;

	TRY(armed_of(t, s, &known, &armed));
	if (known && armed && str_is(what, "open"))
		TRY(tell(t, s, "late_open"));
	if (known && !armed && str_is(what, "close"))
		return late_close(t, s);
	return plan_next(t, s);
}

static enum err
due_row(struct task *t, const void *ctx)
{
	const struct val *v = ctx;
	struct schedule s;

	TRY(read_one(t, v, &s));
	if (v[16].type != VAL_NULL) /* retired */
		return plan(t, &s, INT64_MAX, "plan");
	if (v[17].i == 0) /* nobody guards it; it may come back */
		return plan_next(t, &s);
	return due(t, &s, v[15].s);
}

static enum err
later(struct task *t, const struct val *v)
{
	return db_run(t->db, STMT_SCHEDULE_PLAN,
		      ARGS(v[0], v[1], val_int(t->now_ms + RAISE_LATER_MS),
			   v[15]),
		      NULL, NULL, &t->why);
}

enum err
schedule_sweep(struct task *t, int64_t upto_ms, int64_t max, int64_t *n)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_SCHEDULE_DUE,
		   ARGS(val_int(upto_ms), val_int(max)), t->a, &rows, &t->why));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);
		bool good;

		t->who = actor_program(v[1].i);
		TRY(raise_apart(t, due_row, v, v[0].i, &good));
		*n += good;
		if (!good)
			TRY(later(t, v));
	}
	return OK;
}

/* ---- openings and closings as they come ---- */

/* An opening that no schedule of the partition expects. */
static enum err
judge(struct raising *r)
{
	enum opening worst = OPENING_GOOD;
	struct rows rows;

	TRY(db_run(r->t->db, STMT_SCHEDULE_OF,
		   ARGS(val_int(r->s->org), val_int(r->s->panel)), r->t->a,
		   &rows, &r->t->why));
	for (size_t i = 0; i < rows.n; i++) {
		struct schedule s;
		enum opening o;

		TRY(read_one(r->t, rows_at(&rows, i), &s));
		if (!s.tell_early_open ||
		    (s.part_no >= 0 && s.part_no != r->s->part_no))
			continue;
		o = schedule_judge(&s, task_zone(r->t), r->s->received_ms);
		if (o == OPENING_GOOD)
			return OK;
		worst = o;
	}
	if (worst == OPENING_GOOD)
		return OK;
	return raise_own(r->t, r->s,
			 worst == OPENING_EARLY ? "early_open" : "odd_open",
			 r->s->text);
}

enum err
raise_armed(struct raising *r)
{
	const struct signal *s = r->s;
	bool opens = str_is(s->role, "open");

	if (s->panel == 0)
		return OK;
	TRY(db_run(r->t->db, STMT_RAISE_ARMED_PUT,
		   ARGS(val_int(s->panel), val_int(s->part_no), val_int(s->org),
			val_id(s->site), val_int(!opens),
			val_int(s->received_ms),
			s->user_no < 0 ? val_null() : val_int(s->user_no),
			val_int(s->id)),
		   NULL, NULL, &r->t->why));
	TRY(raise_irregular_over(r));
	/* A panel that says itself that it is early is believed. */
	return opens && str_is(s->class, "openclose") ? judge(r) : OK;
}
