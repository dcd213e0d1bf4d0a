/* pack_parse.c - a pack from its text; what is not understood is refused. */
#include "base/json.h"
#include "base/rnd.h"
#include "base/str.h"
#include "rating/pack.h"

#define NUMBER_MAX INT64_C(1000000000000)

static enum err
bad(struct why *why, const char *what)
{
	return fail(why, ERR_INVALID, "the pack is wrong at “%s”",
		    "标准包内容有误：“%s”", what);
}

static enum err
text_of(const struct js *j, const char *key, struct str *out, struct why *why)
{
	const struct js *v = js_member(j, key);

	if (v == NULL || v->type != JS_TEXT || v->s.n == 0)
		return bad(why, key);
	*out = v->s;
	return OK;
}

static enum err
clause_of(const struct js *j, struct arena *a, const char **out,
	  struct why *why)
{
	struct str s;

	TRY(text_of(j, "clause", &s, why));
	*out = arena_cstr(a, s);
	return OK;
}

static enum err
label_of(const struct js *j, const char *key, struct arena *a,
	 struct label *out, struct why *why)
{
	const struct js *label = js_member(j, key);
	struct str zh, en;

	if (label == NULL)
		return bad(why, key);
	TRY(text_of(label, "zh", &zh, why));
	TRY(text_of(label, "en", &en, why));
	*out = (struct label){ arena_cstr(a, zh), arena_cstr(a, en) };
	return OK;
}

/* true, false, or not there: false. */
static enum err
flag_of(const struct js *j, const char *key, bool *out, struct why *why)
{
	const struct js *v = js_member(j, key);

	*out = v != NULL && v->i != 0;
	return v == NULL || v->type == JS_BOOL ? OK : bad(why, key);
}

/* Nothing that this program does not understand may be in a pack. */
static enum err
only(const struct js *j, const char *const *keys, struct why *why)
{
	for (size_t i = 0; i < j->n; i++) {
		size_t k = 0;

		while (keys[k] != NULL && !str_is(j->in[i].key, keys[k]))
			k++;
		if (keys[k] == NULL)
			return fail(why, ERR_INVALID,
				    "the pack has an unknown member “%.*s”",
				    "标准包含有未知成员“%.*s”",
				    STR_ARG(j->in[i].key));
	}
	return OK;
}

static enum err
change_of(const struct js *j, enum change *out, struct why *why)
{
	struct str word;

	TRY(text_of(j, "change", &word, why));
	if (str_is(word, "no"))
		*out = CHANGE_NO;
	else if (str_is(word, "lower"))
		*out = CHANGE_LOWER;
	else if (str_is(word, "raise"))
		*out = CHANGE_RAISE;
	else
		return bad(why, "change");
	return OK;
}

static enum err
param_of(const struct js *j, struct arena *a, struct pack_param *out,
	 struct why *why)
{
	static const char *const keys[] = { "name",   "value",	"unit",
					    "clause", "change", "provisional",
					    NULL };
	const struct js *value = js_member(j, "value");

	TRY(only(j, keys, why));
	TRY(text_of(j, "name", &out->name, why));
	TRY(text_of(j, "unit", &out->unit, why));
	TRY(clause_of(j, a, &out->clause, why));
	if (value == NULL || value->type != JS_INT || value->i < 0 ||
	    value->i > NUMBER_MAX)
		return bad(why, "value");
	out->value = value->i;
	TRY(flag_of(j, "provisional", &out->provisional, why));
	return change_of(j, &out->change, why);
}

static enum err
params_of(const struct js *list, struct arena *a, struct pack *out,
	  struct why *why)
{
	if (list == NULL || list->type != JS_LIST)
		return bad(why, "parameters");
	out->params = ARENA_ARRAY(a, list->n, struct pack_param);
	for (size_t i = 0; i < list->n; i++) {
		struct pack_param *p = &out->params[i];

		TRY(param_of(&list->in[i], a, p, why));
		for (size_t k = 0; k < i; k++)
			if (str_eq(out->params[k].name, p->name))
				return bad(why, arena_cstr(a, p->name));
	}
	out->n_params = list->n;
	return OK;
}

static enum err
column_of(const struct js *j, struct arena *a, struct pack_column *out,
	  struct why *why)
{
	static const char *const keys[] = { "name",   "posts",	"certificate",
					    "strict", "clause", "provisional",
					    "label",  NULL };

	TRY(only(j, keys, why));
	TRY(text_of(j, "name", &out->name, why));
	TRY(text_of(j, "posts", &out->posts, why));
	TRY(text_of(j, "certificate", &out->certificate, why));
	TRY(flag_of(j, "strict", &out->strict, why));
	TRY(flag_of(j, "provisional", &out->provisional, why));
	TRY(clause_of(j, a, &out->clause, why));
	return label_of(j, "label", a, &out->label, why);
}

