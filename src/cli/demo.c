/* demo.c - demo load, demo remove. */
#include "cli/cli.h"

#include <stdio.h>
#include <unistd.h>

#include "alarm/code.h"
#include "alarm/plan.h"
#include "archive/demo.h"
#include "base/rnd.h"
#include "base/str.h"
#include "kind/secret.h"
#include "org/org.h"
#include "rating/pack.h"

#define FOLDER "demo"				 /* in the source tree */
#define FOLDER_INSTALLED "/usr/share/anwei/demo" /* of the package */

/* Letters and digits that nobody takes for one another. */
static void
password_make(char out[CLI_PASSWORD_MAX])
{
	static const char signs[] = "abcdefghjkmnpqrstuvwxyz23456789";
	uint8_t rnd[16];
	size_t n = 0;

	rnd_bytes(rnd, sizeof(rnd));
	for (size_t i = 0; i < sizeof(rnd); i++) {
		if (i > 0 && i % 4 == 0)
			out[n++] = '-';
		out[n++] = signs[rnd[i] % (sizeof(signs) - 1)];
	}
	out[n] = '\0';
	secret_wipe(rnd, sizeof(rnd));
}

static const char *
folder_of(const struct cli *c)
{
	const char *folder = cli_value(c, "--folder");

	if (folder != NULL)
		return folder;
	return access(FOLDER "/customer.csv", R_OK) == 0 ? FOLDER :
							   FOLDER_INSTALLED;
}

static void
logins_say(const struct cli *c, const char *password)
{
	cli_say(c, "\nsign in as one of these, password %s:",
		"\n可用以下账号登录，密码 %s：", password);
	for (const struct demo_person *p = demo_people; p->login != NULL; p++)
		(void)printf("  demo.%-18s %s\n", p->login,
			     label_in(roles[p->role].label, c->lang));
}

static enum err
load_with(struct cli *c, struct task *t, const char *password)
{
	struct demo_conf conf = { .keys = true,
				  .folder = folder_of(c),
				  .password = str_of(password) };
	struct demo_report report;
	size_t n;

	TRY(demo_load(t, &conf, &report));
	cli_say(c, "%s: %lld rows in %zu registers, %zu repair orders",
		"%s：%lld 行，%zu 个台账，%zu 张维修工单", DEMO_NAME,
		(long long)report.rows, report.registers, report.orders);
	t->who = actor_program(report.org);
	return plans_install(t, &n);
}

static enum err
load_work(struct cli *c, struct task *t)
{
	char password[CLI_PASSWORD_MAX];
	enum err rc = OK;

	if (cli_value(c, "--password-stdin") != NULL)
		rc = cli_password(c, password);
	else
		password_make(password);
	if (rc == OK)
		rc = load_with(c, t, password);
	if (rc == OK)
		logins_say(c, password);
	secret_wipe(password, sizeof(password));
	return rc;
}

static enum err
remove_work(struct cli *c, struct task *t)
{
	int64_t rows;

	TRY(demo_remove(t, &rows));
	cli_say(c, "the demo company is gone: %lld rows",
		"演示单位已删除：%lld 行", (long long)rows);
	return OK;
}

/* The demo organisation, 0: there is none. */
static enum err
demo_find(struct cli *c, struct db *db, int64_t *id)
{
	struct task t = task_open(db, &c->a, c->now_ms, actor_program(0));
	struct org *list;
	size_t n;
	enum err rc;

	*id = 0;
	TRY(db_begin(db, TX_READ, &c->why));
	rc = db_end(db, org_list(&t, &list, &n), &t.why);
	if (rc != OK) {
		c->why = t.why;
		return rc;
	}
	for (size_t i = 0; i < n; i++)
		if (list[i].is_demo)
			*id = list[i].id;
	return OK;
}

static enum err
load_into(struct cli *c, struct db *db)
{
	int64_t org;

	TRY(demo_find(c, db, &org));
	if (org != 0)
		return fail(&c->why, ERR_STATE,
			    "the demo company is here already: anwei demo "
			    "remove takes it away",
			    "演示单位已存在：anwei demo remove 可删除");
	return cli_write(c, db, 0, load_work);
}

enum err
demo_load_command(struct cli *c)
{
	struct db *db;
	enum err rc;

	TRY(packs_load(c->conf->pack_dir, &c->why));
	TRY(codes_load(c->conf->pack_dir, &c->why));
	TRY(plans_load(c->conf->pack_dir, &c->why));
	rc = cli_open(c, false, &db);
	if (rc == OK) {
		demo_start();
		rc = secret_key_open(conf_path(c->conf, SECRET_KEY_FILE, &c->a),
				     &c->why);
		if (rc == OK)
			rc = load_into(c, db);
		secret_key_close();
		db_close(&db);
	}
	plans_free();
	codes_free();
	packs_free();
	return rc;
}

static enum err
remove_from(struct cli *c, struct db *db)
{
	int64_t org;

	TRY(demo_find(c, db, &org));
	if (org == 0)
		return fail(&c->why, ERR_NOT_FOUND,
			    "there is no demo company here", "没有演示单位");
	return cli_write(c, db, org, remove_work);
}

enum err
demo_remove_command(struct cli *c)
{
	struct db *db;
	enum err rc;

	TRY(cli_open(c, false, &db));
	demo_start();
	rc = remove_from(c, db);
	db_close(&db);
	return rc;
}
