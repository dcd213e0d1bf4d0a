/* t_db_life.c - a database's life: built, upgraded, refused, lost and found. */
#include "store.h"

#include <pthread.h>
#include <sys/stat.h>

#include "base/log.h"

#define BOTH(text)         \
	{                  \
		text, text \
	}
#define PG(text)           \
	{                  \
		NULL, text \
	}
/* clang-format off */
enum { ADD, COUNT, FORGET, ADD_VERSION, PID, KILL, IDLE, SHOW, N };
static const struct stmt texts[N] = {
	[ADD] = { "l_add", BOTH("INSERT INTO thing (id) VALUES ($1)"), 1, NULL,
	    NULL },
	[COUNT] = { "l_count", BOTH("SELECT COUNT(*) FROM thing"), 0, "test",
	    NULL },
	[FORGET] = { "l_forget", BOTH("DELETE FROM schema_version"
	    " WHERE number > $1"), 1, NULL, NULL },
	[ADD_VERSION] = { "l_add_version", BOTH("INSERT INTO schema_version"
	    " (number, name, at_ms) VALUES ($1, 'later', 0)"), 1, NULL, NULL },
	[PID] = { "l_pid", PG("SELECT pg_backend_pid()"), 0, NULL, NULL },
	[KILL] = { "l_kill", PG("SELECT pg_terminate_backend("
	    "CAST($1 AS INTEGER), 5000)"), 1, NULL, NULL },
	[IDLE] = { "l_idle", PG("SELECT COUNT(*) FROM pg_stat_activity"
	    " WHERE pid = $1 AND state = 'idle'"), 1, NULL, NULL },
	[SHOW] = { "l_show", PG("SELECT current_setting('timezone') || ' ' ||"
	    " current_setting('synchronous_commit') || ' ' ||"
	    " current_setting('statement_timeout') || ' ' ||"
	    " current_setting('application_name')"), 0, NULL, NULL },
};
/* clang-format on */
static int st[N];

static int64_t
version_of(struct store *s)
{
	int64_t version = -1;

	store_ok(s, db_version(s->db, &version, &s->why));
	return version;
}

static void
an_empty_database_is_built(void **state)
{
	struct store *s = store_of(state);

	assert_int_equal(version_of(s), 0);
	store_ok(s, db_upgrade(s->db, false, 1, &s->why));
	assert_int_equal(version_of(s), db_version_newest());
	store_ok(s, db_upgrade(s->db, false, 2, &s->why)); /* nothing to do */
}

struct node {
	pthread_t thread;
	const char *url;
	enum err rc;
	struct why why;
};

static void *
node_start(void *arg)
{
	struct node *n = arg;
	struct db *db = NULL;

	n->rc = db_open(n->url, &db, &n->why);
	if (n->rc == OK)
		n->rc = db_upgrade(db, true, 0, &n->why);
	db_close(&db);
	return NULL;
}

static void
many_nodes_upgrade_once(void **state)
{
	struct store *s = store_of(state);
	struct node nodes[4] = { 0 };

	for (size_t i = 0; i < ARRAY_LEN(nodes); i++) {
		nodes[i].url = s->url;
		(void)pthread_create(&nodes[i].thread, NULL, node_start,
				     &nodes[i]);
	}
	for (size_t i = 0; i < ARRAY_LEN(nodes); i++) {
		(void)pthread_join(nodes[i].thread, NULL);
		s->why = nodes[i].why;
		store_ok(s, nodes[i].rc);
	}
	assert_int_equal(version_of(s), db_version_newest());
}

static void
a_newer_schema_is_refused(void **state)
{
	struct store *s = store_of(state);

	store_ok(s, store_write(s, st[ADD_VERSION],
				ARGS(val_int(db_version_newest() + 1))));
	store_fails(s, ERR_STATE, db_upgrade(s->db, true, 0, &s->why));
	assert_non_null(strstr(s->why.text[LANG_EN], "newer program"));
}

static void
an_older_schema_asks_first(void **state)
{
	struct store *s = store_of(state);

	store_ok(s, store_write(s, st[FORGET],
				ARGS(val_int(db_version_newest() - 1))));
	store_fails(s, ERR_STATE, db_upgrade(s->db, false, 0, &s->why));
	assert_non_null(strstr(s->why.text[LANG_EN], "anwei db upgrade"));
}

