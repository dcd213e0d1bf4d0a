/* people.h - an organisation with users, for tests of who may what. */
#ifndef TESTS_PEOPLE_H
#define TESTS_PEOPLE_H

#include "store.h"

#include "kind/register.h"
#include "kind/roles.h"
#include "org/account.h"
#include "org/user.h"

#define NOON INT64_C(1790000000000)
#define GOOD_PASSWORD "four-words-make-it-7"

/* A task in a transaction of its own; people_end ends it. */
static inline struct task
people_task(struct store *s, enum tx tx, int64_t now_ms, struct actor who)
{
	store_ok(s, db_begin(s->db, tx, &s->why));
	return task_open(s->db, &s->a, now_ms, who);
}

static inline enum err
people_end(struct store *s, struct task *t, enum err rc)
{
	s->why = t->why;
	return db_end(s->db, rc, &s->why);
}

static inline int64_t
people_org(struct store *s)
{
	struct task t = people_task(s, TX_WRITE, NOON, actor_program(0));
	int64_t org = 0;

	store_ok(s, people_end(s, &t,
			       org_add(&t, STR("测试公司"),
				       STR("Asia/Shanghai"), false, &org)));
	return org;
}

static inline enum err
people_try(struct store *s, int64_t org, const char *login, const char *words,
	   int64_t *id)
{
	struct task t = people_task(s, TX_WRITE, NOON, actor_program(org));
	struct user_new in = { .login = str_of(login),
			       .name = str_of(login),
			       .roles = str_of(words),
			       .password = STR(GOOD_PASSWORD) };

	return people_end(s, &t, user_add(&t, &in, id));
}

static inline int64_t
people_add(struct store *s, int64_t org, const char *login, const char *words)
{
	int64_t id = 0;

	store_ok(s, people_try(s, org, login, words, &id));
	return id;
}

/* What a session of this user would give. */
static inline struct actor
people_actor(int64_t org, int64_t user, const char *words)
{
	uint32_t set = 0;

	assert_true(roles_parse(str_of(words), &set));
	return (struct actor){ .user = user,
			       .org = org,
			       .name = STR("x"),
			       .may = roles_may(set) | MAY_BIT(MAY_SIGN_IN) };
}

/* Opens a session and gives its secret. */
static inline void
people_session(struct store *s, int64_t org, int64_t user, int64_t now_ms,
	       char secret[SESSION_SECRET_BYTES])
{
	struct task t = people_task(s, TX_WRITE, now_ms, actor_program(org));
	struct session_conf conf = { 30 * MINUTE_MS, 12 * HOUR_MS, 64 };
	struct session_new in = { org, user, STR("192.0.2.1"), STR("test") };

	store_ok(s, people_end(s, &t, session_open(&t, &conf, &in, secret)));
}

#endif
