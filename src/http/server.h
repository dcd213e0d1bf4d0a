/* server.h - anwei serve: everything started, kept running, stopped. */
#ifndef HTTP_SERVER_H
#define HTTP_SERVER_H

#include "base/err.h"
#include "conf/conf.h"

/* On SIGHUP: the settings as they are now, or NULL when they are wrong (the
 * old ones stay; the callee has said why). */
typedef const struct conf *serve_reload(void *ctx);

/* Runs until SIGTERM or SIGINT. */
MUST_CHECK enum err serve_run(const struct conf *conf, serve_reload *again,
			      void *ctx, struct why *why);

#endif
