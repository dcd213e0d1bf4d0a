/* rule.c - limits and rules per class and site, with the model's defaults. */
#include "alarm/rule.h"

#include "alarm/code.h"
#include "alarm/rules.h"
#include "base/str.h"
#include "gen/stmt.h"

#define SET_BY_OPERATOR                                                     \
	LABEL("操作单位设定，非标准值。不填沿用上级规则或默认值。",         \
	      "Set by the operator, not a standard's value. Empty: as the " \
	      "wider rule or the default says.")

/* clang-format off */
static const struct field fields[] = {
	{ .name = "name", .type = F_TEXT, .label = LABEL("名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 80,
	  .section = LABEL("适用范围", "Scope") },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"),
	  .flags = LIST | FILTER, .ref = "site",
	  .help = LABEL("不填适用于全部场所。", "Empty: every site.") },
	{ .name = "class", .type = F_ENUM, .label = LABEL("类别", "Class"),
	  .flags = LIST | FILTER, .options = class_options,
	  .help = LABEL("不填适用于全部类别。", "Empty: every class.") },
	{ .name = "claim_s", .type = F_INT, .label = LABEL("受理时限", "To claim"), .flags = LIST,
	  .min = 5, .max = 86400, .unit = "s", .section = LABEL("处置时限", "Limits of handling"), .help = SET_BY_OPERATOR },
	{ .name = "verify_s", .type = F_INT, .label = LABEL("复核时限", "To verify"), .flags = LIST, .min = 5, .max = 86400, .unit = "s", .help = SET_BY_OPERATOR },
	{ .name = "wait_s", .type = F_INT, .label = LABEL("观察等待上限", "Longest waiting"), .min = 5, .max = 86400, .unit = "s", .help = SET_BY_OPERATOR },
	{ .name = "dispatch_s", .type = F_INT, .label = LABEL("派警时限", "To dispatch"), .min = 5, .max = 86400, .unit = "s", .help = SET_BY_OPERATOR },
	{ .name = "police_s", .type = F_INT, .label = LABEL("报110时限", "To report to 110"), .min = 5, .max = 86400, .unit = "s", .help = SET_BY_OPERATOR },
	{ .name = "receipt_s", .type = F_INT, .label = LABEL("核实110接警时限", "To check 110's receipt"), .min = 5, .max = 86400, .unit = "s", .help = SET_BY_OPERATOR },
	{ .name = "notify_s", .type = F_INT, .label = LABEL("通报用户时限", "To notify the customer"), .min = 5, .max = 86400, .unit = "s", .help = SET_BY_OPERATOR },
	{ .name = "close_h", .type = F_INT, .label = LABEL("结案时限", "To close"), .min = 1, .max = 720, .unit = "h", .help = SET_BY_OPERATOR },
	{ .name = "dispatch_first", .type = F_BOOL, .label = LABEL("先派警后复核", "Dispatch before verifying"), .help = SET_BY_OPERATOR },
	{ .name = "answer_s", .type = F_INT, .label = LABEL("巡逻应答时限", "Patrol's answer"), .min = 10, .max = 3600, .unit = "s", .section = LABEL("派警", "Dispatch"),
	  .help = LABEL("超时未应答即建议改派，默认 60 s。操作单位设定，非标准值。", "Who has not answered is not coming: the next is proposed; 60 s when empty. Set by the operator, not a standard's value.") },
	{ .name = "near_m", .type = F_INT, .label = LABEL("到场定位半径", "Position proves arrival within"), .min = 10, .max = 20000, .unit = "m",
	  .help = LABEL("定位距场所不超过此值即证明到场，默认 1000 m（坐标系可差数百米）。操作单位设定，非标准值。", "How far from the site a position still proves the arrival; 1000 m when empty, as maps may be some hundred metres off. Set by the operator, not a standard's value.") },
	{ .name = "incident_min", .type = F_INT, .label = LABEL("并入警情时间窗", "Alarms join an incident within"), .min = 1, .max = 1440, .unit = "min",
	  .help = LABEL("同一场所在此时间内确认的报警归入同一警情，默认 30 min。操作单位设定，非标准值。", "Alarms of a site that are confirmed within it belong to one incident; 30 min when empty. Set by the operator, not a standard's value.") },
	{ .name = "day_from_h", .type = F_INT, .label = LABEL("预案白天始于", "Plans: day begins at"), .min = 0, .max = 23, .unit = "h",
	  .help = LABEL("处置预案“白天”时段的开始，默认 7 时。操作单位设定，非标准值。", "Hour at which the time band “day” of plans begins; 7 when empty. Set by the operator, not a standard's value.") },
	{ .name = "day_to_h", .type = F_INT, .label = LABEL("预案白天止于", "Plans: day ends at"), .min = 1, .max = 24, .unit = "h",
	  .help = LABEL("处置预案“白天”时段的结束，默认 19 时。操作单位设定，非标准值。", "Hour at which the time band “day” of plans ends; 19 when empty. Set by the operator, not a standard's value.") },
	{ .name = "correlate_min", .type = F_INT, .label = LABEL("并入时间窗", "Signals join within"),
	  .min = 0, .max = 1440, .unit = "min", .section = LABEL("产生警情之前", "Before an alarm is raised"), .help = SET_BY_OPERATOR },
	{ .name = "delay_min", .type = F_INT, .label = LABEL("延时报警", "Hold back"), .flags = LIST, .min = 0, .max = 1440, .unit = "min",
	  .help = LABEL("在此时间内恢复的不产生警情（停电常用）。操作单位设定，非标准值。", "What restores within it raises no alarm (mains failures). Set by the operator, not a standard's value.") },
	{ .name = "no_restore_min", .type = F_INT, .label = LABEL("未恢复提醒", "Remind of no restore"), .min = 0, .max = 43200, .unit = "min", .help = SET_BY_OPERATOR },
	{ .name = "swinger_count", .type = F_INT, .label = LABEL("反复触发次数", "Swinger: times"), .min = 0, .max = 1000, .help = SET_BY_OPERATOR },
	{ .name = "swinger_min", .type = F_INT, .label = LABEL("反复触发时间窗", "Swinger: within"), .min = 1, .max = 1440, .unit = "min", .help = SET_BY_OPERATOR },
	{ .name = "runaway_per_min", .type = F_INT, .label = LABEL("主机频发门限", "Runaway: signals"), .min = 0, .max = 10000, .unit = "/min", .help = SET_BY_OPERATOR },
	{ .name = "cross_s", .type = F_INT, .label = LABEL("双防区复核时间窗", "Second zone verifies within"), .min = 0, .max = 7200, .unit = "s",
	  .help = LABEL("相邻防区或两种探测原理先后报警即为已复核。操作单位设定，非标准值。", "Two adjacent zones or two principles of detection verify. Set by the operator, not a standard's value.") },
	{ .name = "recent_open_min", .type = F_INT, .label = LABEL("刚撤防提示窗", "Hint: just opened"), .min = 0, .max = 240, .unit = "min", .help = SET_BY_OPERATOR },
	{ .name = "cancel_min", .type = F_INT, .label = LABEL("用户取消提示窗", "Hint: cancelled"), .min = 0, .max = 240, .unit = "min", .help = SET_BY_OPERATOR },
	{ .name = "mode_needs_order", .type = F_BOOL, .label = LABEL("维护须有工单", "Service mode needs an order"),
	  .section = LABEL("维护状态", "Service mode"), .help = SET_BY_OPERATOR },
	{ .name = "mode_max_h", .type = F_INT, .label = LABEL("维护最长时间", "Longest service mode"), .min = 1, .max = 720, .unit = "h", .help = SET_BY_OPERATOR },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note"), .section = LABEL("其他", "Other") },
};

