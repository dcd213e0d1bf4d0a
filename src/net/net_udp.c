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

/* An IPv4 address in IPv6 clothes. */
static void
dress(const struct in_addr *v4, struct in6_addr *out)
{
	memset(out, 0, sizeof(*out));
	memset(&out->s6_addr[10], 0xff, 2);
	memcpy(&out->s6_addr[12], v4, sizeof(*v4));
}

/* Which address of ours it came to: bound to all of them, the answer must
 * leave from that one, or the panel does not take it for one. */
static void
ours_of(struct msghdr *m, struct in6_addr *out)
{
	struct in_pktinfo v4;
	struct in6_pktinfo v6;

	for (struct cmsghdr *c = CMSG_FIRSTHDR(m); c != NULL;
	     c = CMSG_NXTHDR(m, c)) {
		if (c->cmsg_level == IPPROTO_IP && c->cmsg_type == IP_PKTINFO) {
			memcpy(&v4, CMSG_DATA(c), sizeof(v4));
			dress(&v4.ipi_spec_dst, out);
		} else if (c->cmsg_level == IPPROTO_IPV6 &&
			   c->cmsg_type == IPV6_PKTINFO) {
			memcpy(&v6, CMSG_DATA(c), sizeof(v6));
			if (!IN6_IS_ADDR_MULTICAST(&v6.ipi6_addr))
				*out = v6.ipi6_addr;
		}
	}
}

static void
ours_put(struct msghdr *m, struct udp_control *room, const struct net_peer *to)
{
	struct in_pktinfo v4 = { 0 };
	struct in6_pktinfo v6 = { .ipi6_addr = to->ours };
	struct cmsghdr *c;
	bool is_v4 = to->slot != 0; /* of the socket */
	size_t n = is_v4 ? sizeof(v4) : sizeof(v6);

	if (IN6_IS_ADDR_UNSPECIFIED(&to->ours))
		return;
	memcpy(&v4.ipi_spec_dst, &to->ours.s6_addr[12], 4);
	*room = (struct udp_control){ { 0 } };
	m->msg_control = room->bytes;
	m->msg_controllen = CMSG_SPACE(n);
	c = CMSG_FIRSTHDR(m);
	c->cmsg_level = is_v4 ? IPPROTO_IP : IPPROTO_IPV6;
	c->cmsg_type = is_v4 ? IP_PKTINFO : IPV6_PKTINFO;
	c->cmsg_len = CMSG_LEN(n);
	memcpy(CMSG_DATA(c), is_v4 ? (void *)&v4 : (void *)&v6, n);
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
	dress(&v4.sin_addr, &out->address.v6.sin6_addr);
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
		ours_of(&u->in[i].msg_hdr, &from.ours);
		(void)n->conf.bytes(n->conf.ctx, &from, &in, &mark);
	}
}

void
udp_read(struct net *n)
{
	struct udp *u = &n->udp;
	int got = UDP_BATCH;

	for (int k = 0; k < ROUNDS_MAX && got == UDP_BATCH; k++) {
		for (size_t i = 0; i < UDP_BATCH; i++) {
			slot_aim(&u->in[i], &u->in_at[i], &u->from[i],
				 u->in_bytes + i * UDP_BYTES_MAX,
				 UDP_BYTES_MAX);
			u->in[i].msg_hdr.msg_control = &u->in_about[i];
			u->in[i].msg_hdr.msg_controllen =
			    sizeof(u->in_about[i]);
		}
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
	ours_put(&u->out[i].msg_hdr, &u->out_about[i], to);
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
