/* t_plan_done.c - what counts as done of a plan: what was sent by what was
 * sent, calls by calls, pictures by who looked at which, and waiting parks. */
#include "plan_help.h"

#include "signals.h"

#include "alarm/desk.h"

#define STEP(n, what)                                                   \
	{                                                               \
		.id = (n), .no = (n), .required = true, .sent = (what), \
		.next_yes = PLAN_NEXT, .next_no = PLAN_NEXT             \
	}

static void
rows_do_the_steps_of_their_kind_in_order(void **state)
{
	struct plan_way w[] = { STEP(1, PLAN_NOT_SENT), STEP(2, PLAN_NOTIFY),
				STEP(3, PLAN_DISPATCH), STEP(4, PLAN_NOTIFY),
				STEP(5, PLAN_NOTIFY) };
	size_t sent[PLAN_SENT_N] = { [PLAN_NOTIFY] = 1 };

	(void)state;
	w[0].question = true;
	plan_walk(w, 5, sent);
	assert_false(w[0].done || w[2].done || w[3].done || w[4].done);
	assert_true(w[1].done && w[1].by_row);
	w[1].done = w[1].by_row = false;
	w[0].done = w[0].said_no = true; /* a branch leaves step 2 and 3 out */
	w[0].next_no = 4;
	plan_walk(w, 5, sent);
	assert_false(w[1].done || w[2].done || w[4].done);
	assert_true(w[3].by_row);
	assert_int_equal(plan_missing(w, 5), 4);
	w[3].by_row = false; /* done by an entry: the row is for the next */
	plan_walk(w, 5, sent);
	assert_true(w[4].by_row);
	assert_int_equal(w[4].nth, 0);
}

enum { CALL, VIDEO, WAIT, DISPATCH, POLICE, NOTIFY, TEXT, QUESTION, KINDS };
struct planned {
	struct centre c;
	int64_t plan;
	struct plan_way *ways;
	size_t n;
};

static void
look(struct planned *p)
{
	struct store *s = p->c.s;
	struct task t = people_task(s, TX_READ, p->c.now_ms, p->c.e.program);

	store_ok(s, people_end(s, &t,
			       plan_ways(&t, p->plan, p->c.alarm, &p->ways,
					 &p->n)));
}

/* An intrusion under a plan with a step of each kind, accepted. */
static void
make(struct store *s, struct planned *p)
{
	static const char *const kinds[KINDS] = { "call",   "video",
						  "wait",   "dispatch",
						  "police", "notify",
						  "text",   "question" };

	centre_make(s, &p->c);
	store_ok(s, plan_help_open(&p->c, p->c.lead.who,
				   "{\"name\":\"全\",\"band\":\"any\","
				   "\"dispatch_first\":true,"
				   "\"max_wait_s\":600}",
				   &p->plan));
	for (int i = 0; i < KINDS; i++)
		store_ok(s,
			 plan_help_add(
			     &p->c, p->plan,
			     ESTATE_TEXT("\"no\":%d,\"kind\":\"%s\","
					 "\"text\":\"步骤%d\",\"required\":true"
					 "%s",
					 i + 1, kinds[i], i + 1,
					 i == WAIT ? ",\"wait_s\":300" : "")));
	store_ok(s, plan_help_step(&p->c, p->plan, "issue", ""));
	centre_raise(&p->c, "intrusion", 2);
	store_ok(s, centre_op(&p->c, "claim", ""));
	look(p);
}

static enum err
enter(struct planned *p, int step, struct alarm_entry_new e)
{
	struct task t = people_task(p->c.s, TX_WRITE, p->c.now_ms, p->c.op.who);
	struct reg_row row;

	e.alarm = p->c.alarm;
	e.step = p->ways[step].id;
	return people_end(p->c.s, &t, alarm_entry_add(&t, &e, &row));
}
#define ENTRY(...) ((struct alarm_entry_new){ __VA_ARGS__ })
#define DONE .answer = STR("done")

static void
what_is_sent_is_not_ticked(void **state)
{
	struct store *s = store_of(state);
	struct planned p;

	make(s, &p);
	for (int step = DISPATCH; step <= NOTIFY; step++) {
		store_fails(s, ERR_INVALID,
			    enter(&p, step, ENTRY(.kind = STR("step"), DONE)));
		assert_non_null(strstr(s->why.text[LANG_EN], "itself"));
		store_fails(s, ERR_INVALID,
			    enter(&p, step, ENTRY(.kind = STR("call"), DONE)));
		store_fails(s, ERR_INVALID,
			    enter(&p, step,
				  ENTRY(.kind = STR("note"),
					.text = STR("已派"))));
		/* It does not apply: only with a reason. */
		store_fails(s, ERR_INVALID,
			    enter(&p, step,
				  ENTRY(.kind = STR("step"),
					.answer = STR("skipped"))));
		store_ok(s, enter(&p, step,
				  ENTRY(.kind = STR("step"),
					.answer = STR("skipped"),
					.text = STR("用户自行处理"))));
		look(&p);
		assert_true(p.ways[step].done);
	}
}

