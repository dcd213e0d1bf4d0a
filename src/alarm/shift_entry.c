/*
 * shift_entry.c - the log of a shift: who noted what when.  Rows are added
 * and never changed: a process whose steps all begin a row.
 */
#include "alarm/shift_parts.h"
#include "base/str.h"

/* clang-format off */
static const struct option kinds[] = {
	{ "note", LABEL("记事", "Note"), TONE_PLAIN },
	{ "take_lead", LABEL("接任值班长", "Leadership taken"), TONE_WARN },
	{ "close_centre", LABEL("停止值守", "Centre closed"), TONE_WARN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("编号", "Number"),
	  .flags = LIST | SORT | UNIQUE | READONLY, .prefix = "ZB",
	  .section = LABEL("值班记录", "Shift entry") },
	{ .name = "state", .type = F_TEXT, .label = LABEL("状态", "State"), .flags = READONLY },
	{ .name = "shift", .type = F_REF, .label = LABEL("班次", "Shift"), .flags = REQUIRED | LIST | FILTER, .ref = "shift" },
	{ .name = "kind", .type = F_ENUM, .label = LABEL("类型", "Kind"), .flags = LIST | READONLY, .options = kinds },
	{ .name = "text", .type = F_LINES, .label = LABEL("内容", "Text"), .flags = REQUIRED | LIST, .max = 2000 },
};

static const struct proc_state states[] = {
	{ "recorded", LABEL("已记录", "Recorded"), TONE_PLAIN, true },
	{ 0 }
};
enum { RECORD, ADD };
static const struct proc_event events[] = {
	[RECORD] = { "record", LABEL("记录", "Record") },
	[ADD]    = { "add",    LABEL("系统记录", "Recorded by the program") },
	{ 0 }
};
static guard_fn may_record;
static effect_fn on_record;
static const struct edge edges[] = {
	/* from,        event,  to, may,               guard,        in,                   effect */
	{ FROM_NOTHING, RECORD, 0,  MAY_HANDLE_ALARMS, may_record,   "shift! text!",       on_record, { KEEP } },
	{ FROM_NOTHING, ADD,    0,  MAY_HANDLE_ALARMS, only_program, "shift! kind! text!", NULL,      { KEEP } },
};
/* clang-format on */

static const struct proc_clock no_clocks[] = { { 0 } };
const struct process shift_entry_process = {
	.name = "shift_entry",
	.label = LABEL("值班记录", "Shift entry"),
	.states = states,
	.events = events,
	.clocks = no_clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};

const struct reg shift_entry_reg = {
	.name = "shift_entry",
	.label = LABEL("值班记录", "Shift entry"),
	.plural = "Shift entries",
	.group = "alarm",
	.read = MAY_READ_ALARMS,
	.edit = MAY_HANDLE_ALARMS,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "number",
	.process = &shift_entry_process,
};

/* Into the log of a shift that goes on; a closed one was signed. */
static enum err
may_record(struct task *t, const struct proc_row *p)
{
	const struct val *shift = reg_val(&shift_entry_reg, p->row->v, "shift");
	struct reg_row row;

	TRY(reg_get(t, &shift_reg, shift->i, &row));
	if (!str_is(reg_val(&shift_reg, row.v, "state")->s, "closed"))
		return OK;
	return fail(&t->why, ERR_STATE,
		    "the shift was handed over: its log takes nothing more",
		    "该班次已交接，不能再添加记录");
}

static enum err
on_record(struct task *t, const struct proc_row *p)
{
	(void)t;
	p->row->v[reg_field(&shift_entry_reg, "kind")] = val_text(STR("note"));
	return OK;
}

static void
set(const struct reg_input *in, const char *field, struct val v)
{
	size_t i = reg_field(&shift_entry_reg, field);

	in->set[i] = true;
	in->v[i] = v;
}

enum err
shift_log(struct task *t, int64_t shift, const char *kind, struct str text)
{
	struct reg_input in = reg_input_new(t->a, &shift_entry_reg);
	struct actor who = t->who;
	struct reg_row row;
	enum err rc;

	set(&in, "shift", val_int(shift));
	set(&in, "kind", val_text(str_of(kind)));
	set(&in, "text", val_text(text));
	t->who.may = UINT64_MAX;
	rc = process_open(t, &shift_entry_reg, "add", &in, &row);
	t->who = who;
	return rc;
}
