/* t_directory.c - whose frame is it: line and account, account alone, keys,
 * policies; edits are seen. */
#include "estate.h"

#include "alarm/directory.h"
#include "alarm/directory_table.h"
#include "kind/secret.h"

#define KEY_HEX "00112233445566778899AABBCCDDEEFF"

struct town {
	struct estate e;
	struct directory *d;
	char folder[64], key[80];
};

static void
town_open(struct town *t, struct store *s)
{
	(void)snprintf(t->folder, sizeof(t->folder), "/tmp/anwei-d-XXXXXX");
	assert_non_null(mkdtemp(t->folder));
	(void)snprintf(t->key, sizeof(t->key), "%s/k", t->folder);
	store_ok(s, secret_key_open(t->key, &s->why));
	estate_make(s, &t->e);
	store_ok(s, directory_open(&(struct directory_conf){ .url = s->url },
				   &t->d, &s->why));
}

static void
town_close(struct town *t)
{
	directory_close(&t->d);
	secret_key_close();
	(void)unlink(t->key);
	(void)rmdir(t->folder);
}

static int64_t
panel_add(struct store *s, struct town *t, const char *account,
	  const char *line, const char *more)
{
	return estate_add(
	    s, t->e.program, "panel",
	    ESTATE_TEXT("{\"name\":\"主机\",\"site\":\"%lld\",\"state\":"
			"\"live\",\"protocol\":\"dc09\",\"account\":\"%s\","
			"\"receiver_line\":\"%s\",\"format\":\"sia\","
			"\"paths\":[\"ip\"],\"standby_h\":80%s}",
			(long long)t->e.site, account, line, more));
}

#define PLAIN ",\"encryption\":\"none\""

static void
secret_set(struct store *s, struct town *t, const char *name, const char *value)
{
	struct task task = people_task(s, TX_WRITE, NOON, t->e.program);

	store_ok(s, people_end(s, &task,
			       secret_put(&task, str_of(name), str_of(value))));
}

static struct dir_panel
find(struct town *t, const char *receiver, const char *line,
     const char *account)
{
	struct dir_panel p;

	directory_find(t->d, str_of(receiver), str_of(line), str_of(account),
		       &p);
	return p;
}

static void
line_and_account_then_account_alone(void **state)
{
	struct store *s = store_of(state);
	struct town t;
	int64_t a, b, c;

	town_open(&t, s);
	assert_int_equal(find(&t, "", "0", "12AF").panel, 0);
	assert_int_equal(find(&t, "", "0", "12AF").org, t.e.org);
	a = panel_add(s, &t, "12AF", "R1L1", PLAIN);
	b = panel_add(s, &t, "12AF", "R1L2", PLAIN);
	c = panel_add(s, &t, "0777", "L0", PLAIN);
	store_ok(s, directory_refresh(t.d, true, &s->why));
	assert_int_equal(directory_count(t.d), 3);
	assert_int_equal(find(&t, "1", "1", "12AF").panel, a);
	assert_int_equal(find(&t, "01", "0001", "12af").panel, a);
	assert_int_equal(find(&t, "1", "2", "12AF").panel, b);
	/* Two have it, neither on this line. */
	assert_int_equal(find(&t, "", "", "12AF").panel, 0);
	/* One has it: whatever the line says. */
	assert_int_equal(find(&t, "9", "9", "0777").panel, c);
	/* Leading zeros count. */
	assert_int_equal(find(&t, "", "", "777").panel, 0);
	assert_int_equal(find(&t, "", "", "0777").site, t.e.site);
	assert_int_equal(find(&t, "", "", "0777").customer, t.e.customer);
	assert_int_equal(find(&t, "", "", "").panel, 0);
	/* An edit is seen without reading everything. */
	store_ok(s,
		 db_script(s->db,
			   ESTATE_TEXT("UPDATE panel SET account = '0888', "
				       "changed_ms = %lld WHERE id = %lld",
				       (long long)time_now_ms(), (long long)c),
			   &s->why));
	store_ok(s, directory_refresh(t.d, false, &s->why));
	assert_int_equal(find(&t, "", "", "0777").panel, 0);
	assert_int_equal(find(&t, "", "", "0888").panel, c);
	assert_int_equal(directory_count(t.d), 3);
	town_close(&t);
}

