/* t_registers.c - every register's table says what register.h asks, and the
 * database has its columns and indexes. */
#include "store.h"

#include <ctype.h>

#include "kind/register.h"

static const char *const common[] = { "id",	    "org",	  "version",
				      "created_ms", "created_by", "changed_ms",
				      "changed_by", "retired_ms" };

/* The fault in one line, so that a failure says where. */
static void
want_that(bool good, const struct reg *r, const struct field *f,
	  const char *what, int line)
{
	if (good)
		return;
	print_error("%s.%s: %s\n", r->name, f == NULL ? "" : f->name, what);
	_fail(__FILE__, line);
}
#define want(cond, r, f) want_that((cond), (r), (f), #cond, __LINE__)
#define NONE ((const struct field *)NULL)

typedef void field_test(const struct reg *r, const struct field *f);

static void
each_field(field_test *test)
{
	size_t n = 0;

	for (const struct reg *const *r = registers; *r != NULL; r++)
		for (size_t i = 0; i < (*r)->n_fields; i++, n++)
			test(*r, &(*r)->fields[i]);
	assert_true(n > 200); /* the loop did run */
}

static bool
is_word(const char *s)
{
	if (s == NULL || !islower((unsigned char)s[0]))
		return false;
	for (; *s != '\0'; s++)
		if (!islower((unsigned char)*s) &&
		    !isdigit((unsigned char)*s) && *s != '_')
			return false;
	return true;
}

/* Digits may begin an option ("4g"), never a column. */
static bool
is_option_word(const char *s)
{
	return s != NULL && *s != '\0' &&
	       strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(s);
}

static bool
is_label(struct label l)
{
	return l.zh != NULL && l.en != NULL && *l.zh != '\0' && *l.en != '\0' &&
	       str_is_utf8(str_of(l.zh)) && strcmp(l.zh, l.en) != 0;
}

/* Words that are the same in both languages. */
static bool
is_option_label(struct label l)
{
	return l.zh != NULL && l.en != NULL && *l.zh != '\0' && *l.en != '\0';
}

static bool
is_label_or_none(struct label l)
{
	return (l.zh == NULL && l.en == NULL) ||
	       (l.zh != NULL && l.en != NULL && *l.zh != '\0' && *l.en != '\0');
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n > m && strcmp(s + n - m, end) == 0;
}

static const struct field *
field_of(const struct reg *r, const char *name)
{
	int i = name == NULL ? -1 : reg_field_find(r, str_of(name));

	return i < 0 ? NULL : &r->fields[i];
}

static void
registers_are_sound(void **state)
{
	(void)state;
	for (const struct reg *const *at = registers; *at != NULL; at++) {
		const struct reg *r = *at;
		const struct group *g = groups;

		want(is_word(r->name), r, NONE);
		want(is_label(r->label), r, NONE);
		want(reg_find(str_of(r->name)) == r, r, NONE);
		while (g->name != NULL && strcmp(g->name, r->group) != 0)
			g++;
		want(g->name != NULL && is_label(g->label), r, NONE);
		want(r->read > MAY_ANYONE && r->edit > MAY_ANYONE, r, NONE);
		want(r->n_fields > 1 && r->n_fields <= 64, r, NONE);
		want(r->fields[0].section.zh != NULL, r, NONE);
		if (r->tree) {
			const struct field *f = field_of(r, "parent");

			want(f != NULL && strcmp(f->ref, r->name) == 0 &&
				 (f->flags & FILTER) != 0,
			     r, f);
		}
		if (r->labels)
			want(field_of(r, "number") != NULL, r, NONE);
	}
}

static void
name_is_legal(const struct reg *r, const struct field *f)
{
	want(is_word(f->name), r, f);
	want(field_of(r, f->name) == f, r, f); /* not twice */
	for (size_t i = 0; i < ARRAY_LEN(common); i++)
		want(strcmp(f->name, common[i]) != 0, r, f);
	want(f->type != F_MONEY || ends_with(f->name, "_fen"), r, f);
	want(f->type != F_TIME || ends_with(f->name, "_ms"), r, f);
	want(f->type == F_MONEY || !ends_with(f->name, "_fen"), r, f);
	want(f->type == F_TIME || !ends_with(f->name, "_ms"), r, f);
}

