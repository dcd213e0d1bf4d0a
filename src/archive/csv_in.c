/* csv_in.c - reads CSV row by row from blocks. */
#include <iconv.h>
#include <string.h>

#include "archive/csv.h"
#include "archive/csv_parts.h"
#include "base/str.h"

#define BLOCK_BYTES 65536
#define NO_MEND (-1)
#define END (-1)

struct csv_in {
	struct sheet_src src;
	int64_t next_off; /* of the file, behind the block */
	size_t at, n;	  /* in the block */
	int64_t line;	  /* of the file, at `at` */
	int64_t rows, rows_max;
	iconv_t from_gb; /* (iconv_t)-1: the file is UTF-8 */
	char sep;
	bool broken; /* the disk failed */
	/* The row in hand. */
	enum sheet_bad bad;
	size_t bad_column;
	int64_t mend_off, mend_line; /* behind the quote's first break */
	size_t n_cells;
	size_t ends[SHEET_COLUMNS_MAX];
	struct buf raw, text;
	struct str cells[SHEET_COLUMNS_MAX];
	char block[BLOCK_BYTES];
};

static bool
fill(struct csv_in *csv)
{
	int64_t got = csv->broken ? 0 :
				    sheet_src_read(&csv->src, csv->next_off,
						   csv->block, BLOCK_BYTES);

	csv->broken = csv->broken || got < 0;
	csv->at = 0;
	csv->n = got > 0 ? (size_t)got : 0;
	csv->next_off += (int64_t)csv->n;
	return csv->n > 0;
}

static int
peek(struct csv_in *csv)
{
	if (csv->at == csv->n && !fill(csv))
		return END;
	return (unsigned char)csv->block[csv->at];
}

static void
seek(struct csv_in *csv, int64_t off, int64_t line)
{
	csv->next_off = off;
	csv->at = csv->n = 0;
	csv->line = line;
}

static void
spoil(struct csv_in *csv, enum sheet_bad bad)
{
	if (csv->bad != SHEET_GOOD)
		return;
	csv->bad = bad;
	csv->bad_column = csv->n_cells;
}

/* Bytes of the cell in hand; a bad row is walked over, not kept. */
static void
keep(struct csv_in *csv, const char *p, size_t n)
{
	size_t begin = csv->n_cells == 0 || csv->n_cells > SHEET_COLUMNS_MAX ?
			   0 :
			   csv->ends[csv->n_cells - 1];

	if (csv->bad != SHEET_GOOD)
		return;
	if (csv->raw.n - begin > SHEET_FIELD_MAX - n) {
		spoil(csv, SHEET_LONG);
		return;
	}
	buf_put(&csv->raw, (struct str){ p, n });
	if (csv->raw.full)
		spoil(csv, SHEET_LONG);
}

static void
cell_end(struct csv_in *csv)
{
	if (csv->n_cells == SHEET_COLUMNS_MAX)
		spoil(csv, SHEET_COLUMNS);
	if (csv->bad == SHEET_GOOD)
		csv->ends[csv->n_cells++] = csv->raw.n;
}

static bool
is_stop(const struct csv_in *csv, int ch)
{
	return ch == END || ch == csv->sep || ch == '\r' || ch == '\n';
}

/* Up to the separator, the end of the line or of the file. */
static void
read_plain(struct csv_in *csv)
{
	while (!is_stop(csv, peek(csv))) {
		size_t from = csv->at;

		while (csv->at < csv->n && !is_stop(csv, peek(csv)))
			csv->at++;
		keep(csv, csv->block + from, csv->at - from);
	}
}

/* Remembers where to go on should this quote never close. */
static void
note_breaks(struct csv_in *csv, size_t from)
{
	for (size_t i = from; i < csv->at; i++) {
		if (csv->block[i] != '\n')
			continue;
		csv->line++;
		if (csv->mend_off != NO_MEND)
			continue;
		csv->mend_off = csv->next_off - (int64_t)(csv->n - i - 1);
		csv->mend_line = csv->line;
	}
}

/* Back behind the first line break in the quotes.  False: there is none. */
static bool
give_up_quote(struct csv_in *csv)
{
	if (csv->mend_off == NO_MEND)
		return false;
	csv->bad = SHEET_QUOTE;
	seek(csv, csv->mend_off, csv->mend_line);
	return true;
}

/* A stretch inside quotes; false at the quote or the end. */
static bool
read_stretch(struct csv_in *csv)
{
	size_t from = csv->at;
	const char *quote;

	if (peek(csv) == END || peek(csv) == '"')
		return false;
	from = csv->at;
	quote = memchr(csv->block + from, '"', csv->n - from);
	csv->at = quote != NULL ? (size_t)(quote - csv->block) : csv->n;
	note_breaks(csv, from);
	keep(csv, csv->block + from, csv->at - from);
	return true;
}

/* False: the row was given up and the reader stands behind its first line. */
static bool
read_quoted(struct csv_in *csv)
{
	csv->mend_off = NO_MEND;
	csv->at++;
	for (;;) {
		while (read_stretch(csv)) {
			if (csv->bad == SHEET_LONG && give_up_quote(csv))
				return false;
		}
		if (peek(csv) == END) {
			spoil(csv, SHEET_QUOTE);
			return !give_up_quote(csv);
		}
		csv->at++;
		if (peek(csv) != '"')
			break;
		keep(csv, "\"", 1);
		csv->at++;
	}
	if (!is_stop(csv, peek(csv)))
		spoil(csv, SHEET_QUOTE);
	read_plain(csv);
	return true;
}

