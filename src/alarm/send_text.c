/* send_text.c - messages as bytes: RFC 5322 and JSON; pure. */
#include <string.h>

#include "alarm/send.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/str.h"
#include "base/time.h"

#define TEXT_MAX (64u << 10)

static void
base64_put(struct buf *b, struct str s, size_t line)
{
	static const char signs[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t n = 0;

	for (size_t i = 0; i < s.n; i += 3) {
		uint32_t v = (uint32_t)(unsigned char)s.p[i] << 16;

		if (i + 1 < s.n)
			v |= (uint32_t)(unsigned char)s.p[i + 1] << 8;
		if (i + 2 < s.n)
			v |= (unsigned char)s.p[i + 2];
		buf_putc(b, signs[v >> 18]);
		buf_putc(b, signs[v >> 12 & 63]);
		buf_putc(b, i + 1 < s.n ? signs[v >> 6 & 63] : '=');
		buf_putc(b, i + 2 < s.n ? signs[v & 63] : '=');
		n += 4;
		if (line > 0 && n % line == 0)
			buf_puts(b, "\r\n");
	}
}

/* RFC 2047: encoded words of at most 75 signs, cut between characters. */
static void
put_word(struct buf *b, struct str s)
{
	size_t from = 0, at = 0;

	while (at < s.n) {
		size_t before = at;

		(void)str_next_char(s, &at);
		if (at - from > 42) {
			buf_puts(b, "=?UTF-8?B?");
			base64_put(b, (struct str){ s.p + from, before - from },
				   0);
			buf_puts(b, "?=\r\n ");
			from = before;
		}
	}
	buf_puts(b, "=?UTF-8?B?");
	base64_put(b, str_skip(s, from), 0);
	buf_puts(b, "?=");
}

bool
send_is_one_line(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7f)
			return false;
	return true;
}

static bool
is_address(struct str s)
{
	const char *at = s.n == 0 ? NULL : memchr(s.p, '@', s.n);

	return at != NULL && send_is_one_line(s) &&
	       memchr(s.p, ' ', s.n) == NULL && memchr(s.p, '<', s.n) == NULL &&
	       memchr(s.p, '>', s.n) == NULL && memchr(s.p, ',', s.n) == NULL;
}

/* RFC 5322 3.3, in UTC. */
static void
put_date(struct buf *b, int64_t at_ms)
{
	static const char *const days[] = { "Thu", "Fri", "Sat", "Sun",
					    "Mon", "Tue", "Wed" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr",
					      "May", "Jun", "Jul", "Aug",
					      "Sep", "Oct", "Nov", "Dec" };
	int64_t day = at_ms / DAY_MS, second = at_ms % DAY_MS / SECOND_MS;
	int64_t year, month, of_month;
	char date[11];

	date_print(day, date); /* "YYYY-MM-DD" */
	must(str_to_int((struct str){ date, 4 }, 0, 9999, &year) &&
	     str_to_int((struct str){ date + 5, 2 }, 1, 12, &month) &&
	     str_to_int((struct str){ date + 8, 2 }, 1, 31, &of_month));
	buf_printf(b, "%s, %02d %s %04d %02d:%02d:%02d +0000", days[day % 7],
		   (int)of_month, months[month - 1], (int)year,
		   (int)(second / 3600), (int)(second / 60 % 60),
		   (int)(second % 60));
}

static struct str
domain_of(struct str address)
{
	struct str rest;

	(void)str_cut(address, '@', &rest);
	return rest;
}

enum err
send_email_text(struct arena *a, const struct send_message *m, struct str *out,
		struct why *why)
{
	struct buf b = buf_open(TEXT_MAX);

	if (!is_address(m->sender) || !is_address(m->to) ||
	    !send_is_one_line(m->subject))
		return fail(why, ERR_INVALID,
			    "an address or the subject is not one that a mail "
			    "can have",
			    "地址或标题不能用于邮件");
	buf_puts(&b, "Date: ");
	put_date(&b, m->at_ms);
	buf_printf(&b,
		   "\r\nFrom: <%.*s>\r\nTo: <%.*s>\r\nMessage-ID: "
		   "<anwei-%.*s@%.*s>\r\nSubject: ",
		   STR_ARG(m->sender), STR_ARG(m->to), STR_ARG(m->id),
		   STR_ARG(domain_of(m->sender)));
	put_word(&b, m->subject);
	buf_puts(&b, "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; "
		     "charset=UTF-8\r\nContent-Transfer-Encoding: "
		     "base64\r\nAuto-Submitted: auto-generated\r\n\r\n");
	base64_put(&b, m->text, 76);
	buf_puts(&b, "\r\n");
	must(!b.full); /* texts are bounded by the fields */
	*out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return OK;
}