/* The last row has no end; each of the others ends above the one before. */
static enum err
row_of(const struct js *j, bool is_last, const struct pack_table *t,
       struct pack_row *out, struct why *why)
{
	static const char *const keys[] = { "to", "values", NULL };
	const struct js *to = js_member(j, "to"), *v = js_member(j, "values");

	TRY(only(j, keys, why));
	out->from = t->n_rows == 0 ? 0 : t->rows[t->n_rows - 1].to + 1;
	out->to = INT64_MAX;
	if ((to == NULL) != is_last ||
	    (to != NULL &&
	     (to->type != JS_INT || to->i < out->from || to->i > NUMBER_MAX)))
		return bad(why, "to");
	if (to != NULL)
		out->to = to->i;
	if (v == NULL || v->type != JS_LIST || v->n != t->n_columns)
		return bad(why, "values");
	for (size_t i = 0; i < v->n; i++) {
		if (v->in[i].type != JS_INT || v->in[i].i < 1 ||
		    v->in[i].i > NUMBER_MAX)
			return bad(why, "values");
		out->values[i] = v->in[i].i;
	}
	return OK;
}

static enum err
table_of(const struct js *j, struct arena *a, struct pack_table *out,
	 struct why *why)
{
	static const char *const keys[] = { "name", "clause", "columns", "rows",
					    NULL };
	const struct js *columns = js_member(j, "columns");
	const struct js *rows = js_member(j, "rows");

	TRY(only(j, keys, why));
	TRY(text_of(j, "name", &out->name, why));
	TRY(clause_of(j, a, &out->clause, why));
	if (columns == NULL || columns->type != JS_LIST || columns->n == 0 ||
	    columns->n > PACK_COLUMNS_MAX)
		return bad(why, "columns");
	if (rows == NULL || rows->type != JS_LIST || rows->n == 0)
		return bad(why, "rows");
	out->columns = ARENA_ARRAY(a, columns->n, struct pack_column);
	out->rows = ARENA_ARRAY(a, rows->n, struct pack_row);
	for (size_t i = 0; i < columns->n; i++)
		TRY(column_of(&columns->in[i], a, &out->columns[i], why));
	out->n_columns = columns->n;
	for (; out->n_rows < rows->n; out->n_rows++)
		TRY(row_of(&rows->in[out->n_rows], out->n_rows + 1 == rows->n,
			   out, &out->rows[out->n_rows], why));
	return OK;
}

static enum err
tables_of(const struct js *list, struct arena *a, struct pack *out,
	  struct why *why)
{
	if (list == NULL)
		return OK;
	if (list->type != JS_LIST)
		return bad(why, "tables");
	out->tables = ARENA_ARRAY(a, list->n, struct pack_table);
	for (; out->n_tables < list->n; out->n_tables++)
		TRY(table_of(&list->in[out->n_tables], a,
			     &out->tables[out->n_tables], why));
	return OK;
}

static enum err
note_of(const struct js *j, struct arena *a, struct pack_note *out,
	struct why *why)
{
	static const char *const keys[] = { "name", "clause", "text",
					    "provisional", NULL };

	TRY(only(j, keys, why));
	TRY(text_of(j, "name", &out->name, why));
	TRY(clause_of(j, a, &out->clause, why));
	TRY(flag_of(j, "provisional", &out->provisional, why));
	return label_of(j, "text", a, &out->text, why);
}

static enum err
notes_of(const struct js *list, struct arena *a, struct pack *out,
	 struct why *why)
{
	if (list == NULL)
		return OK;
	if (list->type != JS_LIST)
		return bad(why, "notes");
	out->notes = ARENA_ARRAY(a, list->n, struct pack_note);
	for (; out->n_notes < list->n; out->n_notes++)
		TRY(note_of(&list->in[out->n_notes], a,
			    &out->notes[out->n_notes], why));
	return OK;
}

enum err
pack_parse(struct str text, struct arena *a, struct pack *out, struct why *why)
{
	static const char *const keys[] = { "pack",	  "version", "title",
					    "status",	  "tables",  "notes",
					    "parameters", NULL };
	uint8_t sum[SHA256_BYTES];
	struct js j;

	*out = (struct pack){ 0 };
	TRY(js_parse(text, a, &j, why));
	TRY(only(&j, keys, why));
	TRY(text_of(&j, "pack", &out->name, why));
	TRY(text_of(&j, "version", &out->version, why));
	TRY(text_of(&j, "status", &out->status, why));
	TRY(label_of(&j, "title", a, &out->title, why));
	sha256(text, sum);
	hex_print(sum, sizeof(sum), out->digest);
	TRY(params_of(js_member(&j, "parameters"), a, out, why));
	TRY(tables_of(js_member(&j, "tables"), a, out, why));
	return notes_of(js_member(&j, "notes"), a, out, why);
}
