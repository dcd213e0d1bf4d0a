/* db.c - statements, transactions, rows into structs, migrations. */
#include "db/db.h"

#include <stdatomic.h>
#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "db/driver.h"
#include "db/late.h"
#include "db/schema.h"
#include "gen/stmt.h"

#define STMT_MAX 4096

extern const struct stmt stmt_static[];

/* Lists are added while other threads look at older ones: the row is there
 * before the number that tells of it. */
static struct {
	const struct stmt *added[STMT_MAX];
	_Atomic int n;
} table;

struct db {
	const struct driver *driver;
	void *conn;
	enum tx tx;
	int64_t changed;
	bool walking; /* rows are being handed out */
	struct late late;
};

bool
val_eq(struct val a, struct val b)
{
	if (a.type != b.type)
		return false;
	return a.type == VAL_INT ? a.i == b.i :
				   a.type == VAL_NULL || str_eq(a.s, b.s);
}

int
stmt_add(const struct stmt *s)
{
	must(table.n < STMT_MAX);
	table.added[table.n] = s;
	return STMT_N + atomic_fetch_add(&table.n, 1);
}

int
stmt_count(void)
{
	return STMT_N + table.n;
}

const struct stmt *
stmt_at(int no)
{
	must(no >= 0 && no < stmt_count());
	return no < STMT_N ? &stmt_static[no] : table.added[no - STMT_N];
}

enum err
db_open(const char *url, struct db **out, struct why *why)
{
	const struct driver *d = &driver_pg;
	const char *path = url;
	void *conn;
	struct db *db;

	if (strncmp(url, "sqlite:", 7) == 0) {
		d = &driver_sqlite;
		path = url + 7;
	} else if (strncmp(url, "postgres", 8) != 0) {
		return fail(why, ERR_INVALID,
			    "db.url must begin with sqlite: or postgresql://",
			    "db.url 应以 sqlite: 或 postgresql:// 开头");
	}
	TRY(d->open(path, &conn, why));
	db = mem_alloc(sizeof(*db));
	*db = (struct db){ .driver = d, .conn = conn };
	*out = db;
	return OK;
}

void
db_close(struct db **db)
{
	if (*db == NULL)
		return;
	(*db)->driver->close((*db)->conn);
	late_release(&(*db)->late);
	mem_free(*db);
	*db = NULL;
}

enum db_kind
db_kind(const struct db *db)
{
	return db->driver->kind;
}

enum err
db_ping(struct db *db, struct why *why)
{
	return db->driver->ping(db->conn, why);
}

enum err
db_tidy(struct db *db, bool *long_log, struct why *why)
{
	*long_log = false;
	return db->driver->tidy == NULL ?
		   OK :
		   db->driver->tidy(db->conn, long_log, why);
}

enum err
db_turn(struct db *db, struct why *why)
{
	must(db->tx == TX_NONE);
	return db->driver->turn == NULL ? OK : db->driver->turn(db->conn, why);
}

enum err
db_begin(struct db *db, enum tx tx, struct why *why)
{
	must(db->tx == TX_NONE);
	if (tx == TX_NONE)
		return OK;
	TRY(db->driver->control(db->conn, db->driver->begin[tx], why));
	db->tx = tx;
	return OK;
}

static enum err
late_run(struct db *db, struct why *why)
{
	for (size_t i = 0; i < db->late.n; i++) {
		const struct late_one *one = &db->late.v[i];

		TRY(db_run(db, one->stmt, one->args, one->n_args, NULL, NULL,
			   why));
	}
	return OK;
}

enum err
db_end(struct db *db, enum err outcome, struct why *why)
{
	enum tx tx = db->tx;
	struct why lost = { 0 };

	if (outcome == OK && tx == TX_WRITE)
		outcome = late_run(db, why);
	late_clear(&db->late);
	db->tx = TX_NONE;
	if (tx == TX_NONE)
		return outcome;
	if (outcome == OK && tx == TX_WRITE) {
		outcome = db->driver->commit(db->conn, why);
		if (outcome == OK)
			return OK;
	}
	/* What made us roll back is what the caller is told; a connection
	 * that is gone has rolled back already. */
	(void)!db->driver->control(db->conn, "ROLLBACK", &lost);
	return outcome;
}

enum err
db_mark(struct db *db, struct why *why)
{
	must(db->tx == TX_WRITE);
	TRY(db->driver->control(db->conn, "SAVEPOINT piece", why));
	late_mark(&db->late);
	return OK;
}

enum err
db_unmark(struct db *db, enum err outcome, struct why *why)
{
	struct why lost = { 0 };

	if (outcome == OK)
		outcome = db_settle(db, why);
	late_unmark(&db->late, outcome == OK);
	if (outcome == OK)
		return db->driver->control(db->conn, "RELEASE piece", why);
	TRY(db->driver->control(db->conn, "ROLLBACK TO piece", &lost));
	TRY(db->driver->control(db->conn, "RELEASE piece", &lost));
	return outcome;
}

/* Rows collected for db_run. */
struct collect {
	struct arena *a;
	struct val *v;
	size_t n, cap, width;
};

static enum err
collect_row(const struct val *row, size_t width, void *ctx, struct why *why)
{
	struct collect *c = ctx;

	(void)why;
	c->width = width;
	if (c->n == c->cap) {
		size_t cap = c->cap == 0 ? 8 : c->cap * 2;
		struct val *v = ARENA_ARRAY(c->a, cap * width, struct val);

		if (c->n > 0)
			memcpy(v, c->v, c->n * width * sizeof(*v));
		c->v = v;
		c->cap = cap;
	}
	for (size_t i = 0; i < width; i++) {
		struct val *v = &c->v[c->n * width + i];

		*v = row[i];
		if (v->type == VAL_TEXT || v->type == VAL_BYTES)
			v->s = arena_str(c->a, v->s);
	}
	c->n++;
	return OK;
}

