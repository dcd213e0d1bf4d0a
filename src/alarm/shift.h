/*
 * shift.h - who is on duty: shifts, their members and the hand-over that both
 * sign (domain model C.3.12, NET-8.4).
 */
#ifndef ALARM_SHIFT_H
#define ALARM_SHIFT_H

#include "kind/process.h"

extern const struct reg shift_reg, shift_member_reg, shift_entry_reg;
extern const struct process shift_process, shift_entry_process;
extern const struct option shift_seats[];

/*
 * May the caller handle alarms now?  On duty in an open shift, with a valid
 * security guard's certificate (NET-5.1.4).  ERR_STATE says what is missing.
 */
MUST_CHECK enum err shift_be_on_duty(struct task *t);
/* The certificate alone; day in the organisation's zone. */
MUST_CHECK enum err shift_be_certified(struct task *t);

/* The shift that is open or being handed over; 0: none. */
MUST_CHECK enum err shift_now(struct task *t, int64_t *shift);
/* Begins duty: in the open shift, or, for who may lead one, in a new one. */
MUST_CHECK enum err
shift_begin(struct task *t, struct str seat, struct reg_row *member);
/* Ends duty; refused when nobody else is on duty: the shift is handed over, or
 * its leader closes the centre. */
MUST_CHECK enum err shift_end(struct task *t, struct reg_row *member);

/* What is open now, as JSON: what both sign at the hand-over. */
MUST_CHECK enum err
shift_snapshot(struct task *t, int64_t shift, struct str *out);

#endif
