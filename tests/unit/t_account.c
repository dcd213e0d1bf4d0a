/* t_account.c - signing in, lock-out, second factor, passwords. */
#include "people.h"

#include <fcntl.h>

#include "base/log.h"
#include "gen/stmt.h"
#include "org/lockout.h"

static const struct session_conf conf = { 30 * MINUTE_MS, 12 * HOUR_MS, 64 };
static const struct actor nobody;

/* The three steps of signing in, each in its place. */
struct attempt {
	struct proof p;
	char secret[SESSION_SECRET_BYTES];
};

static enum err
step_find(struct store *s, struct attempt *a, int64_t now_ms)
{
	struct task t = people_task(s, TX_READ, now_ms, nobody);

	return people_end(s, &t, proof_find(&t, &a->p));
}

static enum err
settle_and_open(struct task *t, struct attempt *a)
{
	struct session_new in = { a->p.account.org, a->p.account.id,
				  a->p.address, STR("test") };

	TRY(proof_settle(t, &a->p));
	return a->p.rc != OK ? OK : session_open(t, &conf, &in, a->secret);
}

static enum err
step_settle(struct store *s, struct attempt *a, int64_t now_ms)
{
	struct task t = people_task(s, TX_WRITE, now_ms, nobody);

	store_ok(s, people_end(s, &t, settle_and_open(&t, a)));
	s->why = a->p.why;
	return a->p.rc;
}

static struct attempt
attempt_of(const char *login, const char *password, const char *code)
{
	return (struct attempt){ .p = { .login = str_of(login),
					.password = str_of(password),
					.code = str_of(code),
					.address = STR("192.0.2.7"),
					.needs_code = true } };
}

static enum err
sign_in_code(struct store *s, const char *login, const char *password,
	     const char *code, int64_t now_ms)
{
	struct attempt a = attempt_of(login, password, code);

	TRY(step_find(s, &a, now_ms));
	proof_test(&a.p, now_ms);
	return step_settle(s, &a, now_ms);
}

static enum err
sign_in(struct store *s, const char *login, const char *password,
	int64_t now_ms)
{
	return sign_in_code(s, login, password, "", now_ms);
}

static void
signing_in_gives_a_session(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	struct attempt a = attempt_of(" WANG", GOOD_PASSWORD, "");
	struct session session;
	struct actor who;

	store_ok(s, step_find(s, &a, NOON));
	proof_test(&a.p, NOON);
	store_ok(s, step_settle(s, &a, NOON));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	store_ok(s, db_end(s->db,
			   session_find(c, s->db, &s->a, str_of(a.secret),
					false, NOON, &session, &who, &s->why),
			   &s->why));
	assert_int_equal(who.user, user);
	session_cache_free(&c);
}

static void
a_wrong_login_reads_like_a_wrong_password(void **state)
{
	struct store *s = store_of(state);
	char said[WHY_TEXT_MAX];

	people_add(s, people_org(s), "wang", "hr");
	store_fails(s, ERR_CREDENTIALS, sign_in(s, "wang", "wrong", NOON));
	memcpy(said, s->why.text[LANG_EN], sizeof(said));
	store_fails(s, ERR_CREDENTIALS, sign_in(s, "weng", "wrong", NOON));
	assert_string_equal(said, s->why.text[LANG_EN]);
	store_fails(s, ERR_CREDENTIALS, sign_in(s, "", "wrong", NOON));
}

/* 1, 2, 4 … 60 minutes; the right password does not help meanwhile. */
static void
failures_make_one_wait_longer_and_longer(void **state)
{
	static const int64_t minutes[] = { 1, 2, 4, 8, 16, 32, 60, 60 };
	struct store *s = store_of(state);
	int64_t now = NOON;

	people_add(s, people_org(s), "wang", "hr");
	for (int i = 0; i < 4; i++) {
		store_fails(s, ERR_CREDENTIALS,
			    sign_in(s, "wang", "wrong", now));
		assert_int_equal(s->why.retry_ms, 0);
	}
	for (size_t i = 0; i < ARRAY_LEN(minutes); i++) {
		int64_t wait_ms = minutes[i] * MINUTE_MS;

		store_fails(s, ERR_CREDENTIALS,
			    sign_in(s, "wang", "wrong", now));
		assert_int_equal(s->why.retry_ms, wait_ms);
		store_fails(s, ERR_LOCKED,
			    sign_in(s, "wang", GOOD_PASSWORD,
				    now + wait_ms - 1));
		assert_int_equal(s->why.retry_ms, 1);
		now += wait_ms;
	}
	store_ok(s, sign_in(s, "wang", GOOD_PASSWORD, now));
	store_fails(s, ERR_CREDENTIALS, sign_in(s, "wang", "wrong", now));
	assert_int_equal(s->why.retry_ms, 0); /* forgiven */
}

