/* patrol_choice.c - who is on duty, how near, and who is next. */
#include <stdlib.h>
#include <string.h>

#include "alarm/dispatch.h"
#include "alarm/incident.h"
#include "alarm/notice.h"
#include "base/str.h"
#include "estate/estate.h"
#include "gen/stmt.h"

/* The cosine of a latitude in ten-thousandths, every five degrees. */
static int64_t
cos_e4(int64_t lat_e6)
{
	static const int64_t table[] = { 10000, 9962, 9848, 9659, 9397,
					 9063,	8660, 8192, 7660, 7071,
					 6428,	5736, 5000, 4226, 3420,
					 2588,	1736, 872,  0,	  0 };
	int64_t at = lat_e6 < 0 ? -lat_e6 : lat_e6, i = at / 5000000;
	int64_t rest = at % 5000000;

	if (i > 17)
		return 0;
	return table[i] + (table[i + 1] - table[i]) * rest / 5000000;
}

static int64_t
root(int64_t v)
{
	int64_t low = 0, high = INT64_C(40000000);

	while (low < high) {
		int64_t mid = (low + high + 1) / 2;

		if (mid * mid <= v)
			low = mid;
		else
			high = mid - 1;
	}
	return low;
}

/* A degree of latitude is 111.2 km, of longitude that times the cosine. */
int64_t
distance_m(int64_t lat_a_e6, int64_t lon_a_e6, int64_t lat_b_e6,
	   int64_t lon_b_e6)
{
	int64_t y = (lat_b_e6 - lat_a_e6) * 1112 / 10000;
	int64_t x = lon_b_e6 - lon_a_e6;

	if (x > 180000000)
		x -= 360000000;
	if (x < -180000000)
		x += 360000000;
	x = x * 1112 / 10000 * cos_e4((lat_a_e6 + lat_b_e6) / 2) / 10000;
	return root(x * x + y * y);
}

static bool
names_district(struct str list, struct str district)
{
	while (list.n > 0 && district.n > 0) {
		struct str one = str_trim(str_cut(list, ',', &list));

		if (str_eq(one, district))
			return true;
	}
	return false;
}

/* Chinese commas too: people type them. */
static struct str
commas(struct arena *a, struct str s)
{
	static const char wide[] = "\xef\xbc\x8c", mark[] = "\xe3\x80\x81";
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		struct str rest = str_skip(s, i);

		if (str_starts(rest, str_of(wide)) ||
		    str_starts(rest, str_of(mark))) {
			out[n++] = ',';
			i += 2;
			continue;
		}
		out[n++] = s.p[i];
	}
	return (struct str){ out, n };
}

static struct str
text_of(const struct val *v)
{
	return v->type == VAL_TEXT ? v->s : STR("");
}

static void
view_of(struct task *t, const struct val *v, const struct reg_row *site,
	struct patrol_view *out)
{
	const struct val *lat = reg_val(&site_reg, site->v, "latitude_e6");
	const struct val *lon = reg_val(&site_reg, site->v, "longitude_e6");

	*out = (struct patrol_view){ .id = v[0].i,
				     .name = text_of(&v[1]),
				     .phone = text_of(&v[2]),
				     .districts = text_of(&v[3]),
				     .plate = text_of(&v[4]),
				     .distance_m = -1 };
	out->in_district =
	    names_district(commas(t->a, out->districts),
			   text_of(reg_val(&site_reg, site->v, "district")));
	out->certified = v[8].type == VAL_INT;
	if (v[7].type != VAL_INT)
		return;
	out->position_ms = v[7].i;
	out->position_old = t->now_ms - v[7].i > POSITION_OLD_MS;
	if (lat->type == VAL_INT && lon->type == VAL_INT)
		out->distance_m = distance_m(v[5].i, v[6].i, lat->i, lon->i);
}