/* CR, LF or CRLF. */
static void
skip_break(struct csv_in *csv)
{
	bool cr = peek(csv) == '\r';

	if (!cr && peek(csv) != '\n')
		return;
	csv->at++;
	csv->line++;
	if (cr && peek(csv) == '\n')
		csv->at++;
}

/* The row's raw bytes; the reader then stands at the next row. */
static void
read_row(struct csv_in *csv)
{
	buf_clear(&csv->raw);
	buf_clear(&csv->text);
	csv->bad = SHEET_GOOD;
	csv->n_cells = 0;
	for (;;) {
		if (peek(csv) != '"')
			read_plain(csv);
		else if (!read_quoted(csv))
			return;
		cell_end(csv);
		if (peek(csv) != csv->sep)
			break;
		csv->at++;
	}
	skip_break(csv);
}

/* GB18030 to UTF-8, into csv->text. */
static bool
from_gb(struct csv_in *csv, struct str in, struct str *out)
{
	size_t room = in.n * 2 + 4, left = room;
	char *from = csv->raw.p + (in.p - csv->raw.p), *to;
	char *begin = buf_room(&csv->text, room);

	to = begin;
	if (begin == NULL ||
	    iconv(csv->from_gb, &from, &in.n, &to, &left) == (size_t)-1) {
		(void)iconv(csv->from_gb, NULL, NULL, NULL, NULL);
		return false;
	}
	*out = (struct str){ begin, room - left };
	csv->text.n += out->n;
	return true;
}

static bool
cell_text(struct csv_in *csv, struct str in, struct str *out)
{
	*out = in;
	if (csv->from_gb != (iconv_t)-1 && in.n > 0 && !from_gb(csv, in, out))
		return false;
	if (!str_is_utf8(*out))
		return false;
	if (csv_is_guarded(*out))
		*out = str_skip(*out, 1);
	return true;
}

static void
cells_decode(struct csv_in *csv)
{
	const char *raw = buf_str(&csv->raw).p;
	size_t from = 0;

	/* One piece: slices of it must not move while it is filled. */
	if (csv->from_gb != (iconv_t)-1) {
		(void)buf_room(&csv->text,
			       csv->raw.n * 2 + 4 * SHEET_COLUMNS_MAX);
	}
	for (size_t i = 0; i < csv->n_cells; i++) {
		struct str in = { raw + from, csv->ends[i] - from };

		if (in.n == 0)
			in = STR("");
		if (!cell_text(csv, in, &csv->cells[i])) {
			csv->bad = SHEET_ENCODING;
			csv->bad_column = i;
			csv->n_cells = i;
			return;
		}
		from = csv->ends[i];
	}
}

static enum err
csv_next(void *own, struct sheet_row *row, bool *more, struct why *why)
{
	struct csv_in *csv = own;

	while (peek(csv) == '\r' || peek(csv) == '\n')
		skip_break(csv);
	*row = (struct sheet_row){ .line = csv->line, .cells = csv->cells };
	*more = peek(csv) != END;
	if (*more && csv->rows++ >= csv->rows_max)
		return fail(why, ERR_TOO_BIG, "more than %lld rows",
			    "超过 %lld 行", (long long)csv->rows_max);
	if (*more) {
		read_row(csv);
		cells_decode(csv);
	}
	if (csv->broken)
		return fail(why, ERR_STORAGE, "the file cannot be read",
			    "文件无法读取");
	row->n = csv->n_cells;
	row->bad = csv->bad;
	row->bad_column = csv->bad_column;
	return OK;
}

static void
csv_close(void *own)
{
	struct csv_in *csv = own;

	buf_release(&csv->raw);
	buf_release(&csv->text);
	if (csv->from_gb != (iconv_t)-1)
		(void)iconv_close(csv->from_gb);
}

static enum err
csv_open(const struct sheet_src *src, int64_t rows_max, struct arena *a,
	 void **out, struct why *why)
{
	struct csv_in *csv = ARENA_NEW(a, struct csv_in);
	struct csv_kind kind;

	TRY(csv_look(src, csv->block, BLOCK_BYTES, &kind, why));
	csv->src = *src;
	csv->line = 1;
	csv->rows_max = rows_max;
	csv->sep = kind.sep;
	csv->next_off = kind.has_bom ? 3 : 0;
	csv->raw = buf_open(SHEET_ROW_MAX);
	csv->text = buf_open(SHEET_ROW_MAX * 3);
	csv->from_gb = (iconv_t)-1;
	if (kind.is_gb) {
		csv->from_gb = iconv_open("UTF-8", "GB18030");
		must(csv->from_gb != (iconv_t)-1);
	}
	*out = csv;
	return OK;
}

const struct sheet_driver sheet_csv = { csv_open,   csv_next, csv_close,
					csv_create, csv_put,  csv_finish,
					csv_drop };
