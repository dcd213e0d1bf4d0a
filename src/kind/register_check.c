/* register_check.c - what the field table demands of a whole row. */
#include <string.h>

#include "base/str.h"
#include "gen/stmt.h"
#include "kind/register_row.h"
#include "kind/register_sql.h"
#include "kind/secret.h"

/* when = "field=a|b|c" */
bool
field_is_on(const struct reg *r, const struct field *f, const struct val *row)
{
	struct str values, name = str_cut(str_of(f->when), '=', &values);
	const struct val *v;
	int other = reg_field_find(r, name);

	if (f->when == NULL)
		return true;
	must(other >= 0);
	v = &row[other];
	while (values.n > 0) {
		struct str one = str_cut(values, '|', &values);

		if (v->type == VAL_TEXT && str_eq(v->s, one))
			return true;
		if (v->type == VAL_INT && str_is(one, v->i != 0 ? "1" : "0"))
			return true;
	}
	return false;
}

static enum err
check_length(struct task *t, const struct field *f, struct str s)
{
	int64_t max = f->max != 0 ? f->max : f->type == F_LINES ? 4000 : 200;
	int64_t n = (int64_t)str_chars(s);

	if (f->type == F_SECRET || f->type == F_SET)
		return OK;
	if (n > max)
		return fail_field(&t->why, f->name, f->label, "too_long",
				  "has %d characters, at most %d",
				  "有 %d 个字符，最多 %d 个", (int)n, (int)max);
	if (n < f->min)
		return fail_field(&t->why, f->name, f->label, "too_short",
				  "has %d characters, at least %d",
				  "有 %d 个字符，至少 %d 个", (int)n,
				  (int)f->min);
	return OK;
}

static enum err
check_form(struct task *t, const struct field *f, struct str s)
{
	int64_t days;

	if (f->type == F_DATE && !date_parse(s, &days))
		return fail_field(&t->why, f->name, f->label, "date",
				  "is not a date like 2026-11-22",
				  "不是有效日期，应如 2026-11-22");
	if (f->type == F_EMAIL &&
	    (memchr(s.p, '@', s.n) == NULL || s.p[0] == '@' ||
	     s.p[s.n - 1] == '@' || memchr(s.p, ' ', s.n) != NULL))
		return fail_field(&t->why, f->name, f->label, "email",
				  "is not an e-mail address",
				  "不是有效的电子邮件地址");
	for (size_t i = 0; f->type == F_PHONE && i < s.n; i++)
		if (memchr("0123456789+-() /,", s.p[i], 17) == NULL)
			return fail_field(&t->why, f->name, f->label, "phone",
					  "may hold digits, + - ( ) and blanks",
					  "只能包含数字、+ - ( ) 和空格");
	if (f->type == F_FILE && s.n != 64)
		return fail_field(&t->why, f->name, f->label, "file",
				  "is not an uploaded file",
				  "不是已上传的文件");
	return OK;
}

/* 9999-12-31T23:59:59.999Z: sums of times stay far from the end of 64 bits. */
#define TIME_MS_MAX INT64_C(253402300799999)

static enum err
check_number(struct task *t, const struct field *f, int64_t v)
{
	bool money = f->type == F_MONEY;
	const char *unit = f->places > 0 ? f->unit : "";
	int64_t one = 1;

	if (f->type == F_TIME && (v < 0 || v > TIME_MS_MAX))
		return fail_field(&t->why, f->name, f->label, "range",
				  "must be between the years 1970 and 9999",
				  "应在 1970 年与 9999 年之间");
	if (f->min == 0 && f->max == 0)
		return v < 0 && money ?
			   fail_field(&t->why, f->name, f->label, "range",
				      "must not be negative", "不能为负数") :
			   OK;
	for (int i = 0; i < f->places; i++)
		one *= 10; /* people write 180, not 180000000 */
	if (v < f->min || v > f->max)
		return fail_field(&t->why, f->name, f->label, "range",
				  "must be between %lld%s and %lld%s",
				  "应在 %lld%s 与 %lld%s 之间",
				  (long long)(f->min / one), unit,
				  (long long)(f->max / one), unit);
	return OK;
}

/* Dates as text and times as numbers both order by value. */
static enum err
check_after(struct task *t, const struct reg *r, const struct field *f,
	    const struct val *v, const struct val *row)
{
	size_t other = reg_field(r, f->after);
	const struct val *o = &row[other];
	bool before;

	if (o->type == VAL_NULL)
		return OK;
	before = v->type == VAL_TEXT ? str_cmp(v->s, o->s) < 0 : v->i < o->i;
	if (!before)
		return OK;
	return fail_field(&t->why, f->name, f->label, "order",
			  "is before “%s”%.0s", "%.0s早于“%s”",
			  r->fields[other].label.en, r->fields[other].label.zh);
}

static enum err
check_value(struct task *t, const struct reg *r, const struct field *f,
	    const struct val *row, const struct val *v)
{
	if (v->type == VAL_NULL)
		return (f->flags & REQUIRED) == 0 || f->type == F_NUMBER ?
			   OK :
			   fail_field(&t->why, f->name, f->label, "required",
				      "is required", "不能为空");
	if (v->type == VAL_TEXT) {
		TRY(check_length(t, f, v->s));
		TRY(check_form(t, f, v->s));
	} else {
		TRY(check_number(t, f, v->i));
	}
	return f->after == NULL ? OK : check_after(t, r, f, v, row);
}

