/* panel.c - one simulated alarm panel that speaks DC-09 to a receiver. */
#include "cli/cli.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/rnd.h"
#include "base/str.h"
#include "base/time.h"
#include "cli/panel_link.h"
#include "cli/panel_words.h"

#define ATTEMPTS 3 /* DC-09 5.6.1.1, as the timeout */
#define TIMEOUT_S 20
#define PAUSE_MS 1000 /* before the next attempt, when it was cut short */
#define SEQ_MAX 9999

/* How one attempt ended. */
enum outcome { GOT_ACK, GOT_NAK, GOT_DUH, GOT_NOTHING, GOT_CUT, GOT_NO_LINE };

struct panel {
	struct cli *c;
	struct panel_link link;
	struct dc09_key key; /* n 0: plain */
	struct str account, id, route, data;
	int64_t seq, timeout_s, every_s, count;
	int64_t stamp_ms;  /* of the message, at each attempt the same */
	int64_t offset_ms; /* the receiver's clock less ours, from a NAK */
};

/* ---- what was asked for ---- */

static enum err
number_read(struct cli *c, const char *option, int64_t min, int64_t max,
	    int64_t *out)
{
	const char *text = cli_value(c, option);

	if (text == NULL || str_to_int(str_of(text), min, max, out))
		return OK;
	return fail(&c->why, ERR_BAD_REQUEST,
		    "%s wants a number from %d to %d, not %.40s",
		    "%s 应为 %d 至 %d 的数，而不是 %.40s", option, (int)min,
		    (int)max, text);
}

static bool
is_hex(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (memchr("0123456789ABCDEFabcdef", s.p[i], 22) == NULL)
			return false;
	return true;
}

static enum err
digits_read(struct cli *c, const char *option, const char *otherwise,
	    size_t min, size_t max, struct str *out)
{
	const char *text = cli_value(c, option);

	*out = str_of(text == NULL ? otherwise : text);
	if (out->n >= min && out->n <= max && is_hex(*out))
		return OK;
	return fail(&c->why, ERR_BAD_REQUEST,
		    "%s wants %zu to %zu hexadecimal digits, not %.40s",
		    "%s 应为 %zu 至 %zu 位十六进制数字，而不是 %.40s", option,
		    min, max, out->p);
}

/* "R0L0#1234"; an empty number leaves its letter out. */
static enum err
route_make(struct panel *p, struct str *account)
{
	struct cli *c = p->c;
	struct str receiver, line;

	TRY(digits_read(c, "--account", "", 1, DC09_ACCOUNT_MAX, account));
	TRY(digits_read(c, "--receiver", "0", 0, 6, &receiver));
	TRY(digits_read(c, "--line", "0", 0, 6, &line));
	p->route =
	    arena_printf(&c->a, "%s%.*s%s%.*s#%.*s", receiver.n > 0 ? "R" : "",
			 STR_ARG(receiver), line.n > 0 ? "L" : "",
			 STR_ARG(line), STR_ARG(*account));
	return OK;
}

/* "1130 01 005": qualifier and event, partition, zone or user. */
static bool
is_contact_id(struct str s)
{
	return s.n == 11 && memchr("136", s.p[0], 3) != NULL &&
	       is_hex((struct str){ s.p + 1, 3 }) && s.p[4] == ' ' &&
	       is_hex((struct str){ s.p + 5, 2 }) && s.p[7] == ' ' &&
	       is_hex((struct str){ s.p + 8, 3 });
}

/* A bracket or a control character would end the data too early. */
static bool
is_block(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == ']')
			return false;
	return s.n > 0;
}

static enum err
send_read(struct panel *p, struct str account)
{
	struct cli *c = p->c;
	struct str send = str_of(cli_value(c, "--send")), block;
	struct str format = str_cut(send, ':', &block);

	p->data = STR("");
	p->id = STR("NULL");
	if (str_is(send, "null"))
		return OK;
	if (str_is(format, "SIA") && is_block(block)) {
		p->id = STR("SIA-DCS");
		p->data = arena_printf(&c->a, "#%.*s|N%.*s", STR_ARG(account),
				       STR_ARG(block));
		return OK;
	}
	if (str_is(format, "CID") && is_contact_id(block)) {
		p->id = STR("ADM-CID");
		p->data = arena_printf(&c->a, "#%.*s|%.*s", STR_ARG(account),
				       STR_ARG(block));
		return OK;
	}
	return fail(&c->why, ERR_BAD_REQUEST,
		    "--send wants SIA:BA03, \"CID:1130 01 005\" or null, not "
		    "%.60s",
		    "--send 应为 SIA:BA03、\"CID:1130 01 005\" 或 null，而不是 "
		    "%.60s",
		    send.p);
}

