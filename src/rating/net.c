/* net.c - staffing and drills of the pack `net`. */
#include "rating/net.h"

#include "base/str.h"
#include "base/time.h"
#include "gen/stmt.h"

static const struct {
	const char *word;
	struct label label;
} counts[] = {
#define X(name, word, zh, en) [name] = { word, { zh, en } },
	NET_COUNTS(X)
#undef X
};

const char *
net_count_word(enum net_count count)
{
	return counts[count].word;
}

struct label
net_count_label(enum net_count count)
{
	return counts[count].label;
}

static enum err
find_pack(struct task *t, const struct pack **out)
{
	*out = pack_find("net");
	if (*out != NULL)
		return OK;
	return fail(&t->why, ERR_STATE, "the pack “net” is not loaded",
		    "未加载标准包“net”");
}

static int64_t
param(const struct pack *p, const char *name, int64_t none)
{
	const struct pack_param *v = pack_param(p, name);

	return v == NULL ? none : v->value;
}

static struct val
day_val(struct arena *a, int64_t days)
{
	char text[11];

	date_print(days, text);
	return val_text(arena_str(a, str_of(text)));
}

/* The same day some months earlier; the last of a shorter month. */
int64_t
net_months_before(int64_t days, int64_t months)
{
	struct civil c;
	int64_t at, first;

	date_civil(days, &c);
	at = (int64_t)c.year * 12 + c.month - 1 - months;
	first = date_days((int)(at / 12), (int)(at % 12) + 1, 1);
	at++;
	at = date_days((int)(at / 12), (int)(at % 12) + 1, 1) - 1;
	return first + c.day - 1 < at ? first + c.day - 1 : at;
}

static bool
has_word(struct str list, struct str word)
{
	while (list.n > 0)
		if (str_eq(str_cut(list, ',', &list), word))
			return true;
	return false;
}

/* n_columns: the post is not in the table. */
static size_t
column_of(const struct pack_table *table, struct str kind)
{
	size_t i = 0;

	while (i < table->n_columns && !has_word(table->columns[i].posts, kind))
		i++;
	return i;
}

/* v: id, name, kind, post, employed_from, employed_to, certificate,
 * any_certificate */
static enum net_count
count_of(const struct pack_column *col, const struct val *v, struct str on)
{
	if (v[4].type == VAL_TEXT && str_cmp(v[4].s, on) > 0)
		return NET_NOT_YET;
	if (v[5].type == VAL_TEXT && str_cmp(v[5].s, on) < 0)
		return NET_GONE;
	if (v[6].type != VAL_NULL)
		return NET_COUNTED;
	if (!col->strict)
		return NET_WARNED;
	return v[7].type == VAL_NULL ? NET_NO_CERTIFICATE : NET_EXPIRED;
}

static void
add_person(struct net_staffing *out, const struct val *v, struct str on)
{
	size_t column = column_of(out->table, v[2].s);
	struct net_person *p = &out->people[out->n_people];

	if (column == out->table->n_columns)
		return;
	*p = (struct net_person){
		.staff = v[0].i,
		.certificate = v[6].type == VAL_NULL ? 0 : v[6].i,
		.name = v[1].s,
		.kind = v[2].s,
		.post = v[3].s,
		.column = column,
		.count = count_of(&out->table->columns[column], v, on),
	};
	if (p->count == NET_COUNTED || p->count == NET_WARNED)
		out->actual[column]++;
	out->n_people++;
}

/* One certificate for all columns: people are looked up once. */
static enum err
load_people(struct task *t, int64_t on_days, struct net_staffing *out)
{
	struct val on = day_val(t->a, on_days);
	struct rows rows;

	TRY(db_run(t->db, STMT_NET_PEOPLE,
		   ARGS(val_int(t->who.org), on,
			val_text(out->table->columns[0].certificate)),
		   t->a, &rows, &t->why));
	out->people = ARENA_ARRAY(t->a, rows.n, struct net_person);
	for (size_t i = 0; i < rows.n; i++)
		add_person(out, rows_at(&rows, i), on.s);
	return OK;
}

static enum err
count_customers(struct task *t, int64_t on_days, int64_t *out)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_NET_CUSTOMERS,
		   ARGS(val_int(t->who.org), day_val(t->a, on_days)), t->a,
		   &rows, &t->why));
	*out = rows.v[0].i;
	return OK;
}

