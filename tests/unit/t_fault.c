/* t_fault.c - trouble becomes a repair order, once, and its restore shows. */
#include "raise.h"

#include "alarm/fault.h"
#include "estate/estate.h"
#include "upkeep/workorder.h"

static const struct stmt newest_fault = {
	"test_fault",
	{ "SELECT id FROM fault WHERE org = $1 ORDER BY id DESC LIMIT 1",
	  "SELECT id FROM fault WHERE org = $1 ORDER BY id DESC LIMIT 1" },
	1,
	"test",
	NULL
};
static int newest_no;

static int64_t
newest(struct store *s, struct raise_site *r)
{
	struct rows rows = { 0 };

	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	store_ok(s, db_run(s->db, newest_no, ARGS(val_int(r->e.org)), &s->a,
			   &rows, &s->why));
	store_ok(s, db_end(s->db, OK, &s->why));
	return rows.n == 0 ? 0 : rows.v[0].i;
}

static struct val
fault_val(struct store *s, struct raise_site *r, int64_t id, const char *field)
{
	struct reg_row row = raise_row(s, r, &fault_reg, id);

	return *reg_val(&fault_reg, row.v, field);
}

static struct val
order_val(struct store *s, struct raise_site *r, int64_t id, const char *field)
{
	struct reg_row row = raise_row(s, r, &workorder_reg, id);

	return *reg_val(&workorder_reg, row.v, field);
}

static enum err
step(struct store *s, struct raise_site *r, struct actor who, int64_t id,
     const char *event, const char *reason)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, who);
	struct reg_input in = reg_input_new(&s->a, &fault_reg);
	struct reg_row row;

	return people_end(s, &t,
			  process_step(&t, &fault_reg, id, 0, str_of(event),
				       &in, str_of(reason), &row));
}

static void
a_trouble_proposes_once(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t id;

	raise_make(s, &r);
	(void)raise_one(s, &r, "BT", 1); /* zone trouble */
	id = newest(s, &r);
	assert_true(id != 0);
	assert_str(fault_val(s, &r, id, "state").s, "proposed");
	assert_int_equal(fault_val(s, &r, id, "count").i, 1);
	assert_int_equal(fault_val(s, &r, id, "zone").i, r.zone[0]);
	assert_str(fault_val(s, &r, id, "grade").s, "general");
	(void)raise_one(s, &r, "BT", 1);
	assert_int_equal(newest(s, &r), id);
	assert_int_equal(fault_val(s, &r, id, "count").i, 2);
	(void)raise_one(s, &r, "BT", 2); /* another zone */
	assert_true(newest(s, &r) != id);
}

static void
one_step_makes_the_order(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct actor operator;
	int64_t id, order;

	raise_make(s, &r);
	operator=
	    people_actor(r.e.org, people_add(s, r.e.org, "op", "operator"),
			 "operator");
	(void)raise_one(s, &r, "BT", 1);
	id = newest(s, &r);
	store_ok(s, step(s, &r, operator, id, "order", ""));
	assert_str(fault_val(s, &r, id, "state").s, "ordered");
	order = fault_val(s, &r, id, "workorder").i;
	assert_true(order != 0);
	assert_int_equal(order_val(s, &r, order, "fault").i, id);
	assert_int_equal(order_val(s, &r, order, "site").i, r.e.site);
	assert_str(order_val(s, &r, order, "channel").s, "alarm");
	assert_str(order_val(s, &r, order, "grade").s, "general");
	assert_str(order_val(s, &r, order, "state").s, "reported");
	store_fails(s, ERR_STATE, step(s, &r, operator, id, "order", ""));
}

static void
the_restore_shows_on_the_order(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t id, again, order;

	raise_make(s, &r);
	(void)raise_one(s, &r, "BT", 1);
	id = newest(s, &r);
	store_ok(s, step(s, &r, r.e.program, id, "order", ""));
	order = fault_val(s, &r, id, "workorder").i;
	(void)raise_one(s, &r, "BJ", 1);
	assert_str(fault_val(s, &r, id, "state").s, "restored");
	assert_int_equal(order_val(s, &r, order, "signal_restored_ms").i,
			 r.now_ms);
	/* Back again while the order is open: no second one. */
	(void)raise_one(s, &r, "BT", 1);
	again = newest(s, &r);
	assert_true(again != id);
	assert_str(fault_val(s, &r, again, "state").s, "ordered");
	assert_int_equal(fault_val(s, &r, again, "workorder").i, order);
	assert_int_equal(order_val(s, &r, order, "signal_restored_ms").type,
			 VAL_NULL);
}

static void
people_dismiss_with_a_reason_only(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	struct actor operator;
	int64_t id;

	raise_make(s, &r);
	operator=
	    people_actor(r.e.org, people_add(s, r.e.org, "op", "operator"),
			 "operator");
	(void)raise_one(s, &r, "BT", 1);
	id = newest(s, &r);
	store_fails(s, ERR_INVALID, step(s, &r, operator, id, "dismiss", ""));
	store_fails(s, ERR_FORBIDDEN, step(s, &r, operator, id, "restore", ""));
	store_ok(s, step(s, &r, operator, id, "dismiss", "已知，大修中"));
	assert_str(fault_val(s, &r, id, "state").s, "dismissed");
	(void)raise_one(s, &r, "BJ", 1); /* ends nothing any more */
	assert_str(fault_val(s, &r, id, "state").s, "dismissed");
}

static int
setup(void **state)
{
	newest_no = stmt_add(&newest_fault);
	return raise_start(state);
}

/* ---- where it is, and what we find ourselves ---- */

