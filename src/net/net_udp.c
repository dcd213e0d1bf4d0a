/* net_udp.c - datagrams, many per system call. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "net/net_parts.h"

#define ROUNDS_MAX 16 /* batches before others get their turn */

static void
slot_aim(struct mmsghdr *m, struct iovec *at, struct sockaddr_in6 *name,
	 char *bytes, size_t n)
{
	*at = (struct iovec){ .iov_base = bytes, .iov_len = n };
	m->msg_hdr = (struct msghdr){ .msg_name = name,
				      .msg_namelen = sizeof(*name),
				      .msg_iov = at,
				      .msg_iovlen = 1 };
}

void
udp_open(struct udp *u, int fd)
{
	u->fd = fd;
	u->in_bytes = mem_alloc((size_t)UDP_BATCH * UDP_BYTES_MAX);
	u->out_bytes = mem_alloc(UDP_OUT_MAX);
}

void
udp_close(struct udp *u)
{
	if (u->fd >= 0)
		(void)close(u->fd); /* nothing buffered */
	mem_free(u->in_bytes);
	mem_free(u->out_bytes);
}

/* One family inside: a datagram from an IPv4 socket is dressed up. */
static void
peer_of(const struct sockaddr_in6 *from, struct net_peer *out)
{
	struct sockaddr_in v4;

	*out = (struct net_peer){ 0 };
	if (from->sin6_family == AF_INET6) {
		out->address.v6 = *from;
		return;
	}
	memcpy(&v4, from, sizeof(v4));
	out->address.v6.sin6_family = AF_INET6;
	out->address.v6.sin6_port = v4.sin_port;
	memset(&out->address.v6.sin6_addr.s6_addr[10], 0xff, 2);
	memcpy(&out->address.v6.sin6_addr.s6_addr[12], &v4.sin_addr, 4);
	out->slot = 1; /* goes back the way it came: as IPv4 */
}

static void
batch_serve(struct net *n, size_t count)
{
	struct udp *u = &n->udp;

	for (size_t i = 0; i < count; i++) {
		struct str in = { u->in_at[i].iov_base, u->in[i].msg_len };
		struct net_peer from;
		int64_t mark = 0;

		atomic_fetch_add(&n->counts.datagrams, 1);
		if ((u->in[i].msg_hdr.msg_flags & MSG_TRUNC) != 0)
			continue; /* longer than any message */
		peer_of(&u->from[i], &from);
		(void)n->conf.bytes(n->conf.ctx, &from, &in, &mark);
	}
}

void
udp_read(struct net *n)
{
	struct udp *u = &n->udp;
	int got = UDP_BATCH;

	for (int k = 0; k < ROUNDS_MAX && got == UDP_BATCH; k++) {
		for (size_t i = 0; i < UDP_BATCH; i++)
			slot_aim(&u->in[i], &u->in_at[i], &u->from[i],
				 u->in_bytes + i * UDP_BYTES_MAX,
				 UDP_BYTES_MAX);
		/* An ICMP error of an answer comes out here: let it go. */
		got = recvmmsg(u->fd, u->in, UDP_BATCH, MSG_DONTWAIT, NULL);
		if (got > 0)
			batch_serve(n, (size_t)got);
	}
}

static socklen_t
name_for(const struct net_peer *to, struct sockaddr_in6 *out)
{
	struct sockaddr_in v4 = { .sin_family = AF_INET };

	*out = to->address.v6;
	if (to->slot == 0)
		return sizeof(*out);
	v4.sin_port = to->address.v6.sin6_port;
	memcpy(&v4.sin_addr, &to->address.v6.sin6_addr.s6_addr[12], 4);
	memcpy(out, &v4, sizeof(v4));
	return sizeof(v4);
}

void
udp_put(struct net *n, const struct net_peer *to, struct str bytes)
{
	struct udp *u = &n->udp;
	size_t i;

	must(bytes.n <= UDP_BYTES_MAX);
	if (u->n_out == UDP_BATCH || bytes.n > UDP_OUT_MAX - u->out_used)
		udp_flush(n);
	i = u->n_out++;
	memcpy(u->out_bytes + u->out_used, bytes.p, bytes.n);
	slot_aim(&u->out[i], &u->out_at[i], &u->to[i],
		 u->out_bytes + u->out_used, bytes.n);
	u->out[i].msg_hdr.msg_namelen = name_for(to, &u->to[i]);
	u->out_used += bytes.n;
}

/* What the kernel does not take is lost, as on the way: the panel asks
 * again. */
void
udp_flush(struct net *n)
{
	struct udp *u = &n->udp;
	size_t at = 0;

	while (at < u->n_out) {
		int sent = sendmmsg(u->fd, u->out + at,
				    (unsigned)(u->n_out - at), MSG_DONTWAIT);

		if (sent <= 0) {
			sent = 1;
			atomic_fetch_add(&n->counts.unsent, 1);
		}
		at += (size_t)sent;
	}
	u->n_out = u->out_used = 0;
}