static int
compare(const void *a, const void *b)
{
	const struct patrol_view *x = a, *y = b;
	int64_t dx = x->distance_m < 0 ? INT64_MAX : x->distance_m;
	int64_t dy = y->distance_m < 0 ? INT64_MAX : y->distance_m;

	if (x->certified != y->certified)
		return x->certified ? -1 : 1;
	if (x->asked != y->asked)
		return x->asked ? 1 : -1;
	if (x->in_district != y->in_district)
		return x->in_district ? -1 : 1;
	if ((x->open > 0) != (y->open > 0))
		return x->open > 0 ? 1 : -1;
	if (dx != dy)
		return dx < dy ? -1 : 1;
	return x->id < y->id ? -1 : 1;
}

static enum err
add_history(struct task *t, int64_t incident, struct patrol_view *list,
	    size_t n)
{
	struct rows asked, open;

	TRY(db_run(t->db, STMT_PATROL_ASKED,
		   ARGS(val_int(t->who.org), val_int(incident)), t->a, &asked,
		   &t->why));
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < asked.n; k++)
			if (rows_at(&asked, k)[0].i == list[i].id)
				list[i].asked = true;
		TRY(db_run(t->db, STMT_PATROL_OPEN,
			   ARGS(val_int(t->who.org), val_int(list[i].id)), t->a,
			   &open, &t->why));
		list[i].open = open.v[0].i;
	}
	return OK;
}

static struct val
today(struct task *t)
{
	char day[11];

	date_print(zone_date(task_zone(t), t->now_ms), day);
	return val_text(arena_str(t->a, str_of(day)));
}

enum err
patrol_is_certified(struct task *t, const struct val *row, bool *out)
{
	const struct val *staff = reg_val(&patrol_reg, row, "staff");
	struct rows rows;

	*out = false;
	if (staff->type == VAL_NULL)
		return OK;
	TRY(db_run(t->db, STMT_PATROL_CERTIFICATE,
		   ARGS(val_int(t->who.org), *staff, today(t)), t->a, &rows,
		   &t->why));
	*out = rows.n > 0 && rows.v[1].type == VAL_INT;
	return OK;
}

enum err
patrol_be_certified(struct task *t, const struct val *row, const struct reg *r,
		    const char *field)
{
	const struct val *staff = reg_val(&patrol_reg, row, "staff");
	struct rows rows;

	if (staff->type == VAL_NULL)
		return fail_field(&t->why, field, reg_label(r, field),
				  "certificate",
				  "names no member of staff whose security "
				  "guard's certificate could be checked: enter "
				  "one at the patrol (NET-5.1.4)",
				  "未登记人员，无法核对保安员证：请在巡逻组中填"
				  "写"
				  "人员（NET-5.1.4）");
	TRY(db_run(t->db, STMT_PATROL_CERTIFICATE,
		   ARGS(val_int(t->who.org), *staff, today(t)), t->a, &rows,
		   &t->why));
	if (rows.n > 0 && rows.v[1].type == VAL_INT)
		return OK;
	return fail_field(
	    &t->why, field, reg_label(r, field), "certificate",
	    "%.*s has no valid security guard's certificate: enter it at the "
	    "certificates or choose another person (NET-5.1.4)",
	    "%.*s 没有有效的保安员证：请登记证书或换人（NET-5.1.4）",
	    rows.n > 0 ? (int)rows.v[0].s.n : 0,
	    rows.n > 0 ? rows.v[0].s.p : "");
}

enum err
patrols_for(struct task *t, int64_t incident, struct patrol_view **out,
	    size_t *n)
{
	struct reg_row row, site;
	struct rows rows;

	TRY(reg_get(t, &incident_reg, incident, &row));
	TRY(reg_get(t, &site_reg, reg_val(&incident_reg, row.v, "site")->i,
		    &site));
	TRY(db_run(t->db, STMT_PATROL_ON_DUTY,
		   ARGS(val_int(t->who.org), today(t)), t->a, &rows, &t->why));
	*out = ARENA_ARRAY(t->a, rows.n + 1, struct patrol_view);
	*n = rows.n;
	for (size_t i = 0; i < rows.n; i++)
		view_of(t, rows_at(&rows, i), &site, &(*out)[i]);
	TRY(add_history(t, incident, *out, *n));
	qsort(*out, *n, sizeof(**out), compare);
	return OK;
}

