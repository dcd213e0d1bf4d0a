/* t_commission.c - a panel goes live when every zone was seen, not before. */
#include "signals.h"

#include <string.h>

#include "alarm/commission.h"
#include "alarm/raise.h"
#include "estate/estate.h"
#include "kind/secret.h"

struct plant {
	struct store *s;
	struct estate e;
	int64_t panel;
};

static void
zone_make(struct plant *p, int number)
{
	struct store *s = p->s;

	(void)estate_add(s, p->e.program, "zone",
			 ESTATE_TEXT("{\"name\":\"zone %d\",\"panel\":\"%lld\","
				     "\"number\":%d,\"zone_type\":\"instant\","
				     "\"detector\":\"pir\",\"principle\":"
				     "\"infrared\"}",
				     number, (long long)p->panel, number));
}

/* An installed panel with so many zones. */
static struct plant
plant_make(void **state, const char *encryption, int zones)
{
	struct store *s = store_of(state);
	struct plant p = { .s = s };

	estate_make(s, &p.e);
	p.panel = estate_add(
	    s, p.e.program, "panel",
	    ESTATE_TEXT("{\"name\":\"panel\",\"site\":\"%lld\",\"state\":"
			"\"installed\",\"protocol\":\"dc09\",\"account\":"
			"\"1234\",\"receiver_line\":\"L0\",\"format\":\"sia\","
			"\"encryption\":\"%s\",\"key_ref\":\"panel.1234\","
			"\"paths\":[\"ip\"],\"standby_h\":40}",
			(long long)p.e.site, encryption));
	for (int i = 1; i <= zones; i++)
		zone_make(&p, i);
	return p;
}

static void
signal_of(struct plant *p, int64_t at_ms, int64_t zone_no, const char *role)
{
	(void)signal_add(p->s, (struct signal_in){ .at_ms = at_ms,
						   .org = p->e.org,
						   .panel = p->panel,
						   .site = p->e.site,
						   .zone_no = zone_no,
						   .role = role });
}

static struct commission
look(struct plant *p)
{
	struct task t = people_task(p->s, TX_READ, NOON, p->e.program);
	struct commission c;

	store_ok(p->s, people_end(p->s, &t, commission_load(&t, p->panel, &c)));
	return c;
}

static enum err
begin(struct plant *p, int64_t at_ms)
{
	struct task t = people_task(p->s, TX_WRITE, at_ms, p->e.program);
	struct reg_row row;

	return people_end(p->s, &t, commission_begin(&t, p->panel, 0, &row));
}

static enum err
live(struct plant *p, int64_t at_ms)
{
	struct task t = people_task(p->s, TX_WRITE, at_ms, p->e.program);
	struct reg_row row;

	return people_end(p->s, &t,
			  commission_live(&t, p->panel, 0, STR("Wang"), &row));
}

static enum err
set_state(struct plant *p, const char *state)
{
	struct task t = people_task(p->s, TX_WRITE, NOON, p->e.program);
	struct reg_input in = reg_input_new(t.a, &panel_reg);
	size_t i = reg_field(&panel_reg, "state");
	struct reg_row row;

	in.set[i] = true;
	in.v[i] = val_text(str_of(state));
	return people_end(p->s, &t,
			  reg_update(&t, &panel_reg, p->panel, 0, &in, "update",
				     &row));
}

static bool
says(struct plant *p, const char *words)
{
	return strstr(p->s->why.text[LANG_EN], words) != NULL;
}

static const struct val *
value(struct commission *c, const char *field)
{
	return reg_val(&panel_reg, c->panel.v, field);
}

static void
a_panel_goes_live_when_every_zone_was_seen(void **state)
{
	struct plant p = plant_make(state, "none", 2);
	struct commission c;

	store_ok(p.s, begin(&p, NOON));
	signal_of(&p, NOON + MINUTE_MS, 1, "alarm");
	c = look(&p);
	assert_int_equal(c.n_zones, 2);
	assert_int_equal(c.n_seen, 1);
	assert_int_equal(c.zones[0].seen_ms, NOON + MINUTE_MS);
	assert_int_equal(c.zones[1].seen_ms, 0);
	assert_true(c.lacks[LACK_SEEN]);
	store_fails(p.s, ERR_STATE, live(&p, NOON + 2 * MINUTE_MS));
	assert_true(says(&p, "1 of 2 zones"));
	assert_true(says(&p, "seen of 2"));

	signal_of(&p, NOON + 2 * MINUTE_MS, 2, "trouble");
	store_ok(p.s, live(&p, NOON + 3 * MINUTE_MS));
	c = look(&p);
	assert_true(str_is(c.state, "live"));
	assert_int_equal(value(&c, "accepted_ms")->i, NOON + 3 * MINUTE_MS);
	assert_true(str_is(value(&c, "accepted_by")->s, "Wang"));
	store_fails(p.s, ERR_STATE, begin(&p, NOON + 4 * MINUTE_MS));
}

static void
what_came_before_or_says_nothing_is_no_test(void **state)
{
	struct plant p = plant_make(state, "none", 2);

	signal_of(&p, NOON - MINUTE_MS, 1, "alarm");
	store_ok(p.s, begin(&p, NOON));
	signal_of(&p, NOON + MINUTE_MS, 1, "bypass");
	signal_of(&p, NOON + MINUTE_MS, 2, "restore");
	signal_of(&p, NOON + MINUTE_MS, 3, "alarm"); /* no such zone */
	assert_int_equal(look(&p).n_seen, 0);
	signal_of(&p, NOON + MINUTE_MS, 1, "test");
	assert_int_equal(look(&p).n_seen, 1);
	/* begun again: all from the start */
	store_ok(p.s, begin(&p, NOON + 5 * MINUTE_MS));
	assert_int_equal(look(&p).n_seen, 0);
}

