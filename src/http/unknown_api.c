/* unknown_api.c - settling the queue of unknown and undecoded signals. */
#include "alarm/unknown.h"
#include "http/api.h"

struct asked {
	struct str note;
	int64_t panel;
};
/* clang-format off */
static const struct member settle_in[] = {
	{ "note", MEMBER_TEXT, offsetof(struct asked, note), true, 1, 500, LABEL("处理说明", "Note") },
};
static const struct member connect_in[] = {
	{ "panel", MEMBER_ID, offsetof(struct asked, panel), true, 0, 0, LABEL("报警主机", "Panel") },
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
	TRY(unknown_connect(&c->t, c->id, in.panel, &n));
	return answer(c, n);
}

/* clang-format off */
const struct route unknown_routes[] = {
	/* verb    path                           may                tx        body  rate         serve          in                               answer     summary */
	{ "POST", "/api/v1/signal/{id}/settle",  MAY_HANDLE_ALARMS, TX_WRITE, 4096, RATE_NORMAL, serve_settle,  settle_in, ARRAY_LEN(settle_in),   "Settled", LABEL("处理未知信号", "Settle unknown signals"), false },
	{ "POST", "/api/v1/signal/{id}/connect", MAY_EDIT_ESTATE,   TX_WRITE, 1024, RATE_NORMAL, serve_connect, connect_in, ARRAY_LEN(connect_in), "Settled", LABEL("归入主机", "Connect an unknown account to a panel"), false },
	{ 0 }
};
/* clang-format on */
