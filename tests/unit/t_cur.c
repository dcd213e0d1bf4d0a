/* t_cur.c - the cursor never leaves its buffer; the first fault sticks. */
#include "unit.h"

#include "base/cur.h"

static void
reading_left_to_right(void **state)
{
	struct cur c = cur_open(STR("ab#12F[xyz]rest"));

	(void)state;
	assert_str(cur_take(&c, 2, "head"), "ab");
	assert_true(cur_next_is(&c, '#'));
	cur_expect(&c, '#', "mark");
	assert_int_equal(cur_number(&c, 2, 10, "number"), 12);
	assert_str(cur_hex(&c, 1, 4, "hex"), "F");
	cur_expect(&c, '[', "open");
	assert_str(cur_until(&c, ']', 3, "text"), "xyz");
	assert_str(cur_rest(&c), "rest");
	assert_null(c.bad);
	assert_int_equal(c.at, 15);
}

static void
the_first_fault_sticks(void **state)
{
	struct cur c = cur_open(STR("abc"));

	(void)state;
	assert_str(cur_take(&c, 4, "too much"), "");
	assert_string_equal(c.bad, "too much");
	assert_str(cur_take(&c, 1, "later"), "");
	cur_expect(&c, 'a', "later");
	assert_int_equal(cur_number(&c, 1, 16, "later"), 0);
	assert_str(cur_rest(&c), "");
	assert_string_equal(c.bad, "too much");
	assert_int_equal(c.at, 0);
}

static void
a_size_near_the_top_does_not_wrap(void **state)
{
	struct cur c = cur_open(STR("abc"));

	(void)state;
	(void)cur_take(&c, 1, "one");
	assert_str(cur_take(&c, SIZE_MAX, "huge"), "");
	assert_string_equal(c.bad, "huge");
}

static void
the_end_is_not_a_byte(void **state)
{
	struct cur c = cur_open((struct str){ NULL, 0 });

	(void)state;
	assert_false(cur_next_is(&c, '\0'));
	assert_str(cur_take(&c, 0, "nothing"), "");
	assert_null(c.bad);
	cur_expect(&c, 'x', "x");
	assert_string_equal(c.bad, "x");
}

static void
until_needs_the_stop_within_max(void **state)
{
	struct cur c = cur_open(STR("abcd]"));

	(void)state;
	(void)cur_until(&c, ']', 3, "text");
	assert_string_equal(c.bad, "text");
	c = cur_open(STR("abcd"));
	(void)cur_until(&c, ']', 99, "text");
	assert_string_equal(c.bad, "text");
}

static void
hex_has_a_least_length(void **state)
{
	struct cur c = cur_open(STR("12xyz"));

	(void)state;
	assert_str(cur_hex(&c, 3, 6, "account"), "");
	assert_string_equal(c.bad, "account");
}

static void
a_digit_of_another_base_is_a_fault(void **state)
{
	struct cur c = cur_open(STR("1A"));

	(void)state;
	assert_int_equal(cur_number(&c, 2, 10, "number"), 0);
	assert_string_equal(c.bad, "number");
	c = cur_open(STR("1A"));
	assert_int_equal(cur_number(&c, 2, 16, "number"), 0x1a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reading_left_to_right),
		cmocka_unit_test(the_first_fault_sticks),
		cmocka_unit_test(a_size_near_the_top_does_not_wrap),
		cmocka_unit_test(the_end_is_not_a_byte),
		cmocka_unit_test(until_needs_the_stop_within_max),
		cmocka_unit_test(hex_has_a_least_length),
		cmocka_unit_test(a_digit_of_another_base_is_a_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
