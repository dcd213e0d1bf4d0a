/* import_head.c - which column of a file is which field. */
#include <string.h>

#include "archive/import_parts.h"
#include "base/str.h"

/* The field's name, then its Chinese, then its English label; each field
 * once, so that equal labels go in their order. */
static int
field_of(const struct reg *r, struct str head, const bool *taken)
{
	for (int by = 0; by < 3; by++) {
		for (size_t i = 0; i < r->n_fields; i++) {
			const struct field *f = &r->fields[i];
			const char *name = by == 0 ? f->name :
					   by == 1 ? f->label.zh :
						     f->label.en;

			if (!taken[i] && str_is(head, name))
				return (int)i;
		}
	}
	return NO_FIELD;
}

static bool
is_error_head(struct str head)
{
	return str_is(head, "错误") || str_is(head, "Errors");
}

/* "名称*": people mark what must be filled in. */
static struct str
head_clean(struct str head)
{
	head = str_trim(head);
	while (head.n > 0 && head.p[head.n - 1] == '*')
		head = str_trim((struct str){ head.p, head.n - 1 });
	return head;
}

static enum err
unknown_head(const struct reg *r, struct str head, size_t column,
	     struct why *why)
{
	int n = head.n < 80 ? (int)head.n : 80;

	return fail(why, ERR_INVALID,
		    "column %d: “%.*s” is no field of “%s”%.0s, or it is there "
		    "twice",
		    "第 %d 列“%.*s”%.0s不是“%s”的字段，或重复出现",
		    (int)column + 1, n, head.p, r->label.en, r->label.zh);
}

static enum err
head_column(struct import *x, size_t i, bool *taken, struct why *why)
{
	struct str head = head_clean(x->heads[i]);
	int field = field_of(x->conf.reg, head, taken);

	x->fields[i] = NO_FIELD;
	if (head.n == 0)
		return OK; /* cells below must be empty: row_check */
	if (field == NO_FIELD && is_error_head(head) &&
	    x->error_column == NO_FIELD) {
		x->error_column = (int)i;
		return OK;
	}
	if (field == NO_FIELD)
		return unknown_head(x->conf.reg, head, i, why);
	taken[field] = true;
	x->fields[i] = field;
	return OK;
}

const struct field *
import_field(const struct import *x, size_t column)
{
	int field = column < x->n ? x->fields[column] : NO_FIELD;

	return field == NO_FIELD ? NULL : &x->conf.reg->fields[field];
}

/* Without these no row could be good. */
static enum err
check_required(const struct import *x, const bool *taken, struct why *why)
{
	const struct reg *r = x->conf.reg;

	for (size_t i = 0; i < r->n_fields; i++) {
		const struct field *f = &r->fields[i];

		if (taken[i] || x->conf.update || f->when != NULL ||
		    f->type == F_NUMBER || (f->flags & REQUIRED) == 0 ||
		    (f->flags & READONLY) != 0)
			continue;
		return fail(why, ERR_INVALID, "the column “%s”%.0s is missing",
			    "缺少%.0s“%s”列", f->label.en, f->label.zh);
	}
	return OK;
}

/* The number first, else any unique field. */
static enum err
find_key(struct import *x, struct why *why)
{
	x->key = NO_FIELD;
	for (size_t i = 0; i < x->n; i++) {
		const struct field *f = import_field(x, i);

		if (f == NULL || (f->flags & READONLY) != 0)
			continue;
		if (f->type == F_NUMBER ||
		    ((f->flags & UNIQUE) != 0 && x->key == NO_FIELD &&
		     field_is_text(f->type)))
			x->key = (int)i;
		if (f->type == F_NUMBER)
			return OK;
	}
	if (x->key == NO_FIELD && x->conf.update)
		return fail(why, ERR_INVALID,
			    "rows can only be updated by a number or another "
			    "unique column, and the file has none",
			    "按编号或其他唯一列才能更新，文件中没有这样的列");
	return OK;
}

enum err
import_head(struct import *x, const struct sheet_row *row, struct arena *a,
	    struct why *why)
{
	bool *taken = ARENA_ARRAY(a, x->conf.reg->n_fields, bool);

	x->n = row->n;
	x->fields = ARENA_ARRAY(a, row->n, int);
	x->heads = ARENA_ARRAY(a, row->n, struct str);
	x->error_column = NO_FIELD;
	for (size_t i = 0; i < row->n; i++)
		x->heads[i] = arena_str(a, row->cells[i]);
	for (size_t i = 0; i < row->n; i++)
		TRY(head_column(x, i, taken, why));
	TRY(check_required(x, taken, why));
	return find_key(x, why);
}
