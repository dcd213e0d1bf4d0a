/* org.c - organisations. */
#include "org/org.h"

#include "base/str.h"
#include "gen/stmt.h"

/* clang-format off */
static const struct col org_cols[] = {
	/* name      type      into */
	{ "id",      COL_INT,  offsetof(struct org, id) },
	{ "name",    COL_TEXT, offsetof(struct org, name) },
	{ "zone",    COL_TEXT, offsetof(struct org, zone) },
	{ "is_demo", COL_BOOL, offsetof(struct org, is_demo) },
};
/* clang-format on */

static const struct label name_label = LABEL("名称", "Name");
static const struct label zone_label = LABEL("时区", "Time zone");

enum err
org_add(struct task *t, struct str name, struct str zone, bool is_demo,
	int64_t *id)
{
	name = str_trim(name);
	if (name.n == 0 || !str_is_utf8(name) || str_chars(name) > 200)
		return fail_field(&t->why, "name", name_label, "required",
				  "needs 1 to 200 characters",
				  "应为 1 至 200 个字符");
	if (zone_find(zone) == NULL)
		return fail_field(&t->why, "zone", zone_label, "unknown",
				  "“%.*s” is no time zone", "没有时区“%.*s”",
				  STR_ARG(zone));
	*id = id_new(t->now_ms);
	return db_run(t->db, STMT_ORG_INSERT,
		      ARGS(val_int(*id), val_text(name), val_text(zone),
			   val_int(is_demo), val_int(t->now_ms)),
		      NULL, NULL, &t->why);
}

enum err
org_get(struct task *t, int64_t id, struct org *out)
{
	return db_get(t->db, STMT_ORG_GET, ARGS(val_int(id)), org_cols,
		      ARRAY_LEN(org_cols), t->a, out, &t->why);
}

enum err
org_list(struct task *t, struct org **out, size_t *n)
{
	void *list;

	TRY(db_list(t->db, STMT_ORG_LIST, NO_ARGS, org_cols,
		    ARRAY_LEN(org_cols), sizeof(**out), t->a, &list, n,
		    &t->why));
	*out = list;
	return OK;
}
