/* notice_job.c - the workers that send notices. */
#include "http/notice_job.h"

#include <pthread.h>
#include <time.h>

#include "alarm/notice.h"
#include "base/log.h"
#include "base/str.h"
#include "conf/conf.h"

#define THREADS 2 /* a slow receiver holds up one */
#define TAKE_MAX 4
#define LOOK_MS 500

struct notice_job {
	const struct app *app;
	pthread_t threads[THREADS];
	pthread_mutex_t lock;
	pthread_cond_t wake;
	bool stopping;
};

/* A part of the work in a lane; the arena is the round's. */
struct part {
	struct work work;
	struct arena *a;
	struct task t;
	int64_t next_ms;
	struct notice_due *due;
	size_t n;
	const struct send_result *result;
	enum err (*run)(struct part *p, struct task *t);
};

static enum err
part_run(struct work *w, struct db *db, struct why *why)
{
	struct part *p = (struct part *)w;
	enum err rc;

	p->t = task_open(db, p->a, time_now_ms(), actor_program(0));
	rc = p->run(p, &p->t);
	if (rc != OK)
		*why = p->t.why;
	return rc;
}

static enum err
look(struct part *p, struct task *t)
{
	return notice_next_ms(t, &p->next_ms);
}

static enum err
take(struct part *p, struct task *t)
{
	return notice_take(t, TAKE_MAX, &p->due, &p->n);
}

static enum err
done(struct part *p, struct task *t)
{
	return notice_done(t, p->due, p->result);
}

static enum err
in_lane(const struct app *app, struct lane *lane, struct part *p,
	enum err (*run)(struct part *, struct task *))
{
	struct why why = { 0 };
	enum err rc;

	p->work = (struct work){ .run = part_run };
	p->run = run;
	rc = lane_do(lane, &p->work, &why);
	if (rc == OK)
		app_publish(app, &p->t);
	else
		log_limited(LOG_ERROR, LOG_JOB, "failed", STR("notice"), 3,
			    "job=notice why=\"%s\"", why.text[LANG_EN]);
	return rc;
}

static struct send_conf
send_conf_of(const struct app *app)
{
	const struct conf *c = app->conf;

	return (struct send_conf){ .hosts = c->notice_hosts,
				   .ca_file = c->notice_ca,
				   .timeout_ms =
				       c->notice_timeout_s * SECOND_MS };
}

static void
send_one(const struct app *app, struct part *p, struct notice_due *due)
{
	const struct send_conf conf = send_conf_of(app);
	struct send_result result;
	struct part record = { .a = p->a, .due = due, .result = &result };

	send_now(&conf, &due->message, p->a, &result);
	secret_close(&due->message.secret);
	log_info(LOG_JOB, "notice", "id=%lld sent=%d final=%d why=\"%s\"",
		 (long long)due->id, result.good, result.final, result.why);
	/* Not recorded: the lease ends and it is sent again, under the same
	 * Message-ID or Idempotency-Key. */
	(void)in_lane(app, app->writer, &record, done);
}

static bool
is_stopping(struct notice_job *j)
{
	bool stopping;

	pthread_mutex_lock(&j->lock);
	stopping = j->stopping;
	pthread_mutex_unlock(&j->lock);
	return stopping;
}

/* How many were due. */
static size_t
run_round(struct notice_job *j)
{
	struct arena a = { 0 };
	struct part p = { .a = &a };
	size_t n = 0;

	if (in_lane(j->app, j->app->readers, &p, look) == OK &&
	    p.next_ms <= time_now_ms() &&
	    in_lane(j->app, j->app->writer, &p, take) == OK)
		n = p.n;
	for (size_t i = 0; i < n; i++) {
		if (!is_stopping(j))
			send_one(j->app, &p, &p.due[i]);
		secret_close(&p.due[i].message.secret);
	}
	arena_release(&a);
	return n;
}

static void
sleep_ms(struct notice_job *j, int64_t ms)
{
	struct timespec at;

	(void)clock_gettime(CLOCK_MONOTONIC, &at);
	at.tv_sec += ms / 1000;
	at.tv_nsec += ms % 1000 * 1000000;
	if (at.tv_nsec >= 1000000000) {
		at.tv_sec++;
		at.tv_nsec -= 1000000000;
	}
	pthread_mutex_lock(&j->lock);
	if (!j->stopping)
		(void)pthread_cond_timedwait(&j->wake, &j->lock, &at);
	pthread_mutex_unlock(&j->lock);
}

static void *
worker(void *arg)
{
	struct notice_job *j = arg;

	while (!is_stopping(j))
		if (run_round(j) == 0)
			sleep_ms(j, LOOK_MS);
	return NULL;
}

struct notice_job *
notice_job_start(const struct app *app)
{
	struct notice_job *j = mem_alloc(sizeof(*j));
	pthread_condattr_t attr;

	j->app = app;
	pthread_mutex_init(&j->lock, NULL);
	pthread_condattr_init(&attr);
	must(pthread_condattr_setclock(&attr, CLOCK_MONOTONIC) == 0);
	pthread_cond_init(&j->wake, &attr);
	pthread_condattr_destroy(&attr);
	for (int i = 0; i < THREADS; i++)
		must(pthread_create(&j->threads[i], NULL, worker, j) == 0);
	return j;
}

void
notice_job_stop(struct notice_job **job)
{
	struct notice_job *j = *job;

	if (j == NULL)
		return;
	pthread_mutex_lock(&j->lock);
	j->stopping = true;
	pthread_cond_broadcast(&j->wake);
	pthread_mutex_unlock(&j->lock);
	for (int i = 0; i < THREADS; i++)
		(void)pthread_join(j->threads[i], NULL);
	pthread_mutex_destroy(&j->lock);
	pthread_cond_destroy(&j->wake);
	mem_free(j);
	*job = NULL;
}
