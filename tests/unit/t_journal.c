/* t_journal.c - entries, sealing, checkpoints; and every way of falsifying
 * the journal behind the program's back is found and named. */
#include "kind/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"
#include "gen/stmt.h"
#include "kind/journal_parts.h"
#include "unit.h"

#define NOON INT64_C(1790000000000)

static char dir[] = "/tmp/t_journal.XXXXXX";
static char url[2][600]; /* SQLite, PostgreSQL */
static size_t n_urls;
static struct journal_key *key;
static struct db *db;
static struct arena a;
static struct why why;
static struct journal_verdict verdict;

static void
ok(enum err rc)
{
	if (rc != OK)
		print_error("%s\n", why.text[LANG_EN]);
	assert_int_equal(rc, OK);
}

static void
script(const char *sql)
{
	ok(db_begin(db, TX_WRITE, &why));
	ok(db_end(db, db_script(db, sql, &why), &why));
}

static void
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

static int64_t
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

static enum err
sign_with(const struct journal_key *k)
{
	enum err rc;

	ok(db_begin(db, TX_WRITE, &why));
	rc = journal_checkpoint(db, &a, k, NOON, &why);
	return db_end(db, rc, &why);
}

/* 620 rows sealed in odd batches, heads signed over 100, 256 and 600 of
 * them, 3 rows not sealed. */
static void
journal_make(const char *at)
{
	ok(db_open(at, &db, &why));
	ok(db_upgrade(db, true, NOON, &why));
	script("DELETE FROM journal; DELETE FROM journal_tile;"
	       "DELETE FROM journal_checkpoint;");
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
}

static void
journal_leave(void)
{
	db_close(&db);
	arena_reset(&a);
}

static int64_t
id_at(int64_t pos)
{
	struct rows rows;

	ok(db_run(db, STMT_JOURNAL_WINDOW, ARGS(val_int(pos), val_int(pos + 1)),
		  &a, &rows, &why));
	return rows.n == 1 ? rows.v[1].i : -1;
}

static void
verify(struct str kept)
{
	ok(journal_verify(db, key, kept, &verdict, &why));
	if (verdict.text[LANG_ZH][0] == '\0' ||
	    verdict.text[LANG_EN][0] == '\0')
		assert_true(false);
}

static void
each_database(void (*fn)(void))
{
	for (size_t i = 0; i < n_urls; i++) {
		journal_make(url[i]);
		fn();
		journal_leave();
	}
}

/* What was found must say so: a position, a row, words of the sentence. */
static void
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

static void
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

static void
an_untouched_journal_is_good(void **state)
{
	(void)state;
	each_database(sound);
}

