/*
 * register_sql.c - the statements of a register, made from its fields.
 *
 * The text comes from tables in the program alone, never from input; the set
 * is closed by the number of fields.
 */
#include "kind/register_sql.h"

#include <pthread.h>
#include <string.h>

#include "base/buf.h"
#include "base/str.h"

#define SQL_MAX (64u << 10)
#define SHAPES_MAX 2048

/* Process lifetime: one copy in an arena of its own. */
static struct arena kept;

static int
keep(const char *name, struct buf *b, int n_args)
{
	struct stmt *s = ARENA_NEW(&kept, struct stmt);
	const char *sql = arena_cstr(&kept, buf_str(b));

	must(!b->full);
	*s = (struct stmt){ .name = name,
			    .sql = { [DB_SQLITE] = sql, [DB_POSTGRES] = sql },
			    .n_args = n_args };
	buf_clear(b);
	return stmt_add(s);
}

static const char *
stmt_name(const struct reg *r, const char *what)
{
	return arena_printf(&kept, "%s_%s", r->name, what).p;
}

static void
put_columns(struct buf *b, const struct reg *r)
{
	buf_puts(b, COMMON_COLUMNS);
	for (size_t i = 0; i < r->n_fields; i++)
		buf_printf(b, ", %s", r->fields[i].name);
}

/* $1 … in the order of the columns. */
static int
make_insert(const struct reg *r, struct buf *b)
{
	int n = (int)(N_COMMON + r->n_fields);

	buf_printf(b, "INSERT INTO \"%s\" (", r->name);
	put_columns(b, r);
	buf_puts(b, ") VALUES (");
	for (int i = 1; i <= n; i++)
		buf_printf(b, "%s$%d", i == 1 ? "" : ", ", i);
	buf_puts(b, ")");
	return keep(stmt_name(r, "insert"), b, n);
}

/* $1 id, $2 org, $3 old version, $4 changed_ms, $5 changed_by,
 * $6 retired_ms, $7 … fields. */
static int
make_update(const struct reg *r, struct buf *b)
{
	buf_printf(b,
		   "UPDATE \"%s\" SET version = version + 1, changed_ms = $4, "
		   "changed_by = $5, retired_ms = $6",
		   r->name);
	for (size_t i = 0; i < r->n_fields; i++)
		buf_printf(b, ", %s = $%zu", r->fields[i].name, i + 7);
	buf_puts(b, " WHERE id = $1 AND org = $2 AND version = $3");
	return keep(stmt_name(r, "update"), b, (int)r->n_fields + 6);
}

static int
make_get(const struct reg *r, struct buf *b)
{
	buf_puts(b, "SELECT ");
	put_columns(b, r);
	buf_printf(b, " FROM \"%s\" WHERE id = $1 AND org = $2", r->name);
	return keep(stmt_name(r, "get"), b, 2);
}

/* Of n ids: most checks want one, and a list of many costs even when it is
 * empty. */
static int
make_titles(const struct reg *r, const char *name, int n, struct buf *b)
{
	buf_printf(b,
		   "SELECT id, %s, retired_ms FROM \"%s\" WHERE org = $1 AND "
		   "id IN (",
		   r->title, r->name);
	for (int i = 2; i < 2 + n; i++)
		buf_printf(b, "%s$%d", i == 2 ? "" : ", ", i);
	buf_puts(b, ")");
	return keep(stmt_name(r, name), b, 1 + n);
}

/* Rows that have the value, at most two: more than one is ambiguous. */
static int
make_by_value(const struct reg *r, const struct field *f, struct buf *b)
{
	buf_printf(b,
		   "SELECT id FROM \"%s\" WHERE org = $1 AND %s = $2 "
		   "ORDER BY id LIMIT 2",
		   r->name, f->name);
	return keep(arena_printf(&kept, "%s_by_%s", r->name, f->name).p, b, 2);
}

static bool
is_looked_up(const struct reg *r, const struct field *f)
{
	return (f->flags & UNIQUE) != 0 || f->type == F_NUMBER ||
	       strcmp(f->name, r->title) == 0;
}

struct reg_sql *
register_sql_make(const struct reg *r)
{
	struct buf b = buf_open(SQL_MAX);
	struct reg_sql *sql = ARENA_NEW(&kept, struct reg_sql);

	sql->insert = make_insert(r, &b);
	sql->update = make_update(r, &b);
	sql->get = make_get(r, &b);
	sql->title = make_titles(r, "title", 1, &b);
	sql->titles = make_titles(r, "titles", TITLES_MAX, &b);
	sql->by_value = ARENA_ARRAY(&kept, r->n_fields, int);
	for (size_t i = 0; i < r->n_fields; i++)
		sql->by_value[i] = is_looked_up(r, &r->fields[i]) ?
				       make_by_value(r, &r->fields[i], &b) :
				       -1;
	buf_release(&b);
	return sql;
}

/* Next argument's number into the text. */
static void
put_arg(struct buf *b, const char *before, int *n)
{
	buf_printf(b, "%s$%d", before, ++*n);
}

