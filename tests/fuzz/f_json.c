/* f_json.c - JSON from outside: read, written again, read again: the same. */
#include "fuzz.h"

#include "base/json.h"
#include "base/str.h"

static void
write_value(struct jw *w, const struct js *j)
{
	switch (j->type) {
	case JS_INT:
		jw_int(w, j->i);
		return;
	case JS_BOOL:
		jw_bool(w, j->i != 0);
		return;
	case JS_TEXT:
		must(str_is_utf8(j->s));
		jw_str(w, j->s);
		return;
	case JS_LIST:
	case JS_OBJECT:
		jw_begin(w, j->type == JS_LIST ? '[' : '{');
		for (size_t i = 0; i < j->n; i++) {
			if (j->type == JS_OBJECT)
				jw_key_str(w, j->in[i].key);
			write_value(w, &j->in[i]);
		}
		jw_end(w, j->type == JS_LIST ? ']' : '}');
		return;
	case JS_NULL:
	case JS_REAL: /* its value is not kept */
		jw_null(w);
		return;
	}
}

static bool
is_same(const struct js *a, const struct js *b)
{
	if (a->type == JS_REAL)
		return b->type == JS_NULL;
	if (a->type != b->type || a->i != b->i || a->n != b->n ||
	    !str_eq(a->s, b->s) || !str_eq(a->key, b->key))
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!is_same(&a->in[i], &b->in[i]))
			return false;
	return true;
}

/* clang-format off */
struct body { struct str name; int64_t count, id; bool on; struct str_list tags; };
static const struct member members[] = {
	{ "name",  MEMBER_TEXT,  offsetof(struct body, name),  true,  1,  5, LABEL("名称", "Name") },
	{ "count", MEMBER_INT,   offsetof(struct body, count), true, -3, 99, LABEL("数量", "Count") },
	{ "id",    MEMBER_ID,    offsetof(struct body, id),    true,  0,  0, LABEL("编号", "Id") },
	{ "on",    MEMBER_BOOL,  offsetof(struct body, on),    true,  0,  0, LABEL("启用", "On") },
	{ "tags",  MEMBER_TEXTS, offsetof(struct body, tags),  true,  0,  2, LABEL("标签", "Tags") },
};
/* clang-format on */

static void
read_by_table(struct str text, struct arena *a)
{
	struct body b = { 0 };
	struct why why = { 0 };

	if (js_read(text, a, members, ARRAY_LEN(members), &b, &why) != OK) {
		must(why.code != OK);
		return;
	}
	must(str_chars(b.name) >= 1 && str_chars(b.name) <= 5);
	must(b.count >= -3 && b.count <= 99 && b.id >= 1 && b.tags.n <= 2);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct str text = { (const char *)bytes, n };
	struct arena a = { 0 };
	struct buf b = buf_open(16u << 20);
	struct jw w = jw_open(&b);
	struct why why = { 0 };
	struct js j, again;

	if (js_parse(text, &a, &j, &why) == OK) {
		write_value(&w, &j);
		must(!b.full);
		must(js_parse(buf_str(&b), &a, &again, &why) == OK);
		must(is_same(&j, &again));
	} else {
		must(why.position >= 0 && (size_t)why.position <= n + 1);
	}
	read_by_table(text, &a);
	buf_release(&b);
	arena_release(&a);
	return 0;
}
