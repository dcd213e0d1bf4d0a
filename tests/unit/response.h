/* response.h - an estate with patrols and an incident, for tests of the
 * response. */
#ifndef TESTS_RESPONSE_H
#define TESTS_RESPONSE_H

#include "estate.h"

#include "alarm/dispatch.h"
#include "alarm/incident.h"
#include "alarm/notice.h"
#include "alarm/police.h"

struct response {
	struct estate e;
	struct actor operator, leader;
	int64_t near, far, away; /* patrols: in the district, not, off duty */
	int64_t certificate;	 /* of who is on them */
	int64_t now_ms;
};

static inline int64_t
response_user(struct store *s, int64_t org, const char *login,
	      const char *words)
{
	int64_t id = 0;

	store_ok(s, people_try(s, org, login, words, &id));
	return id;
}

static inline struct actor
response_actor(int64_t org, int64_t user, const char *words)
{
	uint32_t set = 0;

	assert_true(roles_parse(str_of(words), &set));
	return (struct actor){ .user = user,
			       .org = org,
			       .name = str_of(words),
			       .may = roles_may(set) | MAY_BIT(MAY_SIGN_IN) };
}

/* A guard's certificate of the estate's member of staff. */
static inline int64_t
response_certificate(struct store *s, struct response *r, const char *valid_to)
{
	return estate_add(
	    s, r->e.program, "certificate",
	    ESTATE_TEXT("{\"number\":\"B1\",\"staff\":\"%lld\",\"kind\":"
			"\"guard\",\"issuer\":\"公安局\",\"valid_from\":"
			"\"2020-01-01\",\"valid_to\":\"%s\"}",
			(long long)r->e.staff, valid_to));
}

static inline int64_t
response_patrol(struct store *s, struct response *r, const char *name,
		const char *phone, const char *districts)
{
	return estate_add(
	    s, r->e.program, "patrol",
	    ESTATE_TEXT("{\"name\":\"%s\",\"phone\":\"%s\",\"districts\":"
			"\"%s\",\"duty\":\"on\",\"staff\":\"%lld\"}",
			name, phone, districts, (long long)r->e.staff));
}

static inline void
response_make(struct store *s, struct response *r)
{
	int64_t user;

	r->now_ms = NOON;
	estate_make(s, &r->e);
	user = response_user(s, r->e.org, "operator.a", "operator");
	r->operator= response_actor(r->e.org, user, "operator");
	user = response_user(s, r->e.org, "leader.a", "shift_leader");
	r->leader = response_actor(r->e.org, user, "shift_leader");
	r->certificate = response_certificate(s, r, "2099-12-31");
	r->near = response_patrol(s, r, "一组", "13800000001", "东城，西城");
	r->far = response_patrol(s, r, "二组", "13800000002", "南城");
	r->away = estate_add(s, r->e.program, "patrol",
			     "{\"name\":\"三组\",\"phone\":\"13800000003\"}");
}

/* A step or an opening (id 0) by JSON; what it led to in *row. */
static inline enum err
response_step(struct store *s, struct response *r, struct actor who,
	      const char *reg, int64_t id, const char *event, const char *json,
	      struct reg_row *row)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, who);
	const struct reg *of = reg_find(str_of(reg));
	struct reg_input in;
	struct str reason = STR("");
	enum err rc;

	assert_non_null(of);
	rc = reg_input_step(&t, of, str_of(json), &in, &reason);
	if (rc == OK)
		rc = id == 0 ?
			 process_open_with(&t, of, event, &in, reason, row) :
			 process_step(&t, of, id, 0, str_of(event), &in, reason,
				      row);
	return people_end(s, &t, rc);
}

#define response_do(s, r, who, reg, id, event, json, row) \
	store_ok(s, response_step(s, r, who, reg, id, event, json, row))
#define response_not(s, r, code, who, reg, id, event, json)                \
	do {                                                               \
		struct reg_row row_;                                       \
		store_fails(s, code,                                       \
			    response_step(s, r, who, reg, id, event, json, \
					  &row_));                         \
	} while (0)

static inline int64_t
response_incident(struct store *s, struct response *r, int priority)
{
	struct reg_row row;

	response_do(s, r, r->operator, "incident", 0, "open",
		    ESTATE_TEXT("{\"site\":\"%lld\",\"severity\":\"3\","
				"\"class\":\"intrusion\",\"priority\":%d}",
				(long long)r->e.site, priority),
		    &row);
	return row.id;
}

static inline enum err
response_edit(struct store *s, struct response *r, const char *reg, int64_t id,
	      const char *json)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);
	const struct reg *of = reg_find(str_of(reg));
	struct reg_input in;
	struct reg_row row;
	enum err rc = reg_input_json(&t, of, str_of(json), &in);

	if (rc == OK)
		rc = reg_update(&t, of, id, 0, &in, "update", &row);
	return people_end(s, &t, rc);
}

#define response_patch(s, r, reg, id, json) \
	store_ok(s, response_edit(s, r, reg, id, json))

static inline int64_t
response_send(struct store *s, struct response *r, int64_t incident,
	      int64_t patrol)
{
	struct reg_row row;

	response_do(s, r, r->operator, "dispatch", 0, "send",
		    ESTATE_TEXT("{\"incident\":\"%lld\",\"patrol\":\"%lld\"}",
				(long long)incident, (long long)patrol),
		    &row);
	return row.id;
}

static inline struct str
response_text(struct store *s, struct response *r, const char *reg, int64_t id,
	      const char *field)
{
	const struct reg *of = reg_find(str_of(reg));
	struct task t = people_task(s, TX_READ, r->now_ms, r->e.program);
	struct reg_row row;
	const struct val *v;

	store_ok(s, people_end(s, &t, reg_get(&t, of, id, &row)));
	v = reg_val(of, row.v, field);
	if (v->type == VAL_INT)
		return arena_printf(&s->a, "%lld", (long long)v->i);
	return v->type == VAL_TEXT ? v->s : STR("");
}

#define response_is(s, r, reg, id, field, want)                            \
	do {                                                               \
		struct str got_ = response_text(s, r, reg, id, field);     \
		if (!str_is(got_, want)) {                                 \
			print_error("line %d: %s is “%.*s”, not “%s”\n",   \
				    __LINE__, field, STR_ARG(got_), want); \
			_fail(__FILE__, __LINE__);                         \
		}                                                          \
	} while (0)

/* State of the newest clock of a name; "none". */
static inline const char *
response_clock(struct store *s, struct response *r, const char *reg, int64_t id,
	       const char *name)
{
	struct task t = people_task(s, TX_READ, r->now_ms, r->e.program);
	const char *state = "none";
	struct clock_view *list;
	size_t n;

	store_ok(s, people_end(s, &t,
			       clock_list(&t, reg_find(str_of(reg)), id, &list,
					  &n)));
	for (size_t i = 0; i < n; i++)
		if (str_is(list[i].name, name))
			state = clock_state(&list[i], r->now_ms);
	return state;
}

/* Time goes on, and the sweeper sees it. */
static inline void
response_wait(struct store *s, struct response *r, int64_t ms)
{
	struct task t;
	int64_t n;

	r->now_ms += ms;
	t = people_task(s, TX_WRITE, r->now_ms, actor_program(0));
	store_ok(s, people_end(s, &t, clock_sweep(&t, 1000, &n)));
}

#endif
