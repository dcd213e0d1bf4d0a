/* database.c - db upgrade, db check, verify. */
#include "alarm/signal_seal.h"
#include "cli/cli.h"

#include <stdio.h>

#include "base/str.h"
#include "kind/journal.h"

enum err
db_upgrade_command(struct cli *c)
{
	struct db *db;

	TRY(cli_open(c, true, &db));
	db_close(&db);
	cli_say(c, "the database has schema %lld", "数据库版本为 %lld",
		(long long)db_version_newest());
	return OK;
}

enum err
db_check_command(struct cli *c)
{
	struct db *db;
	enum err rc;

	TRY(cli_open(c, false, &db));
	rc = db_check(db, &c->why);
	db_close(&db);
	if (rc == OK)
		cli_say(c, "schema %lld; all statements are good",
			"数据库版本 %lld，全部语句无误",
			(long long)db_version_newest());
	return rc;
}

#define NOTE_BYTES_MAX 65536

static enum err
note_read(struct cli *c, const char *path, struct str *out)
{
	char *bytes = arena_alloc(&c->a, NOTE_BYTES_MAX);
	FILE *f = fopen(path, "rb");

	if (f == NULL)
		return fail(&c->why, ERR_INVALID, "cannot read %s",
			    "无法读取 %s", path);
	*out = (struct str){ bytes, fread(bytes, 1, NOTE_BYTES_MAX, f) };
	(void)fclose(f); /* read only: nothing can be lost */
	return OK;
}

/* The seals of the stream are entries of the journal: after it. */
static enum err
signals_verify(struct cli *c, struct db *db)
{
	struct signal_verdict v;

	TRY(signal_verify(db, &v, &c->why));
	if (!v.good)
		return fail(&c->why, ERR_STATE, "%s%.0s", "%.0s%s",
			    v.text[LANG_EN], v.text[LANG_ZH]);
	cli_say(c, "%s%.0s", "%.0s%s", v.text[LANG_EN], v.text[LANG_ZH]);
	return OK;
}

enum err
cli_verify(struct cli *c, struct db *db, struct str note)
{
	const char *path = conf_path(c->conf, CONF_JOURNAL_KEY, &c->a);
	struct journal_verdict v = { 0 };
	struct journal_key *key;
	enum err rc;

	TRY(journal_key_load(path, &key, &c->why));
	rc = journal_verify(db, key, note, &v, &c->why);
	journal_key_close(&key);
	if (rc != OK)
		return rc;
	if (!v.good)
		return fail(&c->why, ERR_STATE, "%s%.0s", "%.0s%s",
			    v.text[LANG_EN], v.text[LANG_ZH]);
	cli_say(c, "%s%.0s", "%.0s%s", v.text[LANG_EN], v.text[LANG_ZH]);
	return signals_verify(c, db);
}

enum err
verify_command(struct cli *c)
{
	const char *path = cli_value(c, "--note");
	struct str note = STR("");
	struct db *db;
	enum err rc;

	if (path != NULL)
		TRY(note_read(c, path, &note));
	TRY(cli_open(c, false, &db));
	rc = cli_verify(c, db, note);
	db_close(&db);
	return rc;
}
