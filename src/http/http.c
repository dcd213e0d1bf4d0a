/* http.c - listeners: opening, closing. */
#include "http/http.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdarg.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/rnd.h"
#include "base/str.h"
#include "base/thread.h"
#include "base/time.h"
#include "http/http_in.h"
#include "http/metrics.h"

#define BACKLOG 1024
#define PEM_MAX ((size_t)1 << 20)
#define CLOSE_WAIT_MS 3000
/* Beside the headers: their parsed form, and the head of the answer. */
#define POOL_EXTRA_BYTES 4096
#define POOL_MIN_BYTES 12288

/* TLS 1.2 and 1.3, forward secrecy, authenticated ciphers only. */
#define TLS_PRIORITIES                                                   \
	"NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-KX-ALL:"            \
	"+ECDHE-ECDSA:+ECDHE-RSA:-CIPHER-ALL:+AES-256-GCM:"              \
	"+CHACHA20-POLY1305:+AES-128-GCM:-MAC-ALL:+AEAD:-SIGN-RSA-SHA1:" \
	"-SIGN-ECDSA-SHA1:%SERVER_PRECEDENCE"

/* "[::]:8443" or "127.0.0.1:8080" as host and port. */
static bool
address_split(const char *text, char *host, size_t n, const char **port)
{
	const char *colon = strrchr(text, ':');
	struct str h;

	if (colon == NULL)
		return false;
	h = (struct str){ text, (size_t)(colon - text) };
	if (h.n >= 2 && h.p[0] == '[' && h.p[h.n - 1] == ']')
		h = (struct str){ h.p + 1, h.n - 2 };
	*port = colon + 1;
	return (size_t)snprintf(host, n, "%.*s", STR_ARG(h)) < n;
}

static int
socket_listen(const struct addrinfo *ai)
{
	int on = 1, off = 0;
	int fd = socket(ai->ai_family,
			SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return -1;
	(void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (ai->ai_family == AF_INET6)
		(void)setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off,
				 sizeof(off));
	if (bind(fd, ai->ai_addr, ai->ai_addrlen) == 0 &&
	    listen(fd, BACKLOG) == 0)
		return fd;
	on = errno;
	(void)close(fd);
	errno = on;
	return -1;
}

static enum err
address_listen(const char *text, int *fd, struct why *why)
{
	const struct addrinfo hints = { .ai_socktype = SOCK_STREAM,
					.ai_flags =
					    AI_PASSIVE | AI_NUMERICSERV };
	struct addrinfo *found = NULL;
	char host[256];
	const char *port;

	if (!address_split(text, host, sizeof(host), &port) ||
	    getaddrinfo(host[0] != '\0' ? host : NULL, port, &hints, &found) !=
		0)
		return fail(why, ERR_INVALID,
			    "\"%s\" is not an address with a port",
			    "“%s”不是带端口的地址", text);
	*fd = socket_listen(found);
	freeaddrinfo(found);
	if (*fd < 0)
		return fail(why, ERR_INVALID, "cannot listen on %s: %s",
			    "无法监听 %s：%s", text, strerror(errno));
	return OK;
}

static int
socket_port(int fd)
{
	struct sockaddr_storage ss = { 0 };
	socklen_t n = sizeof(ss);
	struct sockaddr_in *v4 = (struct sockaddr_in *)&ss;
	struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&ss;

	if (getsockname(fd, (struct sockaddr *)&ss, &n) != 0)
		return 0;
	return ntohs(ss.ss_family == AF_INET6 ? v6->sin6_port : v4->sin_port);
}

/* NUL-terminated, for the library; wiped and freed by the caller. */
static enum err
pem_read(const char *path, struct buf *out, struct why *why)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	bool done;
	char *p;

	*out = buf_open(PEM_MAX);
	done = fd >= 0 && fstat(fd, &st) == 0;
	p = done && st.st_size > 0 ? buf_room(out, (size_t)st.st_size) : NULL;
	done = p != NULL && read(fd, p, (size_t)st.st_size) == st.st_size;
	if (done)
		p[st.st_size] = '\0';
	out->n = done ? (size_t)st.st_size : 0;
	if (fd >= 0)
		(void)close(fd);
	if (!done)
		return fail(why, ERR_STORAGE, "cannot read %s", "无法读取 %s",
			    path);
	return OK;
}

