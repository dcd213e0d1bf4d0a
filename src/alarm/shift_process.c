/*
 * shift_process.c - open, handed over, closed.  The leader signs the
 * hand-over, another leader takes over; only then the next shift begins, and
 * who is still on duty goes over into it.
 */
#include "alarm/shift.h"
#include "alarm/shift_parts.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "org/duty.h"

/* clang-format off */
enum { OPEN, HANDED_OVER, CLOSED };
static const struct proc_state states[] = {
	[OPEN]        = { "open",        LABEL("值班中", "Open"),         TONE_OK,    false },
	[HANDED_OVER] = { "handed_over", LABEL("待接班", "Handed over"),  TONE_WARN,  false },
	[CLOSED]      = { "closed",      LABEL("已交接", "Closed"),       TONE_PLAIN, true },
	{ 0 }
};
enum { START_SHIFT, FOLLOW, TAKE_LEAD, MUTE, HAND_OVER, RECALL, TAKE_OVER,
	CLOSE_CENTRE };
static const struct proc_event events[] = {
	[START_SHIFT] = { "start",     LABEL("开班", "Start") },
	[FOLLOW]      = { "follow",    LABEL("接班开始", "Follow") },
	[TAKE_LEAD]   = { "take_lead", LABEL("接任值班长", "Take the lead") },
	[MUTE]        = { "mute",      LABEL("静音", "Mute the sound") },
	[HAND_OVER]   = { "hand_over", LABEL("交班签字", "Hand over") },
	[RECALL]      = { "recall",    LABEL("撤回交班", "Recall") },
	[TAKE_OVER]   = { "take_over", LABEL("接班签字", "Take over") },
	[CLOSE_CENTRE] = { "close_centre", LABEL("停止值守", "Close the centre") },
	{ 0 }
};
static guard_fn may_start, may_hand, may_take, may_mute, may_lead, may_close;
static effect_fn on_start, on_mute, on_hand, on_recall, on_take, on_lead,
    on_close;
#define LEAD MAY_LEAD_SHIFT
#define DESK MAY_HANDLE_ALARMS
static const struct edge edges[] = {
	{ FROM_NOTHING, START_SHIFT, OPEN,        LEAD, may_start, "notes",                   on_start,  { KEEP } },
	{ FROM_NOTHING, FOLLOW,      OPEN,        LEAD, only_program,      "previous!",               on_start,  { KEEP } },
	{ OPEN,         TAKE_LEAD,   OPEN,        LEAD, may_lead,  "reason!",                 on_lead,   { KEEP } },
	{ OPEN,         MUTE,        OPEN,        DESK, may_mute,  "muted_until_ms! reason!", on_mute,   { KEEP } },
	{ OPEN,         HAND_OVER,   HANDED_OVER, LEAD, may_hand,  "notes!",                  on_hand,   { KEEP } },
	{ OPEN,         CLOSE_CENTRE, CLOSED,     LEAD, may_close, "reason!",                 on_close,  { KEEP } },
	{ HANDED_OVER,  MUTE,        HANDED_OVER, DESK, may_mute,  "muted_until_ms! reason!", on_mute,   { KEEP } },
	{ HANDED_OVER,  RECALL,      OPEN,        LEAD, NULL,      "reason!",                 on_recall, { KEEP } },
	{ HANDED_OVER,  TAKE_OVER,   CLOSED,      LEAD, may_take,  "",                        on_take,   { KEEP } },
};
/* clang-format on */

static const struct proc_clock no_clocks[] = { { 0 } };
const struct process shift_process = {
	.name = "shift",
	.label = LABEL("值班", "Shift"),
	.states = states,
	.events = events,
	.clocks = no_clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};

/* One shift at a time. */
static enum err
may_start(struct task *t, const struct proc_row *p)
{
	int64_t now;

	(void)p;
	TRY(shift_now(t, &now));
	if (now == 0)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "a shift is open already: it is handed over, not begun "
		    "anew",
		    "已有值班班次，请通过交接班进入下一班");
}

static enum err
on_start(struct task *t, const struct proc_row *p)
{
	proc_put(p, "leader", val_id(t->who.user));
	proc_put(p, "started_ms", val_int(t->now_ms));
	return OK;
}

