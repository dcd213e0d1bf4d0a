/* export.c - rows of a register as a table. */
#include "archive/export.h"

#include <string.h>

#include "base/str.h"

#define CACHE_ROWS 1024
#define TEXT_MAX 700 /* bytes of a title */

/* Titles of rows that were referred to lately. */
struct cached {
	const struct reg *reg;
	int64_t id;
	size_t n;
	char text[TEXT_MAX];
};

struct export
{
	const struct reg *reg;
	enum sheet_format format;
	enum lang lang;
	struct sheet_out *out;
	size_t n;	/* columns */
	size_t *fields; /* of each column */
	int64_t rows;
	struct cell *cells;
	struct arena page; /* of export_page */
	struct cached cache[CACHE_ROWS];
};

static const struct label yes = LABEL("是", "yes"), no = LABEL("否", "no");

static enum cell_type
cell_type_of(const struct field *f)
{
	if (field_places(f) > 0)
		return CELL_DECIMAL;
	if (f->type == F_INT)
		return CELL_INT;
	return f->type == F_DATE ? CELL_DATE : CELL_TEXT;
}

/* Chinese characters are two wide. */
static int
width_of(struct str s)
{
	size_t chars = str_chars(s);

	return (int)(chars + (s.n - chars) / 2);
}

static void
choices_of(const struct field *f, enum lang lang, struct arena *a,
	   struct sheet_column *c)
{
	struct str *v;
	size_t n = 0;

	if (f->type == F_BOOL) {
		v = ARENA_ARRAY(a, 2, struct str);
		v[n++] = str_of(label_in(yes, lang));
		v[n++] = str_of(label_in(no, lang));
	} else if (f->type == F_ENUM) {
		while (f->options[n].value != NULL)
			n++;
		v = ARENA_ARRAY(a, n, struct str);
		for (size_t i = 0; i < n; i++)
			v[i] = str_of(label_in(f->options[i].label, lang));
	} else {
		return;
	}
	c->choices = v;
	c->n_choices = n;
}

static struct sheet_column
column_of(const struct field *f, enum lang lang, struct arena *a)
{
	struct sheet_column c = {
		.head = str_of(label_in(f->label, lang)),
		.type = cell_type_of(f),
		.required = (f->flags & REQUIRED) != 0,
		.help = str_of(label_in(f->help, lang)),
	};

	c.width = 4 + width_of(c.head);
	if (f->type == F_LINES)
		c.width = 40;
	else if (c.type == CELL_TEXT && f->type != F_BOOL && c.width < 20)
		c.width = 20;
	choices_of(f, lang, a, &c);
	return c;
}

static bool
is_exported(const struct field *f)
{
	return f->type != F_SECRET;
}

static bool
is_asked_for(const struct field *f)
{
	return (f->flags & READONLY) == 0;
}

static struct sheet_column *
columns_of(const struct reg *r, bool (*takes)(const struct field *),
	   enum lang lang, struct arena *a, size_t **fields, size_t *n)
{
	struct sheet_column *columns =
	    ARENA_ARRAY(a, r->n_fields, struct sheet_column);

	*fields = ARENA_ARRAY(a, r->n_fields, size_t);
	*n = 0;
	for (size_t i = 0; i < r->n_fields; i++) {
		if (!takes(&r->fields[i]))
			continue;
		(*fields)[*n] = i;
		columns[(*n)++] = column_of(&r->fields[i], lang, a);
	}
	return columns;
}

enum err
export_template(const struct reg *r, enum sheet_format format, enum lang lang,
		int fd, struct arena *a, struct why *why)
{
	struct sheet_column *columns;
	struct sheet_out *out;
	size_t *fields, n;

	columns = columns_of(r, is_asked_for, lang, a, &fields, &n);
	TRY(sheet_create(format, fd, str_of(label_in(r->label, lang)), columns,
			 n, a, &out, why));
	return sheet_finish(&out, why);
}

enum err
export_open(const struct reg *r, enum sheet_format format, enum lang lang,
	    int fd, struct arena *a, struct export **out, struct why *why)
{
	struct export *x = ARENA_NEW(a, struct export);
	struct sheet_column *columns =
	    columns_of(r, is_exported, lang, a, &x->fields, &x->n);

	x->reg = r;
	x->format = format;
	x->lang = lang;
	x->cells = ARENA_ARRAY(a, x->n, struct cell);
	TRY(sheet_create(format, fd, str_of(label_in(r->label, lang)), columns,
			 x->n, a, &x->out, why));
	*out = x;
	return OK;
}

static bool
names_row(struct task *t, const struct reg *r, struct str text, int64_t id)
{
	struct why why = t->why;
	int64_t found;
	bool same = text.n > 0 && reg_id_by_text(t, r, text, &found) == OK &&
		    found == id;

	t->why = why; /* two rows of one name are no fault here */
	return same;
}

/* The title when an import finds this row by it, else a number that does. */
static enum err
ref_text(struct task *t, const struct reg *r, int64_t id, struct str *out)
{
	struct reg_row row;

	TRY(reg_title(t, r, id, out));
	if (names_row(t, r, *out, id))
		return OK;
	TRY(reg_get(t, r, id, &row));
	for (size_t i = 0; i < r->n_fields; i++) {
		const struct field *f = &r->fields[i];

		if ((f->type != F_NUMBER && (f->flags & UNIQUE) == 0) ||
		    row.v[i].type != VAL_TEXT)
			continue;
		if (names_row(t, r, row.v[i].s, id)) {
			*out = row.v[i].s;
			return OK;
		}
	}
	return OK;
}

