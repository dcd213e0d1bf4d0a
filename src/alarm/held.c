/* held.c - what rules hold back: fields, process. */
#include "alarm/held.h"

#include "alarm/code.h"
#include "alarm/raise_parts.h"
#include "base/str.h"
#include "gen/stmt.h"

/* clang-format off */
static const struct option kinds[] = {
	[HELD_DELAY]     = { "delay",     LABEL("延时等待", "Delay of a rule"), TONE_INFO },
	[HELD_SWINGER]   = { "swinger",   LABEL("防区反复触发", "Zone trips over and over"), TONE_WARN },
	[HELD_RUNAWAY]   = { "runaway",   LABEL("主机信号频发", "Panel runs away"), TONE_WARN },
	[HELD_SUSPENDED] = { "suspended", LABEL("主机已暂停", "Panel is suspended"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY,
	  .section = LABEL("暂缓报警", "Held back") },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("原因", "Why"), .flags = LIST | FILTER, .options = kinds },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"), .flags = LIST | FILTER, .ref = "site" },
	{ .name = "panel", .type = F_REF, .label = LABEL("报警主机", "Panel"), .flags = LIST | FILTER, .ref = "panel" },
	{ .name = "zone", .type = F_REF, .label = LABEL("防区", "Zone"), .flags = LIST, .ref = "zone" },
	{ .name = "zone_no", .type = F_INT, .label = LABEL("防区号", "Zone number") },
	{ .name = "class", .type = F_ENUM, .label = LABEL("类别", "Class"), .flags = LIST, .options = class_options },
	{ .name = "code", .type = F_TEXT, .label = LABEL("事件代码", "Event code"), .max = 40 },
	{ .name = "summary", .type = F_TEXT, .label = LABEL("内容", "What happened"), .flags = LIST, .max = 400 },
	{ .name = "since_ms", .type = F_TIME, .label = LABEL("暂缓自", "Held since"), .flags = LIST | READONLY,
	  .section = LABEL("时间", "Time") },
	{ .name = "until_ms", .type = F_TIME, .label = LABEL("暂缓至", "Held until"), .flags = LIST | READONLY,
	  .help = LABEL("频发和反复触发：此前再无信号即结束。", "Of a swinger or a runaway: over when nothing comes until then.") },
	{ .name = "count", .type = F_INT, .label = LABEL("信号数", "Signals"), .flags = LIST | READONLY },
	{ .name = "last_ms", .type = F_TIME, .label = LABEL("最近信号", "Last signal"), .flags = LIST | READONLY },
	{ .name = "signal_id", .type = F_INT, .label = LABEL("信号", "Signal"), .flags = HIDDEN },
	{ .name = "ended_ms", .type = F_TIME, .label = LABEL("结束时间", "Ended at"), .flags = LIST | READONLY },
};
enum { HELD, LAPSED, RAISED, OVER };
static const struct proc_state states[] = {
	[HELD]   = { "held",   LABEL("暂缓中", "Held back"),          TONE_WARN,  false },
	[LAPSED] = { "lapsed", LABEL("已恢复", "Restored in time"),   TONE_OK,    true },
	[RAISED] = { "raised", LABEL("已产生警情", "Raised an alarm"), TONE_BAD,  true },
	[OVER]   = { "over",   LABEL("已结束", "Over"),               TONE_PLAIN, true },
	{ 0 }
};
enum { BEGIN, LAPSE, RAISE, RAISE_NOW, END };
static const struct proc_event events[] = {
	[BEGIN]     = { "begin",     LABEL("开始暂缓", "Begin") },
	[LAPSE]     = { "lapse",     LABEL("延时内恢复", "Restored in time") },
	[RAISE]     = { "raise",     LABEL("到时报警", "Time is over") },
	[RAISE_NOW] = { "raise_now", LABEL("立即报警", "Raise now") },
	[END]       = { "over",      LABEL("结束", "Over") },
	{ 0 }
};

static guard_fn may_raise;
static effect_fn on_end, on_raise_now;

#define OPEN_IN "kind site panel zone zone_no class code summary since_ms until_ms count last_ms signal_id"
static const struct edge edges[] = {
	/* from         on         to      may                guard         in       effect */
	{ FROM_NOTHING, BEGIN,     HELD,   MAY_HANDLE_ALARMS, only_program, OPEN_IN, NULL,         { KEEP } },
	{ HELD,         LAPSE,     LAPSED, MAY_HANDLE_ALARMS, only_program, "",      on_end,       { KEEP } },
	{ HELD,         RAISE,     RAISED, MAY_HANDLE_ALARMS, only_program, "",      on_end,       { KEEP } },
	{ HELD,         RAISE_NOW, RAISED, MAY_HANDLE_ALARMS, may_raise,    "reason", on_raise_now, { KEEP } },
	{ HELD,         END,       OVER,   MAY_HANDLE_ALARMS, only_program, "",      on_end,       { KEEP } },
};
static const struct proc_clock clocks[] = { { 0 } };
/* clang-format on */

