/* t_user.c - who may appoint whom; duties kept apart. */
#include "estate.h"

#include "gen/stmt.h"
#include "org/duty.h"
#include "org/people.h"

static const struct session_conf conf = { 30 * MINUTE_MS, 12 * HOUR_MS, 64 };

/* Creates a user through the register, as the API would. */
static enum err
create(struct store *s, struct actor who, const char *login, const char *words)
{
	struct task t = people_task(s, TX_WRITE, NOON, who);
	struct reg_input in;
	struct reg_row row;
	struct str body = arena_printf(&s->a,
				       "{\"login\":\"%s\",\"name\":\"Someone\","
				       "\"state\":\"active\","
				       "\"roles\":[%s]}",
				       login, words);
	enum err rc = reg_input_json(&t, &user_reg, body, &in);

	if (rc == OK)
		rc = reg_create(&t, &user_reg, &in, "create", &row);
	return people_end(s, &t, rc);
}

static enum err
change(struct store *s, struct actor who, int64_t id, const char *body)
{
	struct task t = people_task(s, TX_WRITE, NOON, who);
	struct reg_input in;
	struct reg_row row;
	enum err rc = reg_input_json(&t, &user_reg, str_of(body), &in);

	if (rc == OK)
		rc = reg_update(&t, &user_reg, id, 0, &in, "update", &row);
	return people_end(s, &t, rc);
}

static enum err
retire(struct store *s, struct actor who, int64_t id, bool away)
{
	struct task t = people_task(s, TX_WRITE, NOON, who);
	struct reg_row row;

	return people_end(s, &t,
			  reg_retire(&t, &user_reg, id, 0, away, STR("left"),
				     &row));
}

static void
only_who_manages_the_organisation_makes_users(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s);
	int64_t hr = people_add(s, org, "hr", "hr");
	int64_t boss = people_add(s, org, "boss", "manager");

	store_fails(s, ERR_FORBIDDEN,
		    create(s, people_actor(org, hr, "hr"), "new", "\"hr\""));
	store_ok(s, create(s, people_actor(org, boss, "manager"), "new",
			   "\"hr\""));
}

/* Privilege escalation, in each way that there is. */
static void
nobody_gives_more_than_he_may_appoint(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s);
	int64_t boss = people_add(s, org, "boss", "manager");
	int64_t admin = people_add(s, org, "admin", "administrator");
	int64_t tech = people_add(s, org, "tech", "technician");
	struct actor manager = people_actor(org, boss, "manager");
	struct actor administrator = people_actor(org, admin, "administrator");

	store_fails(s, ERR_FORBIDDEN,
		    create(s, manager, "evil", "\"administrator\""));
	store_fails(s, ERR_FORBIDDEN,
		    change(s, manager, tech,
			   "{\"roles\":[\"administrator\"]}"));
	/* nor touches who is above him */
	store_fails(s, ERR_FORBIDDEN,
		    change(s, manager, admin, "{\"roles\":[\"hr\"]}"));
	store_fails(s, ERR_FORBIDDEN,
		    change(s, manager, admin,
			   "{\"email\":\"me@example.org\"}"));
	store_fails(s, ERR_FORBIDDEN, retire(s, manager, admin, true));
	/* what he appoints by office */
	store_ok(s, change(s, manager, tech, "{\"roles\":[\"dispatcher\"]}"));
	store_ok(s, create(s, administrator, "boss2", "\"manager\""));
}

/* A token with the scope edit_org only: not what the manager may. */
static void
a_narrow_token_appoints_nobody_above_its_scopes(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s);
	int64_t boss = people_add(s, org, "boss", "manager");
	struct actor token = people_actor(org, boss, "manager");

	token.may = MAY_BIT(MAY_SIGN_IN) | MAY_BIT(MAY_READ_ORG) |
		    MAY_BIT(MAY_EDIT_ORG) | MAY_BIT(MAY_READ_STAFF);
	store_fails(s, ERR_FORBIDDEN, create(s, token, "evil", "\"manager\""));
	store_fails(s, ERR_FORBIDDEN,
		    create(s, token, "evil", "\"technician\""));
}

