/* override.c - a snapshot of the code rules, sorted for looking up. */
#include "alarm/override.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/str.h"
#include "gen/stmt.h"

/* The most particular last: the order in which they are applied. */
enum scope { SCOPE_FORMAT, SCOPE_TEMPLATE, SCOPE_SITE, SCOPE_PANEL, SCOPE_N };

struct override {
	int64_t org, scope, of; /* of: id of the panel, site, template; 0 */
	struct str format, code;
	struct str when_role; /* as the tables say; empty: any */
	struct str class, role, concerns, name, action;
	int64_t priority; /* 0: as the tables say */
};

struct overrides {
	struct arena a;
	_Atomic int holders;
	struct override *v;
	size_t n;
};

static int
id_cmp(int64_t a, int64_t b)
{
	return a < b ? -1 : a > b;
}

/* By what a look-up knows; when_role is looked at afterwards. */
static int
key_cmp(const struct override *a, const struct override *b)
{
	int by = id_cmp(a->org, b->org);

	if (by == 0)
		by = id_cmp(a->scope, b->scope);
	if (by == 0)
		by = id_cmp(a->of, b->of);
	if (by == 0)
		by = str_cmp(a->format, b->format);
	return by != 0 ? by : str_cmp(a->code, b->code);
}

static int
sort_cmp(const void *a, const void *b)
{
	const struct override *x = a, *y = b;
	int by = key_cmp(x, y);

	/* The rule for one role stands behind the one for all: it wins. */
	return by != 0 ? by : str_cmp(x->when_role, y->when_role);
}

static struct str
text_of(const struct val *v)
{
	return v->type == VAL_TEXT ? v->s : STR("");
}

static void
read_row(const struct val *v, struct override *o)
{
	static const struct {
		const char *word;
		enum scope scope;
	} scopes[] = { { "format", SCOPE_FORMAT },
		       { "template", SCOPE_TEMPLATE },
		       { "site", SCOPE_SITE },
		       { "panel", SCOPE_PANEL } };

	o->org = v[0].i;
	for (size_t i = 0; i < ARRAY_LEN(scopes); i++) {
		if (str_is(text_of(&v[1]), scopes[i].word))
			o->scope = scopes[i].scope;
	}
	o->of = v[2].type == VAL_INT ? v[2].i : 0;
	o->format = text_of(&v[3]);
	o->code = text_of(&v[4]);
	o->when_role = text_of(&v[5]);
	o->class = text_of(&v[6]);
	o->role = text_of(&v[7]);
	o->priority = v[8].type == VAL_INT ? v[8].i : 0;
	o->concerns = text_of(&v[9]);
	o->name = text_of(&v[10]);
	o->action = text_of(&v[11]);
}

enum err
overrides_load(struct db *db, struct overrides **out, struct why *why)
{
	struct arena a = { 0 };
	struct overrides *o = ARENA_NEW(&a, struct overrides);
	struct rows rows;
	enum err rc = db_run(db, STMT_OVERRIDE_ALL, NO_ARGS, &a, &rows, why);

	if (rc != OK) {
		arena_release(&a);
		return rc;
	}
	o->n = rows.n;
	o->v = ARENA_ARRAY(&a, rows.n + 1, struct override);
	for (size_t i = 0; i < rows.n; i++)
		read_row(rows_at(&rows, i), &o->v[i]);
	qsort(o->v, o->n, sizeof(*o->v), sort_cmp);
	atomic_init(&o->holders, 1);
	o->a = a;
	*out = o;
	return OK;
}

enum err
overrides_mark(struct db *db, struct overrides_mark *out, struct why *why)
{
	struct arena a = { 0 };
	struct rows rows;
	enum err rc = db_run(db, STMT_OVERRIDE_MARK, NO_ARGS, &a, &rows, why);

	if (rc == OK)
		*out = (struct overrides_mark){ rows.v[0].i, rows.v[1].i };
	arena_release(&a);
	return rc;
}

struct overrides *
overrides_hold(struct overrides *o)
{
	if (o != NULL)
		(void)atomic_fetch_add(&o->holders, 1);
	return o;
}

void
overrides_drop(struct overrides **o)
{
	struct overrides *at = *o;

	*o = NULL;
	if (at != NULL && atomic_fetch_sub(&at->holders, 1) == 1) {
		struct arena a = at->a; /* it lies in its own arena */

		arena_release(&a);
	}
}

/* What the table calls P5 and a person wants to see needs a class that makes
 * alarms; code_rule.c lets no other through. */
static void
apply_one(const struct override *r, struct code *out)
{
	if (r->class.n > 0)
		out->class = r->class;
	if (r->role.n > 0)
		out->role = r->role;
	if (r->priority != 0)
		out->priority = r->priority;
	if (r->concerns.n > 0)
		out->concerns = r->concerns;
	if (r->name.n > 0)
		out->name = (struct label){ r->name.p, r->name.p };
	if (str_is(r->action, "log"))
		out->priority = 5;
	else if (str_is(r->action, "alarm") && out->priority == 5)
		out->priority = 4;
}

static void
apply_scope(const struct overrides *o, const struct override *key,
	    struct str role, struct code *out)
{
	size_t from = 0, to = o->n;

	while (from < to) { /* the first that is not less */
		size_t mid = from + (to - from) / 2;

		if (key_cmp(&o->v[mid], key) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	for (; from < o->n && key_cmp(&o->v[from], key) == 0; from++) {
		const struct override *r = &o->v[from];

		if (r->when_role.n == 0 || str_eq(r->when_role, role))
			apply_one(r, out);
	}
}

void
override_apply(const struct overrides *o, const struct override_at *at,
	       struct code *out)
{
	const int64_t of[SCOPE_N] = { [SCOPE_FORMAT] = 0,
				      [SCOPE_TEMPLATE] = at->template,
				      [SCOPE_SITE] = at->site,
				      [SCOPE_PANEL] = at->panel };

	for (int scope = 0; scope < SCOPE_N && o->n > 0; scope++) {
		const struct override key = { .org = at->org,
					      .scope = scope,
					      .of = of[scope],
					      .format = at->format,
					      .code = at->code };

		if (scope == SCOPE_FORMAT || of[scope] != 0)
			apply_scope(o, &key, at->role, out);
	}
}
