/* t_shift.c - duty, no seat empty, the hand-over that both sign. */
#include "desk_help.h"

#include "base/json.h"

struct shifts {
	struct centre c;
	int64_t shift;
};

static void
look(struct shifts *h)
{
	struct store *s = h->c.s;
	struct task t = people_task(s, TX_READ, h->c.now_ms, h->c.e.program);

	store_ok(s, people_end(s, &t, shift_now(&t, &h->shift)));
}

static enum err
step(struct shifts *h, struct actor who, const char *event, const char *body,
     struct reg_row *row)
{
	struct store *s = h->c.s;
	struct task t = people_task(s, TX_WRITE, h->c.now_ms, who);
	struct reg_input in;
	struct str reason;
	enum err rc;

	rc = reg_input_step(&t, &shift_reg, str_of(body), &in, &reason);
	if (rc == OK)
		rc = process_step(&t, &shift_reg, h->shift, 0, str_of(event),
				  &in, reason, row);
	return people_end(s, &t, rc);
}

static enum err
on_duty(struct shifts *h, const struct person *p)
{
	struct task t = people_task(h->c.s, TX_READ, h->c.now_ms, p->who);

	return people_end(h->c.s, &t, shift_be_on_duty(&t));
}

static void
a_leader_begins_the_shift(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct person op;

	h.c = (struct centre){ .s = s, .now_ms = NOON };
	estate_make(s, &h.c.e);
	op = centre_person(&h.c, "op", "operator");
	centre_certify(&h.c, &op, "guard", "2030-01-01");
	store_fails(s, ERR_STATE, centre_duty(&h.c, &op, "seat1"));
	assert_non_null(strstr(s->why.text[LANG_EN], "shift leader"));
}

static void
duty_is_begun_once(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };

	centre_make(s, &h.c);
	store_ok(s, on_duty(&h, &h.c.op));
	store_fails(s, ERR_STATE, centre_duty(&h.c, &h.c.op, "seat3"));
	store_ok(s, centre_leave(&h.c, &h.c.op));
	store_fails(s, ERR_STATE, on_duty(&h, &h.c.op));
	store_fails(s, ERR_STATE, centre_leave(&h.c, &h.c.op));
	store_ok(s, centre_duty(&h.c, &h.c.op, "seat3"));
}

static void
the_last_one_does_not_leave(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };

	centre_make(s, &h.c);
	store_ok(s, centre_leave(&h.c, &h.c.op));
	store_ok(s, centre_leave(&h.c, &h.c.other));
	/* Whether or not alarms are open. */
	store_fails(s, ERR_STATE, centre_leave(&h.c, &h.c.lead));
	assert_non_null(strstr(s->why.text[LANG_EN], "closes the centre"));
	store_ok(s, centre_duty(&h.c, &h.c.op, "seat1"));
	store_ok(s, centre_leave(&h.c, &h.c.lead));
}

/* The newest entry of the shift's log. */
static struct reg_row
entry(struct shifts *h)
{
	struct store *s = h->c.s;
	struct task t = people_task(s, TX_READ, h->c.now_ms, h->c.e.program);
	struct reg_query q = { .limit = 1, .sort = -1, .descending = true };
	struct reg_page page;

	store_ok(s,
		 people_end(s, &t, reg_list(&t, &shift_entry_reg, &q, &page)));
	assert_int_equal(page.n, 1);
	return page.rows[0];
}

static void
is_entry(struct shifts *h, const char *kind, const char *text)
{
	struct reg_row row = entry(h);

	assert_true(str_is(reg_val(&shift_entry_reg, row.v, "kind")->s, kind));
	assert_true(str_is(reg_val(&shift_entry_reg, row.v, "text")->s, text));
	assert_int_equal(reg_val(&shift_entry_reg, row.v, "shift")->i,
			 h->shift);
}

