/* document.c - documents of the management system. */
#include "archive/document.h"

/* clang-format off */
static const struct option classes[] = {
	{ "management", LABEL("管理文件", "Management"), TONE_PLAIN },
	{ "technical", LABEL("技术文件", "Technical"), TONE_PLAIN },
	{ "external", LABEL("外来文件", "External"), TONE_PLAIN },
	{ "record", LABEL("记录", "Record"), TONE_PLAIN },
	{ 0 }
};
static const struct option states[] = {
	{ "draft", LABEL("草稿", "Draft"), TONE_PLAIN },
	{ "issued", LABEL("已发布", "Issued"), TONE_OK },
	{ "superseded", LABEL("已被替代", "Superseded"), TONE_PLAIN },
	{ "withdrawn", LABEL("已废止", "Withdrawn"), TONE_PLAIN },
	{ 0 }
};
static const struct option secrecies[] = {
	{ "open", LABEL("普通", "Open"), TONE_PLAIN },
	{ "internal", LABEL("内部", "Internal"), TONE_PLAIN },
	{ "secret", LABEL("保密", "Secret"), TONE_WARN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("文件编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "WJ",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("文件名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH },
	{ .name = "class", .type = F_ENUM, .label = LABEL("文件类别", "Class"),
	  .flags = REQUIRED | LIST | FILTER, .options = classes },
	{ .name = "edition", .type = F_TEXT, .label = LABEL("版本", "Edition"),
	  .flags = REQUIRED | LIST, .max = 20 },
	{ .name = "state", .type = F_ENUM, .label = LABEL("状态", "State"),
	  .flags = REQUIRED | LIST | FILTER, .options = states },
	{ .name = "secrecy", .type = F_ENUM, .label = LABEL("密级", "Secrecy"),
	  .flags = REQUIRED | FILTER, .options = secrecies },
	{ .name = "owner", .type = F_REF, .label = LABEL("责任人", "Owner"),
	  .flags = LIST | FILTER, .ref = "staff" },
	{ .name = "approved_by", .type = F_REF, .label = LABEL("批准人", "Approved by"),
	  .ref = "staff",
	  .section = LABEL("有效期", "Validity") },
	{ .name = "valid_from", .type = F_DATE, .label = LABEL("生效日期", "Valid from") },
	{ .name = "valid_to", .type = F_DATE, .label = LABEL("失效日期", "Valid to"),
	  .after = "valid_from" },
	{ .name = "review_due", .type = F_DATE, .label = LABEL("下次评审日期", "Review due"),
	  .flags = LIST | SORT, .after = "valid_from" },
	{ .name = "previous", .type = F_REF, .label = LABEL("前一版本", "Previous version"),
	  .ref = "document" },
	{ .name = "file", .type = F_FILE, .label = LABEL("文件内容", "File"),
	  .section = LABEL("内容", "Contents") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

const struct reg document_reg = {
	.name = "document",
	.label = LABEL("文件", "Document"),
	.plural = "Documents",
	.group = "archive",
	.read = MAY_READ_DOCUMENTS,
	.edit = MAY_EDIT_DOCUMENTS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
};
