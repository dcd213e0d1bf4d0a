/*
 * t_statements_org.c - every statement that touches a table with an owner
 * names the organisation, or its `any_org` says why not.  No company sees
 * another's rows because somebody forgot half a line.
 *
 * For each such table of a statement there must be an `org = …` of its own,
 * and at least one of them with a parameter; an INSERT must write the column.
 * Which tables have an owner is read from the database, not from a list.
 */
#include "store.h"

#include "base/log.h"
#include "kind/register_sql.h"

#define WORDS_MAX 4096

/* A statement as words: identifiers without quotes, numbers, signs. */
struct words {
	struct str w[WORDS_MAX];
	size_t n;
};

static bool
is_word_char(char ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') ||
	       (ch >= '0' && ch <= '9') || ch == '_' || ch == '$';
}

/* 'text' and "name" up to the same mark; a word; or one sign. */
static size_t
word_length(struct str s)
{
	size_t n = 1;

	if (s.p[0] == '\'' || s.p[0] == '"') {
		while (n < s.n && s.p[n] != s.p[0])
			n++;
		return n < s.n ? n + 1 : n;
	}
	if (!is_word_char(s.p[0]))
		return 1;
	while (n < s.n && is_word_char(s.p[n]))
		n++;
	return n;
}

static void
words_of(const char *sql, struct words *out)
{
	struct str s = str_trim(str_of(sql));

	out->n = 0;
	while (s.n > 0) {
		size_t n = word_length(s);

		assert_true(out->n < WORDS_MAX);
		out->w[out->n++] = s.p[0] == '"' ?
				       (struct str){ s.p + 1, n - 2 } :
				       (struct str){ s.p, n };
		s = str_trim(str_skip(s, n));
	}
}

static struct str
word_at(const struct words *w, size_t i)
{
	return i < w->n ? w->w[i] : STR("");
}

static bool
word_is(const struct words *w, size_t i, const char *word)
{
	struct str s = word_at(w, i);

	return s.n == strlen(word) && strncasecmp(s.p, word, s.n) == 0;
}

struct owned {
	struct arena a;
	struct rows tables;
};

static bool
is_owned(const struct owned *o, struct str name)
{
	for (size_t i = 0; i < o->tables.n; i++)
		if (str_eq(rows_at(&o->tables, i)->s, name))
			return true;
	return false;
}

/* How often a table with an owner is read or written. */
static size_t
owned_count(const struct words *w, const struct owned *o)
{
	static const char *const before[] = { "FROM", "JOIN", "INTO",
					      "UPDATE" };
	size_t n = 0;

	for (size_t i = 1; i < w->n; i++)
		for (size_t k = 0; k < ARRAY_LEN(before); k++)
			n += word_is(w, i - 1, before[k]) &&
			     is_owned(o, word_at(w, i));
	return n;
}

/* INSERT INTO t (…, org, …) */
static bool
inserts_org(const struct words *w, size_t into)
{
	size_t i = into + 2;

	if (!word_is(w, i, "("))
		return false;
	while (i < w->n && !word_is(w, i, ")"))
		if (word_is(w, ++i, "org"))
			return true;
	return false;
}

/* "org = $1", "u.org = s.org"; *bound counts those with a parameter. */
static size_t
named_count(const struct words *w, size_t *bound)
{
	size_t n = 0;

	*bound = 0;
	for (size_t i = 0; i < w->n; i++) {
		if (word_is(w, i, "INTO") && inserts_org(w, i)) {
			n++;
			++*bound;
		}
		if (!word_is(w, i, "org") || !word_is(w, i + 1, "="))
			continue;
		n++;
		*bound += word_at(w, i + 2).p[0] == '$';
	}
	return n;
}

/* A row that is there may be another's: the conflict is within the org, or
 * the update asks. */
static bool
upsert_is_safe(const struct words *w)
{
	for (size_t i = 0; i + 2 < w->n; i++) {
		bool asked = false;

		if (!word_is(w, i, "CONFLICT") || !word_is(w, i + 1, "("))
			continue;
		for (size_t k = i + 2; k < w->n && !asked; k++) {
			asked = word_is(w, k, "org");
			if (word_is(w, k, "DO") && word_is(w, k + 1, "NOTHING"))
				asked = true;
		}
		if (!asked)
			return false;
	}
	return true;
}

