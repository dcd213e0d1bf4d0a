/* t_password.c - hashes, what is refused as a password, second factor. */
#include "org/password.h"
#include "org/totp.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"

static const char *
policy(const char *password, const char *login)
{
	static struct fault faults[WHY_FAULTS_MAX];
	struct why why = { .faults = faults };
	enum err rc =
	    password_policy(str_of(password), str_of(login), "new", &why);

	if (rc == OK)
		return "";
	assert_int_equal(rc, ERR_INVALID);
	assert_int_equal(why.n_faults, 1);
	assert_string_equal(why.faults[0].field, "new");
	return why.faults[0].code;
}

static void
hashes_are_salted_and_checked(void **state)
{
	char a[PASSWORD_HASH_BYTES], b[PASSWORD_HASH_BYTES];
	struct why why = { 0 };

	(void)state;
	password_memory(1);
	assert_int_equal(password_hash(STR("correct horse"), a, &why), OK);
	assert_int_equal(password_hash(STR("correct horse"), b, &why), OK);
	assert_string_not_equal(a, b);
	assert_non_null(strstr(a, "$argon2id$v=19$m=1024,t=2,p=1$"));
	assert_true(password_is(str_of(a), STR("correct horse")));
	assert_true(password_is(str_of(b), STR("correct horse")));
	assert_false(password_is(str_of(a), STR("correct hors")));
	assert_false(password_is(str_of(a), STR("")));
	assert_false(password_is(STR(""), STR("")));
	assert_false(password_is(STR("$argon2id$nonsense"), STR("x")));
}

/* The cost that the stack decided on. */
static void
the_default_is_64_mib(void **state)
{
	char a[PASSWORD_HASH_BYTES];
	struct why why = { 0 };

	(void)state;
	assert_int_equal(password_hash(STR("correct horse"), a, &why), OK);
	assert_non_null(strstr(a, "$argon2id$v=19$m=65536,t=2,p=1$"));
}

static void *
hash_one(void *arg)
{
	char a[PASSWORD_HASH_BYTES];
	struct why why = { 0 };

	*(enum err *)arg = password_hash(STR("correct horse"), a, &why);
	return NULL;
}

static void
many_at_once_all_get_through(void **state)
{
	pthread_t threads[8];
	enum err rc[8];

	(void)state;
	password_memory(1);
	for (size_t i = 0; i < 8; i++) {
		rc[i] = ERR_INTERNAL;
		assert_int_equal(pthread_create(&threads[i], NULL, hash_one,
						&rc[i]),
				 0);
	}
	for (size_t i = 0; i < 8; i++) {
		assert_int_equal(pthread_join(threads[i], NULL), 0);
		assert_int_equal(rc[i], OK);
	}
}

static void
weak_passwords_are_refused(void **state)
{
	(void)state;
	assert_string_equal(policy("", "wang"), "too_short");
	assert_string_equal(policy("a7#kQ2p9x", "wang"), "too_short");
	assert_string_equal(policy("密码密码密码密码密", "wang"), "too_short");
	assert_string_equal(policy("1380013800", "wang"), "only_digits");
	assert_string_equal(policy("1234567890123", "wang"), "only_digits");
	assert_string_equal(policy("xx-WANG-xx-33", "wang"), "holds_login");
	assert_string_equal(policy("aaaaaaaaaaaa", "wang"), "too_common");
	assert_string_equal(policy("abababababab", "wang"), "too_common");
	assert_string_equal(policy("Password123!", "wang"), "too_common");
	assert_string_equal(policy("1234567890qwerty", "w"), "too_common");
	assert_string_equal(policy("Woaini1314520", "wang"), "too_common");
	assert_string_equal(policy("1qaz2wsx3edc", "wang"), "too_common");
	assert_string_equal(policy("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
				   "wang"),
			    "too_long");
}

static void
good_passwords_pass(void **state)
{
	char longest[PASSWORD_MAX + 2] = { 0 };

	(void)state;
	assert_string_equal(policy("a7#kQ2p9xz", "wang"), "");
	assert_string_equal(policy("静夜思床前明月光疑是", "wang"), "");
	assert_string_equal(policy("four words make it", "wang"), "");
	for (size_t i = 0; i < PASSWORD_MAX; i++)
		longest[i] = (char)('a' + i % 26);
	assert_string_equal(policy(longest, "wang"), "");
	longest[PASSWORD_MAX] = 'x';
	assert_string_equal(policy(longest, "wang"), "too_long");
}

/* RFC 6238, appendix B: the SHA-1 rows, last six of their eight digits. */
static void
totp_agrees_with_the_rfc(void **state)
{
	static const struct {
		int64_t at_s;
		const char *code;
	} rows[] = {
		{ 59, "287082" },	  { 1111111109, "081804" },
		{ 1111111111, "050471" }, { 1234567890, "005924" },
		{ 2000000000, "279037" }, { 20000000000, "353130" },
	};
	/* "12345678901234567890" in base32 */
	struct str secret = STR("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
	int64_t step = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		assert_true(totp_is(secret, str_of(rows[i].code),
				    rows[i].at_s * 1000, 0, &step));
		assert_int_equal(step, rows[i].at_s / 30);
	}
}

static void
totp_window_is_one_step_and_no_code_counts_twice(void **state)
{
	struct str secret = STR("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
	struct str code = STR("005924");
	int64_t at = INT64_C(1234567890) * 1000, step = 0;

	(void)state;
	assert_true(totp_is(secret, code, at + 30000, 0, &step));
	assert_true(totp_is(secret, code, at - 30000, 0, &step));
	assert_false(totp_is(secret, code, at + 60000, 0, &step));
	assert_false(totp_is(secret, code, at - 60000, 0, &step));
	assert_true(totp_is(secret, code, at, step - 1, &step));
	assert_false(totp_is(secret, code, at, step, &step));
	assert_false(totp_is(secret, STR("005925"), at, 0, &step));
	assert_false(totp_is(secret, STR("00592"), at, 0, &step));
	assert_false(totp_is(secret, STR(""), at, 0, &step));
	assert_false(totp_is(STR("!!"), code, at, 0, &step));
}

static void
totp_secrets_are_random_base32(void **state)
{
	char a[TOTP_SECRET_BYTES], b[TOTP_SECRET_BYTES];
	struct arena arena = { 0 };
	struct str uri;

	(void)state;
	totp_secret_new(a);
	totp_secret_new(b);
	assert_string_not_equal(a, b);
	assert_int_equal(strlen(a), 32);
	uri = totp_uri(&arena, STR("wang"), str_of(a));
	assert_true(str_starts(uri, STR("otpauth://totp/Anwei:wang?secret=")));
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_default_is_64_mib),
		cmocka_unit_test(hashes_are_salted_and_checked),
		cmocka_unit_test(many_at_once_all_get_through),
		cmocka_unit_test(weak_passwords_are_refused),
		cmocka_unit_test(good_passwords_pass),
		cmocka_unit_test(totp_agrees_with_the_rfc),
		cmocka_unit_test(
		    totp_window_is_one_step_and_no_code_counts_twice),
		cmocka_unit_test(totp_secrets_are_random_base32),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
