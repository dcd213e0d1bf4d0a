/*
 * mode.h - service mode 维护状态: signals of a panel that people are working
 * on are kept, shown to the technician, and raise no alarm (model C.3.2).
 */
#ifndef ALARM_MODE_H
#define ALARM_MODE_H

#include "alarm/signal.h"
#include "kind/process.h"

extern const struct reg service_mode_reg;
extern const struct process service_mode_process;

/*
 * Which active service mode covers the signal: *mode its id, 0 none.  Hold-up,
 * duress, fire and medical are covered only when the technician is on site
 * and the customer has confirmed it by call.
 */
MUST_CHECK enum err
mode_covers(struct task *t, const struct signal *s, int64_t *mode);
/* Classes that service mode does not mask by itself. */
bool mode_is_life(struct str class);
/* Zone numbers with commas: is it one of them?  An empty list has all. */
bool mode_has_zone(struct str zones, int64_t zone_no);

#endif
