/* t_decode.c - blocks into signals: the vectors, odd ones, overrides. */
#include "estate.h"

#include "alarm/decode.h"
#include "base/buf.h"
#include "dc09_vectors.h"

static const struct decode_profile known = {
	.org = 1, .panel = 2, .site = 3, .customer = 4, .dialect = { "", 0 }
};

#define NO SIGNAL_NONE

/* clang-format off */
/* A block, and the events that it must give.  code NULL: undecoded. */
static const struct {
	enum dc09_kind kind;
	const char *block;
	size_t n;
	struct { const char *code, *class, *role; int64_t priority, part, zone, user; const char *text; } is[4];
} blocks[] = {
	/* Order and slashes of modifiers. */
	{ DC09_SIA_DCS, "NFA129", 1, { { "FA", "fire", "alarm", 1, NO, 129, NO, "" } } },
	{ DC09_SIA_DCS, "Nri1/BA03", 1, { { "BA", "intrusion", "alarm", 2, 1, 3, NO, "" } } },
	{ DC09_SIA_DCS, "Nri2ti10:02:04BA3", 1, { { "BA", "intrusion", "alarm", 2, 2, 3, NO, "" } } },
	{ DC09_SIA_DCS, "Nti10:02:04/ri2/BA3", 1, { { "BA", "intrusion", "alarm", 2, 2, 3, NO, "" } } },
	{ DC09_SIA_DCS, "Nri2/id7/OP07", 1, { { "OP", "openclose", "open", 5, 2, NO, 7, "" } } },
	{ DC09_SIA_DCS, "Nri1/id12/pi3/BC", 1, { { "BC", "intrusion", "cancel", 5, 1, NO, 12, "" } } },
	{ DC09_SIA_DCS, "Nda11-22-26ti10:02ri1BA0004", 1, { { "BA", "intrusion", "alarm", 2, 1, 4, NO, "" } } },
	{ DC09_SIA_DCS, "Nri1/NP501", 1, { { "NP", "openclose", "open", 5, 1, 501, NO, "" } } },
	{ DC09_SIA_DCS, "Nri1/XC12", 1, { { "XC", "comms", "trouble_restore", 5, 1, NO, NO, "#12" } } },
	{ DC09_SIA_DCS, "NRR|Atest", 1, { { "RR", "power", "info", 4, NO, NO, NO, "test" } } },
	/* X-SIA texts, with and without an end, with a bar inside. */
	{ DC09_SIA_DCS, "Nri0RP2^SL 1807110200065423^", 1, { { "RP", "test", "test", 5, NO, NO, NO, "SL 1807110200065423" } } },
	{ DC09_SIA_DCS, "Nri1CL0^VX FRONTE       ^", 1, { { "CL", "openclose", "close", 5, 1, NO, 0, "VX FRONTE" } } },
	{ DC09_SIA_DCS, "NBA3^hall|left^", 1, { { "BA", "intrusion", "alarm", 2, NO, 3, NO, "hall|left" } } },
	{ DC09_SIA_DCS, "NBA3^hall", 1, { { "BA", "intrusion", "alarm", 2, NO, 3, NO, "hall" } } },
	{ DC09_SIA_DCS, "NOP001*'hall'NM", 1, { { "OP", "openclose", "open", 5, NO, NO, 1, "hall" } } },
	{ DC09_SIA_DCS, "NBA7|Akitchen|Awindow", 2, { { "BA", "intrusion", "alarm", 2, NO, 7, NO, "kitchen" }, { NULL, NULL, NULL, 3, NO, NO, NO, "Awindow" } } },
	/* Several events in one message, in one block, without separators. */
	{ DC09_SIA_DCS, "NBA01^Porte avant^|Nri2/id7/OP07|Oti12:00/TA03", 3, {
		{ "BA", "intrusion", "alarm", 2, NO, 1, NO, "Porte avant" },
		{ "OP", "openclose", "open", 5, 2, NO, 7, "" },
		{ "TA", "tamper", "alarm", 2, NO, 3, NO, "" } } },
	{ DC09_SIA_DCS, "Nri1/BA03/BA04", 2, { { "BA", "intrusion", "alarm", 2, 1, 3, NO, "" }, { "BA", "intrusion", "alarm", 2, 1, 4, NO, "" } } },
	{ DC09_SIA_DCS, "Nri1BA03ri2BA04", 2, { { "BA", "intrusion", "alarm", 2, 1, 3, NO, "" }, { "BA", "intrusion", "alarm", 2, 2, 4, NO, "" } } },
	/* What nobody knows is kept. */
	{ DC09_SIA_DCS, "", 1, { { NULL, NULL, NULL, 3, NO, NO, NO, "" } } },
	{ DC09_SIA_DCS, "Nri1", 1, { { NULL, NULL, NULL, 3, NO, NO, NO, "ri1" } } },
	{ DC09_SIA_DCS, "N", 1, { { NULL, NULL, NULL, 3, NO, NO, NO, "" } } },
	{ DC09_SIA_DCS, "Nri1/QQ12", 1, { { "QQ", NULL, NULL, 3, 1, NO, NO, "#12" } } },
	{ DC09_SIA_DCS, "N12345", 1, { { NULL, NULL, NULL, 3, NO, NO, NO, "12345" } } },
	{ DC09_SIA_DCS, "NBA99999999999999", 1, { { "BA", "intrusion", "alarm", 2, NO, NO, NO, "" } } },
	{ DC09_SIA_DCS, "NBA1~~", 2, { { "BA", "intrusion", "alarm", 2, NO, 1, NO, "" }, { NULL, NULL, NULL, 3, NO, NO, NO, "~~" } } },
	/* Contact ID, blanks anywhere. */
	{ DC09_ADM_CID, "1110 00 129", 1, { { "110", "fire", "alarm", 1, NO, 129, NO, "" } } },
	{ DC09_ADM_CID, "113001003", 1, { { "130", "intrusion", "alarm", 2, 1, 3, NO, "" } } },
	{ DC09_ADM_CID, " 3130  01   003 ", 1, { { "130", "intrusion", "restore", 5, 1, 3, NO, "" } } },
	{ DC09_ADM_CID, "1 130 01 003", 1, { { "130", "intrusion", "alarm", 2, 1, 3, NO, "" } } },
	{ DC09_ADM_CID, "1130 01003", 1, { { "130", "intrusion", "alarm", 2, 1, 3, NO, "" } } },
	{ DC09_ADM_CID, "E401 02 007", 1, { { "401", "openclose", "open", 5, 2, NO, 7, "" } } },
	{ DC09_ADM_CID, "3401 02 007", 1, { { "401", "openclose", "close", 5, 2, NO, 7, "" } } },
	{ DC09_ADM_CID, "6130 01 003", 1, { { "130", "intrusion", "alarm", 2, 1, 3, NO, "" } } },
	{ DC09_ADM_CID, "1602 00 001", 1, { { "602", "test", "test", 5, NO, NO, NO, "#1" } } },
	{ DC09_ADM_CID, "1130 01 003^front door^", 1, { { "130", "intrusion", "alarm", 2, 1, 3, NO, "front door" } } },
	{ DC09_ADM_CID, "1130 01 003|Ahall", 1, { { "130", "intrusion", "alarm", 2, 1, 3, NO, "hall" } } },
	{ DC09_ADM_CID, "1130 01 003|3130 01 003", 2, { { "130", "intrusion", "alarm", 2, 1, 3, NO, "" }, { "130", "intrusion", "restore", 5, 1, 3, NO, "" } } },
	{ DC09_ADM_CID, "2130 01 003", 1, { { NULL, NULL, NULL, 3, NO, NO, NO, "2130 01 003" } } },
	{ DC09_ADM_CID, "1999 01", 1, { { NULL, NULL, NULL, 3, NO, NO, NO, "1999 01" } } },
	{ DC09_ADM_CID, "1xyz 01 003", 1, { { NULL, NULL, NULL, 3, NO, NO, NO, "1xyz 01 003" } } },
	{ DC09_ADM_CID, "1777 01 003", 1, { { "777", NULL, NULL, 3, 1, NO, NO, "#3" } } },
	/* Makers disagree about it: nobody has said which maker this is. */
	{ DC09_ADM_CID, "1711 01 003", 1, { { "711", NULL, NULL, 3, 1, NO, NO, "#3" } } },
	/* Other tokens: kept. */
	{ DC09_OTHER, "BZ 17", 1, { { NULL, NULL, NULL, 3, NO, NO, NO, "BZ 17" } } },
};
/* clang-format on */