static void
the_sentence_says_how_many_seconds(void **state)
{
	struct store *s = store_of(state);

	people_add(s, people_org(s), "wang", "hr");
	for (int i = 0; i < 5; i++)
		store_fails(s, ERR_CREDENTIALS,
			    sign_in(s, "wang", "wrong", NOON));
	assert_non_null(strstr(s->why.text[LANG_EN], "60 s"));
	store_fails(s, ERR_LOCKED,
		    sign_in(s, "wang", "wrong", NOON + 15 * SECOND_MS));
	assert_string_equal(s->why.text[LANG_EN],
			    "too many failed attempts; try again in 45 s");
	assert_string_equal(s->why.text[LANG_ZH],
			    "失败次数过多，请 45 秒后再试");
}

/* A restart is another connection: nothing was in memory only. */
static void
a_lock_survives_a_restart(void **state)
{
	struct store *s = store_of(state);

	people_add(s, people_org(s), "wang", "hr");
	for (int i = 0; i < 5; i++)
		store_fails(s, ERR_CREDENTIALS,
			    sign_in(s, "wang", "wrong", NOON));
	db_close(&s->db);
	store_ok(s, db_open(s->url, &s->db, &s->why));
	store_fails(s, ERR_LOCKED,
		    sign_in(s, "wang", GOOD_PASSWORD, NOON + 59 * SECOND_MS));
	store_ok(s, sign_in(s, "wang", GOOD_PASSWORD, NOON + MINUTE_MS));
}

static void
an_unknown_login_is_locked_like_any_other(void **state)
{
	struct store *s = store_of(state);

	people_add(s, people_org(s), "wang", "hr");
	for (int i = 0; i < 5; i++)
		store_fails(s, ERR_CREDENTIALS,
			    sign_in(s, "ghost", "wrong", NOON));
	store_fails(s, ERR_LOCKED, sign_in(s, "ghost", "wrong", NOON));
	store_ok(s, sign_in(s, "wang", GOOD_PASSWORD, NOON));
}

/* Many logins from one place. */
static void
an_address_is_locked_too(void **state)
{
	struct store *s = store_of(state);
	char login[16];

	people_add(s, people_org(s), "wang", "hr");
	for (int i = 0; i < 20; i++) {
		(void)snprintf(login, sizeof(login), "ghost%d", i);
		store_fails(s, ERR_CREDENTIALS,
			    sign_in(s, login, "wrong", NOON));
	}
	store_fails(s, ERR_LOCKED, sign_in(s, "wang", GOOD_PASSWORD, NOON));
	store_ok(s, sign_in(s, "wang", GOOD_PASSWORD, NOON + MINUTE_MS));
}

static void
old_failures_are_forgotten(void **state)
{
	struct store *s = store_of(state);

	people_add(s, people_org(s), "wang", "hr");
	for (int i = 0; i < 4; i++)
		store_fails(s, ERR_CREDENTIALS,
			    sign_in(s, "wang", "wrong", NOON));
	for (int i = 0; i < 4; i++) {
		store_fails(s, ERR_CREDENTIALS,
			    sign_in(s, "wang", "wrong", NOON + 25 * HOUR_MS));
		assert_int_equal(s->why.retry_ms, 0);
	}
}

/* One of a /64 of IPv6 is all of it. */
static void
addresses_of_one_subscriber_count_together(void **state)
{
	struct store *s = store_of(state);
	struct task t = people_task(s, TX_WRITE, NOON, nobody);
	int64_t wait_ms = 0;

	for (int i = 0; i < 20; i++)
		store_ok(s, lockout_fail(&t, LOCKOUT_ADDRESS,
					 arena_printf(&s->a, "2001:db8::%x", i),
					 &wait_ms));
	assert_int_equal(wait_ms, MINUTE_MS);
	assert_int_equal(lockout_check(&t, LOCKOUT_ADDRESS,
				       STR("2001:db8::ffff")),
			 ERR_LOCKED);
	store_ok(s, lockout_check(&t, LOCKOUT_ADDRESS, STR("2001:db9::1")));
	store_ok(s, people_end(s, &t, OK));
}

