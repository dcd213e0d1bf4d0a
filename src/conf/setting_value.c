/* setting_value.c - a setting's text into its field, and back. */
#include "conf/setting.h"

#include <arpa/inet.h>
#include <string.h>

#include "base/str.h"
#include "base/time.h"

static void *
field(const struct setting *s, struct conf *conf)
{
	return (char *)conf + s->offset;
}

static const void *
field_of(const struct setting *s, const struct conf *conf)
{
	return (const char *)conf + s->offset;
}

static enum err
read_int(const struct setting *s, struct str text, struct conf *conf,
	 struct why *why)
{
	if (!str_to_int(text, s->min, s->max, field(s, conf)))
		return fail(why, ERR_INVALID,
			    "needs a whole number from %lld to %lld",
			    "应为 %lld 到 %lld 的整数", (long long)s->min,
			    (long long)s->max);
	return OK;
}

static enum err
read_text(const struct setting *s, struct str text, struct conf *conf,
	  struct why *why)
{
	if ((int64_t)text.n < s->min)
		return fail(why, ERR_INVALID, "must not be empty", "不能为空");
	if ((int64_t)text.n > s->max)
		return fail(why, ERR_INVALID, "is longer than %d bytes",
			    "超过 %d 字节", (int)s->max);
	*(const char **)field(s, conf) = arena_cstr(&conf->a, text);
	return OK;
}

static enum err
read_db(const struct setting *s, struct str text, struct conf *conf,
	struct why *why)
{
	if (!(str_starts(text, STR("sqlite:")) && text.n > 7) &&
	    !str_starts(text, STR("postgresql://")) &&
	    !str_starts(text, STR("postgres://")))
		return fail(why, ERR_INVALID,
			    "needs sqlite:PATH or postgresql://...",
			    "应为 sqlite:路径 或 postgresql://…");
	return read_text(s, text, conf, why);
}

/* "127.0.0.1:8080", "[::]:8443"; port 0 lets the system choose. */
static bool
is_listen(struct str text)
{
	size_t colon = text.n;
	char host[INET6_ADDRSTRLEN + 1];
	unsigned char bytes[16];
	struct str h;
	int64_t port;

	while (colon > 0 && text.p[colon - 1] != ':')
		colon--;
	if (colon < 2 || !str_to_int(str_skip(text, colon), 0, 65535, &port))
		return false;
	h = (struct str){ text.p, colon - 1 };
	if (h.p[0] == '[' && h.p[h.n - 1] == ']')
		h = (struct str){ h.p + 1, h.n - 2 };
	if (h.n >= sizeof(host))
		return false;
	memcpy(host, h.p, h.n);
	host[h.n] = '\0';
	return inet_pton(text.p[0] == '[' ? AF_INET6 : AF_INET, host, bytes) ==
	       1;
}

static enum err
read_listen(const struct setting *s, struct str text, struct conf *conf,
	    struct why *why)
{
	if (text.n > 0 && !is_listen(text))
		return fail(why, ERR_INVALID,
			    "needs ADDRESS:PORT such as 127.0.0.1:8080 or "
			    "[::1]:8080, or nothing",
			    "应为 地址:端口，如 127.0.0.1:8080 或 "
			    "[::1]:8080，或留空");
	return read_text(s, text, conf, why);
}

static enum err
read_percents(const struct setting *s, struct str text, struct conf *conf,
	      struct why *why)
{
	struct percents p = { 0 };
	int64_t before = s->min - 1;
	bool ok = text.n > 0;

	while (ok && text.n > 0) {
		struct str one = str_trim(str_cut(text, ',', &text));

		ok = p.n < PERCENTS_MAX &&
		     str_to_int(one, before + 1, s->max, &p.v[p.n]);
		before = ok ? p.v[p.n++] : before;
	}
	/* Without the last, being late would be told to nobody. */
	if (!ok || before != s->max)
		return fail(why, ERR_INVALID,
			    "needs rising percents such as 50,80,100, at "
			    "most %d, the last of them %d",
			    "应为递增的百分数，如 50,80,100，最多 %d 个，"
			    "最后一个应为 %d",
			    PERCENTS_MAX, (int)s->max);
	*(struct percents *)field(s, conf) = p;
	return OK;
}

