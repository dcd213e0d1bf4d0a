/* secret_api.c - secrets go in and are listed by name; none comes out. */
#include "alarm/dc09.h"
#include "base/rnd.h"
#include "base/str.h"
#include "http/api.h"
#include "kind/secret.h"

struct secret_in {
	struct str value, kind;
};
/* clang-format off */
static const struct member secret_in[] = {
	{ "value", MEMBER_TEXT, offsetof(struct secret_in, value), true,  1, SECRET_MAX, LABEL("内容", "Value") },
	{ "kind",  MEMBER_TEXT, offsetof(struct secret_in, kind),  false, 0, 20, LABEL("种类", "Kind") },
};
/* clang-format on */

/* kind "panel_key": it must be one that the receiver can use. */
static enum err
check_kind(struct call *c, const struct secret_in *in)
{
	struct dc09_key key;
	enum err rc;

	if (in->kind.n == 0)
		return OK;
	if (!str_is(in->kind, "panel_key"))
		return fail(&c->t.why, ERR_INVALID,
			    "kind is \"panel_key\" or not there",
			    "kind 须为“panel_key”或不填");
	rc = dc09_key_parse(in->value, &key, &c->t.why);
	secret_wipe(&key, sizeof(key));
	return rc;
}

static enum err
put_secret(struct call *c)
{
	struct secret_in in = { 0 };

	TRY(call_read(c, &in));
	TRY(check_kind(c, &in));
	TRY(secret_put(&c->t, c->tail, in.value));
	call_empty(c, 204);
	return OK;
}

static enum err
delete_secret(struct call *c)
{
	TRY(secret_drop(&c->t, c->tail));
	call_empty(c, 204);
	return OK;
}

static enum err
get_secrets(struct call *c)
{
	struct secret_line *list;
	size_t n;

	TRY(secret_list(&c->t, &list, &n));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < n; i++) {
		jw_begin(&c->out, '{');
		jw_key(&c->out, "name");
		jw_str(&c->out, list[i].name);
		jw_key(&c->out, "changed_ms");
		jw_int(&c->out, list[i].changed_ms);
		jw_end(&c->out, '}');
	}
	jw_end(&c->out, ']');
	jw_end(&c->out, '}');
	return OK;
}

/* clang-format off */
#define IN(table) (table), ARRAY_LEN(table)
#define NOTHING NULL, 0
const struct route secret_routes[] = {
	/* verb, path, may, tx, body, rate, serve, in, answer, summary */
	{ "GET", "/api/v1/secret", MAY_EDIT_ALARM_RULES, TX_READ, 0, RATE_NORMAL,
	  get_secrets, NOTHING, "Secrets", LABEL("密钥库名称列表", "Names of secrets"), false },
	{ "PUT", "/api/v1/secret/{name}", MAY_EDIT_ALARM_RULES, TX_WRITE, 4096, RATE_NORMAL,
	  put_secret, IN(secret_in), NULL, LABEL("写入机密", "Make or replace a secret"), false },
	{ "DELETE", "/api/v1/secret/{name}", MAY_EDIT_ALARM_RULES, TX_WRITE, 0, RATE_NORMAL,
	  delete_secret, NOTHING, NULL, LABEL("删除机密", "Remove a secret"), false },
	{ 0 }
};
/* clang-format on */
