/* dc09_content.c - inside the brackets: account, events, x-data, time. */
#include "alarm/dc09_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/cur.h"
#include "base/str.h"
#include "base/time.h"

/* clang-format off */
/* DC-09-2013 and later.  Text is Windows-1252. */
static const struct dc09_xdata_field xdata_fields[] = {
	/* id   max  what it is */
	{ 'A',   12, LABEL("认证摘要", "authentication hash") },
	{ 'C',   64, LABEL("监督类别", "supervision category") },
	{ 'H',   21, LABEL("发生时间", "time of occurrence") },
	{ 'I',  256, LABEL("报警文字", "alarm text") },
	{ 'J',    1, LABEL("网络路径", "network path") },
	{ 'K',   64, LABEL("密钥", "encryption key") },
	{ 'L',  256, LABEL("位置", "location") },
	{ 'M',   12, LABEL("MAC 地址", "MAC address") },
	{ 'N',  128, LABEL("网络地址", "network address") },
	{ 'O',  256, LABEL("建筑", "building") },
	{ 'P',  256, LABEL("编程数据", "programming data") },
	{ 'R',  256, LABEL("房间", "room") },
	{ 'S',  256, LABEL("场所", "site") },
	{ 'T',    1, LABEL("触发方式", "alarm trigger") },
	{ 'V',  256, LABEL("复核", "verification") },
	{ 'X',   12, LABEL("经度", "longitude") },
	{ 'Y',   12, LABEL("纬度", "latitude") },
	{ 'Z',   12, LABEL("海拔", "altitude") },
};
/* clang-format on */

const struct dc09_xdata_field *
dc09_xdata_field(char id)
{
	for (size_t i = 0; i < ARRAY_LEN(xdata_fields); i++)
		if (xdata_fields[i].id == id)
			return &xdata_fields[i];
	return NULL;
}

/* The last ch in s, or s.n. */
static size_t
find_last(struct str s, char ch)
{
	size_t at = s.n;

	while (at > 0)
		if (s.p[--at] == ch)
			return at;
	return s.n;
}

/*
 * "data][X…][Y…]": how many bytes of it are the data.  Read from the end,
 * because a text inside the data may hold a bracket, and an x-data field
 * begins with "][" and a capital.
 */
static size_t
data_bytes(struct str s)
{
	for (;;) {
		size_t open = find_last(s, '[');

		if (open == s.n || open == 0 || s.p[open - 1] != ']' ||
		    s.p[open + 1] < 'A' || s.p[open + 1] > 'Z')
			return s.n - 1;
		s.n = open;
	}
}

static bool
same_letters(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++) {
		char x = a.p[i], y = b.p[i];

		if (x != y &&
		    ((x ^ y) != 0x20 || (x | 0x20) < 'a' || (x | 0x20) > 'f'))
			return false;
	}
	return true;
}

static bool
is_account(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char ch = s.p[i];

		if (!((ch >= '0' && ch <= '9') ||
		      ((ch | 0x20) >= 'a' && (ch | 0x20) <= 'z')))
			return false;
	}
	return s.n <= DC09_ACCOUNT_MAX;
}

/*
 * "#1234|Nri1/BA03": the account again, then the block.  The standard's own
 * encrypted example leaves '#' out: then it counts if it is the header's.
 */
static void
account_read(struct dc09 *out)
{
	struct str block, first = str_cut(out->data, '|', &block);
	bool has_bar = first.n < out->data.n;
	bool has_mark = first.n > 0 && first.p[0] == '#';
	struct str account = has_mark ? str_skip(first, 1) : first;

	out->block = out->data;
	out->claimed = STR("");
	if (!is_account(account) || (!has_bar && !has_mark))
		return;
	if (!has_mark && first.n > 0 && !same_letters(account, out->account))
		return;
	out->claimed = account;
	out->block = block;
}

bool
dc09_content_read(struct str s, struct dc09 *out)
{
	size_t end = find_last(s, ']');
	size_t n;

	if (end == s.n)
		return false;
	out->tail = str_skip(s, end + 1);
	s.n = end + 1;
	n = data_bytes(s);
	out->data = (struct str){ s.p, n };
	out->xdata = str_skip(s, n + 1);
	out->has_time = dc09_time_parse(out->tail, &out->time_ms);
	account_read(out);
	return true;
}

bool
dc09_xdata_next(struct str *xdata, char *id, struct str *value)
{
	struct cur c = cur_open(*xdata);
	struct str s;

	cur_expect(&c, '[', "x-data");
	s = cur_take(&c, 1, "id");
	*value = cur_until(&c, ']', xdata->n, "value");
	if (c.bad != NULL)
		return false;
	*id = s.p[0];
	*xdata = cur_rest(&c);
	return true;
}

/* Up to the next bar; a bar between two carets is text. */
static struct str
segment(struct str *rest)
{
	size_t n = 0;

	while (n < rest->n && rest->p[n] != '|') {
		const char *close = NULL;

		if (rest->p[n] == '^' && n + 1 < rest->n)
			close = memchr(rest->p + n + 1, '^', rest->n - n - 1);
		n = close != NULL ? (size_t)(close - rest->p) + 1 : n + 1;
	}
	struct str s = { rest->p, n };

	*rest = str_skip(*rest, n < rest->n ? n + 1 : n);
	return s;
}

bool
dc09_event_next(struct str *block, struct dc09_event *out)
{
	struct str s;

	*out = (struct dc09_event){ .code = STR(""), .text = STR("") };
	do {
		if (block->n == 0)
			return false;
		s = segment(block);
	} while (s.n == 0);
	if (s.p[0] == 'N' || s.p[0] == 'O') {
		out->mark = s.p[0];
		s = str_skip(s, 1);
	}
	out->code = s;
	if (out->mark != '\0' && block->n > 0 && block->p[0] == 'A')
		out->text = str_skip(segment(block), 1);
	return true;
}

bool
dc09_time_parse(struct str s, int64_t *out_ms)
{
	struct cur c = cur_open(s);
	int64_t hour, minute, second, days;
	char date[11];

	cur_expect(&c, '_', "time");
	hour = cur_number(&c, 2, 10, "hour");
	cur_expect(&c, ':', "time");
	minute = cur_number(&c, 2, 10, "minute");
	cur_expect(&c, ':', "time");
	second = cur_number(&c, 2, 10, "second");
	cur_expect(&c, ',', "time");
	if (c.bad != NULL || s.n != DC09_TIME_BYTES || hour > 23 ||
	    minute > 59 || second > 59)
		return false;
	/* MM-DD-YYYY turned round; the rest is for date_parse to check */
	(void)snprintf(date, sizeof(date), "%.4s-%.5s", s.p + 16, s.p + 10);
	if (s.p[15] != '-' ||
	    !date_parse((struct str){ date, sizeof(date) - 1 }, &days))
		return false;
	*out_ms = days * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS +
		  second * SECOND_MS;
	return true;
}

void
dc09_time_print(int64_t at_ms, char out[DC09_TIME_BYTES + 1])
{
	char iso[25]; /* YYYY-MM-DDTHH:MM:SS.mmmZ */

	time_print(at_ms, iso);
	(void)snprintf(out, DC09_TIME_BYTES + 1, "_%.8s,%.5s-%.4s", iso + 11,
		       iso + 5, iso);
}
