/* user.c - people who sign in. */
#include "org/user.h"

#include "base/str.h"
#include "gen/stmt.h"
#include "kind/roles.h"
#include "org/duty.h"
#include "org/session.h"

/* clang-format off */
static const struct option role_options[] = {
#define X(name, word, zh, en, may, gives) { word, LABEL(zh, en), TONE_PLAIN },
	ROLES(X)
#undef X
	{ 0 }
};
static const struct option states[] = {
	{ "active", LABEL("在用", "Active"), TONE_OK },
	{ "blocked", LABEL("停用", "Blocked"), TONE_WARN },
	{ 0 }
};
static const struct option languages[] = {
	{ "zh", LABEL("中文", "Chinese"), TONE_PLAIN },
	{ "en", LABEL("英文", "English"), TONE_PLAIN },
	{ 0 }
};
static const struct field fields[] = {
	{ .name = "login", .type = F_TEXT, .label = LABEL("登录名", "Login"),
	  .flags = REQUIRED | LIST | SORT | SEARCH | UNIQUE, .min = 2, .max = 64,
	  .section = LABEL("账号", "Account"),
	  .help = LABEL("小写字母、数字和 . _ - @，全平台唯一。", "Small letters, digits and . _ - @; unique in the installation.") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("姓名", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH, .max = 40 },
	{ .name = "roles", .type = F_SET, .label = LABEL("角色", "Roles"),
	  .flags = REQUIRED | LIST, .options = role_options,
	  .help = LABEL("只能授予您有权任命的角色；互斥的角色不能兼任。", "Only roles that you may appoint; some exclude each other.") },
	{ .name = "state", .type = F_ENUM, .label = LABEL("状态", "State"),
	  .flags = REQUIRED | LIST | FILTER, .options = states },
	{ .name = "staff", .type = F_REF, .label = LABEL("对应人员", "Member of staff"),
	  .ref = "staff",
	  .section = LABEL("本人", "Person") },
	{ .name = "customer", .type = F_REF, .label = LABEL("所属用户单位", "Of customer"),
	  .ref = "customer",
	  .help = LABEL("角色为用户单位时必填，只能看到该单位的数据。", "Needed for the role customer: whose rows it sees.") },
	{ .name = "email", .type = F_EMAIL, .label = LABEL("电子邮箱", "E-mail") },
	{ .name = "language", .type = F_ENUM, .label = LABEL("语言", "Language"),
	  .options = languages },
	{ .name = "must_change_password", .type = F_BOOL, .label = LABEL("须修改密码", "Must change password"),
	  .flags = READONLY | LIST },
};
/* clang-format on */

static enum err
check(struct task *t, const struct val *old, const struct val *row);
static enum err
after(struct task *t, int64_t id, const struct val *old, const struct val *row);

const struct reg user_reg = {
	.name = "user",
	.label = LABEL("用户账号", "User"),
	.plural = "Users",
	.group = "organisation",
	.read = MAY_READ_ORG,
	.edit = MAY_EDIT_ORG,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.sort = "login",
	.check = check,
	.after = after,
};

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool
login_is_valid(struct str s)
{
	if (s.n < 2 || s.n > 64 || !is_word(s.p[0]) || !is_word(s.p[s.n - 1]))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!is_word(c) && c != '.' && c != '_' && c != '-' && c != '@')
			return false;
	}
	return true;
}

