/* panel_link.c - the simulated panel's socket. */
#include "cli/panel_link.h"

#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/str.h"
#include "base/time.h"

#define HOST_MAX 256
#define PORT_MAX 6

static enum err
to_bad(const struct panel_link *l, struct why *why)
{
	return fail(why, ERR_BAD_REQUEST,
		    "--to wants HOST:PORT, such as 127.0.0.1:9000, not %.80s",
		    "--to 应为 主机:端口，如 127.0.0.1:9000，而不是 %.80s",
		    l->to);
}

static enum err
to_split(const struct panel_link *l, char host[HOST_MAX], char port[PORT_MAX],
	 struct why *why)
{
	const char *colon = strrchr(l->to, ':');
	struct str h = { l->to, colon == NULL ? 0 : (size_t)(colon - l->to) };
	struct str p = str_of(colon == NULL ? "" : colon + 1);
	int64_t number;

	if (h.n > 2 && h.p[0] == '[' && h.p[h.n - 1] == ']')
		h = (struct str){ h.p + 1, h.n - 2 };
	if (h.n == 0 || h.n >= HOST_MAX || p.n >= PORT_MAX ||
	    !str_to_int(p, 1, UINT16_MAX, &number))
		return to_bad(l, why);
	memcpy(host, h.p, h.n);
	host[h.n] = '\0';
	memcpy(port, p.p, p.n);
	port[p.n] = '\0';
	return OK;
}

enum err
panel_link_check(const struct panel_link *l, struct why *why)
{
	char host[HOST_MAX], port[PORT_MAX];

	return to_split(l, host, port, why);
}

/* True when the socket can be read or written before the deadline. */
static bool
wait_for(int fd, short what, int64_t until_us)
{
	struct pollfd p = { .fd = fd, .events = what };
	int64_t left_ms = (until_us - time_mono_us()) / 1000 + 1;
	int rc;

	if (left_ms < 0)
		left_ms = 0;
	do {
		rc =
		    poll(&p, 1, left_ms > INT32_MAX ? INT32_MAX : (int)left_ms);
	} while (rc < 0 && errno == EINTR);
	return rc > 0;
}

/* 0, or the errno of the failed attempt. */
static int
connect_one(int fd, const struct addrinfo *to, int64_t until_us)
{
	int error = 0;
	socklen_t size = sizeof(error);

	if (connect(fd, to->ai_addr, to->ai_addrlen) == 0)
		return 0;
	if (errno != EINPROGRESS)
		return errno;
	if (!wait_for(fd, POLLOUT, until_us))
		return ETIMEDOUT;
	if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
		return errno;
	return error;
}

static int
connect_any(struct panel_link *l, const struct addrinfo *found,
	    int64_t until_us)
{
	int error = EADDRNOTAVAIL;

	for (; found != NULL; found = found->ai_next) {
		int fd =
		    socket(found->ai_family,
			   found->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC,
			   found->ai_protocol);

		if (fd < 0)
			continue;
		error = connect_one(fd, found, until_us);
		if (error == 0) {
			l->fd = fd;
			l->open = true;
			l->at = l->n = 0;
			return 0;
		}
		(void)close(fd); /* nothing was sent */
	}
	return error;
}

/* Has the other side closed a line that we kept? */
static bool
is_dead(const struct panel_link *l)
{
	char ch;
	ssize_t n = recv(l->fd, &ch, 1, MSG_PEEK | MSG_DONTWAIT);

	return n == 0 ? !l->udp : n < 0 && errno != EAGAIN && errno != EINTR;
}

enum err
panel_link_open(struct panel_link *l, int64_t until_us, struct why *why)
{
	struct addrinfo hints = { .ai_socktype =
				      l->udp ? SOCK_DGRAM : SOCK_STREAM };
	struct addrinfo *found;
	char host[HOST_MAX], port[PORT_MAX];
	int error;

	if (l->open && !is_dead(l))
		return OK;
	panel_link_close(l);
	TRY(to_split(l, host, port, why));
	if (getaddrinfo(host, port, &hints, &found) != 0)
		return fail(why, ERR_NOT_FOUND, "no host %s", "没有主机 %s",
			    host);
	error = connect_any(l, found, until_us);
	freeaddrinfo(found);
	if (error != 0)
		return fail(why, ERR_BUSY, "cannot connect to %s: %s",
			    "无法连接 %s：%s", l->to, strerror(error));
	return OK;
}

enum err
panel_link_send(struct panel_link *l, struct str bytes, struct why *why)
{
	/* A frame is smaller than any socket's buffer: it goes out whole. */
	ssize_t n = send(l->fd, bytes.p, bytes.n, MSG_NOSIGNAL);

	if (n >= 0 && (size_t)n == bytes.n)
		return OK;
	return fail(why, ERR_BUSY, "cannot send to %s: %s",
		    "无法向 %s 发送：%s", l->to,
		    n < 0 ? strerror(errno) : "short write");
}

/* A frame out of what has arrived; noise is passed over. */
static bool
frame_next(struct panel_link *l, struct str *out)
{
	struct str in = { l->in + l->at, l->n - l->at };
	enum dc09_piece piece;

	do {
		piece = dc09_cut(&in, out);
	} while (piece == DC09_NOISE);
	l->at = l->n - in.n;
	return piece == DC09_FRAME;
}

enum panel_event
panel_link_read(struct panel_link *l, int64_t until_us, struct str *out)
{
	while (!frame_next(l, out)) {
		ssize_t n;

		/* dc09_cut leaves at most one frame's worth: there is room */
		memmove(l->in, l->in + l->at, l->n - l->at);
		l->n -= l->at;
		l->at = 0;
		if (!wait_for(l->fd, POLLIN, until_us))
			return PANEL_LATE;
		n = recv(l->fd, l->in + l->n, sizeof(l->in) - l->n, 0);
		if (n < 0 && (errno == EAGAIN || errno == EINTR))
			continue;
		if (n < 0 || (n == 0 && !l->udp))
			return PANEL_CLOSED;
		l->n += (size_t)n;
	}
	return PANEL_FRAME;
}

void
panel_link_close(struct panel_link *l)
{
	if (l->open)
		(void)close(l->fd); /* what mattered was answered */
	l->open = false;
}
