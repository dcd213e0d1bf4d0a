/* notice.c - the fields of notices, channels and templates. */
#include "alarm/notice.h"

#include "alarm/notice_parts.h"

/* clang-format off */
const struct option notice_kinds[] = {
	{ "phone", LABEL("电话", "Telephone"), TONE_PLAIN },
	{ "email", LABEL("电子邮件", "E-mail"), TONE_PLAIN },
	{ "webhook", LABEL("网络回调", "Webhook"), TONE_PLAIN },
	{ "sms", LABEL("短信", "SMS"), TONE_PLAIN },
	{ "wecom", LABEL("企业微信", "WeCom"), TONE_PLAIN },
	{ 0 }
};
/* What sends by itself: all but the telephone. */
#define machine_kinds (&notice_kinds[1])
static const struct option template_channels[] = {
	{ "any", LABEL("任意", "Any"), TONE_PLAIN },
	{ "police", LABEL("向公安报送", "Report to the police"), TONE_PLAIN },
	{ "email", LABEL("电子邮件", "E-mail"), TONE_PLAIN },
	{ "webhook", LABEL("网络回调", "Webhook"), TONE_PLAIN },
	{ "sms", LABEL("短信", "SMS"), TONE_PLAIN },
	{ "wecom", LABEL("企业微信", "WeCom"), TONE_PLAIN },
	{ 0 }
};
const struct option notice_events[] = {
	{ "confirmed", LABEL("警情已确认", "Confirmed"), TONE_PLAIN },
	{ "dispatched", LABEL("已派警", "Patrol sent"), TONE_PLAIN },
	{ "arrived", LABEL("已到场", "Patrol arrived"), TONE_PLAIN },
	{ "police", LABEL("已报警", "Police called"), TONE_PLAIN },
	{ "cleared", LABEL("处置结束", "Response ended"), TONE_PLAIN },
	{ "task", LABEL("派警任务", "Task for the patrol"), TONE_PLAIN },
	{ "recalled", LABEL("派警撤回", "Task recalled"), TONE_PLAIN },
	{ "alarm", LABEL("报警情况说明", "About an alarm"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct option languages[] = {
	{ "zh", LABEL("中文", "Chinese"), TONE_PLAIN },
	{ "en", LABEL("英文", "English"), TONE_PLAIN },
	{ 0 }
};
static const struct option yes_no_tls[] = {
	{ "required", LABEL("必须", "Required"), TONE_OK },
	{ "none", LABEL("不加密", "None"), TONE_WARN },
	{ 0 }
};

static const struct field notice_fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("通报编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE | READONLY, .prefix = "TB",
	  .section = LABEL("通报", "Notice") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY },
	{ .name = "incident", .type = F_REF, .label = LABEL("警情", "Incident"), .flags = LIST | FILTER, .ref = "incident" },
	{ .name = "dispatch", .type = F_REF, .label = LABEL("派警", "Dispatch"), .flags = FILTER, .ref = "dispatch",
	  .help = LABEL("通知巡逻组的派警；不填为告知用户。", "Tells its patrol; empty: tells the customer.") },
	{ .name = "alarm", .type = F_REF, .label = LABEL("报警", "Alarm"), .flags = FILTER, .ref = "alarm",
	  .help = LABEL("未确认的报警（误报、故障）也可以通报。", "An alarm that was not confirmed (false, technical) is told as well.") },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"), .flags = FILTER, .ref = "site" },
	{ .name = "customer", .type = F_REF, .label = LABEL("用户单位", "Customer"), .ref = "customer" },
	{ .name = "event", .type = F_ENUM, .label = LABEL("事由", "Event"), .flags = REQUIRED | LIST, .options = notice_events },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("方式", "Means"), .flags = REQUIRED | LIST | FILTER, .options = notice_kinds },
	{ .name = "channel", .type = F_REF, .label = LABEL("通道", "Channel"), .ref = "notice_channel",
	  .help = LABEL("不填则用该方式的第一个启用通道；电话由人工拨打。", "Empty: the first of its kind that is on; calls are made by people.") },
	{ .name = "contact", .type = F_REF, .label = LABEL("联系人", "Contact"), .ref = "contact" },
	{ .name = "address", .type = F_TEXT, .label = LABEL("号码或地址", "Number or address"), .flags = LIST, .max = 200,
	  .help = LABEL("不填则取联系人的电话或邮箱。", "Empty: the contact's phone or e-mail.") },
	{ .name = "subject", .type = F_TEXT, .label = LABEL("标题", "Subject"), .max = 200 },
	{ .name = "content", .type = F_LINES, .label = LABEL("内容", "Content"), .max = 4000,
	  .help = LABEL("不填则由模板生成。", "Empty: made from the template.") },
	{ .name = "tries", .type = F_INT, .label = LABEL("发送次数", "Tries"), .flags = LIST | READONLY,
	  .section = LABEL("送达", "Delivery") },
	{ .name = "sent_ms", .type = F_TIME, .label = LABEL("发出时间", "Sent at"), .flags = LIST | READONLY },
	{ .name = "delivered_ms", .type = F_TIME, .label = LABEL("送达时间", "Delivered at"), .flags = READONLY },
	{ .name = "acknowledged_ms", .type = F_TIME, .label = LABEL("确认时间", "Acknowledged at"), .flags = READONLY },
	{ .name = "acknowledged_by", .type = F_TEXT, .label = LABEL("确认人", "Acknowledged by"), .max = 60 },
	{ .name = "failure", .type = F_TEXT, .label = LABEL("最近一次失败原因", "Last failure"), .flags = LIST, .max = 300 },
};

static const struct field channel_fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("通道名称", "Name"), .flags = REQUIRED | LIST | SORT | SEARCH | UNIQUE, .max = 60,
	  .section = LABEL("通道", "Channel") },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("方式", "Kind"), .flags = REQUIRED | LIST | FILTER, .options = machine_kinds },
	{ .name = "running", .type = F_BOOL, .label = LABEL("启用", "In use"), .flags = LIST },
	{ .name = "url", .type = F_TEXT, .label = LABEL("服务地址", "URL"), .flags = REQUIRED | LIST, .max = 500,
	  .help = LABEL("邮件：smtp://主机:587 或 smtps://主机:465；其余：https://…。主机须列在设置 notice.hosts 中；{secret} 代表密钥。", "E-mail: smtp://host:587 or smtps://host:465; others https://…. The host must be in the setting notice.hosts; {secret} stands for the secret.") },
	{ .name = "tls", .type = F_ENUM, .label = LABEL("加密", "Encryption"), .flags = REQUIRED, .options = yes_no_tls, .when = "kind=email",
	  .help = LABEL("必须：smtp:// 用 STARTTLS 并核对证书。", "Required: smtp:// uses STARTTLS and checks the certificate.") },
	{ .name = "sender", .type = F_EMAIL, .label = LABEL("发件人", "Sender"), .flags = REQUIRED, .max = 200, .when = "kind=email" },
	{ .name = "login", .type = F_TEXT, .label = LABEL("登录名", "Login"), .max = 200, .when = "kind=email" },
	{ .name = "secret_ref", .type = F_SECRET_REF, .label = LABEL("密钥名称", "Name of the secret"), .max = SECRET_NAME_MAX,
	  .help = LABEL("密码、令牌或签名密钥在密钥库中的名称；内容只写不读。", "Where the password, token or signing key is in the secret store; it can be written, never read.") },
	{ .name = "header", .type = F_TEXT, .label = LABEL("请求头", "Header"), .max = 300, .when = "kind=webhook|sms|wecom",
	  .help = LABEL("例如 Authorization: Bearer {secret}", "For example Authorization: Bearer {secret}") },
	{ .name = "signed_body", .type = F_BOOL, .label = LABEL("签名", "Sign"), .when = "kind=webhook|sms",
	  .help = LABEL("X-Anwei-Signature: sha256=HMAC(密钥, 请求体)", "X-Anwei-Signature: sha256=HMAC(secret, body)") },
	{ .name = "body", .type = F_LINES, .label = LABEL("请求体模板", "Body"), .max = 4000, .when = "kind=webhook|sms|wecom",
	  .help = LABEL("JSON，或表单（如 mobile={to}&content={text}）；可用 {to} {subject} {text} {number} {event} {id} {secret}。不填则用该方式的预置模板。", "JSON, or a form such as mobile={to}&content={text}; with {to} {subject} {text} {number} {event} {id} {secret}.  Empty: the preset of the kind.") },
	{ .name = "accepts", .type = F_TEXT, .label = LABEL("成功标志", "Sign of success"), .max = 200, .when = "kind=webhook|sms",
	  .help = LABEL("应答须含此文字才算发出，例如 \"code\":0；不填则 HTTP 2xx 即可。", "The answer must contain it, for example \"code\":0; empty: HTTP 2xx is enough.") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};