/* The first migration meets a table of its own name half-way. */
static void
a_migration_that_fails_leaves_nothing(void **state)
{
	struct store *s = store_of(state);

	store_ok(s, db_script(s->db,
			      "CREATE TABLE idempotency (x BIGINT);"
			      "CREATE TABLE thing (id BIGINT PRIMARY KEY);",
			      &s->why));
	assert_int_not_equal(db_upgrade(s->db, true, 0, &s->why), OK);
	assert_int_equal(version_of(s), 0);
	/* org comes before idempotency in that file */
	store_ok(s, db_script(s->db, "CREATE TABLE org (x BIGINT);", &s->why));
	store_ok(s, store_write(s, st[ADD], ARGS(val_int(1))));
}

static struct store *
with_thing(void **state)
{
	struct store *s = store_of(state);

	store_ok(s,
		 db_script(s->db, "CREATE TABLE thing (id BIGINT PRIMARY KEY);",
			   &s->why));
	return s;
}

static void
settings_are_ours(void **state)
{
	struct store *s = store_of(state);

	assert_str(store_value(s, st[SHOW], NO_ARGS).s, "UTC on 30s anwei");
}

/* As an administrator or a failing machine does; returns when it is over. */
static void
cut(struct store *s, struct db *peer, int64_t pid)
{
	struct rows rows;

	store_ok(s, db_run(peer, st[KILL], ARGS(val_int(pid)), &s->a, &rows,
			   &s->why));
	assert_int_equal(rows.v[0].i, 1);
}

static void
a_lost_connection_is_found_again(void **state)
{
	struct store *s = with_thing(state);
	struct db *peer = store_peer(s);
	int64_t pid;
	enum err rc;

	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	pid = store_value(s, st[PID], NO_ARGS).i;
	store_ok(s,
		 db_run(s->db, st[ADD], ARGS(val_int(1)), NULL, NULL, &s->why));
	cut(s, peer, pid);
	rc = db_run(s->db, st[ADD], ARGS(val_int(2)), NULL, NULL, &s->why);
	store_fails(s, ERR_STORAGE, rc);
	/* not behind the back of a transaction */
	store_fails(s, ERR_STORAGE, db_ping(s->db, &s->why));
	store_fails(s, ERR_STORAGE,
		    db_run(s->db, st[ADD], ARGS(val_int(3)), NULL, NULL,
			   &s->why));
	store_fails(s, ERR_STORAGE, db_end(s->db, rc, &s->why));
	store_ok(s, db_ping(s->db, &s->why));
	store_ok(s, store_write(s, st[ADD], ARGS(val_int(4))));
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 1);
	assert_str(store_value(s, st[SHOW], NO_ARGS).s, "UTC on 30s anwei");
	db_close(&peer);
}

/* A restart between two requests is nobody's business. */
static void
a_connection_lost_while_idle_is_not_noticed(void **state)
{
	struct store *s = with_thing(state);
	struct db *peer = store_peer(s);

	for (int i = 0; i < 3; i++) {
		cut(s, peer, store_value(s, st[PID], NO_ARGS).i);
		store_ok(s, store_write(s, st[ADD], ARGS(val_int(i))));
	}
	db_close(&peer);
}

/* COMMIT was not sent: nothing is written, for certain. */
static void
a_loss_before_commit_is_certain(void **state)
{
	struct store *s = with_thing(state);
	struct db *peer = store_peer(s);
	int64_t pid;

	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	pid = store_value(s, st[PID], NO_ARGS).i;
	store_ok(s,
		 db_run(s->db, st[ADD], ARGS(val_int(1)), NULL, NULL, &s->why));
	cut(s, peer, pid);
	store_fails(s, ERR_STORAGE, db_end(s->db, OK, &s->why));
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 0);
	db_close(&peer);
}

/* A trigger that runs at COMMIT, as the wait for a standby does. */
static struct store *
with_trigger(void **state, const char *body)
{
	struct store *s = with_thing(state);
	char sql[600];

	(void)snprintf(sql, sizeof(sql),
		       "CREATE FUNCTION at_commit() RETURNS trigger"
		       " LANGUAGE plpgsql AS"
		       " 'BEGIN %s; RETURN NULL; END';"
		       "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON thing"
		       " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
		       " EXECUTE FUNCTION at_commit();",
		       body);
	store_ok(s, db_script(s->db, sql, &s->why));
	return s;
}

