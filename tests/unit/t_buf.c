/* t_buf.c - a buffer grows to its maximum; the first refusal sticks. */
#include "unit.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/str.h"

static void
it_grows_and_keeps_the_bytes(void **state)
{
	struct buf b = buf_open(1000000);

	(void)state;
	for (int i = 0; i < 10000; i++)
		buf_printf(&b, "%05d,", i);
	assert_false(b.full);
	assert_int_equal(b.n, 60000);
	assert_memory_equal(b.p + 6 * 9999, "09999,", 6);
	buf_release(&b);
	assert_int_equal(b.n, 0);
}

static void
the_maximum_holds_to_the_byte(void **state)
{
	struct buf b = buf_open(5);

	(void)state;
	buf_puts(&b, "abcde");
	assert_false(b.full);
	buf_putc(&b, 'f');
	assert_true(b.full);
	assert_str(buf_str(&b), "abcde");
	buf_release(&b);
}

static void
a_refusal_sticks_until_cleared(void **state)
{
	struct buf b = buf_open(3);

	(void)state;
	buf_puts(&b, "abcd");
	assert_true(b.full);
	buf_putc(&b, 'x'); /* would fit, but the text has a hole already */
	assert_str(buf_str(&b), "");
	buf_clear(&b);
	buf_puts(&b, "ok");
	assert_false(b.full);
	assert_str(buf_str(&b), "ok");
	buf_release(&b);
}

static void
a_huge_request_is_refused_without_overflow(void **state)
{
	struct buf b = buf_open(100);

	(void)state;
	buf_puts(&b, "abc");
	assert_null(buf_room(&b, SIZE_MAX));
	assert_true(b.full);
	buf_release(&b);
}

static void
room_is_written_by_the_caller(void **state)
{
	struct buf b = buf_open(10);
	char *p = buf_room(&b, 4);

	(void)state;
	assert_non_null(p);
	p[0] = 'h';
	p[1] = 'i';
	b.n += 2;
	assert_str(buf_str(&b), "hi");
	buf_release(&b);
}

static void
stealing_hands_over(void **state)
{
	struct buf b = buf_open(10);
	size_t n = 0;
	char *p;

	(void)state;
	p = buf_steal(&b, &n); /* an empty one is no NULL */
	assert_non_null(p);
	assert_int_equal(n, 0);
	mem_free(p);
	buf_puts(&b, "abc");
	p = buf_steal(&b, &n);
	assert_int_equal(n, 3);
	assert_memory_equal(p, "abc", 3);
	assert_int_equal(b.n, 0);
	mem_free(p);
}

static void
numbers_are_printed_like_printf(void **state)
{
	static const int64_t v[] = { 0,	 -1,	    7,	       10,
				     99, INT64_MAX, INT64_MIN, 1790000000000 };
	struct buf b = buf_open(1000);
	char want[64];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		buf_clear(&b);
		buf_int(&b, v[i]);
		buf_putc(&b, ' ');
		buf_hex(&b, (uint32_t)v[i]);
		(void)snprintf(want, sizeof(want), "%lld %x", (long long)v[i],
			       (unsigned)(uint32_t)v[i]);
		assert_true(str_is(buf_str(&b), want));
	}
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_grows_and_keeps_the_bytes),
		cmocka_unit_test(the_maximum_holds_to_the_byte),
		cmocka_unit_test(a_refusal_sticks_until_cleared),
		cmocka_unit_test(a_huge_request_is_refused_without_overflow),
		cmocka_unit_test(room_is_written_by_the_caller),
		cmocka_unit_test(stealing_hands_over),
		cmocka_unit_test(numbers_are_printed_like_printf),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
