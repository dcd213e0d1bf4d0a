/*
 * feed.c - rings of events, listeners, and the thread that wakes them.
 *
 * A listener is asleep (its connection suspended) or reading.  Both change
 * only under its ring's lock, so no wake-up is lost.  The waker holds the
 * lock while it wakes all of a ring: the library's threads then find many
 * connections to resume at once instead of walking their list for each.
 */
#include "http/feed.h"

#include <inttypes.h>
#include <stdatomic.h>
#include <string.h>

#include "base/json.h"
#include "base/str.h"
#include "base/thread.h"
#include "http/http_stream.h"
#include "http/metrics.h"

#define BUCKETS 256
#define EVENT_MAX 1024
#define NOTE_MAX 320
/* Between two wake-ups of a ring: 20 ms, more when many are to be woken. */
#define WAKE_MIN_MS 20
#define WAKE_MAX_MS 100
#define LISTENERS_PER_MS 40

struct listener {
	struct listener *prev, *next;
	struct ring *ring;
	struct http_stream *stream;
	int64_t user;
	uint64_t next_n; /* the event to send next */
	size_t sent;	 /* bytes of it that are sent already */
	uint64_t beat;	 /* heartbeats seen */
	bool asleep, last_words, over;
	size_t note_n, note_sent; /* hello, reset, heartbeat */
	char note[NOTE_MAX];
};

struct ring {
	struct ring *chain;
	struct feed *feed;
	int64_t org;
	pthread_mutex_t m;
	struct str *slots; /* event n stands at n % ring_max; NULL: none yet */
	uint64_t first, last; /* empty: first = last + 1 */
	uint64_t beat;
	struct listener *listeners;
	bool dirty;
};

struct feed {
	int64_t epoch_ms;
	size_t ring_max, listeners_max;
	pthread_mutex_t m; /* rings, the waker's flags */
	pthread_cond_t wake;
	struct ring *rings[BUCKETS];
	bool dirty;
	atomic_bool stopping;
	pthread_t waker;
	atomic_size_t listeners;
	_Atomic uint64_t events, resets, bytes;
};

/* --- rings --- */

/* NULL: there is none and make is false. */
static struct ring *
ring_get(struct feed *f, int64_t org, bool make)
{
	struct ring **head = &f->rings[(uint64_t)org % BUCKETS], *r;

	pthread_mutex_lock(&f->m);
	for (r = *head; r != NULL && r->org != org; r = r->chain)
		;
	if (r == NULL && make) {
		r = mem_alloc(sizeof(*r));
		*r = (struct ring){
			.chain = *head, .feed = f, .org = org, .first = 1
		};
		pthread_mutex_init(&r->m, NULL);
		*head = r;
	}
	pthread_mutex_unlock(&f->m);
	return r;
}

static struct str *
slot(struct ring *r, uint64_t n)
{
	return &r->slots[n % r->feed->ring_max];
}

/* doc/api.md, Live feed. */
static void
event_print(struct buf *out, int64_t epoch_ms, uint64_t n,
	    const struct event *e)
{
	struct jw j = jw_open(out);

	buf_printf(out, "id: %" PRId64 "-%" PRIu64 "\ndata: ", epoch_ms, n);
	jw_begin(&j, '{');
	jw_key(&j, "n");
	jw_int(&j, (int64_t)n);
	jw_key(&j, "at_ms");
	jw_int(&j, e->at_ms);
	jw_key(&j, "register");
	jw_text(&j, e->reg);
	jw_key(&j, "id");
	jw_id(&j, e->row);
	jw_key(&j, "op");
	jw_text(&j, e->op);
	jw_key(&j, "event");
	jw_text(&j, e->event);
	jw_key(&j, "state");
	jw_text(&j, e->state);
	jw_key(&j, "version");
	jw_int(&j, e->version);
	jw_end(&j, '}');
	buf_puts(out, "\n\n");
}

