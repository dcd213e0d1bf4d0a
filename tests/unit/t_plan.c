/* t_plan.c - action plans: the way through one, which one holds, revisions,
 * the shipped ones, and closing that waits for required steps. */
#include "plan_help.h"

#include <pthread.h>

#include "alarm/desk.h"

#define STEP(n, req)                                        \
	{                                                   \
		.id = (n), .no = (n), .required = (req),    \
		.next_yes = PLAN_NEXT, .next_no = PLAN_NEXT \
	}

static void
required_steps_on_the_way_are_asked_for(void **state)
{
	struct plan_way w[] = { STEP(1, false), STEP(2, true), STEP(3, true),
				STEP(4, true) };

	(void)state;
	assert_int_equal(plan_missing(w, 4), 1);
	w[1].done = true;
	assert_int_equal(plan_missing(w, 4), 2);
	w[2].done = w[3].done = true;
	assert_int_equal(plan_missing(w, 4), 4);
	assert_int_equal(plan_missing(w, 0), 0);
}

static void
a_branch_leaves_steps_out(void **state)
{
	struct plan_way w[] = { STEP(1, true), STEP(2, true), STEP(3, true) };

	(void)state;
	w[0].question = true;
	w[0].next_no = 3;
	assert_int_equal(plan_missing(w, 3), 0); /* the question itself */
	w[0].done = true;
	assert_int_equal(plan_missing(w, 3), 1); /* yes: the next */
	w[0].said_no = true;
	assert_int_equal(plan_missing(w, 3), 2);
	w[0].next_no = 0; /* the end */
	assert_int_equal(plan_missing(w, 3), 3);
}

static void
branches_lead_forwards(void **state)
{
	const struct plan_way w[] = { STEP(1, true), STEP(2, true) };

	(void)state;
	assert_true(plan_leads(w, 2, 1, 2));
	assert_true(plan_leads(w, 2, 1, 0));
	assert_true(plan_leads(w, 2, 2, PLAN_NEXT));
	assert_false(plan_leads(w, 2, 2, 1));
	assert_false(plan_leads(w, 2, 1, 3));
}

static void
hours_are_bands(void **state)
{
	const struct zone *z = zone_find(STR("Asia/Shanghai"));
	int64_t seven = zone_day_start(z, 20000) + 7 * HOUR_MS;
	struct rule_limits l;

	(void)state;
	rule_default(STR(""), 3, &l);
	assert_int_equal(plan_band_at(z, seven, false, &l), BAND_DAY);
	assert_int_equal(plan_band_at(z, seven - 1, false, &l), BAND_NIGHT);
	assert_int_equal(plan_band_at(z, seven + 12 * HOUR_MS, false, &l),
			 BAND_NIGHT);
	assert_int_equal(plan_band_at(z, seven, true, &l), BAND_HOLIDAY);
	/* As the rule says, over midnight too. */
	l.day_from_h = 8;
	assert_int_equal(plan_band_at(z, seven, false, &l), BAND_NIGHT);
	l.day_from_h = 20;
	l.day_to_h = 8;
	assert_int_equal(plan_band_at(z, seven, false, &l), BAND_DAY);
	assert_int_equal(plan_band_at(z, seven + HOUR_MS, false, &l),
			 BAND_NIGHT);
}

static int64_t
plan_for(struct centre *c, const char *class, const char *priority)
{
	struct store *s = c->s;
	struct task t = people_task(s, TX_READ, c->now_ms, c->e.program);
	struct plan_want want = { .class = str_of(class),
				  .priority = str_of(priority),
				  .site = c->e.site,
				  .at_ms = c->now_ms };
	int64_t plan = 0;

	store_ok(s, people_end(s, &t, plan_find(&t, &want, &plan)));
	return plan;
}

static void
the_most_specific_plan_wins(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	int64_t any, class, site, night;

	centre_make(s, &c);
	assert_int_equal(plan_for(&c, "intrusion", "p2"), 0);
	any = issued_plan(&c, "\"band\":\"any\"");
	assert_int_equal(plan_for(&c, "intrusion", "p2"), any);
	class = issued_plan(&c, "\"band\":\"any\",\"class\":\"intrusion\"");
	assert_int_equal(plan_for(&c, "intrusion", "p2"), class);
	assert_int_equal(plan_for(&c, "fire", "p1"), any);
	site = issued_plan(&c, ESTATE_TEXT("\"band\":\"any\",\"site\":\"%lld\"",
					   (long long)c.e.site));
	assert_int_equal(plan_for(&c, "intrusion", "p2"), site);
	night =
	    issued_plan(&c, ESTATE_TEXT("\"band\":\"night\",\"site\":\"%lld\"",
					(long long)c.e.site));
	/* NOON of the tests is by day or by night in Shanghai: both bands. */
	c.now_ms =
	    zone_day_start(zone_find(STR("Asia/Shanghai")), NOON / DAY_MS) +
	    23 * HOUR_MS;
	assert_int_equal(plan_for(&c, "intrusion", "p2"), night);
	c.now_ms -= 11 * HOUR_MS;
	assert_int_equal(plan_for(&c, "intrusion", "p2"), site);
}