static void
decode(const struct decode_profile *p, enum dc09_kind kind, const char *block,
       struct arena *a, struct signal **out, size_t *n)
{
	struct dc09 f = { .kind = kind };

	f.id = STR("SIA-DCS");
	f.seq = STR("0001");
	f.line = STR("0");
	f.has_line = f.has_account = true;
	f.account = STR("1234");
	f.block = f.data = str_of(block);
	decode_frame(p, &f, a, out, n);
}

static bool
same(struct str got, const char *want)
{
	return str_is(got, want == NULL ? "" : want);
}

static void
blocks_become_events(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(blocks); i++) {
		struct signal *v;
		size_t n;

		print_message("%s\n", blocks[i].block);
		decode(&known, blocks[i].kind, blocks[i].block, &a, &v, &n);
		assert_int_equal(n, blocks[i].n);
		for (size_t k = 0; k < n; k++) {
			assert_true(same(v[k].code, blocks[i].is[k].code));
			assert_true(same(v[k].class, blocks[i].is[k].class));
			assert_true(same(v[k].role, blocks[i].is[k].role));
			assert_true(same(v[k].text, blocks[i].is[k].text));
			assert_true(
			    same(v[k].state, blocks[i].is[k].class == NULL ?
						 "undecoded" :
						 "decoded"));
			assert_int_equal(v[k].priority,
					 blocks[i].is[k].priority);
			assert_int_equal(v[k].part_no, blocks[i].is[k].part);
			assert_int_equal(v[k].zone_no, blocks[i].is[k].zone);
			assert_int_equal(v[k].user_no, blocks[i].is[k].user);
			assert_int_equal(v[k].part, k);
		}
	}
	arena_release(&a);
}

