/* t_base.c - assertions stop the program; memory is zeroed. */
#include "unit.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/base.h"

static void
must_stops_the_program(void **state)
{
	int status = 0;
	pid_t child = fork();

	(void)state;
	assert_true(child >= 0);
	if (child == 0) {
		(void)signal(SIGABRT, SIG_DFL);
		(void)close(STDERR_FILENO);
		must(1 + 1 == 3);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
}

static void
must_lets_the_truth_pass(void **state)
{
	int n = 1;

	(void)state;
	must(n++ == 1);
	assert_int_equal(n, 2); /* evaluated once */
}

static void
memory_is_zeroed_and_never_null(void **state)
{
	unsigned char *p = mem_alloc(64);

	(void)state;
	for (size_t i = 0; i < 64; i++)
		assert_int_equal(p[i], 0);
	p = mem_grow(p, 128);
	assert_non_null(p);
	mem_free(p);
	p = mem_alloc(0);
	assert_non_null(p);
	mem_free(p);
}

static void
label_speaks_the_language(void **state)
{
	struct label label = LABEL("客户", "Customer");

	(void)state;
	assert_string_equal(label_in(label, LANG_ZH), "客户");
	assert_string_equal(label_in(label, LANG_EN), "Customer");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(must_stops_the_program),
		cmocka_unit_test(must_lets_the_truth_pass),
		cmocka_unit_test(memory_is_zeroed_and_never_null),
		cmocka_unit_test(label_speaks_the_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
