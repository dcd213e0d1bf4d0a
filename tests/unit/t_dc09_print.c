/* t_dc09_print.c - DC-09 answers byte for byte, and frames there and back. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "alarm/dc09_parts.h"
#include "base/arena.h"
#include "base/time.h"
#include "dc09_vectors.h"

static const uint8_t pad[16] = { 0, 1, 2,  3,  4,  5,  6,  7,
				 8, 9, 10, 11, 12, 13, 14, 255 };
static struct arena arena;

static int
arena_end(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static struct dc09_key
key_of(const char *text)
{
	struct dc09_key key;
	struct why why = { 0 };

	assert_int_equal(dc09_key_parse(str_of(text), &key, &why), OK);
	return key;
}

static struct dc09
parsed(struct str bytes)
{
	struct why why = { 0 };
	struct str frame;
	struct dc09 f;

	assert_int_equal(dc09_cut(&bytes, &frame), DC09_FRAME);
	assert_int_equal(dc09_parse(frame, &f, &why), DC09_GOOD);
	return f;
}

static int64_t
at(const char *time)
{
	int64_t ms;

	assert_true(time_parse(str_of(time), &ms));
	return ms;
}

/* The answer to a frame, without LF and CR. */
static const char *
answer(enum dc09_reply reply, const char *frame, const char *key,
       const char *now)
{
	struct buf out = buf_open(DC09_FRAME_MAX);
	struct dc09 f = parsed(arena_printf(&arena, "\n%s\r", frame));
	struct dc09_key k = key == NULL ? (struct dc09_key){ 0 } : key_of(key);
	struct str s;

	dc09_reply_print(&out, reply, &f, &k, pad, at(now));
	s = arena_str(&arena, buf_str(&out));
	buf_release(&out);
	if (s.n == 0)
		return "";
	assert_true(s.n > 2 && s.p[0] == '\n' && s.p[s.n - 1] == '\r');
	return arena_cstr(&arena, (struct str){ s.p + 1, s.n - 2 });
}

#define ENC_ACK                          \
	"89500054\"*ACK\"0000R0L0#AAAB[" \
	"C88232C58740B75220EA98B3F5527A1A2E950DD253DD5EA5BB11543657155D27"
#define NOW "2025-09-24T16:20:01.900Z"

static void
answers_byte_for_byte(void **state)
{
	(void)state;
	assert_string_equal(answer(DC09_ACK,
				   "9337003A\"SIA-DCS\"1706L0#0000[#0000|Nri1/"
				   "NP501]"
				   "_13:36:04,12-22-2021",
				   NULL, NOW),
			    "1FBE0012\"ACK\"1706L0#0000[]");
	assert_string_equal(answer(DC09_ACK,
				   "D800002F\"SIA-DCS\"0002R1L1#1234[#1234|"
				   "Nri2ti10:02:04BA3]",
				   NULL, NOW),
			    "D6730014\"ACK\"0002R1L1#1234[]");
	/* an empty L is echoed as one */
	assert_string_equal(answer(DC09_ACK,
				   "BB86002C\"NULL\"0001L#7303658550[]_15:39:"
				   "38,06-07-2019",
				   NULL, NOW),
			    "C0E40017\"ACK\"0001L#7303658550[]");
	assert_string_equal(answer(DC09_NAK, vectors[3].frame, STANDARD_KEY,
				   NOW),
			    "E4410025\"NAK\"0000R0L0A0[]_16:20:01,09-24-2025");
	assert_string_equal(answer(DC09_DUH, "96ED0016\"SIA-DCS\"0001L0#1234[]",
				   NULL, NOW),
			    "251F0012\"DUH\"0001L0#1234[]");
	assert_string_equal(answer(DC09_SILENT, vectors[0].frame, NULL, NOW),
			    "");
}

/* Else two stations would talk to each other without end. */
static void
an_answer_is_not_answered(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(vectors); i++) {
		const struct dc09_vector *v = &vectors[i];
		bool is_answer =
		    v->kind == DC09_KIND_ACK || v->kind == DC09_KIND_NAK;

		for (int reply = DC09_ACK; reply <= DC09_DUH; reply++)
			assert_int_equal(answer((enum dc09_reply)reply,
						v->frame, STANDARD_KEY,
						NOW)[0] == '\0',
					 is_answer);
	}
}

