/* f_csv.c - CSV from outside; what was read is written and read again. */
#include "fuzz.h"

#include "archive/csv.h"
#include "base/str.h"

#define ROWS_MAX 2000

static void
row_check(const struct sheet_row *row, int64_t line_before)
{
	must(row->line > line_before);
	must(row->n <= SHEET_COLUMNS_MAX);
	must(row->bad == SHEET_GOOD || row->bad_column >= row->n);
	for (size_t i = 0; i < row->n; i++)
		must(str_is_utf8(row->cells[i]) &&
		     row->cells[i].n <= SHEET_FIELD_MAX * 2);
}

/* The row as our writer puts it reads as the same cells. */
static void
row_again(const struct sheet_row *row)
{
	struct cell cells[SHEET_COLUMNS_MAX];
	struct buf b = buf_open(16 << 20);
	struct arena a = { 0 };
	struct why why = { 0 };
	struct sheet_src src = { 0 };
	struct sheet_in *in;
	struct sheet_row got;
	bool more;

	/* The mark and a first line full of commas fix encoding and
	 * separator, as a heading does. */
	buf_puts(&b, "\xef\xbb\xbf,,,,\r\n");
	for (size_t i = 0; i < row->n; i++)
		cells[i] = (struct cell){ CELL_TEXT, row->cells[i], 0, 0 };
	csv_line(&b, cells, row->n);
	src.bytes = buf_str(&b);
	must(sheet_open(&src, SHEET_CSV, 3, &a, &in, &why) == OK);
	must(sheet_next(in, &got, &more, &why) == OK && more);
	must(sheet_next(in, &got, &more, &why) == OK && more);
	if (got.bad == SHEET_GOOD) {
		must(got.n == row->n);
		for (size_t i = 0; i < row->n; i++)
			must(str_eq(got.cells[i], row->cells[i]));
	} else {
		must(got.bad == SHEET_LONG); /* GB18030 grew or a guard */
	}
	sheet_close(&in);
	buf_release(&b);
	arena_release(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct sheet_src src = { .bytes = { (const char *)bytes, n } };
	struct arena a = { 0 };
	struct why why = { 0 };
	struct sheet_in *in = NULL;
	struct sheet_row row = { 0 };
	bool more = true;
	int64_t line = 0;

	if (sheet_open(&src, SHEET_CSV, ROWS_MAX, &a, &in, &why) == OK) {
		while (sheet_next(in, &row, &more, &why) == OK && more) {
			row_check(&row, line);
			line = row.line;
			if (row.bad == SHEET_GOOD && row.n > 0)
				row_again(&row);
		}
	}
	sheet_close(&in);
	arena_release(&a);
	return 0;
}
