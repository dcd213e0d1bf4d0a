/* panel.c - the accounts that send signals. */
#include "estate/estate.h"
#include "base/aes_key.h"
#include "base/rnd.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/check.h"
#include "kind/secret.h"

#include <string.h>

/* clang-format off */
static const struct option states[] = {
	{ "designed", LABEL("已设计", "Designed"), TONE_PLAIN },
	{ "installed", LABEL("已安装", "Installed"), TONE_INFO },
	{ "commissioning", LABEL("调试中", "Commissioning"), TONE_INFO },
	{ "live", LABEL("在网", "Live"), TONE_OK },
	{ "suspended", LABEL("暂停", "Suspended"), TONE_WARN },
	{ "closed", LABEL("已拆除", "Closed"), TONE_PLAIN },
	{ 0 }
};
static const struct option protocols[] = {
	{ "dc09", LABEL("DC-09", "SIA DC-09"), TONE_PLAIN },
	{ "gb28181", LABEL("GB/T 28181", "GB/T 28181"), TONE_PLAIN },
	{ "receiver", LABEL("经接收机转发", "Through a receiver"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
static const struct option formats[] = {
	{ "sia", LABEL("SIA", "SIA"), TONE_PLAIN },
	{ "cid", LABEL("Contact ID", "Contact ID"), TONE_PLAIN },
	{ 0 }
};
static const struct option encryptions[] = {
	{ "none", LABEL("不加密", "None"), TONE_WARN },
	{ "aes128", LABEL("AES-128", "AES-128"), TONE_PLAIN },
	{ "aes192", LABEL("AES-192", "AES-192"), TONE_PLAIN },
	{ "aes256", LABEL("AES-256", "AES-256"), TONE_PLAIN },
	{ 0 }
};
static const struct option paths[] = {
	{ "pstn", LABEL("电话线", "PSTN"), TONE_PLAIN },
	{ "gprs", LABEL("GPRS", "GPRS"), TONE_PLAIN },
	{ "nb_iot", LABEL("NB-IoT", "NB-IoT"), TONE_PLAIN },
	{ "4g", LABEL("4G", "4G"), TONE_PLAIN },
	{ "5g", LABEL("5G", "5G"), TONE_PLAIN },
	{ "ip", LABEL("有线网络", "Wired IP"), TONE_PLAIN },
	{ "radio", LABEL("无线电台", "Radio"), TONE_PLAIN },
	{ 0 }
};
static const struct option transports[] = {
	{ "tcp", LABEL("TCP", "TCP"), TONE_PLAIN },
	{ "udp", LABEL("UDP", "UDP"), TONE_PLAIN },
	{ 0 }
};
static const struct option backup_marks[] = {
	{ "none", LABEL("无备用路径", "No backup path"), TONE_PLAIN },
	{ "transport", LABEL("按TCP或UDP", "By TCP or UDP"), TONE_PLAIN },
	{ "line", LABEL("按接收线路号", "By receiver line"), TONE_PLAIN },
	{ "network", LABEL("按报文中的网络路径（J）", "By the frame's network path (J)"), TONE_PLAIN },
	{ 0 }
};
#define HAS_BACKUP "backup_by=transport|line|network"
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("主机编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "ZJ",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("主机名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "site" },
	{ .name = "device", .type = F_REF, .label = LABEL("设备", "Device"),
	  .flags = FILTER, .ref = "device" },
	{ .name = "state", .type = F_ENUM, .label = LABEL("接入状态", "State"),
	  .flags = REQUIRED | LIST | FILTER, .options = states },
	{ .name = "commissioned_on", .type = F_DATE, .label = LABEL("接入日期", "Commissioned on") },
	{ .name = "commissioning_ms", .type = F_TIME, .label = LABEL("调试开始", "Commissioning since"),
	  .flags = READONLY },
	{ .name = "accepted_ms", .type = F_TIME, .label = LABEL("调试验收时间", "Accepted at"),
	  .flags = READONLY },
	{ .name = "accepted_by", .type = F_TEXT, .label = LABEL("验收签字人", "Accepted by"),
	  .flags = READONLY, .max = 60 },
	{ .name = "protocol", .type = F_ENUM, .label = LABEL("协议", "Protocol"),
	  .flags = REQUIRED | LIST | FILTER, .options = protocols,
	  .section = LABEL("接入", "Connection") },
	{ .name = "account", .type = F_TEXT, .label = LABEL("用户编号", "Account"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .min = 1, .max = 16,
	  .help = LABEL("1至16位数字或字母，如主机所发，一般为十六进制；不分大小写，前导零有意义，同一接收线路内不重复。", "1 to 16 digits or letters as the panel sends them, hexadecimal as a rule; upper and lower case are the same, leading zeros count; once per receiver line.") },
	{ .name = "receiver_line", .type = F_TEXT, .label = LABEL("接收线路", "Receiver line"),
	  .flags = REQUIRED | LIST, .max = 16,
	  .help = LABEL("接收机号和线路号，例如 R1L1；没有时填 L0。", "Receiver and line, such as R1L1; L0 when there is none.") },
	{ .name = "format", .type = F_ENUM, .label = LABEL("报文格式", "Format"),
	  .flags = REQUIRED, .options = formats,
	  .when = "protocol=dc09" },
	{ .name = "encryption", .type = F_ENUM, .label = LABEL("加密", "Encryption"),
	  .flags = REQUIRED, .options = encryptions,
	  .when = "protocol=dc09" },
	{ .name = "key_ref", .type = F_KEY_REF, .label = LABEL("密钥引用", "Key reference"),
	  .max = 60,
	  .when = "protocol=dc09",
	  .help = LABEL("密钥库中的名称，不是密钥本身。", "Its name in the key store, never the key.") },
	{ .name = "gb28181_id", .type = F_TEXT, .label = LABEL("国标编码", "GB/T 28181 id"),
	  .flags = REQUIRED | UNIQUE, .min = 20, .max = 20,
	  .when = "protocol=gb28181" },
	{ .name = "clock_offset_min", .type = F_INT, .label = LABEL("主机时钟偏移", "Clock offset"),
	  .min = -720, .max = 840, .unit = "min",
	  .help = LABEL("报文时间与世界时之差；按标准发世界时的填0。", "Panel time minus UTC; 0 for a panel that keeps to the standard.") },
	{ .name = "time_tolerance_s", .type = F_INT, .label = LABEL("明文报文时间容差", "Time of plain frames"),
	  .min = 5, .max = 86400, .unit = "s", .when = "protocol=dc09",
	  .help = LABEL("明文报文的时间与本机相差超过此值即拒收并回告时间；不填不检查，照常接收。加密报文总按标准的+20/-40秒检查。", "A plain frame whose time is further from ours is refused and told the time; empty: not checked, taken all the same. Encrypted frames always have the standard's +20 s and -40 s.") },
	{ .name = "template", .type = F_REF, .label = LABEL("主机型号模板", "Panel template"),
	  .flags = FILTER, .ref = "panel_template",
	  .help = LABEL("同型号主机共用的事件代码规则。", "Event code rules that panels of one kind share.") },
	{ .name = "paths", .type = F_SET, .label = LABEL("传输路径", "Paths"),
	  .flags = REQUIRED | LIST, .options = paths },
	{ .name = "interval_pstn_s", .type = F_INT, .label = LABEL("电话线监测间隔", "PSTN interval"),
	  .min = 10, .max = 2764800, .unit = "s",
	  .section = LABEL("各路径监测间隔", "Supervision interval per path"),
	  .help = LABEL("超过间隔未收到信号即为监测超时；只填已选路径。", "Silence longer than this is a missed supervision; only for paths in use.") },
	{ .name = "interval_gprs_s", .type = F_INT, .label = LABEL("GPRS监测间隔", "GPRS interval"),
	  .min = 10, .max = 2764800, .unit = "s" },
	{ .name = "interval_nb_iot_s", .type = F_INT, .label = LABEL("NB-IoT监测间隔", "NB-IoT interval"),
	  .min = 10, .max = 2764800, .unit = "s" },
	{ .name = "interval_4g_s", .type = F_INT, .label = LABEL("4G监测间隔", "4G interval"),
	  .min = 10, .max = 2764800, .unit = "s" },
	{ .name = "interval_5g_s", .type = F_INT, .label = LABEL("5G监测间隔", "5G interval"),
	  .min = 10, .max = 2764800, .unit = "s" },
	{ .name = "interval_ip_s", .type = F_INT, .label = LABEL("有线网络监测间隔", "Wired IP interval"),
	  .min = 10, .max = 2764800, .unit = "s" },
	{ .name = "interval_radio_s", .type = F_INT, .label = LABEL("无线电台监测间隔", "Radio interval"),
	  .min = 10, .max = 2764800, .unit = "s" },
	{ .name = "test_interval_h", .type = F_INT, .label = LABEL("定期测试周期", "Test interval"),
	  .min = 1, .max = 768, .unit = "h",
	  .section = LABEL("定期测试", "Periodic test"),
	  .help = LABEL("超过周期加容差仍未收到任何信号即为测试缺失；不填不检查。", "No signal for longer than this and the tolerance is a missing test; empty: not checked.") },
	{ .name = "test_tolerance_min", .type = F_INT, .label = LABEL("测试容差", "Test tolerance"),
	  .min = 0, .max = 1440, .unit = "min",
	  .help = LABEL("不填按90分钟。", "90 minutes when empty.") },
	{ .name = "main_carrier", .type = F_ENUM, .label = LABEL("主路径", "Main path"),
	  .options = paths, .when = "protocol=dc09",
	  .section = LABEL("主路径与备用路径", "Main and backup path"),
	  .help = LABEL("按该路径的间隔监测；不填取间隔最短的路径。", "Supervised by the interval of this path; empty: the one with the shortest.") },
	{ .name = "tolerance_percent", .type = F_INT, .label = LABEL("监测容差", "Supervision tolerance"),
	  .min = 0, .max = 1000, .unit = "%",
	  .help = LABEL("超过间隔的百分之几才算超时；不填按系统设置。", "So much more than the interval before a path is overdue; empty: as the settings say.") },
	{ .name = "backup_by", .type = F_ENUM, .label = LABEL("备用路径的识别", "Backup path is known by"),
	  .options = backup_marks, .when = "protocol=dc09",
	  .help = LABEL("符合条件的报文算备用路径，其余算主路径。", "Frames that fit are the backup path's, all others the main path's.") },
	{ .name = "backup_transport", .type = F_ENUM, .label = LABEL("备用路径传输方式", "Backup path's transport"),
	  .flags = REQUIRED, .options = transports, .when = "backup_by=transport" },
	{ .name = "backup_line", .type = F_TEXT, .label = LABEL("备用路径接收线路", "Backup path's receiver line"),
	  .flags = REQUIRED, .max = 16, .when = "backup_by=line",
	  .help = LABEL("主机经备用路径发送时的接收机号和线路号，例如 R1L2。", "Receiver and line that the panel sends over its backup path, such as R1L2.") },
	{ .name = "backup_network", .type = F_TEXT, .label = LABEL("备用路径的J值", "Backup path's J"),
	  .flags = REQUIRED, .max = 1, .when = "backup_by=network",
	  .help = LABEL("报文扩展数据 [J…] 中的一个字符。", "The one character in the frame's extended data [J…].") },
	{ .name = "backup_carrier", .type = F_ENUM, .label = LABEL("备用路径", "Backup path"),
	  .options = paths, .when = HAS_BACKUP,
	  .help = LABEL("不填取间隔最长的路径。", "Empty: the path with the longest interval.") },
	{ .name = "backup_interval_s", .type = F_INT, .label = LABEL("备用路径监测间隔", "Backup path's interval"),
	  .min = 10, .max = 2764800, .unit = "s", .when = HAS_BACKUP,
	  .help = LABEL("两条路径同类而间隔不同时填写；不填按该路径的间隔。", "When both paths are of one kind and their intervals differ; empty: that of its path.") },
	{ .name = "backup_tolerance_percent", .type = F_INT, .label = LABEL("备用路径监测容差", "Backup path's tolerance"),
	  .min = 0, .max = 1000, .unit = "%", .when = HAS_BACKUP,
	  .help = LABEL("不填与主路径相同。", "Empty: as the main path.") },
	{ .name = "standby_h", .type = F_TENTHS, .label = LABEL("备用电源续航", "Standby power"),
	  .flags = REQUIRED, .min = 40, .max = 2400, .unit = "h",
	  .section = LABEL("备用电源", "Standby power"),
	  .help = LABEL("表1要求不少于4小时；合同或设计要求更高时从其规定。", "Form 1 asks for 4 hours; contract or design may ask for more.") },
	{ .name = "battery_on", .type = F_DATE, .label = LABEL("电池更换日期", "Battery replaced on") },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

#define KEY_DIGITS_MIN 32 /* AES-128 in hexadecimal */

static const struct {
	const char *path, *interval;
} intervals[] = {
	{ "pstn", "interval_pstn_s" },	   { "gprs", "interval_gprs_s" },
	{ "nb_iot", "interval_nb_iot_s" }, { "4g", "interval_4g_s" },
	{ "5g", "interval_5g_s" },	   { "ip", "interval_ip_s" },
	{ "radio", "interval_radio_s" },
};

static bool
is_hex(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("0123456789ABCDEFabcdef", s.p[i]) == NULL)
			return false;
	}
	return true;
}

/* As wide as what dc09_parse takes: there are panels with letters. */
static enum err
check_account(struct task *t, const struct val *row)
{
	const struct val *v = reg_val(&panel_reg, row, "account");

	for (size_t i = 0; v->type != VAL_NULL && i < v->s.n; i++) {
		char ch = v->s.p[i];

		if ((ch < '0' || ch > '9') &&
		    ((ch | 0x20) < 'a' || (ch | 0x20) > 'z'))
			return fail_field(&t->why, "account",
					  reg_label(&panel_reg, "account"),
					  "pattern",
					  "must be 1 to 16 digits or letters",
					  "须为1至16位数字或字母");
	}
	return OK;
}

/* Upper and lower case are one account to the receiver. */
static enum err
check_twice(struct task *t, const struct val *row, const char *line)
{
	const struct val *at = reg_val(&panel_reg, row, line);
	const struct val *number = reg_val(&panel_reg, row, "number");
	struct rows rows;

	if (at->type == VAL_NULL)
		return OK;
	TRY(db_run(t->db, STMT_PANEL_TWICE,
		   ARGS(val_int(t->who.org), *at,
			*reg_val(&panel_reg, row, "account"),
			number->type == VAL_NULL ? val_text(STR("")) : *number),
		   t->a, &rows, &t->why));
	if (rows.n == 0)
		return OK;
	return fail_field(&t->why, "account", reg_label(&panel_reg, "account"),
			  "unique", "exists already on the receiver line %.*s",
			  "在接收线路 %.*s 上已存在", STR_ARG(at->s));
}

/* "R1L2", as frames name it. */
static enum err
check_backup_line(struct task *t, const struct val *row)
{
	const struct val *v = reg_val(&panel_reg, row, "backup_line");
	const struct val *main = reg_val(&panel_reg, row, "receiver_line");

	if (v->type == VAL_NULL || !str_eq(v->s, main->s))
		return OK;
	return fail_field(&t->why, "backup_line",
			  reg_label(&panel_reg, "backup_line"), "same",
			  "is the main path's: frames could not be told apart",
			  "与主路径相同，无法区分报文");
}

static enum err
check_key_ref(struct task *t, const struct val *row)
{
	const struct val *v = reg_val(&panel_reg, row, "key_ref");

	if (v->type == VAL_NULL || v->s.n < KEY_DIGITS_MIN || !is_hex(v->s))
		return OK;
	return fail_field(&t->why, "key_ref", reg_label(&panel_reg, "key_ref"),
			  "pattern",
			  "looks like a key: give its name in the key store",
			  "像是密钥本身，请填写密钥库中的名称");
}

/* A key of another length would open nothing. */
static enum err
check_key_bytes(struct task *t, const struct val *row)
{
	static const struct {
		const char *word;
		size_t bytes;
	} sizes[] = { { "aes128", 16 }, { "aes192", 24 }, { "aes256", 32 } };
	const struct val *how = reg_val(&panel_reg, row, "encryption");
	const struct val *name = reg_val(&panel_reg, row, "key_ref");
	uint8_t key[AES_KEY_MAX];
	struct secret s;
	bool there = false;
	size_t n;

	if (how->type == VAL_NULL || name->type == VAL_NULL)
		return OK;
	TRY(secret_has(t, name->s, &there));
	if (!there)
		return OK; /* said before, to whom it is to be said */
	TRY(secret_get(t, name->s, &s));
	n = aes_key_parse((struct str){ s.b, s.n }, key);
	secret_close(&s);
	secret_wipe(key, sizeof(key));
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		if (str_is(how->s, sizes[i].word) && n != sizes[i].bytes)
			return fail_field(&t->why, "key_ref",
					  reg_label(&panel_reg, "key_ref"),
					  "length", "has %d bits, %s needs %d",
					  "为%d位，%s 需要%d位", (int)n * 8,
					  sizes[i].word,
					  (int)sizes[i].bytes * 8);
	}
	return OK;
}

static bool
set_has(struct str set, struct str word)
{
	while (set.n > 0) {
		if (str_eq(str_cut(set, ',', &set), word))
			return true;
	}
	return false;
}

static enum err
check_intervals(struct task *t, const struct val *row)
{
	const struct val *used = reg_val(&panel_reg, row, "paths");
	enum err rc = OK;

	for (size_t i = 0; i < ARRAY_LEN(intervals); i++) {
		const char *name = intervals[i].interval;

		if (reg_val(&panel_reg, row, name)->type == VAL_NULL ||
		    set_has(used->s, str_of(intervals[i].path)))
			continue;
		rc = fail_field(&t->why, name, reg_label(&panel_reg, name),
				"path", "is for a path that is not in use",
				"对应的传输路径未启用");
	}
	return rc;
}

/* A path that the panel has. */
static enum err
check_carriers(struct task *t, const struct val *row)
{
	static const char *const names[] = { "main_carrier", "backup_carrier" };
	const struct val *used = reg_val(&panel_reg, row, "paths");

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const struct val *v = reg_val(&panel_reg, row, names[i]);

		if (v->type == VAL_NULL || set_has(used->s, v->s))
			continue;
		return fail_field(&t->why, names[i],
				  reg_label(&panel_reg, names[i]), "path",
				  "is not one of the panel's paths",
				  "不在所选传输路径之中");
	}
	return OK;
}

