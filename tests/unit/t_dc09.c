/* t_dc09.c - DC-09 frames: the stream, the published frames, the faults. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/crc.h"
#include "base/time.h"
#include "dc09_vectors.h"

static struct arena arena;

static int
arena_end(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

/* LF CRC length body CR, right sums. */
static struct str
framed(const char *body)
{
	return arena_printf(&arena, "\n%04X0%03zX%s\r", crc16_arc(str_of(body)),
			    strlen(body), body);
}

static struct str
text_of(const char *s)
{
	return str_of(s == NULL ? "" : s);
}

static bool
same(struct str a, const char *b)
{
	bool is = str_eq(a, text_of(b));

	if (!is)
		print_error("\"%.*s\" instead of \"%s\"\n", STR_ARG(a), b);
	return is;
}

/* Parses the one frame that bytes are, and decrypts it. */
static enum dc09_verdict
read_one(struct str bytes, const char *key, struct dc09 *out)
{
	struct str frame, in = bytes;
	struct dc09_key k;
	struct why why = { 0 };
	enum dc09_verdict v;

	assert_int_equal(dc09_cut(&in, &frame), DC09_FRAME);
	assert_int_equal(in.n, 0);
	v = dc09_parse(frame, out, &why);
	if (v == DC09_GOOD && out->encrypted && key != NULL) {
		assert_int_equal(dc09_key_parse(str_of(key), &k, &why), OK);
		v = dc09_decrypt(out, &k, &arena, &why);
	}
	assert_int_equal(v == DC09_GOOD, why.text[LANG_EN][0] == '\0');
	assert_int_equal(v == DC09_GOOD, why.text[LANG_ZH][0] == '\0');
	return v;
}

static enum dc09_verdict
read_body(const char *body, struct dc09 *out)
{
	return read_one(framed(body), NULL, out);
}

static void
published_frames_mean_what_they_say(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(vectors); i++) {
		const struct dc09_vector *v = &vectors[i];
		struct str bytes = arena_printf(&arena, "\n%s\r", v->frame);
		struct dc09 f;
		char time[25] = "";

		assert_int_equal(read_one(bytes, v->key, &f), DC09_GOOD);
		assert_int_equal(f.kind, v->kind);
		assert_int_equal(f.encrypted, v->key != NULL);
		assert_true(same(f.seq, v->seq));
		assert_true(same(f.route, v->route));
		assert_true(same(dc09_account(&f), v->account));
		assert_true(same(f.block, v->block));
		assert_int_equal(f.has_time, v->time != NULL);
		if (f.has_time)
			time_print(f.time_ms, time);
		assert_true(same(str_of(time), v->time));
	}
}

