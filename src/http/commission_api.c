/* commission_api.c - the checklist of a panel, its beginning and its end. */
#include "alarm/commission.h"
#include "estate/estate.h"
#include "http/api.h"

static void
zone_json(struct jw *j, const struct commission_zone *z)
{
	jw_begin(j, '{');
	jw_key(j, "id");
	jw_id(j, z->id);
	jw_key(j, "number");
	jw_int(j, z->number);
	jw_key(j, "name");
	jw_str(j, z->name);
	jw_key(j, "seen_ms");
	if (z->seen_ms == 0)
		jw_null(j);
	else
		jw_int(j, z->seen_ms);
	jw_key(j, "signal");
	jw_id(j, z->signal);
	jw_key(j, "n");
	jw_int(j, z->n);
	jw_end(j, '}');
}

static void
lacks_json(struct jw *j, const struct commission *m)
{
	jw_key(j, "lacks");
	jw_begin(j, '[');
	for (int i = 0; i < LACK_N; i++) {
		if (!m->lacks[i])
			continue;
		jw_begin(j, '{');
		jw_key(j, "what");
		jw_text(j, commission_lack_word((enum commission_lack)i));
		jw_key(j, "label");
		jw_begin(j, '{');
		jw_key(j, "zh");
		jw_text(j, commission_lack_label((enum commission_lack)i).zh);
		jw_key(j, "en");
		jw_text(j, commission_lack_label((enum commission_lack)i).en);
		jw_end(j, '}');
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static void
time_json(struct jw *j, const char *key, int64_t ms)
{
	jw_key(j, key);
	if (ms == 0)
		jw_null(j);
	else
		jw_int(j, ms);
}

static enum err
serve_checklist(struct call *c)
{
	struct jw *j = &c->out;
	struct commission m;

	TRY(commission_load(&c->t, c->id, &m));
	call_json(c, 200);
	call_header(c, "ETag", "\"%lld\"", (long long)m.panel.version);
	jw_begin(j, '{');
	jw_key(j, "state");
	jw_str(j, m.state);
	jw_key(j, "version");
	jw_int(j, m.panel.version);
	time_json(j, "since_ms", m.since_ms);
	jw_key(j, "zones");
	jw_begin(j, '[');
	for (size_t i = 0; i < m.n_zones; i++)
		zone_json(j, &m.zones[i]);
	jw_end(j, ']');
	jw_key(j, "seen");
	jw_int(j, (int64_t)m.n_seen);
	time_json(j, "test_ms", m.test_ms);
	jw_key(j, "needs_key");
	jw_bool(j, m.needs_key);
	jw_key(j, "has_key");
	jw_bool(j, m.has_key);
	lacks_json(j, &m);
	jw_end(j, '}');
	return OK;
}

static enum err
serve_begin(struct call *c)
{
	struct reg_row row;
	int64_t version;

	TRY(call_version(c, &version));
	TRY(commission_begin(&c->t, c->id, version, &row));
	c->reg = &panel_reg;
	return answer_row(c, 200, &row);
}

struct live_in {
	struct str accepted_by;
};
/* clang-format off */
static const struct member live_in[] = {
	{ "accepted_by", MEMBER_TEXT, offsetof(struct live_in, accepted_by), true, 1, 60, LABEL("验收签字人", "Accepted by") },
};
/* clang-format on */

static enum err
serve_live(struct call *c)
{
	struct live_in in = { { 0 } };
	struct reg_row row;
	int64_t version;

	TRY(call_version(c, &version));
	TRY(call_read(c, &in));
	TRY(commission_live(&c->t, c->id, version, in.accepted_by, &row));
	c->reg = &panel_reg;
	return answer_row(c, 200, &row);
}

/* clang-format off */
const struct route commission_routes[] = {
	/* verb   path                               may              tx        body  rate         serve            in                          answer        summary */
	{ "GET",  "/api/v1/panel/{id}/commission", MAY_READ_ESTATE, TX_READ,  0,    RATE_NORMAL, serve_checklist, NULL, 0,                    "Commission", LABEL("接入调试清单", "Checklist of commissioning"), false },
	{ "POST", "/api/v1/panel/{id}/commission", MAY_EDIT_ESTATE, TX_WRITE, 0,    RATE_NORMAL, serve_begin,     NULL, 0,                    "Changed", LABEL("开始调试", "Begin commissioning"), false },
	{ "POST", "/api/v1/panel/{id}/live",       MAY_EDIT_ESTATE, TX_WRITE, 1024, RATE_NORMAL, serve_live,      live_in, ARRAY_LEN(live_in), "Changed", LABEL("验收在网", "Go live"), false },
	{ 0 }
};
/* clang-format on */
