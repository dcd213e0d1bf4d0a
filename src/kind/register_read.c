/* register_read.c - values of fields from JSON and from text. */
#include <string.h>

#include <sodium.h>

#include "base/json.h"
#include "base/str.h"
#include "kind/register_row.h"

struct reg_input
reg_input_new(struct arena *a, const struct reg *r)
{
	return (
	    struct reg_input){ .set = ARENA_ARRAY(a, r->n_fields, bool),
			       .v = ARENA_ARRAY(a, r->n_fields, struct val) };
}

static enum err
bad(struct task *t, const struct field *f, const char *code, const char *en,
    const char *zh)
{
	return fail_field(&t->why, f->name, f->label, code, "%s%.0s", "%.0s%s",
			  en, zh);
}

static const struct option *
option_find(const struct field *f, struct str text, bool by_label)
{
	for (const struct option *o = f->options; o->value != NULL; o++)
		if (str_is(text, o->value) ||
		    (by_label &&
		     (str_is(text, o->label.zh) || str_is(text, o->label.en))))
			return o;
	return NULL;
}

static enum err
bad_option(struct task *t, const struct field *f, struct str text)
{
	return fail_field(&t->why, f->name, f->label, "option",
			  "“%.*s” is not one of the choices",
			  "“%.*s”不在可选项中", text.n > 40 ? 40 : (int)text.n,
			  text.p);
}

/* The chosen options joined in table order, each once. */
static struct val
set_of(struct arena *a, const struct field *f, const bool *chosen)
{
	struct buf b = buf_open(4096);
	struct val v;

	for (size_t i = 0; f->options[i].value != NULL; i++)
		if (chosen[i])
			buf_printf(&b, "%s%s", b.n == 0 ? "" : ",",
				   f->options[i].value);
	must(!b.full);
	v = b.n == 0 ? val_null() : val_text(arena_str(a, buf_str(&b)));
	buf_release(&b);
	return v;
}

static enum err
read_set(struct task *t, const struct field *f, const struct js *j,
	 struct val *out)
{
	bool chosen[64] = { false };

	if (j->type != JS_LIST)
		return bad(t, f, "type", "must be a list", "应为列表");
	for (size_t i = 0; i < j->n; i++) {
		const struct option *o = j->in[i].type == JS_TEXT ?
					     option_find(f, j->in[i].s, false) :
					     NULL;

		if (o == NULL)
			return bad_option(t, f, j->in[i].s);
		must(o - f->options < 64);
		chosen[o - f->options] = true;
	}
	*out = set_of(t->a, f, chosen);
	return OK;
}

/*
 * Words that must be recognised but never read: duress words, door codes.  A
 * light argon2id, because it runs where rows are written.
 */
static enum err
read_secret(struct task *t, const struct field *f, struct str text,
	    struct val *out)
{
	char hash[crypto_pwhash_STRBYTES];

	if (text.n > 200)
		return bad(t, f, "too_long", "has more than 200 bytes",
			   "超过 200 字节");
	must(crypto_pwhash_str(hash, text.p, text.n, 1, 8u << 20) == 0);
	*out = val_text(arena_str(t->a, str_of(hash)));
	return OK;
}

static enum err
read_text(struct task *t, const struct field *f, struct str text,
	  struct val *out)
{
	struct str s = f->type == F_LINES ? text : str_trim(text);

	if (s.n == 0) {
		*out = val_null();
		return OK;
	}
	if (!str_is_utf8(s))
		return bad(t, f, "utf8", "is not valid UTF-8",
			   "不是有效的 UTF-8 文本");
	if (f->type != F_LINES &&
	    (memchr(s.p, '\n', s.n) != NULL || memchr(s.p, '\r', s.n) != NULL))
		return bad(t, f, "lines", "must be one line", "应为单行");
	if (f->type == F_SECRET)
		return read_secret(t, f, s, out);
	if (f->type == F_ENUM && option_find(f, s, false) == NULL)
		return bad_option(t, f, s);
	*out = val_text(arena_str(t->a, s));
	return OK;
}

static enum err
read_ref(struct task *t, const struct field *f, struct str text,
	 struct val *out)
{
	int64_t id;

	if (!str_to_int(text, 1, INT64_MAX, &id))
		return bad(t, f, "type", "must be an id", "应为记录编号");
	*out = val_int(id);
	return OK;
}

static enum err
read_json(struct task *t, const struct field *f, const struct js *j,
	  struct val *out)
{
	*out = val_null();
	if (j->type == JS_NULL)
		return OK;
	if (f->type == F_SET)
		return read_set(t, f, j, out);
	if (f->type == F_BOOL) {
		if (j->type != JS_BOOL)
			return bad(t, f, "type", "must be true or false",
				   "应为是或否");
		*out = val_int(j->i);
		return OK;
	}
	if (field_is_text(f->type) || f->type == F_REF) {
		if (j->type != JS_TEXT)
			return bad(t, f, "type", "must be text", "应为文本");
		return f->type == F_REF ? read_ref(t, f, j->s, out) :
					  read_text(t, f, j->s, out);
	}
	if (j->type != JS_INT)
		return bad(t, f, "type", "must be a whole number", "应为整数");
	*out = val_int(j->i);
	return OK;
}

