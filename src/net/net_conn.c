/* net_conn.c - connections: taken, read, answered, closed. */
#include <errno.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "base/str.h"
#include "net/net_parts.h"

#define ACCEPTS_MAX 256 /* before others get their turn */

static uint32_t
slot_of(const struct net *n, const struct conn *c)
{
	return (uint32_t)(c - n->conns);
}

void
conns_open(struct net *n)
{
	size_t max = n->conf.connections_max;

	must(max > 0 && max < NO_SLOT / 2);
	n->conns = mem_alloc(max * sizeof(*n->conns));
	for (size_t i = 0; i < max; i++) {
		n->conns[i].fd = -1;
		n->conns[i].after = i + 1 < max ? (uint32_t)i + 1 : NO_SLOT;
	}
	n->free = 0;
	n->oldest = n->newest = n->dirty = NO_SLOT;
	hosts_open(&n->hosts, max);
	n->read = mem_alloc(READ_MAX + n->conf.in_max);
}

/* ---- the list by silence: the longest silent is the oldest ---- */

static void
silence_leave(struct net *n, struct conn *c)
{
	if (c->before == NO_SLOT)
		n->oldest = c->after;
	else
		n->conns[c->before].after = c->after;
	if (c->after == NO_SLOT)
		n->newest = c->before;
	else
		n->conns[c->after].before = c->before;
}

static void
silence_enter(struct net *n, struct conn *c)
{
	c->seen_us = n->now_us;
	c->before = n->newest;
	c->after = NO_SLOT;
	if (n->newest == NO_SLOT)
		n->oldest = slot_of(n, c);
	else
		n->conns[n->newest].after = slot_of(n, c);
	n->newest = slot_of(n, c);
}

/* ---- life ---- */

static void
conn_close(struct net *n, struct conn *c)
{
	(void)close(c->fd); /* what was not read by the peer is his loss */
	c->fd = -1;
	c->turn++;
	host_leave(&n->hosts, c->host);
	silence_leave(n, c);
	buf_release(&c->in);
	buf_release(&c->out);
	c->after = n->free;
	n->free = slot_of(n, c);
	atomic_fetch_sub(&n->counts.open, 1);
}

void
conns_close(struct net *n)
{
	while (n->oldest != NO_SLOT)
		conn_close(n, &n->conns[n->oldest]);
	hosts_close(&n->hosts);
	mem_free(n->conns);
	mem_free(n->read);
}

static uint64_t
event_of(const struct net *n, const struct conn *c)
{
	return (uint64_t)c->turn << 32 | slot_of(n, c);
}

/* false: the kernel watches no more; only for EPOLL_CTL_ADD. */
static bool
conn_listen(struct net *n, struct conn *c, int op)
{
	bool reads = !c->ended && !c->closing && !n->is_deaf;
	struct epoll_event e = { .events = (reads ? EPOLLIN : 0u) |
					   (c->waits_to_write ? EPOLLOUT : 0u),
				 .data.u64 = event_of(n, c) };

	if (epoll_ctl(n->epoll, op, c->fd, &e) == 0)
		return true;
	must(op == EPOLL_CTL_ADD);
	return false;
}

static void
address_dress(const struct sockaddr_in6 *from, struct sockaddr_in6 *out)
{
	struct sockaddr_in v4;

	*out = *from;
	if (from->sin6_family == AF_INET6)
		return;
	memcpy(&v4, from, sizeof(v4));
	*out = (struct sockaddr_in6){ .sin6_family = AF_INET6,
				      .sin6_port = v4.sin_port };
	memset(&out->sin6_addr.s6_addr[10], 0xff, 2);
	memcpy(&out->sin6_addr.s6_addr[12], &v4.sin_addr, 4);
}

