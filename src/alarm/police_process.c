/*
 * police_process.c - the life of a report to the police: sent, its receipt
 * confirmed (GB 55029 6.0.4), or failed and sent again.
 */
#include "alarm/alarms.h"
#include "alarm/incident.h"
#include "alarm/police.h"
#include "base/str.h"
#include "gen/stmt.h"

/* clang-format off */
enum { SENT, RECEIVED, FAILED, GIVEN_UP };
static const struct proc_state states[] = {
	[SENT]     = { "sent",     LABEL("已报送", "Sent"),              TONE_WARN,  false },
	[RECEIVED] = { "received", LABEL("已核实回执", "Receipt confirmed"), TONE_OK, true },
	[FAILED]   = { "failed",   LABEL("未成功", "Failed"),            TONE_BAD,   false },
	[GIVEN_UP] = { "given_up", LABEL("不再报送", "Given up"),        TONE_PLAIN, true },
	{ 0 }
};
enum { SEND, RECEIVE, FAIL, RESEND, GIVE_UP };
static const struct proc_event events[] = {
	[SEND]    = { "send",    LABEL("报送", "Send") },
	[RECEIVE] = { "receive", LABEL("核实回执", "Confirm receipt") },
	[FAIL]    = { "fail",    LABEL("未成功", "It failed") },
	[RESEND]  = { "resend",  LABEL("再次报送", "Send again") },
	[GIVE_UP] = { "give_up", LABEL("不再报送", "Give up") },
	{ 0 }
};
/* clang-format on */

static guard_fn may_send, may_resend;
static effect_fn on_send, on_receive, on_fail, on_resend;

static enum err
limit_receipt(struct task *t, const struct proc_row *p, struct clock_limit *out,
	      int64_t *start_ms)
{
	struct reg_row incident;
	struct proc_row of = { .reg = &incident_reg, .row = &incident };

	TRY(reg_get(t, &incident_reg,
		    reg_val(&police_report_reg, p->row->v, "incident")->i,
		    &incident));
	return incident_limit_receipt(t, &of, out, start_ms);
}

/* clang-format off */
static const struct proc_clock clocks[] = {
	{ "receipt", LABEL("回执核实", "Receipt"), limit_receipt, NULL },
	{ 0 }
};
static const struct edge edges[] = {
	/* from         on       to        may                guard       in                                  effect      receipt */
	{ FROM_NOTHING, SEND,    SENT,     MAY_HANDLE_ALARMS, may_send,   "incident! channel! content! avs remark", on_send, { START } },
	{ SENT,         RECEIVE, RECEIVED, MAY_HANDLE_ALARMS, NULL,       "receipt_by! receipt_number! remark", on_receive, { STOP } },
	{ SENT,         FAIL,    FAILED,   MAY_HANDLE_ALARMS, NULL,       "failure!",                         on_fail,    { VOID } },
	{ FAILED,       RESEND,  SENT,     MAY_HANDLE_ALARMS, may_resend, "channel content",                  on_resend,  { START } },
	{ FAILED,       GIVE_UP, GIVEN_UP, MAY_HANDLE_ALARMS, NULL,       "reason!",                          NULL,       { KEEP } },
};
/* clang-format on */

const struct process police_report_process = {
	.name = "police_report",
	.label = LABEL("报警记录", "Police report"),
	.states = states,
	.events = events,
	.clocks = clocks,
	.edges = edges,
	.n_edges = ARRAY_LEN(edges),
};

static enum err
may_send(struct task *t, const struct proc_row *p)
{
	struct reg_row incident;
	int64_t avs;

	if (proc_get(p, "incident")->type == VAL_NULL)
		return OK; /* said already: required */
	TRY(incident_be_open(t, proc_get(p, "incident")->i, &incident));
	proc_put(p, "site", *reg_val(&incident_reg, incident.v, "site"));
	proc_put(p, "customer",
		 *reg_val(&incident_reg, incident.v, "customer"));
	if (proc_get(p, "avs")->type == VAL_NULL) {
		TRY(incident_avs(t, incident.id, &avs));
		proc_put(p, "avs", val_int(avs));
	}
	return OK;
}

static enum err
may_resend(struct task *t, const struct proc_row *p)
{
	struct reg_row incident;

	return incident_be_open(t, proc_get(p, "incident")->i, &incident);
}

/* A report, too, is a response to the alarm (C.3.2: patrol sent and/or
 * police reported). */
static enum err
tell_incident(struct task *t, const struct proc_row *p)
{
	int64_t incident = proc_get(p, "incident")->i;

	TRY(incident_move(t, incident, "police", NULL));
	return alarms_dispatched(t, incident);
}

static enum err
on_send(struct task *t, const struct proc_row *p)
{
	proc_put(p, "sent_ms", val_int(t->now_ms));
	proc_put(p, "tries", val_int(1));
	return tell_incident(t, p);
}

static enum err
on_resend(struct task *t, const struct proc_row *p)
{
	proc_put(p, "sent_ms", val_int(t->now_ms));
	proc_put(p, "tries", val_int(proc_get(p, "tries")->i + 1));
	proc_put(p, "failure", val_null());
	return tell_incident(t, p);
}

static enum err
on_receive(struct task *t, const struct proc_row *p)
{
	struct reg_input in = reg_input_new(t->a, &incident_reg);
	size_t i = reg_field(&incident_reg, "police_number");

	proc_put(p, "receipt_ms", val_int(t->now_ms));
	in.set[i] = true;
	in.v[i] = *proc_get(p, "receipt_number");
	return incident_move(t, proc_get(p, "incident")->i, "receipt", &in);
}

/* The incident is unreported again unless another report stands. */
static enum err
on_fail(struct task *t, const struct proc_row *p)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_POLICE_OTHER,
		   ARGS(val_int(t->who.org), *proc_get(p, "incident"),
			val_int(p->row->id)),
		   t->a, &rows, &t->why));
	return rows.n > 0 ? OK :
			    incident_move(t, proc_get(p, "incident")->i,
					  "police_failed", NULL);
}
