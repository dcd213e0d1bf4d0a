/*
 * store.h - a fresh database for each test, on SQLite and on PostgreSQL.
 *
 *   static void
 *   rows_come_back(void **state)
 *   {
 *           struct store *s = store_of(state);
 *
 *           store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
 *   }
 *   ... STORE_TEST(rows_come_back),   both, schema upgraded to the newest
 *   ... STORE_TEST_EMPTY(...),        both, nothing in it
 *   ... STORE_TEST_PG(...),           only PostgreSQL, upgraded
 *
 * PostgreSQL is at ANWEI_TEST_PG (tests/pg.sh url); ctest starts it and sets
 * the variable for every test that includes this file.  Without it those
 * tests are skipped and say so.
 *
 * The schema is made once per program and kind, in a database that the others
 * are copies of.
 */
#ifndef TESTS_STORE_H
#define TESTS_STORE_H

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libpq-fe.h>

#include "db/db.h"

struct store {
	enum db_kind kind;
	char name[64]; /* of the database, or the folder of the file */
	char url[512];
	struct db *db; /* NULL: no PostgreSQL to test with */
	struct arena a;
	struct why why;
};

static int store_kinds[] = { DB_SQLITE, DB_POSTGRES };

#define STORE_ONE(f, on, setup, kind)                                   \
	{                                                               \
#f " " on, f, setup, store_teardown, &store_kinds[kind] \
	}
#define STORE_TEST(f)                                     \
	STORE_ONE(f, "(sqlite)", store_setup, DB_SQLITE), \
	    STORE_ONE(f, "(postgres)", store_setup, DB_POSTGRES)
#define STORE_TEST_EMPTY(f)                                     \
	STORE_ONE(f, "(sqlite)", store_setup_empty, DB_SQLITE), \
	    STORE_ONE(f, "(postgres)", store_setup_empty, DB_POSTGRES)
#define STORE_TEST_PG(f) STORE_ONE(f, "(postgres)", store_setup, DB_POSTGRES)

#define store_ok(s, call) store_is((s), OK, (call), __LINE__)
#define store_fails(s, code, call) store_is((s), (code), (call), __LINE__)
static inline void
store_is(struct store *s, enum err want, enum err got, int line)
{
	if (got == want)
		return;
	print_error("line %d: %s, not %s: %s\n", line, err_word(got),
		    err_word(want), s->why.text[LANG_EN]);
	_fail(__FILE__, line);
}

static inline struct store *
store_of(void **state)
{
	struct store *s = *state;

	if (s->db == NULL) {
		print_message("ANWEI_TEST_PG is not set: nothing tested\n");
		skip();
	}
	return s;
}

/* Text of our own on the server itself: databases come and go. */
static inline bool
store_admin(const char *sql)
{
	PGconn *c = PQconnectdb(getenv("ANWEI_TEST_PG"));
	PGresult *r = PQexec(c, sql);
	bool good = PQresultStatus(r) == PGRES_COMMAND_OK;

	if (!good)
		print_error("%s: %s\n", sql, PQerrorMessage(c));
	PQclear(r);
	PQfinish(c);
	return good;
}

/* A name of its own, on the server or as a folder. */
static inline bool
store_name(struct store *s)
{
	const char *tmp = getenv("TMPDIR");
	static int n;

	if (s->kind == DB_POSTGRES) {
		(void)snprintf(s->name, sizeof(s->name), "t_%d_%d",
			       (int)getpid(), n++);
		return true;
	}
	(void)snprintf(s->name, sizeof(s->name), "%.40s/anwei-t-XXXXXX",
		       tmp == NULL ? "/tmp" : tmp);
	return mkdtemp(s->name) != NULL;
}

static inline bool
store_make_pg(struct store *s, const char *like)
{
	const char *url = getenv("ANWEI_TEST_PG");
	const char *at = strstr(url, "/postgres?");
	char sql[200];

	assert_non_null(at);
	(void)snprintf(s->url, sizeof(s->url), "%.*s/%s%s", (int)(at - url),
		       url, s->name, at + strlen("/postgres"));
	(void)snprintf(sql, sizeof(sql), "CREATE DATABASE %s TEMPLATE %s",
		       s->name, like == NULL ? "template0" : like);
	return store_admin(sql);
}

