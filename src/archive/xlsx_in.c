/* xlsx_in.c - the rows of a workbook's sheet. */
#include <string.h>

#include "archive/xlsx.h"
#include "archive/xlsx_book.h"
#include "archive/xlsx_out.h"
#include "base/str.h"

struct xlsx_in {
	struct xlsx_zip zip;
	struct xlsx_book book;
	struct xml_part part;
	int64_t rows, rows_max, n_seen; /* cells of the whole sheet */
	/* The row in hand. */
	bool ready;
	int64_t line;
	size_t n_cells;
	enum sheet_bad bad;
	size_t bad_column;
	struct {
		size_t from, n;
	} spans[SHEET_COLUMNS_MAX];
	struct str cells[SHEET_COLUMNS_MAX];
	struct buf row;
	/* The cell in hand. */
	size_t column;
	char type[12]; /* of the cell: "s", "str", "inlineStr", "b", … */
	size_t format;
	bool in_text, aloud;
	struct buf text;
};

static void
spoil(struct xlsx_in *x, enum sheet_bad bad)
{
	if (x->bad != SHEET_GOOD)
		return;
	x->bad = bad;
	x->bad_column = x->column;
}

static enum err
damaged(struct xlsx_in *x, const char *what)
{
	return fail(x->part.why, ERR_INVALID,
		    "row %lld of the workbook is damaged (%s)",
		    "工作簿第 %lld 行已损坏（%s）", (long long)x->line, what);
}

static void
row_start(struct xlsx_in *x, const char **attrs)
{
	int64_t line;

	/* A row without a number follows the one before. */
	if (!str_to_int(str_of(xml_attr(attrs, "r")), x->line + 1,
			XLSX_ROWS_MAX + 1, &line))
		line = x->line + 1;
	x->line = line;
	x->n_cells = 0;
	x->bad = SHEET_GOOD;
	x->column = SIZE_MAX;
	buf_clear(&x->row);
}

/* "BC12" is column 54; SIZE_MAX when it says nothing. */
static size_t
column_of(const char *ref)
{
	size_t column = 0;

	if (ref == NULL || *ref < 'A' || *ref > 'Z')
		return SIZE_MAX;
	for (; *ref >= 'A' && *ref <= 'Z' && column < 100000; ref++)
		column = column * 26 + (size_t)(*ref - 'A' + 1);
	return column - 1;
}

static void
cell_start(struct xlsx_in *x, const char **attrs)
{
	size_t column = column_of(xml_attr(attrs, "r"));
	const char *type = xml_attr(attrs, "t");
	int64_t format = 0;

	if (column == SIZE_MAX)
		column = x->column + 1; /* SIZE_MAX + 1 is 0, the first */
	else if (x->column != SIZE_MAX && column <= x->column) {
		xml_stop(&x->part, damaged(x, "cell order"));
		return;
	}
	x->column = column;
	if (++x->n_seen > XLSX_CELLS_MAX)
		xml_stop(&x->part,
			 fail(x->part.why, ERR_TOO_BIG,
			      "the workbook has more than %d cells",
			      "工作簿超过 %d 个单元格", XLSX_CELLS_MAX));
	(void)snprintf(x->type, sizeof(x->type), "%s",
		       type == NULL ? "n" : type);
	(void)str_to_int(str_of(xml_attr(attrs, "s")), 0, INT32_MAX, &format);
	x->format = (size_t)format;
	buf_clear(&x->text);
}

static void
put_number(struct xlsx_in *x, struct str v)
{
	char plain[XLSX_NUMBER_MAX];
	enum sheet_bad bad;

	if (!xlsx_number(v, xlsx_book_is_date(&x->book, x->format),
			 x->book.from_1904, plain, &bad)) {
		xlsx_unescape(&x->row, v);
		return;
	}
	if (bad != SHEET_GOOD)
		spoil(x, bad);
	buf_puts(&x->row, plain);
}

/* ISO 8601, as some programs write dates: 2026-11-22T08:00:00. */
static void
put_iso(struct xlsx_in *x, struct str v)
{
	buf_put(&x->row, (struct str){ v.p, v.n < 10 ? v.n : 10 });
	v = str_skip(v, 10);
	if (v.n < 9 || v.p[0] != 'T' || str_starts(v, STR("T00:00:00")))
		return;
	buf_putc(&x->row, ' ');
	buf_put(&x->row, (struct str){ v.p + 1, 8 });
}

static void
put_value(struct xlsx_in *x, struct str v)
{
	struct str shared;
	int64_t i;

	if (strcmp(x->type, "s") == 0) {
		if (str_to_int(v, 0, INT32_MAX, &i) &&
		    xlsx_book_string(&x->book, (size_t)i, &shared))
			xlsx_unescape(&x->row, shared);
		else
			xml_stop(&x->part, damaged(x, "shared string"));
	} else if (strcmp(x->type, "n") == 0)
		put_number(x, v);
	else if (strcmp(x->type, "d") == 0)
		put_iso(x, v);
	else
		xlsx_unescape(&x->row, v);
}

