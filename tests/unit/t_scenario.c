/* t_scenario.c - scenario files of the simulated panels, and their words. */
#include "unit.h"

#include <string.h>

#include "cli/panel_scenario.h"

static struct arena a;
static struct scenario s;
static struct why why;

static enum err
read_wish(const char *text, int64_t panels, int64_t speed)
{
	struct scenario_wish wish = { panels, speed };

	memset(&why, 0, sizeof(why));
	return scenario_read(str_of(text), &wish, &a, &s, &why);
}

static void
good(const char *text)
{
	if (read_wish(text, 0, 1) != OK)
		print_error("%s\n", why.text[LANG_EN]);
	assert_int_equal(why.code, OK);
}

static void
bad(const char *text, const char *sentence)
{
	assert_int_not_equal(read_wish(text, 0, 1), OK);
	if (strstr(why.text[LANG_EN], sentence) == NULL)
		print_error("%s\n", why.text[LANG_EN]);
	assert_non_null(strstr(why.text[LANG_EN], sentence));
}

#define GROUP "{\"name\":\"g\",\"account\":\"1000\",\"count\":100}"
#define WITH(action) "{\"groups\":[" GROUP "],\"actions\":[" action "]}"

static void
the_smallest_scenario(void **state)
{
	(void)state;
	good("{\"groups\":[{\"account\":\"1234\"}]}");
	assert_int_equal(s.n_panels, 1);
	assert_int_equal(s.timeout_ms, 20000);
	assert_int_equal(s.attempts, 3);
	assert_int_equal(s.length_ms, 0);
	assert_str(s.groups[0].route, "R0L0");
	assert_false(s.groups[0].udp);
	assert_true(s.groups[0].stays);
	assert_int_equal(s.groups[0].time, STAMP_UTC);
	assert_int_equal(s.groups[0].key.n, 0);
	assert_int_equal(s.groups[0].firmware, 0);
}

static void
all_of_a_group(void **state)
{
	const struct sim_group *g;

	(void)state;
	good("{\"length_s\":60,\"timeout_s\":2,\"attempts\":5,\"groups\":["
	     "{\"accounts\":[\"1A\",\"2b\"],\"line\":\"R3L7\"},"
	     "{\"account\":\"FFF0\",\"count\":9,\"transport\":\"udp\","
	     "\"format\":\"cid\",\"key\":\"AAAAAAAAAAAAAAAA\","
	     "\"heartbeat_s\":\"1500ms\",\"jitter_percent\":0,"
	     "\"time\":\"local\",\"offset_min\":60,\"stays\":false,"
	     "\"firmware\":[\"bad_crc\",\"empty_line\"]}]}");
	assert_int_equal(s.length_ms, 60000);
	assert_int_equal(s.attempts, 5);
	assert_int_equal(s.n_panels, 11);
	assert_int_equal(s.groups[0].count, 2);
	assert_str(s.groups[0].route, "R3L7");
	g = &s.groups[1];
	assert_int_equal(g->first, 2);
	assert_true(g->udp && g->is_cid && !g->stays);
	assert_int_equal(g->key.n, 16);
	assert_int_equal(g->heartbeat_ms, 1500);
	assert_int_equal(g->local_ms, 3600000);
	assert_int_equal(g->firmware,
			 FW_BIT(FW_BAD_CRC) | FW_BIT(FW_EMPTY_LINE));
	assert_str(g->route, "R0L");
}

static void
all_of_an_action(void **state)
{
	const struct sim_action *x = NULL;

	(void)state;
	good(WITH("{\"do\":\"mains\",\"group\":\"g\",\"at_s\":5,\"in_s\":10,"
		  "\"every_s\":600,\"panels\":50,\"pick\":\"random\","
		  "\"number\":7,\"times\":6,\"gap_s\":\"200ms\","
		  "\"restore_s\":20},"
		  "{\"do\":\"silence\",\"group\":\"g\",\"for_s\":30},"
		  "{\"do\":\"reconnect\",\"group\":\"g\"}"));
	assert_int_equal(s.n_actions, 3);
	x = s.actions;
	assert_int_equal(x->what, DO_EVENT);
	assert_string_equal(x->word->sia, "AT");
	assert_int_equal(x->at_ms, 5000);
	assert_int_equal(x->in_ms, 10000);
	assert_int_equal(x->every_ms, 600000);
	assert_int_equal(x->panels, 50);
	assert_true(x->random);
	assert_int_equal(x->number, 7);
	assert_int_equal(x->times, 6);
	assert_int_equal(x->gap_ms, 200);
	assert_int_equal(x->restore_ms, 20000);
	assert_int_equal(s.actions[1].for_ms, 30000);
	assert_int_equal(s.actions[2].what, DO_RECONNECT);
	assert_int_equal(s.actions[2].restore_ms, -1);
}

