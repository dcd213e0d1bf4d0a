/* t_err.c - the sentence is made once, in both languages. */
#include "unit.h"

#include <string.h>

#include "base/err.h"

static const struct label name_label = LABEL("名称", "Name");

static enum err
fails_with_number(struct why *why)
{
	return fail(why, ERR_CONFLICT, "number %d is taken", "编号 %d 已被占用",
		    42);
}

static void
fail_says_code_and_sentence(void **state)
{
	struct why why = { 0 };

	(void)state;
	assert_int_equal(fails_with_number(&why), ERR_CONFLICT);
	assert_int_equal(why.code, ERR_CONFLICT);
	assert_string_equal(why.text[LANG_EN], "number 42 is taken");
	assert_string_equal(why.text[LANG_ZH], "编号 42 已被占用");
}

static void
a_long_sentence_is_cut(void **state)
{
	char text[2 * WHY_TEXT_MAX];
	struct why why = { 0 };

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	assert_int_equal(fail(&why, ERR_INVALID, "%s", "%s", text),
			 ERR_INVALID);
	assert_int_equal(strlen(why.text[LANG_EN]), WHY_TEXT_MAX - 1);
	assert_int_equal(strlen(why.text[LANG_ZH]), WHY_TEXT_MAX - 1);
}

static enum err
fault_one(struct why *why, const char *field)
{
	return fail_field(why, field, name_label, "too_long",
			  "at most %d characters", "最多 %d 个字符", 5);
}

static void
the_first_fault_is_the_sentence(void **state)
{
	struct fault faults[WHY_FAULTS_MAX];
	struct why why = { .faults = faults };

	(void)state;
	assert_int_equal(fault_one(&why, "name"), ERR_INVALID);
	assert_int_equal(fault_one(&why, "other"), ERR_INVALID);
	assert_int_equal(why.n_faults, 2);
	assert_string_equal(faults[0].field, "name");
	assert_string_equal(faults[1].field, "other");
	assert_string_equal(faults[0].code, "too_long");
	assert_string_equal(faults[0].text[LANG_EN], "at most 5 characters");
	assert_string_equal(why.text[LANG_EN], "Name: at most 5 characters");
	assert_string_equal(why.text[LANG_ZH], "名称：最多 5 个字符");
}

static void
faults_over_the_maximum_are_dropped(void **state)
{
	struct fault faults[WHY_FAULTS_MAX];
	struct why why = { .faults = faults };

	(void)state;
	for (int i = 0; i < WHY_FAULTS_MAX + 3; i++)
		assert_int_equal(fault_one(&why, "name"), ERR_INVALID);
	assert_int_equal(why.n_faults, WHY_FAULTS_MAX);
}

static void
a_code_given_before_stays(void **state)
{
	struct why why = { 0 };

	(void)state;
	assert_int_equal(fails_with_number(&why), ERR_CONFLICT);
	assert_int_equal(fault_one(&why, "name"), ERR_INVALID);
	assert_int_equal(why.code, ERR_CONFLICT);
	assert_string_equal(why.text[LANG_EN], "number 42 is taken");
}

static void
every_code_has_a_word_and_a_status(void **state)
{
	(void)state;
	for (enum err a = OK; a < ERR_N; a++) {
		int status = err_status(a);

		assert_true(status == 200 || (status >= 400 && status < 600));
		assert_true(strlen(err_word(a)) > 0);
		for (enum err b = OK; b < a; b++)
			assert_string_not_equal(err_word(a), err_word(b));
	}
}

static enum err
tries(enum err rc, int *reached)
{
	TRY(rc);
	++*reached;
	return OK;
}

static void
try_leaves_on_failure_only(void **state)
{
	int reached = 0;

	(void)state;
	assert_int_equal(tries(ERR_BUSY, &reached), ERR_BUSY);
	assert_int_equal(reached, 0);
	assert_int_equal(tries(OK, &reached), OK);
	assert_int_equal(reached, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fail_says_code_and_sentence),
		cmocka_unit_test(a_long_sentence_is_cut),
		cmocka_unit_test(the_first_fault_is_the_sentence),
		cmocka_unit_test(faults_over_the_maximum_are_dropped),
		cmocka_unit_test(a_code_given_before_stays),
		cmocka_unit_test(every_code_has_a_word_and_a_status),
		cmocka_unit_test(try_leaves_on_failure_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
