/* xlsx_out.c - writes workbooks in constant memory (libxlsxwriter). */
#include "archive/xlsx_out.h"

#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

#include "archive/csv.h"
#include "archive/xlsx.h"
#include "archive/xlsx_book.h"
#include "base/str.h"
#include "base/time.h"

#define CHOICES_INLINE_MAX 255 /* bytes of a list in a cell's rule */
#define HELP_MAX 255	       /* characters */
#define WIDTH_MAX 60
#define DIGITS_MAX 6

struct xlsx_out {
	int fd;
	size_t n; /* columns */
	lxw_row_t row;
	int64_t filled; /* rows with a cell that is not empty */
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *text, *date, *whole, *decimal[DIGITS_MAX + 1];
	struct arena scratch; /* one row */
};

static enum err
failed(lxw_error rc, struct why *why)
{
	if (rc == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
		return fail(why, ERR_TOO_BIG,
			    "a cell has more than 32767 characters; use CSV",
			    "单元格超过 32767 个字符，请改用 CSV");
	return fail(why, ERR_STORAGE, "the workbook cannot be written (%s)",
		    "工作簿写入失败（%s）", lxw_strerror(rc));
}

static char *
text_copy(struct arena *a, struct str s, size_t chars_max)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t at = 0;

	for (size_t i = 0; i < chars_max && at < s.n; i++)
		(void)str_next_char(s, &at);
	memcpy(out, s.p, at);
	return out;
}

static void
formats_make(struct xlsx_out *x)
{
	static const char *const decimals[DIGITS_MAX + 1] = {
		"0", "0.0", "0.00", "0.000", "0.0000", "0.00000", "0.000000"
	};

	x->text = workbook_add_format(x->book);
	format_set_num_format(x->text, "@");
	format_set_align(x->text, LXW_ALIGN_VERTICAL_TOP);
	x->date = workbook_add_format(x->book);
	format_set_num_format(x->date, "yyyy-mm-dd");
	x->whole = workbook_add_format(x->book);
	format_set_num_format(x->whole, "0");
	for (int i = 0; i <= DIGITS_MAX; i++) {
		x->decimal[i] = workbook_add_format(x->book);
		format_set_num_format(x->decimal[i], decimals[i]);
	}
}

static lxw_format *
format_of(const struct xlsx_out *x, enum cell_type type, int digits)
{
	if (type == CELL_DATE)
		return x->date;
	if (type == CELL_INT)
		return x->whole;
	return type == CELL_DECIMAL ? x->decimal[digits] : x->text;
}

static lxw_format *
head_format(struct xlsx_out *x, bool required)
{
	lxw_format *f = workbook_add_format(x->book);

	format_set_bold(f);
	format_set_font_color(f, 0xffffff);
	format_set_bg_color(f, required ? 0x1f4e79 : 0x6b7785);
	format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
	format_set_text_wrap(f);
	format_set_num_format(f, "@");
	return f;
}

/* The library's buffer for a list has so many bytes, whatever its check of
 * characters says. */
static bool
fits_inline(const struct sheet_column *c)
{
	size_t bytes = c->n_choices - 1;

	for (size_t i = 0; i < c->n_choices; i++) {
		if (memchr(c->choices[i].p, ',', c->choices[i].n) != NULL)
			return false;
		bytes += c->choices[i].n;
	}
	return bytes <= CHOICES_INLINE_MAX;
}

/* What is shown beside a selected cell: the help, and the choices where they
 * do not make a drop-down. */
static char *
message_of(const struct sheet_column *c, bool tell_choices, struct arena *a)
{
	struct buf b = buf_open(16384);
	char *out;

	buf_put(&b, c->help);
	for (size_t i = 0; tell_choices && i < c->n_choices; i++) {
		buf_puts(&b, i > 0 ? " | " : b.n > 0 ? "\n" : "");
		buf_put(&b, c->choices[i]);
	}
	out = b.n == 0 ? NULL : text_copy(a, buf_str(&b), HELP_MAX);
	buf_release(&b);
	return out;
}

