/* site.c - where the systems of a customer stand. */
#include "estate/estate.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "enterprise", LABEL("企业", "Enterprise"), TONE_PLAIN },
	{ "park", LABEL("园区", "Park"), TONE_PLAIN },
	{ "building", LABEL("楼宇", "Building"), TONE_PLAIN },
	{ "venue", LABEL("场馆", "Venue"), TONE_PLAIN },
	{ "bank", LABEL("银行网点", "Bank branch"), TONE_PLAIN },
	{ "school", LABEL("学校", "School"), TONE_PLAIN },
	{ "hospital", LABEL("医院", "Hospital"), TONE_PLAIN },
	{ "shop", LABEL("商业网点", "Shop"), TONE_PLAIN },
	{ "home", LABEL("住宅小区", "Housing estate"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("场所编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "CS",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("场所名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH },
	{ .name = "customer", .type = F_REF, .label = LABEL("用户单位", "Customer"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "customer" },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("场景", "Kind"),
	  .flags = REQUIRED | LIST | FILTER, .options = kinds },
	{ .name = "level", .type = F_ENUM, .label = LABEL("区域级别", "Area level"),
	  .flags = REQUIRED | LIST | FILTER, .options = estate_area_levels,
	  .help = LABEL("关键区域内的故障至少按紧急故障定级（SVC-6.1.2）。", "A fault in a key area is at least urgent (SVC-6.1.2).") },
	{ .name = "address", .type = F_TEXT, .label = LABEL("地址", "Address"),
	  .flags = REQUIRED | LIST | SEARCH,
	  .section = LABEL("位置", "Where") },
	{ .name = "longitude_e6", .type = F_INT, .label = LABEL("经度", "Longitude"),
	  .min = -180000000, .max = 180000000, .unit = "°", .places = 6,
	  .help = LABEL("十进制度数，东经为正，例如 120.153576。", "Decimal degrees, east is positive: 120.153576.") },
	{ .name = "latitude_e6", .type = F_INT, .label = LABEL("纬度", "Latitude"),
	  .min = -90000000, .max = 90000000, .unit = "°", .places = 6,
	  .help = LABEL("十进制度数，北纬为正，例如 30.287459。", "Decimal degrees, north is positive: 30.287459.") },
	{ .name = "district", .type = F_TEXT, .label = LABEL("响应片区", "Response district"),
	  .flags = LIST | FILTER, .max = 40 },
	{ .name = "police_station", .type = F_TEXT, .label = LABEL("属地派出所", "Police station"),
	  .max = 80 },
	{ .name = "phone", .type = F_PHONE, .label = LABEL("场所电话", "Phone") },
	{ .name = "access_notes", .type = F_LINES, .label = LABEL("进场说明", "Access notes"),
	  .section = LABEL("进场", "Access"),
	  .help = LABEL("门卫、停车、钥匙、禁带物品等。", "Gate, parking, keys, what may not be brought.") },
	{ .name = "map", .type = F_FILE, .label = LABEL("平面图", "Plan") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

const struct reg site_reg = {
	.name = "site",
	.label = LABEL("服务场所", "Site"),
	.plural = "Sites",
	.group = "estate",
	.read = MAY_READ_ESTATE,
	.edit = MAY_EDIT_ESTATE,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
};
