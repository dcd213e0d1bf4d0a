/* t_staffing.c - the pack `net`: its table, who counts, when it gets tight. */
#include "estate.h"

#include "alarm/code.h"
#include "alarm/plan_need.h"
#include "base/str.h"
#include "gen/stmt.h"
#include "rating/net.h"

#define DAY_2026_09_22 INT64_C(20718)

static void
the_table_is_the_norms(void **state)
{
	static const struct {
		int64_t customers, patrol, watch, design;
	} rows[] = {
		{ 0, 10, 10, 20 },	 { 100, 10, 10, 20 },
		{ 101, 20, 15, 25 },	 { 500, 20, 15, 25 },
		{ 501, 30, 20, 30 },	 { 1000, 30, 20, 30 },
		{ 1001, 40, 25, 40 },	 { 2000, 40, 25, 40 },
		{ 2001, 55, 30, 45 },	 { 5000, 55, 30, 45 },
		{ 5001, 80, 35, 50 },	 { 10000, 80, 35, 50 },
		{ 10001, 200, 40, 100 }, { 90000, 200, 40, 100 },
	};
	const struct pack_table *t = pack_table(pack_find("net"), "staffing");

	(void)state;
	assert_non_null(t);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		const struct pack_row *r = pack_row(t, rows[i].customers);

		assert_int_equal(r->values[0], rows[i].patrol);
		assert_int_equal(r->values[1], rows[i].watch);
		assert_int_equal(r->values[2], rows[i].design);
	}
}

static void
a_bad_table_is_refused(void **state)
{
#define HEAD                                                                 \
	"{\"pack\":\"x\",\"version\":\"1\",\"status\":\"source\","           \
	"\"title\":{\"zh\":\"x\",\"en\":\"x\"},\"parameters\":[],\"tables\"" \
	":[{\"name\":\"t\",\"clause\":\"c\",\"columns\":[{\"name\":\"a\","   \
	"\"posts\":\"patrol\",\"certificate\":\"guard\",\"strict\":true,"    \
	"\"clause\":\"c\",\"label\":{\"zh\":\"x\",\"en\":\"x\"}}],\"rows\":"
	static const struct {
		const char *text;
		bool good;
	} packs[] = {
		{ HEAD "[{\"to\":9,\"values\":[1]},{\"values\":[2]}]}]}",
		  true },
		{ HEAD "[{\"to\":9,\"values\":[1]}]}]}", false },
		{ HEAD "[{\"values\":[1]},{\"values\":[2]}]}]}", false },
		{ HEAD "[{\"to\":9,\"values\":[1]},{\"to\":9,\"values\":[1]},"
		       "{\"values\":[2]}]}]}",
		  false },
		{ HEAD "[{\"values\":[1,2]}]}]}", false },
		{ HEAD "[{\"values\":[0]}]}]}", false },
		{ HEAD "[{\"values\":[1],\"note\":1}]}]}", false },
		{ HEAD "[]}]}", false },
	};
#undef HEAD
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(packs); i++) {
		struct why why = { 0 };
		struct pack p;

		assert_int_equal(pack_parse(str_of(packs[i].text), &a, &p,
					    &why) == OK,
				 packs[i].good);
	}
	arena_release(&a);
}

static void
the_next_bracket_is_reached_by_growth(void **state)
{
	int64_t days = 0;

	(void)state;
	assert_true(net_reach(90, 79, 12, 101, &days));
	assert_int_equal(days, 366); /* eleven a year, eleven to go */
	assert_true(net_reach(500, 400, 12, 501, &days));
	assert_int_equal(days, 4);
	assert_false(net_reach(90, 90, 12, 101, &days));
	assert_false(net_reach(90, 95, 12, 101, &days));
}

struct company {
	struct store *s;
	struct estate e;
	int64_t patrol, design;
};

static int64_t
add_person(struct company *c, const char *name, int64_t post, const char *from,
	   const char *more)
{
	struct store *s = c->s;

	return estate_add(
	    s, c->e.program, "staff",
	    ESTATE_TEXT("{\"name\":\"%s\",\"education\":\"senior\","
			"\"birth_on\":\"1990-01-01\",\"employed_from\":"
			"\"%s\",\"primary_post\":\"%lld\"%s}",
			name, from, (long long)post, more));
}

static void
certify(struct company *c, int64_t staff, const char *kind, const char *more)
{
	struct store *s = c->s;

	(void)estate_add(s, c->e.program, "certificate",
			 ESTATE_TEXT("{\"number\":\"%lld\",\"staff\":\"%lld\","
				     "\"kind\":\"%s\",\"issuer\":\"公安局\","
				     "\"valid_from\":\"2025-01-01\"%s}",
				     (long long)staff, (long long)staff, kind,
				     more));
}