static bool
is_address(struct str text)
{
	unsigned char bytes[16];
	char host[INET6_ADDRSTRLEN + 1];

	if (text.n == 0 || text.n >= sizeof(host))
		return false;
	memcpy(host, text.p, text.n);
	host[text.n] = '\0';
	return inet_pton(AF_INET, host, bytes) == 1 ||
	       inet_pton(AF_INET6, host, bytes) == 1;
}

static enum err
read_addresses(const struct setting *s, struct str text, struct conf *conf,
	       struct why *why)
{
	struct str rest = text;

	while (rest.n > 0) {
		struct str one = str_trim(str_cut(rest, ',', &rest));

		if (!is_address(one))
			return fail(why, ERR_INVALID,
				    "\"%.*s\" is no IP address",
				    "“%.*s”不是 IP 地址", STR_ARG(one));
	}
	return read_text(s, text, conf, why);
}

static enum err
read_zone(const struct setting *s, struct str text, struct conf *conf,
	  struct why *why)
{
	if (zone_find(text) == NULL)
		return fail(why, ERR_INVALID, "there is no such time zone",
			    "没有这个时区");
	return read_text(s, text, conf, why);
}

static enum err
read_level(const struct setting *s, struct str text, struct conf *conf,
	   struct why *why)
{
	if (!log_level_parse(text, field(s, conf)))
		return fail(why, ERR_INVALID,
			    "needs error, warn, info or debug",
			    "应为 error、warn、info 或 debug");
	return OK;
}

static void
write_int(const void *at, struct buf *out)
{
	buf_printf(out, "%lld", (long long)*(const int64_t *)at);
}

static void
write_text(const void *at, struct buf *out)
{
	buf_puts(out, *(const char *const *)at);
}

static void
write_percents(const void *at, struct buf *out)
{
	const struct percents *p = at;

	for (size_t i = 0; i < p->n; i++)
		buf_printf(out, "%s%lld", i > 0 ? "," : "", (long long)p->v[i]);
}

static void
write_level(const void *at, struct buf *out)
{
	static const char *const words[] = { "error", "warn", "info", "debug" };

	buf_puts(out, words[*(const enum log_level *)at]);
}

/* clang-format off */
static const struct {
	enum err (*read)(const struct setting *, struct str, struct conf *, struct why *);
	void (*write)(const void *at, struct buf *);
} types[SET_N] = {
	/*                   read            write */
	[SET_INT]       = { read_int,       write_int },
	[SET_TEXT]      = { read_text,      write_text },
	[SET_DB]        = { read_db,        write_text },
	[SET_LISTEN]    = { read_listen,    write_text },
	[SET_PERCENTS]  = { read_percents,  write_percents },
	[SET_ADDRESSES] = { read_addresses, write_text },
	[SET_ZONE]      = { read_zone,      write_text },
	[SET_LEVEL]     = { read_level,     write_level },
};
/* clang-format on */

enum err
setting_read(const struct setting *s, struct str text, struct conf *conf,
	     struct why *why)
{
	return types[s->type].read(s, text, conf, why);
}

void
setting_write(const struct setting *s, const struct conf *conf, struct buf *out)
{
	types[s->type].write(field_of(s, conf), out);
}

bool
setting_eq(const struct setting *s, const struct conf *a, const struct conf *b)
{
	struct buf x = buf_open(4096), y = buf_open(4096);
	bool eq;

	setting_write(s, a, &x);
	setting_write(s, b, &y);
	eq = str_eq(buf_str(&x), buf_str(&y));
	buf_release(&x);
	buf_release(&y);
	return eq;
}

/* By way of its text, so that nothing is shared. */
void
setting_copy(const struct setting *s, const struct conf *from, struct conf *to)
{
	struct buf text = buf_open(4096);
	struct why why = { 0 };

	setting_write(s, from, &text);
	must(setting_read(s, buf_str(&text), to, &why) == OK);
	buf_release(&text);
}

bool
conf_lists(const char *list, struct str address)
{
	struct str rest = str_of(list);

	while (rest.n > 0)
		if (str_eq(str_trim(str_cut(rest, ',', &rest)), address))
			return true;
	return false;
}