#define X(name, word, zh, en) "{" word "} " zh "；"
static const char help_zh[] = "可用占位符：" PLACEHOLDERS(X);
#undef X
#define X(name, word, zh, en) "{" word "} " en "; "
static const char help_en[] = "Placeholders: " PLACEHOLDERS(X);
#undef X

static const struct field template_fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("模板名称", "Name"), .flags = REQUIRED | LIST | SORT | SEARCH | UNIQUE, .max = 80,
	  .section = LABEL("模板", "Template") },
	{ .name = "event", .type = F_ENUM, .label = LABEL("事由", "Event"), .flags = REQUIRED | LIST | FILTER, .options = notice_events },
	{ .name = "class", .type = F_TEXT, .label = LABEL("事件类别", "Class"), .flags = LIST, .max = 40,
	  .help = LABEL("警情代码表中的类别，如 intrusion；不填为全部。", "As in the code tables, for example intrusion; empty: all.") },
	{ .name = "channel", .type = F_ENUM, .label = LABEL("用于", "For"), .flags = REQUIRED | LIST, .options = template_channels },
	{ .name = "language", .type = F_ENUM, .label = LABEL("语言", "Language"), .flags = REQUIRED | LIST, .options = languages },
	{ .name = "subject", .type = F_TEXT, .label = LABEL("标题", "Subject"), .max = 200 },
	{ .name = "content", .type = F_LINES, .label = LABEL("内容", "Content"), .flags = REQUIRED, .max = 2000,
	  .help = { help_zh, help_en } },
};
/* clang-format on */

const struct reg notice_reg = {
	.name = "notice",
	.label = LABEL("警情通报", "Notice"),
	.plural = "Notices",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = notice_fields,
	.n_fields = ARRAY_LEN(notice_fields),
	.title = "number",
	.process = &notice_process,
	.after = notice_after,
};

const struct reg notice_channel_reg = {
	.name = "notice_channel",
	.label = LABEL("通报通道", "Notice channel"),
	.plural = "Notice channels",
	.group = "alarm_setup",
	.read = MAY_READ_ALARMS,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = channel_fields,
	.n_fields = ARRAY_LEN(channel_fields),
	.title = "name",
	.check = notice_channel_check,
};

const struct reg notice_template_reg = {
	.name = "notice_template",
	.label = LABEL("通报模板", "Notice template"),
	.plural = "Notice templates",
	.group = "alarm_setup",
	.read = MAY_READ_ALARMS,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = template_fields,
	.n_fields = ARRAY_LEN(template_fields),
	.title = "name",
	.check = notice_template_check,
};
