/*
 * b_fill.c - many devices, in one statement per table, for measuring lists.
 *
 *   b_fill URL ROWS
 *
 * The database must hold one organisation (anwei org add).  100 customers,
 * 1000 sites with one system each, ROWS devices with their search words.
 * The journal does not know them: this is not how an installation is filled.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "base/time.h"
#include "db/db.h"

#define FIRST "1000000000"
/* From 0 on; both dialects know all of it. */
#define NUMBERS                                                            \
	" FROM org, (WITH RECURSIVE up (i) AS (SELECT 0 UNION ALL SELECT " \
	"i + 1 FROM up WHERE i + 1 < %lld) SELECT i FROM up) numbers"
#define COMMON "org, version, created_ms, changed_ms"
#define COMMON_VALUES "org.id, 1, 1790000000000, 1790000000000"

static const struct {
	const char *table, *sql;
	int64_t rows; /* 0: as many as asked for */
} steps[] = {
	{ "customer",
	  "INSERT INTO customer (id, " COMMON ", number, name, category, "
	  "key_unit) SELECT 1000000 + i, " COMMON_VALUES
	  ", 'KH2026-' || (90000 + i), '示例客户 ' || i, 'bank', "
	  "'none'",
	  100 },
	{ "site",
	  "INSERT INTO site (id, " COMMON ", number, name, customer, kind, "
	  "level, address) SELECT 2000000 + i, " COMMON_VALUES
	  ", 'CS2026-' || (90000 + i), '示例场所 ' || i, 1000000 + i % 100, "
	  "'bank', 'ordinary', '示例路 ' || i || ' 号'",
	  1000 },
	{ "system",
	  "INSERT INTO system (id, " COMMON ", number, name, site, kind) "
	  "SELECT 3000000 + i, " COMMON_VALUES
	  ", 'XT2026-' || (90000 + i), '示例系统 ' || i, 2000000 + i, "
	  "'video'",
	  1000 },
	{ "device",
	  "INSERT INTO device (id, " COMMON ", number, name, site, system, "
	  "kind, layer, criticality, state, position, make, model) "
	  "SELECT " FIRST " + i, " COMMON_VALUES
	  ", 'SB2026-' || (10000000 + i), '示例设备 ' || i, "
	  "2000000 + i % 1000, 3000000 + i % 1000, "
	  "CASE i % 10 WHEN 0 THEN 'recorder' WHEN 1 THEN 'detector' "
	  "WHEN 2 THEN 'reader' WHEN 3 THEN 'lock' ELSE 'camera' END, "
	  "'front', CASE WHEN i % 10 = 0 THEN 'core' ELSE 'noncore' END, "
	  "CASE WHEN i / 10 % 50 = 0 THEN 'faulty' "
	  "WHEN i / 10 % 50 < 3 THEN 'spare' ELSE 'in_use' END, "
	  "'大堂 ' || i % 100, '示例品牌', 'M-' || i % 1000",
	  0 },
};

static void
need(enum err rc, const struct why *why)
{
	if (rc == OK)
		return;
	(void)fprintf(stderr, "b_fill: %s\n", why->text[LANG_EN]);
	exit(1);
}

static void
run(struct db *db, const char *sql)
{
	struct why why = { 0 };

	need(db_script(db, sql, &why), &why);
}

static void
fill(struct db *db, size_t step, int64_t rows)
{
	char sql[2048];
	int64_t n = steps[step].rows == 0 ? rows : steps[step].rows;
	int64_t start = time_mono_us();
	int len = snprintf(sql, sizeof(sql), "%s" NUMBERS, steps[step].sql,
			   (long long)n);

	must(len > 0 && (size_t)len < sizeof(sql));
	run(db, sql);
	printf("fill     %lld of %s in %.1f s\n", (long long)n,
	       steps[step].table, (double)(time_mono_us() - start) / 1e6);
}

/* The words as register_write.c makes them: scope first, then the text's. */
static void
fill_words(struct db *db)
{
#define WORDS                                                                 \
	"SELECT id, 'o' || org || ' rdevice wsb2026 w' || substr(number, 8) " \
	"|| ' c793a c4f8b c793a4f8b c8bbe c4f8b8bbe c5907 c8bbe5907 w' || "   \
	"(id - " FIRST ") AS w FROM device"
	run(db, db_kind(db) == DB_POSTGRES ?
		    "INSERT INTO find (id, words, terms) SELECT id, w, "
		    "to_tsvector('simple', w) FROM (" WORDS ") d" :
		    "INSERT INTO find (rowid, words) " WORDS);
}

int
main(int argc, char **argv)
{
	struct why why = { 0 };
	struct db *db = NULL;
	int64_t rows = 0;

	if (argc != 3 ||
	    !str_to_int(str_of(argv[2]), 1, INT64_C(100000000), &rows)) {
		(void)fprintf(stderr, "usage: b_fill URL ROWS\n");
		return 2;
	}
	need(db_open(argv[1], &db, &why), &why);
	need(db_begin(db, TX_WRITE, &why), &why);
	for (size_t i = 0; i < ARRAY_LEN(steps); i++)
		fill(db, i, rows);
	fill_words(db);
	need(db_end(db, OK, &why), &why);
	/* What PostgreSQL's autovacuum would have done by and by; nobody does
	 * the like for SQLite. */
	run(db, db_kind(db) == DB_POSTGRES ? "VACUUM ANALYZE" :
					     "PRAGMA wal_checkpoint(TRUNCATE)");
	db_close(&db);
	return 0;
}