static void
a_loss_during_commit_is_uncertain(void **state)
{
	struct store *s =
	    with_trigger(state,
			 "PERFORM pg_terminate_backend(pg_backend_pid())");

	store_fails(s, ERR_UNCERTAIN,
		    store_write(s, st[ADD], ARGS(val_int(1))));
	store_ok(s, db_ping(s->db, &s->why));
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 0);
}

/* PostgreSQL warns and says COMMIT when a wait for the standby was broken
 * off: on one machine only is not durable. */
static void
a_commit_with_a_warning_is_uncertain(void **state)
{
	struct store *s = with_trigger(state, "RAISE WARNING ''not safe''");

	store_fails(s, ERR_UNCERTAIN,
		    store_write(s, st[ADD], ARGS(val_int(1))));
	store_fails(s, ERR_UNCERTAIN, /* without BEGIN as well */
		    db_run(s->db, st[ADD], ARGS(val_int(2)), NULL, NULL,
			   &s->why));
}

static void
a_commit_that_is_refused_says_why(void **state)
{
	struct store *s =
	    with_trigger(state, "RAISE EXCEPTION USING ERRCODE = ''40001''");

	store_fails(s, ERR_BUSY, store_write(s, st[ADD], ARGS(val_int(1))));
	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 0);
	store_ok(s, db_end(s->db, OK, &s->why));
}

/* A handler that overlooks an error must not be told that it committed. */
static void
an_overlooked_error_does_not_commit(void **state)
{
	struct store *s = with_thing(state);

	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	for (int i = 0; i < 2; i++)
		(void)!db_run(s->db, st[ADD], ARGS(val_int(1)), NULL, NULL,
			      &s->why);
	store_fails(s, ERR_INTERNAL, db_end(s->db, OK, &s->why));
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 0);
}

/* The schema changed under a prepared statement: once busy, then well. */
static void
a_changed_table_is_prepared_again(void **state)
{
	static const struct stmt all = { "l_all", PG("SELECT * FROM thing"), 0,
					 "test", NULL };
	struct store *s = with_thing(state);
	struct db *peer = store_peer(s);
	int no = stmt_add(&all);

	store_ok(s, db_run(s->db, no, NO_ARGS, NULL, NULL, &s->why));
	store_ok(s, db_script(peer, "ALTER TABLE thing ADD COLUMN name TEXT",
			      &s->why));
	store_fails(s, ERR_BUSY,
		    db_run(s->db, no, NO_ARGS, NULL, NULL, &s->why));
	store_ok(s, db_run(s->db, no, NO_ARGS, NULL, NULL, &s->why));
	db_close(&peer);
}

static void
a_lock_that_is_held_is_busy(void **state)
{
	struct store *s = with_thing(state);
	struct db *peer = store_peer(s);
	enum err rc;

	store_ok(s, db_script(peer, "SET lock_timeout = '50ms'", &s->why));
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	store_ok(s,
		 db_run(s->db, st[ADD], ARGS(val_int(1)), NULL, NULL, &s->why));
	store_ok(s, db_begin(peer, TX_WRITE, &s->why));
	rc = db_run(peer, st[ADD], ARGS(val_int(1)), NULL, NULL, &s->why);
	store_fails(s, ERR_BUSY, rc);
	store_fails(s, ERR_BUSY, db_end(peer, rc, &s->why));
	store_ok(s, db_end(s->db, OK, &s->why));
	db_close(&peer);
}

/* The end of a read is sent and not waited for, but it is sent. */
static void
a_read_does_not_stay_open(void **state)
{
	struct store *s = with_thing(state);
	struct db *peer = store_peer(s);
	struct rows rows;
	int64_t pid, idle = 0;

	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	pid = store_value(s, st[PID], NO_ARGS).i;
	store_ok(s, db_end(s->db, OK, &s->why));
	for (int i = 0; i < 1000 && idle == 0; i++) {
		store_ok(s, db_run(peer, st[IDLE], ARGS(val_int(pid)), &s->a,
				   &rows, &s->why));
		idle = rows.v[0].i;
	}
	assert_int_equal(idle, 1);
	db_close(&peer);
}

static void
a_server_that_is_not_there_is_said(void **state)
{
	struct store *s = store_of(state);
	struct db *db = NULL;

	store_fails(s, ERR_STORAGE,
		    db_open("postgresql://anwei@/x?host=/nonexistent", &db,
			    &s->why));
	assert_non_null(strstr(s->why.text[LANG_EN], "cannot connect"));
	assert_null(db);
}

