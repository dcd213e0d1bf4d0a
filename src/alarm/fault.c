/* fault.c - faults: fields, process, the repair order behind one. */
#include "alarm/fault.h"

#include <string.h>

#include "alarm/rules.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"
#include "upkeep/workorder.h"

/* clang-format off */
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("编号", "Number"), .flags = LIST | SORT | SEARCH | UNIQUE | READONLY, .prefix = "GZ",
	  .section = LABEL("故障", "Fault") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = LIST | FILTER | READONLY },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"), .flags = LIST | FILTER, .ref = "site" },
	{ .name = "panel", .type = F_REF, .label = LABEL("报警主机", "Panel"), .flags = LIST | FILTER, .ref = "panel" },
	{ .name = "zone", .type = F_REF, .label = LABEL("防区", "Zone"), .flags = LIST, .ref = "zone" },
	{ .name = "part_no", .type = F_INT, .label = LABEL("分区号", "Partition number") },
	{ .name = "zone_no", .type = F_INT, .label = LABEL("防区号", "Zone number") },
	{ .name = "code", .type = F_TEXT, .label = LABEL("事件代码", "Code"), .flags = LIST, .max = 40 },
	{ .name = "class", .type = F_ENUM, .label = LABEL("类别", "Class"), .flags = LIST, .options = class_options },
	{ .name = "grade", .type = F_ENUM, .label = LABEL("建议故障等级", "Proposed grade"), .flags = LIST | FILTER, .options = workorder_grades,
	  .help = LABEL("代码表给出的初步等级，定级以工单为准。", "Of the code table; the order decides.") },
	{ .name = "symptom", .type = F_LINES, .label = LABEL("故障现象", "Symptom"), .flags = LIST | SEARCH, .max = 1000 },
	{ .name = "device", .type = F_REF, .label = LABEL("设备", "Device"), .ref = "device" },
	{ .name = "area", .type = F_REF, .label = LABEL("区域部位", "Area"), .ref = "area" },
	{ .name = "system", .type = F_REF, .label = LABEL("系统", "System"), .ref = "system" },
	{ .name = "signal_id", .type = F_INT, .label = LABEL("信号", "Signal"), .flags = HIDDEN },
	{ .name = "alarm", .type = F_REF, .label = LABEL("报警", "Alarm"), .flags = LIST | FILTER | READONLY, .ref = "alarm" },
	{ .name = "count", .type = F_INT, .label = LABEL("次数", "Times"), .flags = LIST | READONLY },
	{ .name = "first_ms", .type = F_TIME, .label = LABEL("首次发生", "First"), .flags = LIST | READONLY },
	{ .name = "last_ms", .type = F_TIME, .label = LABEL("最近发生", "Last"), .flags = LIST | READONLY },
	{ .name = "restored_ms", .type = F_TIME, .label = LABEL("信号恢复时间", "Restored by signal"), .flags = LIST | READONLY },
	{ .name = "workorder", .type = F_REF, .label = LABEL("维修工单", "Repair order"), .flags = LIST | FILTER | READONLY, .ref = "workorder" },
};
enum { PROPOSED, ORDERED, RESTORED, DISMISSED };
static const struct proc_state states[] = {
	[PROPOSED]  = { "proposed",  LABEL("待确认", "Proposed"),   TONE_WARN,  false },
	[ORDERED]   = { "ordered",   LABEL("已转维修", "Ordered"),  TONE_INFO,  false },
	[RESTORED]  = { "restored",  LABEL("已恢复", "Restored"),   TONE_OK,    true },
	[DISMISSED] = { "dismissed", LABEL("不处理", "Dismissed"),  TONE_PLAIN, true },
	{ 0 }
};
enum { PROPOSE, AGAIN, REPEAT, ORDER, RESTORE, DISMISS };
static const struct proc_event events[] = {
	[PROPOSE] = { "propose", LABEL("提出", "Propose") },
	[AGAIN]   = { "again",   LABEL("再次发生", "Happened again") },
	[REPEAT]  = { "repeat",  LABEL("重复信号", "Signal repeated") },
	[ORDER]   = { "order",   LABEL("生成维修工单", "Make a repair order") },
	[RESTORE] = { "restore", LABEL("恢复", "Restored") },
	[DISMISS] = { "dismiss", LABEL("不处理", "Dismiss") },
	{ 0 }
};

static guard_fn may_order;
static effect_fn on_propose, on_again, on_repeat, on_order, on_restore;

