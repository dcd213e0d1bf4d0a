/*
 * subjects.c - what the program keeps: all registers, processes and groups of
 * the menu.  It stands above the subjects, so that no subject knows the list.
 */
#include "alarm/alarm.h"
#include "alarm/dispatch.h"
#include "alarm/drill.h"
#include "alarm/incident.h"
#include "alarm/notice.h"
#include "alarm/plan.h"
#include "alarm/police.h"
#include "alarm/receiver_line.h"
#include "alarm/rules.h"
#include "alarm/shift.h"
#include "archive/document.h"
#include "estate/estate.h"
#include "kind/process.h"
#include "org/people.h"
#include "org/user.h"
#include "upkeep/stock.h"
#include "upkeep/workorder.h"

/* clang-format off */
const struct group groups[] = { /* in menu order */
	{ "alarm", LABEL("报警中心", "Alarm centre") },
	{ "service", LABEL("服务", "Service") },
	{ "customers", LABEL("客户", "Customers") },
	{ "estate", LABEL("场所与设备", "Estate") },
	{ "people", LABEL("人员", "People") },
	{ "materials", LABEL("物资", "Materials") },
	{ "archive", LABEL("档案", "Archive") },
	{ "alarm_setup", LABEL("报警设置", "Alarm setup") },
	{ "organisation", LABEL("组织", "Organisation") },
	{ 0 }
};

const struct reg *const registers[] = {
	&alarm_reg, &alarm_entry_reg, &shift_reg, &shift_member_reg,
	&shift_entry_reg,
	&plan_reg, &plan_step_reg,
	&incident_reg, &dispatch_reg, &dispatch_photo_reg, &police_report_reg,
	&notice_reg, &patrol_reg, &notice_channel_reg, &notice_template_reg,
	&receiver_reg, &panel_template_reg,
	&drill_reg,
	&service_mode_reg, &fault_reg, &held_reg,
	&code_rule_reg, &alarm_rule_reg,
	&arm_schedule_reg, &holiday_reg, &panel_user_reg,
	&workorder_reg,
	&customer_reg, &contact_reg, &contract_reg, &party_reg,
	&site_reg, &area_reg, &system_reg, &device_reg,
	&panel_reg, &partition_reg, &zone_reg, &camera_reg,
	&staff_reg, &post_reg, &certificate_reg, &training_reg,
	&attendance_reg, &nda_reg,
	&part_reg, &supplier_reg, &tool_reg, &vehicle_reg,
	&document_reg,
	&user_reg,
	NULL
};

const struct process *const processes[] = {
	&alarm_process, &alarm_entry_process, &shift_process,
	&shift_entry_process, &plan_process,
	&incident_process, &dispatch_process, &police_report_process,
	&notice_process,
	&service_mode_process, &fault_process, &held_process,
	&workorder_process,
	&drill_process,
	NULL
};
/* clang-format on */
