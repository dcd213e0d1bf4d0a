/* t_estate.c - rules over several rows: what belongs together, what is there
 * once, trees without circles. */
#include "store.h"

#include "estate/estate.h"
#include "org/org.h"
#include "org/people.h"
#include "rating/pack.h"

#define NOW INT64_C(1793491200000)

struct town {
	struct store *s;
	struct task t;
};

/* "field=text|field=text" */
static struct reg_input
inputs(struct task *t, const struct reg *r, const char *text)
{
	struct reg_input in = reg_input_new(t->a, r);
	struct str rest = str_of(text);

	while (rest.n > 0) {
		struct str value, one = str_cut(rest, '|', &rest);
		struct str name = str_cut(one, '=', &value);
		int field = reg_field_find(r, name);

		assert_true(field >= 0);
		assert_int_equal(reg_input_text(t, r, (size_t)field, value,
						&in),
				 OK);
	}
	return in;
}

static enum err
add(struct town *w, const struct reg *r, const char *text, struct reg_row *row)
{
	struct reg_input in = inputs(&w->t, r, text);
	enum err rc;

	w->t.why.n_faults = 0;
	w->t.why.code = OK;
	rc = reg_create(&w->t, r, &in, "create", row);
	w->s->why = w->t.why;
	return rc;
}

static enum err
change(struct town *w, const struct reg *r, int64_t id, const char *text)
{
	struct reg_input in = inputs(&w->t, r, text);
	struct reg_row row;
	enum err rc;

	w->t.why.n_faults = 0;
	w->t.why.code = OK;
	rc = reg_update(&w->t, r, id, 0, &in, "update", &row);
	w->s->why = w->t.why;
	return rc;
}

#define good(w, call) store_ok((w)->s, (call))
#define bad(w, field_, call)                                               \
	do {                                                               \
		store_fails((w)->s, ERR_INVALID, (call));                  \
		assert_string_equal((w)->t.why.faults[0].field, (field_)); \
	} while (0)

static int64_t
made(struct town *w, const struct reg *r, const char *text)
{
	struct reg_row row;

	good(w, add(w, r, text, &row));
	return row.id;
}

/* Two customers; the first has two sites. */
static struct town *
town_of(void **state)
{
	static struct town town;
	struct town *w = &town;
	int64_t org;

	*w = (struct town){ .s = store_of(state) };
	store_ok(w->s, db_begin(w->s->db, TX_WRITE, &w->s->why));
	w->t = task_open(w->s->db, &w->s->a, NOW, actor_program(0));
	good(w, org_add(&w->t, STR("test"), STR("UTC"), false, &org));
	w->t.who = actor_program(org);
	made(w, &customer_reg,
	     "number=K1|name=one|category=bank|key_unit=none");
	made(w, &customer_reg,
	     "number=K2|name=two|category=shop|key_unit=none");
	made(w, &site_reg,
	     "number=S1|name=a|customer=K1|kind=bank|level=key|address=x");
	made(w, &site_reg,
	     "number=S2|name=b|customer=K1|kind=bank|level=key|address=x");
	made(w, &area_reg, "number=A1|name=vault|site=S1|level=key");
	made(w, &area_reg, "number=A2|name=hall|site=S2|level=ordinary");
	made(w, &system_reg, "number=X1|name=video|site=S1|kind=video");
	made(w, &system_reg, "number=X2|name=alarm|site=S2|kind=intrusion");
	return w;
}

#define DEVICE                                                              \
	"name=d|site=S1|system=X1|kind=other|layer=front|criticality=core|" \
	"state=in_use|"

static void
a_contact_is_of_a_site_of_his_customer(void **state)
{
	struct town *w = town_of(state);
	struct reg_row row;

	good(w, add(w, &contact_reg,
		    "name=li|customer=K1|site=S1|role=owner|phone=1", &row));
	bad(w, "site",
	    add(w, &contact_reg,
		"name=li|customer=K2|site=S1|role=owner|phone=1", &row));
	good(w, add(w, &contact_reg, "name=li|customer=K2|role=owner|phone=1",
		    &row));
}

static void
a_device_is_at_the_site_of_its_system(void **state)
{
	struct town *w = town_of(state);
	struct reg_row row;

	good(w, add(w, &device_reg, DEVICE "area=A1", &row));
	bad(w, "area", add(w, &device_reg, DEVICE "area=A2", &row));
	bad(w, "system", add(w, &device_reg, DEVICE "system=X2", &row));
	bad(w, "gb28181_id",
	    add(w, &device_reg, DEVICE "gb28181_id=3402000000132000000x",
		&row));
}

static void
devices_make_no_circle(void **state)
{
	struct town *w = town_of(state);
	int64_t top = made(w, &device_reg, DEVICE "number=D1");
	int64_t mid = made(w, &device_reg, DEVICE "number=D2|parent=D1");
	int64_t low = made(w, &device_reg, DEVICE "number=D3|parent=D2");

	bad(w, "parent", change(w, &device_reg, top, "parent=D1"));
	bad(w, "parent", change(w, &device_reg, top, "parent=D3"));
	bad(w, "parent", change(w, &device_reg, mid, "parent=D3"));
	good(w, change(w, &device_reg, low, "parent=D1"));
	good(w, change(w, &device_reg, mid, "parent=D3"));
	good(w, change(w, &device_reg, mid, "parent="));
}

