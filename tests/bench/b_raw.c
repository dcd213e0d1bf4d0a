/*
 * b_raw.c - the baseline of the durable creates: the rows of one create of a
 * customer, written by a bare loop through the database's own library.
 *
 *   b_raw sqlite:PATH|postgresql://… SECONDS [group [pipeline]]
 *
 * Four rows each: the number's counter, the customer, its search words, its
 * journal entry; `group` creates (64) to a commit; the PRAGMAs of
 * src/db/sqlite.c.  The schema and one organisation must be there.  Over
 * PostgreSQL one statement after the other, or a whole group sent at once.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libpq-fe.h>
#include <sqlite3.h>

#include "base/str.h"
#include "base/time.h"

#define FIRST INT64_C(4000000000000000000)
#define N_STATEMENTS 4
#define ARGS_MAX 21

/* In the order in which the server runs them. */
static const char *const statements[N_STATEMENTS] = {
	"INSERT INTO counter (org, prefix, year, next) VALUES ($1, $2, $3, 2) "
	"ON CONFLICT (org, prefix, year) DO UPDATE SET next = counter.next + "
	"1 RETURNING next - 1",
	"INSERT INTO customer (id, org, version, created_ms, created_by, "
	"changed_ms, changed_by, retired_ms, number, name, category, party, "
	"address, department, person_in_charge, phone, key_unit, "
	"key_unit_basis, key_unit_proof, state_secret, note) VALUES ($1, $2, "
	"$3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, "
	"$18, $19, $20, $21)",
	NULL, /* differs: words_sql */
	"INSERT INTO journal (id, org, at_ms, actor, reg, row, op, canon, "
	"salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
};
static const char *const words_sql[] = {
	"INSERT INTO find (rowid, words) VALUES ($1, $2)",
	"INSERT INTO find (id, words, terms) VALUES ($1, $2, "
	"to_tsvector('simple', $2))",
};

/* What the statements take: a number, a text, or nothing. */
struct arg {
	enum { NONE, INT, TEXT, BYTES } type;
	int64_t i;
	const char *s;
};
struct create {
	char number[32], name[64], address[64], words[512], canon[1024];
	char salt[16];
	size_t n[N_STATEMENTS];
	struct arg args[N_STATEMENTS][ARGS_MAX];
};

static int64_t org, first_no;
static const char start_sql[] =
    "SELECT id, COALESCE((SELECT MAX(next) FROM counter), 1) FROM org";

static void
create_texts(struct create *c, int64_t no, int64_t id)
{
	static uint64_t rnd = 88172645463325252u;

	for (int i = 0; i < 2; i++) {
		rnd ^= rnd << 13;
		rnd ^= rnd >> 7;
		rnd ^= rnd << 17;
		memcpy(c->salt + i * 8, &rnd, 8);
	}
	(void)snprintf(c->number, sizeof(c->number), "KH2026-%05lld",
		       (long long)no);
	(void)snprintf(c->name, sizeof(c->name), "示例用户单位 %09lld",
		       (long long)no);
	(void)snprintf(c->address, sizeof(c->address), "示例路 %lld 号",
		       (long long)no);
	(void)snprintf(
	    c->words, sizeof(c->words),
	    "o%lld rcustomer wkh2026 w%05lld c793a c4f8b c793a4f8b c7528 "
	    "c4f8b7528 c6237 c75286237 c5355 c62375355 c4f4d c53554f4d "
	    "w%09lld c793a c4f8b c793a4f8b c8def c4f8b8def w%lld c53f7 ",
	    (long long)org, (long long)no, (long long)no, (long long)no);
	(void)snprintf(
	    c->canon, sizeof(c->canon),
	    "{\"actor\":%lld,\"at_ms\":1790000000000,\"id\":%lld,\"op\":"
	    "\"create\",\"org\":%lld,\"reg\":\"customer\",\"row\":%lld,"
	    "\"what\":{\"changes\":[{\"field\":\"number\",\"from\":null,"
	    "\"to\":\"%s\"},{\"field\":\"name\",\"from\":null,\"to\":\"%s\"},"
	    "{\"field\":\"category\",\"from\":null,\"to\":\"enterprise\"},"
	    "{\"field\":\"address\",\"from\":null,\"to\":\"%s\"},{\"field\":"
	    "\"phone\",\"from\":null,\"to\":\"010-12345678\"},{\"field\":"
	    "\"key_unit\",\"from\":null,\"to\":\"none\"}],\"event\":null,"
	    "\"from\":null,\"reason\":\"\",\"to\":null}}",
	    (long long)org, (long long)id, (long long)org, (long long)id,
	    c->number, c->name, c->address);
}

#define I(v)                 \
	{                    \
		INT, v, NULL \
	}
