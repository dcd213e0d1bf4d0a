/* t_clock.c - a simulated month of many clocks: each fraction told exactly
 * once, over restarts and with two sweepers at work. */
#include "estate.h"

#include <pthread.h>

#include "kind/clock.h"
#include "kind/process.h"
#include "upkeep/workorder.h"

#define MONTH_MS (30 * DAY_MS)
#define BATCH 500

/* Enough to be a month's work; PostgreSQL pays a round trip for each. */
static int64_t
how_many(const struct store *s)
{
	const char *full = getenv("ANWEI_TEST_FULL");

	if (s->kind == DB_POSTGRES)
		return full == NULL ? 2000 : 100000;
	return full == NULL ? 20000 : 100000;
}

/* A cancelled order: its clocks are told, but nobody is escalated to. */
static int64_t
quiet_order(struct store *s, const struct estate *e)
{
	struct task t = people_task(s, TX_WRITE, NOON, e->program);
	struct reg_input in;
	struct reg_row row = { 0 };
	struct str why;
	enum err rc;

	rc = reg_input_json(&t, &workorder_reg,
			    str_of(ESTATE_TEXT("{\"site\":\"%lld\","
					       "\"reporter\":\"甲\","
					       "\"symptom\":\"乙\"}",
					       (long long)e->site)),
			    &in);
	if (rc == OK)
		rc = process_open(&t, &workorder_reg, NULL, &in, &row);
	if (rc == OK)
		rc = reg_input_step(&t, &workorder_reg,
				    STR("{\"consent\":\"是\",\"reason\":"
					"\"撤\"}"),
				    &in, &why);
	if (rc == OK)
		rc = process_step(&t, &workorder_reg, row.id, 0, STR("cancel"),
				  &in, why, &row);
	store_ok(s, people_end(s, &t, rc));
	return row.id;
}

static void
start_clocks(struct store *s, const struct estate *e, int64_t order, int64_t n)
{
	struct task t = people_task(s, TX_WRITE, NOON, e->program);
	uint64_t seed = 7;
	enum err rc = OK;

	for (int64_t i = 0; i < n && rc == OK; i++) {
		struct clock_limit limit = { .source = "test" };

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		limit.limit_ms = 1 + (int64_t)(seed >> 33) % MONTH_MS;
		rc = clock_turn(&t, &workorder_reg, order, "response", START,
				NOON, limit);
	}
	store_ok(s, people_end(s, &t, rc));
}

/* Everything due at the time, batch by batch; how many were handled. */
static int64_t
sweep_all(struct db *db, int64_t now_ms)
{
	int64_t handled = BATCH, total = 0;

	while (handled == BATCH) {
		struct arena a = { 0 };
		struct why why = { 0 };
		struct task t;
		enum err rc;

		assert_int_equal(db_begin(db, TX_WRITE, &why), OK);
		t = task_open(db, &a, now_ms, actor_program(0));
		rc = db_end(db, clock_sweep(&t, BATCH, &handled), &t.why);
		if (rc != OK)
			print_error("%s\n", t.why.text[LANG_EN]);
		assert_int_equal(rc, OK);
		arena_release(&a);
		total += handled;
	}
	return total;
}

static int64_t
count(struct store *s, const char *sql)
{
	struct stmt *stmt = ARENA_NEW(&s->a, struct stmt);
	struct rows rows;

	*stmt = (struct stmt){ "count", { sql, sql }, 0, "test", "test" };
	store_ok(s,
		 db_run(s->db, stmt_add(stmt), NO_ARGS, &s->a, &rows, &s->why));
	return rows.v[0].i;
}

static void
a_month_is_told_once(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	int64_t n = how_many(s), order, handled = 0;

	estate_make(s, &e);
	order = quiet_order(s, &e);
	start_clocks(s, &e, order, n);
	for (int64_t day = 0; day <= 30; day++) {
		handled += sweep_all(s->db, NOON + day * DAY_MS);
		if (day % 10 == 9) { /* the program starts anew */
			db_close(&s->db);
			store_ok(s, db_open(s->url, &s->db, &s->why));
		}
	}
	assert_true(handled >= n && handled <= 3 * n);
	assert_int_equal(count(s, "SELECT COUNT(*) FROM clock "
				  "WHERE warned = 100 AND next_ms IS NULL"),
			 n);
	/* One row of the journal per time that a clock was handled. */
	assert_int_equal(count(s, "SELECT COUNT(*) FROM journal "
				  "WHERE op = 'clock'"),
			 handled);
	assert_int_equal(sweep_all(s->db, NOON + 2 * MONTH_MS), 0);
}

struct sweeper {
	struct db *db;
	int64_t handled;
};

static void *
sweep_along(void *arg)
{
	struct sweeper *w = arg;

	for (int64_t day = 0; day <= 30; day++)
		w->handled += sweep_all(w->db, NOON + day * DAY_MS);
	return NULL;
}

/* Two nodes on one database share the work: SKIP LOCKED. */
static void
two_sweepers_tell_once(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	struct sweeper w[2] = { { .db = store_peer(s) },
				{ .db = store_peer(s) } };
	pthread_t threads[2];
	int64_t n = 1000, order;

	estate_make(s, &e);
	order = quiet_order(s, &e);
	start_clocks(s, &e, order, n);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, sweep_along,
						&w[i]),
				 0);
	for (size_t i = 0; i < 2; i++)
		(void)pthread_join(threads[i], NULL);
	(void)sweep_all(s->db, NOON + 31 * DAY_MS);
	assert_int_equal(count(s, "SELECT COUNT(*) FROM clock "
				  "WHERE warned = 100 AND next_ms IS NULL"),
			 n);
	/* No clock was told the same fraction twice. */
	assert_true(count(s, "SELECT COUNT(*) FROM journal "
			     "WHERE op = 'clock'") <= 3 * n);
	db_close(&w[0].db);
	db_close(&w[1].db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_month_is_told_once),
		STORE_TEST_PG(two_sweepers_tell_once),
	};

	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