static void
ring_put(struct ring *r, const struct event *e)
{
	struct buf b = buf_open(EVENT_MAX);
	struct str *s, text;

	pthread_mutex_lock(&r->m);
	if (r->slots == NULL)
		r->slots = mem_alloc(r->feed->ring_max * sizeof(*r->slots));
	event_print(&b, r->feed->epoch_ms, r->last + 1, e);
	must(!b.full);
	text.p = buf_steal(&b, &text.n);
	s = slot(r, ++r->last);
	if (s->p != NULL) {
		mem_free((void *)(uintptr_t)s->p);
		r->first++;
	}
	*s = text;
	r->dirty = true;
	pthread_mutex_unlock(&r->m);
}

static void
wake_ask(struct feed *f)
{
	pthread_mutex_lock(&f->m);
	f->dirty = true;
	pthread_cond_signal(&f->wake);
	pthread_mutex_unlock(&f->m);
}

static void
put_all(struct feed *f, const struct event *events, bool make)
{
	size_t n = 0;

	for (const struct event *e = events; e != NULL; e = e->next) {
		struct ring *r = ring_get(f, e->org, make);

		if (r == NULL)
			continue;
		ring_put(r, e);
		n++;
	}
	if (n == 0)
		return;
	atomic_fetch_add(&f->events, n);
	metric_add(METRIC_FEED_EVENTS, (int64_t)n);
	wake_ask(f);
}

void
feed_put(struct feed *f, const struct event *events)
{
	put_all(f, events, true);
}

void
feed_put_heard(struct feed *f, const struct event *events)
{
	put_all(f, events, false);
}

/* Rings are never removed before the end, so their list may be walked. */
static void
rings_each(struct feed *f, void (*fn)(struct ring *r, int64_t arg), int64_t arg)
{
	for (size_t i = 0; i < BUCKETS; i++) {
		struct ring *r;

		pthread_mutex_lock(&f->m);
		r = f->rings[i];
		pthread_mutex_unlock(&f->m);
		for (; r != NULL; r = r->chain) {
			pthread_mutex_lock(&r->m);
			fn(r, arg);
			pthread_mutex_unlock(&r->m);
		}
	}
}

static void
ring_mark(struct ring *r, int64_t beats)
{
	r->beat += (unsigned)beats;
	r->dirty = true;
}

void
feed_beat(struct feed *f)
{
	rings_each(f, ring_mark, 1);
	wake_ask(f);
}

/* --- the waker --- */

static void
listener_resume(struct listener *l)
{
	if (l->asleep)
		http_stream_resume(l->stream);
	l->asleep = false;
}

static void
ring_wake(struct ring *r, int64_t unused)
{
	(void)unused;
	for (struct listener *l = r->listeners; r->dirty && l != NULL;
	     l = l->next)
		listener_resume(l);
	r->dirty = false;
}

static void
ring_leave(struct ring *r, int64_t user)
{
	for (struct listener *l = r->listeners; l != NULL; l = l->next) {
		if (l->user != user)
			continue;
		l->over = true;
		listener_resume(l);
	}
}

void
feed_leave(struct feed *f, int64_t user)
{
	rings_each(f, ring_leave, user);
}

static void
wait_ms(struct feed *f, int64_t ms)
{
	const int64_t until_us = time_mono_us() + ms * 1000;

	pthread_mutex_lock(&f->m);
	while (!f->stopping && cond_wait_until(&f->wake, &f->m, until_us))
		;
	pthread_mutex_unlock(&f->m);
}

static int64_t
pause_ms(struct feed *f)
{
	int64_t ms = (int64_t)(atomic_load(&f->listeners) / LISTENERS_PER_MS);

	return ms < WAKE_MIN_MS ? WAKE_MIN_MS :
	       ms > WAKE_MAX_MS ? WAKE_MAX_MS :
				  ms;
}

static void *
waker_run(void *arg)
{
	struct feed *f = arg;

	while (!f->stopping) {
		pthread_mutex_lock(&f->m);
		while (!f->dirty && !f->stopping)
			pthread_cond_wait(&f->wake, &f->m);
		f->dirty = false;
		pthread_mutex_unlock(&f->m);
		rings_each(f, ring_wake, 0);
		wait_ms(f, pause_ms(f));
	}
	return NULL;
}

/* --- listeners --- */