#define S(v)               \
	{                  \
		TEXT, 0, v \
	}
#define SET(c, at, ...)                                  \
	do {                                             \
		const struct arg a_[] = { __VA_ARGS__ }; \
		memcpy((c)->args[at], a_, sizeof(a_));   \
		(c)->n[at] = sizeof(a_) / sizeof(*a_);   \
	} while (0)

static void
create_fill(struct create *c, int64_t no)
{
	const int64_t id = FIRST + no * 2, at = INT64_C(1790000000000);

	create_texts(c, no, id);
	SET(c, 0, I(org), S("KH"), I(2026));
	SET(c, 1, I(id), I(org), I(1), I(at), I(org), I(at), I(org), { 0 },
	    S(c->number), S(c->name), S("enterprise"), { 0 }, S(c->address),
	    { 0 }, { 0 }, S("010-12345678"), S("none"), { 0 }, { 0 }, { 0 },
	    { 0 });
	SET(c, 2, I(id), S(c->words));
	SET(c, 3, I(id + 1), I(org), I(at), I(org), S("customer"), I(id),
	    S("create"), S(c->canon), { BYTES, 0, c->salt });
}

/* ---- SQLite ---- */

static sqlite3 *lite;

static void
lite_need(int rc, int wanted)
{
	if (rc == wanted)
		return;
	(void)fprintf(stderr, "b_raw: %s\n", sqlite3_errmsg(lite));
	exit(1);
}

static void
lite_settle(sqlite3 *db)
{
	(void)sqlite3_exec(
	    db,
	    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
	    "PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000; "
	    "PRAGMA cache_size = -16384; PRAGMA secure_delete = OFF; "
	    "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; "
	    "PRAGMA wal_autocheckpoint = 0; "
	    "PRAGMA journal_size_limit = 536870912",
	    NULL, NULL, NULL);
}

static void
lite_bind(sqlite3_stmt *s, int at, const struct arg *a)
{
	if (a->type == INT)
		(void)sqlite3_bind_int64(s, at, a->i);
	else if (a->type == TEXT)
		(void)sqlite3_bind_text(s, at, a->s, -1, SQLITE_STATIC);
	else if (a->type == BYTES)
		(void)sqlite3_bind_blob(s, at, a->s, 16, SQLITE_STATIC);
	else
		(void)sqlite3_bind_null(s, at);
}

static void
lite_create(sqlite3_stmt *const *s, const struct create *c)
{
	for (int i = 0; i < N_STATEMENTS; i++) {
		int rc;

		for (size_t k = 0; k < c->n[i]; k++)
			lite_bind(s[i], (int)k + 1, &c->args[i][k]);
		rc = sqlite3_step(s[i]);
		lite_need(rc == SQLITE_ROW ? SQLITE_DONE : rc, SQLITE_DONE);
		(void)sqlite3_reset(s[i]);
	}
}

/* As the server does: the log goes into the file beside the writer. */
static void *
lite_tidy(void *path)
{
	sqlite3 *db = NULL;

	(void)sqlite3_open(path, &db);
	lite_settle(db);
	for (;;) {
		(void)usleep(500000);
		(void)sqlite3_wal_checkpoint_v2(db, NULL,
						SQLITE_CHECKPOINT_PASSIVE, NULL,
						NULL);
	}
	return NULL;
}

static sqlite3_stmt *prepared[N_STATEMENTS], *edge[2];

static void
lite_start(char *path)
{
	static const char *const edges[] = { "BEGIN IMMEDIATE", "COMMIT" };
	sqlite3_stmt *s = NULL;
	pthread_t tidy;

	lite_need(sqlite3_open(path, &lite), SQLITE_OK);
	lite_settle(lite);
	for (int i = 0; i < N_STATEMENTS; i++)
		lite_need(sqlite3_prepare_v2(lite,
					     statements[i] ? statements[i] :
							     words_sql[0],
					     -1, &prepared[i], NULL),
			  SQLITE_OK);
	for (int i = 0; i < 2; i++)
		lite_need(sqlite3_prepare_v2(lite, edges[i], -1, &edge[i],
					     NULL),
			  SQLITE_OK);
	lite_need(sqlite3_prepare_v2(lite, start_sql, -1, &s, NULL), SQLITE_OK);
	lite_need(sqlite3_step(s), SQLITE_ROW);
	org = sqlite3_column_int64(s, 0);
	first_no = sqlite3_column_int64(s, 1);
	(void)sqlite3_finalize(s);
	must(pthread_create(&tidy, NULL, lite_tidy, path) == 0);
}

static void
lite_edge(int which)
{
	lite_need(sqlite3_step(edge[which]), SQLITE_DONE);
	(void)sqlite3_reset(edge[which]);
}