/* 4 KB are not 2000 rows: so many events, the rest whole in one more. */
static void
too_many_events_are_kept_whole(void **state)
{
	struct arena a = { 0 };
	struct signal *v;
	struct str rest;
	size_t n;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct buf b = buf_open(4096);

		for (int k = 0; k < 70; k++)
			buf_puts(&b, i == 0 ? "BA1" : "NBA1|");
		buf_putc(&b, '\0');
		decode(&known, DC09_SIA_DCS, b.p, &a, &v, &n);
		assert_int_equal(n, DECODE_EVENTS_MAX + 1);
		assert_true(same(v[DECODE_EVENTS_MAX - 1].code, "BA"));
		assert_true(same(v[n - 1].state, "undecoded"));
		rest = v[n - 1].text;
		assert_int_equal(rest.n, i == 0 ? 6 * 3 : 6 * 5 - 1);
		buf_release(&b);
	}
	arena_release(&a);
}

/* Nor does a text that they share come with each of them. */
static void
a_shared_text_is_long_once(void **state)
{
	struct buf b = buf_open(8192);
	struct arena a = { 0 };
	struct signal *v;
	size_t n;

	(void)state;
	buf_puts(&b, "NBA1BA2BA3|A");
	for (int k = 0; k < 1000; k++)
		buf_puts(&b, "long");
	buf_putc(&b, '\0');
	decode(&known, DC09_SIA_DCS, b.p, &a, &v, &n);
	assert_int_equal(n, 3);
	assert_int_equal(v[0].text.n, 4000);
	assert_int_equal(v[2].text.n, 256);
	buf_release(&b);
	arena_release(&a);
}

