/* t_journal.c - entries, sealing, checkpoints, the key, the note outside. */
#include "store.h"

#include "journal_help.h"

#include "base/json.h"

static void
an_untouched_journal_is_good(void **state)
{
	begin(state);
	sound();
}

static void
an_empty_journal_is_good(void **state)
{
	begin(state);
	script("DELETE FROM journal; DELETE FROM journal_tile;"
	       "DELETE FROM journal_checkpoint;");
	assert_int_equal(seal(10), 0);
	ok(sign_with(key));
	verify(STR(""));
	assert_true(verdict.good);
	assert_int_equal(verdict.rows + verdict.checkpoints, 0);
	assert_int_equal(journal_note(db, &a, &(struct str){ 0 }, &why),
			 ERR_NOT_FOUND);
}

static void
a_damaged_tree_is_not_extended(void **state)
{
	begin(state);
	script("DELETE FROM journal_tile WHERE level = 1");
	assert_int_equal(seal(10), -1);
	assert_non_null(strstr(why.text[LANG_EN], "tile 1/0"));
}

static void
a_taken_position_is_not_sealed_over(void **state)
{
	begin(state);
	script("INSERT INTO journal (id, pos, org, at_ms, actor, reg, row, op,"
	       " canon, salt) SELECT 5, 620, org, at_ms, actor, reg, row, op,"
	       " canon, salt FROM journal WHERE pos = 299");
	assert_int_equal(seal(10), -1);
	assert_non_null(strstr(why.text[LANG_EN], "was never sealed"));
}

/* Rows become visible out of the order of their ids. */
static void
late_rows_get_the_next_positions(void **state)
{
	begin(state);
	assert_int_equal(seal(1000), 3);
	script("INSERT INTO journal (id, pos, org, at_ms, actor, reg, row, op,"
	       " canon, salt) SELECT 5, NULL, org, at_ms, actor, reg, row, op,"
	       " replace(canon, 'id', 'xx'), salt FROM journal"
	       " WHERE pos = 299");
	write_rows(700, 2);
	assert_int_equal(seal(1000), 3);
	assert_int_equal(id_at(623), 5);
	/* found as not ours: its columns are not what canon says */
	expect_bad(623, 5, "columns");
}

/* Of two nodes that seal at once one does, the other comes back later. */
static void
only_one_node_seals(void **state)
{
	struct db *other = NULL;
	int64_t n = -1;

	begin(state);
	other = store_peer(*state);
	ok(db_begin(db, TX_WRITE, &why));
	ok(journal_seal(db, &a, 1000, &n, &why));
	assert_int_equal(n, 3);
	ok(db_begin(other, TX_WRITE, &why));
	ok(journal_seal(other, &a, 1000, &n, &why));
	assert_int_equal(n, 0);
	assert_int_equal(journal_checkpoint(other, &a, key, NOON, &why),
			 ERR_BUSY);
	ok(db_end(other, OK, &why));
	ok(db_end(db, OK, &why));
	ok(db_begin(other, TX_WRITE, &why));
	ok(journal_seal(other, &a, 1000, &n, &why));
	assert_int_equal(n, 0);
	ok(journal_checkpoint(other, &a, key, NOON, &why));
	ok(db_end(other, OK, &why));
	db_close(&other);
	verify(STR(""));
	assert_true(verdict.good);
	assert_int_equal(verdict.rows, 623);
	assert_int_equal(verdict.unsigned_rows, 0);
}

static void
canon_is_sorted_json(void **state)
{
	struct rows rows;
	struct js j;
	struct str canon, what;

	begin(state);
	ok(db_run(db, STMT_JOURNAL_WINDOW, ARGS(val_int(7), val_int(9)), &a,
		  &rows, &why));
	canon = rows.v[9].s;
	ok(js_parse(canon, &a, &j, &why));
	assert_int_equal(js_member(&j, "id")->i, rows.v[1].i);
	assert_int_equal(js_member(&j, "row")->i, 1007);
	assert_int_equal(js_member(&j, "actor")->type, JS_NULL);
	assert_int_equal(js_member(js_member(&j, "what"), "changes")->n, 1);
	for (size_t i = 1; i < j.n; i++)
		assert_true(str_cmp(j.in[i - 1].key, j.in[i].key) < 0);
	what = journal_what(canon);
	assert_str(what, "{\"changes\":[{\"field\":\"name\",\"from\":\"东门\","
			 "\"to\":\"blue\"}],\"event\":null,\"from\":null,"
			 "\"reason\":\"\\\"colour\\\"\\n\",\"to\":null}");
	assert_int_equal(rows_at(&rows, 1)[4].i, 1); /* actor */
	assert_str(journal_what(STR("")), "{}");
	assert_str(journal_what(STR("{\"a\":1")), "{}");
}