static void
lite_group(struct create *c, int64_t first, int64_t n)
{
	lite_edge(0);
	for (int64_t i = first; i < first + n; i++) {
		create_fill(c, i);
		lite_create(prepared, c);
	}
	lite_edge(1);
}

/* ---- PostgreSQL ---- */

static PGconn *pg;

static void
pg_need(PGresult *r)
{
	ExecStatusType status = PQresultStatus(r);

	if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK &&
	    status != PGRES_PIPELINE_SYNC) {
		(void)fprintf(stderr, "b_raw: %s\n", PQerrorMessage(pg));
		exit(1);
	}
	PQclear(r);
}

static void
pg_start(const char *url)
{
	char name[8];
	PGresult *r;

	pg = PQconnectdb(url);
	must(PQstatus(pg) == CONNECTION_OK);
	for (int i = 0; i < N_STATEMENTS; i++) {
		(void)snprintf(name, sizeof(name), "s%d", i);
		pg_need(PQprepare(pg, name,
				  statements[i] ? statements[i] : words_sql[1],
				  0, NULL));
	}
	r = PQexec(pg, start_sql);
	must(PQntuples(r) == 1);
	org = strtoll(PQgetvalue(r, 0, 0), NULL, 10);
	first_no = strtoll(PQgetvalue(r, 0, 1), NULL, 10);
	PQclear(r);
}

struct pg_args {
	const char *v[ARGS_MAX];
	int lengths[ARGS_MAX], formats[ARGS_MAX];
	char room[ARGS_MAX][24];
};

static void
pg_encode(const struct create *c, int at, struct pg_args *out)
{
	for (size_t k = 0; k < c->n[at]; k++) {
		const struct arg *a = &c->args[at][k];

		(void)snprintf(out->room[k], sizeof(out->room[k]), "%lld",
			       (long long)a->i);
		out->v[k] = a->type == INT ? out->room[k] : a->s;
		out->lengths[k] = 16;
		out->formats[k] = a->type == BYTES;
	}
}

static void
pg_create(const struct create *c, bool pipeline)
{
	struct pg_args args;
	char name[8];

	for (int i = 0; i < N_STATEMENTS; i++) {
		int n = (int)c->n[i];

		pg_encode(c, i, &args);
		(void)snprintf(name, sizeof(name), "s%d", i);
		if (pipeline)
			must(PQsendQueryPrepared(pg, name, n, args.v,
						 args.lengths, args.formats,
						 0) == 1);
		else
			pg_need(PQexecPrepared(pg, name, n, args.v,
					       args.lengths, args.formats, 0));
	}
}

static void
pg_edge(const char *sql, bool pipeline)
{
	if (pipeline)
		must(PQsendQueryParams(pg, sql, 0, NULL, NULL, NULL, NULL, 0) ==
		     1);
	else
		pg_need(PQexec(pg, sql));
}

static void
pg_group(struct create *c, int64_t first, int64_t n, bool pipeline)
{
	if (pipeline)
		must(PQenterPipelineMode(pg) == 1);
	pg_edge("BEGIN", pipeline);
	for (int64_t i = first; i < first + n; i++) {
		create_fill(c, i);
		pg_create(c, pipeline);
	}
	pg_edge("COMMIT", pipeline);
	if (!pipeline)
		return;
	must(PQpipelineSync(pg) == 1);
	for (int64_t i = 0; i < n * N_STATEMENTS + 2; i++) {
		pg_need(PQgetResult(pg));
		must(PQgetResult(pg) == NULL);
	}
	pg_need(PQgetResult(pg));
	must(PQexitPipelineMode(pg) == 1);
}

int
main(int argc, char **argv)
{
	static struct create c;
	int64_t group = 64, seconds = 0, rows = 0, start;
	bool is_lite, pipeline = argc > 4;
	double took;

	if (argc < 3 || !str_to_int(str_of(argv[2]), 1, 3600, &seconds) ||
	    (argc > 3 && !str_to_int(str_of(argv[3]), 1, 1000, &group))) {
		(void)fprintf(stderr, "usage: b_raw URL SECONDS [group "
				      "[pipeline]]\n");
		return 2;
	}
	is_lite = strncmp(argv[1], "sqlite:", 7) == 0;
	if (is_lite)
		lite_start(argv[1] + 7);
	else
		pg_start(argv[1]);
	start = time_mono_us();
	for (; time_mono_us() - start < seconds * 1000000; rows += group) {
		if (is_lite)
			lite_group(&c, first_no + rows, group);
		else
			pg_group(&c, first_no + rows, group, pipeline);
	}
	took = (double)(time_mono_us() - start) / 1e6;
	printf("raw      %.0f creates/s, %lld to a commit%s\n",
	       (double)rows / took, (long long)group,
	       pipeline ? ", pipelined" : "");
	return 0;
}
