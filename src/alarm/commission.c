/* commission.c - the checklist of a panel and its way to "live". */
#include "alarm/commission.h"

#include "base/str.h"
#include "base/time.h"
#include "estate/estate.h"
#include "gen/stmt.h"
#include "kind/secret.h"

#define NAMED_MAX 12 /* zones named in a refusal */

const char *
commission_lack_word(enum commission_lack lack)
{
	static const char *const words[] = {
#define X(name, word, zh, en) [name] = word,
		COMMISSION_LACKS(X)
#undef X
	};

	return words[lack];
}

struct label
commission_lack_label(enum commission_lack lack)
{
	static const struct label labels[] = {
#define X(name, word, zh, en) [name] = LABEL(zh, en),
		COMMISSION_LACKS(X)
#undef X
	};

	return labels[lack];
}

static const struct val *
value(const struct reg_row *row, const char *name)
{
	return reg_val(&panel_reg, row->v, name);
}

static enum err
load_zones(struct task *t, struct commission *c)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_COMMISSION_ZONES,
		   ARGS(val_int(t->who.org), val_int(c->panel.id)), t->a, &rows,
		   &t->why));
	c->n_zones = rows.n;
	c->zones = arena_alloc(t->a, (rows.n + 1) * sizeof(*c->zones));
	for (size_t i = 0; i < rows.n; i++) {
		const struct val *v = rows_at(&rows, i);

		c->zones[i] = (struct commission_zone){ .id = v[0].i,
							.number = v[1].i,
							.name = v[2].s };
	}
	return OK;
}

static void
zone_seen(struct commission *c, const struct val *v)
{
	for (size_t i = 0; i < c->n_zones; i++) {
		struct commission_zone *z = &c->zones[i];

		if (z->number != v[0].i)
			continue;
		z->n = v[1].i;
		z->seen_ms = v[2].i;
		z->signal = v[3].i;
		c->n_seen++;
	}
}

static enum err
load_seen(struct task *t, struct commission *c)
{
	struct val site = *value(&c->panel, "site");
	struct val from = val_int(id_floor(c->since_ms));
	struct rows rows;

	if (c->since_ms == 0)
		return OK;
	TRY(db_run(t->db, STMT_COMMISSION_SEEN,
		   ARGS(val_int(t->who.org), site, val_int(c->panel.id), from),
		   t->a, &rows, &t->why));
	for (size_t i = 0; i < rows.n; i++)
		zone_seen(c, rows_at(&rows, i));
	TRY(db_run(t->db, STMT_COMMISSION_TEST,
		   ARGS(val_int(t->who.org), site, val_int(c->panel.id), from),
		   t->a, &rows, &t->why));
	if (rows.n > 0 && rows.v[0].type == VAL_INT)
		c->test_ms = rows.v[0].i;
	return OK;
}

static enum err
load_key(struct task *t, struct commission *c)
{
	const struct val *how = value(&c->panel, "encryption");
	const struct val *name = value(&c->panel, "key_ref");

	c->needs_key = how->type == VAL_TEXT && !str_is(how->s, "none");
	if (!c->needs_key || name->type == VAL_NULL)
		return OK;
	return secret_has(t, name->s, &c->has_key);
}

enum err
commission_load(struct task *t, int64_t panel, struct commission *out)
{
	const struct val *since;

	*out = (struct commission){ 0 };
	TRY(reg_get(t, &panel_reg, panel, &out->panel));
	out->state = value(&out->panel, "state")->s;
	since = value(&out->panel, "commissioning_ms");
	if (since->type == VAL_INT)
		out->since_ms = since->i;
	TRY(load_zones(t, out));
	TRY(load_seen(t, out));
	TRY(load_key(t, out));
	out->lacks[LACK_BEGIN] = !str_is(out->state, "commissioning");
	out->lacks[LACK_ZONES] = out->n_zones == 0;
	out->lacks[LACK_KEY] = out->needs_key && !out->has_key;
	out->lacks[LACK_SEEN] = out->n_seen < out->n_zones;
	out->lacks[LACK_TEST] = out->test_ms == 0;
	return OK;
}

