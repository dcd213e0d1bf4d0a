/* t_file.c - stored files: what they are, on disk, as rows. */
#include "store.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "archive/file.h"
#include "archive/xlsx.h"
#include "base/rnd.h"

#define PNG "\x89PNG\r\n\x1a\n...."

static void
types_by_bytes(void **state)
{
	static const struct {
		const char *bytes, *claimed, *type; /* NULL: refused */
	} cases[] = {
		{ "\xff\xd8\xff\xe0..", "image/jpeg", "image/jpeg" },
		{ PNG, "image/png", "image/png" },
		{ PNG, "", "image/png" },
		{ PNG, "image/jpeg", NULL },
		{ PNG, "text/html", NULL },
		{ "RIFF....WEBPVP8 ", "image/webp", "image/webp" },
		{ "....1234WEBPVP8 ", "image/webp", NULL },
		{ "%PDF-1.7\n", "application/pdf", "application/pdf" },
		{ "a,b\n", "text/csv; charset=utf-8", "text/csv" },
		{ "a,b\n", "", "text/plain" },
		{ "\xb1\xe0\xba\xc5\r\n", "text/plain", "text/plain" },
		{ "<svg onload='x'/>", "image/svg+xml", NULL },
		{ "<html>", "text/html", NULL },
		{ "\x7f"
		  "ELF",
		  "application/octet-stream", NULL },
		{ "MZ\x90\x03", "", NULL },
		{ "a\x01", "text/plain", NULL },
		{ "PK\x03\x04 no workbook", XLSX_TYPE, NULL },
		{ "", "text/plain", NULL },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct file_type *type = NULL;
		struct why why = { 0 };
		enum err rc =
		    file_type_find(str_of(cases[i].bytes),
				   str_of(cases[i].claimed), &type, &why);

		assert_int_equal(rc == OK, cases[i].type != NULL);
		if (rc == OK) {
			assert_string_equal(type->type, cases[i].type);
			assert_ptr_equal(file_type_by_name(str_of(type->type)),
					 type);
		} else {
			assert_true(why.text[LANG_ZH][0] != '\0');
		}
	}
}

