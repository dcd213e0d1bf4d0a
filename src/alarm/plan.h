/*
 * plan.h - action plans 处置预案: what an operator does for a class of alarm.
 *
 * A plan is for a class, a priority, a site and a time band, each of which
 * may be left open; the most specific one that is issued wins.  An issued
 * plan is never edited: a new revision is made, and issuing it supersedes the
 * old one.  An alarm keeps the plan that it got when it was claimed.
 */
#ifndef ALARM_PLAN_H
#define ALARM_PLAN_H

#include "alarm/rule.h"
#include "kind/process.h"

extern const struct reg plan_reg, plan_step_reg;
extern const struct process plan_process;

/* ---- pure ---- */

enum plan_band { BAND_DAY, BAND_NIGHT, BAND_HOLIDAY, BAND_ANY, BAND_N };
const char *plan_band_word(enum plan_band band);
/* Day is between the hours of the rule in the zone; a holiday is one all
 * day. */
enum plan_band plan_band_at(const struct zone *zone, int64_t at_ms,
			    bool holiday, const struct rule_limits *limits);

/* Steps that a row does, not an entry: a dispatch, a report to 110, a notice
 * that is on its way or was. */
enum plan_sent {
	PLAN_NOT_SENT,
	PLAN_DISPATCH,
	PLAN_POLICE,
	PLAN_NOTIFY,
	PLAN_SENT_N
};
/* A step, as far as the way through the plan needs it. */
struct plan_way {
	int64_t id, no;
	bool required, question;
	enum plan_sent sent;
	int64_t next_yes, next_no; /* 0: the end; PLAN_NEXT: the next step */
	/* What was done: */
	bool done;
	bool said_no; /* the answer to the question */
	bool by_row;  /* done by the row nth (from 0) of its kind */
	size_t nth;
};
#define PLAN_NEXT INT64_C(-1)
/* Along the way, the first step of a kind is done by its first row, the next
 * one by the next; sent: how many rows there are of each kind. */
void
plan_walk(struct plan_way *steps, size_t n, const size_t sent[PLAN_SENT_N]);
/*
 * The first required step on the way that is not done: steps that a branch
 * leaves out are not asked for.  n: nothing is missing.  steps by their no.
 */
size_t plan_missing(const struct plan_way *steps, size_t n);
/* Does a branch of step `from` end, or lead to a step behind it? */
bool
plan_leads(const struct plan_way *steps, size_t n, int64_t from, int64_t to);

/* ---- rows ---- */

struct plan_want {
	struct str class, priority; /* "intrusion", "p2" */
	int64_t site;		    /* 0: none */
	int64_t at_ms;
};
/* The issued plan for it; 0: none fits. */
MUST_CHECK enum err
plan_find(struct task *t, const struct plan_want *want, int64_t *plan);
/* The columns of a plan's steps with what was done of them for an alarm. */
enum {
	PLAN_COL_ID,
	PLAN_COL_NO,
	PLAN_COL_KIND,
	PLAN_COL_TEXT,
	PLAN_COL_TEXT_EN,
	PLAN_COL_REQUIRED,
	PLAN_COL_WAIT,
	PLAN_COL_YES,
	PLAN_COL_NO_BRANCH,
	PLAN_COL_DONE,
	PLAN_COL_ANSWER,
	PLAN_COL_AT,
	PLAN_COL_BY,
	PLAN_COL_REASON
};
MUST_CHECK enum err plan_rows(struct task *t, int64_t plan, int64_t alarm,
			      struct rows *out, struct plan_way **ways);
/* The same, as far as the way needs it. */
MUST_CHECK enum err plan_ways(struct task *t, int64_t plan, int64_t alarm,
			      struct plan_way **out, size_t *n);

/* A draft with the steps of an issued plan; ERR_STATE when there is one. */
MUST_CHECK enum err
plan_revise(struct task *t, int64_t id, struct reg_row *out);

/* packs/plans.json, read and checked once at start. */
MUST_CHECK enum err plans_load(const char *folder, struct why *why);
void plans_free(void);
/* The shipped plans, for an organisation that has none; *n: how many. */
MUST_CHECK enum err plans_install(struct task *t, size_t *n);
/* For every organisation; at start.  t->who.org is changed. */
MUST_CHECK enum err plans_install_all(struct task *t);

#endif
