/*
 * http_conn.c - connections: their deadlines, the watch that cuts the slow
 * ones, and the lingering close after an early refusal.
 *
 * The library times out only idle connections; a client that sends a byte now
 * and then would stay for ever.  So each connection has a deadline for what
 * it is at, and one thread looks at them all.
 */
#include "http/http_in.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include "base/log.h"
#include "base/str.h"
#include "base/thread.h"
#include "base/time.h"
#include "http/metrics.h"

#define WATCH_MS 250
#define SECOND_US INT64_C(1000000)
#define LINGER_US (3 * SECOND_US)
#define LINGER_BYTES ((size_t)1 << 20)

void
conn_deadline(struct conn *c, int64_t from_us, unsigned times, uint64_t bytes)
{
	int64_t s = (int64_t)c->door->http->conf.timeout_s * times +
		    (int64_t)(bytes / RATE_BYTES_PER_S);

	atomic_store_explicit(&c->deadline_us, from_us + s * SECOND_US,
			      memory_order_relaxed);
}

void
conn_no_deadline(struct conn *c)
{
	atomic_store_explicit(&c->deadline_us, 0, memory_order_relaxed);
}

struct conn *
conn_of(struct MHD_Connection *mhd)
{
	const union MHD_ConnectionInfo *info =
	    MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	return info->socket_context;
}

/* ::ffff:1.2.3.4 is written as the IPv4 address that it is. */
static void
peer_print(const struct sockaddr *sa, char *out, size_t n)
{
	const void *v4 =
	    (const char *)sa + offsetof(struct sockaddr_in, sin_addr);
	const struct in6_addr *v6 =
	    (const void *)((const char *)sa +
			   offsetof(struct sockaddr_in6, sin6_addr));
	const char *p = NULL;

	if (sa->sa_family == AF_INET)
		p = inet_ntop(AF_INET, v4, out, (socklen_t)n);
	else if (sa->sa_family == AF_INET6 && IN6_IS_ADDR_V4MAPPED(v6))
		p = inet_ntop(AF_INET, &v6->s6_addr[12], out, (socklen_t)n);
	else if (sa->sa_family == AF_INET6)
		p = inet_ntop(AF_INET6, v6, out, (socklen_t)n);
	if (p == NULL)
		(void)snprintf(out, n, "?");
}

/* The peer that is gone without a word is noticed by what it does not
 * acknowledge. */
static void
socket_tune(int fd, unsigned timeout_s)
{
	unsigned ms = timeout_s * 1000;
	int on = 1;

	/* only a hint: without them a dead peer lasts longer */
	(void)setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof(ms));
	(void)setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof(on));
}

static void
conn_start(struct door *door, struct MHD_Connection *mhd, void **socket_ctx)
{
	struct http *h = door->http;
	struct conn *c = mem_alloc(sizeof(*c));

	c->door = door;
	c->fd = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_CONNECTION_FD)
		    ->connect_fd;
	peer_print(MHD_get_connection_info(mhd,
					   MHD_CONNECTION_INFO_CLIENT_ADDRESS)
		       ->client_addr,
		   c->peer, sizeof(c->peer));
	socket_tune(c->fd, h->conf.timeout_s);
	conn_deadline(c, time_mono_us(), 1, 0);
	*socket_ctx = c;
	metric_add(METRIC_HTTP_ACCEPTED, 1);
	metric_add(METRIC_HTTP_OPEN, 1);
	pthread_mutex_lock(&h->m);
	c->next = h->conns;
	if (c->next != NULL)
		c->next->prev = c;
	h->conns = c;
	pthread_mutex_unlock(&h->m);
}

/* Keeps the socket after the library closes its own descriptor. */
static void
linger_add(struct http *h, int fd)
{
	uint64_t one = 1;

	if (h->n_lingers == LINGER_MAX || h->closing)
		return;
	fd = dup(fd);
	if (fd < 0)
		return;
	h->lingers[h->n_lingers++] =
	    (struct drain){ .fd = fd,
			    .until_us = time_mono_us() + LINGER_US,
			    .left_bytes = LINGER_BYTES };
	/* the watch looks within WATCH_MS anyway */
	(void)!write(h->watch_fd, &one, sizeof(one));
}

