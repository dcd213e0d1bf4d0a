/* t_xlsx.c - workbooks: ours, those of other programs, and hostile ones. */
#include "sheet_help.h"

#include <fcntl.h>
#include <zip.h>

#include "archive/xlsx_book.h"
#include "base/time.h"

#define BOOK                                                        \
	"<workbook xmlns:r='urn:r'><sheets><sheet name='hidden' "   \
	"state='hidden' r:id='rId9'/><sheet name='x' r:id='rId1'/>" \
	"</sheets></workbook>"
#define BOOK_1904                                                             \
	"<workbook xmlns:r='urn:r'><workbookPr date1904='1'/><sheets><sheet " \
	"name='x' r:id='rId1'/></sheets></workbook>"
#define RELS                                                                  \
	"<Relationships>"                                                     \
	"<Relationship Id='rId9' Type='u/worksheet' Target='worksheets/no'/>" \
	"<Relationship Id='rId1' Type='u/worksheet' "                         \
	"Target='/xl/worksheets/sheet1.xml'/>"                                \
	"<Relationship Id='rId2' Type='u/sharedStrings' Target='s.xml'/>"     \
	"<Relationship Id='rId3' Type='u/styles' Target='styles.xml'/>"       \
	"</Relationships>"
#define STYLES                                                              \
	"<styleSheet><numFmts><numFmt numFmtId='170' "                      \
	"formatCode='yyyy\"年\"m\"月\"'/><numFmt numFmtId='171' "         \
	"formatCode='[Red]0.00\\d'/></numFmts><cellStyleXfs><xf "           \
	"numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf "     \
	"numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/></cellXfs>" \
	"</styleSheet>"
#define STRINGS                                                             \
	"<sst><si><t>名称</t></si><si><r><t>多</t></r><r><t>段</t></r>" \
	"<rPh><t>duo</t></rPh></si><si><t>a_x000A_b_x005F_x0041_</t></si>"  \
	"<si/></sst>"

struct part {
	const char *name;
	struct str text;
};

/* A workbook made of parts; a NULL text leaves the usual one out. */
static int
book_make(const struct part *parts, size_t n)
{
	const char *name = "/tmp/t_xlsx.XXXXXX";
	char path[32];
	zip_t *zip;
	int fd;

	(void)snprintf(path, sizeof(path), "%s", name);
	fd = mkstemp(path);
	assert_true(fd > 0);
	zip = zip_open(path, ZIP_TRUNCATE, NULL);
	assert_non_null(zip);
	for (size_t i = 0; i < n; i++)
		assert_true(zip_file_add(zip, parts[i].name,
					 zip_source_buffer(zip, parts[i].text.p,
							   parts[i].text.n, 0),
					 ZIP_FL_OVERWRITE) >= 0);
	assert_int_equal(zip_close(zip), 0);
	assert_int_equal(close(fd), 0);
	fd = open(path, O_RDONLY);
	assert_true(fd > 0);
	assert_int_equal(unlink(path), 0);
	return fd;
}

static const char *
dump_sheet(const char *book, struct str sheet)
{
	const struct part parts[] = {
		{ "[Content_Types].xml", STR("<Types/>") },
		{ "xl/workbook.xml", str_of(book) },
		{ "xl/_rels/workbook.xml.rels", STR(RELS) },
		{ "xl/styles.xml", STR(STYLES) },
		{ "xl/s.xml", STR(STRINGS) },
		{ "xl/worksheets/sheet1.xml", sheet },
	};
	struct sheet_src src = { .fd = book_make(parts, ARRAY_LEN(parts)) };
	const char *got = sheet_dump(src, SHEET_XLSX, 1000);

	assert_int_equal(close(src.fd), 0);
	return got;
}

#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define CHECK(rows, want) \
	assert_string_equal(dump_sheet(BOOK, STR(SHEET(rows))), want)

static void
cells_of_all_types(void **state)
{
	(void)state;
	CHECK("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v>"
	      "</c><c r='C1' t='s'><v>2</v></c><c t='s'><v>3</v></c></row>",
	      "1[名称][多段][a\nb_x0041_][]\n");
	CHECK("<row r='3'><c r='B3' t='inlineStr'><is><t>甲</t><rPh><t>x</t>"
	      "</rPh></is></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c>"
	      "<c t='str'><f>A1</f><v>=x</v></c></row>",
	      "3[][甲][1][#N/A][=x]\n");
	CHECK("<row><c t='d'><v>2026-11-22T08:30:00Z</v></c>"
	      "<c t='d'><v>2026-11-22</v></c></row>",
	      "1[2026-11-22 08:30:00][2026-11-22]\n");
	CHECK("", "");
}

