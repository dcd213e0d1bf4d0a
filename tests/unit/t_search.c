/* t_search.c - finding signals: order, pages, filters, periods, bounds. */
#include "signals.h"

#include "alarm/search.h"

static struct search_page
search_in(struct store *s, int64_t org, struct search q)
{
	struct task t = people_task(s, TX_READ, NOON, actor_program(org));
	struct search_page page;

	q.limit = q.limit == 0 ? 50 : q.limit;
	store_ok(s, people_end(s, &t, search_run(&t, &q, &page)));
	return page;
}

static size_t
found(struct store *s, int64_t org, struct search q)
{
	return search_in(s, org, q).n;
}

static int64_t
id_at(const struct search_page *page, size_t i)
{
	return page->rows[i][SEARCH_SIGNAL].i;
}

static int64_t
at_minute(int64_t i)
{
	return NOON + i * MINUTE_MS;
}

/* Ten of one account, a minute apart, and one of another. */
static void
ten(struct store *s, int64_t org, int64_t ids[10])
{
	for (int i = 0; i < 10; i++)
		ids[i] = signal_add(s, (struct signal_in){
					   .at_ms = at_minute(i),
					   .org = org,
					   .class = i % 2 == 0 ? "intrusion" :
								 "fire",
					   .fate = i == 3 ? "raised" :
						   i == 4 ? "joined" :
							    NULL,
					   .alarm = i == 3 || i == 4 ? 77 : 0,
					   .site = i < 5 ? 5 : 6,
				       });
	(void)signal_add(s, (struct signal_in){ .at_ms = at_minute(20),
						.org = org,
						.account = "9999" });
}

static void
pages_go_back_without_a_gap(void **state)
{
	struct store *s = store_of(state);
	struct search q = { .account = STR("1234"), .limit = 4 };
	int64_t org = people_org(s), ids[10];
	struct search_page page;

	ten(s, org, ids);
	for (int64_t want = 9; want >= 0; want -= 4) {
		page = search_in(s, org, q);
		assert_int_equal(page.n, want >= 3 ? 4 : want + 1);
		for (size_t i = 0; i < page.n; i++)
			assert_int_equal(id_at(&page, i),
					 ids[want - (int64_t)i]);
		q.after = page.next;
		assert_int_equal(page.next != 0, want > 3);
	}
	q = (struct search){ .account = STR("1234"), .limit = 5 };
	q.after = search_in(s, org, q).next;
	page = search_in(s, org, q);
	assert_int_equal(page.n, 5);
	assert_int_equal(page.next, 0); /* it fits to the last */
	assert_int_equal(found(s, org, (struct search){ 0 }), 11);
}

static void
every_filter_filters(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), ids[10];

	ten(s, org, ids);
#define N(...) found(s, org, (struct search){ __VA_ARGS__ })
	assert_int_equal(N(.class = STR("fire")), 5);
	assert_int_equal(N(.class = STR("fire"), .account = STR("9999")), 0);
	assert_int_equal(N(.site = 5), 5);
	assert_int_equal(N(.site = 5, .class = STR("fire")), 2);
	assert_int_equal(N(.fate = STR("raised")), 1);
	assert_int_equal(N(.fate = STR("logged")), 9);
	assert_int_equal(N(.fate = STR("joined"), .account = STR("1234")), 1);
	assert_int_equal(N(.fate = STR("joined"), .class = STR("fire")), 0);
	assert_int_equal(N(.alarm = 77), 2);
	assert_int_equal(N(.alarm = 77, .fate = STR("raised")), 1);
	assert_int_equal(N(.panel = 1), 0);
	assert_int_equal(N(.customer = 1), 0);
	assert_int_equal(N(.code = STR("BA")), 11);
	assert_int_equal(N(.role = STR("restore")), 0);
	assert_int_equal(N(.state = STR("unknown")), 0);
	assert_int_equal(N(.source = STR("own")), 0);
	assert_int_equal(N(.priority = 2), 11);
	assert_int_equal(N(.priority = 1), 0);
	(void)signal_add(s, (struct signal_in){ .at_ms = at_minute(30),
						.org = org,
						.zone_no = 7 });
	store_ok(s, db_script(s->db,
			      "UPDATE signal SET text = '后门 Back Door'"
			      " WHERE zone_no = 7",
			      &s->why));
	assert_int_equal(N(.has_zone = true, .zone_no = 7), 1);
	assert_int_equal(N(.has_zone = true, .zone_no = 0), 0);
	assert_int_equal(N(.line = STR("R0L0")), 12);
	assert_int_equal(N(.line = STR("R1L1")), 0);
	assert_int_equal(N(.text = STR("back door")), 1);
	assert_int_equal(N(.text = STR("后门")), 1);
	assert_int_equal(N(.text = STR("前门")), 0);