static void
the_centre_is_closed_with_a_reason_when_nothing_is_open(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_row row;

	centre_make(s, &h.c);
	look(&h);
	store_fails(s, ERR_INVALID,
		    step(&h, h.c.lead.who, "close_centre", "", &row));
	store_fails(s, ERR_STATE,
		    step(&h, h.c.second.who, "close_centre",
			 "{\"reason\":\"x\"}", &row));
	centre_raise(&h.c, "power", 3);
	store_fails(s, ERR_STATE,
		    step(&h, h.c.lead.who, "close_centre", "{\"reason\":\"x\"}",
			 &row));
	assert_non_null(strstr(s->why.text[LANG_EN], "1 alarms"));
	store_ok(s, centre_op(&h.c, "settle",
			      "{\"disposition\":\"fault_power\","
			      "\"reason\":\"later\"}"));
	store_ok(s, step(&h, h.c.lead.who, "close_centre",
			 "{\"reason\":\"moved to the other site\"}", &row));
	assert_str(reg_val(&shift_reg, row.v, "state")->s, "closed");
	assert_int_equal(reg_val(&shift_reg, row.v, "snapshot")->type,
			 VAL_TEXT);
	is_entry(&h, "close_centre", "moved to the other site");
	store_fails(s, ERR_STATE, on_duty(&h, &h.c.op));
	store_fails(s, ERR_STATE, centre_duty(&h.c, &h.c.op, "seat1"));
	store_ok(s, centre_duty(&h.c, &h.c.second, "leader"));
}

static void
another_leader_takes_the_lead_of_one_who_cannot(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_row row;

	centre_make(s, &h.c);
	look(&h);
	/* Who takes it is on duty and is told what for. */
	store_fails(s, ERR_STATE,
		    step(&h, h.c.second.who, "take_lead",
			 "{\"reason\":\"ill\"}", &row));
	store_ok(s, centre_duty(&h.c, &h.c.second, "support"));
	store_fails(s, ERR_INVALID,
		    step(&h, h.c.second.who, "take_lead", "", &row));
	store_fails(s, ERR_FORBIDDEN,
		    step(&h, h.c.op.who, "take_lead", "{\"reason\":\"ill\"}",
			 &row));
	store_fails(s, ERR_STATE,
		    step(&h, h.c.lead.who, "take_lead", "{\"reason\":\"ill\"}",
			 &row));
	store_ok(s, step(&h, h.c.second.who, "take_lead",
			 "{\"reason\":\"ill\"}", &row));
	assert_int_equal(reg_val(&shift_reg, row.v, "leader")->i,
			 h.c.second.user);
	is_entry(&h, "take_lead", "ill");
	store_ok(s, on_duty(&h, &h.c.second));
	store_fails(s, ERR_STATE, on_duty(&h, &h.c.lead));
	store_ok(s, step(&h, h.c.second.who, "hand_over", "{\"notes\":\"-\"}",
			 &row));
	store_ok(s, step(&h, h.c.lead.who, "take_over", "", &row));
}

static enum err
note(struct shifts *h, const char *text, struct reg_row *row)
{
	struct store *s = h->c.s;
	struct task t = people_task(s, TX_WRITE, h->c.now_ms, h->c.op.who);
	struct reg_input in;
	enum err rc;

	rc = reg_input_json(&t, &shift_entry_reg,
			    str_of(ESTATE_TEXT("{\"shift\":\"%lld\",\"text\":"
					       "\"%s\"}",
					       (long long)h->shift, text)),
			    &in);
	if (rc == OK)
		rc = process_open(&t, &shift_entry_reg, NULL, &in, row);
	return people_end(s, &t, rc);
}

static void
the_log_is_added_to_and_never_changed(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_input in;
	struct reg_row row, shift;
	struct task t;
	enum err rc;

	centre_make(s, &h.c);
	look(&h);
	store_ok(s, note(&h, "generator on", &row));
	is_entry(&h, "note", "generator on");
	assert_int_equal(row.created_by, h.c.op.user);
	assert_int_equal(row.created_ms, NOON);
	t = people_task(s, TX_WRITE, NOON, h.c.lead.who);
	rc = reg_input_json(&t, &shift_entry_reg, STR("{\"text\":\"x\"}"), &in);
	if (rc == OK)
		rc = reg_update(&t, &shift_entry_reg, row.id, 0, &in, "update",
				&row);
	assert_int_not_equal(people_end(s, &t, rc), OK);
	store_ok(s, step(&h, h.c.lead.who, "hand_over", "{\"notes\":\"-\"}",
			 &shift));
	store_ok(s, note(&h, "until it is taken over", &row));
	store_ok(s, step(&h, h.c.second.who, "take_over", "", &shift));
	store_fails(s, ERR_STATE, note(&h, "too late", &row));
}

