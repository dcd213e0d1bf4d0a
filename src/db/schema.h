/* schema.h - the numbered migrations, made from sql/schema by schemagen.awk. */
#ifndef DB_SCHEMA_H
#define DB_SCHEMA_H

#include <stddef.h>

struct migration {
	int number;
	const char *name;
	int which; /* bit 0 SQLite, bit 1 PostgreSQL */
	const char *sql;
};
extern const struct migration migrations[]; /* number 0 ends */

#endif