enum err
patrol_next(struct task *t, int64_t incident, int64_t but, int64_t *out)
{
	struct patrol_view *list;
	size_t n;

	*out = 0;
	TRY(patrols_for(t, incident, &list, &n));
	for (size_t i = 0; i < n && *out == 0; i++)
		if (list[i].certified && !list[i].asked && list[i].open == 0 &&
		    list[i].id != but)
			*out = list[i].id;
	return OK;
}

enum err
patrol_of_person(struct task *t, struct reg_row *out)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_PATROL_OF_PERSON,
		   ARGS(val_int(t->who.org), val_int(t->who.user)), t->a, &rows,
		   &t->why));
	if (rows.n == 0)
		return fail(&t->why, ERR_NOT_FOUND,
			    "you are not entered as a patrol: ask the shift "
			    "leader",
			    "您尚未登记为巡逻组成员，请联系值班长");
	return reg_get(t, &patrol_reg, rows.v[0].i, out);
}

/* A clock of a phone may be ahead: a position is never from the future. */
enum err
patrol_put_position(struct task *t, int64_t patrol, const struct position *p)
{
	int64_t at_ms =
	    p->at_ms <= 0 || p->at_ms > t->now_ms ? t->now_ms : p->at_ms;

	return db_run(t->db, STMT_PATROL_POSITION_PUT,
		      ARGS(val_int(patrol), val_int(t->who.org),
			   val_int(p->latitude_e6), val_int(p->longitude_e6),
			   val_int(p->accuracy_m), val_int(at_ms)),
		      NULL, NULL, &t->why);
}

/* Going on duty, and another person on it. */
static enum err
check_duty(struct task *t, const struct val *old, const struct val *row)
{
	if (!str_is(text_of(reg_val(&patrol_reg, row, "duty")), "on"))
		return OK;
	if (old != NULL &&
	    str_is(text_of(reg_val(&patrol_reg, old, "duty")), "on") &&
	    val_eq(*reg_val(&patrol_reg, old, "staff"),
		   *reg_val(&patrol_reg, row, "staff")))
		return OK;
	return patrol_be_certified(t, row, &patrol_reg, "staff");
}

static enum err
check_address(struct task *t, const struct val *row)
{
	const struct val *channel = reg_val(&patrol_reg, row, "channel");
	struct str address = text_of(reg_val(&patrol_reg, row, "address"));
	struct reg_row c;

	if (channel->type != VAL_INT)
		return OK;
	TRY(reg_get(t, &notice_channel_reg, channel->i, &c));
	if (!str_is(reg_val(&notice_channel_reg, c.v, "kind")->s, "email") ||
	    (address.n > 0 && memchr(address.p, '@', address.n) != NULL))
		return OK;
	return fail_field(&t->why, "address", reg_label(&patrol_reg, "address"),
			  "email", "must be an e-mail address for this channel",
			  "此通道须填写邮箱地址");
}

enum err
patrol_check(struct task *t, const struct val *old, const struct val *row)
{
	const struct val *person = reg_val(&patrol_reg, row, "person");
	struct rows rows;

	TRY(check_duty(t, old, row));
	TRY(check_address(t, row));
	if (person->type == VAL_NULL ||
	    (old != NULL &&
	     val_eq(*person, *reg_val(&patrol_reg, old, "person"))))
		return OK;
	TRY(db_run(t->db, STMT_PATROL_OF_PERSON,
		   ARGS(val_int(t->who.org), *person), t->a, &rows, &t->why));
	return rows.n == 0 ?
		   OK :
		   fail_field(&t->why, "person",
			      reg_label(&patrol_reg, "person"), "unique",
			      "answers for another patrol", "已属于另一巡逻组");
}

/* Off duty nobody is watched. */
enum err
patrol_after(struct task *t, int64_t id, const struct val *old,
	     const struct val *row)
{
	(void)old;
	if (str_is(text_of(reg_val(&patrol_reg, row, "duty")), "on"))
		return OK;
	return db_run(t->db, STMT_PATROL_POSITION_DROP,
		      ARGS(val_int(id), val_int(t->who.org)), NULL, NULL,
		      &t->why);
}