/* Domain model C.3.2, marked there as ours: no source has values. */
static const struct rule_limits defaults[] = {
	/* priority 1: hold-up, duress, fire, medical */
	{ .claim_ms = 30 * SECOND_MS, .verify_ms = 60 * SECOND_MS, .wait_ms = 120 * SECOND_MS, .dispatch_ms = 30 * SECOND_MS,
	  .police_ms = 30 * SECOND_MS, .receipt_ms = 60 * SECOND_MS, .notify_ms = 5 * MINUTE_MS },
	/* 2: intrusion, tamper, gas, environment */
	{ .claim_ms = 90 * SECOND_MS, .verify_ms = 180 * SECOND_MS, .wait_ms = 10 * MINUTE_MS, .dispatch_ms = 60 * SECOND_MS,
	  .police_ms = 60 * SECOND_MS, .receipt_ms = 60 * SECOND_MS, .notify_ms = 10 * MINUTE_MS },
	/* 3: communication, power, battery, video, unknown account */
	{ .claim_ms = 5 * MINUTE_MS, .verify_ms = 10 * MINUTE_MS, .wait_ms = 30 * MINUTE_MS, .dispatch_ms = 15 * MINUTE_MS,
	  .notify_ms = 30 * MINUTE_MS },
	/* 4: irregular arming, bypass left, supervision missed */
	{ .claim_ms = 15 * MINUTE_MS, .verify_ms = 30 * MINUTE_MS, .wait_ms = 60 * MINUTE_MS, .notify_ms = 60 * MINUTE_MS },
	/* 5: only logged */
	{ .claim_ms = 0 },
};
static const struct { const char *class; struct rule_limits also; } by_class[] = {
	{ "holdup", { .dispatch_first = 1 } },
	{ "duress", { .dispatch_first = 1 } },
	{ "power", { .delay_ms = 30 * MINUTE_MS } },
};
static const struct rule_limits for_all = {
	.close_ms = 24 * HOUR_MS, .correlate_ms = 15 * MINUTE_MS, .no_restore_ms = 12 * HOUR_MS,
	.swinger_count = 4, .swinger_ms = 60 * MINUTE_MS, .runaway_count = 60,
	.cross_ms = 5 * MINUTE_MS, .recent_ms = 5 * MINUTE_MS, .cancel_ms = 10 * MINUTE_MS,
	.mode_max_ms = 8 * HOUR_MS, .answer_ms = 60 * SECOND_MS, .incident_ms = 30 * MINUTE_MS,
	.near_m = 1000, /* coordinates of an address, or in GCJ-02, are some hundred metres off */
	.day_from_h = 7, .day_to_h = 19,
};
static const int64_t units[] = {
#define X(name, column, unit) unit,
	RULE_LIMITS(X)
#undef X
};
/* clang-format on */

