/* import.c - rows of a table into a register, chunk by chunk. */
#include "archive/import.h"

#include <string.h>

#include "archive/import_parts.h"
#include "base/str.h"
#include "kind/register_row.h"

#define ERRORS_BYTES_MAX (2 << 20)

static int64_t
rows_max(const struct import_conf *conf)
{
	/* With the headings, and room for import_fill to see what is too
	 * much for one transaction. */
	return conf->all_or_nothing ? IMPORT_WHOLE_ROWS_MAX + 2 :
				      IMPORT_ROWS_MAX + 1;
}

static enum err
head_read(struct import *x, struct arena *a, struct why *why)
{
	struct sheet_row row;
	bool more;

	TRY(sheet_next(x->in, &row, &more, why));
	if (!more)
		return fail(why, ERR_INVALID, "the file is empty", "文件为空");
	if (row.bad != SHEET_GOOD)
		return fail(why, ERR_INVALID,
			    "the headings cannot be read: %s%.0s",
			    "标题行无法识别：%.0s%s",
			    sheet_bad_label(row.bad).en,
			    sheet_bad_label(row.bad).zh);
	return import_head(x, &row, a, why);
}

enum err
import_open(const struct sheet_src *src, const struct import_conf *conf,
	    struct arena *a, struct import **out, struct why *why)
{
	struct import *x = ARENA_NEW(a, struct import);
	enum err rc;

	if (conf->reg->process != NULL)
		return fail(why, ERR_STATE,
			    "a %s%.0s is opened by its steps, not imported",
			    "%.0s“%s”只能通过流程办理，不能导入",
			    conf->reg->label.en, conf->reg->label.zh);
	x->conf = *conf;
	x->report.errors = buf_open(ERRORS_BYTES_MAX);
	x->report.rejected = buf_open(IMPORT_REJECTED_MAX);
	rc = sheet_open(src, conf->format, rows_max(conf), a, &x->in, why);
	if (rc == OK)
		rc = head_read(x, a, why);
	*out = x;
	if (rc != OK)
		import_close(out);
	return rc;
}

void
import_close(struct import **x)
{
	struct import *i = *x;

	if (i == NULL)
		return;
	sheet_close(&i->in);
	arena_release(&i->chunk);
	arena_release(&i->work);
	arena_release(&i->told);
	buf_release(&i->report.errors);
	buf_release(&i->report.rejected);
	buf_release(&i->seen.slots);
	*x = NULL;
}

static bool
is_blank(const struct sheet_row *row)
{
	for (size_t i = 0; i < row->n; i++) {
		if (str_trim(row->cells[i]).n > 0)
			return false;
	}
	return row->bad == SHEET_GOOD;
}

/* Returns the bytes that the row takes. */
static size_t
row_keep(struct import *x, const struct sheet_row *row)
{
	struct import_row *r = &x->rows[x->n_rows++];
	size_t bytes = 0;

	*r = (struct import_row){ .line = row->line,
				  .n = row->n,
				  .bad = row->bad,
				  .bad_column = row->bad_column };
	r->cells = ARENA_ARRAY(&x->chunk, row->n, struct str);
	for (size_t i = 0; i < row->n; i++) {
		r->cells[i] = arena_str(&x->chunk, row->cells[i]);
		bytes += row->cells[i].n + sizeof(struct str);
	}
	return bytes;
}

static size_t
rows_at_once(const struct import *x)
{
	return x->conf.all_or_nothing ? IMPORT_WHOLE_ROWS_MAX + 1 :
					IMPORT_CHUNK_ROWS;
}

static size_t
bytes_at_once(const struct import *x)
{
	return x->conf.all_or_nothing ? 16 * IMPORT_CHUNK_BYTES :
					IMPORT_CHUNK_BYTES;
}

/* A failure after some chunks are in the database says so. */
static enum err
so_far(const struct import *x, enum err rc, struct why *why)
{
	struct why first = *why;

	if (x->conf.dry_run || x->settled_line == 0)
		return rc;
	return fail(why, rc, "imported up to line %lld, then: %.180s%.0s",
		    "已导入到第 %lld 行，之后失败：%.0s%.180s",
		    (long long)x->settled_line, first.text[LANG_EN],
		    first.text[LANG_ZH]);
}

