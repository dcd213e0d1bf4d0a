/* dc09.c - one frame read: head, header, content, time. */
#include "alarm/dc09.h"

#include <string.h>

#include "alarm/dc09_parts.h"
#include "base/crc.h"
#include "base/cur.h"
#include "base/str.h"
#include "base/time.h"

#define ID_MAX 16
#define ROUTE_MAX 64
#define NUMBER_MAX 6 /* digits of receiver and line */
/* How far a panel's time may be ahead and behind; clause 5.5.1.8 of the
 * edition of 2007, 5.5.1.9 of the later ones. */
#define AHEAD_S 20
#define BEHIND_S 40

static const struct {
	const char *word;
	enum dc09_reply reply;
} verdicts[] = {
#define X(name, word, reply) [name] = { word, reply },
	DC09_VERDICTS(X)
#undef X
};

static const char *const kinds[] = {
#define X(name, word) [name] = word,
	DC09_KINDS(X)
#undef X
};

const char *
dc09_verdict_word(enum dc09_verdict verdict)
{
	return verdicts[verdict].word;
}

enum dc09_reply
dc09_verdict_reply(enum dc09_verdict verdict)
{
	return verdicts[verdict].reply;
}

enum dc09_verdict
dc09_because(enum dc09_verdict verdict, enum err rc)
{
	must(rc != OK);
	return verdict;
}

static bool
has_byte(struct str s, size_t at, char ch)
{
	return at < s.n && s.p[at] == ch;
}

enum dc09_form
dc09_form(struct str s)
{
	if (has_byte(s, 4, '0') && has_byte(s, DC09_HEX_HEAD, '"'))
		return DC09_FORM_HEX;
	if (has_byte(s, 2, '0') && has_byte(s, DC09_BINARY_HEAD, '"'))
		return DC09_FORM_BINARY;
	return DC09_FORM_NONE;
}

size_t
dc09_head_bytes(enum dc09_form form)
{
	static const size_t bytes[] = {
		[DC09_FORM_NONE] = 0,
		[DC09_FORM_HEX] = DC09_HEX_HEAD,
		[DC09_FORM_BINARY] = DC09_BINARY_HEAD,
	};

	return bytes[form];
}

static bool
is_hex(char ch)
{
	return (ch >= '0' && ch <= '9') || (ch >= 'A' && ch <= 'F') ||
	       (ch >= 'a' && ch <= 'f');
}

/* Wider than the standard's hex: an account is a name, not a number, and a
 * DUH would make the panel repeat it for ever. */
static bool
is_account(char ch)
{
	return (ch >= '0' && ch <= '9') || (ch >= 'A' && ch <= 'Z') ||
	       (ch >= 'a' && ch <= 'z');
}

static bool
is_shown(char ch)
{
	return ch > ' ' && ch <= '~' && ch != '"';
}

/* The run of bytes that are, at most max. */
static struct str
run(struct cur *c, bool (*is)(char), size_t max, const char *field)
{
	size_t n = 0, left = c->in.n - c->at;

	while (n < left && n < max && is(c->in.p[c->at + n]))
		n++;
	return cur_take(c, n, field);
}

/* A mark and what follows it; both may be missing. */
static struct str
marked(struct cur *c, char mark, bool (*is)(char), size_t max, bool *there)
{
	*there = cur_next_is(c, mark);
	if (!*there)
		return STR("");
	cur_expect(c, mark, "mark");
	return run(c, is, max, "route");
}

/* Good sums around a route that the standard does not know: a DUH would make
 * the panel repeat it for ever.  What follows the mark is shown as account. */
static bool
route_odd(struct dc09 *out)
{
	struct cur c = cur_open(out->route);

	(void)run(&c, is_shown, ROUTE_MAX, "route");
	if (c.at != out->route.n)
		return false;
	out->has_receiver = out->has_line = false;
	out->receiver = out->line = STR("");
	(void)str_cut(out->route, '#', &out->account);
	out->has_account = out->account.n > 0;
	return true;
}

static bool
route_read(struct dc09 *out)
{
	struct cur c = cur_open(out->route);

	if (out->kind == DC09_KIND_NAK) {
		/* "R0L0A0", with an account that is none */
		(void)run(&c, is_account, ROUTE_MAX, "route");
		return c.at == out->route.n;
	}
	out->receiver = marked(&c, 'R', is_hex, NUMBER_MAX, &out->has_receiver);
	out->line = marked(&c, 'L', is_hex, NUMBER_MAX, &out->has_line);
	out->account =
	    marked(&c, '#', is_account, DC09_ACCOUNT_MAX, &out->has_account);
	return (c.bad == NULL && c.at == out->route.n) || route_odd(out);
}

static enum dc09_kind
kind_find(struct str id)
{
	int kind = 0;

	while (kind < DC09_OTHER && !str_is(id, kinds[kind]))
		kind++;
	return (enum dc09_kind)kind;
}

/* Four digits, kept as sent: they are only echoed. */
static struct str
seq_read(struct cur *c)
{
	struct str s = { c->in.p + c->at, 4 };

	(void)cur_number(c, 4, 10, "sequence");
	return c->bad != NULL ? STR("") : s;
}

