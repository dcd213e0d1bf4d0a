/* desk_help.h - an alarm centre with people on duty, for tests of alarms,
 * plans and shifts.  Each step in a transaction and at a time of its own. */
#ifndef TESTS_DESK_HELP_H
#define TESTS_DESK_HELP_H

#include "estate.h"

#include "alarm/alarm.h"
#include "alarm/code.h"
#include "alarm/plan.h"
#include "alarm/shift.h"
#include "kind/clock.h"

struct person {
	int64_t user, staff;
	struct actor who;
};

struct centre {
	struct store *s;
	struct estate e;
	int64_t now_ms;
	int64_t panel;
	struct person op, other, lead, second;
	int64_t alarm;
	struct reg_row row; /* of the last step */
};

static inline struct person
centre_person(struct centre *c, const char *login, const char *words)
{
	struct store *s = c->s;
	struct task t;
	struct person p = { 0 };

	p.staff = estate_add(s, c->e.program, "staff",
			     ESTATE_TEXT("{\"name\":\"%s\",\"id_card\":\"1\","
					 "\"education\":\"college\","
					 "\"birth_on\":\"1990-01-01\","
					 "\"employed_from\":\"2024-01-01\"}",
					 login));
	t = people_task(s, TX_WRITE, NOON, actor_program(c->e.org));
	struct user_new in = { .login = str_of(login),
			       .name = str_of(login),
			       .roles = str_of(words),
			       .staff = p.staff,
			       .password = STR(GOOD_PASSWORD) };

	store_ok(s, people_end(s, &t, user_add(&t, &in, &p.user)));
	p.who = people_actor(c->e.org, p.user, words);
	p.who.name = str_of(login);
	return p;
}

static inline void
centre_certify(struct centre *c, const struct person *p, const char *kind,
	       const char *to)
{
	struct store *s = c->s;

	(void)estate_add(s, c->e.program, "certificate",
			 ESTATE_TEXT("{\"staff\":\"%lld\",\"kind\":\"%s\","
				     "\"number\":\"N%lld\",\"issuer\":\"公安\","
				     "\"valid_from\":\"2024-01-01\","
				     "\"valid_to\":\"%s\"}",
				     (long long)p->staff, kind,
				     (long long)p->staff, to));
}

static inline enum err
centre_duty(struct centre *c, const struct person *p, const char *seat)
{
	struct task t = people_task(c->s, TX_WRITE, c->now_ms, p->who);
	struct reg_row row;

	return people_end(c->s, &t, shift_begin(&t, str_of(seat), &row));
}

static inline enum err
centre_leave(struct centre *c, const struct person *p)
{
	struct task t = people_task(c->s, TX_WRITE, c->now_ms, p->who);
	struct reg_row row;

	return people_end(c->s, &t, shift_end(&t, &row));
}

/* A site with a panel; four people with certificates, on duty but the second
 * leader. */
static inline void
centre_make(struct store *s, struct centre *c)
{
	*c = (struct centre){ .s = s, .now_ms = NOON };
	estate_make(s, &c->e);
	c->panel =
	    estate_add(s, c->e.program, "panel",
		       ESTATE_TEXT("{\"name\":\"主机\",\"site\":\"%lld\","
				   "\"protocol\":\"dc09\",\"format\":\"sia\","
				   "\"encryption\":\"none\",\"account\":"
				   "\"1234\","
				   "\"receiver_line\":\"R1L1\",\"paths\":["
				   "\"ip\"],"
				   "\"state\":\"live\",\"standby_h\":80}",
				   (long long)c->e.site));
	c->lead = centre_person(c, "lead", "shift_leader");
	c->second = centre_person(c, "second", "shift_leader");
	c->op = centre_person(c, "op", "operator");
	c->other = centre_person(c, "other", "operator");
	centre_certify(c, &c->lead, "guard", "2030-01-01");
	centre_certify(c, &c->second, "guard", "2030-01-01");
	centre_certify(c, &c->op, "guard", "2030-01-01");
	centre_certify(c, &c->other, "guard", "2030-01-01");
	store_ok(s, centre_duty(c, &c->lead, "leader"));
	store_ok(s, centre_duty(c, &c->op, "seat1"));
	store_ok(s, centre_duty(c, &c->other, "seat2"));
}

