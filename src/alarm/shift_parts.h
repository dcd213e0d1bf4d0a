/* shift_parts.h - what the shift_*.c files share. */
#ifndef ALARM_SHIFT_PARTS_H
#define ALARM_SHIFT_PARTS_H

#include "alarm/shift.h"

/* What is open now, as JSON, for the hand-over. */
MUST_CHECK enum err
shift_snapshot(struct task *t, int64_t shift, struct str *out);
/* Who is on duty in one shift goes over into the next, the caller as its
 * leader. */
MUST_CHECK enum err shift_carry(struct task *t, int64_t from, int64_t to);

#endif
