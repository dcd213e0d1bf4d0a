/*
 * b_signals.c - many signals in one statement, for measuring the search.
 *
 *   b_signals URL ROWS TO_MS DAYS
 *
 * The database must hold one organisation (anwei org add).  ROWS signals of
 * 1000 accounts, spread over DAYS days before TO_MS, with ids of their times;
 * one in a hundred raised an alarm.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/time.h"
#include "db/db.h"

#define EPOCH_MS "1704067200000" /* of ids, kind/task.c */
/* An id has the millisecond above 22 bits. */
#define ID "(at_ms - " EPOCH_MS ") * 4194304 + i %% 60000"

#define FILL                                                                   \
	"INSERT INTO signal (id, org, received_ms, source, transport, peer,"   \
	" line, account, seq, token, encrypted, site, part, format, code,"     \
	" role, class, priority, zone_no, data, state) SELECT " ID             \
	", org, at_ms, 'dc09', 'tcp', '192.0.2.1:40000', 'R1L1', "             \
	"'A' || (i %% 1000), '0001', 'SIA-DCS', 0, 1000 + i %% 1000, 0, "      \
	"'sia', 'BA', 'alarm', 'intrusion', 2, i %% 16, 'Nri1/BA01', "         \
	"'decoded' FROM (SELECT org.id AS org, i, %lld + i * %lld / %lld AS "  \
	"at_ms FROM org, (WITH RECURSIVE up (i) AS (SELECT CAST(0 AS BIGINT) " \
	"UNION ALL SELECT i + 1 FROM up WHERE i + 1 < %lld) SELECT i FROM up"  \
	") numbers) made"
#define FATES                                                        \
	"INSERT INTO signal_fate (signal, org, at_ms, fate) SELECT " \
	"id, org, received_ms, 'raised' FROM signal WHERE id % 100 = 0"

static enum err
fill(struct db *db, long long rows, long long to_ms, long long span_ms,
     struct why *why)
{
	char sql[2048];
	int n = snprintf(sql, sizeof(sql), FILL, to_ms - span_ms, span_ms, rows,
			 rows);

	must(n > 0 && (size_t)n < sizeof(sql));
	TRY(db_script(db, sql, why));
	TRY(db_script(db, FATES, why));
	return db_script(db, "ANALYZE", why);
}

int
main(int argc, char **argv)
{
	struct why why = { 0 };
	struct db *db = NULL;
	enum err rc;

	if (argc != 5) {
		(void)fprintf(stderr, "usage: b_signals URL ROWS TO_MS DAYS\n");
		return 2;
	}
	rc = db_open(argv[1], &db, &why);
	if (rc == OK)
		rc = fill(db, strtoll(argv[2], NULL, 10),
			  strtoll(argv[3], NULL, 10),
			  strtoll(argv[4], NULL, 10) * DAY_MS, &why);
	db_close(&db);
	if (rc != OK)
		(void)fprintf(stderr, "b_signals: %s %s\n", why.text[LANG_EN],
			      why.detail);
	return rc == OK ? 0 : 1;
}