static enum err
check_whole(const struct import *x, struct why *why)
{
	if (!x->conf.all_or_nothing ||
	    (x->ended && x->n_rows <= IMPORT_WHOLE_ROWS_MAX))
		return OK;
	return fail(why, ERR_TOO_BIG,
		    "all or nothing works up to %d rows and %d MiB: split the "
		    "file",
		    "“全部成功才导入”最多 %d 行、%d MiB，请拆分文件",
		    IMPORT_WHOLE_ROWS_MAX, 16 * IMPORT_CHUNK_BYTES >> 20);
}

enum err
import_fill(struct import *x, bool *more, struct why *why)
{
	size_t max = rows_at_once(x), bytes = 0;
	struct sheet_row row;
	enum err rc;

	arena_reset(&x->chunk);
	x->n_rows = 0;
	x->rows = ARENA_ARRAY(&x->chunk, max, struct import_row);
	x->settled = import_mark(&x->report);
	x->undone = false;
	while (!x->ended && x->n_rows < max && bytes < bytes_at_once(x)) {
		rc = sheet_next(x->in, &row, more, why);
		if (rc != OK)
			return so_far(x, rc, why);
		x->ended = !*more;
		if (*more && !is_blank(&row))
			bytes += row_keep(x, &row);
	}
	*more = x->n_rows > 0;
	return check_whole(x, why);
}

/* A failure that is not this row's: the database's, or ours. */
static bool
ends_all(enum err rc)
{
	return err_status(rc) >= 500 || rc == ERR_FORBIDDEN;
}

static int
column_of(const struct import *x, const char *field)
{
	for (size_t i = 0; i < x->n; i++) {
		const struct field *f = import_field(x, i);

		if (f != NULL && strcmp(f->name, field) == 0)
			return (int)i;
	}
	return NO_FIELD;
}

/* What is wrong with the row, one line per fault. */
static void
row_bad(struct import *x, const struct import_row *row, const struct task *t,
	enum err rc)
{
	const struct why *why = &t->why;
	enum lang lang = x->conf.lang;

	for (size_t i = 0; i < why->n_faults; i++) {
		const struct fault *f = &why->faults[i];

		import_fault(x, row,
			     &(struct import_fault){ column_of(x, f->field),
						     f->field, f->code,
						     f->text[lang] });
	}
	if (why->n_faults == 0)
		import_fault(x, row,
			     &(struct import_fault){ NO_FIELD, NULL,
						     err_word(rc),
						     why->text[lang] });
	import_reject(x, row, why->text[lang]);
	x->report.figures.bad++;
}

/* A cell that no heading covers; NO_FIELD: none. */
static int
stray_cell(const struct import *x, const struct import_row *row)
{
	for (size_t i = 0; i < row->n; i++) {
		if (import_field(x, i) == NULL && (int)i != x->error_column &&
		    str_trim(row->cells[i]).n > 0)
			return (int)i;
	}
	return NO_FIELD;
}

/* The row as such: what the reader found, cells without a heading. */
static bool
row_is_whole(struct import *x, const struct import_row *row)
{
	static const struct label stray =
	    LABEL("该单元格所在列没有标题",
		  "a cell in a column without heading");
	struct import_fault f = { .column = stray_cell(x, row),
				  .code = "columns",
				  .text = label_in(stray, x->conf.lang) };

	if (row->bad != SHEET_GOOD)
		f = (struct import_fault){
			.column = (int)row->bad_column,
			.code = sheet_bad_word(row->bad),
			.text =
			    label_in(sheet_bad_label(row->bad), x->conf.lang),
		};
	else if (f.column == NO_FIELD)
		return true;
	import_fault(x, row, &f);
	import_reject(x, row, f.text);
	x->report.figures.bad++;
	return false;
}

/* Takes the last fault back when it is a reference to an earlier row of this
 * file, which a dry run has undone already. */
