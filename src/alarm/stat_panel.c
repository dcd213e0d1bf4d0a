/*
 * stat_panel.c - how long panels were online, and which tests came: K29, K30.
 *
 * Both are read from what the program itself told of a panel: a spell begins
 * with path_overdue or test_missing and ends with path_restored or test_came.
 * A spell that began before the period shows by its end; one without an end
 * goes on.  Before the organisation's first signal nobody listened: that time
 * does not count.
 */
#include <stdlib.h>

#include "alarm/stat.h"
#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"

/* Of stat_panels. */
enum {
	P_ID,
	P_SITE,
	P_SINCE,
	P_TEST,
	P_MAIN,
	P_MAIN_MS,
	P_BACKUP,
	P_BACKUP_MS
};
/* Of stat_own. */
enum { O_PANEL, O_AT, O_CODE, O_DATA };

struct told {
	int64_t panel, at_ms;
	bool begins; /* else ends */
	bool backup;
	bool service; /* of service mode, not of a path */
};

static int
by_panel(const void *x, const void *y)
{
	const struct told *a = x, *b = y;

	if (a->panel != b->panel)
		return a->panel < b->panel ? -1 : 1;
	return (a->at_ms > b->at_ms) - (a->at_ms < b->at_ms);
}

static enum err
load_service(struct task *t, const struct stat_period *p, struct rows *out)
{
	return db_run(t->db, STMT_STAT_SERVICE,
		      ARGS(val_int(t->who.org), val_int(p->from_ms),
			   val_int(p->to_ms)),
		      t->a, out, &t->why);
}

static enum err
load_told(struct task *t, const struct stat_metric *m,
	  const struct stat_period *p, struct told **out, size_t *n)
{
	bool tests = m->source == STAT_TESTS;
	const char *begins = tests ? "test_missing" : "path_overdue";
	const char *ends = tests ? "test_came" : "path_restored";
	struct rows rows, service;

	TRY(db_run(t->db, STMT_STAT_OWN,
		   ARGS(val_int(t->who.org), val_int(id_floor(p->from_ms)),
			val_int(id_floor(p->to_ms)), val_text(str_of(begins)),
			val_text(str_of(ends))),
		   t->a, &rows, &t->why));
	TRY(load_service(t, p, &service));
	*out = ARENA_ARRAY(t->a, rows.n + 2 * service.n, struct told);
	*n = rows.n;
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		(*out)[i] = (struct told){
			.panel = v[O_PANEL].i,
			.at_ms = v[O_AT].i,
			.begins = str_is(v[O_CODE].s, begins),
			.backup = v[O_DATA].type == VAL_TEXT &&
				  str_starts(v[O_DATA].s, STR("path=backup")),
		};
	}
	for (size_t i = 0; !tests && i < service.n; i++) {
		const struct val *v = rows_at(&service, i);

		(*out)[(*n)++] = (struct told){ .panel = v[0].i,
						.at_ms = v[1].i,
						.begins = true,
						.service = true };
		(*out)[(*n)++] = (struct told){ .panel = v[0].i,
						.at_ms = v[2].i,
						.service = true };
	}
	qsort(*out, *n, sizeof(**out), by_panel);
	return OK;
}

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

/* Were the paths down when the time began?  The first that is told says it;
 * when nothing is, how the path stands today. */
static bool
down_at_start(const struct told *v, size_t n, bool backup,
	      const struct val *state, const struct val *since, int64_t from_ms)
{
	for (size_t i = 0; i < n; i++)
		if (!v[i].service && v[i].backup == backup)
			return !v[i].begins;
	return state->type == VAL_TEXT && str_is(state->s, "overdue") &&
	       since->i < from_ms;
}

/* Milliseconds in which no path was up; those in service mode are apart, in
 * *service_ms. */
