/* thread.c - threads with names, what ends them. */
#include "base/thread.h"

#include <errno.h>
#include <time.h>

#include "base/time.h"

pthread_t
thread_start(const char *name, void *(*run)(void *), void *arg)
{
	pthread_t id;

	must(pthread_create(&id, NULL, run, arg) == 0);
	must(pthread_setname_np(id, name) == 0);
	return id;
}

void
cond_init(pthread_cond_t *c)
{
	pthread_condattr_t attr;

	pthread_condattr_init(&attr);
	must(pthread_condattr_setclock(&attr, CLOCK_MONOTONIC) == 0);
	pthread_cond_init(c, &attr);
	pthread_condattr_destroy(&attr);
}

bool
cond_wait_until(pthread_cond_t *c, pthread_mutex_t *m, int64_t at_us)
{
	const struct timespec at = { .tv_sec = at_us / 1000000,
				     .tv_nsec = at_us % 1000000 * 1000 };

	return pthread_cond_timedwait(c, m, &at) != ETIMEDOUT;
}

void
halt_init(struct halt *h)
{
	pthread_mutex_init(&h->lock, NULL);
	cond_init(&h->wake);
	h->set = false;
}

void
halt_release(struct halt *h)
{
	pthread_mutex_destroy(&h->lock);
	pthread_cond_destroy(&h->wake);
}

void
halt_set(struct halt *h)
{
	pthread_mutex_lock(&h->lock);
	h->set = true;
	pthread_cond_broadcast(&h->wake);
	pthread_mutex_unlock(&h->lock);
}

bool
halt_is_set(struct halt *h)
{
	bool set;

	pthread_mutex_lock(&h->lock);
	set = h->set;
	pthread_mutex_unlock(&h->lock);
	return set;
}

bool
halt_rest(struct halt *h, int64_t ms)
{
	int64_t at_us = time_mono_us() + ms * 1000;
	bool set;

	pthread_mutex_lock(&h->lock);
	while (!h->set && cond_wait_until(&h->wake, &h->lock, at_us))
		;
	set = h->set;
	pthread_mutex_unlock(&h->lock);
	return set;
}
