/* t_journal_verify.c - every way of falsifying the journal behind the
 * program's back is found and named. */
#include "store.h"

#include "journal_help.h"

/* Done behind the program's back. */
static const struct {
	const char *sql;
	int64_t pos;
	bool has_id; /* the row that stands at pos now is named */
	const char *words;
} falsified[] = {
	{ "UPDATE journal SET canon = replace(canon, 'blue', 'red')"
	  " WHERE pos = 300",
	  300, true, "was altered: it is not" },
	{ "UPDATE journal SET canon = replace(canon, 'blue', 'red')"
	  " WHERE pos = 0",
	  0, true, "was altered: it is not" },
	{ "UPDATE journal SET canon = replace(canon, 'blue', 'red')"
	  " WHERE pos = 619", /* after the last signature */
	  619, true, "was altered: it is not" },
	{ "UPDATE journal SET salt = (SELECT salt FROM journal WHERE pos = 5)"
	  " WHERE pos = 256",
	  256, true, "was altered: it is not" },
	{ "UPDATE journal SET actor = 99 WHERE pos = 255", 255, true,
	  "columns" },
	{ "UPDATE journal SET actor = NULL WHERE pos = 8", 8, true, "columns" },
	{ "UPDATE journal SET org = 77 WHERE pos = 9", 9, true, "columns" },
	{ "UPDATE journal SET at_ms = at_ms + 1 WHERE pos = 9", 9, true,
	  "columns" },
	{ "UPDATE journal SET id = 5 WHERE pos = 619", 619, true, "columns" },
	{ "UPDATE journal SET row = 1 WHERE pos = 9", 9, true, "columns" },
	{ "UPDATE journal SET reg = 'device' WHERE pos = 9", 9, true,
	  "columns" },
	{ "UPDATE journal SET op = 'create' WHERE pos = 9", 9, true,
	  "columns" },
	{ "DELETE FROM journal WHERE pos = 300", 300, false, "is missing" },
	{ "DELETE FROM journal WHERE pos = 0", 0, false, "is missing" },
	{ "DELETE FROM journal WHERE pos = 511", 511, false, "is missing" },
	{ "DELETE FROM journal WHERE pos >= 512", 512, false, "is missing" },
	{ "DELETE FROM journal WHERE pos = 619", 619, false, "is missing" },
	{ "DELETE FROM journal", 0, false, "is missing" },
	{ "UPDATE journal SET pos = NULL WHERE pos = 300", 300, false,
	  "is missing" },
	{ "DELETE FROM journal WHERE pos = 300;"
	  "UPDATE journal SET pos = -pos WHERE pos > 300;"
	  "UPDATE journal SET pos = -pos - 1 WHERE pos < 0",
	  300, false, "is missing; row" },
	{ "UPDATE journal SET pos = -pos - 1 WHERE pos >= 300;"
	  "UPDATE journal SET pos = -pos WHERE pos < 0;"
	  "INSERT INTO journal (id, pos, org, at_ms, actor, reg, row, op,"
	  " canon, salt) SELECT 5, 300, org, at_ms, actor, reg, row, op,"
	  " replace(canon, 'blue', 'red'), salt FROM journal WHERE pos = 299",
	  300, true, "was added" },
	{ "INSERT INTO journal (id, pos, org, at_ms, actor, reg, row, op,"
	  " canon, salt) SELECT 5, 620, org, at_ms, actor, reg, row, op,"
	  " canon, salt FROM journal WHERE pos = 299",
	  620, true, "was added" },
	{ "INSERT INTO journal (id, pos, org, at_ms, actor, reg, row, op,"
	  " canon, salt) SELECT 5, -4, org, at_ms, actor, reg, row, op,"
	  " canon, salt FROM journal WHERE pos = 299",
	  -4, true, "was added" },
	{ "UPDATE journal SET pos = -1 WHERE pos = 300;"
	  "UPDATE journal SET pos = 300 WHERE pos = 310;"
	  "UPDATE journal SET pos = 310 WHERE pos = -1",
	  300, true, "recorded at position 310" },
	{ "UPDATE journal SET pos = -1 WHERE pos = 300;"
	  "UPDATE journal SET pos = 300 WHERE pos = 301;"
	  "UPDATE journal SET pos = 301 WHERE pos = -1",
	  300, true, "recorded at position 301" },
	{ "DELETE FROM journal_tile WHERE level = 0 AND no = 1", 256, false,
	  "hashes of the rows from position 256 on" },
	{ "DELETE FROM journal_tile WHERE level = 1", -1, false,
	  "tile 1/0 of the journal is missing" },
	{ "UPDATE journal_tile SET hashes = (SELECT hashes FROM journal_tile"
	  " WHERE level = 0 AND no = 0) WHERE level = 1",
	  0, false, "rows at positions 0 to 255" },
	{ "INSERT INTO journal_tile (level, no, hashes) SELECT 3, 0, hashes"
	  " FROM journal_tile WHERE level = 1",
	  -1, false, "there are 5 hash tiles, not 4" },
	{ "DELETE FROM journal; DELETE FROM journal_tile", 0, false,
	  "600 rows were signed, but there are only 0" },
	{ "DELETE FROM journal_checkpoint WHERE size = 256", 100, false,
	  "checkpoint 1 is missing" },
	{ "DELETE FROM journal_checkpoint WHERE size = 100", 0, false,
	  "checkpoint 0 is missing" },
	{ "UPDATE journal_checkpoint SET root = (SELECT root FROM"
	  " journal_checkpoint WHERE size = 100) WHERE size = 600",
	  600, false, "its signature is not valid" },
	{ "UPDATE journal_checkpoint SET signature = (SELECT signature FROM"
	  " journal_checkpoint WHERE size = 100) WHERE size = 256",
	  256, false, "its signature is not valid" },
	{ "UPDATE journal_checkpoint SET at_ms = at_ms - 1 WHERE size = 600",
	  600, false, "its signature is not valid" },
	{ "UPDATE journal_checkpoint SET size = 601 WHERE size = 600", 601,
	  false, "its signature is not valid" },
	{ "UPDATE journal_checkpoint SET origin = 'anwei/0' WHERE size = 100",
	  100, false, "its signature is not valid" },
	{ "UPDATE journal_checkpoint SET digest = 'md5' WHERE size = 100", 100,
	  false, "is damaged" },
	{ "UPDATE journal_checkpoint SET key_id = '0123456789abcdef'"
	  " WHERE size = 600",
	  600, false, "was signed with key 0123456789abcdef" },
};