/* Every frame of the standard and the field gives its signals. */
static void
vectors_are_decoded(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(vectors); i++) {
		struct dc09_key key;
		struct signal *v;
		struct why why = { 0 };
		struct dc09 f;
		size_t n;

		assert_int_equal(dc09_parse(str_of(vectors[i].frame), &f, &why),
				 DC09_GOOD);
		if (vectors[i].key != NULL) {
			assert_int_equal(dc09_key_parse(str_of(vectors[i].key),
							&key, &why),
					 OK);
			assert_int_equal(dc09_decrypt(&f, &key, &a, &why),
					 DC09_GOOD);
		}
		decode_frame(&known, &f, &a, &v, &n);
		if (f.kind == DC09_NULL || dc09_is_answer(&f)) {
			assert_int_equal(n, 0);
			continue;
		}
		assert_true(n > 0);
		assert_true(str_eq(v[0].account, dc09_account(&f)));
		assert_int_equal(v[0].encrypted, f.encrypted);
		assert_int_equal(v[0].device_ms, f.has_time ? f.time_ms : NO);
		if (f.block.n > 0)
			assert_str(v[0].state, "decoded");
	}
	arena_release(&a);
}

static void
the_frame_is_told(void **state)
{
	static const char frame[] =
	    "DC530046\"SIA-DCS\"9876R579BDFL789ABC#12345A[#12345A|NFA129]"
	    "_13:14:15,02-15-2006";
	struct decode_profile p = known;
	struct arena a = { 0 };
	struct why why = { 0 };
	struct signal *v;
	struct dc09 f;
	size_t n;

	(void)state;
	p.clock_offset_ms = HOUR_MS;
	assert_int_equal(dc09_parse(STR(frame), &f, &why), DC09_GOOD);
	decode_frame(&p, &f, &a, &v, &n);
	assert_int_equal(n, 1);
	assert_str(v->source, "dc09");
	assert_str(v->line, "R579BDFL789ABC");
	assert_str(v->account, "12345A");
	assert_str(v->seq, "9876");
	assert_str(v->token, "SIA-DCS");
	assert_str(v->format, "sia");
	assert_str(v->data, "#12345A|NFA129");
	assert_int_equal(v->device_ms, f.time_ms - HOUR_MS);
	assert_int_equal(v->org, 1);
	assert_int_equal(v->panel, 2);
	assert_int_equal(v->site, 3);
	assert_int_equal(v->customer, 4);
	p.panel = 0;
	decode_frame(&p, &f, &a, &v, &n);
	assert_str(v->state, "unknown");
	assert_str(v->class, "fire");
	arena_release(&a);
}

static void
xdata_is_kept(void **state)
{
	struct arena a = { 0 };
	struct dc09 f = { .kind = DC09_SIA_DCS };
	struct signal *v;
	size_t n;

	(void)state;
	f.block = f.data = STR("NBA3");
	f.xdata = STR("[X006E07.777][Icaf\xe9][H10:11:12,11-22-2026]");
	decode_frame(&known, &f, &a, &v, &n);
	assert_int_equal(n, 1);
	assert_str(v->xdata, "[X006E07.777][Icafé][H10:11:12,11-22-2026]");
	assert_str(v->text, "café");
	assert_int_equal(v->device_ms, INT64_C(1795342272000));
	arena_release(&a);
}

