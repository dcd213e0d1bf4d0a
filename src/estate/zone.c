/* zone.c - what a panel watches, and by which principle. */
#include "estate/estate.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/check.h"

/* clang-format off */
static const struct option zone_types[] = {
	{ "instant", LABEL("瞬时", "Instant"), TONE_PLAIN },
	{ "delay", LABEL("延时", "Delayed"), TONE_PLAIN },
	{ "follow", LABEL("跟随", "Follower"), TONE_PLAIN },
	{ "h24", LABEL("24小时", "24 hours"), TONE_PLAIN },
	{ "holdup", LABEL("紧急", "Hold-up"), TONE_BAD },
	{ "fire", LABEL("火灾", "Fire"), TONE_BAD },
	{ "medical", LABEL("医疗", "Medical"), TONE_BAD },
	{ "gas", LABEL("气体", "Gas"), TONE_WARN },
	{ "environment", LABEL("环境", "Environment"), TONE_PLAIN },
	{ "tamper", LABEL("防拆", "Tamper"), TONE_WARN },
	{ 0 }
};
static const struct option detectors[] = {
	{ "contact", LABEL("门磁", "Door contact"), TONE_PLAIN },
	{ "pir", LABEL("被动红外", "Passive infrared"), TONE_PLAIN },
	{ "dual", LABEL("双技术", "Dual technology"), TONE_PLAIN },
	{ "glass", LABEL("玻璃破碎", "Glass break"), TONE_PLAIN },
	{ "vibration", LABEL("振动", "Vibration"), TONE_PLAIN },
	{ "beam", LABEL("主动红外对射", "Infrared beam"), TONE_PLAIN },
	{ "fence", LABEL("周界围栏", "Fence"), TONE_PLAIN },
	{ "button", LABEL("紧急按钮", "Hold-up button"), TONE_PLAIN },
	{ "foot", LABEL("脚挑开关", "Foot rail"), TONE_PLAIN },
	{ "smoke", LABEL("感烟", "Smoke"), TONE_PLAIN },
	{ "heat", LABEL("感温", "Heat"), TONE_PLAIN },
	{ "gas", LABEL("可燃气体", "Gas"), TONE_PLAIN },
	{ "water", LABEL("水浸", "Water"), TONE_PLAIN },
	{ "video", LABEL("视频分析", "Video analysis"), TONE_PLAIN },
	{ "tamper", LABEL("防拆开关", "Tamper switch"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct option principles[] = {
	{ "magnetic", LABEL("磁开关", "Magnetic"), TONE_PLAIN },
	{ "infrared", LABEL("被动红外", "Passive infrared"), TONE_PLAIN },
	{ "microwave", LABEL("微波", "Microwave"), TONE_PLAIN },
	{ "dual", LABEL("红外加微波", "Infrared and microwave"), TONE_PLAIN },
	{ "acoustic", LABEL("声音", "Acoustic"), TONE_PLAIN },
	{ "vibration", LABEL("振动", "Vibration"), TONE_PLAIN },
	{ "beam", LABEL("光束遮断", "Beam break"), TONE_PLAIN },
	{ "electric", LABEL("张力或脉冲", "Tension or pulse"), TONE_PLAIN },
	{ "manual", LABEL("人工触发", "By hand"), TONE_PLAIN },
	{ "optical", LABEL("光电感烟", "Optical smoke"), TONE_PLAIN },
	{ "thermal", LABEL("温度", "Temperature"), TONE_PLAIN },
	{ "chemical", LABEL("气敏", "Gas sensor"), TONE_PLAIN },
	{ "video", LABEL("图像", "Image"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("防区名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 80,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "panel", .type = F_REF, .label = LABEL("报警主机", "Panel"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "panel" },
	{ .name = "number", .type = F_INT, .label = LABEL("防区号", "Number"),
	  .flags = REQUIRED | LIST | SORT, .max = 9999 },
	{ .name = "partition", .type = F_REF, .label = LABEL("分区", "Partition"),
	  .flags = FILTER, .ref = "partition" },
	{ .name = "zone_type", .type = F_ENUM, .label = LABEL("防区类型", "Zone type"),
	  .flags = REQUIRED | LIST | FILTER, .options = zone_types },
	{ .name = "area", .type = F_REF, .label = LABEL("区域部位", "Area"),
	  .flags = FILTER, .ref = "area" },
	{ .name = "device", .type = F_REF, .label = LABEL("设备", "Device"),
	  .flags = FILTER, .ref = "device",
	  .help = LABEL("该防区的探测器；故障工单据此填写设备。", "Its detector; a repair order for the zone names it.") },
	{ .name = "detector", .type = F_ENUM, .label = LABEL("探测器类型", "Detector"),
	  .flags = REQUIRED | LIST | FILTER, .options = detectors,
	  .section = LABEL("探测", "Detection") },
	{ .name = "principle", .type = F_ENUM, .label = LABEL("探测原理", "Principle"),
	  .flags = REQUIRED, .options = principles,
	  .help = LABEL("两种原理先后报警可作为复核依据。", "Two principles in a row count as verification.") },
	{ .name = "adjacent", .type = F_TEXT, .label = LABEL("相邻防区", "Adjacent zones"),
	  .max = 120,
	  .help = LABEL("防区号，用逗号隔开；相邻防区先后报警可作为复核依据。", "Zone numbers with commas; two in a row count as verification.") },
	{ .name = "camera", .type = F_REF, .label = LABEL("联动摄像机", "Linked camera"),
	  .ref = "camera" },
	{ .name = "plan_x_pm", .type = F_INT, .label = LABEL("平面图横坐标", "Position across"),
	  .min = 0, .max = 1000, .unit = "‰",
	  .section = LABEL("平面图位置", "Place on the floor plan"),
	  .help = LABEL("在区域自己的平面图上，没有则在场所平面图上，自左向右的千分比；可在图上点选。", "On the plan of its area, else of the site, per mille from the left; click on the plan.") },
	{ .name = "plan_y_pm", .type = F_INT, .label = LABEL("平面图纵坐标", "Position down"),
	  .min = 0, .max = 1000, .unit = "‰",
	  .help = LABEL("自上向下的千分比。", "Per mille from the top.") },
	{ .name = "tested_on", .type = F_DATE, .label = LABEL("最近步测日期", "Last walk test"),
	  .flags = SORT, .section = LABEL("步测与备注", "Walk test, note") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

static const struct same same[] = {
	{ "partition", &partition_reg, "panel" },
	{ 0 },
};

static enum err
adjacent_fault(struct task *t)
{
	return fail_field(&t->why, "adjacent", reg_label(&zone_reg, "adjacent"),
			  "pattern",
			  "must be numbers of other zones with commas, such "
			  "as 3,4",
			  "须为其他防区的编号，用逗号隔开，例如 3,4");
}

static enum err
check_adjacent(struct task *t, const struct val *row)
{
	const struct val *v = reg_val(&zone_reg, row, "adjacent");
	int64_t own = reg_val(&zone_reg, row, "number")->i, number;
	struct str rest = v->s;

	if (v->type == VAL_NULL)
		return OK;
	do {
		struct str word = str_trim(str_cut(rest, ',', &rest));

		if (!str_to_int(word, 0, 9999, &number) || number == own)
			return adjacent_fault(t);
	} while (rest.n > 0);
	return OK;
}

/* What it points at is of the site where the panel stands. */
static enum err
check_site(struct task *t, const struct val *row)
{
	static const struct {
		const char *ref;
		const struct reg *to;
	} there[] = { { "area", &area_reg },
		      { "device", &device_reg },
		      { "camera", &camera_reg } };
	struct reg_row panel, other;

	TRY(reg_get(t, &panel_reg, reg_val(&zone_reg, row, "panel")->i,
		    &panel));
	for (size_t i = 0; i < ARRAY_LEN(there); i++) {
		const struct val *v = reg_val(&zone_reg, row, there[i].ref);

		if (v->type == VAL_NULL)
			continue;
		TRY(reg_get(t, there[i].to, v->i, &other));
		if (!val_eq(*reg_val(there[i].to, other.v, "site"),
			    *reg_val(&panel_reg, panel.v, "site")))
			return fail_field(&t->why, there[i].ref,
					  reg_label(&zone_reg, there[i].ref),
					  "other", "is at another site",
					  "属于另一个服务场所");
	}
	return OK;
}

static enum err
check_zone(struct task *t, const struct val *old, const struct val *row)
{
	TRY(check_adjacent(t, row));
	TRY(check_pair(t, &zone_reg, old, row, "panel", "number",
		       STMT_ZONE_TWICE));
	TRY(check_site(t, row));
	return check_same(t, &zone_reg, row, same);
}

const struct reg zone_reg = {
	.name = "zone",
	.label = LABEL("防区", "Zone"),
	.plural = "Zones",
	.group = "estate",
	.read = MAY_READ_ESTATE,
	.edit = MAY_EDIT_ESTATE,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.sort = "number",
	.check = check_zone,
};
