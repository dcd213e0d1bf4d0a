/*
 * install.h - the installation's database, opened and ready for work: schema
 * brought up, registers started, new ids above all that are in use.
 *
 * For serve and the command line; everybody else is given a connection.
 */
#ifndef KIND_INSTALL_H
#define KIND_INSTALL_H

#include "db/db.h"

struct install {
	const char *url;
	unsigned node;
	bool upgrade; /* an older schema may be brought up (anwei db upgrade) */
};
/* Before a second thread runs. */
MUST_CHECK enum err install_open(const struct install *in, int64_t now_ms,
				 struct db **out, struct why *why);

#endif
