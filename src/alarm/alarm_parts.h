/* alarm_parts.h - what the alarm_*.c files share. */
#ifndef ALARM_ALARM_PARTS_H
#define ALARM_ALARM_PARTS_H

#include "alarm/alarm.h"
#include "alarm/rule.h"

/* States by their order in alarm_process.c. */
enum alarm_state {
	ALARM_NEW,
	ALARM_CLAIMED,
	ALARM_VERIFYING,
	ALARM_WAITING,
	ALARM_CONFIRMED,
	ALARM_DISPATCHED,
	ALARM_CLEARED,
	ALARM_CLOSED,
	ALARM_MERGED,
	ALARM_TEST
};

static inline const struct val *
alarm_get(const struct proc_row *p, const char *field)
{
	return reg_val(&alarm_reg, p->row->v, field);
}
static inline void
alarm_put(const struct proc_row *p, const char *field, struct val v)
{
	p->row->v[reg_field(&alarm_reg, field)] = v;
}
static inline bool
alarm_is(const struct proc_row *p, const char *field, const char *word)
{
	const struct val *v = alarm_get(p, field);
	size_t n = v->type == VAL_TEXT ? v->s.n : 0;

	return n == __builtin_strlen(word) &&
	       __builtin_memcmp(v->s.p, word, n) == 0;
}
static inline bool
alarm_yes(const struct proc_row *p, const char *field)
{
	const struct val *v = alarm_get(p, field);

	return v->type == VAL_INT && v->i != 0;
}

/* A step that the program takes, whoever is at work; in may be NULL. */
MUST_CHECK enum err
alarm_step(struct task *t, int64_t alarm, const char *event,
	   const struct reg_input *in, struct str reason, struct reg_row *out);
/* Sets a field of an input by its name. */
void alarm_set(const struct reg_input *in, const char *field, struct val v);

/* alarm_limit.c */
enum alarm_limit_kind {
	ALARM_LIMIT_CLAIM,
	ALARM_LIMIT_VERIFY,
	ALARM_LIMIT_WAIT,
	ALARM_LIMIT_DISPATCH,
	ALARM_LIMIT_CLOSE,
	ALARM_LIMIT_NOTIFY,
	ALARM_LIMIT_N
};
MUST_CHECK enum err
alarm_limit(struct task *t, const struct proc_row *p,
	    enum alarm_limit_kind kind, struct clock_limit *out);
MUST_CHECK enum err alarm_rule_of(struct task *t, const struct proc_row *p,
				  struct rule_limits *out);
typedef enum err alarm_limit_fn(struct task *t, const struct proc_row *p,
				struct clock_limit *out, int64_t *start_ms);
alarm_limit_fn alarm_limit_claim, alarm_limit_escalation, alarm_limit_verify,
    alarm_limit_wait, alarm_limit_dispatch, alarm_limit_close,
    alarm_limit_notify;
clock_fn alarm_claim_reached, alarm_escalation_reached, alarm_verify_reached,
    alarm_wait_reached, alarm_dispatch_reached, alarm_close_reached,
    alarm_notify_reached;

/* alarm_guard.c */
guard_fn alarm_may_report, alarm_may_claim, alarm_may_take, alarm_may_work,
    alarm_may_dispatch_first, alarm_may_park, alarm_may_confirm,
    alarm_may_clear, alarm_may_clear_at_once, alarm_may_approve,
    alarm_may_close, alarm_may_merge, alarm_may_settle, alarm_may_dispatch,
    alarm_may_finish;
/* How long it may be parked: the plan's longest time, else the rule's. */
MUST_CHECK enum err
alarm_longest_wait(struct task *t, const struct proc_row *p, int64_t *ms);

/* No other alarm of its incident is still worked on. */
MUST_CHECK enum err
alarm_is_last(struct task *t, const struct proc_row *p, bool *out);

/* Real, P1 or not verifiable: another person looks at it first. */
bool alarm_needs_approval(const struct proc_row *p);

/* alarm_repair.c */
guard_fn alarm_may_repair;
effect_fn alarm_on_repair;
/* A fault is proposed for the alarm's zone or panel, when it has one. */
MUST_CHECK enum err alarm_propose(struct task *t, const struct proc_row *p);

/* alarm_effect.c */
effect_fn alarm_on_report, alarm_on_claim, alarm_on_take, alarm_on_confirm,
    alarm_on_dispatch, alarm_on_clear, alarm_on_approve, alarm_on_reject,
    alarm_on_close, alarm_on_merge, alarm_on_escalate, alarm_on_resume,
    alarm_on_test_end, alarm_on_settle;

#endif