#define OPEN_IN "site panel zone part_no zone_no code class grade symptom device area system signal_id alarm workorder"
static const struct edge edges[] = {
	/* from         on       to         may                guard         in                          effect */
	{ FROM_NOTHING, PROPOSE, PROPOSED,  MAY_HANDLE_ALARMS, only_program, OPEN_IN,                    on_propose, { KEEP } },
	{ FROM_NOTHING, AGAIN,   ORDERED,   MAY_HANDLE_ALARMS, only_program, OPEN_IN,                    on_again,   { KEEP } },
	{ PROPOSED,     REPEAT,  PROPOSED,  MAY_HANDLE_ALARMS, only_program, "",                         on_repeat,  { KEEP } },
	{ ORDERED,      REPEAT,  ORDERED,   MAY_HANDLE_ALARMS, only_program, "",                         on_repeat,  { KEEP } },
	{ PROPOSED,     ORDER,   ORDERED,   MAY_REPORT_ORDERS, may_order,    "symptom grade device area system", on_order, { KEEP } },
	{ PROPOSED,     RESTORE, RESTORED,  MAY_HANDLE_ALARMS, only_program, "",                         on_restore, { KEEP } },
	{ ORDERED,      RESTORE, RESTORED,  MAY_HANDLE_ALARMS, only_program, "",                         on_restore, { KEEP } },
	{ PROPOSED,     DISMISS, DISMISSED, MAY_HANDLE_ALARMS, NULL,         "reason!",                  NULL,       { KEEP } },
};
static const struct proc_clock clocks[] = { { 0 } };
/* clang-format on */

const struct process fault_process = {
	.name = "fault",
	.label = LABEL("设备故障", "Fault"),
	.states = states,
	.events = events,
	.clocks = clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};
const struct reg fault_reg = {
	.name = "fault",
	.label = LABEL("设备故障", "Fault"),
	.plural = "Faults",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
	.process = &fault_process,
};

static enum err
on_propose(struct task *t, const struct proc_row *p)
{
	proc_put(p, "count", val_int(1));
	proc_put(p, "first_ms", val_int(t->now_ms));
	proc_put(p, "last_ms", val_int(t->now_ms));
	return OK;
}

static enum err
on_repeat(struct task *t, const struct proc_row *p)
{
	proc_put(p, "count", val_int(proc_get(p, "count")->i + 1));
	proc_put(p, "last_ms", val_int(t->now_ms));
	return OK;
}

/* ---- the repair order ---- */

static enum err
order_step(struct task *t, int64_t order, const char *event, struct str reason)
{
	struct reg_input in = reg_input_new(t->a, &workorder_reg);
	struct reg_row row;

	return process_step(t, &workorder_reg, order, 0, str_of(event), &in,
			    reason, &row);
}

static enum err
order_is_open(struct task *t, int64_t order, bool *out)
{
	struct reg_row row;

	TRY(reg_get(t, &workorder_reg, order, &row));
	*out = !workorder_process.states[process_state(&workorder_reg, &row)]
		    .final;
	return OK;
}

/* The trouble is back while its order is still open. */
static enum err
on_again(struct task *t, const struct proc_row *p)
{
	TRY(on_propose(t, p));
	return order_step(t, proc_get(p, "workorder")->i, "signal_again",
			  proc_get(p, "number")->s);
}

/* One order per open fault: also when another fault of the same kind has one
 * that nobody has finished. */
static enum err
may_order(struct task *t, const struct proc_row *p)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_FAULT_ORDERED,
		   ARGS(val_int(t->who.org), *proc_get(p, "panel"),
			*proc_get(p, "zone_no"), *proc_get(p, "code")),
		   t->a, &rows, &t->why));
	if (rows.n == 0)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "order %.*s for the same fault is still open",
		    "同一故障的工单 %.*s 尚未完成",
		    STR_ARG(rows_at(&rows, 0)[1].s));
}

static void
give(struct reg_input *in, const char *field, struct val v)
{
	size_t i = reg_field(&workorder_reg, field);

	in->set[i] = v.type != VAL_NULL;
	in->v[i] = v;
}

static enum err
on_order(struct task *t, const struct proc_row *p)
{
	static const char *const same[] = { "site",   "system", "area",
					    "device", "grade",	"symptom" };
	struct reg_input in = reg_input_new(t->a, &workorder_reg);
	struct reg_row order, system;

	for (size_t i = 0; i < ARRAY_LEN(same); i++)
		give(&in, same[i], *proc_get(p, same[i]));
	give(&in, "channel", val_text(STR("alarm")));
	give(&in, "reporter", val_text(STR("报警中心")));
	give(&in, "occurred_ms", *proc_get(p, "first_ms"));
	give(&in, "fault", val_int(p->row->id));
	if (proc_get(p, "system")->type == VAL_INT) {
		TRY(reg_get(t, &system_reg, proc_get(p, "system")->i, &system));
		give(&in, "subsystem", *reg_val(&system_reg, system.v, "kind"));
	}
	TRY(process_open(t, &workorder_reg, "from_fault", &in, &order));
	proc_put(p, "workorder", val_int(order.id));
	return OK;
}