static void
both_sign_the_hand_over(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_row row;
	int64_t first;

	centre_make(s, &h.c);
	centre_raise(&h.c, "intrusion", 2);
	look(&h);
	first = h.shift;
	store_fails(s, ERR_STATE,
		    step(&h, h.c.second.who, "hand_over", "{\"notes\":\"无\"}",
			 &row));
	store_fails(s, ERR_INVALID,
		    step(&h, h.c.lead.who, "hand_over", "", &row));
	store_ok(s, step(&h, h.c.lead.who, "hand_over",
			 "{\"notes\":\"3号席耳机坏\"}", &row));
	assert_non_null(
	    strstr(arena_cstr(&s->a, reg_val(&shift_reg, row.v, "snapshot")->s),
		   "\"open\":1"));
	/* Nobody is off duty in between. */
	store_ok(s, on_duty(&h, &h.c.op));
	/* Not the same person; not an operator; not without a certificate. */
	store_fails(s, ERR_FORBIDDEN,
		    step(&h, h.c.lead.who, "take_over", "", &row));
	store_fails(s, ERR_FORBIDDEN,
		    step(&h, h.c.op.who, "take_over", "", &row));
	store_ok(s, step(&h, h.c.second.who, "take_over", "", &row));
	assert_str(reg_val(&shift_reg, row.v, "state")->s, "closed");
	assert_int_equal(reg_val(&shift_reg, row.v, "taken_by")->i,
			 h.c.second.user);
	/* The next shift is open, and who was on duty is in it. */
	look(&h);
	assert_int_not_equal(h.shift, first);
	store_ok(s, on_duty(&h, &h.c.second));
	store_ok(s, on_duty(&h, &h.c.op));
	store_ok(s, on_duty(&h, &h.c.lead));
	store_ok(s, centre_leave(&h.c, &h.c.lead));
}

static void
a_hand_over_is_recalled(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_row row;

	centre_make(s, &h.c);
	look(&h);
	store_ok(s, step(&h, h.c.lead.who, "hand_over", "{\"notes\":\"无\"}",
			 &row));
	store_ok(s, step(&h, h.c.lead.who, "recall",
			 "{\"reason\":\"接班人未到\"}", &row));
	assert_int_equal(reg_val(&shift_reg, row.v, "handed_by")->type,
			 VAL_NULL);
	store_fails(s, ERR_STATE,
		    step(&h, h.c.second.who, "take_over", "", &row));
}

static void
the_sound_is_muted_for_minutes(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_row row;

	centre_make(s, &h.c);
	look(&h);
	store_fails(s, ERR_INVALID,
		    step(&h, h.c.op.who, "mute",
			 ESTATE_TEXT("{\"muted_until_ms\":%lld,\"reason\":"
				     "\"通话\"}",
				     (long long)(NOON + HOUR_MS)),
			 &row));
	store_ok(s, step(&h, h.c.op.who, "mute",
			 ESTATE_TEXT("{\"muted_until_ms\":%lld,\"reason\":"
				     "\"通话\"}",
				     (long long)(NOON + 5 * MINUTE_MS)),
			 &row));
	assert_int_equal(reg_val(&shift_reg, row.v, "muted_by")->i,
			 h.c.op.user);
}

