/* mode.c - service mode: fields, process, what it covers. */
#include "alarm/mode.h"

#include "alarm/alarm.h"
#include "alarm/code.h"
#include "alarm/rule.h"
#include "alarm/rules.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"
#include "kind/check.h"
#include "org/people.h"
#include "upkeep/workorder.h"

/* clang-format off */
static const struct field fields[] = {
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY,
	  .section = LABEL("范围", "Extent") },
	{ .name = "panel", .type = F_REF, .label = LABEL("报警主机", "Panel"), .flags = REQUIRED | LIST | FILTER, .ref = "panel" },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"), .flags = LIST | FILTER | READONLY, .ref = "site" },
	{ .name = "partition", .type = F_REF, .label = LABEL("分区", "Partition"), .ref = "partition",
	  .help = LABEL("不填为整台主机。", "Empty: the whole panel.") },
	{ .name = "zones", .type = F_TEXT, .label = LABEL("防区号", "Zones"), .flags = LIST, .max = 200,
	  .help = LABEL("用逗号隔开；不填为全部防区。", "Numbers with commas; empty: all zones.") },
	{ .name = "classes", .type = F_SET, .label = LABEL("类别", "Classes"), .options = class_options,
	  .help = LABEL("不填为全部类别。", "Empty: all classes.") },
	{ .name = "from_ms", .type = F_TIME, .label = LABEL("开始", "From"), .flags = LIST,
	  .section = LABEL("时间", "Time"), .help = LABEL("不填为立即开始。", "Empty: at once.") },
	{ .name = "until_ms", .type = F_TIME, .label = LABEL("结束", "Until"), .flags = REQUIRED | LIST, .after = "from_ms" },
	{ .name = "purpose", .type = F_TEXT, .label = LABEL("事由", "Purpose"), .flags = REQUIRED | LIST | SEARCH, .max = 200,
	  .section = LABEL("事由", "Why") },
	{ .name = "technician", .type = F_REF, .label = LABEL("技术人员", "Technician"), .flags = LIST, .ref = "staff" },
	{ .name = "workorder", .type = F_REF, .label = LABEL("维修工单", "Repair order"), .flags = FILTER, .ref = "workorder" },
	{ .name = "on_site", .type = F_BOOL, .label = LABEL("技术人员已到场", "Technician is on site"),
	  .section = LABEL("劫盗、胁迫、火灾、医疗", "Hold-up, duress, fire, medical"),
	  .help = LABEL("两项都满足才屏蔽这几类报警。", "Only both together mask these alarms.") },
	{ .name = "confirmed_by", .type = F_TEXT, .label = LABEL("用户电话确认人", "Customer confirmed by call"), .max = 60 },
	{ .name = "ended_ms", .type = F_TIME, .label = LABEL("实际结束", "Ended at"), .flags = READONLY | LIST,
	  .section = LABEL("结束", "End") },
	{ .name = "open_zones", .type = F_LINES, .label = LABEL("未恢复防区", "Zones not restored"), .flags = READONLY | LIST,
	  .help = LABEL("维护期间触发、结束时仍未恢复的防区。", "Tripped meanwhile and not restored at the end.") },
};
enum { ACTIVE, ENDED, EXPIRED };
static const struct proc_state states[] = {
	[ACTIVE]  = { "active",  LABEL("维护中", "Active"),    TONE_WARN,  false },
	[ENDED]   = { "ended",   LABEL("已结束", "Ended"),     TONE_PLAIN, true },
	[EXPIRED] = { "expired", LABEL("到期结束", "Expired"), TONE_INFO,  true },
	{ 0 }
};
enum { BEGIN, CHANGE, END, EXPIRE };
static const struct proc_event events[] = {
	[BEGIN]  = { "begin",  LABEL("开始维护", "Begin") },
	[CHANGE] = { "change", LABEL("变更", "Change") },
	[END]    = { "end",    LABEL("结束维护", "End") },
	[EXPIRE] = { "expire", LABEL("到期", "Expire") },
	{ 0 }
};

static guard_fn may_begin, may_expire;
static effect_fn on_begin, on_end;
static clock_fn reached;
static enum err limit(struct task *t, const struct proc_row *p, struct clock_limit *out, int64_t *start_ms);