static void
pem_release(struct buf *b)
{
	if (b->p != NULL)
		secret_wipe(b->p, b->n);
	buf_release(b);
}

PRINTF(2, 0)
static void
library_log(void *cls, const char *fmt, va_list ap)
{
	char text[256];

	(void)cls;
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	text[strcspn(text, "\n")] = '\0';
	log_debug(LOG_HTTP, "library", "text=\"%s\"", text);
}

/* Leave the target as it came: we decode it ourselves, once. */
static size_t
keep_escapes(void *cls, struct MHD_Connection *mhd, char *s)
{
	(void)cls;
	(void)mhd;
	return strlen(s);
}

static void
completed(void *cls, struct MHD_Connection *mhd, void **con_cls,
	  enum MHD_RequestTerminationCode code)
{
	struct http_req *r = *con_cls;
	struct conn *c = r != NULL ? r->conn : NULL;

	(void)cls;
	(void)mhd;
	if (r == NULL)
		return;
	*con_cls = NULL;
	metric_add(METRIC_HTTP_GONE,
		   code == MHD_REQUEST_TERMINATED_WITH_ERROR ||
		       code == MHD_REQUEST_TERMINATED_CLIENT_ABORT);
	req_end(r);
	conn_deadline(c, time_mono_us(), 2, 0);
}

static size_t
pool_bytes(const struct http_conf *conf)
{
	size_t n = conf->header_max + POOL_EXTRA_BYTES;

	return n < POOL_MIN_BYTES ? POOL_MIN_BYTES : n;
}

#define OPTION(name, number)                       \
	{                                          \
		MHD_OPTION_##name, (number), NULL, \
	}
#define OPTION_END OPTION(END, 0)

/*
 * TLS by poll: with epoll 0.9.75 spins at full speed while a handshake waits
 * for the client, so that a few slow phones would take a whole core.
 * Connections asleep (the live feed) are not among those polled.
 */
static unsigned
daemon_flags(bool tls)
{
	unsigned both = MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;

	return both | (tls ? MHD_USE_TLS | MHD_USE_POLL_INTERNAL_THREAD :
			     MHD_USE_EPOLL_INTERNAL_THREAD);
}

static struct MHD_Daemon *
daemon_start(struct door *door, int fd, const char *cert, const char *key)
{
	const struct http_conf *conf = &door->http->conf;
	const struct MHD_OptionItem tls[] = {
		{ MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)(uintptr_t)cert },
		{ MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)(uintptr_t)key },
		{ MHD_OPTION_HTTPS_PRIORITIES, 0,
		  (void *)(uintptr_t)TLS_PRIORITIES },
		OPTION_END
	};
	const struct MHD_OptionItem plain[] = {
		OPTION(LISTEN_SOCKET, fd),
		OPTION(CONNECTION_MEMORY_LIMIT, (intptr_t)pool_bytes(conf)),
		OPTION(CONNECTION_LIMIT, (intptr_t)conf->connections_max),
		OPTION(PER_IP_CONNECTION_LIMIT,
		       (intptr_t)conf->per_address_max),
		OPTION(CONNECTION_TIMEOUT, conf->timeout_s),
		OPTION(STRICT_FOR_CLIENT, 1),
		{ conf->threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE :
				      MHD_OPTION_END,
		  (intptr_t)conf->threads, NULL },
		OPTION_END
	};

	return MHD_start_daemon(daemon_flags(door->tls), 0, NULL, NULL,
				http_access, door, MHD_OPTION_EXTERNAL_LOGGER,
				library_log, NULL, MHD_OPTION_NOTIFY_COMPLETED,
				completed, door, MHD_OPTION_NOTIFY_CONNECTION,
				conn_notify, door, MHD_OPTION_URI_LOG_CALLBACK,
				req_new, door, MHD_OPTION_UNESCAPE_CALLBACK,
				keep_escapes, NULL, MHD_OPTION_ARRAY, plain,
				door->tls ? MHD_OPTION_ARRAY : MHD_OPTION_END,
				tls, MHD_OPTION_END);
}

