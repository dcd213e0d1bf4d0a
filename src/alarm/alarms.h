/* alarms.h - what a response does to the alarms of its incident. */
#ifndef ALARM_ALARMS_H
#define ALARM_ALARMS_H

#include "kind/process.h"

/* The confirmed alarms of the incident are being responded to: their step
 * "dispatch".  Alarms that are further on stay as they are. */
MUST_CHECK enum err alarms_dispatched(struct task *t, int64_t incident);

/* The customer was told of an alarm without an incident; nothing happens when
 * it is closed. */
MUST_CHECK enum err alarms_told(struct task *t, int64_t alarm);

#endif
