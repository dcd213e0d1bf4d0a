/* raise.h - a site with a panel and zones, and signals through the rules in
 * simulated time. */
#ifndef TESTS_RAISE_H
#define TESTS_RAISE_H

#include "estate.h"

#include "alarm/alarm.h"
#include "alarm/code.h"
#include "alarm/raise.h"
#include "alarm/raise_parts.h"
#include "gen/stmt.h"

struct raise_site {
	struct estate e;
	int64_t panel, zone[3]; /* 1 and 2 adjacent, 3 another principle */
	int64_t now_ms;
};

static inline void
raise_make(struct store *s, struct raise_site *r)
{
	static const char *const more[] = {
		"\"principle\":\"magnetic\",\"detector\":\"contact\","
		"\"adjacent\":\"2\"",
		"\"principle\":\"magnetic\",\"detector\":\"contact\"",
		"\"principle\":\"infrared\",\"detector\":\"pir\"",
	};

	estate_make(s, &r->e);
	r->now_ms = NOON;
	r->panel = estate_add(
	    s, r->e.program, "panel",
	    ESTATE_TEXT("{\"name\":\"主机\",\"site\":\"%lld\",\"state\":"
			"\"live\",\"protocol\":\"dc09\",\"account\":\"1234\","
			"\"receiver_line\":\"L0\",\"format\":\"sia\","
			"\"encryption\":\"none\",\"paths\":[\"ip\"],"
			"\"standby_h\":80}",
			(long long)r->e.site));
	for (int i = 0; i < 3; i++)
		r->zone[i] = estate_add(
		    s, r->e.program, "zone",
		    ESTATE_TEXT("{\"name\":\"防区%d\",\"panel\":\"%lld\","
				"\"number\":%d,\"zone_type\":\"instant\",%s}",
				i + 1, (long long)r->panel, i + 1, more[i]));
}

/* As the stream has it, by the tables. */
static inline struct signal
raise_like(const struct raise_site *r, const char *code, int64_t zone_no)
{
	const struct code *c = code_find(STR("sia"), str_of(code), '\0');
	struct signal s = { .id = id_new(r->now_ms),
			    .org = r->e.org,
			    .received_ms = r->now_ms,
			    .device_ms = SIGNAL_NONE,
			    .panel = r->panel,
			    .site = r->e.site,
			    .customer = r->e.customer,
			    .part_no = SIGNAL_NONE,
			    .zone_no = SIGNAL_NONE,
			    .user_no = SIGNAL_NONE };

	assert_non_null(c);
	s.source = STR("dc09");
	s.format = STR("sia");
	s.code = c->code;
	s.role = c->role;
	s.class = c->class;
	s.priority = c->priority;
	s.state = STR(SIGNAL_DECODED);
	if (str_is(c->concerns, "user"))
		s.user_no = zone_no;
	else
		s.zone_no = zone_no;
	return s;
}

static inline void
raise_store(struct task *t, const struct signal *s)
{
	assert_int_equal(db_run(t->db, STMT_SIGNAL_INSERT,
				ARGS(val_int(s->id), val_int(s->org),
				     val_int(s->received_ms), val_null(),
				     val_text(s->source), val_null(),
				     val_null(), val_null(),
				     val_text(STR("1234")), val_null(),
				     val_null(), val_int(0), val_id(s->panel),
				     val_id(s->site), val_id(s->customer),
				     val_null(), val_int(0),
				     val_text(s->format), val_text(s->code),
				     val_text(s->role), val_text(s->class),
				     val_int(s->priority),
				     s->part_no < 0 ? val_null() :
						      val_int(s->part_no),
				     s->zone_no < 0 ? val_null() :
						      val_int(s->zone_no),
				     s->user_no < 0 ? val_null() :
						      val_int(s->user_no),
				     s->text.n == 0 ? val_null() :
						      val_text(s->text),
				     val_null(), val_null(),
				     val_text(s->state)),
				NULL, NULL, &t->why),
			 OK);
}

/* Stores and handles one; returns its id. */
static inline int64_t
raise_put(struct store *s, struct raise_site *r, const struct signal *one)
{
	struct task t =
	    people_task(s, TX_WRITE, r->now_ms, actor_program(r->e.org));

	raise_store(&t, one);
	store_ok(s, people_end(s, &t, raise_signal(&t, one)));
	return one->id;
}

static inline int64_t
raise_one(struct store *s, struct raise_site *r, const char *code,
	  int64_t zone_no)
{
	struct signal one;

	r->now_ms += SECOND_MS;
	one = raise_like(r, code, zone_no);
	return raise_put(s, r, &one);
}