static void
a_tree_has_sixteen_levels(void **state)
{
	struct town *w = town_of(state);
	struct reg_row row;

	made(w, &device_reg, DEVICE "number=L0");
	for (int i = 1; i <= 16; i++)
		made(w, &device_reg,
		     arena_printf(&w->s->a, DEVICE "number=L%d|parent=L%d", i,
				  i - 1)
			 .p);
	bad(w, "parent",
	    add(w, &device_reg, DEVICE "number=L17|parent=L16", &row));
}

#define PANEL "name=p|site=S2|state=live|protocol=other|paths=ip|standby_h=8|"

static void
an_account_is_there_once_per_line(void **state)
{
	struct town *w = town_of(state);
	struct reg_row row;
	int64_t second;

	good(w,
	     add(w, &panel_reg, PANEL "account=1001|receiver_line=R1L1", &row));
	good(w,
	     add(w, &panel_reg, PANEL "account=1001|receiver_line=R1L2", &row));
	second = made(w, &panel_reg, PANEL "account=1002|receiver_line=R1L1");
	bad(w, "account",
	    add(w, &panel_reg, PANEL "account=1001|receiver_line=R1L1", &row));
	bad(w, "account", change(w, &panel_reg, second, "account=1001"));
	good(w, change(w, &panel_reg, second, "name=other"));
}

static void
zones_are_numbered_once_and_stay_at_home(void **state)
{
	static const char zone[] =
	    "name=z|zone_type=instant|detector=pir|principle=infrared|";
	struct town *w = town_of(state);
	struct reg_row row;
	const char *z;

	made(w, &panel_reg, PANEL "number=P1|account=1001|receiver_line=R1L1");
	made(w, &panel_reg, PANEL "number=P2|account=1002|receiver_line=R1L1");
	made(w, &partition_reg, "name=front|panel=P1|number=1");
	made(w, &partition_reg, "name=back|panel=P2|number=1");
	bad(w, "number",
	    add(w, &partition_reg, "name=again|panel=P1|number=1", &row));
	z = arena_printf(&w->s->a,
			 "%spanel=P1|number=3|partition=front|area=A2", zone)
		.p;
	good(w, add(w, &zone_reg, z, &row));
	bad(w, "number", add(w, &zone_reg, z, &row));
	z = arena_printf(&w->s->a, "%spanel=P1|number=4|partition=back", zone)
		.p;
	bad(w, "partition", add(w, &zone_reg, z, &row));
	z = arena_printf(&w->s->a, "%spanel=P1|number=4|area=A1", zone).p;
	bad(w, "area", add(w, &zone_reg, z, &row));
}

static void
a_renewal_is_of_the_same_customer(void **state)
{
	static const char terms[] = "kind=repair|state=draft|scope=video|"
				    "start_on=2026-01-01|end_on=2026-12-31|";
	struct town *w = town_of(state);
	struct reg_row row;

	made(w, &contract_reg,
	     arena_printf(&w->s->a, "%snumber=H1|name=h|customer=K1", terms).p);
	bad(w, "predecessor",
	    add(w, &contract_reg,
		arena_printf(&w->s->a, "%sname=i|customer=K2|predecessor=H1",
			     terms)
		    .p,
		&row));
	good(w, add(w, &contract_reg,
		    arena_printf(&w->s->a,
				 "%sname=i|customer=K1|predecessor=H1", terms)
			.p,
		    &row));
}

static void
nobody_attends_twice(void **state)
{
	struct town *w = town_of(state);
	struct reg_row row;
	const char *text = "training=T1|staff=Y1|hours=4|result=passed";

	made(w, &staff_reg,
	     "number=Y1|name=wang|birth_on=1990-01-01|education=college|"
	     "employed_from=2020-01-01");
	made(w, &training_reg, "number=T1|name=law|topic=law|planned_hours=4");
	good(w, add(w, &attendance_reg, text, &row));
	bad(w, "staff", add(w, &attendance_reg, text, &row));
}

static int
setup(void **state)
{
	struct why why = { 0 };

	(void)state;
	registers_start();
	return packs_load("packs", &why) == OK ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	packs_free();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_contact_is_of_a_site_of_his_customer),
		STORE_TEST(a_device_is_at_the_site_of_its_system),
		STORE_TEST(devices_make_no_circle),
		STORE_TEST(a_tree_has_sixteen_levels),
		STORE_TEST(an_account_is_there_once_per_line),
		STORE_TEST(zones_are_numbered_once_and_stay_at_home),
		STORE_TEST(a_renewal_is_of_the_same_customer),
		STORE_TEST(nobody_attends_twice),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