static void
members_are_not_written_by_hand(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	struct reg_input in;
	struct reg_row row;
	struct task t;
	enum err rc;

	centre_make(s, &h.c);
	look(&h);
	t = people_task(s, TX_WRITE, NOON, h.c.lead.who);
	rc = reg_input_json(
	    &t, &shift_member_reg,
	    str_of(ESTATE_TEXT("{\"shift\":\"%lld\",\"person\":\"%lld\","
			       "\"name\":\"x\",\"seat\":\"seat4\","
			       "\"from_ms\":1}",
			       (long long)h.shift, (long long)h.c.second.user)),
	    &in);
	if (rc == OK)
		rc = reg_create(&t, &shift_member_reg, &in, "create", &row);
	store_fails(s, ERR_STATE, people_end(s, &t, rc));
}

static const struct js *
part(const struct js *snapshot, const char *count, int64_t n, const char *list)
{
	const struct js *rows = js_member(snapshot, list);

	assert_int_equal(js_member(snapshot, count)->i, n);
	assert_int_equal(rows->n, n);
	return &rows->in[0];
}

static void
is_text(const struct js *row, const char *key, const char *want)
{
	assert_true(str_is(js_member(row, key)->s, want));
}

/* Of a fault, a service mode and a zone left open, as short as rows go. */
#define OPEN_ROWS                                                              \
	"INSERT INTO fault (id, org, version, created_ms, changed_ms, "        \
	"number, state, site, panel, grade, symptom, first_ms) SELECT "        \
	"801 + n, %lld, 1, 1, 1, 'GZ' || n, CASE n WHEN 3 THEN 'restored' "    \
	"WHEN 2 THEN 'ordered' ELSE 'proposed' END, %lld, %lld, CASE n WHEN "  \
	"1 THEN 'general' ELSE 'major' END, 'dark', 5 FROM (SELECT 1 AS n "    \
	"UNION SELECT 2 UNION SELECT 3) x;"                                    \
	"INSERT INTO service_mode (id, org, version, created_ms, "             \
	"changed_ms, state, panel, site, until_ms, purpose) VALUES "           \
	"(811, %lld, 1, 1, 1, 'active', %lld, %lld, 99, 'visit'), "            \
	"(812, %lld, 1, 1, 1, 'ended', %lld, %lld, 98, 'over');"               \
	"INSERT INTO incident (id, org, version, created_ms, changed_ms, "     \
	"number, state, severity, site, opened_ms) VALUES (821, %lld, 1, 1, "  \
	"1, 'JQ1', 'responding', 'ordinary', %lld, 7);"                        \
	"INSERT INTO patrol (id, org, version, created_ms, changed_ms, name, " \
	"phone) VALUES (822, %lld, 1, 1, 1, 'Car 3', '1');"                    \
	"INSERT INTO dispatch (id, org, version, created_ms, changed_ms, "     \
	"number, state, incident, patrol, sent_ms) VALUES (823, %lld, 1, 1, "  \
	"1, 'PJ1', 'en_route', 821, 822, 9);"                                  \
	"INSERT INTO police_report (id, org, version, created_ms, "            \
	"changed_ms, number, state, incident, channel, content, sent_ms) "     \
	"VALUES (824, %lld, 1, 1, 1, 'BJ1', 'sent', 821, 'call', 'x', 9), "    \
	"(825, %lld, 1, 1, 1, 'BJ2', 'received', 821, 'call', 'x', 9);"        \
	"INSERT INTO notice (id, org, version, created_ms, changed_ms, "       \
	"number, state, event, kind, failure) VALUES (826, %lld, 1, 1, 1, "    \
	"'TB1', 'failed', 'confirmed', 'sms', 'no route');"                    \
	"INSERT INTO path_state (panel, path, org, site, node, state, storm, " \
	"since_ms, clock_off, test_missing, frames, gaps, repeats, "           \
	"written_ms) VALUES (%lld, 'main', %lld, %lld, 0, 'overdue', NULL, "   \
	"5, 0, 0, 1, 0, 0, 1), (2, 'main', %lld, %lld, 0, 'overdue', "         \
	"'line:R1L1', 6, 0, 0, 1, 0, 0, 1);"                                   \
	"INSERT INTO panel_event (panel, zone_no, code, org, site, format, "   \
	"class, part_no, signal, began_ms, alarm) VALUES "                     \
	"(%lld, 3, 'AT', %lld, %lld, 'sia', 'power', -1, 1, 8, %lld)"