/* false: over a limit. */
static bool
conn_enter(struct net *n, int fd, const struct sockaddr_in6 *from)
{
	struct sockaddr_in6 address;
	const int on = 1;
	struct conn *c;
	uint32_t host;

	address_dress(from, &address);
	if (n->free == NO_SLOT)
		return false;
	host = host_enter(&n->hosts, &address, n->conf.per_address_max);
	if (host == NO_SLOT)
		return false;
	c = &n->conns[n->free];
	n->free = c->after;
	*c = (struct conn){ .fd = fd,
			    .turn = c->turn,
			    /* It may still stand in the list of this round. */
			    .dirty = c->dirty,
			    .next_dirty = c->next_dirty,
			    .host = host,
			    .in = buf_open(n->conf.in_max),
			    .out = buf_open(n->conf.out_max),
			    .address = address };
	silence_enter(n, c);
	(void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	(void)setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof(on));
	atomic_fetch_add(&n->counts.open, 1);
	if (!conn_listen(n, c, EPOLL_CTL_ADD))
		conn_close(n, c);
	return true;
}

/* No descriptor left: looking again at once would spin. */
static void
listener_rest(struct net *n)
{
	struct epoll_event e = { .events = 0, .data.u64 = EVENT_LISTENER };

	n->listener_rests = true;
	must(epoll_ctl(n->epoll, EPOLL_CTL_MOD, n->listener, &e) == 0);
}

void
conns_accept(struct net *n)
{
	for (int i = 0; i < ACCEPTS_MAX; i++) {
		struct sockaddr_in6 from = { 0 };
		socklen_t len = sizeof(from);
		int fd = accept4(n->listener, (struct sockaddr *)&from, &len,
				 SOCK_NONBLOCK | SOCK_CLOEXEC);

		if (fd < 0) {
			if (errno == EMFILE || errno == ENFILE ||
			    errno == ENOMEM || errno == ENOBUFS)
				listener_rest(n);
			if (errno == ECONNABORTED || errno == EINTR)
				continue;
			return;
		}
		atomic_fetch_add(&n->counts.accepted, 1);
		if (!conn_enter(n, fd, &from)) {
			atomic_fetch_add(&n->counts.refused, 1);
			(void)close(fd); /* nothing was sent */
		}
	}
}

/* ---- writing ---- */

static struct conn *
conn_find(struct net *n, uint32_t slot, uint32_t turn)
{
	struct conn *c;

	if (slot >= n->conf.connections_max)
		return NULL;
	c = &n->conns[slot];
	return c->fd >= 0 && c->turn == turn ? c : NULL;
}

static bool
is_over(const struct conn *c)
{
	return c->out.n == 0 && c->held == 0 && (c->closing || c->ended);
}

/* false: closed. */
static bool
conn_flush(struct net *n, struct conn *c)
{
	ssize_t sent = 0;
	bool waited = c->waits_to_write;

	if (c->out.n > 0)
		sent = send(c->fd, c->out.p, c->out.n, MSG_NOSIGNAL);
	if (sent < 0 && errno != EAGAIN && errno != EINTR) {
		conn_close(n, c);
		return false;
	}
	if (sent > 0) {
		c->out.n -= (size_t)sent;
		memmove(c->out.p, c->out.p + sent, c->out.n);
	}
	if (c->out.n == 0)
		buf_release(&c->out);
	if (c->out.max == 0)
		c->out = buf_open(n->conf.out_max);
	if (is_over(c)) {
		conn_close(n, c);
		return false;
	}
	c->waits_to_write = c->out.n > 0;
	if (c->waits_to_write != waited)
		(void)conn_listen(n, c, EPOLL_CTL_MOD);
	return true;
}

static void
conn_dirty(struct net *n, struct conn *c)
{
	if (c->dirty)
		return;
	c->dirty = true;
	c->next_dirty = n->dirty;
	n->dirty = slot_of(n, c);
}

/* All answers of a round to one connection in one system call. */
void
conns_flush(struct net *n)
{
	while (n->dirty != NO_SLOT) {
		struct conn *c = &n->conns[n->dirty];

		n->dirty = c->next_dirty;
		c->dirty = false;
		if (c->fd < 0)
			continue;
		if (c->out.full) { /* it does not read */
			atomic_fetch_add(&n->counts.clogged, 1);
			conn_close(n, c);
			continue;
		}
		(void)conn_flush(n, c);
	}
}

void
net_hold(struct net *n, const struct net_peer *p)
{
	struct conn *c = p->is_tcp ? conn_find(n, p->slot, p->turn) : NULL;

	if (c != NULL)
		c->held++;
}

