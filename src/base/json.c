/* json.c - JSON in through jansson, JSON out by a streaming writer. */
#include "base/json.h"

#include <string.h>

#include <jansson.h>

#include "base/str.h"

/* Guard in front of the parser: never more than JSON_DEPTH_MAX open. */
static bool
is_deep(struct str text, size_t *at)
{
	size_t depth = 0;
	bool quoted = false;

	for (*at = 0; *at < text.n; ++*at) {
		char ch = text.p[*at];

		if (quoted && ch == '\\')
			++*at;
		else if (ch == '"')
			quoted = !quoted;
		else if (!quoted && (ch == '{' || ch == '['))
			depth++;
		else if (!quoted && (ch == '}' || ch == ']') && depth > 0)
			depth--;
		if (depth > JSON_DEPTH_MAX)
			return true;
	}
	return false;
}

static void copy_value(json_t *t, struct arena *a, struct js *out);

static void
copy_list(json_t *t, struct arena *a, struct js *out)
{
	out->type = JS_LIST;
	out->n = json_array_size(t);
	out->in = ARENA_ARRAY(a, out->n, struct js);
	for (size_t i = 0; i < out->n; i++)
		copy_value(json_array_get(t, i), a, &out->in[i]);
}

static void
copy_object(json_t *t, struct arena *a, struct js *out)
{
	size_t i = 0;

	out->type = JS_OBJECT;
	out->n = json_object_size(t);
	out->in = ARENA_ARRAY(a, out->n, struct js);
	for (void *it = json_object_iter(t); it != NULL;
	     it = json_object_iter_next(t, it)) {
		copy_value(json_object_iter_value(it), a, &out->in[i]);
		out->in[i++].key =
		    arena_str(a, str_of(json_object_iter_key(it)));
	}
}

/* The depth is bounded before, so this may recur. */
static void
copy_value(json_t *t, struct arena *a, struct js *out)
{
	if (json_is_string(t)) {
		out->type = JS_TEXT;
		out->s = arena_str(a, (struct str){ json_string_value(t),
						    json_string_length(t) });
	} else if (json_is_integer(t)) {
		out->type = JS_INT;
		out->i = json_integer_value(t);
	} else if (json_is_boolean(t)) {
		out->type = JS_BOOL;
		out->i = json_is_true(t);
	} else if (json_is_real(t)) {
		out->type = JS_REAL;
	} else if (json_is_array(t)) {
		copy_list(t, a, out);
	} else if (json_is_object(t)) {
		copy_object(t, a, out);
	}
}

enum err
js_parse(struct str text, struct arena *a, struct js *out, struct why *why)
{
	json_error_t e;
	json_t *t;
	size_t at;

	*out = (struct js){ 0 };
	if (is_deep(text, &at)) {
		why->position = (int64_t)at;
		return fail(why, ERR_JSON, "JSON is nested deeper than %d",
			    "JSON 嵌套超过 %d 层", JSON_DEPTH_MAX);
	}
	t = json_loadb(text.p == NULL ? "" : text.p, text.n,
		       JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &e);
	if (t == NULL) {
		why->position = e.position;
		return fail(why, ERR_JSON, "not valid JSON at byte %d: %.80s",
			    "第 %d 字节处不是有效的 JSON：%.80s", e.position,
			    e.text);
	}
	copy_value(t, a, out);
	json_decref(t);
	return OK;
}

const struct js *
js_member(const struct js *j, const char *key)
{
	if (j->type != JS_OBJECT)
		return NULL;
	for (size_t i = 0; i < j->n; i++)
		if (str_is(j->in[i].key, key))
			return &j->in[i];
	return NULL;
}

static enum err
read_text(const struct js *j, const struct member *m, struct str *out,
	  struct why *why)
{
	int64_t chars;

	if (j->type != JS_TEXT)
		return fail_field(why, m->name, m->label, "type",
				  "must be text", "应为文本");
	*out = j->s;
	chars = (int64_t)str_chars(j->s);
	if (chars < m->min)
		return fail_field(why, m->name, m->label, "too_short",
				  "needs at least %d characters",
				  "至少 %d 个字符", (int)m->min);
	if (chars > m->max)
		return fail_field(why, m->name, m->label, "too_long",
				  "has %d characters, at most %d",
				  "有 %d 个字符，最多 %d 个", (int)chars,
				  (int)m->max);
	return OK;
}

