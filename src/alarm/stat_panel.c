/*
 * stat_panel.c - the time of panels: K29 to K31 from the days that the
 * supervision has written (path_day), and days in use.
 */
#include <stdlib.h>

#include "alarm/stat.h"
#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"

/* Of stat_by_panel, stat_by_day, stat_of_panel. */
enum {
	D_PANEL,
	D_SITE,
	D_DAY,
	D_ONLINE,
	D_OFFLINE,
	D_FRAMES,
	D_GAPS,
	D_DUE,
	D_MISSED
};

bool
stat_is_of_panels(const struct stat_metric *m)
{
	return m->source == STAT_ONLINE || m->source == STAT_TESTS ||
	       m->source == STAT_LOSS;
}

/* Tests are kept in thousandths: a day is rarely a whole number of them. */
static void
count(const struct stat_metric *m, const struct val *v, struct stat_sample *s)
{
	int64_t due = (v[D_DUE].i + 500) / 1000, missed = v[D_MISSED].i;

	if (m->source == STAT_ONLINE) {
		s->num = v[D_ONLINE].i;
		s->den = v[D_ONLINE].i + v[D_OFFLINE].i;
	} else if (m->source == STAT_LOSS) {
		s->num = v[D_GAPS].i;
		s->den = v[D_FRAMES].i + v[D_GAPS].i;
	} else {
		s->num = missed < due ? due - missed : 0;
		s->den = due;
	}
}

/* What is far from good first. */
static int
by_lack(const void *x, const void *y)
{
	const struct stat_sample *a = x, *b = y;
	int64_t lack_a = a->den - a->num, lack_b = b->den - b->num;

	if (lack_a != lack_b)
		return lack_a > lack_b ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}
static int
by_loss(const void *x, const void *y)
{
	const struct stat_sample *a = x, *b = y;

	if (a->num != b->num)
		return a->num > b->num ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

static enum err
load_days(struct task *t, const struct stat_period *p, struct rows *out)
{
	const struct zone *zone = task_zone(t);
	int stmt = p->by_day ? STMT_STAT_BY_DAY : STMT_STAT_BY_PANEL;
	char from[11], to[11];

	date_print(zone_date(zone, p->from_ms), from);
	date_print(zone_date(zone, p->to_ms - 1), to);
	if (p->panel != 0)
		stmt = STMT_STAT_OF_PANEL;
	return db_run(t->db, stmt,
		      ARGS(val_int(t->who.org), val_text(str_of(from)),
			   val_text(str_of(to)),
			   val_int(p->panel != 0 ? p->panel : p->site)),
		      t->a, out, &t->why);
}

enum err
stat_panel_time(struct task *t, const struct stat_metric *m,
		const struct stat_period *p, struct stat_set *out)
{
	struct rows rows;
	int64_t days;

	TRY(load_days(t, p, &rows));
	out->v = ARENA_ARRAY(t->a, rows.n, struct stat_sample);
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);
		struct stat_sample *s = &out->v[out->n];

		*s = (struct stat_sample){ .id = v[D_PANEL].i,
					   .panel = v[D_PANEL].i,
					   .site = v[D_SITE].i };
		if (date_parse(v[D_DAY].s, &days))
			s->at_ms = zone_day_start(task_zone(t), days);
		count(m, v, s);
		out->n += s->den > 0;
	}
	if (!p->by_day && p->panel == 0 && out->n > 1)
		qsort(out->v, out->n, sizeof(*out->v),
		      m->good == STAT_LESS ? by_loss : by_lack);
	return OK;
}

/* ---- days in use ---- */

/* Of stat_panels. */
enum { P_ID, P_SITE, P_SINCE };

/* The part of the period in which the panel was in use; false: none. */
static bool
panel_time(struct task *t, const struct val *v, const struct stat_period *p,
	   int64_t *from_ms, int64_t *to_ms)
{
	int64_t days;

	*from_ms = p->from_ms;
	*to_ms = p->to_ms < t->now_ms ? p->to_ms : t->now_ms;
	if (v[P_SINCE].type != VAL_TEXT || !date_parse(v[P_SINCE].s, &days))
		return false;
	if (zone_day_start(task_zone(t), days) > *from_ms)
		*from_ms = zone_day_start(task_zone(t), days);
	return *from_ms < *to_ms && (p->site == 0 || v[P_SITE].i == p->site);
}

/* No panels when nothing was ever heard; else the period begins then. */
static enum err
load_panels(struct task *t, struct stat_period *p, struct rows *out)
{
	struct val org = val_int(t->who.org);
	struct rows first;

	*out = (struct rows){ 0 };
	TRY(db_run(t->db, STMT_STAT_FIRST, ARGS(org), t->a, &first, &t->why));
	if (first.n == 0)
		return OK;
	if (id_ms(first.v[0].i) > p->from_ms)
		p->from_ms = id_ms(first.v[0].i);
	return db_run(t->db, STMT_STAT_PANELS, ARGS(org), t->a, out, &t->why);
}

enum err
stat_panel_days(struct task *t, const struct stat_period *asked, int64_t *out)
{
	int64_t sum = 0, from_ms, to_ms;
	struct stat_period p = *asked;
	struct rows panels;

	TRY(load_panels(t, &p, &panels));
	for (size_t i = 0; i < panels.n; i++)
		if (panel_time(t, rows_at(&panels, i), &p, &from_ms, &to_ms))
			sum += (to_ms - from_ms) / MINUTE_MS;
	*out = sum / (24 * 60);
	return OK;
}
