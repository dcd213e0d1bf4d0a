/* session_cache.h - found sessions in memory; for session.c only. */
#ifndef ORG_SESSION_CACHE_H
#define ORG_SESSION_CACHE_H

#include "org/session.h"

struct kept {
	char digest[SECRET_DIGEST_BYTES]; /* empty: free */
	struct session session;
	struct actor who; /* name is in name */
	char name[SESSION_NAME_BYTES];
	size_t name_n;
	int64_t loaded_ms, seen_ms, written_ms;
};
/* Into the caller's hands; the name is copied into a. */
void kept_tell(const struct kept *k, struct arena *a, struct session *out,
	       struct actor *who);

/* Grows with every session_forget: what was loaded before is not kept. */
uint64_t cache_age(struct session_cache *c);
/* Keeps *k unless the cache has aged, and marks it as used now; false: it is
 * over.  Sets the limits in k->session. */
bool cache_put(struct session_cache *c, struct kept *k, uint64_t age,
	       int64_t now_ms);

/* Sessions used for a minute or more since that was last written. */
struct seen {
	int64_t org, id, at_ms;
	bool is_token;
};
size_t cache_seen(struct session_cache *c, struct arena *a, struct seen **out);

#endif
