/* import_report.c - what was wrong with the rows of an import. */
#include <string.h>

#include "archive/csv.h"
#include "archive/import_parts.h"
#include "base/str.h"

#define VALUE_CHARS 100

struct import_mark
import_mark(const struct import_report *r)
{
	return (struct import_mark){ r->figures, r->errors.n, r->rejected.n,
				     r->n_errors, r->cut };
}

void
import_back(struct import_report *r, struct import_mark m)
{
	r->figures = m.figures;
	r->errors.n = m.errors;
	r->rejected.n = m.rejected;
	r->n_errors = m.n_errors;
	r->cut = m.cut;
	r->errors.full = r->rejected.full = false;
}

struct str
import_cell(const struct import_row *row, size_t column)
{
	return column < row->n ? row->cells[column] : STR("");
}

static struct str
cut_chars(struct str s, size_t max)
{
	size_t at = 0;

	for (size_t i = 0; i < max && at < s.n; i++)
		(void)str_next_char(s, &at);
	return (struct str){ s.p, at };
}

static void
put_place(const struct import *x, struct jw *j, const struct import_row *row,
	  const struct import_fault *f)
{
	size_t column = f->column == NO_FIELD ? SIZE_MAX : (size_t)f->column;
	const struct field *field = import_field(x, column);
	bool is_secret = field != NULL && field->type == F_SECRET;

	jw_key(j, "column");
	if (column < x->n)
		jw_str(j, x->heads[column]);
	else if (column != SIZE_MAX)
		jw_int(j, f->column + 1);
	else
		jw_null(j);
	jw_key(j, "field");
	jw_text(j, f->field);
	jw_key(j, "value");
	if (column < row->n && !is_secret)
		jw_str(j, cut_chars(row->cells[column], VALUE_CHARS));
	else
		jw_null(j);
}

void
import_fault(struct import *x, const struct import_row *row,
	     const struct import_fault *f)
{
	struct import_report *r = &x->report;
	size_t before = r->errors.n;
	struct jw j;

	if (r->n_errors >= IMPORT_ERRORS_MAX) {
		r->cut = true;
		return;
	}
	if (before > 0)
		buf_putc(&r->errors, ',');
	j = jw_open(&r->errors);
	jw_begin(&j, '{');
	jw_key(&j, "line");
	jw_int(&j, row->line);
	put_place(x, &j, row, f);
	jw_key(&j, "code");
	jw_text(&j, f->code);
	jw_key(&j, "message");
	jw_text(&j, f->text);
	jw_end(&j, '}');
	if (r->errors.full) {
		r->errors.n = before;
		r->errors.full = false;
		r->cut = true;
		return;
	}
	r->n_errors++;
}

/* The headings of the file and one for the sentence. */
static void
reject_head(struct import *x, struct cell *cells)
{
	size_t n = 0;

	buf_puts(&x->report.rejected, "\xef\xbb\xbf");
	for (size_t i = 0; i < x->n; i++) {
		if ((int)i != x->error_column)
			cells[n++] =
			    (struct cell){ CELL_TEXT, x->heads[i], 0, 0 };
	}
	cells[n++] = (struct cell){
		.type = CELL_TEXT,
		.s = x->conf.lang == LANG_EN ? STR("Errors") : STR("错误"),
	};
	csv_line(&x->report.rejected, cells, n);
}

void
import_reject(struct import *x, const struct import_row *row, const char *text)
{
	struct buf *b = &x->report.rejected;
	struct cell cells[SHEET_COLUMNS_MAX + 1];
	size_t before = b->n, n = 0;

	if (x->report.cut && b->n == 0)
		return;
	if (b->n == 0)
		reject_head(x, cells);
	for (size_t i = 0; i < x->n; i++) {
		if ((int)i != x->error_column)
			cells[n++] = (struct cell){ CELL_TEXT,
						    import_cell(row, i), 0, 0 };
	}
	cells[n++] = (struct cell){ CELL_TEXT, str_of(text), 0, 0 };
	csv_line(b, cells, n);
	if (!b->full)
		return;
	b->n = before;
	b->full = false;
	x->report.cut = true;
}

struct import_figures
import_figures(const struct import *x)
{
	return x->report.figures;
}

void
import_json(const struct import *x, struct jw *j)
{
	const struct import_figures *f = &x->report.figures;
	const struct {
		const char *name;
		int64_t value;
	} figures[] = {
		{ "rows", f->rows },	   { "good", f->good },
		{ "created", f->created }, { "updated", f->updated },
		{ "bad", f->bad },
	};
	struct buf list = buf_open(x->report.errors.n + 2);

	buf_putc(&list, '[');
	buf_put(&list, buf_str(&x->report.errors));
	buf_putc(&list, ']');
	jw_begin(j, '{');
	for (size_t i = 0; i < ARRAY_LEN(figures); i++) {
		jw_key(j, figures[i].name);
		jw_int(j, figures[i].value);
	}
	jw_key(j, "errors");
	jw_raw(j, buf_str(&list));
	jw_key(j, "errors_cut");
	jw_bool(j, x->report.cut);
	jw_key(j, "rejected_csv");
	jw_str(j, buf_str(&x->report.rejected));
	jw_end(j, '}');
	buf_release(&list);
}

/* FNV-1a over field and text; never 0, which is an empty slot. */
static uint64_t
hash_of(size_t field, struct str text)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325) ^ field;

	for (size_t i = 0; i < text.n; i++) {
		h ^= (unsigned char)text.p[i];
		h *= UINT64_C(0x100000001b3);
	}
	h ^= h >> 29;
	return h == 0 ? 1 : h;
}

/* Where h is or would be. */
static uint64_t *
slot_of(const struct buf *slots, uint64_t h)
{
	uint64_t *v = (uint64_t *)(void *)slots->p;
	size_t n = slots->n / sizeof(*v), i = h & (n - 1);

	while (v[i] != 0 && v[i] != h)
		i = (i + 1) & (n - 1);
	return &v[i];
}

bool
import_seen_has(const struct import_seen *s, size_t field, struct str text)
{
	return s->n > 0 && *slot_of(&s->slots, hash_of(field, text)) != 0;
}

static void
seen_grow(struct import_seen *s)
{
	size_t n = s->slots.n == 0 ? 4096 : s->slots.n * 2;
	struct buf bigger = buf_open(n);
	char *room = buf_room(&bigger, n);

	must(room != NULL);
	memset(room, 0, n);
	bigger.n = n;
	for (size_t i = 0; i < s->slots.n; i += sizeof(uint64_t)) {
		uint64_t h;

		memcpy(&h, s->slots.p + i, sizeof(h));
		if (h != 0)
			*slot_of(&bigger, h) = h;
	}
	buf_release(&s->slots);
	s->slots = bigger;
}

void
import_seen_add(struct import_seen *s, size_t field, struct str text)
{
	uint64_t h = hash_of(field, text), *slot;

	if (s->slots.n / sizeof(h) < 2 * (s->n + 1))
		seen_grow(s);
	slot = slot_of(&s->slots, h);
	s->n += *slot == 0;
	*slot = h;
}
