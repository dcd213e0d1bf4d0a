/* csv_out.c - writes CSV; see csv.h about formulas. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "archive/csv.h"
#include "archive/csv_parts.h"
#include "base/str.h"
#include "base/time.h"

#define FLUSH_BYTES 65536
/* One row more than the flush limit always fits. */
#define OUT_MAX (FLUSH_BYTES + 4 * SHEET_ROW_MAX)

struct csv_out {
	int fd;
	size_t n; /* columns */
	int64_t off;
	struct buf b;
};

/* Zero or more ' and then a byte that begins a formula. */
static bool
is_formula(struct str s)
{
	size_t i = 0;

	while (i < s.n && s.p[i] == '\'')
		i++;
	return i < s.n && memchr("=+-@\t\r", s.p[i], 6) != NULL;
}

bool
csv_is_guarded(struct str s)
{
	return s.n > 0 && s.p[0] == '\'' && is_formula(s);
}

static bool
needs_quotes(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (memchr(",;\t\"\r\n", s.p[i], 6) != NULL)
			return true;
	}
	return s.n > 0 && (s.p[0] == ' ' || s.p[s.n - 1] == ' ');
}

static void
put_text(struct buf *b, struct str s, bool alone)
{
	struct str part;

	/* A row of one empty cell would be a blank line. */
	if (!needs_quotes(s) && !(alone && s.n == 0)) {
		buf_puts(b, is_formula(s) ? "'" : "");
		buf_put(b, s);
		return;
	}
	buf_puts(b, is_formula(s) ? "\"'" : "\"");
	for (;;) {
		struct str rest;

		part = str_cut(s, '"', &rest);
		buf_put(b, part);
		if (part.n == s.n)
			break;
		buf_puts(b, "\"\"");
		s = rest;
	}
	buf_putc(b, '"');
}

void
csv_number(struct buf *b, const struct cell *c)
{
	uint64_t whole = c->i < 0 ? 0 - (uint64_t)c->i : (uint64_t)c->i;
	int digits = c->type == CELL_DECIMAL ? c->digits : 0;
	uint64_t unit = 1;

	for (int k = 0; k < digits; k++)
		unit *= 10;
	buf_printf(b, "%s%llu", c->i < 0 ? "-" : "",
		   (unsigned long long)(whole / unit));
	if (digits > 0)
		buf_printf(b, ".%0*llu", digits,
			   (unsigned long long)(whole % unit));
}

static void
put_cell(struct buf *b, const struct cell *c, bool alone)
{
	char date[11];

	switch (c->type) {
	case CELL_EMPTY:
		put_text(b, STR(""), alone);
		break;
	case CELL_TEXT:
		put_text(b, c->s, alone);
		break;
	case CELL_INT:
	case CELL_DECIMAL:
		csv_number(b, c);
		break;
	case CELL_DATE:
		date_print(c->i, date);
		buf_puts(b, date);
		break;
	}
}

void
csv_line(struct buf *b, const struct cell *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(b, ',');
		put_cell(b, &cells[i], n == 1);
	}
	buf_puts(b, "\r\n");
}

static enum err
flush(struct csv_out *o, struct why *why)
{
	struct str rest = buf_str(&o->b);

	while (rest.n > 0) {
		ssize_t n = pwrite(o->fd, rest.p, rest.n, (off_t)o->off);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return fail(why, ERR_STORAGE,
				    "the table cannot be written (%s)",
				    "表格写入失败（%s）", strerror(errno));
		o->off += n;
		rest = str_skip(rest, (size_t)n);
	}
	buf_clear(&o->b);
	return OK;
}

enum err
csv_put(void *own, const struct cell *cells, struct why *why)
{
	struct csv_out *o = own;

	csv_line(&o->b, cells, o->n);
	if (o->b.full)
		return fail(why, ERR_TOO_BIG, "a row is too long for CSV",
			    "一行内容过长，无法写入 CSV");
	return o->b.n >= FLUSH_BYTES ? flush(o, why) : OK;
}

enum err
csv_create(int fd, struct str title, const struct sheet_column *columns,
	   size_t n, struct arena *a, void **out, struct why *why)
{
	struct csv_out *o = ARENA_NEW(a, struct csv_out);
	struct cell *heads = ARENA_ARRAY(a, n, struct cell);
	enum err rc;

	(void)title; /* CSV has no place for it */
	o->fd = fd;
	o->n = n;
	o->b = buf_open(OUT_MAX);
	buf_puts(&o->b, "\xef\xbb\xbf");
	for (size_t i = 0; i < n; i++)
		heads[i] = (struct cell){ CELL_TEXT, columns[i].head, 0, 0 };
	rc = csv_put(o, heads, why);
	if (rc != OK)
		csv_drop(o);
	*out = o;
	return rc;
}

enum err
csv_finish(void *own, struct why *why)
{
	struct csv_out *o = own;
	enum err rc = flush(o, why);

	csv_drop(o);
	return rc;
}

void
csv_drop(void *own)
{
	struct csv_out *o = own;

	buf_release(&o->b);
}
