/* t_csv.c - CSV as people and attackers send it. */
#include "sheet_help.h"

static void
check_bytes(struct str bytes, const char *want)
{
	struct sheet_src src = { .bytes = bytes };
	int fd;

	assert_string_equal(sheet_dump(src, SHEET_CSV, 1000000), want);
	fd = memory_file(bytes);
	src = (struct sheet_src){ .fd = fd };
	assert_string_equal(sheet_dump(src, SHEET_CSV, 1000000), want);
	assert_int_equal(close(fd), 0);
}
#define CHECK(bytes, want) check_bytes(STR(bytes), (want))

static void
rows_and_lines(void **state)
{
	(void)state;
	CHECK("", "");
	CHECK("\r\n\n\n", "");
	CHECK("a,b\r\nc,d\r\n", "1[a][b]\n2[c][d]\n");
	CHECK("a,b\nc,d", "1[a][b]\n2[c][d]\n");
	CHECK("a,b\rc,d\r", "1[a][b]\n2[c][d]\n");
	CHECK("a,b\n\n\nc,\n", "1[a][b]\n4[c][]\n");
	CHECK(",\n", "1[][]\n");
	CHECK("\"\"\n", "1[]\n");
}

static void
quotes(void **state)
{
	(void)state;
	CHECK("\"a,1\",\"b\"\"q\"\"\",\"x\r\ny\"\nz\n",
	      "1[a,1][b\"q\"][x\r\ny]\n3[z]\n");
	CHECK("ab\"c,d\n", "1[ab\"c][d]\n");
	CHECK("a,\"b\"c,d\ne\n", "1[a]!quote@1\n2[e]\n");
}

static void
a_quote_that_never_closes_costs_its_own_line(void **state)
{
	(void)state;
	CHECK("h\n1,\"open\n2,b\n3,c\n",
	      "1[h]\n2[1]!quote@1\n3[2][b]\n4[3][c]\n");
	CHECK("\"a\nb\",\"open\nc\n", "1[a\nb]!quote@1\n3[c]\n");
	CHECK("1,\"open", "1[1]!quote@1\n");
}

static void
separators(void **state)
{
	(void)state;
	CHECK("a;b;c\n1,5;2;3\n", "1[a][b][c]\n2[1,5][2][3]\n");
	CHECK("a\tb\n1\t2,3\n", "1[a][b]\n2[1][2,3]\n");
	CHECK("\"a;x;y;z\",b\n1,2\n", "1[a;x;y;z][b]\n2[1][2]\n");
}

static void
encodings(void **state)
{
	(void)state;
	CHECK("\xef\xbb\xbf编号,名称\n1,镕喆\n", "1[编号][名称]\n2[1][镕喆]\n");
	/* 编号,名称 / 1,㛃𠮷 in GB18030: two and four byte forms */
	CHECK("\xb1\xe0\xba\xc5,\xc3\xfb\xb3\xc6\n1,"
	      "\x82"
	      "0\xb7"
	      "1\x95"
	      "4\xb2"
	      "5"
	      "\n",
	      "1[编号][名称]\n2[1][㛃𠮷]\n");
	/* UTF-8 with one broken row keeps the others */
	CHECK("编号,名称编号名称\n甲,\xff乙\n丙,丁\n",
	      "1[编号][名称编号名称]\n2[甲]!encoding@1\n3[丙][丁]\n");
	CHECK("\xef\xbb\xbf"
	      "a,b\n\xb1\xe0,c\nd,e\n",
	      "1[a][b]\n2!encoding@0\n3[d][e]\n");
	CHECK("a,b\nx\0y,1\nd,e\n", "1[a][b]\n2!encoding@0\n3[d][e]\n");
}

static void
other_files_are_named(void **state)
{
	(void)state;
	CHECK("\xff\xfe"
	      "a\0,\0b\0",
	      "bad_type");
	CHECK("PK\x03\x04zip", "bad_type");
	CHECK("\xd0\xcf\x11\xe0old", "bad_type");
	CHECK("\0\0\0\0\0\0\0a", "bad_type");
}