static const struct proc_clock clocks[] = {
	{ "until", LABEL("维护时限", "Service mode"), limit, reached },
	{ 0 }
};
static const struct edge edges[] = {
	/* from         on      to       may                   guard       in                                           effect    until */
	{ FROM_NOTHING, BEGIN,  ACTIVE,  MAY_SET_SERVICE_MODE, may_begin,  "panel! partition zones classes from_ms until_ms! purpose! technician workorder on_site confirmed_by", on_begin, { START } },
	{ ACTIVE,       CHANGE, ACTIVE,  MAY_SET_SERVICE_MODE, may_begin,  "until_ms! technician workorder on_site confirmed_by reason!", NULL, { RELIMIT } },
	{ ACTIVE,       END,    ENDED,   MAY_SET_SERVICE_MODE, NULL,       "reason",                                    on_end,   { STOP } },
	{ ACTIVE,       EXPIRE, EXPIRED, MAY_SET_SERVICE_MODE, may_expire, "",                                          on_end,   { STOP } },
};
/* clang-format on */

const struct process service_mode_process = {
	.name = "service_mode",
	.label = LABEL("维护状态", "Service mode"),
	.states = states,
	.events = events,
	.clocks = clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};
const struct reg service_mode_reg = {
	.name = "service_mode",
	.label = LABEL("维护状态", "Service mode"),
	.plural = "Service modes",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_SET_SERVICE_MODE,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "purpose",
	.process = &service_mode_process,
};

static struct label
label_of(const char *field)
{
	return reg_label(&service_mode_reg, field);
}

/* ---- beginning ---- */

static enum err
check_zones(struct task *t, const struct proc_row *p)
{
	const struct val *v = proc_get(p, "zones");
	struct str rest = v->s;
	int64_t number;

	while (v->type == VAL_TEXT && rest.n > 0) {
		struct str word = str_trim(str_cut(rest, ',', &rest));

		if (!str_to_int(word, 0, 9999, &number))
			return fail_field(&t->why, "zones", label_of("zones"),
					  "pattern",
					  "must be numbers with commas, such "
					  "as 3,4",
					  "须为防区号，用逗号隔开，例如 3,4");
	}
	return OK;
}

static enum err
check_times(struct task *t, const struct proc_row *p,
	    const struct rule_limits *rule)
{
	int64_t until_ms = proc_get(p, "until_ms")->i;
	int64_t from_ms = proc_get(p, "from_ms")->i;

	if (until_ms <= t->now_ms)
		return fail_field(&t->why, "until_ms", label_of("until_ms"),
				  "range", "must be in the future",
				  "应晚于当前时间");
	if (rule->mode_max_ms > 0 && until_ms - from_ms > rule->mode_max_ms)
		return fail_field(&t->why, "until_ms", label_of("until_ms"),
				  "range",
				  "is later than the longest service mode "
				  "here, %lld h",
				  "超过该场所维护最长时间 %lld 小时",
				  (long long)(rule->mode_max_ms / HOUR_MS));
	return OK;
}

/* Where the site's rule demands it, an open repair order stands behind every
 * service mode: nobody silences a site for no reason that others can see. */
static enum err
check_order(struct task *t, const struct proc_row *p,
	    const struct rule_limits *rule)
{
	const struct val *id = proc_get(p, "workorder");
	struct reg_row order;

	if (id->type == VAL_NULL && rule->mode_order == 0)
		return OK;
	if (id->type == VAL_NULL)
		return fail_field(&t->why, "workorder", label_of("workorder"),
				  "required",
				  "is required: this site's rule demands an "
				  "open repair order",
				  "不能为空：该场所规则要求有未完成的维修工单");
	TRY(reg_get(t, &workorder_reg, id->i, &order));
	if (reg_val(&workorder_reg, order.v, "site")->i !=
	    proc_get(p, "site")->i)
		return fail_field(&t->why, "workorder", label_of("workorder"),
				  "other", "is at another site",
				  "属于另一个服务场所");
	if (workorder_process.states[process_state(&workorder_reg, &order)]
		.final)
		return fail_field(&t->why, "workorder", label_of("workorder"),
				  "closed", "is closed already", "已经结束");
	return OK;
}

static const struct same same_panel[] = {
	{ "partition", &partition_reg, "panel" },
	{ 0 },
};

static enum err
may_begin(struct task *t, const struct proc_row *p)
{
	struct rule_limits rule;
	struct reg_row panel;

	if (proc_get(p, "panel")->type == VAL_NULL ||
	    proc_get(p, "until_ms")->type == VAL_NULL)
		return OK; /* said already: required */
	TRY(reg_get(t, &panel_reg, proc_get(p, "panel")->i, &panel));
	proc_put(p, "site", *reg_val(&panel_reg, panel.v, "site"));
	if (proc_get(p, "from_ms")->type == VAL_NULL)
		proc_put(p, "from_ms", val_int(t->now_ms));
	TRY(check_zones(t, p));
	TRY(rule_find(t, t->who.org, proc_get(p, "site")->i, STR(""), 5,
		      &rule));
	TRY(check_times(t, p, &rule));
	TRY(check_order(t, p, &rule));
	return check_same(t, &service_mode_reg, p->row->v, same_panel);
}