/* Its account may be another panel's by now. */
static void
another_protocol_is_none_of_ours(void **state)
{
	struct store *s = store_of(state);
	struct town t;
	int64_t a;

	town_open(&t, s);
	a = panel_add(s, &t, "1234", "L0", PLAIN);
	store_ok(s, directory_refresh(t.d, true, &s->why));
	assert_int_equal(find(&t, "", "0", "1234").panel, a);
	for (int i = 0; i < 2; i++) {
		store_ok(s, db_script(s->db,
				      ESTATE_TEXT("UPDATE panel SET protocol = "
						  "'other', changed_ms = %lld",
						  (long long)time_now_ms()),
				      &s->why));
		store_ok(s, directory_refresh(t.d, false, &s->why));
		assert_int_equal(find(&t, "", "0", "1234").panel, 0);
		assert_int_equal(directory_count(t.d), 0);
	}
	town_close(&t);
}

static void
closed_ones_give_way(void **state)
{
	struct store *s = store_of(state);
	struct town t;
	int64_t old, new;
	struct task task;
	struct reg_row row;

	town_open(&t, s);
	old = panel_add(s, &t, "1234", "L0", PLAIN);
	task = people_task(s, TX_WRITE, NOON + 1, t.e.program);
	store_ok(s, people_end(s, &task,
			       reg_retire(&task, reg_find(STR("panel")), old, 0,
					  true, STR("x"), &row)));
	store_ok(s, directory_refresh(t.d, true, &s->why));
	assert_int_equal(find(&t, "", "0", "1234").panel, old);
	assert_false(find(&t, "", "0", "1234").in_use);
	new = panel_add(s, &t, "1234", "L5", PLAIN);
	store_ok(s, directory_refresh(t.d, true, &s->why));
	assert_int_equal(find(&t, "", "0", "1234").panel, new);
	assert_true(find(&t, "", "0", "1234").in_use);
	town_close(&t);
}

static void
keys_are_the_panels_else_the_lines(void **state)
{
	struct store *s = store_of(state);
	struct town t;
	struct dir_panel p;

	town_open(&t, s);
	secret_set(s, &t, "own", KEY_HEX);
	secret_set(s, &t, "of_line", "text:1234567890123456");
	(void)panel_add(s, &t, "1001", "R1L1",
			",\"encryption\":\"aes128\",\"key_ref\":\"own\"");
	(void)panel_add(s, &t, "1002", "R1L1", ",\"encryption\":\"aes128\"");
	(void)panel_add(s, &t, "1003", "R1L1",
			",\"encryption\":\"aes128\",\"key_ref\":\"lost\","
			"\"time_tolerance_s\":90,\"clock_offset_min\":60");
	(void)estate_add(s, t.e.program, "receiver",
			 "{\"name\":\"甲\",\"line\":\"R01L1\",\"key_ref\":"
			 "\"of_line\",\"unknown_answer\":\"silent\","
			 "\"plain_answer\":\"accept\"}");
	store_ok(s, directory_refresh(t.d, true, &s->why));
	p = find(&t, "1", "1", "1001");
	assert_int_equal(p.key.n, 16);
	assert_int_equal(p.key.b[1], 0x11);
	assert_true(p.must_encrypt);
	assert_int_equal(p.time_tolerance_ms, 0);
	assert_int_equal(p.plain, ANSWER_ACCEPT);
	p = find(&t, "1", "1", "1002");
	assert_int_equal(p.key.n, 16);
	assert_memory_equal(p.key.b, "1234567890123456", 16);
	p = find(&t, "1", "1", "1003");
	assert_int_equal(p.key.n, 0);
	assert_true(p.key_is_missing);
	assert_int_equal(p.time_tolerance_ms, 90 * SECOND_MS);
	assert_int_equal(p.offset_ms, 3600000);
	/* Unknown: the line's key and policy; another line: none. */
	p = find(&t, "1", "1", "9999");
	assert_int_equal(p.panel, 0);
	assert_int_equal(p.key.n, 16);
	assert_int_equal(p.unknown, ANSWER_SILENT);
	p = find(&t, "1", "2", "9999");
	assert_int_equal(p.key.n, 0);
	assert_int_equal(p.unknown, ANSWER_ACK);
	assert_int_equal(p.plain, ANSWER_DUH);
	/* The missing one comes. */
	secret_set(s, &t, "lost", KEY_HEX);
	store_ok(s, directory_refresh(t.d, true, &s->why));
	assert_int_equal(find(&t, "1", "1", "1003").key.n, 16);
	town_close(&t);
}

