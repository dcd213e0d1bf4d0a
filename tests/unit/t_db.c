/* t_db.c - both databases keep the promises of db.h: values, order of
 * parameters, transactions, marks, rows in any number. */
#include "store.h"

#include <malloc.h>

#define BOTH(text)         \
	{                  \
		text, text \
	}
/* clang-format off */
enum { ADD, ADD_BACK, GET, COUNT, SET_NAME, DROP, JOIN, ADD_CHILD, FILL, WALK,
	SUM, ADD_MANY, N };
static const struct stmt texts[N] = {
	[ADD] = { "t_add", BOTH("INSERT INTO thing (id, name, small, raw)"
	    " VALUES ($1, $2, $3, $4)"), 4, NULL, NULL },
	[ADD_BACK] = { "t_add_back", BOTH("INSERT INTO thing (name, id)"
	    " VALUES ($2, $1) ON CONFLICT (id) DO UPDATE SET name = $2"
	    " RETURNING id, name"), 2, NULL, NULL },
	[GET] = { "t_get", BOTH("SELECT id, name, small, raw FROM thing"
	    " WHERE id = $1"), 1, NULL, NULL },
	[COUNT] = { "t_count", BOTH("SELECT COUNT(*) FROM thing"), 0, "test",
	    NULL },
	[SET_NAME] = { "t_set_name", BOTH("UPDATE thing SET name = $2"
	    " WHERE id >= $1"), 2, NULL, NULL },
	[DROP] = { "t_drop", BOTH("DELETE FROM thing WHERE id = $1"), 1, NULL,
	    NULL },
	[JOIN] = { "t_join", BOTH("SELECT CAST($2 AS TEXT) || '-' ||"
	    " CAST($1 AS TEXT) || '-' || CAST($2 AS TEXT)"), 2, NULL, NULL },
	[ADD_CHILD] = { "t_add_child", BOTH("INSERT INTO child (id, thing)"
	    " VALUES ($1, $2)"), 2, NULL, NULL },
	[FILL] = { "t_fill", BOTH("INSERT INTO thing (id, name)"
	    " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
	    " SELECT i + 1 FROM n WHERE i < $1)"
	    " SELECT i, 'row ' || i FROM n"), 1, NULL, NULL },
	[WALK] = { "t_walk", BOTH("SELECT id, name, raw FROM thing"
	    " ORDER BY id"), 0, "test", NULL },
	[ADD_MANY] = { "t_add_many", { "INSERT INTO thing (id, name, small, raw)"
	    " VALUES ($1, $2, $3, $4)", "INSERT INTO thing (id, name, small,"
	    " raw) SELECT * FROM unnest(CAST($1 AS BIGINT[]), CAST($2 AS"
	    " TEXT[]), CAST($3 AS SMALLINT[]), CAST($4 AS BYTEA[]))" }, 4,
	    NULL, NULL },
	[SUM] = { "t_sum", BOTH("SELECT SUM(id) FROM thing"), 0, "test",
	    NULL },
};
/* clang-format on */
static int st[N];

static const char tables[] =
    "CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT, small SMALLINT,"
    " raw BYTEA);"
    "CREATE UNIQUE INDEX thing_name_ix ON thing (name);"
    "CREATE TABLE child (id BIGINT PRIMARY KEY,"
    " thing BIGINT NOT NULL REFERENCES thing (id));";

static struct store *
begun(void **state)
{
	struct store *s = store_of(state);

	store_ok(s, db_script(s->db, tables, &s->why));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	return s;
}

static enum err
add(struct store *s, int64_t id, const char *name)
{
	return db_run(s->db, st[ADD],
		      ARGS(val_int(id),
			   name == NULL ? val_null() : val_text(str_of(name)),
			   val_null(), val_null()),
		      NULL, NULL, &s->why);
}

static int64_t
count(struct store *s)
{
	return store_value(s, st[COUNT], NO_ARGS).i;
}

static void
keeps(struct store *s, const struct val row[4])
{
	struct rows rows;

	store_ok(s, db_run(s->db, st[ADD], row, 4, NULL, NULL, &s->why));
	assert_int_equal(db_changed(s->db), 1);
	store_ok(s,
		 db_run(s->db, st[GET], ARGS(row[0]), &s->a, &rows, &s->why));
	assert_int_equal(db_changed(s->db), 0);
	assert_int_equal(rows.n, 1);
	assert_int_equal(rows.width, 4);
	for (size_t i = 0; i < 4; i++)
		assert_true(val_eq(rows.v[i], row[i]));
}