static void
numbers(void **state)
{
	(void)state;
	CHECK("<row><c><v>5</v></c><c><v>-0.1</v></c><c><v>1.3800000001E10</v>"
	      "</c><c><v>0.30000000000000004</v></c><c><v>1E-7</v></c></row>",
	      "1[5][-0.1][13800000001][0.3][0.0000001]\n");
	CHECK("<row><c><v>1</v></c><c><v>1.10101199001011E+17</v></c></row>"
	      "<row><c><v>110101199001011237</v></c></row>",
	      "1[1]!digits@1\n2[110101199001011237]\n");
}

static void
dates_by_style(void **state)
{
	(void)state;
	CHECK("<row><c s='1'><v>46348</v></c><c s='2'><v>46348.5</v></c>"
	      "<c s='3'><v>46348</v></c><c s='1'><v>0.25</v></c></row>",
	      "1[2026-11-22][2026-11-22 12:00:00][46348][06:00:00]\n");
	CHECK("<row><c s='1'><v>1</v></c><c s='1'><v>59</v></c>"
	      "<c s='1'><v>61</v></c><c s='1'><v>-1</v></c></row>",
	      "1[1900-01-01][1900-02-28][1900-03-01][-1]\n");
	assert_string_equal(dump_sheet(BOOK_1904,
				       STR(SHEET("<row><c s='1'><v>44886</v>"
						 "</c></row>"))),
			    "1[2026-11-22]\n");
}