static enum err
unknown_member(struct task *t, struct str key)
{
	const char *name = arena_cstr(t->a, key);
	enum err rc =
	    fail_field(&t->why, name, (struct label){ name, name }, "unknown",
		       "is not a field here", "不是此处的字段");

	if (rc != OK)
		t->why.code = ERR_UNKNOWN_FIELD;
	return ERR_UNKNOWN_FIELD;
}

static enum err
read_one(struct task *t, const struct reg *r, const struct js *j,
	 struct reg_input *out)
{
	int i = reg_field_find(r, j->key);
	const struct field *f;

	if (i < 0)
		return unknown_member(t, j->key);
	f = &r->fields[i];
	if ((f->flags & READONLY) != 0 && r->process == NULL)
		return bad(t, f, "readonly", "is set by the program",
			   "由系统填写，不能修改");
	out->set[i] = true;
	return read_json(t, f, j, &out->v[i]);
}

void
task_collect(struct task *t)
{
	if (t->why.faults == NULL)
		t->why.room = t->a;
}

/* As long as where a register asks for one (doc/api.md). */
#define REASON_MAX 500

static enum err
read_reason(struct task *t, const struct js *j, struct str *out)
{
	static const struct label label = LABEL("原因", "Reason");

	if (j->type != JS_TEXT && j->type != JS_NULL)
		return fail_field(&t->why, "reason", label, "type",
				  "must be text", "应为文本");
	if (str_chars(j->s) > REASON_MAX)
		return fail_field(&t->why, "reason", label, "too_long",
				  "has more than %d characters",
				  "超过 %d 个字符", REASON_MAX);
	*out = j->s;
	return OK;
}

static enum err
read_object(struct task *t, const struct reg *r, struct str body,
	    struct reg_input *out, struct str *reason)
{
	struct js j;
	enum err rc = OK;

	task_collect(t);
	*out = reg_input_new(t->a, r);
	TRY(js_parse(body, t->a, &j, &t->why));
	if (j.type != JS_OBJECT)
		return fail(&t->why, ERR_JSON, "the body must be a JSON object",
			    "请求体应为 JSON 对象");
	for (size_t i = 0; i < j.n; i++) {
		enum err one = OK;

		if (reason != NULL && str_is(j.in[i].key, "reason"))
			one = read_reason(t, &j.in[i], reason);
		else
			one = read_one(t, r, &j.in[i], out);
		rc = rc == OK ? one : rc;
	}
	return rc;
}

enum err
reg_input_json(struct task *t, const struct reg *r, struct str body,
	       struct reg_input *out)
{
	return read_object(t, r, body, out, NULL);
}

enum err
reg_input_step(struct task *t, const struct reg *r, struct str body,
	       struct reg_input *out, struct str *reason)
{
	*reason = STR("");
	if (body.n > 0)
		return read_object(t, r, body, out, reason);
	*out = reg_input_new(t->a, r);
	return OK;
}

/* "2026-11-22", "2026/11/22", "2026.11.22", "2026年11月22日" */
static bool
date_from_text(struct str s, char out[11])
{
	int64_t part[3], days;
	size_t n = 0, at = 0;

	while (n < 3 && at < s.n) {
		size_t from = at;

		while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
			at++;
		if (!str_to_int((struct str){ s.p + from, at - from }, 0, 9999,
				&part[n++]))
			return false;
		while (at < s.n && (s.p[at] < '0' || s.p[at] > '9'))
			at++;
	}
	if (n != 3 || at != s.n || part[1] > 99 || part[2] > 99)
		return false;
	(void)snprintf(out, 11, "%04d-%02d-%02d", (int)part[0] % 10000,
		       (int)part[1] % 100, (int)part[2] % 100);
	return date_parse((struct str){ out, 10 }, &days);
}

/* "1234.5" as a whole number of 10^-digits; commas between thousands. */
static bool
decimal_from_text(struct str s, int digits, int64_t *out)
{
	char whole[20 + FIELD_PLACES_MAX];
	size_t n = 0;
	int after = -1;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == ',' && after < 0)
			continue;
		if (s.p[i] == '.' && after < 0) {
			after = 0;
			continue;
		}
		if (n >= 20 || after >= digits)
			return false;
		after += after >= 0;
		whole[n++] = s.p[i];
	}
	for (after = after < 0 ? 0 : after; after < digits; after++)
		whole[n++] = '0';
	return str_to_int((struct str){ whole, n }, INT64_MIN, INT64_MAX, out);
}