static void
a_holiday_has_its_plan(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	int64_t any, holiday;

	centre_make(s, &c);
	any = issued_plan(&c, "\"band\":\"any\"");
	holiday = issued_plan(&c, "\"band\":\"holiday\"");
	assert_int_equal(plan_for(&c, "intrusion", "p2"), any);
	(void)
	    estate_add(s, c.e.program, "holiday",
		       "{\"name\":\"中秋\",\"kind\":\"closed\","
		       "\"from_on\":\"2026-09-20\",\"to_on\":\"2026-09-23\"}");
	assert_int_equal(plan_for(&c, "intrusion", "p2"), holiday);
}

static void
an_issued_plan_is_revised_not_edited(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct reg_row draft = { 0 };
	struct task t;
	int64_t plan;

	centre_make(s, &c);
	plan = issued_plan(&c, "\"band\":\"any\"");
	store_fails(s, ERR_STATE,
		    plan_help_step(&c, plan, "edit", "{\"name\":\"新\"}"));
	store_fails(s, ERR_STATE,
		    plan_help_add(&c, plan,
				  "\"no\":2,\"kind\":\"text\",\"text\":\"x\""));
	t = people_task(s, TX_WRITE, c.now_ms, c.op.who);
	store_fails(s, ERR_FORBIDDEN,
		    people_end(s, &t, plan_revise(&t, plan, &draft)));
	t = people_task(s, TX_WRITE, c.now_ms, c.lead.who);
	store_ok(s, people_end(s, &t, plan_revise(&t, plan, &draft)));
	t = people_task(s, TX_WRITE, c.now_ms, c.lead.who);
	store_fails(s, ERR_STATE,
		    people_end(s, &t, plan_revise(&t, plan, &draft)));
	draft.id = 0;
	t = people_task(s, TX_READ, c.now_ms, c.lead.who);
	{
		struct reg_query q = { .n_filters = 1, .sort = -1, .limit = 9 };
		struct reg_page page = { 0 };

		q.filters[0].field = reg_field(&plan_reg, "state");
		q.filters[0].value = val_text(STR("draft"));
		store_ok(s,
			 people_end(s, &t, reg_list(&t, &plan_reg, &q, &page)));
		assert_int_equal(page.n, 1);
		draft = page.rows[0];
	}
	assert_int_equal(reg_val(&plan_reg, draft.v, "revision")->i, 2);
	store_fails(s, ERR_INVALID,
		    plan_help_add(&c, draft.id,
				  "\"no\":1,\"kind\":\"text\",\"text\":\"x\""));
	store_ok(s,
		 plan_help_add(&c, draft.id,
			       "\"no\":2,\"kind\":\"question\",\"text\":\"?\","
			       "\"next_yes\":1"));
	store_fails(s, ERR_STATE, plan_help_step(&c, draft.id, "issue", ""));
	store_ok(s, plan_help_step(&c, draft.id, "withdraw",
				   "{\"reason\":\"写错\"}"));
	assert_int_equal(plan_for(&c, "intrusion", "p2"), plan);
}

static void
issuing_supersedes_what_it_replaces(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	int64_t first, next;

	centre_make(s, &c);
	first = issued_plan(&c, "\"band\":\"any\",\"class\":\"fire\"");
	next = issued_plan(&c, "\"band\":\"any\",\"class\":\"fire\"");
	assert_int_equal(plan_for(&c, "fire", "p1"), next);
	store_fails(s, ERR_STATE,
		    plan_help_step(&c, first, "withdraw",
				   "{\"reason\":\"x\"}"));
}

