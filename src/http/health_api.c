/* health_api.c - is it alive, is it ready, and the live feed's door. */
#include "base/str.h"
#include "gen/stmt.h"
#include "http/api.h"

/* Sealing runs behind: then something is wrong that a person must see. */
#define UNSEALED_MAX_MS (5 * MINUTE_MS)

static enum err
serve_ready(struct call *c)
{
	int64_t oldest_ms = c->t.now_ms;
	struct rows rows;

	TRY(db_run(c->t.db, STMT_SCHEMA_VERSION_MAX, NO_ARGS, c->t.a, &rows,
		   &c->t.why));
	if (rows.v[0].i != db_version_newest())
		return fail(&c->t.why, ERR_STORAGE,
			    "the database has another schema",
			    "数据库结构版本不符");
	TRY(db_run(c->t.db, STMT_JOURNAL_UNSEALED_OLDEST, NO_ARGS, c->t.a,
		   &rows, &c->t.why));
	if (rows.n > 0)
		oldest_ms = rows.v[0].i;
	if (c->t.now_ms - oldest_ms > UNSEALED_MAX_MS)
		return fail(&c->t.why, ERR_STORAGE,
			    "the journal has not been sealed for minutes",
			    "日志已数分钟未封存");
	call_json(c, 200);
	jw_begin(&c->out, '{');
	jw_key(&c->out, "ready");
	jw_bool(&c->out, true);
	jw_end(&c->out, '}');
	return OK;
}

/* The answer goes on after the call: http_answer_feed. */
static enum err
serve_feed(struct call *c)
{
	c->is_feed = true;
	return OK;
}

/* clang-format off */
const struct route health_routes[] = {
	/* verb  path            may          tx       body rate         serve        in    n  answer  summary */
	{ "GET", "/readyz",      MAY_ANYONE,  TX_READ, 0,   RATE_NONE,   serve_ready, NULL, 0, "Ready", LABEL("是否就绪", "Ready?"), false },
	{ "GET", "/api/v1/feed", MAY_SIGN_IN, TX_READ, 0,   RATE_NORMAL, serve_feed,  NULL, 0, "text/event-stream", LABEL("实时消息", "Live feed"), false },
	{ 0 }
};
/* clang-format on */
