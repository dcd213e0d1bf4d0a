/* row_json.c - rows as JSON, and the titles of what they refer to. */
#include "http/row_json.h"

#include "base/str.h"
#include "kind/register_row.h"
#include "kind/register_sql.h"

#define REFS_MAX 2048

struct refs {
	struct arena *a;
	size_t n, cap;
	struct ref {
		const struct reg *to;
		int64_t id;
	} * v;
};

struct refs *
refs_new(struct arena *a)
{
	struct refs *refs = ARENA_NEW(a, struct refs);

	refs->a = a;
	return refs;
}

static void
refs_grow(struct refs *refs)
{
	size_t cap = refs->cap == 0 ? 8 : refs->cap * 2;
	struct ref *v = ARENA_ARRAY(refs->a, cap, struct ref);

	for (size_t i = 0; i < refs->n; i++)
		v[i] = refs->v[i];
	refs->v = v;
	refs->cap = cap;
}

void
refs_add(struct refs *refs, const struct reg *to, int64_t id)
{
	if (to == NULL || id == 0 || refs->n == REFS_MAX)
		return;
	for (size_t i = 0; i < refs->n; i++)
		if (refs->v[i].id == id)
			return;
	if (refs->n == refs->cap)
		refs_grow(refs);
	refs->v[refs->n++] = (struct ref){ to, id };
}

/* Up to TITLES_MAX ids of the register, starting at *at. */
static size_t
next_ids(const struct refs *refs, const struct reg *to, size_t *at,
	 int64_t ids[TITLES_MAX])
{
	size_t n = 0;

	for (; *at < refs->n && n < TITLES_MAX; ++*at)
		if (refs->v[*at].to == to)
			ids[n++] = refs->v[*at].id;
	return n;
}

static void
title_json(struct jw *j, int64_t id, struct str title)
{
	char key[24];

	(void)snprintf(key, sizeof(key), "%lld", (long long)id);
	jw_key(j, key);
	jw_str(j, title);
}

static enum err
titles_of(struct task *t, struct jw *j, const struct refs *refs,
	  const struct reg *to)
{
	int64_t ids[TITLES_MAX];
	struct rows rows;
	size_t at = 0, n;

	while ((n = next_ids(refs, to, &at, ids)) > 0) {
		TRY(reg_titles(t, to, ids, n, &rows));
		for (size_t i = 0; i < rows.n; i++) {
			const struct val *v = rows_at(&rows, i);

			must(v[1].type != VAL_INT); /* titles are texts */
			title_json(j, v[0].i,
				   v[1].type == VAL_NULL ? STR("") : v[1].s);
		}
	}
	return OK;
}

/* The caller's own name is at hand: most rows that are written name him
 * alone, and so need no look. */
static void
own_title(struct task *t, struct jw *j, struct refs *refs)
{
	for (size_t i = 0; i < refs->n; i++) {
		if (t->who.user == 0 || refs->v[i].id != t->who.user)
			continue;
		title_json(j, t->who.user, t->who.name);
		refs->v[i] = refs->v[--refs->n];
		return;
	}
}

enum err
refs_json(struct task *t, struct jw *j, struct refs *refs)
{
	jw_key(j, "refs");
	jw_begin(j, '{');
	own_title(t, j, refs);
	for (size_t i = 0; registers[i] != NULL; i++)
		TRY(titles_of(t, j, refs, registers[i]));
	jw_end(j, '}');
	return OK;
}

static void
set_json(struct jw *j, struct str s)
{
	jw_begin(j, '[');
	while (s.n > 0)
		jw_str(j, str_cut(s, ',', &s));
	jw_end(j, ']');
}

static void
value_json(struct jw *j, const struct field *f, const struct val *v,
	   struct refs *refs)
{
	if (f->type == F_SET) {
		set_json(j, v->type == VAL_NULL ? STR("") : v->s);
	} else if (v->type == VAL_NULL) {
		jw_null(j);
	} else if (f->type == F_SECRET) {
		jw_bool(j, true);
	} else if (f->type == F_REF) {
		jw_id(j, v->i);
		if (refs != NULL)
			refs_add(refs, reg_find(str_of(f->ref)), v->i);
	} else if (f->type == F_BOOL) {
		jw_bool(j, v->i != 0);
	} else if (v->type == VAL_TEXT) {
		jw_str(j, v->s);
	} else {
		jw_int(j, v->i);
	}
}

static void
time_member(struct jw *j, const char *key, int64_t at_ms)
{
	jw_key(j, key);
	if (at_ms == 0)
		jw_null(j);
	else
		jw_int(j, at_ms);
}

void
row_members(struct jw *j, const struct reg *r, const struct reg_row *row,
	    struct refs *refs)
{
	jw_key(j, "id");
	jw_id(j, row->id);
	jw_key(j, "version");
	jw_int(j, row->version);
	time_member(j, "created_ms", row->created_ms);
	jw_key(j, "created_by");
	jw_id(j, row->created_by);
	time_member(j, "changed_ms", row->changed_ms);
	jw_key(j, "changed_by");
	jw_id(j, row->changed_by);
	time_member(j, "retired_ms", row->retired_ms);
	for (size_t i = 0; i < r->n_fields; i++) {
		jw_key(j, r->fields[i].name);
		value_json(j, &r->fields[i], &row->v[i], refs);
	}
	if (refs != NULL) {
		refs_add(refs, reg_find(STR("user")), row->created_by);
		refs_add(refs, reg_find(STR("user")), row->changed_by);
	}
}

void
row_json(struct jw *j, const struct reg *r, const struct reg_row *row,
	 struct refs *refs)
{
	jw_begin(j, '{');
	row_members(j, r, row, refs);
	jw_end(j, '}');
}