static void
choices_inline(lxw_data_validation *rule, const struct sheet_column *c,
	       struct arena *a)
{
	rule->validate = LXW_VALIDATION_TYPE_LIST;
	rule->value_list = ARENA_ARRAY(a, c->n_choices + 1, char *);
	for (size_t i = 0; i < c->n_choices; i++)
		rule->value_list[i] = text_copy(a, c->choices[i], SIZE_MAX);
}

static lxw_error
rule_add(struct xlsx_out *x, const struct sheet_column *c, lxw_col_t i,
	 struct arena *a)
{
	lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_ANY };
	bool drops = c->n_choices > 0 && fits_inline(c);

	rule.input_message = message_of(c, !drops, a);
	if (drops)
		choices_inline(&rule, c, a);
	else if (rule.input_message == NULL)
		return LXW_NO_ERROR;
	return worksheet_data_validation_range(x->sheet, 1, i, LXW_ROW_MAX - 1,
					       i, &rule);
}

static lxw_error
head_write(struct xlsx_out *x, const struct sheet_column *columns,
	   struct arena *a)
{
	lxw_format *formats[2] = { head_format(x, false),
				   head_format(x, true) };
	lxw_error rc = worksheet_set_row(x->sheet, 0, 22, NULL);

	for (size_t i = 0; i < x->n && rc == LXW_NO_ERROR; i++) {
		const struct sheet_column *c = &columns[i];
		int width = c->width < WIDTH_MAX ? c->width : WIDTH_MAX;
		lxw_col_t col = (lxw_col_t)i;

		rc = worksheet_set_column(x->sheet, col, col,
					  width < 8 ? 8 : width,
					  format_of(x, c->type, 2));
		if (rc == LXW_NO_ERROR)
			rc = worksheet_write_string(x->sheet, 0, col,
						    xlsx_escape(a, c->head).p,
						    formats[c->required]);
		if (rc == LXW_NO_ERROR)
			rc = rule_add(x, c, col, a);
	}
	worksheet_freeze_panes(x->sheet, 1, 0);
	x->row = 1;
	x->filled = 1;
	return rc;
}

/* Names of sheets have 31 characters and none of []:*?/\ and '. */
static char *
sheet_name(struct arena *a, struct str title)
{
	char *name = text_copy(a, title, 31);

	for (char *p = name; *p != '\0'; p++) {
		if (strchr("[]:*?/\\'", *p) != NULL)
			*p = ' ';
	}
	return *name == '\0' ? NULL : name;
}

