/* dump.c - a whole database out and in; the drivers do it. */
#include "db/dump.h"

#include "base/str.h"
#include "db/dump_driver.h"

struct fill {
	const struct dump_driver *driver;
	void *conn;
};

static bool
is_sqlite(const char *url)
{
	return str_starts(str_of(url), STR("sqlite:"));
}

const char *
db_dump_kind(const char *url)
{
	return is_sqlite(url) ? "sqlite" : "postgresql";
}

static const struct dump_driver *
driver_of(const char *url)
{
	return is_sqlite(url) ? &dump_sqlite : &dump_pg;
}

enum err
db_dump(const char *url, const char *scratch, const struct dump_sink *to,
	int64_t *schema, struct why *why)
{
	return driver_of(url)->dump(url, scratch, to, schema, why);
}

static enum err
fill_begin(void *ctx, struct str name, struct why *why)
{
	struct fill *f = ctx;

	return f->driver->begin(f->conn, name, why);
}

static enum err
fill_bytes(void *ctx, struct str bytes, struct why *why)
{
	struct fill *f = ctx;

	return f->driver->bytes(f->conn, bytes, why);
}

static enum err
fill_end(void *ctx, struct why *why)
{
	struct fill *f = ctx;

	return f->driver->end(f->conn, why);
}

enum err
fill_open(const char *url, int64_t schema, struct fill **out,
	  struct dump_sink *from, struct why *why)
{
	struct fill *f = mem_alloc(sizeof(*f));
	enum err rc;

	f->driver = driver_of(url);
	rc = f->driver->open(url, schema, &f->conn, why);
	if (rc != OK) {
		mem_free(f);
		f = NULL;
	}
	*out = f;
	*from = (struct dump_sink){ fill_begin, fill_bytes, fill_end, f };
	return rc;
}

enum err
fill_close(struct fill **f, enum err outcome, struct why *why)
{
	struct why lost = { 0 };
	enum err rc;

	if (*f == NULL)
		return outcome;
	rc = (*f)->driver->close((*f)->conn, outcome == OK,
				 outcome == OK ? why : &lost);
	mem_free(*f);
	*f = NULL;
	return outcome != OK ? outcome : rc;
}
