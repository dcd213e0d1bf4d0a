/* rate.c - requests per minute and key, by rate class. */
#include <pthread.h>

#include "base/limit.h"
#include "base/str.h"
#include "http/app.h"

/* clang-format off */
static const unsigned per_minute[RATE_N] = {
	/* of one person or address; RATE_NONE has no limit */
	[RATE_NORMAL]  = 60000,
	[RATE_SIGN_IN] = 30,
	[RATE_HEAVY]   = 60,
	[RATE_NONE]    = 0,
};
/* clang-format on */

struct rates {
	pthread_mutex_t lock;
	struct limit of[RATE_N];
};

struct rates *
rates_new(void)
{
	struct rates *r = mem_alloc(sizeof(*r));

	pthread_mutex_init(&r->lock, NULL);
	return r;
}

void
rates_free(struct rates **r)
{
	if (*r == NULL)
		return;
	pthread_mutex_destroy(&(*r)->lock);
	mem_free(*r);
	*r = NULL;
}

bool
rate_pass(struct rates *r, enum rate_class class, struct str key,
	  int64_t now_us)
{
	uint64_t left_out;
	bool pass;

	if (per_minute[class] == 0)
		return true;
	pthread_mutex_lock(&r->lock);
	pass = limit_pass(&r->of[class], limit_hash(key, STR("")),
			  per_minute[class], now_us, &left_out);
	pthread_mutex_unlock(&r->lock);
	return pass;
}
