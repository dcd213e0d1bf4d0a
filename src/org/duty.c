/* duty.c - separation of duties. */
#include "org/duty.h"

#include "gen/stmt.h"
#include "kind/roles.h"

#define ALL_ROLES (ROLE_BIT(ROLE_N) - 1)
#define OPERATIVE                                                  \
	(ROLE_BIT(ROLE_SERVICE_DESK) | ROLE_BIT(ROLE_DISPATCHER) | \
	 ROLE_BIT(ROLE_TECHNICIAN) | ROLE_BIT(ROLE_STOREKEEPER) |  \
	 ROLE_BIT(ROLE_OPERATOR) | ROLE_BIT(ROLE_SHIFT_LEADER) |   \
	 ROLE_BIT(ROLE_PATROL) | ROLE_BIT(ROLE_INSTALLER))
#define READ_ONLY                                          \
	(ROLE_BIT(ROLE_AUDITOR) | ROLE_BIT(ROLE_QUALITY) | \
	 ROLE_BIT(ROLE_QUALITY_DEDICATED))

/* clang-format off */
const struct duty_pair duty_pairs[] = {
	/* rule, role, not with, because */
	{ "C.1 (1)", ROLE_BIT(ROLE_CUSTOMER),
	  ALL_ROLES & ~ROLE_BIT(ROLE_CUSTOMER),
	  LABEL("验收和评价只能由用户单位作出",
		"only the customer accepts and evaluates") },
	{ "C.1 (5)", ROLE_BIT(ROLE_QUALITY_DEDICATED), OPERATIVE,
	  LABEL("专职质量监督员不得兼任作业岗位",
		"a dedicated quality supervisor holds no operative post") },
	{ "C.1", ROLE_BIT(ROLE_ADMINISTRATOR),
	  ALL_ROLES & ~ROLE_BIT(ROLE_ADMINISTRATOR),
	  LABEL("系统管理员不得接触业务内容",
		"an administrator sees no business content") },
	{ "C.1", ROLE_BIT(ROLE_AUDITOR), ALL_ROLES & ~READ_ONLY,
	  LABEL("审计员只能查看", "an auditor only reads") },
};
const size_t n_duty_pairs = ARRAY_LEN(duty_pairs);

const struct duty duties[DUTY_N] = {
	/*                  rule, act, because, permission */
	[DUTY_ACCEPT] = { "C.1 (1)",
	  LABEL("确认维修验收", "accept a repair"),
	  LABEL("维修人员不得代用户单位验收",
		"who repaired does not sign for the customer"),
	  MAY_ACCEPT_ORDERS },
	[DUTY_COMPLAINT] = { "C.1 (4)",
	  LABEL("处理投诉", "handle a complaint"),
	  LABEL("被投诉人不得处理该投诉",
		"nobody handles a complaint about himself"),
	  MAY_SIGN_IN },
	[DUTY_DESTROY] = { "C.1 (7)",
	  LABEL("销毁档案", "destroy an archived document"),
	  LABEL("销毁档案须由两人办理",
		"destroying an archive needs two persons"),
	  MAY_EDIT_DOCUMENTS },
	[DUTY_STOCK_TAKE] = { "C.1 (8)",
	  LABEL("盘点库存", "take stock"),
	  LABEL("发料人不得盘点", "who issues stock does not count it"),
	  MAY_EDIT_STOCK },
	[DUTY_CLOSE_ALARM] = { "C.3.2",
	  LABEL("审核警情结案", "approve the closing of an alarm"),
	  LABEL("处置人不得审核自己处置的警情",
		"who handled an alarm does not approve its closing"),
	  MAY_LEAD_SHIFT },
	[DUTY_TAKE_SHIFT] = { "C.3.12",
	  LABEL("接班签字", "take over a shift"),
	  LABEL("交接班须由两人签字",
		"a hand-over is signed by two persons"),
	  MAY_LEAD_SHIFT },
};
/* clang-format on */

enum err
duty_roles(uint32_t set, struct label field, struct why *why)
{
	for (size_t i = 0; i < n_duty_pairs; i++) {
		const struct duty_pair *p = &duty_pairs[i];
		struct label one, other;

		if ((set & p->one) == 0 || (set & p->others) == 0)
			continue;
		one = roles_first(set & p->one)->label;
		other = roles_first(set & p->others)->label;
		return fail_field(why, "roles", field, "separation",
				  "“%s” and “%s” exclude each other: %s "
				  "(%s)%.0s%.0s%.0s",
				  "%.0s%.0s%.0s%.0s“%s”与“%s”不得兼任：%s",
				  one.en, other.en, p->because.en, p->rule,
				  one.zh, other.zh, p->because.zh);
	}
	return OK;
}

/* The staff row of the caller: 0 when he has none. */
static enum err
own_staff(struct task *t, int64_t *staff)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_USER_ROLES,
		   ARGS(val_int(t->who.org), val_int(t->who.user)), t->a, &rows,
		   &t->why));
	*staff = rows.n == 0 ? 0 : rows.v[1].i;
	return OK;
}

static enum err
refuse(struct task *t, const struct duty *d)
{
	return fail(&t->why, ERR_FORBIDDEN, "you may not %s: %s (%s)%.0s%.0s",
		    "%.0s%.0s%.0s您不能%s：%s", d->act.en, d->because.en,
		    d->rule, d->act.zh, d->because.zh);
}

enum err
duty_check(struct task *t, const struct duty *d,
	   const struct duty_person *others, size_t n)
{
	int64_t staff = 0;

	if (t->who.user == 0)
		return fail(&t->why, ERR_FORBIDDEN,
			    "only a person may %s (%s)%.0s",
			    "%.0s%.0s只有本人登录后才能%s", d->act.en, d->rule,
			    d->act.zh);
	TRY(task_may(t, d->may));
	TRY(own_staff(t, &staff));
	for (size_t i = 0; i < n; i++) {
		if (others[i].user == t->who.user)
			return refuse(t, d);
		if (staff != 0 && others[i].staff == staff)
			return refuse(t, d);
	}
	return OK;
}
