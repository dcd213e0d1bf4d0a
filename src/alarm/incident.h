/*
 * incident.h - an incident 警情 of a site: from a confirmed alarm to the
 * review (domain model C.3.3).
 *
 * Alarms of one site that are confirmed within the window belong to one
 * incident.  Its dispatches, police reports and notices are processes of
 * their own; each moves the incident on.
 */
#ifndef ALARM_INCIDENT_H
#define ALARM_INCIDENT_H

#include "kind/process.h"

extern const struct reg incident_reg;
extern const struct process incident_process;
extern const struct option incident_severities[], incident_outcomes[];

/*
 * The incident of a confirmed alarm: joins the site's open incident whose
 * newest alarm is within the rule's window, or opens one.  alarm is a row of
 * the register `alarm`; the caller writes *incident into it.
 */
MUST_CHECK enum err
incident_of_alarm(struct task *t, const struct reg_row *alarm,
		  int64_t *incident);

/* Takes a step of the incident, when the state allows it; else nothing.  The
 * permission was checked where the work was done: a patrol that arrives moves
 * the incident though he may not read it.  in may be NULL. */
MUST_CHECK enum err incident_move(struct task *t, int64_t id, const char *event,
				  const struct reg_input *in);
/* Is it open, responding or on scene? */
MUST_CHECK enum err incident_is_open(struct task *t, int64_t id, bool *out);
/* The AVS level of its alarms, the highest; of its class when none has one. */
MUST_CHECK enum err incident_avs(struct task *t, int64_t id, int64_t *out);
/* Is the incident still open?  ERR_STATE with a sentence when not. */
MUST_CHECK enum err
incident_be_open(struct task *t, int64_t id, struct reg_row *out);

/* The limits of its clocks; incident_limit.c. */
enum err incident_limit_police(struct task *t, const struct proc_row *p,
			       struct clock_limit *out, int64_t *start_ms);
enum err incident_limit_receipt(struct task *t, const struct proc_row *p,
				struct clock_limit *out, int64_t *start_ms);
enum err incident_limit_arrive(struct task *t, const struct proc_row *p,
			       struct clock_limit *out, int64_t *start_ms);
enum err incident_limit_notify(struct task *t, const struct proc_row *p,
			       struct clock_limit *out, int64_t *start_ms);

#endif