/*
 * Before it is live, every zone has been tested and somebody has signed
 * (domain model C.3.12): a panel goes there by alarm/commission.h, which
 * writes the time in the same change.  One that is entered as live was taken
 * over.
 */
static const struct {
	const char *state, *mark;
} entries[] = {
	{ "commissioning", "commissioning_ms" },
	{ "live", "accepted_ms" },
};
#define ENTRY_LIVE 1

/* Interrupted, but live already. */
static bool
was_live(struct str state)
{
	return str_is(state, "live") || str_is(state, "suspended");
}

static enum err
entry_fault(struct task *t, size_t which)
{
	struct label label = reg_label(&panel_reg, "state");

	if (which == ENTRY_LIVE)
		return fail_field(&t->why, "state", label, "entry",
				  "goes live after the test of all zones, with "
				  "the acceptance signed",
				  "须完成全部防区测试并签字验收后转为在网");
	return fail_field(&t->why, "state", label, "entry",
			  "begins on the panel's page \"Commissioning\"",
			  "须在主机页面“接入调试”中开始调试");
}

static enum err
check_entry(struct task *t, const struct val *old, const struct val *row)
{
	struct str now = reg_val(&panel_reg, row, "state")->s, was;

	if (old == NULL)
		return OK;
	was = reg_val(&panel_reg, old, "state")->s;
	for (size_t i = 0; i < ARRAY_LEN(entries); i++) {
		const char *mark = entries[i].mark;

		if (!str_is(now, entries[i].state) || str_eq(now, was) ||
		    (i == ENTRY_LIVE && was_live(was)) ||
		    !val_eq(*reg_val(&panel_reg, old, mark),
			    *reg_val(&panel_reg, row, mark)))
			continue;
		return entry_fault(t, i);
	}
	return OK;
}

static const struct same same[] = {
	{ "device", &device_reg, "site" },
	{ 0 },
};

static enum err
check_panel(struct task *t, const struct val *old, const struct val *row)
{
	TRY(check_entry(t, old, row));
	TRY(check_account(t, row));
	TRY(check_backup_line(t, row));
	TRY(check_key_ref(t, row));
	TRY(check_key_bytes(t, row));
	TRY(check_intervals(t, row));
	TRY(check_digits(t, &panel_reg, row, "gb28181_id"));
	TRY(check_carriers(t, row));
	TRY(check_twice(t, row, "receiver_line"));
	TRY(check_twice(t, row, "backup_line"));
	return check_same(t, &panel_reg, row, same);
}

const struct reg panel_reg = {
	.name = "panel",
	.label = LABEL("报警主机", "Panel"),
	.plural = "Panels",
	.group = "estate",
	.read = MAY_READ_ESTATE,
	.edit = MAY_EDIT_ESTATE,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.check = check_panel,
};
