/* unit.h - what every unit test includes: cmocka and two small words. */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#undef fail /* ours is that of base/err.h */

#include "base/str.h"

#define assert_str(s, literal)                                            \
	do {                                                              \
		struct str got_ = (s);                                    \
		assert_int_equal(got_.n, sizeof(literal) - 1);            \
		assert_memory_equal(got_.n == 0 ? "" : got_.p, (literal), \
				    sizeof(literal) - 1);                 \
	} while (0)

#endif
