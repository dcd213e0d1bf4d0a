/* session.c - sessions in the database; the sweep. */
#include "org/session.h"

#include <string.h>

#include "base/log.h"
#include "base/rnd.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/roles.h"
#include "org/session_cache.h"

#define LOCKOUT_KEPT_MS DAY_MS
/* seen_ms is behind by the sweep's minute, here and on other nodes. */
#define SWEEP_MARGIN_MS (5 * MINUTE_MS)

/* A session or token as the database tells it. */
struct loaded {
	int64_t id, org, user, seen_ms, ends_ms, customer;
	struct str csrf, name, roles, scopes;
	bool must_change;
};

/* clang-format off */
static const struct col loaded_cols[] = {
	/* name          type      into */
	{ "id",          COL_INT,  offsetof(struct loaded, id) },
	{ "org",         COL_INT,  offsetof(struct loaded, org) },
	{ "user_id",     COL_INT,  offsetof(struct loaded, user) },
	{ "csrf",        COL_TEXT, offsetof(struct loaded, csrf) },
	{ "seen_ms",     COL_INT,  offsetof(struct loaded, seen_ms) },
	{ "ends_ms",     COL_INT,  offsetof(struct loaded, ends_ms) },
	{ "name",        COL_TEXT, offsetof(struct loaded, name) },
	{ "roles",       COL_TEXT, offsetof(struct loaded, roles) },
	{ "customer",    COL_INT,  offsetof(struct loaded, customer) },
	{ "must_change", COL_BOOL, offsetof(struct loaded, must_change) },
	{ "scopes",      COL_TEXT, offsetof(struct loaded, scopes) },
};
/* clang-format on */

void
secret_digest(struct str secret, char out[SECRET_DIGEST_BYTES])
{
	uint8_t digest[SHA256_BYTES];

	sha256(secret, digest);
	hex_print(digest, sizeof(digest), out);
}

void
secret_new(char out[SESSION_SECRET_BYTES])
{
	uint8_t bytes[32];

	rnd_bytes(bytes, sizeof(bytes));
	hex_print(bytes, sizeof(bytes), out);
	secret_wipe(bytes, sizeof(bytes));
}

static uint64_t
scopes_may(struct str scopes)
{
	uint64_t may = 0;

	while (scopes.n > 0) {
		struct str word = str_cut(scopes, ',', &scopes);
		enum may one;

		if (may_parse(word, &one))
			may |= MAY_BIT(one);
	}
	return may;
}

/* What the roles allow, narrowed by the scopes; a word that is no role any
 * more allows nothing. */
static uint64_t
loaded_may(const struct loaded *l, bool is_token)
{
	uint64_t may = MAY_BIT(MAY_SIGN_IN);
	uint32_t set;

	if (l->must_change)
		return may;
	if (!roles_parse(l->roles, &set)) {
		log_warn(LOG_AUTH, "role_unknown", "user=%lld",
			 (long long)l->user);
		return may;
	}
	return may | (roles_may(set) &
		      (is_token ? scopes_may(l->scopes) : UINT64_MAX));
}

/* User names are bounded by the register; what is longer is cut. */
static void
kept_fill(struct kept *k, const struct loaded *l, bool is_token, int64_t now_ms)
{
	k->session.id = l->id;
	k->session.is_token = is_token;
	k->session.must_change_password = l->must_change;
	k->session.expires_ms = l->ends_ms;
	memcpy(k->session.csrf, l->csrf.p,
	       l->csrf.n < sizeof(k->session.csrf) ? l->csrf.n : 0);
	k->who.user = l->user;
	k->who.org = l->org;
	k->who.customer = l->customer;
	k->who.may = loaded_may(l, is_token);
	k->name_n = l->name.n < sizeof(k->name) ? l->name.n : sizeof(k->name);
	memcpy(k->name, l->name.p, k->name_n);
	k->seen_ms = l->seen_ms;
	k->written_ms = l->seen_ms;
	k->loaded_ms = now_ms;
}