enum err
xlsx_create(int fd, struct str title, const struct sheet_column *columns,
	    size_t n, struct arena *a, void **out, struct why *why)
{
	struct xlsx_out *x = ARENA_NEW(a, struct xlsx_out);
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	char path[40];
	lxw_error rc;

	x->fd = fd;
	x->n = n;
	(void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	x->book = workbook_new_opt(path, &options);
	if (x->book == NULL)
		return failed(LXW_ERROR_CREATING_XLSX_FILE, why);
	x->sheet = workbook_add_worksheet(x->book, sheet_name(a, title));
	if (x->sheet == NULL) {
		lxw_workbook_free(x->book);
		return failed(LXW_ERROR_CREATING_TMPFILE, why);
	}
	formats_make(x);
	rc = head_write(x, columns, a);
	*out = x;
	if (rc == LXW_NO_ERROR)
		return OK;
	xlsx_drop(x);
	return failed(rc, why);
}

static lxw_error
text_put(struct xlsx_out *x, lxw_col_t col, struct str s)
{
	return worksheet_write_string(x->sheet, x->row, col,
				      xlsx_escape(&x->scratch, s).p, x->text);
}

static lxw_error
number_put(struct xlsx_out *x, lxw_col_t col, const struct cell *c)
{
	struct buf exact = buf_open(64);
	double v = (double)c->i;
	lxw_error rc;

	/* More than 15 digits are not safe in a double. */
	if (c->i > -INT64_C(1000000000000000) &&
	    c->i < INT64_C(1000000000000000)) {
		for (int i = 0; c->type == CELL_DECIMAL && i < c->digits; i++)
			v /= 10;
		return worksheet_write_number(x->sheet, x->row, col, v,
					      format_of(x, c->type, c->digits));
	}
	csv_number(&exact, c);
	rc = text_put(x, col, buf_str(&exact));
	buf_release(&exact);
	return rc;
}

static lxw_error
date_put(struct xlsx_out *x, lxw_col_t col, int64_t days)
{
	char text[11];

	/* Before 1900-03-01 programs count differently. */
	if (days >= date_days(1900, 3, 1))
		return worksheet_write_number(x->sheet, x->row, col,
					      (double)(days -
						       date_days(1899, 12, 30)),
					      x->date);
	date_print(days, text);
	return text_put(x, col, str_of(text));
}

static bool
is_empty(const struct cell *c)
{
	return c->type == CELL_EMPTY || (c->type == CELL_TEXT && c->s.n == 0);
}

static lxw_error
cell_put(struct xlsx_out *x, lxw_col_t col, const struct cell *c)
{
	switch (c->type) {
	case CELL_TEXT:
		return text_put(x, col, c->s);
	case CELL_INT:
	case CELL_DECIMAL:
		return number_put(x, col, c);
	case CELL_DATE:
		return date_put(x, col, c->i);
	case CELL_EMPTY:
	default:
		return LXW_NO_ERROR;
	}
}

enum err
xlsx_put(void *own, const struct cell *cells, struct why *why)
{
	struct xlsx_out *x = own;
	lxw_error rc = LXW_NO_ERROR;
	bool any = false;

	if (x->row > XLSX_ROWS_MAX)
		return fail(why, ERR_TOO_BIG,
			    "a workbook holds at most %d rows; use CSV",
			    "工作簿最多 %d 行，请改用 CSV", XLSX_ROWS_MAX);
	for (size_t i = 0; i < x->n && rc == LXW_NO_ERROR; i++) {
		if (is_empty(&cells[i]))
			continue;
		rc = cell_put(x, (lxw_col_t)i, &cells[i]);
		any = true;
	}
	x->filled += any;
	x->row++;
	arena_reset(&x->scratch);
	return rc == LXW_NO_ERROR ? OK : failed(rc, why);
}

/* Occurrences of "<row " in a part. */
static int64_t
rows_count(zip_file_t *f)
{
	static const char mark[] = "<row ";
	char block[16384];
	size_t met = 0;
	int64_t rows = 0;
	zip_int64_t n;

	while ((n = zip_fread(f, block, sizeof(block))) > 0) {
		for (zip_int64_t i = 0; i < n; i++) {
			met = block[i] == mark[met] ? met + 1 :
						      (size_t)(block[i] == '<');
			if (met < sizeof(mark) - 1)
				continue;
			rows++;
			met = 0;
		}
	}
	return n < 0 ? -1 : rows;
}

/*
 * The library does not look at the result of its writes to temporary files: a
 * full disk gives a workbook that opens and lacks rows.  So they are counted.
 */
static bool
is_whole(const struct xlsx_out *x)
{
	int fd = dup(x->fd);
	zip_t *zip = fd < 0 ? NULL : zip_fdopen(fd, 0, NULL);
	zip_file_t *f = NULL;
	bool whole = false;

	if (zip != NULL)
		f = zip_fopen(zip, "xl/worksheets/sheet1.xml", 0);
	if (f != NULL) {
		whole = rows_count(f) == x->filled;
		(void)zip_fclose(f);
	}
	if (zip != NULL)
		zip_discard(zip);
	else if (fd >= 0)
		(void)close(fd);
	return whole;
}

enum err
xlsx_finish(void *own, struct why *why)
{
	struct xlsx_out *x = own;
	lxw_error rc = workbook_close(x->book);

	arena_release(&x->scratch);
	if (rc != LXW_NO_ERROR)
		return failed(rc, why);
	return is_whole(x) ? OK : failed(LXW_ERROR_ZIP_FILE_OPERATION, why);
}

void
xlsx_drop(void *own)
{
	struct xlsx_out *x = own;

	lxw_workbook_free(x->book);
	arena_release(&x->scratch);
}
