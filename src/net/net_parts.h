/* net_parts.h - inside net/: the loop's state, shared by its files. */
#ifndef NET_NET_PARTS_H
#define NET_NET_PARTS_H

#include <stdatomic.h>
#include <sys/socket.h>

#include "base/buf.h"
#include "net/net.h"

#define NO_SLOT UINT32_MAX
#define READ_MAX 65536

struct conn {
	int fd; /* -1: free */
	uint32_t turn;
	uint32_t held;		/* answers to come */
	uint32_t host;		/* in hosts */
	uint32_t before, after; /* by silence; after: also the free ones */
	uint32_t next_dirty;
	bool dirty, ended, closing, waits_to_write;
	int64_t seen_us, mark;
	struct buf in, out;
	struct sockaddr_in6 address;
};

/* Connections per address. */
struct host {
	uint8_t address[16];
	uint32_t count;
	uint32_t next; /* of its bucket, or of the free ones */
};
struct hosts {
	size_t max, n_buckets;
	struct host *v;
	uint32_t *buckets, free;
};

#define UDP_BATCH 64
#define UDP_BYTES_MAX 8192
#define UDP_OUT_MAX 131072
/* Room for what says which address of ours it is about. */
struct udp_control {
	_Alignas(struct cmsghdr) char bytes[64];
};
struct udp {
	int fd;
	struct mmsghdr in[UDP_BATCH], out[UDP_BATCH];
	struct iovec in_at[UDP_BATCH], out_at[UDP_BATCH];
	struct sockaddr_in6 from[UDP_BATCH], to[UDP_BATCH];
	struct udp_control in_about[UDP_BATCH], out_about[UDP_BATCH];
	char *in_bytes, *out_bytes;
	size_t n_out, out_used;
};

struct net_counts {
	_Atomic int64_t open;
	_Atomic uint64_t accepted, refused, idle, clogged, datagrams, unsent;
};

struct net {
	struct net_conf conf;
	int epoll, listener, wake;
	bool listener_rests; /* no descriptors left: until the next second */
	_Atomic bool stopping, deaf;
	bool is_deaf;
	int64_t now_us, swept_us;
	struct conn *conns;
	uint32_t free, oldest, newest, dirty;
	struct hosts hosts;
	struct udp udp;
	char *read; /* READ_MAX */
	struct net_counts counts;
};

/* What epoll says an event belongs to; below it: slot and turn. */
#define EVENT_LISTENER UINT64_MAX
#define EVENT_UDP (UINT64_MAX - 1)
#define EVENT_WAKE (UINT64_MAX - 2)

/* net_conn.c */
void conns_open(struct net *n);
void conns_close(struct net *n);
void conns_accept(struct net *n);
void conn_event(struct net *n, uint64_t which, uint32_t events);
void conns_flush(struct net *n);
void conns_sweep(struct net *n);
void conns_deaf(struct net *n);

/* net_host.c */
void hosts_open(struct hosts *h, size_t max);
void hosts_close(struct hosts *h);
/* NO_SLOT: the address has its limit. */
uint32_t
host_enter(struct hosts *h, const struct sockaddr_in6 *from, size_t limit);
void host_leave(struct hosts *h, uint32_t host);

/* net_udp.c */
void udp_open(struct udp *u, int fd);
void udp_close(struct udp *u);
void udp_read(struct net *n);
void udp_put(struct net *n, const struct net_peer *to, struct str bytes);
void udp_flush(struct net *n);

/* net_address.c */
MUST_CHECK enum err address_bind(const char *listen, int *tcp, int *udp,
				 int *port, struct why *why);

#endif
