/* server.h - the running server: what starts, in which order, and stops. */
#ifndef HTTP_SERVER_H
#define HTTP_SERVER_H

#include "base/err.h"
#include "conf/conf.h"

/*
 * Opens the database and everything above it and serves until SIGTERM or
 * SIGINT.  SIGHUP builds a new configuration (conf_renew) and swaps it in;
 * conf itself stays the caller's.
 */
MUST_CHECK enum err serve_run(const struct conf *conf, struct why *why);

#endif