void
net_send(struct net *n, const struct net_peer *to, struct str bytes)
{
	struct conn *c;

	if (!to->is_tcp) {
		if (bytes.n > 0)
			udp_put(n, to, bytes);
		return;
	}
	c = conn_find(n, to->slot, to->turn);
	if (c == NULL)
		return;
	buf_put(&c->out, bytes);
	conn_dirty(n, c);
}

void
net_answer(struct net *n, const struct net_peer *to, struct str bytes)
{
	struct conn *c = to->is_tcp ? conn_find(n, to->slot, to->turn) : NULL;

	if (c != NULL) {
		must(c->held > 0);
		c->held--;
	}
	net_send(n, to, bytes);
}

/* ---- reading ---- */

/* What is left is kept for the next bytes; false: no message is so long. */
static bool
rest_keep(struct net *n, struct conn *c, struct str rest)
{
	if (rest.n == 0) {
		buf_release(&c->in);
		c->in = buf_open(n->conf.in_max);
		return true;
	}
	if (rest.n > n->conf.in_max)
		return false;
	c->in.n = 0;
	buf_put(&c->in, rest);
	return true;
}

static void
conn_bytes(struct net *n, struct conn *c, size_t got)
{
	struct net_peer from = { .is_tcp = true,
				 .slot = slot_of(n, c),
				 .turn = c->turn };
	struct str in = { n->read, got };

	from.address.v6 = c->address;
	silence_leave(n, c);
	silence_enter(n, c);
	if (!n->conf.bytes(n->conf.ctx, &from, &in, &c->mark) ||
	    !rest_keep(n, c, in)) {
		c->closing = true;
		(void)conn_listen(n, c, EPOLL_CTL_MOD);
		conn_dirty(n, c); /* closes when nothing waits */
	}
}

/* The other side has ended its sending: answers may still go there. */
static void
conn_ended(struct net *n, struct conn *c)
{
	c->ended = true;
	(void)conn_listen(n, c, EPOLL_CTL_MOD);
	conn_dirty(n, c);
}

static void
conn_read(struct net *n, struct conn *c)
{
	size_t kept = c->in.n;
	ssize_t got;

	if (kept > 0)
		memcpy(n->read, c->in.p, kept);
	got = recv(c->fd, n->read + kept, READ_MAX, 0);
	if (got > 0)
		conn_bytes(n, c, kept + (size_t)got);
	else if (got == 0)
		conn_ended(n, c);
	else if (errno != EAGAIN && errno != EINTR)
		conn_close(n, c);
}

void
conn_event(struct net *n, uint64_t which, uint32_t events)
{
	struct conn *c = conn_find(n, (uint32_t)which, (uint32_t)(which >> 32));

	if (c == NULL)
		return; /* closed in this very round */
	if ((events & (EPOLLERR | EPOLLHUP)) != 0 && (events & EPOLLIN) == 0) {
		conn_close(n, c);
		return;
	}
	if ((events & EPOLLOUT) != 0 && !conn_flush(n, c))
		return;
	if ((events & EPOLLIN) != 0 && !c->ended && !c->closing)
		conn_read(n, c);
}

/* ---- once a second ---- */

void
conns_sweep(struct net *n)
{
	int64_t limit_us = n->now_us - n->conf.idle_ms * 1000;
	struct epoll_event e = { .events = EPOLLIN,
				 .data.u64 = EVENT_LISTENER };

	while (n->oldest != NO_SLOT && n->conns[n->oldest].seen_us < limit_us) {
		atomic_fetch_add(&n->counts.idle, 1);
		conn_close(n, &n->conns[n->oldest]);
	}
	if (!n->listener_rests || n->is_deaf)
		return;
	n->listener_rests = false;
	must(epoll_ctl(n->epoll, EPOLL_CTL_MOD, n->listener, &e) == 0);
}

void
conns_deaf(struct net *n)
{
	for (uint32_t i = n->oldest; i != NO_SLOT; i = n->conns[i].after)
		(void)conn_listen(n, &n->conns[i], EPOLL_CTL_MOD);
}
