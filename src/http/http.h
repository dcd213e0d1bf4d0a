/*
 * http.h - the HTTP library, wrapped once.
 *
 * Nobody outside http/http*.c includes microhttpd.h.  A request is complete
 * when the handler is called, on a thread of the library's pool; the handler
 * answers at once or hands the request to a lane and answers later, from any
 * thread.  Every request must be answered once: http_close waits for it.
 */
#ifndef HTTP_HTTP_H
#define HTTP_HTTP_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

struct http_req;

/* What came.  Slices live until the answer. */
struct str http_method(const struct http_req *r);
/* Decoded once, valid UTF-8 without control characters, no query. */
struct str http_path(const struct http_req *r);
/* NULL-pointer slice when there is none; decoded; the first of a name. */
struct str http_query(const struct http_req *r, const char *name);
struct http_pair {
	struct str name, value;
};
/* All query pairs in order. */
const struct http_pair *http_queries(const struct http_req *r, size_t *n);
/* NULL-pointer slice when there is none. */
struct str http_header(const struct http_req *r, const char *name);
struct str http_cookie(const struct http_req *r, const char *name);
/* The whole body; a large one is mapped from its file. */
struct str http_body(struct http_req *r);
/* Bodies above 1 MiB are in an unlinked temporary file: its fd, else -1. */
int http_body_fd(const struct http_req *r);
struct str http_peer(const struct http_req *r); /* address as text */
bool http_is_tls(const struct http_req *r);
/* English only when the client prefers it. */
enum lang http_lang(const struct http_req *r);
bool http_takes_gzip(const struct http_req *r);
/* Freed after the answer.  One thread at a time. */
struct arena *http_arena(struct http_req *r);

/* The answer.  Every header is a whole name and value. */
#define HTTP_HEADERS_MAX 12
struct http_reply {
	int status;
	const char *type; /* Content-Type, process life; NULL: none */
	struct buf body;  /* taken over */
	int fd;		  /* > 0: the body is this file from its start; taken
			     over (closed by http); a Range is honoured */
	bool gzip;	  /* compress the body when the client takes it */
	size_t n_headers;
	struct http_pair headers[HTTP_HEADERS_MAX]; /* in the request's arena */
};
/*
 * Control characters in the value become "?": a name from outside cannot
 * start a header of its own.  Cache-Control and Content-Security-Policy
 * replace the ones that every answer gets (no-store, the CSP of the pages).
 */
void http_reply_header(struct http_reply *p, struct http_req *r,
		       const char *name, const char *fmt, ...) PRINTF(4, 5);
/* Once per request, from any thread; r is gone afterwards. */
void http_answer(struct http_req *r, struct http_reply *p);
/* A problem document (RFC 9457) in the caller's language, by code.  For what
 * is refused below the dispatcher; status 0: the code's own. */
void http_refuse(struct http_req *r, int status, enum err code);

/*
 * An answer made once and given many times, from any thread: static files,
 * health.  Free it after http_close.
 */
struct http_fixed;
struct http_fixed *http_fixed_new(int status, const char *type, struct str body,
				  const struct http_pair *headers, size_t n);
void http_fixed_free(struct http_fixed **f);
void http_answer_fixed(struct http_req *r, const struct http_fixed *f);

/* Server-sent events: the connection stays open and is fed from a feed. */
struct feed;
/* user: for feed_leave.  from: the value of Last-Event-ID or ?from=, may be
 * empty.  503 busy when the feed has no room for one more listener. */
void http_answer_feed(struct http_req *r, struct feed *f, int64_t org,
		      int64_t user, struct str from);

/* Called on a pool thread when the request is complete. */
typedef void http_handler(struct http_req *r, void *ctx);
/* Called when the headers of a request with a body are there: how large may
 * the body be?  Only what came may be asked, nothing answered. */
typedef size_t http_limit(struct http_req *r, void *ctx);

struct http_conf {
	const char *listen;	/* "127.0.0.1:8080"; "" : none */
	const char *listen_tls; /* "0.0.0.0:8443", "[::]:8443"; "" : none */
	const char *cert, *key; /* PEM files, read at open */
	const char *tmp;	/* folder for large bodies; NULL: /tmp */
	size_t threads;
	size_t connections_max; /* each listener */
	size_t per_address_max; /* each listener; 0: no limit */
	size_t header_max;	/* bytes of all headers */
	/*
	 * The request's head must be there so long after the connection (or
	 * twice that after the answer before); its body and the answer each
	 * get this and a second more per 8 KiB; idle connections are closed.
	 */
	unsigned timeout_s;
	http_handler *serve;
	http_limit *limit;
	void *ctx;
};
struct http;
MUST_CHECK enum err
http_open(const struct http_conf *conf, struct http **out, struct why *why);
/* Port really bound (when :0 was asked for); 0: no such listener. */
int http_port(const struct http *h, bool tls);
/*
 * New requests get 503, those under way are waited for (so lanes must still
 * run), then all connections end.  feed_stop comes before.
 */
void http_close(struct http **h);

/* A self-signed certificate and key (P-256) when the files are not there. */
MUST_CHECK enum err
tls_ensure(const char *cert, const char *key, int64_t now_ms, struct why *why);

/*
 * Files below a folder, read at start: .gz beside a file is served to who
 * takes it; names under assets/ are immutable.  "/" is index.html, and so is
 * a path that only the pages' own router knows (no dot in its last segment,
 * not below /api): "/m" and "/m/…" give m.html when there is one.
 */
struct files;
MUST_CHECK enum err
files_open(const char *folder, struct files **out, struct why *why);
void files_close(struct files **f); /* after http_close */
/* false: no such file, or neither GET nor HEAD; then nothing is answered. */
bool files_serve(const struct files *f, struct http_req *r);

#endif
