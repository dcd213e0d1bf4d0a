/*
 * may.h - permissions and the roles that carry them (domain model C.1).
 *
 * A route, a register and an edge each name one permission.  MAY_NOTHING is
 * zero, so a forgotten one denies.
 */
#ifndef KIND_MAY_H
#define KIND_MAY_H

#include "base/base.h"

/*   name                word               what */
#define MAYS(X)                                                                \
	X(MAY_NOTHING, "nothing", "未授权", "nothing")                         \
	X(MAY_ANYONE, "anyone", "无需登录", "without signing in")              \
	X(MAY_SIGN_IN, "sign_in", "已登录", "any signed-in person")            \
	X(MAY_READ_ORG, "read_org", "查看组织与用户", "read organisation")     \
	X(MAY_EDIT_ORG, "edit_org", "管理组织与用户", "manage organisation")   \
	X(MAY_READ_STAFF, "read_staff", "查看人员", "read staff")              \
	X(MAY_EDIT_STAFF, "edit_staff", "管理人员", "manage staff")            \
	X(MAY_READ_CUSTOMERS, "read_customers", "查看客户", "read customers")  \
	X(MAY_EDIT_CUSTOMERS, "edit_customers", "管理客户",                    \
	  "manage customers")                                                  \
	X(MAY_READ_CONTRACTS, "read_contracts", "查看合同", "read contracts")  \
	X(MAY_EDIT_CONTRACTS, "edit_contracts", "管理合同",                    \
	  "manage contracts")                                                  \
	X(MAY_READ_ESTATE, "read_estate", "查看场所与设备", "read estate")     \
	X(MAY_EDIT_ESTATE, "edit_estate", "管理场所与设备", "manage estate")   \
	X(MAY_READ_STOCK, "read_stock", "查看物资", "read materials")          \
	X(MAY_EDIT_STOCK, "edit_stock", "管理物资", "manage materials")        \
	X(MAY_READ_DOCUMENTS, "read_documents", "查看文件", "read documents")  \
	X(MAY_EDIT_DOCUMENTS, "edit_documents", "管理文件",                    \
	  "manage documents")                                                  \
	X(MAY_READ_ORDERS, "read_orders", "查看维修工单",                      \
	  "read repair orders")                                                \
	X(MAY_REPORT_ORDERS, "report_orders", "报修", "report a fault")        \
	X(MAY_DISPATCH_ORDERS, "dispatch_orders", "定级派工", "grade, assign") \
	X(MAY_WORK_ORDERS, "work_orders", "维修作业", "carry out repairs")     \
	X(MAY_ACCEPT_ORDERS, "accept_orders", "用户确认验收",                  \
	  "accept as customer")                                                \
	X(MAY_CLOSE_ORDERS, "close_orders", "结算归档", "settle and archive")  \
	X(MAY_READ_ALARMS, "read_alarms", "查看警情与信号",                    \
	  "read alarms and signals")                                           \
	X(MAY_HANDLE_ALARMS, "handle_alarms", "处置警情", "handle alarms")     \
	X(MAY_LEAD_SHIFT, "lead_shift", "值班长审核",                          \
	  "lead a shift, approve closing")                                     \
	X(MAY_SET_SERVICE_MODE, "set_service_mode", "设置维护状态",            \
	  "set service mode")                                                  \
	X(MAY_PATROL, "patrol", "现场处置", "respond on site")                 \
	X(MAY_EDIT_ALARM_RULES, "edit_alarm_rules", "管理报警规则与预案",      \
	  "manage alarm rules and plans")                                      \
	X(MAY_READ_JOURNAL, "read_journal", "查看日志", "read the journal")    \
	X(MAY_IMPORT, "import", "导入导出", "import and export")               \
	X(MAY_ADMIN, "admin", "系统管理", "administer the installation")
enum may {
#define X(name, word, zh, en) name,
	MAYS(X)
#undef X
	    MAY_N
};
const char *may_word(enum may may);
struct label may_label(enum may may);
bool may_parse(struct str word, enum may *out);

/* A set of permissions, one bit each. */
#define MAY_BIT(may) (UINT64_C(1) << (may))

/* Roles are a table in may.c: name, labels, permissions. */
struct role {
	const char *name;
	struct label label;
	uint64_t may;
};
extern const struct role roles[];
extern const size_t n_roles;
const struct role *role_find(struct str name);

#endif
