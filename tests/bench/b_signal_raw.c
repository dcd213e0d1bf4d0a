/*
 * b_signal_raw.c - the baseline of the intake: the row of one alarm, written
 * by a bare loop through the database's own library.
 *
 *   b_signal_raw sqlite:PATH|postgresql://… SECONDS GROUP
 *
 * GROUP rows to a commit; the PRAGMAs of src/db/sqlite.c; over PostgreSQL a
 * whole group sent at once.  The schema must be there.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libpq-fe.h>
#include <sqlite3.h>

#include "base/str.h"
#include "base/time.h"

#define FIRST INT64_C(4000000000000000000)
#define COLUMNS 29

static const char insert_sql[] =
    "INSERT INTO signal (id, org, received_ms, device_ms, source, transport, "
    "peer, line, account, seq, token, encrypted, panel, site, customer, raw, "
    "part, format, code, role, class, priority, part_no, zone_no, user_no, "
    "text, data, xdata, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
    "$10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, "
    "$24, $25, $26, $27, $28, $29)";
static const char greatest_sql[] =
    "SELECT COALESCE(MAX(id), 0) FROM signal WHERE id >= "
    "4000000000000000000";

struct arg {
	enum { NONE, INT, TEXT, BYTES } type;
	int64_t i;
	const char *s;
	int n; /* bytes */
};
struct row {
	char account[16], seq[8], raw[96], data[40];
	struct arg args[COLUMNS];
};

#define I(v)                    \
	{                       \
		INT, v, NULL, 0 \
	}
#define S(v)                  \
	{                     \
		TEXT, 0, v, 0 \
	}

static void
row_fill(struct row *r, int64_t no)
{
	int64_t panel = no % 256 + 1;
	int n;

	(void)snprintf(r->account, sizeof(r->account), "%06llX",
		       (long long)panel);
	(void)snprintf(r->seq, sizeof(r->seq), "%04lld",
		       (long long)(no % 9999 + 1));
	(void)snprintf(r->data, sizeof(r->data), "#%s|1130 01 001", r->account);
	n = snprintf(r->raw, sizeof(r->raw), "D3B1002A\"ADM-CID\"%sL0#%s[%s]",
		     r->seq, r->account, r->data);
	{
		const struct arg args[COLUMNS] = {
			I(FIRST + no),
			I(INT64_C(382960747639930880)),
			I(INT64_C(1790000000000)),
			{ 0 },
			S("dc09"),
			S("tcp"),
			S("127.0.0.1:40000"),
			S("L0"),
			S(r->account),
			S(r->seq),
			S("ADM-CID"),
			I(0),
			I(panel),
			I(1),
			I(1),
			{ BYTES, 0, r->raw, n },
			I(0),
			S("cid"),
			S("130"),
			S("alarm"),
			S("intrusion"),
			I(2),
			I(1),
			I(1),
			{ 0 },
			{ 0 },
			S(r->data),
			{ 0 },
			S("decoded"),
		};

		memcpy(r->args, args, sizeof(args));
	}
}

/* ---- SQLite ---- */

static sqlite3 *lite;
static sqlite3_stmt *lite_insert, *lite_edges[2];

