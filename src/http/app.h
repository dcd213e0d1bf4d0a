/* app.h - what the running server consists of; one per process. */
#ifndef HTTP_APP_H
#define HTTP_APP_H

#include "db/lane.h"
#include "http/call.h"
#include "http/feed.h"

struct conf;
struct session_cache;
struct rates;
struct stream;
struct supervise;
struct heard;
struct directory;
struct intake;

struct app {
	const struct conf *_Atomic conf; /* another one after a SIGHUP */
	struct lane *readers;		 /* TX_READ, several threads */
	struct lane *writer;		 /* TX_WRITE, groups */
	struct lane *workers;		 /* TX_NONE: sign-in, imports, labels */
	struct stream *stream;		 /* signals */
	struct supervise *supervise;	 /* NULL: not on this node */
	struct heard *heard;		 /* the same */
	struct directory *directory;	 /* the same */
	struct intake *intake;
	struct feed *feed;
	struct files *files;
	struct session_cache *sessions;
	struct rates *rates;
	struct http_fixed *alive; /* the answer of /healthz */
};

/* The handler and the limit for http_open; ctx is the app. */
void app_serve(struct http_req *r, void *ctx);
size_t app_limit(struct http_req *r, void *ctx);

/* What a task did, after its commit: to the organisation's listeners, and to
 * those of the customer concerned, who hear of nothing else. */
void app_publish(const struct app *app, const struct task *t);

/* Requests per minute and key, by rate class. */
struct rates *rates_new(void);
void rates_free(struct rates **r);
bool rate_pass(struct rates *r, enum rate_class class, struct str key,
	       int64_t now_us);

/* The route of a request: 404, 405 in why when there is none. */
MUST_CHECK enum err route_find(struct str method, struct str path,
			       const struct route **out, const struct reg **reg,
			       int64_t *id, struct str *tail, struct why *why);

/* problem+json of a failed call. */
void problem_write(struct call *c, enum err rc, const struct why *why);

#endif
