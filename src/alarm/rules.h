/*
 * rules.h - registers and processes of what is decided before the desk sees
 * an alarm: code and alarm rules, schedules, service mode, faults.
 */
#ifndef ALARM_RULES_H
#define ALARM_RULES_H

#include "kind/process.h"

extern const struct reg panel_template_reg, code_rule_reg, alarm_rule_reg,
    arm_schedule_reg, holiday_reg, panel_user_reg;
extern const struct reg service_mode_reg, fault_reg, held_reg;
extern const struct process service_mode_process, fault_process, held_process;

#endif
