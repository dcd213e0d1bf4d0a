/* t_json.c - reading JSON that comes from outside. */
#include "unit.h"

#include <string.h>

#include "base/json.h"

struct env {
	struct arena a;
	struct fault faults[WHY_FAULTS_MAX];
	struct why why;
	struct js js;
};

static int
env_open(void **state)
{
	static struct env env;

	env = (struct env){ 0 };
	env.why.faults = env.faults;
	*state = &env;
	return 0;
}

static int
env_close(void **state)
{
	struct env *e = *state;

	arena_release(&e->a);
	return 0;
}

static enum err
parse(struct env *e, struct str text)
{
	return js_parse(text, &e->a, &e->js, &e->why);
}

static void
values_of_every_type(void **state)
{
	struct env *e = *state;
	const struct js *j = &e->js;

	assert_int_equal(parse(e, STR("{\"a\":[1,-2.5,true,false,null],"
				      "\"名\":\"安\\u7ef4\\n\"}")),
			 OK);
	assert_int_equal(j->type, JS_OBJECT);
	j = js_member(&e->js, "a");
	assert_int_equal(j->n, 5);
	assert_int_equal(j->in[0].type, JS_INT);
	assert_int_equal(j->in[0].i, 1);
	assert_int_equal(j->in[1].type, JS_REAL);
	assert_int_equal(j->in[2].i, 1);
	assert_int_equal(j->in[3].i, 0);
	assert_int_equal(j->in[4].type, JS_NULL);
	assert_str(js_member(&e->js, "名")->s, "安维\n");
	assert_null(js_member(&e->js, "b"));
	assert_null(js_member(j, "a"));
}

static void
integers_at_the_edge(void **state)
{
	struct env *e = *state;

	assert_int_equal(parse(e, STR("9223372036854775807")), OK);
	assert_int_equal(e->js.type, JS_INT);
	assert_true(e->js.i == INT64_MAX);
	assert_int_equal(parse(e, STR("-9223372036854775808")), OK);
	assert_true(e->js.i == INT64_MIN);
	assert_int_equal(parse(e, STR("9223372036854775808")), ERR_JSON);
}

static void
what_is_refused(void **state)
{
	const struct str bad[] = {
		STR(""),
		STR("{"),
		STR("{\"a\":1,\"a\":2}"),	  /* a name twice */
		STR("{\"a\":{\"b\":1,\"b\":1}}"), /* also inside */
		STR("{\"a\":1} x"),		  /* text after */
		STR("{} {}"),
		STR("\"\xff\""),	 /* not UTF-8 */
		STR("\"\xed\xa0\x80\""), /* a surrogate */
		STR("\"\\ud800\""),
		STR("\"a\0b\""),    /* NUL in the text */
		STR("\"\\u0000\""), /* and escaped */
		STR("{\"\\u0000\":1}"),
		STR("\"a\nb\""), /* bare control character */
		STR("01"),
		STR("+1"),
		STR("1."),
		STR("NaN"),
		STR("1e999"),
		STR("[1,]"),
		STR("{'a':1}"),
		STR("\xef\xbb\xbf{}"), /* a byte order mark */
		STR("[1]\0"),
	};
	struct env *e = *state;

	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		e->why = (struct why){ 0 };
		assert_int_equal(parse(e, bad[i]), ERR_JSON);
		assert_int_equal(e->why.code, ERR_JSON);
		assert_true(strlen(e->why.text[LANG_EN]) > 0);
		assert_true(strlen(e->why.text[LANG_ZH]) > 0);
	}
	assert_int_equal(parse(e, (struct str){ NULL, 0 }), ERR_JSON);
}

static void
the_place_is_named(void **state)
{
	struct env *e = *state;

	assert_int_equal(parse(e, STR("{\"a\": 1, \"b\": x}")), ERR_JSON);
	assert_in_range(e->why.position, 13, 15);
}

static void
nested(struct env *e, size_t depth, enum err expected)
{
	char *text = arena_alloc(&e->a, 2 * depth);

	memset(text, '[', depth);
	memset(text + depth, ']', depth);
	assert_int_equal(parse(e, (struct str){ text, 2 * depth }), expected);
}

static void
depth_has_a_limit(void **state)
{
	struct env *e = *state;

	nested(e, JSON_DEPTH_MAX, OK);
	nested(e, JSON_DEPTH_MAX + 1, ERR_JSON);
	assert_int_equal(e->why.position, JSON_DEPTH_MAX);
	nested(e, 10000, ERR_JSON);
}

static void
brackets_in_text_are_not_depth(void **state)
{
	struct env *e = *state;
	struct buf b = buf_open(10000);

	buf_puts(&b, "[\"\\\"");
	for (int i = 0; i < 1000; i++)
		buf_putc(&b, '[');
	buf_puts(&b, "\",\"\\\\\",[]]");
	assert_int_equal(parse(e, buf_str(&b)), OK);
	assert_int_equal(e->js.n, 3);
	buf_release(&b);
}

struct body {
	struct str name;
	int64_t count, owner;
	bool on;
	struct str_list tags;
};

