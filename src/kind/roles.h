/*
 * roles.h - the roles of domain model C.1, as a table.
 *
 * Only roles of a service company, an alarm centre, its customers and the
 * platform are here: those that concern what exists so far.  A role carries
 * permissions; "gives" is whom its holder may appoint beside the roles whose
 * permissions he has himself.
 */
#ifndef KIND_ROLES_H
#define KIND_ROLES_H

#include "kind/may.h"

/* clang-format off */
#define SEE_WORK                                                             \
	(MAY_BIT(MAY_READ_CUSTOMERS) | MAY_BIT(MAY_READ_ESTATE) |            \
	 MAY_BIT(MAY_READ_ORDERS))
#define SEE_COMPANY                                                          \
	(SEE_WORK | MAY_BIT(MAY_READ_STAFF) | MAY_BIT(MAY_READ_CONTRACTS) |  \
	 MAY_BIT(MAY_READ_STOCK) | MAY_BIT(MAY_READ_DOCUMENTS))

#define GIVES_NONE UINT32_C(0)
#define GIVES_ALL (ROLE_BIT(ROLE_N) - 1)
#define GIVES_COMPANY (GIVES_ALL & ~ROLE_BIT(ROLE_ADMINISTRATOR))

/*   name, word, zh, en, permissions, whom he appoints */
#define ROLES(X)                                                             \
	X(ROLE_MANAGER, "manager", "企业负责人", "Manager",                  \
	  SEE_COMPANY | MAY_BIT(MAY_READ_ORG) | MAY_BIT(MAY_EDIT_ORG) |      \
	  MAY_BIT(MAY_EDIT_STAFF) | MAY_BIT(MAY_EDIT_CUSTOMERS) |            \
	  MAY_BIT(MAY_EDIT_CONTRACTS) | MAY_BIT(MAY_EDIT_ESTATE) |           \
	  MAY_BIT(MAY_EDIT_STOCK) | MAY_BIT(MAY_EDIT_DOCUMENTS) |            \
	  MAY_BIT(MAY_REPORT_ORDERS) | MAY_BIT(MAY_DISPATCH_ORDERS) |        \
	  MAY_BIT(MAY_CLOSE_ORDERS) | MAY_BIT(MAY_READ_JOURNAL) |            \
	  MAY_BIT(MAY_IMPORT) | \
	  MAY_BIT(MAY_READ_ALARMS) | MAY_BIT(MAY_LEAD_SHIFT) | MAY_BIT(MAY_EDIT_ALARM_RULES) | MAY_BIT(MAY_SET_SERVICE_MODE), GIVES_COMPANY)                                \
	X(ROLE_SERVICE_DESK, "service_desk", "受理员", "Service desk",       \
	  SEE_WORK | MAY_BIT(MAY_READ_CONTRACTS) | MAY_BIT(MAY_READ_STAFF) | \
	  MAY_BIT(MAY_EDIT_CUSTOMERS) | MAY_BIT(MAY_REPORT_ORDERS) |         \
	  MAY_BIT(MAY_DISPATCH_ORDERS) | \
	  MAY_BIT(MAY_READ_ALARMS) | MAY_BIT(MAY_SET_SERVICE_MODE), GIVES_NONE)                          \
	X(ROLE_DISPATCHER, "dispatcher", "调度员", "Dispatcher",             \
	  SEE_WORK | MAY_BIT(MAY_READ_CONTRACTS) | MAY_BIT(MAY_READ_STAFF) | \
	  MAY_BIT(MAY_READ_STOCK) | MAY_BIT(MAY_REPORT_ORDERS) |             \
	  MAY_BIT(MAY_DISPATCH_ORDERS) | \
	  MAY_BIT(MAY_READ_ALARMS) | MAY_BIT(MAY_SET_SERVICE_MODE), GIVES_NONE)                          \
	X(ROLE_TECHNICIAN, "technician", "维保/维修人员", "Technician",      \
	  SEE_WORK | MAY_BIT(MAY_READ_STOCK) | MAY_BIT(MAY_READ_DOCUMENTS) | \
	  MAY_BIT(MAY_REPORT_ORDERS) | MAY_BIT(MAY_WORK_ORDERS) | \
	  MAY_BIT(MAY_READ_ALARMS) | MAY_BIT(MAY_SET_SERVICE_MODE), GIVES_NONE) \
	X(ROLE_STOREKEEPER, "storekeeper", "备件管理员", "Storekeeper",      \
	  MAY_BIT(MAY_READ_ESTATE) | MAY_BIT(MAY_READ_ORDERS) |              \
	  MAY_BIT(MAY_READ_STOCK) | MAY_BIT(MAY_EDIT_STOCK) |                \
	  MAY_BIT(MAY_IMPORT), GIVES_NONE)                                   \
	X(ROLE_QUALITY, "quality", "质量监督员（兼职）",                     \
	  "Quality supervisor (part-time)",                                  \
	  SEE_COMPANY | MAY_BIT(MAY_READ_JOURNAL) | \
	  MAY_BIT(MAY_READ_ALARMS), GIVES_NONE)               \
	X(ROLE_QUALITY_DEDICATED, "quality_dedicated", "质量监督员（专职）", \
	  "Quality supervisor (dedicated)",                                  \
	  SEE_COMPANY | MAY_BIT(MAY_READ_JOURNAL) | \
	  MAY_BIT(MAY_READ_ALARMS), GIVES_NONE)               \
	X(ROLE_HR, "hr", "人事培训", "Training and HR officer",              \
	  MAY_BIT(MAY_READ_ORG) | MAY_BIT(MAY_READ_STAFF) |                  \
	  MAY_BIT(MAY_EDIT_STAFF) | MAY_BIT(MAY_READ_DOCUMENTS) |            \
	  MAY_BIT(MAY_IMPORT), GIVES_NONE)                                   \
	X(ROLE_ARCHIVIST, "archivist", "档案管理员", "Archivist",            \
	  SEE_COMPANY | MAY_BIT(MAY_EDIT_DOCUMENTS) |                        \
	  MAY_BIT(MAY_CLOSE_ORDERS) | MAY_BIT(MAY_IMPORT), GIVES_NONE)       \
	X(ROLE_CONFIDENTIALITY, "confidentiality", "保密管理员",             \
	  "Confidentiality officer",                                         \
	  MAY_BIT(MAY_READ_ORG) | MAY_BIT(MAY_READ_STAFF) |                  \
	  MAY_BIT(MAY_EDIT_STAFF) | MAY_BIT(MAY_READ_DOCUMENTS) |            \
	  MAY_BIT(MAY_EDIT_DOCUMENTS) | MAY_BIT(MAY_READ_JOURNAL),           \
	  GIVES_NONE)                                                        \
	X(ROLE_EMERGENCY, "emergency", "应急负责人", "Emergency lead",       \
	  SEE_WORK | MAY_BIT(MAY_READ_STAFF) | MAY_BIT(MAY_READ_STOCK) |     \
	  MAY_BIT(MAY_READ_DOCUMENTS) | MAY_BIT(MAY_EDIT_DOCUMENTS) | \
	  MAY_BIT(MAY_READ_ALARMS) | MAY_BIT(MAY_EDIT_ALARM_RULES),         \
	  GIVES_NONE)                                                        \
	X(ROLE_OPERATOR, "operator", "值机员", "Monitoring operator",        \
	  SEE_WORK | MAY_BIT(MAY_REPORT_ORDERS) | \
	  MAY_BIT(MAY_READ_ALARMS) | MAY_BIT(MAY_HANDLE_ALARMS) | MAY_BIT(MAY_SET_SERVICE_MODE), GIVES_NONE)                 \
	X(ROLE_SHIFT_LEADER, "shift_leader", "值班长", "Shift leader",       \
	  SEE_WORK | MAY_BIT(MAY_READ_STAFF) | MAY_BIT(MAY_READ_DOCUMENTS) | \
	  MAY_BIT(MAY_REPORT_ORDERS) | \
	  MAY_BIT(MAY_READ_ALARMS) | MAY_BIT(MAY_HANDLE_ALARMS) | MAY_BIT(MAY_LEAD_SHIFT) | MAY_BIT(MAY_SET_SERVICE_MODE) | MAY_BIT(MAY_EDIT_ALARM_RULES), GIVES_NONE)                            \
	X(ROLE_PATROL, "patrol", "现场处置巡逻员", "Response patrol",        \
	  MAY_BIT(MAY_READ_CUSTOMERS) | MAY_BIT(MAY_READ_ESTATE) | \
	  MAY_BIT(MAY_PATROL),            \
	  GIVES_NONE)                                                        \
	X(ROLE_INSTALLER, "installer", "设计施工", "Design and installation", \
	  MAY_BIT(MAY_READ_CUSTOMERS) | MAY_BIT(MAY_READ_ESTATE) |           \
	  MAY_BIT(MAY_EDIT_ESTATE) | MAY_BIT(MAY_READ_DOCUMENTS) |           \
	  MAY_BIT(MAY_IMPORT) | \
	  MAY_BIT(MAY_READ_ALARMS) | MAY_BIT(MAY_SET_SERVICE_MODE), GIVES_NONE)                                   \
	/* only the rows of its own customer: actor.customer */                \
	X(ROLE_CUSTOMER, "customer", "用户单位", "Customer",                 \
	  SEE_WORK | MAY_BIT(MAY_REPORT_ORDERS) |                            \
	  MAY_BIT(MAY_ACCEPT_ORDERS), GIVES_NONE)                            \
	X(ROLE_AUDITOR, "auditor", "审计员", "Auditor",                      \
	  SEE_COMPANY | MAY_BIT(MAY_READ_ORG) | MAY_BIT(MAY_READ_JOURNAL) | \
	  MAY_BIT(MAY_READ_ALARMS),   \
	  GIVES_NONE)                                                        \
	X(ROLE_ADMINISTRATOR, "administrator", "系统管理员",                 \
	  "Administrator",                                                   \
	  MAY_BIT(MAY_READ_ORG) | MAY_BIT(MAY_EDIT_ORG) |                    \
	  MAY_BIT(MAY_ADMIN), GIVES_ALL)
/* clang-format on */

enum role_no {
#define X(name, word, zh, en, may, gives) name,
	ROLES(X)
#undef X
	    ROLE_N
};
#define ROLE_BIT(role) (UINT32_C(1) << (role))

/* "manager,hr" to a set of ROLE_BIT; false when a word is no role. */
bool roles_parse(struct str words, uint32_t *out);
/* All permissions that the roles carry together. */
uint64_t roles_may(uint32_t set);
/* All roles that their holder may appoint. */
uint32_t roles_gives(uint32_t set);
/* The first role of the set. */
const struct role *roles_first(uint32_t set);

#endif
