/* register.c - finding registers and their fields, reading rows. */
#include "kind/register_row.h"

#include <string.h>

#include "base/str.h"
#include "gen/stmt.h"
#include "kind/process.h"
#include "kind/register_sql.h"

#define REGISTERS_MAX 64

static struct {
	size_t n;
	struct reg_sql *sql[REGISTERS_MAX];
} made;

static size_t
reg_no(const struct reg *r)
{
	size_t i = 0;

	while (registers[i] != r) {
		must(registers[i] != NULL);
		i++;
	}
	return i;
}

void
registers_start(void)
{
	must(made.n == 0);
	for (; registers[made.n] != NULL; made.n++) {
		must(made.n < REGISTERS_MAX);
		must(registers[made.n]->n_fields <= 64);
		made.sql[made.n] = register_sql_make(registers[made.n]);
	}
}

const struct reg_sql *
reg_sql(const struct reg *r)
{
	return made.sql[reg_no(r)];
}

const struct reg *
reg_find(struct str name)
{
	for (size_t i = 0; registers[i] != NULL; i++)
		if (str_is(name, registers[i]->name))
			return registers[i];
	return NULL;
}

int
reg_field_find(const struct reg *r, struct str name)
{
	for (size_t i = 0; i < r->n_fields; i++)
		if (str_is(name, r->fields[i].name))
			return (int)i;
	return -1;
}

size_t
reg_field(const struct reg *r, const char *name)
{
	int i = reg_field_find(r, str_of(name));

	must(i >= 0);
	return (size_t)i;
}

int
field_places(const struct field *f)
{
	return f->type == F_MONEY ? 2 : f->type == F_TENTHS ? 1 : f->places;
}

bool
field_is_text(enum field_type type)
{
	switch (type) {
	case F_INT:
	case F_BOOL:
	case F_TIME:
	case F_MONEY:
	case F_TENTHS:
	case F_REF:
		return false;
	case F_TEXT:
	case F_LINES:
	case F_DATE:
	case F_ENUM:
	case F_SET:
	case F_FILE:
	case F_SECRET:
	case F_KEY_REF:
	case F_SECRET_REF:
	case F_PHONE:
	case F_EMAIL:
	case F_NUMBER:
	case F_TYPE_N:
		break;
	}
	return true;
}

void
reg_row_of(const struct val *v, struct reg_row *out)
{
	*out = (struct reg_row){ .id = v[0].i,
				 .org = v[1].i,
				 .version = v[2].i,
				 .created_ms = v[3].i,
				 .created_by = v[4].i,
				 .changed_ms = v[5].i,
				 .changed_by = v[6].i,
				 .retired_ms = v[7].i };
}

static enum err
no_row(struct task *t, const struct reg *r)
{
	return fail(&t->why, ERR_NOT_FOUND, "there is no such %s%.0s",
		    "%.0s没有这条“%s”记录", r->label.en, r->label.zh);
}

enum scope
reg_scope(const struct task *t, const struct reg *r)
{
	if (t->who.customer == 0)
		return SCOPE_ORG;
	if (strcmp(r->name, "customer") == 0)
		return SCOPE_SELF;
	if (reg_field_find(r, STR("customer")) >= 0)
		return SCOPE_CUSTOMER;
	return reg_field_find(r, STR("site")) >= 0 ? SCOPE_SITE : SCOPE_NONE;
}

static enum err
site_is_his(struct task *t, const struct reg *r, const struct reg_row *row,
	    bool *his)
{
	const struct val *site = reg_val(r, row->v, "site");
	struct rows rows;

	*his = false;
	if (site->type != VAL_INT)
		return OK;
	TRY(db_run(t->db, STMT_SITE_OF_CUSTOMER,
		   ARGS(val_int(t->who.org), *site, val_int(t->who.customer)),
		   t->a, &rows, &t->why));
	*his = rows.n > 0;
	return OK;
}

/* Another customer's row is not found, like another organisation's. */
static enum err
check_scope(struct task *t, const struct reg *r, const struct reg_row *row)
{
	bool his = false;

	switch (reg_scope(t, r)) {
	case SCOPE_ORG:
		return OK;
	case SCOPE_SELF:
		his = row->id == t->who.customer;
		break;
	case SCOPE_CUSTOMER:
		his = reg_val(r, row->v, "customer")->i == t->who.customer;
		break;
	case SCOPE_SITE:
		TRY(site_is_his(t, r, row, &his));
		break;
	case SCOPE_NONE:
		break;
	}
	return his ? OK : no_row(t, r);
}

enum err
reg_get(struct task *t, const struct reg *r, int64_t id, struct reg_row *out)
{
	struct rows rows;

	TRY(db_run(t->db, reg_sql(r)->get,
		   ARGS(val_int(id), val_int(t->who.org)), t->a, &rows,
		   &t->why));
	if (rows.n == 0)
		return no_row(t, r);
	reg_row_of(rows.v, out);
	out->v = ARENA_ARRAY(t->a, r->n_fields, struct val);
	memcpy(out->v, rows.v + N_COMMON, r->n_fields * sizeof(*out->v));
	return check_scope(t, r, out);
}

enum err
reg_titles(struct task *t, const struct reg *r, const int64_t *ids, size_t n,
	   struct rows *out)
{
	struct val args[1 + TITLES_MAX];

	must(n <= TITLES_MAX);
	args[0] = val_int(t->who.org);
	for (size_t i = 0; i < TITLES_MAX; i++)
		args[1 + i] = i < n ? val_int(ids[i]) : val_null();
	if (n == 1)
		return db_run(t->db, reg_sql(r)->title, args, 2, t->a, out,
			      &t->why);
	return db_run(t->db, reg_sql(r)->titles, args, ARRAY_LEN(args), t->a,
		      out, &t->why);
}

enum err
reg_title(struct task *t, const struct reg *r, int64_t id, struct str *out)
{
	struct rows rows;

	TRY(reg_titles(t, r, &id, 1, &rows));
	if (rows.n == 0)
		return no_row(t, r);
	*out = rows.v[1].s;
	return OK;
}

static enum err
id_by_field(struct task *t, const struct reg *r, size_t field, struct str text,
	    int64_t *out)
{
	int stmt = reg_sql(r)->by_value[field];
	struct rows rows;

	*out = 0;
	if (stmt < 0)
		return OK;
	TRY(db_run(t->db, stmt, ARGS(val_int(t->who.org), val_text(text)), t->a,
		   &rows, &t->why));
	if (rows.n > 1)
		return fail(&t->why, ERR_CONFLICT,
			    "“%.*s” names more than one %s%.0s: use its number",
			    "“%.*s”对应多条%.0s“%s”记录：请改用编号",
			    (int)text.n, text.p, r->label.en, r->label.zh);
	*out = rows.n == 1 ? rows.v[0].i : 0;
	return OK;
}

enum err
reg_id_by_text(struct task *t, const struct reg *r, struct str text,
	       int64_t *out)
{
	*out = 0;
	for (int by_title = 0; by_title < 2 && *out == 0; by_title++)
		for (size_t i = 0; i < r->n_fields && *out == 0; i++) {
			const struct field *f = &r->fields[i];
			bool is_title = strcmp(f->name, r->title) == 0;

			if (is_title == (by_title != 0) &&
			    field_is_text(f->type))
				TRY(id_by_field(t, r, i, text, out));
		}
	return OK;
}
