/* wire.h - a client made of a raw socket, for the tests of http/. */
#ifndef TESTS_WIRE_H
#define TESTS_WIRE_H

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "unit.h"

#define WIRE_HEAD_MAX 16384

struct answer {
	int status;
	char head[WIRE_HEAD_MAX];
	char *body; /* NUL-terminated */
	size_t n;
};

static inline int
wire_open(int port)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
				  .sin_port = htons((uint16_t)port),
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const struct timeval patience = { .tv_sec = 10 };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_true(fd >= 0);
	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof(to)), 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
	return fd;
}

/* false: the server has closed. */
static inline bool
wire_send_n(int fd, const void *p, size_t n)
{
	const char *at = p;

	while (n > 0) {
		ssize_t sent = send(fd, at, n, MSG_NOSIGNAL);

		if (sent <= 0)
			return false;
		at += sent;
		n -= (size_t)sent;
	}
	return true;
}

static inline bool
wire_send(int fd, const char *text)
{
	return wire_send_n(fd, text, strlen(text));
}

/* Exactly n bytes, fewer at the end. */
static inline size_t
wire_take(int fd, char *out, size_t n)
{
	size_t got = 0;

	while (got < n) {
		ssize_t part = recv(fd, out + got, n - got, 0);

		if (part <= 0)
			break;
		got += (size_t)part;
	}
	return got;
}

static inline bool
wire_line(int fd, char *out, size_t max)
{
	size_t n = 0;

	while (n + 1 < max && wire_take(fd, out + n, 1) == 1) {
		n++;
		if (out[n - 1] == '\n')
			break;
	}
	out[n] = '\0';
	return n > 0;
}

/* The value of a header, or NULL; lives in the head. */
static inline const char *
answer_header(struct answer *a, const char *name, char *out, size_t max)
{
	char want[128];
	const char *at;
	size_t n;

	(void)snprintf(want, sizeof(want), "\r\n%s: ", name);
	at = strcasestr(a->head, want);
	if (at == NULL)
		return NULL;
	at += strlen(want);
	n = strcspn(at, "\r");
	assert_true(n < max);
	memcpy(out, at, n);
	out[n] = '\0';
	return out;
}

static inline bool
answer_has(struct answer *a, const char *name, const char *value)
{
	char got[1024];

	return answer_header(a, name, got, sizeof(got)) != NULL &&
	       strcmp(got, value) == 0;
}

static inline void
take_head(int fd, struct answer *a)
{
	size_t n = 0;

	while (n + 1 < WIRE_HEAD_MAX && wire_take(fd, a->head + n, 1) == 1) {
		a->head[++n] = '\0';
		if (n >= 4 && strcmp(a->head + n - 4, "\r\n\r\n") == 0)
			break;
	}
	if (n > 12)
		a->status = (int)strtol(a->head + 9, NULL, 10);
}

static inline void
take_until_close(int fd, struct answer *a)
{
	char part[4096];
	size_t n;

	while ((n = wire_take(fd, part, sizeof(part))) > 0) {
		a->body = realloc(a->body, a->n + n + 1);
		memcpy(a->body + a->n, part, n);
		a->n += n;
	}
}

/* One answer; status 0: the server closed without one. */
static inline struct answer
wire_answer(int fd, bool head_only)
{
	struct answer a = { 0 };
	char length[32];

	take_head(fd, &a);
	a.body = calloc(1, 1);
	if (head_only || a.status == 0 || a.status == 304 || a.status == 204)
		return a;
	if (answer_header(&a, "Content-Length", length, sizeof(length))) {
		size_t n = (size_t)strtoull(length, NULL, 10);

		a.body = realloc(a.body, n + 1);
		a.n = wire_take(fd, a.body, n);
	} else {
		take_until_close(fd, &a);
	}
	a.body[a.n] = '\0';
	return a;
}

static inline void
answer_free(struct answer *a)
{
	free(a->body);
	*a = (struct answer){ 0 };
}

static inline struct answer
wire_ask(int port, const char *text)
{
	int fd = wire_open(port);
	struct answer a;

	assert_true(wire_send(fd, text));
	a = wire_answer(fd, strncmp(text, "HEAD", 4) == 0);
	close(fd);
	return a;
}

#define GET(path) "GET " path " HTTP/1.1\r\nHost: x\r\n"

static inline void
sleep_ms(long ms)
{
	const struct timespec t = { ms / 1000, (ms % 1000) * 1000000 };

	nanosleep(&t, NULL);
}

/* The server has closed; false: something came, or nothing for 10 s. */
static inline bool
wire_closed(int fd)
{
	char ch;
	ssize_t n = recv(fd, &ch, 1, 0);

	return n == 0 || (n < 0 && errno == ECONNRESET);
}

#endif