/* Conformance values: absent, one digit, all digits. */
static void
route_forms(void **state)
{
	static const struct {
		const char *route, *receiver, *line, *account;
	} rows[] = {
		{ "#123456", "-", "-", "123456" },
		{ "R0L0#0", "0", "0", "0" },
		{ "R1234L1234#0123456789ABCDEF", "1234", "1234",
		  "0123456789ABCDEF" },
		{ "RFFFFFFLFFFFFF#FEDCBA9876543210", "FFFFFF", "FFFFFF",
		  "FEDCBA9876543210" },
		{ "RL#", "", "", "" },
		{ "rff", "-", "-", "-" },
		{ "Rab0Lc#abcdef", "ab0", "c", "abcdef" },
		{ "", "-", "-", "-" },
		{ "R0", "0", "-", "-" },
		{ "#STATION7", "-", "-", "STATION7" },
		/* Not of the standard; echoed, and the account is told. */
		{ "R1234567", "-", "-", "-" },
		{ "#01234567890123456", "-", "-", "01234567890123456" },
		{ "L00000001#1234", "-", "-", "1234" },
		{ "L0#12-34", "-", "-", "12-34" },
		{ "L0R0#12", "-", "-", "12" },
		{ "R0L0#1A#", "-", "-", "1A#" },
		{ "L0 R0#12", NULL, NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct str body =
		    arena_printf(&arena, "\"SIA-DCS\"0001%s[NBA1]",
				 rows[i].route);
		struct dc09 f;
		enum dc09_verdict v = read_body(body.p, &f);

		assert_int_equal(v, rows[i].receiver == NULL ? DC09_BAD_BODY :
							       DC09_GOOD);
		if (v != DC09_GOOD)
			continue;
		assert_true(same(f.has_receiver ? f.receiver : STR("-"),
				 rows[i].receiver));
		assert_true(same(f.has_line ? f.line : STR("-"), rows[i].line));
		assert_true(same(f.has_account ? f.account : STR("-"),
				 rows[i].account));
		assert_true(same(f.route, rows[i].route));
	}
}

static void
account_from_the_data(void **state)
{
	struct dc09 f;

	(void)state;
	assert_int_equal(read_body("\"SIA-DCS\"0001L0[#1a2b|NBA1]", &f), 0);
	assert_str(dc09_account(&f), "1a2b");
	assert_str(f.block, "NBA1");
	assert_int_equal(read_body("\"SIA-DCS\"0001L0#[#77|NBA1]", &f), 0);
	assert_str(dc09_account(&f), "77");
	/* the header's goes before; both are kept */
	assert_int_equal(read_body("\"SIA-DCS\"0001#99[#77|NBA1]", &f), 0);
	assert_str(dc09_account(&f), "99");
	assert_str(f.claimed, "77");
	/* no account, only the bar */
	assert_int_equal(read_body("\"SIA-DCS\"0001#AAA[|Nri2/JC12]", &f), 0);
	assert_str(f.block, "Nri2/JC12");
	assert_str(dc09_account(&f), "AAA");
	/* without '#' only when it is the header's, in either case */
	assert_int_equal(read_body("\"SIA-DCS\"0001#aaa[AAA|NBA1]", &f), 0);
	assert_str(f.block, "NBA1");
	assert_int_equal(read_body("\"SIA-DCS\"0001#1[NBA1|NBR1]", &f), 0);
	assert_str(f.block, "NBA1|NBR1");
}

static void
events_of_a_block(void **state)
{
	static const struct {
		const char *block;
		struct {
			char mark;
			const char *code, *text;
		} events[3];
	} rows[] = {
		{ "NBA01^Porte avant^|Nri2/id7/OP07|Oti12:00/TA03",
		  { { 'N', "BA01^Porte avant^", "" },
		    { 'N', "ri2/id7/OP07", "" },
		    { 'O', "ti12:00/TA03", "" } } },
		{ "NRR|Atest", { { 'N', "RR", "test" } } },
		{ "NBA1^a|b^|NBR1",
		  { { 'N', "BA1^a|b^", "" }, { 'N', "BR1", "" } } },
		{ "NBA1^a|NBR1", { { 'N', "BA1^a", "" }, { 'N', "BR1", "" } } },
		{ "||NBA1|", { { 'N', "BA1", "" } } },
		{ "1110 00 129", { { '\0', "1110 00 129", "" } } },
		{ "NOP001*'hall'NM", { { 'N', "OP001*'hall'NM", "" } } },
		{ "", { { 0 } } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct str rest = str_of(rows[i].block);
		struct dc09_event e;
		size_t n = 0;

		for (; dc09_event_next(&rest, &e); n++) {
			assert_true(n < 3 && rows[i].events[n].code != NULL);
			assert_int_equal(e.mark, rows[i].events[n].mark);
			assert_true(same(e.code, rows[i].events[n].code));
			assert_true(same(e.text, rows[i].events[n].text));
		}
		assert_true(n == 3 || rows[i].events[n].code == NULL);
	}
}

static void
xdata_and_tail(void **state)
{
	struct dc09 f;
	struct str value;
	char id;

	(void)state;
	assert_int_equal(read_body("\"SIA-DCS\"0001L0#1234[#1234|NBA1^a[1]^]"
				   "[X116E23.1234][Y49N06.6666666][I\x80uro ]"
				   "_10:11:12,01-02-2030",
				   &f),
			 DC09_GOOD);
	assert_str(f.block, "NBA1^a[1]^");
	assert_true(dc09_xdata_next(&f.xdata, &id, &value));
	assert_int_equal(id, 'X');
	assert_str(value, "116E23.1234");
	assert_true(dc09_xdata_next(&f.xdata, &id, &value));
	assert_int_equal(id, 'Y');
	assert_true(dc09_xdata_next(&f.xdata, &id, &value));
	assert_str(value, "\x80uro ");
	assert_false(dc09_xdata_next(&f.xdata, &id, &value));
	assert_true(f.has_time);
	/* a time nobody can read does not make a plain frame a bad one */
	assert_int_equal(
	    read_body("\"NULL\"0000#12[][M0011]_25:11:12,01-02-2030", &f), 0);
	assert_false(f.has_time);
	assert_str(f.tail, "_25:11:12,01-02-2030");
	assert_str(f.xdata, "[M0011]");
	assert_int_equal(dc09_xdata_field('V')->max, 256);
	assert_null(dc09_xdata_field('B'));
}

static void
no_answer_for_wrong_sums(void **state)
{
	static const struct {
		const char *frame;
		enum dc09_verdict verdict;
	} rows[] = {
		/* right CRC, length wrong: seen in the field */
		{ "97F90078\"SIA-DCS\"6002L0#AAA[|Nri2/JC12]"
		  "_12:58:23,09-15-2021",
		  DC09_BAD_LENGTH },
		/* length in decimal */
		{ "CE110050\"SIA-DCS\"9876R579BDFL789ABC#12345A"
		  "[#12345A|NFA129]",
		  DC09_BAD_LENGTH },
		{ "CE120032\"SIA-DCS\"9876R579BDFL789ABC#12345A"
		  "[#12345A|NFA129]",
		  DC09_BAD_CRC },
		{ "CE110032\"SIA-DCS\"9876R579BDFL789ABC#12345A"
		  "[#12345A|NFA128]",
		  DC09_BAD_CRC },
		{ "CX110032\"SIA-DCS\"9876R579BDFL789ABC#12345A"
		  "[#12345A|NFA129]",
		  DC09_BAD_HEAD },
		{ "CE11003x\"SIA-DCS\"9876R579BDFL789ABC#12345A"
		  "[#12345A|NFA129]",
		  DC09_BAD_HEAD },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct dc09 f;
		struct str s = arena_printf(&arena, "\n%s\r", rows[i].frame);

		assert_int_equal(read_one(s, NULL, &f), rows[i].verdict);
		assert_int_equal(dc09_verdict_reply(rows[i].verdict),
				 DC09_SILENT);
	}
}

/* Arrived well, so an answer is due; what was read is echoed. */
static void
duh_for_what_cannot_be_read(void **state)
{
	static const char *const bodies[] = {
		"\"SIA-DCS\"00x1L0#1234[]",
		"\"SIA-DCS\"0001L0#12 4[]",
		"\"SIA-DCS\"0001L0#1234",
		"\"SIA-DCS\"0001L0#1234[NBA1",
		"\"SIA-DCS",
		"\"an id that is too long\"0001[]",
		"\"*NULL\"0000L0#12[]",
		"\"*NULL\"0000L0#12[",
		"\"*NULL\"0000L0#12[AB",
		"\"*NULL\"0000L0#12[0g",
		"\"\"",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bodies); i++) {
		struct buf out = buf_open(DC09_FRAME_MAX);
		struct dc09 f;

		assert_int_equal(read_body(bodies[i], &f), DC09_BAD_BODY);
		dc09_reply_print(&out, dc09_verdict_reply(DC09_BAD_BODY), &f,
				 NULL, NULL, 0);
		assert_int_equal(read_one(buf_str(&out), NULL, &f), DC09_GOOD);
		assert_int_equal(f.kind, DC09_KIND_DUH);
		buf_release(&out);
	}
}

static void
an_unknown_token_is_read_all_the_same(void **state)
{
	struct dc09 f;

	(void)state;
	assert_int_equal(read_body("\"VIS-BBA\"0007R1L0#1234[#1234|x]", &f),
			 DC09_GOOD);
	assert_int_equal(f.kind, DC09_OTHER);
	assert_str(f.id, "VIS-BBA");
}

static void
wrong_key_gets_nak(void **state)
{
	struct str bytes = arena_printf(&arena, "\n%s\r", vectors[3].frame);
	struct dc09 f;

	(void)state;
	assert_int_equal(read_one(bytes, "AAAAAAAAAAAAAAAA", &f), DC09_BAD_KEY);
	assert_int_equal(read_one(bytes, "text:" STANDARD_KEY, &f),
			 DC09_BAD_KEY);
	assert_str(f.seq, "9876");
	assert_int_equal(f.data.n, 0);
	assert_int_equal(dc09_verdict_reply(DC09_BAD_KEY), DC09_NAK);
}

static void
edges_of_the_window(void **state)
{
	struct dc09 f = { .encrypted = true, .has_time = true };
	const int64_t now_ms = 1800000000 * SECOND_MS;
	struct why why = { 0 };

	(void)state;
	assert_true(dc09_in_window(now_ms + 20 * SECOND_MS, now_ms));
	assert_false(dc09_in_window(now_ms + 21 * SECOND_MS, now_ms));
	assert_true(dc09_in_window(now_ms - 40 * SECOND_MS, now_ms));
	assert_false(dc09_in_window(now_ms - 41 * SECOND_MS, now_ms));
	/* our milliseconds are not the panel's fault */
	assert_true(dc09_in_window(now_ms - 40 * SECOND_MS, now_ms + 999));
	f.time_ms = now_ms - 41 * SECOND_MS;
	assert_int_equal(dc09_check_time(&f, now_ms, &why), DC09_BAD_TIME);
	assert_int_equal(dc09_verdict_reply(DC09_BAD_TIME), DC09_NAK);
	f.encrypted = false;
	assert_int_equal(dc09_check_time(&f, now_ms, &why), DC09_GOOD);
	f = (struct dc09){ .encrypted = true, .time_ms = now_ms };
	assert_int_equal(dc09_check_time(&f, now_ms, &why), DC09_BAD_TIME);
}

static void
forms_of_a_key(void **state)
{
	static const struct {
		const char *text;
		size_t n;
		uint8_t first;
	} rows[] = {
		{ STANDARD_KEY, 16, 0x01 },
		{ "0123456789abcdef0123456789abcdef", 16, 0x01 },
		{ "hex:" STANDARD_KEY, 16, 0x01 },
		{ "text:" STANDARD_KEY, 32, '0' },
		{ STANDARD_KEY "0123456789ABCDEF", 24, 0x01 },
		{ STANDARD_KEY STANDARD_KEY, 32, 0x01 },
		{ "AAAAAAAAAAAAAAAA", 16, 'A' },
		{ "twenty-four characters .", 24, 't' },
		{ "thirty-two characters are enough", 32, 't' },
		{ "", 0, 0 },
		{ "too short", 0, 0 },
		{ "hex:AAAAAAAAAAAAAAAA", 0, 0 },
		{ "text:", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct dc09_key key;
		struct why why = { 0 };
		enum err rc = dc09_key_parse(str_of(rows[i].text), &key, &why);

		assert_int_equal(rc, rows[i].n > 0 ? OK : ERR_INVALID);
		assert_int_equal(key.n, rows[i].n);
		assert_int_equal(key.b[0], rows[i].first);
	}
}

/* ---- the stream ---- */

/* What dc09_cut makes of bytes: F for a frame, ~ for noise, + more. */
static void
assert_cut(struct str bytes, const char *pieces)
{
	char got[32] = "";
	size_t n = 0;
	enum dc09_piece piece;
	struct str out;

	do {
		piece = dc09_cut(&bytes, &out);
		assert_true(n < sizeof(got) - 1);
		if (piece != DC09_MORE || bytes.n > 0)
			got[n++] = "+F~"[piece];
	} while (piece != DC09_MORE);
	assert_string_equal(got, pieces);
}

#define SMALL "\n96ED0016\"SIA-DCS\"0001L0#1234[]\r"

static void
frames_out_of_a_stream(void **state)
{
	(void)state;
	assert_cut(STR(""), "");
	assert_cut(STR(SMALL), "F");
	assert_cut(STR(SMALL "\0"), "F");
	assert_cut(STR(SMALL "\0\0" SMALL "\r\0 " SMALL), "FFF");
	assert_cut(STR(SMALL "\n96ED"), "F+");
	assert_cut(STR("GET / HTTP/1.1\r\n"), "~+");
	assert_cut(STR("SR0001L0001    006969XX    [ID00000000]\r"), "~");
	assert_cut(STR("xx" SMALL "yy" SMALL), "~F~F");
	/* given up and begun anew */
	assert_cut(STR("\n96ED0016\"SIA-DCS\"00" SMALL), "~F");
	assert_cut(STR("\n\n\n" SMALL), "~~~F");
	assert_cut(STR("\nnonsense, a line long\r" SMALL), "~F");
	assert_cut(STR("\nabc\r" SMALL), "~F");
}

static void
one_byte_at_a_time(void **state)
{
	const struct str whole = STR(SMALL);

	(void)state;
	for (size_t n = 1; n < whole.n; n++) {
		struct str in = { whole.p, n }, out;

		assert_int_equal(dc09_cut(&in, &out), DC09_MORE);
		assert_int_equal(in.n, n);
	}
}

static void
nothing_grows_beyond_the_limit(void **state)
{
	char *p = arena_alloc(&arena, 10000);
	struct str out, in = { p, 10000 };

	(void)state;
	memset(p, 'x', 10000);
	memcpy(p, "\n96ED0016\"", 10);
	assert_int_equal(dc09_cut(&in, &out), DC09_NOISE);
	assert_int_equal(out.n, DC09_FRAME_MAX);
	while (dc09_cut(&in, &out) == DC09_NOISE)
		assert_true(out.n <= DC09_FRAME_MAX);
	assert_int_equal(in.n, 0);
}

/* CRC as two bytes, of which each may be LF, CR or NUL. */
static void
binary_crc(void **state)
{
	bool seen[3] = { false };

	(void)state;
	for (unsigned i = 0; i < 10000; i++) {
		struct str body =
		    arena_printf(&arena, "\"SIA-DCS\"%04uL0#1234[NBA1]", i);
		unsigned crc = crc16_arc(body);
		struct str bytes =
		    arena_printf(&arena, "\n..0%03zX%s\r", body.n, body.p);
		char *p = arena_alloc(&arena, bytes.n);
		struct dc09 f;

		memcpy(p, bytes.p, bytes.n);
		p[1] = (char)(crc >> 8);
		p[2] = (char)(crc & 0xff);
		bytes.p = p;
		assert_int_equal(read_one(bytes, NULL, &f), DC09_GOOD);
		assert_true(f.binary);
		seen[0] = seen[0] || p[1] == '\n' || p[2] == '\n';
		seen[1] = seen[1] || p[1] == '\r' || p[2] == '\r';
		seen[2] = seen[2] || p[1] == '\0' || p[2] == '\0';
	}
	assert_true(seen[0] && seen[1] && seen[2]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(published_frames_mean_what_they_say),
		cmocka_unit_test(route_forms),
		cmocka_unit_test(account_from_the_data),
		cmocka_unit_test(events_of_a_block),
		cmocka_unit_test(xdata_and_tail),
		cmocka_unit_test(no_answer_for_wrong_sums),
		cmocka_unit_test(duh_for_what_cannot_be_read),
		cmocka_unit_test(an_unknown_token_is_read_all_the_same),
		cmocka_unit_test(wrong_key_gets_nak),
		cmocka_unit_test(edges_of_the_window),
		cmocka_unit_test(forms_of_a_key),
		cmocka_unit_test(frames_out_of_a_stream),
		cmocka_unit_test(one_byte_at_a_time),
		cmocka_unit_test(nothing_grows_beyond_the_limit),
		cmocka_unit_test(binary_crc),
	};

	return cmocka_run_group_tests(tests, NULL, arena_end);
}
