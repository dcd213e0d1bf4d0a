/* t_session.c - who is calling: limits, the cache, tokens. */
#include "people.h"

#include <pthread.h>

#include "gen/stmt.h"
#include "org/token.h"

static const struct session_conf conf = { 30 * MINUTE_MS, 12 * HOUR_MS, 64 };

struct found {
	struct session session;
	struct actor who;
};

/* NULL db: only what the cache knows may answer. */
static enum err
find(struct store *s, struct session_cache *c, const char *secret,
     bool is_token, int64_t now_ms, struct found *out)
{
	enum err rc;

	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	rc = session_find(c, s->db, &s->a, str_of(secret), is_token, now_ms,
			  &out->session, &out->who, &s->why);
	return db_end(s->db, rc, &s->why);
}

static bool
cached(struct store *s, struct session_cache *c, const char *secret,
       int64_t now_ms)
{
	struct found f;

	return session_cached(c, &s->a, str_of(secret), false, now_ms,
			      &f.session, &f.who);
}

static void
sweep(struct store *s, struct session_cache *c, int64_t now_ms)
{
	struct task t = people_task(s, TX_WRITE, now_ms, actor_program(0));

	store_ok(s, people_end(s, &t, session_sweep(c, &t)));
}

static void
a_session_tells_who_calls(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	char secret[SESSION_SECRET_BYTES];
	struct found f;

	people_session(s, org, user, NOON, secret);
	assert_false(cached(s, c, secret, NOON));
	store_ok(s, find(s, c, secret, false, NOON + 1, &f));
	assert_int_equal(f.who.user, user);
	assert_int_equal(f.who.org, org);
	assert_int_equal(f.who.customer, 0);
	assert_str(f.who.name, "wang");
	assert_true(f.who.may == (roles[ROLE_HR].may | MAY_BIT(MAY_SIGN_IN)));
	assert_int_equal(strlen(f.session.csrf), 32);
	assert_int_equal(f.session.expires_ms, NOON + conf.max_ms);
	assert_int_equal(f.session.idle_ms, conf.idle_ms);
	assert_true(cached(s, c, secret, NOON + 2));
	/* not another's, not as a token */
	secret[5] = secret[5] == '0' ? '1' : '0';
	store_fails(s, ERR_UNAUTHENTICATED,
		    find(s, c, secret, false, NOON, &f));
	store_fails(s, ERR_UNAUTHENTICATED, find(s, c, "", false, NOON, &f));
	session_cache_free(&c);
}

static void
a_cookie_is_no_token(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	char secret[SESSION_SECRET_BYTES];
	struct found f;

	people_session(s, org, user, NOON, secret);
	store_ok(s, find(s, c, secret, false, NOON, &f));
	store_fails(s, ERR_UNAUTHENTICATED, find(s, c, secret, true, NOON, &f));
	session_cache_free(&c);
}

static void
an_unused_session_ends(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	int64_t now = NOON;
	char secret[SESSION_SECRET_BYTES];
	struct found f;

	people_session(s, org, user, NOON, secret);
	for (int i = 0; i < 10; i++) { /* used every 29 minutes */
		store_ok(s, find(s, c, secret, false, now, &f));
		sweep(s, c, now);
		now += 29 * MINUTE_MS;
	}
	now += MINUTE_MS;
	store_fails(s, ERR_UNAUTHENTICATED, find(s, c, secret, false, now, &f));
	sweep(s, c, now + 5 * MINUTE_MS + 1);
	/* the row is gone: not even an earlier clock brings it back */
	store_fails(s, ERR_UNAUTHENTICATED,
		    find(s, c, secret, false, NOON, &f));
	session_cache_free(&c);
}

