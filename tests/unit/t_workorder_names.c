/* t_workorder_names.c - what an order may name: its site's, its customer's. */
#include "estate.h"

#include "kind/process.h"
#include "upkeep/workorder.h"

/* The answer tells the titles of what a row names. */
static void
a_customer_names_his_own_rows_only(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	struct actor other;
	struct str body;
	int64_t area;

	estate_make(s, &e);
	area = estate_add(s, e.program, "area",
			  ESTATE_TEXT("{\"name\":\"金库\",\"site\":\"%lld\","
				      "\"level\":\"key\"}",
				      (long long)e.site));
	other = e.program;
	other.customer = estate_add(s, e.program, "customer",
				    "{\"name\":\"别家\",\"category\":"
				    "\"bank\",\"key_unit\":\"none\"}");
	body = arena_printf(&s->a,
			    "{\"area\":\"%lld\",\"site\":\"%lld\","
			    "\"reporter\":\"甲\",\"symptom\":\"乙\"}",
			    (long long)area, (long long)e.site);
	for (int i = 0; i < 2; i++) {
		struct actor who = i == 0 ? e.program : other;
		struct task t = people_task(s, TX_WRITE, NOON, who);
		struct reg_input in;
		struct reg_row row = { 0 };
		bool told = false;

		store_ok(s, reg_input_json(&t, &workorder_reg, body, &in));
		store_fails(s, i == 0 ? OK : ERR_INVALID,
			    people_end(s, &t,
				       process_open(&t, &workorder_reg, NULL,
						    &in, &row)));
		for (size_t k = 0; k < s->why.n_faults; k++)
			told =
			    told || strcmp(s->why.faults[k].field, "area") == 0;
		assert_int_equal(told, i == 1);
	}
}

/* Another site's area would grade this one's fault. */
static void
an_order_names_what_is_of_its_site(void **state)
{
	struct store *s = store_of(state);
	struct reg_row row = { 0 };
	struct reg_input in;
	struct estate e;
	struct task t;
	int64_t site, area;

	estate_make(s, &e);
	site =
	    estate_add(s, e.program, "site",
		       ESTATE_TEXT("{\"name\":\"另一支行\",\"customer\":\"%"
				   "lld\","
				   "\"kind\":\"bank\",\"level\":\"ordinary\","
				   "\"address\":\"中山路2号\"}",
				   (long long)e.customer));
	area = estate_add(s, e.program, "area",
			  ESTATE_TEXT("{\"name\":\"金库\",\"site\":\"%lld\","
				      "\"level\":\"key\"}",
				      (long long)site));
	t = people_task(s, TX_WRITE, NOON, e.program);
	store_ok(s, reg_input_json(
			&t, &workorder_reg,
			arena_printf(&s->a,
				     "{\"area\":\"%lld\",\"site\":\"%lld\","
				     "\"reporter\":\"甲\",\"symptom\":\"乙\"}",
				     (long long)area, (long long)e.site),
			&in));
	store_fails(s, ERR_INVALID,
		    people_end(s, &t,
			       process_open(&t, &workorder_reg, NULL, &in,
					    &row)));
	assert_string_equal(s->why.faults[0].field, "area");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_customer_names_his_own_rows_only),
		STORE_TEST(an_order_names_what_is_of_its_site),
	};

	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