static void
leave_open(struct shifts *h)
{
	struct store *s = h->c.s;
	long long org = h->c.e.org, site = h->c.e.site, panel = h->c.panel;
	const char *sql =
	    ESTATE_TEXT(OPEN_ROWS, org, site, panel, org, panel, site, org,
			panel, site, org, site, org, org, org, org, org, panel,
			org, site, org, site, panel, org, site,
			(long long)h->c.alarm);

	store_ok(s, db_script(s->db, sql, &s->why));
}

static void
the_snapshot_holds_what_else_is_open(void **state)
{
	struct store *s = store_of(state);
	struct shifts h = { 0 };
	const struct js *row;
	struct reg_row shift;
	struct js snapshot;
	int64_t closed;

	centre_make(s, &h.c);
	look(&h);
	centre_raise(&h.c, "power", 3);
	leave_open(&h);
	store_ok(s, centre_op(&h.c, "settle",
			      "{\"disposition\":\"fault_power\","
			      "\"reason\":\"later\"}"));
	closed = h.c.now_ms;
	h.c.now_ms += MINUTE_MS;
	store_ok(s, step(&h, h.c.op.who, "mute",
			 ESTATE_TEXT("{\"muted_until_ms\":%lld,"
				     "\"reason\":\"radio\"}",
				     (long long)(h.c.now_ms + MINUTE_MS)),
			 &shift));
	store_ok(s, step(&h, h.c.lead.who, "hand_over", "{\"notes\":\"-\"}",
			 &shift));
	store_ok(s, js_parse(reg_val(&shift_reg, shift.v, "snapshot")->s, &s->a,
			     &snapshot, &s->why));
	assert_int_equal(js_member(&snapshot, "open")->i, 0);
	row = part(&snapshot, "faults_open", 2, "faults");
	is_text(row, "number", "GZ2"); /* the gravest first */
	is_text(row, "symptom", "dark");
	is_text(part(&snapshot, "modes_active", 1, "modes"), "purpose",
		"visit");
	row = part(&snapshot, "left_open", 1, "left");
	assert_int_equal(js_member(row, "zone_no")->i, 3);
	assert_int_equal(js_member(row, "remind_ms")->i, closed + 12 * HOUR_MS);
	is_text(part(&snapshot, "incidents_open", 1, "incidents"), "number",
		"JQ1");
	is_text(part(&snapshot, "dispatches_open", 1, "dispatches"), "patrol",
		"Car 3");
	is_text(part(&snapshot, "receipts_open", 1, "receipts"), "number",
		"BJ1");
	is_text(part(&snapshot, "notices_failed", 1, "notices"), "failure",
		"no route");
	is_text(part(&snapshot, "storms_now", 1, "storms"), "storm",
		"line:R1L1");
	/* Both are overdue; the storm speaks for its own. */
	assert_int_equal(js_member(&snapshot, "paths_overdue")->i, 2);
	assert_int_equal(js_member(&snapshot, "paths")->n, 1);
	row = part(&snapshot, "unknown_signals", 0, "unknown");
	row = part(&snapshot, "mutes_made", 1, "mutes");
	is_text(row, "reason", "radio");
	assert_int_equal(js_member(row, "at_ms")->i, h.c.now_ms);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_leader_begins_the_shift),
		STORE_TEST(duty_is_begun_once),
		STORE_TEST(the_last_one_does_not_leave),
		STORE_TEST(
		    the_centre_is_closed_with_a_reason_when_nothing_is_open),
		STORE_TEST(another_leader_takes_the_lead_of_one_who_cannot),
		STORE_TEST(the_log_is_added_to_and_never_changed),
		STORE_TEST(both_sign_the_hand_over),
		STORE_TEST(the_snapshot_holds_what_else_is_open),
		STORE_TEST(a_hand_over_is_recalled),
		STORE_TEST(the_sound_is_muted_for_minutes),
		STORE_TEST(members_are_not_written_by_hand),
	};

	return cmocka_run_group_tests(tests, centre_start, centre_stop);
}
