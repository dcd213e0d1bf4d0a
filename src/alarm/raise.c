/* raise.c - one signal: which rule it meets, and what becomes of it. */
#include "alarm/raise_parts.h"

#include "alarm/commission.h"
#include "alarm/mode.h"
#include "base/str.h"

/* P1 is never held back by a rule that guesses. */
static bool
is_urgent(const struct signal *s)
{
	return s->priority == 1;
}

/* Opening early or late: it concerns people, though it opens or closes. */
static bool
is_irregular(const struct signal *s)
{
	return str_is(s->class, "arming") &&
	       (str_is(s->role, "open") || str_is(s->role, "close"));
}

static bool
begins(const struct signal *s)
{
	return role_begins(s->role) || is_irregular(s);
}

/* Whatever goes wrong, the desk must see it. */
bool
raise_is_bare(const struct signal *s)
{
	return s->priority <= 2 && begins(s) &&
	       str_is(s->state, SIGNAL_DECODED) &&
	       class_family(s->class) != FAMILY_NONE;
}

/* Only logged, but somebody has to repair something; not each panel of a
 * storm, whose loss is the network's. */
static enum err
only_logged(struct raising *r)
{
	if (r->code == NULL || !r->code->maintenance || role_ends(r->s->role) ||
	    str_is(r->s->source, "own"))
		return OK;
	return raise_fault_alone(r);
}

/* Held back until its time is over; a restore before makes it nothing. */
static enum err
may_delay(struct raising *r, bool *held)
{
	*held = r->rule.delay_ms > 0 && !is_urgent(r->s) && r->code != NULL &&
		r->code->is_ended;
	return *held ? raise_delay(r) : OK;
}

static enum err
on_begin(struct raising *r)
{
	struct task *t = r->t;
	const struct signal *s = r->s;
	bool held = false;
	int64_t mode;

	TRY(rule_find(t, s->org, s->site, s->class, s->priority, &r->rule));
	TRY(raise_zone_get(t, s, &r->zone));
	TRY(mode_covers(t, s, &mode));
	if (mode != 0)
		return raise_test(r, mode);
	if (!is_urgent(s))
		TRY(raise_held(r, &held));
	if (!held)
		TRY(may_delay(r, &held));
	return held ? OK : raise_alarm(r);
}

/* What the state of its panel makes of it: before the panel is live its
 * signals are its test, seen on the checklist and not on the desk. */
static const struct {
	const char *state, *reason;
} tests[] = {
	{ "designed", "not live" },
	{ "installed", "not live" },
	{ "commissioning", "commissioning" },
};

static enum err
by_state(struct raising *r, const char **test, bool *suspended)
{
	struct str state;

	*test = NULL;
	TRY(commission_state(r->t, r->s->org, r->s->panel, &state));
	*suspended = str_is(state, "suspended");
	for (size_t i = 0; i < ARRAY_LEN(tests); i++) {
		if (str_is(state, tests[i].state))
			*test = tests[i].reason;
	}
	return OK;
}

static enum err
on_suspended(struct raising *r)
{
	TRY(raise_zone_get(r->t, r->s, &r->zone));
	return raise_suspended(r);
}

enum err
raise_signal(struct task *t, const struct signal *s)
{
	struct raising r = { .t = t, .s = s };
	const char *test;
	bool suspended;

	if (str_is(s->state, SIGNAL_UNKNOWN))
		return raise_unknown(t, s, FATE_UNKNOWN);
	if (str_is(s->state, SIGNAL_UNDECODED))
		return raise_unknown(t, s, FATE_UNDECODED);
	TRY(by_state(&r, &test, &suspended));
	if (test != NULL)
		return raise_fate(t, s, FATE_TEST, 0, test);
	r.code = code_of(s->format, s->code, s->role);
	if (str_is(s->role, "open") || str_is(s->role, "close"))
		TRY(raise_armed(&r));
	if (role_ends(s->role))
		return raise_ended(&r);
	if (str_is(s->role, "cancel"))
		return raise_cancel(&r);
	if (s->priority == 5 || !begins(s) ||
	    class_family(s->class) == FAMILY_NONE)
		return suspended ? OK : only_logged(&r);
	return suspended ? on_suspended(&r) : on_begin(&r);
}
