/* query.c - the query string of a list as a reg_query. */
#include "http/query.h"

#include <string.h>

#include "base/str.h"

/* Parameters of other routes that take the same filters. */
static const char *const known[] = { "limit",	"after",  "sort", "q",
				     "retired", "format", "ids",  "total" };

static enum err
bad(struct call *c, const char *name, const char *en, const char *zh)
{
	return fail_field(&c->t.why, name, (struct label){ name, name },
			  "query", "%s%.0s", "%.0s%s", en, zh);
}

bool
field_sorts(const struct field *f)
{
	return (f->flags & (SORT | UNIQUE)) != 0 || f->type == F_NUMBER;
}

static enum err
read_sort(struct call *c, struct str s, struct reg_query *q)
{
	int i;

	q->descending = str_starts(s, STR("-"));
	s = str_skip(s, q->descending ? 1 : 0);
	q->sort = -1;
	if (str_is(s, "created_ms") || str_is(s, "id"))
		return OK;
	i = reg_field_find(c->reg, s);
	if (i < 0 || !field_sorts(&c->reg->fields[i]))
		return bad(c, "sort", "cannot sort by this field",
			   "不能按此字段排序");
	q->sort = i;
	return OK;
}

/* "<id>" or "<id>:<sort value>"; "<id>!" when the value is empty. */
static enum err
read_after(struct call *c, struct str s, struct reg_query *q)
{
	struct str value, id = str_cut(s, ':', &value);
	bool is_empty = id.n > 0 && id.p[id.n - 1] == '!';

	id.n -= is_empty ? 1 : 0;
	if (!str_to_int(id, 1, INT64_MAX, &q->after_id))
		return bad(c, "after", "is not the “next” of a page",
			   "不是上一页返回的 next");
	q->has_after = true;
	q->after = val_null();
	if (q->sort < 0 || is_empty)
		return OK;
	q->after = val_text(value);
	if (!field_is_text(c->reg->fields[q->sort].type)) {
		q->after.type = VAL_INT;
		if (!str_to_int(value, INT64_MIN, INT64_MAX, &q->after.i))
			return bad(c, "after", "is not the “next” of a page",
				   "不是上一页返回的 next");
	}
	return OK;
}

struct str
query_next(struct call *c, const struct reg_query *q,
	   const struct reg_row *last)
{
	const struct val *v = q->sort < 0 ? NULL : &last->v[q->sort];
	long long id = (long long)last->id;

	if (v == NULL)
		return arena_printf(c->t.a, "%lld", id);
	if (v->type == VAL_NULL)
		return arena_printf(c->t.a, "%lld!", id);
	if (v->type == VAL_INT)
		return arena_printf(c->t.a, "%lld:%lld", id, (long long)v->i);
	return arena_printf(c->t.a, "%lld:%.*s", id, STR_ARG(v->s));
}

/* A value as it stands in a query: ids, numbers and words, never labels. */
static bool
plain_value(const struct field *f, struct str s, struct val *out)
{
	if (field_is_text(f->type)) {
		*out = val_text(s);
		return true;
	}
	out->type = VAL_INT;
	return str_to_int(s, INT64_MIN, INT64_MAX, &out->i);
}

static enum err
read_range(struct call *c, struct http_pair p, struct reg_query *q)
{
	bool is_to = str_eq(str_skip(p.name, p.name.n - 3), STR(".to"));
	struct str name = { p.name.p, p.name.n - (is_to ? 3 : 5) };
	int i = reg_field_find(c->reg, name);

	if (i < 0 || i != q->sort)
		return bad(c, arena_cstr(c->t.a, p.name),
			   "a range needs the list sorted by the same field",
			   "按范围查询时须按同一字段排序");
	if (!plain_value(&c->reg->fields[i], p.value,
			 is_to ? &q->to : &q->from))
		return bad(c, arena_cstr(c->t.a, p.name), "cannot be read",
			   "无法识别");
	return OK;
}

static enum err
read_filter(struct call *c, struct http_pair p, struct reg_query *q)
{
	const char *name = arena_cstr(c->t.a, p.name);
	int i = reg_field_find(c->reg, p.name);

	if (i < 0 || (c->reg->fields[i].flags & (FILTER | UNIQUE)) == 0)
		return bad(c, name, "is not a filter of this list",
			   "不是此列表的筛选条件");
	if (p.value.n == 0)
		return OK;
	if (q->n_filters == LIST_FILTERS_MAX)
		return bad(c, name, "too many filters", "筛选条件过多");
	if (!plain_value(&c->reg->fields[i], p.value,
			 &q->filters[q->n_filters].value))
		return bad(c, name, "cannot be read", "无法识别");
	for (size_t k = 0; k < q->n_filters; k++)
		if (q->filters[k].field == (size_t)i)
			return bad(c, name, "is given twice", "重复给出");
	q->filters[q->n_filters++].field = (size_t)i;
	return OK;
}

static bool
is_known(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (str_is(name, known[i]))
			return true;
	return false;
}

static bool
ends_with(struct str s, struct str end)
{
	return s.n > end.n && str_eq(str_skip(s, s.n - end.n), end);
}

static enum err
read_pair(struct call *c, struct http_pair p, struct reg_query *q)
{
	if (is_known(p.name))
		return OK;
	if (ends_with(p.name, STR(".from")) || ends_with(p.name, STR(".to")))
		return read_range(c, p, q);
	return read_filter(c, p, q);
}

static enum err
read_retired(struct call *c, struct reg_query *q)
{
	struct str s = http_query(c->req, "retired");

	if (s.n == 0 || str_is(s, "no"))
		return OK;
	if (!str_is(s, "yes") && !str_is(s, "all"))
		return bad(c, "retired", "must be no, yes or all",
			   "应为 no、yes 或 all");
	q->retired = str_is(s, "yes") ? RETIRED_YES : RETIRED_ALL;
	return OK;
}

static enum err
read_fixed(struct call *c, struct reg_query *q)
{
	struct str limit = http_query(c->req, "limit");
	struct str sort = http_query(c->req, "sort");
	struct str after = http_query(c->req, "after");

	if (limit.n > 0 && !str_to_int(limit, 1, LIST_MAX, &q->limit))
		return bad(c, "limit", "must be between 1 and 200",
			   "应在 1 与 200 之间");
	if (sort.n == 0)
		sort =
		    str_of(c->reg->sort != NULL ? c->reg->sort : "-created_ms");
	TRY(read_sort(c, sort, q));
	TRY(read_retired(c, q));
	q->q = str_trim(http_query(c->req, "q"));
	if (q->q.n > 200 || !str_is_utf8(q->q))
		return bad(c, "q", "is too long", "过长");
	return after.n == 0 ? OK : read_after(c, after, q);
}

enum err
query_read(struct call *c, struct reg_query *out)
{
	size_t n;
	const struct http_pair *pairs = http_queries(c->req, &n);
	enum err rc;

	*out = (struct reg_query){ .limit = 50 };
	rc = read_fixed(c, out);
	for (size_t i = 0; i < n; i++) {
		enum err one = read_pair(c, pairs[i], out);

		rc = rc == OK ? one : rc;
	}
	if (rc == OK)
		return OK;
	return c->t.why.code = ERR_BAD_REQUEST;
}
