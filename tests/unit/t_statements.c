/*
 * t_statements.c - every statement of the program finds its rows by an index,
 * on both databases, or its `scan` says why not.
 *
 * The plans are those of empty tables: SQLite plans without statistics, and
 * PostgreSQL is told not to read whole tables if anything else will do.
 */
#include "store.h"

#include <sqlite3.h>

#include "base/log.h"
#include "kind/register_sql.h"

#define PLAN_MAX 16384

/* Text of a plan, one step per line. */
struct plan {
	char text[PLAN_MAX];
	size_t n;
};

static void
plan_add(struct plan *p, const char *line)
{
	int n = snprintf(p->text + p->n, PLAN_MAX - p->n, "%s\n", line);

	assert_true(n >= 0 && (size_t)n < PLAN_MAX - p->n);
	p->n += (size_t)n;
}

/* The first line of rest; false at the end. */
static bool
line_next(const char **rest, struct str *line)
{
	struct str after;

	if (**rest == '\0')
		return false;
	*line = str_cut(str_of(*rest), '\n', &after);
	*rest = after.p;
	return true;
}

static bool
has(struct str s, const char *word)
{
	return memmem(s.p, s.n, word, strlen(word)) != NULL;
}

static bool
is_limited(const struct stmt *s, enum db_kind kind)
{
	return strstr(s->sql[kind], "LIMIT") != NULL;
}

/* A subquery that the plan names itself, not a table. */
static bool
is_made(const struct plan *p, struct str name)
{
	char a[80], b[80];

	(void)snprintf(a, sizeof(a), "CO-ROUTINE %.*s\n", STR_ARG(name));
	(void)snprintf(b, sizeof(b), "MATERIALIZE %.*s\n", STR_ARG(name));
	return strstr(p->text, a) != NULL || strstr(p->text, b) != NULL;
}

/* Walking in order and stopping at the limit is no full scan.  What is left
 * out on the way cannot be seen here, but in PostgreSQL's plan of the same. */
static bool
is_walk(const struct plan *p, const struct stmt *s)
{
	return is_limited(s, DB_SQLITE) &&
	       strstr(s->sql[DB_SQLITE], "ORDER BY") != NULL &&
	       strstr(p->text, "TEMP B-TREE") == NULL;
}

static bool
sqlite_scans(const struct plan *p, const struct stmt *s, struct str *line)
{
	const char *rest = p->text;
	struct str tail;

	while (line_next(&rest, line)) {
		if (!str_starts(*line, STR("SCAN ")) ||
		    has(*line, "CONSTANT ROW") || has(*line, "VIRTUAL TABLE"))
			continue;
		if (is_made(p, str_cut(str_skip(*line, 5), ' ', &tail)) ||
		    is_walk(p, s))
			continue;
		return true;
	}
	return false;
}

/* Reads a whole table, or a whole index otherwise than up to a limit. */
static bool
pg_scans(const struct plan *p, const struct stmt *s, struct str *line)
{
	const char *rest = p->text;
	bool walks = is_limited(s, DB_POSTGRES) &&
		     strstr(p->text, "Limit\n") != NULL &&
		     strstr(p->text, "Sort Key:") == NULL &&
		     strstr(p->text, "Filter:") == NULL;

	while (line_next(&rest, line)) {
		const char *ahead = rest;
		struct str cond = STR("");

		if (has(*line, "Seq Scan on "))
			return true;
		if (!has(*line, "Index Scan") && !has(*line, "Index Only Scan"))
			continue;
		(void)line_next(&ahead, &cond);
		if (!has(cond, "Index Cond:") && !walks)
			return true;
	}
	return false;
}

static void
sqlite_plan(sqlite3 *db, const struct stmt *s, struct plan *p)
{
	char sql[70000];
	sqlite3_stmt *q = NULL;

	*p = (struct plan){ .n = 0 };
	(void)snprintf(sql, sizeof(sql), "EXPLAIN QUERY PLAN %s",
		       s->sql[DB_SQLITE]);
	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
		print_error("%s: %s\n", s->name, sqlite3_errmsg(db));
	assert_non_null(q);
	while (sqlite3_step(q) == SQLITE_ROW)
		plan_add(p, (const char *)sqlite3_column_text(q, 3));
	(void)sqlite3_finalize(q);
}

