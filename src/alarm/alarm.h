/*
 * alarm.h - the alarm 报警: from the signal that raised it to its closing.
 * Domain model C.3.2.
 *
 * An alarm gathers the signals of one site and one family while it is open
 * and within the window of its rule.  The raiser calls alarm_raise and
 * alarm_restore; people take the steps of the process; both only through the
 * process engine, so that the journal tells all of it.  What follows signal
 * by signal (count, last_ms, the zones' counts) is not journaled: the stream
 * has it.
 *
 * Fields in alarm.c, the edge table in alarm_process.c, guards and effects in
 * alarm_guard.c and alarm_effect.c, limits in alarm_limit.c.
 */
#ifndef ALARM_ALARM_H
#define ALARM_ALARM_H

#include "alarm/signal.h"
#include "kind/process.h"

extern const struct reg alarm_reg, alarm_entry_reg;
extern const struct process alarm_process, alarm_entry_process;
/* Words of packs/codes/README.md. */
extern const struct option alarm_families[];
extern const struct option alarm_priorities[];	 /* p1 … p5 */
extern const struct option alarm_dispositions[]; /* C.3.2 */
/* The label of an option's value; the value itself when it is none. */
struct label option_label(const struct option *list, struct str value);

/* ---- by the raiser; t->who is the program of the signal's org ---- */

struct alarm_cause {
	int64_t customer, site, panel; /* 0: none */
	struct str family;	       /* alarm technical use */
	struct str class, code;
	int64_t priority; /* 1 to 5 */
	int64_t zone;	  /* of the register; 0: none */
	int64_t zone_no;  /* as the panel sends it; SIGNAL_NONE: none */
	struct str zone_name;
	int64_t signal; /* its id; 0: none */
	int64_t received_ms;
	struct str text; /* what happened, for people; may be empty */
	bool verified;	 /* two adjacent zones, two principles */
	struct str verified_why;
	struct str hint;      /* "disarmed 20 s before"; may be empty */
	int64_t service_mode; /* not 0: opens or joins one in state test */
	int64_t window_ms;    /* a later signal joins within */
	/* Not empty: joins what is open of this sender and code, however old,
	 * and nothing else. */
	struct str sender;
};
/* Opens an alarm or joins the one that is open; which, in *alarm. */
MUST_CHECK enum err alarm_raise(struct task *t, const struct alarm_cause *c,
				int64_t *alarm, bool *joined);
/* The restore of a zone (SIGNAL_NONE: of all that has no number) of an alarm
 * that is open; nothing happens when it is not. */
MUST_CHECK enum err alarm_restore(struct task *t, int64_t alarm, int64_t signal,
				  int64_t zone_no, int64_t at_ms);
/* What the operator should know: "cancelled by user 3". */
MUST_CHECK enum err alarm_hint(struct task *t, int64_t alarm, struct str text);
/* Service mode is over: its test alarms are closed. */
MUST_CHECK enum err alarm_test_end(struct task *t, int64_t service_mode);

/* ---- by the desk ---- */

struct alarm_entry_new {
	int64_t alarm, step, contact, camera; /* 0: none */
	struct str kind, outcome, answer, text;
	const char *word_result; /* right wrong duress unset; NULL: no word */
};
/* One more entry.  A duress word confirms the alarm, and nobody but the
 * answer says so (C.3.2). */
MUST_CHECK enum err
alarm_entry_add(struct task *t, const struct alarm_entry_new *in,
		struct reg_row *out);
/* The hashes to compare a spoken word with; empty: not set.  Checks that the
 * contact is one of the alarm's customer. */
MUST_CHECK enum err alarm_words(struct task *t, int64_t alarm, int64_t contact,
				struct str *password, struct str *duress);

/* ---- by the response ---- */

/* A patrol was sent or the police was told: CONFIRMED becomes DISPATCHED.
 * Nothing happens in another state. */
MUST_CHECK enum err alarm_dispatched(struct task *t, int64_t alarm);
/* The customer was told of it: T-notify is met.  Nothing happens when it is
 * closed. */
MUST_CHECK enum err alarm_told(struct task *t, int64_t alarm);

#endif
