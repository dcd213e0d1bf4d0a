/* t_supervise_store.c - panels from the register into the supervision, its
 * rows and signals into the database. */
#include "estate.h"

#include "alarm/code.h"
#include "alarm/supervise_run.h"
#include "alarm/supervise_store.h"
#include "gen/stmt.h"

static const struct supervise_limits limits = {
	.tolerance_percent = 50,
	.tolerance_min_s = 30,
	.wait_s = 10,
	.skew_max_s = 60,
	.storm_count = 20,
	.storm_window_s = 60,
};

struct world {
	struct store *s;
	struct estate e;
	struct supervise *sup;
	struct watch_cursor at;
	struct watch_gones gone;
};

static int64_t
panel_make(struct world *w, int account, const char *more)
{
	struct store *s = w->s;

	return estate_add(
	    s, w->e.program, "panel",
	    ESTATE_TEXT("{\"name\":\"p%d\",\"site\":\"%lld\","
			"\"state\":\"live\",\"protocol\":\"dc09\","
			"\"account\":\"%d\",\"receiver_line\":\"R1L1\","
			"\"format\":\"sia\",\"encryption\":\"none\","
			"\"standby_h\":40,\"paths\":[\"ip\",\"4g\"]%s}",
			account, (long long)w->e.site, account, more));
}

static void
world_open(struct world *w, struct store *s)
{
	memset(w, 0, sizeof(*w));
	w->s = s;
	estate_make(s, &w->e);
	w->sup = supervise_new(&limits, NOON, 1000000);
}

static void
world_load(struct world *w, int64_t node)
{
	supervise_free(&w->sup);
	w->sup = supervise_new(&limits, NOON, 1000000);
	store_ok(w->s, watch_load(w->sup, w->s->db, node, &w->at, &w->gone,
				  &w->s->why));
}

static void
heard(struct world *w, int64_t panel, enum seen_path path)
{
	struct seen x = { .org = w->e.org,
			  .panel = panel,
			  .path = path,
			  .line = STR("R1L1"),
			  .peer = STR("192.0.2.1:7"),
			  .now_ms = NOON,
			  .seq = SEEN_NONE,
			  .device_ms = SEEN_NONE };

	supervise_seen(w->sup, &x);
}

static void
rows_save(struct world *w, int64_t node, int64_t now_ms)
{
	struct path_now rows[10];
	size_t n = supervise_rows(w->sup, 0, rows, 10);

	store_ok(w->s, db_begin(w->s->db, TX_WRITE, &w->s->why));
	store_ok(w->s,
		 path_rows_write(w->s->db, rows, n, node, now_ms, &w->s->why));
	store_ok(w->s, path_rows_drop(w->s->db, &w->gone, &w->s->why));
	store_ok(w->s, db_end(w->s->db, OK, &w->s->why));
	w->gone.n = 0;
}

static struct path_now
look(struct world *w, int64_t panel, enum path_role role)
{
	struct path_now p;

	assert_true(supervise_look(w->sup, panel, role, &p));
	return p;
}

static void
pass_s(struct world *w, int64_t from_s, int64_t to_s)
{
	for (int64_t t = from_s + 1; t <= to_s; t++)
		supervise_tick(w->sup, NOON + t * SECOND_MS,
			       1000000 + t * SECOND_MS);
}

#define BOTH                                                        \
	",\"interval_ip_s\":60,\"interval_4g_s\":3600,"             \
	"\"backup_by\":\"transport\",\"backup_transport\":\"tcp\"," \
	"\"tolerance_percent\":0"

