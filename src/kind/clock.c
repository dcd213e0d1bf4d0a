/* clock.c - deadlines: turning them, and the sweeper. */
#include "kind/clock.h"

#include <stdatomic.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/log.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/journal.h"
#include "kind/process.h"

/* One byte per fraction, the first the lowest: the setting may change while
 * the sweeper reads. */
static _Atomic uint64_t warn = 50 | 80 << 8 | 100 << 16;

void
clock_warn_set(const struct clock_warn *w)
{
	uint64_t packed = 0;

	must(w->n >= 1 && w->n <= ARRAY_LEN(w->percent) &&
	     w->percent[w->n - 1] == 100);
	for (size_t i = w->n; i > 0; i--) {
		must(w->percent[i - 1] >= 1 && w->percent[i - 1] <= 100);
		packed = packed << 8 | (uint64_t)w->percent[i - 1];
	}
	atomic_store(&warn, packed);
}

/* clang-format off */
static const struct col clock_cols[] = {
	/* name         type      into */
	{ "id",         COL_INT,  offsetof(struct clock_view, id) },
	{ "row",        COL_INT,  offsetof(struct clock_view, row) },
	{ "start_ms",   COL_INT,  offsetof(struct clock_view, start_ms) },
	{ "due_ms",     COL_INT,  offsetof(struct clock_view, due_ms) },
	{ "stopped_ms", COL_INT,  offsetof(struct clock_view, stopped_ms) },
	{ "warned",     COL_INT,  offsetof(struct clock_view, warned) },
	{ "reg",        COL_TEXT, offsetof(struct clock_view, reg) },
	{ "name",       COL_TEXT, offsetof(struct clock_view, name) },
	{ "source",     COL_TEXT, offsetof(struct clock_view, source) },
	{ "is_void",    COL_BOOL, offsetof(struct clock_view, is_void) },
	{ "org",        COL_INT,  offsetof(struct clock_view, org) },
};
/* clang-format on */
#define N_COLS (ARRAY_LEN(clock_cols) - 1) /* the last for the sweeper only */

/* The instant of a fraction; integers, rounded up to the millisecond. */
static int64_t
fraction_ms(const struct clock_view *c, int64_t percent)
{
	int64_t span = c->due_ms - c->start_ms;

	return c->start_ms + span / 100 * percent +
	       (span % 100 * percent + 99) / 100;
}

/* When to look next, given what was told; 0: never again. */
static int64_t
next_look(const struct clock_view *c)
{
	for (uint64_t w = atomic_load(&warn); w != 0; w >>= 8)
		if ((int64_t)(w & 255) > c->warned)
			return fraction_ms(c, (int64_t)(w & 255));
	return 0;
}

static enum err
clock_add(struct task *t, const struct reg *r, const struct clock_view *c)
{
	bool runs = c->stopped_ms == 0;

	return db_run(t->db, STMT_CLOCK_ADD,
		      ARGS(val_int(id_new(t->now_ms)), val_int(t->who.org),
			   val_text(str_of(r->name)), val_int(c->row),
			   val_text(c->name), val_int(c->start_ms),
			   val_int(c->due_ms),
			   runs ? val_int(next_look(c)) : val_null(),
			   val_id(c->stopped_ms), val_text(c->source)),
		      NULL, NULL, &t->why);
}

static enum err
clock_save(struct task *t, const struct clock_view *c)
{
	bool runs = c->stopped_ms == 0 && !c->is_void;

	return db_run(t->db, STMT_CLOCK_SET,
		      ARGS(val_int(c->id), val_int(t->who.org),
			   val_int(c->due_ms),
			   runs ? val_id(next_look(c)) : val_null(),
			   val_id(c->stopped_ms), val_int(c->is_void),
			   val_text(c->source), val_int(c->warned)),
		      NULL, NULL, &t->why);
}

/* C.3.4: both results are kept, that of the old limit void. */
static enum err
clock_relimit(struct task *t, const struct reg *r, struct clock_view *old,
	      const struct clock_view *now)
{
	struct clock_view c = *now;

	c.stopped_ms = old->stopped_ms;
	old->is_void = true;
	TRY(clock_save(t, old));
	return c.due_ms > c.start_ms ? clock_add(t, r, &c) : OK;
}

enum err
clock_turn(struct task *t, const struct reg *r, int64_t row, const char *name,
	   enum turn turn, int64_t at_ms, struct clock_limit limit)
{
	struct clock_view *old, c = { .row = row,
				      .name = str_of(name),
				      .start_ms = at_ms,
				      .due_ms = at_ms + limit.limit_ms,
				      .source = str_of(limit.source) };
	void *list;
	size_t n;

	if (turn == KEEP)
		return OK;
	must(turn != START || limit.limit_ms > 0);
	if (turn == START)
		return clock_add(t, r, &c);
	TRY(db_list(t->db, STMT_CLOCK_OF,
		    ARGS(val_int(t->who.org), val_int(row),
			 val_text(str_of(name))),
		    clock_cols, N_COLS, sizeof(c), t->a, &list, &n, &t->why));
	old = list;
	if (n == 0) /* no rule set one: nothing to turn, perhaps to begin */
		return turn == RELIMIT && limit.limit_ms > 0 ?
			   clock_add(t, r, &c) :
			   OK;
	if (turn == RELIMIT)
		return clock_relimit(t, r, old, &c);
	if (turn == STOP && (old->stopped_ms == 0 || at_ms < old->stopped_ms))
		old->stopped_ms = at_ms;
	else if (turn == RESTART)
		old->stopped_ms = 0;
	else if (turn == VOID && old->stopped_ms == 0)
		old->is_void = true;
	return clock_save(t, old);
}

