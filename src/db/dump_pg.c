/* dump_pg.c - PostgreSQL's tables by COPY, from one snapshot, and back. */
#include <string.h>

#include <libpq-fe.h>

#include "base/buf.h"
#include "base/str.h"
#include "db/dump_driver.h"
#include "db/schema.h"

#define COLUMNS_MAX 8192

/*
 * Tables with those before that they refer to; and the columns of each.  A
 * circle of references shows as a level that does not end.
 */
static const char tables_sql[] =
    "WITH RECURSIVE t AS ("
    " SELECT c.oid, c.relname FROM pg_class c"
    " WHERE c.relnamespace = current_schema()::regnamespace"
    " AND c.relkind IN ('r', 'p') AND NOT c.relispartition),"
    " d (oid, level) AS ("
    " SELECT oid, 0 FROM t UNION"
    " SELECT f.conrelid, d.level + 1 FROM d JOIN pg_constraint f"
    " ON f.confrelid = d.oid AND f.contype = 'f'"
    " AND f.conrelid <> f.confrelid WHERE d.level < 100)"
    " SELECT t.relname, max(d.level), (SELECT string_agg(a.attname, ','"
    " ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = t.oid"
    " AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')"
    " FROM t JOIN d ON d.oid = t.oid GROUP BY t.oid, t.relname"
    " ORDER BY 2, 1";

static const char session_sql[] =
    "SET client_encoding = 'UTF8'; SET timezone = 'UTC';"
    "SET bytea_output = 'hex'; SET statement_timeout = 0;"
    "SET idle_in_transaction_session_timeout = 0;"
    "SET lock_timeout = '10s'";

static enum err
pg_error(PGconn *c, struct why *why)
{
	return fail(why, ERR_STORAGE, "PostgreSQL: %.200s",
		    "PostgreSQL：%.200s", PQerrorMessage(c));
}

static enum err
exec(PGconn *c, const char *sql, struct why *why)
{
	PGresult *r = PQexec(c, sql);
	ExecStatusType status = PQresultStatus(r);

	PQclear(r);
	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ||
		       status == PGRES_COPY_IN || status == PGRES_COPY_OUT ?
		   OK :
		   pg_error(c, why);
}

static enum err
connect_to(const char *url, PGconn **out, struct why *why)
{
	PGconn *c = PQconnectdb(url);
	enum err rc = OK;

	if (PQstatus(c) != CONNECTION_OK)
		rc = pg_error(c, why);
	if (rc == OK)
		rc = exec(c, session_sql, why);
	if (rc != OK) {
		PQfinish(c);
		c = NULL;
	}
	*out = c;
	return rc;
}

/* Ours are plain: letters, digits, underscores; by commas for columns. */
static bool
is_plain(struct str s, bool commas)
{
	for (size_t i = 0; i < s.n; i++) {
		char ch = s.p[i];

		if (!(ch >= 'a' && ch <= 'z') && !(ch >= '0' && ch <= '9') &&
		    ch != '_' && !(commas && ch == ','))
			return false;
	}
	return s.n > 0;
}

/* COPY "user" ("id","org") FROM STDIN */
static void
put_copy(struct buf *b, struct str table, struct str columns,
	 const char *direction)
{
	buf_puts(b, "COPY \"");
	buf_put(b, table);
	buf_puts(b, "\" (\"");
	for (size_t i = 0; i < columns.n; i++) {
		if (columns.p[i] == ',')
			buf_puts(b, "\",\"");
		else
			buf_putc(b, columns.p[i]);
	}
	buf_printf(b, "\") %s", direction);
	buf_putc(b, '\0');
}

static enum err
copy_start(PGconn *c, struct str table, struct str columns,
	   const char *direction, struct why *why)
{
	struct buf sql = buf_open(4 * COLUMNS_MAX);
	enum err rc;

	if (!is_plain(table, false) || !is_plain(columns, true))
		return fail(why, ERR_INVALID,
			    "table %.60s has a name that is not ours",
			    "表 %.60s 的名称不合规", table.p);
	put_copy(&sql, table, columns, direction);
	must(!sql.full);
	rc = exec(c, sql.p, why);
	buf_release(&sql);
	return rc;
}

/* The answer that ends a COPY, and what follows until the server is idle. */
static enum err
copy_finish(PGconn *c, struct why *why)
{
	enum err rc = OK;
	PGresult *r;

	while ((r = PQgetResult(c)) != NULL) {
		if (PQresultStatus(r) != PGRES_COMMAND_OK && rc == OK)
			rc = pg_error(c, why);
		PQclear(r);
	}
	return rc;
}

/* Rows are gathered to chunks: libpq hands them out one by one. */
static enum err
rows_send(PGconn *c, const struct dump_sink *to, struct why *why)
{
	struct buf b = buf_open(SIZE_MAX / 2);
	enum err rc = OK;
	char *row;
	int n;

	while (rc == OK && (n = PQgetCopyData(c, &row, 0)) > 0) {
		buf_put(&b, (struct str){ row, (size_t)n });
		PQfreemem(row);
		if (b.n >= DUMP_CHUNK) {
			rc = to->bytes(to->ctx, buf_str(&b), why);
			buf_clear(&b);
		}
	}
	if (rc == OK && b.n > 0)
		rc = to->bytes(to->ctx, buf_str(&b), why);
	buf_release(&b);
	return rc == OK ? copy_finish(c, why) : rc;
}

/* The first line of an entry names its columns. */
static enum err
table_send(PGconn *c, struct str table, struct str columns,
	   const struct dump_sink *to, struct why *why)
{
	TRY(copy_start(c, table, columns, "TO STDOUT", why));
	TRY(to->begin(to->ctx, table, why));
	TRY(to->bytes(to->ctx, columns, why));
	TRY(to->bytes(to->ctx, STR("\n"), why));
	TRY(rows_send(c, to, why));
	return to->end(to->ctx, why);
}