static void
panels_come_with_their_paths(void **state)
{
	struct store *s = store_of(state);
	struct supervise_event e[4];
	struct world w;
	int64_t both, none;

	world_open(&w, s);
	both = panel_make(&w, 1001, BOTH);
	none = panel_make(&w, 1002, "");
	(void)panel_make(&w, 1003, ",\"interval_ip_s\":60");
	world_load(&w, 0);
	assert_int_equal(supervise_figures(w.sup).panels, 3);
	assert_int_equal(supervise_figures(w.sup).paths, 4);
	assert_int_equal(look(&w, none, PATH_MAIN).state, PATH_UNWATCHED);
	heard(&w, both, SEEN_UDP);
	heard(&w, both, SEEN_TCP);
	heard(&w, none, SEEN_UDP);
	/* 60 s, at least 30 s of tolerance, 10 s of waiting */
	pass_s(&w, 0, 101);
	assert_int_equal(supervise_take(w.sup, e, 4), 2);
	pass_s(&w, 101, 3639);
	assert_int_equal(supervise_take(w.sup, e, 4), 0);
	pass_s(&w, 3639, 3641);
	assert_int_equal(supervise_take(w.sup, e, 4), 1);
	assert_int_equal(e[0].role, PATH_BACKUP);
	assert_int_equal(e[0].org, w.e.org);
	assert_int_equal(e[0].site, w.e.site);
	assert_int_equal(e[0].customer, w.e.customer);
	assert_string_equal(e[0].account, "1001");
	supervise_free(&w.sup);
}

/* Two paths over 4G: told apart by the line, each with its own time. */
static void
each_path_has_its_own_interval_and_carrier(void **state)
{
	struct store *s = store_of(state);
	struct path_now main, backup;
	int64_t panel, other;
	struct world w;

	world_open(&w, s);
	panel = panel_make(&w, 1001,
			   ",\"interval_4g_s\":60,\"interval_ip_s\":30,"
			   "\"main_carrier\":\"4g\",\"backup_by\":\"line\","
			   "\"backup_line\":\"R1L9\",\"backup_carrier\":\"4g\","
			   "\"backup_interval_s\":600,\"backup_tolerance_"
			   "percent\":0");
	other = panel_make(&w, 1002, ",\"interval_4g_s\":60");
	world_load(&w, 0);
	(void)supervise_look(w.sup, panel, PATH_MAIN, &main);
	(void)supervise_look(w.sup, panel, PATH_BACKUP, &backup);
	assert_string_equal(main.carrier, "4g");
	assert_string_equal(backup.carrier, "4g");
	(void)supervise_look(w.sup, other, PATH_MAIN, &main);
	assert_string_equal(main.carrier, "4g");
	heard(&w, panel, SEEN_TCP);
	heard(&w, other, SEEN_TCP);
	assert_int_equal(look(&w, panel, PATH_MAIN).frames, 1);
	assert_int_equal(look(&w, panel, PATH_BACKUP).frames, 0);
	pass_s(&w, 0, 101);
	assert_int_equal(look(&w, panel, PATH_MAIN).state, PATH_OVERDUE);
	assert_int_equal(look(&w, panel, PATH_BACKUP).state, PATH_WAITING);
	pass_s(&w, 101, 639);
	assert_int_equal(look(&w, panel, PATH_BACKUP).state, PATH_WAITING);
	pass_s(&w, 639, 641);
	assert_int_equal(look(&w, panel, PATH_BACKUP).state, PATH_OVERDUE);
	supervise_free(&w.sup);
}

static void
rows_outlive_a_restart(void **state)
{
	struct store *s = store_of(state);
	struct path_now p;
	struct world w;
	int64_t a, b;

	world_open(&w, s);
	a = panel_make(&w, 1001, BOTH);
	b = panel_make(&w, 1002, BOTH);
	world_load(&w, 0);
	heard(&w, b, SEEN_UDP);
	pass_s(&w, 0, 95); /* a overdue while b's loss is held … */
	heard(&w, b, SEEN_UDP);
	pass_s(&w, 95, 105);
	assert_int_equal(look(&w, a, PATH_MAIN).state, PATH_OVERDUE);
	rows_save(&w, 0, NOON + 105 * SECOND_MS);
	world_load(&w, 0);
	p = look(&w, a, PATH_MAIN);
	assert_int_equal(p.state, PATH_OVERDUE);
	assert_true(p.since_ms > NOON + 90 * SECOND_MS);
	assert_true(p.seen_ms == SEEN_NONE);
	p = look(&w, b, PATH_MAIN);
	assert_int_equal(p.state, PATH_UP);
	assert_int_equal(p.frames, 2);
	assert_true(p.is_udp);
	assert_string_equal(p.peer, "192.0.2.1:7");
	assert_string_equal(p.line, "R1L1");
	supervise_free(&w.sup);
}

