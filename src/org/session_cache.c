/* session_cache.c - a set-associative table of found sessions. */
#include "org/session_cache.h"

#include <pthread.h>
#include <string.h>

#include "base/rnd.h"
#include "base/str.h"

#define WAYS 8

struct session_cache {
	pthread_mutex_t lock;
	struct session_conf conf;
	uint64_t age;
	size_t n_sets;
	struct kept *kept; /* n_sets * WAYS */
};

struct session_cache *
session_cache_new(const struct session_conf *conf)
{
	struct session_cache *c = mem_alloc(sizeof(*c));

	must(conf->idle_ms > 0 && conf->max_ms > 0);
	c->conf = *conf;
	c->n_sets = conf->cache_max / WAYS + 1;
	c->kept = mem_alloc(c->n_sets * WAYS * sizeof(*c->kept));
	must(pthread_mutex_init(&c->lock, NULL) == 0);
	return c;
}

void
session_cache_free(struct session_cache **c)
{
	if (*c == NULL)
		return;
	secret_wipe((*c)->kept, (*c)->n_sets * WAYS * sizeof(*(*c)->kept));
	mem_free((*c)->kept);
	pthread_mutex_destroy(&(*c)->lock);
	mem_free(*c);
	*c = NULL;
}

void
session_cache_limits(struct session_cache *c, const struct session_conf *conf)
{
	pthread_mutex_lock(&c->lock);
	c->conf.idle_ms = conf->idle_ms;
	c->conf.max_ms = conf->max_ms;
	pthread_mutex_unlock(&c->lock);
}

struct session_conf
session_cache_conf(struct session_cache *c)
{
	struct session_conf conf;

	pthread_mutex_lock(&c->lock);
	conf = c->conf;
	pthread_mutex_unlock(&c->lock);
	return conf;
}

uint64_t
cache_age(struct session_cache *c)
{
	uint64_t age;

	pthread_mutex_lock(&c->lock);
	age = c->age;
	pthread_mutex_unlock(&c->lock);
	return age;
}

/* The digest is random: its first bytes choose the set. */
static struct kept *
set_of(struct session_cache *c, const char *digest)
{
	uint64_t at = 0;

	for (size_t i = 0; i < 12; i++)
		at = at * 31 + (unsigned char)digest[i];
	return c->kept + at % c->n_sets * WAYS;
}

static struct kept *
find(struct session_cache *c, const char *digest)
{
	struct kept *set = set_of(c, digest);

	for (size_t i = 0; i < WAYS; i++) {
		if (memcmp(set[i].digest, digest, SECRET_DIGEST_BYTES) == 0)
			return &set[i];
	}
	return NULL;
}

/* Tokens have no idle limit: a program may sleep. */
static bool
is_over(const struct session_cache *c, const struct kept *k, int64_t now_ms)
{
	if (now_ms >= k->session.expires_ms)
		return true;
	return !k->session.is_token && now_ms - k->seen_ms >= c->conf.idle_ms;
}

void
kept_tell(const struct kept *k, struct arena *a, struct session *out,
	  struct actor *who)
{
	*out = k->session;
	*who = k->who;
	who->name = arena_str(a, (struct str){ k->name, k->name_n });
}

/* Loaded lately; a clock that stepped back makes it old. */
static bool
is_fresh(const struct kept *k, int64_t now_ms)
{
	return now_ms >= k->loaded_ms &&
	       now_ms - k->loaded_ms < SESSION_RECHECK_MS;
}

static void
mark_used(struct session_cache *c, struct kept *k, int64_t now_ms)
{
	if (now_ms > k->seen_ms)
		k->seen_ms = now_ms;
	k->session.idle_ms = c->conf.idle_ms;
}

bool
session_cached(struct session_cache *c, struct arena *a, struct str secret,
	       bool is_token, int64_t now_ms, struct session *out,
	       struct actor *who)
{
	char digest[SECRET_DIGEST_BYTES];
	bool good = false;
	struct kept *k;

	secret_digest(secret, digest);
	pthread_mutex_lock(&c->lock);
	k = find(c, digest);
	if (k != NULL && k->session.is_token == is_token &&
	    is_fresh(k, now_ms) && !is_over(c, k, now_ms)) {
		mark_used(c, k, now_ms);
		kept_tell(k, a, out, who);
		good = true;
	}
	pthread_mutex_unlock(&c->lock);
	return good;
}

/* Its own place, a free one, or that of the one unused for longest. */
static struct kept *
place_for(struct session_cache *c, const char *digest)
{
	struct kept *set = set_of(c, digest), *best = find(c, digest);

	if (best != NULL)
		return best;
	best = set;
	for (size_t i = 0; i < WAYS; i++) {
		if (set[i].digest[0] == '\0')
			return &set[i];
		if (set[i].seen_ms < best->seen_ms)
			best = &set[i];
	}
	return best;
}

bool
cache_put(struct session_cache *c, struct kept *k, uint64_t age, int64_t now_ms)
{
	struct kept *old;
	bool over;

	pthread_mutex_lock(&c->lock);
	old = find(c, k->digest);
	/* used here since it was last written */
	if (old != NULL && old->seen_ms > k->seen_ms)
		k->seen_ms = old->seen_ms;
	over = is_over(c, k, now_ms);
	mark_used(c, k, now_ms);
	if (over && old != NULL)
		*old = (struct kept){ 0 };
	else if (!over && age == c->age)
		*place_for(c, k->digest) = *k;
	pthread_mutex_unlock(&c->lock);
	return !over;
}

void
session_forget(struct session_cache *c, int64_t user)
{
	pthread_mutex_lock(&c->lock);
	c->age++;
	for (size_t i = 0; i < c->n_sets * WAYS; i++) {
		if (c->kept[i].who.user == user)
			c->kept[i] = (struct kept){ 0 };
	}
	pthread_mutex_unlock(&c->lock);
}

size_t
cache_seen(struct session_cache *c, struct arena *a, struct seen **out)
{
	size_t n = 0;

	pthread_mutex_lock(&c->lock);
	*out = ARENA_ARRAY(a, c->n_sets * WAYS, struct seen);
	for (size_t i = 0; i < c->n_sets * WAYS; i++) {
		struct kept *k = &c->kept[i];

		if (k->digest[0] == '\0' ||
		    k->seen_ms - k->written_ms < MINUTE_MS)
			continue;
		(*out)[n++] = (struct seen){ k->who.org, k->session.id,
					     k->seen_ms, k->session.is_token };
		k->written_ms = k->seen_ms;
	}
	pthread_mutex_unlock(&c->lock);
	return n;
}