/* Without reading everything: as an edit of the panel itself. */
static void
a_template_and_a_dropped_key_count_at_once(void **state)
{
	struct store *s = store_of(state);
	int64_t template, now_ms = time_now_ms();
	struct task task;
	struct town t;

	town_open(&t, s);
	secret_set(s, &t, "own", KEY_HEX);
	template = estate_add(s, t.e.program, "panel_template",
			      "{\"name\":\"型号\",\"dialect\":\"standard\"}");
	(void)panel_add(
	    s, &t, "1001", "R1L1",
	    ESTATE_TEXT(",\"encryption\":\"aes128\",\"key_ref\":\"own\","
			"\"template\":\"%lld\",\"backup_by\":\"line\","
			"\"backup_line\":\"R7L7\"",
			(long long)template));
	(void)panel_add(s, &t, "1001", "R1L2", PLAIN);
	store_ok(s, directory_refresh(t.d, true, &s->why));
	assert_int_equal(find(&t, "1", "1", "1001").key.n, 16);
	/* the line of its backup path is its own */
	assert_int_equal(find(&t, "7", "7", "1001").key.n, 16);
	store_ok(s, db_script(s->db,
			      ESTATE_TEXT("UPDATE panel_template SET dialect = "
					  "'odd', changed_ms = %lld",
					  (long long)now_ms),
			      &s->why));
	task = people_task(s, TX_WRITE, now_ms, t.e.program);
	store_ok(s, people_end(s, &task, secret_drop(&task, STR("own"))));
	store_ok(s, directory_refresh(t.d, false, &s->why));
	assert_string_equal(find(&t, "1", "1", "1001").dialect, "odd");
	assert_int_equal(find(&t, "1", "1", "1001").key.n, 0);
	assert_true(find(&t, "1", "1", "1001").key_is_missing);
	town_close(&t);
}

static void
lines_are_read_as_people_write_them(void **state)
{
	struct line_no no;

	(void)state;
	assert_true(line_parse(STR("R1L1"), &no));
	assert_true(no.receiver == 1 && no.line == 1);
	assert_true(line_parse(STR("r00FfL0A"), &no));
	assert_true(no.receiver == 0xff && no.line == 10);
	assert_true(line_parse(STR("L7"), &no));
	assert_true(no.receiver == 0 && no.line == 7);
	assert_true(line_parse(STR("R2"), &no));
	assert_true(no.receiver == 2 && no.line == 0);
	assert_false(line_parse(STR("X1"), &no));
	assert_false(line_parse(STR("R1LG"), &no));
	assert_false(line_parse(STR("R1234567L1"), &no));
}

/* Thousands of panels, changed and dropped: all are found, none too many. */
static void
many_panels_stay_findable(void **state)
{
	enum { MANY = 20000 };
	struct line_no line = { 0 };
	struct dir_table t;
	char text[17];

	(void)state;
	dir_table_init(&t);
	for (int turn = 1; turn <= 2; turn++) {
		t.turn++;
		for (int64_t i = 1; i <= MANY; i++) {
			struct dir_panel p = { .panel = i,
					       .org = 1 + i % 2,
					       .in_use = true };

			if (turn == 2 && i % 3 == 0)
				continue;
			(void)snprintf(text, sizeof(text), "%05llX",
				       (long long)(i * turn));
			dir_table_put(&t, &p, str_of(text), &line);
		}
		dir_table_sweep(&t);
	}
	assert_int_equal(t.count, MANY - MANY / 3);
	assert_int_equal(dir_table_only_org(&t), 0);
	for (int64_t i = 1; i <= MANY; i++) {
		const struct dir_panel *p;

		(void)snprintf(text, sizeof(text), "%05llx",
			       (long long)(i * 2));
		p = dir_table_find(&t, line, 0, str_of(text));
		if (i % 3 == 0)
			assert_null(p);
		else
			assert_int_equal(p == NULL ? 0 : p->panel, i);
	}
	dir_table_release(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(line_and_account_then_account_alone),
		STORE_TEST(another_protocol_is_none_of_ours),
		STORE_TEST(closed_ones_give_way),
		STORE_TEST(keys_are_the_panels_else_the_lines),
		STORE_TEST(a_template_and_a_dropped_key_count_at_once),
		cmocka_unit_test(lines_are_read_as_people_write_them),
		cmocka_unit_test(many_panels_stay_findable),
	};

	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
