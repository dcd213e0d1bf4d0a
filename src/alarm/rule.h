/*
 * rule.h - what the rules say for one class of event at one site: limits of
 * the alarm desk's timers, and the rules before an alarm is raised.
 *
 * The defaults are those of the domain model C.3.2.  No standard that we have
 * gives numbers: every one of them is set by the operator (register
 * alarm_rule, for the organisation or a site, for all classes or one), and
 * screens say so.
 */
#ifndef ALARM_RULE_H
#define ALARM_RULE_H

#include "kind/register.h"

extern const struct reg alarm_rule_reg;

/* 0: no limit, not used.   name, from a column (of its unit in ms) */
#define RULE_LIMITS(X)                                                         \
	X(claim_ms, "claim_s", SECOND_MS)	/* T-claim 受理 */           \
	X(verify_ms, "verify_s", SECOND_MS)	/* T-verify 复核 */          \
	X(wait_ms, "wait_s", SECOND_MS)		/* the longest 观察等待 */ \
	X(dispatch_ms, "dispatch_s", SECOND_MS) /* T-dispatch */               \
	X(police_ms, "police_s", SECOND_MS)	/* T-police: 110 */            \
	X(receipt_ms, "receipt_s", SECOND_MS)	/* 110's receipt checked */    \
	X(notify_ms, "notify_s", SECOND_MS)	/* T-notify customer */        \
	X(close_ms, "close_h", HOUR_MS)		/* T-close after CLEARED */    \
	X(correlate_ms, "correlate_min", MINUTE_MS) /* signals join */         \
	X(delay_ms, "delay_min", MINUTE_MS) /* mains failure held back */      \
	X(no_restore_ms, "no_restore_min", MINUTE_MS) /* reminder */           \
	X(swinger_count, "swinger_count", 1)	   /* so many of a zone … */ \
	X(swinger_ms, "swinger_min", MINUTE_MS)	   /* … within this */       \
	X(runaway_count, "runaway_per_min", 1)	   /* of a panel, a minute */  \
	X(cross_ms, "cross_s", SECOND_MS)	   /* second zone verifies */  \
	X(recent_ms, "recent_open_min", MINUTE_MS) /* hint: just opened */     \
	X(cancel_ms, "cancel_min", MINUTE_MS)	   /* hint: user's cancel */   \
	X(dispatch_first, "dispatch_first", 1) /* hold-up: before verify */    \
	X(mode_order, "mode_needs_order", 1)   /* service mode needs order */  \
	X(mode_max_ms, "mode_max_h", HOUR_MS)  /* longest service mode */      \
	X(answer_ms, "answer_s", SECOND_MS)    /* a patrol's answer */         \
	X(incident_ms, "incident_min", MINUTE_MS) /* alarms join */            \
	X(near_m, "near_m", 1)	       /* a position proves arrival */         \
	X(day_from_h, "day_from_h", 1) /* band “day” of plans */           \
	X(day_to_h, "day_to_h", 1)
struct rule_limits {
#define X(name, column, unit) int64_t name;
	RULE_LIMITS(X)
#undef X
};

/* Without any rule: by class and priority alone. */
void rule_default(struct str class, int64_t priority, struct rule_limits *out);
/* class empty: any.  priority 1 to 5 chooses the default row.  site 0: the
 * organisation's. */
MUST_CHECK enum err
rule_find(struct task *t, int64_t org, int64_t site, struct str class,
	  int64_t priority, struct rule_limits *out);

/* Each limit in the unit of its column, and which rule says so; rule 0: the
 * program's default. */
struct rule_said {
	const char *column;
	int64_t value, rule;
};
MUST_CHECK enum err
rule_said(struct task *t, int64_t org, int64_t site, struct str class,
	  int64_t priority, struct rule_said **out, size_t *n);
/* The priority that most codes of a class have; 3 when none has. */
int64_t rule_usual_priority(struct str class);

#endif
