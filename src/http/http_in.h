/*
 * http_in.h - what the files that wrap the HTTP library share; nobody else
 * includes it.
 *
 *   http.c         listeners, start, stop
 *   http_conn.c    connections: deadlines, the watch, lingering close
 *   http_req.c     what came: path, query, headers
 *   http_body.c    taking a body in, memory or file
 *   http_serve.c   the library's handler: the steps of a request
 *   http_reply.c   what goes out
 *   http_zip.c     gzip
 *   http_stream.c  answers without an end
 */
#ifndef HTTP_HTTP_IN_H
#define HTTP_HTTP_IN_H

#include <pthread.h>
#include <stdatomic.h>
#include <netinet/in.h>

#include <microhttpd.h>

#include "http/http.h"

#define BODY_MEMORY_MAX ((size_t)1 << 20)
/* A body or an answer slower than this is a slow-loris. */
#define RATE_BYTES_PER_S 8192

struct conn {
	struct conn *prev, *next;
	struct door *door;
	int fd;
	_Atomic int64_t deadline_us; /* 0: none */
	bool cut;		     /* the watch has shut it; under http.m */
	bool linger;	      /* the library's thread: drain before closing */
	struct http_req *req; /* the library's thread: not yet completed */
	char peer[INET6_ADDRSTRLEN];
};

/* One listener. */
struct door {
	struct http *http;
	bool tls;
	int port;
	struct MHD_Daemon *daemon;
};

struct drain {
	int fd;
	int64_t until_us;
	size_t left_bytes;
};
#define LINGER_MAX 64

struct zip;
struct http {
	struct http_conf conf;
	struct door doors[2];
	pthread_mutex_t m; /* all below */
	pthread_cond_t quiet;
	bool closing;
	size_t serving; /* requests given to the handler, not yet answered */
	size_t owed;	/* the same until their answer has left whole */
	struct conn *conns;
	struct http_req *spare;
	size_t n_spare;
	struct zip *zips;
	struct drain lingers[LINGER_MAX];
	size_t n_lingers;
	pthread_t watch;
	int watch_fd; /* eventfd: look now */
};

/* Who is ahead: the handler's answer or the end of the handler. */
enum answer_state {
	ANSWER_NONE,	  /* the handler has not been called */
	ANSWER_SERVING,	  /* the handler runs, nothing yet */
	ANSWER_SUSPENDED, /* the handler is back, the connection sleeps */
	ANSWER_READY	  /* reply, fixed or stream may be sent */
};

struct http_req {
	struct http_req *next_spare;
	struct http *http;
	struct conn *conn;
	struct MHD_Connection *mhd;
	const char *method;
	struct str raw, path; /* in the arena */
	size_t n_queries;
	struct http_pair *queries;
	bool begun, bad_target;
	struct arena a;
	/* body */
	int64_t head_us; /* the head was complete; the body's time runs */
	size_t body_max, body_bytes;
	struct buf body;
	int body_fd;
	void *body_map;
	bool body_lost;	  /* no room on disk */
	int64_t ready_us; /* complete; since then it is ours to answer */
	/* the answer */
	_Atomic int state;
	bool owed;
	struct http_reply reply;
	const struct http_fixed *fixed;
	struct http_stream *stream;
};

/* http_conn.c */
void conn_notify(void *cls, struct MHD_Connection *mhd, void **socket_ctx,
		 enum MHD_ConnectionNotificationCode code);
struct conn *conn_of(struct MHD_Connection *mhd);
/* Until from + timeout_s * times + bytes at the slowest rate. */
void
conn_deadline(struct conn *c, int64_t from_us, unsigned times, uint64_t bytes);
void conn_no_deadline(struct conn *c);
MUST_CHECK enum err watch_start(struct http *h, struct why *why);
void watch_stop(struct http *h);

/* http_req.c */
struct http_req *req_take(struct http *h); /* from the spare ones */
void req_give(struct http_req *r);
void *req_new(void *cls, const char *uri, struct MHD_Connection *mhd);
void req_end(struct http_req *r);
/* Path and query out of raw; false: not a valid target. */
bool target_parse(struct http_req *r);
/* The first wins; quality 0 counts as not accepted. */
bool header_takes(struct str header, const char *word);

/* http_body.c */
bool body_fits(struct http_req *r, size_t n);
void body_take(struct http_req *r, struct str bytes);
void body_release(struct http_req *r);

/* http_serve.c */
enum MHD_Result
http_access(void *cls, struct MHD_Connection *mhd, const char *url,
	    const char *method, const char *version, const char *upload,
	    size_t *upload_size, void **con_cls);
/* Publishes what is in r->reply, fixed or stream. */
void answer_publish(struct http_req *r);
/* Its answer has left, or nobody waits for it any more. */
void answer_sent(struct http_req *r);

/* http_reply.c */
enum MHD_Result reply_send(struct http_req *r);
/* The problem document into r->reply. */
void refuse_fill(struct http_req *r, int status, enum err code);
/* Straight onto the connection, from the library's thread, when the library
 * would take no answer now; the connection must be given up after it. */
void refuse_raw(struct http_req *r, int status, enum err code);
void
common_headers(struct MHD_Response *m, bool tls, bool own_csp, bool own_cache);

/* http_zip.c: NULL when it would not get smaller. */
char *zip_bytes(struct http *h, struct str bytes, size_t *n);
void zips_free(struct http *h);

/* http_stream.c */
struct MHD_Response *stream_response(struct http_req *r);
void stream_drop(struct http_req *r);

#endif