static void
without_zones_or_beginning_nothing_goes_live(void **state)
{
	struct plant p = plant_make(state, "none", 0);

	store_fails(p.s, ERR_STATE, live(&p, NOON));
	assert_true(says(&p, "begin commissioning"));
	store_ok(p.s, begin(&p, NOON));
	store_fails(p.s, ERR_STATE, live(&p, NOON));
	assert_true(says(&p, "no zones"));
}

static void
key_put(struct plant *p, const char *value)
{
	struct task t = people_task(p->s, TX_WRITE, NOON, p->e.program);

	store_ok(p->s,
		 people_end(p->s, &t,
			    secret_put(&t, STR("panel.1234"), str_of(value))));
}

static void
an_encrypting_panel_needs_its_key(void **state)
{
	struct plant p = plant_make(state, "aes128", 1);
	char folder[] = "/tmp/anwei-c-XXXXXX", path[64];
	struct commission c;

	assert_non_null(mkdtemp(folder));
	(void)snprintf(path, sizeof(path), "%s/k", folder);
	store_ok(p.s, secret_key_open(path, &p.s->why));
	store_ok(p.s, begin(&p, NOON));
	signal_of(&p, NOON + MINUTE_MS, 1, "alarm");
	c = look(&p);
	assert_true(c.needs_key && !c.has_key && c.lacks[LACK_KEY]);
	store_fails(p.s, ERR_STATE, live(&p, NOON + MINUTE_MS));
	assert_true(says(&p, "key is not set"));
	key_put(&p, "text:1234567890123456");
	store_ok(p.s, live(&p, NOON + MINUTE_MS));
	secret_key_close();
	(void)unlink(path);
	(void)rmdir(folder);
}

static void
the_form_is_no_way_around(void **state)
{
	struct plant p = plant_make(state, "none", 1);

	store_fails(p.s, ERR_INVALID, set_state(&p, "live"));
	store_fails(p.s, ERR_INVALID, set_state(&p, "commissioning"));
	store_ok(p.s, begin(&p, NOON));
	store_fails(p.s, ERR_INVALID, set_state(&p, "live"));
	signal_of(&p, NOON + MINUTE_MS, 1, "alarm");
	store_ok(p.s, live(&p, NOON + MINUTE_MS));
	/* interrupted and taken up again: no second acceptance */
	store_ok(p.s, set_state(&p, "suspended"));
	store_ok(p.s, set_state(&p, "live"));
	/* but back to the drawing board means all of it again */
	store_ok(p.s, set_state(&p, "installed"));
	store_fails(p.s, ERR_INVALID, set_state(&p, "live"));
}

static void
a_refusal_names_a_dozen_zones_at_most(void **state)
{
	struct plant p = plant_make(state, "none", 40);

	store_ok(p.s, begin(&p, NOON));
	store_fails(p.s, ERR_STATE, live(&p, NOON));
	assert_true(says(&p, "40 of 40 zones"));
	assert_true(says(&p, "10, 11, 12 …"));
	assert_false(says(&p, "13"));
}

static const struct stmt fate_get = {
	.name = "t_fate_get",
	.sql = { "SELECT fate FROM signal_fate WHERE org = $1 AND signal = $2",
		 "SELECT fate FROM signal_fate WHERE org = $1 AND signal = "
		 "$2" },
	.n_args = 2,
};

/* What the raiser makes of a hold-up of the panel. */
static struct str
fate_of(struct plant *p, int64_t at_ms)
{
	struct task t = people_task(p->s, TX_WRITE, at_ms, p->e.program);
	struct signal s = { .id = id_new(at_ms),
			    .org = p->e.org,
			    .received_ms = at_ms,
			    .device_ms = SIGNAL_NONE,
			    .source = STR("dc09"),
			    .panel = p->panel,
			    .site = p->e.site,
			    .customer = p->e.customer,
			    .format = STR("sia"),
			    .code = STR("HA"),
			    .role = STR("alarm"),
			    .class = STR("holdup"),
			    .priority = 1,
			    .part_no = SIGNAL_NONE,
			    .zone_no = 1,
			    .user_no = SIGNAL_NONE,
			    .state = STR(SIGNAL_DECODED) };
	static int get = -1;
	struct rows rows;

	if (get < 0)
		get = stmt_add(&fate_get);
	store_ok(p->s, raise_signal(&t, &s));
	store_ok(p->s, db_run(t.db, get, ARGS(val_int(p->e.org), val_int(s.id)),
			      t.a, &rows, &t.why));
	store_ok(p->s, people_end(p->s, &t, OK));
	assert_int_equal(rows.n, 1);
	return rows.v[0].s;
}

static void
a_test_does_not_reach_the_desk(void **state)
{
	struct plant p = plant_make(state, "none", 1);

	store_ok(p.s, begin(&p, NOON));
	assert_true(str_is(fate_of(&p, NOON + MINUTE_MS), "test"));
	signal_of(&p, NOON + MINUTE_MS, 1, "alarm");
	store_ok(p.s, live(&p, NOON + 2 * MINUTE_MS));
	assert_true(str_is(fate_of(&p, NOON + 3 * MINUTE_MS), "raised"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_panel_goes_live_when_every_zone_was_seen),
		STORE_TEST(what_came_before_or_says_nothing_is_no_test),
		STORE_TEST(without_zones_or_beginning_nothing_goes_live),
		STORE_TEST(an_encrypting_panel_needs_its_key),
		STORE_TEST(the_form_is_no_way_around),
		STORE_TEST(a_test_does_not_reach_the_desk),
		STORE_TEST(a_refusal_names_a_dozen_zones_at_most),
	};

	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