/* Making the journal anew for each line would take minutes. */
static void
every_falsification_is_named(void **state)
{
	begin(state);
	script("DROP TABLE IF EXISTS j; DROP TABLE IF EXISTS t;"
	       "DROP TABLE IF EXISTS c;"
	       "CREATE TABLE j AS SELECT * FROM journal;"
	       "CREATE TABLE t AS SELECT * FROM journal_tile;"
	       "CREATE TABLE c AS SELECT * FROM journal_checkpoint");
	for (size_t i = 0; i < ARRAY_LEN(falsified); i++) {
		script(falsified[i].sql);
		expect_bad(falsified[i].pos,
			   falsified[i].has_id ? id_at(falsified[i].pos) : -1,
			   falsified[i].words);
		script("DELETE FROM journal; DELETE FROM journal_tile;"
		       "DELETE FROM journal_checkpoint;"
		       "INSERT INTO journal SELECT * FROM j;"
		       "INSERT INTO journal_tile SELECT * FROM t;"
		       "INSERT INTO journal_checkpoint SELECT * FROM c");
		arena_reset(&a);
	}
	sound();
}

/* The leaf hash of a row as it stands now, put into its tile. */
static void
leaf_falsify(int64_t pos)
{
	struct tile_store store = { db, &a };
	struct hash tile[TILE_HASHES];
	struct buf bytes = buf_open(10000);
	struct hasher h;
	struct rows rows;
	size_t n;

	ok(db_begin(db, TX_WRITE, &why));
	ok(db_run(db, STMT_JOURNAL_WINDOW, ARGS(val_int(pos), val_int(pos + 1)),
		  &a, &rows, &why));
	buf_putc(&bytes, 0);
	buf_put(&bytes, rows.v[8].s);
	buf_put(&bytes, rows.v[9].s);
	ok(hasher_open("SM3", &h, &why));
	ok(tile_load(&store, 0, pos / TILE_HASHES, tile, &n, &why));
	hash_leaf(&h, buf_str(&bytes), &tile[pos % TILE_HASHES]);
	ok(tile_save(&store, 0, pos / TILE_HASHES, tile, n, &why));
	hasher_close(&h);
	buf_release(&bytes);
	ok(db_end(db, OK, &why));
}

static void
a_row_with_its_leaf_hash_is_found(void **state)
{
	begin(state);
	script("UPDATE journal SET canon = replace(canon, 'blue', 'red')"
	       " WHERE pos = 300");
	leaf_falsify(300);
	expect_bad(256, -1,
		   "rows at positions 256 to 511 were altered "
		   "together with their hashes");
}

static void
a_row_in_the_last_tile_is_found_by_the_signature(void **state)
{
	begin(state);
	script("UPDATE journal SET canon = replace(canon, 'blue', 'red')"
	       " WHERE pos = 520");
	leaf_falsify(520);
	expect_bad(256, -1,
		   "rows from position 256 to 599 are not those that "
		   "were signed");
}

/* Somebody with the program itself makes the whole tree anew. */
static void
a_tree_made_anew_is_found(void **state)
{
	begin(state);
	script("UPDATE journal SET canon = replace(canon, 'blue', 'red')"
	       " WHERE pos = 300;"
	       "UPDATE journal SET pos = NULL; DELETE FROM journal_tile");
	assert_int_equal(seal(1000), 623);
	expect_bad(256, -1,
		   "rows from position 256 to 599 are not those that "
		   "were signed");
	assert_int_equal(sign_with(key), ERR_STATE);
	assert_non_null(strstr(why.text[LANG_EN], "nothing was signed"));
}