static enum err
options_read(struct panel *p)
{
	struct cli *c = p->c;
	const char *key = cli_value(c, "--key");
	struct str account;

	p->link.to = cli_value(c, "--to");
	if (p->link.to == NULL || cli_value(c, "--account") == NULL ||
	    (cli_value(c, "--send") == NULL &&
	     cli_value(c, "--interactive") == NULL))
		return fail(&c->why, ERR_BAD_REQUEST,
			    "--to, --account and --send (or --interactive) "
			    "are needed, or --scenario",
			    "需要 --to、--account 与 --send（或 "
			    "--interactive），或者 --scenario");
	p->link.udp = cli_value(c, "--udp") != NULL;
	TRY(panel_link_check(&p->link, &c->why));
	TRY(route_make(p, &account));
	p->account = account;
	if (cli_value(c, "--interactive") == NULL)
		TRY(send_read(p, account));
	TRY(number_read(c, "--timeout", 1, 3600, &p->timeout_s));
	TRY(number_read(c, "--every", 1, 86400, &p->every_s));
	p->count = p->every_s > 0 ? 0 : 1;
	TRY(number_read(c, "--count", 1, 1000000000, &p->count));
	TRY(number_read(c, "--sequence", 1, SEQ_MAX, &p->seq));
	if (key != NULL && dc09_key_parse(str_of(key), &p->key, &c->why) != OK)
		return ERR_BAD_REQUEST; /* with the key's sentence */
	return OK;
}

/* ---- what is shown ---- */

/* A frame as one line: what is no ASCII letter becomes \x0D. */
static const char *
shown(struct arena *a, struct str s)
{
	struct buf b = buf_open(8 * DC09_FRAME_MAX);
	struct str out;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char ch = (unsigned char)s.p[i];

		if (ch == '\n' || ch == '\r')
			buf_puts(&b, ch == '\n' ? "<LF>" : "<CR>");
		else if (ch < ' ' || ch > '~')
			buf_printf(&b, "\\x%02X", ch);
		else
			buf_putc(&b, (char)ch);
	}
	out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out.p;
}

static void
say_content(const struct cli *c, struct arena *a, struct str data,
	    struct str time)
{
	const char *content = shown(a, data);

	cli_say(c, "   encrypted: [%s]%.*s", "   加密内容：[%s]%.*s", content,
		STR_ARG(time));
}

static enum outcome
say_outcome(const struct panel *p, enum outcome got)
{
	static const struct label words[] = {
		[GOT_ACK] = LABEL("   已确认", "   acknowledged"),
		[GOT_NAK] =
		    LABEL("   NAK：时间或密钥不被接受",
			  "   NAK: the time or the key is not accepted"),
		[GOT_DUH] = LABEL("   DUH：接收机收到但不能处理",
				  "   DUH: received, but the receiver cannot "
				  "handle it"),
		[GOT_NOTHING] =
		    LABEL("   超时，没有应答", "   no answer in time"),
		[GOT_CUT] = LABEL("   连接被关闭，没有应答",
				  "   closed without an answer"),
	};

	cli_say(p->c, "%s", "%s", label_in(words[got], p->c->lang));
	return got;
}

/* ---- one message ---- */

static int64_t
panel_now_ms(const struct panel *p)
{
	return time_now_ms() + p->offset_ms;
}

static enum err
frame_send(struct panel *p, struct arena *a, struct str seq)
{
	struct dc09_out m = { .id = p->id,
			      .seq = seq,
			      .route = p->route,
			      .data = p->data,
			      .time_ms = p->stamp_ms,
			      .key = p->key.n > 0 ? &p->key : NULL };
	struct buf out = buf_open(DC09_FRAME_MAX);
	char time[DC09_TIME_BYTES + 1];
	enum err rc;

	rnd_bytes(m.pad, sizeof(m.pad));
	rc = dc09_print(&out, &m, &p->c->why);
	if (rc == OK) {
		cli_say(p->c, "-> %s", "→ %s", shown(a, buf_str(&out)));
		dc09_time_print(m.time_ms, time);
		if (m.key != NULL)
			say_content(p->c, a, m.data, str_of(time));
		rc = panel_link_send(&p->link, buf_str(&out), &p->c->why);
	}
	buf_release(&out);
	return rc;
}