static enum err
read_int(const struct js *j, const struct member *m, int64_t *out,
	 struct why *why)
{
	if (j->type != JS_INT)
		return fail_field(why, m->name, m->label, "type",
				  "must be a whole number", "应为整数");
	if (j->i < m->min || j->i > m->max)
		return fail_field(why, m->name, m->label, "range",
				  "must be between %lld and %lld",
				  "应在 %lld 与 %lld 之间", (long long)m->min,
				  (long long)m->max);
	*out = j->i;
	return OK;
}

static enum err
read_texts(const struct js *j, const struct member *m, struct arena *a,
	   struct str_list *out, struct why *why)
{
	if (j->type != JS_LIST || (int64_t)j->n > m->max)
		return fail_field(why, m->name, m->label, "type",
				  "must be a list of at most %d texts",
				  "应为最多 %d 项的文本列表", (int)m->max);
	out->n = j->n;
	out->v = ARENA_ARRAY(a, j->n, struct str);
	for (size_t i = 0; i < j->n; i++) {
		if (j->in[i].type != JS_TEXT)
			return fail_field(why, m->name, m->label, "type",
					  "must hold texts only",
					  "只能包含文本");
		out->v[i] = j->in[i].s;
	}
	return OK;
}

static enum err
read_member(const struct js *j, const struct member *m, struct arena *a,
	    void *into, struct why *why)
{
	switch (m->type) {
	case MEMBER_TEXT:
		return read_text(j, m, into, why);
	case MEMBER_INT:
		return read_int(j, m, into, why);
	case MEMBER_ID:
		if (j->type == JS_TEXT && str_to_int(j->s, 1, INT64_MAX, into))
			return OK;
		return fail_field(why, m->name, m->label, "type",
				  "must be an id", "应为编号");
	case MEMBER_BOOL:
		if (j->type != JS_BOOL)
			return fail_field(why, m->name, m->label, "type",
					  "must be true or false",
					  "应为 true 或 false");
		*(bool *)into = j->i != 0;
		return OK;
	case MEMBER_TEXTS:
		return read_texts(j, m, a, into, why);
	}
	return OK;
}

static const struct member *
member_find(const struct member *members, size_t n, struct str key)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(key, members[i].name))
			return &members[i];
	return NULL;
}

static enum err
refuse_unknown(const struct js *j, const struct member *members, size_t n,
	       struct arena *a, struct why *why)
{
	enum err rc = OK;

	for (size_t i = 0; i < j->n; i++) {
		const char *key = arena_cstr(a, j->in[i].key);

		if (member_find(members, n, j->in[i].key) != NULL)
			continue;
		rc = fail_field(why, key, (struct label){ key, key }, "unknown",
				"is not a field here", "不是此处的字段");
		why->code = rc = ERR_UNKNOWN_FIELD;
	}
	return rc;
}

enum err
js_read(struct str text, struct arena *a, const struct member *members,
	size_t n, void *out, struct why *why)
{
	struct js j;
	enum err rc;

	TRY(js_parse(text, a, &j, why));
	if (j.type != JS_OBJECT)
		return fail(why, ERR_JSON, "the body must be a JSON object",
			    "请求体应为 JSON 对象");
	if (why->faults == NULL)
		why->room = a;
	rc = refuse_unknown(&j, members, n, a, why);
	for (size_t i = 0; i < n; i++) {
		const struct js *v = js_member(&j, members[i].name);
		enum err one = OK;

		if (v != NULL && v->type != JS_NULL)
			one = read_member(v, &members[i], a,
					  (char *)out + members[i].offset, why);
		else if (members[i].required)
			one = fail_field(why, members[i].name, members[i].label,
					 "required", "is required", "不能为空");
		rc = rc == OK ? one : rc;
	}
	return rc;
}

struct jw
jw_open(struct buf *b)
{
	return (struct jw){ .b = b };
}

static void
separate(struct jw *j)
{
	if (j->comma)
		buf_putc(j->b, ',');
	j->comma = true;
}