enum err
clock_has(struct task *t, int64_t row, const char *name, bool *out)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_CLOCK_OF,
		   ARGS(val_int(t->who.org), val_int(row),
			val_text(str_of(name))),
		   t->a, &rows, &t->why));
	*out = rows.n > 0;
	return OK;
}

enum err
clock_list(struct task *t, const struct reg *r, int64_t row,
	   struct clock_view **out, size_t *n)
{
	void *list;

	(void)r;
	TRY(db_list(t->db, STMT_CLOCK_OF_ROW,
		    ARGS(val_int(t->who.org), val_int(row)), clock_cols, N_COLS,
		    sizeof(struct clock_view), t->a, &list, n, &t->why));
	*out = list;
	return OK;
}

enum err
clock_running(struct task *t, int64_t max, struct clock_view **out, size_t *n)
{
	void *list;

	TRY(db_list(t->db, STMT_CLOCK_RUNNING,
		    ARGS(val_int(t->who.org), val_int(max)), clock_cols, N_COLS,
		    sizeof(struct clock_view), t->a, &list, n, &t->why));
	*out = list;
	return OK;
}

const char *
clock_state(const struct clock_view *c, int64_t now_ms)
{
	if (c->is_void)
		return "void";
	if (c->stopped_ms != 0)
		return c->stopped_ms <= c->due_ms ? "met" : "missed";
	if (now_ms > c->due_ms)
		return "overdue";
	return c->warned > 0 ? "warned" : "running";
}

static const struct proc_clock *
kind_of(const struct reg *r, struct str name)
{
	const struct proc_clock *c = r->process->clocks;

	for (; c != NULL && c->name != NULL; c++)
		if (str_is(name, c->name))
			return c;
	return NULL;
}

/* The journal of the row says that a fraction was reached. */
static enum err
tell(struct task *t, const struct reg *r, const struct clock_view *c,
     int64_t percent)
{
	struct buf b = buf_open(1024);
	struct jw j = jw_open(&b);
	struct journal_entry e = { .row = c->row,
				   .reg = r->name,
				   .op = "clock",
				   .event = arena_cstr(t->a, c->name) };
	struct event ev = { .org = t->who.org,
			    .row = c->row,
			    .at_ms = t->now_ms,
			    .reg = r->name,
			    .op = "clock" };

	jw_begin(&j, '[');
	jw_begin(&j, '{');
	jw_key(&j, "due_ms");
	jw_int(&j, c->due_ms);
	jw_key(&j, "field");
	jw_str(&j, c->name);
	jw_key(&j, "from");
	jw_null(&j);
	jw_key(&j, "to");
	jw_int(&j, percent);
	jw_end(&j, '}');
	jw_end(&j, ']');
	e.changes = arena_str(t->a, buf_str(&b));
	buf_release(&b);
	task_event(t, ev);
	return journal_write(t, &e);
}

static enum err
reach(struct task *t, struct clock_view *c)
{
	const struct reg *r = reg_find(c->reg);
	const struct proc_clock *kind;
	int64_t percent = c->warned;

	must(r != NULL && r->process != NULL);
	/* After a long stop several fractions have passed: the highest. */
	for (uint64_t w = atomic_load(&warn); w != 0; w >>= 8)
		if ((int64_t)(w & 255) > c->warned &&
		    fraction_ms(c, (int64_t)(w & 255)) <= t->now_ms)
			percent = (int64_t)(w & 255);
	kind = kind_of(r, c->name);
	if (percent > c->warned) {
		TRY(tell(t, r, c, percent));
		if (kind != NULL && kind->reached != NULL)
			TRY(kind->reached(t, c, percent));
		c->warned = percent;
	}
	return db_run(t->db, STMT_CLOCK_WARNED,
		      ARGS(val_int(c->id), val_int(t->who.org),
			   val_int(c->warned), val_id(next_look(c))),
		      NULL, NULL, &t->why);
}

/* A clock whose handler fails must not stop the others: it is looked at
 * again in a minute and the log says why. */
static enum err
reach_alone(struct task *t, const struct clock_view *c)
{
	struct event *first = t->events, **end = t->events_end;
	struct clock_view now = *c;
	enum err rc;

	TRY(db_mark(t->db, &t->why));
	rc = db_unmark(t->db, reach(t, &now), &t->why);
	if (rc == OK || rc == ERR_STORAGE || rc == ERR_BUSY)
		return rc;
	/* What was undone is not told. */
	t->events = first;
	t->events_end = end;
	if (first != NULL)
		*end = NULL;
	log_error(LOG_CLOCK, "handler", "clock=%lld why=\"%s\"",
		  (long long)c->id, t->why.text[LANG_EN]);
	return db_run(t->db, STMT_CLOCK_WARNED,
		      ARGS(val_int(c->id), val_int(t->who.org),
			   val_int(c->warned), val_int(t->now_ms + MINUTE_MS)),
		      NULL, NULL, &t->why);
}

enum err
clock_sweep(struct task *t, int64_t max, int64_t *handled)
{
	struct clock_view *c;
	void *list;
	size_t n;

	TRY(db_list(t->db, STMT_CLOCK_DUE,
		    ARGS(val_int(t->now_ms), val_int(max)), clock_cols,
		    ARRAY_LEN(clock_cols), sizeof(struct clock_view), t->a,
		    &list, &n, &t->why));
	c = list;
	for (size_t i = 0; i < n; i++) {
		t->who.org = c[i].org;
		TRY(reach_alone(t, &c[i]));
	}
	*handled = (int64_t)n;
	return OK;
}

enum err
clock_next(struct task *t, int64_t *at_ms)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_CLOCK_NEXT, NO_ARGS, t->a, &rows, &t->why));
	*at_ms = rows.n == 0 ? INT64_MAX : rows.v[0].i;
	return OK;
}
