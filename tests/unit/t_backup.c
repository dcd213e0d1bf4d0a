/* t_backup.c - a backup under load, back again, and every kind of damage. */
#include "store.h"

#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/stat.h>

#include "archive/backup_file.h"
#include "base/rnd.h"

#define FILE_BYTES 300000 /* more than one chunk */

/* A place to back up, one to restore into, the file between. */
struct scene {
	struct store *s, *to;
	char dir[64], from_dir[80], to_dir[80], awb[80], bad[80];
	char from_key[100], to_key[100], from_secret[100], to_secret[100];
	char digest[65];
	struct backup_place from, into;
	struct backup_facts facts;
	char *bytes;
	size_t n;
};
static struct scene scene;

static void
put_text(const char *path, struct str text)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(text.p, 1, text.n, f), text.n);
	assert_int_equal(fclose(f), 0);
}

/* One stored file, as archive/file.h keeps them. */
static void
make_file(void)
{
	static char bytes[FILE_BYTES];
	unsigned char sum[SHA256_BYTES];
	char path[200];

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 7 + i / 251);
	sha256((struct str){ bytes, sizeof(bytes) }, sum);
	hex_print(sum, sizeof(sum), scene.digest);
	(void)snprintf(path, sizeof(path), "%s/files", scene.from_dir);
	assert_int_equal(mkdir(path, 0700), 0);
	(void)snprintf(path, sizeof(path), "%s/files/%.2s", scene.from_dir,
		       scene.digest);
	assert_int_equal(mkdir(path, 0700), 0);
	(void)snprintf(path, sizeof(path), "%s/files/%.2s/%s", scene.from_dir,
		       scene.digest, scene.digest + 2);
	put_text(path, (struct str){ bytes, sizeof(bytes) });
	(void)snprintf(path, sizeof(path), "%s/files/tmp-half", scene.from_dir);
	put_text(path, STR("half written"));
}

static void
script(struct store *s, const char *sql)
{
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	store_ok(s, db_end(s->db, db_script(s->db, sql, &s->why), &s->why));
}

/* The second database: empty, of the same kind, not made for SQLite. */
static void
make_target(void)
{
	void *to = &store_kinds[scene.s->kind == DB_SQLITE ? 0 : 1];

	assert_int_equal(store_setup_empty(&to), 0);
	scene.to = to;
	if (scene.s->kind == DB_SQLITE) {
		char path[100];

		db_close(&scene.to->db);
		(void)snprintf(path, sizeof(path), "%s/t.db", scene.to->name);
		(void)unlink(path);
	}
}

static void
paths_make(void)
{
	(void)snprintf(scene.dir, sizeof(scene.dir), "/tmp/anwei-bk-XXXXXX");
	assert_non_null(mkdtemp(scene.dir));
	(void)snprintf(scene.from_dir, sizeof(scene.from_dir), "%s/from",
		       scene.dir);
	(void)snprintf(scene.to_dir, sizeof(scene.to_dir), "%s/to", scene.dir);
	(void)snprintf(scene.awb, sizeof(scene.awb), "%s/a.awb", scene.dir);
	(void)snprintf(scene.bad, sizeof(scene.bad), "%s/b.awb", scene.dir);
	(void)snprintf(scene.from_key, sizeof(scene.from_key), "%s/journal.key",
		       scene.from_dir);
	(void)snprintf(scene.to_key, sizeof(scene.to_key), "%s/journal.key",
		       scene.to_dir);
	assert_int_equal(mkdir(scene.from_dir, 0700), 0);
	put_text(scene.from_key, STR("the key\n"));
	(void)snprintf(scene.from_secret, sizeof(scene.from_secret),
		       "%s/secret.key", scene.from_dir);
	(void)snprintf(scene.to_secret, sizeof(scene.to_secret),
		       "%s/secret.key", scene.to_dir);
	put_text(scene.from_secret, STR("another\n"));
	scene.from = (struct backup_place){ scene.s->url, scene.from_dir,
					    scene.from_key, scene.from_secret };
}