/* Takes the receiver's time, as a panel does after a NAK. */
static void
clock_take(struct panel *p, const struct dc09 *f)
{
	if (!f->has_time)
		return;
	p->offset_ms = f->time_ms - time_now_ms();
	cli_say(p->c, "   the receiver's time is %.*s: taken",
		"   采用接收机的时间 %.*s", STR_ARG(f->tail));
}

/* An ACK that anybody could have made is none when there is a key. */
static bool
is_answer_to(const struct panel *p, const struct dc09 *f, struct str seq)
{
	bool kind_fits =
	    f->kind == DC09_KIND_DUH ||
	    (f->kind == DC09_KIND_ACK && f->encrypted == (p->key.n > 0));

	return kind_fits && str_eq(f->seq, seq) && str_eq(f->route, p->route);
}

/* False: not the answer to ours; goes on waiting. */
static bool
answer_read(struct panel *p, struct arena *a, struct str frame, struct str seq,
	    enum outcome *got)
{
	struct why why = { 0 };
	struct dc09 f;
	enum dc09_verdict v = dc09_parse(frame, &f, &why);

	cli_say(p->c, "<- %s", "← %s", shown(a, frame));
	if (v == DC09_GOOD && f.encrypted)
		v = dc09_decrypt(&f, &p->key, a, &why);
	if (v == DC09_GOOD)
		v = dc09_check_time(&f, panel_now_ms(p), &why);
	if (v != DC09_GOOD) {
		cli_say(p->c, "   ignored: %s", "   不予理会：%s",
			why.text[p->c->lang]);
		return false;
	}
	if (f.encrypted)
		say_content(p->c, a, f.data, f.tail);
	if (f.kind == DC09_KIND_NAK) {
		*got = say_outcome(p, GOT_NAK);
		clock_take(p, &f);
		return true;
	}
	if (is_answer_to(p, &f, seq)) {
		*got =
		    say_outcome(p, f.kind == DC09_KIND_ACK ? GOT_ACK : GOT_DUH);
		return true;
	}
	cli_say(p->c, "   ignored: not the answer to this frame",
		"   不予理会：不是对此帧的应答");
	return false;
}

static enum outcome
attempt(struct panel *p, struct arena *a, struct str seq)
{
	int64_t until_us = time_mono_us() + p->timeout_s * 1000000;
	enum outcome got = GOT_CUT;
	struct str frame;

	if (panel_link_open(&p->link, until_us, &p->c->why) != OK ||
	    frame_send(p, a, seq) != OK) {
		cli_say(p->c, "   %s", "   %s", p->c->why.text[p->c->lang]);
		return GOT_NO_LINE;
	}
	for (;;) {
		switch (panel_link_read(&p->link, until_us, &frame)) {
		case PANEL_LATE:
			return say_outcome(p, GOT_NOTHING);
		case PANEL_CLOSED:
			return say_outcome(p, GOT_CUT);
		case PANEL_FRAME:
			if (answer_read(p, a, frame, seq, &got))
				return got;
			break;
		}
	}
}

static void
pause_ms(int64_t ms)
{
	(void)poll(NULL, 0, ms > INT32_MAX ? INT32_MAX : (int)ms);
}

/* The same sequence each time; a NAK costs no attempt, but only once. */
static enum outcome
message_send(struct panel *p, struct arena *a, struct str seq)
{
	enum outcome got = GOT_NOTHING;
	bool retimed = false;

	p->stamp_ms = panel_now_ms(p);
	for (int i = 0; i < ATTEMPTS;) {
		got = attempt(p, a, seq);
		if (got == GOT_NAK && !retimed) {
			retimed = true;
			p->stamp_ms = panel_now_ms(p);
			continue;
		}
		if (got == GOT_ACK || got == GOT_NAK || got == GOT_DUH)
			break;
		panel_link_close(&p->link);
		if (++i < ATTEMPTS && got != GOT_NOTHING)
			pause_ms(PAUSE_MS);
	}
	return got;
}

/* 0000 is kept for link tests; events count from 0001 to 9999. */
static struct str
seq_next(struct panel *p, struct arena *a)
{
	int64_t seq = p->seq;

	if (str_is(p->id, "NULL"))
		return STR("0000");
	p->seq = seq % SEQ_MAX + 1;
	return arena_printf(a, "%04d", (int)seq);
}