static void
formats(void **state)
{
	static const struct {
		const char *code;
		bool is_date;
	} cases[] = {
		{ "General", false },	{ "0.00_)", false },
		{ "yyyy-mm-dd", true }, { "[$-804]m\"月\"d\"日\"", true },
		{ "[h]:mm", true },	{ "[Red]0", false },
		{ "0\"days\"", false }, { "\\y0", false },
		{ "0.00E+00", false },	{ "[", false },
		{ "\"open", false },	{ "\\", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(xlsx_format_is_date(str_of(cases[i].code)),
				 cases[i].is_date);
}

static void
gaps_and_order(void **state)
{
	(void)state;
	CHECK("<row r='2'><c r='A2' s='1'/></row>"
	      "<row r='5'><c r='C5'><v>1</v></c></row><row r='6'/>",
	      "5[][][1]\n");
	CHECK("<row><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c></row>",
	      "invalid");
	CHECK("<row><c r='ZZ1'><v>1</v></c></row><row><c><v>2</v></c></row>",
	      "1!columns@701\n2[2]\n");
	CHECK("<row><c t='s'><v>99</v></c></row>", "invalid");
}

static void
prefixed_names(void **state)
{
	(void)state;
	assert_string_equal(
	    dump_sheet(BOOK, STR("<x:worksheet xmlns:x='urn:m'><x:sheetData>"
				 "<x:row><x:c><x:v>1</x:v></x:c></x:row>"
				 "</x:sheetData></x:worksheet>")),
	    "1[1]\n");
}

static void
damaged_ones(void **state)
{
	const struct part none[] = { { "a.txt", STR("x") } };
	struct sheet_src src = { .bytes = STR("PK\x03\x04 not a zip") };

	(void)state;
	assert_string_equal(sheet_dump(src, SHEET_XLSX, 9), "invalid");
	src.bytes = STR("a,b\n");
	assert_string_equal(sheet_dump(src, SHEET_XLSX, 9), "bad_type");
	src.bytes = STR("\xd0\xcf\x11\xe0");
	assert_string_equal(sheet_dump(src, SHEET_XLSX, 9), "bad_type");
	src = (struct sheet_src){ .fd = book_make(none, 1) };
	assert_string_equal(sheet_dump(src, SHEET_XLSX, 9), "invalid");
	assert_int_equal(close(src.fd), 0);
	CHECK("<row><c><v>1</v></c></row><row>", "1[1]\ninvalid");
}

static void
entities_are_refused(void **state)
{
	(void)state;
	assert_string_equal(
	    dump_sheet(BOOK, STR("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>"
				 "<worksheet><sheetData><row><c><v>&a;</v>"
				 "</c></row></sheetData></worksheet>")),
	    "invalid");
}

static struct str
fill(struct buf *b, const char *head, const char *unit, size_t bytes,
     const char *tail)
{
	size_t n = strlen(unit);

	*b = buf_open(1u << 30);
	buf_puts(b, head);
	for (size_t i = 0; i < bytes; i += n)
		buf_put(b, (struct str){ unit, n });
	buf_puts(b, tail);
	return buf_str(b);
}

static void
xml_that_eats_memory_is_refused(void **state)
{
	struct buf b;

	(void)state;
	/* one tag of 3 MiB */
	assert_string_equal(dump_sheet(BOOK, fill(&b, "<worksheet><c r='", "A",
						  3 << 20, "'/></worksheet>")),
			    "invalid");
	buf_release(&b);
	/* 100 000 deep */
	assert_string_equal(dump_sheet(BOOK, fill(&b, "", "<a>", 300000, "")),
			    "invalid");
	buf_release(&b);
	/* one cell of 1 MiB costs its row */
	assert_string_equal(dump_sheet(BOOK, fill(&b, "<w><row><c t='str'><v>",
						  "A", 1 << 20,
						  "</v></c></row><row><c><v>2</"
						  "v></c></row></w>")),
			    "1!too_long@0\n2[2]\n");
	buf_release(&b);
}

/* Writes what the directory and the parts say about unpacked sizes. */
static void
claim(char *p, ssize_t n, uint32_t size)
{
	for (ssize_t i = 0; i + 46 < n; i++) {
		if (memcmp(p + i, "PK\1\2", 4) == 0)
			memcpy(p + i + 24, &size, 4);
		if (memcmp(p + i, "PK\3\4", 4) == 0)
			memcpy(p + i + 22, &size, 4);
	}
}

/* 20 MiB of XML in 20 KiB, whatever the directory claims. */
static void
zip_bombs_are_refused(void **state)
{
	static const uint32_t claims[] = { 20 << 20, 300u << 20, 65536, 0 };
	static char bytes[1 << 20];
	struct buf b;
	const struct part parts[] = {
		{ "xl/workbook.xml", STR(BOOK) },
		{ "xl/_rels/workbook.xml.rels", STR(RELS) },
		{ "xl/worksheets/sheet1.xml",
		  fill(&b, "<w>", "<row><c></c></row>", 20 << 20, "</w>") },
	};
	struct sheet_src src = { 0 };
	int fd = book_make(parts, ARRAY_LEN(parts));
	ssize_t n = pread(fd, bytes, sizeof(bytes), 0);
	long before;

	(void)state;
	buf_release(&b);
	assert_true(n > 0 && (size_t)n < sizeof(bytes));
	src.bytes = (struct str){ bytes, (size_t)n };
	before = peak_kib();
	for (size_t i = 0; i < ARRAY_LEN(claims); i++) {
		claim(bytes, n, claims[i]);
		assert_string_equal(sheet_dump(src, SHEET_XLSX, 100),
				    "too_big");
	}
	assert_grew_below(before, 8 << 10);
	assert_int_equal(close(fd), 0);
}

static void
a_directory_of_a_million_entries_is_refused(void **state)
{
	static const char end[] = "PK\5\6\0\0\0\0\xff\xfe\xff\xfe\0\0\0\0"
				  "\0\0\0\0\0\0";
	struct buf b;
	struct sheet_src src;

	(void)state;
	src = (struct sheet_src){ .bytes = fill(&b, "PK\3\4", "PK\1\2", 1 << 20,
						"") };
	buf_put(&b, (struct str){ end, sizeof(end) - 1 });
	src.bytes = buf_str(&b);
	assert_string_equal(sheet_dump(src, SHEET_XLSX, 9), "too_big");
	buf_release(&b);
}

static void
ours_come_back(void **state)
{
	const struct str levels[] = { STR("一级"), STR("二级") };
	static struct str long_list[40];
	const struct sheet_column columns[] = {
		{ .head = STR("编号"), .type = CELL_TEXT, .required = true },
		{ .head = STR("级别"), .n_choices = 2, .choices = levels },
		{ .head = STR("数"), .type = CELL_INT, .help = STR("说明") },
		{ .head = STR("金额"), .type = CELL_DECIMAL },
		{ .head = STR("日期"), .type = CELL_DATE },
		{ .head = STR("长"), .n_choices = 40, .choices = long_list },
	};
	const struct cell rows[][6] = {
		{ { CELL_TEXT, STR("=1+1"), 0, 0 },
		  { CELL_TEXT, STR("一级"), 0, 0 },
		  { .type = CELL_INT, .i = -5 },
		  { .type = CELL_DECIMAL, .i = 1205, .digits = 2 },
		  { .type = CELL_DATE, .i = 20779 },
		  { CELL_TEXT, STR("  a\r\n\tb_x0041_<&>\"'  "), 0, 0 } },
		{ { 0 }, { 0 }, { 0 }, { 0 }, { 0 }, { 0 } },
		{ { CELL_TEXT, STR("'=x"), 0, 0 },
		  { 0 },
		  { .type = CELL_INT, .i = INT64_MIN },
		  { .type = CELL_DECIMAL,
		    .i = INT64_C(12345678901234567),
		    .digits = 2 },
		  { .type = CELL_DATE, .i = -40000 },
		  { 0 } },
	};
	struct arena a = { 0 };
	struct why why = { 0 };
	struct sheet_src src;
	struct sheet_out *out;
	int fd;

	(void)state;
	for (size_t i = 0; i < 40; i++)
		long_list[i] = arena_printf(&a, "选项,很长的一个选项 %zu", i);
	assert_int_equal(sheet_temp("", &fd, &why), OK);
	assert_int_equal(sheet_create(SHEET_XLSX, fd, STR("用户/单位"), columns,
				      6, &a, &out, &why),
			 OK);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_int_equal(sheet_put(out, rows[i], &why), OK);
	assert_int_equal(sheet_finish(&out, &why), OK);
	src = (struct sheet_src){ .fd = fd };
	assert_string_equal(sheet_dump(src, SHEET_XLSX, 9),
			    "1[编号][级别][数][金额][日期][长]\n"
			    "2[=1+1][一级][-5][12.05][2026-11-22]"
			    "[  a\r\n\tb_x0041_<&>\"'  ]\n"
			    "4['=x][][-9223372036854775808][123456789012345.67]"
			    "[1860-06-26]\n");
	assert_int_equal(close(fd), 0);
	arena_release(&a);
}

static void
many_rows_in_constant_memory(void **state)
{
	const struct sheet_column column = { .head = STR("h") };
	struct arena a = { 0 };
	struct why why = { 0 };
	struct sheet_out *out;
	struct sheet_in *in;
	struct sheet_row row;
	struct sheet_src src = { 0 };
	int64_t rows = 0;
	long before = peak_kib();
	bool more = true;

	(void)state;
	assert_int_equal(sheet_temp("", &src.fd, &why), OK);
	assert_int_equal(sheet_create(SHEET_XLSX, src.fd, STR("x"), &column, 1,
				      &a, &out, &why),
			 OK);
	for (int i = 0; i < 50000; i++) {
		struct cell c = { CELL_TEXT, STR("某某银行某某支行"), 0, 0 };

		assert_int_equal(sheet_put(out, &c, &why), OK);
	}
	assert_int_equal(sheet_finish(&out, &why), OK);
	assert_int_equal(sheet_open(&src, SHEET_XLSX, 1000000, &a, &in, &why),
			 OK);
	while (more) {
		assert_int_equal(sheet_next(in, &row, &more, &why), OK);
		rows += more;
	}
	assert_int_equal(rows, 50001);
	assert_grew_below(before, 16 << 10);
	sheet_close(&in);
	assert_int_equal(close(src.fd), 0);
	arena_release(&a);
}

static void
uploads_are_checked(void **state)
{
	const struct part good[] = {
		{ "[Content_Types].xml", STR("<a/>") },
		{ "xl/workbook.xml", STR("<a/>") },
		{ "xl/vbaProject.bin", STR("x") },
	};
	struct why why = { 0 };
	struct sheet_src src = { .fd = book_make(good, 2) };

	(void)state;
	assert_int_equal(xlsx_check(&src, &why), OK);
	assert_int_equal(close(src.fd), 0);
	src.fd = book_make(good, 3);
	assert_int_equal(xlsx_check(&src, &why), ERR_TYPE);
	assert_int_equal(close(src.fd), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_of_all_types),
		cmocka_unit_test(numbers),
		cmocka_unit_test(dates_by_style),
		cmocka_unit_test(formats),
		cmocka_unit_test(gaps_and_order),
		cmocka_unit_test(prefixed_names),
		cmocka_unit_test(damaged_ones),
		cmocka_unit_test(entities_are_refused),
		cmocka_unit_test(xml_that_eats_memory_is_refused),
		cmocka_unit_test(zip_bombs_are_refused),
		cmocka_unit_test(a_directory_of_a_million_entries_is_refused),
		cmocka_unit_test(ours_come_back),
		cmocka_unit_test(many_rows_in_constant_memory),
		cmocka_unit_test(uploads_are_checked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