static void
key_file_is_private_and_lasts(void **state)
{
	struct journal_key *again = NULL, *pub = NULL;
	struct signature sig;
	char path[200], id[17];
	struct stat st;
	struct str pem;
	FILE *f;

	(void)state;
	path_of(path, sizeof(path), "journal.pem");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(st.st_nlink, 1);
	memcpy(id, journal_key_id(key), 17);
	assert_int_equal(strlen(id), 16);
	ok(journal_key_open(path, &again, &why));
	assert_string_equal(journal_key_id(again), id);
	ok(journal_key_sign(key, STR("text"), &sig, &why));
	assert_true(journal_key_signed(again, STR("text"), &sig));
	assert_false(journal_key_signed(again, STR("Text"), &sig));
	sig.b[sig.n - 1] ^= 1;
	assert_false(journal_key_signed(again, STR("text"), &sig));
	journal_key_close(&again);

	assert_int_equal(chmod(path, 0644), 0);
	assert_int_equal(journal_key_open(path, &again, &why), ERR_STATE);
	assert_int_equal(chmod(path, 0600), 0);

	pem = journal_key_public(key, &a);
	path_of(path, sizeof(path), "public.pem");
	f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(pem.p, 1, pem.n, f), pem.n);
	assert_int_equal(fclose(f), 0);
	ok(journal_key_open(path, &pub, &why));
	assert_string_equal(journal_key_id(pub), id);
	ok(journal_key_sign(key, STR("text"), &sig, &why));
	assert_true(journal_key_signed(pub, STR("text"), &sig));
	assert_int_equal(journal_key_sign(pub, STR("text"), &sig, &why),
			 ERR_STATE);
	journal_key_close(&pub);
	arena_reset(&a);
}

static void
what_is_no_key_is_refused(void **state)
{
	static const char *const texts[] = {
		"",
		"hello",
		/* P-256, not SM2 */
		"-----BEGIN PUBLIC KEY-----\n"
		"MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfY"
		"Et"
		"\n6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q=="
		"\n-----END PUBLIC KEY-----\n",
	};
	struct journal_key *k = NULL;
	char path[200];

	(void)state;
	path_of(path, sizeof(path), "bad.pem");
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		FILE *f = fopen(path, "w");

		assert_non_null(f);
		assert_true(fputs(texts[i], f) >= 0);
		assert_int_equal(fclose(f), 0);
		assert_int_equal(journal_key_open(path, &k, &why), ERR_INVALID);
	}
	assert_int_equal(journal_key_open("/nowhere/at/all", &k, &why),
			 ERR_STORAGE);
	path_of(path, sizeof(path), "none.pem");
	assert_int_equal(journal_key_load(path, &k, &why), ERR_STORAGE);
	assert_int_not_equal(access(path, F_OK), 0);
	assert_null(k);
}

static void
notes_have_one_spelling(void **state)
{
	struct str kept, text;
	struct note n;
	struct buf b = buf_open(NOTE_TEXT_MAX);
	char *bad;

	begin(state);
	ok(journal_note(db, &a, &kept, &why));
	ok(note_parse(kept, &n, &why));
	assert_int_equal(n.c.head.size, 600);
	assert_int_equal(n.c.no, 2);
	assert_int_equal(n.c.at_ms, NOON);
	note_print(&n, &b);
	assert_true(str_eq(buf_str(&b), kept));
	text = arena_printf(&a, " \n%.*s\r\n", STR_ARG(kept));
	ok(note_parse(text, &n, &why));
	/* a shorter signature may still be one in form */
	for (size_t i = 1; i < kept.n - 1; i++)
		assert_int_not_equal(journal_verify(db, key,
						    (struct str){ kept.p, i },
						    &verdict, &why),
				     OK);
	/* no other spelling means the same */
	for (size_t i = 0; i < kept.n - 1; i++) {
		struct str copy = arena_str(&a, kept);

		bad = arena_alloc(&a, kept.n);
		memcpy(bad, copy.p, kept.n);
		bad[i] ^= 0x20;
		if (note_parse((struct str){ bad, kept.n }, &n, &why) != OK)
			continue;
		buf_clear(&b);
		note_print(&n, &b);
		assert_memory_equal(b.p, bad, kept.n);
		assert_int_not_equal(journal_verify(db, key,
						    (struct str){ bad, kept.n },
						    &verdict, &why),
				     OK);
	}
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNAL_TEST(an_untouched_journal_is_good),
		JOURNAL_TEST(an_empty_journal_is_good),
		JOURNAL_TEST(a_damaged_tree_is_not_extended),
		JOURNAL_TEST(a_taken_position_is_not_sealed_over),
		JOURNAL_TEST(late_rows_get_the_next_positions),
		/* SQLite has one writer at a time anyway */
		JOURNAL_ONE(only_one_node_seals, "(postgres)", DB_POSTGRES),
		JOURNAL_TEST(canon_is_sorted_json),
		JOURNAL_TEST(notes_have_one_spelling),
		cmocka_unit_test(key_file_is_private_and_lasts),
		cmocka_unit_test(what_is_no_key_is_refused),
	};

	return cmocka_run_group_tests(tests, key_setup, key_teardown);
}