/* Closing is refused until the required step is done, and says which. */
static void
closing_waits_for_required_steps(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct alarm_entry_new e = { .kind = STR("call"),
				     .outcome = STR("no_answer") };
	struct plan_way *ways;
	struct reg_row row;
	struct task t;
	size_t n = 0;
	int64_t plan;
	const char *done = "{\"narrative\":\"停电\",\"left_open\":true}";

	centre_make(s, &c);
	plan = issued_plan(&c, "\"band\":\"any\"");
	centre_raise(&c, "power", 3);
	store_ok(s, centre_op(&c, "claim", ""));
	assert_int_equal(centre_val(&c, "plan")->i, plan);
	/* A plan issued meanwhile does not change what was pinned. */
	(void)issued_plan(&c, "\"band\":\"any\",\"class\":\"power\"");
	assert_int_equal(centre_val(&c, "plan")->i, plan);
	store_ok(s,
		 centre_op(&c, "clear", "{\"disposition\":\"fault_power\"}"));
	store_fails(s, ERR_STATE, centre_op(&c, "close", done));
	assert_non_null(strstr(s->why.text[LANG_EN], "step 1"));
	t = people_task(s, TX_READ, c.now_ms, c.e.program);
	store_ok(s, people_end(s, &t, plan_ways(&t, plan, c.alarm, &ways, &n)));
	assert_int_equal(n, 1);
	e.alarm = c.alarm;
	e.step = ways[0].id;
	t = people_task(s, TX_WRITE, c.now_ms, c.op.who);
	store_ok(s, people_end(s, &t, alarm_entry_add(&t, &e, &row)));
	store_ok(s, centre_op(&c, "close", done));
}

static void
shipped_plans_are_installed_once(void **state)
{
	struct store *s = store_of(state);
	struct centre c;
	struct task t;
	size_t n = 0;

	centre_make(s, &c);
	t = people_task(s, TX_WRITE, c.now_ms, c.e.program);
	store_ok(s, people_end(s, &t, plans_install(&t, &n)));
	assert_true(n > 15);
	t = people_task(s, TX_WRITE, c.now_ms, c.e.program);
	store_ok(s, people_end(s, &t, plans_install(&t, &n)));
	assert_int_equal(n, 0);
	/* Each class that raises an alarm has its own, the rest the last. */
	for (size_t i = 0; class_options[i].value != NULL; i++)
		assert_int_not_equal(plan_for(&c, class_options[i].value, "p3"),
				     0);
	assert_int_not_equal(plan_for(&c, "holdup", "p1"),
			     plan_for(&c, "intrusion", "p2"));
}

/* A node that starts: a connection and a thread of its own. */
struct node {
	const char *url;
	struct actor who;
	pthread_barrier_t *together;
	size_t n;
	enum err rc;
};

static void *
node_start(void *arg)
{
	struct node *node = arg;
	struct arena a = { 0 };
	struct why why = { 0 };
	struct db *db;
	struct task t;

	node->rc = db_open(node->url, &db, &why);
	(void)pthread_barrier_wait(node->together);
	if (node->rc != OK)
		return NULL;
	t = task_open(db, &a, NOON, node->who);
	node->rc = db_begin(db, TX_WRITE, &t.why);
	if (node->rc == OK)
		node->rc = db_end(db, plans_install(&t, &node->n), &t.why);
	db_close(&db);
	arena_release(&a);
	return NULL;
}

static void
two_nodes_install_the_plans_once(void **state)
{
	struct store *s = store_of(state);
	pthread_barrier_t together;
	struct node nodes[2];
	pthread_t threads[2];
	struct centre c;

	centre_make(s, &c);
	assert_int_equal(pthread_barrier_init(&together, NULL, 2), 0);
	for (int i = 0; i < 2; i++) {
		nodes[i] = (struct node){ .url = s->url,
					  .who = c.e.program,
					  .together = &together };
		assert_int_equal(pthread_create(&threads[i], NULL, node_start,
						&nodes[i]),
				 0);
	}
	for (int i = 0; i < 2; i++) {
		assert_int_equal(pthread_join(threads[i], NULL), 0);
		assert_int_equal(nodes[i].rc, OK);
	}
	pthread_barrier_destroy(&together);
	assert_true(nodes[0].n + nodes[1].n > 15);
	assert_true(nodes[0].n == 0 || nodes[1].n == 0);
}

static int
start(void **state)
{
	struct why why = { 0 };

	if (centre_start(state) != 0)
		return -1;
	return plans_load("packs", &why) == OK ? 0 : -1;
}

static int
stop(void **state)
{
	plans_free();
	return centre_stop(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(required_steps_on_the_way_are_asked_for),
		cmocka_unit_test(a_branch_leaves_steps_out),
		cmocka_unit_test(branches_lead_forwards),
		cmocka_unit_test(hours_are_bands),
		STORE_TEST(the_most_specific_plan_wins),
		STORE_TEST(a_holiday_has_its_plan),
		STORE_TEST(an_issued_plan_is_revised_not_edited),
		STORE_TEST(issuing_supersedes_what_it_replaces),
		STORE_TEST(closing_waits_for_required_steps),
		STORE_TEST(shipped_plans_are_installed_once),
		STORE_TEST(two_nodes_install_the_plans_once),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
