/* receiver_line.c - register of receiver lines: keys, policies, owner. */
#include "alarm/receiver_line.h"

#include "alarm/directory.h"
#include "base/str.h"
#include "kind/secret.h"

/* clang-format off */
static const struct option unknown_answers[] = {
	{ "ack", LABEL("应答并保存", "Acknowledge"), TONE_OK },
	{ "duh", LABEL("答复无法处理", "Say DUH"), TONE_WARN },
	{ "nak", LABEL("答复拒绝", "Say NAK"), TONE_WARN },
	{ "silent", LABEL("不答复", "No answer"), TONE_PLAIN },
	{ 0 }
};
static const struct option plain_answers[] = {
	{ "accept", LABEL("照常接收", "Take it"), TONE_WARN },
	{ "duh", LABEL("答复无法处理", "Say DUH"), TONE_OK },
	{ "silent", LABEL("不答复", "No answer"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("线路名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 80,
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "line", .type = F_TEXT, .label = LABEL("接收线路", "Receiver line"),
	  .flags = LIST | UNIQUE, .max = 16,
	  .help = LABEL("接收机号和线路号，例如 R1L1；留空则适用于未单独登记的线路。", "Receiver and line, such as R1L1; empty: for all lines that are not listed.") },
	{ .name = "key_ref", .type = F_KEY_REF, .label = LABEL("密钥引用", "Key reference"),
	  .max = SECRET_NAME_MAX,
	  .section = LABEL("加密与答复", "Encryption and answers"),
	  .help = LABEL("主机没有自己的密钥时使用；密钥库中的名称。", "For panels without a key of their own; its name in the key store.") },
	{ .name = "unknown_answer", .type = F_ENUM, .label = LABEL("未知用户编号的答复", "Answer to unknown accounts"),
	  .flags = REQUIRED | LIST, .options = unknown_answers,
	  .help = LABEL("无论如何答复，信号都会保存到未知队列。", "Whatever is said, the signal is kept in the queue of unknown accounts.") },
	{ .name = "plain_answer", .type = F_ENUM, .label = LABEL("应加密却发明文时", "Plain though it must encrypt"),
	  .flags = REQUIRED | LIST, .options = plain_answers,
	  .help = LABEL("不接收时信号仍保存到未译码队列。", "When it is not taken, the signal is kept in the queue of undecoded ones.") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

static enum err
check_receiver(struct task *t, const struct val *old, const struct val *row)
{
	const struct val *v = reg_val(&receiver_reg, row, "line");
	struct line_no no;

	(void)old;
	if (v->type != VAL_NULL && !line_parse(v->s, &no))
		return fail_field(&t->why, "line",
				  reg_label(&receiver_reg, "line"), "pattern",
				  "must be such as R1L1 or L0",
				  "须如 R1L1 或 L0");
	return OK;
}

const struct reg receiver_reg = {
	.name = "receiver",
	.label = LABEL("接收线路", "Receiver line"),
	.plural = "Receiver lines",
	.group = "alarm_setup",
	.read = MAY_READ_ALARMS,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.sort = "name",
	.check = check_receiver,
};