static void
smaller_larger_faster(void **state)
{
	const char *text = "{\"length_s\":60,\"groups\":["
			   "{\"account\":\"1000\",\"count\":900,"
			   "\"heartbeat_s\":30},"
			   "{\"account\":\"2000\",\"count\":100}]}";

	(void)state;
	assert_int_equal(read_wish(text, 100, 10), OK);
	assert_int_equal(s.n_panels, 100);
	assert_int_equal(s.groups[1].count, 10);
	assert_int_equal(s.groups[0].heartbeat_ms, 3000);
	assert_int_equal(s.length_ms, 6000);
	assert_int_equal(s.timeout_ms, 20000);
	assert_int_equal(read_wish(text, 2, 1), OK);
	assert_int_equal(s.groups[1].count, 1);
}

static void
faults_say_where(void **state)
{
	(void)state;
	bad("{\"groups\":[\n  {\"account\":\"1\",,}]}", "line 2, column ");
	bad("[]", "scenario wants an object");
	bad("{}", "scenario.groups");
	bad("{\"groups\":[]}", "scenario.groups");
	bad("{\"groups\":[{}]}", "groups[0].account");
	bad("{\"groups\":[{\"account\":\"12x4\"}]}", "groups[0].account");
	bad("{\"groups\":[" GROUP ",{\"account\":\"1\",\"colour\":1}]}",
	    "groups[1].colour: there is no such member");
	bad("{\"groups\":[{\"account\":\"1\",\"count\":0}]}",
	    "groups[0].count: wants a number 1");
	bad("{\"groups\":[{\"account\":\"1\",\"transport\":\"ip\"}]}",
	    "groups[0].transport: wants tcp or udp");
	bad("{\"groups\":[{\"account\":\"1\",\"key\":\"short\"}]}",
	    "groups[0].key");
	bad("{\"groups\":[{\"accounts\":[]}]}", "groups[0].accounts");
	bad("{\"groups\":[{\"accounts\":[7]}]}", "groups[0].accounts");
	bad("{\"groups\":[{\"account\":\"1\",\"firmware\":[\"odd\"]}]}",
	    "groups[0].firmware: wants bad_crc");
	bad(WITH("{\"do\":\"dance\",\"group\":\"g\"}"), "actions[0].do");
	bad(WITH("{\"do\":\"fire\",\"group\":\"x\"}"), "actions[0].group");
	bad(WITH("{\"do\":\"open\",\"group\":\"g\",\"restore_s\":1}"),
	    "actions[0].restore_s");
	bad(WITH("{\"do\":\"fire\",\"group\":\"g\",\"at_s\":\"1s\"}"),
	    "actions[0].at_s: wants seconds");
	bad(WITH("{\"do\":\"fire\",\"group\":\"g\",\"at_s\":-1}"),
	    "actions[0].at_s");
}

static void
word_is(const char *word, bool is_cid, bool restore, int number,
	const char *block)
{
	const struct panel_word *w = panel_word_find(str_of(word));
	struct buf b = buf_open(64);

	assert_non_null(w);
	panel_word_print(&b, w, is_cid, restore, number);
	buf_putc(&b, '\0');
	assert_string_equal(b.p, block);
	buf_release(&b);
}

static void
words_as_blocks(void **state)
{
	(void)state;
	word_is("burglary", false, false, 3, "ri1/BA03");
	word_is("burglary", false, true, 3, "ri1/BR03");
	word_is("burglary", true, false, 3, "1130 01 003");
	word_is("burglary", true, true, 113, "3130 01 113");
	word_is("close", true, false, 14, "3401 01 014");
	word_is("open", true, false, 14, "1401 01 014");
	word_is("mains", false, false, 3, "ri1/AT");
	word_is("mains", true, true, 3, "3301 01 000");
	assert_null(panel_word_find(STR("dance")));
}

static int
stop(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_smallest_scenario),
		cmocka_unit_test(all_of_a_group),
		cmocka_unit_test(all_of_an_action),
		cmocka_unit_test(smaller_larger_faster),
		cmocka_unit_test(faults_say_where),
		cmocka_unit_test(words_as_blocks),
	};

	return cmocka_run_group_tests(tests, NULL, stop);
}