/* Text in another order than by bytes would page differently. */
static void
another_order_of_text_is_refused(void **state)
{
	struct store *s = store_of(state);
	const char *at = strstr(s->url, s->name);
	struct db *db = NULL;
	char url[600];

	assert_true(store_admin("CREATE DATABASE t_utf8 TEMPLATE template0"
				" LC_COLLATE 'C.UTF-8'"));
	(void)snprintf(url, sizeof(url), "%.*st_utf8%s", (int)(at - s->url),
		       s->url, at + strlen(s->name));
	store_fails(s, ERR_STORAGE, db_open(url, &db, &s->why));
	assert_non_null(strstr(s->why.text[LANG_EN], "datcollate"));
	assert_true(store_admin("DROP DATABASE t_utf8"));
}

static off_t
log_size(struct store *s)
{
	struct stat st_log;
	char path[600];

	(void)snprintf(path, sizeof(path), "%s-wal",
		       s->url + strlen("sqlite:"));
	assert_int_equal(stat(path, &st_log), 0);
	return st_log.st_size;
}

static void
write_some(struct store *s, int64_t first)
{
	for (int64_t i = first; i < first + 100; i++)
		store_ok(s, store_write(s, st[ADD], ARGS(val_int(i))));
}

/* Taken in and begun anew, the log is written over; while somebody still
 * reads the old one nobody waits for him, and nothing is lost. */
static void
a_log_begins_anew(void **state)
{
	struct store *s = with_thing(state);
	struct db *tidy = store_peer(s), *reader = store_peer(s);
	struct rows rows;
	bool long_log;
	off_t size;

	write_some(s, 0);
	size = log_size(s);
	store_ok(s, db_tidy(tidy, &long_log, &s->why));
	assert_false(long_log);
	store_ok(s, db_turn(s->db, &s->why));
	write_some(s, 100);
	assert_int_equal(log_size(s), size);

	store_ok(s, db_begin(reader, TX_READ, &s->why));
	store_ok(s, db_run(reader, st[COUNT], NO_ARGS, &s->a, &rows, &s->why));
	write_some(s, 200);
	store_ok(s, db_tidy(tidy, &long_log, &s->why));
	store_ok(s, db_turn(s->db, &s->why));
	write_some(s, 300);
	assert_true(log_size(s) > size);
	store_ok(s, db_run(reader, st[COUNT], NO_ARGS, &s->a, &rows, &s->why));
	assert_int_equal(rows.v[0].i, 200);
	store_ok(s, db_end(reader, OK, &s->why));
	assert_int_equal(store_value(s, st[COUNT], NO_ARGS).i, 400);
	db_close(&reader);
	db_close(&tidy);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST_EMPTY(an_empty_database_is_built),
		STORE_TEST_EMPTY(many_nodes_upgrade_once),
		STORE_TEST(a_newer_schema_is_refused),
		STORE_TEST(an_older_schema_asks_first),
		STORE_TEST_EMPTY(a_migration_that_fails_leaves_nothing),
		STORE_ONE(a_log_begins_anew, "(sqlite)", store_setup_empty,
			  DB_SQLITE),
		STORE_TEST_PG(settings_are_ours),
		STORE_TEST_PG(a_lost_connection_is_found_again),
		STORE_TEST_PG(a_connection_lost_while_idle_is_not_noticed),
		STORE_TEST_PG(a_loss_before_commit_is_certain),
		STORE_TEST_PG(a_loss_during_commit_is_uncertain),
		STORE_TEST_PG(a_commit_with_a_warning_is_uncertain),
		STORE_TEST_PG(a_commit_that_is_refused_says_why),
		STORE_TEST_PG(an_overlooked_error_does_not_commit),
		STORE_TEST_PG(a_changed_table_is_prepared_again),
		STORE_TEST_PG(a_lock_that_is_held_is_busy),
		STORE_TEST_PG(a_read_does_not_stay_open),
		STORE_TEST_PG(a_server_that_is_not_there_is_said),
		STORE_TEST_PG(another_order_of_text_is_refused),
	};

	log_set_level(LOG_ERROR);
	for (int i = 0; i < N; i++)
		st[i] = stmt_add(&texts[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
