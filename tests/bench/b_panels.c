/*
 * b_panels.c - panels that raise alarms: the load on a receiver.
 *
 *   b_panels tcp|udp PORT SECONDS PANELS [RATE]
 *
 * Each panel has an account of its own (000001 on, hexadecimal) and sends its
 * next alarm when the last one was acknowledged; with RATE so many a second
 * all together, whoever is free.  Over TCP each keeps its connection.  A
 * frame without an answer within two seconds is sent again, as panels do.
 * Prints acknowledged alarms per second and the times from frame to ACK.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/crc.h"
#include "base/str.h"
#include "base/time.h"

#define AGAIN_US 2000000
#define TIMES_MAX 20000000

struct panel {
	int fd;
	unsigned no;
	int64_t n;	 /* alarms sent */
	int64_t sent_us; /* 0: free */
	int64_t first_us;
	char frame[160];
	size_t bytes, got;
	char in[160];
};

static struct panel *panels;
static int n_panels, epoll_fd;
static uint32_t *times; /* microseconds */
static size_t n_times;
static int64_t again;
static bool is_tcp;

static void
panel_open(struct panel *p, uint16_t port)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
				  .sin_port = htons(port),
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct epoll_event e = { .events = EPOLLIN, .data.ptr = p };
	const int on = 1;

	p->fd = socket(AF_INET, is_tcp ? SOCK_STREAM : SOCK_DGRAM, 0);
	must(p->fd >= 0);
	must(connect(p->fd, (struct sockaddr *)&to, sizeof(to)) == 0);
	if (is_tcp)
		(void)setsockopt(p->fd, IPPROTO_TCP, TCP_NODELAY, &on,
				 sizeof(on));
	must(epoll_ctl(epoll_fd, EPOLL_CTL_ADD, p->fd, &e) == 0);
}

static void
panel_push(struct panel *p, int64_t now_us)
{
	p->sent_us = now_us;
	must(send(p->fd, p->frame, p->bytes, MSG_NOSIGNAL) ==
	     (ssize_t)p->bytes);
}

static void
panel_alarm(struct panel *p, int64_t now_us)
{
	char body[128];
	int n = snprintf(body, sizeof(body),
			 "\"ADM-CID\"%04lldL0#%06X[#%06X|1130 01 %03lld]",
			 (long long)(p->n % 9999 + 1), p->no, p->no,
			 (long long)(p->n / 9999 % 1000));
	unsigned crc = crc16_arc((struct str){ body, (size_t)n });

	p->n++;
	p->bytes = (size_t)snprintf(p->frame, sizeof(p->frame),
				    "\n%04X%04X%s\r", crc, (unsigned)n, body);
	p->first_us = now_us;
	panel_push(p, now_us);
}

/* Is it the ACK of what was sent?  Older ones come after a repeat. */
static void
panel_read(struct panel *p, int64_t now_us)
{
	ssize_t n = recv(p->fd, p->in + p->got, sizeof(p->in) - 1 - p->got,
			 MSG_DONTWAIT);
	char want[16];

	if (n <= 0) {
		must(n < 0 && (errno == EAGAIN || errno == ECONNREFUSED));
		return;
	}
	p->got += (size_t)n;
	p->in[p->got] = '\0';
	if (p->in[p->got - 1] != '\r')
		return;
	(void)snprintf(want, sizeof(want), "\"ACK\"%04lld",
		       (long long)((p->n - 1) % 9999 + 1));
	if (p->sent_us != 0 && strstr(p->in, want) != NULL) {
		if (n_times < TIMES_MAX)
			times[n_times++] = (uint32_t)(now_us - p->first_us);
		p->sent_us = 0;
	}
	p->got = 0;
}

static int
by_time(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static double
share_ms(double share)
{
	size_t at = (size_t)((double)n_times * share);

	return n_times == 0 ? 0 : (double)times[at] / 1000;
}

/* Sends what may be sent: all who are free, or as many as the rate says. */
static void
panels_send(int64_t now_us, int64_t due, int64_t *sent)
{
	static int at;

	for (int k = 0; k < n_panels && *sent < due; k++) {
		struct panel *p = &panels[at];

		at = (at + 1) % n_panels;
		if (p->sent_us == 0) {
			panel_alarm(p, now_us);
			++*sent;
		} else if (now_us - p->sent_us > AGAIN_US) {
			panel_push(p, now_us);
			again++;
		}
	}
}

static void
play(int64_t seconds, int64_t rate)
{
	int64_t start = time_mono_us(), now_us = start, sent = 0;
	struct epoll_event events[256];

	while (now_us - start < seconds * 1000000) {
		int64_t due =
		    rate == 0 ? INT64_MAX : (now_us - start) * rate / 1000000;
		int got;

		panels_send(now_us, due, &sent);
		got = epoll_wait(epoll_fd, events, 256, rate == 0 ? 10 : 1);
		now_us = time_mono_us();
		for (int i = 0; i < got; i++)
			panel_read(events[i].data.ptr, now_us);
	}
	qsort(times, n_times, sizeof(*times), by_time);
	printf("panels   %.0f acked/s, p50 %.2f ms, p99 %.2f ms, max %.2f ms, "
	       "sent again %lld, unanswered %lld\n",
	       (double)n_times * 1e6 / (double)(now_us - start), share_ms(0.5),
	       share_ms(0.99), share_ms(0.99999), (long long)again,
	       (long long)(sent - (int64_t)n_times));
}

int
main(int argc, char **argv)
{
	int64_t port, seconds, count, rate = 0;

	if (argc < 5 || !str_to_int(str_of(argv[2]), 1, 65535, &port) ||
	    !str_to_int(str_of(argv[3]), 1, 3600, &seconds) ||
	    !str_to_int(str_of(argv[4]), 1, 20000, &count) ||
	    (argc > 5 && !str_to_int(str_of(argv[5]), 1, 10000000, &rate))) {
		(void)fprintf(stderr, "usage: b_panels tcp|udp PORT SECONDS "
				      "PANELS [RATE]\n");
		return 2;
	}
	is_tcp = strcmp(argv[1], "tcp") == 0;
	n_panels = (int)count;
	panels = mem_alloc((size_t)n_panels * sizeof(*panels));
	times = mem_alloc(TIMES_MAX * sizeof(*times));
	epoll_fd = epoll_create1(0);
	for (int i = 0; i < n_panels; i++) {
		panels[i].no = (unsigned)i + 1;
		/* A panel sends far less than one a millisecond: no run
		 * repeats frames of the one before. */
		panels[i].n = time_now_ms();
		panel_open(&panels[i], (uint16_t)port);
	}
	play(seconds, rate);
	return 0;
}