static void
nobody_appoints_blocks_or_retires_himself(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s);
	int64_t boss = people_add(s, org, "boss", "manager");
	struct actor manager = people_actor(org, boss, "manager");

	store_fails(s, ERR_FORBIDDEN,
		    change(s, manager, boss,
			   "{\"roles\":[\"manager\",\"hr\"]}"));
	store_fails(s, ERR_FORBIDDEN,
		    change(s, manager, boss, "{\"state\":\"blocked\"}"));
	store_fails(s, ERR_FORBIDDEN, retire(s, manager, boss, true));
	store_ok(s, change(s, manager, boss, "{\"name\":\"New name\"}"));
}

static void
the_last_administrator_stays(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s);
	int64_t one = people_add(s, org, "one", "administrator");
	int64_t two = people_add(s, org, "two", "administrator");
	int64_t elsewhere = people_org(s);
	struct actor program = actor_program(org);

	people_add(s, elsewhere, "theirs", "administrator");
	store_ok(s, retire(s, program, two, true));
	store_fails(s, ERR_STATE, retire(s, program, one, true));
	store_fails(s, ERR_STATE,
		    change(s, program, one, "{\"state\":\"blocked\"}"));
	store_fails(s, ERR_STATE,
		    change(s, program, one, "{\"roles\":[\"hr\"]}"));
	store_ok(s, retire(s, program, two, false));
	store_ok(s, retire(s, program, one, true));
}

static enum err
seen(struct store *s, struct session_cache *c, const char *secret)
{
	struct session session;
	struct actor who;

	return session_find(c, s->db, &s->a, str_of(secret), false, NOON,
			    &session, &who, &s->why);
}

static void
a_changed_role_ends_the_sessions(void **state)
{
	static const struct {
		const char *body;
		bool ends;
	} rows[] = {
		{ "{\"email\":\"a@example.org\"}", false },
		{ "{\"roles\":[\"dispatcher\"]}", true },
		{ "{\"state\":\"blocked\"}", true },
	};
	struct store *s = store_of(state);
	struct session_cache *c = session_cache_new(&conf);
	int64_t org = people_org(s);
	int64_t tech = people_add(s, org, "tech", "technician");
	char secret[SESSION_SECRET_BYTES];

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		people_session(s, org, tech, NOON, secret);
		store_ok(s, change(s, actor_program(org), tech, rows[i].body));
		session_forget(c, tech);
		store_fails(s, rows[i].ends ? ERR_UNAUTHENTICATED : OK,
			    seen(s, c, secret));
	}
	store_ok(s,
		 change(s, actor_program(org), tech, "{\"state\":\"active\"}"));
	people_session(s, org, tech, NOON, secret);
	store_ok(s, retire(s, actor_program(org), tech, true));
	session_forget(c, tech);
	store_fails(s, ERR_UNAUTHENTICATED, seen(s, c, secret));
	session_cache_free(&c);
}

static void
logins_are_unique_in_the_installation(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), other = people_org(s), id;

	people_add(s, org, "wang", "hr");
	store_fails(s, ERR_CONFLICT, people_try(s, other, "wang", "hr", &id));
	store_fails(s, ERR_CONFLICT, people_try(s, org, "WANG", "hr", &id));
	store_fails(s, ERR_INVALID, people_try(s, org, "wang li", "hr", &id));
	store_fails(s, ERR_INVALID, people_try(s, org, "王", "hr", &id));
	store_fails(s, ERR_INVALID, people_try(s, org, "li", "king", &id));
	store_ok(s, people_try(s, org, "li.4@example.org", "hr", &id));
}

static void
another_organisations_users_are_not_there(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), other = people_org(s);
	int64_t wang = people_add(s, org, "wang", "hr");
	struct task t = people_task(s, TX_READ, NOON, actor_program(other));
	struct account account;
	struct str login;

	assert_int_equal(account_get(&t, wang, &account), ERR_NOT_FOUND);
	assert_int_equal(account_may_reset(&t, wang, &login), ERR_NOT_FOUND);
	store_ok(s, people_end(s, &t, OK));
	store_fails(s, ERR_NOT_FOUND,
		    change(s, actor_program(other), wang,
			   "{\"state\":\"blocked\"}"));
}

