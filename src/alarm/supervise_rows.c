/* supervise_rows.c - the rows of paths: how they stand, what a day counted. */
#include "alarm/supervise_store.h"
#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"

static struct val
val_some(const char *text)
{
	return text[0] == '\0' ? val_null() : val_text(str_of(text));
}

static struct val
val_when(int64_t ms)
{
	return ms == SEEN_NONE ? val_null() : val_int(ms);
}

static enum err
state_write(struct db *db, const struct path_now *v, int64_t node,
	    int64_t now_ms, struct why *why)
{
	const char *transport = v->is_udp ? "udp" : "tcp";

	if (v->seen_ms == SEEN_NONE)
		transport = "";
	return db_later(db, STMT_PATH_SAVE,
			ARGS(val_int(v->panel),
			     val_text(str_of(path_role_word(v->role))),
			     val_int(v->org), val_int(v->site), val_int(node),
			     val_some(transport), val_some(v->line),
			     val_some(v->peer),
			     val_text(str_of(path_state_word(v->state))),
			     val_some(v->storm), val_some(v->carrier),
			     val_some(v->region), val_int(v->since_ms),
			     val_when(v->seen_ms), val_when(v->signal_ms),
			     val_when(v->clock_diff_ms), val_int(v->clock_off),
			     val_int(v->test_missing), val_int(v->frames),
			     val_int(v->gaps), val_int(v->repeats),
			     val_int(now_ms)),
			why);
}

static bool
is_nothing(const struct path_sums *s)
{
	return (s->frames | s->gaps | s->repeats | s->up_s | s->down_s |
		s->online_s | s->offline_s | s->service_s | s->tests_due_milli |
		s->tests_missed) == 0;
}

static enum err
day_write(struct db *db, const struct path_now *v, const struct path_sums *s,
	  int64_t days, struct why *why)
{
	char day[11];

	if (is_nothing(s))
		return OK;
	date_print(days, day);
	return db_later(db, STMT_PATH_DAY_ADD,
			ARGS(val_int(v->org), val_text(str_of(day)),
			     val_int(v->panel),
			     val_text(str_of(path_role_word(v->role))),
			     val_int(v->site), val_int(s->heartbeats),
			     val_int(s->frames), val_int(s->up_s),
			     val_int(s->down_s), val_int(s->gaps),
			     val_int(s->repeats), val_int(s->online_s),
			     val_int(s->offline_s), val_int(s->service_s),
			     val_int(s->tests_due_milli),
			     val_int(s->tests_missed)),
			why);
}

/* The part of a time that was before midnight; counts are the later day's. */
static struct path_sums
before_midnight(struct path_sums *s, int64_t part_s, int64_t all_s)
{
	int64_t *const times[] = { &s->up_s,	  &s->down_s,
				   &s->online_s,  &s->offline_s,
				   &s->service_s, &s->tests_due_milli };
	struct path_sums out = { 0 };
	int64_t *const parts[] = { &out.up_s,	   &out.down_s,
				   &out.online_s,  &out.offline_s,
				   &out.service_s, &out.tests_due_milli };

	for (size_t i = 0; i < ARRAY_LEN(times); i++) {
		*parts[i] = *times[i] * part_s / all_s;
		*times[i] -= *parts[i];
	}
	return out;
}

static enum err
days_write(struct db *db, const struct path_now *v, int64_t now_ms,
	   struct arena *a, struct why *why)
{
	struct task t = {
		.db = db, .a = a, .now_ms = now_ms, .who = actor_program(v->org)
	};
	const struct zone *zone = task_zone(&t);
	int64_t today = zone_date(zone, now_ms), since_s;
	struct path_sums sums = v->sums, before;

	since_s = (now_ms - zone_day_start(zone, today)) / SECOND_MS;
	if (v->counted_s > since_s) {
		before = before_midnight(&sums, v->counted_s - since_s,
					 v->counted_s);
		TRY(day_write(db, v, &before, today - 1, why));
	}
	return day_write(db, v, &sums, today, why);
}

enum err
path_rows_write(struct db *db, const struct path_now *v, size_t n, int64_t node,
		int64_t now_ms, struct why *why)
{
	struct arena a = { 0 };
	enum err rc = OK;

	for (size_t i = 0; rc == OK && i < n; i++) {
		rc = state_write(db, &v[i], node, now_ms, why);
		if (rc == OK)
			rc = days_write(db, &v[i], now_ms, &a, why);
	}
	arena_release(&a);
	return rc;
}

enum err
path_rows_drop(struct db *db, const struct watch_gones *g, struct why *why)
{
	for (size_t i = 0; i < g->n; i++)
		TRY(db_later(db, STMT_PATH_DROP,
			     ARGS(val_int(g->v[i].panel),
				  val_text(g->v[i].all ? STR("all") :
							 STR("backup"))),
			     why));
	return OK;
}
