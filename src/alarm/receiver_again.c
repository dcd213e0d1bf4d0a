/*
 * receiver_again.c - frames read back from the table: at start, so that a
 * retransmission after a crash finds its own row; and when the outcome of a
 * commit is unknown.
 */
#include "alarm/receiver_parts.h"
#include "base/log.h"
#include "base/rnd.h"
#include "base/str.h"
#include "base/thread.h"
#include "base/time.h"
#include "gen/stmt.h"
#include "kind/task.h"

#define EARLIER_MS (2 * SECOND_MS) /* clocks, and ids given late */

/* The key of a stored frame, as it was when it came. */
static void
stored_key(struct receiver *r, struct arena *a, struct str raw,
	   struct found *out)
{
	struct why why = { 0 };
	struct dir_panel p = { 0 };
	struct dc09 f = { 0 };
	enum dc09_verdict v = dc09_parse(raw, &f, &why);

	if (v == DC09_GOOD && f.encrypted) {
		directory_find(r->conf.directory, f.receiver, f.line,
			       dc09_account(&f), &p);
		v = p.key.n == 0 ? DC09_BAD_KEY :
				   dc09_decrypt(&f, &p.key, a, &why);
		secret_wipe(&p.key, sizeof(p.key));
	}
	frame_key(&f, v == DC09_GOOD, raw, &out->key, &out->window_ms);
}

static enum err
found_row(const struct val *row, size_t width, void *ctx, struct why *why)
{
	struct receiver *r = ctx;
	struct again *g = &r->again;
	struct arena a = { 0 };

	(void)why;
	must(width == 2);
	if (g->n == g->cap) {
		g->cap = g->cap == 0 ? 1024 : g->cap * 2;
		g->found = mem_grow(g->found, g->cap * sizeof(*g->found));
	}
	g->found[g->n].received_ms = row[0].i;
	stored_key(r, &a, row[1].s, &g->found[g->n]);
	g->n++;
	arena_release(&a);
	return OK;
}

static enum err
table_read(struct receiver *r, int64_t since_ms, struct why *why)
{
	const struct val args[] = {
		val_int(id_first(since_ms)),
		val_int((int64_t)r->conf.repeats_max / 2),
	};
	enum err rc;

	r->again.n = 0;
	TRY(db_begin(r->again.db, TX_READ, why));
	rc = db_each(r->again.db, STMT_RECEIVER_AGAIN, args, ARRAY_LEN(args),
		     found_row, r, why);
	return db_end(r->again.db, rc, why);
}

/*
 * Oldest first, so that the oldest gives way first.  The windows are as they
 * were at alive_ms: while we were down, or in doubt, the panel went on asking.
 */
static void
found_enter(struct receiver *r, int64_t alive_ms)
{
	int64_t mono_ms = time_mono_us() / 1000;

	for (size_t i = r->again.n; i-- > 0;) {
		const struct found *f = &r->again.found[i];

		int64_t age_ms = alive_ms - f->received_ms;

		repeat_found(r->repeats, &f->key,
			     mono_ms - (age_ms > 0 ? age_ms : 0), f->window_ms);
	}
	r->again.n = 0;
}

/* When the last frame was stored: as long ago as we may have been down. */
static enum err
alive_read(struct receiver *r, int64_t *out, struct why *why)
{
	struct arena a = { 0 };
	struct rows rows = { 0 };
	enum err rc =
	    db_run(r->again.db, STMT_RECEIVER_NEWEST, NO_ARGS, &a, &rows, why);

	*out = rc == OK && rows.n > 0 ? id_ms(rows.v[0].i) : 0;
	arena_release(&a);
	return rc;
}

/* Waits for a wish; false: closing. */
static bool
wish_wait(struct again *g, int64_t *since_ms)
{
	bool go_on;

	pthread_mutex_lock(&g->lock);
	while (!g->closing && !g->wanted)
		pthread_cond_wait(&g->wake, &g->lock);
	*since_ms = g->since_ms;
	go_on = !g->closing;
	pthread_mutex_unlock(&g->lock);
	return go_on;
}

/* false: closing. */
static bool
pause_ms(struct again *g, int64_t ms)
{
	const int64_t until_us = time_mono_us() + ms * 1000;
	bool go_on;

	pthread_mutex_lock(&g->lock);
	while (!g->closing && cond_wait_until(&g->wake, &g->lock, until_us))
		;
	go_on = !g->closing;
	pthread_mutex_unlock(&g->lock);
	return go_on;
}

static void *
again_run(void *arg)
{
	struct receiver *r = arg;
	struct again *g = &r->again;
	int64_t since_ms;

	while (wish_wait(g, &since_ms)) {
		struct why why = { 0 };

		if (!pause_ms(g, STREAM_DOUBT_MS))
			break;
		if (db_ping(g->db, &why) != OK ||
		    table_read(r, since_ms, &why) != OK) {
			log_limited(LOG_WARN, LOG_RECV, "read_back", STR(""), 2,
				    "why=\"%s\"", why.text[LANG_EN]);
			continue;
		}
		pthread_mutex_lock(&g->lock);
		g->wanted = false;
		g->ready = true;
		pthread_mutex_unlock(&g->lock);
		net_wake(r->net);
	}
	return NULL;
}

void
again_round(struct receiver *r)
{
	struct again *g = &r->again;
	bool ready;

	if (!r->asked && repeats_doubts(r->repeats) == 0)
		return;
	pthread_mutex_lock(&g->lock);
	ready = g->ready;
	if (!r->asked) {
		g->mark = repeats_mark(r->repeats);
		g->since_ms = r->doubt_ms - EARLIER_MS;
		g->wanted = true;
		pthread_cond_signal(&g->wake);
		r->doubt_ms = 0;
	}
	g->ready = false;
	pthread_mutex_unlock(&g->lock);
	r->asked = !ready;
	if (!ready)
		return;
	found_enter(r, 0); /* the thread waits for the next wish */
	repeats_resolve(r->repeats, g->mark);
	log_info(LOG_RECV, "doubts_settled", "still=%zu",
		 repeats_doubts(r->repeats));
}

enum err
again_open(struct receiver *r, struct why *why)
{
	struct again *g = &r->again;
	int64_t alive_ms;

	pthread_mutex_init(&g->lock, NULL);
	cond_init(&g->wake);
	TRY(db_open(r->conf.url, &g->db, why));
	TRY(alive_read(r, &alive_ms, why));
	TRY(table_read(r, alive_ms - WINDOW_TIMED_MS, why));
	found_enter(r, alive_ms);
	g->id = thread_start("again", again_run, r);
	g->running = true;
	return OK;
}

void
again_stop(struct receiver *r)
{
	struct again *g = &r->again;

	pthread_mutex_lock(&g->lock);
	g->closing = true;
	pthread_cond_signal(&g->wake);
	pthread_mutex_unlock(&g->lock);
	if (g->running)
		(void)pthread_join(g->id, NULL);
}

void
again_close(struct receiver *r)
{
	struct again *g = &r->again;

	db_close(&g->db);
	mem_free(g->found);
	pthread_mutex_destroy(&g->lock);
	pthread_cond_destroy(&g->wake);
}
