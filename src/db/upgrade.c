/* upgrade.c - numbered migrations, each in one transaction; those of a new
 * database in one together. */
#include "base/log.h"
#include "base/str.h"
#include "db/db.h"
#include "db/schema.h"
#include "gen/stmt.h"

int64_t
db_version_newest(void)
{
	int64_t newest = 0;

	for (const struct migration *m = migrations; m->number != 0; m++)
		newest = m->number > newest ? m->number : newest;
	return newest;
}

/* 0: empty database. */
static enum err
version_read(struct db *db, int64_t *out, struct why *why)
{
	struct arena a = { 0 };
	struct rows rows;
	enum err rc;

	*out = 0;
	rc = db_run(db, STMT_SCHEMA_TABLES, NO_ARGS, &a, &rows, why);
	if (rc == OK && rows.v[0].i > 0) {
		rc = db_run(db, STMT_SCHEMA_VERSION_MAX, NO_ARGS, &a, &rows,
			    why);
		if (rc == OK)
			*out = rows.v[0].i;
	}
	arena_release(&a);
	return rc;
}

enum err
db_version(struct db *db, int64_t *out, struct why *why)
{
	enum err rc;

	TRY(db_begin(db, TX_READ, why));
	rc = version_read(db, out, why);
	return db_end(db, rc, why);
}

static bool
is_for(const struct migration *m, const struct db *db)
{
	return (m->which & (1 << db_kind(db))) != 0;
}

static enum err
migrate(struct db *db, const struct migration *m, int64_t now_ms,
	struct why *why)
{
	TRY(db_script(db, m->sql, why));
	return db_run(db, STMT_SCHEMA_VERSION_ADD,
		      ARGS(val_int(m->number), val_text(str_of(m->name)),
			   val_int(now_ms)),
		      NULL, NULL, why);
}

/*
 * From *m on: one migration, or all of them for a new database, which costs
 * one commit and is there whole or not at all.  The version is read again
 * inside the transaction: two nodes may start.  *reached: the schema's version
 * afterwards.
 */
static enum err
migrate_from(struct db *db, const struct migration *m, int64_t now_ms,
	     int64_t *reached, struct why *why)
{
	int64_t version = 0;
	enum err rc;

	TRY(db_begin(db, TX_WRITE, why));
	rc = db_run(db, STMT_SCHEMA_LOCK, NO_ARGS, NULL, NULL, why);
	if (rc == OK)
		rc = version_read(db, &version, why);
	for (bool is_new = rc == OK && version == 0; rc == OK && m->number != 0;
	     m++) {
		if (m->number > version && is_for(m, db)) {
			rc = migrate(db, m, now_ms, why);
			version = m->number;
		}
		if (!is_new)
			break;
	}
	*reached = version;
	return db_end(db, rc, why);
}

enum err
db_upgrade(struct db *db, bool allow, int64_t now_ms, struct why *why)
{
	int64_t version, newest = db_version_newest(), reached;

	TRY(db_version(db, &version, why));
	if (version > newest)
		return fail(why, ERR_STATE,
			    "the database has schema %lld, this program knows "
			    "%lld: use a newer program",
			    "数据库结构版本为 %lld，本程序只支持到 %lld："
			    "请使用更新的程序",
			    (long long)version, (long long)newest);
	if (version > 0 && version < newest && !allow)
		return fail(why, ERR_STATE,
			    "the database has schema %lld, this program needs "
			    "%lld: make a backup, then run anwei db upgrade",
			    "数据库结构版本为 %lld，本程序需要 %lld："
			    "请先备份，再运行 anwei db upgrade",
			    (long long)version, (long long)newest);
	reached = version;
	for (const struct migration *m = migrations; m->number != 0; m++)
		if (m->number > reached && is_for(m, db))
			TRY(migrate_from(db, m, now_ms, &reached, why));
	if (version < newest)
		log_info(LOG_DB, "migrated", "from=%lld to=%lld",
			 (long long)version, (long long)newest);
	return OK;
}
