/* job.c - work that nobody asks for. */
#include "http/job.h"

#include "alarm/signal_seal.h"
#include "alarm/stream.h"
#include "base/log.h"
#include "base/str.h"
#include "base/thread.h"
#include "http/idempotency.h"
#include "kind/clock.h"

#define SEAL_MAX 500 /* alarms wait for the same lane */
#define SIGNALS_MAX 5000
#define SIGNALS_ROUNDS 4 /* then the other jobs; the rest a second later */
#define SWEEP_MAX 500
#define TIDY_MS 100

enum {
	JOB_SEAL,
	JOB_SIGNALS,
	JOB_SWEEP,
	JOB_CHECKPOINT,
	JOB_TIDY,
	JOB_BEAT,
	JOB_SESSIONS,
	JOB_ANSWERS,
	JOB_N
};

struct jobs {
	struct jobs_conf conf;
	struct db *db; /* of the tidying, and reads signals to be sealed */
	struct signal_seal signals;
	int64_t due_us[JOB_N];
	pthread_t thread;
	struct halt halt;
};

/* One job's piece of work in the write lane. */
struct job_work {
	struct work work;
	struct jobs *jobs;
	enum err (*run)(struct job_work *j, struct task *t);
	struct arena a;
	struct task t;
	int64_t done; /* how many it handled */
};

static enum err
work_run(struct work *w, struct db *db, struct why *why)
{
	struct job_work *j = (struct job_work *)w;
	enum err rc;

	j->t = task_open(db, &j->a, time_now_ms(), actor_program(0));
	rc = j->run(j, &j->t);
	if (rc != OK)
		*why = j->t.why;
	return rc;
}

/* Through the lane; how many were handled. */
static int64_t
in_lane(struct jobs *jobs, const char *name,
	enum err (*run)(struct job_work *, struct task *))
{
	struct job_work j = { .work = { .run = work_run },
			      .jobs = jobs,
			      .run = run };
	struct why why = { 0 };
	enum err rc = lane_do(jobs->conf.app->writer, &j.work, &why);

	if (rc == OK)
		app_publish(jobs->conf.app, &j.t);
	else
		log_limited(LOG_ERROR, LOG_JOB, "failed", str_of(name), 3,
			    "job=%s why=\"%s\"", name, why.text[LANG_EN]);
	arena_release(&j.a);
	return rc == OK ? j.done : 0;
}

static enum err
seal(struct job_work *j, struct task *t)
{
	return journal_seal(t->db, t->a, SEAL_MAX, &j->done, &t->why);
}

static enum err
seal_signals(struct job_work *j, struct task *t)
{
	j->done = 1;
	return signal_seal_write(t, &j->jobs->signals);
}

static enum err
sweep(struct job_work *j, struct task *t)
{
	return clock_sweep(t, SWEEP_MAX, &j->done);
}

static enum err
checkpoint(struct job_work *j, struct task *t)
{
	return journal_checkpoint(t->db, t->a, j->jobs->conf.key, t->now_ms,
				  &t->why);
}

static enum err
sessions(struct job_work *j, struct task *t)
{
	return session_sweep(j->jobs->conf.app->sessions, t);
}

static enum err
answers(struct job_work *j, struct task *t)
{
	(void)j;
	return idempotency_sweep(t);
}

static void
run_seal(struct jobs *j)
{
	while (in_lane(j, "seal", seal) == SEAL_MAX)
		;
}

/* Read beside the writers; only the entry goes through their lane. */
static void
run_signals(struct jobs *j)
{
	struct signal_seal *s = &j->signals;
	struct why why = { 0 };
	int rounds = 0;
	enum err rc;

	do {
		int64_t now_ms = time_now_ms();

		rc = signal_seal_read(j->db,
				      stream_settled(j->conf.app->stream,
						     now_ms),
				      now_ms, SIGNALS_MAX, s, &why);
		if (rc != OK)
			log_limited(LOG_ERROR, LOG_JOB, "failed",
				    STR("signals"), 3, "job=signals why=\"%s\"",
				    why.text[LANG_EN]);
	} while (rc == OK && signal_seal_is_due(s) &&
		 in_lane(j, "signals", seal_signals) == 1 &&
		 s->rows == SIGNALS_MAX && ++rounds < SIGNALS_ROUNDS);
}