static void
what_another_node_has_heard(void **state)
{
	struct store *s = store_of(state);
	struct world w;
	int64_t a;

	world_open(&w, s);
	a = panel_make(&w, 1001, BOTH);
	world_load(&w, 1);
	heard(&w, a, SEEN_UDP);
	rows_save(&w, 1, NOON);
	world_load(&w, 0);
	assert_int_equal(look(&w, a, PATH_MAIN).state, PATH_ELSEWHERE);
	assert_int_equal(look(&w, a, PATH_BACKUP).state, PATH_WAITING);
	heard(&w, a, SEEN_UDP);
	assert_int_equal(look(&w, a, PATH_MAIN).state, PATH_UP);
	/* It goes back to node 1, which writes later than this one. */
	store_ok(s, db_script(s->db,
			      "UPDATE path_state SET node = 1, seen_ms = "
			      "seen_ms + 60000 WHERE path = 'main'",
			      &s->why));
	pass_s(&w, 0, 93);
	store_ok(s, watch_elsewhere(w.sup, s->db, 0, &s->why));
	assert_int_equal(look(&w, a, PATH_MAIN).state, PATH_ELSEWHERE);
	/* What this one writes now does not go over it. */
	rows_save(&w, 0, NOON);
	world_load(&w, 1);
	assert_int_equal(look(&w, a, PATH_MAIN).state, PATH_UP);
	supervise_free(&w.sup);
}

static void
is_day(struct store *s, const struct val *row, const char *day, int64_t up_s,
       int64_t frames)
{
	assert_true(str_is(row[0].s, day));
	assert_int_equal(row[1].i, up_s);
	assert_int_equal(row[2].i, frames);
	assert_int_equal(row[3].i, up_s);
	(void)s;
}

static void
a_day_has_a_row_and_midnight_parts_the_time(void **state)
{
	static const struct stmt days = {
		.name = "t_days",
		.sql = { "SELECT day, up_s, frames, online_s FROM path_day"
			 " WHERE org = $1 AND path = 'main' ORDER BY day",
			 "SELECT day, up_s, frames, online_s FROM path_day"
			 " WHERE org = $1 AND path = 'main' ORDER BY day" },
		.n_args = 1,
	};
	static int no = -1;
	struct store *s = store_of(state);
	struct rows rows;
	struct world w;
	int64_t panel;

	if (no < 0)
		no = stmt_add(&days);
	world_open(&w, s);
	panel = panel_make(&w, 1001, ",\"interval_ip_s\":10000");
	world_load(&w, 0);
	heard(&w, panel, SEEN_UDP);
	pass_s(&w, 0, 600); /* NOON is 22:13:20 in Shanghai */
	rows_save(&w, 0, NOON + 600 * SECOND_MS);
	heard(&w, panel, SEEN_UDP);
	pass_s(&w, 600, 7200);
	for (int i = 0; i < SUPERVISE_SHARES; i++)
		rows_save(&w, 0, NOON + 7200 * SECOND_MS);
	store_ok(s, db_run(s->db, no, ARGS(val_int(w.e.org)), &s->a, &rows,
			   &s->why));
	assert_int_equal(rows.n, 2);
	is_day(s, rows_at(&rows, 0), "2026-09-21", 6400, 1);
	is_day(s, rows_at(&rows, 1), "2026-09-22", 800, 1);
	supervise_free(&w.sup);
}

/* Of a whole panel; of a zone is none. */
static void
service_modes_are_followed(void **state)
{
	struct watch_service *last = mem_alloc(sizeof(*last));
	struct store *s = store_of(state);
	struct path_now row;
	struct world w;
	int64_t panel;

	world_open(&w, s);
	panel = panel_make(&w, 1001, BOTH);
	world_load(&w, 0);
	*last = (struct watch_service){ 0 };
	store_ok(
	    s, db_script(s->db,
			 ESTATE_TEXT("INSERT INTO service_mode (id, org, "
				     "version, created_ms, changed_ms, state, "
				     "panel, until_ms, purpose) VALUES (811, "
				     "%lld, 1, 1, 1, 'active', %lld, 99, 'x')",
				     (long long)w.e.org, (long long)panel),
			 &s->why));
	heard(&w, panel, SEEN_UDP);
	store_ok(s, watch_service(w.sup, s->db, last, &s->why));
	assert_int_equal(last->n, 1);
	pass_s(&w, 0, 30);
	store_ok(s, db_script(s->db, "UPDATE service_mode SET zones = '3'",
			      &s->why));
	store_ok(s, watch_service(w.sup, s->db, last, &s->why));
	assert_int_equal(last->n, 0);
	pass_s(&w, 30, 40);
	while (supervise_rows(w.sup, 0, &row, 1) == 0 || row.role != PATH_MAIN)
		;
	assert_int_equal(row.sums.service_s, 30);
	assert_int_equal(row.sums.online_s, 10);
	supervise_free(&w.sup);
	mem_free(last);
}

