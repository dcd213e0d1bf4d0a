/* t_held.c - what rules hold back, as people see it: episodes. */
#include "raise.h"

#include "alarm/held.h"
#include "estate/estate.h"

#define assert_fate(s, r, id, word) \
	assert_str(raise_fate_of((s), (r), (id), NULL), word)

static struct reg_page
episodes(struct store *s, struct raise_site *r)
{
	struct task t = people_task(s, TX_READ, r->now_ms, r->e.program);
	struct reg_query q = { .sort = -1, .limit = 50 };
	struct reg_page page = { 0 };

	store_ok(s, people_end(s, &t, reg_list(&t, &held_reg, &q, &page)));
	return page;
}

/* The only episode. */
static struct reg_row
episode(struct store *s, struct raise_site *r)
{
	struct reg_page page = episodes(s, r);

	assert_int_equal(page.n, 1);
	return page.rows[0];
}

#define assert_episode(s, r, state_, count_)                                \
	do {                                                                \
		struct reg_row row_ = episode((s), (r));                    \
		assert_str(reg_val(&held_reg, row_.v, "state")->s, state_); \
		assert_int_equal(reg_val(&held_reg, row_.v, "count")->i,    \
				 count_);                                   \
	} while (0)

static enum err
raise_by_hand(struct store *s, struct raise_site *r)
{
	int64_t user = people_add(s, r->e.org, "op", "operator");
	int64_t id = episode(s, r).id;
	struct task t = people_task(s, TX_WRITE, r->now_ms,
				    people_actor(r->e.org, user, "operator"));
	struct reg_input in = reg_input_new(&s->a, &held_reg);
	struct reg_row row;

	return people_end(s, &t,
			  process_step(&t, &held_reg, id, 0, STR("raise_now"),
				       &in, STR(""), &row));
}

static void
a_delay_is_an_episode(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t lost;

	raise_make(s, &r);
	lost = raise_one(s, &r, "AT", SIGNAL_NONE);
	assert_episode(s, &r, "held", 1);
	assert_int_equal(reg_val(&held_reg, episode(s, &r).v, "until_ms")->i,
			 r.now_ms + 30 * MINUTE_MS);
	(void)raise_one(s, &r, "AT", SIGNAL_NONE);
	assert_episode(s, &r, "held", 2);
	(void)raise_one(s, &r, "AR", SIGNAL_NONE);
	assert_episode(s, &r, "lapsed", 2);
	assert_fate(s, &r, lost, "lapsed");
}

static void
a_delay_is_raised_by_hand(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t lost, alarm, same;

	raise_make(s, &r);
	lost = raise_one(s, &r, "AT", SIGNAL_NONE);
	store_ok(s, raise_by_hand(s, &r));
	assert_episode(s, &r, "raised", 1);
	assert_str(raise_fate_of(s, &r, lost, &alarm), "raised");
	/* Once: the delay is over, and the restore finds it. */
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + HOUR_MS), 0);
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "AR", SIGNAL_NONE),
				 &same),
		   "restored");
	assert_int_equal(alarm, same);
}

static void
a_delay_that_ends_is_raised(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	(void)raise_one(s, &r, "AT", SIGNAL_NONE);
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + 31 * MINUTE_MS), 1);
	assert_episode(s, &r, "raised", 1);
}

static void
a_swinger_is_one_episode_until_it_is_quiet(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	for (int i = 0; i < 9; i++)
		(void)raise_one(s, &r, "BA", 1);
	assert_episode(s, &r, "held", 5);
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + 59 * MINUTE_MS), 0);
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + 2 * MINUTE_MS), 1);
	assert_episode(s, &r, "over", 5);
	for (int i = 0; i < 5; i++)
		(void)raise_one(s, &r, "BA", 1);
	assert_int_equal(episodes(s, &r).n, 2);
}

static void
a_swinger_is_heard_again_by_hand(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t last = 0;

	raise_make(s, &r);
	for (int i = 0; i < 6; i++)
		last = raise_one(s, &r, "BA", 1);
	assert_fate(s, &r, last, "swinger");
	store_ok(s, raise_by_hand(s, &r));
	assert_fate(s, &r, last, "joined");
	assert_fate(s, &r, raise_one(s, &r, "BA", 1), "joined");
}

static void
put_state(struct store *s, struct raise_site *r, const char *word)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);
	struct reg_input in = reg_input_new(&s->a, &panel_reg);
	size_t i = reg_field(&panel_reg, "state");
	struct reg_row row;

	in.set[i] = true;
	in.v[i] = val_text(str_of(word));
	store_ok(s, people_end(s, &t,
			       reg_update(&t, &panel_reg, r->panel, 0, &in,
					  "update", &row)));
}

static void
a_suspended_panel_is_logged_and_counted(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	put_state(s, &r, "suspended");
	assert_fate(s, &r, raise_one(s, &r, "BA", 1), "logged");
	assert_fate(s, &r, raise_one(s, &r, "HA", 2), "logged");
	assert_fate(s, &r, raise_one(s, &r, "BT", 2), "logged");
	assert_int_equal(raise_alarms(s, &r), 0);
	assert_episode(s, &r, "held", 3);
	store_fails(s, ERR_STATE, raise_by_hand(s, &r));
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + DAY_MS), 0);
	put_state(s, &r, "live");
	assert_int_equal(raise_sweep_at(s, &r, r.now_ms + SECOND_MS), 1);
	assert_episode(s, &r, "over", 3);
	assert_fate(s, &r, raise_one(s, &r, "BA", 1), "raised");
}

static void
before_it_is_live_all_is_a_test(void **state)
{
	static const char *const words[] = { "installed", "designed" };
	struct store *s = store_of(state);
	struct raise_site r;

	raise_make(s, &r);
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		put_state(s, &r, words[i]);
		assert_fate(s, &r, raise_one(s, &r, "BA", 2), "test");
		assert_fate(s, &r, raise_one(s, &r, "HA", 2), "test");
	}
	assert_int_equal(raise_alarms(s, &r), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_delay_is_an_episode),
		STORE_TEST(a_delay_is_raised_by_hand),
		STORE_TEST(a_delay_that_ends_is_raised),
		STORE_TEST(a_swinger_is_one_episode_until_it_is_quiet),
		STORE_TEST(a_swinger_is_heard_again_by_hand),
		STORE_TEST(a_suspended_panel_is_logged_and_counted),
		STORE_TEST(before_it_is_live_all_is_a_test),
	};

	return cmocka_run_group_tests(tests, raise_start, raise_stop);
}