static enum err
on_restore(struct task *t, const struct proc_row *p)
{
	bool open;

	proc_put(p, "restored_ms", val_int(t->now_ms));
	if (proc_get(p, "workorder")->type == VAL_NULL)
		return OK;
	TRY(order_is_open(t, proc_get(p, "workorder")->i, &open));
	return open ? order_step(t, proc_get(p, "workorder")->i,
				 "signal_restore", proc_get(p, "number")->s) :
		      OK;
}

/* ---- from signals ---- */

static void
set(struct reg_input *in, const char *field, struct val v)
{
	size_t i = reg_field(&fault_reg, field);

	in->set[i] = v.type != VAL_NULL;
	in->v[i] = v;
}

static struct val
val_no(int64_t no)
{
	return no < 0 ? val_null() : val_int(no);
}

/* Zone, area; the device of the zone, else of the panel, and its system. */
static enum err
set_place(struct task *t, const struct signal *s, struct reg_input *in)
{
	static const char *const fields_of[] = { "zone", "area", "device",
						 "system" };
	struct rows rows;

	TRY(db_run(t->db, STMT_FAULT_PLACE,
		   ARGS(val_int(s->org), val_int(s->panel),
			val_int(s->zone_no)),
		   t->a, &rows, &t->why));
	for (size_t i = 0; rows.n > 0 && i < ARRAY_LEN(fields_of); i++)
		set(in, fields_of[i], rows.v[i]);
	return OK;
}

#define TEXT_SHOWN 600 /* characters of a panel's text; a symptom has 1000 */
static struct str
symptom_of(struct task *t, const struct signal *s, const struct code *c)
{
	struct str text = str_clip(s->text, TEXT_SHOWN);
	struct str zone = s->zone_no < 0 ? STR("") :
					   arena_printf(t->a, "，防区 %lld",
							(long long)s->zone_no);

	return arena_printf(t->a, "%s%.*s%s%.*s（%.*s）",
			    c->name.zh == NULL ? "" : c->name.zh, STR_ARG(zone),
			    s->text.n > 0 ? "：" : "", STR_ARG(text),
			    STR_ARG(s->code));
}

static enum err
open_one(struct task *t, const struct signal *s, const struct code *c,
	 int64_t alarm, struct reg_row *out)
{
	struct reg_input in = reg_input_new(t->a, &fault_reg);
	struct rows rows;

	set(&in, "site", val_id(s->site));
	set(&in, "panel", val_id(s->panel));
	set(&in, "part_no", val_no(s->part_no));
	set(&in, "zone_no", val_no(s->zone_no));
	set(&in, "code", val_text(s->code));
	set(&in, "class", val_text(s->class));
	set(&in, "grade", val_text(c->grade.n > 0 ? c->grade : STR("general")));
	set(&in, "symptom", val_text(symptom_of(t, s, c)));
	set(&in, "signal_id", val_id(s->id));
	set(&in, "alarm", val_id(alarm));
	TRY(set_place(t, s, &in));
	TRY(db_run(t->db, STMT_FAULT_ORDERED,
		   ARGS(val_int(s->org), val_id(s->panel), val_no(s->zone_no),
			val_text(s->code)),
		   t->a, &rows, &t->why));
	if (rows.n == 0)
		return process_open(t, &fault_reg, "propose", &in, out);
	set(&in, "workorder", rows.v[0]);
	return process_open(t, &fault_reg, "again", &in, out);
}

enum err
fault_find(struct task *t, const struct signal *s, int64_t *fault)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_FAULT_OPEN,
		   ARGS(val_int(s->org), val_id(s->panel), val_no(s->zone_no),
			val_text(s->code)),
		   t->a, &rows, &t->why));
	*fault = rows.n > 0 ? rows.v[0].i : 0;
	return OK;
}

enum err
fault_propose(struct task *t, const struct signal *s, const struct code *c,
	      int64_t alarm, int64_t *fault)
{
	struct reg_input in = reg_input_new(t->a, &fault_reg);
	struct reg_row row;

	TRY(fault_find(t, s, fault));
	if (*fault != 0)
		return process_step(t, &fault_reg, *fault, 0, STR("repeat"),
				    &in, STR(""), &row);
	TRY(open_one(t, s, c, alarm, &row));
	*fault = row.id;
	return OK;
}

enum err
fault_restore(struct task *t, int64_t fault, const struct signal *s)
{
	struct reg_input in = reg_input_new(t->a, &fault_reg);
	struct reg_row row;

	TRY(reg_get(t, &fault_reg, fault, &row));
	if (states[process_state(&fault_reg, &row)].final)
		return OK; /* dismissed meanwhile */
	return process_step(t, &fault_reg, fault, 0, STR("restore"), &in,
			    s->code, &row);
}
