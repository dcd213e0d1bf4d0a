/* panel_fleet_net.c - the sockets of many simulated panels. */
#include "cli/panel_fleet_parts.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/str.h"
#include "base/time.h"

#define PANELS_A_SOCKET 500
#define BUFFER_BYTES (4 << 20)
#define UDP_MARK UINT64_C(0x100000000)

static enum err
sys_bad(const char *what, struct why *why)
{
	return fail(why, ERR_STORAGE, "%s: %s", "%s：%s", what,
		    strerror(errno));
}

static enum err
to_find(struct fleet *f, struct why *why)
{
	const char *colon = strrchr(f->conf->to, ':');
	struct addrinfo hints = { .ai_socktype = SOCK_DGRAM }, *found = NULL;
	struct str host = { f->conf->to,
			    colon == NULL ? 0 : (size_t)(colon - f->conf->to) };

	if (host.n > 2 && host.p[0] == '[')
		host = (struct str){ host.p + 1, host.n - 2 };
	if (host.n == 0 || getaddrinfo(arena_cstr(&f->a, host), colon + 1,
				       &hints, &found) != 0)
		return fail(why, ERR_BAD_REQUEST,
			    "--to wants HOST:PORT, such as 127.0.0.1:9000, "
			    "not %.80s",
			    "--to 应为 主机:端口，如 127.0.0.1:9000，而不是 "
			    "%.80s",
			    f->conf->to);
	memcpy(&f->to, found->ai_addr, found->ai_addrlen);
	f->to_size = found->ai_addrlen;
	freeaddrinfo(found);
	return OK;
}

/* A connection needs a descriptor; say so before half of them are open. */
static enum err
files_allow(size_t n, struct why *why)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
		return sys_bad("getrlimit", why);
	limit.rlim_cur = limit.rlim_max;
	if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
		return sys_bad("setrlimit", why);
	if (limit.rlim_cur >= n + 20)
		return OK;
	return fail(why, ERR_STATE,
		    "%zu open files are needed, %zu are allowed (ulimit -n)",
		    "需要 %zu 个文件描述符，只允许 %zu 个（ulimit -n）", n,
		    (size_t)limit.rlim_cur);
}

static enum err
udp_open(struct fleet *f, size_t i, struct why *why)
{
	struct epoll_event e = { .events = EPOLLIN, .data.u64 = UDP_MARK | i };
	int size = BUFFER_BYTES, fd;

	fd = socket(f->to.ss_family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC,
		    0);
	if (fd < 0)
		return sys_bad("socket", why);
	f->udp[f->n_udp++] = fd;
	/* As much as the system gives. */
	(void)setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
	(void)setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof(size));
	if (connect(fd, (const struct sockaddr *)&f->to, f->to_size) != 0 ||
	    epoll_ctl(f->epoll, EPOLL_CTL_ADD, fd, &e) != 0)
		return sys_bad("connect", why);
	return OK;
}

enum err
fleet_net_open(struct fleet *f, struct why *why)
{
	size_t tcp = 0, udp = 0, sockets;

	TRY(to_find(f, why));
	for (size_t i = 0; i < f->s->n_groups; i++)
		*(f->s->groups[i].udp ? &udp : &tcp) +=
		    (size_t)f->s->groups[i].count;
	sockets = (udp + PANELS_A_SOCKET - 1) / PANELS_A_SOCKET;
	TRY(files_allow(tcp + sockets, why));
	f->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (f->epoll < 0)
		return sys_bad("epoll", why);
	f->udp = ARENA_ARRAY(&f->a, sockets + 1, int);
	for (size_t i = 0; i < sockets; i++)
		TRY(udp_open(f, i, why));
	return OK;
}

void
fleet_net_close(struct fleet *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->panels[i].fd >= 0)
			(void)close(f->panels[i].fd); /* nothing is owed */
	for (size_t i = 0; i < f->n_udp; i++)
		(void)close(f->udp[i]);
	if (f->epoll > 0)
		(void)close(f->epoll);
}

/* ---- sending ---- */

bool
fleet_send(struct fleet *f, struct sim_panel *p, struct str bytes)
{
	int fd = p->fd;

	if (group_of(f, p)->udp)
		fd = f->udp[index_of(f, p) % f->n_udp];
	if (send(fd, bytes.p, bytes.n, MSG_NOSIGNAL) == (ssize_t)bytes.n)
		return true;
	/* A datagram that is lost is what the next attempt is for. */
	return group_of(f, p)->udp;
}

/* ---- TCP ---- */

static bool
reads(const struct fleet *f, const struct sim_panel *p)
{
	return !(group_of(f, p)->firmware & FW_BIT(FW_NEVER_READS));
}

