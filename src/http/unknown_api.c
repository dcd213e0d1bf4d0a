/* unknown_api.c - the queue of unknown and undecoded signals, and who was
 * only heard. */
#include <stdio.h>

#include "alarm/directory.h"
#include "alarm/heard.h"
#include "alarm/search.h"
#include "alarm/signal.h"
#include "alarm/unknown.h"
#include "base/rnd.h"
#include "base/str.h"
#include "http/api.h"
#include "http/app.h"

#define HEARD_MAX 200
#define HEARD_MS                                                    \
	(24 * HOUR_MS) /* who fell silent since is not new any more \
			*/

struct asked {
	struct str note;
	int64_t panel;
	bool again;
};
/* clang-format off */
static const struct member settle_in[] = {
	{ "note", MEMBER_TEXT, offsetof(struct asked, note), true, 1, 500, LABEL("处理说明", "Note") },
};
static const struct member connect_in[] = {
	{ "panel", MEMBER_ID, offsetof(struct asked, panel), true, 0, 0, LABEL("报警主机", "Panel") },
	{ "again", MEMBER_BOOL, offsetof(struct asked, again), false, 0, 0, LABEL("重新判断", "Judge again") },
};
/* clang-format on */

static enum err
answer(struct call *c, int64_t n)
{
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "settled");
	jw_int(&c->out, n);
	jw_end(&c->out, '}');
	return OK;
}

static enum err
serve_settle(struct call *c)
{
	struct asked in = { 0 };
	int64_t n;

	TRY(call_read(c, &in));
	TRY(unknown_settle(&c->t, c->id, in.note, &n));
	return answer(c, n);
}

static enum err
serve_connect(struct call *c)
{
	struct asked in = { 0 };
	int64_t n;

	TRY(call_read(c, &in));
	TRY(unknown_connect(&c->t, c->id, in.panel, in.again, &n));
	return answer(c, n);
}

static enum err
serve_again(struct call *c)
{
	const uint64_t any = MAY_BIT(MAY_HANDLE_ALARMS) |
			     MAY_BIT(MAY_EDIT_ALARM_RULES) |
			     MAY_BIT(MAY_EDIT_ESTATE);
	int64_t n;

	/* Who handles them, and who made the rule or the panel for them. */
	if ((c->t.who.may & any) == 0)
		return fail(&c->t.why, ERR_FORBIDDEN,
			    "needs the right to handle alarms, their rules or "
			    "the estate",
			    "需要处置警情、管理报警规则或管理场所的权限");
	TRY(unknown_again(&c->t, c->id, &n));
	return answer(c, n);
}

/* ---- the lists ---- */

static void
text_json(struct jw *j, const char *key, const char *text)
{
	jw_key(j, key);
	jw_text(j, text);
}

static void
number_json(struct jw *j, const char *key, int64_t n)
{
	jw_key(j, key);
	jw_int(j, n);
}

/* A panel may have got the account since. */
static bool
is_known(struct call *c, const struct heard_unknown *one)
{
	struct line_no no;
	struct dir_panel p;
	char receiver[9], line[9];

	if (c->app->directory == NULL || !line_parse(str_of(one->line), &no))
		return false;
	(void)snprintf(receiver, sizeof(receiver), "%X", no.receiver);
	(void)snprintf(line, sizeof(line), "%X", no.line);
	directory_find(c->app->directory, str_of(receiver), str_of(line),
		       str_of(one->account), &p);
	secret_wipe(&p.key, sizeof(p.key));
	return p.panel != 0;
}

/* Accounts that only poll: they are in no row. */
static void
heard_json(struct call *c)
{
	struct heard_unknown *v =
	    ARENA_ARRAY(c->t.a, HEARD_MAX, struct heard_unknown);
	struct jw *j = &c->out;
	size_t n = 0;

	if (c->app->heard != NULL)
		n = heard_unknowns(c->app->heard, c->t.who.org,
				   c->t.now_ms - HEARD_MS, v, HEARD_MAX);
	jw_key(j, "heard");
	jw_begin(j, '[');
	for (size_t i = 0; i < n; i++) {
		if (is_known(c, &v[i]))
			continue;
		jw_begin(j, '{');
		text_json(j, "line", v[i].line);
		text_json(j, "account", v[i].account);
		text_json(j, "peer", v[i].peer);
		text_json(j, "transport", v[i].is_udp ? "udp" : "tcp");
		number_json(j, "first_ms", v[i].first_ms);
		number_json(j, "last_ms", v[i].last_ms);
		number_json(j, "n", v[i].n);
		jw_end(j, '}');
	}
	jw_end(j, ']');
}

static void
group_json(struct jw *j, const struct val *v, const char *fate)
{
	static const char *const keys[] = { "line",	"account", "state", "n",
					    "first_ms", "last_ms", "sample" };

	jw_begin(j, '{');
	jw_key(j, "fate");
	jw_text(j, fate);
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		jw_key(j, keys[i]);
		if (i + 1 == ARRAY_LEN(keys))
			jw_id(j, v[i].i);
		else if (v[i].type == VAL_NULL)
			jw_null(j);
		else if (v[i].type == VAL_TEXT)
			jw_str(j, v[i].s);
		else
			jw_int(j, v[i].i);
	}
	jw_end(j, '}');
}

static enum err
serve_unknown(struct call *c)
{
	static const enum fate fates[] = { FATE_UNKNOWN, FATE_UNDECODED };
	struct rows rows[ARRAY_LEN(fates)];

	if (c->t.who.customer != 0)
		return fail(&c->t.why, ERR_FORBIDDEN,
			    "signals are not shown to customers",
			    "信号不对用户开放");
	for (size_t i = 0; i < ARRAY_LEN(fates); i++)
		TRY(search_unknown(&c->t, fate_word(fates[i]), &rows[i]));
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "items");
	jw_begin(&c->out, '[');
	for (size_t i = 0; i < ARRAY_LEN(fates); i++)
		for (size_t k = 0; k < rows[i].n; k++)
			group_json(&c->out, rows_at(&rows[i], k),
				   fate_word(fates[i]));
	jw_end(&c->out, ']');
	heard_json(c);
	jw_end(&c->out, '}');
	return OK;
}

/* clang-format off */
const struct route unknown_routes[] = {
	/* verb    path                           may                tx        body  rate         serve          in                               answer     summary */
	{ "POST", "/api/v1/signal/{id}/settle",  MAY_HANDLE_ALARMS, TX_WRITE, 4096, RATE_NORMAL, serve_settle,  settle_in, ARRAY_LEN(settle_in),   "Settled", LABEL("处理未知信号", "Settle unknown signals"), false },
	{ "POST", "/api/v1/signal/{id}/connect", MAY_EDIT_ESTATE,   TX_WRITE, 1024, RATE_NORMAL, serve_connect, connect_in, ARRAY_LEN(connect_in), "Settled", LABEL("归入主机", "Connect an unknown account to a panel"), false },
	{ "POST", "/api/v1/signal/{id}/again",   MAY_READ_ALARMS,   TX_WRITE, 0,    RATE_NORMAL, serve_again,   NULL, 0,                            "Settled", LABEL("重新判断", "Judge unknown signals again"), false },
	{ "GET",  "/api/v1/signal/unknown",      MAY_READ_ALARMS,   TX_READ,  0,    RATE_NORMAL, serve_unknown, NULL, 0,                            "UnknownSignals", LABEL("未知编号与未译码信号", "Unknown accounts, signals not decoded"), false },
	{ 0 }
};
/* clang-format on */