static bool
names_org(const char *sql, const struct owned *o)
{
	static struct words w;
	size_t tables, bound;

	words_of(sql, &w);
	tables = owned_count(&w, o);
	if (tables == 0)
		return true;
	return named_count(&w, &bound) >= tables && bound > 0 &&
	       upsert_is_safe(&w);
}

static const struct stmt owned_tables = {
	"t_owned_tables",
	{ "SELECT m.name FROM sqlite_schema m"
	  " JOIN pragma_table_info(m.name) c"
	  " WHERE m.type = 'table' AND c.name = 'org'",
	  "SELECT CAST(table_name AS TEXT) FROM information_schema.columns"
	  " WHERE table_schema = 'public' AND column_name = 'org'" },
	0,
	"test",
	NULL
};
static int owned_no;

static void
owned_load(struct store *s, struct owned *o)
{
	*o = (struct owned){ 0 };
	store_ok(s,
		 db_run(s->db, owned_no, NO_ARGS, &s->a, &o->tables, &s->why));
	assert_true(o->tables.n > 20);
	assert_true(is_owned(o, STR("customer")));
	assert_false(is_owned(o, STR("schema_version")));
}

static void
every_statement_names_the_org(void **state)
{
	struct store *s = store_of(state);
	struct owned o;
	int bad = 0, asked = 0;

	owned_load(s, &o);
	for (int no = 0; no < stmt_count(); no++) {
		const struct stmt *one = stmt_at(no);

		if (one->sql[s->kind] == NULL || one->any_org != NULL)
			continue;
		asked++;
		if (names_org(one->sql[s->kind], &o))
			continue;
		print_error("%s does not name the org:\n%.900s\n", one->name,
			    one->sql[s->kind]);
		bad++;
	}
	assert_true(asked > 50);
	assert_int_equal(bad, 0);
}

/* The check itself: it sees what it is there for. */
/* clang-format off */
static const struct {
	const char *sql;
	bool good;
} known[] = {
	{ "SELECT id FROM customer WHERE id = $1", false },
	{ "SELECT id FROM \"customer\" WHERE id = $1", false },
	{ "SELECT org, id FROM customer WHERE id = $1 AND name = 'org'", false },
	{ "SELECT id FROM customer WHERE org = $2 AND id = $1", true },
	{ "SELECT id FROM customer WHERE org = org", false },
	{ "UPDATE \"user\" SET name = $1 WHERE id = $2", false },
	{ "UPDATE \"user\" SET name = $1 WHERE id = $2 AND org=$3", true },
	{ "DELETE FROM session WHERE id = $1", false },
	{ "SELECT s.id FROM session s JOIN \"user\" u ON u.id = s.user_id"
	  " WHERE s.org = $1", false },
	{ "SELECT s.id FROM session s JOIN \"user\" u ON u.id = s.user_id"
	  " AND u.org = s.org WHERE s.org = $1", true },
	{ "SELECT s.id FROM session s JOIN \"user\" u ON u.org = s.org", false },
	{ "INSERT INTO zone (id, name) VALUES ($1, $2)", false },
	{ "INSERT INTO zone (id, org) VALUES ($1, $2)", true },
	{ "INSERT INTO zone (id, org) VALUES ($1, $2) ON CONFLICT (id)"
	  " DO UPDATE SET name = $3", false },
	{ "INSERT INTO zone (id, org) VALUES ($1, $2) ON CONFLICT (id)"
	  " DO UPDATE SET name = $3 WHERE zone.org = $2", true },
	{ "INSERT INTO zone (id, org) VALUES ($1, $2) ON CONFLICT (id)"
	  " DO NOTHING", true },
	{ "SELECT MAX(number) FROM schema_version", true },
};
/* clang-format on */

static void
a_forgotten_org_is_seen(void **state)
{
	struct store *s = store_of(state);
	struct owned o;

	owned_load(s, &o);
	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		bool good = names_org(known[i].sql, &o);

		if (good != known[i].good)
			print_error("%s\n", known[i].sql);
		assert_int_equal(good, known[i].good);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_forgotten_org_is_seen),
		STORE_TEST(every_statement_names_the_org),
	};

	log_set_level(LOG_ERROR);
	owned_no = stmt_add(&owned_tables);
	registers_start();
	for (size_t i = 0; registers[i] != NULL; i++) {
		struct list_shape shape = { .reg = registers[i], .sort = -1 };

		assert_true(list_stmt(&shape) >= 0);
		shape.has_q = shape.is_count = shape.has_after = true;
		assert_true(list_stmt(&shape) >= 0);
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
