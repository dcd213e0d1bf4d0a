/*
 * sheet.h - tables in and out, row by row, whatever the file's format.
 *
 * Neither side ever holds the file: a reader keeps one row and a block, a
 * writer one block.  Formats: csv.h, xlsx.h.
 */
#ifndef ARCHIVE_SHEET_H
#define ARCHIVE_SHEET_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#define SHEET_COLUMNS_MAX 200
#define SHEET_FIELD_MAX 65536	/* bytes of one cell */
#define SHEET_ROW_MAX (1 << 20) /* bytes of one row */

enum sheet_format { SHEET_CSV, SHEET_XLSX, SHEET_FORMAT_N };
/* "csv", "xlsx"; the words of ?format=. */
bool sheet_format_parse(struct str word, enum sheet_format *out);
const char *sheet_format_type(enum sheet_format f); /* Content-Type */
const char *sheet_format_word(enum sheet_format f);

/* The bytes of a file: in memory, or (fd > 0) read by pread, which neither
 * uses nor moves the position.  Not owned. */
struct sheet_src {
	struct str bytes;
	int fd;
};
int64_t sheet_src_size(const struct sheet_src *src); /* -1: cannot tell */
/* Up to n bytes at off; 0 at the end, -1 on a failure of the disk. */
int64_t
sheet_src_read(const struct sheet_src *src, int64_t off, void *out, size_t n);

/* What can be wrong with one row as such; the rows around it are good. */
#define SHEET_BADS(X)                                                       \
	X(SHEET_GOOD, "", "", "")                                           \
	X(SHEET_QUOTE, "quote",                                             \
	  "引号未闭合，或闭合引号后还有文字，或单元格过长",                 \
	  "a quote is not closed, or text follows a closing quote, or the " \
	  "cell is too long")                                               \
	X(SHEET_ENCODING, "encoding", "含有无法识别的字符（编码错误）",     \
	  "characters that are not valid in the file's encoding")           \
	X(SHEET_LONG, "too_long", "单元格超过 64 KiB 或整行超过 1 MiB",     \
	  "a cell of more than 64 KiB or a row of more than 1 MiB")         \
	X(SHEET_COLUMNS, "columns", "超过 200 列", "more than 200 columns") \
	X(SHEET_DIGITS, "digits",                                           \
	  "数字超过 15 位，表格软件会丢失末尾数字，请把该列设为文本格式",   \
	  "a number of more than 15 digits: spreadsheet programs lose the " \
	  "last ones, make the column a text column")
enum sheet_bad {
#define X(name, word, zh, en) name,
	SHEET_BADS(X)
#undef X
	    SHEET_BAD_N
};
const char *sheet_bad_word(enum sheet_bad bad);
struct label sheet_bad_label(enum sheet_bad bad);

/* One row; cells are valid UTF-8 and live until the next call. */
struct sheet_row {
	int64_t line; /* CSV: line of the file; XLSX: row; from 1 */
	size_t n;
	const struct str *cells;
	enum sheet_bad bad; /* then the cells before bad_column are good */
	size_t bad_column;  /* from 0 */
};

struct sheet_in;
/*
 * ERR_TYPE: not such a file; ERR_TOO_BIG, ERR_INVALID: unusable as a whole.
 * The reader lives in the arena but holds more than memory: close it.
 */
MUST_CHECK enum err
sheet_open(const struct sheet_src *src, enum sheet_format format,
	   int64_t rows_max, struct arena *a, struct sheet_in **out,
	   struct why *why);
/* The next row that is not blank; *more false: there is none.  ERR_TOO_BIG
 * after rows_max rows. */
MUST_CHECK enum err sheet_next(struct sheet_in *in, struct sheet_row *row,
			       bool *more, struct why *why);
void sheet_close(struct sheet_in **in);

enum cell_type {
	CELL_EMPTY,
	CELL_TEXT,    /* .s; never taken for a formula */
	CELL_INT,     /* .i */
	CELL_DECIMAL, /* .i with .digits of them after the point */
	CELL_DATE     /* .i days since 1970-01-01 */
};
struct cell {
	enum cell_type type;
	struct str s;
	int64_t i;
	int digits;
};

struct sheet_column {
	struct str head;
	enum cell_type type; /* how a spreadsheet program formats new cells */
	int width;	     /* in characters */
	bool required;	     /* marked in the heading's colour */
	struct str help;     /* shown when a cell is selected; may be empty */
	size_t n_choices;    /* a drop-down, when the format has them */
	const struct str *choices;
};

struct sheet_out;
/* Writes to fd, from its start; the fd stays the caller's.  The headings are
 * the first row. */
MUST_CHECK enum err
sheet_create(enum sheet_format format, int fd, struct str title,
	     const struct sheet_column *columns, size_t n, struct arena *a,
	     struct sheet_out **out, struct why *why);
/* As many cells as columns. */
MUST_CHECK enum err
sheet_put(struct sheet_out *out, const struct cell *cells, struct why *why);
/* Writes what is left: only then is the file whole.  Frees *out always. */
MUST_CHECK enum err sheet_finish(struct sheet_out **out, struct why *why);
/* Gives up; the file's content is of no use. */
void sheet_drop(struct sheet_out **out);

/* An unlinked temporary file below folder ("" : the system's); the caller
 * closes it. */
MUST_CHECK enum err sheet_temp(const char *folder, int *fd, struct why *why);

/* What a format gives; rows of the table in sheet.c. */
struct sheet_driver {
	enum err (*open)(const struct sheet_src *src, int64_t rows_max,
			 struct arena *a, void **in, struct why *why);
	enum err (*next)(void *in, struct sheet_row *row, bool *more,
			 struct why *why);
	void (*close)(void *in);
	enum err (*create)(int fd, struct str title,
			   const struct sheet_column *columns, size_t n,
			   struct arena *a, void **out, struct why *why);
	enum err (*put)(void *out, const struct cell *cells, struct why *why);
	enum err (*finish)(void *out, struct why *why);
	void (*drop)(void *out);
};

#endif
