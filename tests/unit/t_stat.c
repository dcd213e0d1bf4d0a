/* t_stat.c - figures of the alarm centre: exact, with their rows, and none
 * where there is nothing to count. */
#include "signals.h"

#include "alarm/stat.h"

#define TWICE(text)        \
	{                  \
		text, text \
	}
static const struct stmt alarm_in = {
	.name = "t_alarm_in",
	.sql = TWICE(
	    "INSERT INTO alarm (id, org, version, created_ms, changed_ms,"
	    " number, state, priority, class, family, summary, site, zone,"
	    " opened_ms, claimed_ms, disposition) VALUES ($1, $2, 1, $3, $3,"
	    " $8, $4, 'p2', 'intrusion', $5, 'x', $6,"
	    " NULL, $3, $9, $7)"),
	.n_args = 9,
};
static const struct stmt clock_in = {
	.name = "t_clock_in",
	.sql = TWICE(
	    "INSERT INTO clock (id, org, reg, row, name, start_ms, due_ms,"
	    " next_ms, warned, stopped_ms, is_void, source) VALUES ($1, $2,"
	    " 'alarm', $3, 'claim', $4, $5, NULL, 0, $6, $7, 'x')"),
	.n_args = 7,
};
static const struct stmt day_in = {
	.name = "t_day_in",
	.sql = TWICE("INSERT INTO path_day (org, day, panel, path, site,"
		     " heartbeats, frames, up_s, down_s, gaps, repeats,"
		     " online_s, offline_s, service_s, tests_due_milli,"
		     " tests_missed) VALUES ($1, $2, $3, 'main', $4, 0, 990, 0,"
		     " 0, 10, 0, $5, $6, 0, $7, $8)"),
	.n_args = 8,
};
static const struct stmt incident_in = {
	.name = "t_incident_in",
	.sql = TWICE("INSERT INTO incident (id, org, version, created_ms,"
		     " changed_ms, number, state, severity, site, opened_ms,"
		     " sent_ms, arrived_ms, police_ms) VALUES ($1, $2, 1, 0, 0,"
		     " $4, 'closed', 'x', $3, $5, $6, $7, $8)"),
	.n_args = 8,
};
static int alarm_no, clock_no, day_no, incident_no;
#define DAY_1 "2026-09-21" /* of NOON, in Shanghai */
#define DAY_2 "2026-09-22"

struct alarm_row {
	int64_t at_ms, site, took_ms; /* took -1: not claimed */
	const char *state, *family, *disposition;
	bool is_void;
};

static void
put_alarm(struct store *s, int64_t org, struct alarm_row a)
{
	int64_t id = id_new(NOON);

	store_ok(s,
		 store_write(s, alarm_no,
			     ARGS(val_int(id), val_int(org), val_int(a.at_ms),
				  signals_text(a.state, "closed"),
				  signals_text(a.family, "alarm"),
				  val_id(a.site),
				  a.disposition == NULL ?
				      val_null() :
				      val_text(str_of(a.disposition)),
				  val_text(arena_printf(&s->a, "%lld",
							(long long)id)),
				  a.took_ms <= 0 || a.is_void ?
				      val_null() :
				      val_int(a.at_ms + a.took_ms))));
	store_ok(s,
		 store_write(s, clock_no,
			     ARGS(val_int(id_new(NOON)), val_int(org),
				  val_int(id), val_int(a.at_ms),
				  val_int(a.at_ms + MINUTE_MS),
				  a.took_ms < 0 ? val_null() :
						  val_int(a.at_ms + a.took_ms),
				  val_int(a.is_void))));
}

static struct stat_set
collect(struct store *s, int64_t org, const char *name, struct stat_period p)
{
	struct task t =
	    people_task(s, TX_READ, NOON + 2 * DAY_MS, actor_program(org));
	struct stat_set set;

	if (p.to_ms == 0)
		p = (struct stat_period){ .from_ms = NOON,
					  .to_ms = NOON + DAY_MS,
					  .site = p.site };
	store_ok(s, people_end(s, &t,
			       stat_collect(&t, stat_find(str_of(name)), &p,
					    &set)));
	return set;
}