static inline struct alarm_cause
centre_cause(const struct centre *c, const char *class, int64_t priority,
	     int64_t zone_no)
{
	return (struct alarm_cause){
		.customer = c->e.customer,
		.site = c->e.site,
		.panel = c->panel,
		.family = str_of(family_word(class_family(str_of(class)))),
		.class = str_of(class),
		.code = STR("BA"),
		.priority = priority,
		.zone_no = zone_no,
		.zone_name = STR("后门"),
		.received_ms = c->now_ms,
		.text = STR("盗警"),
		.window_ms = 10 * MINUTE_MS,
	};
}

static inline enum err
centre_try_raise(struct centre *c, const struct alarm_cause *cause,
		 bool *joined)
{
	struct task t = people_task(c->s, TX_WRITE, c->now_ms, c->e.program);

	return people_end(c->s, &t, alarm_raise(&t, cause, &c->alarm, joined));
}

static inline void
centre_raise(struct centre *c, const char *class, int64_t priority)
{
	struct alarm_cause cause = centre_cause(c, class, priority, 3);
	struct store *s = c->s;
	bool joined;

	store_ok(s, centre_try_raise(c, &cause, &joined));
	assert_false(joined);
}

static inline enum err
centre_step(struct centre *c, struct actor who, const char *event,
	    const char *body)
{
	struct task t = people_task(c->s, TX_WRITE, c->now_ms, who);
	struct reg_input in;
	struct str reason;
	enum err rc;

	rc = reg_input_step(&t, &alarm_reg, str_of(body), &in, &reason);
	if (rc == OK)
		rc = process_step(&t, &alarm_reg, c->alarm, 0, str_of(event),
				  &in, reason, &c->row);
	return people_end(c->s, &t, rc);
}

static inline enum err
centre_op(struct centre *c, const char *event, const char *body)
{
	return centre_step(c, c->op.who, event, body);
}

/* The row as it is now. */
static inline void
centre_look(struct centre *c)
{
	struct task t = people_task(c->s, TX_READ, c->now_ms, c->e.program);
	struct store *s = c->s;

	store_ok(s,
		 people_end(s, &t, reg_get(&t, &alarm_reg, c->alarm, &c->row)));
}

static inline const struct val *
centre_val(struct centre *c, const char *field)
{
	centre_look(c);
	return reg_val(&alarm_reg, c->row.v, field);
}

#define centre_state(c, word)                                           \
	do {                                                            \
		centre_look(c);                                         \
		assert_str(reg_val(&alarm_reg, (c)->row.v, "state")->s, \
			   (word));                                     \
	} while (0)

static inline struct clock_view
centre_clock(struct centre *c, const char *name)
{
	struct task t = people_task(c->s, TX_READ, c->now_ms, c->e.program);
	struct clock_view *list, found = { 0 };
	struct store *s = c->s;
	size_t n = 0;

	store_ok(s,
		 people_end(s, &t,
			    clock_list(&t, &alarm_reg, c->alarm, &list, &n)));
	for (size_t i = 0; i < n; i++)
		if (str_is(list[i].name, name) && !list[i].is_void)
			found = list[i];
	return found;
}

/* Time passes, and the clocks do what they do. */
static inline void
centre_wait(struct centre *c, int64_t ms)
{
	struct store *s = c->s;
	int64_t handled = 1;

	c->now_ms += ms;
	while (handled > 0) {
		struct task t =
		    people_task(s, TX_WRITE, c->now_ms, actor_program(0));

		store_ok(s, people_end(s, &t, clock_sweep(&t, 100, &handled)));
	}
}

static inline int
centre_start(void **state)
{
	struct why why = { 0 };

	if (codes_load("packs", &why) != OK)
		return -1;
	return estate_start(state);
}

static inline int
centre_stop(void **state)
{
	codes_free();
	return estate_stop(state);
}

#endif
