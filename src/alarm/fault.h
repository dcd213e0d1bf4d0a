/*
 * fault.h - a fault 设备故障 that a panel told of: proposed to be repaired,
 * ordered with one step, shown restored (issue: trouble to repair).
 *
 * There is one open fault per panel, zone and code; what comes again counts.
 */
#ifndef ALARM_FAULT_H
#define ALARM_FAULT_H

#include "alarm/code.h"
#include "alarm/signal.h"
#include "kind/process.h"

extern const struct reg fault_reg;
extern const struct process fault_process;

/*
 * A signal whose code says maintenance (c): opens a fault or counts on the
 * open one.  When the order of an earlier fault of the same kind is still
 * open, the new fault belongs to it.  alarm 0: none was raised.
 */
MUST_CHECK enum err
fault_propose(struct task *t, const struct signal *s, const struct code *c,
	      int64_t alarm, int64_t *fault);
/* The open one of a signal's panel, zone and code; 0: none. */
MUST_CHECK enum err
fault_find(struct task *t, const struct signal *s, int64_t *fault);
/* The signal that ends it came; also on the order and its journal. */
MUST_CHECK enum err
fault_restore(struct task *t, int64_t fault, const struct signal *s);

#endif
