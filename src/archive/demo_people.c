/* demo_people.c - who signs in to the demo company, and its patrols. */
#include <string.h>

#include "archive/demo.h"
#include "base/str.h"
#include "kind/register.h"
#include "org/account.h"

/* Who works at the desk is of the staff: the desk looks for his certificate
 * (NET-5.1.4).  A hand-over needs a second leader. */
/* clang-format off */
const struct demo_person demo_people[] = {
	{ "manager",           ROLE_MANAGER,           "YS-RY-0001" },
	{ "service_desk",      ROLE_SERVICE_DESK,      "YS-RY-0002" },
	{ "dispatcher",        ROLE_DISPATCHER,        NULL },
	{ "technician",        ROLE_TECHNICIAN,        "YS-RY-0007" },
	{ "storekeeper",       ROLE_STOREKEEPER,       "YS-RY-0035" },
	{ "quality",           ROLE_QUALITY,           NULL },
	{ "quality_dedicated", ROLE_QUALITY_DEDICATED, "YS-RY-0036" },
	{ "hr",                ROLE_HR,                "YS-RY-0037" },
	{ "archivist",         ROLE_ARCHIVIST,         "YS-RY-0038" },
	{ "confidentiality",   ROLE_CONFIDENTIALITY,   "YS-RY-0039" },
	{ "emergency",         ROLE_EMERGENCY,         "YS-RY-0040" },
	{ "operator",          ROLE_OPERATOR,          "YS-RY-0024" },
	{ "operator_2",        ROLE_OPERATOR,          "YS-RY-0025" },
	{ "shift_leader",      ROLE_SHIFT_LEADER,      "YS-RY-0030" },
	{ "shift_leader_2",    ROLE_SHIFT_LEADER,      "YS-RY-0031" },
	{ "patrol",            ROLE_PATROL,            "YS-RY-0032" },
	{ "installer",         ROLE_INSTALLER,         "YS-RY-0020" },
	{ "customer",          ROLE_CUSTOMER,          NULL },
	{ "auditor",           ROLE_AUDITOR,           NULL },
	{ "administrator",     ROLE_ADMINISTRATOR,     NULL },
	{ 0 }
};
static const struct {
	const char *name, *phone, *districts, *staff;
	bool signs_in; /* as demo.patrol */
} patrols[] = {
	{ "巡逻一组", "10000000051", "东陵片区,青屏片区", "YS-RY-0032", true },
	{ "巡逻二组", "10000000052", "北浦片区,石桥片区", "YS-RY-0033", false },
	{ "巡逻三组", "10000000053", "望江片区",          "YS-RY-0034", false },
};
/* clang-format on */

static enum err
id_by_text(struct task *t, const char *reg, const char *text, int64_t *id)
{
	*id = 0;
	if (text == NULL)
		return OK;
	return reg_id_by_text(t, reg_find(str_of(reg)), str_of(text), id);
}

static enum err
load_person(struct task *t, const struct demo_person *p, struct str password,
	    int64_t *user)
{
	const char *name = roles[p->role].label.zh;
	struct user_new new = {
		.login = arena_printf(t->a, "demo.%s", p->login),
		.name = arena_printf(t->a, "演示%s%s", name,
				     strstr(p->login, "_2") ? "乙" : ""),
		.roles = str_of(roles[p->role].name),
		.password = password,
	};

	TRY(id_by_text(t, "staff", p->staff, &new.staff));
	if (p->role == ROLE_CUSTOMER)
		TRY(id_by_text(t, "customer", "YS-KH-0001", &new.customer));
	return user_add(t, &new, user);
}

enum err
demo_users(struct task *t, struct str password, int64_t users[ROLE_N])
{
	memset(users, 0, ROLE_N * sizeof(*users));
	for (const struct demo_person *p = demo_people; p->login != NULL; p++) {
		int64_t user;

		TRY(load_person(t, p, password, &user));
		if (users[p->role] == 0)
			users[p->role] = user;
	}
	return OK;
}

static void
put(const struct reg *r, struct reg_input *in, const char *field, struct val v)
{
	in->v[reg_field(r, field)] = v;
	in->set[reg_field(r, field)] = true;
}

enum err
demo_patrols(struct task *t, int64_t person)
{
	const struct reg *r = reg_find(STR("patrol"));

	for (size_t i = 0; i < ARRAY_LEN(patrols); i++) {
		struct reg_input in = reg_input_new(t->a, r);
		struct reg_row row;
		int64_t staff;

		TRY(id_by_text(t, "staff", patrols[i].staff, &staff));
		put(r, &in, "name", val_text(str_of(patrols[i].name)));
		put(r, &in, "phone", val_text(str_of(patrols[i].phone)));
		put(r, &in, "districts",
		    val_text(str_of(patrols[i].districts)));
		put(r, &in, "staff", val_id(staff));
		put(r, &in, "duty", val_text(STR("on")));
		if (patrols[i].signs_in)
			put(r, &in, "person", val_id(person));
		TRY(reg_create(t, r, &in, "import", &row));
	}
	return OK;
}