static void
text_becomes_utf8(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_str(decode_text(STR("hall"), &a), "hall");
	assert_str(decode_text(STR("大厅"), &a), "大厅");
	assert_str(decode_text(STR("\xb4\xf3\xcc\xfc 1"), &a), "大厅 1");
	assert_str(decode_text(STR("entr\xe9"
				   "e"),
			       &a),
		   "entrée");
	assert_str(decode_text(STR("\x80 5"), &a), "€ 5");
	assert_str(decode_text(STR("a\x81"), &a), "a\xef\xbf\xbd");
	assert_str(decode_text(STR("a\0b\nc"), &a), "a b c");
	assert_str(decode_text(STR(""), &a), "");
	arena_release(&a);
}

static void
a_template_says_whose_code_it_is(void **state)
{
	struct decode_profile p = known;
	struct arena a = { 0 };
	struct signal *v;
	size_t n;

	(void)state;
	p.dialect = STR("hengbo");
	decode(&p, DC09_ADM_CID, "1711 01 003", &a, &v, &n);
	assert_str(v->role, "cancel");
	assert_int_equal(v->user_no, 3);
	decode(&p, DC09_ADM_CID, "1900 01 003", &a, &v, &n); /* no maker's */
	assert_str(v->state, "undecoded");
	p.dialect = STR("other");
	decode(&p, DC09_ADM_CID, "1711 01 003", &a, &v, &n);
	assert_str(v->state, "undecoded");
	arena_release(&a);
}

/* Received at `now`, the panel's clock ahead of UTC; is "": no time. */
static const struct {
	const char *block, *now, *is;
	int64_t offset_min;
} times[] = {
	{ "Nti10:02:04BA3", "2026-11-22T10:02:06Z", "2026-11-22T10:02:04", 0 },
	{ "Nti10:02/BA3", "2026-11-22T10:02:06Z", "2026-11-22T10:02:00", 0 },
	/* around midnight: yesterday's, tomorrow's of a fast clock */
	{ "Nti23:59:58BA3", "2026-11-22T00:00:01Z", "2026-11-21T23:59:58", 0 },
	{ "Nti00:00:03BA3", "2026-11-21T23:59:59Z", "2026-11-22T00:00:03", 0 },
	{ "Nti00:00:00BA3", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00", 0 },
	/* local time: 00:00:01 in Shanghai is 16:00:01 of the day before */
	{ "Nti23:59:58BA3", "2026-11-21T16:00:01Z", "2026-11-21T15:59:58",
	  480 },
	{ "Nti00:00:01BA3", "2026-11-21T16:00:01Z", "2026-11-21T16:00:01",
	  480 },
	/* with a date that date */
	{ "Nda11-19-26ti10:02BA3", "2026-11-22T10:02:06Z",
	  "2026-11-19T10:02:00", 0 },
	{ "Nda11-19-2026/ti10:02/BA3", "2026-11-22T10:02:06Z",
	  "2026-11-19T10:02:00", 0 },
	/* no time at all */
	{ "Nda13-40-26ti10:02BA3", "2026-11-22T10:02:06Z", "", 0 },
	{ "Nti24:00BA3", "2026-11-22T10:02:06Z", "", 0 },
	{ "Nti1002BA3", "2026-11-22T10:02:06Z", "", 0 },
	{ "NBA3", "2026-11-22T10:02:06Z", "", 0 },
};

static void
a_time_without_a_date_is_the_nearest(void **state)
{
	struct decode_profile p = known;
	struct arena a = { 0 };
	struct signal *v;
	char iso[25];
	size_t n;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(times); i++) {
		p.clock_offset_ms = times[i].offset_min * MINUTE_MS;
		assert_true(time_parse(str_of(times[i].now), &p.received_ms));
		decode(&p, DC09_SIA_DCS, times[i].block, &a, &v, &n);
		iso[0] = '\0';
		if (v->device_ms != SIGNAL_NONE)
			time_print(v->device_ms, iso);
		iso[19] = '\0';
		assert_string_equal(iso, times[i].is);
	}
	p.received_ms = 0; /* nobody says when */
	decode(&p, DC09_SIA_DCS, "Nti10:02BA3", &a, &v, &n);
	assert_int_equal(v->device_ms, SIGNAL_NONE);
	arena_release(&a);
}