const struct process held_process = {
	.name = "held",
	.label = LABEL("暂缓报警", "Held back"),
	.states = states,
	.events = events,
	.clocks = clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};
const struct reg held_reg = {
	.name = "held",
	.label = LABEL("暂缓报警", "Held back"),
	.plural = "Held back",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "summary",
	.process = &held_process,
};

static bool
is_kind(const struct proc_row *p, enum held_kind kind)
{
	return str_is(proc_get(p, "kind")->s, kinds[kind].value);
}

/* A runaway has no signal that says more than the others, and a panel that
 * is suspended is nobody's to answer. */
static enum err
may_raise(struct task *t, const struct proc_row *p)
{
	if (is_kind(p, HELD_DELAY) || is_kind(p, HELD_SWINGER))
		return OK;
	return fail(&t->why, ERR_STATE,
		    "only a delay or a zone that trips over and over is raised "
		    "by hand",
		    "只有延时等待和防区反复触发可以立即报警");
}

static enum err
on_end(struct task *t, const struct proc_row *p)
{
	p->row->v[reg_field(&held_reg, "ended_ms")] = val_int(t->now_ms);
	return OK;
}

/* By the program, whoever asked for it. */
static enum err
on_raise_now(struct task *t, const struct proc_row *p)
{
	struct actor who = t->who;
	enum err rc;

	TRY(on_end(t, p));
	t->who = actor_program(who.org);
	rc = raise_now(t, p->row->id, proc_get(p, "signal_id")->i);
	t->who = who;
	return rc;
}

/* ---- by the rules ---- */

static void
set(struct reg_input *in, const char *field, struct val v)
{
	size_t i = reg_field(&held_reg, field);

	in->set[i] = v.type != VAL_NULL;
	in->v[i] = v;
}

#define SUMMARY_MAX 400
enum err
held_begin(struct task *t, const struct held_new *new, int64_t *id)
{
	struct reg_input in = reg_input_new(t->a, &held_reg);
	const struct signal *s = new->signal;
	struct reg_row row;

	set(&in, "kind", val_text(str_of(kinds[new->kind].value)));
	set(&in, "site", val_id(s->site));
	set(&in, "panel", val_id(s->panel));
	set(&in, "zone", val_id(new->zone));
	set(&in, "zone_no", s->zone_no < 0 ? val_null() : val_int(s->zone_no));
	set(&in, "class", val_text(s->class));
	set(&in, "code", val_text(s->code));
	set(&in, "summary", val_text(str_clip(new->name, SUMMARY_MAX)));
	set(&in, "since_ms", val_int(s->received_ms));
	set(&in, "until_ms", val_id(new->until_ms));
	set(&in, "count", val_int(1));
	set(&in, "last_ms", val_int(s->received_ms));
	set(&in, "signal_id", val_int(s->id));
	TRY(process_open(t, &held_reg, "begin", &in, &row));
	*id = row.id;
	return OK;
}

enum err
held_count(struct task *t, int64_t id, const struct signal *s, int64_t until_ms)
{
	return db_run(t->db, STMT_HELD_COUNT,
		      ARGS(val_int(id), val_int(s->org),
			   val_int(s->received_ms), val_int(s->id),
			   val_id(until_ms)),
		      NULL, NULL, &t->why);
}

enum err
held_of(struct task *t, int64_t org, int64_t panel, enum held_kind kind,
	int64_t *id)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_HELD_OF,
		   ARGS(val_int(org), val_int(panel),
			val_text(str_of(kinds[kind].value))),
		   t->a, &rows, &t->why));
	*id = rows.n == 0 ? 0 : rows.v[0].i;
	return OK;
}

enum err
held_end(struct task *t, int64_t id, const char *event)
{
	struct reg_input in = reg_input_new(t->a, &held_reg);
	struct reg_row row;

	if (id == 0)
		return OK;
	TRY(reg_get(t, &held_reg, id, &row));
	if (states[process_state(&held_reg, &row)].final)
		return OK;
	return process_step(t, &held_reg, id, 0, str_of(event), &in, STR(""),
			    &row);
}