static enum err
ignore_row(const struct val *row, size_t width, void *ctx, struct why *why)
{
	(void)row;
	(void)width;
	(void)ctx;
	(void)why;
	return OK;
}

enum err
db_run(struct db *db, int stmt, const struct val *args, size_t n_args,
       struct arena *a, struct rows *out, struct why *why)
{
	struct collect c = { .a = a };

	if (out == NULL)
		return db_each(db, stmt, args, n_args, ignore_row, NULL, why);
	TRY(db_each(db, stmt, args, n_args, collect_row, &c, why));
	*out = (struct rows){ .n = c.n, .width = c.width, .v = c.v };
	return OK;
}

enum err
db_each(struct db *db, int stmt, const struct val *args, size_t n_args,
	row_fn *fn, void *ctx, struct why *why)
{
	enum err rc;

	must((size_t)stmt_at(stmt)->n_args == n_args);
	/* SQLite could; PostgreSQL cannot. */
	if (db->walking)
		return fail(why, ERR_INTERNAL,
			    "%s: while the rows of another are read",
			    "%s：正在读取另一语句的结果", stmt_at(stmt)->name);
	db->walking = true;
	rc = db->driver->run(db->conn, stmt, args, n_args, fn, ctx,
			     &db->changed, why);
	db->walking = false;
	return rc;
}

enum err
db_later(struct db *db, int stmt, const struct val *args, size_t n_args,
	 struct why *why)
{
	if (db->driver->later == NULL || db->tx != TX_WRITE)
		return db_run(db, stmt, args, n_args, NULL, NULL, why);
	must((size_t)stmt_at(stmt)->n_args == n_args);
	return db->driver->later(db->conn, stmt, args, n_args, why);
}

enum err
db_many(struct db *db, int stmt, const struct val *rows, size_t width, size_t n,
	struct why *why)
{
	if (db->driver->many != NULL && n > 0)
		return db->driver->many(db->conn, stmt, rows, width, n, why);
	for (size_t i = 0; i < n; i++)
		TRY(db_later(db, stmt, rows + i * width, width, why));
	return OK;
}

enum err
db_last(struct db *db, int stmt, const struct val *args, size_t n_args,
	struct why *why)
{
	if (db->driver->later != NULL || db->tx != TX_WRITE)
		return db_later(db, stmt, args, n_args, why);
	must((size_t)stmt_at(stmt)->n_args == n_args);
	late_put(&db->late, stmt, args, n_args);
	return OK;
}

enum err
db_settle(struct db *db, struct why *why)
{
	return db->driver->settle == NULL ? OK :
					    db->driver->settle(db->conn, why);
}

int64_t
db_changed(const struct db *db)
{
	return db->changed;
}

static void
cell_into(const struct val *v, const struct col *col, void *out)
{
	void *to = (char *)out + col->offset;

	switch (col->type) {
	case COL_INT:
		*(int64_t *)to = v->type == VAL_INT ? v->i : 0;
		break;
	case COL_BOOL:
		*(bool *)to = v->type == VAL_INT && v->i != 0;
		break;
	case COL_TEXT:
	case COL_BYTES:
		*(struct str *)to = v->type == VAL_NULL ? STR("") : v->s;
		break;
	}
}

/* A column table that does not fit its statement is our mistake; the names
 * are the same in both databases, and SQLite tells them for nothing. */
static void
check_names(struct db *db, int stmt, const struct col *cols, size_t n)
{
	if (db_kind(db) != DB_SQLITE)
		return;
	for (size_t i = 0; i < n; i++)
		must(strcmp(db->driver->column(db->conn, stmt, i),
			    cols[i].name) == 0);
}

enum err
db_list(struct db *db, int stmt, const struct val *args, size_t n_args,
	const struct col *cols, size_t n_cols, size_t size, struct arena *a,
	void **out, size_t *n, struct why *why)
{
	struct rows rows;
	char *p;

	TRY(db_run(db, stmt, args, n_args, a, &rows, why));
	must(rows.n == 0 || rows.width == n_cols);
	check_names(db, stmt, cols, n_cols);
	p = arena_array(a, rows.n, size);
	for (size_t i = 0; i < rows.n; i++)
		for (size_t k = 0; k < n_cols; k++)
			cell_into(&rows_at(&rows, i)[k], &cols[k],
				  p + i * size);
	*out = p;
	*n = rows.n;
	return OK;
}

enum err
db_get(struct db *db, int stmt, const struct val *args, size_t n_args,
       const struct col *cols, size_t n_cols, struct arena *a, void *out,
       struct why *why)
{
	struct rows rows;

	TRY(db_run(db, stmt, args, n_args, a, &rows, why));
	if (rows.n == 0)
		return fail(why, ERR_NOT_FOUND, "not found", "未找到");
	must(rows.n == 1 && rows.width == n_cols);
	check_names(db, stmt, cols, n_cols);
	for (size_t k = 0; k < n_cols; k++)
		cell_into(&rows.v[k], &cols[k], out);
	return OK;
}

enum err
db_script(struct db *db, const char *sql, struct why *why)
{
	return db->driver->script(db->conn, sql, why);
}

enum err
db_check(struct db *db, struct why *why)
{
	for (int no = 0; no < stmt_count(); no++) {
		if (stmt_at(no)->sql[db_kind(db)] == NULL)
			continue;
		TRY(db->driver->prepare(db->conn, no, why));
	}
	return OK;
}