static void
values_come_back_as_they_went(void **state)
{
	struct store *s = begun(state);
	char bytes[256];

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)i;
	keeps(s, (const struct val[]){ val_int(INT64_MAX), val_text(STR("")),
				       val_int(-1), val_bytes("", 0) });
	keeps(s, (const struct val[]){
		     val_int(INT64_MIN), val_text(STR("安维 '\"\\ \t\n€𠮷")),
		     val_int(32767), val_bytes(bytes, sizeof(bytes)) });
	keeps(s, (const struct val[]){ val_int(0), val_null(), val_null(),
				       val_null() });
	keeps(s, (const struct val[]){ val_int(1), val_text(STR("\\x41")),
				       val_int(0), val_bytes("\0", 1) });
	store_ok(s, db_end(s->db, OK, &s->why));
}

static void
many_rows_come_back_as_they_went(void **state)
{
	struct store *s = begun(state);
	char bytes[256];
	const struct val rows[] = {
		val_int(INT64_MAX), val_text(STR("")),
		val_int(-1),	    val_bytes("", 0),

		val_int(INT64_MIN), val_text(STR("安维 '\"\\ \t\n€𠮷{,}")),
		val_int(32767),	    val_bytes(bytes, sizeof(bytes)),

		val_int(0),	    val_null(),
		val_null(),	    val_null(),

		val_int(1),	    val_text(STR("NULL")),
		val_int(0),	    val_bytes("\0\"\\", 3),
	};
	struct rows got;

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)i;
	store_ok(s, db_many(s->db, st[ADD_MANY], rows, 4, 0, &s->why));
	store_ok(s, db_many(s->db, st[ADD_MANY], rows, 4, 4, &s->why));
	for (size_t i = 0; i < ARRAY_LEN(rows); i += 4) {
		store_ok(s, db_run(s->db, st[GET], ARGS(rows[i]), &s->a, &got,
				   &s->why));
		assert_int_equal(got.n, 1);
		for (size_t k = 0; k < 4; k++)
			assert_true(val_eq(got.v[k], rows[i + k]));
	}
	assert_int_equal(count(s), 4);
	store_ok(s, db_end(s->db, OK, &s->why));
}

/* Told with what follows, and none of them is there. */
static void
many_rows_fail_together(void **state)
{
	struct store *s = begun(state);
	struct val rows[4 * 3] = { 0 };
	enum err rc;

	for (size_t i = 0; i < 3; i++)
		rows[4 * i] = val_int(i == 2 ? 0 : (int64_t)i);
	rc = db_many(s->db, st[ADD_MANY], rows, 4, 3, &s->why);
	if (rc == OK)
		rc = db_settle(s->db, &s->why);
	store_fails(s, ERR_CONFLICT, rc);
	store_fails(s, ERR_CONFLICT, db_end(s->db, rc, &s->why));
	assert_int_equal(count(s), 0);
}

static void
a_sum_is_a_whole_number(void **state)
{
	struct store *s = begun(state);

	store_ok(s, add(s, 3000000000, "a"));
	store_ok(s, add(s, 4000000000, "b"));
	assert_true(
	    val_eq(store_value(s, st[SUM], NO_ARGS), val_int(7000000000)));
	store_ok(s, db_end(s->db, OK, &s->why));
}

static void
parameters_are_bound_by_name(void **state)
{
	struct store *s = begun(state);
	struct val v =
	    store_value(s, st[JOIN],
			ARGS(val_text(STR("one")), val_text(STR("two"))));

	assert_str(v.s, "two-one-two");
	store_ok(s, db_end(s->db, OK, &s->why));
}

static void
returning_gives_the_row(void **state)
{
	struct store *s = begun(state);
	struct rows rows;

	for (int i = 0; i < 2; i++) {
		store_ok(s, db_run(s->db, st[ADD_BACK],
				   ARGS(val_int(7), val_text(STR("seven"))),
				   &s->a, &rows, &s->why));
		assert_int_equal(rows.n, 1);
		assert_int_equal(rows.v[0].i, 7);
		assert_str(rows.v[1].s, "seven");
		assert_int_equal(db_changed(s->db), 1);
	}
	store_ok(s, db_end(s->db, OK, &s->why));
}

static void
changed_counts_rows(void **state)
{
	struct store *s = begun(state);

	store_ok(s, add(s, 1, "a"));
	store_ok(s, add(s, 2, "b"));
	store_ok(s, db_run(s->db, st[SET_NAME], ARGS(val_int(1), val_null()),
			   NULL, NULL, &s->why));
	assert_int_equal(db_changed(s->db), 2);
	store_ok(s, db_run(s->db, st[DROP], ARGS(val_int(9)), NULL, NULL,
			   &s->why));
	assert_int_equal(db_changed(s->db), 0);
	store_ok(s, db_end(s->db, OK, &s->why));
}

