/*
 * thread.h - threads with names, what ends them, and waits by the monotonic
 * clock.
 */
#ifndef BASE_THREAD_H
#define BASE_THREAD_H

#include <pthread.h>

#include "base/base.h"

/* The name, of at most 15 bytes, stands in top -H and gdb. */
pthread_t thread_start(const char *name, void *(*run)(void *), void *arg);

/* Timed waits for it follow time_mono_us, not the wall clock. */
void cond_init(pthread_cond_t *c);
/* false: at_us of time_mono_us has come. */
bool cond_wait_until(pthread_cond_t *c, pthread_mutex_t *m, int64_t at_us);

/* Tells threads to end, and wakes them from their rest. */
struct halt {
	pthread_mutex_t lock;
	pthread_cond_t wake;
	bool set;
};
void halt_init(struct halt *h);
void halt_release(struct halt *h);
void halt_set(struct halt *h);
bool halt_is_set(struct halt *h);
/* Sleeps for so long at most; true: it is set. */
bool halt_rest(struct halt *h, int64_t ms);

#endif
