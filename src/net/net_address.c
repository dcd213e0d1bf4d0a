/* net_address.c - addresses as text, and the two sockets of one port. */
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "net/net_parts.h"

#define UDP_ROOM (8 << 20) /* a burst waits in the kernel */
#define BACKLOG 4096

/* IPv4 in IPv6 clothes is shown as IPv4. */
static bool
host_print(const struct net_peer *p, char out[INET6_ADDRSTRLEN])
{
	const struct in6_addr *six = &p->address.v6.sin6_addr;

	if (IN6_IS_ADDR_V4MAPPED(six)) {
		(void)inet_ntop(AF_INET, six->s6_addr + 12, out,
				INET6_ADDRSTRLEN);
		return true;
	}
	(void)inet_ntop(AF_INET6, six, out, INET6_ADDRSTRLEN);
	return false;
}

struct str
net_peer_host(const struct net_peer *p, char *out)
{
	(void)host_print(p, out);
	return str_of(out);
}

struct str
net_peer_print(const struct net_peer *p, char *out)
{
	char host[INET6_ADDRSTRLEN];
	bool v4 = host_print(p, host);

	(void)snprintf(out, NET_PEER_BYTES, v4 ? "%s:%u" : "[%s]:%u", host,
		       (unsigned)ntohs(p->address.v6.sin6_port));
	return str_of(out);
}

/* ---- listening ---- */

static enum err
listen_fail(const char *listen, const char *what, struct why *why)
{
	return fail(why, ERR_STORAGE, "cannot listen on %.100s: %.100s",
		    "无法监听 %.100s：%.100s", listen, what);
}

static enum err
resolve(const char *listen, struct addrinfo **out, struct why *why)
{
	const struct addrinfo hints = { .ai_flags = AI_PASSIVE |
						    AI_NUMERICHOST |
						    AI_NUMERICSERV,
					.ai_socktype = SOCK_STREAM };
	const char *colon = strrchr(listen, ':');
	char host[128];
	int64_t port;
	size_t n;
	int rc;

	if (colon == NULL || (size_t)(colon - listen) >= sizeof(host) ||
	    !str_to_int(str_of(colon + 1), 0, 65535, &port))
		return listen_fail(listen, "ADDRESS:PORT", why);
	n = (size_t)(colon - listen);
	if (n >= 2 && listen[0] == '[' && listen[n - 1] == ']') {
		listen++;
		n -= 2;
	}
	memcpy(host, listen, n);
	host[n] = '\0';
	rc = getaddrinfo(n == 0 ? NULL : host, colon + 1, &hints, out);
	return rc == 0 ? OK : listen_fail(listen, gai_strerror(rc), why);
}

static bool
settle(int fd, int family, int type)
{
	const int on = 1, off = 0, room = UDP_ROOM;

	if (family == AF_INET6)
		(void)setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off,
				 sizeof(off));
	if (type == SOCK_STREAM)
		return setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on,
				  sizeof(on)) == 0;
	if (family == AF_INET6)
		(void)setsockopt(fd, IPPROTO_IPV6, IPV6_RECVPKTINFO, &on,
				 sizeof(on));
	else
		(void)setsockopt(fd, IPPROTO_IP, IP_PKTINFO, &on, sizeof(on));
	/* As much as we may have; less only means more retries in a burst. */
	if (setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof(room)) !=
	    0)
		(void)setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room,
				 sizeof(room));
	(void)setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &room, sizeof(room));
	return true;
}

static int
socket_bind(const struct addrinfo *at, int type)
{
	int fd = socket(at->ai_family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return -1;
	if (settle(fd, at->ai_family, type) &&
	    bind(fd, at->ai_addr, at->ai_addrlen) == 0 &&
	    (type != SOCK_STREAM || listen(fd, BACKLOG) == 0))
		return fd;
	(void)close(fd); /* errno is that of the failure: nothing written */
	return -1;
}

/* Datagrams on the port that the listener got. */
static int
udp_beside(int tcp, struct addrinfo *at, int *port)
{
	struct sockaddr_in6 name; /* both kinds have the port there */
	socklen_t n = sizeof(name);

	if (getsockname(tcp, (struct sockaddr *)&name, &n) != 0)
		return -1;
	*port = ntohs(name.sin6_port);
	((struct sockaddr_in6 *)(void *)at->ai_addr)->sin6_port =
	    name.sin6_port;
	return socket_bind(at, SOCK_DGRAM);
}

enum err
address_bind(const char *listen, int *tcp, int *udp, int *port, struct why *why)
{
	struct addrinfo *at = NULL;
	enum err rc = OK;

	TRY(resolve(listen, &at, why));
	*tcp = socket_bind(at, SOCK_STREAM);
	if (*tcp >= 0)
		*udp = udp_beside(*tcp, at, port);
	if (*tcp < 0 || *udp < 0)
		rc = listen_fail(listen, strerror(errno), why);
	freeaddrinfo(at);
	return rc;
}