static void
cell_end(struct xlsx_in *x)
{
	size_t from = x->row.n;

	if (x->text.n == 0 && !x->text.full)
		return;
	if (x->column >= SHEET_COLUMNS_MAX) {
		spoil(x, SHEET_COLUMNS);
		return;
	}
	if (!x->text.full)
		put_value(x, buf_str(&x->text));
	if (x->text.full || x->row.full || x->row.n - from > SHEET_FIELD_MAX) {
		spoil(x, SHEET_LONG);
		return;
	}
	while (x->n_cells < x->column) {
		x->spans[x->n_cells].from = from;
		x->spans[x->n_cells++].n = 0;
	}
	x->spans[x->n_cells].from = from;
	x->spans[x->n_cells++].n = x->row.n - from;
}

static void
row_end(struct xlsx_in *x)
{
	if (x->row.n == 0 && x->bad == SHEET_GOOD)
		return; /* only styles */
	x->ready = true;
	xml_pause(&x->part);
}

static void
on_start(void *ctx, const char *name, const char **attrs)
{
	struct xlsx_in *x = ctx;

	if (strcmp(name, "row") == 0)
		row_start(x, attrs);
	else if (strcmp(name, "c") == 0)
		cell_start(x, attrs);
	else if (strcmp(name, "rPh") == 0)
		x->aloud = true;
	x->in_text =
	    strcmp(name, "v") == 0 || (strcmp(name, "t") == 0 && !x->aloud);
}

static void
on_end(void *ctx, const char *name)
{
	struct xlsx_in *x = ctx;

	x->in_text = false;
	if (strcmp(name, "rPh") == 0)
		x->aloud = false;
	else if (strcmp(name, "c") == 0)
		cell_end(x);
	else if (strcmp(name, "row") == 0)
		row_end(x);
}

static void
on_text(void *ctx, struct str text)
{
	struct xlsx_in *x = ctx;

	if (x->in_text)
		buf_put(&x->text, text);
}

static void
row_give(struct xlsx_in *x, struct sheet_row *row)
{
	struct str bytes = buf_str(&x->row);

	if (x->bad != SHEET_GOOD && x->n_cells > x->bad_column)
		x->n_cells = x->bad_column;
	for (size_t i = 0; i < x->n_cells; i++)
		x->cells[i] =
		    (struct str){ bytes.p + x->spans[i].from, x->spans[i].n };
	*row = (struct sheet_row){ .line = x->line,
				   .n = x->n_cells,
				   .cells = x->cells,
				   .bad = x->bad,
				   .bad_column = x->bad_column };
}

static enum err
xlsx_next(void *own, struct sheet_row *row, bool *more, struct why *why)
{
	struct xlsx_in *x = own;

	*row = (struct sheet_row){ .cells = x->cells };
	x->ready = false;
	TRY(xml_run(&x->part, why));
	*more = x->ready;
	if (!x->ready)
		return OK;
	if (x->rows++ >= x->rows_max)
		return fail(why, ERR_TOO_BIG, "more than %lld rows",
			    "超过 %lld 行", (long long)x->rows_max);
	row_give(x, row);
	return OK;
}

static void
xlsx_close(void *own)
{
	struct xlsx_in *x = own;

	xml_close(&x->part);
	xlsx_book_release(&x->book);
	xlsx_zip_close(&x->zip);
	buf_release(&x->row);
	buf_release(&x->text);
}

static enum err
xlsx_open(const struct sheet_src *src, int64_t rows_max, struct arena *a,
	  void **out, struct why *why)
{
	struct xlsx_in *x = ARENA_NEW(a, struct xlsx_in);
	struct xml_sink sink = { on_start, on_end, on_text, x };
	enum err rc;

	x->rows_max = rows_max;
	x->row = buf_open(SHEET_ROW_MAX);
	x->text = buf_open(SHEET_FIELD_MAX);
	rc = xlsx_zip_open(&x->zip, src, why);
	if (rc == OK)
		rc = xlsx_book_read(&x->book, &x->zip, why);
	if (rc == OK)
		rc = xml_open(&x->part, &x->zip, x->book.sheet, sink, why);
	if (rc != OK)
		xlsx_close(x);
	*out = x;
	return rc;
}

enum err
xlsx_check(const struct sheet_src *src, struct why *why)
{
	struct xlsx_zip zip;
	bool good;

	TRY(xlsx_zip_open(&zip, src, why));
	good = xlsx_zip_has(&zip, "[Content_Types].xml") &&
	       xlsx_zip_has(&zip, "xl/workbook.xml") &&
	       !xlsx_zip_has(&zip, "xl/vbaProject.bin");
	xlsx_zip_close(&zip);
	if (!good)
		return fail(why, ERR_TYPE,
			    "the file is not an XLSX workbook without macros",
			    "文件不是不含宏的 XLSX 工作簿");
	return OK;
}

const struct sheet_driver sheet_xlsx = { xlsx_open,   xlsx_next, xlsx_close,
					 xlsx_create, xlsx_put,	 xlsx_finish,
					 xlsx_drop };
