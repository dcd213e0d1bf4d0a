/* install.c - the installation's database, opened and ready for work. */
#include "kind/install.h"

#include "gen/stmt.h"
#include "kind/register.h"

static void
start_once(void)
{
	static bool started;

	if (!started)
		registers_start();
	started = true;
}

/* Every change writes a journal row, whose id is younger than its row's. */
static enum err
ids_start(struct db *db, unsigned node, struct why *why)
{
	struct arena a = { 0 };
	struct rows rows = { 0 };
	enum err rc =
	    db_run(db, STMT_JOURNAL_GREATEST, NO_ARGS, &a, &rows, why);

	if (rc == OK)
		id_start(node, rows.n > 0 ? rows.v[0].i : 0);
	arena_release(&a);
	return rc;
}

static enum err
ready(struct db *db, const struct install *in, int64_t now_ms, struct why *why)
{
	TRY(db_upgrade(db, in->upgrade, now_ms, why));
	TRY(db_begin(db, TX_READ, why));
	return db_end(db, ids_start(db, in->node, why), why);
}

enum err
install_open(const struct install *in, int64_t now_ms, struct db **out,
	     struct why *why)
{
	enum err rc;

	start_once();
	TRY(db_open(in->url, out, why));
	rc = ready(*out, in, now_ms, why);
	if (rc != OK)
		db_close(out);
	return rc;
}