static enum err
door_open(struct door *door, const char *address, struct why *why)
{
	const struct http_conf *conf = &door->http->conf;
	struct buf cert = { 0 }, key = { 0 };
	enum err rc = OK;
	int fd = -1;

	if (door->tls) {
		rc = pem_read(conf->cert, &cert, why);
		if (rc == OK)
			rc = pem_read(conf->key, &key, why);
	}
	if (rc == OK)
		rc = address_listen(address, &fd, why);
	if (rc == OK) {
		door->port = socket_port(fd);
		door->daemon = daemon_start(door, fd, cert.p, key.p);
		/* the library has closed the socket also when it failed */
		if (door->daemon == NULL)
			rc = fail(why, ERR_INVALID,
				  "cannot start HTTP on %s: is the certificate "
				  "right?",
				  "无法在 %s 启动 HTTP：请检查证书", address);
	}
	pem_release(&cert);
	pem_release(&key);
	return rc;
}

static void
http_init(struct http *h, const struct http_conf *conf)
{
	h->conf = *conf;
	pthread_mutex_init(&h->m, NULL);
	cond_init(&h->quiet);
	for (size_t i = 0; i < ARRAY_LEN(h->doors); i++)
		h->doors[i] = (struct door){ .http = h, .tls = i == 1 };
}

enum err
http_open(const struct http_conf *conf, struct http **out, struct why *why)
{
	const char *addresses[] = { conf->listen, conf->listen_tls };
	struct http *h = mem_alloc(sizeof(*h));
	enum err rc;

	http_init(h, conf);
	*out = h;
	rc = watch_start(h, why);
	if (rc != OK) {
		mem_free(h);
		*out = NULL;
		return rc;
	}
	for (size_t i = 0; rc == OK && i < ARRAY_LEN(h->doors); i++) {
		const char *address = addresses[i];

		if (address == NULL || address[0] == '\0')
			continue;
		rc = door_open(&h->doors[i], address, why);
		if (rc == OK)
			log_info(LOG_HTTP, "listen",
				 "address=%s port=%d tls=%d", address,
				 h->doors[i].port, h->doors[i].tls);
	}
	if (rc != OK)
		http_close(out);
	return rc;
}

int
http_port(const struct http *h, bool tls)
{
	return h->doors[tls].port;
}

/* What was carried out is also answered; but a client that does not read
 * holds nobody up for long. */
static void
serving_wait(struct http *h)
{
	int64_t until_us;

	pthread_mutex_lock(&h->m);
	h->closing = true;
	while (h->serving > 0)
		pthread_cond_wait(&h->quiet, &h->m);
	until_us = time_mono_us() + CLOSE_WAIT_MS * 1000;
	while (h->owed > 0 && cond_wait_until(&h->quiet, &h->m, until_us))
		;
	pthread_mutex_unlock(&h->m);
}

static void
spare_free(struct http *h)
{
	while (h->spare != NULL) {
		struct http_req *r = h->spare;

		h->spare = r->next_spare;
		arena_release(&r->a);
		mem_free(r);
	}
}

void
http_close(struct http **out)
{
	struct http *h = *out;

	if (h == NULL)
		return;
	serving_wait(h);
	for (size_t i = 0; i < ARRAY_LEN(h->doors); i++)
		if (h->doors[i].daemon != NULL)
			MHD_stop_daemon(h->doors[i].daemon);
	watch_stop(h);
	spare_free(h);
	zips_free(h);
	pthread_cond_destroy(&h->quiet);
	pthread_mutex_destroy(&h->m);
	mem_free(h);
	*out = NULL;
}
