/* line.h - receiver and line of a frame, as numbers. */
#ifndef ALARM_LINE_H
#define ALARM_LINE_H

#include "base/base.h"

/* "R1L1", "L0", "": leading zeros away, hexadecimal.  Absent is 0. */
struct line_no {
	uint32_t receiver, line;
};
bool line_parse(struct str s, struct line_no *out);
/* The two without their letters, as a frame has them. */
bool line_of(struct str receiver, struct str line, struct line_no *out);

#endif