static struct store *
scene_open(void **state)
{
	struct store *s = store_of(state);

	scene = (struct scene){ .s = s };
	paths_make();
	make_file();
	make_target();
	scene.into = (struct backup_place){ scene.to->url, scene.to_dir,
					    scene.to_key, scene.to_secret };
	script(s, "INSERT INTO org (id, name, zone, created_ms) VALUES"
		  " (1, '安维\t\\N \"x\" ''y''', 'Asia/Shanghai', 5),"
		  " (2, 'second\nline', 'UTC', 6)");
	script(s, s->kind == DB_SQLITE ?
		      "INSERT INTO journal VALUES (7, NULL, 1, 5, NULL,"
		      " 'org', 1, 'create', '{}', x'0061ff')" :
		      "INSERT INTO journal VALUES (7, NULL, 1, 5, NULL,"
		      " 'org', 1, 'create', '{}', '\\x0061ff')");
	return s;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st, (void)type, (void)at;
	return remove(path);
}

static int
scene_close(void **state)
{
	void *to = scene.to;

	if (scene.to != NULL) {
		if (scene.to->db == NULL) /* store_teardown wants one */
			store_ok(scene.to, db_open(scene.to->url, &scene.to->db,
						   &scene.to->why));
		(void)store_teardown(&to);
	}
	if (scene.dir[0] != '\0')
		(void)nftw(scene.dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(scene.bytes);
	scene = (struct scene){ 0 };
	return store_teardown(state);
}

static void
write_backup(void)
{
	struct store *s = scene.s;

	store_ok(s, backup_write(&scene.from, scene.awb, 1234, &scene.facts,
				 &s->why));
}

static void
load_backup(void)
{
	FILE *f = fopen(scene.awb, "rb");

	assert_non_null(f);
	scene.bytes = malloc(64u << 20);
	assert_non_null(scene.bytes);
	scene.n = fread(scene.bytes, 1, 64u << 20, f);
	assert_int_equal(fclose(f), 0);
}

static struct str
all(void)
{
	return (struct str){ scene.bytes, scene.n };
}

/* Refused by the check and by the restore, which leaves nothing. */
static void
refused(struct str bytes, enum err code, const char *say)
{
	struct store *s = scene.s;
	struct backup_facts facts;

	put_text(scene.bad, bytes);
	if (code == ERR_INVALID)
		store_fails(s, code, backup_check(scene.bad, &facts, &s->why));
	store_fails(s, code,
		    backup_restore(&scene.into, scene.bad, &facts, &s->why));
	if (strstr(s->why.text[LANG_EN], say) == NULL)
		print_error("%s\n", s->why.text[LANG_EN]);
	assert_non_null(strstr(s->why.text[LANG_EN], say));
	assert_true(access(scene.to_dir, F_OK) != 0);
}

static int64_t
count(struct store *s, const char *table)
{
	char sql[200];
	struct rows rows;
	struct stmt *stmt = ARENA_NEW(&s->a, struct stmt);

	(void)snprintf(sql, sizeof(sql), "SELECT COUNT(*) FROM %s", table);
	*stmt = (struct stmt){ .name = "t_count",
			       .any_org = "a test",
			       .scan = "a test" };
	stmt->sql[DB_SQLITE] = stmt->sql[DB_POSTGRES] =
	    arena_cstr(&s->a, str_of(sql));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	store_ok(s,
		 db_run(s->db, stmt_add(stmt), NO_ARGS, &s->a, &rows, &s->why));
	store_ok(s, db_end(s->db, OK, &s->why));
	return rows.v[0].i;
}

static void
it_comes_back_whole(void **state)
{
	struct store *s = scene_open(state);
	char path[200];
	struct stat st;

	write_backup();
	assert_int_equal(scene.facts.schema, db_version_newest());
	store_ok(s,
		 backup_restore(&scene.into, scene.awb, &scene.facts, &s->why));
	assert_int_equal(scene.facts.made_ms, 1234);
	if (s->kind == DB_SQLITE)
		store_ok(s, db_open(scene.to->url, &scene.to->db, &s->why));
	assert_int_equal(count(scene.to, "org"), 2);
	assert_int_equal(count(scene.to, "org WHERE name ="
					 " '安维\t\\N \"x\" ''y'''"),
			 1);
	assert_int_equal(count(scene.to, "journal"), 1);
	store_ok(s, db_upgrade(scene.to->db, false, 0, &s->why));
	(void)snprintf(path, sizeof(path), "%s/files/%.2s/%s", scene.to_dir,
		       scene.digest, scene.digest + 2);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_size, FILE_BYTES);
	assert_int_equal(stat(scene.to_secret, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(st.st_size, 8);
	assert_int_equal(stat(scene.to_key, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	(void)snprintf(path, sizeof(path), "%s/files/tmp-half", scene.to_dir);
	assert_true(access(path, F_OK) != 0);
}

static void
a_place_that_is_not_empty_is_not_touched(void **state)
{
	struct store *s = scene_open(state);
	struct backup_place over = scene.from;

	write_backup();
	store_fails(s, ERR_STATE,
		    backup_restore(&over, scene.awb, &scene.facts, &s->why));
	over = scene.into;
	over.folder = scene.from_dir;
	store_fails(s, ERR_STATE,
		    backup_restore(&over, scene.awb, &scene.facts, &s->why));
	assert_non_null(strstr(s->why.text[LANG_EN], "files already"));
	store_fails(s, ERR_STATE,
		    backup_write(&scene.from, scene.awb, 1, &scene.facts,
				 &s->why));
	assert_int_equal(count(s, "org"), 2);
}

static void
truncated_anywhere_is_refused(void **state)
{
	(void)scene_open(state);
	write_backup();
	load_backup();
	for (int i = 0; i < 12; i++)
		refused((struct str){ scene.bytes, scene.n * (size_t)i / 12 },
			ERR_INVALID, i == 0 ? "byte 0" : "damaged at byte");
	refused((struct str){ scene.bytes, scene.n - 1 }, ERR_INVALID,
		"too early");
}

/* Named to within a chunk; or, in the lines between, by the last digest. */
static void
is_near(int64_t said, int64_t at)
{
	int64_t last = (int64_t)scene.n - 67; /* "H <64>" */

	assert_true(said == last ||
		    (said <= at + 1 && said >= at - DUMP_CHUNK - 80));
}

static void
a_flipped_byte_is_found(void **state)
{
	(void)scene_open(state);
	write_backup();
	load_backup();
	for (size_t i = 0; i < 20; i++) {
		size_t at = 15 + i * (scene.n - 16) / 19;

		scene.bytes[at] = (char)(scene.bytes[at] ^ 0x20);
		refused(all(), ERR_INVALID, "damaged at byte");
		is_near(scene.s->why.position, (int64_t)at);
		scene.bytes[at] = (char)(scene.bytes[at] ^ 0x20);
	}
}

/* Where the text is in the file, from a place on. */
static size_t
find(size_t from, const char *text)
{
	size_t n = strlen(text);

	for (size_t i = from; i + n <= scene.n; i++)
		if (memcmp(scene.bytes + i, text, n) == 0)
			return i;
	_fail(__FILE__, __LINE__);
	return 0;
}

static void
cut_out(size_t from, size_t to)
{
	memmove(scene.bytes + from, scene.bytes + to, scene.n - to);
	scene.n -= to - from;
}

static void
a_missing_entry_is_named(void **state)
{
	size_t key, file;

	(void)scene_open(state);
	write_backup();
	load_backup();
	key = find(0, " journal.key\n");
	while (scene.bytes[key - 1] != '\n')
		key--;
	file = find(key, " secret.key\n");
	while (scene.bytes[file - 1] != '\n')
		file--;
	cut_out(key, file);
	refused(all(), ERR_INVALID, "an entry before it is missing");
}

static void
a_missing_last_entry_is_found(void **state)
{
	size_t file;

	(void)scene_open(state);
	write_backup();
	load_backup();
	file = find(0, " files/");
	while (scene.bytes[file - 1] != '\n')
		file--;
	cut_out(file, find(file, "M {\"format\""));
	refused(all(), ERR_INVALID, "not those of the list");
}

static void
what_follows_the_end_is_refused(void **state)
{
	(void)scene_open(state);
	write_backup();
	load_backup();
	scene.bytes[scene.n++] = '\n';
	refused(all(), ERR_INVALID, "something follows");
}

static void
another_format_or_file_is_refused(void **state)
{
	(void)scene_open(state);
	refused(STR("ANWEI-BACKUP 2\nx"), ERR_STATE, "newer program");
	refused(STR("SQLite format 3"), ERR_INVALID, "too early");
	refused(STR("SQLite format 3\n"), ERR_INVALID, "no backup of Anwei");
}

/* A good file with other facts: made by our own writer. */
static void
write_other(int64_t schema, const char *database, const char *name)
{
	struct store *s = scene.s;
	struct backup_facts facts = { .schema = schema };
	struct backup_out *o;
	struct dump_sink to;

	(void)snprintf(facts.database, sizeof(facts.database), "%s", database);
	(void)snprintf(facts.program, sizeof(facts.program), "9.9");
	store_ok(s, backup_out_open(scene.awb, &o, &s->why));
	to = backup_out_sink(o, "");
	store_ok(s, to.begin(to.ctx, str_of(name), &s->why));
	store_ok(s, to.bytes(to.ctx, STR("id\n1\n"), &s->why));
	store_ok(s, to.end(to.ctx, &s->why));
	store_ok(s, backup_out_close(&o, OK, &facts, &s->why));
	load_backup();
	assert_int_equal(unlink(scene.awb), 0);
}

static void
a_newer_schema_is_refused(void **state)
{
	struct store *s = scene_open(state);

	write_other(db_version_newest() + 1, db_dump_kind(s->url), "db/x");
	refused(all(), ERR_STATE, "use a newer program");
}

static void
another_kind_of_database_is_refused(void **state)
{
	struct store *s = scene_open(state);

	write_other(1, s->kind == DB_SQLITE ? "postgresql" : "sqlite", "db/x");
	refused(all(), ERR_STATE, "db.url is");
}

static void
a_name_that_leaves_the_folder_is_refused(void **state)
{
	static const char *const names[] = {
		"files/../../x",
		"/etc/passwd",
		"files/ab/../ab",
		"journal.key/x",
		"files/zz/"
		"0000000000000000000000000000000000000000000000000000000000000"
		"0",
		"db/org\"; DROP TABLE org",
		"db/../anwei.db",
	};
	struct store *s = scene_open(state);
	struct backup_facts facts;

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		write_other(1, db_dump_kind(s->url), names[i]);
		put_text(scene.bad, all());
		store_fails(s, ERR_INVALID,
			    backup_restore(&scene.into, scene.bad, &facts,
					   &s->why));
		free(scene.bytes);
		scene.bytes = NULL;
	}
}

static atomic_bool stop;

static void *
write_pairs(void *ctx)
{
	struct store *s = ctx;
	struct db *db = NULL;
	struct why why = { 0 };
	bool good = db_open(s->url, &db, &why) == OK;
	char sql[400];

	for (int i = 100; good && !atomic_load(&stop); i += 2) {
		(void)snprintf(sql, sizeof(sql),
			       "INSERT INTO org (id, name, zone, created_ms)"
			       " VALUES (%d, 'pair', 'UTC', 1);"
			       "INSERT INTO org (id, name, zone, created_ms)"
			       " VALUES (%d, 'pair', 'UTC', 1);",
			       i, i + 1);
		good = db_begin(db, TX_WRITE, &why) == OK &&
		       db_end(db, db_script(db, sql, &why), &why) == OK;
	}
	db_close(&db);
	return good ? ctx : NULL;
}

/* Pairs are written in one transaction: the copy must hold whole pairs. */
static void
under_load_it_is_one_moment(void **state)
{
	struct store *s = scene_open(state);
	pthread_t writer;
	void *good;
	int64_t n = 0;

	atomic_store(&stop, false);
	assert_int_equal(pthread_create(&writer, NULL, write_pairs, s), 0);
	while (n < 100) {
		(void)usleep(5000);
		n = count(s, "org WHERE name = 'pair'");
	}
	write_backup();
	atomic_store(&stop, true);
	assert_int_equal(pthread_join(writer, &good), 0);
	assert_non_null(good);
	store_ok(s,
		 backup_restore(&scene.into, scene.awb, &scene.facts, &s->why));
	if (s->kind == DB_SQLITE)
		store_ok(s, db_open(scene.to->url, &scene.to->db, &s->why));
	n = count(scene.to, "org WHERE name = 'pair'");
	assert_true(n >= 100 && n % 2 == 0);
}

#define BOTH(f)                                                                \
	{ #f " (sqlite)", f, store_setup, scene_close, &store_kinds[0] },      \
	{                                                                      \
#f " (postgres)", f, store_setup, scene_close, &store_kinds[1] \
	}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOTH(it_comes_back_whole),
		BOTH(a_place_that_is_not_empty_is_not_touched),
		BOTH(truncated_anywhere_is_refused),
		BOTH(a_flipped_byte_is_found),
		BOTH(a_missing_entry_is_named),
		BOTH(a_missing_last_entry_is_found),
		BOTH(what_follows_the_end_is_refused),
		BOTH(another_format_or_file_is_refused),
		BOTH(a_newer_schema_is_refused),
		BOTH(another_kind_of_database_is_refused),
		BOTH(a_name_that_leaves_the_folder_is_refused),
		BOTH(under_load_it_is_one_moment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
