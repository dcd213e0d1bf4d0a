/* customer.c - the units that are served. */
#include "estate/estate.h"

/* clang-format off */
static const struct option categories[] = {
	{ "enterprise", LABEL("企业", "Enterprise"), TONE_PLAIN },
	{ "park", LABEL("园区", "Park"), TONE_PLAIN },
	{ "building", LABEL("楼宇", "Building"), TONE_PLAIN },
	{ "venue", LABEL("场馆", "Venue"), TONE_PLAIN },
	{ "bank", LABEL("银行", "Bank"), TONE_PLAIN },
	{ "school", LABEL("学校", "School"), TONE_PLAIN },
	{ "hospital", LABEL("医院", "Hospital"), TONE_PLAIN },
	{ "government", LABEL("机关", "Government"), TONE_PLAIN },
	{ "shop", LABEL("商业网点", "Shop"), TONE_PLAIN },
	{ "home", LABEL("住宅", "Home"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct option key_units[] = {
	{ "none", LABEL("非重点单位", "Not a key unit"), TONE_PLAIN },
	{ "media", LABEL("新闻单位", "News media"), TONE_PLAIN },
	{ "transport", LABEL("交通枢纽", "Transport hub"), TONE_PLAIN },
	{ "defence", LABEL("国防科技工业", "Defence industry"), TONE_PLAIN },
	{ "finance", LABEL("电信、邮政、金融", "Telecom, post, finance"), TONE_PLAIN },
	{ "energy", LABEL("能源、水利、市政供应", "Energy, water, utilities"), TONE_PLAIN },
	{ "storage", LABEL("物资储备、大型商贸", "Stores, large trade centre"), TONE_PLAIN },
	{ "education", LABEL("教育、科研、医疗、文体场所", "Education, research, medical, culture"), TONE_PLAIN },
	{ "museum", LABEL("博物馆、档案馆、文物", "Museum, archive, monument"), TONE_PLAIN },
	{ "dangerous", LABEL("危险物品、菌毒种", "Dangerous goods, pathogens"), TONE_PLAIN },
	{ "construction", LABEL("国家重点建设工程", "National construction project"), TONE_PLAIN },
	{ "other", LABEL("其他重点单位", "Other key unit"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("客户编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "KH",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("用户单位名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH | UNIQUE },
	{ .name = "category", .type = F_ENUM, .label = LABEL("类别", "Category"),
	  .flags = REQUIRED | LIST | FILTER, .options = categories },
	{ .name = "party", .type = F_REF, .label = LABEL("单位", "Party"),
	  .ref = "party" },
	{ .name = "address", .type = F_TEXT, .label = LABEL("地址", "Address"),
	  .flags = SEARCH },
	{ .name = "department", .type = F_TEXT, .label = LABEL("用户主管部门名称", "Department in charge"),
	  .max = 80,
	  .section = LABEL("主管部门", "In charge"),
	  .help = LABEL("印在用户评价表（表A.1）表头。", "Printed at the head of the user evaluation form (A.1).") },
	{ .name = "person_in_charge", .type = F_TEXT, .label = LABEL("主管负责人", "Person in charge"),
	  .flags = LIST, .max = 40 },
	{ .name = "phone", .type = F_PHONE, .label = LABEL("联系电话", "Phone"),
	  .flags = LIST },
	{ .name = "key_unit", .type = F_ENUM, .label = LABEL("治安保卫重点单位类别", "Key protection unit"),
	  .flags = REQUIRED | LIST | FILTER, .options = key_units,
	  .section = LABEL("保卫要求", "Protection"),
	  .help = LABEL("企业事业单位内部治安保卫条例第十三条的十一类。", "The eleven kinds of the internal security regulation, art. 13.") },
	{ .name = "key_unit_basis", .type = F_TEXT, .label = LABEL("重点单位认定文件", "Designation document"),
	  .flags = REQUIRED,
	  .when = "key_unit=media|transport|defence|finance|energy|storage|education|museum|dangerous|construction|other",
	  .help = LABEL("人民政府确定的文件名称和文号。", "Title and number of the government document.") },
	{ .name = "key_unit_proof", .type = F_FILE, .label = LABEL("重点单位认定证明", "Proof of designation"),
	  .when = "key_unit=media|transport|defence|finance|energy|storage|education|museum|dangerous|construction|other" },
	{ .name = "state_secret", .type = F_BOOL, .label = LABEL("涉密单位", "Holds state secrets"),
	  .help = LABEL("涉密单位的资料只给有授权的人员。", "Files of such a unit go to authorised persons only.") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

const struct reg customer_reg = {
	.name = "customer",
	.label = LABEL("用户单位", "Customer"),
	.plural = "Customers",
	.group = "customers",
	.read = MAY_READ_CUSTOMERS,
	.edit = MAY_EDIT_CUSTOMERS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
};