static void
a_conflict_is_undone_alone(void **state)
{
	struct store *s = begun(state);
	enum err rc;

	store_ok(s, add(s, 1, "a"));
	store_ok(s, db_mark(s->db, &s->why));
	store_ok(s, add(s, 2, "b"));
	rc = add(s, 3, "a");
	store_fails(s, ERR_CONFLICT, rc);
	store_fails(s, ERR_CONFLICT, db_unmark(s->db, rc, &s->why));
	assert_non_null(strstr(s->why.detail, "thing"));
	if (s->kind == DB_POSTGRES)
		assert_null(strstr(s->why.text[LANG_ZH], "thing"));
	store_ok(s, add(s, 4, "d"));
	assert_int_equal(count(s), 2);
	store_ok(s, db_end(s->db, OK, &s->why));
}

static void
a_row_that_is_needed_is_a_conflict(void **state)
{
	struct store *s = begun(state);
	enum err rc;

	store_ok(s, db_mark(s->db, &s->why));
	rc = db_run(s->db, st[ADD_CHILD], ARGS(val_int(1), val_int(99)), NULL,
		    NULL, &s->why);
	store_fails(s, ERR_CONFLICT, rc);
	store_fails(s, ERR_CONFLICT, db_unmark(s->db, rc, &s->why));
	store_ok(s, add(s, 99, "parent"));
	store_ok(s, db_run(s->db, st[ADD_CHILD], ARGS(val_int(1), val_int(99)),
			   NULL, NULL, &s->why));
	store_fails(s, ERR_CONFLICT,
		    db_end(s->db,
			   db_run(s->db, st[DROP], ARGS(val_int(99)), NULL,
				  NULL, &s->why),
			   &s->why));
}

static void
marks_undo_and_keep(void **state)
{
	struct store *s = begun(state);

	for (int i = 0; i < 100; i++) {
		store_ok(s, db_mark(s->db, &s->why));
		if (i % 10 != 9) /* some pieces have no statement at all */
			store_ok(s, add(s, i, NULL));
		(void)!db_unmark(s->db, i % 2 == 0 ? OK : ERR_STATE, &s->why);
	}
	assert_int_equal(count(s), 50);
	store_ok(s, db_end(s->db, OK, &s->why));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	assert_int_equal(count(s), 50);
	store_ok(s, db_end(s->db, OK, &s->why));
}

static void
many_marks_without_a_statement(void **state)
{
	struct store *s = begun(state);

	for (int i = 0; i < 1000; i++) {
		store_ok(s, db_mark(s->db, &s->why));
		store_ok(s, db_unmark(s->db, OK, &s->why));
	}
	store_ok(s, db_end(s->db, OK, &s->why));
}

static enum err
add_later(struct store *s, int64_t id, const char *name)
{
	return db_later(s->db, st[ADD],
			ARGS(val_int(id),
			     name == NULL ? val_null() : val_text(str_of(name)),
			     val_null(), val_null()),
			&s->why);
}

static void
later_is_before_what_follows(void **state)
{
	struct store *s = begun(state);
	char name[16];

	for (int i = 0; i < 100; i++) { /* more than the queue holds */
		(void)snprintf(name, sizeof(name), "n%d", i);
		store_ok(s, add_later(s, i, name));
	}
	assert_int_equal(count(s), 100);
	store_ok(s, db_mark(s->db, &s->why));
	store_ok(s, add_later(s, 100, "undone"));
	store_fails(s, ERR_STATE, db_unmark(s->db, ERR_STATE, &s->why));
	store_ok(s, add_later(s, 101, "last"));
	store_ok(s, db_run(s->db, st[SET_NAME],
			   ARGS(val_int(101), val_text(STR("x"))), NULL, NULL,
			   &s->why));
	assert_int_equal(db_changed(s->db), 1);
	store_ok(s, add_later(s, 102, "with the commit"));
	store_ok(s, db_end(s->db, OK, &s->why));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	assert_int_equal(count(s), 102);
	store_ok(s, db_end(s->db, OK, &s->why));
}

static enum err
add_last(struct store *s, int64_t id)
{
	return db_last(s->db, st[ADD],
		       ARGS(val_int(id), val_null(), val_null(), val_null()),
		       &s->why);
}

