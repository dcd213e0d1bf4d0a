/*
 * f_xlsx.c - workbooks from outside.
 *
 * An input that begins with "PK" is the file itself.  Any other is the XML of
 * the parts, separated by NUL (sheet, strings, styles, workbook), which is put
 * into an archive here: a mutated archive hardly ever gets past its checks.
 */
#include "fuzz.h"

#include <zlib.h>

#include "archive/xlsx.h"
#include "base/str.h"

static const char *const names[] = { "xl/worksheets/sheet1.xml", "xl/s.xml",
				     "xl/styles.xml", "xl/workbook.xml",
				     "xl/_rels/workbook.xml.rels" };
#define N_PARTS ARRAY_LEN(names)

static const struct str usual_book = {
	"<b xmlns:r='r'><sheet r:id='1'/></b>",
	sizeof("<b xmlns:r='r'><sheet r:id='1'/></b>") - 1
};
static const char rels[] =
    "<a><Relationship Id='1' Type='/worksheet' "
    "Target='worksheets/sheet1.xml'/><Relationship Id='2' "
    "Type='/sharedStrings' Target='s.xml'/><Relationship Id='3' "
    "Type='/styles' Target='styles.xml'/></a>";

static void
put_le(struct buf *b, uint64_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_putc(b, (char)(v >> (8 * i) & 0xff));
}

/* The fields that a local and a central header share. */
static void
put_header(struct buf *b, const char *name, struct str text)
{
	put_le(b, 20, 2);
	put_le(b, 0, 2); /* flags */
	put_le(b, 0, 2); /* stored */
	put_le(b, 0, 2);
	put_le(b, 0x21, 2);
	put_le(b, crc32(0, (const Bytef *)text.p, (uInt)text.n), 4);
	put_le(b, text.n, 4);
	put_le(b, text.n, 4);
	put_le(b, str_of(name).n, 2);
	put_le(b, 0, 2);
}

static void
zip_make(struct buf *b, const struct str *parts)
{
	size_t offs[N_PARTS], directory;

	for (size_t i = 0; i < N_PARTS; i++) {
		offs[i] = b->n;
		buf_puts(b, "PK\3\4");
		put_header(b, names[i], parts[i]);
		buf_puts(b, names[i]);
		buf_put(b, parts[i]);
	}
	directory = b->n;
	for (size_t i = 0; i < N_PARTS; i++) {
		buf_puts(b, "PK\1\2");
		put_le(b, 20, 2);
		put_header(b, names[i], parts[i]);
		put_le(b, 0, 2); /* comment */
		put_le(b, 0, 8); /* disk, attributes */
		put_le(b, offs[i], 4);
		buf_puts(b, names[i]);
	}
	offs[0] = b->n - directory;
	buf_puts(b, "PK\5\6");
	put_le(b, 0, 4);
	put_le(b, N_PARTS, 2);
	put_le(b, N_PARTS, 2);
	put_le(b, offs[0], 4);
	put_le(b, directory, 4);
	put_le(b, 0, 2);
}

static void
read_all(struct str file)
{
	struct sheet_src src = { .bytes = file };
	struct arena a = { 0 };
	struct why why = { 0 };
	struct sheet_in *in = NULL;
	struct sheet_row row = { 0 };
	bool more = true;
	int64_t line = 0;

	if (sheet_open(&src, SHEET_XLSX, 2000, &a, &in, &why) == OK) {
		while (sheet_next(in, &row, &more, &why) == OK && more) {
			must(row.line > line && row.n <= SHEET_COLUMNS_MAX);
			line = row.line;
			for (size_t i = 0; i < row.n; i++)
				must(str_is_utf8(row.cells[i]));
		}
	}
	sheet_close(&in);
	arena_release(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct str rest = { (const char *)bytes, n }, parts[N_PARTS];
	struct buf b = buf_open(16 << 20);

	if (n > 2 && bytes[0] == 'P' && bytes[1] == 'K') {
		read_all(rest);
		return 0;
	}
	for (size_t i = 0; i < N_PARTS; i++)
		parts[i] = str_cut(rest, '\0', &rest);
	if (parts[3].n == 0)
		parts[3] = usual_book;
	parts[4] = str_of(rels);
	zip_make(&b, parts);
	must(!b.full);
	read_all(buf_str(&b));
	buf_release(&b);
	return 0;
}
