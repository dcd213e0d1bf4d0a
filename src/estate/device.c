/* device.c - what is installed, as a tree. */
#include "estate/estate.h"
#include "base/str.h"
#include "kind/check.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "platform", LABEL("管理平台", "Platform server"), TONE_PLAIN },
	{ "recorder", LABEL("录像机", "Recorder"), TONE_PLAIN },
	{ "storage", LABEL("存储设备", "Storage"), TONE_PLAIN },
	{ "camera", LABEL("摄像机", "Camera"), TONE_PLAIN },
	{ "display", LABEL("显示设备", "Display"), TONE_PLAIN },
	{ "panel", LABEL("报警主机", "Alarm panel"), TONE_PLAIN },
	{ "keypad", LABEL("报警键盘", "Keypad"), TONE_PLAIN },
	{ "detector", LABEL("探测器", "Detector"), TONE_PLAIN },
	{ "button", LABEL("紧急按钮", "Hold-up button"), TONE_PLAIN },
	{ "siren", LABEL("声光报警器", "Siren"), TONE_PLAIN },
	{ "access_host", LABEL("门禁控制器", "Access controller"), TONE_PLAIN },
	{ "reader", LABEL("读卡器", "Reader"), TONE_PLAIN },
	{ "biometric", LABEL("生物识别终端", "Biometric terminal"), TONE_PLAIN },
	{ "lock", LABEL("电控锁", "Electric lock"), TONE_PLAIN },
	{ "patrol_point", LABEL("巡查点", "Checkpoint"), TONE_PLAIN },
	{ "patrol_reader", LABEL("巡查器", "Patrol reader"), TONE_PLAIN },
	{ "barrier", LABEL("道闸", "Barrier"), TONE_PLAIN },
	{ "plate_camera", LABEL("车牌识别机", "Plate camera"), TONE_PLAIN },
	{ "payment", LABEL("收费设备", "Payment terminal"), TONE_PLAIN },
	{ "switch", LABEL("交换机", "Network switch"), TONE_PLAIN },
	{ "link", LABEL("传输链路", "Link"), TONE_PLAIN },
	{ "ups", LABEL("备用电源", "Standby power"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct option layers[] = {
	{ "front", LABEL("前端", "Front end"), TONE_PLAIN },
	{ "link", LABEL("传输", "Transmission"), TONE_PLAIN },
	{ "back", LABEL("后端", "Back end"), TONE_PLAIN },
	{ 0 }
};
static const struct option criticalities[] = {
	{ "core", LABEL("核心", "Core"), TONE_WARN },
	{ "noncore", LABEL("非核心", "Non-core"), TONE_PLAIN },
	{ 0 }
};
static const struct option states[] = {
	{ "in_use", LABEL("在用", "In use"), TONE_OK },
	{ "faulty", LABEL("故障", "Faulty"), TONE_BAD },
	{ "disabled", LABEL("停用", "Disabled"), TONE_PLAIN },
	{ "spare", LABEL("备用", "Spare"), TONE_INFO },
	{ "scrapped", LABEL("报废", "Scrapped"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("设备编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "SB",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("设备名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "site" },
	{ .name = "system", .type = F_REF, .label = LABEL("系统", "System"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "system" },
	{ .name = "area", .type = F_REF, .label = LABEL("区域部位", "Area"),
	  .flags = FILTER, .ref = "area" },
	{ .name = "parent", .type = F_REF, .label = LABEL("上级设备", "Parent"),
	  .flags = FILTER, .ref = "device",
	  .help = LABEL("平台→录像机→摄像机；报警主机→探测器。", "Platform, recorder, camera; panel, detector.") },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("设备类型", "Kind"),
	  .flags = REQUIRED | LIST | FILTER, .options = kinds },
	{ .name = "layer", .type = F_ENUM, .label = LABEL("层次", "Layer"),
	  .flags = REQUIRED, .options = layers,
	  .help = LABEL("前端设备、传输链路、后端控制与存储（SVC-2.1）。", "Front-end devices, links, back-end control and storage (SVC-2.1).") },
	{ .name = "criticality", .type = F_ENUM, .label = LABEL("重要程度", "Criticality"),
	  .flags = REQUIRED | LIST, .options = criticalities,
	  .help = LABEL("核心设备故障至少为紧急故障（SVC-6.1.2）。", "A fault of a core device is at least urgent (SVC-6.1.2).") },
	{ .name = "core_part", .type = F_ENUM, .label = LABEL("核心部件类别", "Core part"),
	  .options = estate_core_parts,
	  .help = LABEL("更换核心部件须经用户确认（SVC-6.2）。", "Replacing a core part needs the customer’s consent (SVC-6.2).") },
	{ .name = "state", .type = F_ENUM, .label = LABEL("状态", "State"),
	  .flags = REQUIRED | LIST | FILTER, .options = states },
	{ .name = "position", .type = F_TEXT, .label = LABEL("安装位置", "Position"),
	  .flags = SEARCH, .max = 120 },
	{ .name = "make", .type = F_TEXT, .label = LABEL("品牌", "Make"),
	  .max = 60,
	  .section = LABEL("规格", "Specification") },
	{ .name = "model", .type = F_TEXT, .label = LABEL("型号", "Model"),
	  .flags = LIST | SEARCH, .max = 80 },
	{ .name = "serial", .type = F_TEXT, .label = LABEL("序列号", "Serial number"),
	  .flags = SEARCH, .max = 80 },
	{ .name = "firmware", .type = F_TEXT, .label = LABEL("固件版本", "Firmware"),
	  .max = 60 },
	{ .name = "address", .type = F_TEXT, .label = LABEL("网络地址", "Network address"),
	  .max = 120 },
	{ .name = "gb28181_id", .type = F_TEXT, .label = LABEL("国标编码", "GB/T 28181 id"),
	  .flags = UNIQUE, .min = 20, .max = 20,
	  .help = LABEL("20位数字。", "20 digits.") },
	{ .name = "installed_on", .type = F_DATE, .label = LABEL("安装日期", "Installed on"),
	  .section = LABEL("使用", "Life") },
	{ .name = "warranty_to", .type = F_DATE, .label = LABEL("质保到期日", "Warranty until"),
	  .flags = LIST | SORT, .after = "installed_on" },
	{ .name = "photo", .type = F_FILE, .label = LABEL("照片", "Photo") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

#define DEPTH_MAX 16

static const struct same same[] = {
	{ "system", &system_reg, "site" },
	{ "area", &area_reg, "site" },
	{ 0 },
};

static enum err
parent_fault(struct task *t)
{
	return fail_field(&t->why, "parent", reg_label(&device_reg, "parent"),
			  "tree",
			  "may not be the device itself or one below it, and "
			  "the tree has at most %d levels",
			  "不能是本设备或其下级设备，层级最多%d级", DEPTH_MAX);
}

/* A new device has nothing below it; an old one is known by its number. */
static enum err
check_parent(struct task *t, const struct val *old, const struct val *row)
{
	const struct val *up = reg_val(&device_reg, row, "parent");
	const struct val *own = reg_val(&device_reg, row, "number");

	if (old != NULL && val_eq(*up, *reg_val(&device_reg, old, "parent")))
		return OK;
	for (int depth = 0; up->type != VAL_NULL; depth++) {
		struct reg_row above;

		if (depth == DEPTH_MAX)
			return parent_fault(t);
		TRY(reg_get(t, &device_reg, up->i, &above));
		if (old != NULL &&
		    val_eq(*own, *reg_val(&device_reg, above.v, "number")))
			return parent_fault(t);
		up = reg_val(&device_reg, above.v, "parent");
	}
	return OK;
}

static enum err
check_device(struct task *t, const struct val *old, const struct val *row)
{
	TRY(check_digits(t, &device_reg, row, "gb28181_id"));
	TRY(check_parent(t, old, row));
	return check_same(t, &device_reg, row, same);
}

const struct reg device_reg = {
	.name = "device",
	.label = LABEL("设备", "Device"),
	.plural = "Devices",
	.group = "estate",
	.read = MAY_READ_ESTATE,
	.edit = MAY_EDIT_ESTATE,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.sort = "number",
	.labels = true,
	.tree = true,
	.check = check_device,
};