/* n times s, then tail. */
static struct str
repeat(struct buf *b, const char *head, const char *s, size_t n,
       const char *tail)
{
	*b = buf_open(128 << 20);
	buf_puts(b, head);
	for (size_t i = 0; i < n; i++)
		buf_puts(b, s);
	buf_puts(b, tail);
	assert_false(b->full);
	return buf_str(b);
}

static void
limits(void **state)
{
	struct sheet_src src = { 0 };
	struct buf b;

	(void)state;
	check_bytes(repeat(&b, "h\na,", "x", 65537, ",z\nb\n"),
		    "1[h]\n2[a]!too_long@1\n3[b]\n");
	buf_release(&b);
	src.bytes = repeat(&b, "h\na,\"", "x\n", 40000, "\nb\n");
	assert_ptr_equal(strstr(sheet_dump(src, SHEET_CSV, 100000),
				"1[h]\n"
				"2[a]!quote@1\n"
				"3[x]\n"),
			 sheet_dump(src, SHEET_CSV, 100000));
	buf_release(&b);
}

static void
columns(void **state)
{
	struct buf b;
	const char *got;
	struct sheet_src src;

	(void)state;
	src = (struct sheet_src){ .bytes = repeat(&b, "", ",", 199, "\nz\n") };
	got = sheet_dump(src, SHEET_CSV, 9);
	assert_int_equal(strlen(got), 1 + 200 * 2 + 1 + 5);
	assert_non_null(strstr(got, "]\n2[z]\n"));
	buf_release(&b);
	src = (struct sheet_src){ .bytes = repeat(&b, "", ",", 5000, "\nz\n") };
	got = sheet_dump(src, SHEET_CSV, 9);
	assert_non_null(strstr(got, "!columns@200\n2[z]\n"));
	buf_release(&b);
}

static void
rows_are_counted(void **state)
{
	struct sheet_src src = { .bytes = STR("a\nb\nc\n") };

	(void)state;
	assert_string_equal(sheet_dump(src, SHEET_CSV, 2),
			    "1[a]\n2[b]\ntoo_big");
	assert_string_equal(sheet_dump(src, SHEET_CSV, 3),
			    "1[a]\n2[b]\n3[c]\n");
}

/* Writes bytes without holding them. */
static int
big_file(const char *head, const char *unit, size_t n, const char *tail)
{
	int fd = memory_file(str_of(head));
	FILE *f = fdopen(dup(fd), "ab");

	assert_non_null(f);
	(void)fseek(f, 0, SEEK_END);
	for (size_t i = 0; i < n; i++)
		assert_true(fputs(unit, f) >= 0);
	assert_true(fputs(tail, f) >= 0);
	assert_int_equal(fclose(f), 0);
	return fd;
}

/* The file is in memory of the kernel, so the peak of this process shows what
 * the reader holds. */
static void
big_files_in_bounded_memory(void **state)
{
	static const struct {
		const char *head, *unit;
		size_t n;
		const char *tail, *want_tail;
	} files[] = {
		{ "h\n", "0123456789abcdef", 4 << 20, "\nz\n",
		  "2!too_long@0\n3[z]\n" },
		{ "h\n\"", "0123456789abcdef", 4 << 20, "\nz\n",
		  "2!quote@0\n3[z]\n" },
		{ "h\n\"", "0123456789abcde,", 4 << 20, "\"\nz\n",
		  "2!too_long@0\n3[z]\n" },
	};
	long before = peak_kib();

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		int fd = big_file(files[i].head, files[i].unit, files[i].n,
				  files[i].tail);
		struct sheet_src src = { .fd = fd };
		const char *got = sheet_dump(src, SHEET_CSV, 1000000);

		assert_non_null(strstr(got, files[i].want_tail));
		assert_int_equal(close(fd), 0);
	}
	assert_grew_below(before, 16 << 10);
}

