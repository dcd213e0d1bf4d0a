/* shift_parts.h - what the shift_*.c files share. */
#ifndef ALARM_SHIFT_PARTS_H
#define ALARM_SHIFT_PARTS_H

#include "alarm/shift.h"

/* Who is on duty in one shift goes over into the next, the caller as its
 * leader. */
MUST_CHECK enum err shift_carry(struct task *t, int64_t from, int64_t to);

/* The caller leads from now on; the duty of the one before ends. */
MUST_CHECK enum err
shift_new_leader(struct task *t, int64_t shift, int64_t before);
/* Everybody's duty ends. */
MUST_CHECK enum err shift_dismiss(struct task *t, int64_t shift);
/* An entry of the program's own in the shift's log. */
MUST_CHECK enum err
shift_log(struct task *t, int64_t shift, const char *kind, struct str text);

#endif
