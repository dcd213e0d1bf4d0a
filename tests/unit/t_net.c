/* t_net.c - the loop: bytes in pieces, held answers, limits, both families,
 * datagrams; and it stops when told. */
#include "unit.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/time.h"
#include "net/net.h"

/* Lines are answered by themselves; "later" by another thread; "!" closes. */
struct echo {
	struct net *net;
	_Atomic int rounds;
	pthread_mutex_t lock;
	struct net_peer later[16];
	size_t n_later;
};

static bool
echo_bytes(void *ctx, const struct net_peer *from, struct str *in,
	   int64_t *mark)
{
	struct echo *e = ctx;
	struct str line, rest;

	while (memchr(in->n == 0 ? "" : in->p, '\n', in->n) != NULL) {
		line = str_cut(*in, '\n', &rest);
		*in = rest;
		++*mark;
		if (str_is(line, "!"))
			return false;
		if (str_is(line, "later")) {
			net_hold(e->net, from);
			pthread_mutex_lock(&e->lock);
			e->later[e->n_later++] = *from;
			pthread_mutex_unlock(&e->lock);
			continue;
		}
		net_send(e->net, from, line);
		net_send(e->net, from, STR("\n"));
	}
	return true;
}

static void
echo_round(void *ctx)
{
	struct echo *e = ctx;

	atomic_fetch_add(&e->rounds, 1);
	pthread_mutex_lock(&e->lock);
	if (e->n_later > 0 && e->n_later % 2 == 0) {
		for (size_t i = 0; i < e->n_later; i++)
			net_answer(e->net, &e->later[i], STR("now\n"));
		e->n_later = 0;
	}
	pthread_mutex_unlock(&e->lock);
}

static void
echo_open(struct echo *e, const char *listen, size_t most, size_t per_address)
{
	struct net_conf conf = { .listen = listen,
				 .connections_max = most,
				 .per_address_max = per_address,
				 .in_max = 64,
				 .out_max = 4096,
				 .idle_ms = 60000,
				 .bytes = echo_bytes,
				 .round = echo_round,
				 .ctx = e };
	struct why why = { 0 };

	*e = (struct echo){ .lock = PTHREAD_MUTEX_INITIALIZER };
	assert_int_equal(net_open(&conf, &e->net, &why), OK);
}

static int
dial(const struct echo *e, int family, int type)
{
	struct sockaddr_in v4 = { .sin_family = AF_INET,
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct sockaddr_in6 v6 = { .sin6_family = AF_INET6,
				   .sin6_addr = IN6ADDR_LOOPBACK_INIT };
	struct timeval wait = { .tv_sec = 5 };
	int fd = socket(family, type, 0);

	v4.sin_port = v6.sin6_port = htons((uint16_t)net_port(e->net));
	assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait,
				    sizeof(wait)),
			 0);
	assert_int_equal(family == AF_INET ?
			     connect(fd, (struct sockaddr *)&v4, sizeof(v4)) :
			     connect(fd, (struct sockaddr *)&v6, sizeof(v6)),
			 0);
	return fd;
}

static void
say(int fd, const char *text)
{
	assert_int_equal(send(fd, text, strlen(text), MSG_NOSIGNAL),
			 strlen(text));
}

/* Exactly so many bytes, or the end. */
static void
hear(int fd, const char *text)
{
	char got[256] = "";
	size_t n = 0, want = strlen(text);
	ssize_t more = 1;

	while (n < want && more > 0) {
		more = recv(fd, got + n, want - n, 0);
		n += more > 0 ? (size_t)more : 0;
	}
	assert_string_equal(got, text);
}

static bool
is_closed(int fd)
{
	char one;

	return recv(fd, &one, 1, 0) <= 0;
}

static void
lines_come_back_whole(void **state)
{
	struct echo e;
	int fd;

	(void)state;
	echo_open(&e, "127.0.0.1:0", 16, 16);
	fd = dial(&e, AF_INET, SOCK_STREAM);
	say(fd, "one\ntw");
	hear(fd, "one\n");
	say(fd, "o\nthree\n");
	hear(fd, "two\nthree\n");
	say(fd, "!\n");
	assert_true(is_closed(fd));
	(void)close(fd);
	net_close(&e.net);
	assert_null(e.net);
}

static void
a_held_answer_reaches_who_ended_his_sending(void **state)
{
	struct echo e;
	int a, b;

	(void)state;
	echo_open(&e, "127.0.0.1:0", 16, 16);
	a = dial(&e, AF_INET, SOCK_STREAM);
	b = dial(&e, AF_INET, SOCK_STREAM);
	say(a, "later\n");
	assert_int_equal(shutdown(a, SHUT_WR), 0);
	(void)usleep(50000);
	say(b, "later\n");
	hear(a, "now\n");
	assert_true(is_closed(a));
	hear(b, "now\n");
	say(b, "still here\n");
	hear(b, "still here\n");
	(void)close(a);
	(void)close(b);
	net_close(&e.net);
}

/* Noise behind a good message: closed, after its answer. */
static void
a_held_answer_comes_before_the_closing(void **state)
{
	struct echo e;
	int a, b;

	(void)state;
	echo_open(&e, "127.0.0.1:0", 16, 16);
	a = dial(&e, AF_INET, SOCK_STREAM);
	b = dial(&e, AF_INET, SOCK_STREAM);
	say(a, "later\n!\n");
	(void)usleep(50000);
	say(b, "later\n");
	hear(a, "now\n");
	assert_true(is_closed(a));
	(void)close(a);
	(void)close(b);
	net_close(&e.net);
}

