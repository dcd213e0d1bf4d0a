/* demo_remove.c - everything of a demo company goes, in one transaction. */
#include "archive/demo.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/journal.h"
#include "org/org.h"

/* What hangs on the registers, before them; and what they hang on. */
static const int before[] = {
	STMT_DEMO_DROP_CLOCKS,	    STMT_DEMO_DROP_SECRETS,
	STMT_DEMO_DROP_PATHS,	    STMT_DEMO_DROP_SESSIONS,
	STMT_DEMO_DROP_TOKENS,	    STMT_DEMO_DROP_CREDENTIALS,
	STMT_DEMO_DROP_IDEMPOTENCY, STMT_DEMO_DROP_FILES,
	STMT_DEMO_DROP_POSITIONS,   STMT_DEMO_DROP_NOTICES_DUE,
	STMT_DEMO_DROP_ALARM_ZONES,
};
static const int after[] = { STMT_DEMO_DROP_COUNTERS, STMT_DEMO_DROP_ORG };

/* Process lifetime: in the order of demo_order. */
static struct {
	struct arena a;
	size_t n;
	struct {
		int words, rows;
	} drop[DEMO_REGISTERS_MAX];
} made;

static bool
is_placed(const struct reg *const *list, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i]->name, name) == 0)
			return true;
	return false;
}

static bool
is_ready(const struct reg *r, const struct reg *const *placed, size_t n)
{
	for (size_t i = 0; i < r->n_fields; i++) {
		const char *ref = r->fields[i].ref;

		if (ref != NULL && strcmp(ref, r->name) != 0 &&
		    !is_placed(placed, n, ref))
			return false;
	}
	return true;
}

/* A repair order knows its fault and the fault its order: of a circle the one
 * that is further down the menu is the older table, which refers to the other
 * without a foreign key. */
static const struct reg *
last_left(const struct reg *const *placed, size_t n, size_t all)
{
	while (all > 0 && is_placed(placed, n, registers[all - 1]->name))
		all--;
	must(all > 0);
	return registers[all - 1];
}

size_t
demo_order(const struct reg *out[DEMO_REGISTERS_MAX])
{
	size_t all = 0, n = 0;

	while (registers[all] != NULL)
		all++;
	must(all <= DEMO_REGISTERS_MAX);
	while (n < all) {
		size_t had = n;

		for (size_t i = 0; i < all; i++) {
			const struct reg *r = registers[i];

			if (!is_placed(out, n, r->name) && is_ready(r, out, n))
				out[n++] = r;
		}
		if (n == had)
			out[n] = last_left(out, n, all), n++;
	}
	return n;
}

static int
keep(const char *what, const struct reg *r, struct str sqlite, struct str pg)
{
	struct stmt *s = ARENA_NEW(&made.a, struct stmt);

	*s = (struct stmt){
		.name = arena_printf(&made.a, "demo_%s_%s", what, r->name).p,
		.sql = { [DB_SQLITE] = sqlite.p, [DB_POSTGRES] = pg.p },
		.n_args = 1,
	};
	return stmt_add(s);
}

/* The table's name comes from our own tables, never from input. */
#define OF_ORG "(SELECT id FROM \"%s\" WHERE org = $1)"

static int
make_words(const struct reg *r)
{
	struct arena *a = &made.a;

	return keep("words", r,
		    arena_printf(a, "DELETE FROM find WHERE rowid IN " OF_ORG,
				 r->name),
		    arena_printf(a, "DELETE FROM find WHERE id IN " OF_ORG,
				 r->name));
}

static int
make_rows(const struct reg *r)
{
	struct str sql =
	    arena_printf(&made.a, "DELETE FROM \"%s\" WHERE org = $1", r->name);

	return keep("rows", r, sql, sql);
}

void
demo_start(void)
{
	const struct reg *order[DEMO_REGISTERS_MAX];

	must(made.n == 0);
	made.n = demo_order(order);
	for (size_t i = 0; i < made.n; i++) {
		made.drop[i].words = make_words(order[i]);
		made.drop[i].rows = make_rows(order[i]);
	}
}

static enum err
drop(struct task *t, int stmt, int64_t org, int64_t *rows)
{
	TRY(db_run(t->db, stmt, ARGS(val_int(org)), NULL, NULL, &t->why));
	if (rows != NULL)
		*rows += db_changed(t->db);
	return OK;
}

/* Stays when the rows are gone: who removed it, when. */
static enum err
note(struct task *t)
{
	return journal_write(t,
			     &(struct journal_entry){ .row = t->who.org,
						      .reg = "org",
						      .op = "retire",
						      .event = "demo_remove",
						      .changes = STR("[]") });
}

enum err
demo_remove(struct task *t, int64_t *rows)
{
	int64_t org = t->who.org;
	struct org found;

	*rows = 0;
	must(made.n > 0); /* demo_start */
	TRY(org_get(t, org, &found));
	if (!found.is_demo)
		return fail(&t->why, ERR_STATE,
			    "“%.*s” is no demo company: its rows stay",
			    "“%.*s”不是演示单位，数据不能删除",
			    STR_ARG(found.name));
	TRY(note(t));
	for (size_t i = 0; i < ARRAY_LEN(before); i++)
		TRY(drop(t, before[i], org, NULL));
	for (size_t i = made.n; i-- > 0;) {
		TRY(drop(t, made.drop[i].words, org, NULL));
		TRY(drop(t, made.drop[i].rows, org, rows));
	}
	for (size_t i = 0; i < ARRAY_LEN(after); i++)
		TRY(drop(t, after[i], org, NULL));
	return OK;
}
