/* server.h - anwei serve: everything started, kept running, stopped. */
#ifndef HTTP_SERVER_H
#define HTTP_SERVER_H

#include "base/err.h"
#include "conf/conf.h"

/* Runs until SIGTERM or SIGINT.  SIGHUP reads the settings again: *conf is
 * then the new one, still the caller's to free. */
MUST_CHECK enum err serve_run(struct conf **conf, struct why *why);

#endif
