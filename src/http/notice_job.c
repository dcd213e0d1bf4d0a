/* notice_job.c - the workers that send notices. */
#include "http/notice_job.h"

#include "alarm/notice.h"
#include "base/log.h"
#include "base/str.h"
#include "base/thread.h"
#include "conf/conf.h"

#define THREADS 2 /* a slow receiver holds up one */
#define TAKE_MAX 4
#define LOOK_MS 500

struct notice_job {
	const struct app *app;
	pthread_t threads[THREADS];
	struct halt halt;
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
		if (!halt_is_set(&j->halt))
			send_one(j->app, &p, &p.due[i]);
		secret_close(&p.due[i].message.secret);
	}
	arena_release(&a);
	return n;
}

static void *
worker(void *arg)
{
	struct notice_job *j = arg;

	while (!halt_is_set(&j->halt))
		if (run_round(j) == 0)
			(void)halt_rest(&j->halt, LOOK_MS);
	return NULL;
}

struct notice_job *
notice_job_start(const struct app *app)
{
	struct notice_job *j = mem_alloc(sizeof(*j));

	j->app = app;
	halt_init(&j->halt);
	for (int i = 0; i < THREADS; i++)
		j->threads[i] = thread_start("notice", worker, j);
	return j;
}

void
notice_job_stop(struct notice_job **job)
{
	struct notice_job *j = *job;

	if (j == NULL)
		return;
	halt_set(&j->halt);
	for (int i = 0; i < THREADS; i++)
		(void)pthread_join(j->threads[i], NULL);
	halt_release(&j->halt);
	mem_free(j);
	*job = NULL;
}