static void
a_step_is_done_as_its_kind_asks(void **state)
{
	struct store *s = store_of(state);
	struct planned p;

	make(s, &p);
	store_fails(s, ERR_INVALID,
		    enter(&p, CALL, ENTRY(.kind = STR("step"), DONE)));
	store_ok(s, enter(&p, CALL,
			  ENTRY(.kind = STR("call"), .outcome = STR("busy"))));
	store_fails(s, ERR_INVALID,
		    enter(&p, TEXT, ENTRY(.kind = STR("call"))));
	store_fails(s, ERR_INVALID,
		    enter(&p, TEXT, ENTRY(.kind = STR("step"))));
	store_ok(s, enter(&p, TEXT, ENTRY(.kind = STR("step"), DONE)));
	store_fails(s, ERR_INVALID,
		    enter(&p, QUESTION, ENTRY(.kind = STR("step"), DONE)));
	store_fails(s, ERR_INVALID,
		    enter(&p, QUESTION,
			  ENTRY(.kind = STR("step"), .answer = STR("skipped"),
				.text = STR("x"))));
	store_ok(s, enter(&p, QUESTION,
			  ENTRY(.kind = STR("step"), .answer = STR("no"))));
	look(&p);
	assert_true(p.ways[CALL].done && p.ways[TEXT].done &&
		    p.ways[QUESTION].said_no);
}

/* By HTTP or by hand: the row itself does the step, and who sent it when. */
static void
what_was_sent_does_the_step(void **state)
{
	struct store *s = store_of(state);
	struct planned p;
	struct reg_input in;
	struct reg_row row = { 0 };
	struct rows rows;
	struct str reason;
	struct task t;
	int64_t incident;
	enum err rc;

	make(s, &p);
	store_ok(s, centre_op(&p.c, "confirm", "{\"outcome\":\"real\"}"));
	incident = centre_val(&p.c, "incident")->i;
	p.c.now_ms += MINUTE_MS;
	t = people_task(s, TX_WRITE, p.c.now_ms, p.c.op.who);
	rc = reg_input_json(&t, reg_find(STR("police_report")),
			    str_of(ESTATE_TEXT("{\"incident\":\"%lld\","
					       "\"channel\":\"phone\","
					       "\"content\":\"盗警\"}",
					       (long long)incident)),
			    &in);
	if (rc == OK)
		rc = process_open(&t, reg_find(STR("police_report")), NULL, &in,
				  &row);
	store_ok(s, people_end(s, &t, rc));
	t = people_task(s, TX_READ, p.c.now_ms, p.c.e.program);
	store_ok(s,
		 people_end(s, &t,
			    plan_rows(&t, p.plan, p.c.alarm, &rows, &p.ways)));
	assert_true(p.ways[POLICE].by_row);
	assert_false(p.ways[NOTIFY].done || p.ways[DISPATCH].done);
	assert_int_equal(rows_at(&rows, POLICE)[PLAN_COL_DONE].i, 1);
	assert_int_equal(rows_at(&rows, POLICE)[PLAN_COL_AT].i, p.c.now_ms);
	assert_str(rows_at(&rows, POLICE)[PLAN_COL_BY].s, "op");

	/* It came to nothing: the step is open again. */
	t = people_task(s, TX_WRITE, p.c.now_ms, p.c.op.who);
	rc = reg_input_step(&t, reg_find(STR("police_report")),
			    STR("{\"failure\":\"占线\"}"), &in, &reason);
	if (rc == OK)
		rc = process_step(&t, reg_find(STR("police_report")), row.id, 0,
				  STR("fail"), &in, reason, &row);
	store_ok(s, people_end(s, &t, rc));
	look(&p);
	assert_false(p.ways[POLICE].done);
}

static void
waiting_parks_the_alarm(void **state)
{
	struct store *s = store_of(state);
	struct planned p;

	make(s, &p);
	store_ok(s, enter(&p, WAIT, ENTRY(.kind = STR("step"), DONE)));
	centre_state(&p.c, "waiting");
	assert_int_equal(centre_val(&p.c, "parked_until_ms")->i,
			 p.c.now_ms + 300 * SECOND_MS);
	look(&p);
	assert_true(p.ways[WAIT].done);
	centre_wait(&p.c, 301 * SECOND_MS);
	centre_state(&p.c, "verifying");
	/* Where nothing is to be verified any more it only counts. */
	store_ok(s, centre_op(&p.c, "confirm", "{\"method\":\"video\"}"));
	store_ok(s, enter(&p, WAIT, ENTRY(.kind = STR("step"), DONE)));
	centre_state(&p.c, "confirmed");
}

