/* token.c - keys of programs. */
#include "org/token.h"

#include <stdio.h>

#include "base/rnd.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "org/account.h"
#include "org/session.h"

/* clang-format off */
static const struct col token_cols[] = {
	/* name         type      into */
	{ "id",         COL_INT,  offsetof(struct token, id) },
	{ "name",       COL_TEXT, offsetof(struct token, name) },
	{ "scopes",     COL_TEXT, offsetof(struct token, scopes) },
	{ "created_ms", COL_INT,  offsetof(struct token, created_ms) },
	{ "expires_ms", COL_INT,  offsetof(struct token, expires_ms) },
	{ "used_ms",    COL_INT,  offsetof(struct token, used_ms) },
};
/* clang-format on */

static const struct label name_label = LABEL("名称", "Name");
static const struct label scope_label = LABEL("权限范围", "Scopes");
static const struct label days_label = LABEL("有效天数", "Days");

/* The words in the order of the table, each once. */
static enum err
scopes_join(struct task *t, const struct str_list *in, struct str *out)
{
	uint64_t set = 0;
	enum may may;

	for (size_t i = 0; i < in->n; i++) {
		if (!may_parse(in->v[i], &may) || may <= MAY_SIGN_IN)
			return fail_field(&t->why, "scopes", scope_label,
					  "unknown", "“%.*s” is no permission",
					  "没有权限“%.*s”", STR_ARG(in->v[i]));
		if ((t->who.may & MAY_BIT(may)) == 0)
			return fail_field(&t->why, "scopes", scope_label,
					  "beyond",
					  "“%s” is not yours to give%.0s",
					  "%.0s您自己没有“%s”权限",
					  may_label(may).en, may_label(may).zh);
		set |= MAY_BIT(may);
	}
	*out = STR("");
	for (int i = 0; i < MAY_N; i++) {
		if ((set & MAY_BIT(i)) == 0)
			continue;
		*out =
		    arena_printf(t->a, "%.*s%s%s", STR_ARG(*out),
				 out->n == 0 ? "" : ",", may_word((enum may)i));
	}
	return OK;
}

static enum err
check_new(struct task *t, const struct token_new *in)
{
	struct token *had;
	size_t n;

	if (str_trim(in->name).n == 0 || str_chars(in->name) > 100)
		return fail_field(&t->why, "name", name_label, "required",
				  "needs 1 to 100 characters",
				  "应为 1 至 100 个字符");
	if (in->days < 1 || in->days > TOKEN_DAYS_MAX)
		return fail_field(&t->why, "days", days_label, "range",
				  "must be between 1 and %d",
				  "应在 1 与 %d 之间", TOKEN_DAYS_MAX);
	if (in->scopes.n == 0)
		return fail_field(&t->why, "scopes", scope_label, "required",
				  "is required", "不能为空");
	TRY(token_list(t, &had, &n));
	if (n >= TOKENS_MAX)
		return fail(&t->why, ERR_CONFLICT,
			    "you have %d tokens: revoke one first",
			    "您已有 %d 个令牌，请先撤销一个", TOKENS_MAX);
	return OK;
}

enum err
token_add(struct task *t, const struct token_new *in,
	  char text[TOKEN_TEXT_BYTES], int64_t *id)
{
	char secret[SESSION_SECRET_BYTES], digest[SECRET_DIGEST_BYTES];
	struct str scopes = { 0 };

	TRY(check_new(t, in));
	TRY(scopes_join(t, &in->scopes, &scopes));
	secret_new(secret);
	(void)snprintf(text, TOKEN_TEXT_BYTES, TOKEN_PREFIX "%s", secret);
	secret_wipe(secret, sizeof(secret));
	secret_digest(str_of(text), digest);
	*id = id_new(t->now_ms);
	TRY(db_run(t->db, STMT_TOKEN_INSERT,
		   ARGS(val_int(*id), val_int(t->who.org), val_int(t->who.user),
			val_text(str_trim(in->name)), val_text(str_of(digest)),
			val_text(scopes), val_int(t->now_ms),
			val_int(t->now_ms + in->days * DAY_MS)),
		   NULL, NULL, &t->why));
	return account_note(t, t->who.user, "token_create", in->name);
}

enum err
token_list(struct task *t, struct token **out, size_t *n)
{
	void *list;

	TRY(db_list(t->db, STMT_TOKEN_LIST,
		    ARGS(val_int(t->who.org), val_int(t->who.user)), token_cols,
		    ARRAY_LEN(token_cols), sizeof(**out), t->a, &list, n,
		    &t->why));
	*out = list;
	return OK;
}

enum err
token_revoke(struct task *t, int64_t id)
{
	TRY(db_run(t->db, STMT_TOKEN_REVOKE,
		   ARGS(val_int(t->who.org), val_int(t->who.user), val_int(id),
			val_int(t->now_ms)),
		   NULL, NULL, &t->why));
	if (db_changed(t->db) != 1)
		return fail(&t->why, ERR_NOT_FOUND, "there is no such token",
			    "没有这个令牌");
	return account_note(t, t->who.user, "token_revoke", STR(""));
}