/* Guesses that began side by side do not pass the lock that came. */
static void
a_lock_that_comes_while_hashing_holds(void **state)
{
	struct store *s = store_of(state);
	struct attempt a = attempt_of("wang", GOOD_PASSWORD, "");

	people_add(s, people_org(s), "wang", "hr");
	store_ok(s, step_find(s, &a, NOON));
	proof_test(&a.p, NOON);
	assert_int_equal(a.p.rc, OK);
	for (int i = 0; i < 5; i++)
		store_fails(s, ERR_CREDENTIALS,
			    sign_in(s, "wang", "wrong", NOON));
	store_fails(s, ERR_LOCKED, step_settle(s, &a, NOON));
}

static enum err
set_password(struct store *s, int64_t org, int64_t user, const char *password,
	     bool must_change, int64_t keep)
{
	struct task t = people_task(s, TX_WRITE, NOON, actor_program(org));
	char hash[PASSWORD_HASH_BYTES];
	struct password_new in = { .user = user,
				   .must_change = must_change,
				   .keep_session = keep };

	store_ok(s, password_hash(str_of(password), hash, &s->why));
	in.hash = str_of(hash);
	return people_end(s, &t, account_password(&t, &in));
}

static void
a_password_changed_while_hashing_is_the_old_one(void **state)
{
	struct store *s = store_of(state);
	struct attempt a = attempt_of("wang", GOOD_PASSWORD, "");
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");

	store_ok(s, step_find(s, &a, NOON));
	proof_test(&a.p, NOON);
	store_ok(s, set_password(s, org, user, "another-pass-9", false, 0));
	store_fails(s, ERR_CREDENTIALS, step_settle(s, &a, NOON));
}

static void
a_new_password_ends_other_sessions(void **state)
{
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	char secrets[2][SESSION_SECRET_BYTES];
	struct session session;
	struct actor who;

	people_session(s, org, user, NOON, secrets[0]);
	people_session(s, org, user, NOON, secrets[1]);
	store_ok(s, session_find(c, s->db, &s->a, str_of(secrets[0]), false,
				 NOON, &session, &who, &s->why));
	store_ok(s, set_password(s, org, user, "another-pass-9", true,
				 session.id));
	session_forget(c, user);
	store_fails(s, ERR_UNAUTHENTICATED,
		    session_find(c, s->db, &s->a, str_of(secrets[1]), false,
				 NOON, &session, &who, &s->why));
	store_ok(s, session_find(c, s->db, &s->a, str_of(secrets[0]), false,
				 NOON, &session, &who, &s->why));
	assert_true(session.must_change_password);
	store_fails(s, ERR_CREDENTIALS,
		    sign_in(s, "wang", GOOD_PASSWORD, NOON));
	store_ok(s, sign_in(s, "wang", "another-pass-9", NOON));
	session_cache_free(&c);
}

/* The code that an app with this secret would show. */
static const char *
code_at(struct store *s, const char *secret, int64_t now_ms)
{
	char *code = arena_alloc(&s->a, 7);
	int64_t step;

	for (int n = 0; n < 1000000; n++) {
		(void)snprintf(code, 7, "%06d", n);
		if (totp_is(str_of(secret), str_of(code), now_ms,
			    now_ms / 30000 - 1, &step) &&
		    step == now_ms / 30000)
			return code;
	}
	return NULL;
}

/* A secret of our own, so that the code is known: RFC 6238's. */
static void
turn_totp_on(struct store *s, int64_t org, int64_t user)
{
	struct actor who = people_actor(org, user, "hr");
	struct task t = people_task(s, TX_WRITE, NOON, who);
	char secret[TOTP_SECRET_BYTES];

	assert_int_equal(account_totp_confirm(&t, STR("123456")), ERR_STATE);
	store_ok(s, people_end(s, &t, account_totp_begin(&t, secret)));
	store_ok(s, store_write(s, STMT_CREDENTIAL_TOTP,
				ARGS(val_int(org), val_int(user),
				     val_text(STR("GEZDGNBVGY3TQOJQ"
						  "GEZDGNBVGY3TQOJQ")),
				     val_int(0), val_int(0))));
	t = people_task(s, TX_WRITE, INT64_C(1111111109000), who);
	assert_int_equal(account_totp_confirm(&t, STR("081805")), ERR_INVALID);
	store_ok(s, people_end(s, &t, account_totp_confirm(&t, STR("081804"))));
	t = people_task(s, TX_WRITE, NOON, who);
	assert_int_equal(people_end(s, &t, account_totp_begin(&t, secret)),
			 ERR_STATE);
}