static enum err
load(struct db *db, struct arena *a, const char *digest, bool is_token,
     struct loaded *out, struct why *why)
{
	int stmt = is_token ? STMT_TOKEN_LOAD : STMT_SESSION_LOAD;
	enum err rc = db_get(db, stmt, ARGS(val_text(str_of(digest))),
			     loaded_cols, ARRAY_LEN(loaded_cols), a, out, why);

	if (rc == ERR_NOT_FOUND)
		return fail(why, ERR_UNAUTHENTICATED, "please sign in",
			    "请先登录");
	return rc;
}

enum err
session_find(struct session_cache *c, struct db *db, struct arena *a,
	     struct str secret, bool is_token, int64_t now_ms,
	     struct session *out, struct actor *who, struct why *why)
{
	char digest[SECRET_DIGEST_BYTES];
	struct kept kept = { 0 };
	struct loaded loaded;
	uint64_t age;

	if (session_cached(c, a, secret, is_token, now_ms, out, who))
		return OK;
	age = cache_age(c);
	secret_digest(secret, digest);
	TRY(load(db, a, digest, is_token, &loaded, why));
	kept_fill(&kept, &loaded, is_token, now_ms);
	memcpy(kept.digest, digest, sizeof(digest));
	if (!cache_put(c, &kept, age, now_ms))
		return fail(why, ERR_UNAUTHENTICATED,
			    "the session has ended; please sign in again",
			    "会话已结束，请重新登录");
	kept_tell(&kept, a, out, who);
	return OK;
}

static struct str
cut_to(struct str s, size_t max)
{
	if (s.n > max)
		s.n = max;
	while (s.n > 0 && !str_is_utf8(s))
		s.n--;
	return s;
}

enum err
session_open(struct task *t, const struct session_conf *conf,
	     const struct session_new *in, char secret[SESSION_SECRET_BYTES])
{
	char digest[SECRET_DIGEST_BYTES], csrf[SESSION_SECRET_BYTES];

	secret_new(secret);
	secret_new(csrf);
	secret_digest(str_of(secret), digest);
	return db_run(t->db, STMT_SESSION_INSERT,
		      ARGS(val_int(id_new(t->now_ms)), val_int(in->org),
			   val_int(in->user), val_text(str_of(digest)),
			   val_text((struct str){ csrf, 32 }),
			   val_int(t->now_ms),
			   val_int(t->now_ms + conf->max_ms),
			   val_text(cut_to(in->address, 64)),
			   val_text(cut_to(in->agent, 200))),
		      NULL, NULL, &t->why);
}

enum err
session_end(struct task *t, int64_t id)
{
	return db_run(t->db, STMT_SESSION_DELETE,
		      ARGS(val_int(t->who.org), val_int(id)), NULL, NULL,
		      &t->why);
}

enum err
session_end_user(struct task *t, int64_t user, int64_t but)
{
	return db_run(t->db, STMT_SESSION_DELETE_USER,
		      ARGS(val_int(t->who.org), val_int(user), val_int(but)),
		      NULL, NULL, &t->why);
}

void
session_events(struct session_cache *c, const struct event *events)
{
	for (const struct event *e = events; e != NULL; e = e->next) {
		if (strcmp(e->reg, "user") == 0)
			session_forget(c, e->row);
	}
}

enum err
session_sweep(struct session_cache *c, struct task *t)
{
	struct session_conf conf = session_cache_conf(c);
	struct seen *seen;
	size_t n = cache_seen(c, t->a, &seen);

	for (size_t i = 0; i < n; i++) {
		TRY(db_run(t->db,
			   seen[i].is_token ? STMT_TOKEN_USED :
					      STMT_SESSION_SEEN,
			   ARGS(val_int(seen[i].org), val_int(seen[i].id),
				val_int(seen[i].at_ms)),
			   NULL, NULL, &t->why));
	}
	TRY(db_run(t->db, STMT_SESSION_DELETE_OVER,
		   ARGS(val_int(t->now_ms - conf.idle_ms - SWEEP_MARGIN_MS),
			val_int(t->now_ms)),
		   NULL, NULL, &t->why));
	return db_run(t->db, STMT_LOCKOUT_SWEEP,
		      ARGS(val_int(t->now_ms - LOCKOUT_KEPT_MS)), NULL, NULL,
		      &t->why);
}
