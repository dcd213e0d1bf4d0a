/* account.c - proofs of identity, passwords, second factors. */
#include "org/account.h"

#include "base/log.h"
#include "base/rnd.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "kind/journal.h"
#include "kind/register.h"
#include "kind/roles.h"
#include "org/lockout.h"
#include "org/user.h"

/* clang-format off */
static const struct col account_cols[] = {
	/* name          type      into */
	{ "id",          COL_INT,  offsetof(struct account, id) },
	{ "org",         COL_INT,  offsetof(struct account, org) },
	{ "login",       COL_TEXT, offsetof(struct account, login) },
	{ "name",        COL_TEXT, offsetof(struct account, name) },
	{ "must_change", COL_BOOL, offsetof(struct account, must_change) },
	{ "password",    COL_TEXT, offsetof(struct account, password) },
	{ "totp_secret", COL_TEXT, offsetof(struct account, totp_secret) },
	{ "totp_on",     COL_BOOL, offsetof(struct account, totp_on) },
	{ "totp_step",   COL_INT,  offsetof(struct account, totp_step) },
	{ "staff",       COL_INT,  offsetof(struct account, staff) },
};
/* clang-format on */

static enum err
load(struct task *t, int stmt, const struct val *args, size_t n_args,
     struct account *out)
{
	*out = (struct account){ 0 };
	return db_get(t->db, stmt, args, n_args, account_cols,
		      ARRAY_LEN(account_cols), t->a, out, &t->why);
}

enum err
account_get(struct task *t, int64_t user, struct account *out)
{
	return load(t, STMT_ACCOUNT_BY_ID,
		    ARGS(val_int(t->who.org), val_int(user)), out);
}

static enum err
account_of(struct task *t, const struct proof *p, struct account *out)
{
	enum err rc;

	if (p->of_caller)
		return account_get(t, t->who.user, out);
	rc = load(t, STMT_ACCOUNT_BY_LOGIN, ARGS(val_text(p->login)), out);
	return rc == ERR_NOT_FOUND ? OK : rc; /* nobody: id 0 */
}

/* What failures count for: the login as typed, or the caller's. */
static struct str
login_of(const struct proof *p)
{
	return p->of_caller ? p->account.login : p->login;
}

static enum err
is_locked(struct task *t, const struct proof *p)
{
	TRY(lockout_check(t, LOCKOUT_ADDRESS, p->address));
	return lockout_check(t, LOCKOUT_LOGIN, login_of(p));
}

enum err
proof_find(struct task *t, struct proof *p)
{
	p->login = login_normal(t->a, p->login);
	TRY(account_of(t, p, &p->account));
	return is_locked(t, p);
}

static enum err
test_code(struct proof *p, int64_t now_ms)
{
	if (!p->needs_code || !p->account.totp_on)
		return OK;
	if (p->code.n == 0)
		return fail(&p->why, ERR_TOTP,
			    "the code of your second factor is needed",
			    "请输入动态口令");
	if (totp_is(p->account.totp_secret, p->code, now_ms,
		    p->account.totp_step, &p->step))
		return OK;
	return fail(&p->why, ERR_TOTP, "the code is wrong or was used already",
		    "动态口令错误或已使用");
}

void
proof_test(struct proof *p, int64_t now_ms)
{
	p->why = (struct why){ 0 };
	if (password_is(p->account.password, p->password))
		p->rc = test_code(p, now_ms);
	else
		p->rc = fail(&p->why, ERR_CREDENTIALS,
			     "wrong login or password", "登录名或密码错误");
}

/* The sentence tells how long to wait when this was one failure too many. */
static enum err
settle_failure(struct task *t, struct proof *p)
{
	int64_t by_login, by_address, wait_ms;

	TRY(lockout_fail(t, LOCKOUT_LOGIN, login_of(p), &by_login));
	TRY(lockout_fail(t, LOCKOUT_ADDRESS, p->address, &by_address));
	wait_ms = by_login > by_address ? by_login : by_address;
	log_limited(LOG_WARN, LOG_AUTH, "refused", p->address, 10,
		    "user=%lld address=%.*s wait_s=%lld",
		    (long long)p->account.id, STR_ARG(p->address),
		    (long long)(wait_ms / SECOND_MS));
	if (wait_ms == 0)
		return OK;
	p->why.retry_ms = wait_ms;
	p->rc = fail(&p->why, p->rc, "that was wrong; try again in %lld s",
		     "输入有误，请 %lld 秒后再试",
		     (long long)(wait_ms / SECOND_MS));
	return OK;
}