#undef N
}

static void
a_period_is_by_the_time_of_receipt(void **state)
{
	struct store *s = store_of(state);
	struct search q = { .account = STR("1234"),
			    .from_ms = at_minute(2),
			    .to_ms = at_minute(5) };
	int64_t org = people_org(s), ids[10], other = people_org(s);
	struct search_page page;

	ten(s, org, ids);
	page = search_in(s, org, q);
	assert_int_equal(page.n, 3);
	assert_int_equal(id_at(&page, 0), ids[4]);
	assert_int_equal(id_at(&page, 2), ids[2]);
	assert_int_equal(found(s, other, q), 0);
	q.to_ms = q.from_ms;
	assert_int_equal(found(s, org, q), 0);
	q = (struct search){ .to_ms = at_minute(1) };
	assert_int_equal(found(s, org, q), 1);
}

static void
looking_on_gives_the_new_ones_once(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), ids[10];
	struct search q = { .up = true, .from_ms = at_minute(7) };
	struct search_page page;

	ten(s, org, ids);
	page = search_in(s, org, q);
	assert_int_equal(page.n, 4);
	assert_int_equal(id_at(&page, 0), ids[7]);
	q.after = page.next;
	assert_int_equal(found(s, org, q), 0);
	assert_int_equal(search_in(s, org, q).next, q.after);
	(void)signal_add(s, (struct signal_in){ .at_ms = at_minute(21),
						.org = org });
	page = search_in(s, org, q);
	assert_int_equal(page.n, 1);
	assert_true(page.next > q.after);
}

/* A rare thing among many: a call looks at so many and says where it is. */
static void
a_walk_is_bounded_and_goes_on(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), first;
	struct search q = { .class = STR("fire") };
	struct search_page page;
	int calls = 0;

	first = signal_add(s, (struct signal_in){
				  .at_ms = NOON, .org = org, .class = "fire" });
	store_ok(s, db_begin(s->db, TX_WRITE, &s->why));
	for (int i = 0; i < 2 * SEARCH_WALK_MAX; i++)
		(void)signal_put(s, &(struct signal_in){ .at_ms = NOON + 1 + i,
							 .org = org });
	store_ok(s, db_end(s->db, OK, &s->why));
	do {
		page = search_in(s, org, q);
		q.after = page.next;
		calls++;
		if (calls < 3)
			assert_int_equal(page.n, 0);
	} while (page.next != 0 && calls < 10);
	assert_int_equal(calls, 3);
	assert_int_equal(page.n, 1);
	assert_int_equal(id_at(&page, 0), first);
}