/* Bound to all addresses: the answer leaves from the one that was asked. */
static void
datagrams_are_answered_from_where_they_came(void **state)
{
	static const char *const listens[] = { "0.0.0.0:0", "[::]:0" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(listens); i++) {
		struct sockaddr_in to = { .sin_family = AF_INET };
		struct timeval wait = { .tv_sec = 5 };
		struct echo e;
		int fd = socket(AF_INET, SOCK_DGRAM, 0);

		echo_open(&e, listens[i], 4, 4);
		to.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1);
		to.sin_port = htons((uint16_t)net_port(e.net));
		assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait,
					    sizeof(wait)),
				 0);
		/* Takes nothing from another address. */
		assert_int_equal(connect(fd, (struct sockaddr *)&to,
					 sizeof(to)),
				 0);
		say(fd, "here\n");
		hear(fd, "here");
		(void)close(fd);
		net_close(&e.net);
	}
}

/* The answer of a connection that is gone goes nowhere, also when its place
 * was taken by another. */
static void
an_answer_does_not_go_to_another(void **state)
{
	const struct linger now = { .l_onoff = 1 };
	struct echo e;
	int a, b;

	(void)state;
	echo_open(&e, "127.0.0.1:0", 1, 1);
	a = dial(&e, AF_INET, SOCK_STREAM);
	say(a, "later\n");
	say(a, "x\n");
	hear(a, "x\n");
	assert_int_equal(setsockopt(a, SOL_SOCKET, SO_LINGER, &now,
				    sizeof(now)),
			 0);
	(void)close(a);
	while (net_figures(e.net).open != 0)
		(void)usleep(1000);
	b = dial(&e, AF_INET, SOCK_STREAM);
	say(b, "hello\n");
	hear(b, "hello\n");
	say(b, "later\n");
	hear(b, "now\n");
	say(b, "end\n");
	hear(b, "end\n");
	(void)close(b);
	net_close(&e.net);
}

static void
limits_hold_per_address_and_in_all(void **state)
{
	struct echo e;
	int fds[6];
	int64_t open_now;

	(void)state;
	echo_open(&e, "127.0.0.1:0", 4, 3);
	for (int i = 0; i < 6; i++)
		fds[i] = dial(&e, AF_INET, SOCK_STREAM);
	for (int i = 0; i < 3; i++) {
		say(fds[i], "x\n");
		hear(fds[i], "x\n");
	}
	for (int i = 3; i < 6; i++)
		assert_true(is_closed(fds[i]));
	assert_int_equal(net_figures(e.net).refused, 3);
	for (int i = 0; i < 6; i++)
		(void)close(fds[i]);
	do {
		(void)usleep(1000);
		open_now = net_figures(e.net).open;
	} while (open_now != 0);
	fds[0] = dial(&e, AF_INET, SOCK_STREAM);
	say(fds[0], "again\n");
	hear(fds[0], "again\n");
	(void)close(fds[0]);
	net_close(&e.net);
}

static void
an_endless_line_closes(void **state)
{
	struct echo e;
	int fd;

	(void)state;
	echo_open(&e, "127.0.0.1:0", 4, 4);
	fd = dial(&e, AF_INET, SOCK_STREAM);
	say(fd, "0123456789012345678901234567890123456789"
		"0123456789012345678901234567890123456789");
	assert_true(is_closed(fd));
	(void)close(fd);
	net_close(&e.net);
}

static void
datagrams_of_both_families_are_answered(void **state)
{
	struct echo e;
	char text[NET_PEER_BYTES];
	struct net_peer peer = { 0 };
	int v4, v6;

	(void)state;
	echo_open(&e, "[::]:0", 4, 4);
	v4 = dial(&e, AF_INET, SOCK_DGRAM);
	v6 = dial(&e, AF_INET6, SOCK_DGRAM);
	for (int i = 0; i < 300; i++) {
		say(v4, "four\n");
		hear(v4, "four");
		hear(v4, "\n");
		say(v6, "six\n");
		hear(v6, "six");
		hear(v6, "\n");
	}
	(void)close(v4);
	v4 = dial(&e, AF_INET, SOCK_STREAM);
	say(v4, "tcp\n");
	hear(v4, "tcp\n");
	(void)close(v4);
	(void)close(v6);
	assert_int_equal(net_figures(e.net).datagrams, 600);
	net_close(&e.net);
	peer.address.v6.sin6_family = AF_INET6;
	peer.address.v6.sin6_addr = (struct in6_addr)IN6ADDR_LOOPBACK_INIT;
	peer.address.v6.sin6_port = htons(4711);
	assert_str(net_peer_print(&peer, text), "[::1]:4711");
	assert_str(net_peer_host(&peer, text), "::1");
}

static void
an_address_that_is_none_is_said(void **state)
{
	static const char *const bad[] = { "127.0.0.1", "nowhere:1", "[::1:1",
					   "127.0.0.1:99999999" };
	struct why why = { 0 };
	struct net *n;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct net_conf conf = { .listen = bad[i],
					 .connections_max = 1,
					 .in_max = 1,
					 .out_max = 1 };

		assert_int_equal(net_open(&conf, &n, &why), ERR_STORAGE);
		assert_null(n);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_come_back_whole),
		cmocka_unit_test(a_held_answer_reaches_who_ended_his_sending),
		cmocka_unit_test(a_held_answer_comes_before_the_closing),
		cmocka_unit_test(datagrams_are_answered_from_where_they_came),
		cmocka_unit_test(an_answer_does_not_go_to_another),
		cmocka_unit_test(limits_hold_per_address_and_in_all),
		cmocka_unit_test(an_endless_line_closes),
		cmocka_unit_test(datagrams_of_both_families_are_answered),
		cmocka_unit_test(an_address_that_is_none_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