static void
add_panel(struct company *c, int n, const char *since, const char *panel_state)
{
	struct store *s = c->s;

	(void)estate_add(
	    s, c->e.program, "panel",
	    ESTATE_TEXT("{\"name\":\"主机%d\",\"site\":\"%lld\",\"state\":"
			"\"%s\",\"commissioned_on\":\"%s\",\"protocol\":"
			"\"other\",\"account\":\"%04d\",\"receiver_line\":"
			"\"R0L0\",\"paths\":[\"ip\"],\"standby_h\":80}",
			n, (long long)c->e.site, panel_state, since, n));
}

static void
sign(struct company *c, const char *from, const char *to)
{
	struct store *s = c->s;

	(void)estate_add(
	    s, c->e.program, "contract",
	    ESTATE_TEXT("{\"name\":\"联网报警\",\"customer\":\"%lld\","
			"\"kind\":\"monitoring\",\"state\":\"active\","
			"\"scope\":[\"intrusion\"],\"start_on\":\"%s\","
			"\"end_on\":\"%s\",\"legality_by\":\"%lld\","
			"\"legality_on\":\"2025-01-01\"}",
			(long long)c->e.customer, from, to,
			(long long)c->e.staff));
}

static struct company
found(struct store *s)
{
	struct company c = { .s = s };

	estate_make(s, &c.e);
	c.patrol = estate_add(s, c.e.program, "post",
			      "{\"name\":\"巡逻员\",\"kind\":\"patrol\"}");
	c.design = estate_add(s, c.e.program, "post",
			      "{\"name\":\"设计员\",\"kind\":\"design\"}");
	return c;
}

static struct net_staffing
staffing(struct company *c, int64_t days)
{
	struct task t = people_task(c->s, TX_READ, NOON, c->e.program);
	struct net_staffing out;

	store_ok(c->s, people_end(c->s, &t, net_staffing(&t, days, &out)));
	return out;
}

static enum net_count
count_of(const struct net_staffing *s, int64_t staff)
{
	for (size_t i = 0; i < s->n_people; i++)
		if (s->people[i].staff == staff)
			return s->people[i].count;
	return NET_COUNT_N;
}

static void
people_count_with_a_valid_certificate(void **state)
{
	struct company c = found(store_of(state));
	int64_t good, none, old, later, gone, skilled, draws, clerk;
	struct net_staffing s;

	good = add_person(&c, "甲", c.patrol, "2025-01-01", "");
	none = add_person(&c, "乙", c.patrol, "2025-01-01", "");
	old = add_person(&c, "丙", c.patrol, "2025-01-01", "");
	later = add_person(&c, "丁", c.patrol, "2026-09-23", "");
	gone = add_person(&c, "戊", c.patrol, "2025-01-01",
			  ",\"employed_to\":\"2026-09-21\"");
	skilled = add_person(&c, "己", c.patrol, "2025-01-01", "");
	draws = add_person(&c, "庚", c.design, "2025-01-01", "");
	clerk = c.e.staff;
	certify(&c, good, "guard", "");
	certify(&c, old, "guard", ",\"valid_to\":\"2026-09-21\"");
	certify(&c, later, "guard", "");
	certify(&c, gone, "guard", "");
	certify(&c, skilled, "guard_skill", "");
	s = staffing(&c, DAY_2026_09_22);
	assert_int_equal(count_of(&s, good), NET_COUNTED);
	assert_int_equal(count_of(&s, none), NET_NO_CERTIFICATE);
	assert_int_equal(count_of(&s, old), NET_EXPIRED);
	assert_int_equal(count_of(&s, later), NET_NOT_YET);
	assert_int_equal(count_of(&s, gone), NET_GONE);
	assert_int_equal(count_of(&s, skilled), NET_NO_CERTIFICATE);
	assert_int_equal(count_of(&s, draws), NET_WARNED);
	assert_int_equal(count_of(&s, clerk), NET_COUNT_N);
	assert_int_equal(s.actual[0], 1);
	assert_int_equal(s.actual[1], 0);
	assert_int_equal(s.actual[2], 1);
	assert_int_equal(s.least, 1);
	/* A day earlier the certificate and the leaver are good. */
	s = staffing(&c, DAY_2026_09_22 - 1);
	assert_int_equal(s.actual[0], 3);
}