static enum err
messages_send(struct panel *p)
{
	struct arena a = { 0 };
	int64_t lost = 0, n = 0;

	while (p->count == 0 || n < p->count) {
		int64_t next_us = time_mono_us() + p->every_s * 1000000;

		if (message_send(p, &a, seq_next(p, &a)) != GOT_ACK)
			lost++;
		n++;
		arena_reset(&a);
		if (p->every_s > 0 && n != p->count && next_us > time_mono_us())
			pause_ms((next_us - time_mono_us()) / 1000);
	}
	arena_release(&a);
	if (lost == 0)
		return OK;
	return fail(&p->c->why, ERR_STATE,
		    "%d of %d messages were not acknowledged",
		    "%d 条未获确认，共 %d 条", (int)lost, (int)n);
}

/* ---- by hand ---- */

/* "burglary 3", "restore burglary 3", "restore 3" */
static bool
line_read(struct panel *p, struct arena *a, struct str line)
{
	bool is_cid = cli_value(p->c, "--cid") != NULL;
	struct str rest, word = str_cut(str_trim(line), ' ', &rest);
	bool restore = str_is(word, "restore");
	const struct panel_word *w;
	struct buf b = buf_open(256);
	int64_t number = 1;

	if (restore) {
		word = str_cut(str_trim(rest), ' ', &rest);
		if (str_to_int(word, 1, 999, &number)) {
			word = STR("burglary");
			rest = STR("");
		}
	}
	w = panel_word_find(word);
	if (w == NULL || (restore && w->sia_restore == NULL) ||
	    (str_trim(rest).n > 0 &&
	     !str_to_int(str_trim(rest), 1, 999, &number)))
		return false;
	buf_printf(&b, "#%.*s|%s", STR_ARG(p->account), is_cid ? "" : "N");
	panel_word_print(&b, w, is_cid, restore, (int)number);
	p->id = is_cid ? STR("ADM-CID") : STR("SIA-DCS");
	p->data = arena_str(a, buf_str(&b));
	buf_release(&b);
	return true;
}

static void
words_say(const struct cli *c)
{
	cli_say(c,
		"what? burglary 3, restore 3, fire 1, holdup, close, open, "
		"mains, restore mains, test …",
		"请输入：burglary 3、restore 3、fire 1、holdup、close、open、"
		"mains、restore mains、test……");
}

static enum outcome
beat_send(struct panel *p, struct arena *a)
{
	p->id = STR("NULL");
	p->data = STR("");
	return message_send(p, a, seq_next(p, a));
}

/* Waits for a line; heartbeats meanwhile, with --every.  False at the end. */
static bool
line_wait(struct panel *p, struct arena *a, char *line, size_t size)
{
	struct pollfd in = { .fd = 0, .events = POLLIN };
	int wait_ms = p->every_s > 0 ? (int)p->every_s * 1000 : -1;
	size_t n = 0;

	while (n + 1 < size) {
		if (poll(&in, 1, wait_ms) == 0) {
			(void)beat_send(p, a); /* it has said how it went */
			continue;
		}
		if (read(0, line + n, 1) != 1)
			break;
		if (line[n] == '\n') {
			line[n] = '\0';
			return true;
		}
		n++;
	}
	line[n] = '\0';
	return n > 0;
}

static enum err
hand_play(struct panel *p)
{
	struct arena a = { 0 };
	char line[256];

	words_say(p->c);
	while (line_wait(p, &a, line, sizeof(line))) {
		if (line_read(p, &a, str_of(line)))
			(void)message_send(p, &a, seq_next(p, &a));
		else
			words_say(p->c);
		arena_reset(&a);
	}
	arena_release(&a);
	return OK;
}

enum err
panel_command(struct cli *c)
{
	struct panel *p = ARENA_NEW(&c->a, struct panel);
	enum err rc;

	if (cli_value(c, "--scenario") != NULL)
		return panel_scenario_command(c);
	p->c = c;
	p->timeout_s = TIMEOUT_S;
	/* The next run is not taken for a repetition of this one. */
	p->seq = c->now_ms / SECOND_MS % SEQ_MAX + 1;
	rc = options_read(p);
	if (rc == OK)
		rc = cli_value(c, "--interactive") != NULL ? hand_play(p) :
							     messages_send(p);
	panel_link_close(&p->link);
	secret_wipe(&p->key, sizeof(p->key));
	return rc;
}
