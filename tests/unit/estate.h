/* estate.h - a small estate made through the registers, for tests. */
#ifndef TESTS_ESTATE_H
#define TESTS_ESTATE_H

#include "people.h"

#include "rating/pack.h"

/* One row from JSON, through the register; returns its id. */
static inline int64_t
estate_add(struct store *s, struct actor who, const char *reg,
	   const char *json_text)
{
	struct task t = people_task(s, TX_WRITE, NOON, who);
	const struct reg *r = reg_find(str_of(reg));
	struct reg_input in;
	struct reg_row row = { 0 };
	enum err rc;

	assert_non_null(r);
	rc = reg_input_json(&t, r, str_of(json_text), &in);
	if (rc == OK)
		rc = reg_create(&t, r, &in, "create", &row);
	store_ok(s, people_end(s, &t, rc));
	return row.id;
}

#define ESTATE_TEXT(...) arena_printf(&s->a, __VA_ARGS__).p

struct estate {
	int64_t org, customer, site, staff;
	struct actor program;
};

static inline void
estate_make(struct store *s, struct estate *e)
{
	e->org = people_org(s);
	e->program = actor_program(e->org);
	e->customer = estate_add(s, e->program, "customer",
				 "{\"name\":\"长江银行\",\"category\":\"bank\","
				 "\"key_unit\":\"none\"}");
	e->site =
	    estate_add(s, e->program, "site",
		       ESTATE_TEXT("{\"name\":\"中山路支行\",\"customer\":\"%"
				   "lld\","
				   "\"kind\":\"bank\",\"level\":\"ordinary\","
				   "\"address\":\"中山路1号\"}",
				   (long long)e->customer));
	e->staff = estate_add(s, e->program, "staff",
			      "{\"name\":\"测试员甲\",\"id_card\":\"110101\","
			      "\"education\":\"college\",\"birth_on\":\"1990-"
			      "01-01\",\"employed_from\":"
			      "\"2024-01-01\",\"department\":\"repair\"}");
}

static inline int
estate_start(void **state)
{
	struct why why = { 0 };

	(void)state;
	if (packs_load("packs", &why) != OK)
		return -1;
	registers_start();
	return 0;
}

static inline int
estate_stop(void **state)
{
	(void)state;
	packs_free();
	return 0;
}

#endif
