/*
 * journal_help.h - a journal for each test, on SQLite and on PostgreSQL: 620
 * rows sealed in odd batches, heads signed over 100, 256 and 600 of them, 3
 * rows not sealed.
 */
#ifndef TESTS_JOURNAL_HELP_H
#define TESTS_JOURNAL_HELP_H

#include "store.h"

#include <sys/stat.h>

#include "gen/stmt.h"
#include "kind/journal_parts.h"

#define NOON INT64_C(1790000000000)

static char dir[] = "/tmp/t_journal.XXXXXX"; /* of the key */
static struct journal_key *key;
static struct db *db; /* the test's */
static struct arena a;
static struct why why;
static struct journal_verdict verdict;

static inline void
ok(enum err rc)
{
	if (rc != OK)
		print_error("%s\n", why.text[LANG_EN]);
	assert_int_equal(rc, OK);
}

static inline void
script(const char *sql)
{
	ok(db_begin(db, TX_WRITE, &why));
	ok(db_end(db, db_script(db, sql, &why), &why));
}

static inline void
write_rows(int64_t first, int64_t n)
{
	struct task t;

	ok(db_begin(db, TX_WRITE, &why));
	for (int64_t i = first; i < first + n; i++) {
		struct actor who = { .user = i % 7, .org = 1 + i % 2 };
		struct journal_entry e = {
			.row = 1000 + i,
			.reg = "site",
			.op = "update",
			.reason = STR("\"colour\"\n"),
			.changes = STR("[{\"field\":\"name\",\"from\":\"东门\","
				       "\"to\":\"blue\"}]"),
		};

		t = task_open(db, &a, NOON + i, who);
		assert_int_equal(journal_write(&t, &e), OK);
	}
	ok(db_end(db, OK, &why));
}

static inline int64_t
seal(int64_t max)
{
	int64_t n = -1;
	enum err rc;

	ok(db_begin(db, TX_WRITE, &why));
	rc = journal_seal(db, &a, max, &n, &why);
	if (rc != OK)
		n = -1;
	(void)!db_end(db, rc, &why);
	return n;
}

static inline enum err
sign_with(const struct journal_key *k)
{
	enum err rc;

	ok(db_begin(db, TX_WRITE, &why));
	rc = journal_checkpoint(db, &a, k, NOON, &why);
	return db_end(db, rc, &why);
}

static inline int64_t
id_at(int64_t pos)
{
	struct rows rows;

	ok(db_run(db, STMT_JOURNAL_WINDOW, ARGS(val_int(pos), val_int(pos + 1)),
		  &a, &rows, &why));
	return rows.n == 1 ? rows.v[1].i : -1;
}

static inline void
verify(struct str kept)
{
	ok(journal_verify(db, key, kept, &verdict, &why));
	if (verdict.text[LANG_ZH][0] == '\0' ||
	    verdict.text[LANG_EN][0] == '\0')
		assert_true(false);
}

/* What was found must say so: a position, a row, words of the sentence. */
static inline void
expect_bad(int64_t pos, int64_t id, const char *words)
{
	verify(STR(""));
	assert_false(verdict.good);
	if (strstr(verdict.text[LANG_EN], words) == NULL)
		print_error("%s\n", verdict.text[LANG_EN]);
	assert_non_null(strstr(verdict.text[LANG_EN], words));
	assert_int_equal(verdict.bad_pos, pos);
	assert_int_equal(verdict.bad_id, id);
}

static inline void
sound(void)
{
	verify(STR(""));
	assert_true(verdict.good);
	assert_int_equal(verdict.rows, 620);
	assert_int_equal(verdict.checkpoints, 3);
	assert_int_equal(verdict.unsealed, 3);
	assert_int_equal(verdict.unsigned_rows, 20);
	assert_int_equal(verdict.signed_ms, NOON);
	assert_int_equal(verdict.bad_pos, -1);
	assert_string_equal(verdict.text[LANG_EN],
			    "all 620 rows are as they were written; 3 "
			    "checkpoints with valid signatures; 20 rows after "
			    "the last one, 3 not sealed yet");
}

static inline void
path_of(char *out, size_t n, const char *name)
{
	assert_true(snprintf(out, n, "%s/%s", dir, name) < (int)n);
}

static inline int
journal_setup(void **state)
{
	if (store_setup(state) != 0)
		return -1;
	db = ((struct store *)*state)->db;
	if (db == NULL)
		return 0;
	write_rows(0, 620);
	assert_int_equal(seal(100), 100);
	ok(sign_with(key));
	assert_int_equal(seal(156), 156);
	ok(sign_with(key));
	assert_int_equal(seal(344), 344);
	ok(sign_with(key));
	assert_int_equal(seal(1000), 20);
	assert_int_equal(seal(1000), 0);
	write_rows(620, 3);
	return 0;
}

static inline int
journal_teardown(void **state)
{
	arena_release(&a);
	return store_teardown(state);
}

/* First thing in each test: it skips itself without PostgreSQL. */
static inline void
begin(void **state)
{
	db = store_of(state)->db;
}

static inline int
key_setup(void **state)
{
	char path[200];

	(void)state;
	assert_non_null(mkdtemp(dir));
	path_of(path, sizeof(path), "journal.pem");
	ok(journal_key_open(path, &key, &why));
	return 0;
}

static inline int
key_teardown(void **state)
{
	char command[100];

	(void)state;
	journal_key_close(&key);
	(void)snprintf(command, sizeof(command), "rm -r %s", dir);
	return system(command);
}

#define JOURNAL_ONE(f, on, kind)                               \
	{                                                      \
#f " " on, f, journal_setup, journal_teardown, \
		    &store_kinds[kind]                         \
	}
#define JOURNAL_TEST(f)                        \
	JOURNAL_ONE(f, "(sqlite)", DB_SQLITE), \
	    JOURNAL_ONE(f, "(postgres)", DB_POSTGRES)

#endif