/* The limits are all int64_t, in the order of RULE_LIMITS. */
static int64_t *
limit_at(struct rule_limits *l, size_t i)
{
	int64_t *const at[] = {
#define X(name, column, unit) &l->name,
		RULE_LIMITS(X)
#undef X
	};

	return at[i];
}

/* What `over` says wins; 0 says nothing. */
static void
overlay(struct rule_limits *l, const struct rule_limits *over)
{
	struct rule_limits copy = *over;

	for (size_t i = 0; i < ARRAY_LEN(units); i++) {
		if (*limit_at(&copy, i) != 0)
			*limit_at(l, i) = *limit_at(&copy, i);
	}
}

void
rule_default(struct str class, int64_t priority, struct rule_limits *out)
{
	if (priority < 1 || priority > 5)
		priority = 5;
	*out = for_all;
	overlay(out, &defaults[priority - 1]);
	for (size_t i = 0; i < ARRAY_LEN(by_class); i++) {
		if (str_is(class, by_class[i].class))
			overlay(out, &by_class[i].also);
	}
}

enum err
rule_find(struct task *t, int64_t org, int64_t site, struct str class,
	  int64_t priority, struct rule_limits *out)
{
	struct rows rows;

	rule_default(class, priority, out);
	/* From the widest to the most particular: each may say 0 too. */
	TRY(db_run(t->db, STMT_RULE_FIND,
		   ARGS(val_int(org), val_int(site), val_text(class)), t->a,
		   &rows, &t->why));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		for (size_t k = 0; k < ARRAY_LEN(units); k++) {
			if (v[k].type == VAL_INT)
				*limit_at(out, k) = v[k].i * units[k];
		}
	}
	return OK;
}

enum err
rule_said(struct task *t, int64_t org, int64_t site, struct str class,
	  int64_t priority, struct rule_said **out, size_t *n)
{
	static const char *const columns[] = {
#define X(name, column, unit) column,
		RULE_LIMITS(X)
#undef X
	};
	struct rule_limits l;
	struct rows rows;

	rule_default(class, priority, &l);
	*n = ARRAY_LEN(units);
	*out = ARENA_ARRAY(t->a, *n, struct rule_said);
	for (size_t k = 0; k < *n; k++)
		(*out)[k] =
		    (struct rule_said){ columns[k], *limit_at(&l, k) / units[k],
					0 };
	TRY(db_run(t->db, STMT_RULE_FIND,
		   ARGS(val_int(org), val_int(site), val_text(class)), t->a,
		   &rows, &t->why));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		for (size_t k = 0; k < *n; k++) {
			if (v[k].type != VAL_INT)
				continue;
			(*out)[k].value = v[k].i;
			(*out)[k].rule = v[*n].i;
		}
	}
	return OK;
}

int64_t rule_usual_priority(struct str class)
{
	int64_t n[6] = { 0 }, best = 3;
	const struct code *c;

	for (size_t i = 0; (c = code_at(i)) != NULL; i++) {
		if (str_eq(c->class, class) && role_begins(c->role))
			n[c->priority]++;
	}
	for (int64_t p = 1; p <= 5; p++) {
		if (n[p] > n[best])
			best = p;
	}
	return best;
}

/* A rule for a site and a class stands there once. */
static enum err
check_rule(struct task *t, const struct val *old, const struct val *row)
{
	const struct val *site = reg_val(&alarm_rule_reg, row, "site");
	const struct val *class = reg_val(&alarm_rule_reg, row, "class");
	struct rows rows;

	if (old != NULL &&
	    val_eq(*site, *reg_val(&alarm_rule_reg, old, "site")) &&
	    val_eq(*class, *reg_val(&alarm_rule_reg, old, "class")))
		return OK;
	TRY(db_run(t->db, STMT_RULE_TWICE,
		   ARGS(val_int(t->who.org), val_int(site->i),
			val_text(class->type == VAL_TEXT ? class->s : STR(""))),
		   t->a, &rows, &t->why));
	if (rows.n == 0)
		return OK;
	return fail_field(&t->why, "class", reg_label(&alarm_rule_reg, "class"),
			  "taken", "has a rule already for this scope",
			  "在该范围已有规则");
}

const struct reg alarm_rule_reg = {
	.name = "alarm_rule",
	.label = LABEL("报警规则", "Alarm rule"),
	.plural = "Alarm rules",
	.group = "alarm_setup",
	.read = MAY_READ_ALARMS,
	.edit = MAY_EDIT_ALARM_RULES,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.check = check_rule,
};