static void
a_password_is_reset_from_above_only(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s);
	int64_t boss = people_add(s, org, "boss", "manager");
	int64_t admin = people_add(s, org, "admin", "administrator");
	int64_t tech = people_add(s, org, "tech", "technician");
	struct task t;
	struct str login;

	t = people_task(s, TX_READ, NOON, people_actor(org, boss, "manager"));
	store_ok(s, account_may_reset(&t, tech, &login));
	assert_str(login, "tech");
	assert_int_equal(account_may_reset(&t, admin, &login), ERR_FORBIDDEN);
	t.who = people_actor(org, tech, "technician");
	assert_int_equal(account_may_reset(&t, boss, &login), ERR_FORBIDDEN);
	store_ok(s, people_end(s, &t, OK));
}

/* A user who had no password cannot sign in until he is given one. */
static void
a_user_of_the_register_alone_cannot_sign_in(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s);
	struct proof p = { .login = STR("new"),
			   .password = STR(""),
			   .address = STR("192.0.2.1") };
	struct task t;

	store_ok(s, create(s, actor_program(org), "new", "\"hr\""));
	t = people_task(s, TX_READ, NOON, (struct actor){ 0 });
	store_ok(s, people_end(s, &t, proof_find(&t, &p)));
	assert_int_equal(p.account.id, 0);
	proof_test(&p, NOON);
	assert_int_equal(p.rc, ERR_CREDENTIALS);
}

/* C.1: pairs of roles that one person may not hold. */
static void
roles_that_exclude_each_other_are_refused(void **state)
{
	static const struct {
		const char *words;
		const char *rule; /* NULL: allowed */
	} rows[] = {
		{ "technician,customer", "C.1 (1)" },
		{ "manager,customer", "C.1 (1)" },
		{ "technician,quality_dedicated", "C.1 (5)" },
		{ "quality_dedicated,operator", "C.1 (5)" },
		{ "technician,quality", NULL },
		{ "quality_dedicated,archivist", NULL },
		{ "manager,administrator", "C.1" },
		{ "auditor,administrator", "C.1" },
		{ "auditor,hr", "C.1" },
		{ "auditor,quality", NULL },
		{ "service_desk,dispatcher,storekeeper", NULL },
	};
	struct store *s = store_of(state);
	int64_t org = people_org(s), id;
	char login[16];

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		(void)snprintf(login, sizeof(login), "user%zu", i);
		if (rows[i].rule == NULL) {
			store_ok(s,
				 people_try(s, org, login, rows[i].words, &id));
			continue;
		}
		store_fails(s, ERR_INVALID,
			    people_try(s, org, login, rows[i].words, &id));
		assert_non_null(strstr(s->why.text[LANG_EN], rows[i].rule));
	}
}

static void
the_refusal_names_roles_and_rule(void **state)
{
	struct store *s = store_of(state);
	int64_t id;

	store_fails(s, ERR_INVALID,
		    people_try(s, people_org(s), "li", "technician,customer",
			       &id));
	assert_string_equal(s->why.text[LANG_EN],
			    "Roles: “Customer” and “Technician” exclude each "
			    "other: only "
			    "the customer accepts and evaluates (C.1 (1))");
	assert_string_equal(s->why.text[LANG_ZH],
			    "角色：“用户单位”与“维保/维修人员”不得兼任："
			    "验收和评价只能由用户单位作出");
}