static enum err
on_begin(struct task *t, const struct proc_row *p)
{
	(void)t;
	if (proc_get(p, "on_site")->type == VAL_NULL)
		proc_put(p, "on_site", val_int(0));
	return OK;
}

/* ---- end ---- */

static enum err
limit(struct task *t, const struct proc_row *p, struct clock_limit *out,
      int64_t *start_ms)
{
	(void)t;
	*start_ms = proc_get(p, "from_ms")->i;
	*out = (struct clock_limit){ .limit_ms =
					 proc_get(p, "until_ms")->i - *start_ms,
				     .source = "service mode" };
	return OK;
}

static enum err
may_expire(struct task *t, const struct proc_row *p)
{
	if (t->now_ms >= proc_get(p, "until_ms")->i)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "its time is not over yet: end it instead",
		    "时间未到，请用“结束维护”");
}

/* The alarms of the test end with it: by the program, whoever ended it. */
static enum err
close_tests(struct task *t, int64_t mode)
{
	struct actor who = t->who;
	enum err rc;

	t->who = actor_program(who.org);
	rc = alarm_test_end(t, mode);
	t->who = who;
	return rc;
}

/* The zones that were used and still stand open. */
static enum err
on_end(struct task *t, const struct proc_row *p)
{
	struct str list = STR("");
	struct rows rows;

	proc_put(p, "ended_ms", val_int(t->now_ms));
	TRY(db_run(t->db, STMT_MODE_OPEN_ZONES,
		   ARGS(val_int(t->who.org), val_int(p->row->id)), t->a, &rows,
		   &t->why));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		list = arena_printf(t->a, "%.*s%s%lld", STR_ARG(list),
				    i > 0 ? "," : "", (long long)v[0].i);
	}
	if (rows.n > 0)
		proc_put(p, "open_zones", val_text(list));
	return close_tests(t, p->row->id);
}

static enum err
reached(struct task *t, const struct clock_view *c, int64_t percent)
{
	struct reg_input in = reg_input_new(t->a, &service_mode_reg);
	struct reg_row row;

	if (percent < 100)
		return OK;
	TRY(reg_get(t, &service_mode_reg, c->row, &row));
	if (process_state(&service_mode_reg, &row) != ACTIVE)
		return OK;
	return process_step(t, &service_mode_reg, c->row, 0, STR("expire"), &in,
			    STR(""), &row);
}

/* ---- what it covers ---- */

bool mode_is_life(struct str class)
{
	return str_is(class, "holdup") || str_is(class, "duress") ||
	       str_is(class, "fire") || str_is(class, "medical");
}

bool
mode_has_zone(struct str zones, int64_t zone_no)
{
	int64_t number;

	if (str_trim(zones).n == 0)
		return true;
	while (zones.n > 0) {
		struct str word = str_trim(str_cut(zones, ',', &zones));

		if (str_to_int(word, 0, 9999, &number) && number == zone_no)
			return true;
	}
	return false;
}

static bool
has_word(struct str set, struct str word)
{
	if (set.n == 0)
		return true;
	while (set.n > 0) {
		if (str_eq(str_cut(set, ',', &set), word))
			return true;
	}
	return false;
}

/* id, part_no, zones, classes, on_site, confirmed_by */
static bool
covers(const struct val *v, const struct signal *s)
{
	bool both = v[4].type == VAL_INT && v[4].i != 0 &&
		    v[5].type == VAL_TEXT && str_trim(v[5].s).n > 0;
	struct str none = STR("");

	if (v[1].type == VAL_INT && s->part_no != v[1].i)
		return false;
	return mode_has_zone(v[2].type == VAL_TEXT ? v[2].s : none,
			     s->zone_no) &&
	       has_word(v[3].type == VAL_TEXT ? v[3].s : none, s->class) &&
	       (both || !mode_is_life(s->class));
}

enum err
mode_covers(struct task *t, const struct signal *s, int64_t *mode)
{
	struct rows rows;

	*mode = 0;
	if (s->panel == 0)
		return OK;
	TRY(db_run(t->db, STMT_MODE_ACTIVE,
		   ARGS(val_int(s->org), val_int(s->panel),
			val_int(s->received_ms)),
		   t->a, &rows, &t->why));
	for (size_t i = 0; i < rows.n && *mode == 0; i++) {
		if (covers(rows_at(&rows, i), s))
			*mode = rows_at(&rows, i)[0].i;
	}
	return OK;
}
