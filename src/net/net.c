/* net.c - the loop: events, answers, silence. */
#include "net/net.h"

#include <errno.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/thread.h"
#include "base/time.h"
#include "net/net_parts.h"

#define EVENTS_MAX 512
#define SWEEP_US INT64_C(1000000)
#define DESCRIPTORS_BESIDE 1024

struct net_thread {
	struct net net; /* first: the loop's own */
	pthread_t id;
	bool running;
	int port;
};

static void
watch(struct net *n, int fd, uint64_t what)
{
	struct epoll_event e = { .events = EPOLLIN, .data.u64 = what };

	must(epoll_ctl(n->epoll, EPOLL_CTL_ADD, fd, &e) == 0);
}

/* Connections are more than the usual limit of descriptors. */
static void
descriptors_raise(size_t wanted)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
		return;
	limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
	/* If not: accept rests when there are none left. */
	(void)setrlimit(RLIMIT_NOFILE, &limit);
}

static void
go_deaf(struct net *n)
{
	n->is_deaf = true;
	(void)epoll_ctl(n->epoll, EPOLL_CTL_DEL, n->listener, NULL);
	(void)epoll_ctl(n->epoll, EPOLL_CTL_DEL, n->udp.fd, NULL);
	conns_deaf(n);
}

static void
wake_drain(struct net *n)
{
	uint64_t count;

	/* A second reader there is not: empty is as good. */
	(void)!read(n->wake, &count, sizeof(count));
}

static void
event_serve(struct net *n, const struct epoll_event *e)
{
	if (e->data.u64 == EVENT_LISTENER)
		conns_accept(n);
	else if (e->data.u64 == EVENT_UDP)
		udp_read(n);
	else if (e->data.u64 == EVENT_WAKE)
		wake_drain(n);
	else
		conn_event(n, e->data.u64, e->events);
}

static void
round_end(struct net *n)
{
	if (atomic_load(&n->deaf) && !n->is_deaf)
		go_deaf(n);
	n->conf.round(n->conf.ctx);
	conns_flush(n);
	udp_flush(n);
	if (n->now_us - n->swept_us < SWEEP_US)
		return;
	n->swept_us = n->now_us;
	conns_sweep(n);
}

static void *
loop_run(void *arg)
{
	struct net *n = arg;
	struct epoll_event events[EVENTS_MAX];

	while (!atomic_load(&n->stopping)) {
		int got = epoll_wait(n->epoll, events, EVENTS_MAX,
				     (int)(SWEEP_US / 1000));

		must(got >= 0 || errno == EINTR);
		n->now_us = time_mono_us();
		for (int i = 0; i < got; i++)
			event_serve(n, &events[i]);
		round_end(n);
	}
	return NULL;
}

enum err
net_open(const struct net_conf *conf, struct net **out, struct why *why)
{
	struct net_thread *t = mem_alloc(sizeof(*t));
	struct net *n = &t->net;
	int udp = -1;
	enum err rc;

	n->conf = *conf;
	n->epoll = n->wake = n->listener = n->udp.fd = -1;
	*out = n;
	rc = address_bind(conf->listen, &n->listener, &udp, &t->port, why);
	udp_open(&n->udp, udp);
	conns_open(n);
	if (rc != OK) {
		net_close(out);
		return rc;
	}
	descriptors_raise(conf->connections_max + DESCRIPTORS_BESIDE);
	n->epoll = epoll_create1(EPOLL_CLOEXEC);
	n->wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	must(n->epoll >= 0 && n->wake >= 0);
	watch(n, n->listener, EVENT_LISTENER);
	watch(n, udp, EVENT_UDP);
	watch(n, n->wake, EVENT_WAKE);
	n->now_us = n->swept_us = time_mono_us();
	t->id = thread_start("net", loop_run, n);
	t->running = true;
	return OK;
}

int
net_port(const struct net *n)
{
	return ((const struct net_thread *)n)->port;
}

void
net_wake(struct net *n)
{
	const uint64_t one = 1;

	/* Full means that it is awake already. */
	(void)!write(n->wake, &one, sizeof(one));
}

void
net_stop_reading(struct net *n)
{
	atomic_store(&n->deaf, true);
	net_wake(n);
}

static void
close_if_open(int fd)
{
	if (fd >= 0)
		(void)close(fd); /* nothing buffered */
}

void
net_close(struct net **net)
{
	struct net_thread *t = (struct net_thread *)*net;
	struct net *n = *net;

	if (n == NULL)
		return;
	if (t->running) {
		atomic_store(&n->stopping, true);
		net_wake(n);
		(void)pthread_join(t->id, NULL);
	}
	conns_close(n);
	udp_close(&n->udp);
	close_if_open(n->listener);
	close_if_open(n->wake);
	close_if_open(n->epoll);
	mem_free(t);
	*net = NULL;
}

struct net_figures
net_figures(struct net *n)
{
	return (struct net_figures){
		.open = atomic_load(&n->counts.open),
		.accepted = atomic_load(&n->counts.accepted),
		.refused = atomic_load(&n->counts.refused),
		.idle = atomic_load(&n->counts.idle),
		.clogged = atomic_load(&n->counts.clogged),
		.datagrams = atomic_load(&n->counts.datagrams),
		.unsent = atomic_load(&n->counts.unsent),
	};
}
