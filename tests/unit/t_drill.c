/* t_drill.c - the life of a drill: what evaluating and closing ask for. */
#include "estate.h"

#include "alarm/drill.h"
#include "base/str.h"

struct life {
	struct store *s;
	struct estate e;
	int64_t id, now_ms;
	struct reg_row row;
};

static enum err
plan(struct life *l, const char *body)
{
	struct task t = people_task(l->s, TX_WRITE, l->now_ms, l->e.program);
	struct reg_input in;
	enum err rc = reg_input_json(&t, &drill_reg, str_of(body), &in);

	if (rc == OK)
		rc = process_open(&t, &drill_reg, NULL, &in, &l->row);
	l->id = l->row.id;
	return people_end(l->s, &t, rc);
}

static enum err
step(struct life *l, const char *event, const char *body)
{
	struct task t = people_task(l->s, TX_WRITE, l->now_ms, l->e.program);
	struct reg_input in;
	struct str reason;
	enum err rc;

	rc = reg_input_step(&t, &drill_reg, str_of(body), &in, &reason);
	if (rc == OK)
		rc = process_step(&t, &drill_reg, l->id, 0, str_of(event), &in,
				  reason, &l->row);
	return people_end(l->s, &t, rc);
}

static struct life
begin(struct store *s, const char *kind)
{
	struct life l = { .s = s, .now_ms = NOON };

	estate_make(s, &l.e);
	store_ok(s, plan(&l, ESTATE_TEXT("{\"name\":\"夜间入侵演练\",\"kind\":"
					 "\"%s\",\"class\":\"intrusion\","
					 "\"planned_on\":\"2026-09-22\"}",
					 kind)));
	return l;
}

#define EVALUATION                                                                        \
	"\"participants\":\"值机员甲、巡逻员乙\",\"observed\":\"10:02 接警\"," \
	"\"evaluation\":\"按预案完成\",\"ended_ms\":1790000600000,"
#define CLEAN EVALUATION "\"has_problems\":false,\"plan_change\":false"

static void
a_clean_drill_closes(void **state)
{
	struct store *s = store_of(state);
	struct life l = begin(s, "live");

	store_fails(s, ERR_STATE, step(&l, "begin", "{}"));
	store_fails(s, ERR_STATE, step(&l, "keep_quiet", "{}"));
	store_ok(s, step(&l, "announce", "{}"));
	store_ok(s, step(&l, "begin", "{}"));
	assert_int_equal(reg_val(&drill_reg, l.row.v, "started_ms")->i, NOON);
	l.now_ms += HOUR_MS;
	store_ok(s, step(&l, "evaluate", "{" CLEAN "}"));
	store_ok(s, step(&l, "close", "{}"));
	assert_true(
	    str_is(reg_val(&drill_reg, l.row.v, "closed_on")->s, "2026-09-21"));
}

static void
evaluating_needs_every_answer(void **state)
{
	static const char *const bad[] = {
		"{}",
		"{" EVALUATION "\"has_problems\":false}",
		"{" EVALUATION "\"plan_change\":false}",
		"{" EVALUATION "\"has_problems\":true,\"plan_change\":false}",
		"{" EVALUATION "\"has_problems\":false,\"plan_change\":true}",
	};
	struct store *s = store_of(state);
	struct life l = begin(s, "unannounced");

	store_fails(s, ERR_STATE, step(&l, "announce", "{}"));
	store_ok(s, step(&l, "keep_quiet", "{}"));
	store_ok(s, step(&l, "begin", "{}"));
	store_fails(s, ERR_INVALID, step(&l, "evaluate", "{" CLEAN "}"));
	l.now_ms += HOUR_MS;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		store_fails(s, ERR_INVALID, step(&l, "evaluate", bad[i]));
	store_ok(s, step(&l, "evaluate", "{" CLEAN "}"));
}

static void
what_was_found_is_dealt_with_first(void **state)
{
	struct store *s = store_of(state);
	struct life l = begin(s, "table");

	store_ok(s, step(&l, "announce", "{}"));
	store_ok(s, step(&l, "begin", "{}"));
	l.now_ms += HOUR_MS;
	store_ok(s, step(&l, "evaluate",
			 "{" EVALUATION
			 "\"has_problems\":true,\"problems\":\"电话无人接听\","
			 "\"plan_change\":false}"));
	store_fails(s, ERR_STATE, step(&l, "close", "{}"));
	store_fails(s, ERR_STATE, step(&l, "cancel", "{\"reason\":\"算了\"}"));
	store_ok(s, step(&l, "act",
			 ESTATE_TEXT("{\"actions\":\"更新联系人\","
				     "\"actions_owner\":\"%lld\","
				     "\"actions_due\":\"2026-10-31\"}",
				     (long long)l.e.staff)));
	store_fails(s, ERR_INVALID, step(&l, "close", "{}"));
	store_ok(s, step(&l, "close", "{\"actions_result\":\"已更新\"}"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_clean_drill_closes),
		STORE_TEST(evaluating_needs_every_answer),
		STORE_TEST(what_was_found_is_dealt_with_first),
	};

	return cmocka_run_group_tests(tests, estate_start, estate_stop);
}
