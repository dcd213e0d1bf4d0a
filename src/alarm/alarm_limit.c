/*
 * alarm_limit.c - the limits of an alarm's clocks, and what happens when they
 * are over: never closed, always somebody more is told.
 */
#include "alarm/alarm_parts.h"
#include "base/str.h"

#define SOURCE                                                      \
	"操作单位设定，非标准值 / set by the operator, " \
	"not a standard's value"

enum err
alarm_rule_of(struct task *t, const struct proc_row *p, struct rule_limits *out)
{
	const struct val *priority = alarm_get(p, "priority");

	return rule_find(t, t->who.org, alarm_get(p, "site")->i,
			 alarm_get(p, "class")->s, priority->s.p[1] - '0', out);
}

enum err
alarm_limit(struct task *t, const struct proc_row *p,
	    enum alarm_limit_kind kind, struct clock_limit *out)
{
	struct rule_limits rule;
	int64_t ms = 0;

	TRY(alarm_rule_of(t, p, &rule));
	switch (kind) {
	case ALARM_LIMIT_CLAIM:
		ms = rule.claim_ms;
		break;
	case ALARM_LIMIT_VERIFY:
		ms = rule.verify_ms;
		break;
	case ALARM_LIMIT_WAIT:
		ms = rule.wait_ms;
		break;
	case ALARM_LIMIT_DISPATCH:
		ms = rule.dispatch_ms;
		break;
	case ALARM_LIMIT_CLOSE:
		ms = rule.close_ms;
		break;
	case ALARM_LIMIT_NOTIFY:
		ms = rule.notify_ms;
		break;
	case ALARM_LIMIT_N:
		break;
	}
	*out = (struct clock_limit){ ms, SOURCE };
	return OK;
}

enum err
alarm_limit_claim(struct task *t, const struct proc_row *p,
		  struct clock_limit *out, int64_t *start_ms)
{
	*start_ms = alarm_get(p, "opened_ms")->i;
	return alarm_limit(t, p, ALARM_LIMIT_CLAIM, out);
}

/* Shift leader, second seat, manager: each after another T-claim. */
#define LEVEL_LAST 3
enum err
alarm_limit_escalation(struct task *t, const struct proc_row *p,
		       struct clock_limit *out, int64_t *start_ms)
{
	*start_ms = t->now_ms;
	if (alarm_get(p, "escalated")->i >= LEVEL_LAST) {
		*out = (struct clock_limit){ 0 };
		return OK;
	}
	return alarm_limit(t, p, ALARM_LIMIT_CLAIM, out);
}

enum err
alarm_limit_verify(struct task *t, const struct proc_row *p,
		   struct clock_limit *out, int64_t *start_ms)
{
	*start_ms = alarm_get(p, "claimed_ms")->i;
	return alarm_limit(t, p, ALARM_LIMIT_VERIFY, out);
}

enum err
alarm_limit_wait(struct task *t, const struct proc_row *p,
		 struct clock_limit *out, int64_t *start_ms)
{
	*start_ms = t->now_ms;
	*out = (struct clock_limit){
		alarm_get(p, "parked_until_ms")->i - t->now_ms, SOURCE
	};
	return OK;
}

enum err
alarm_limit_dispatch(struct task *t, const struct proc_row *p,
		     struct clock_limit *out, int64_t *start_ms)
{
	*start_ms = alarm_get(p, "confirmed_ms")->i;
	return alarm_limit(t, p, ALARM_LIMIT_DISPATCH, out);
}

enum err
alarm_limit_close(struct task *t, const struct proc_row *p,
		  struct clock_limit *out, int64_t *start_ms)
{
	*start_ms = alarm_get(p, "cleared_ms")->i;
	return alarm_limit(t, p, ALARM_LIMIT_CLOSE, out);
}

/* C.3.2: what is never confirmed is told as well, P3 within 30 min, P4 within
 * 60; the notice of P1 and P2 is the incident's. */
enum err
alarm_limit_notify(struct task *t, const struct proc_row *p,
		   struct clock_limit *out, int64_t *start_ms)
{
	*start_ms = alarm_get(p, "opened_ms")->i;
	*out = (struct clock_limit){ 0 };
	if (alarm_get(p, "customer")->type == VAL_NULL ||
	    alarm_is(p, "priority", "p1") || alarm_is(p, "priority", "p2"))
		return OK;
	return alarm_limit(t, p, ALARM_LIMIT_NOTIFY, out);
}

/* One level higher, when the alarm is still in one of these states. */
static enum err
escalate(struct task *t, const struct clock_view *c, uint32_t states)
{
	struct reg_row row;
	const char *why;

	TRY(reg_get(t, &alarm_reg, c->row, &row));
	if ((states & 1u << process_state(&alarm_reg, &row)) == 0)
		return OK;
	why = arena_printf(t->a, "%.*s 100%%", STR_ARG(c->name)).p;
	return alarm_step(t, c->row, "escalate", NULL, str_of(why), NULL);
}

#define IN(state) (1u << (state))
#define OPEN_STATES \
	(IN(ALARM_CLAIMED) | IN(ALARM_VERIFYING) | IN(ALARM_WAITING))

enum err
alarm_claim_reached(struct task *t, const struct clock_view *c, int64_t percent)
{
	return percent < 100 ? OK : escalate(t, c, IN(ALARM_NEW));
}

enum err
alarm_escalation_reached(struct task *t, const struct clock_view *c,
			 int64_t percent)
{
	return percent < 100 ? OK : escalate(t, c, IN(ALARM_NEW));
}

enum err
alarm_verify_reached(struct task *t, const struct clock_view *c,
		     int64_t percent)
{
	return percent < 100 ? OK : escalate(t, c, OPEN_STATES);
}

enum err
alarm_dispatch_reached(struct task *t, const struct clock_view *c,
		       int64_t percent)
{
	return percent < 100 ? OK : escalate(t, c, IN(ALARM_CONFIRMED));
}

enum err
alarm_close_reached(struct task *t, const struct clock_view *c, int64_t percent)
{
	return percent < 100 ? OK : escalate(t, c, IN(ALARM_CLEARED));
}

enum err
alarm_notify_reached(struct task *t, const struct clock_view *c,
		     int64_t percent)
{
	return percent < 100 ? OK :
			       escalate(t, c, OPEN_STATES | IN(ALARM_CLEARED));
}

/* Back to verifying; a hold-up whose user cannot be reached is real (C.3.2,
 * and the local practice of Shanghai, item 4 a). */
enum err
alarm_wait_reached(struct task *t, const struct clock_view *c, int64_t percent)
{
	struct reg_input in = reg_input_new(t->a, &alarm_reg);
	struct reg_row row;
	struct proc_row p = { .reg = &alarm_reg, .row = &row };

	if (percent < 100)
		return OK;
	TRY(reg_get(t, &alarm_reg, c->row, &row));
	if (process_state(&alarm_reg, &row) != ALARM_WAITING)
		return OK;
	if (!alarm_is(&p, "outcome", "unreachable") ||
	    (!alarm_is(&p, "class", "holdup") &&
	     !alarm_is(&p, "class", "duress")))
		return alarm_step(t, c->row, "resume", NULL, STR("wait 100%"),
				  NULL);
	alarm_set(&in, "method", val_text(STR("call")));
	return alarm_step(t, c->row, "confirm", &in,
			  STR("联系不上用户，按规则确认 / nobody reached: "
			      "confirmed by rule"),
			  NULL);
}
