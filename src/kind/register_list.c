/* register_list.c - pages of rows by keyset; empty sort values come last. */
#include <string.h>

#include "base/str.h"
#include "kind/find.h"
#include "kind/register_row.h"
#include "kind/register_sql.h"

struct listing {
	struct val args[LIST_FILTERS_MAX + 9];
	size_t n;
	struct list_shape shape;
};

static void
add(struct listing *l, struct val v)
{
	must(l->n < ARRAY_LEN(l->args));
	l->args[l->n++] = v;
}

/* Arguments in the order in which register_sql.c numbers them. */
static enum err
listing_open(struct task *t, const struct reg *r, const struct reg_query *q,
	     struct listing *l)
{
	*l = (struct listing){ .shape = { .reg = r,
					  .sort = q->sort,
					  .descending = q->descending,
					  .retired = q->retired,
					  .scope = reg_scope(t, r) } };
	add(l, val_int(t->who.org));
	if (l->shape.scope != SCOPE_ORG)
		add(l, val_int(t->who.customer));
	for (size_t i = 0; i < r->n_fields; i++)
		for (size_t k = 0; k < q->n_filters; k++)
			if (q->filters[k].field == i) {
				l->shape.filters |= UINT64_C(1) << i;
				add(l, q->filters[k].value);
			}
	if (q->q.n == 0)
		return OK;
	l->shape.has_q = true;
	struct buf b = buf_open(8192);
	bool good = find_query(&b, db_kind(t->db), t->who.org, r->name, q->q);

	add(l, val_text(arena_str(t->a, buf_str(&b))));
	buf_release(&b);
	if (!good)
		return fail(&t->why, ERR_BAD_REQUEST,
			    "q: type letters, digits or Chinese characters",
			    "q：请输入字母、数字或汉字");
	return OK;
}

static void
add_range(struct listing *l, const struct reg_query *q, bool nulls)
{
	l->shape.nulls = nulls;
	l->shape.has_from = !nulls && q->from.type != VAL_NULL;
	l->shape.has_to = !nulls && q->to.type != VAL_NULL;
	if (l->shape.has_from)
		add(l, q->from);
	if (l->shape.has_to)
		add(l, q->to);
	l->shape.has_after =
	    q->has_after &&
	    (q->sort < 0 || nulls == (q->after.type == VAL_NULL));
	if (!l->shape.has_after)
		return;
	if (q->sort >= 0 && !nulls)
		add(l, q->after);
	add(l, val_int(q->after_id));
}

static enum err
listing_run(struct task *t, struct listing *l, int64_t limit, struct rows *out)
{
	int stmt = list_stmt(&l->shape);

	if (stmt < 0)
		return fail(&t->why, ERR_BUSY,
			    "too many different lists were asked for; use "
			    "fewer filters",
			    "查询组合过多，请减少筛选条件");
	add(l, val_int(limit));
	return db_run(t->db, stmt, l->args, l->n, t->a, out, &t->why);
}

static void
append(struct task *t, const struct reg *r, const struct rows *rows,
       int64_t limit, struct reg_page *out)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct val *v = rows_at(rows, i);
		struct reg_row *row;

		if ((int64_t)out->n == limit) {
			out->more = true;
			return;
		}
		row = &out->rows[out->n++];
		reg_row_of(v, row);
		row->v = ARENA_ARRAY(t->a, r->n_fields, struct val);
		memcpy(row->v, v + N_COMMON, r->n_fields * sizeof(*v));
	}
}

static enum err
list_part(struct task *t, const struct reg *r, const struct reg_query *q,
	  bool nulls, struct reg_page *out)
{
	struct listing l;
	struct rows rows;

	TRY(listing_open(t, r, q, &l));
	add_range(&l, q, nulls);
	TRY(listing_run(t, &l, q->limit - (int64_t)out->n + 1, &rows));
	append(t, r, &rows, q->limit, out);
	return OK;
}

static bool
may_be_empty(const struct reg *r, const struct reg_query *q)
{
	const struct field *f = q->sort < 0 ? NULL : &r->fields[q->sort];

	/* Required only when it is on: else empty (field.when). */
	return f != NULL && q->from.type == VAL_NULL &&
	       q->to.type == VAL_NULL &&
	       ((f->flags & REQUIRED) == 0 || f->when != NULL) &&
	       f->type != F_NUMBER;
}

enum err
reg_list(struct task *t, const struct reg *r, const struct reg_query *q,
	 struct reg_page *out)
{
	bool in_nulls =
	    q->has_after && q->sort >= 0 && q->after.type == VAL_NULL;

	must(q->limit >= 1 && q->limit <= 10000);
	*out = (struct reg_page){ .rows = ARENA_ARRAY(t->a, (size_t)q->limit,
						      struct reg_row) };
	if (!in_nulls)
		TRY(list_part(t, r, q, false, out));
	if (!out->more && may_be_empty(r, q))
		TRY(list_part(t, r, q, true, out));
	return OK;
}

enum err
reg_count(struct task *t, const struct reg *r, const struct reg_query *q,
	  int64_t max, int64_t *out)
{
	struct reg_query all = *q;
	struct listing l;
	struct rows rows;

	all.has_after = false;
	if (q->from.type == VAL_NULL && q->to.type == VAL_NULL)
		all.sort = -1;
	TRY(listing_open(t, r, &all, &l));
	l.shape.is_count = true;
	add_range(&l, &all, false);
	TRY(listing_run(t, &l, max, &rows));
	*out = rows.v[0].i;
	return OK;
}