static int64_t
add_camera(struct centre *c, int64_t site)
{
	struct store *s = c->s;
	int64_t system, device;

	system = estate_add(s, c->e.program, "system",
			    ESTATE_TEXT("{\"name\":\"视频\",\"site\":\"%lld\","
					"\"kind\":\"video\",\"commissioned_"
					"on\":\"2024-01-01\"}",
					(long long)site));
	device = estate_add(s, c->e.program, "device",
			    ESTATE_TEXT("{\"name\":\"枪机\",\"site\":\"%lld\","
					"\"system\":\"%lld\",\"kind\":"
					"\"camera\",\"layer\":\"front\","
					"\"criticality\":\"noncore\","
					"\"state\":\"in_use\"}",
					(long long)site, (long long)system));
	return estate_add(s, c->e.program, "camera",
			  ESTATE_TEXT("{\"name\":\"门口\",\"site\":\"%lld\","
				      "\"device\":\"%lld\"}",
				      (long long)site, (long long)device));
}

static void
a_picture_seen_says_which(void **state)
{
	struct store *s = store_of(state);
	struct planned p;
	int64_t other, ours, theirs;

	make(s, &p);
	other = estate_add(s, p.c.e.program, "site",
			   ESTATE_TEXT("{\"name\":\"二\",\"customer\":\"%lld\","
				       "\"kind\":\"bank\",\"level\":"
				       "\"ordinary\",\"address\":\"2\"}",
				       (long long)p.c.e.customer));
	ours = add_camera(&p.c, p.c.e.site);
	theirs = add_camera(&p.c, other);
	store_fails(s, ERR_INVALID,
		    enter(&p, VIDEO, ENTRY(.kind = STR("video"))));
	store_fails(s, ERR_INVALID,
		    enter(&p, VIDEO,
			  ENTRY(.kind = STR("step"), DONE, .camera = ours)));
	store_fails(s, ERR_INVALID,
		    enter(&p, VIDEO,
			  ENTRY(.kind = STR("video"), .camera = theirs)));
	store_ok(s,
		 enter(&p, VIDEO, ENTRY(.kind = STR("video"), .camera = ours)));
	look(&p);
	assert_true(p.ways[VIDEO].done);
	/* A link that the panel sent stands in the text. */
	store_ok(s, enter(&p, VIDEO,
			  ENTRY(.kind = STR("video"),
				.text = STR("https://v.example/1"))));
}

static void
a_panels_link_is_a_web_page(void **state)
{
	static const char *const sent[] = { "[X1][Vhttps://v.example/7][Y2]",
					    "[Vjavascript:alert(1)]",
					    "[Vrtsp://v.example/7]", "[X1]" };
	struct store *s = store_of(state);
	struct desk_alarm a = { 0 };
	struct desk_list list;
	struct planned p;
	struct task t;

	make(s, &p);
	a.id = p.c.alarm;
	for (size_t i = 0; i < ARRAY_LEN(sent); i++)
		(void)signal_add(s, (struct signal_in){ .at_ms = p.c.now_ms,
							.org = p.c.e.org,
							.zone_no = 3,
							.fate = "raised",
							.alarm = p.c.alarm,
							.xdata = sent[i] });
	t = people_task(s, TX_READ, p.c.now_ms, p.c.op.who);
	store_ok(s, people_end(s, &t, desk_part(&t, &a, DESK_LINKS, &list)));
	assert_int_equal(list.rows.n, 1);
	assert_str(rows_at(&list.rows, 0)[3].s, "https://v.example/7");
	/* Of an alarm with very many signals only the newest are read. */
	for (int i = 0; i < 500; i++)
		(void)signal_add(s, (struct signal_in){ .at_ms = p.c.now_ms + 1,
							.org = p.c.e.org,
							.zone_no = 3,
							.fate = "raised",
							.alarm = p.c.alarm });
	t = people_task(s, TX_READ, p.c.now_ms, p.c.op.who);
	store_ok(s, people_end(s, &t, desk_part(&t, &a, DESK_LINKS, &list)));
	assert_int_equal(list.rows.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_do_the_steps_of_their_kind_in_order),
		STORE_TEST(what_is_sent_is_not_ticked),
		STORE_TEST(a_step_is_done_as_its_kind_asks),
		STORE_TEST(what_was_sent_does_the_step),
		STORE_TEST(waiting_parks_the_alarm),
		STORE_TEST(a_picture_seen_says_which),
		STORE_TEST(a_panels_link_is_a_web_page),
	};

	return cmocka_run_group_tests(tests, centre_start, centre_stop);
}