/* ---- overrides ---- */

static struct overrides *
load(struct store *s)
{
	struct overrides *o;

	store_ok(s, db_begin(s->db, TX_READ, &s->why));
	store_ok(s, overrides_load(s->db, &o, &s->why));
	store_ok(s, db_end(s->db, OK, &s->why));
	return o;
}

static int64_t
add_panel(struct store *s, const struct estate *e)
{
	return estate_add(
	    s, e->program, "panel",
	    ESTATE_TEXT("{\"name\":\"主机\",\"site\":\"%lld\",\"state\":"
			"\"live\",\"protocol\":\"dc09\",\"account\":\"1234\","
			"\"receiver_line\":\"L0\",\"format\":\"sia\","
			"\"encryption\":\"none\",\"paths\":[\"ip\"],"
			"\"standby_h\":80}",
			(long long)e->site));
}

static void
the_most_particular_rule_wins(void **state)
{
	struct store *s = store_of(state);
	struct decode_profile p = { .dialect = STR("") };
	struct overrides *o;
	struct estate e;
	struct signal *v;
	size_t n;

	estate_make(s, &e);
	p.org = e.org;
	p.site = e.site;
	p.panel = add_panel(s, &e);
	p.template = estate_add(s, e.program, "panel_template",
				"{\"name\":\"甲型\",\"dialect\":\"other\"}");
	(void)estate_add(s, e.program, "code_rule",
			 "{\"code\":\"BA\",\"format\":\"sia\",\"scope\":"
			 "\"format\",\"priority\":3,\"name\":\"周界\"}");
	(void)estate_add(
	    s, e.program, "code_rule",
	    ESTATE_TEXT("{\"code\":\"777\",\"format\":\"cid\",\"scope\":"
			"\"template\",\"template\":\"%lld\",\"class\":\"gas\","
			"\"role\":\"alarm\",\"concerns\":\"zone\","
			"\"priority\":2,\"name\":\"燃气\"}",
			(long long)p.template));
	p.overrides = o = load(s);
	decode(&p, DC09_SIA_DCS, "NBA3", &s->a, &v, &n);
	assert_int_equal(v->priority, 3);
	assert_str(v->text, "周界");
	assert_str(v->class, "intrusion");
	decode(&p, DC09_ADM_CID, "1777 01 003", &s->a, &v, &n);
	assert_str(v->state, "decoded");
	assert_str(v->class, "gas");
	assert_int_equal(v->zone_no, 3);
	p.template = 0;
	decode(&p, DC09_ADM_CID, "1777 01 003", &s->a, &v, &n);
	assert_str(v->state, "undecoded");
	overrides_drop(&o);
	assert_str(v->state, "undecoded"); /* nothing points into it */

	(void)estate_add(
	    s, e.program, "code_rule",
	    ESTATE_TEXT("{\"code\":\"BA\",\"format\":\"sia\",\"scope\":"
			"\"site\",\"site\":\"%lld\",\"action\":\"log\"}",
			(long long)e.site));
	p.overrides = o = load(s);
	decode(&p, DC09_SIA_DCS, "NBA3", &s->a, &v, &n);
	assert_int_equal(v->priority, 5);
	overrides_drop(&o);
	(void)estate_add(
	    s, e.program, "code_rule",
	    ESTATE_TEXT("{\"code\":\"BA\",\"format\":\"sia\",\"scope\":"
			"\"panel\",\"panel\":\"%lld\",\"class\":\"holdup\","
			"\"priority\":1}",
			(long long)p.panel));
	p.overrides = o = load(s);
	decode(&p, DC09_SIA_DCS, "NBA3", &s->a, &v, &n);
	assert_int_equal(v->priority, 1);
	assert_str(v->class, "holdup");
	p.org++; /* another organisation has its own rules */
	decode(&p, DC09_SIA_DCS, "NBA3", &s->a, &v, &n);
	assert_str(v->class, "intrusion");
	assert_int_equal(v->priority, 2);
	overrides_drop(&o);
}

