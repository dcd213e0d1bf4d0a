/* post.c - what persons are employed for, and what it needs. */
#include "org/people.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "manager", LABEL("企业负责人", "Manager"), TONE_PLAIN },
	{ "service_desk", LABEL("受理", "Service desk"), TONE_PLAIN },
	{ "dispatcher", LABEL("调度", "Dispatcher"), TONE_PLAIN },
	{ "technician", LABEL("维保/维修", "Technician"), TONE_PLAIN },
	{ "design", LABEL("设计施工", "Design and installation"), TONE_PLAIN },
	{ "watch", LABEL("人工值守", "Watch-keeping"), TONE_PLAIN },
	{ "shift_leader", LABEL("值班长", "Shift leader"), TONE_PLAIN },
	{ "patrol", LABEL("现场处置巡逻", "Response patrol"), TONE_PLAIN },
	{ "storekeeper", LABEL("备件管理", "Storekeeper"), TONE_PLAIN },
	{ "quality", LABEL("质量监督", "Quality supervisor"), TONE_PLAIN },
	{ "training", LABEL("人事培训", "Training and HR"), TONE_PLAIN },
	{ "archivist", LABEL("档案管理", "Archivist"), TONE_PLAIN },
	{ "confidentiality", LABEL("保密管理", "Confidentiality"), TONE_PLAIN },
	{ "emergency", LABEL("应急负责", "Emergency lead"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("岗位名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH | UNIQUE, .max = 60,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("岗位类型", "Kind"),
	  .flags = REQUIRED | LIST | FILTER, .options = kinds },
	{ .name = "department", .type = F_TEXT, .label = LABEL("部门", "Department"),
	  .flags = LIST | FILTER, .max = 60 },
	{ .name = "required_certificates", .type = F_SET, .label = LABEL("必需证书", "Required certificates"),
	  .flags = LIST, .options = people_certificates,
	  .help = LABEL("缺少有效证书的人员不得上岗（SVC-4.1、NET-5.1.4）。", "Nobody works here without these (SVC-4.1, NET-5.1.4).") },
	{ .name = "dedicated", .type = F_BOOL, .label = LABEL("专职", "Dedicated"),
	  .flags = LIST,
	  .help = LABEL("专职质量监督员不得兼任其他作业岗位（BAX22-5.2.3.2）。", "A dedicated quality supervisor holds no other operative post (BAX22-5.2.3.2).") },
	{ .name = "min_persons", .type = F_INT, .label = LABEL("最少人数", "Least persons"),
	  .max = 1000 },
	{ .name = "duties", .type = F_LINES, .label = LABEL("岗位职责", "Duties") },
	{ .name = "duties_file", .type = F_FILE, .label = LABEL("岗位职责文件", "Duties document") },
};
/* clang-format on */

const struct reg post_reg = {
	.name = "post",
	.label = LABEL("岗位", "Post"),
	.plural = "Posts",
	.group = "people",
	.read = MAY_READ_STAFF,
	.edit = MAY_EDIT_STAFF,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
};