static void
a_used_session_ends_at_its_limit(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	int64_t end = NOON + conf.max_ms, now = NOON;
	char secret[SESSION_SECRET_BYTES];
	struct found f;

	people_session(s, org, user, NOON, secret);
	for (; now < end; now += 5 * MINUTE_MS)
		store_ok(s, find(s, c, secret, false, now, &f));
	store_ok(s, find(s, c, secret, false, end - 1, &f));
	assert_false(cached(s, c, secret, end));
	store_fails(s, ERR_UNAUTHENTICATED, find(s, c, secret, false, end, &f));
	session_cache_free(&c);
}

static void
last_use_is_written_once_a_minute(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	struct session_cache *restarted = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	char secret[SESSION_SECRET_BYTES];
	struct found f;

	people_session(s, org, user, NOON, secret);
	store_ok(s, find(s, c, secret, false, NOON + 50 * SECOND_MS, &f));
	sweep(s, c, NOON + 50 * SECOND_MS); /* too early */
	store_fails(s, ERR_UNAUTHENTICATED,
		    find(s, restarted, secret, false,
			 NOON + 30 * MINUTE_MS + 40 * SECOND_MS, &f));
	store_ok(s, find(s, c, secret, false, NOON + 70 * SECOND_MS, &f));
	sweep(s, c, NOON + 70 * SECOND_MS);
	store_ok(s, find(s, restarted, secret, false,
			 NOON + 30 * MINUTE_MS + 40 * SECOND_MS, &f));
	session_cache_free(&c);
	session_cache_free(&restarted);
}

/* Here at once, on another node within ten seconds. */
static void
an_ended_session_is_gone(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	struct session_cache *other = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	char secret[SESSION_SECRET_BYTES];
	struct found f;
	struct task t;

	people_session(s, org, user, NOON, secret);
	store_ok(s, find(s, c, secret, false, NOON, &f));
	store_ok(s, find(s, other, secret, false, NOON, &f));
	t = people_task(s, TX_WRITE, NOON, f.who);
	store_ok(s, people_end(s, &t, session_end(&t, f.session.id)));
	session_forget(c, user);
	store_fails(s, ERR_UNAUTHENTICATED,
		    find(s, c, secret, false, NOON + 1, &f));
	assert_true(cached(s, other, secret, NOON + SESSION_RECHECK_MS - 1));
	store_fails(s, ERR_UNAUTHENTICATED,
		    find(s, other, secret, false, NOON + SESSION_RECHECK_MS,
			 &f));
	session_cache_free(&c);
	session_cache_free(&other);
}

static void
sign_out_everywhere_may_spare_one(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	int64_t else_user = people_add(s, org, "li", "hr");
	char secrets[3][SESSION_SECRET_BYTES];
	struct found f;
	struct task t;

	people_session(s, org, user, NOON, secrets[0]);
	people_session(s, org, user, NOON, secrets[1]);
	people_session(s, org, else_user, NOON, secrets[2]);
	store_ok(s, find(s, c, secrets[1], false, NOON, &f));
	t = people_task(s, TX_WRITE, NOON, f.who);
	store_ok(s,
		 people_end(s, &t, session_end_user(&t, user, f.session.id)));
	session_forget(c, user);
	store_fails(s, ERR_UNAUTHENTICATED,
		    find(s, c, secrets[0], false, NOON, &f));
	store_ok(s, find(s, c, secrets[1], false, NOON, &f));
	store_ok(s, find(s, c, secrets[2], false, NOON, &f));
	session_cache_free(&c);
}

/* What a changed user may is loaded anew, and events say who changed. */
static void
events_make_the_cache_forget(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	struct event other = { .row = user, .reg = "site" };
	struct event changed = { .row = user, .reg = "user" };
	char secret[SESSION_SECRET_BYTES];
	struct found f;

	people_session(s, org, user, NOON, secret);
	store_ok(s, find(s, c, secret, false, NOON, &f));
	session_events(c, NULL);
	session_events(c, &other);
	assert_true(cached(s, c, secret, NOON));
	other.next = &changed;
	session_events(c, &other);
	assert_false(cached(s, c, secret, NOON));
	session_cache_free(&c);
}

