/* t_demo.c - the demo company comes in whole and goes whole. */
#include "store.h"

#include "archive/demo.h"
#include "base/time.h"
#include "org/org.h"
#include "rating/pack.h"

#define NOW (INT64_C(1793491200000) + 200 * DAY_MS)

static struct stmt stmt_owned = {
	.name = "test_owned",
	.sql = { "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info("
		 "m.name) c WHERE m.type = 'table' AND c.name = 'org' "
		 "ORDER BY m.name",
		 "SELECT table_name::text FROM information_schema.columns "
		 "WHERE table_schema = current_schema() "
		 "AND column_name = 'org' ORDER BY table_name" },
	.n_args = 0
};
static int owned_no;

static void
shift(const char *in, int64_t days, const char *want)
{
	struct buf b = buf_open(1000);

	demo_shift(str_of(in), days, &b);
	assert_int_equal(b.n, strlen(want));
	assert_memory_equal(b.p, want, b.n);
	buf_release(&b);
}

static void
dates_move_and_nothing_else(void **state)
{
	(void)state;
	shift("2026-11-01", 1, "2026-11-02");
	shift("a,2026-02-28\nb,2026-12-31\r\n", 1,
	      "a,2026-03-01\nb,2027-01-01\r\n");
	shift("\"2026-11-01\",\"2026-11-01 08:30\"", -1,
	      "\"2026-10-31\",\"2026-10-31 08:30\"");
	shift("x 2026-11-01,2026-11-012,12026-11-01,2026-13-01", 1,
	      "x 2026-11-01,2026-11-012,12026-11-01,2026-13-01");
	shift("YS-HT-2026-11-01,", 1, "YS-HT-2026-11-01,");
	shift("", 1, "");
}

static bool
refers(const struct reg *from, const struct reg *to)
{
	for (size_t f = 0; f < from->n_fields; f++) {
		const char *ref = from->fields[f].ref;

		if (ref != NULL && strcmp(ref, to->name) == 0)
			return true;
	}
	return false;
}

/* But for two that know each other, as a fault and its repair order do. */
static void
order_follows_the_references(void **state)
{
	const struct reg *order[DEMO_REGISTERS_MAX];
	size_t n = demo_order(order), all = 0;

	(void)state;
	while (registers[all] != NULL)
		all++;
	assert_int_equal(n, all);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			assert_true(!refers(order[i], order[k]) ||
				    refers(order[k], order[i]));
}

static struct task
task_of(struct store *s, int64_t org)
{
	struct actor who = actor_program(org);

	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	return task_open(s->db, &s->a, NOW, who);
}

/* The sentence of the task, so that a failure says why. */
static void
end(struct store *s, const struct task *t, enum err rc)
{
	s->why = t->why;
	store_ok(s, rc);
	store_ok(s, db_end(s->db, OK, &s->why));
}

static struct demo_report
load(struct store *s)
{
	struct demo_conf conf = { .folder = "demo",
				  .password = STR("Yanshi-2026-anwei") };
	struct task t = task_of(s, 0);
	struct demo_report report;

	end(s, &t, demo_load(&t, &conf, &report));
	return report;
}

static int64_t
count(struct store *s, const char *from)
{
	struct stmt *stmt = ARENA_NEW(&s->a, struct stmt);
	const char *sql =
	    arena_printf(&s->a, "SELECT COUNT(*) FROM %s", from).p;

	*stmt = (struct stmt){ .name = "test_count", .sql = { sql, sql } };
	return store_value(s, stmt_add(stmt), NO_ARGS).i;
}

static void
the_company_is_believable(struct store *s)
{
	static const struct {
		const char *from;
		int64_t least, most;
	} sizes[] = {
		{ "customer", 100, 100 },
		{ "site", 150, 150 },
		{ "system", 200, 240 },
		{ "device", 2000, 2000 },
		{ "panel", 150, 150 },
		{ "zone", 1200, 1200 },
		{ "staff", 40, 40 },
		{ "device WHERE parent IS NOT NULL", 1500, 1999 },
		{ "contract WHERE predecessor IS NOT NULL", 100, 250 },
		{ "contract WHERE state IN ('active', 'expiring')", 80, 100 },
		{ "customer WHERE key_unit <> 'none'", 15, 40 },
		{ "system WHERE anti_terror = 1 AND retention_days = 90", 1,
		  10 },
		{ "certificate WHERE valid_to < '2027-05-20'", 1, 1 },
		{ "certificate WHERE valid_to >= '2027-05-20' "
		  "AND valid_to < '2027-08-18'",
		  3, 5 },
		{ "zone WHERE tested_on < '2027-04-20' "
		  "OR tested_on > '2027-05-20'",
		  0, 0 }, /* dates have moved */
		{ "workorder", 27, 27 },
		{ "(SELECT DISTINCT state FROM workorder) AS x", 16, 19 },
		{ "contact WHERE duress_word IS NOT NULL", 50, 50 },
		{ "contact WHERE duress_word NOT LIKE '$argon2id$%'", 0, 0 },
	};

	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		int64_t n = count(s, sizes[i].from);

		if (n < sizes[i].least || n > sizes[i].most)
			print_error("%s: %lld\n", sizes[i].from, (long long)n);
		assert_in_range(n, sizes[i].least, sizes[i].most);
	}
}

