/* dump_driver.h - what each database gives to dump.c; nobody else. */
#ifndef DB_DUMP_DRIVER_H
#define DB_DUMP_DRIVER_H

#include "db/dump.h"

struct dump_driver {
	enum err (*dump)(const char *url, const char *scratch,
			 const struct dump_sink *to, int64_t *schema,
			 struct why *why);
	enum err (*open)(const char *url, int64_t schema, void **conn,
			 struct why *why);
	enum err (*begin)(void *conn, struct str name, struct why *why);
	enum err (*bytes)(void *conn, struct str bytes, struct why *why);
	enum err (*end)(void *conn, struct why *why);
	/* Makes it so, or undoes it; frees conn in any case. */
	enum err (*close)(void *conn, bool keep, struct why *why);
};
extern const struct dump_driver dump_sqlite, dump_pg;

#endif