/* The descriptor is still open: the library closes it after this. */
static void
conn_end(struct conn *c)
{
	struct http *h = c->door->http;

	pthread_mutex_lock(&h->m);
	if (c->prev != NULL)
		c->prev->next = c->next;
	else
		h->conns = c->next;
	if (c->next != NULL)
		c->next->prev = c->prev;
	if (c->linger && !c->cut)
		linger_add(h, c->fd);
	pthread_mutex_unlock(&h->m);
	metric_add(METRIC_HTTP_OPEN, -1);
	if (c->req != NULL)
		req_end(c->req);
	mem_free(c);
}

void
conn_notify(void *cls, struct MHD_Connection *mhd, void **socket_ctx,
	    enum MHD_ConnectionNotificationCode code)
{
	if (code == MHD_CONNECTION_NOTIFY_STARTED)
		conn_start(cls, mhd, socket_ctx);
	else if (*socket_ctx != NULL)
		conn_end(*socket_ctx);
}

static void
conn_cut(struct conn *c)
{
	c->cut = true;
	/* it may have gone by itself: then there is nothing to shut */
	(void)shutdown(c->fd, SHUT_RDWR);
	metric_add(METRIC_HTTP_CUT, 1);
	log_limited(LOG_INFO, LOG_HTTP, "cut", str_of(c->peer), 3,
		    "peer=%s why=\"too slow\"", c->peer);
}

static void
conns_check(struct http *h, int64_t now_us)
{
	pthread_mutex_lock(&h->m);
	for (struct conn *c = h->conns; c != NULL; c = c->next) {
		int64_t due =
		    atomic_load_explicit(&c->deadline_us, memory_order_relaxed);

		if (due != 0 && now_us > due && !c->cut)
			conn_cut(c);
	}
	pthread_mutex_unlock(&h->m);
}

/* false: done with it. */
static bool
linger_drain(struct drain *l, int64_t now_us)
{
	char waste[16384];
	ssize_t n = 1;

	while (n > 0 && l->left_bytes > 0) {
		n = recv(l->fd, waste, sizeof(waste), MSG_DONTWAIT);
		if (n > 0)
			l->left_bytes -= (size_t)n < l->left_bytes ?
					     (size_t)n :
					     l->left_bytes;
	}
	if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
		return false;
	return now_us < l->until_us;
}

/*
 * Closing a socket with unread bytes resets it, and the reset can overtake
 * the answer: so what still comes is thrown away for a while.
 */
static void
lingers_check(struct http *h, int64_t now_us)
{
	pthread_mutex_lock(&h->m);
	for (size_t i = 0; i < h->n_lingers;) {
		if (linger_drain(&h->lingers[i], now_us)) {
			i++;
			continue;
		}
		(void)close(h->lingers[i].fd);
		h->lingers[i] = h->lingers[--h->n_lingers];
	}
	pthread_mutex_unlock(&h->m);
}

/* What to wait for; a linger that has had its bytes only for its end. */
static nfds_t
watch_poll(struct http *h, struct pollfd *fds)
{
	nfds_t n = 0;

	fds[n++] = (struct pollfd){ .fd = h->watch_fd, .events = POLLIN };
	pthread_mutex_lock(&h->m);
	for (size_t i = 0; i < h->n_lingers; i++)
		fds[n++] = (struct pollfd){
			.fd = h->lingers[i].fd,
			.events = h->lingers[i].left_bytes > 0 ? POLLIN : 0
		};
	pthread_mutex_unlock(&h->m);
	return n;
}

static void *
watch_run(void *arg)
{
	struct http *h = arg;
	struct pollfd fds[1 + LINGER_MAX];
	bool closing = false;
	uint64_t sink;

	while (!closing) {
		/* woken or not, everything is looked at */
		(void)poll(fds, watch_poll(h, fds), WATCH_MS);
		(void)!read(h->watch_fd, &sink, sizeof(sink));
		conns_check(h, time_mono_us());
		lingers_check(h, time_mono_us());
		pthread_mutex_lock(&h->m);
		closing = h->closing && h->serving == 0 && h->conns == NULL;
		pthread_mutex_unlock(&h->m);
	}
	return NULL;
}

enum err
watch_start(struct http *h, struct why *why)
{
	h->watch_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (h->watch_fd < 0)
		return fail(why, ERR_INTERNAL, "cannot start the HTTP watch",
			    "无法启动 HTTP 监视线程");
	h->watch = thread_start("http-watch", watch_run, h);
	return OK;
}

void
watch_stop(struct http *h)
{
	uint64_t one = 1;

	(void)!write(h->watch_fd, &one, sizeof(one));
	pthread_join(h->watch, NULL);
	for (size_t i = 0; i < h->n_lingers; i++)
		(void)close(h->lingers[i].fd);
	(void)close(h->watch_fd);
}