/* The account may have changed while the hash ran. */
static enum err
settle_success(struct task *t, struct proof *p)
{
	struct account now;
	enum err rc = account_of(t, p, &now);

	if (rc != OK && rc != ERR_NOT_FOUND)
		return rc;
	if (rc != OK || !str_eq(now.password, p->account.password)) {
		p->rc =
		    fail(&p->why, ERR_CREDENTIALS,
			 "the password was changed just now", "密码刚刚被修改");
		return OK;
	}
	if (p->needs_code && p->account.totp_on) {
		TRY(db_run(t->db, STMT_CREDENTIAL_TOTP_USED,
			   ARGS(val_int(now.org), val_int(now.id),
				val_int(p->step)),
			   NULL, NULL, &t->why));
		if (db_changed(t->db) != 1) {
			p->rc =
			    fail(&p->why, ERR_TOTP, "the code was used already",
				 "动态口令已使用");
			return settle_failure(t, p);
		}
	}
	TRY(lockout_clear(t, LOCKOUT_LOGIN, login_of(p)));
	return lockout_clear(t, LOCKOUT_ADDRESS, p->address);
}

/* Tries that began side by side do not pass a lock that came meanwhile. */
enum err
proof_settle(struct task *t, struct proof *p)
{
	enum err rc = is_locked(t, p);

	if (rc == ERR_LOCKED) {
		p->rc = rc;
		p->why = t->why;
		return OK;
	}
	TRY(rc);
	if (p->rc == OK)
		return settle_success(t, p);
	if (p->rc == ERR_TOTP && p->code.n == 0)
		return OK; /* not asked for it before */
	return settle_failure(t, p);
}

static enum err
user_row(struct task *t, int64_t user, struct rows *rows)
{
	TRY(db_run(t->db, STMT_USER_ROLES,
		   ARGS(val_int(t->who.org), val_int(user)), t->a, rows,
		   &t->why));
	if (rows->n == 0)
		return fail(&t->why, ERR_NOT_FOUND, "there is no such user",
			    "没有这个用户");
	return OK;
}

enum err
account_roles(struct task *t, int64_t user, struct str *out)
{
	struct rows rows;

	TRY(user_row(t, user, &rows));
	*out = rows.v[0].s;
	return OK;
}

static enum err
note(struct task *t, int64_t user, const char *event, struct str reason)
{
	struct journal_entry e = { .row = user,
				   .reg = "user",
				   .op = "update",
				   .event = event,
				   .reason = reason,
				   .changes = STR("[]") };

	return journal_write(t, &e);
}

enum err
account_note(struct task *t, int64_t user, const char *event, struct str reason)
{
	struct rows rows;

	TRY(user_row(t, user, &rows));
	task_event(t, (struct event){ .org = t->who.org,
				      .row = user,
				      .version = rows.v[3].i,
				      .at_ms = t->now_ms,
				      .reg = "user",
				      .op = "update",
				      .event = event });
	return note(t, user, event, reason);
}

enum err
account_signed_in(struct task *t, struct str address)
{
	log_info(LOG_AUTH, "signed_in", "user=%lld org=%lld address=%.*s",
		 (long long)t->who.user, (long long)t->who.org,
		 STR_ARG(address));
	return note(t, t->who.user, "sign_in", address);
}

enum err
account_password(struct task *t, const struct password_new *in)
{
	TRY(db_run(t->db, STMT_CREDENTIAL_PUT,
		   ARGS(val_int(t->who.org), val_int(in->user),
			val_text(in->hash), val_int(t->now_ms)),
		   NULL, NULL, &t->why));
	TRY(db_run(t->db, STMT_USER_MUST_CHANGE,
		   ARGS(val_int(t->who.org), val_int(in->user),
			val_int(in->must_change), val_int(t->now_ms),
			val_id(t->who.user)),
		   NULL, NULL, &t->why));
	TRY(session_end_user(t, in->user, in->keep_session));
	return account_note(t, in->user, "password", STR(""));
}

