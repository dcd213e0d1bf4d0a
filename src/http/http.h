/*
 * http.h - the HTTP library, wrapped once.
 *
 * Nobody else includes microhttpd.h.  A request is complete when the handler
 * is called, on a thread of the library's pool; the handler answers at once
 * or hands the request to a lane and answers later, from any thread.
 */
#ifndef HTTP_HTTP_H
#define HTTP_HTTP_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

struct http_req;

/* What came.  Slices live until the answer. */
struct str http_method(const struct http_req *r);
struct str http_path(const struct http_req *r); /* decoded, no query */
/* NULL-pointer slice when there is none; decoded; the first of a name. */
struct str http_query(const struct http_req *r, const char *name);
struct http_pair {
	struct str name, value;
};
/* All query pairs in order. */
const struct http_pair *http_queries(const struct http_req *r, size_t *n);
struct str http_header(const struct http_req *r, const char *name);
struct str http_cookie(const struct http_req *r, const char *name);
struct str http_body(const struct http_req *r);
/* Bodies above 1 MiB are in an unlinked temporary file: its fd, else -1. */
int http_body_fd(const struct http_req *r);
struct str http_peer(const struct http_req *r); /* address as text */
bool http_is_tls(const struct http_req *r);
struct arena *http_arena(struct http_req *r); /* freed after the answer */

/* The answer.  Every header is a whole name and value. */
#define HTTP_HEADERS_MAX 12
struct http_reply {
	int status;
	const char *type; /* Content-Type; NULL: none */
	struct buf body;  /* taken over */
	int fd;		  /* > 0: the body is this file from its start; taken
			     over (closed by http) */
	bool gzip;	  /* compress the body when the client takes it */
	size_t n_headers;
	struct http_pair headers[HTTP_HEADERS_MAX]; /* in the request's arena */
};
void http_reply_header(struct http_reply *p, struct http_req *r,
		       const char *name, const char *fmt, ...) PRINTF(4, 5);
/* Once per request, from any thread. */
void http_answer(struct http_req *r, struct http_reply *p);

/* Server-sent events: the connection stays open and is fed from a feed. */
struct feed;
/* from: the value of Last-Event-ID or ?from=, may be empty. */
void http_answer_feed(struct http_req *r, struct feed *f, int64_t org,
		      struct str from);

/* Called on a pool thread when the request is complete. */
typedef void http_handler(struct http_req *r, void *ctx);
/* Called when the headers are there: how large may the body be? */
typedef size_t http_limit(struct http_req *r, void *ctx);

struct http_conf {
	const char *listen;	/* "127.0.0.1:8080"; "" : none */
	const char *listen_tls; /* "0.0.0.0:8443"; "" : none */
	const char *cert, *key; /* PEM files */
	size_t threads;
	size_t connections_max, per_address_max;
	size_t header_max;	/* bytes of all headers */
	unsigned timeout_s;	/* idle or slow clients */
	http_handler *serve;
	http_limit *limit;
	void *ctx;
};
struct http;
MUST_CHECK enum err http_open(const struct http_conf *conf, struct http **out,
			      struct why *why);
/* Port really bound (when :0 was asked for). */
int http_port(const struct http *h, bool tls);
void http_close(struct http **h);

/* A self-signed certificate and key (P-256) when the files are not there. */
MUST_CHECK enum err tls_ensure(const char *cert, const char *key,
			       int64_t now_ms, struct why *why);

/* Files below a folder, read at start: .gz beside a file is served to who
 * takes it; names under assets/ are immutable; index.html for "/". */
struct files;
MUST_CHECK enum err files_open(const char *folder, struct files **out,
			       struct why *why);
void files_close(struct files **f);
/* false: no such file. */
bool files_serve(const struct files *f, struct http_req *r);

#endif