static void
lite_need(int rc, int wanted)
{
	if (rc == wanted)
		return;
	(void)fprintf(stderr, "b_signal_raw: %s\n", sqlite3_errmsg(lite));
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

static int64_t
lite_start(char *path)
{
	sqlite3_stmt *s = NULL;
	pthread_t tidy;
	int64_t last;

	lite_need(sqlite3_open(path, &lite), SQLITE_OK);
	lite_settle(lite);
	lite_need(sqlite3_prepare_v2(lite, insert_sql, -1, &lite_insert, NULL),
		  SQLITE_OK);
	lite_need(sqlite3_prepare_v2(lite, "BEGIN IMMEDIATE", -1,
				     &lite_edges[0], NULL),
		  SQLITE_OK);
	lite_need(sqlite3_prepare_v2(lite, "COMMIT", -1, &lite_edges[1], NULL),
		  SQLITE_OK);
	lite_need(sqlite3_prepare_v2(lite, greatest_sql, -1, &s, NULL),
		  SQLITE_OK);
	lite_need(sqlite3_step(s), SQLITE_ROW);
	last = sqlite3_column_int64(s, 0);
	(void)sqlite3_finalize(s);
	must(pthread_create(&tidy, NULL, lite_tidy, path) == 0);
	return last;
}

static void
lite_row(const struct row *r)
{
	for (int i = 0; i < COLUMNS; i++) {
		const struct arg *a = &r->args[i];

		if (a->type == INT)
			(void)sqlite3_bind_int64(lite_insert, i + 1, a->i);
		else if (a->type == TEXT)
			(void)sqlite3_bind_text(lite_insert, i + 1, a->s, -1,
						SQLITE_STATIC);
		else if (a->type == BYTES)
			(void)sqlite3_bind_blob(lite_insert, i + 1, a->s, a->n,
						SQLITE_STATIC);
		else
			(void)sqlite3_bind_null(lite_insert, i + 1);
	}
	lite_need(sqlite3_step(lite_insert), SQLITE_DONE);
	(void)sqlite3_reset(lite_insert);
}

static void
lite_group(struct row *r, int64_t first, int64_t n)
{
	for (int edge = 0; edge < 2; edge++) {
		lite_need(sqlite3_step(lite_edges[edge]), SQLITE_DONE);
		(void)sqlite3_reset(lite_edges[edge]);
		for (int64_t i = 0; edge == 0 && i < n; i++) {
			row_fill(r, first + i);
			lite_row(r);
		}
	}
}

/* ---- PostgreSQL ---- */

static PGconn *pg;

static void
pg_need(PGresult *r)
{
	ExecStatusType status = PQresultStatus(r);

	if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK &&
	    status != PGRES_PIPELINE_SYNC) {
		(void)fprintf(stderr, "b_signal_raw: %s\n", PQerrorMessage(pg));
		exit(1);
	}
	PQclear(r);
}

static int64_t
pg_start(const char *url)
{
	PGresult *r;
	int64_t last;

	pg = PQconnectdb(url);
	must(PQstatus(pg) == CONNECTION_OK);
	pg_need(PQprepare(pg, "s", insert_sql, 0, NULL));
	r = PQexec(pg, greatest_sql);
	must(PQntuples(r) == 1);
	last = strtoll(PQgetvalue(r, 0, 0), NULL, 10);
	PQclear(r);
	return last;
}

static void
pg_row(const struct row *r)
{
	const char *v[COLUMNS];
	int lengths[COLUMNS], formats[COLUMNS];
	char room[COLUMNS][24];

	for (int i = 0; i < COLUMNS; i++) {
		const struct arg *a = &r->args[i];

		(void)snprintf(room[i], sizeof(room[i]), "%lld",
			       (long long)a->i);
		v[i] = a->type == INT ? room[i] : a->s;
		lengths[i] = a->n;
		formats[i] = a->type == BYTES;
	}
	must(PQsendQueryPrepared(pg, "s", COLUMNS, v, lengths, formats, 0) ==
	     1);
}

static void
pg_group(struct row *r, int64_t first, int64_t n)
{
	must(PQenterPipelineMode(pg) == 1);
	must(PQsendQueryParams(pg, "BEGIN", 0, NULL, NULL, NULL, NULL, 0) == 1);
	for (int64_t i = 0; i < n; i++) {
		row_fill(r, first + i);
		pg_row(r);
	}
	must(PQsendQueryParams(pg, "COMMIT", 0, NULL, NULL, NULL, NULL, 0) ==
	     1);
	must(PQpipelineSync(pg) == 1);
	for (int64_t i = 0; i < n + 2; i++) {
		pg_need(PQgetResult(pg));
		must(PQgetResult(pg) == NULL);
	}
	pg_need(PQgetResult(pg));
	must(PQexitPipelineMode(pg) == 1);
}

int
main(int argc, char **argv)
{
	static struct row row;
	int64_t group, seconds, rows = 0, start, first;
	bool is_lite;
	double took;

	if (argc != 4 || !str_to_int(str_of(argv[2]), 1, 3600, &seconds) ||
	    !str_to_int(str_of(argv[3]), 1, 100000, &group)) {
		(void)fprintf(stderr, "usage: b_signal_raw URL SECONDS "
				      "GROUP\n");
		return 2;
	}
	is_lite = strncmp(argv[1], "sqlite:", 7) == 0;
	first = is_lite ? lite_start(argv[1] + 7) : pg_start(argv[1]);
	first = first == 0 ? 0 : first - FIRST + 1;
	start = time_mono_us();
	for (; time_mono_us() - start < seconds * 1000000; rows += group) {
		if (is_lite)
			lite_group(&row, first + rows, group);
		else
			pg_group(&row, first + rows, group);
	}
	took = (double)(time_mono_us() - start) / 1e6;
	printf("raw      %.0f signals/s, %lld to a commit\n",
	       (double)rows / took, (long long)group);
	return 0;
}