static PGresult *
pg_do(PGconn *c, const char *sql, const char *name)
{
	PGresult *r = PQexec(c, sql);

	if (PQresultStatus(r) != PGRES_COMMAND_OK &&
	    PQresultStatus(r) != PGRES_TUPLES_OK) {
		print_error("%s: %s\n", name, PQerrorMessage(c));
		_fail(__FILE__, __LINE__);
	}
	return r;
}

/* EXPLAIN of a statement with parameters, as it runs after the fifth time.
 * PostgreSQL 15 has no EXPLAIN (GENERIC_PLAN). */
static void
pg_plan(PGconn *c, const struct stmt *s, struct plan *p)
{
	PGresult *r = PQprepare(c, "x", s->sql[DB_POSTGRES], 0, NULL);
	char sql[4096] = "EXPLAIN (COSTS OFF) EXECUTE x";
	int n_params;

	if (PQresultStatus(r) != PGRES_COMMAND_OK)
		print_error("%s: %s\n", s->name, PQerrorMessage(c));
	PQclear(r);
	r = PQdescribePrepared(c, "x");
	n_params = PQnparams(r);
	PQclear(r);
	for (int i = 0; i < n_params; i++)
		(void)snprintf(sql + strlen(sql), sizeof(sql) - strlen(sql),
			       "%sNULL%s", i == 0 ? "(" : ",",
			       i + 1 == n_params ? ")" : "");
	r = pg_do(c, sql, s->name);
	*p = (struct plan){ .n = 0 };
	for (int i = 0; i < PQntuples(r); i++)
		plan_add(p, PQgetvalue(r, i, 0));
	PQclear(r);
	PQclear(pg_do(c, "DEALLOCATE x", s->name));
}

struct checks {
	int plans, bad;
	struct plan plan;
};

static void
complain(struct checks *k, const struct stmt *s, enum db_kind kind,
	 struct str line)
{
	k->bad++;
	print_error("%s reads everything: %.*s\n", s->name, STR_ARG(line));
	print_error("    %.900s\n", s->sql[kind]);
	print_error("%.900s\n", k->plan.text);
}

/* A page of a list must not sort what it leaves out.  A search does: what has
 * the words is found first. */
static bool
is_list(const struct stmt *s)
{
	size_t n = strlen(s->name);

	return n > 5 && strcmp(s->name + n - 5, "_list") == 0 &&
	       is_limited(s, DB_SQLITE) &&
	       strstr(s->sql[DB_SQLITE], "find MATCH") == NULL;
}

static void
check_sqlite(struct checks *k, sqlite3 *db, const struct stmt *s)
{
	struct str line;

	if (s->sql[DB_SQLITE] == NULL)
		return;
	sqlite_plan(db, s, &k->plan);
	k->plans++;
	if (s->scan == NULL && sqlite_scans(&k->plan, s, &line))
		complain(k, s, DB_SQLITE, line);
	else if (s->scan == NULL && is_list(s) &&
		 strstr(k->plan.text, "USE TEMP B-TREE FOR ORDER BY") != NULL)
		complain(k, s, DB_SQLITE, STR("sorts"));
}

static void
check_pg(struct checks *k, PGconn *c, const struct stmt *s)
{
	struct str line;

	if (s->sql[DB_POSTGRES] == NULL)
		return;
	pg_plan(c, s, &k->plan);
	k->plans++;
	if (s->scan == NULL && pg_scans(&k->plan, s, &line))
		complain(k, s, DB_POSTGRES, line);
}

static sqlite3 *
open_sqlite(struct store *s)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(s->url + strlen("sqlite:"), &db),
			 SQLITE_OK);
	return db;
}

static PGconn *
open_pg(struct store *s)
{
	PGconn *c = PQconnectdb(s->url);

	PQclear(pg_do(c, "SET plan_cache_mode = force_generic_plan", "set"));
	PQclear(pg_do(c, "SET enable_seqscan = off", "set"));
	return c;
}