static enum err
ref_cell(struct export *x, struct task *t, const struct field *f, int64_t id,
	 struct cell *c)
{
	const struct reg *r = reg_find(str_of(f->ref));
	struct cached *known =
	    &x->cache[((uint64_t)id * UINT64_C(0x9E3779B97F4A7C15)) >> 54];
	struct str text;

	c->type = CELL_TEXT;
	if (known->reg == r && known->id == id) {
		c->s = arena_str(t->a, (struct str){ known->text, known->n });
		return OK;
	}
	TRY(ref_text(t, r, id, &text));
	c->s = text;
	if (text.n > TEXT_MAX)
		return OK;
	known->reg = r;
	known->id = id;
	known->n = text.n;
	if (text.n > 0)
		memcpy(known->text, text.p, text.n);
	return OK;
}

static struct str
option_text(const struct field *f, struct str value, enum lang lang)
{
	for (const struct option *o = f->options; o->value != NULL; o++) {
		if (str_is(value, o->value))
			return str_of(label_in(o->label, lang));
	}
	return value; /* an option that is no longer one */
}

static bool
has_comma(struct str s)
{
	return memchr(s.p, ',', s.n) != NULL || memchr(s.p, ';', s.n) != NULL ||
	       memmem(s.p, s.n, "、", 3) != NULL ||
	       memmem(s.p, s.n, "，", 3) != NULL;
}

/* Labels joined; a label that holds a comma goes by its value. */
static struct str
set_text(struct arena *a, const struct field *f, struct str values,
	 enum lang lang)
{
	struct buf b = buf_open(8192);
	struct str out;

	while (values.n > 0) {
		struct str one = str_cut(values, ',', &values);
		struct str text = option_text(f, one, lang);

		if (b.n > 0)
			buf_puts(&b, lang == LANG_EN ? ", " : "、");
		buf_put(&b, has_comma(text) ? one : text);
	}
	out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}

/* As reg_input_text reads it. */
static struct str
time_text(struct task *t, int64_t at_ms)
{
	struct civil c;
	char iso[25];

	if (at_ms % SECOND_MS != 0) {
		time_print(at_ms, iso);
		return arena_str(t->a, str_of(iso));
	}
	zone_civil(task_zone(t), at_ms, &c);
	return arena_printf(t->a, "%04d-%02d-%02d %02d:%02d:%02d", c.year,
			    c.month, c.day, c.hour, c.minute, c.second);
}

static void
text_cell(struct export *x, struct arena *a, const struct field *f,
	  struct str s, struct cell *c)
{
	*c = (struct cell){ .type = CELL_TEXT, .s = s };
	if (f->type == F_ENUM)
		c->s = option_text(f, s, x->lang);
	else if (f->type == F_SET)
		c->s = set_text(a, f, s, x->lang);
	else if (f->type == F_DATE && date_parse(s, &c->i))
		c->type = CELL_DATE;
}

static enum err
cell_of(struct export *x, struct task *t, const struct field *f,
	const struct val *v, struct cell *c)
{
	*c = (struct cell){ .type = cell_type_of(f),
			    .i = v->i,
			    .digits = field_places(f) };
	if (v->type == VAL_NULL) {
		c->type = CELL_EMPTY;
		return OK;
	}
	if (f->type == F_REF)
		return ref_cell(x, t, f, v->i, c);
	if (v->type == VAL_TEXT)
		text_cell(x, t->a, f, v->s, c);
	else if (f->type == F_BOOL)
		c->s = str_of(label_in(v->i != 0 ? yes : no, x->lang));
	else if (f->type == F_TIME)
		c->s = time_text(t, v->i);
	return OK;
}

static enum err
put_row(struct export *x, struct task *t, const struct reg_row *row)
{
	if (x->format == SHEET_XLSX && x->rows == EXPORT_XLSX_ROWS_MAX)
		return fail(&t->why, ERR_TOO_BIG,
			    "more than %d rows do not go into a workbook: use "
			    "CSV or filters",
			    "超过 %d 行无法导出为 XLSX，请改用 CSV "
			    "或增加筛选条件",
			    EXPORT_XLSX_ROWS_MAX);
	for (size_t i = 0; i < x->n; i++)
		TRY(cell_of(x, t, &x->reg->fields[x->fields[i]],
			    &row->v[x->fields[i]], &x->cells[i]));
	x->rows++;
	return sheet_put(x->out, x->cells, &t->why);
}

static void
query_move(struct reg_query *q, const struct reg_row *last)
{
	q->has_after = true;
	q->after_id = last->id;
	q->after = q->sort < 0 ? val_null() : last->v[q->sort];
}

enum err
export_page(struct export *x, struct task *t, struct reg_query *q, bool *more)
{
	struct reg_page page;

	/* The page before was kept for q->after. */
	struct arena before = x->page;
	struct arena *own = t->a;
	enum err rc;

	x->page = (struct arena){ 0 };
	t->a = &x->page;
	q->limit = EXPORT_PAGE_ROWS;
	rc = reg_list(t, x->reg, q, &page);
	for (size_t i = 0; rc == OK && i < page.n; i++)
		rc = put_row(x, t, &page.rows[i]);
	if (rc == OK && page.n > 0)
		query_move(q, &page.rows[page.n - 1]);
	*more = rc == OK && page.more;
	t->a = own;
	arena_release(&before);
	return rc;
}

enum err
export_finish(struct export **x, struct why *why)
{
	struct export *e = *x;

	*x = NULL;
	arena_release(&e->page);
	return sheet_finish(&e->out, why);
}

void
export_drop(struct export **x)
{
	if (*x == NULL)
		return;
	arena_release(&(*x)->page);
	sheet_drop(&(*x)->out);
	*x = NULL;
}