bool
net_reach(int64_t now, int64_t before, int64_t months, int64_t target,
	  int64_t *days)
{
	int64_t growth = now - before;

	if (growth <= 0 || target <= now)
		return false;
	/* A month is 365.25/12 days. */
	*days =
	    ((target - now) * months * 487 + growth * 16 - 1) / (growth * 16);
	return true;
}

/* K23: the post with the smallest share of what the table asks for. */
static size_t
find_least(const struct net_staffing *s)
{
	size_t least = 0;

	for (size_t i = 1; i < s->table->n_columns; i++)
		if (s->actual[i] * s->row->values[least] <
		    s->actual[least] * s->row->values[i])
			least = i;
	return least;
}

static void
look_ahead(const struct pack *p, int64_t on_days, struct net_staffing *s)
{
	int64_t days, percent = param(p, "staffing.near_percent", 5);

	if (s->row->to == INT64_MAX)
		return;
	s->next = s->row + 1;
	s->near_next = s->customers * 100 >= s->next->from * (100 - percent);
	s->reaches = net_reach(s->customers, s->customers_before,
			       s->growth_months, s->next->from, &days);
	if (s->reaches)
		s->reach_days = on_days + days;
}

enum err
net_staffing(struct task *t, int64_t on_days, struct net_staffing *out)
{
	const struct pack *p;

	*out = (struct net_staffing){ 0 };
	TRY(find_pack(t, &p));
	out->table = pack_table(p, "staffing");
	if (out->table == NULL)
		return fail(&t->why, ERR_STATE,
			    "the pack “net” has no staffing table",
			    "标准包“net”没有人员配备表");
	TRY(load_people(t, on_days, out));
	out->growth_months = param(p, "staffing.growth_months", 12);
	TRY(count_customers(t, on_days, &out->customers));
	TRY(count_customers(t, net_months_before(on_days, out->growth_months),
			    &out->customers_before));
	out->row = pack_row(out->table, out->customers);
	out->least = find_least(out);
	look_ahead(p, on_days, out);
	return OK;
}

enum err
net_drills(struct task *t, int64_t on_days, struct net_drills *out)
{
	const struct pack *p;
	struct civil c;

	*out = (struct net_drills){ 0 };
	TRY(find_pack(t, &p));
	date_civil(on_days, &c);
	out->year = c.year;
	out->need = param(p, "drills.min_per_year", 2);
	TRY(db_run(t->db, STMT_NET_DRILLS,
		   ARGS(val_int(t->who.org),
			day_val(t->a, date_days(c.year, 1, 1)),
			day_val(t->a, on_days)),
		   t->a, &out->rows, &t->why));
	TRY(db_run(t->db, STMT_NET_DRILLS_OPEN,
		   ARGS(val_int(t->who.org),
			day_val(t->a, date_days(c.year, 1, 1))),
		   t->a, &out->open, &t->why));
	out->closed = (int64_t)out->rows.n;
	out->missing = out->closed < out->need ? out->need - out->closed : 0;
	/* C.3.9: at the end of the third quarter. */
	out->remind =
	    out->missing > 0 &&
	    on_days + 1 >=
		date_days(c.year, (int)param(p, "drills.remind_from_month", 10),
			  1);
	return OK;
}

enum err
net_exercised_since(struct task *t, int64_t on_days, int64_t *out)
{
	const struct pack *p;

	TRY(find_pack(t, &p));
	*out =
	    net_months_before(on_days, param(p, "plans.exercised_months", 24));
	return OK;
}

enum err
net_accounts(struct task *t, int64_t on_days, int64_t after, int64_t limit,
	     struct rows *out)
{
	return db_run(t->db, STMT_NET_CUSTOMER_ROWS,
		      ARGS(val_int(t->who.org), day_val(t->a, on_days),
			   val_int(after), val_int(limit)),
		      t->a, out, &t->why);
}

const char *
net_account_count(const struct val *row, struct str on)
{
	struct str state = row[NET_STATE].s;

	if (!str_is(state, "live"))
		return "state";
	if (row[NET_SINCE].type == VAL_NULL ||
	    str_cmp(row[NET_SINCE].s, on) > 0)
		return "not_yet";
	return row[NET_CONTRACT].type == VAL_NULL ? "no_contract" : "counted";
}