static void
names_are_safe(void **state)
{
	static const char *const cases[][2] = {
		{ "照片 1.jpg", "照片 1.jpg" },
		{ "../../etc/passwd", "passwd" },
		{ "C:\\x\\y.png", "y.png" },
		{ "a\r\nSet-Cookie: x", "a__Set-Cookie: x" },
		{ "", "01234567.jpg" },
		{ ".htaccess", "01234567.jpg" },
		{ "x\xff", "01234567.jpg" },
		{ "a\xe2\x80\xaegpj.exe", "a___gpj.exe" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str got =
		    file_name_clean(&a, str_of(cases[i][0]),
				    STR("0123456789abcdef0123456789abcdef"
					"0123456789abcdef0123456789abcdef"),
				    file_type_by_name(STR("image/jpeg")));

		assert_true(str_is(got, cases[i][1]));
	}
	arena_release(&a);
}

struct disk {
	char folder[80];
	struct file_store store;
};

static struct disk
disk_make(void)
{
	struct disk d = { .folder = "/tmp/anwei-file-XXXXXX" };

	assert_non_null(mkdtemp(d.folder));
	d.store.max_bytes = 1 << 20;
	return d;
}

/* Everything below a folder goes; returns how many files there were. */
static int
folder_clear(const char *path)
{
	DIR *d = opendir(path);
	struct dirent *e;
	char sub[400];
	int n = 0;

	if (d == NULL)
		return 0;
	while ((e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		(void)snprintf(sub, sizeof(sub), "%s/%s", path, e->d_name);
		if (unlink(sub) == 0)
			n++;
		else
			n += folder_clear(sub);
	}
	assert_int_equal(closedir(d), 0);
	assert_int_equal(rmdir(path), 0);
	return n;
}

static struct str
digest_of(struct arena *a, struct str bytes)
{
	uint8_t sum[SHA256_BYTES];
	char hex[FILE_DIGEST_HEX + 1];

	sha256(bytes, sum);
	hex_print(sum, sizeof(sum), hex);
	return arena_str(a, str_of(hex));
}

static void
bytes_come_back(void **state)
{
	struct disk d = disk_make();
	struct arena a = { 0 };
	struct why why = { 0 };
	struct str digest = digest_of(&a, STR(PNG));
	char got[sizeof(PNG)];
	struct stat st;
	int fd;

	(void)state;
	d.store.folder = d.folder;
	assert_int_equal(file_store_open(&d.store, &why), OK);
	assert_int_equal(file_store_put(&d.store, STR(PNG), digest, &why), OK);
	assert_int_equal(file_store_put(&d.store, STR(PNG), digest, &why), OK);
	assert_int_equal(file_store_get(&d.store, digest, &fd, &why), OK);
	assert_int_equal(read(fd, got, sizeof(got)), sizeof(PNG) - 1);
	assert_memory_equal(got, PNG, sizeof(PNG) - 1);
	assert_int_equal(fstat(fd, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(close(fd), 0);
	assert_int_equal(folder_clear(d.folder), 1);
	arena_release(&a);
}

static void
wrong_bytes_are_refused(void **state)
{
	struct disk d = disk_make();
	struct arena a = { 0 };
	struct why why = { 0 };
	struct str digest = digest_of(&a, STR("y"));
	char *big = arena_alloc(&a, (1 << 20) + 1);
	int fd;

	(void)state;
	d.store.folder = d.folder;
	assert_int_equal(file_store_put(&d.store, STR("x"), digest, &why),
			 ERR_INVALID);
	assert_int_equal(file_store_put(&d.store,
					(struct str){ big, (1 << 20) + 1 },
					digest, &why),
			 ERR_TOO_BIG);
	assert_int_equal(file_store_get(&d.store, digest, &fd, &why),
			 ERR_NOT_FOUND);
	assert_int_equal(folder_clear(d.folder), 0);
	arena_release(&a);
}

/* The limit on file sizes stands for a full disk: write fails half way. */
static void
a_full_disk_leaves_nothing(void **state)
{
	struct disk d = disk_make();
	struct arena a = { 0 };
	struct why why = { 0 };
	struct str bytes = { arena_alloc(&a, 300000), 300000 };
	struct rlimit old, small;

	(void)state;
	d.store.folder = d.folder;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 100000;
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_int_equal(file_store_put(&d.store, bytes, digest_of(&a, bytes),
					&why),
			 ERR_STORAGE);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_int_equal(file_store_put(&d.store, bytes, digest_of(&a, bytes),
					&why),
			 OK);
	assert_int_equal(folder_clear(d.folder), 1);
	arena_release(&a);
}

static void
left_over_halves_go_at_the_start(void **state)
{
	struct disk d = disk_make();
	struct why why = { 0 };
	char path[100];
	FILE *f;

	(void)state;
	d.store.folder = d.folder;
	(void)snprintf(path, sizeof(path), "%s/tmp-0123", d.folder);
	f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(file_store_open(&d.store, &why), OK);
	assert_int_equal(folder_clear(d.folder), 0);
}

static void
rows_belong_to_an_organisation(void **state)
{
	struct store *s = store_of(state);
	struct task t = task_open(s->db, &s->a, 1000, actor_program(1));
	struct file f = { .sha256 = digest_of(&s->a, STR("x")),
			  .type = STR("text/plain"),
			  .name = STR("a.txt"),
			  .size = 1 };
	struct file again = f, got;
	bool added;

	store_ok(s, db_script(s->db,
			      "INSERT INTO org (id, name, zone, created_ms) "
			      "VALUES (1, 'a', 'UTC', 0), (2, 'b', 'UTC', 0)",
			      &s->why));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	store_ok(s, file_add(&t, &f, &added));
	assert_true(added);
	again.name = STR("b.txt");
	store_ok(s, file_add(&t, &again, &added));
	assert_false(added);
	assert_true(str_is(again.name, "a.txt"));
	store_ok(s, file_get(&t, f.sha256, &got));
	assert_int_equal(got.size, 1);
	store_fails(s, ERR_NOT_FOUND, file_get(&t, STR("../../x"), &got));
	t.who = actor_program(2);
	store_fails(s, ERR_NOT_FOUND, file_get(&t, f.sha256, &got));
	store_ok(s, file_add(&t, &f, &added));
	assert_true(added);
	store_ok(s, db_end(s->db, OK, &s->why));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(types_by_bytes),
		cmocka_unit_test(names_are_safe),
		cmocka_unit_test(bytes_come_back),
		cmocka_unit_test(wrong_bytes_are_refused),
		cmocka_unit_test(a_full_disk_leaves_nothing),
		cmocka_unit_test(left_over_halves_go_at_the_start),
		STORE_TEST(rows_belong_to_an_organisation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