/* Labels are the headings of CSV and XLSX: each must name one column. */
static void
label_is_whole(const struct reg *r, const struct field *f)
{
	want(is_label_or_none(f->help) && is_label_or_none(f->section), r, f);
	want(f->label.zh != NULL && f->label.en != NULL && *f->label.zh != '\0',
	     r, f);
	want(strpbrk(f->label.zh, ",\"\n") == NULL, r, f);
	want(strchr("=+-@", f->label.zh[0]) == NULL, r, f); /* no formula */
	for (const struct field *g = r->fields; g < f; g++) {
		want(strcmp(f->label.zh, g->label.zh) != 0, r, f);
		want(strcmp(f->label.en, g->label.en) != 0, r, f);
	}
}

static void
options_are_whole(const struct reg *r, const struct field *f)
{
	bool chosen = f->type == F_ENUM || f->type == F_SET;

	want((f->options != NULL) == chosen, r, f);
	if (f->options == NULL)
		return;
	want(f->options[0].value != NULL, r, f);
	for (const struct option *o = f->options; o->value != NULL; o++) {
		want(is_option_word(o->value), r, f);
		want(is_option_label(o->label), r, f);
		want(o - f->options < 64, r, f);
		for (const struct option *p = f->options; p < o; p++) {
			want(strcmp(p->value, o->value) != 0, r, f);
			want(strcmp(p->label.zh, o->label.zh) != 0, r, f);
			want(strcmp(p->label.en, o->label.en) != 0, r, f);
		}
	}
}

static void
type_has_its_columns(const struct reg *r, const struct field *f)
{
	want(f->type < F_TYPE_N, r, f);
	want((f->type == F_REF) == (f->ref != NULL), r, f);
	want(f->ref == NULL || reg_find(str_of(f->ref)) != NULL, r, f);
	want((f->type == F_NUMBER) == (f->prefix != NULL), r, f);
	want(f->type != F_NUMBER || (f->flags & UNIQUE) != 0, r, f);
	want(f->min <= f->max || (f->type == F_TEXT && f->max == 0), r, f);
	want((f->flags & SEARCH) == 0 || field_is_text(f->type), r, f);
	want((f->flags & UNIQUE) == 0 || field_is_text(f->type), r, f);
	want((f->flags & (REQUIRED | READONLY)) != (REQUIRED | READONLY), r, f);
	want(f->type != F_SECRET ||
		 (f->flags & (LIST | FILTER | SORT | SEARCH | UNIQUE)) == 0,
	     r, f);
}

static void
prefix_is_its_own(const struct reg *r, const struct field *f)
{
	if (f->prefix == NULL)
		return;
	for (const struct reg *const *o = registers; *o != r; o++)
		for (size_t i = 0; i < (*o)->n_fields; i++)
			want((*o)->fields[i].prefix == NULL ||
				 strcmp((*o)->fields[i].prefix, f->prefix) != 0,
			     r, f);
}

static bool
has_option(const struct field *f, struct str value)
{
	if (f->type == F_BOOL)
		return str_is(value, "0") || str_is(value, "1");
	for (const struct option *o = f->options; o->value != NULL; o++)
		if (str_is(value, o->value))
			return true;
	return false;
}

/* The field that decides stands before the one it decides about: the engine
 * and the form read from the top. */
static void
when_names_a_choice(const struct reg *r, const struct field *f)
{
	struct str values, name = str_cut(str_of(f->when), '=', &values);
	int i = reg_field_find(r, name);

	if (f->when == NULL)
		return;
	want(i >= 0 && &r->fields[i] < f, r, f);
	want(r->fields[i].type == F_ENUM || r->fields[i].type == F_BOOL, r, f);
	want(values.n > 0, r, f);
	while (values.n > 0)
		want(has_option(&r->fields[i], str_cut(values, '|', &values)),
		     r, f);
}

