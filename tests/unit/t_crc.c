/* t_crc.c - CRC-16/ARC against its published check value. */
#include "unit.h"

#include "base/crc.h"

static void
check_value(void **state)
{
	(void)state;
	assert_int_equal(crc16_arc(STR("123456789")), 0xbb3d);
	assert_int_equal(crc16_arc(STR("")), 0);
	assert_int_equal(crc16_arc(STR("\xff")), 0x4040);
}

static void
one_bit_changes_it(void **state)
{
	char text[] = "\"SIA-DCS\"0001L0#1234[#1234|NCL501]";
	uint16_t before = crc16_arc(str_of(text));

	(void)state;
	for (size_t i = 0; i < 8 * (sizeof(text) - 1); i++) {
		text[i / 8] = (char)(text[i / 8] ^ 1 << i % 8);
		assert_int_not_equal(crc16_arc((struct str){
					 text, sizeof(text) - 1 }),
				     before);
		text[i / 8] = (char)(text[i / 8] ^ 1 << i % 8);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(check_value),
		cmocka_unit_test(one_bit_changes_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