static void
a_million_rows_in_bounded_memory(void **state)
{
	int fd =
	    big_file("number,name,note\n",
		     "KH2026-00001,某某银行某某支行,\"a, b\"\n", 1000000, "");
	struct sheet_src src = { .fd = fd };
	struct arena a = { 0 };
	struct why why = { 0 };
	struct sheet_in *in;
	struct sheet_row row;
	long before = peak_kib();
	int64_t rows = 0;
	bool more;

	(void)state;
	assert_int_equal(sheet_open(&src, SHEET_CSV, 1000001, &a, &in, &why),
			 OK);
	for (;;) {
		assert_int_equal(sheet_next(in, &row, &more, &why), OK);
		if (!more)
			break;
		assert_int_equal(row.n, 3);
		assert_int_equal(row.line, ++rows);
	}
	assert_int_equal(rows, 1000001);
	assert_grew_below(before, 4 << 10);
	sheet_close(&in);
	arena_release(&a);
	assert_int_equal(close(fd), 0);
}

static void
formulas_are_disarmed(void **state)
{
	static const char *const texts[][2] = {
		{ "=1+1", "'=1+1\r\n" },     { "+86 10", "'+86 10\r\n" },
		{ "-x", "'-x\r\n" },	     { "@cmd", "'@cmd\r\n" },
		{ "\t=1", "\"'\t=1\"\r\n" }, { "\r=1", "\"'\r=1\"\r\n" },
		{ "'=1", "''=1\r\n" },	     { "'a", "'a\r\n" },
		{ "a=1", "a=1\r\n" },	     { "", "\"\"\r\n" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct cell c = { CELL_TEXT, str_of(texts[i][0]), 0, 0 };
		struct buf b = buf_open(100);
		char want[40];

		csv_line(&b, &c, 1);
		assert_int_equal(b.n, strlen(texts[i][1]));
		assert_memory_equal(b.p, texts[i][1], b.n);
		(void)snprintf(want, sizeof(want), "1[%s]\n", texts[i][0]);
		check_bytes(buf_str(&b), want);
		buf_release(&b);
	}
}

static void
numbers_stay_numbers(void **state)
{
	const struct cell cells[] = {
		{ .type = CELL_INT, .i = -5 },
		{ .type = CELL_DECIMAL, .i = -1205, .digits = 2 },
		{ .type = CELL_DECIMAL, .i = 7, .digits = 2 },
		{ .type = CELL_INT, .i = INT64_MIN },
		{ .type = CELL_DATE, .i = 0 },
		{ .type = CELL_EMPTY },
	};
	struct buf b = buf_open(200);

	(void)state;
	csv_line(&b, cells, ARRAY_LEN(cells));
	assert_true(str_is(buf_str(&b), "-5,-12.05,0.07,-9223372036854775808,"
					"1970-01-01,\r\n"));
	buf_release(&b);
}

static void
a_full_disk_is_said(void **state)
{
	struct sheet_column column = { .head = STR("h") };
	struct cell c = { CELL_TEXT, STR("x"), 0, 0 };
	struct arena a = { 0 };
	struct why why = { 0 };
	struct sheet_out *out;
	FILE *full = fopen("/dev/full", "r+");
	enum err rc;

	(void)state;
	assert_non_null(full);
	assert_int_equal(sheet_create(SHEET_CSV, fileno(full), STR(""), &column,
				      1, &a, &out, &why),
			 OK);
	assert_int_equal(sheet_put(out, &c, &why), OK);
	rc = sheet_finish(&out, &why);
	assert_int_equal(rc, ERR_STORAGE);
	assert_int_equal(fclose(full), 0);
	arena_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_and_lines),
		cmocka_unit_test(quotes),
		cmocka_unit_test(a_quote_that_never_closes_costs_its_own_line),
		cmocka_unit_test(separators),
		cmocka_unit_test(encodings),
		cmocka_unit_test(other_files_are_named),
		cmocka_unit_test(limits),
		cmocka_unit_test(columns),
		cmocka_unit_test(rows_are_counted),
		cmocka_unit_test(big_files_in_bounded_memory),
		cmocka_unit_test(a_million_rows_in_bounded_memory),
		cmocka_unit_test(formulas_are_disarmed),
		cmocka_unit_test(numbers_stay_numbers),
		cmocka_unit_test(a_full_disk_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