/* Without a checkpoint kept outside a cut end shows only in the counts. */
static void
a_kept_checkpoint_finds_a_cut_end(void **state)
{
	struct str kept;
	struct tile_store store = { db, &a };
	struct hash tile[TILE_HASHES];
	size_t n;

	begin(state);
	ok(journal_note(db, &a, &kept, &why));
	verify(kept);
	assert_true(verdict.good);
	script("DELETE FROM journal_checkpoint WHERE size = 600");
	verify(STR(""));
	assert_true(verdict.good);
	assert_int_equal(verdict.unsigned_rows, 364);
	verify(kept);
	assert_false(verdict.good);
	assert_non_null(strstr(verdict.text[LANG_EN], "checkpoint 2, which"));

	script("DELETE FROM journal WHERE pos >= 590");
	ok(db_begin(db, TX_WRITE, &why));
	ok(tile_load(&store, 0, 2, tile, &n, &why));
	ok(tile_save(&store, 0, 2, tile, 590 - 512, &why));
	ok(db_end(db, OK, &why));
	verify(STR(""));
	assert_true(verdict.good);
	verify(kept);
	assert_false(verdict.good);
	assert_int_equal(verdict.bad_pos, 590);
	assert_non_null(strstr(verdict.text[LANG_EN], "the end was cut off"));
}

static void
a_kept_checkpoint_finds_a_journal_made_anew(void **state)
{
	struct str kept;

	begin(state);
	ok(journal_note(db, &a, &kept, &why));
	script("DELETE FROM journal_checkpoint; DELETE FROM journal_tile;"
	       "DELETE FROM journal WHERE pos = 17 OR pos IS NULL;"
	       "UPDATE journal SET pos = NULL");
	assert_int_equal(seal(1000), 619);
	ok(sign_with(key));
	verify(STR("")); /* a thief of the key */
	assert_true(verdict.good);
	verify(kept);
	assert_false(verdict.good);
	assert_non_null(strstr(verdict.text[LANG_EN],
			       "rows from position 0 to 599 are not"));
}

static void
another_key_is_found(void **state)
{
	struct journal_key *other = NULL;
	char path[200];
	struct str kept;

	begin(state);
	path_of(path, sizeof(path), "other.pem");
	ok(journal_key_open(path, &other, &why));
	ok(journal_note(db, &a, &kept, &why));
	ok(journal_verify(db, other, STR(""), &verdict, &why));
	assert_false(verdict.good);
	assert_non_null(strstr(verdict.text[LANG_EN], "was signed with key"));
	assert_int_equal(journal_verify(db, other, kept, &verdict, &why),
			 ERR_INVALID);
	/* signed with another key, labelled with ours */
	ok(db_begin(db, TX_WRITE, &why));
	ok(journal_checkpoint(db, &a, other, NOON, &why));
	ok(db_end(db, OK, &why));
	script("UPDATE journal_checkpoint SET key_id = (SELECT key_id FROM"
	       " journal_checkpoint WHERE size = 100) WHERE size = 620");
	expect_bad(620, -1, "its signature is not valid");
	journal_key_close(&other);
}

/* Verify reads 8192 rows at a time. */
static void
the_border_of_two_windows_is_watched(void **state)
{
	begin(state);
	write_rows(1000, 8400 - 623);
	for (int64_t size = 620; size < 8192;)
		size += seal(8192 - size < 5000 ? 8192 - size : 5000);
	ok(sign_with(key));
	assert_int_equal(seal(5000), 8400 - 8192);
	ok(sign_with(key));
	verify(STR(""));
	assert_true(verdict.good);
	assert_int_equal(verdict.rows, 8400);
	assert_int_equal(verdict.checkpoints, 5);
	script("UPDATE journal SET org = 55 WHERE pos = 8192");
	expect_bad(8192, id_at(8192), "columns");
	script("UPDATE journal SET pos = 9000 WHERE pos = 8192");
	expect_bad(8192, -1, "position 8192 is missing");
	script("UPDATE journal SET salt = (SELECT salt FROM journal WHERE pos "
	       "= 1) WHERE pos = 8191");
	expect_bad(8191, id_at(8191), "was altered");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNAL_TEST(every_falsification_is_named),
		JOURNAL_TEST(a_row_with_its_leaf_hash_is_found),
		JOURNAL_TEST(a_row_in_the_last_tile_is_found_by_the_signature),
		JOURNAL_TEST(a_tree_made_anew_is_found),
		JOURNAL_TEST(a_kept_checkpoint_finds_a_cut_end),
		JOURNAL_TEST(a_kept_checkpoint_finds_a_journal_made_anew),
		JOURNAL_TEST(another_key_is_found),
		JOURNAL_TEST(the_border_of_two_windows_is_watched),
	};

	return cmocka_run_group_tests(tests, key_setup, key_teardown);
}