static enum err
forgive_ref(struct import *x, struct task *t, const struct field *f,
	    struct str text, enum err rc, const struct why *before)
{
	if (rc != ERR_INVALID || !x->conf.dry_run || f->type != F_REF ||
	    strcmp(f->ref, x->conf.reg->name) != 0)
		return rc;
	for (size_t i = 0; i < x->conf.reg->n_fields; i++) {
		if (import_seen_has(&x->seen, i, text)) {
			t->why = *before;
			return OK;
		}
	}
	return rc;
}

static enum err
read_cells(struct import *x, struct task *t, const struct import_row *row,
	   struct reg_input *in)
{
	const struct reg *r = x->conf.reg;
	enum err rc = OK;

	for (size_t i = 0; i < x->n; i++) {
		const struct field *f = import_field(x, i);
		struct str text = import_cell(row, i);
		struct why before = t->why;
		enum err one;

		if (f == NULL || (f->flags & READONLY) != 0 ||
		    (f->type == F_SECRET && str_trim(text).n == 0))
			continue;
		one = reg_input_text(t, r, (size_t)x->fields[i], text, in);
		one = forgive_ref(x, t, f, str_trim(text), one, &before);
		rc = rc == OK ? one : rc;
	}
	return rc;
}

/* The row that the key column names; id 0: none. */
static enum err
find_old(struct import *x, struct task *t, const struct reg_input *in,
	 struct reg_row *out)
{
	struct reg_query q = { .limit = 1, .retired = RETIRED_ALL, .sort = -1 };
	struct reg_page page;

	*out = (struct reg_row){ 0 };
	if (!x->conf.update)
		return OK;
	q.n_filters = 1;
	q.filters[0].field = (size_t)x->fields[x->key];
	q.filters[0].value = in->v[q.filters[0].field];
	if (q.filters[0].value.type == VAL_NULL)
		return OK;
	TRY(reg_list(t, x->conf.reg, &q, &page));
	if (page.n > 0)
		*out = page.rows[0];
	return OK;
}

/* Unique values of this file that a dry run has undone already. */
static enum err
check_seen(struct import *x, struct task *t, const struct reg_input *in)
{
	const struct reg *r = x->conf.reg;

	for (size_t i = 0; x->conf.dry_run && i < r->n_fields; i++) {
		const struct field *f = &r->fields[i];

		if (((f->flags & UNIQUE) == 0 && f->type != F_NUMBER) ||
		    in->v[i].type != VAL_TEXT ||
		    !import_seen_has(&x->seen, i, in->v[i].s))
			continue;
		return fail_field(&t->why, f->name, f->label, "unique",
				  "“%.*s” is twice in the file",
				  "“%.*s”在文件中重复", STR_ARG(in->v[i].s));
	}
	return OK;
}

/* In a dry run the row that it would update is undone already. */
static bool
is_update_of_seen(const struct import *x, const struct reg_input *in)
{
	size_t key = x->key == NO_FIELD ? 0 : (size_t)x->fields[x->key];

	return x->conf.dry_run && x->conf.update &&
	       in->v[key].type == VAL_TEXT &&
	       import_seen_has(&x->seen, key, in->v[key].s);
}

static enum err
row_write(struct import *x, struct task *t, const struct import_row *row,
	  struct import_figures *add)
{
	const struct reg *r = x->conf.reg;
	struct reg_input in = reg_input_new(t->a, r);
	struct reg_row old, now;

	TRY(read_cells(x, t, row, &in));
	TRY(find_old(x, t, &in, &old));
	if (old.id != 0) {
		TRY(reg_update(t, r, old.id, 0, &in, "import", &now));
		add->updated += now.version != old.version;
		return OK;
	}
	if (is_update_of_seen(x, &in)) {
		add->updated++;
		return OK;
	}
	TRY(check_seen(x, t, &in));
	TRY(reg_create(t, r, &in, "import", &now));
	add->created++;
	return OK;
}

/* The row is good: later rows of a dry run may refer to it. */
static void
row_seen(struct import *x, const struct import_row *row)
{
	const struct reg *r = x->conf.reg;

	for (size_t i = 0; x->conf.dry_run && i < x->n; i++) {
		const struct field *f = import_field(x, i);
		struct str text = str_trim(import_cell(row, i));

		if (f == NULL || text.n == 0)
			continue;
		if (f->type == F_NUMBER || (f->flags & UNIQUE) != 0 ||
		    (r->tree && strcmp(f->name, r->title) == 0))
			import_seen_add(&x->seen, (size_t)x->fields[i], text);
	}
}

