/* people.c - org add, org list, user add. */
#include "cli/cli.h"

#include <stdio.h>

#include "alarm/code.h"
#include "alarm/plan.h"
#include "base/rnd.h"
#include "base/str.h"
#include "org/account.h"
#include "org/org.h"

static enum err
org_make(struct cli *c, struct task *t)
{
	const char *zone = cli_value(c, "--zone");
	int64_t id;
	size_t n;

	TRY(org_add(t, str_of(cli_value(c, "--name")),
		    str_of(zone != NULL ? zone : c->conf->org_zone), false,
		    &id));
	cli_say(c, "organisation %lld", "组织 %lld", (long long)id);
	t->who = actor_program(id);
	return plans_install(t, &n);
}

enum err
org_add_command(struct cli *c)
{
	struct db *db;
	enum err rc;

	TRY(codes_load(c->conf->pack_dir, &c->why));
	TRY(plans_load(c->conf->pack_dir, &c->why));
	TRY(cli_open(c, false, &db));
	rc = cli_write(c, db, 0, org_make);
	db_close(&db);
	plans_free();
	codes_free();
	return rc;
}

static enum err
orgs_show(struct cli *c, struct task *t)
{
	struct org *list;
	size_t n;

	(void)c; /* names need no language */
	TRY(org_list(t, &list, &n));
	for (size_t i = 0; i < n; i++)
		(void)printf("%lld\t%.*s\t%.*s%s\n", (long long)list[i].id,
			     STR_ARG(list[i].name), STR_ARG(list[i].zone),
			     list[i].is_demo ? "\tdemo" : "");
	return OK;
}

enum err
org_list_command(struct cli *c)
{
	struct db *db;
	enum err rc;

	TRY(cli_open(c, false, &db));
	rc = cli_write(c, db, 0, orgs_show);
	db_close(&db);
	return rc;
}

static enum err
user_make(struct cli *c, struct task *t)
{
	char password[CLI_PASSWORD_MAX];
	struct user_new in = { .login = str_of(cli_value(c, "--login")),
			       .name = str_of(cli_value(c, "--name")),
			       .roles = str_of(cli_value(c, "--roles")) };
	int64_t id;
	enum err rc;

	TRY(cli_password(c, password));
	in.password = str_of(password);
	rc = user_add(t, &in, &id);
	secret_wipe(password, sizeof(password));
	if (rc == OK)
		cli_say(c, "user %lld may sign in as %.*s",
			"用户 %lld 可用 %.*s 登录", (long long)id,
			STR_ARG(in.login));
	return rc;
}

enum err
user_add_command(struct cli *c)
{
	int64_t org = 0;
	struct db *db;
	enum err rc;

	TRY(cli_open(c, false, &db));
	rc = cli_org(c, db, &org);
	if (rc == OK)
		rc = cli_write(c, db, org, user_make);
	db_close(&db);
	return rc;
}
