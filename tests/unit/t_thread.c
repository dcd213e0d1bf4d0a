/* t_thread.c - threads have names, rest, and are woken to end. */
#include "unit.h"

#include <stdatomic.h>

#include "base/thread.h"
#include "base/time.h"

struct sleeper {
	struct halt halt;
	_Atomic int rests;
	bool told;
};

static void *
sleep_on(void *arg)
{
	struct sleeper *s = arg;

	while (!halt_rest(&s->halt, 1))
		atomic_fetch_add(&s->rests, 1);
	s->told = halt_rest(&s->halt, INT64_C(3600000)); /* at once */
	return NULL;
}

static void
a_thread_rests_until_it_is_to_end(void **state)
{
	struct sleeper s = { 0 };
	char name[16] = "";
	pthread_t id;

	(void)state;
	halt_init(&s.halt);
	id = thread_start("sleeper", sleep_on, &s);
	assert_int_equal(pthread_getname_np(id, name, sizeof(name)), 0);
	assert_string_equal(name, "sleeper");
	assert_false(halt_is_set(&s.halt));
	while (atomic_load(&s.rests) < 3)
		;
	halt_set(&s.halt);
	(void)pthread_join(id, NULL);
	assert_true(halt_is_set(&s.halt));
	assert_true(s.told);
	halt_release(&s.halt);
}

static void
a_wait_ends_when_its_time_has_come(void **state)
{
	pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
	pthread_cond_t c;
	const int64_t at_us = time_mono_us() + 2000;

	(void)state;
	cond_init(&c);
	pthread_mutex_lock(&m);
	while (cond_wait_until(&c, &m, at_us))
		;
	pthread_mutex_unlock(&m);
	assert_true(time_mono_us() >= at_us);
	pthread_cond_destroy(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_thread_rests_until_it_is_to_end),
		cmocka_unit_test(a_wait_ends_when_its_time_has_come),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
