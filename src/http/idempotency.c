/* idempotency.c - the first answer to an Idempotency-Key is given again. */
#include "http/idempotency.h"

#include <string.h>

#include "base/rnd.h"
#include "base/str.h"
#include "gen/stmt.h"

/* Rows of registers only: an answer that is shown once (a token, the secret
 * of a second factor) must not lie in the database for a day. */
static bool
has_key(const struct call *c)
{
	return c->reg != NULL && c->route->tx == TX_WRITE &&
	       strcmp(c->route->verb, "POST") == 0 &&
	       http_header(c->req, "Idempotency-Key").n > 0;
}

/* SHA-256 of what was asked, in hex. */
static struct str
digest_of(const struct call *c)
{
	struct buf b = buf_open(64u << 20);
	uint8_t sum[SHA256_BYTES];
	char hex[2 * SHA256_BYTES + 1];

	buf_puts(&b, c->route->verb);
	buf_putc(&b, ' ');
	buf_put(&b, http_path(c->req));
	buf_putc(&b, '\n');
	buf_put(&b, c->body);
	sha256(buf_str(&b), sum);
	buf_release(&b);
	hex_print(sum, sizeof(sum), hex);
	return arena_str(c->t.a, str_of(hex));
}

static void
answer_again(struct call *c, const struct val *row)
{
	struct str headers = row[3].s;

	call_json(c, (int)row[1].i);
	buf_put(&c->reply.body, row[2].s);
	while (headers.n > 0) {
		struct str line = str_cut(headers, '\n', &headers);
		struct str value, name = str_cut(line, ':', &value);

		if (name.n > 0)
			call_header(c, arena_cstr(c->t.a, name), "%.*s",
				    STR_ARG(value));
	}
	call_header(c, "Idempotency-Replayed", "true");
}

enum err
idempotency_find(struct call *c, bool *answered)
{
	struct str key = http_header(c->req, "Idempotency-Key");
	struct rows rows;

	*answered = false;
	if (!has_key(c))
		return OK;
	if (key.n > 64)
		return fail(&c->t.why, ERR_BAD_REQUEST,
			    "Idempotency-Key has more than 64 characters",
			    "Idempotency-Key 超过 64 个字符");
	TRY(db_run(c->t.db, STMT_IDEMPOTENCY_GET,
		   ARGS(val_int(c->t.who.org), val_int(c->t.who.user),
			val_text(key)),
		   c->t.a, &rows, &c->t.why));
	if (rows.n == 0)
		return OK;
	if (!str_eq(rows.v[0].s, digest_of(c)))
		return fail(&c->t.why, ERR_INVALID,
			    "this Idempotency-Key was used for something else",
			    "该 Idempotency-Key 已用于其他请求");
	answer_again(c, rows.v);
	*answered = true;
	return OK;
}

static struct str
headers_of(const struct call *c)
{
	struct buf b = buf_open(16384);
	struct str s;

	for (size_t i = 0; i < c->reply.n_headers; i++)
		buf_printf(&b, "%.*s:%.*s\n", STR_ARG(c->reply.headers[i].name),
			   STR_ARG(c->reply.headers[i].value));
	s = arena_str(c->t.a, buf_str(&b));
	buf_release(&b);
	return s;
}

enum err
idempotency_keep(struct call *c)
{
	if (!has_key(c))
		return OK;
	TRY(db_run(c->t.db, STMT_IDEMPOTENCY_ADD,
		   ARGS(val_int(c->t.who.org), val_int(c->t.who.user),
			val_text(http_header(c->req, "Idempotency-Key")),
			val_text(digest_of(c)), val_int(c->t.now_ms),
			val_int(c->reply.status),
			val_text(buf_str(&c->reply.body)),
			val_text(headers_of(c))),
		   NULL, NULL, &c->t.why));
	if (db_changed(c->t.db) == 1)
		return OK;
	/* Another node was faster: this one is undone. */
	return fail(&c->t.why, ERR_BUSY,
		    "the same call was under way; repeat it with the same key",
		    "相同的请求正在处理，请用同一 Idempotency-Key 重试");
}

enum err
idempotency_sweep(struct task *t)
{
	return db_run(t->db, STMT_IDEMPOTENCY_DROP,
		      ARGS(val_int(t->now_ms - DAY_MS)), NULL, NULL, &t->why);
}