#define RFC_AT INT64_C(1234567890000)
#define RFC_CODE "005924"

static void
a_second_factor_is_asked_for(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");

	turn_totp_on(s, org, user);
	for (int i = 0; i < 6; i++) /* asking is no failure */
		store_fails(s, ERR_TOTP,
			    sign_in(s, "wang", GOOD_PASSWORD, RFC_AT));
	store_fails(s, ERR_CREDENTIALS,
		    sign_in_code(s, "wang", "wrong", RFC_CODE, RFC_AT));
	store_ok(s, sign_in_code(s, "wang", GOOD_PASSWORD, RFC_CODE, RFC_AT));
	store_fails(s, ERR_TOTP,
		    sign_in_code(s, "wang", GOOD_PASSWORD, RFC_CODE, RFC_AT));
	store_fails(s, ERR_TOTP,
		    sign_in_code(s, "wang", GOOD_PASSWORD, "000000",
				 RFC_AT + 30000));
}

static void
two_at_once_do_not_share_a_code(void **state)
{
	struct store *s = store_of(state);
	struct attempt a = attempt_of("wang", GOOD_PASSWORD, RFC_CODE);
	struct attempt b = attempt_of("wang", GOOD_PASSWORD, RFC_CODE);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");

	turn_totp_on(s, org, user);
	store_ok(s, step_find(s, &a, RFC_AT));
	store_ok(s, step_find(s, &b, RFC_AT));
	proof_test(&a.p, RFC_AT);
	proof_test(&b.p, RFC_AT);
	store_ok(s, step_settle(s, &a, RFC_AT));
	store_fails(s, ERR_TOTP, step_settle(s, &b, RFC_AT));
}

static void
guessing_codes_locks(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");

	turn_totp_on(s, org, user);
	for (int i = 0; i < 5; i++)
		store_fails(s, ERR_TOTP,
			    sign_in_code(s, "wang", GOOD_PASSWORD, "000000",
					 RFC_AT));
	store_fails(s, ERR_LOCKED,
		    sign_in_code(s, "wang", GOOD_PASSWORD, RFC_CODE, RFC_AT));
}

static void
a_second_factor_can_be_turned_off(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), user = people_add(s, org, "wang", "hr");
	struct task t;

	turn_totp_on(s, org, user);
	t = people_task(s, TX_WRITE, NOON, people_actor(org, user, "hr"));
	store_ok(s, people_end(s, &t, account_totp_off(&t, user)));
	store_ok(s, sign_in(s, "wang", GOOD_PASSWORD, NOON));
	/* and on again with what an app shows */
	{
		char secret[TOTP_SECRET_BYTES];

		t = people_task(s, TX_WRITE, NOON,
				people_actor(org, user, "hr"));
		store_ok(s, people_end(s, &t, account_totp_begin(&t, secret)));
		t = people_task(s, TX_WRITE, NOON,
				people_actor(org, user, "hr"));
		store_ok(s,
			 people_end(s, &t,
				    account_totp_confirm(&t,
							 str_of(
							     code_at(s, secret,
								     NOON)))));
		store_fails(s, ERR_TOTP,
			    sign_in(s, "wang", GOOD_PASSWORD, NOON));
	}
}

/* Bytes of a file, for looking for what must not be there. */
static bool
file_holds(const char *path, const char *text)
{
	static char bytes[8 << 20];
	int fd = open(path, O_RDONLY);
	ssize_t n = fd < 0 ? 0 : read(fd, bytes, sizeof(bytes));

	if (fd >= 0)
		(void)close(fd);
	assert_true(n >= 0 && (size_t)n < sizeof(bytes));
	return memmem(bytes, (size_t)n, text, strlen(text)) != NULL;
}

/* Every row of the tables that this subject writes, as text. */
static int dump_stmt;

static bool
database_holds(struct store *s, const char *text)
{
	static const char *const ends[] = { "", "-wal" };
	char path[128];
	bool found = false;

	if (s->kind == DB_POSTGRES)
		return memmem(store_value(s, dump_stmt, NO_ARGS).s.p,
			      store_value(s, dump_stmt, NO_ARGS).s.n, text,
			      strlen(text)) != NULL;
	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		(void)snprintf(path, sizeof(path), "%s/t.db%s", s->name,
			       ends[i]);
		found = found || file_holds(path, text);
	}
	return found;
}