static void
note_put(struct listener *l, const char *name, bool with_id, uint64_t id)
{
	struct ring *r = l->ring;
	int n = 0;

	if (with_id)
		n = snprintf(l->note, NOTE_MAX, "id: %" PRId64 "-%" PRIu64 "\n",
			     r->feed->epoch_ms, id);
	n += snprintf(l->note + n, NOTE_MAX - (size_t)n,
		      "event: %s\ndata: {\"last\":\"%" PRId64 "-%" PRIu64
		      "\"}\n\n",
		      name, r->feed->epoch_ms, r->last);
	must(n < NOTE_MAX);
	l->note_n = (size_t)n;
	l->note_sent = 0;
}

static void
reset_put(struct listener *l)
{
	note_put(l, "reset", true, l->ring->last);
	l->next_n = l->ring->last + 1;
	l->sent = 0;
	atomic_fetch_add(&l->ring->feed->resets, 1);
	metric_add(METRIC_FEED_RESETS, 1);
}

static size_t
copy_part(struct str from, size_t *sent, char *out, size_t max)
{
	size_t n = from.n - *sent < max ? from.n - *sent : max;

	memcpy(out, from.p + *sent, n);
	*sent += n;
	return n;
}

/* Overtaken by the ring.  In the middle of an event nothing may be put in:
 * then the stream only ends, and the reset comes when he asks again. */
static void
overtaken(struct listener *l)
{
	l->over = l->sent > 0;
	if (l->over)
		return;
	reset_put(l);
	l->last_words = true;
}

static size_t
fill_events(struct listener *l, char *out, size_t max)
{
	struct ring *r = l->ring;
	size_t n = 0;

	while (n < max && l->next_n <= r->last) {
		struct str e = *slot(r, l->next_n);

		n += copy_part(e, &l->sent, out + n, max - n);
		if (l->sent == e.n) {
			l->next_n++;
			l->sent = 0;
		}
	}
	return n;
}

/* One step: a note, events, or a heartbeat. */
static size_t
fill(struct listener *l, char *out, size_t max)
{
	struct ring *r = l->ring;

	if (l->note_sent == l->note_n && !l->last_words) {
		if (l->next_n < r->first)
			overtaken(l);
		else if (l->next_n > r->last && l->beat != r->beat)
			note_put(l, "hb", false, 0);
	}
	l->over |= l->last_words && l->note_sent == l->note_n;
	if (l->over)
		return 0;
	if (l->note_sent < l->note_n) {
		l->beat = r->beat;
		return copy_part((struct str){ l->note, l->note_n },
				 &l->note_sent, out, max);
	}
	return fill_events(l, out, max);
}

static ssize_t
listener_read(void *ctx, char *out, size_t max)
{
	struct listener *l = ctx;
	struct ring *r = l->ring;
	size_t n = 0, step;

	pthread_mutex_lock(&r->m);
	do {
		step = fill(l, out + n, max - n);
		n += step;
	} while (step > 0 && n < max);
	l->over |= atomic_load(&r->feed->stopping);
	if (n == 0 && !l->over) {
		l->asleep = true;
		http_stream_pause(l->stream);
	}
	pthread_mutex_unlock(&r->m);
	atomic_fetch_add_explicit(&r->feed->bytes, n, memory_order_relaxed);
	metric_add(METRIC_FEED_BYTES, (int64_t)n);
	return n > 0 ? (ssize_t)n : l->over ? -1 : 0;
}

static void
listener_end(void *ctx)
{
	struct listener *l = ctx;
	struct ring *r = l->ring;

	pthread_mutex_lock(&r->m);
	if (l->prev != NULL)
		l->prev->next = l->next;
	else
		r->listeners = l->next;
	if (l->next != NULL)
		l->next->prev = l->prev;
	pthread_mutex_unlock(&r->m);
	atomic_fetch_sub(&r->feed->listeners, 1);
	metric_add(METRIC_FEED_LISTENERS, -1);
	mem_free(l);
}

/* "<epoch>-<n>" of this epoch; false: there is nothing to resume from. */
static bool
place_parse(struct str from, int64_t epoch_ms, uint64_t *n)
{
	struct str number, epoch = str_cut(from, '-', &number);
	int64_t e = 0, v = 0;

	if (!str_to_int(epoch, 0, INT64_MAX, &e) || e != epoch_ms ||
	    !str_to_int(number, 0, INT64_MAX - 1, &v))
		return false;
	*n = (uint64_t)v;
	return true;
}

