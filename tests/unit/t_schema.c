/* t_schema.c - after all migrations both databases have the same tables and
 * columns: names, may it be NULL, family of type; and the same indexes. */
#include "store.h"

#include "base/log.h"

/* Where the dialects must differ: search (migration 2). */
static const char *const apart[] = { "find",	     "find_config",
				     "find_content", "find_data",
				     "find_docsize", "find_idx" };

#define BOTH(sqlite, pg)   \
	{                  \
		sqlite, pg \
	}
/* clang-format off */
enum { COLUMNS, INDEXES, N };
static const struct stmt texts[N] = {
	/* SQLite's INTEGER PRIMARY KEY is never NULL, though it says it may;
	 * a BIGINT PRIMARY KEY became one (db/sqlite.c). */
	[COLUMNS] = { "c_columns", BOTH(
	  "SELECT m.name, c.name, c.type, CASE WHEN c.\"notnull\" = 1 OR"
	  " (c.pk > 0 AND c.type = 'INTEGER') THEN 0 ELSE 1 END"
	  " FROM sqlite_schema m JOIN pragma_table_info(m.name) c"
	  " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"
	  " ORDER BY m.name, c.name",
	  "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT),"
	  " CAST(data_type AS TEXT),"
	  " CASE WHEN is_nullable = 'YES' THEN 1 ELSE 0 END"
	  " FROM information_schema.columns WHERE table_schema = 'public'"
	  " ORDER BY CAST(table_name AS TEXT) COLLATE \"C\","
	  " CAST(column_name AS TEXT) COLLATE \"C\""), 0, "test", NULL },
	[INDEXES] = { "c_indexes", BOTH(
	  "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'index'"
	  " AND sql IS NOT NULL ORDER BY tbl_name, name",
	  "SELECT CAST(tablename AS TEXT), CAST(indexname AS TEXT)"
	  " FROM pg_indexes WHERE schemaname = 'public'"
	  " AND indexname NOT LIKE '%\\_pkey' AND NOT EXISTS (SELECT 1"
	  " FROM pg_constraint c WHERE c.conname = indexname)"
	  " ORDER BY CAST(tablename AS TEXT) COLLATE \"C\","
	  " CAST(indexname AS TEXT) COLLATE \"C\""), 0, "test", NULL },
};
/* clang-format on */
static int st[N];

/* A whole number, text or bytes: what struct val knows. */
static const char *
family(struct str type)
{
	static const struct {
		const char *type, *family;
	} types[] = {
		{ "INTEGER", "int" },  { "BIGINT", "int" },
		{ "SMALLINT", "int" }, { "bigint", "int" },
		{ "smallint", "int" }, { "TEXT", "text" },
		{ "text", "text" },    { "BYTEA", "bytes" },
		{ "bytea", "bytes" },
	};

	for (size_t i = 0; i < ARRAY_LEN(types); i++)
		if (str_is(type, types[i].type))
			return types[i].family;
	print_error("type %.*s is not one of ours\n", STR_ARG(type));
	return "other";
}

static bool
is_apart(struct str table)
{
	for (size_t i = 0; i < ARRAY_LEN(apart); i++)
		if (str_is(table, apart[i]))
			return true;
	return false;
}

/* Lines of text, one per row, the same for both when the schemas are. */
static struct str
listing(struct store *s, int stmt, size_t *n)
{
	struct rows rows;
	struct str all = STR("");

	store_ok(s, db_run(s->db, st[stmt], NO_ARGS, &s->a, &rows, &s->why));
	*n = rows.n;
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		if (is_apart(v[0].s))
			continue;
		all = arena_printf(&s->a, "%.*s%.*s.%.*s %s %s\n", STR_ARG(all),
				   STR_ARG(v[0].s), STR_ARG(v[1].s),
				   stmt == COLUMNS ? family(v[2].s) : "index",
				   stmt == COLUMNS && v[3].i == 0 ? "not null" :
								    "");
	}
	return all;
}

static void
compare(struct str a, struct str b)
{
	struct str left, right;

	while (a.n > 0 || b.n > 0) {
		left = str_cut(a, '\n', &a);
		right = str_cut(b, '\n', &b);
		if (str_eq(left, right))
			continue;
		print_error("sqlite:   %.*s\npostgres: %.*s\n", STR_ARG(left),
			    STR_ARG(right));
		_fail(__FILE__, __LINE__);
	}
}

static void
compare_both(void **state, int stmt)
{
	struct store *pg = store_of(state), *lite;
	void *other = &store_kinds[DB_SQLITE];
	size_t n, m;

	assert_int_equal(store_setup(&other), 0);
	lite = other;
	compare(listing(lite, stmt, &n), listing(pg, stmt, &m));
	assert_true(n > 50 && m > 50);
	assert_int_equal(store_teardown(&other), 0);
}

static void
columns_are_the_same(void **state)
{
	compare_both(state, COLUMNS);
}

static void
indexes_are_the_same(void **state)
{
	compare_both(state, INDEXES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST_PG(columns_are_the_same),
		STORE_TEST_PG(indexes_are_the_same),
	};

	log_set_level(LOG_ERROR);
	for (int i = 0; i < N; i++)
		st[i] = stmt_add(&texts[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