static inline bool
store_make_sqlite(struct store *s, const char *like)
{
	char path[sizeof(s->name) + 16], page[1 << 16];
	FILE *from, *to;
	size_t n;

	(void)snprintf(s->url, sizeof(s->url), "sqlite:%s/t.db", s->name);
	if (like == NULL)
		return true;
	(void)snprintf(path, sizeof(path), "%s/t.db", like);
	from = fopen(path, "r");
	(void)snprintf(path, sizeof(path), "%s/t.db", s->name);
	to = fopen(path, "w");
	assert_true(from != NULL && to != NULL);
	while ((n = fread(page, 1, sizeof(page), from)) > 0)
		assert_int_equal(fwrite(page, 1, n, to), n);
	(void)fclose(from);
	return fclose(to) == 0;
}

static inline void
store_drop_sqlite(const char *folder)
{
	static const char *const ends[] = { "", "-wal", "-shm" };
	char path[80];

	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		(void)snprintf(path, sizeof(path), "%s/t.db%s", folder,
			       ends[i]);
		(void)unlink(path);
	}
	(void)rmdir(folder);
}

static inline bool
store_drop(enum db_kind kind, const char *name)
{
	char sql[200];

	if (kind == DB_SQLITE) {
		store_drop_sqlite(name);
		return true;
	}
	(void)snprintf(sql, sizeof(sql), "DROP DATABASE %s WITH (FORCE)", name);
	return store_admin(sql);
}

/* Open; empty, or like the one of that name. */
static inline bool
store_make(struct store *s, const char *like)
{
	if (!store_name(s))
		return false;
	if (s->kind == DB_POSTGRES ? !store_make_pg(s, like) :
				     !store_make_sqlite(s, like))
		return false;
	store_ok(s, db_open(s->url, &s->db, &s->why));
	return true;
}

/* What the others are copies of, made when the first is wanted. */
static char store_models[DB_KIND_N][64];

static inline void
store_forget(void)
{
	for (int i = 0; i < DB_KIND_N; i++)
		if (store_models[i][0] != '\0')
			(void)store_drop((enum db_kind)i, store_models[i]);
}

static inline const char *
store_model(enum db_kind kind)
{
	struct store s = { .kind = kind };

	if (store_models[kind][0] != '\0')
		return store_models[kind];
	assert_true(store_make(&s, NULL));
	store_ok(&s, db_upgrade(s.db, true, 0, &s.why));
	db_close(&s.db);
	if (store_models[0][0] == '\0' && store_models[1][0] == '\0')
		assert_int_equal(atexit(store_forget), 0);
	memcpy(store_models[kind], s.name, sizeof(s.name));
	return store_models[kind];
}

static inline struct store *
store_new(void **state)
{
	struct store *s = calloc(1, sizeof(*s));

	s->kind = *(const int *)*state == DB_SQLITE ? DB_SQLITE : DB_POSTGRES;
	*state = s;
	return s;
}

static inline bool
store_is_there(const struct store *s)
{
	return s->kind == DB_SQLITE || getenv("ANWEI_TEST_PG") != NULL;
}

static inline int
store_setup_empty(void **state)
{
	struct store *s = store_new(state);

	return !store_is_there(s) || store_make(s, NULL) ? 0 : -1;
}

static inline int
store_setup(void **state)
{
	struct store *s = store_new(state);

	if (!store_is_there(s))
		return 0;
	return store_make(s, store_model(s->kind)) ? 0 : -1;
}

static inline int
store_teardown(void **state)
{
	struct store *s = *state;
	bool good = true;

	if (s->db != NULL) {
		db_close(&s->db);
		good = store_drop(s->kind, s->name);
	}
	arena_release(&s->a);
	free(s);
	return good ? 0 : -1;
}

/* Another connection to the same database; the caller closes it. */
static inline struct db *
store_peer(struct store *s)
{
	struct db *db = NULL;

	store_ok(s, db_open(s->url, &db, &s->why));
	return db;
}

/* The first value of the first row. */
static inline struct val
store_value(struct store *s, int stmt, const struct val *args, size_t n_args)
{
	struct rows rows = { 0 };

	store_ok(s, db_run(s->db, stmt, args, n_args, &s->a, &rows, &s->why));
	assert_true(rows.n > 0 && rows.width > 0);
	return rows.v[0];
}

/* In a transaction of its own, to its end. */
static inline enum err
store_write(struct store *s, int stmt, const struct val *args, size_t n_args)
{
	enum err rc;

	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	rc = db_run(s->db, stmt, args, n_args, NULL, NULL, &s->why);
	return db_end(s->db, rc, &s->why);
}

#endif