static void
customers_are_live_accounts_under_contract(void **state)
{
	struct company c = found(store_of(state));
	struct net_staffing s;
	struct rows rows;
	struct task t;

	add_panel(&c, 1, "2025-01-01", "live");
	add_panel(&c, 2, "2026-09-22", "live");
	add_panel(&c, 3, "2026-09-23", "live");
	add_panel(&c, 4, "2025-01-01", "closed");
	assert_int_equal(staffing(&c, DAY_2026_09_22).customers, 0);
	sign(&c, "2025-01-01", "2026-09-22");
	s = staffing(&c, DAY_2026_09_22);
	assert_int_equal(s.customers, 2);
	assert_int_equal(s.customers_before, 1);
	assert_true(s.reaches);
	assert_int_equal(s.next->from, 101);
	assert_int_equal(s.reach_days,
			 DAY_2026_09_22 + (99 * 12 * 487 + 15) / 16);
	assert_false(s.near_next);
	assert_int_equal(staffing(&c, DAY_2026_09_22 + 1).customers, 0);
	t = people_task(c.s, TX_READ, NOON, c.e.program);
	store_ok(c.s,
		 people_end(c.s, &t,
			    net_accounts(&t, DAY_2026_09_22, 0, 50, &rows)));
	assert_int_equal(rows.n, 4);
	for (size_t i = 0; i < rows.n; i++) {
		static const char *const want[] = { "counted", "counted",
						    "not_yet", "state" };

		assert_string_equal(net_account_count(rows_at(&rows, i),
						      STR("2026-09-22")),
				    want[i]);
	}
}

static void
drills_are_missed_in_time(void **state)
{
	struct company c = found(store_of(state));
	struct net_drills d;
	struct task t;

	t = people_task(c.s, TX_READ, NOON, c.e.program);
	store_ok(c.s, people_end(c.s, &t, net_drills(&t, DAY_2026_09_22, &d)));
	assert_int_equal(d.year, 2026);
	assert_int_equal(d.missing, 2);
	assert_false(d.remind);
	t = people_task(c.s, TX_READ, NOON, c.e.program);
	store_ok(c.s,
		 people_end(c.s, &t, net_drills(&t, DAY_2026_09_22 + 8, &d)));
	assert_true(d.remind); /* 30 September */
	t = people_task(c.s, TX_READ, NOON, c.e.program);
	store_ok(c.s,
		 people_end(c.s, &t, net_drills(&t, DAY_2026_09_22 + 7, &d)));
	assert_false(d.remind);
}

static struct net_plans
plans(struct company *c)
{
	struct task t = people_task(c->s, TX_READ, NOON, c->e.program);
	struct plan_need *needs;
	size_t n = plan_needs(&c->s->a, &needs);
	struct net_cell *cells = ARENA_ARRAY(&c->s->a, n, struct net_cell);
	struct net_plans out;

	for (size_t i = 0; i < n; i++)
		cells[i] = (struct net_cell){ .class = needs[i].class,
					      .priority = needs[i].priority };
	store_ok(c->s,
		 people_end(c->s, &t,
			    net_plans(&t, DAY_2026_09_22, cells, n, &out)));
	return out;
}

static const struct net_cell *
cell_of(const struct net_plans *p, const char *class, int64_t priority)
{
	for (size_t i = 0; i < p->n; i++)
		if (str_is(p->cells[i].class, class) &&
		    p->cells[i].priority == priority)
			return &p->cells[i];
	return NULL;
}

static const struct stmt plan_in = {
	.name = "t_plan_in",
	.sql = { "INSERT INTO plan (id, org, version, created_ms, changed_ms,"
		 " number, name, state, class, priority, site, band) VALUES"
		 " ($1, $2, 1, 0, 0, $3, $3, 'issued', $4, NULL, $5, $6)",
		 "INSERT INTO plan (id, org, version, created_ms, changed_ms,"
		 " number, name, state, class, priority, site, band) VALUES"
		 " ($1, $2, 1, 0, 0, $3, $3, 'issued', $4, NULL, $5, $6)" },
	.n_args = 6,
};
static int plan_no;

static void
issue(struct company *c, const char *number, const char *class, int64_t site,
      const char *band)
{
	store_ok(c->s,
		 store_write(c->s, plan_no,
			     ARGS(val_int(id_new(NOON)), val_int(c->e.org),
				  val_text(str_of(number)),
				  val_text(str_of(class)), val_id(site),
				  val_text(str_of(band)))));
}

static void
plans_cover_classes_at_every_site_all_day(void **state)
{
	struct company c = found(store_of(state));
	struct net_plans p = plans(&c);

	assert_true(p.n > 10);
	assert_int_equal(p.covered, 0);
	assert_non_null(cell_of(&p, "fire", 1));
	assert_null(cell_of(&p, "access", 5));
	issue(&c, "YA1", "fire", 0, "any");
	issue(&c, "YA2", "intrusion", c.e.site, "any");
	issue(&c, "YA3", "holdup", 0, "day");
	p = plans(&c);
	assert_true(cell_of(&p, "fire", 1)->covered);
	assert_false(cell_of(&p, "fire", 1)->exercised);
	assert_false(cell_of(&p, "intrusion", 2)->covered);
	assert_int_equal(cell_of(&p, "intrusion", 2)->plans, 1);
	assert_false(cell_of(&p, "holdup", 1)->covered);
	issue(&c, "YA4", "holdup", 0, "night");
	p = plans(&c);
	assert_true(cell_of(&p, "holdup", 1)->covered);
	assert_int_equal(p.rows.n, 4);
	assert_int_equal(p.exercised, 0);
}