struct str
login_normal(struct arena *a, struct str login)
{
	struct str s = str_trim(login);
	char *out = arena_alloc(a, s.n + 1);

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		out[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	return (struct str){ out, s.n };
}

static const struct val *
value(const struct val *row, const char *name)
{
	return reg_val(&user_reg, row, name);
}

static struct label
label_of(const char *name)
{
	return fields[reg_field(&user_reg, name)].label;
}

/* Empty roles are a NULL. */
static uint32_t
roles_of(const struct val *row)
{
	const struct val *v = value(row, "roles");
	uint32_t set = 0;

	must(v->type == VAL_NULL || roles_parse(v->s, &set));
	return set;
}

static bool
is_active(const struct val *row)
{
	const struct val *v = value(row, "state");

	return v->type == VAL_TEXT && str_is(v->s, "active");
}

static enum err
check_login(struct task *t, const struct val *old, const struct val *row)
{
	const struct val *login = value(row, "login");
	struct rows rows;

	if (!login_is_valid(login->s))
		return fail_field(&t->why, "login", label_of("login"), "form",
				  "takes small letters, digits and . _ - @",
				  "只能用小写字母、数字和 . _ - @");
	if (old != NULL && val_eq(*login, *value(old, "login")))
		return OK;
	TRY(db_run(t->db, STMT_USER_BY_LOGIN, ARGS(*login), t->a, &rows,
		   &t->why));
	if (rows.n == 0)
		return OK;
	(void)!fail_field(&t->why, "login", label_of("login"), "unique",
			  "“%.*s” exists already", "“%.*s”已存在",
			  STR_ARG(login->s));
	if (t->why.n_faults <= 1)
		t->why.code = ERR_CONFLICT;
	return t->why.code;
}

static enum err
check(struct task *t, const struct val *old, const struct val *row)
{
	uint32_t set = roles_of(row);
	bool of_customer = (set & ROLE_BIT(ROLE_CUSTOMER)) != 0;
	bool has_customer = value(row, "customer")->type != VAL_NULL;

	TRY(check_login(t, old, row));
	TRY(duty_roles(set, label_of("roles"), &t->why));
	if (of_customer && !has_customer)
		return fail_field(&t->why, "customer", label_of("customer"),
				  "required",
				  "is required for the role customer",
				  "角色为用户单位时必填");
	if (of_customer && value(row, "staff")->type != VAL_NULL)
		return fail_field(&t->why, "staff", label_of("staff"),
				  "not_wanted",
				  "is not for a customer's people",
				  "不适用于用户单位角色");
	if (!of_customer && has_customer)
		return fail_field(&t->why, "customer", label_of("customer"),
				  "not_wanted", "is for the role customer only",
				  "仅用于用户单位角色");
	return OK;
}

/* Whom the caller appoints by his own roles; a token narrowed by its scopes
 * appoints only what it may itself. */
static enum err
appointable(struct task *t, uint32_t *out)
{
	struct rows rows;
	uint32_t own = 0;

	*out = 0;
	TRY(db_run(t->db, STMT_USER_ROLES,
		   ARGS(val_int(t->who.org), val_int(t->who.user)), t->a, &rows,
		   &t->why));
	if (rows.n == 0 || !roles_parse(rows.v[0].s, &own))
		return OK;
	if ((roles_may(own) & ~t->who.may) == 0)
		*out = roles_gives(own);
	return OK;
}

enum err
user_may_give(struct task *t, uint32_t set)
{
	uint32_t gives = 0;

	if (t->who.user == 0)
		return task_may(t, MAY_EDIT_ORG);
	TRY(appointable(t, &gives));
	for (uint32_t i = 0; i < n_roles; i++) {
		bool own = (roles[i].may & ~t->who.may) == 0;

		if ((set & ROLE_BIT(i)) == 0 || own || (gives & ROLE_BIT(i)))
			continue;
		return fail(&t->why, ERR_FORBIDDEN,
			    "you may not appoint or change “%s”: it may do "
			    "more than you%.0s",
			    "%.0s您无权任命或变更“%s”：其权限超出您的权限",
			    roles[i].label.en, roles[i].label.zh);
	}
	return OK;
}

/* A row as it was and as it is, with what the fields do not say. */
struct turnover {
	int64_t id;
	uint32_t old_roles, roles;
	bool was_active, is_active;
};

static enum err
turnover_of(struct task *t, int64_t id, const struct val *old,
	    const struct val *row, struct turnover *out)
{
	struct rows rows;
	bool retired;

	TRY(db_run(t->db, STMT_USER_RETIRED,
		   ARGS(val_int(t->who.org), val_int(id)), t->a, &rows,
		   &t->why));
	must(rows.n == 1);
	retired = rows.v[0].type != VAL_NULL;
	*out = (struct turnover){ .id = id, .roles = roles_of(row) };
	out->is_active = is_active(row) && !retired;
	if (old == NULL)
		return OK;
	out->old_roles = roles_of(old);
	/* Only retiring and restoring leave every field as it was. */
	out->was_active = is_active(old);
	return OK;
}

static enum err
keep_an_administrator(struct task *t, const struct turnover *u)
{
	uint32_t bit = ROLE_BIT(ROLE_ADMINISTRATOR);
	struct rows rows;

	if (!u->was_active || (u->old_roles & bit) == 0)
		return OK;
	if (u->is_active && (u->roles & bit) != 0)
		return OK;
	TRY(db_run(t->db, STMT_USER_ADMINISTRATOR_OTHER,
		   ARGS(val_int(t->who.org), val_int(u->id)), t->a, &rows,
		   &t->why));
	if (rows.n > 0)
		return OK;
	return fail(&t->why, ERR_STATE,
		    "this is the last administrator: appoint another first",
		    "这是最后一名系统管理员，请先任命另一名");
}

/* Nobody appoints, blocks or retires himself. */
static enum err
not_oneself(struct task *t, const struct turnover *u)
{
	bool same = u->old_roles == u->roles && u->was_active == u->is_active;

	if (u->id != t->who.user || same)
		return OK;
	return fail(&t->why, ERR_FORBIDDEN,
		    "nobody changes his own roles or retires himself",
		    "不能变更自己的角色，也不能停用自己");
}

/* What he may do has changed: he signs in again. */
static enum err
after(struct task *t, int64_t id, const struct val *old, const struct val *row)
{
	struct turnover u;

	TRY(turnover_of(t, id, old, row, &u));
	TRY(not_oneself(t, &u));
	if (id != t->who.user)
		TRY(user_may_give(t, u.old_roles | u.roles));
	TRY(keep_an_administrator(t, &u));
	if (old == NULL ||
	    (u.old_roles == u.roles && u.is_active &&
	     val_eq(*value(old, "customer"), *value(row, "customer"))))
		return OK;
	return session_end_user(t, id, 0);
}