static const struct stmt raise_stmts[] = {
	{ "test_fate",
	  { "SELECT fate, COALESCE(alarm, 0) FROM signal_fate"
	    " WHERE org = $1 AND signal = $2",
	    "SELECT fate, COALESCE(alarm, 0) FROM signal_fate"
	    " WHERE org = $1 AND signal = $2" },
	  2,
	  "test",
	  NULL },
	{ "test_own",
	  { "SELECT COUNT(*) FROM signal WHERE org = $1 AND source = 'own'"
	    " AND code = $2",
	    "SELECT COUNT(*) FROM signal WHERE org = $1 AND source = 'own'"
	    " AND code = $2" },
	  2,
	  "test",
	  NULL },
	{ "test_alarms",
	  { "SELECT COUNT(*) FROM alarm WHERE org = $1 AND state <> 'test'",
	    "SELECT COUNT(*) FROM alarm WHERE org = $1 AND state <> 'test'" },
	  1,
	  "test",
	  NULL },
	{ "test_own_newest",
	  { "SELECT MAX(id) FROM signal WHERE org = $1 AND source = 'own'",
	    "SELECT MAX(id) FROM signal WHERE org = $1 AND source = 'own'" },
	  1,
	  "test",
	  NULL },
	{ "test_cursor_set",
	  { "UPDATE signal_cursor SET upto = $2 WHERE priority = $1",
	    "UPDATE signal_cursor SET upto = $2 WHERE priority = $1" },
	  2,
	  "test",
	  NULL },
	{ "test_again",
	  { "SELECT signal FROM signal_fate WHERE org = $1 AND again_of = $2",
	    "SELECT signal FROM signal_fate WHERE org = $1 AND again_of = $2" },
	  2,
	  "test",
	  NULL },
};
enum {
	ASK_FATE,
	ASK_OWN,
	ASK_ALARMS,
	ASK_OWN_NEWEST,
	ASK_CURSOR_SET,
	ASK_AGAIN,
	ASK_N
};
static int raise_no[ASK_N];

/* Before a second thread runs. */
static inline int
raise_start(void **state)
{
	struct why why = { 0 };

	for (int i = 0; i < ASK_N; i++)
		raise_no[i] = stmt_add(&raise_stmts[i]);
	if (codes_load("packs", &why) != OK)
		return -1;
	return estate_start(state);
}

static inline int
raise_stop(void **state)
{
	codes_free();
	return estate_stop(state);
}

static inline struct rows
raise_ask(struct store *s, int what, const struct val *args, size_t n)
{
	struct rows rows = { 0 };

	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	store_ok(s,
		 db_run(s->db, raise_no[what], args, n, &s->a, &rows, &s->why));
	store_ok(s, db_end(s->db, OK, &s->why));
	return rows;
}

/* "logged" when there is none. */
static inline struct str
raise_fate_of(struct store *s, const struct raise_site *r, int64_t id,
	      int64_t *alarm)
{
	struct rows rows =
	    raise_ask(s, ASK_FATE, ARGS(val_int(r->e.org), val_int(id)));

	if (alarm != NULL)
		*alarm = rows.n == 0 ? 0 : rows.v[1].i;
	return rows.n == 0 ? STR("logged") : rows.v[0].s;
}

static inline int64_t
raise_owns(struct store *s, const struct raise_site *r, const char *code)
{
	return raise_ask(s, ASK_OWN,
			 ARGS(val_int(r->e.org), val_text(str_of(code))))
	    .v[0]
	    .i;
}

static inline int64_t
raise_alarms(struct store *s, const struct raise_site *r)
{
	return raise_ask(s, ASK_ALARMS, ARGS(val_int(r->e.org))).v[0].i;
}

static inline int64_t
raise_sweep_at(struct store *s, struct raise_site *r, int64_t now_ms)
{
	struct task t;
	int64_t n = 0;

	r->now_ms = now_ms;
	t = people_task(s, TX_WRITE, now_ms, actor_program(0));
	store_ok(s, people_end(s, &t, raise_sweep(&t, now_ms, 50, &n)));
	return n;
}

/* The newest signal of our own goes through the rules; its id. */
static inline int64_t
raise_told(struct store *s, struct raise_site *r)
{
	int64_t id =
	    raise_ask(s, ASK_OWN_NEWEST, ARGS(val_int(r->e.org))).v[0].i;
	struct task t =
	    people_task(s, TX_WRITE, r->now_ms, actor_program(r->e.org));
	struct signal one;
	enum err rc = raise_signal_get(&t, id, &one);

	if (rc == OK)
		rc = raise_signal(&t, &one);
	store_ok(s, people_end(s, &t, rc));
	return id;
}

/* A row of a process or register, as it is. */
static inline struct reg_row
raise_row(struct store *s, const struct raise_site *r, const struct reg *reg,
	  int64_t id)
{
	struct task t = people_task(s, TX_READ, r->now_ms, r->e.program);
	struct reg_row row;

	store_ok(s, people_end(s, &t, reg_get(&t, reg, id, &row)));
	return row;
}

#endif