static int
start(void **state)
{
	struct why why = { 0 };

	return estate_start(state) == 0 && codes_load("packs", &why) == OK ? 0 :
									     -1;
}

static struct net_reminders
reminders(struct company *c, struct actor who, int64_t days)
{
	struct task t = people_task(c->s, TX_READ, NOON, who);
	struct net_reminders out;

	store_ok(c->s, people_end(c->s, &t, net_reminders(&t, days, &out)));
	return out;
}

static void
what_is_due_is_said(void **state)
{
	struct store *s = store_of(state);
	struct company c = found(s);
	struct actor desk = c.e.program;
	struct net_reminders r;
	struct rows rows;
	int64_t panel;

	add_panel(&c, 1, "2025-09-01", "live");
	r = reminders(&c, c.e.program, date_days(2026, 8, 1));
	assert_true(r.short_posts > 0);
	assert_false(r.drills.remind);
	assert_int_equal(r.plans_n + r.zones_n, 0);
	desk.may = MAY_BIT(MAY_READ_ALARMS);
	r = reminders(&c, desk, date_days(2026, 9, 30));
	assert_false(r.knows_staffing);
	assert_true(r.drills.remind);
	/* A hold-up button counts from its test, or else from connection. */
	store_ok(s, db_run(s->db, STMT_STAT_PANELS, ARGS(val_int(c.e.org)),
			   &s->a, &rows, &s->why));
	panel = rows.v[0].i;
	(void)estate_add(s, c.e.program, "zone",
			 ESTATE_TEXT("{\"panel\":\"%lld\",\"number\":1,"
				     "\"name\":\"柜台\",\"zone_type\":"
				     "\"holdup\",\"detector\":\"button\","
				     "\"principle\":\"manual\"}",
				     (long long)panel));
	assert_int_equal(reminders(&c, desk, date_days(2026, 8, 31)).zones_n,
			 0);
	r = reminders(&c, desk, date_days(2026, 9, 2));
	assert_int_equal(r.zones_n, 1);
	assert_true(str_is(r.zones.v[1].s, "柜台"));
	store_ok(s, db_script(s->db, "UPDATE zone SET tested_on = '2026-09-01'",
			      &s->why));
	assert_int_equal(reminders(&c, desk, date_days(2026, 9, 2)).zones_n, 0);
	/* A plan names the day of its review, or has a year. */
	store_ok(s, db_script(
			s->db,
			ESTATE_TEXT("INSERT INTO plan (id, org, version, "
				    "created_ms, changed_ms, number, name, "
				    "state, band, issued_ms, review_on) VALUES "
				    "(1, %lld, 1, 1, 1, 'YA1', 'A', 'issued', "
				    "'any', %lld, NULL), (2, %lld, 1, 1, 1, "
				    "'YA2', 'B', 'issued', 'any', %lld, "
				    "'2026-10-01'), (3, %lld, 1, 1, 1, 'YA3', "
				    "'C', 'draft', 'any', NULL, '2026-10-01')",
				    (long long)c.e.org, (long long)NOON,
				    (long long)c.e.org, (long long)NOON,
				    (long long)c.e.org),
			&s->why));
	assert_int_equal(reminders(&c, desk, date_days(2026, 9, 30)).plans_n,
			 0);
	assert_int_equal(reminders(&c, desk, date_days(2026, 10, 1)).plans_n,
			 1);
	assert_int_equal(reminders(&c, desk, date_days(2027, 9, 20)).plans_n,
			 1);
	assert_int_equal(reminders(&c, desk, date_days(2027, 9, 21)).plans_n,
			 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_the_norms),
		cmocka_unit_test(a_bad_table_is_refused),
		cmocka_unit_test(the_next_bracket_is_reached_by_growth),
		STORE_TEST(people_count_with_a_valid_certificate),
		STORE_TEST(customers_are_live_accounts_under_contract),
		STORE_TEST(drills_are_missed_in_time),
		STORE_TEST(what_is_due_is_said),
		STORE_TEST(plans_cover_classes_at_every_site_all_day),
	};

	plan_no = stmt_add(&plan_in);
	return cmocka_run_group_tests(tests, start, estate_stop);
}