static enum err
tables_send(PGconn *c, const PGresult *r, const struct dump_sink *to,
	    struct why *why)
{
	for (int i = 0; i < PQntuples(r); i++) {
		if (strcmp(PQgetvalue(r, i, 1), "100") == 0)
			return fail(why, ERR_INTERNAL,
				    "tables refer to each other in a circle",
				    "表之间存在循环引用");
		TRY(table_send(c, str_of(PQgetvalue(r, i, 0)),
			       str_of(PQgetvalue(r, i, 2)), to, why));
	}
	return OK;
}

static enum err
number_read(PGconn *c, const char *sql, int64_t *out, struct why *why)
{
	PGresult *r = PQexec(c, sql);
	enum err rc = OK;

	if (PQresultStatus(r) != PGRES_TUPLES_OK || PQntuples(r) != 1 ||
	    !str_to_int(str_of(PQgetvalue(r, 0, 0)), 0, INT64_MAX, out))
		rc = pg_error(c, why);
	PQclear(r);
	return rc;
}

static enum err
snapshot_send(PGconn *c, const struct dump_sink *to, int64_t *schema,
	      struct why *why)
{
	enum err rc = OK;
	PGresult *r;

	TRY(exec(c, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", why));
	TRY(number_read(c, "SELECT max(number) FROM schema_version", schema,
			why));
	r = PQexec(c, tables_sql);
	if (PQresultStatus(r) != PGRES_TUPLES_OK)
		rc = pg_error(c, why);
	else
		rc = tables_send(c, r, to, why);
	PQclear(r);
	return rc == OK ? exec(c, "COMMIT", why) : rc;
}

static enum err
dump(const char *url, const char *scratch, const struct dump_sink *to,
     int64_t *schema, struct why *why)
{
	PGconn *c;
	enum err rc;

	(void)scratch; /* the server keeps the snapshot */
	TRY(connect_to(url, &c, why));
	rc = snapshot_send(c, to, schema, why);
	PQfinish(c);
	return rc;
}

/* A table on its way in: its columns come first, then its rows. */
struct filling {
	PGconn *c;
	struct buf head; /* table, NUL, columns */
	size_t table_n;
	bool copying;
};

static enum err
schema_make(PGconn *c, int64_t schema, struct why *why)
{
	int64_t n;

	TRY(exec(c, "BEGIN", why));
	TRY(number_read(c,
			"SELECT count(*) FROM pg_class WHERE relnamespace ="
			" current_schema()::regnamespace",
			&n, why));
	if (n != 0)
		return fail(why, ERR_STATE,
			    "the PostgreSQL database is not empty",
			    "PostgreSQL 数据库不是空的");
	for (const struct migration *m = migrations; m->number != 0; m++)
		if (m->number <= schema && (m->which & (1 << DB_POSTGRES)) != 0)
			TRY(exec(c, m->sql, why));
	return OK;
}

static enum err
filling_open(const char *url, int64_t schema, void **conn, struct why *why)
{
	struct filling *f;
	PGconn *c;
	enum err rc;

	TRY(connect_to(url, &c, why));
	rc = schema_make(c, schema, why);
	if (rc != OK) {
		PQfinish(c);
		return rc;
	}
	f = mem_alloc(sizeof(*f));
	f->c = c;
	f->head = buf_open(COLUMNS_MAX);
	*conn = f;
	return OK;
}

static enum err
filling_begin(void *conn, struct str name, struct why *why)
{
	struct filling *f = conn;

	(void)why;
	buf_clear(&f->head);
	buf_put(&f->head, name);
	f->table_n = name.n;
	f->copying = false;
	return OK;
}

/* Takes the rest of the first line; *bytes is then what follows it. */
static enum err
columns_take(struct filling *f, struct str *bytes, struct why *why)
{
	struct str all = *bytes, line = str_cut(all, '\n', bytes), head;

	buf_put(&f->head, line);
	if (f->head.full)
		return fail(why, ERR_INVALID, "a table with too many columns",
			    "表的列过多");
	if (line.n == all.n)
		return OK; /* the line goes on */
	head = buf_str(&f->head);
	TRY(copy_start(f->c, (struct str){ head.p, f->table_n },
		       str_skip(head, f->table_n), "FROM STDIN", why));
	f->copying = true;
	return OK;
}

static enum err
filling_bytes(void *conn, struct str bytes, struct why *why)
{
	struct filling *f = conn;

	if (!f->copying)
		TRY(columns_take(f, &bytes, why));
	must(bytes.n <= INT32_MAX);
	if (bytes.n > 0 && PQputCopyData(f->c, bytes.p, (int)bytes.n) != 1)
		return pg_error(f->c, why);
	return OK;
}

static enum err
filling_end(void *conn, struct why *why)
{
	struct filling *f = conn;

	if (!f->copying)
		return fail(why, ERR_INVALID, "a table without columns",
			    "表没有列");
	f->copying = false;
	if (PQputCopyEnd(f->c, NULL) != 1)
		return pg_error(f->c, why);
	return copy_finish(f->c, why);
}

static enum err
filling_close(void *conn, bool keep, struct why *why)
{
	struct filling *f = conn;
	enum err rc = keep ? exec(f->c, "COMMIT", why) : OK;

	PQfinish(f->c); /* what was not committed is undone */
	buf_release(&f->head);
	mem_free(f);
	return rc;
}

const struct dump_driver dump_pg = {
	dump,	       filling_open, filling_begin,
	filling_bytes, filling_end,  filling_close
};