static void
after_names_its_kind(const struct reg *r, const struct field *f)
{
	const struct field *g = field_of(r, f->after);

	if (f->after == NULL)
		return;
	want(g != NULL && g != f && g->type == f->type, r, f);
	want(f->type == F_DATE || f->type == F_TIME, r, f);
}

static void
fields_are_sound(void **state)
{
	(void)state;
	each_field(name_is_legal);
	each_field(label_is_whole);
	each_field(options_are_whole);
	each_field(type_has_its_columns);
	each_field(prefix_is_its_own);
	each_field(when_names_a_choice);
	each_field(after_names_its_kind);
}

static void
title_and_sort_exist(void **state)
{
	(void)state;
	for (const struct reg *const *at = registers; *at != NULL; at++) {
		const struct reg *r = *at;
		const char *sort = r->sort;
		const struct field *title = field_of(r, r->title), *f;

		want(title != NULL && field_is_text(title->type), r, NONE);
		want((title->flags & LIST) != 0, r, title);
		if (sort == NULL)
			continue;
		f = field_of(r, sort + (*sort == '-'));
		want(f != NULL && (f->flags & SORT) != 0, r, NONE);
	}
}

/* What the database says of itself; the only SQL of this test. */
static struct stmt stmt_columns = {
	.name = "test_columns",
	.sql = { "SELECT name, type FROM pragma_table_info($1)",
		 "SELECT column_name::text, upper(data_type) "
		 "FROM information_schema.columns "
		 "WHERE table_schema = current_schema() AND table_name = $1" },
	.n_args = 1
};
static struct stmt stmt_indexes = {
	.name = "test_indexes",
	.sql = { "SELECT \"unique\", (SELECT group_concat(name, ',') FROM "
		 "(SELECT name FROM pragma_index_info(il.name) "
		 "ORDER BY seqno)) FROM pragma_index_list($1) AS il",
		 "SELECT CASE WHEN x.indisunique THEN 1::bigint ELSE 0 END, "
		 "(SELECT string_agg(a.attname, ',' ORDER BY k.n) "
		 "FROM unnest(x.indkey) WITH ORDINALITY AS k (att, n) "
		 "JOIN pg_attribute a ON a.attrelid = x.indrelid "
		 "AND a.attnum = k.att) FROM pg_index x "
		 "WHERE x.indrelid = quote_ident($1)::regclass" },
	.n_args = 1
};
static struct stmt stmt_refs = {
	.name = "test_refs",
	.sql = { "SELECT \"from\", \"table\" FROM pragma_foreign_key_list($1)",
		 "SELECT a.attname::text, f.relname::text "
		 "FROM pg_constraint c JOIN pg_class f ON f.oid = c.confrelid "
		 "JOIN pg_attribute a "
		 "ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] "
		 "WHERE c.contype = 'f' "
		 "AND c.conrelid = quote_ident($1)::regclass" },
	.n_args = 1
};
static int columns_no, indexes_no, refs_no;

static struct rows
ask(struct store *s, int stmt, const char *table)
{
	struct rows rows = { 0 };

	store_ok(s, db_run(s->db, stmt, ARGS(val_text(str_of(table))), &s->a,
			   &rows, &s->why));
	return rows;
}

static const struct val *
row_named(const struct rows *rows, const char *name)
{
	for (size_t i = 0; i < rows->n; i++)
		if (str_is(rows_at(rows, i)[0].s, name))
			return rows_at(rows, i);
	return NULL;
}

static const char *
column_type(const struct field *f)
{
	return field_is_text(f->type) ? "TEXT" :
	       f->type == F_BOOL      ? "SMALLINT" :
					"BIGINT";
}

