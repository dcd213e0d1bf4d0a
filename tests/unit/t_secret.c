/* t_secret.c - secrets come back for the program alone, under one key file,
 * bound to organisation and name; the journal never has the value. */
#include "people.h"

#include <sys/stat.h>

#include "kind/secret.h"

#define BOTH(text)         \
	{                  \
		text, text \
	}
/* clang-format off */
enum { JOURNAL, SEALED, MOVE, N };
static const struct stmt texts[N] = {
	[JOURNAL] = { "n_secret_journal", BOTH("SELECT canon FROM journal"
	    " WHERE reg = 'secret' ORDER BY id"), 0, "test", NULL },
	[SEALED] = { "n_secret_sealed", BOTH("SELECT sealed FROM secret"
	    " WHERE name = $1"), 1, "test", "test" },
	[MOVE] = { "n_secret_move", BOTH("UPDATE secret SET name = $2"
	    " WHERE name = $1"), 2, "test", "test" },
};
/* clang-format on */
static int st[N];

/* A key file of its own beside nothing. */
struct keys {
	char folder[64], path[80];
};

static void
keys_make(struct keys *k)
{
	struct why why = { 0 };

	(void)snprintf(k->folder, sizeof(k->folder), "/tmp/anwei-k-XXXXXX");
	assert_non_null(mkdtemp(k->folder));
	(void)snprintf(k->path, sizeof(k->path), "%s/secret.key", k->folder);
	assert_int_equal(secret_key_open(k->path, &why), OK);
}

static void
keys_drop(struct keys *k)
{
	secret_key_close();
	(void)unlink(k->path);
	(void)rmdir(k->folder);
}

static bool
has(struct str in, struct str what)
{
	for (size_t i = 0; i + what.n <= in.n; i++) {
		if (memcmp(in.p + i, what.p, what.n) == 0)
			return true;
	}
	return false;
}

static void
what_was_put_comes_back(void **state)
{
	struct store *s = store_of(state);
	struct keys k;
	struct task t;
	struct secret got;
	struct rows rows;
	bool there = true;

	keys_make(&k);
	t = task_open(s->db, &s->a, 1000, actor_program(people_org(s)));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	assert_int_equal(secret_get(&t, STR("line1"), &got), ERR_NOT_FOUND);
	assert_int_equal(secret_has(&t, STR("line1"), &there), OK);
	assert_false(there);
	assert_int_equal(secret_put(&t, STR("line1"), STR("first-value")), OK);
	assert_int_equal(secret_put(&t, STR("line1"), STR("second-value")), OK);
	assert_int_equal(secret_get(&t, STR("line1"), &got), OK);
	assert_string_equal(got.b, "second-value");
	assert_int_equal(got.n, 12);
	assert_int_equal(secret_has(&t, STR("line1"), &there), OK);
	assert_true(there);
	store_ok(s, db_end(s->db, OK, &s->why));

	store_ok(s, db_run(s->db, st[SEALED], ARGS(val_text(STR("line1"))),
			   &s->a, &rows, &s->why));
	assert_false(has(rows.v[0].s, STR("second")));
	store_ok(s, db_run(s->db, st[JOURNAL], NO_ARGS, &s->a, &rows, &s->why));
	assert_int_equal(rows.n, 2);
	assert_true(has(rows.v[1].s, STR("line1")));
	assert_false(has(rows.v[1].s, STR("second")));
	keys_drop(&k);
}

static void
a_moved_or_foreign_row_does_not_open(void **state)
{
	struct store *s = store_of(state);
	struct keys k;
	struct task t, other;
	struct secret got;

	keys_make(&k);
	t = task_open(s->db, &s->a, 1000, actor_program(people_org(s)));
	other = t;
	other.who.org++;
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	assert_int_equal(secret_put(&t, STR("a"), STR("value")), OK);
	assert_int_equal(secret_get(&other, STR("a"), &got), ERR_NOT_FOUND);
	store_ok(s, db_run(s->db, st[MOVE],
			   ARGS(val_text(STR("a")), val_text(STR("b"))), NULL,
			   NULL, &s->why));
	assert_int_equal(secret_get(&t, STR("b"), &got), ERR_STATE);
	assert_int_equal(got.n, 0);
	assert_int_equal(secret_drop(&t, STR("b")), OK);
	assert_int_equal(secret_drop(&t, STR("b")), ERR_NOT_FOUND);
	store_ok(s, db_end(s->db, OK, &s->why));
	keys_drop(&k);
}

static void
another_key_file_opens_nothing(void **state)
{
	struct store *s = store_of(state);
	struct keys k, l;
	struct task t;
	struct secret got;

	keys_make(&k);
	t = task_open(s->db, &s->a, 1000, actor_program(people_org(s)));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	assert_int_equal(secret_put(&t, STR("a"), STR("value")), OK);
	keys_drop(&k);
	assert_int_equal(secret_get(&t, STR("a"), &got), ERR_STATE);
	keys_make(&l);
	assert_int_equal(secret_get(&t, STR("a"), &got), ERR_STATE);
	store_ok(s, db_end(s->db, OK, &s->why));
	keys_drop(&l);
}

static void
names_and_values_have_limits(void **state)
{
	static const char *const bad[] = { "", "a b", "a/b", "密",
					   "a12345678901234567890123456789"
					   "a123456789012345678901234567890" };
	struct store *s = store_of(state);
	char big[SECRET_MAX + 1];
	struct keys k;
	struct task t;
	struct secret got;

	memset(big, 'x', sizeof(big));
	keys_make(&k);
	t = task_open(s->db, &s->a, 1000, actor_program(people_org(s)));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_int_equal(secret_put(&t, str_of(bad[i]), STR("v")),
				 ERR_INVALID);
	assert_int_equal(secret_put(&t, STR("n"), STR("")), ERR_INVALID);
	assert_int_equal(secret_put(&t, STR("n"),
				    (struct str){ big, sizeof(big) }),
			 ERR_INVALID);
	assert_int_equal(secret_put(&t, STR("n"),
				    (struct str){ big, SECRET_MAX }),
			 OK);
	assert_int_equal(secret_get(&t, STR("n"), &got), OK);
	assert_int_equal(got.n, SECRET_MAX);
	store_ok(s, db_end(s->db, OK, &s->why));
	keys_drop(&k);
}

static void
the_key_file_is_kept_and_private(void **state)
{
	struct why why = { 0 };
	struct keys k;
	struct stat st_file;
	FILE *f;

	(void)state;
	keys_make(&k);
	assert_int_equal(stat(k.path, &st_file), 0);
	assert_int_equal(st_file.st_mode & 0777, 0600);
	assert_int_equal(st_file.st_size, 64);
	assert_int_equal(secret_key_open(k.path, &why), OK);
	assert_int_equal(chmod(k.path, 0640), 0);
	assert_int_equal(secret_key_open(k.path, &why), ERR_STATE);
	assert_int_equal(chmod(k.path, 0600), 0);
	f = fopen(k.path, "w");
	assert_non_null(f);
	(void)fputs("not a key", f);
	(void)fclose(f);
	assert_int_equal(secret_key_open(k.path, &why), ERR_INVALID);
	keys_drop(&k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(what_was_put_comes_back),
		STORE_TEST(a_moved_or_foreign_row_does_not_open),
		STORE_TEST(another_key_file_opens_nothing),
		STORE_TEST(names_and_values_have_limits),
		cmocka_unit_test(the_key_file_is_kept_and_private),
	};

	for (int i = 0; i < N; i++)
		st[i] = stmt_add(&texts[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