static struct stat_figure
figure(struct store *s, int64_t org, const char *name)
{
	struct stat_set set = collect(s, org, name, (struct stat_period){ 0 });
	struct stat_figure f;

	stat_figure(set.v, set.n, &f);
	return f;
}

static void
percentiles_are_by_nearest_rank(void **state)
{
	struct stat_sample v[200] = { 0 };
	struct stat_figure f;

	(void)state;
	for (int i = 0; i < 200; i++)
		v[i] = (struct stat_sample){ .has_value = true,
					     .value_ms = (i * 7) % 200 + 1,
					     .den = 1,
					     .num = 1 };
	stat_figure(v, 200, &f);
	assert_int_equal(f.p50_ms, 100);
	assert_int_equal(f.p80_ms, 160);
	assert_int_equal(f.p985_ms, 197);
	assert_int_equal(f.p99_ms, 198);
	assert_int_equal(f.max_ms, 200);
	assert_int_equal(f.mean_ms, 100); /* 100.5, cut off */
	stat_figure(v, 1, &f);
	assert_int_equal(f.p985_ms, 1);
	stat_figure(v, 0, &f);
	assert_int_equal(f.den, 0);
	assert_int_equal(f.ended, 0);
}

static void
claiming_counts_its_clocks(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s), other = people_org(s);
	struct stat_figure f;

	put_alarm(s, org,
		  (struct alarm_row){
		      .at_ms = NOON, .site = 0, .took_ms = 10000 });
	put_alarm(s, org,
		  (struct alarm_row){
		      .at_ms = NOON + 1, .site = 0, .took_ms = MINUTE_MS });
	put_alarm(s, org,
		  (struct alarm_row){
		      .at_ms = NOON + 2, .site = 0, .took_ms = 90000 });
	put_alarm(s, org,
		  (struct alarm_row){ .at_ms = NOON + 3,
				      .site = 0,
				      .took_ms = -1,
				      .state = "new" });
	put_alarm(s, org,
		  (struct alarm_row){
		      .at_ms = NOON + 4, .took_ms = 5, .is_void = true });
	put_alarm(s, org,
		  (struct alarm_row){ .at_ms = NOON + 5,
				      .site = 0,
				      .took_ms = 5,
				      .state = "test" });
	put_alarm(s, org,
		  (struct alarm_row){
		      .at_ms = NOON - 1, .site = 0, .took_ms = 5 });
	put_alarm(s, org,
		  (struct alarm_row){
		      .at_ms = NOON + DAY_MS, .site = 0, .took_ms = 5 });
	put_alarm(s, other,
		  (struct alarm_row){ .at_ms = NOON, .site = 0, .took_ms = 5 });
	f = figure(s, org, "claim");
	assert_int_equal(f.rows, 4);
	assert_int_equal(f.den, 4); /* the one that nobody claimed is late */
	assert_int_equal(f.num, 2);
	assert_int_equal(f.ended, 3);
	assert_int_equal(f.mean_ms, (10000 + 60000 + 90000) / 3);
	assert_int_equal(f.p80_ms, 90000);
	f = figure(s, org, "verify");
	assert_int_equal(f.den, 0);
}

static void
verdicts_leave_out_what_is_open(void **state)
{
	struct store *s = store_of(state);
	static const struct alarm_row rows[] = {
		{ .disposition = "false_user" },
		{ .disposition = "false_works" },
		{ .disposition = "real_intrusion" },
		{ .disposition = "unverifiable" },
		{ .disposition = "test" },
		{ .disposition = "duplicate" },
		{ .disposition = NULL, .state = "verifying" },
		{ .disposition = "fault_power", .family = "technical" },
	};
	int64_t org = people_org(s);
	struct stat_group *v;
	struct stat_figure f;
	struct stat_set set;
	size_t n;

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct alarm_row row = rows[i];

		row.at_ms = NOON + (int64_t)i;
		put_alarm(s, org, row);
	}
	f = figure(s, org, "false");
	assert_int_equal(f.num, 2);
	assert_int_equal(f.den, 4);
	assert_int_equal(f.pending, 1);
	assert_int_equal(figure(s, org, "unverified").num, 1);
	set = collect(s, org, "false", (struct stat_period){ 0 });
	stat_groups(&s->a, &set, STAT_BY_CAUSE, zone_find(STR("UTC")), &v, &n);
	assert_int_equal(n, 5); /* four causes and "not yet" */
	set = collect(s, org, "false_year", (struct stat_period){ 0 });
	assert_int_equal(set.panel_days, 0);
}