static void
columns_fit(struct store *s, const struct reg *r)
{
	struct rows rows = ask(s, columns_no, r->name);

	want(rows.n == ARRAY_LEN(common) + r->n_fields, r, NONE);
	for (size_t i = 0; i < ARRAY_LEN(common); i++)
		want(row_named(&rows, common[i]) != NULL, r, NONE);
	for (size_t i = 0; i < r->n_fields; i++) {
		const struct field *f = &r->fields[i];
		const struct val *row = row_named(&rows, f->name);

		want(row != NULL && str_is(row[1].s, column_type(f)), r, f);
	}
}

/* A table cannot refer to one that a later migration makes. */
static bool
refers_ahead(const struct reg *r, const struct field *f)
{
	static const struct {
		const char *reg, *field;
	} ahead[] = { { "workorder", "fault" } };

	for (size_t i = 0; i < ARRAY_LEN(ahead); i++)
		if (strcmp(ahead[i].reg, r->name) == 0 &&
		    strcmp(ahead[i].field, f->name) == 0)
			return true;
	return false;
}

static void
refs_fit(struct store *s, const struct reg *r)
{
	struct rows rows = ask(s, refs_no, r->name);

	for (size_t i = 0; i < r->n_fields; i++) {
		const struct field *f = &r->fields[i];
		const struct val *row;

		if (f->type != F_REF || refers_ahead(r, f))
			continue;
		row = row_named(&rows, f->name);
		want(row != NULL, r, f);
		want(str_is(row[1].s, f->ref), r, f);
	}
}

static bool
has_index(const struct rows *rows, bool unique, const char *columns)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct val *v = rows_at(rows, i);

		if ((!unique || v[0].i == 1) && str_is(v[1].s, columns))
			return true;
	}
	return false;
}

static void
indexes_fit(struct store *s, const struct reg *r)
{
	struct rows rows = ask(s, indexes_no, r->name);
	char columns[128];

	want(has_index(&rows, false, "org,id,retired_ms"), r, NONE);
	for (size_t i = 0; i < r->n_fields; i++) {
		const struct field *f = &r->fields[i];

		(void)snprintf(columns, sizeof(columns), "org,%s,id,retired_ms",
			       f->name);
		want((f->flags & (FILTER | SORT)) == 0 ||
			 has_index(&rows, false, columns),
		     r, f);
		(void)snprintf(columns, sizeof(columns), "org,%s", f->name);
		want((f->flags & UNIQUE) == 0 ||
			 has_index(&rows, true, columns) ||
			 has_index(&rows, true, f->name), /* everywhere */
		     r, f);
	}
}

static void
tables_fit_the_registers(void **state)
{
	struct store *s = store_of(state);

	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	for (const struct reg *const *r = registers; *r != NULL; r++) {
		columns_fit(s, *r);
		refs_fit(s, *r);
		indexes_fit(s, *r);
		arena_reset(&s->a);
	}
}

/* Two filters and the order of the number, over the biggest register. */
static void
devices_have_the_pairs(void **state)
{
	static const char *const pairs[] = {
		"org,site,state,number,id,retired_ms",
		"org,system,state,number,id,retired_ms",
		"org,kind,state,number,id,retired_ms",
		"org,kind,site,number,id,retired_ms"
	};
	struct store *s = store_of(state);
	struct rows rows;

	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	rows = ask(s, indexes_no, "device");
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		assert_true(has_index(&rows, false, pairs[i]));
}

static void
every_statement_prepares(void **state)
{
	struct store *s = store_of(state);

	store_ok(s, db_check(s->db, &s->why));
}

static int
setup(void **state)
{
	(void)state;
	registers_start();
	columns_no = stmt_add(&stmt_columns);
	indexes_no = stmt_add(&stmt_indexes);
	refs_no = stmt_add(&stmt_refs);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(registers_are_sound),
		cmocka_unit_test(fields_are_sound),
		cmocka_unit_test(title_and_sort_exist),
		STORE_TEST(tables_fit_the_registers),
		STORE_TEST(devices_have_the_pairs),
		STORE_TEST(every_statement_prepares),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