/* clang-format off */
static const struct member members[] = {
	/* name     type          into                          required min max   label */
	{ "name",  MEMBER_TEXT,  offsetof(struct body, name),  true,  1,    5, LABEL("名称", "Name") },
	{ "count", MEMBER_INT,   offsetof(struct body, count), false, 0,  100, LABEL("数量", "Count") },
	{ "owner", MEMBER_ID,    offsetof(struct body, owner), false, 0,    0, LABEL("所有者", "Owner") },
	{ "on",    MEMBER_BOOL,  offsetof(struct body, on),    false, 0,    0, LABEL("启用", "On") },
	{ "tags",  MEMBER_TEXTS, offsetof(struct body, tags),  false, 0,    2, LABEL("标签", "Tags") },
};
/* clang-format on */

static enum err
read_body(struct env *e, struct str text, struct body *out)
{
	*out = (struct body){ 0 };
	e->why = (struct why){ .faults = e->faults };
	return js_read(text, &e->a, members, ARRAY_LEN(members), out, &e->why);
}

static void
a_body_goes_into_its_struct(void **state)
{
	struct env *e = *state;
	struct body b;

	assert_int_equal(read_body(e,
				   STR("{\"name\":\"五个汉字呀\",\"count\":100,"
				       "\"owner\":\"2305843009213693951\","
				       "\"on\":true,"
				       "\"tags\":[\"a\",\"b\"]}"),
				   &b),
			 OK);
	assert_str(b.name, "五个汉字呀");
	assert_int_equal(b.count, 100);
	assert_true(b.owner == INT64_C(2305843009213693951));
	assert_true(b.on);
	assert_int_equal(b.tags.n, 2);
	assert_str(b.tags.v[1], "b");
}

static void
null_is_absent(void **state)
{
	struct env *e = *state;
	struct body b;

	assert_int_equal(read_body(e, STR("{\"name\":\"x\",\"count\":null}"),
				   &b),
			 OK);
	assert_int_equal(read_body(e, STR("{\"name\":null}"), &b), ERR_INVALID);
	assert_string_equal(e->faults[0].code, "required");
}

/* One body, the field at fault, and the word that says why. */
static const struct {
	const char *body, *field, *code;
} faulty[] = {
	{ "{}", "name", "required" },
	{ "{\"name\":1}", "name", "type" },
	{ "{\"name\":\"\"}", "name", "too_short" },
	{ "{\"name\":\"123456\"}", "name", "too_long" },
	{ "{\"name\":\"x\",\"count\":-1}", "count", "range" },
	{ "{\"name\":\"x\",\"count\":101}", "count", "range" },
	{ "{\"name\":\"x\",\"count\":1.0}", "count", "type" },
	{ "{\"name\":\"x\",\"count\":\"1\"}", "count", "type" },
	{ "{\"name\":\"x\",\"owner\":7}", "owner", "type" },
	{ "{\"name\":\"x\",\"owner\":\"0\"}", "owner", "type" },
	{ "{\"name\":\"x\",\"owner\":\"-1\"}", "owner", "type" },
	{ "{\"name\":\"x\",\"on\":1}", "on", "type" },
	{ "{\"name\":\"x\",\"tags\":[1]}", "tags", "type" },
	{ "{\"name\":\"x\",\"tags\":[\"a\",\"b\",\"c\"]}", "tags", "type" },
};

static void
faults_name_their_field(void **state)
{
	struct env *e = *state;
	struct body b;

	for (size_t i = 0; i < ARRAY_LEN(faulty); i++) {
		assert_int_equal(read_body(e, str_of(faulty[i].body), &b),
				 ERR_INVALID);
		assert_int_equal(e->why.n_faults, 1);
		assert_string_equal(e->faults[0].field, faulty[i].field);
		assert_string_equal(e->faults[0].code, faulty[i].code);
	}
}

static void
all_faults_are_told_at_once(void **state)
{
	struct env *e = *state;
	struct body b;

	assert_int_equal(read_body(e, STR("{\"count\":-1,\"on\":2}"), &b),
			 ERR_INVALID);
	assert_int_equal(e->why.n_faults, 3);
}

static void
an_unknown_member_is_named(void **state)
{
	struct env *e = *state;
	struct body b;

	assert_int_equal(read_body(e, STR("{\"name\":\"x\",\"nmae\":1}"), &b),
			 ERR_UNKNOWN_FIELD);
	assert_int_equal(e->why.code, ERR_UNKNOWN_FIELD);
	assert_string_equal(e->faults[0].field, "nmae");
	assert_string_equal(e->faults[0].code, "unknown");
}

static void
a_body_is_an_object(void **state)
{
	struct env *e = *state;
	struct body b;

	assert_int_equal(read_body(e, STR("[]"), &b), ERR_JSON);
	assert_int_equal(read_body(e, STR("null"), &b), ERR_JSON);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, env_open, env_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_of_every_type),
		TEST(integers_at_the_edge),
		TEST(what_is_refused),
		TEST(the_place_is_named),
		TEST(depth_has_a_limit),
		TEST(brackets_in_text_are_not_depth),
		TEST(a_body_goes_into_its_struct),
		TEST(null_is_absent),
		TEST(faults_name_their_field),
		TEST(all_faults_are_told_at_once),
		TEST(an_unknown_member_is_named),
		TEST(a_body_is_an_object),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