static int64_t
offline_ms(const struct told *v, size_t n, const struct val *panel,
	   int64_t from_ms, int64_t to_ms, int64_t *service_ms)
{
	bool has_backup = panel[P_BACKUP].type == VAL_TEXT &&
			  !str_is(panel[P_BACKUP].s, "unsupervised");
	bool down[2] = { down_at_start(v, n, false, &panel[P_MAIN],
				       &panel[P_MAIN_MS], from_ms),
			 down_at_start(v, n, true, &panel[P_BACKUP],
				       &panel[P_BACKUP_MS], from_ms) };
	int64_t at = from_ms, sum = 0;
	int services = 0;

	*service_ms = 0;
	for (size_t i = 0; i <= n; i++) {
		int64_t next = i < n ? v[i].at_ms : to_ms;

		next = next < from_ms ? from_ms : next > to_ms ? to_ms : next;
		if (services > 0)
			*service_ms += next - at;
		else if (down[0] && (down[1] || !has_backup))
			sum += next - at;
		at = next;
		if (i < n && v[i].service)
			services += v[i].begins ? 1 : -1;
		else if (i < n)
			down[v[i].backup] = v[i].begins;
	}
	return sum;
}

/* Tests that did not come: one when it is told, and one more for each whole
 * interval that the silence lasted. */
static int64_t
tests_missed(const struct told *v, size_t n, int64_t interval_ms, int64_t to_ms)
{
	int64_t missed = 0;

	for (size_t i = 0; i < n; i++) {
		int64_t end = i + 1 < n ? v[i + 1].at_ms : to_ms;

		if (v[i].begins && end >= v[i].at_ms)
			missed += 1 + (end - v[i].at_ms) / interval_ms;
	}
	return missed;
}

static bool
sample_of(const struct stat_metric *m, const struct val *v,
	  const struct told *told, size_t n, struct stat_sample *out)
{
	int64_t from_ms = out->at_ms, to_ms = out->limit_ms;
	int64_t missed, service_ms;

	/* A panel that was never heard is neither online nor tested. */
	if (v[P_MAIN].type != VAL_TEXT || str_is(v[P_MAIN].s, "waiting"))
		return false;
	if (m->source == STAT_ONLINE) {
		if (str_is(v[P_MAIN].s, "unsupervised"))
			return false;
		out->value_ms =
		    offline_ms(told, n, v, from_ms, to_ms, &service_ms);
		out->has_value = true;
		out->den = (to_ms - from_ms - service_ms) / SECOND_MS;
		out->num = out->den - out->value_ms / SECOND_MS;
		return out->den > 0;
	}
	if (v[P_TEST].type != VAL_INT || v[P_TEST].i <= 0)
		return false;
	out->den = (to_ms - from_ms) / (v[P_TEST].i * HOUR_MS);
	missed = tests_missed(told, n, v[P_TEST].i * HOUR_MS, to_ms);
	out->num = missed < out->den ? out->den - missed : 0;
	return out->den > 0;
}

/* The panel's own among those of all, which are by panel. */
static size_t
told_of(const struct told *v, size_t n, int64_t panel, size_t *first)
{
	size_t low = 0, high = n, end;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (v[mid].panel < panel)
			low = mid + 1;
		else
			high = mid;
	}
	for (end = low; end < n && v[end].panel == panel;)
		end++;
	*first = low;
	return end - low;
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
stat_online(struct task *t, const struct stat_metric *m,
	    const struct stat_period *asked, struct stat_set *out)
{
	struct stat_period p = *asked;
	struct rows panels;
	struct told *told;
	size_t n_told;

	TRY(load_panels(t, &p, &panels));
	TRY(load_told(t, m, &p, &told, &n_told));
	out->v = ARENA_ARRAY(t->a, panels.n, struct stat_sample);
	for (size_t i = 0; i < panels.n; i++) {
		const struct val *v = rows_at(&panels, i);
		struct stat_sample *s = &out->v[out->n];
		size_t first, n;

		*s = (struct stat_sample){ .id = v[P_ID].i,
					   .site = v[P_SITE].i };
		if (!panel_time(t, v, &p, &s->at_ms, &s->limit_ms))
			continue;
		n = told_of(told, n_told, s->id, &first);
		out->n += sample_of(m, v, told + first, n, s);
		s->limit_ms = 0;
	}
	return OK;
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