/* Made with: printf '0123456789A]_16:20:01,09-24-2025' |
 * openssl enc -aes-128-cbc -nopad -K 4141… -iv 00… */
static void
encrypted_ack(void **state)
{
	const char *got =
	    answer(DC09_ACK, vectors[5].frame, "AAAAAAAAAAAAAAAA", NOW);
	struct dc09 f = parsed(arena_printf(&arena, "\n%s\r", got));
	struct dc09_key key = key_of("AAAAAAAAAAAAAAAA");
	struct why why = { 0 };

	(void)state;
	assert_string_equal(got, ENC_ACK);
	assert_str(f.id, "ACK");
	assert_int_equal(dc09_decrypt(&f, &key, &arena, &why), DC09_GOOD);
	assert_int_equal(dc09_check_time(&f, at(NOW), &why), DC09_GOOD);
	assert_int_equal(dc09_check_time(&f, at("2025-09-24T16:20:42Z"), &why),
			 DC09_BAD_TIME);
}

static void
a_binary_crc_is_answered_in_kind(void **state)
{
	struct dc09 f = { .binary = true,
			  .seq = STR("0001"),
			  .route = STR("L0#1234") };
	struct buf out = buf_open(DC09_FRAME_MAX);

	(void)state;
	dc09_reply_print(&out, DC09_ACK, &f, NULL, NULL, 0);
	assert_memory_equal(out.p + 3, "0012\"ACK\"0001L0#1234[]\r", 23);
	assert_int_equal(out.n, 1 + 2 + 4 + 18 + 1);
	f = parsed(buf_str(&out));
	assert_true(f.binary);
	buf_release(&out);
}

/* Every length of data, so that every length of pad occurs. */
static void
there_and_back(void **state)
{
	static const char *const keys[] = {
		NULL, "AAAAAAAAAAAAAAAA", "twenty-four characters .",
		"thirty-two characters are enough"
	};
	char data[64];

	(void)state;
	memset(data, 'x', sizeof(data));
	for (size_t i = 0; i < 4 * sizeof(data); i++) {
		const char *text = keys[i % 4];
		struct dc09_key key = key_of(text == NULL ? keys[1] : text);
		struct dc09_out m = { .id = STR("SIA-DCS"),
				      .seq = STR("0815"),
				      .route = STR("R1L2#abc"),
				      .data = { data, i / 4 },
				      .xdata = STR("[V1][X2]"),
				      .binary = i % 3 == 0,
				      .has_time = true,
				      .time_ms = at("2031-12-31T23:59:59Z"),
				      .key = text == NULL ? NULL : &key };
		struct buf out = buf_open(DC09_FRAME_MAX);
		struct why why = { 0 };
		struct dc09 f;

		memcpy(m.pad, pad, sizeof(pad));
		assert_int_equal(dc09_print(&out, &m, &why), OK);
		f = parsed(buf_str(&out));
		assert_int_equal(f.encrypted, text != NULL);
		if (f.encrypted)
			assert_int_equal(dc09_decrypt(&f, &key, &arena, &why),
					 DC09_GOOD);
		assert_true(str_eq(f.data, m.data));
		assert_true(str_eq(f.route, m.route));
		assert_true(str_eq(f.seq, m.seq));
		assert_str(f.xdata, "[V1][X2]");
		assert_int_equal(f.time_ms, m.time_ms);
		assert_int_equal(f.binary, m.binary);
		buf_release(&out);
	}
}