static void
check_all(struct store *s, struct checks *k)
{
	sqlite3 *db = s->kind == DB_SQLITE ? open_sqlite(s) : NULL;
	PGconn *c = s->kind == DB_POSTGRES ? open_pg(s) : NULL;

	for (int no = 0; no < stmt_count(); no++) {
		if (db != NULL)
			check_sqlite(k, db, stmt_at(no));
		else
			check_pg(k, c, stmt_at(no));
	}
	PQfinish(c);
	(void)sqlite3_close(db);
}

static void
every_statement_prepares(void **state)
{
	struct store *s = store_of(state);

	store_ok(s, db_check(s->db, &s->why));
}

static void
every_statement_has_an_index(void **state)
{
	struct store *s = store_of(state);
	static struct checks k;

	k = (struct checks){ 0 };
	check_all(s, &k);
	print_message("%d plans, %d bad\n", k.plans, k.bad);
	assert_true(k.plans > 50);
	assert_int_equal(k.bad, 0);
}

/* The checks themselves: they see what they are there for. */
/* clang-format off */
static const struct {
	const char *sql;
	bool bad;
} known[] = {
	{ "SELECT reg FROM journal WHERE canon = $1", true },
	{ "SELECT COUNT(*) FROM journal", true },
	{ "SELECT reg FROM journal ORDER BY reg LIMIT 10", true },
	{ "SELECT id FROM journal ORDER BY id LIMIT 10", false },
	{ "SELECT reg FROM journal WHERE org = $1 ORDER BY id LIMIT 9", false },
	{ "SELECT j.reg FROM journal j JOIN org o ON o.id = j.org"
	  " WHERE j.id = $1", false },
	{ "SELECT j.reg FROM org o JOIN journal j ON j.canon = o.name"
	  " WHERE o.id = $1", true },
	{ "UPDATE journal SET pos = 1 WHERE canon = $1", true },
	{ "DELETE FROM journal WHERE id = $1", false },
};
/* clang-format on */

static void
a_bad_plan_is_seen(void **state)
{
	struct store *s = store_of(state);
	sqlite3 *db = s->kind == DB_SQLITE ? open_sqlite(s) : NULL;
	PGconn *c = s->kind == DB_POSTGRES ? open_pg(s) : NULL;
	static struct plan p;
	struct str line;

	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		struct stmt one = { .name = known[i].sql,
				    .sql = { known[i].sql, known[i].sql } };
		bool bad;

		if (db != NULL) {
			sqlite_plan(db, &one, &p);
			bad = sqlite_scans(&p, &one, &line);
		} else {
			pg_plan(c, &one, &p);
			bad = pg_scans(&p, &one, &line);
		}
		if (bad != known[i].bad)
			print_error("%s\n%s", known[i].sql, p.text);
		assert_int_equal(bad, known[i].bad);
	}
	PQfinish(c);
	(void)sqlite3_close(db);
}

/* First page, next page, both ways. */
static void
make_pages(struct list_shape shape)
{
	for (int i = 0; i < 4; i++) {
		shape.descending = (i & 1) != 0;
		shape.has_after = (i & 2) != 0;
		assert_true(list_stmt(&shape) >= 0);
	}
}

/* The lists that people ask for: each sort order, each filter, each filter
 * with the default order, the counts. */
static void
make_lists(const struct reg *r)
{
	struct list_shape shape = { .reg = r, .sort = -1 };

	make_pages(shape);
	shape.has_q = true;
	assert_true(list_stmt(&shape) >= 0);
	for (size_t i = 0; i < r->n_fields; i++) {
		shape = (struct list_shape){ .reg = r, .sort = -1 };
		if ((r->fields[i].flags & FILTER) != 0) {
			shape.filters = UINT64_C(1) << i;
			make_pages(shape);
			shape.is_count = true;
			assert_true(list_stmt(&shape) >= 0);
		}
		shape = (struct list_shape){ .reg = r, .sort = (int)i };
		if ((r->fields[i].flags & SORT) != 0) {
			make_pages(shape);
			shape.nulls = true;
			make_pages(shape);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_bad_plan_is_seen),
		STORE_TEST(every_statement_prepares),
		STORE_TEST(every_statement_has_an_index),
	};

	log_set_level(LOG_ERROR);
	registers_start();
	for (size_t i = 0; registers[i] != NULL; i++)
		make_lists(registers[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