static void
changes_are_seen(void **state)
{
	struct store *s = store_of(state);
	struct rows rows;
	struct world w;
	int64_t a;

	world_open(&w, s);
	world_load(&w, 0);
	a = panel_make(&w, 1001, BOTH);
	store_ok(s, watch_changes(w.sup, s->db, NOON, &w.at, &w.gone, &s->why));
	assert_int_equal(look(&w, a, PATH_BACKUP).state, PATH_WAITING);
	rows_save(&w, 0, NOON);
	store_ok(s, db_script(s->db,
			      "UPDATE panel SET state = 'suspended', "
			      "changed_ms = changed_ms + 1",
			      &s->why));
	store_ok(s, watch_changes(w.sup, s->db, NOON, &w.at, &w.gone, &s->why));
	assert_int_equal(supervise_figures(w.sup).panels, 0);
	rows_save(&w, 0, NOON);
	store_ok(s, db_run(s->db, STMT_PATH_ALL,
			   ARGS(val_int(0), val_text(STR("")), val_int(10)),
			   &s->a, &rows, &s->why));
	assert_int_equal(rows.n, 0);
	supervise_free(&w.sup);
}

static void
script(struct store *s, const char *sql)
{
	store_ok(s, db_script(s->db, sql, &s->why));
}

/* Its loss was told; what is back is told, whatever was in between. */
static void
an_overdue_panel_comes_back_from_suspension(void **state)
{
	struct store *s = store_of(state);
	struct supervise_event e[4];
	struct world w;
	int64_t a;

	world_open(&w, s);
	a = panel_make(&w, 1001, BOTH);
	world_load(&w, 0);
	script(s, ESTATE_TEXT("INSERT INTO panel_event (panel, zone_no, code, "
			      "org, format, class, part_no, signal, began_ms) "
			      "VALUES (%lld, -1, 'path_overdue', %lld, 'own', "
			      "'supervision', -1, 1, 1)",
			      (long long)a, (long long)w.e.org));
	script(s, "UPDATE panel SET state = 'suspended', "
		  "changed_ms = changed_ms + 1");
	store_ok(s, watch_changes(w.sup, s->db, NOON, &w.at, &w.gone, &s->why));
	script(s,
	       "UPDATE panel SET state = 'live', changed_ms = changed_ms + 1");
	store_ok(s, watch_changes(w.sup, s->db, NOON, &w.at, &w.gone, &s->why));
	assert_int_equal(look(&w, a, PATH_MAIN).state, PATH_WAITING);
	heard(&w, a, SEEN_TCP); /* the backup owes nothing */
	heard(&w, a, SEEN_UDP);
	heard(&w, a, SEEN_UDP);
	pass_s(&w, 0, 3);
	assert_int_equal(supervise_take(w.sup, e, 4), 1);
	assert_int_equal(e[0].kind, SUPERVISE_RESTORED);
	assert_int_equal(e[0].role, PATH_MAIN);
	supervise_free(&w.sup);
}

/* As when the demo company is removed: no row is left that has changed. */
static void
panels_of_a_removed_organisation_are_forgotten(void **state)
{
	struct store *s = store_of(state);
	struct watch_orgs orgs = { 0 };
	struct watched other = { .panel = 70, .org = 7, .interval_s = { 60 } };
	struct path_now was;
	struct world w;
	int64_t ours;

	world_open(&w, s);
	ours = panel_make(&w, 1001, BOTH);
	world_load(&w, 0);
	for (int i = 0; i < 2; i++) {
		script(s, "INSERT INTO org (id, name, zone, is_demo, "
			  "created_ms) VALUES (7, 'x', 'Asia/Shanghai', 1, 0)");
		other.account = other.line = other.region = STR("");
		other.carrier[PATH_MAIN] = STR("ip");
		supervise_watch(w.sup, &other);
		store_ok(s,
			 watch_removed(w.sup, s->db, &orgs, &w.gone, &s->why));
		assert_int_equal(supervise_figures(w.sup).panels, 2);
		assert_int_equal(w.gone.n, i);
		script(s, "DELETE FROM org WHERE id = 7");
		store_ok(s,
			 watch_removed(w.sup, s->db, &orgs, &w.gone, &s->why));
		assert_int_equal(w.gone.n, i + 1);
		assert_int_equal(w.gone.v[i].panel, 70);
	}
	assert_true(supervise_look(w.sup, ours, PATH_MAIN, &was));
	assert_false(supervise_look(w.sup, 70, PATH_MAIN, &was));
	supervise_free(&w.sup);
}

