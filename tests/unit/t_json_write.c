/* t_json_write.c - what we write is JSON, whatever the text holds. */
#include "unit.h"

#include "base/json.h"

static void
commas_are_the_writers_business(void **state)
{
	struct buf b = buf_open(4096);
	struct jw j = jw_open(&b);

	(void)state;
	jw_begin(&j, '{');
	jw_key(&j, "a");
	jw_begin(&j, '[');
	jw_int(&j, 1);
	jw_begin(&j, '{');
	jw_end(&j, '}');
	jw_bool(&j, true);
	jw_end(&j, ']');
	jw_key(&j, "b");
	jw_id(&j, INT64_MAX);
	jw_key(&j, "c");
	jw_id(&j, 0);
	jw_key(&j, "d");
	jw_label(&j, (struct label)LABEL("名", "n"));
	jw_key(&j, "e");
	jw_label(&j, (struct label){ 0 });
	jw_key(&j, "f");
	jw_text(&j, NULL);
	jw_key(&j, "g");
	jw_raw(&j, STR("[]"));
	jw_end(&j, '}');
	assert_str(buf_str(&b),
		   "{\"a\":[1,{},true],\"b\":\"9223372036854775807\","
		   "\"c\":null,\"d\":{\"zh\":\"名\",\"en\":\"n\"},\"e\":null,"
		   "\"f\":null,\"g\":[]}");
	buf_release(&b);
}

static void
every_byte_comes_back(void **state)
{
	struct arena a = { 0 };
	struct buf b = buf_open(4096);
	struct jw j = jw_open(&b);
	struct why why = { 0 };
	struct js out;
	char text[127];

	(void)state;
	for (int i = 1; i <= 127; i++)
		text[i - 1] = (char)i;
	jw_str(&j, (struct str){ text, sizeof(text) });
	assert_int_equal(js_parse(buf_str(&b), &a, &out, &why), OK);
	assert_int_equal(out.s.n, sizeof(text));
	assert_memory_equal(out.s.p, text, sizeof(text));
	buf_release(&b);
	arena_release(&a);
}

static void
bad_utf8_is_shown_as_such(void **state)
{
	struct buf b = buf_open(4096);
	struct jw j = jw_open(&b);

	(void)state;
	jw_str(&j, STR("安\xff维\xe4\xb8"));
	assert_str(buf_str(&b), "\"安\xef\xbf\xbd维\xef\xbf\xbd\xef\xbf\xbd\"");
	buf_release(&b);
}

static void
a_nul_stays_inside_the_text(void **state)
{
	struct buf b = buf_open(4096);
	struct jw j = jw_open(&b);
	bool ends_quoted;

	(void)state;
	jw_str(&j, (struct str){ "a\0b", 3 });
	for (size_t i = 0; i < b.n; i++)
		assert_int_not_equal(b.p[i], '\0');
	ends_quoted = b.n > 0 && b.p[b.n - 1] == '"';
	assert_true(ends_quoted);
	buf_release(&b);
}

static void
integers_at_the_edge(void **state)
{
	struct buf b = buf_open(4096);
	struct jw j = jw_open(&b);

	(void)state;
	jw_begin(&j, '[');
	jw_int(&j, INT64_MIN);
	jw_int(&j, INT64_MAX);
	jw_end(&j, ']');
	assert_str(buf_str(&b), "[-9223372036854775808,9223372036854775807]");
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commas_are_the_writers_business),
		cmocka_unit_test(every_byte_comes_back),
		cmocka_unit_test(bad_utf8_is_shown_as_such),
		cmocka_unit_test(a_nul_stays_inside_the_text),
		cmocka_unit_test(integers_at_the_edge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