static void
who_must_change_his_password_may_nothing_else(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	char secret[SESSION_SECRET_BYTES];
	struct found f;

	people_session(s, org, user, NOON, secret);
	store_ok(s, store_write(s, STMT_USER_MUST_CHANGE,
				ARGS(val_int(org), val_int(user), val_int(1),
				     val_int(NOON), val_null())));
	store_ok(s, find(s, c, secret, false, NOON, &f));
	assert_true(f.session.must_change_password);
	assert_true(f.who.may == MAY_BIT(MAY_SIGN_IN));
	session_cache_free(&c);
}

static enum err
make_token(struct store *s, struct actor who, const char *scope, int64_t days,
	   char text[TOKEN_TEXT_BYTES], int64_t *id)
{
	struct task t = people_task(s, TX_WRITE, NOON, who);
	struct str words[] = { str_of(scope), STR("read_staff") };
	struct token_new in = { STR("ERP"), { 2, words }, days };

	return people_end(s, &t, token_add(&t, &in, text, id));
}

static void
a_token_has_its_scopes_and_its_end(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	struct actor who = people_actor(org, user, "hr");
	char text[TOKEN_TEXT_BYTES];
	int64_t id;
	struct found f;

	store_ok(s, make_token(s, who, "read_org", 30, text, &id));
	assert_memory_equal(text, TOKEN_PREFIX, sizeof(TOKEN_PREFIX) - 1);
	store_ok(s, find(s, c, text, true, NOON, &f));
	assert_true(f.session.is_token);
	assert_int_equal(f.session.id, id);
	assert_int_equal(f.who.user, user);
	assert_true(f.who.may ==
		    (MAY_BIT(MAY_READ_ORG) | MAY_BIT(MAY_READ_STAFF) |
		     MAY_BIT(MAY_SIGN_IN)));
	store_ok(s, find(s, c, text, true, NOON + 29 * DAY_MS, &f));
	store_fails(s, ERR_UNAUTHENTICATED,
		    find(s, c, text, true, NOON + 30 * DAY_MS, &f));
	store_fails(s, ERR_UNAUTHENTICATED, find(s, c, text, false, NOON, &f));
	session_cache_free(&c);
}

static void
a_token_does_not_exceed_its_owner(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	struct actor who = people_actor(org, user, "hr");
	char text[TOKEN_TEXT_BYTES];
	int64_t id;

	store_fails(s, ERR_INVALID,
		    make_token(s, who, "edit_org", 30, text, &id));
	store_fails(s, ERR_INVALID,
		    make_token(s, who, "sign_in", 30, text, &id));
	store_fails(s, ERR_INVALID,
		    make_token(s, who, "everything", 30, text, &id));
	store_fails(s, ERR_INVALID,
		    make_token(s, who, "read_org", 0, text, &id));
	store_fails(s, ERR_INVALID,
		    make_token(s, who, "read_org", 367, text, &id));
}

/* The owner's roles count when the token is used, not when it was made. */
static void
a_token_loses_what_its_owner_loses(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	struct actor who = people_actor(org, user, "manager");
	char text[TOKEN_TEXT_BYTES];
	int64_t id;
	struct found f;

	store_ok(s, make_token(s, who, "edit_contracts", 30, text, &id));
	store_ok(s, find(s, c, text, true, NOON, &f));
	assert_true(f.who.may ==
		    (MAY_BIT(MAY_READ_STAFF) | MAY_BIT(MAY_SIGN_IN)));
	session_cache_free(&c);
}

