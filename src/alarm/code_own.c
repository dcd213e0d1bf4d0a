/* code_own.c - own codes, classes, roles: their words and what they mean. */
#include "alarm/code_own.h"

#include <string.h>

#include "base/str.h"

/* clang-format off */
static const struct class {
	const char *name;
	enum family family;
	struct code_roles pair;   /* qualifier 3 ends what 1 began */
	struct code_roles single; /* it is an event of its own */
	int64_t avs; /* of a confirmed alarm; 0: has none */
} classes[] = {
	{ "medical",     FAMILY_ALARM,     { "alarm", "restore" },           { "alarm", "restore" }, 4 },
	{ "fire",        FAMILY_ALARM,     { "alarm", "restore" },           { "alarm", "restore" }, 4 },
	{ "holdup",      FAMILY_ALARM,     { "alarm", "restore" },           { "alarm", "restore" }, 4 },
	{ "duress",      FAMILY_ALARM,     { "alarm", "restore" },           { "alarm", "restore" }, 4 },
	{ "intrusion",   FAMILY_ALARM,     { "alarm", "restore" },           { "alarm", "restore" }, 2 },
	{ "tamper",      FAMILY_ALARM,     { "alarm", "restore" },           { "alarm", "restore" }, 2 },
	{ "gas",         FAMILY_ALARM,     { "alarm", "restore" },           { "alarm", "restore" }, 3 },
	{ "environment", FAMILY_ALARM,     { "alarm", "restore" },           { "alarm", "restore" }, 3 },
	{ "video",       FAMILY_ALARM,     { "alarm", "restore" },           { "alarm", "restore" }, 2 },
	{ "power",       FAMILY_TECHNICAL, { "trouble", "trouble_restore" }, { "trouble", "info" }, 0 },
	{ "battery",     FAMILY_TECHNICAL, { "trouble", "trouble_restore" }, { "trouble", "info" }, 0 },
	{ "comms",       FAMILY_TECHNICAL, { "trouble", "trouble_restore" }, { "trouble", "info" }, 0 },
	{ "equipment",   FAMILY_TECHNICAL, { "trouble", "trouble_restore" }, { "trouble", "info" }, 0 },
	{ "supervision", FAMILY_TECHNICAL, { "trouble", "trouble_restore" }, { "trouble", "info" }, 0 },
	{ "bypass",      FAMILY_TECHNICAL, { "bypass", "unbypass" },         { "bypass", "unbypass" }, 0 },
	{ "openclose",   FAMILY_USE,       { "open", "close" },              { "open", "close" }, 0 },
	{ "arming",      FAMILY_USE,       { "trouble", "trouble_restore" }, { "trouble", "trouble" }, 0 },
	{ "access",      FAMILY_USE,       { "alarm", "restore" },           { "alarm", "info" }, 0 },
	{ "test",        FAMILY_NONE,      { "test", "test" },               { "test", "test" }, 0 },
	{ "service",     FAMILY_NONE,      { "trouble", "trouble_restore" }, { "info", "info" }, 0 },
	{ "system",      FAMILY_NONE,      { "trouble", "trouble_restore" }, { "info", "info" }, 0 },
};
const struct option class_options[] = {
	{ "medical", LABEL("医疗", "Medical"), TONE_BAD },
	{ "fire", LABEL("火灾", "Fire"), TONE_BAD },
	{ "holdup", LABEL("劫盗", "Hold-up"), TONE_BAD },
	{ "duress", LABEL("胁迫", "Duress"), TONE_BAD },
	{ "intrusion", LABEL("入侵", "Intrusion"), TONE_BAD },
	{ "tamper", LABEL("防拆", "Tamper"), TONE_WARN },
	{ "gas", LABEL("气体", "Gas"), TONE_BAD },
	{ "environment", LABEL("环境", "Environment"), TONE_WARN },
	{ "video", LABEL("视频事件", "Video event"), TONE_WARN },
	{ "power", LABEL("电源", "Power"), TONE_WARN },
	{ "battery", LABEL("电池", "Battery"), TONE_WARN },
	{ "comms", LABEL("通信", "Communication"), TONE_WARN },
	{ "equipment", LABEL("设备", "Equipment"), TONE_WARN },
	{ "supervision", LABEL("监测超时", "Supervision missed"), TONE_WARN },
	{ "bypass", LABEL("旁路", "Bypass"), TONE_INFO },
	{ "openclose", LABEL("布撤防", "Opening, closing"), TONE_PLAIN },
	{ "arming", LABEL("布撤防异常", "Irregular arming"), TONE_INFO },
	{ "access", LABEL("出入", "Access"), TONE_INFO },
	{ "test", LABEL("测试", "Test"), TONE_PLAIN },
	{ "service", LABEL("维护", "Service"), TONE_PLAIN },
	{ "system", LABEL("系统", "System"), TONE_PLAIN },
	{ 0 }
};
const struct option role_options[] = {
	{ "alarm", LABEL("报警", "Alarm"), TONE_BAD },
	{ "verified", LABEL("已复核报警", "Verified alarm"), TONE_BAD },
	{ "trouble", LABEL("故障", "Trouble"), TONE_WARN },
	{ "bypass", LABEL("旁路", "Bypass"), TONE_INFO },
	{ "restore", LABEL("报警恢复", "Restore"), TONE_OK },
	{ "trouble_restore", LABEL("故障恢复", "Trouble restored"), TONE_OK },
	{ "unbypass", LABEL("取消旁路", "Bypass removed"), TONE_OK },
	{ "open", LABEL("撤防", "Opening"), TONE_PLAIN },
	{ "close", LABEL("布防", "Closing"), TONE_PLAIN },
	{ "cancel", LABEL("取消", "Cancel"), TONE_PLAIN },
	{ "test", LABEL("测试", "Test"), TONE_PLAIN },
	{ "info", LABEL("信息", "Information"), TONE_PLAIN },
	{ 0 }
};