/* Every table that has owners, whoever adds it. */
static void
nothing_is_left(struct store *s, int64_t org)
{
	struct rows owned;

	store_ok(s, db_run(s->db, owned_no, NO_ARGS, &s->a, &owned, &s->why));
	assert_in_range(owned.n, 20, 200);
	for (size_t i = 0; i < owned.n; i++) {
		const char *table = rows_at(&owned, i)[0].s.p;
		int64_t n =
		    count(s, arena_printf(&s->a, "\"%s\" WHERE org = %lld",
					  table, (long long)org)
				 .p);
		bool stays = strcmp(table, "journal") == 0;

		if ((n > 0) != stays)
			print_error("%s: %lld rows\n", table, (long long)n);
		assert_true((n > 0) == stays);
	}
	assert_int_equal(count(s, "org WHERE is_demo = 1"), 0);
}

/* What use leaves behind beside the registers. */
static void
be_used(struct store *s, int64_t org)
{
	static const char rows[] =
	    "INSERT INTO session (id, org, user_id, digest, csrf, created_ms,"
	    " seen_ms, ends_ms, address, agent) SELECT id + 1, org, id, login,"
	    " 'c', 1, 1, 1, 'a', 'b' FROM \"user\";"
	    "INSERT INTO token (id, org, user_id, name, digest, scopes,"
	    " created_ms, expires_ms) SELECT id + 1, org, id, 'n', login, '',"
	    " 1, 1 FROM \"user\";"
	    "INSERT INTO idempotency (org, actor, key, digest, at_ms, status,"
	    " body, headers) SELECT org, id, 'k', 'd', 1, 201, '', ''"
	    " FROM \"user\";"
	    "INSERT INTO file (id, org, sha256, size, type, name, created_ms)"
	    " SELECT id, org, login, 1, 't', 'n', 1 FROM \"user\";";
	struct task t = task_of(s, org);

	end(s, &t, db_script(s->db, rows, &t.why));
}

static void
a_company_comes_and_goes(void **state)
{
	struct store *s = store_of(state);
	struct demo_report report = load(s);
	struct task t;
	int64_t rows, other;

	assert_int_equal(report.registers, 23);
	assert_int_equal(report.orders, 27);
	assert_in_range(report.rows, 5000, 7000);
	be_used(s, report.org);
	t = task_of(s, report.org);
	store_ok(s, org_add(&t, STR("real"), STR("UTC"), false, &other));
	the_company_is_believable(s);
	end(s, &t, demo_remove(&t, &rows));
	assert_true(rows >= report.rows);
	t = task_of(s, report.org);
	nothing_is_left(s, report.org);
	assert_int_equal(count(s, "find"), 0);
	assert_int_equal(count(s, "org"), 1); /* the other one stays */
	end(s, &t, OK);
}

static void
a_real_company_is_never_removed(void **state)
{
	struct store *s = store_of(state);
	struct task t = task_of(s, 0);
	int64_t org, rows;

	store_ok(s, org_add(&t, STR("real"), STR("UTC"), false, &org));
	t.who = actor_program(org);
	store_fails(s, ERR_STATE, demo_remove(&t, &rows));
	assert_int_equal(rows, 0);
	assert_int_equal(count(s, "org"), 1);
	t.who = actor_program(org + 1);
	store_fails(s, ERR_NOT_FOUND, demo_remove(&t, &rows));
	end(s, &t, OK);
}

/* party.csv comes first: nothing refers from it. */
static void
a_bad_row_is_named(void **state)
{
	struct store *s = store_of(state);
	char folder[] = "/tmp/anwei-demo-XXXXXX", path[64];
	struct demo_conf conf = { .folder = folder, .password = STR("x") };
	struct demo_report report;
	struct task t = task_of(s, 0);
	FILE *f;

	assert_non_null(mkdtemp(folder));
	store_fails(s, ERR_STORAGE, demo_load(&t, &conf, &report));
	(void)snprintf(path, sizeof(path), "%s/party.csv", folder);
	f = fopen(path, "w");
	assert_non_null(f);
	(void)fputs("单位名称,角色,统一社会信用代码\n"
		    "甲,供应商,\n乙,供应商,91990000MADEM00010\n",
		    f);
	assert_int_equal(fclose(f), 0);
	store_fails(s, ERR_INVALID, demo_load(&t, &conf, &report));
	assert_non_null(strstr(t.why.text[LANG_EN], "party.csv line 3: "));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(folder), 0);
	store_fails(s, ERR_INVALID, db_end(s->db, ERR_INVALID, &s->why));
}

static int
setup(void **state)
{
	struct why why = { 0 };

	(void)state;
	registers_start();
	demo_start();
	owned_no = stmt_add(&stmt_owned);
	return packs_load("packs", &why) == OK ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	packs_free();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_move_and_nothing_else),
		cmocka_unit_test(order_follows_the_references),
		STORE_TEST(a_company_comes_and_goes),
		STORE_TEST(a_real_company_is_never_removed),
		STORE_TEST(a_bad_row_is_named),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