/* For minutes only, and everybody sees it. */
#define MUTE_MAX_MS (10 * MINUTE_MS)
static enum err
may_mute(struct task *t, const struct proc_row *p)
{
	const struct val *until = proc_get(p, "muted_until_ms");

	if (until->type == VAL_NULL ||
	    (until->i > t->now_ms && until->i <= t->now_ms + MUTE_MAX_MS))
		return OK;
	return fail_field(&t->why, "muted_until_ms",
			  reg_label(&shift_reg, "muted_until_ms"), "range",
			  "must be within the next 10 minutes",
			  "应在今后10分钟以内");
}

static enum err
on_mute(struct task *t, const struct proc_row *p)
{
	proc_put(p, "muted_by", val_id(t->who.user));
	return OK;
}

static enum err
may_hand(struct task *t, const struct proc_row *p)
{
	if (actor_is_program(&t->who) ||
	    proc_get(p, "leader")->i == t->who.user)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "the leader of the shift signs the hand-over; when he "
		    "cannot, another leader takes the lead first",
		    "应由本班值班长签字交班；值班长不能签字时，由其他值班长先"
		    "接任");
}

static enum err
on_hand(struct task *t, const struct proc_row *p)
{
	struct str snapshot;

	proc_put(p, "handed_by", val_id(t->who.user));
	proc_put(p, "handed_ms", val_int(t->now_ms));
	TRY(shift_snapshot(t, p->row->id, &snapshot));
	proc_put(p, "snapshot", val_text(snapshot));
	return OK;
}

static enum err
on_recall(struct task *t, const struct proc_row *p)
{
	(void)t;
	proc_put(p, "handed_by", val_null());
	proc_put(p, "handed_ms", val_null());
	proc_put(p, "snapshot", val_null());
	return OK;
}

static enum err
may_take(struct task *t, const struct proc_row *p)
{
	struct duty_person leader = { .user = proc_get(p, "handed_by")->i };

	TRY(duty_check(t, &duties[DUTY_TAKE_SHIFT], &leader, 1));
	return shift_be_certified(t);
}

static enum err
on_take(struct task *t, const struct proc_row *p)
{
	struct reg_input in = reg_input_new(t->a, &shift_reg);
	size_t previous = reg_field(&shift_reg, "previous");
	struct actor who = t->who;
	struct reg_row next;
	enum err rc;

	proc_put(p, "taken_by", val_id(t->who.user));
	proc_put(p, "taken_ms", val_int(t->now_ms));
	in.set[previous] = true;
	in.v[previous] = val_int(p->row->id);
	t->who.may = UINT64_MAX;
	rc = process_open(t, &shift_reg, "follow", &in, &next);
	if (rc == OK)
		rc = shift_carry(t, p->row->id, next.id);
	t->who = who;
	return rc;
}

/* An ill leader, or one who cannot sign in, does not hold up the shift. */
static enum err
may_lead(struct task *t, const struct proc_row *p)
{
	if (proc_get(p, "leader")->i == t->who.user)
		return fail(&t->why, ERR_STATE, "you lead this shift already",
			    "您已是本班值班长");
	return shift_be_on_duty(t);
}

static enum err
on_lead(struct task *t, const struct proc_row *p)
{
	int64_t before = proc_get(p, "leader")->i;

	proc_put(p, "leader", val_id(t->who.user));
	TRY(shift_new_leader(t, p->row->id, before));
	return shift_log(t, p->row->id, "take_lead", p->reason);
}

/* Nobody is left to watch: nothing may be open. */
static enum err
may_close(struct task *t, const struct proc_row *p)
{
	struct rows open;

	TRY(may_hand(t, p));
	TRY(db_run(t->db, STMT_SHIFT_OPEN_COUNT, ARGS(val_int(t->who.org)),
		   t->a, &open, &t->why));
	if (open.v[0].i == 0)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "%lld alarms are open: the centre stays manned until they "
		    "are closed",
		    "有 %lld 起警情未结，不得停止值守", (long long)open.v[0].i);
}

static enum err
on_close(struct task *t, const struct proc_row *p)
{
	TRY(on_hand(t, p));
	TRY(shift_dismiss(t, p->row->id));
	return shift_log(t, p->row->id, "close_centre", p->reason);
}