static void
a_customers_user_belongs_to_a_customer(void **state)
{
	struct store *s = store_of(state);
	struct task t;
	struct estate e;
	int64_t id;

	estate_make(s, &e);
	store_fails(s, ERR_INVALID,
		    people_try(s, e.org, "li", "customer", &id));
	assert_non_null(strstr(s->why.text[LANG_EN], "Of customer"));
	t = people_task(s, TX_WRITE, NOON, e.program);
	store_ok(s, people_end(s, &t,
			       user_add(&t,
					&(struct user_new){
					    .login = STR("li"),
					    .name = STR("Li"),
					    .roles = STR("customer"),
					    .password = STR(GOOD_PASSWORD),
					    .customer = e.customer },
					&id)));
	store_fails(s, ERR_INVALID,
		    change(s, e.program, id,
			   ESTATE_TEXT("{\"staff\":\"%lld\"}",
				       (long long)e.staff)));
	store_fails(s, ERR_INVALID,
		    change(s, e.program, id, "{\"roles\":[\"hr\"]}"));
	store_ok(s, change(s, e.program, id,
			   "{\"roles\":[\"hr\"],\"customer\":null}"));
}

/* The user is this member of staff. */
static int64_t
be_of_staff(struct store *s, int64_t org, int64_t user)
{
	struct task t = people_task(s, TX_WRITE, NOON, actor_program(org));
	struct reg_input in;
	struct reg_row row;

	store_ok(s, reg_input_json(&t, &staff_reg,
				   STR("{\"name\":\"Someone\","
				       "\"birth_on\":\"1990-01-01\","
				       "\"education\":\"college\","
				       "\"employed_from\":\"2020-01-01\"}"),
				   &in));
	store_ok(s,
		 people_end(s, &t,
			    reg_create(&t, &staff_reg, &in, "create", &row)));
	store_ok(s, change(s, actor_program(org), user,
			   arena_printf(&s->a, "{\"staff\":\"%lld\"}",
					(long long)row.id)
			       .p));
	return row.id;
}

/* C.1 (1): who repaired does not accept, as user or as staff. */
static void
acts_need_another_person(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s);
	int64_t user = people_add(s, org, "li", "storekeeper");
	const struct duty *accept = &duties[DUTY_ACCEPT];
	const struct duty *count = &duties[DUTY_STOCK_TAKE];
	struct duty_person others[] = { { 0, 0 }, { 1, 2 }, { user, 0 } };
	int64_t staff;
	struct task t;

	staff = be_of_staff(s, org, user);
	t = people_task(s, TX_READ, NOON,
			people_actor(org, user, "storekeeper"));
	store_ok(s, duty_check(&t, count, others, 2));
	assert_int_equal(duty_check(&t, count, others, 3), ERR_FORBIDDEN);
	assert_string_equal(t.why.text[LANG_EN],
			    "you may not take stock: who issues stock does "
			    "not count it (C.1 (8))");
	assert_string_equal(t.why.text[LANG_ZH],
			    "您不能盘点库存：发料人不得盘点");
	others[1].staff = staff;
	assert_int_equal(duty_check(&t, count, others, 2), ERR_FORBIDDEN);
	/* and the permission of the act; and a person at all */
	assert_int_equal(duty_check(&t, accept, NULL, 0), ERR_FORBIDDEN);
	t.who = actor_program(org);
	assert_int_equal(duty_check(&t, count, NULL, 0), ERR_FORBIDDEN);
	store_ok(s, people_end(s, &t, OK));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(only_who_manages_the_organisation_makes_users),
		STORE_TEST(nobody_gives_more_than_he_may_appoint),
		STORE_TEST(a_narrow_token_appoints_nobody_above_its_scopes),
		STORE_TEST(nobody_appoints_blocks_or_retires_himself),
		STORE_TEST(the_last_administrator_stays),
		STORE_TEST(a_changed_role_ends_the_sessions),
		STORE_TEST(logins_are_unique_in_the_installation),
		STORE_TEST(another_organisations_users_are_not_there),
		STORE_TEST(a_password_is_reset_from_above_only),
		STORE_TEST(a_user_of_the_register_alone_cannot_sign_in),
		STORE_TEST(roles_that_exclude_each_other_are_refused),
		STORE_TEST(the_refusal_names_roles_and_rule),
		STORE_TEST(a_customers_user_belongs_to_a_customer),
		STORE_TEST(acts_need_another_person),
	};

	password_memory(1);
	registers_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