static void
a_rule_may_be_for_one_role_only(void **state)
{
	struct store *s = store_of(state);
	struct decode_profile p = { .panel = 9, .dialect = STR("") };
	struct overrides_mark before, after;
	struct overrides *o, *held;
	struct estate e;
	struct signal *v;
	size_t n;

	estate_make(s, &e);
	p.org = e.org;
	store_ok(s, overrides_mark(s->db, &before, &s->why));
	(void)estate_add(s, e.program, "code_rule",
			 "{\"code\":\"401\",\"format\":\"cid\",\"scope\":"
			 "\"format\",\"when_role\":\"open\",\"class\":"
			 "\"arming\",\"action\":\"alarm\"}");
	store_ok(s, overrides_mark(s->db, &after, &s->why));
	assert_true(after.rows == before.rows + 1);
	o = load(s);
	held = overrides_hold(o);
	overrides_drop(&o);
	assert_null(o);
	p.overrides = held;
	decode(&p, DC09_ADM_CID, "1401 01 003", &s->a, &v, &n);
	assert_int_equal(v->priority, 4);
	assert_str(v->class, "arming");
	decode(&p, DC09_ADM_CID, "3401 01 003", &s->a, &v, &n);
	assert_int_equal(v->priority, 5);
	assert_str(v->class, "openclose");
	overrides_drop(&held);
}

static void
rule_fails(struct store *s, const struct estate *e, const char *json,
	   const char *field)
{
	struct task t = people_task(s, TX_WRITE, NOON, e->program);
	const struct reg *r = reg_find(STR("code_rule"));
	struct reg_input in;
	struct reg_row row;
	enum err rc = reg_input_json(&t, r, str_of(json), &in);

	if (rc == OK)
		rc = reg_create(&t, r, &in, "create", &row);
	assert_int_equal(rc, ERR_INVALID);
	assert_string_equal(t.why.faults[0].field, field);
	store_fails(s, ERR_INVALID, people_end(s, &t, rc));
}

static void
a_rule_that_says_nothing_is_refused(void **state)
{
	struct store *s = store_of(state);
	struct estate e;

	estate_make(s, &e);
	rule_fails(s, &e,
		   "{\"code\":\"BAA\",\"format\":\"sia\",\"scope\":\"format\"}",
		   "code");
	rule_fails(s, &e,
		   "{\"code\":\"QQ\",\"format\":\"sia\",\"scope\":\"format\"}",
		   "class");
	rule_fails(s, &e,
		   "{\"code\":\"RP\",\"format\":\"sia\",\"scope\":\"format\","
		   "\"action\":\"alarm\"}",
		   "class");
}

static int
setup(void **state)
{
	struct why why = { 0 };

	if (codes_load("packs", &why) != OK)
		return -1;
	return estate_start(state);
}

static int
teardown(void **state)
{
	codes_free();
	return estate_stop(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_become_events),
		cmocka_unit_test(too_many_events_are_kept_whole),
		cmocka_unit_test(a_shared_text_is_long_once),
		cmocka_unit_test(vectors_are_decoded),
		cmocka_unit_test(the_frame_is_told),
		cmocka_unit_test(xdata_is_kept),
		cmocka_unit_test(text_becomes_utf8),
		cmocka_unit_test(a_template_says_whose_code_it_is),
		cmocka_unit_test(a_time_without_a_date_is_the_nearest),
		STORE_TEST(the_most_particular_rule_wins),
		STORE_TEST(a_rule_may_be_for_one_role_only),
		STORE_TEST(a_rule_that_says_nothing_is_refused),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