static int64_t
add_panel(struct store *s, struct estate *e, const char *more)
{
	static int line;

	return estate_add(
	    s, e->program, "panel",
	    ESTATE_TEXT("{\"name\":\"主机\",\"site\":\"%lld\",\"state\":"
			"\"live\",\"protocol\":\"other\",\"account\":\"1234\","
			"\"receiver_line\":\"R%dL0\",\"paths\":[\"ip\"],"
			"\"standby_h\":80,\"commissioned_on\":\"2026-01-01\""
			"%s}",
			(long long)e->site, ++line, more));
}

static void
put_day(struct store *s, struct estate *e, int64_t panel, const char *day,
	int64_t offline_s, int64_t missed)
{
	store_ok(s, store_write(s, day_no,
				ARGS(val_int(e->org), val_text(str_of(day)),
				     val_int(panel), val_int(e->site),
				     val_int(86400 - offline_s),
				     val_int(offline_s), val_int(12003),
				     val_int(missed))));
}

static struct stat_set
days(struct store *s, struct estate *e, const char *name, bool by_day,
     int64_t panel)
{
	struct stat_period p = { NOON, NOON + 2 * DAY_MS, 0, by_day, panel };

	return collect(s, e->org, name, p);
}

static void
panels_are_counted_by_their_days(void **state)
{
	struct store *s = store_of(state);
	struct stat_group *v;
	struct stat_figure f;
	struct stat_set set;
	struct estate e;
	int64_t a, b;
	size_t n;

	estate_make(s, &e);
	a = add_panel(s, &e, "");
	b = add_panel(s, &e, "");
	assert_int_equal(figure(s, e.org, "online").den, 0);
	assert_int_equal(figure(s, e.org, "loss").den, 0);
	put_day(s, &e, a, "2026-09-20", 999, 9); /* before the period */
	put_day(s, &e, a, DAY_1, 3600, 1);
	put_day(s, &e, a, DAY_2, 0, 0);
	put_day(s, &e, b, DAY_1, 7200, 0);
	set = days(s, &e, "online", false, 0);
	assert_int_equal(set.n, 2);
	assert_int_equal(set.v[0].id, b); /* the worst first */
	stat_figure(set.v, set.n, &f);
	assert_int_equal(f.den, 3 * 86400);
	assert_int_equal(f.num, 3 * 86400 - 10800);
	set = days(s, &e, "tests", false, 0);
	stat_figure(set.v, set.n, &f);
	assert_int_equal(f.den, 36);
	assert_int_equal(f.num, 35);
	set = days(s, &e, "loss", true, 0);
	stat_groups(&s->a, &set, STAT_BY_DAY, zone_find(STR("Asia/Shanghai")),
		    &v, &n);
	assert_int_equal(n, 2);
	assert_int_equal(v[0].figure.num, 20);
	assert_int_equal(v[0].figure.den, 2000);
	assert_int_equal(v[1].figure.den, 1000);
	set = days(s, &e, "online", false, a);
	assert_int_equal(set.n, 2); /* its days, the newest first */
	assert_int_equal(set.v[1].num, 86400 - 3600);
	assert_true(set.v[0].at_ms > set.v[1].at_ms);
}

static void
only_contracted_days_count_where_there_is_a_contract(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	int64_t panel;

	estate_make(s, &e);
	panel = add_panel(s, &e, "");
	put_day(s, &e, panel, DAY_1, 0, 0);
	put_day(s, &e, panel, DAY_2, 0, 0);
	assert_int_equal(days(s, &e, "online", true, 0).n, 2);
	(void)estate_add(
	    s, e.program, "contract",
	    ESTATE_TEXT("{\"name\":\"联网报警\",\"customer\":\"%lld\","
			"\"kind\":\"monitoring\",\"state\":\"active\","
			"\"scope\":[\"intrusion\"],\"start_on\":\"" DAY_2
			"\",\"end_on\":\"2027-01-01\",\"legality_by\":\"%lld\","
			"\"legality_on\":\"2025-01-01\"}",
			(long long)e.customer, (long long)e.staff));
	assert_int_equal(days(s, &e, "online", true, 0).n, 1);
}