static void
one_signal_has_its_frame(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), a, b;
	struct search_whole w;
	struct task t;

	a = signal_add(s, (struct signal_in){ .at_ms = NOON, .org = org });
	b = signal_add(s, (struct signal_in){
			      .at_ms = NOON, .org = org, .part = 1 });
	(void)signal_add(s, (struct signal_in){
				.at_ms = NOON, .org = org, .seq = "0002" });
	t = people_task(s, TX_READ, NOON, actor_program(org));
	store_ok(s, people_end(s, &t, search_get(&t, a, &w)));
	assert_int_equal(w.frame.n, 1);
	assert_int_equal(w.frame.v[SEARCH_SIGNAL].i, b);
	assert_true(str_is(w.row[SEARCH_RAW].s, "\n1234\r"));
	/* The frame stands with its first event only. */
	t = people_task(s, TX_READ, NOON, actor_program(org));
	store_ok(s, people_end(s, &t, search_get(&t, b, &w)));
	assert_true(str_is(w.row[SEARCH_RAW].s, "\n1234\r"));
	assert_true(str_is(w.row[SEARCH_DATA].s, "Nri1/BA01"));
	t = people_task(s, TX_READ, NOON, actor_program(people_org(s)));
	store_fails(s, ERR_NOT_FOUND, people_end(s, &t, search_get(&t, a, &w)));
}

static void
a_zone_has_its_name(void **state)
{
	struct store *s = store_of(state);
	struct search_page page;
	struct estate e;
	int64_t panel;

	estate_make(s, &e);
	panel = estate_add(
	    s, e.program, "panel",
	    ESTATE_TEXT("{\"name\":\"主机\",\"site\":\"%lld\",\"state\":"
			"\"live\",\"protocol\":\"dc09\",\"account\":\"1234\","
			"\"receiver_line\":\"R0L0\",\"format\":\"sia\","
			"\"encryption\":\"none\",\"paths\":[\"ip\"],"
			"\"standby_h\":80}",
			(long long)e.site));
	(void)estate_add(
	    s, e.program, "zone",
	    ESTATE_TEXT("{\"name\":\"金库门\",\"panel\":\"%lld\",\"number\":7,"
			"\"zone_type\":\"instant\",\"detector\":\"contact\","
			"\"principle\":\"magnetic\"}",
			(long long)panel));
	(void)signal_add(s, (struct signal_in){ .at_ms = NOON,
						.org = e.org,
						.panel = panel,
						.site = e.site,
						.zone_no = 7 });
	page = search_in(s, e.org, (struct search){ .panel = panel });
	assert_int_equal(page.n, 1);
	assert_true(str_is(page.rows[0][SEARCH_ZONE_NAME].s, "金库门"));
}

static void
the_unknown_are_grouped(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), last = 0;
	struct rows rows;
	struct task t;

	for (int i = 0; i < 3; i++)
		last = signal_add(s, (struct signal_in){ .at_ms = at_minute(i),
							 .org = org,
							 .account = "ABCD",
							 .fate = "unknown" });
	(void)signal_add(s, (struct signal_in){ .at_ms = at_minute(5),
						.org = org,
						.account = "BEEF",
						.fate = "unknown" });
	(void)signal_add(s, (struct signal_in){ .at_ms = at_minute(6),
						.org = org,
						.account = "BEEF",
						.fate = "settled" });
	t = people_task(s, TX_READ, NOON, actor_program(org));
	store_ok(s, people_end(s, &t, search_unknown(&t, "unknown", &rows)));
	assert_int_equal(rows.n, 2);
	assert_true(str_is(rows_at(&rows, 0)[1].s, "BEEF"));
	assert_int_equal(rows_at(&rows, 1)[3].i, 3);
	assert_int_equal(rows_at(&rows, 1)[4].i, at_minute(0));
	assert_int_equal(rows_at(&rows, 1)[6].i, last);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(pages_go_back_without_a_gap),
		STORE_TEST(every_filter_filters),
		STORE_TEST(a_period_is_by_the_time_of_receipt),
		STORE_TEST(looking_on_gives_the_new_ones_once),
		STORE_TEST(a_walk_is_bounded_and_goes_on),
		STORE_TEST(one_signal_has_its_frame),
		STORE_TEST(a_zone_has_its_name),
		STORE_TEST(the_unknown_are_grouped),
	};

	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
