/* t_rnd.c - digests against published values; comparison; wiping. */
#include "unit.h"

#include <string.h>

#include "base/digest.h"
#include "base/rnd.h"
#include "base/str.h"

static void
sha256_of_abc(void **state)
{
	uint8_t digest[SHA256_BYTES];
	char hex[2 * SHA256_BYTES + 1];

	(void)state;
	sha256(STR("abc"), digest); /* FIPS 180-4, example */
	hex_print(digest, sizeof(digest), hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
				 "b00361a396177a9cb410ff61f20015ad");
}

static void
pieces_give_the_same_digest(void **state)
{
	struct digest *d = digest_new();
	char whole[DIGEST_HEX + 1], pieces[DIGEST_HEX + 1];

	(void)state;
	digest_add(d, STR("abc"));
	digest_end(d, whole);
	digest_add(d, STR("a"));
	digest_add(d, STR(""));
	digest_add(d, STR("bc"));
	digest_end(d, pieces);
	assert_string_equal(whole, pieces);
	assert_memory_equal(whole, "ba7816bf8f01cfea", 16);
	digest_free(&d);
	assert_null(d);
	digest_free(&d);
}

static void
random_bytes_differ(void **state)
{
	uint8_t a[32] = { 0 }, b[32] = { 0 };

	(void)state;
	rnd_bytes(a, sizeof(a));
	rnd_bytes(b, sizeof(b));
	assert_memory_not_equal(a, b, sizeof(a));
}

static void
secrets_compare_and_vanish(void **state)
{
	char a[] = "secret", b[] = "secret", zero[sizeof(a)] = { 0 };

	(void)state;
	assert_true(secret_eq(a, b, sizeof(a)));
	b[5] = 'x';
	assert_false(secret_eq(a, b, sizeof(a)));
	secret_wipe(a, sizeof(a));
	assert_memory_equal(a, zero, sizeof(a));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sha256_of_abc),
		cmocka_unit_test(pieces_give_the_same_digest),
		cmocka_unit_test(random_bytes_differ),
		cmocka_unit_test(secrets_compare_and_vanish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