/* Whenever it runs: the commit has it, and an undone piece has not. */
static void
last_goes_with_its_piece(void **state)
{
	struct store *s = begun(state);

	store_ok(s, add_last(s, 1000));
	for (int i = 0; i < 200; i++) {
		store_ok(s, db_mark(s->db, &s->why));
		store_ok(s, add_last(s, 2 * i));
		store_ok(s, db_mark(s->db, &s->why));
		store_ok(s, add_last(s, 2 * i + 1));
		store_fails(s, i % 3 == 0 ? OK : ERR_STATE,
			    db_unmark(s->db, i % 3 == 0 ? OK : ERR_STATE,
				      &s->why));
		store_fails(s, i % 2 == 0 ? OK : ERR_STATE,
			    db_unmark(s->db, i % 2 == 0 ? OK : ERR_STATE,
				      &s->why));
	}
	store_ok(s, db_end(s->db, OK, &s->why));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	assert_int_equal(count(s), 1 + 100 + 34);
	store_ok(s, add_last(s, 1001));
	store_fails(s, ERR_STATE, db_end(s->db, ERR_STATE, &s->why));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	assert_int_equal(count(s), 135);
	store_ok(s, add_last(s, 1000)); /* is there already */
	store_fails(s, ERR_CONFLICT, db_end(s->db, OK, &s->why));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	assert_int_equal(count(s), 135);
	store_ok(s, db_end(s->db, OK, &s->why));
}

/* It fails at once or at the end of the piece, and only the piece. */
static void
later_fails_with_its_piece(void **state)
{
	struct store *s = begun(state);
	enum err rc;

	for (int i = 0; i < 20; i++) {
		store_ok(s, db_mark(s->db, &s->why));
		store_ok(s, add(s, 100 + i, NULL));
		rc = add_later(s, i % 2 == 0 ? i : 0, NULL);
		rc = db_unmark(s->db, rc, &s->why);
		store_fails(s, i % 2 == 0 ? OK : ERR_CONFLICT, rc);
	}
	assert_int_equal(count(s), 20);
	/* also when nobody asks, and when all is undone anyway */
	rc = add_later(s, 0, NULL);
	if (s->kind == DB_POSTGRES)
		store_ok(s, rc);
	store_fails(s, ERR_CONFLICT, db_end(s->db, rc, &s->why));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	store_ok(s, add(s, 1, NULL));
	rc = add_later(s, 1, NULL);
	store_fails(s, ERR_STATE, db_end(s->db, ERR_STATE, &s->why));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	assert_int_equal(count(s), 0);
	store_ok(s, db_end(s->db, OK, &s->why));
}

static void
what_failed_is_not_written(void **state)
{
	struct store *s = begun(state);

	store_ok(s, add(s, 1, "a"));
	store_fails(s, ERR_STATE, db_end(s->db, ERR_STATE, &s->why));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	assert_int_equal(count(s), 0);
	store_ok(s, db_end(s->db, OK, &s->why));
	/* nothing ran */
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	store_fails(s, ERR_STATE, db_end(s->db, ERR_STATE, &s->why));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	store_ok(s, db_end(s->db, OK, &s->why));
}

static void
reading_refuses_to_write(void **state)
{
	struct store *s = begun(state);
	enum err rc;

	store_ok(s, db_end(s->db, OK, &s->why));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	rc = add(s, 1, "a");
	store_fails(s, ERR_INTERNAL, rc);
	store_fails(s, ERR_INTERNAL, db_end(s->db, rc, &s->why));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	assert_int_equal(count(s), 0);
	store_ok(s, db_end(s->db, OK, &s->why));
	store_ok(s, store_write(s, st[ADD],
				ARGS(val_int(1), val_null(), val_null(),
				     val_null())));
}

/* A reader sees one moment of the database. */
static void
reading_sees_one_moment(void **state)
{
	struct store *s = begun(state);
	struct db *mine = s->db, *peer = store_peer(s);

	store_ok(s, add(s, 1, "a"));
	store_ok(s, db_end(s->db, OK, &s->why));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	assert_int_equal(count(s), 1);
	s->db = peer;
	store_ok(s, store_write(s, st[DROP], ARGS(val_int(1))));
	s->db = mine;
	assert_int_equal(count(s), 1);
	store_ok(s, db_end(s->db, OK, &s->why));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	assert_int_equal(count(s), 0);
	store_ok(s, db_end(s->db, OK, &s->why));
	db_close(&peer);
}

#define MANY 100000

struct walk {
	int64_t rows, stop_at;
	size_t base, most;
	struct db *db;
	enum err inner;
};