static int64_t
device(struct store *s, struct raise_site *r, const char *name)
{
	int64_t system =
	    estate_add(s, r->e.program, "system",
		       ESTATE_TEXT("{\"name\":\"%s\",\"site\":\"%lld\","
				   "\"kind\":"
				   "\"intrusion\"}",
				   name, (long long)r->e.site));

	return estate_add(s, r->e.program, "device",
			  ESTATE_TEXT("{\"name\":\"%s\",\"site\":\"%lld\","
				      "\"system\":\"%lld\",\"kind\":"
				      "\"detector\",\"layer\":\"front\","
				      "\"criticality\":\"core\",\"state\":"
				      "\"in_use\"}",
				      name, (long long)r->e.site,
				      (long long)system));
}

static void
put_device(struct store *s, struct raise_site *r, const struct reg *reg,
	   int64_t id, int64_t dev)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);
	struct reg_input in = reg_input_new(&s->a, reg);
	size_t i = reg_field(reg, "device");
	struct reg_row row;

	in.set[i] = true;
	in.v[i] = val_int(dev);
	store_ok(s,
		 people_end(s, &t,
			    reg_update(&t, reg, id, 0, &in, "update", &row)));
}

static void
the_device_is_the_zones_else_the_panels(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t control, detector;

	raise_make(s, &r);
	control = device(s, &r, "控制器");
	detector = device(s, &r, "红外");
	put_device(s, &r, &panel_reg, r.panel, control);
	put_device(s, &r, &zone_reg, r.zone[0], detector);
	(void)raise_one(s, &r, "BT", 1);
	assert_int_equal(fault_val(s, &r, newest(s, &r), "device").i, detector);
	(void)raise_one(s, &r, "BT", 2); /* names none */
	assert_int_equal(fault_val(s, &r, newest(s, &r), "device").i, control);
	(void)raise_one(s, &r, "YT", SIGNAL_NONE);
	assert_int_equal(fault_val(s, &r, newest(s, &r), "device").i, control);
}

/* As the supervision writes it. */
static int64_t
own(struct store *s, struct raise_site *r, const char *code, const char *data,
    int64_t priority)
{
	const struct code *c = code_find(STR("own"), str_of(code), '\0');
	struct signal one;

	r->now_ms += SECOND_MS;
	one = raise_like(r, "BA", SIGNAL_NONE);
	one.source = one.format = STR("own");
	one.code = c->code;
	one.role = c->role;
	one.class = c->class;
	one.priority = priority > 0 ? priority : c->priority;
	one.data = str_of(data);
	return raise_put(s, r, &one);
}

static void
what_we_find_ourselves_proposes_and_restores(void **state)
{
	static const struct {
		const char *begins, *ends, *grade;
	} pairs[] = { { "path_overdue", "path_restored", "urgent" },
		      { "test_missing", "test_came", "general" },
		      { "clock_off", "clock_good", "general" } };
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t id, was = 0;

	raise_make(s, &r);
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		(void)own(s, &r, pairs[i].begins, "path=main silent_ms=9", 0);
		id = newest(s, &r);
		assert_true(id != was);
		assert_true(
		    str_is(fault_val(s, &r, id, "grade").s, pairs[i].grade));
		assert_str(fault_val(s, &r, id, "state").s, "proposed");
		(void)own(s, &r, pairs[i].ends, "path=main silent_ms=9", 0);
		assert_str(fault_val(s, &r, id, "state").s, "restored");
		was = id;
	}
	/* One of a storm is the network's. */
	(void)own(s, &r, "path_overdue", "path=main silent_ms=9 storm=line:L0",
		  5);
	assert_int_equal(newest(s, &r), was);
}

static enum err
repair(struct store *s, struct raise_site *r, int64_t alarm)
{
	struct task t = people_task(s, TX_WRITE, r->now_ms, r->e.program);
	struct reg_input in = reg_input_new(&s->a, &alarm_reg);
	struct reg_row row;

	return people_end(s, &t,
			  process_step(&t, &alarm_reg, alarm, 0, STR("repair"),
				       &in, STR(""), &row));
}

/* A technical alarm whose code says nothing of maintenance. */
static void
a_person_proposes_what_no_code_does(void **state)
{
	struct store *s = store_of(state);
	struct raise_site r;
	int64_t alarm, fault;

	raise_make(s, &r);
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "RT", SIGNAL_NONE),
				 &alarm),
		   "raised");
	assert_int_equal(newest(s, &r), 0);
	store_ok(s, repair(s, &r, alarm));
	fault = newest(s, &r);
	assert_int_equal(fault_val(s, &r, fault, "alarm").i, alarm);
	store_fails(s, ERR_STATE, repair(s, &r, alarm)); /* it has one */
	store_ok(s, step(s, &r, r.e.program, fault, "order", ""));
	assert_true(fault_val(s, &r, fault, "workorder").i != 0);
	r.now_ms += HOUR_MS;
	assert_str(raise_fate_of(s, &r, raise_one(s, &r, "BA", 1), &alarm),
		   "raised");
	store_fails(s, ERR_STATE, repair(s, &r, alarm));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_trouble_proposes_once),
		STORE_TEST(one_step_makes_the_order),
		STORE_TEST(the_restore_shows_on_the_order),
		STORE_TEST(people_dismiss_with_a_reason_only),
		STORE_TEST(the_device_is_the_zones_else_the_panels),
		STORE_TEST(what_we_find_ourselves_proposes_and_restores),
		STORE_TEST(a_person_proposes_what_no_code_does),
	};

	return cmocka_run_group_tests(tests, setup, raise_stop);
}