static void
too_long_is_refused(void **state)
{
	char *p = arena_alloc(&arena, DC09_BODY_MAX);
	struct dc09_out m = { .id = STR("SIA-DCS"), .seq = STR("0001") };
	struct dc09_key key = key_of("AAAAAAAAAAAAAAAA");
	struct buf out = buf_open(DC09_FRAME_MAX);
	struct why why = { 0 };
	size_t head = strlen("\"SIA-DCS\"0001[]");

	(void)state;
	memset(p, 'x', DC09_BODY_MAX);
	m.data = (struct str){ p, DC09_BODY_MAX - head };
	assert_int_equal(dc09_print(&out, &m, &why), OK);
	assert_int_equal(out.n, DC09_FRAME_MAX);
	assert_true(str_eq(parsed(buf_str(&out)).data, m.data));
	buf_clear(&out);
	m.data.n++;
	assert_int_equal(dc09_print(&out, &m, &why), ERR_TOO_BIG);
	assert_int_equal(out.n, 0);
	m.key = &key; /* hex takes twice the room */
	m.data.n = DC09_BODY_MAX / 2;
	assert_int_equal(dc09_print(&out, &m, &why), ERR_TOO_BIG);
	m.data.n = DC09_BODY_MAX;
	assert_int_equal(dc09_print(&out, &m, &why), ERR_TOO_BIG);
	assert_int_equal(out.n, 0);
	buf_release(&out);
}

/* Pads seen in the field: with a bar, without, NUL, 16 long, filled behind. */
static void
pads_of_others(void **state)
{
	const struct {
		struct str plain;
		const char *block;
	} rows[] = {
		{ STR("ppppppppppp]_18:24:52,07-05-2020"), "" },
		{ STR("pppppppppp|]_18:24:52,07-05-2020"), "" },
		{ STR("\0\0\0\0\0\0\0\0\0\0|]_18:24:52,07-05-2020"), "" },
		{ STR("pppppppppppppppp|#12|NBA123]_18:24:52,07-05-2020"),
		  "NBA123" },
		{ STR("|#1234|NBA]_18:24:52,07-05-2020]"), NULL },
		{ STR("|#123|NBA1]_18:24:52,07-05-2020\1"), "NBA1" },
		{ STR("ppppppppppp]_18:24:52,07-05-2020"
		      "\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20\20"),
		  "" },
		{ STR("ppppppppppppppppp]18:24:52,07-05-2020ppppppppppp"),
		  NULL },
		{ STR("ppppppppppp]_18:24:52,17-05-2020"), NULL },
		{ STR("pppppppppppppppppppppppppppppppp"), NULL },
	};
	struct dc09_key key = key_of(STANDARD_KEY);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		char hex[4 * 64 + 1];
		uint8_t b[64];
		struct dc09 f = { .encrypted = true };
		struct why why = { 0 };
		enum dc09_verdict v;

		assert_int_equal(rows[i].plain.n % 16, 0);
		memcpy(b, rows[i].plain.p, rows[i].plain.n);
		dc09_aes(&key, true, b, rows[i].plain.n);
		hex_print(b, rows[i].plain.n, hex);
		f.cipher = str_of(hex);
		v = dc09_decrypt(&f, &key, &arena, &why);
		assert_int_equal(v, rows[i].block == NULL ? DC09_BAD_KEY :
							    DC09_GOOD);
		if (v == DC09_GOOD)
			assert_true(str_is(f.block, rows[i].block));
	}
}

static void
times(void **state)
{
	static const char *const bad[] = {
		"",
		"_24:00:00,01-01-2020",
		"_23:60:00,01-01-2020",
		"_23:00:60,01-01-2020",
		"_23:00:00,02-30-2020",
		"_23:00:00,13-01-2020",
		"_23:00:00,01-01-20200",
		"_23:00:00,01-01 2020",
		"_23:00:00,01-01-202",
		"23:00:00,01-01-2020_",
	};
	int64_t ms = 7;
	char text[DC09_TIME_BYTES + 1];

	(void)state;
	assert_true(dc09_time_parse(STR("_23:59:58,02-29-2024"), &ms));
	assert_int_equal(ms, at("2024-02-29T23:59:58Z"));
	dc09_time_print(ms + 999, text);
	assert_string_equal(text, "_23:59:58,02-29-2024");
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_false(dc09_time_parse(str_of(bad[i]), &ms));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_byte_for_byte),
		cmocka_unit_test(an_answer_is_not_answered),
		cmocka_unit_test(encrypted_ack),
		cmocka_unit_test(a_binary_crc_is_answered_in_kind),
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(too_long_is_refused),
		cmocka_unit_test(pads_of_others),
		cmocka_unit_test(times),
	};

	return cmocka_run_group_tests(tests, NULL, arena_end);
}