static enum err
walk_row(const struct val *row, size_t width, void *ctx, struct why *why)
{
	struct walk *w = ctx;
	size_t now = mallinfo2().uordblks;

	assert_int_equal(width, 3);
	assert_int_equal(row[0].i, ++w->rows);
	assert_int_equal(row[2].type, VAL_NULL);
	if (now > w->base && now - w->base > w->most)
		w->most = now - w->base;
	if (w->rows == w->stop_at)
		return fail(why, ERR_STATE, "enough", "够了");
	return OK;
}

static void
many_rows_need_little_memory(void **state)
{
	struct store *s = begun(state);
	struct walk w = { .base = mallinfo2().uordblks };

	store_ok(s, db_run(s->db, st[FILL], ARGS(val_int(MANY)), NULL, NULL,
			   &s->why));
	store_ok(s, db_each(s->db, st[WALK], NO_ARGS, walk_row, &w, &s->why));
	assert_int_equal(w.rows, MANY);
	/* SQLite's page cache is 16 MiB; the rows are some 3 MB as text. */
	if (s->kind == DB_POSTGRES)
		assert_true(w.most < 256 * 1024);
	w = (struct walk){ .stop_at = 10 };
	store_fails(s, ERR_STATE,
		    db_each(s->db, st[WALK], NO_ARGS, walk_row, &w, &s->why));
	assert_string_equal(s->why.text[LANG_EN], "enough");
	assert_int_equal(w.rows, 10);
	assert_int_equal(count(s), MANY);
	store_ok(s, db_end(s->db, OK, &s->why));
}

static enum err
walk_and_run(const struct val *row, size_t width, void *ctx, struct why *why)
{
	struct walk *w = ctx;

	(void)row;
	(void)width;
	w->inner = db_run(w->db, st[COUNT], NO_ARGS, NULL, NULL, why);
	return OK;
}

/* One connection does one thing at a time, on both databases. */
static void
a_statement_inside_a_walk_is_refused(void **state)
{
	struct store *s = begun(state);
	struct walk w = { .db = s->db };

	store_ok(s, add(s, 1, "a"));
	store_ok(s,
		 db_each(s->db, st[WALK], NO_ARGS, walk_and_run, &w, &s->why));
	assert_int_equal(w.inner, ERR_INTERNAL);
	assert_int_equal(count(s), 1);
	store_ok(s, db_end(s->db, OK, &s->why));
}

static void
text_that_postgres_cannot_keep_is_refused(void **state)
{
	struct store *s = begun(state);
	enum err rc;

	store_ok(s, db_mark(s->db, &s->why));
	rc = db_run(s->db, st[JOIN],
		    ARGS(val_text(STR("a\0b")), val_text(STR("c"))), NULL, NULL,
		    &s->why);
	store_fails(s, ERR_INVALID, rc);
	store_fails(s, ERR_INVALID, db_unmark(s->db, rc, &s->why));
	store_ok(s, db_mark(s->db, &s->why));
	rc = add(s, 1, "\xff\xfe");
	store_fails(s, ERR_INVALID, rc);
	store_fails(s, ERR_INVALID, db_unmark(s->db, rc, &s->why));
	store_ok(s, add(s, 1, "a"));
	store_ok(s, db_end(s->db, OK, &s->why));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST_EMPTY(values_come_back_as_they_went),
		STORE_TEST_EMPTY(many_rows_come_back_as_they_went),
		STORE_TEST_EMPTY(many_rows_fail_together),
		STORE_TEST_EMPTY(a_sum_is_a_whole_number),
		STORE_TEST_EMPTY(parameters_are_bound_by_name),
		STORE_TEST_EMPTY(returning_gives_the_row),
		STORE_TEST_EMPTY(changed_counts_rows),
		STORE_TEST_EMPTY(a_conflict_is_undone_alone),
		STORE_TEST_EMPTY(a_row_that_is_needed_is_a_conflict),
		STORE_TEST_EMPTY(marks_undo_and_keep),
		STORE_TEST_EMPTY(many_marks_without_a_statement),
		STORE_TEST_EMPTY(later_is_before_what_follows),
		STORE_TEST_EMPTY(later_fails_with_its_piece),
		STORE_TEST_EMPTY(last_goes_with_its_piece),
		STORE_TEST_EMPTY(what_failed_is_not_written),
		STORE_TEST_EMPTY(reading_refuses_to_write),
		STORE_TEST_EMPTY(reading_sees_one_moment),
		STORE_TEST_EMPTY(many_rows_need_little_memory),
		STORE_TEST_EMPTY(a_statement_inside_a_walk_is_refused),
		STORE_TEST_PG(text_that_postgres_cannot_keep_is_refused),
	};

	for (int i = 0; i < N; i++)
		st[i] = stmt_add(&texts[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