enum err
account_may_reset(struct task *t, int64_t user, struct str *login)
{
	struct rows rows;
	uint32_t set;

	TRY(task_may(t, MAY_EDIT_ORG));
	TRY(user_row(t, user, &rows));
	if (!roles_parse(rows.v[0].s, &set))
		return fail(&t->why, ERR_STATE, "his roles are unknown",
			    "该用户的角色无效");
	*login = rows.v[2].s;
	return user_may_give(t, set);
}

static enum err
totp_put(struct task *t, int64_t user, struct val secret, bool on, int64_t step)
{
	return db_run(t->db, STMT_CREDENTIAL_TOTP,
		      ARGS(val_int(t->who.org), val_int(user), secret,
			   val_int(on), val_int(step)),
		      NULL, NULL, &t->why);
}

enum err
account_totp_begin(struct task *t, char secret[TOTP_SECRET_BYTES])
{
	struct account a;

	TRY(account_get(t, t->who.user, &a));
	if (a.totp_on)
		return fail(&t->why, ERR_STATE,
			    "the second factor is on: turn it off first",
			    "动态口令已启用，请先关闭");
	totp_secret_new(secret);
	return totp_put(t, a.id, val_text(str_of(secret)), false, 0);
}

enum err
account_totp_confirm(struct task *t, struct str code)
{
	static const struct label label = LABEL("动态口令", "Code");
	struct account a;
	int64_t step;

	TRY(account_get(t, t->who.user, &a));
	if (a.totp_on || a.totp_secret.n == 0)
		return fail(&t->why, ERR_STATE, "ask for a second factor first",
			    "请先申请动态口令");
	if (!totp_is(a.totp_secret, code, t->now_ms, 0, &step))
		return fail_field(&t->why, "code", label, "wrong",
				  "is wrong: is the phone's clock right?",
				  "错误，请检查手机时间");
	TRY(totp_put(t, a.id, val_text(a.totp_secret), true, step));
	return account_note(t, a.id, "totp_on", STR(""));
}

enum err
account_totp_off(struct task *t, int64_t user)
{
	TRY(totp_put(t, user, val_null(), false, 0));
	return account_note(t, user, "totp_off", STR(""));
}

static void
set_text(struct reg_input *in, const char *field, struct str s)
{
	size_t i = reg_field(&user_reg, field);

	in->set[i] = true;
	in->v[i] = val_text(s);
}

/* The words of a set in the order of the table, as the register has it. */
static enum err
set_roles(struct task *t, struct reg_input *in, struct str words)
{
	return reg_input_text(t, &user_reg, reg_field(&user_reg, "roles"),
			      words, in);
}

enum err
user_add(struct task *t, const struct user_new *new, int64_t *id)
{
	struct reg_input in = reg_input_new(t->a, &user_reg);
	struct str login = login_normal(t->a, new->login);
	size_t customer = reg_field(&user_reg, "customer");
	size_t staff = reg_field(&user_reg, "staff");
	char hash[PASSWORD_HASH_BYTES];
	struct reg_row row;

	TRY(password_policy(new->password, login, "password", &t->why));
	set_text(&in, "login", login);
	set_text(&in, "name", new->name);
	set_text(&in, "state", STR("active"));
	TRY(set_roles(t, &in, new->roles));
	in.set[customer] = new->customer != 0;
	in.v[customer] = val_id(new->customer);
	in.set[staff] = new->staff != 0;
	in.v[staff] = val_id(new->staff);
	TRY(reg_create(t, &user_reg, &in, "create", &row));
	TRY(password_hash(new->password, hash, &t->why));
	*id = row.id;
	return account_password(t, &(struct password_new){
				       .user = row.id,
				       .hash = str_of(hash),
				       .must_change = new->must_change });
}
