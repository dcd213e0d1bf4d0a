/* t_arena.c - lifetimes, zeroing, and that ASan sees into an arena. */
#include "unit.h"

#include <fcntl.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif
#ifndef HAS_ASAN
#define HAS_ASAN 0
#endif

static void
memory_is_zeroed_also_after_a_reset(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t n = 0; n < 300; n += 7) {
			unsigned char *p = arena_alloc(&a, n);

			for (size_t i = 0; i < n; i++)
				assert_int_equal(p[i], 0);
			assert_int_equal((uintptr_t)p % alignof(max_align_t),
					 0);
			memset(p, 0xee, n);
		}
		arena_reset(&a);
	}
	arena_release(&a);
}

static void
large_and_small_do_not_overlap(void **state)
{
	struct arena a = { 0 };
	char *small = arena_alloc(&a, 10), *large = arena_alloc(&a, 100000);
	char *again = arena_alloc(&a, 10);

	(void)state;
	memset(small, 1, 10);
	memset(large, 2, 100000);
	memset(again, 3, 10);
	assert_int_equal(small[9], 1);
	assert_int_equal(large[0], 2);
	assert_int_equal(large[99999], 2);
	assert_int_equal(again[0], 3);
	arena_release(&a);
	assert_int_equal(a.total, 0);
}

static void
a_reset_arena_does_not_grow(void **state)
{
	struct arena a = { 0 };
	size_t total = 0;

	(void)state;
	for (int round = 0; round < 100; round++) {
		for (int i = 0; i < 100; i++)
			(void)arena_alloc(&a, 100);
		total = round == 0 ? a.total : total;
		assert_true(a.total <= total);
		arena_reset(&a);
	}
	arena_release(&a);
}

static void
text_is_copied_and_ended(void **state)
{
	struct arena a = { 0 };
	struct str s = arena_str(&a, (struct str){ "abcdef", 3 });

	(void)state;
	assert_str(s, "abc");
	assert_int_equal(s.p[3], '\0');
	assert_string_equal(arena_cstr(&a, STR("")), "");
	assert_str(arena_printf(&a, "%s-%d", "x", 12), "x-12");
	arena_release(&a);
}

/* What the child died of, as waitpid says it. */
static int
child_of(void (*sin)(void))
{
	int status = 0;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);

		(void)dup2(null, STDERR_FILENO);
		sin();
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void
write_one_too_far(void)
{
	struct arena a = { 0 };
	volatile char *p = arena_alloc(&a, 24);
	volatile size_t at = 24;

	(void)arena_alloc(&a, 24);
	p[at] = 'x';
	arena_release(&a);
}

static void
read_after_reset(void)
{
	struct arena a = { 0 };
	volatile char *p = arena_alloc(&a, 24);

	arena_reset(&a);
	p[0]++;
}

static void
multiply_too_far(void)
{
	struct arena a = { 0 };

	(void)arena_array(&a, SIZE_MAX / 2, 3);
}

static void
asan_sees_an_overflow_inside_an_arena(void **state)
{
	(void)state;
	if (!HAS_ASAN)
		skip();
	assert_int_not_equal(child_of(write_one_too_far), 0);
}

static void
asan_sees_a_use_after_reset(void **state)
{
	(void)state;
	if (!HAS_ASAN)
		skip();
	assert_int_not_equal(child_of(read_after_reset), 0);
}

static void
an_overflowing_array_stops_the_program(void **state)
{
	(void)state;
	assert_int_not_equal(child_of(multiply_too_far), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_also_after_a_reset),
		cmocka_unit_test(large_and_small_do_not_overlap),
		cmocka_unit_test(a_reset_arena_does_not_grow),
		cmocka_unit_test(text_is_copied_and_ended),
		cmocka_unit_test(asan_sees_an_overflow_inside_an_arena),
		cmocka_unit_test(asan_sees_a_use_after_reset),
		cmocka_unit_test(an_overflowing_array_stops_the_program),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