static void
a_revoked_token_is_gone_and_others_are_not_touched(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	int64_t other = people_add(s, org, "li", "hr");
	struct actor who = people_actor(org, user, "hr");
	char text[TOKEN_TEXT_BYTES];
	struct token *list;
	struct found f;
	struct task t;
	int64_t id;
	size_t n;

	store_ok(s, make_token(s, who, "read_org", 30, text, &id));
	t = people_task(s, TX_WRITE, NOON, people_actor(org, other, "hr"));
	store_fails(s, ERR_NOT_FOUND, people_end(s, &t, token_revoke(&t, id)));
	store_ok(s, find(s, c, text, true, NOON, &f));
	sweep(s, c, NOON + 1);
	t = people_task(s, TX_WRITE, NOON, who);
	store_ok(s, people_end(s, &t, token_list(&t, &list, &n)));
	assert_int_equal(n, 1);
	assert_int_equal(list[0].id, id);
	assert_str(list[0].scopes, "read_org,read_staff");
	t = people_task(s, TX_WRITE, NOON, who);
	store_ok(s, people_end(s, &t, token_revoke(&t, id)));
	session_forget(c, user);
	store_fails(s, ERR_UNAUTHENTICATED, find(s, c, text, true, NOON, &f));
	session_cache_free(&c);
}

/* More sessions than places: all are found, memory stays as it is. */
static void
a_full_cache_still_finds_everyone(void **state)
{
	static char secrets[100][SESSION_SECRET_BYTES];
	struct session_conf small = { 30 * MINUTE_MS, 12 * HOUR_MS, 1 };
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&small);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	size_t kept = 0;
	struct found f;

	for (size_t i = 0; i < 100; i++)
		people_session(s, org, user, NOON, secrets[i]);
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < 100; i++)
			store_ok(s, find(s, c, secrets[i], false, NOON, &f));
	for (size_t i = 0; i < 100; i++)
		kept += cached(s, c, secrets[i], NOON);
	assert_int_equal(kept, 8);
	session_cache_free(&c);
}

/* Four threads ask, one forgets: for the thread sanitizer. */
struct crowd {
	struct session_cache *c;
	const char *secret;
	int64_t user;
};

static void *
ask_often(void *arg)
{
	const struct crowd *crowd = arg;
	struct arena a = { 0 };

	for (int i = 0; i < 2000; i++) {
		struct found f;

		if (session_cached(crowd->c, &a, str_of(crowd->secret), false,
				   NOON + i, &f.session, &f.who))
			must(f.who.user == crowd->user);
		arena_reset(&a);
	}
	arena_release(&a);
	return NULL;
}

static void
threads_may_share_a_cache(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	char secret[SESSION_SECRET_BYTES];
	struct crowd crowd = { c, secret, user };
	pthread_t threads[4];
	struct found f;

	people_session(s, org, user, NOON, secret);
	store_ok(s, find(s, c, secret, false, NOON, &f));
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, ask_often,
						&crowd),
				 0);
	for (int i = 0; i < 50; i++) {
		session_forget(c, user);
		store_ok(s, find(s, c, secret, false, NOON + i, &f));
	}
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(pthread_join(threads[i], NULL), 0);
	session_cache_free(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_session_tells_who_calls),
		STORE_TEST(a_cookie_is_no_token),
		STORE_TEST(an_unused_session_ends),
		STORE_TEST(a_used_session_ends_at_its_limit),
		STORE_TEST(last_use_is_written_once_a_minute),
		STORE_TEST(an_ended_session_is_gone),
		STORE_TEST(sign_out_everywhere_may_spare_one),
		STORE_TEST(events_make_the_cache_forget),
		STORE_TEST(who_must_change_his_password_may_nothing_else),
		STORE_TEST(a_token_has_its_scopes_and_its_end),
		STORE_TEST(a_token_does_not_exceed_its_owner),
		STORE_TEST(a_token_loses_what_its_owner_loses),
		STORE_TEST(a_revoked_token_is_gone_and_others_are_not_touched),
		STORE_TEST(a_full_cache_still_finds_everyone),
		STORE_TEST(threads_may_share_a_cache),
	};

	password_memory(1);
	registers_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
