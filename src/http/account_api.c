/*
 * account_api.c - tokens of programs, and what is done to the accounts of
 * others: setting a password, turning a lost second factor off.
 */
#include "base/rnd.h"
#include "base/str.h"
#include "http/api.h"
#include "http/app.h"
#include "org/account.h"
#include "org/lockout.h"
#include "org/token.h"

/* GET, POST /token, DELETE /token/{id} */

static void
put_token(struct jw *j, const struct token *k)
{
	jw_begin(j, '{');
	jw_key(j, "id");
	jw_id(j, k->id);
	jw_key(j, "name");
	jw_str(j, k->name);
	answer_words(j, "scopes", k->scopes);
	jw_key(j, "created_ms");
	jw_int(j, k->created_ms);
	jw_key(j, "expires_ms");
	jw_int(j, k->expires_ms);
	jw_key(j, "last_used_ms");
	if (k->used_ms == 0)
		jw_null(j);
	else
		jw_int(j, k->used_ms);
	jw_end(j, '}');
}

static enum err
get_tokens(struct call *c)
{
	struct token *list;
	size_t n;

	TRY(session_be_settled(c));
	TRY(token_list(&c->t, &list, &n));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < n; i++)
		put_token(&c->out, &list[i]);
	jw_end(&c->out, ']');
	jw_end(&c->out, '}');
	return OK;
}

/* clang-format off */
static const struct member token_in[] = {
	{ "name",   MEMBER_TEXT,  offsetof(struct token_new, name),   true, 1, 100, LABEL("名称", "Name") },
	{ "scopes", MEMBER_TEXTS, offsetof(struct token_new, scopes), true, 0, MAY_N, LABEL("权限范围", "Scopes") },
	{ "days",   MEMBER_INT,   offsetof(struct token_new, days),   true, 1, TOKEN_DAYS_MAX, LABEL("有效天数", "Days") },
};
/* clang-format on */

static enum err
post_token(struct call *c)
{
	struct token_new in = { 0 };
	char text[TOKEN_TEXT_BYTES];
	int64_t id;

	TRY(session_be_settled(c));
	TRY(call_read(c, &in));
	TRY(token_add(&c->t, &in, text, &id));
	call_json(c, 201);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "id");
	jw_id(&c->out, id);
	jw_key(&c->out, "token");
	jw_text(&c->out, text);
	jw_end(&c->out, '}');
	call_header(c, "Cache-Control", "no-store");
	secret_wipe(text, sizeof(text));
	return OK;
}

static enum err
delete_token(struct call *c)
{
	TRY(session_be_settled(c));
	TRY(token_revoke(&c->t, c->id));
	call_empty(c, 204);
	return OK;
}

/* POST /user/{id}/password, DELETE /user/{id}/totp */

struct password_only {
	struct str password;
};
/* clang-format off */
static const struct member password_in[] = {
	{ "password", MEMBER_TEXT, offsetof(struct password_only, password), true, 1, PASSWORD_MAX, LABEL("密码", "Password") },
};
/* clang-format on */

struct resetting {
	int64_t user;
	struct str login;
	struct password_new new;
};

static enum err
part_may_reset(struct task *t, void *ctx)
{
	struct resetting *r = ctx;

	return account_may_reset(t, r->user, &r->login);
}

/* His roles may have changed while the hash ran. */
static enum err
part_reset(struct task *t, void *ctx)
{
	struct resetting *r = ctx;

	TRY(account_may_reset(t, r->user, &r->login));
	TRY(account_password(t, &r->new));
	return lockout_clear(t, LOCKOUT_LOGIN, r->login);
}

static enum err
not_oneself(struct call *c)
{
	if (c->id != c->t.who.user)
		return OK;
	return fail(&c->t.why, ERR_FORBIDDEN,
		    "change your own on your own page, with the old password",
		    "请在个人页面凭原密码修改自己的密码");
}

static enum err
post_reset(struct call *c)
{
	struct resetting r = { .user = c->id };
	struct password_only in = { 0 };
	char hash[PASSWORD_HASH_BYTES];

	TRY(session_be_settled(c));
	TRY(not_oneself(c));
	TRY(call_read(c, &in));
	TRY(call_read_part(c, part_may_reset, &r));
	TRY(password_policy(in.password, r.login, "password", &c->t.why));
	TRY(password_hash(in.password, hash, &c->t.why));
	r.new = (struct password_new){ .user = c->id,
				       .hash = str_of(hash),
				       .must_change = true };
	TRY(call_write(c, part_reset, &r));
	session_forget(c->app->sessions, c->id);
	feed_leave(c->app->feed, c->id);
	call_empty(c, 204);
	return OK;
}

static enum err
delete_user_totp(struct call *c)
{
	struct str login;

	TRY(session_be_settled(c));
	TRY(not_oneself(c));
	TRY(account_may_reset(&c->t, c->id, &login));
	TRY(account_totp_off(&c->t, c->id));
	call_empty(c, 204);
	return OK;
}

/* clang-format off */
#define IN(table) (table), ARRAY_LEN(table)
#define NOTHING NULL, 0
const struct route account_routes[] = {
	/* verb, path, may, tx, body, rate, serve, in, answer, summary */
	{ "GET", "/api/v1/token", MAY_SIGN_IN, TX_READ, 0, RATE_NORMAL,
	  get_tokens, NOTHING, "Tokens", LABEL("令牌列表", "Tokens"), false },
	{ "POST", "/api/v1/token", MAY_SIGN_IN, TX_WRITE, 8192, RATE_NORMAL,
	  post_token, IN(token_in), "Token", LABEL("新建令牌", "Make a token"), false },
	{ "DELETE", "/api/v1/token/{id}", MAY_SIGN_IN, TX_WRITE, 0, RATE_NORMAL,
	  delete_token, NOTHING, NULL, LABEL("撤销令牌", "Revoke a token"), false },
	{ "POST", "/api/v1/user/{id}/password", MAY_EDIT_ORG, TX_NONE, 4096, RATE_SIGN_IN,
	  post_reset, IN(password_in), NULL, LABEL("重置用户密码", "Set a user's password"), false },
	{ "DELETE", "/api/v1/user/{id}/totp", MAY_EDIT_ORG, TX_WRITE, 0, RATE_NORMAL,
	  delete_user_totp, NOTHING, NULL, LABEL("关闭用户动态口令", "Turn a user's second factor off"), false },
	{ 0 }
};
/* clang-format on */
