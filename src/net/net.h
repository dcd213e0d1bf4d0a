/*
 * net.h - one thread, one epoll: TCP connections and UDP datagrams of one
 * port, for protocols of short messages.
 *
 * It knows bytes and addresses, nothing of what they mean.  An idle
 * connection costs a small struct: bytes are read into one shared buffer, and
 * only an unfinished message is kept for the connection.  Everything is
 * bounded: connections, those of one address, what waits to be sent.
 */
#ifndef NET_NET_H
#define NET_NET_H

#include <netinet/in.h>

#include "base/err.h"

/* Where bytes came from and an answer goes to; outlives the connection. */
struct net_peer {
	bool is_tcp;
	uint32_t slot, turn; /* TCP: which connection */
	/* UDP: which of our addresses it came to, and the answer goes out
	 * from; all 0: whichever routing picks. */
	struct in6_addr ours;
	union {
		struct sockaddr any;
		struct sockaddr_in v4;
		struct sockaddr_in6 v6;
	} address;
};
#define NET_PEER_BYTES 64
/* "192.0.2.1:4711", "[2001:db8::1]:4711"; out has NET_PEER_BYTES. */
struct str net_peer_print(const struct net_peer *p, char *out);
/* Without the port, as a key for limits. */
struct str net_peer_host(const struct net_peer *p, char *out);

struct net;
/*
 * What a connection sent, or one datagram.  Takes off *in what it can use;
 * the rest of a connection comes again with what follows.  mark is a number
 * of the connection's own, 0 at first.  false closes it, after what waits to
 * be sent and the answers that are held.
 */
typedef bool net_bytes(void *ctx, const struct net_peer *from, struct str *in,
		       int64_t *mark);

struct net_conf {
	const char *listen; /* "ADDRESS:PORT", "[::]:PORT"; port 0: any */
	size_t connections_max, per_address_max;
	size_t in_max;	 /* an unfinished message of a connection */
	size_t out_max;	 /* bytes that a connection does not read */
	int64_t idle_ms; /* silence that closes a connection */
	net_bytes *bytes;
	/* On the loop's thread after each round of events, and after
	 * net_wake: answers that others have ready. */
	void (*round)(void *ctx);
	void *ctx;
};

/* Listens on both, and runs its thread. */
MUST_CHECK enum err
net_open(const struct net_conf *conf, struct net **out, struct why *why);
int net_port(const struct net *n);
/* From any thread: a round, soon. */
void net_wake(struct net *n);
/* Takes no new bytes any more; answers still go out. */
void net_stop_reading(struct net *n);
void net_close(struct net **n);

/* ---- on the loop's thread only ---- */

/* An answer to this connection comes later: it stays open for it, also when
 * the other side has ended its sending. */
void net_hold(struct net *n, const struct net_peer *p);
/* The held answer, or (empty) that there will be none. */
void net_answer(struct net *n, const struct net_peer *to, struct str bytes);
/* Without having held it. */
void net_send(struct net *n, const struct net_peer *to, struct str bytes);

struct net_figures {
	int64_t open;		/* connections now */
	uint64_t accepted;	/* connections */
	uint64_t refused;	/* for a limit */
	uint64_t idle, clogged; /* closed for silence, for not reading */
	uint64_t datagrams, unsent;
};
struct net_figures net_figures(struct net *n);

#endif