static void
empty(void)
{
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
an_empty_journal_is_good(void **state)
{
	(void)state;
	each_database(empty);
}

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
falsified_is_named(void)
{
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

static void
every_falsification_is_named(void **state)
{
	(void)state;
	each_database(falsified_is_named);
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
row_with_tile(void)
{
	script("UPDATE journal SET canon = replace(canon, 'blue', 'red')"
	       " WHERE pos = 300");
	leaf_falsify(300);
	expect_bad(256, -1,
		   "rows at positions 256 to 511 were altered "
		   "together with their hashes");
}

static void
row_with_last_tile(void)
{
	script("UPDATE journal SET canon = replace(canon, 'blue', 'red')"
	       " WHERE pos = 520");
	leaf_falsify(520);
	expect_bad(256, -1,
		   "rows from position 256 to 599 are not those that "
		   "were signed");
}

/* Somebody with the program itself makes the whole tree anew. */
static void
whole_tree(void)
{
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

static void
a_row_and_its_hashes_falsified_together_are_found(void **state)
{
	(void)state;
	each_database(row_with_tile);
	each_database(row_with_last_tile);
	each_database(whole_tree);
}

/* Without a checkpoint kept outside a cut end shows only in the counts. */
static void
cut_end(void)
{
	struct str kept;
	struct tile_store store = { db, &a };
	struct hash tile[TILE_HASHES];
	size_t n;

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
a_kept_checkpoint_finds_a_cut_end(void **state)
{
	(void)state;
	each_database(cut_end);
}

static void
kept_over_other_tree(void)
{
	struct str kept;

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
a_kept_checkpoint_finds_a_journal_made_anew(void **state)
{
	(void)state;
	each_database(kept_over_other_tree);
}

static void
sealing_refuses(void)
{
	script("DELETE FROM journal_tile WHERE level = 1");
	assert_int_equal(seal(10), -1);
	assert_non_null(strstr(why.text[LANG_EN], "tile 1/0"));
}

static void
positions_taken(void)
{
	script("INSERT INTO journal (id, pos, org, at_ms, actor, reg, row, op,"
	       " canon, salt) SELECT 5, 620, org, at_ms, actor, reg, row, op,"
	       " canon, salt FROM journal WHERE pos = 299");
	assert_int_equal(seal(10), -1);
	assert_non_null(strstr(why.text[LANG_EN], "was never sealed"));
}

static void
a_damaged_tree_is_not_extended(void **state)
{
	(void)state;
	each_database(sealing_refuses);
	each_database(positions_taken);
}

/* Rows become visible out of the order of their ids. */
static void
late(void)
{
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

static void
late_rows_get_the_next_positions(void **state)
{
	(void)state;
	each_database(late);
}

/* Of two nodes that seal at once one does, the other comes back later. */
static void
two_sealers(void)
{
	struct db *other = NULL;
	int64_t n = -1;

	if (db_kind(db) != DB_POSTGRES)
		return; /* one writer at a time */
	ok(db_open(url[1], &other, &why));
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
only_one_node_seals(void **state)
{
	(void)state;
	each_database(two_sealers);
}

static void
canon_shape(void)
{
	struct rows rows;
	struct js j;
	struct str canon, what;

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
canon_is_sorted_json(void **state)
{
	(void)state;
	each_database(canon_shape);
}

static void
path_of(char *out, size_t n, const char *name)
{
	assert_true(snprintf(out, n, "%s/%s", dir, name) < (int)n);
}

static void
other_key(void)
{
	struct journal_key *other = NULL;
	char path[200];
	struct str kept;

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

static void
another_key_is_found(void **state)
{
	(void)state;
	each_database(other_key);
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
	assert_null(k);
}

static void
note_text(void)
{
	struct str kept, text;
	struct note n;
	struct buf b = buf_open(NOTE_TEXT_MAX);
	char *bad;

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

static void
notes_have_one_spelling(void **state)
{
	(void)state;
	each_database(note_text);
}

static int
all_open(void **state)
{
	const char *pg = getenv("ANWEI_TEST_PG");
	char path[200];
	struct db *admin = NULL;

	(void)state;
	assert_non_null(mkdtemp(dir));
	path_of(path, sizeof(path), "journal.pem");
	ok(journal_key_open(path, &key, &why));
	(void)snprintf(url[n_urls++], sizeof(url[0]), "sqlite:%s/j.db", dir);
	if (pg == NULL)
		return 0;
	ok(db_open(pg, &admin, &why));
	ok(db_script(admin,
		     "DROP SCHEMA IF EXISTS t_journal CASCADE;"
		     "CREATE SCHEMA t_journal",
		     &why));
	db_close(&admin);
	(void)snprintf(url[n_urls++], sizeof(url[0]),
		       "%s&options=-csearch_path%%3Dt_journal", pg);
	return 0;
}

static int
all_close(void **state)
{
	char command[100];

	(void)state;
	journal_key_close(&key);
	arena_release(&a);
	(void)snprintf(command, sizeof(command), "rm -r %s", dir);
	return system(command);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_untouched_journal_is_good),
		cmocka_unit_test(an_empty_journal_is_good),
		cmocka_unit_test(every_falsification_is_named),
		cmocka_unit_test(
		    a_row_and_its_hashes_falsified_together_are_found),
		cmocka_unit_test(a_kept_checkpoint_finds_a_cut_end),
		cmocka_unit_test(a_kept_checkpoint_finds_a_journal_made_anew),
		cmocka_unit_test(a_damaged_tree_is_not_extended),
		cmocka_unit_test(late_rows_get_the_next_positions),
		cmocka_unit_test(only_one_node_seals),
		cmocka_unit_test(canon_is_sorted_json),
		cmocka_unit_test(another_key_is_found),
		cmocka_unit_test(key_file_is_private_and_lasts),
		cmocka_unit_test(what_is_no_key_is_refused),
		cmocka_unit_test(notes_have_one_spelling),
	};

	return cmocka_run_group_tests(tests, all_open, all_close);
}
