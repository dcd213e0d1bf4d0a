/* backup.c - backup and restore. */
#include "archive/backup.h"

#include "base/str.h"
#include "base/time.h"
#include "cli/cli.h"
#include "kind/journal.h"
#include "kind/secret.h"

static struct backup_place
place(struct cli *c)
{
	return (struct backup_place){
		.db_url = c->conf->db_url,
		.folder = c->conf->data_dir,
		.journal_key = conf_path(c->conf, CONF_JOURNAL_KEY, &c->a),
		.secret_key = conf_path(c->conf, SECRET_KEY_FILE, &c->a),
	};
}

enum err
backup_command(struct cli *c)
{
	struct backup_place from = place(c);
	struct backup_facts f;

	TRY(backup_write(&from, c->operand, c->now_ms, &f, &c->why));
	cli_say(c, "%s: %lld entries, %lld bytes, schema %lld",
		"%s：%lld 项，%lld 字节，结构版本 %lld", c->operand,
		(long long)f.entries, (long long)f.bytes, (long long)f.schema);
	return OK;
}

/* The restored journal must be as it was.  A server that never ran has no
 * key yet and has signed nothing: it gets one now. */
static enum err
verify(struct cli *c)
{
	struct journal_key *key;
	struct db *db;
	enum err rc;

	TRY(journal_key_open(conf_path(c->conf, CONF_JOURNAL_KEY, &c->a), &key,
			     &c->why));
	journal_key_close(&key);
	TRY(cli_open(c, true, &db));
	rc = cli_verify(c, db, STR(""));
	db_close(&db);
	return rc;
}

enum err
restore_command(struct cli *c)
{
	struct backup_place to = place(c);
	struct backup_facts f;
	char made[25];

	TRY(backup_restore(&to, c->operand, &f, &c->why));
	time_print(f.made_ms, made);
	cli_say(c, "restored %lld entries, made %s by %s",
		"已恢复 %lld 项，备份时间 %s，程序版本 %s",
		(long long)f.entries, made, f.program);
	return verify(c);
}