void
jw_begin(struct jw *j, char bracket)
{
	separate(j);
	buf_putc(j->b, bracket);
	j->comma = false;
}

void
jw_end(struct jw *j, char bracket)
{
	buf_putc(j->b, bracket);
	j->comma = true;
}

/* The bytes that JSON wants escaped, or NULL: as it stands. */
static const char *
escape(unsigned char ch, char hex[7])
{
	switch (ch) {
	case '"':
		return "\\\"";
	case '\\':
		return "\\\\";
	case '\n':
		return "\\n";
	case '\r':
		return "\\r";
	case '\t':
		return "\\t";
	default:
		break;
	}
	if (ch >= 0x20)
		return NULL;
	(void)snprintf(hex, 7, "\\u%04x", ch);
	return hex;
}

static void
put_escaped(struct buf *b, struct str s)
{
	size_t from = 0;
	char hex[7];

	for (size_t i = 0; i < s.n; i++) {
		const char *e = escape((unsigned char)s.p[i], hex);

		if (e == NULL)
			continue;
		buf_put(b, (struct str){ s.p + from, i - from });
		buf_puts(b, e);
		from = i + 1;
	}
	buf_put(b, (struct str){ s.p + from, s.n - from });
}

/* What is not UTF-8 is shown as U+FFFD, byte by byte. */
static void
put_repaired(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		size_t len = 1;

		while (len < 4 && i + len < s.n &&
		       !str_is_utf8((struct str){ s.p + i, len }))
			len++;
		if (str_is_utf8((struct str){ s.p + i, len })) {
			put_escaped(b, (struct str){ s.p + i, len });
			i += len;
		} else {
			buf_puts(b, "\xef\xbf\xbd");
			i++;
		}
	}
}

/* ASCII that stands for itself: nearly all that is written. */
static bool
is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char ch = (unsigned char)s.p[i];

		if (ch < 0x20 || ch >= 0x7f || ch == '"' || ch == '\\')
			return false;
	}
	return true;
}

static void
put_plain(struct buf *b, struct str s)
{
	char *p = buf_room(b, s.n + 2);

	if (p == NULL)
		return;
	p[0] = '"';
	if (s.n > 0)
		memcpy(p + 1, s.p, s.n);
	p[s.n + 1] = '"';
	b->n += s.n + 2;
}

static void
put_quoted(struct buf *b, struct str s)
{
	if (is_plain(s)) {
		put_plain(b, s);
		return;
	}
	buf_putc(b, '"');
	if (s.n > 0 && str_is_utf8(s))
		put_escaped(b, s);
	else if (s.n > 0)
		put_repaired(b, s);
	buf_putc(b, '"');
}

void
jw_key_str(struct jw *j, struct str key)
{
	separate(j);
	put_quoted(j->b, key);
	buf_putc(j->b, ':');
	j->comma = false;
}

void
jw_key(struct jw *j, const char *key)
{
	jw_key_str(j, str_of(key));
}

void
jw_str(struct jw *j, struct str s)
{
	separate(j);
	put_quoted(j->b, s);
}

void
jw_text(struct jw *j, const char *cstr)
{
	if (cstr == NULL)
		jw_null(j);
	else
		jw_str(j, str_of(cstr));
}

void
jw_int(struct jw *j, int64_t v)
{
	separate(j);
	buf_int(j->b, v);
}

void
jw_id(struct jw *j, int64_t v)
{
	if (v == 0) {
		jw_null(j);
		return;
	}
	separate(j);
	buf_putc(j->b, '"');
	buf_int(j->b, v);
	buf_putc(j->b, '"');
}

void
jw_bool(struct jw *j, bool v)
{
	jw_raw(j, v ? STR("true") : STR("false"));
}

void
jw_null(struct jw *j)
{
	jw_raw(j, STR("null"));
}

void
jw_label(struct jw *j, struct label label)
{
	if (label.zh == NULL) {
		jw_null(j);
		return;
	}
	jw_begin(j, '{');
	jw_key(j, "zh");
	jw_text(j, label.zh);
	jw_key(j, "en");
	jw_text(j, label.en);
	jw_end(j, '}');
}

void
jw_raw(struct jw *j, struct str json)
{
	separate(j);
	buf_put(j->b, json);
}
