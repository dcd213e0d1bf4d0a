/*
 * call.h - one API call, as a handler sees it, and the table of routes.
 *
 * The dispatcher checks the route, the session, the permission, CSRF, the
 * rate and the size, opens the transaction that the row says, calls the
 * handler, commits, answers, and publishes the events.  No handler does any
 * of these itself.
 */
#ifndef HTTP_CALL_H
#define HTTP_CALL_H

#include "base/json.h"
#include "http/http.h"
#include "kind/register.h"
#include "org/session.h"

struct app;

/* Lives for one request; so does everything allocated from t.a. */
struct call {
	struct task t; /* db, arena, now, who, why */
	struct http_req *req;
	const struct app *app;
	const struct route *route;
	struct session session;
	const struct reg *reg; /* routes with {r} */
	int64_t id;	       /* routes with {id} */
	struct str tail;       /* routes with {name}: the last segment */
	struct str body;       /* "" when it is in a file: http_body_fd */
	struct http_reply reply;
	struct jw out; /* writes into reply.body */
	bool is_feed;  /* the answer is the live feed */
};

typedef enum err call_fn(struct call *c);

enum rate_class { RATE_NORMAL, RATE_SIGN_IN, RATE_HEAVY, RATE_NONE, RATE_N };

struct route {
	const char *verb, *path; /* "/api/v1/{r}/{id}/journal" */
	enum may may;		 /* MAY_BY_REG_READ etc. for {r} routes */
	enum tx tx;
	size_t body_max;
	enum rate_class rate;
	call_fn *serve;
	const struct member *in; /* JSON body, for reading and OpenAPI */
	size_t n_in;
	const char *answer; /* OpenAPI: name of the answer's schema */
	struct label summary;
	bool raw; /* the body is a file, not JSON */
};
/* Permissions that come from the register named in the path. */
#define MAY_BY_REG_READ ((enum may)MAY_N)
#define MAY_BY_REG_EDIT ((enum may)(MAY_N + 1))

/* All route tables; NULL ends.  http/routes.c is the list. */
extern const struct route *const route_tables[];

/* For handlers. */
MUST_CHECK enum err call_read(struct call *c, void *out); /* by route->in */
/* "If-Match" as a number; ERR_NO_VERSION when it is not there. */
MUST_CHECK enum err call_version(struct call *c, int64_t *out);
/* Starts a JSON answer; write into c->out. */
void call_json(struct call *c, int status);
void call_empty(struct call *c, int status);
void call_header(struct call *c, const char *name, const char *fmt, ...)
    PRINTF(3, 4);
/* Runs one piece of work in the write lane and waits; for TX_NONE routes.
 * The task that fn gets has its own connection and transaction, this call's
 * actor and arena; its events are published after the commit. */
typedef enum err call_part_fn(struct task *t, void *ctx);
MUST_CHECK enum err call_write(struct call *c, call_part_fn *fn, void *ctx);
MUST_CHECK enum err call_read_part(struct call *c, call_part_fn *fn, void *ctx);
/* The caller's language for labels. */
const char *call_label(const struct call *c, struct label label);

#endif
