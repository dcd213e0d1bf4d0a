/* code_own.h - codes that the program sends itself, and what a class does. */
#ifndef ALARM_CODE_OWN_H
#define ALARM_CODE_OWN_H

#include "alarm/code.h"

extern const struct code codes_own[]; /* an empty code ends */

/* What a Contact ID code of a class does with qualifier 1 and with 3. */
struct code_roles {
	const char *first, *third;
};
/* pairs: 3 ends what 1 began. */
struct code_roles class_roles(struct str class, bool pairs);

#endif
