/*
 * session.h - who is calling: sessions of browsers and tokens of programs.
 *
 * The secret is 32 random bytes as hex; the database has only its SHA-256.
 * session_find is on the path of every request, so found ones are kept in a
 * bounded cache: one that ends on this node is gone from it at once, one that
 * ended on another node within SESSION_RECHECK_MS.  When it was last used is
 * written by session_sweep, at most once a minute.
 */
#ifndef ORG_SESSION_H
#define ORG_SESSION_H

#include "kind/task.h"

#define SESSION_SECRET_BYTES 65 /* hex and NUL */
#define SESSION_RECHECK_MS (10 * SECOND_MS)
#define SESSION_NAME_BYTES 200

struct session {
	int64_t id; /* 0: none; a token's id for programs */
	bool is_token;
	bool must_change_password;
	char csrf[33];
	int64_t idle_ms;    /* unused for so long, it ends */
	int64_t expires_ms; /* when it ends at the latest */
};

/* Settings session.idle_min and session.max_h. */
struct session_conf {
	int64_t idle_ms, max_ms;
	size_t cache_max; /* sessions kept in memory */
};

struct session_cache;
struct session_cache *session_cache_new(const struct session_conf *conf);
void session_cache_free(struct session_cache **c);
/* New limits (reload); cache_max stays as it was. */
void
session_cache_limits(struct session_cache *c, const struct session_conf *conf);
struct session_conf session_cache_conf(struct session_cache *c);

/*
 * Whose secret is it?  ERR_UNAUTHENTICATED when nobody's, or over.  who->may
 * is what the roles and, for tokens, the scopes allow; only MAY_SIGN_IN while
 * the password must be changed.  who->name lives in a.  Runs in any
 * transaction; writes nothing.
 */
MUST_CHECK enum err
session_find(struct session_cache *c, struct db *db, struct arena *a,
	     struct str secret, bool is_token, int64_t now_ms,
	     struct session *out, struct actor *who, struct why *why);
/* The same from memory alone; false: ask session_find. */
bool session_cached(struct session_cache *c, struct arena *a, struct str secret,
		    bool is_token, int64_t now_ms, struct session *out,
		    struct actor *who);

/* Begins a session in t's transaction; the secret is told once. */
struct session_new {
	int64_t org, user;
	struct str address, agent;
};
MUST_CHECK enum err
session_open(struct task *t, const struct session_conf *conf,
	     const struct session_new *in, char secret[SESSION_SECRET_BYTES]);
/* End one, or all of a user but one (0: all).  After the commit the caller
 * forgets the user: session_forget. */
MUST_CHECK enum err session_end(struct task *t, int64_t id);
MUST_CHECK enum err session_end_user(struct task *t, int64_t user, int64_t but);
/* Drops what the cache knows of a user's sessions and tokens. */
void session_forget(struct session_cache *c, int64_t user);
/* After every commit: forgets the users who were changed. */
void session_events(struct session_cache *c, const struct event *events);

/* Every minute, in TX_WRITE, for all organisations: writes when sessions
 * were used, removes those that are over, forgets old failures. */
MUST_CHECK enum err session_sweep(struct session_cache *c, struct task *t);

/* SHA-256 of a secret as hex, as the database has it. */
#define SECRET_DIGEST_BYTES 65
void secret_digest(struct str secret, char out[SECRET_DIGEST_BYTES]);
/* A new secret: 32 random bytes as hex. */
void secret_new(char out[SESSION_SECRET_BYTES]);

#endif
