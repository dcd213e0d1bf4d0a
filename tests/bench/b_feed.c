/*
 * b_feed.c - the live feed under 2000 listeners and 50 events a second.
 *
 * The server is a child process, so its CPU and memory are its own.  Prints
 * CPU seconds, events delivered, how late they were, memory per listener
 * (the process's; the kernel's socket buffers come on top).
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/time.h"
#include "http/feed.h"
#include "http/http.h"

#define LISTENERS 2000
#define RATE 50
#define RUN_S 10
#define BEAT_S 5

struct figures {
	double cpu_s;
	size_t rss_before, rss_after;
	uint64_t events, resets;
};

static struct feed *feed;

static void
serve(struct http_req *r, void *ctx)
{
	(void)ctx;
	http_answer_feed(r, feed, 1, 1, (struct str){ 0 });
}

static size_t
no_body(struct http_req *r, void *ctx)
{
	(void)r;
	(void)ctx;
	return 0;
}

static size_t
rss_bytes(void)
{
	unsigned long all = 0, resident = 0;
	FILE *f = fopen("/proc/self/statm", "r");

	must(f != NULL && fscanf(f, "%lu %lu", &all, &resident) == 2);
	(void)fclose(f);
	return (size_t)resident * (size_t)sysconf(_SC_PAGESIZE);
}

static double
cpu_s(void)
{
	struct rusage u;

	must(getrusage(RUSAGE_SELF, &u) == 0);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
	       (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

static void
publish(void)
{
	const int64_t step_us = 1000000 / RATE;
	int64_t next_us = time_mono_us();

	for (int i = 0; i < RATE * RUN_S; i++) {
		struct event e = { .org = 1,
				   .row = 1000 + i,
				   .version = 2,
				   .at_ms = time_now_ms(),
				   .reg = "workorder",
				   .op = "step",
				   .event = "grade",
				   .state = "graded" };
		int64_t wait_us;

		feed_put(feed, &e);
		if (i % (RATE * BEAT_S) == 0)
			feed_beat(feed);
		next_us += step_us;
		wait_us = next_us - time_mono_us();
		if (wait_us > 0)
			(void)usleep((useconds_t)wait_us);
	}
}

/* in: one byte when all listen; out: port, then the figures. */
static void
server(int in, int out)
{
	const struct http_conf conf = { .listen = "127.0.0.1:0",
					.threads = 2,
					.connections_max = 2 * LISTENERS,
					.header_max = 8192,
					.timeout_s = 30,
					.serve = serve,
					.limit = no_body };
	struct figures f = { 0 };
	struct http *h = NULL;
	struct why why;
	int port;
	char go;

	log_set_level(LOG_ERROR);
	feed = feed_new(time_now_ms(), 4096, LISTENERS);
	must(http_open(&conf, &h, &why) == OK);
	port = http_port(h, false);
	f.rss_before = rss_bytes();
	must(write(out, &port, sizeof(port)) == sizeof(port));
	must(read(in, &go, 1) == 1);
	f.rss_after = rss_bytes();
	f.cpu_s = cpu_s();
	publish();
	(void)sleep(1);
	f.cpu_s = cpu_s() - f.cpu_s;
	f.events = feed_figures(feed).events;
	f.resets = feed_figures(feed).resets;
	must(write(out, &f, sizeof(f)) == sizeof(f));
	feed_stop(feed);
	http_close(&h);
	feed_free(&feed);
}

static int
listen_one(int port)
{
	static const char ask[] = "GET /feed HTTP/1.1\r\nHost: x\r\n\r\n";
	struct sockaddr_in to = { .sin_family = AF_INET,
				  .sin_port = htons((uint16_t)port),
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	must(fd >= 0);
	must(connect(fd, (struct sockaddr *)&to, sizeof(to)) == 0);
	must(send(fd, ask, sizeof(ask) - 1, 0) == sizeof(ask) - 1);
	return fd;
}

struct heard {
	uint64_t events;
	int64_t late_ms_sum, late_ms_max;
	uint64_t sampled;
};

/* Only events have an "at_ms"; the first of a piece is looked at. */
static void
hear(struct heard *h, char *text)
{
	static const char mark[] = "\"at_ms\":";
	char *at = strstr(text, mark);
	int64_t late;

	if (at != NULL) {
		late = time_now_ms() - strtoll(at + sizeof(mark) - 1, NULL, 10);
		h->late_ms_sum += late;
		h->late_ms_max = late > h->late_ms_max ? late : h->late_ms_max;
		h->sampled++;
	}
	for (; at != NULL; at = strstr(at + 1, mark))
		h->events++;
}

static void
hear_all(int ep, int until_fd, struct heard *h)
{
	static char text[65536];
	struct epoll_event ready[256], done = { .events = EPOLLIN };

	done.data.fd = until_fd;
	must(epoll_ctl(ep, EPOLL_CTL_ADD, until_fd, &done) == 0);
	for (;;) {
		int n = epoll_wait(ep, ready, 256, -1);

		for (int i = 0; i < n; i++) {
			ssize_t got;

			if (ready[i].data.fd == until_fd)
				return;
			got = recv(ready[i].data.fd, text, sizeof(text) - 1, 0);
			must(got > 0);
			text[got] = '\0';
			hear(h, text);
		}
	}
}

int
main(void)
{
	int to_child[2], from_child[2], port = 0, ep = epoll_create1(0);
	struct heard h = { 0 };
	struct figures f;
	uint64_t want;
	pid_t pid;

	must(pipe(to_child) == 0 && pipe(from_child) == 0);
	pid = fork();
	must(pid >= 0 && ep >= 0);
	if (pid == 0) {
		server(to_child[0], from_child[1]);
		_exit(0);
	}
	must(read(from_child[0], &port, sizeof(port)) == sizeof(port));
	for (int i = 0; i < LISTENERS; i++) {
		struct epoll_event e = { .events = EPOLLIN };

		e.data.fd = listen_one(port);
		must(epoll_ctl(ep, EPOLL_CTL_ADD, e.data.fd, &e) == 0);
	}
	(void)sleep(1);
	must(write(to_child[1], "g", 1) == 1);
	hear_all(ep, from_child[0], &h);
	must(read(from_child[0], &f, sizeof(f)) == sizeof(f));
	(void)kill(pid, SIGKILL);
	(void)waitpid(pid, NULL, 0);
	want = f.events * LISTENERS;
	printf("feed     %d listeners, %d events/s, %d s: delivered %llu of "
	       "%llu, resets %llu\n",
	       LISTENERS, RATE, RUN_S, (unsigned long long)h.events,
	       (unsigned long long)want, (unsigned long long)f.resets);
	printf("feed     server CPU %.2f s of %d s (%.2f of a core), "
	       "%.1f us/event\n",
	       f.cpu_s, RUN_S, f.cpu_s / RUN_S, f.cpu_s * 1e6 / (double)want);
	printf("feed     late %.0f ms mean, %lld ms most; %.1f KiB a listener "
	       "in the process\n",
	       (double)h.late_ms_sum / (double)(h.sampled > 0 ? h.sampled : 1),
	       (long long)h.late_ms_max,
	       (double)(f.rss_after - f.rss_before) / 1024 / LISTENERS);
	return h.events == want ? 0 : 1;
}