/* "2026-11-22 14:30[:05]" in the task's zone, or RFC 3339. */
static bool
time_from_text(struct task *t, struct str s, int64_t *out)
{
	struct str clock, hour, minute;
	struct str day = str_cut(s, ' ', &clock);
	int64_t days, h, m, sec = 0;
	char iso[11];

	if (time_parse(s, out))
		return true;
	if (!date_from_text(day, iso) ||
	    !date_parse((struct str){ iso, 10 }, &days))
		return false;
	hour = str_cut(clock, ':', &clock);
	minute = str_cut(clock, ':', &clock);
	if (!str_to_int(hour, 0, 23, &h) || !str_to_int(minute, 0, 59, &m) ||
	    (clock.n > 0 && !str_to_int(clock, 0, 59, &sec)))
		return false;
	*out = zone_day_start(task_zone(t), days) + h * HOUR_MS +
	       m * MINUTE_MS + sec * SECOND_MS;
	return true;
}

static bool
bool_from_text(struct str s, int64_t *out)
{
	static const char *const yes[] = { "是", "yes", "true", "1", "√" };
	static const char *const no[] = { "否", "no", "false", "0", "×" };

	for (size_t i = 0; i < ARRAY_LEN(yes); i++) {
		if (str_is(s, yes[i]) || str_is(s, no[i])) {
			*out = str_is(s, yes[i]);
			return true;
		}
	}
	return false;
}

static enum err
set_from_text(struct task *t, const struct field *f, struct str s,
	      struct val *out)
{
	bool chosen[64] = { false };
	struct str rest = s;

	while (rest.n > 0) {
		struct str one = rest;
		const struct option *o;
		size_t n = 0;

		/* 、 and ，are three bytes each. */
		while (n < rest.n && rest.p[n] != ',' && rest.p[n] != ';' &&
		       !str_starts(str_skip(rest, n), STR("、")) &&
		       !str_starts(str_skip(rest, n), STR("，")))
			n++;
		one.n = n;
		rest = str_skip(rest, n);
		rest = str_skip(rest, rest.n == 0			   ? 0 :
				      rest.p[0] == ',' || rest.p[0] == ';' ? 1 :
									     3);
		o = option_find(f, str_trim(one), true);
		if (o == NULL)
			return bad_option(t, f, str_trim(one));
		must(o - f->options < 64);
		chosen[o - f->options] = true;
	}
	*out = set_of(t->a, f, chosen);
	return OK;
}

static enum err
ref_from_text(struct task *t, const struct field *f, struct str s,
	      struct val *out)
{
	const struct reg *to = reg_find(str_of(f->ref));
	int64_t id;
	struct why why = t->why;

	must(to != NULL);
	if (reg_id_by_text(t, to, s, &id) != OK) {
		t->why = why;
		return bad(t, f, "ambiguous",
			   "names more than one row: use its number",
			   "对应多条记录，请改用编号");
	}
	if (id == 0)
		return fail_field(&t->why, f->name, f->label, "ref",
				  "there is no %s%.0s “%.*s”",
				  "没有%.0s“%s”“%.*s”", to->label.en,
				  to->label.zh, s.n > 60 ? 60 : (int)s.n, s.p);
	*out = val_int(id);
	return OK;
}

static enum err
number_from_text(struct task *t, const struct field *f, struct str s,
		 struct val *out)
{
	int64_t v;
	bool good =
	    f->type == F_BOOL ? bool_from_text(s, &v) :
	    f->type == F_TIME ? time_from_text(t, s, &v) :
				decimal_from_text(s, field_places(f), &v);

	if (!good)
		return fail_field(&t->why, f->name, f->label, "type",
				  "cannot read “%.*s”", "无法识别“%.*s”",
				  s.n > 40 ? 40 : (int)s.n, s.p);
	*out = val_int(v);
	return OK;
}

static enum err
value_from_text(struct task *t, const struct field *f, struct str s,
		struct val *out)
{
	const struct option *o;
	char iso[11];

	if (f->type == F_SET)
		return set_from_text(t, f, s, out);
	if (f->type == F_REF)
		return ref_from_text(t, f, s, out);
	if (!field_is_text(f->type))
		return number_from_text(t, f, s, out);
	if (f->type == F_ENUM) {
		o = option_find(f, s, true);
		if (o == NULL)
			return bad_option(t, f, s);
		*out = val_text(str_of(o->value));
		return OK;
	}
	if (f->type == F_DATE && date_from_text(s, iso))
		s = (struct str){ iso, 10 };
	return read_text(t, f, s, out);
}

enum err
reg_input_text(struct task *t, const struct reg *r, size_t field,
	       struct str text, struct reg_input *out)
{
	const struct field *f = &r->fields[field];
	struct str s = f->type == F_LINES ? text : str_trim(text);

	task_collect(t);
	out->set[field] = true;
	out->v[field] = val_null();
	if (s.n == 0)
		return OK;
	if (!str_is_utf8(s))
		return bad(t, f, "utf8", "is not valid UTF-8",
			   "不是有效的 UTF-8 文本");
	return value_from_text(t, f, s, &out->v[field]);
}
