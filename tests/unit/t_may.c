/* t_may.c - the tables of permissions and roles hold what C.1 asks. */
#include "base/str.h"
#include "kind/roles.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static bool
role_may(enum role_no role, enum may may)
{
	return (roles[role].may & MAY_BIT(may)) != 0;
}

static void
words_are_unique_and_found(void **state)
{
	enum may found;

	(void)state;
	for (int i = 0; i < MAY_N; i++) {
		assert_true(may_parse(str_of(may_word((enum may)i)), &found));
		assert_int_equal(found, i);
		assert_non_null(may_label((enum may)i).zh);
		assert_non_null(may_label((enum may)i).en);
	}
	assert_false(may_parse(STR("edit_everything"), &found));
	assert_int_equal(MAY_NOTHING, 0);
}

static void
roles_are_unique_and_found(void **state)
{
	(void)state;
	assert_int_equal(n_roles, ROLE_N);
	for (size_t i = 0; i < n_roles; i++)
		assert_ptr_equal(role_find(str_of(roles[i].name)), &roles[i]);
	assert_null(role_find(STR("")));
	assert_null(role_find(STR("manage")));
}

static void
lists_of_roles_are_read(void **state)
{
	uint32_t set = 7;

	(void)state;
	assert_true(roles_parse(STR("manager,hr"), &set));
	assert_int_equal(set, ROLE_BIT(ROLE_MANAGER) | ROLE_BIT(ROLE_HR));
	assert_ptr_equal(roles_first(set), &roles[ROLE_MANAGER]);
	assert_false(roles_parse(STR("manager,king"), &set));
	assert_true(roles_parse(STR(""), &set));
	assert_int_equal(set, 0);
	assert_int_equal(roles_may(0), 0);
}

/* No role carries what needs no role, or nothing at all. */
static void
every_permission_has_a_holder(void **state)
{
	uint64_t all = roles_may(ROLE_BIT(ROLE_N) - 1);
	uint64_t fixed =
	    MAY_BIT(MAY_NOTHING) | MAY_BIT(MAY_ANYONE) | MAY_BIT(MAY_SIGN_IN);

	(void)state;
	assert_int_equal(all & fixed, 0);
	assert_true((all | fixed) == MAY_BIT(MAY_N) - 1);
	for (size_t i = 0; i < n_roles; i++)
		assert_true(roles[i].may != 0);
}

/* Who edits a thing sees it. */
static void
editors_can_read(void **state)
{
	static const enum may pairs[][2] = {
		{ MAY_EDIT_ORG, MAY_READ_ORG },
		{ MAY_EDIT_STAFF, MAY_READ_STAFF },
		{ MAY_EDIT_CUSTOMERS, MAY_READ_CUSTOMERS },
		{ MAY_EDIT_CONTRACTS, MAY_READ_CONTRACTS },
		{ MAY_EDIT_ESTATE, MAY_READ_ESTATE },
		{ MAY_EDIT_STOCK, MAY_READ_STOCK },
		{ MAY_EDIT_DOCUMENTS, MAY_READ_DOCUMENTS },
		{ MAY_DISPATCH_ORDERS, MAY_READ_ORDERS },
		{ MAY_WORK_ORDERS, MAY_READ_ORDERS },
		{ MAY_ACCEPT_ORDERS, MAY_READ_ORDERS },
		{ MAY_CLOSE_ORDERS, MAY_READ_ORDERS },
	};

	(void)state;
	for (int i = 0; i < ROLE_N; i++) {
		for (size_t k = 0; k < ARRAY_LEN(pairs); k++) {
			if (role_may((enum role_no)i, pairs[k][0]))
				assert_true(
				    role_may((enum role_no)i, pairs[k][1]));
		}
	}
}

/* C.1 (1): only the customer accepts; the column "must not" of C.1. */
static void
must_nots_of_the_model_hold(void **state)
{
	static const enum may reads[] = {
		MAY_READ_ORG,	    MAY_READ_STAFF,  MAY_READ_CUSTOMERS,
		MAY_READ_CONTRACTS, MAY_READ_ESTATE, MAY_READ_STOCK,
		MAY_READ_DOCUMENTS, MAY_READ_ORDERS, MAY_READ_JOURNAL,
		MAY_READ_ALARMS,
	};
	uint64_t readable = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(reads); i++)
		readable |= MAY_BIT(reads[i]);
	for (int i = 0; i < ROLE_N; i++) {
		assert_int_equal(role_may((enum role_no)i, MAY_ACCEPT_ORDERS),
				 i == ROLE_CUSTOMER);
		assert_int_equal(role_may((enum role_no)i, MAY_ADMIN),
				 i == ROLE_ADMINISTRATOR);
	}
	assert_true((roles[ROLE_AUDITOR].may & ~readable) == 0);
	/* users and settings, no content */
	assert_true(roles[ROLE_ADMINISTRATOR].may ==
		    (MAY_BIT(MAY_READ_ORG) | MAY_BIT(MAY_EDIT_ORG) |
		     MAY_BIT(MAY_ADMIN)));
	assert_false(role_may(ROLE_QUALITY_DEDICATED, MAY_WORK_ORDERS));
	assert_false(role_may(ROLE_QUALITY_DEDICATED, MAY_DISPATCH_ORDERS));
}

/* Whoever appoints others may manage users at all; only an administrator
 * makes another one. */
static void
appointing_is_limited(void **state)
{
	(void)state;
	for (int i = 0; i < ROLE_N; i++) {
		uint32_t gives = roles_gives(ROLE_BIT(i));

		if (gives != 0)
			assert_true(role_may((enum role_no)i, MAY_EDIT_ORG));
		if (i != ROLE_ADMINISTRATOR)
			assert_true((gives & ROLE_BIT(ROLE_ADMINISTRATOR)) ==
				    0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_unique_and_found),
		cmocka_unit_test(roles_are_unique_and_found),
		cmocka_unit_test(lists_of_roles_are_read),
		cmocka_unit_test(every_permission_has_a_holder),
		cmocka_unit_test(editors_can_read),
		cmocka_unit_test(must_nots_of_the_model_hold),
		cmocka_unit_test(appointing_is_limited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
