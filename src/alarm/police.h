/*
 * police.h - reports to the police 向110报告 with the check of their receipt
 * (domain model C.2.3; GB 55029 6.0.4).
 */
#ifndef ALARM_POLICE_H
#define ALARM_POLICE_H

#include "kind/process.h"

extern const struct reg police_report_reg;
extern const struct process police_report_process;

/* What to say to the police call centre about an incident: the template of
 * its class, or the program's own. */
MUST_CHECK enum err
police_text(struct task *t, int64_t incident, struct str *out);

#endif