/* Under the ring's lock. */
static void
listener_place(struct listener *l, struct str from)
{
	struct ring *r = l->ring;
	uint64_t n = r->last;
	bool known = from.n == 0 || place_parse(from, r->feed->epoch_ms, &n);
	char hello[NOTE_MAX];
	size_t hello_n;

	known = known && n <= r->last && n + 1 >= r->first;
	l->next_n = n + 1;
	l->beat = r->beat;
	note_put(l, "hello", known, n);
	if (known)
		return;
	hello_n = l->note_n;
	memcpy(hello, l->note, hello_n);
	reset_put(l);
	must(hello_n + l->note_n <= NOTE_MAX);
	memmove(l->note + hello_n, l->note, l->note_n);
	memcpy(l->note, hello, hello_n);
	l->note_n += hello_n;
}

static void
retry_put(struct listener *l)
{
	static const char retry[] = "retry: 1000\n\n";
	size_t n = sizeof(retry) - 1;

	must(l->note_n + n <= NOTE_MAX);
	memmove(l->note + n, l->note, l->note_n);
	memcpy(l->note, retry, n);
	l->note_n += n;
}

static struct listener *
listener_new(struct feed *f, int64_t org, int64_t user, struct str from)
{
	struct listener *l = mem_alloc(sizeof(*l));
	struct ring *r = ring_get(f, org, true);

	l->ring = r;
	l->user = user;
	pthread_mutex_lock(&r->m);
	listener_place(l, from);
	retry_put(l);
	l->next = r->listeners;
	if (l->next != NULL)
		l->next->prev = l;
	r->listeners = l;
	pthread_mutex_unlock(&r->m);
	metric_add(METRIC_FEED_LISTENERS, 1);
	return l;
}

void
http_answer_feed(struct http_req *r, struct feed *f, int64_t org, int64_t user,
		 struct str from)
{
	bool room = atomic_fetch_add(&f->listeners, 1) < f->listeners_max;
	struct listener *l;

	if (!room || atomic_load(&f->stopping)) {
		atomic_fetch_sub(&f->listeners, 1);
		http_refuse(r, 0, ERR_BUSY);
		return;
	}
	l = listener_new(f, org, user, from);
	http_answer_stream(r, "text/event-stream", listener_read, listener_end,
			   l, &l->stream);
}

/* --- life --- */

struct feed *
feed_new(int64_t now_ms, size_t ring_max, size_t listeners_max)
{
	struct feed *f = mem_alloc(sizeof(*f));

	f->epoch_ms = now_ms;
	f->ring_max = ring_max;
	f->listeners_max = listeners_max;
	pthread_mutex_init(&f->m, NULL);
	cond_init(&f->wake);
	f->waker = thread_start("feed", waker_run, f);
	return f;
}

void
feed_stop(struct feed *f)
{
	if (atomic_exchange(&f->stopping, true))
		return;
	wake_ask(f);
	pthread_join(f->waker, NULL);
	rings_each(f, ring_mark, 0);
	rings_each(f, ring_wake, 0);
}

static void
ring_free(struct ring *r)
{
	must(r->listeners == NULL);
	for (size_t i = 0; r->slots != NULL && i < r->feed->ring_max; i++)
		mem_free((void *)(uintptr_t)r->slots[i].p);
	mem_free(r->slots);
	pthread_mutex_destroy(&r->m);
	mem_free(r);
}

void
feed_free(struct feed **out)
{
	struct feed *f = *out;

	if (f == NULL)
		return;
	feed_stop(f);
	for (size_t i = 0; i < BUCKETS; i++) {
		while (f->rings[i] != NULL) {
			struct ring *r = f->rings[i];

			f->rings[i] = r->chain;
			ring_free(r);
		}
	}
	pthread_cond_destroy(&f->wake);
	pthread_mutex_destroy(&f->m);
	mem_free(f);
	*out = NULL;
}

struct feed_figures
feed_figures(struct feed *f)
{
	return (struct feed_figures){ .listeners = atomic_load(&f->listeners),
				      .events = atomic_load(&f->events),
				      .resets = atomic_load(&f->resets),
				      .bytes = atomic_load(&f->bytes) };
}
