/* receiver.c - bytes into frames, answers when they are due, start and stop. */
#include "alarm/receiver.h"

#include <string.h>

#include "alarm/receiver_parts.h"
#include "base/log.h"
#include "base/str.h"

/* A connection that sent so much of nothing is no panel. */
#define NOISE_MAX 8192
#define OUT_MAX 65536

/* ---- bytes ---- */

static void
noise_count(struct receiver *r, const struct net_peer *from, struct str bytes)
{
	char peer[PEER_TEXT], host[PEER_TEXT], hex[65];
	size_t n = bytes.n < 32 ? bytes.n : 32;

	atomic_fetch_add_explicit(&r->noise_bytes, bytes.n,
				  memory_order_relaxed);
	hex_print(bytes.p, n, hex);
	log_limited(LOG_INFO, LOG_RECV, "noise", net_peer_host(from, host), 3,
		    "peer=%s bytes=%zu first=%s", net_peer_print(from, peer).p,
		    bytes.n, hex);
}

/* mark: bytes of noise since the last frame. */
static bool
bytes_take(void *ctx, const struct net_peer *from, struct str *in,
	   int64_t *mark)
{
	struct receiver *r = ctx;
	struct str piece;
	enum dc09_piece kind;

	while ((kind = dc09_cut(in, &piece)) != DC09_MORE) {
		if (kind == DC09_FRAME) {
			*mark = 0;
			frame_take(r, from, piece);
			continue;
		}
		noise_count(r, from, piece);
		*mark += (int64_t)piece.n;
		if (*mark > NOISE_MAX)
			return false;
	}
	/* What was cut off of a datagram does not come any more. */
	if (!from->is_tcp && in->n > 0)
		noise_count(r, from, *in);
	return true;
}

/* ---- answers ---- */

static void
round_end(void *ctx)
{
	struct receiver *r = ctx;
	struct frame *x, *next;
	bool again;

	pthread_mutex_lock(&r->lock);
	x = r->told;
	r->told = NULL;
	r->told_end = &r->told;
	pthread_mutex_unlock(&r->lock);
	for (; x != NULL; x = next) {
		next = x->next;
		frame_finish(r, x);
	}
	again_round(r);
	pthread_mutex_lock(&r->lock);
	/* A round that began before the end was asked for still read: only
	 * the next one is sure to be deaf. */
	if (r->closing && r->deaf && r->out == 0) {
		r->drained = true;
		pthread_cond_signal(&r->empty);
	}
	again = r->closing && !r->deaf;
	r->deaf = r->closing;
	pthread_mutex_unlock(&r->lock);
	if (again)
		net_wake(r->net);
}

/* ---- life ---- */

enum err
receiver_open(const struct receiver_conf *conf, struct receiver **out,
	      struct why *why)
{
	struct receiver *r = mem_alloc(sizeof(*r));
	struct net_conf net = { .listen = conf->listen,
				.connections_max = conf->connections_max,
				.per_address_max = conf->per_address_max,
				.in_max = DC09_FRAME_MAX,
				.out_max = OUT_MAX,
				.idle_ms = conf->idle_ms,
				.bytes = bytes_take,
				.round = round_end,
				.ctx = r };
	enum err rc;

	r->conf = *conf;
	r->repeats = repeats_new(conf->repeats_max);
	r->junk = mem_alloc(sizeof(*r->junk));
	r->told_end = &r->told;
	pthread_mutex_init(&r->lock, NULL);
	pthread_cond_init(&r->empty, NULL);
	*out = r;
	rc = again_open(r, why);
	if (rc == OK)
		rc = net_open(&net, &r->net, why);
	if (rc != OK) {
		receiver_close(out);
		return rc;
	}
	log_info(LOG_RECV, "listen", "port=%d remembered=%zu", net_port(r->net),
		 repeats_count(r->repeats));
	return OK;
}

int
receiver_port(const struct receiver *r)
{
	return net_port(r->net);
}

void
receiver_stop(struct receiver *r)
{
	net_stop_reading(r->net);
	pthread_mutex_lock(&r->lock);
	r->closing = true;
	/* The loop looks at the count; it is woken by what is told. */
	net_wake(r->net);
	while (!r->drained)
		pthread_cond_wait(&r->empty, &r->lock);
	pthread_mutex_unlock(&r->lock);
}

void
receiver_close(struct receiver **receiver)
{
	struct receiver *r = *receiver;
	struct frame *x;

	if (r == NULL)
		return;
	if (r->net != NULL)
		receiver_stop(r);
	again_stop(r);
	net_close(&r->net);
	again_close(r);
	while ((x = r->spare) != NULL) {
		r->spare = x->next;
		arena_release(&x->a);
		mem_free(x);
	}
	repeats_free(&r->repeats);
	mem_free(r->junk);
	pthread_mutex_destroy(&r->lock);
	pthread_cond_destroy(&r->empty);
	mem_free(r);
	*receiver = NULL;
}

struct receiver_figures
receiver_figures(struct receiver *r)
{
	struct net_figures net = net_figures(r->net);
	struct receiver_figures f = { .connections = net.open,
				      .accepted = net.accepted,
				      .refused = net.refused,
				      .idle = net.idle,
				      .clogged = net.clogged,
				      .datagrams = net.datagrams,
				      .unsent = net.unsent };

	for (int i = 0; i < FRAME_FATE_N; i++)
		f.fates[i] = atomic_load(&r->fates[i]);
	f.noise_bytes = atomic_load(&r->noise_bytes);
	return f;
}