/* A person of a customer names his own rows only: the answer tells titles. */
static enum err
is_in_scope(struct task *t, const struct reg *to, int64_t id, bool *out)
{
	struct why kept = t->why;
	struct reg_row row;
	enum err rc = OK;

	if (t->who.customer != 0)
		rc = reg_get(t, to, id, &row);
	*out = rc == OK;
	if (rc != ERR_NOT_FOUND)
		return rc;
	t->why = kept;
	return OK;
}

static enum err
check_ref(struct task *t, const struct field *f, int64_t id)
{
	const struct reg *to = reg_find(str_of(f->ref));
	struct rows rows;
	bool his;

	must(to != NULL);
	TRY(is_in_scope(t, to, id, &his));
	TRY(reg_titles(t, to, &id, 1, &rows));
	if (!his || rows.n == 0)
		return fail_field(&t->why, f->name, f->label, "ref",
				  "there is no such %s%.0s",
				  "%.0s没有这条“%s”记录", to->label.en,
				  to->label.zh);
	/* A panel that was forgotten at a retired site still reports a fire. */
	if (rows.v[2].type != VAL_NULL && !actor_is_program(&t->who))
		return fail_field(&t->why, f->name, f->label, "retired",
				  "“%.*s” is retired", "“%.*s”已停用",
				  STR_ARG(rows.v[1].s));
	return OK;
}

static enum err
check_unique(struct task *t, const struct reg *r, size_t i, int64_t id,
	     struct val v)
{
	const struct field *f = &r->fields[i];
	struct rows rows;
	enum err rc;

	TRY(db_run(t->db, reg_sql(r)->by_value[i], ARGS(val_int(t->who.org), v),
		   t->a, &rows, &t->why));
	if (rows.n == 0 || rows.v[0].i == id)
		return OK;
	rc = fail_field(&t->why, f->name, f->label, "unique",
			"“%.*s” exists already", "“%.*s”已存在", STR_ARG(v.s));
	if (rc != OK && t->why.n_faults <= 1)
		t->why.code = ERR_CONFLICT;
	return rc;
}

/* Uploaded first, by somebody of the same organisation. */
static enum err
check_file(struct task *t, const struct field *f, struct val v)
{
	struct rows rows;
	enum err rc;

	TRY(db_run(t->db, STMT_FILE_IS_STORED, ARGS(val_int(t->who.org), v),
		   t->a, &rows, &t->why));
	/* To know a digest is not enough to make the file one's own. */
	rc = rows.n == 0      ? ERR_NOT_FOUND :
	     t->who.user == 0 ? OK :
				file_may(t, v.s);
	if (rc != ERR_NOT_FOUND)
		return rc;
	return fail_field(&t->why, f->name, f->label, "file",
			  "is not an uploaded file", "不是已上传的文件");
}

/* A wrong name would refuse every frame, or send no notice: looked up on
 * every save.  The program loads rows before their secrets (the demo). */
static enum err
check_secret(struct task *t, const struct field *f, struct val v)
{
	bool there = true;

	if (v.type == VAL_NULL || actor_is_program(&t->who) ||
	    (f->type != F_KEY_REF && f->type != F_SECRET_REF))
		return OK;
	TRY(secret_has(t, v.s, &there));
	if (there)
		return OK;
	return fail_field(&t->why, f->name, f->label, "missing",
			  "is not in the key store: set it first",
			  "密钥库中没有此名称，请先设置");
}

/* Needs the database: only for what changed. */
static enum err
check_elsewhere(struct task *t, const struct reg *r, size_t i, int64_t id,
		struct val v)
{
	const struct field *f = &r->fields[i];

	if (v.type == VAL_NULL)
		return OK;
	if (f->type == F_REF)
		return check_ref(t, f, v.i);
	if (f->type == F_FILE)
		return check_file(t, f, v);
	if ((f->flags & UNIQUE) != 0 || f->type == F_NUMBER)
		return check_unique(t, r, i, id, v);
	return OK;
}

static enum err
check_field(struct task *t, const struct reg *r, const struct reg_row *old,
	    struct reg_row *row, size_t i)
{
	const struct field *f = &r->fields[i];
	bool changed = old == NULL || !val_eq(old->v[i], row->v[i]);

	if (!field_is_on(r, f, row->v)) {
		row->v[i] = val_null();
		return OK;
	}
	TRY(check_value(t, r, f, row->v, &row->v[i]));
	TRY(check_secret(t, f, row->v[i]));
	return changed ? check_elsewhere(t, r, i, row->id, row->v[i]) : OK;
}

enum err
reg_check(struct task *t, const struct reg *r, const struct reg_row *old,
	  struct reg_row *row)
{
	enum err rc = OK;

	task_collect(t);
	for (size_t i = 0; i < r->n_fields; i++) {
		enum err one = check_field(t, r, old, row, i);

		if (one == ERR_STORAGE || one == ERR_BUSY)
			return one;
		rc = rc == OK ? one : rc;
	}
	if (rc == OK && r->check != NULL)
		rc = r->check(t, old == NULL ? NULL : old->v, row->v);
	return rc == OK ? OK : t->why.code;
}