#define TYPED_BY_MISTAKE "kennwort-im-falschen-feld"
#define WRONG_PASSWORD "nearly-four-words-7"

/* From an address of its own: log lines are limited per address. */
static void
sign_in_wrong(struct store *s, const char *login)
{
	struct attempt a = attempt_of(login, WRONG_PASSWORD, "");

	a.p.address =
	    s->kind == DB_SQLITE ? STR("192.0.2.8") : STR("192.0.2.9");
	store_ok(s, step_find(s, &a, NOON));
	proof_test(&a.p, NOON);
	store_fails(s, ERR_CREDENTIALS, step_settle(s, &a, NOON));
}

static void
secrets_are_neither_stored_nor_logged(void **state)
{
	struct store *s = store_of(state);
	char log[] = "/tmp/anwei-log-XXXXXX", cookie[SESSION_SECRET_BYTES];
	int fd = mkstemp(log), old = dup(2);
	int64_t org, user;

	assert_true(fd >= 0 && old >= 0 && dup2(fd, 2) == 2);
	log_set_level(LOG_DEBUG);
	org = people_org(s);
	user = people_add(s, org, "wang", "hr");
	sign_in_wrong(s, "wang");
	sign_in_wrong(s, TYPED_BY_MISTAKE);
	(void)!sign_in(s, "wang", GOOD_PASSWORD, NOON);
	people_session(s, org, user, NOON, cookie);
	log_set_level(LOG_INFO);
	assert_true(dup2(old, 2) == 2);
	(void)close(old);
	(void)close(fd);
	assert_true(file_holds(log, "\"refused\"")); /* it looks right */
	assert_true(database_holds(s, "$argon2id$"));
	assert_false(file_holds(log, GOOD_PASSWORD));
	assert_false(file_holds(log, WRONG_PASSWORD));
	assert_false(file_holds(log, TYPED_BY_MISTAKE));
	assert_false(file_holds(log, cookie));
	(void)unlink(log);
	assert_false(database_holds(s, GOOD_PASSWORD));
	assert_false(database_holds(s, WRONG_PASSWORD));
	assert_false(database_holds(s, TYPED_BY_MISTAKE));
	assert_false(database_holds(s, cookie));
}

/* PostgreSQL's rows as text; SQLite's files are looked at themselves. */
static void
dump_prepare(void)
{
	static const struct stmt dump = {
		.name = "test_dump",
		.sql = { "SELECT ''",
			 "SELECT (SELECT string_agg(x::text, ' ') FROM "
			 "credential x) || (SELECT string_agg(x::text, ' ') "
			 "FROM \"user\" x) || (SELECT string_agg(x::text, ' ') "
			 "FROM session x) || (SELECT string_agg(x::text, ' ') "
			 "FROM lockout x) || (SELECT string_agg(x::text, ' ') "
			 "FROM journal x) || (SELECT string_agg(x::text, ' ') "
			 "FROM find x)" },
		.any_org = "a test",
	};

	dump_stmt = stmt_add(&dump);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(signing_in_gives_a_session),
		STORE_TEST(a_wrong_login_reads_like_a_wrong_password),
		STORE_TEST(failures_make_one_wait_longer_and_longer),
		STORE_TEST(the_sentence_says_how_many_seconds),
		STORE_TEST(a_lock_survives_a_restart),
		STORE_TEST(an_unknown_login_is_locked_like_any_other),
		STORE_TEST(an_address_is_locked_too),
		STORE_TEST(old_failures_are_forgotten),
		STORE_TEST(addresses_of_one_subscriber_count_together),
		STORE_TEST(a_lock_that_comes_while_hashing_holds),
		STORE_TEST(a_password_changed_while_hashing_is_the_old_one),
		STORE_TEST(a_new_password_ends_other_sessions),
		STORE_TEST(a_second_factor_is_asked_for),
		STORE_TEST(two_at_once_do_not_share_a_code),
		STORE_TEST(guessing_codes_locks),
		STORE_TEST(a_second_factor_can_be_turned_off),
		STORE_TEST(secrets_are_neither_stored_nor_logged),
	};

	password_memory(1);
	dump_prepare();
	registers_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
