/* raise_parts.h - what the files of the raiser share. */
#ifndef ALARM_RAISE_PARTS_H
#define ALARM_RAISE_PARTS_H

#include "alarm/code.h"
#include "alarm/raise.h"
#include "alarm/rule.h"

/* A zone of the register; id 0: none. */
struct raise_zone {
	int64_t id, number;
	struct str name, principle, adjacent;
};
/* A signal on its way. */
struct raising {
	struct task *t;
	const struct signal *s;
	const struct code *code; /* NULL: only an override knows it */
	struct rule_limits rule;
	struct raise_zone zone;
};

/* An event of a panel that is open. */
struct panel_event {
	int64_t panel, zone_no, org, site, part_no, signal, began_ms;
	int64_t alarm, fault, mode, due_ms, held; /* 0: none */
	struct str code, format, class;
};

/*
 * Behind a savepoint of its own: what fails for another reason than the
 * database is undone with all that it told, and logged; *good tells, and the
 * others go on.  When another node or a person was faster it is done again.
 */
#define RAISE_LATER_MS MINUTE_MS /* when one that failed is tried again */
MUST_CHECK enum err raise_apart(struct task *t, apart_fn *fn, const void *ctx,
				int64_t id, bool *good);

/* What became of a signal; alarm 0: none. */
MUST_CHECK enum err
raise_fate(struct task *t, const struct signal *s, enum fate fate,
	   int64_t alarm, const char *reason);
/* A signal of our own about the same panel, in the stream. */
MUST_CHECK enum err raise_own(struct task *t, const struct signal *about,
			      const char *code, struct str text);
MUST_CHECK enum err
raise_signal_get(struct task *t, int64_t id, struct signal *out);
MUST_CHECK enum err
raise_zone_get(struct task *t, const struct signal *s, struct raise_zone *out);

/*
 * Where a panel keeps what is open: its zone, SIGNAL_NONE when it is about
 * none.  The backup path has a place of its own, so that the return of the
 * main path does not end its loss; so has each partition that a schedule
 * tells of, from PLACE_PART downwards.
 */
#define PLACE_BACKUP INT64_C(-2)
#define PLACE_PART INT64_C(-10)
int64_t raise_place(const struct signal *s);

/* In the order of the statements' columns. */
void raise_event_read(const struct val *v, struct panel_event *out);

/* To the desk: opens or joins an alarm, keeps the event, proposes a fault. */
MUST_CHECK enum err raise_alarm(struct raising *r);
/* What urgent signals get when a rule fails: an alarm of nothing but class,
 * site and text.  ctx: the signal. */
MUST_CHECK enum err raise_bare(struct task *t, const void *ctx);
bool raise_is_bare(const struct signal *s);
/* As raise_alarm, in the state test. */
MUST_CHECK enum err raise_test(struct raising *r, int64_t mode);
/* Held back for rule.delay_ms. */
MUST_CHECK enum err raise_delay(struct raising *r);
/* Its panel is suspended: logged, and counted for people to see. */
MUST_CHECK enum err raise_suspended(struct raising *r);
/* What for people the signal is about: the code's name and the panel's
 * text. */
struct str raise_text(const struct raising *r);
/* A person wants what an episode holds back, or its newest signal. */
MUST_CHECK enum err raise_now(struct task *t, int64_t held, int64_t signal);
/* A repair is proposed, no alarm. */
MUST_CHECK enum err raise_fault_alone(struct raising *r);
/* Everything that a signal of this kind ends. */
MUST_CHECK enum err raise_ended(struct raising *r);
MUST_CHECK enum err raise_cancel(struct raising *r);

/* Rules: *held tells that the signal got its fate already. */
MUST_CHECK enum err raise_held(struct raising *r, bool *held);
MUST_CHECK enum err
raise_verified(struct raising *r, bool *verified, struct str *why);
MUST_CHECK enum err raise_hint(struct raising *r, struct str *out);

/* Nobody knows the account, or nobody can read it: its own queue, and one
 * alarm of ours per sender. */
MUST_CHECK enum err
raise_unknown(struct task *t, const struct signal *s, enum fate fate);
/* What people asked to be judged again (alarm/unknown.h). */
MUST_CHECK enum err again_sweep(struct task *t, int64_t max, int64_t *n);

/* Opening and closing: the state of the partition, and the schedule's view
 * of it. */
MUST_CHECK enum err raise_armed(struct raising *r);
/* What a schedule told, and the panel is as it should be by now. */
MUST_CHECK enum err raise_irregular_over(struct raising *r);
MUST_CHECK enum err
schedule_sweep(struct task *t, int64_t upto_ms, int64_t max, int64_t *n);

#endif
