/* work.c - what several commands need: database, transaction, org. */
#include "cli/cli.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/str.h"
#include "kind/install.h"
#include "org/org.h"

/* One level only: a mistyped path is not to become a tree of folders. */
static enum err
folder_make(struct cli *c, const char *path)
{
	if (mkdir(path, 0750) == 0 || errno == EEXIST)
		return OK;
	return fail(&c->why, ERR_STORAGE, "cannot make %s: %s",
		    "无法建立 %s：%s", path, strerror(errno));
}

/* Commands make ids beside a running server: a node number of their own. */
#define CLI_NODE 63

enum err
cli_open(struct cli *c, bool upgrade, struct db **out)
{
	struct install in = { .url = c->conf->db_url,
			      .node = CLI_NODE,
			      .upgrade = upgrade };

	TRY(folder_make(c, c->conf->data_dir));
	return install_open(&in, c->now_ms, out, &c->why);
}

enum err
cli_write(struct cli *c, struct db *db, int64_t org, cli_work *work)
{
	struct arena a = { 0 };
	struct task t = task_open(db, &a, c->now_ms, actor_program(org));
	enum err rc = db_begin(db, TX_WRITE, &t.why);

	t.lang = c->lang;
	if (rc == OK) {
		rc = work(c, &t);
		rc = db_end(db, rc, &t.why);
	}
	if (rc != OK)
		c->why = t.why;
	c->why.faults = NULL; /* they lived in the arena */
	c->why.room = NULL;
	c->why.n_faults = 0;
	arena_release(&a);
	return rc;
}

/* By id or by name; without a word the only one. */
static const struct org *
org_choose(const struct org *list, size_t n, const char *word)
{
	int64_t id = 0;

	if (word == NULL)
		return n == 1 ? list : NULL;
	(void)str_to_int(str_of(word), 1, INT64_MAX, &id); /* or a name */
	for (size_t i = 0; i < n; i++)
		if (list[i].id == id || str_is(list[i].name, word))
			return &list[i];
	return NULL;
}

enum err
cli_org(struct cli *c, struct db *db, int64_t *org)
{
	const char *word = cli_value(c, "--org");
	struct task t = task_open(db, &c->a, c->now_ms, actor_program(0));
	const struct org *found;
	struct org *list;
	enum err rc;
	size_t n;

	TRY(db_begin(db, TX_READ, &c->why));
	rc = db_end(db, org_list(&t, &list, &n), &t.why);
	if (rc != OK) {
		c->why = t.why;
		return rc;
	}
	found = org_choose(list, n, word);
	if (found != NULL) {
		*org = found->id;
		return OK;
	}
	if (n == 0)
		return fail(&c->why, ERR_INVALID,
			    "there is no organisation yet: anwei org add "
			    "--name NAME",
			    "还没有组织：anwei org add --name 名称");
	return fail(&c->why, ERR_INVALID,
		    "which organisation? --org NAME; anwei org list shows "
		    "them",
		    "哪个组织？请用 --org 名称；anwei org list 可列出");
}
