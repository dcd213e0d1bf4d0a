/*
 * plan_done.c - what an alarm has done of its plan: by its entries, and for
 * what is sent or told by the dispatches, reports and notices themselves.
 */
#include "alarm/plan.h"
#include "base/str.h"
#include "gen/stmt.h"

static enum plan_sent
sent_of(struct str kind)
{
	static const char *const kinds[PLAN_SENT_N] = {
		[PLAN_DISPATCH] = "dispatch",
		[PLAN_POLICE] = "police",
		[PLAN_NOTIFY] = "notify",
	};

	for (int i = PLAN_DISPATCH; i < PLAN_SENT_N; i++)
		if (str_is(kind, kinds[i]))
			return (enum plan_sent)i;
	return PLAN_NOT_SENT;
}

static int64_t
branch_of(const struct val *v)
{
	return v->type == VAL_NULL ? PLAN_NEXT : v->i;
}

static struct plan_way
way_of(const struct val *v)
{
	return (struct plan_way){
		.id = v[PLAN_COL_ID].i,
		.no = v[PLAN_COL_NO].i,
		.question = str_is(v[PLAN_COL_KIND].s, "question"),
		.sent = sent_of(v[PLAN_COL_KIND].s),
		.required = v[PLAN_COL_REQUIRED].i != 0,
		.next_yes = branch_of(&v[PLAN_COL_YES]),
		.next_no = branch_of(&v[PLAN_COL_NO_BRANCH]),
		.done = v[PLAN_COL_DONE].i != 0,
		.said_no = v[PLAN_COL_ANSWER].type == VAL_TEXT &&
			   str_is(v[PLAN_COL_ANSWER].s, "no"),
	};
}

/* The nth row of a kind. */
static const struct val *
row_of(const struct rows *sent, enum plan_sent kind, size_t nth)
{
	for (size_t i = 0; i < sent->n; i++)
		if (sent_of(rows_at(sent, i)->s) == kind && nth-- == 0)
			return rows_at(sent, i);
	return NULL;
}

enum err
plan_rows(struct task *t, int64_t plan, int64_t alarm, struct rows *out,
	  struct plan_way **ways)
{
	size_t count[PLAN_SENT_N] = { 0 };
	struct rows sent;
	struct val *v;

	TRY(db_run(t->db, STMT_PLAN_ROWS,
		   ARGS(val_int(t->who.org), val_int(plan), val_int(alarm)),
		   t->a, out, &t->why));
	TRY(db_run(t->db, STMT_PLAN_SENT,
		   ARGS(val_int(t->who.org), val_int(alarm)), t->a, &sent,
		   &t->why));
	*ways = ARENA_ARRAY(t->a, out->n, struct plan_way);
	v = ARENA_ARRAY(t->a, out->n * out->width, struct val);
	for (size_t i = 0; i < out->n * out->width; i++)
		v[i] = out->v[i];
	out->v = v;
	for (size_t i = 0; i < sent.n; i++)
		count[sent_of(rows_at(&sent, i)->s)]++;
	for (size_t i = 0; i < out->n; i++)
		(*ways)[i] = way_of(rows_at(out, i));
	plan_walk(*ways, out->n, count);
	for (size_t i = 0; i < out->n; i++, v += out->width) {
		const struct plan_way *w = &(*ways)[i];
		const struct val *by;

		if (!w->by_row)
			continue;
		by = row_of(&sent, w->sent, w->nth);
		v[PLAN_COL_DONE] = val_int(1);
		v[PLAN_COL_ANSWER] = val_text(STR("done"));
		v[PLAN_COL_AT] = by[1];
		v[PLAN_COL_BY] = by[2];
		v[PLAN_COL_REASON] = val_null();
	}
	return OK;
}

enum err
plan_ways(struct task *t, int64_t plan, int64_t alarm, struct plan_way **out,
	  size_t *n)
{
	struct rows rows;

	TRY(plan_rows(t, plan, alarm, &rows, out));
	*n = rows.n;
	return OK;
}
