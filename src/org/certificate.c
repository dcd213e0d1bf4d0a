/* certificate.c - who may work on which post. */
#include "org/people.h"

/* clang-format off */
static const struct field fields[] = {
	{ .name = "number", .type = F_TEXT, .label = LABEL("证书编号", "Number"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 60,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "staff", .type = F_REF, .label = LABEL("人员", "Staff"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "staff" },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("证书类型", "Kind"),
	  .flags = REQUIRED | LIST | FILTER, .options = people_certificates,
	  .help = LABEL("保安员证由设区的市级公安机关核发，职业资格证书不能替代（NET-5.1.4）。", "The guard certificate comes from the police; the vocational one does not replace it (NET-5.1.4).") },
	{ .name = "level", .type = F_TEXT, .label = LABEL("等级", "Level"),
	  .flags = LIST, .max = 40 },
	{ .name = "issuer", .type = F_TEXT, .label = LABEL("发证机构", "Issuer"),
	  .flags = REQUIRED, .max = 120 },
	{ .name = "valid_from", .type = F_DATE, .label = LABEL("有效期自", "Valid from"),
	  .flags = REQUIRED },
	{ .name = "valid_to", .type = F_DATE, .label = LABEL("有效期至", "Valid to"),
	  .flags = LIST | SORT, .after = "valid_from",
	  .help = LABEL("长期有效的不填。", "Empty: without end.") },
	{ .name = "revoked_on", .type = F_DATE, .label = LABEL("吊销日期", "Revoked on"),
	  .after = "valid_from" },
	{ .name = "file", .type = F_FILE, .label = LABEL("证书扫描件", "Scan"),
	  .section = LABEL("核验", "Verification") },
	{ .name = "verified_by", .type = F_REF, .label = LABEL("核验人", "Verified by"),
	  .ref = "staff" },
	{ .name = "verified_on", .type = F_DATE, .label = LABEL("核验日期", "Verified on") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

const struct reg certificate_reg = {
	.name = "certificate",
	.label = LABEL("人员证书", "Staff certificate"),
	.plural = "Staff certificates",
	.group = "people",
	.read = MAY_READ_STAFF,
	.edit = MAY_EDIT_STAFF,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
	.sort = "valid_to",
};
