/* lockout.c - failed sign-ins and how long they make one wait. */
#include "org/lockout.h"

#include <arpa/inet.h>

#include "base/str.h"
#include "gen/stmt.h"
#include "org/session.h"

#define FORGOTTEN_MS DAY_MS
#define ADDRESS_TIMES 4 /* as wide as this many logins */

/* Settings lockout.after and lockout.max_min; a reload changes them. */
static _Atomic int64_t free_tries = 5, wait_max_min = 60;

static const char *const words[LOCKOUT_N] = { "login", "address" };

void
lockout_set(int64_t after, int64_t max_min)
{
	must(after > 0 && max_min > 0);
	free_tries = after;
	wait_max_min = max_min;
}

/* A whole alarm centre signs in from one address: its limit is wider, so
 * that one person's mistakes do not keep the next shift out. */
int64_t
lockout_wait_ms(enum lockout_of of, int64_t failed)
{
	int64_t most = wait_max_min, minutes = 1;
	int64_t n = free_tries * (of == LOCKOUT_ADDRESS ? ADDRESS_TIMES : 1);

	if (failed < n)
		return 0;
	for (; n < failed && minutes < most; n++)
		minutes *= 2;
	return (minutes < most ? minutes : most) * MINUTE_MS;
}

/* A subscriber has a whole /64 of IPv6: it is one address here. */
static struct str
address_of(struct arena *a, struct str text)
{
	char out[INET6_ADDRSTRLEN];
	struct in6_addr v6;

	if (inet_pton(AF_INET6, arena_cstr(a, text), &v6) != 1 ||
	    IN6_IS_ADDR_V4MAPPED(&v6))
		return text;
	for (size_t i = 8; i < 16; i++)
		v6.s6_addr[i] = 0;
	must(inet_ntop(AF_INET6, &v6, out, sizeof(out)) != NULL);
	return arena_str(a, str_of(out));
}

static struct val
subject(struct arena *a, enum lockout_of of, struct str name)
{
	char *digest = arena_alloc(a, SECRET_DIGEST_BYTES);
	struct str plain = of == LOCKOUT_ADDRESS ? address_of(a, name) : name;

	secret_digest(arena_printf(a, "%s:%.*s", words[of], STR_ARG(plain)),
		      digest);
	return val_text(str_of(digest));
}

enum err
lockout_check(struct task *t, enum lockout_of of, struct str name)
{
	struct rows rows;
	int64_t left_ms;

	TRY(db_run(t->db, STMT_LOCKOUT_GET, ARGS(subject(t->a, of, name)), t->a,
		   &rows, &t->why));
	left_ms = rows.n == 0 ? 0 : rows.v[2].i - t->now_ms;
	if (left_ms <= 0)
		return OK;
	t->why.retry_ms = left_ms;
	return fail(&t->why, ERR_LOCKED,
		    "too many failed attempts; try again in %lld s",
		    "失败次数过多，请 %lld 秒后再试",
		    (long long)((left_ms + SECOND_MS - 1) / SECOND_MS));
}

enum err
lockout_fail(struct task *t, enum lockout_of of, struct str name,
	     int64_t *wait_ms)
{
	struct val who = subject(t->a, of, name);
	struct rows rows;

	TRY(db_run(t->db, STMT_LOCKOUT_FAIL,
		   ARGS(who, val_int(t->now_ms),
			val_int(t->now_ms - FORGOTTEN_MS)),
		   t->a, &rows, &t->why));
	*wait_ms = lockout_wait_ms(of, rows.v[0].i);
	if (*wait_ms == 0)
		return OK;
	return db_run(t->db, STMT_LOCKOUT_UNTIL,
		      ARGS(who, val_int(t->now_ms + *wait_ms)), NULL, NULL,
		      &t->why);
}

enum err
lockout_clear(struct task *t, enum lockout_of of, struct str name)
{
	return db_run(t->db, STMT_LOCKOUT_CLEAR, ARGS(subject(t->a, of, name)),
		      NULL, NULL, &t->why);
}