/* ---- the threads ---- */

struct running {
	struct lane *writer;
	struct stream *stream;
	struct supervise_run *run;
};

static void
running_open(struct running *r, struct store *s)
{
	struct lane_conf lane = { .name = "write",
				  .url = s->url,
				  .tx = TX_WRITE,
				  .threads = 1,
				  .batch_max = 64,
				  .queue_max = 64 };
	struct stream_conf stream = { .url = s->url, .queue_max = 64 };
	struct supervise_run_conf run = { .url = s->url,
					  .limits = limits,
					  .sample_ms = 1000 };

	store_ok(s, lane_open(&lane, &r->writer, &s->why));
	stream.writer = r->writer;
	store_ok(s, stream_open(&stream, &r->stream, &s->why));
	run.writer = r->writer;
	run.stream = r->stream;
	store_ok(s, supervise_open(&run, &r->run, &s->why));
}

static void
running_close(struct running *r)
{
	supervise_close(&r->run);
	stream_close(&r->stream);
	lane_close(&r->writer);
}

/* A test that was missing before the restart comes at last. */
static void
events_become_signals(void **state)
{
	struct store *s = store_of(state);
	struct running r;
	struct rows rows;
	struct world w;
	int64_t a;

	world_open(&w, s);
	a = panel_make(&w, 1001, ",\"test_interval_h\":24");
	world_load(&w, 0);
	rows_save(&w, 0, NOON);
	supervise_free(&w.sup);
	store_ok(s, db_script(s->db, "UPDATE path_state SET test_missing = 1",
			      &s->why));
	running_open(&r, s);
	w.sup = supervise_of(r.run);
	assert_true(look(&w, a, PATH_MAIN).test_missing);
	heard(&w, a, SEEN_UDP);
	assert_true(stream_wait(r.stream, 0, 5000) > 0);
	running_close(&r);
	store_ok(s, db_run(s->db, STMT_PATH_ALL,
			   ARGS(val_int(0), val_text(STR("")), val_int(10)),
			   &s->a, &rows, &s->why));
	assert_int_equal(rows.n, 1);
	assert_int_equal(rows.v[15].i, 0); /* test_missing */
	assert_int_equal(rows.v[16].i, 1); /* frames */
	store_ok(s, db_script(s->db,
			      "DELETE FROM signal WHERE source = 'own' AND "
			      "format = 'own' AND code = 'test_came' AND role "
			      "= 'trouble_restore' AND class = 'supervision' "
			      "AND state = 'decoded' AND account = '1001'",
			      &s->why));
	store_ok(s, db_run(s->db, STMT_SIGNAL_GREATEST, NO_ARGS, &s->a, &rows,
			   &s->why));
	assert_int_equal(rows.v[0].i, 0); /* it was that one and no other */
}

static int
start(void **state)
{
	struct why why = { 0 };

	if (estate_start(state) != 0)
		return -1;
	return codes_load("packs", &why) == OK ? 0 : -1;
}

static int
stop(void **state)
{
	codes_free();
	return estate_stop(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(panels_come_with_their_paths),
		STORE_TEST(each_path_has_its_own_interval_and_carrier),
		STORE_TEST(rows_outlive_a_restart),
		STORE_TEST(what_another_node_has_heard),
		STORE_TEST(a_day_has_a_row_and_midnight_parts_the_time),
		STORE_TEST(service_modes_are_followed),
		STORE_TEST(changes_are_seen),
		STORE_TEST(an_overdue_panel_comes_back_from_suspension),
		STORE_TEST(panels_of_a_removed_organisation_are_forgotten),
		STORE_TEST(events_become_signals),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