static void
run_sweep(struct jobs *j)
{
	while (in_lane(j, "sweep", sweep) == SWEEP_MAX &&
	       !halt_is_set(&j->halt))
		;
}

static void
run_checkpoint(struct jobs *j)
{
	(void)in_lane(j, "checkpoint", checkpoint);
}

static enum err
turn(struct work *w, struct db *db, struct why *why)
{
	(void)w;
	return db_turn(db, why);
}

static void
run_tidy(struct jobs *j)
{
	struct work w = { .run = turn, .bare = true };
	struct why why = { 0 };
	bool long_log;
	enum err rc = db_tidy(j->db, &long_log, &why);

	if (rc == OK && long_log)
		rc = lane_do(j->conf.app->writer, &w, &why);
	if (rc != OK)
		log_limited(LOG_WARN, LOG_JOB, "tidy", STR(""), 3, "why=\"%s\"",
			    why.text[LANG_EN]);
}

static void
run_beat(struct jobs *j)
{
	feed_beat(j->conf.app->feed);
}

static void
run_sessions(struct jobs *j)
{
	(void)in_lane(j, "sessions", sessions);
}

static void
run_answers(struct jobs *j)
{
	(void)in_lane(j, "answers", answers);
}

static void (*const runs[JOB_N])(struct jobs *) = {
	[JOB_SEAL] = run_seal,	       [JOB_SIGNALS] = run_signals,
	[JOB_SWEEP] = run_sweep,       [JOB_CHECKPOINT] = run_checkpoint,
	[JOB_TIDY] = run_tidy,	       [JOB_BEAT] = run_beat,
	[JOB_SESSIONS] = run_sessions, [JOB_ANSWERS] = run_answers,
};

static int64_t
period_us(const struct jobs *j, int job)
{
	const int64_t ms[JOB_N] = {
		[JOB_SEAL] = j->conf.seal_ms,
		[JOB_SIGNALS] =
		    j->signals.rows == SIGNALS_MAX ? SECOND_MS : MINUTE_MS,
		[JOB_SWEEP] = j->conf.sweep_ms,
		[JOB_CHECKPOINT] = j->conf.checkpoint_ms,
		[JOB_TIDY] = TIDY_MS,
		[JOB_BEAT] = j->conf.beat_ms,
		[JOB_SESSIONS] = MINUTE_MS,
		[JOB_ANSWERS] = HOUR_MS,
	};

	return ms[job] * 1000;
}

static void
run_due(struct jobs *j)
{
	for (int i = 0; i < JOB_N; i++) {
		if (time_mono_us() < j->due_us[i])
			continue;
		runs[i](j);
		j->due_us[i] = time_mono_us() + period_us(j, i);
	}
}

static int64_t
next_ms(const struct jobs *j)
{
	int64_t next_us = j->due_us[0];

	for (int i = 1; i < JOB_N; i++)
		next_us = j->due_us[i] < next_us ? j->due_us[i] : next_us;
	next_us -= time_mono_us();
	return next_us <= 0 ? 0 : (next_us + 999) / 1000;
}

static void *
jobs_run(void *arg)
{
	struct jobs *j = arg;

	do
		run_due(j);
	while (!halt_rest(&j->halt, next_ms(j)));
	run_seal(j);
	run_checkpoint(j);
	return NULL;
}

enum err
jobs_open(const struct jobs_conf *conf, struct jobs **out, struct why *why)
{
	struct jobs *j = mem_alloc(sizeof(*j));
	enum err rc = db_open(conf->db_url, &j->db, why);

	if (rc != OK) {
		mem_free(j);
		return rc;
	}
	j->conf = *conf;
	for (int i = 0; i < JOB_N; i++)
		j->due_us[i] = time_mono_us() + period_us(j, i);
	halt_init(&j->halt);
	j->thread = thread_start("jobs", jobs_run, j);
	*out = j;
	return OK;
}

void
jobs_close(struct jobs **jobs)
{
	struct jobs *j = *jobs;

	if (j == NULL)
		return;
	halt_set(&j->halt);
	(void)pthread_join(j->thread, NULL);
	db_close(&j->db);
	halt_release(&j->halt);
	mem_free(j);
	*jobs = NULL;
}