static void
set(struct reg_input *in, const char *field, struct val v)
{
	size_t i = reg_field(&panel_reg, field);

	in->set[i] = true;
	in->v[i] = v;
}

enum err
commission_begin(struct task *t, int64_t panel, int64_t version,
		 struct reg_row *out)
{
	struct reg_input in = reg_input_new(t->a, &panel_reg);
	struct reg_row row;
	struct str state;

	TRY(reg_get(t, &panel_reg, panel, &row));
	state = value(&row, "state")->s;
	if (row.retired_ms != 0 ||
	    !(str_is(state, "designed") || str_is(state, "installed") ||
	      str_is(state, "commissioning")))
		return fail(&t->why, ERR_STATE,
			    "only a panel that is not yet live is commissioned",
			    "只有尚未在网的主机可以开始调试");
	set(&in, "state", val_text(STR("commissioning")));
	set(&in, "commissioning_ms", val_int(t->now_ms));
	set(&in, "accepted_ms", val_null());
	set(&in, "accepted_by", val_null());
	return reg_update(t, &panel_reg, panel, version, &in, "update", out);
}

/* "3, 4, 7 …" */
static struct str
unseen_text(struct task *t, const struct commission *c)
{
	struct str s = STR("");
	size_t named = 0;

	for (size_t i = 0; i < c->n_zones; i++) {
		if (c->zones[i].seen_ms != 0)
			continue;
		if (named == NAMED_MAX)
			return arena_printf(t->a, "%.*s …", (int)s.n, s.p);
		s = arena_printf(t->a, "%.*s%s%lld", (int)s.n, s.p,
				 named == 0 ? "" : ", ",
				 (long long)c->zones[i].number);
		named++;
	}
	return s;
}

static enum err
refuse_unseen(struct task *t, const struct commission *c)
{
	struct str numbers = unseen_text(t, c);

	return fail(&t->why, ERR_STATE,
		    "%zu of %zu zones were not tested: no signal seen of %.*s",
		    "%zu / %zu 个防区未测试，未收到信号的防区：%.*s",
		    c->n_zones - c->n_seen, c->n_zones, (int)numbers.n,
		    numbers.p);
}

static enum err
be_ready(struct task *t, const struct commission *c)
{
	if (c->lacks[LACK_BEGIN])
		return fail(&t->why, ERR_STATE,
			    "begin commissioning first: only signals from then "
			    "on count",
			    "请先开始调试，此后收到的信号才作数");
	if (c->lacks[LACK_ZONES])
		return fail(&t->why, ERR_STATE,
			    "the panel has no zones: configure them first",
			    "该主机尚未配置防区，请先录入防区");
	if (c->lacks[LACK_KEY])
		return fail(&t->why, ERR_STATE,
			    "the panel encrypts and its key is not set",
			    "该主机使用加密，但密钥尚未设置");
	if (c->lacks[LACK_SEEN])
		return refuse_unseen(t, c);
	return OK;
}

enum err
commission_live(struct task *t, int64_t panel, int64_t version,
		struct str accepted_by, struct reg_row *out)
{
	struct reg_input in = reg_input_new(t->a, &panel_reg);
	struct commission c;
	char day[11];

	TRY(commission_load(t, panel, &c));
	TRY(be_ready(t, &c));
	date_print(zone_date(task_zone(t), t->now_ms), day);
	set(&in, "state", val_text(STR("live")));
	set(&in, "commissioned_on", val_text(arena_str(t->a, str_of(day))));
	set(&in, "accepted_ms", val_int(t->now_ms));
	set(&in, "accepted_by", val_text(accepted_by));
	return reg_update(t, &panel_reg, panel, version, &in, "update", out);
}

enum err
commission_state(struct task *t, int64_t org, int64_t panel, struct str *out)
{
	struct rows rows;

	TRY(db_run(t->db, STMT_COMMISSION_STATE,
		   ARGS(val_int(org), val_int(panel)), t->a, &rows, &t->why));
	*out = rows.n > 0 ? rows.v[0].s : STR("");
	return OK;
}