/* Whole cipher blocks in hex, at least one, and nothing behind them. */
static bool
cipher_read(struct str s, struct dc09 *out)
{
	struct cur c = cur_open(s);

	out->cipher = run(&c, is_hex, s.n, "cipher");
	return out->cipher.n == s.n && s.n > 0 &&
	       s.n % (2 * DC09_AES_BLOCK) == 0;
}

static enum dc09_verdict
body_bad(struct why *why, const char *field, size_t at)
{
	return dc09_because(DC09_BAD_BODY,
			    fail(why, ERR_INVALID,
				 "DC-09: bad %s at byte %zu of the body",
				 "DC-09：%s 有误（正文第 %zu 字节）", field,
				 at));
}

static enum dc09_verdict
body_read(struct str body, struct dc09 *out, struct why *why)
{
	struct cur c = cur_open(body);

	out->body = body;
	cur_expect(&c, '"', "id");
	out->encrypted = cur_next_is(&c, '*');
	if (out->encrypted)
		cur_expect(&c, '*', "id");
	out->id = cur_until(&c, '"', ID_MAX, "id");
	out->kind = kind_find(out->id);
	out->seq = seq_read(&c);
	out->route = cur_until(&c, '[', ROUTE_MAX, "route");
	if (c.bad != NULL) {
		out->route = STR(""); /* not whole: nothing to echo */
		return body_bad(why, c.bad, c.at);
	}
	if (!route_read(out)) {
		out->route = STR("");
		return body_bad(why, "route", c.at);
	}
	if (out->encrypted ? !cipher_read(cur_rest(&c), out) :
			     !dc09_content_read(cur_rest(&c), out))
		return body_bad(why, "data", c.at);
	return DC09_GOOD;
}

static unsigned
two_bytes(const char *p)
{
	return (unsigned)(unsigned char)p[0] << 8 | (unsigned char)p[1];
}

/* Four hex digits in either case. */
static bool
number_read(const char *p, unsigned *out)
{
	char bytes[2];

	if (!hex_parse((struct str){ p, 4 }, bytes, sizeof(bytes)))
		return false;
	*out = two_bytes(bytes);
	return true;
}

static enum dc09_verdict
head_bad(struct why *why)
{
	return dc09_because(DC09_BAD_HEAD,
			    fail(why, ERR_INVALID, "not a DC-09 frame",
				 "不是 DC-09 帧"));
}

static enum dc09_verdict
sum_bad(struct why *why, enum dc09_verdict verdict, unsigned says, size_t is)
{
	const char *what = verdict == DC09_BAD_CRC ? "CRC" : "length";

	return dc09_because(verdict,
			    fail(why, ERR_INVALID,
				 "DC-09: the %s says %04X, it is %04zX",
				 "DC-09：%s 字段为 %04X，实际为 %04zX", what,
				 says, is));
}

enum dc09_verdict
dc09_parse(struct str frame, struct dc09 *out, struct why *why)
{
	enum dc09_form form = dc09_form(frame);
	size_t head = dc09_head_bytes(form);
	struct str body = str_skip(frame, head);
	unsigned crc, length;

	*out = (struct dc09){ .binary = form == DC09_FORM_BINARY };
	if (form == DC09_FORM_NONE || !number_read(frame.p + head - 4, &length))
		return head_bad(why);
	if (out->binary)
		crc = two_bytes(frame.p);
	else if (!number_read(frame.p, &crc))
		return head_bad(why);
	if (length != body.n)
		return sum_bad(why, DC09_BAD_LENGTH, length, body.n);
	if (crc != crc16_arc(body))
		return sum_bad(why, DC09_BAD_CRC, crc, crc16_arc(body));
	return body_read(body, out, why);
}

bool
dc09_is_answer(const struct dc09 *f)
{
	return f->kind >= DC09_KIND_ACK && f->kind <= DC09_RSP;
}

struct str
dc09_account(const struct dc09 *f)
{
	return f->account.n > 0 ? f->account : f->claimed;
}

/* Whole seconds: the panel has no others. */
bool
dc09_in_window(int64_t time_ms, int64_t now_ms)
{
	int64_t ahead_s = time_ms / SECOND_MS - now_ms / SECOND_MS;

	return ahead_s <= AHEAD_S && ahead_s >= -BEHIND_S;
}

enum dc09_verdict
dc09_check_time(const struct dc09 *f, int64_t now_ms, struct why *why)
{
	if (!f->encrypted ||
	    (f->has_time && dc09_in_window(f->time_ms, now_ms)))
		return DC09_GOOD;
	return dc09_because(
	    DC09_BAD_TIME,
	    fail(why, ERR_INVALID,
		 "DC-09: the time %.*s of an encrypted frame is not within "
		 "+%d and -%d s",
		 "DC-09：加密帧的时间 %.*s 不在 +%d 与 -%d 秒之内",
		 STR_ARG(f->tail), AHEAD_S, BEHIND_S));
}