/* A response has a length whether or not a limit was set for it. */
static void
times_without_a_limit_are_times(void **state)
{
	struct store *s = store_of(state);
	struct stat_figure f;
	struct estate e;

	estate_make(s, &e);
	for (int i = 0; i < 3; i++)
		store_ok(s,
			 store_write(s, incident_no,
				     ARGS(val_int(id_new(NOON + i)),
					  val_int(e.org), val_int(e.site),
					  val_text(
					      arena_printf(&s->a, "JQ%d", i)),
					  val_int(NOON + i),
					  val_int(NOON + MINUTE_MS),
					  i == 2 ? val_null() :
						   val_int(NOON +
							   (2 + i) * MINUTE_MS),
					  i == 0 ? val_int(NOON + SECOND_MS) :
						   val_null())));
	f = figure(s, e.org, "arrive");
	assert_int_equal(f.rows, 2);
	assert_int_equal(f.ended, 2);
	assert_int_equal(f.den, 0);
	assert_int_equal(f.pending, 0);
	assert_int_equal(f.mean_ms, 3 * MINUTE_MS / 2);
	f = figure(s, e.org, "police");
	assert_int_equal(f.ended, 1);
	assert_int_equal(f.p80_ms, SECOND_MS);
	assert_int_equal(figure(s, e.org, "notify").rows, 0);
}

static void
latency_is_of_signals_that_raised(void **state)
{
	struct store *s = store_of(state);
	int64_t org = people_org(s);
	struct stat_figure f;

	for (int i = 0; i < 3; i++)
		(void)signal_add(s, (struct signal_in){
					.at_ms = NOON + 1000 * i,
					.org = org,
					.device_ms =
					    i == 2 ? 0 : NOON - 1500 * (i + 1),
					.fate = "raised",
				    });
	(void)signal_add(s, (struct signal_in){ .at_ms = NOON,
						.org = org,
						.device_ms = NOON - 9999,
						.fate = "joined" });
	f = figure(s, org, "latency");
	assert_int_equal(f.den, 2);
	assert_int_equal(f.num, 1);
	assert_int_equal(f.p50_ms, 1500);
	assert_int_equal(f.max_ms, 4000);
}

static void
groups_add_up(void **state)
{
	struct store *s = store_of(state);
	struct estate e;
	struct stat_group *v;
	struct stat_set set;
	size_t n;

	estate_make(s, &e);
	for (int i = 0; i < 6; i++)
		put_alarm(s, e.org,
			  (struct alarm_row){ .at_ms =
						  NOON + i * 7 * HOUR_MS / 2,
					      .site = i < 4 ? e.site : 0,
					      .took_ms = 1000 });
	set = collect(s, e.org, "claim", (struct stat_period){ 0 });
	stat_groups(&s->a, &set, STAT_BY_SITE, zone_find(STR("UTC")), &v, &n);
	assert_int_equal(n, 2);
	assert_int_equal(v[0].id, e.site);
	assert_int_equal(v[0].figure.den, 4);
	assert_int_equal(v[1].figure.den, 2);
	set = collect(s, e.org, "claim", (struct stat_period){ 0 });
	stat_groups(&s->a, &set, STAT_BY_DAY, zone_find(STR("UTC")), &v, &n);
	assert_int_equal(n, 2);
	assert_true(v[0].id < v[1].id);
	set =
	    collect(s, e.org, "claim", (struct stat_period){ .site = e.site });
	assert_int_equal(set.n, 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(percentiles_are_by_nearest_rank),
		STORE_TEST(claiming_counts_its_clocks),
		STORE_TEST(verdicts_leave_out_what_is_open),
		STORE_TEST(panels_are_counted_by_their_days),
		STORE_TEST(
		    only_contracted_days_count_where_there_is_a_contract),
		STORE_TEST(times_without_a_limit_are_times),
		STORE_TEST(latency_is_of_signals_that_raised),
		STORE_TEST(groups_add_up),
	};

	alarm_no = stmt_add(&alarm_in);
	clock_no = stmt_add(&clock_in);
	day_no = stmt_add(&day_in);
	incident_no = stmt_add(&incident_in);
	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