/* grade_: of the repair that is proposed, "" for none. */
#define OWN(code_, zh, en, class_, role_, priority_, ends_, grade_)         \
	{ .format = { "own", 3 }, .code = { code_, sizeof(code_) - 1 },     \
	  .name = LABEL(zh, en), .concerns = { "none", 4 },                 \
	  .class = { class_, sizeof(class_) - 1 },                          \
	  .role = { role_, sizeof(role_) - 1 }, .priority = priority_,      \
	  .ends = { ends_, sizeof(ends_) - 1 },                             \
	  .maintenance = sizeof(grade_) > 1,                                \
	  .grade = { grade_, sizeof(grade_) - 1 },                          \
	  .note = { "", 0 } }
const struct code codes_own[] = {
	/*  code            zh                  en                              class          role               P  ends             grade */
	OWN("path_overdue", "传输路径监测超时",     "Path silent for too long",     "supervision", "trouble",         3, "", "urgent"),
	OWN("path_restored", "传输路径恢复",       "Path heard again",             "supervision", "trouble_restore", 5, "path_overdue", ""),
	OWN("path_storm",   "大面积路径中断",       "Many paths silent at once",    "supervision", "trouble",         2, "", ""),
	OWN("storm_over",   "大面积路径中断恢复",   "Paths heard again",            "supervision", "trouble_restore", 5, "path_storm", ""),
	OWN("test_missing", "未按时收到测试信号",   "Test signal missing",          "supervision", "trouble",         4, "", "general"),
	OWN("test_came",    "测试信号恢复",         "Test signal came again",       "supervision", "trouble_restore", 5, "test_missing", ""),
	OWN("clock_off",    "主机时钟偏差",         "Panel's clock is off",         "equipment",   "trouble",         4, "", "general"),
	OWN("clock_good",   "主机时钟正常",         "Panel's clock is right again", "equipment",   "trouble_restore", 5, "clock_off", ""),
	OWN("late_close",   "逾时未布防",           "Not armed in time",            "arming",      "trouble",         4, "", ""),
	OWN("late_open",    "逾时未撤防",           "Not disarmed in time",         "arming",      "trouble",         4, "", ""),
	OWN("early_open",   "提前撤防",             "Disarmed early",               "arming",      "trouble",         4, "", ""),
	OWN("odd_open",     "计划外撤防",           "Disarmed out of schedule",     "arming",      "trouble",         4, "", ""),
	OWN("swinger",      "防区反复触发",         "Zone trips over and over",     "equipment",   "trouble",         3, "", "general"),
	OWN("runaway",      "主机信号频发",         "Panel runs away",              "equipment",   "trouble",         3, "", "general"),
	OWN("no_restore",   "长时间未恢复",         "No restore for long",          "equipment",   "trouble",         4, "", "general"),
	OWN("mode_open",    "维护结束仍有未恢复防区", "Zones open after service mode", "equipment",  "trouble",         3, "", ""),
	OWN("unknown_account", "未知用户编号",      "Unknown account",              "comms",       "trouble",         3, "", ""),
	OWN("undecoded",    "信号不能译码",         "Signals that nobody can read", "comms",       "trouble",         3, "", ""),
	{ .code = { "", 0 } }
};
/* clang-format on */

static const struct class *
class_find(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(classes); i++) {
		if (str_is(name, classes[i].name))
			return &classes[i];
	}
	return NULL;
}

static struct label
label_of(const struct option *o, struct str word)
{
	for (; o->value != NULL; o++) {
		if (str_is(word, o->value))
			return o->label;
	}
	return (struct label){ NULL, NULL };
}

struct label class_label(struct str class)
{
	return label_of(class_options, class);
}

struct label
role_label(struct str role)
{
	return label_of(role_options, role);
}

enum family class_family(struct str class)
{
	const struct class *c = class_find(class);

	return c == NULL ? FAMILY_NONE : c->family;
}

int64_t class_avs(struct str class)
{
	const struct class *c = class_find(class);

	return c == NULL ? 0 : c->avs;
}

const char *
family_word(enum family family)
{
	static const char *const words[] = {
		[FAMILY_NONE] = "",
		[FAMILY_ALARM] = "alarm",
		[FAMILY_TECHNICAL] = "technical",
		[FAMILY_USE] = "use",
	};

	return words[family];
}

struct code_roles
class_roles(struct str class, bool pairs)
{
	const struct class *c = class_find(class);

	must(c != NULL); /* the reader has looked at it */
	return pairs ? c->pair : c->single;
}

bool
role_begins(struct str role)
{
	return str_is(role, "alarm") || str_is(role, "verified") ||
	       str_is(role, "trouble") || str_is(role, "bypass");
}

bool
role_ends(struct str role)
{
	return str_is(role, "restore") || str_is(role, "trouble_restore") ||
	       str_is(role, "unbypass");
}