/* A failure whose row has not been written: faults are found before. */
static bool
is_clean(const struct task *t)
{
	return t->why.n_faults > 0 && t->events == NULL;
}

static enum err
row_try(struct import *x, struct task *t, const struct import_row *row,
	struct import_figures *add)
{
	enum err rc;

	if (!x->careful)
		return row_write(x, t, row, add);
	TRY(db_mark(t->db, &t->why));
	rc = row_write(x, t, row, add);
	return db_unmark(t->db, rc, &t->why);
}

/* A bad row is OK here; a failure that ends all, or one after which only a
 * savepoint would help, is not. */
static enum err
row_apply(struct import *x, struct task *t, const struct import_row *row)
{
	struct import_figures add = { 0 };
	enum err rc;

	x->report.figures.rows++;
	if (!row_is_whole(x, row))
		return OK;
	t->events = NULL;
	t->why = (struct why){ 0 };
	task_collect(t);
	rc = row_try(x, t, row, &add);
	if (rc != OK) {
		x->redo = !x->careful && !is_clean(t) && !ends_all(rc);
		if (x->redo || ends_all(rc)) {
			/* they lie in the row's memory, which goes first */
			t->why.n_faults = 0;
			t->why.faults = NULL;
			return rc;
		}
		t->events = NULL; /* what was undone is not told */
		row_bad(x, row, t, rc);
		return OK;
	}
	x->report.figures.good++;
	x->report.figures.created += add.created;
	x->report.figures.updated += add.updated;
	row_seen(x, row);
	return OK;
}

/* Events outlive the memory of their row. */
static void
tell(struct import *x, struct task *t, struct event ***end)
{
	for (const struct event *e = t->events; e != NULL; e = e->next) {
		struct event *copy = ARENA_NEW(&x->told, struct event);

		*copy = *e;
		copy->next = NULL;
		**end = copy;
		*end = &copy->next;
	}
	t->events = NULL;
}

static enum err
rows_apply(struct import *x, struct task *t)
{
	struct event *events = NULL, **end = &events;

	arena_reset(&x->told);
	import_back(&x->report, x->settled);
	for (size_t i = 0; i < x->n_rows; i++) {
		arena_reset(&x->work);
		TRY(row_apply(x, t, &x->rows[i]));
		tell(x, t, &end);
	}
	t->events = events;
	return OK;
}

/*
 * A savepoint for each row is dear (the search index writes itself out at
 * each), and nearly all bad rows are found before anything is written.  So
 * the chunk has one savepoint; only when a row fails in the middle of its
 * writes, the chunk is done again with one for each row.
 */
static enum err
chunk_apply(struct import *x, struct task *t)
{
	struct why why;
	enum err rc;

	x->careful = x->redo = false;
	TRY(db_mark(t->db, &t->why));
	rc = rows_apply(x, t);
	why = t->why;
	rc = db_unmark(t->db, rc, &why);
	if (!x->redo)
		return rc;
	x->careful = true;
	return rows_apply(x, t);
}

enum err
import_apply(struct import *x, struct task *t)
{
	bool undo;

	t->a = &x->work;
	TRY(chunk_apply(x, t));
	t->why = (struct why){ 0 };
	undo = x->conf.dry_run ||
	       (x->conf.all_or_nothing && x->report.figures.bad > 0);
	if (!undo)
		return OK;
	x->undone = true;
	return fail(&t->why, ERR_STATE, "the trial is undone", "试导入已撤销");
}

enum err
import_settle(struct import *x, enum err rc, struct why *why)
{
	struct import_figures *f = &x->report.figures;

	if (rc != OK && !(rc == ERR_STATE && x->undone)) {
		import_back(&x->report, x->settled);
		return so_far(x, rc, why);
	}
	if (x->undone && !x->conf.dry_run)
		f->created = f->updated = 0; /* nothing, since not all */
	if (x->n_rows > 0)
		x->settled_line = x->rows[x->n_rows - 1].line;
	return OK;
}