/*
 * What a kind sends when its channel has no template of its own.  SMS: the
 * shape that gateways of one's own usually take; each provider's differs and
 * goes into the channel.  WeCom: the group robot's text message.
 */
const char *
send_preset(enum send_kind kind)
{
	static const char *const presets[SEND_N] = {
		[SEND_EMAIL] = "",
		[SEND_WEBHOOK] =
		    "{\"id\":\"{id}\",\"event\":\"{event}\",\"number\":"
		    "\"{number}\",\"to\":\"{to}\",\"subject\":\"{subject}\","
		    "\"text\":\"{text}\"}",
		[SEND_SMS] = "{\"phone\":\"{to}\",\"content\":\"{text}\"}",
		[SEND_WECOM] = ("{\"msgtype\":\"text\",\"text\":{\"content\":"
				"\"{text}\"}}"),
	};

	return presets[kind];
}

/* Text inside a JSON string. */
static void
put_escaped(struct buf *b, struct str s)
{
	struct buf quoted = buf_open(TEXT_MAX);
	struct jw j = jw_open(&quoted);
	struct str all;

	jw_str(&j, s);
	all = buf_str(&quoted);
	buf_put(b, (struct str){ all.p + 1, all.n - 2 });
	buf_release(&quoted);
}

/* A value of application/x-www-form-urlencoded. */
static void
put_form(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool plain = (c >= '0' && c <= '9') ||
			     ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '-' ||
			     c == '.' || c == '_';

		if (plain)
			buf_putc(b, (char)c);
		else
			buf_printf(b, "%%%02X", c);
	}
}

/* The value of the placeholder that s begins with; its length, 0: none. */
static size_t
placeholder(const struct send_message *m, struct str s, struct str *out)
{
	const struct {
		const char *name;
		struct str value;
	} all[] = {
		{ "{to}", m->to },
		{ "{subject}", m->subject },
		{ "{text}", m->text },
		{ "{number}", m->number },
		{ "{event}", m->event },
		{ "{id}", m->id },
		{ "{secret}", { m->secret.b, m->secret.n } },
	};

	for (size_t i = 0; i < ARRAY_LEN(all); i++)
		if (str_starts(s, str_of(all[i].name))) {
			*out = all[i].value;
			return strlen(all[i].name);
		}
	return 0;
}

static struct str
body_of(const struct send_message *m)
{
	return str_trim(m->body.n > 0 ? m->body : str_of(send_preset(m->kind)));
}

bool
send_is_form(const struct send_message *m)
{
	struct str body = body_of(m);

	return body.n > 0 && body.p[0] != '{' && body.p[0] != '[' &&
	       memchr(body.p, '=', body.n) != NULL;
}

enum err
send_body_text(struct arena *a, const struct send_message *m, struct str *out,
	       struct why *why)
{
	const bool form = send_is_form(m);
	struct str rest = body_of(m);
	struct buf b = buf_open(TEXT_MAX);
	struct js json;
	struct why own = { .room = a };

	while (rest.n > 0) {
		struct str value;
		size_t n = placeholder(m, rest, &value);

		if (n > 0)
			(form ? put_form : put_escaped)(&b, value);
		else
			buf_putc(&b, rest.p[0]);
		rest = str_skip(rest, n > 0 ? n : 1);
	}
	*out = arena_str(a, buf_str(&b));
	if (b.full || (!form && js_parse(*out, a, &json, &own) != OK)) {
		buf_release(&b);
		return fail(why, ERR_INVALID,
			    "the channel's body is no JSON when it is filled "
			    "in",
			    "通道的请求体模板填写后不是有效的 JSON");
	}
	buf_release(&b);
	return OK;
}

struct str
send_fill_secret(struct arena *a, struct str text, const struct secret *secret)
{
	static const char mark[] = "{secret}";
	struct buf b = buf_open(4096);
	struct str out;

	while (text.n > 0) {
		bool here = str_starts(text, str_of(mark));

		if (here)
			buf_put(&b, (struct str){ secret->b, secret->n });
		else
			buf_putc(&b, text.p[0]);
		text = str_skip(text, here ? strlen(mark) : 1);
	}
	out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}