void
fleet_call(struct fleet *f, struct sim_panel *p)
{
	struct epoll_event e = { .events = EPOLLOUT,
				 .data.u64 = index_of(f, p) };
	int on = 1, small = 2048;

	if (group_of(f, p)->udp || p->line != LINE_DOWN)
		return;
	p->fd = socket(f->to.ss_family,
		       SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (p->fd < 0) {
		f->connect_fails++;
		return; /* the timeout comes and tries again */
	}
	(void)setsockopt(p->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	if (!reads(f, p))
		(void)setsockopt(p->fd, SOL_SOCKET, SO_RCVBUF, &small,
				 sizeof(small));
	p->line = LINE_CALLING;
	p->n_in = 0;
	if (p->in == NULL)
		p->in = arena_alloc(&f->a, IN_MAX);
	if (connect(p->fd, (const struct sockaddr *)&f->to, f->to_size) != 0 &&
	    errno != EINPROGRESS) {
		f->connect_fails++;
		fleet_hang_up(f, p);
		return;
	}
	must(epoll_ctl(f->epoll, EPOLL_CTL_ADD, p->fd, &e) == 0);
}

void
fleet_hang_up(struct fleet *f, struct sim_panel *p)
{
	if (p->fd < 0)
		return;
	if (p->line == LINE_UP)
		f->connected--;
	(void)close(p->fd); /* nothing is owed */
	p->fd = -1;
	p->line = LINE_DOWN;
}

static void
call_done(struct fleet *f, struct sim_panel *p, int64_t now_us)
{
	struct epoll_event e = { .events = reads(f, p) ? EPOLLIN : 0,
				 .data.u64 = index_of(f, p) };
	int error = 0;
	socklen_t size = sizeof(error);

	if (getsockopt(p->fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0 ||
	    error != 0) {
		f->connect_fails++;
		fleet_hang_up(f, p);
		return;
	}
	must(epoll_ctl(f->epoll, EPOLL_CTL_MOD, p->fd, &e) == 0);
	f->connects++;
	f->connected++;
	p->line = LINE_UP;
	if (p->attempt > 0)
		fleet_attempt(f, p, now_us);
}

static void
frames_take(struct fleet *f, struct sim_panel *p, int64_t now_us)
{
	struct str in = { p->in, p->n_in }, frame;
	enum dc09_piece piece;
	int fd = p->fd;

	while (p->fd == fd && (piece = dc09_cut(&in, &frame)) != DC09_MORE)
		if (piece == DC09_FRAME)
			fleet_answer(f, frame, p, now_us);
	if (p->fd != fd)
		return;
	p->n_in = in.n;
	memmove(p->in, in.p, in.n);
}

static void
tcp_read(struct fleet *f, struct sim_panel *p, int64_t now_us)
{
	ssize_t n;

	if (p->n_in == IN_MAX)
		p->n_in = 0; /* no answer is so long */
	n = recv(p->fd, p->in + p->n_in, IN_MAX - p->n_in, 0);
	if (n > 0) {
		p->n_in += (size_t)n;
		frames_take(f, p, now_us);
	} else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
		f->cuts++;
		fleet_hang_up(f, p);
	}
}

#define DATAGRAMS 64
static void
udp_read(struct fleet *f, int fd, int64_t now_us)
{
	char in[DC09_FRAME_MAX + 1];

	for (int i = 0; i < DATAGRAMS; i++) {
		ssize_t n = recv(fd, in, sizeof(in), 0);
		struct str left = { in, n < 0 ? 0 : (size_t)n }, frame;

		if (n < 0)
			return;
		while (dc09_cut(&left, &frame) == DC09_FRAME)
			fleet_answer(f, frame, NULL, now_us);
	}
}

void
fleet_wait(struct fleet *f, int64_t until_us)
{
	struct epoll_event events[256];
	int64_t wait_us = until_us - time_mono_us();
	int n = epoll_wait(f->epoll, events, ARRAY_LEN(events),
			   wait_us <= 0 ? 0 : (int)((wait_us + 999) / 1000));
	int64_t now_us = time_mono_us();

	for (int i = 0; i < n; i++) {
		uint64_t at = events[i].data.u64;
		struct sim_panel *p;

		if (at & UDP_MARK) {
			udp_read(f, f->udp[at & UINT32_MAX], now_us);
			continue;
		}
		p = &f->panels[at];
		if (p->line == LINE_CALLING)
			call_done(f, p, now_us);
		else if (p->line == LINE_UP)
			tcp_read(f, p, now_us);
	}
}
