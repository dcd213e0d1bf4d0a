/*
 * b_verify.c - journal_verify against raw SM3 over the same bytes.
 *
 *   b_verify [rows]      1000000 when not given
 *
 * Raw SM3 is one thread hashing the same leaves, one after the other, out of
 * memory: no database, no tree, no columns compared.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"
#include "kind/journal_parts.h"

#define NOON INT64_C(1790000000000)
#define BATCH 5000
#define WANTED 0.5

static struct why why;

static void
need(enum err rc)
{
	if (rc == OK)
		return;
	(void)fprintf(stderr, "%s\n", why.text[LANG_EN]);
	exit(1);
}

static double
seconds_since(int64_t start_us)
{
	return (double)(time_mono_us() - start_us) / 1e6;
}

/* Of all threads: tells a slow program from a busy machine. */
static double
cpu_seconds(void)
{
	struct timespec t;

	must(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t) == 0);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
write_batch(struct db *db, struct arena *a, int64_t first)
{
	static const char changes[] =
	    "[{\"field\":\"address\",\"from\":null,\"to\":\"示例路 88 号\"}]";

	need(db_begin(db, TX_WRITE, &why));
	for (int64_t i = first; i < first + BATCH; i++) {
		struct actor who = { .user = id_new(NOON), .org = 1 + i % 3 };
		struct task t = task_open(db, a, NOON + i, who);
		struct journal_entry e = { .row = id_new(NOON),
					   .reg = "site",
					   .op = "update",
					   .changes = STR(changes) };

		if (journal_write(&t, &e) != OK)
			exit(1);
	}
	need(db_end(db, OK, &why));
	arena_reset(a);
}

static void
seal_batch(struct db *db, struct arena *a)
{
	int64_t n;

	need(db_begin(db, TX_WRITE, &why));
	need(journal_seal(db, a, BATCH, &n, &why));
	need(db_end(db, OK, &why));
	must(n == BATCH);
	arena_reset(a);
}

/* Written and sealed in turns, as in life; times added up apart. */
static void
fill(struct db *db, struct arena *a, const struct journal_key *key,
     int64_t rows)
{
	double write_s = 0, seal_s = 0;

	for (int64_t i = 0; i < rows; i += BATCH) {
		int64_t start = time_mono_us();

		write_batch(db, a, i);
		write_s += seconds_since(start);
		start = time_mono_us();
		seal_batch(db, a);
		seal_s += seconds_since(start);
		if (i / BATCH % 20 == 19)
			need(db_script(db, "PRAGMA wal_checkpoint(TRUNCATE)",
				       &why));
	}
	need(db_begin(db, TX_WRITE, &why));
	need(journal_checkpoint(db, a, key, NOON, &why));
	need(db_end(db, OK, &why));
	need(db_script(db, "PRAGMA wal_checkpoint(TRUNCATE)", &why));
	printf("write        %8.0f rows/s (journal_write alone, %d to a "
	       "commit)\n",
	       (double)rows / write_s, BATCH);
	printf("seal         %8.0f rows/s (%d to a commit)\n",
	       (double)rows / seal_s, BATCH);
}

/* Sizes of the leaves, in order; their bytes do not matter to SM3. */
struct sizes {
	size_t *v, n, max;
	uint64_t bytes;
};

static enum err
size_take(const struct val *row, size_t width, void *ctx, struct why *w)
{
	struct sizes *s = ctx;

	(void)w;
	(void)width;
	must(s->n < s->max);
	s->v[s->n] = 1 + SALT_BYTES + row[9].s.n;
	s->bytes += s->v[s->n++];
	return OK;
}

static double
raw_seconds(const struct sizes *s)
{
	struct buf bytes = buf_open(1u << 20);
	struct hasher h;
	struct hash out;
	int64_t start;
	double took;

	need(hasher_open("SM3", &h, &why));
	memset(buf_room(&bytes, 1u << 19), 0, 1u << 19);
	start = time_mono_us();
	for (size_t i = 0; i < s->n; i++)
		hash_leaf(&h, (struct str){ bytes.p, s->v[i] }, &out);
	took = seconds_since(start);
	hasher_close(&h);
	buf_release(&bytes);
	return took;
}

static double
verify_seconds(struct db *db, const struct journal_key *key, int64_t rows)
{
	struct journal_verdict verdict;
	int64_t start = time_mono_us();
	double took;

	need(journal_verify(db, key, STR(""), &verdict, &why));
	took = seconds_since(start);
	must(verdict.good && verdict.rows == rows);
	return took;
}

/* The best of three each, in turns: other programs share the machine. */
static bool
compare(struct db *db, const struct journal_key *key, const struct sizes *s)
{
	double raw = 1e9, verify = 1e9, cpu = 1e9;

	for (int i = 0; i < 3; i++) {
		double r = raw_seconds(s), start = cpu_seconds();
		double v = verify_seconds(db, key, (int64_t)s->n);
		double c = cpu_seconds() - start;

		raw = r < raw ? r : raw;
		verify = v < verify ? v : verify;
		cpu = c < cpu ? c : cpu;
	}
	printf("raw SM3      %8.3f s for %zu leaves of %.0f bytes\n", raw, s->n,
	       (double)s->bytes / (double)s->n);
	printf("verify       %8.3f s (%.3f s of processor time)\n", verify,
	       cpu);
	printf("ratio        %8.2f (wanted: %.1f)\n", raw / verify, WANTED);
	return raw / verify >= WANTED;
}

int
main(int argc, char **argv)
{
	static char dir[] = "/tmp/b_verify.XXXXXX";
	int64_t rows = 1000000;
	struct arena a = { 0 };
	struct journal_key *key = NULL;
	struct db *db = NULL;
	struct sizes sizes = { 0 };
	bool good;

	if (argc > 1 &&
	    !str_to_int(str_of(argv[1]), BATCH, INT64_C(100000000), &rows))
		return 2;
	rows -= rows % BATCH;
	must(mkdtemp(dir) != NULL && chdir(dir) == 0);
	need(journal_key_open("key.pem", &key, &why));
	need(db_open("sqlite:b.db", &db, &why));
	need(db_upgrade(db, true, NOON, &why));
	fill(db, &a, key, rows);
	sizes.max = (size_t)rows;
	sizes.v = mem_alloc((size_t)rows * sizeof(*sizes.v));
	need(db_each(db, STMT_JOURNAL_WINDOW, ARGS(val_int(0), val_int(rows)),
		     size_take, &sizes, &why));
	good = compare(db, key, &sizes);
	mem_free(sizes.v);
	db_close(&db);
	journal_key_close(&key);
	arena_release(&a);
	(void)unlink("key.pem"); /* what stays behind is in /tmp */
	(void)unlink("b.db");
	(void)unlink("b.db-wal");
	(void)unlink("b.db-shm");
	(void)rmdir(dir);
	return good ? 0 : 1;
}