static void
put_scope(struct buf *b, enum scope scope, int *n)
{
	switch (scope) {
	case SCOPE_ORG:
		break;
	case SCOPE_SELF:
		put_arg(b, " AND id = ", n);
		break;
	case SCOPE_CUSTOMER:
		put_arg(b, " AND customer = ", n);
		break;
	case SCOPE_SITE:
		put_arg(b,
			" AND site IN (SELECT id FROM site WHERE org = $1 AND "
			"customer = ",
			n);
		buf_putc(b, ')');
		break;
	case SCOPE_NONE:
		put_arg(b, " AND 0 = ", n); /* never: ids are not 0 */
		break;
	}
}

static void
put_filters(struct buf *b, const struct list_shape *s, int *n)
{
	put_arg(b, " WHERE org = ", n);
	put_scope(b, s->scope, n);
	for (size_t i = 0; i < s->reg->n_fields; i++) {
		if ((s->filters & (UINT64_C(1) << i)) == 0)
			continue;
		buf_printf(b, " AND %s = $%d", s->reg->fields[i].name, ++*n);
	}
	if (s->retired == RETIRED_NO)
		buf_puts(b, " AND retired_ms IS NULL");
	else if (s->retired == RETIRED_YES)
		buf_puts(b, " AND retired_ms IS NOT NULL");
}

/* The dialects search differently: the one place where the text differs. */
static void
put_search(struct buf *b, enum db_kind kind, int *n)
{
	if (kind == DB_SQLITE)
		put_arg(b,
			" AND id IN (SELECT rowid FROM find WHERE find MATCH ",
			n);
	else
		put_arg(b,
			" AND id IN (SELECT id FROM find WHERE terms @@ "
			"to_tsquery('simple', ",
			n);
	buf_puts(b, kind == DB_SQLITE ? ")" : "))");
}

static void
put_range(struct buf *b, const struct list_shape *s, const char *sort, int *n)
{
	const char *than = s->descending ? "<" : ">";

	if (s->nulls)
		buf_printf(b, " AND %s IS NULL", sort);
	else if (s->sort >= 0)
		buf_printf(b, " AND %s IS NOT NULL", sort);
	if (s->has_from)
		buf_printf(b, " AND %s >= $%d", sort, ++*n);
	if (s->has_to)
		buf_printf(b, " AND %s <= $%d", sort, ++*n);
	if (!s->has_after)
		return;
	if (s->sort < 0 || s->nulls)
		buf_printf(b, " AND id %s $%d", than, ++*n);
	else
		buf_printf(b, " AND (%s, id) %s ($%d, $%d)", sort, than, *n + 1,
			   *n + 2);
	*n += s->sort < 0 || s->nulls ? 0 : 2;
}

static int
put_list(struct buf *b, const struct list_shape *s, enum db_kind kind)
{
	const char *sort = s->sort < 0 ? "id" : s->reg->fields[s->sort].name;
	const char *way = s->descending ? " DESC" : "";
	int n = 0;

	buf_puts(b, s->is_count ? "SELECT COUNT(*) FROM (SELECT 1" : "SELECT ");
	if (!s->is_count)
		put_columns(b, s->reg);
	buf_printf(b, " FROM \"%s\"", s->reg->name);
	put_filters(b, s, &n);
	if (s->has_q)
		put_search(b, kind, &n);
	put_range(b, s, sort, &n);
	if (!s->is_count && s->sort >= 0 && !s->nulls)
		buf_printf(b, " ORDER BY %s%s, id%s", sort, way, way);
	else if (!s->is_count)
		buf_printf(b, " ORDER BY id%s", way);
	put_arg(b, " LIMIT ", &n);
	if (s->is_count)
		buf_puts(b, ") AS counted");
	return n;
}

static int
make_list(const struct list_shape *s)
{
	struct stmt *stmt = ARENA_NEW(&kept, struct stmt);
	struct buf b = buf_open(SQL_MAX);

	stmt->name = stmt_name(s->reg, s->is_count ? "count" : "list");
	for (int k = 0; k < DB_KIND_N; k++) {
		buf_clear(&b);
		stmt->n_args = put_list(&b, s, (enum db_kind)k);
		stmt->sql[k] = arena_cstr(&kept, buf_str(&b));
	}
	buf_release(&b);
	return stmt_add(stmt);
}

static struct {
	pthread_mutex_t lock;
	size_t n;
	struct {
		struct list_shape shape;
		int stmt;
	} made[SHAPES_MAX];
} shapes = { .lock = PTHREAD_MUTEX_INITIALIZER };

static bool
same_shape(const struct list_shape *a, const struct list_shape *b)
{
	return a->reg == b->reg && a->filters == b->filters &&
	       a->sort == b->sort && a->descending == b->descending &&
	       a->has_after == b->has_after && a->nulls == b->nulls &&
	       a->has_from == b->has_from && a->has_to == b->has_to &&
	       a->has_q == b->has_q && a->is_count == b->is_count &&
	       a->retired == b->retired && a->scope == b->scope;
}

int
list_stmt(const struct list_shape *shape)
{
	int stmt = -1;

	pthread_mutex_lock(&shapes.lock);
	for (size_t i = 0; i < shapes.n && stmt < 0; i++)
		if (same_shape(&shapes.made[i].shape, shape))
			stmt = shapes.made[i].stmt;
	if (stmt < 0 && shapes.n < SHAPES_MAX) {
		stmt = make_list(shape);
		shapes.made[shapes.n].shape = *shape;
		shapes.made[shapes.n++].stmt = stmt;
	}
	pthread_mutex_unlock(&shapes.lock);
	return stmt;
}
