/* checkpoint.c - tree heads and notes as text, both ways. */
#include "kind/checkpoint.h"

#include <string.h>

#include "base/cur.h"
#include "base/ossl.h"
#include "base/str.h"

/* Longest thing in base64 here is a signature. */
#define BASE64_MAX ((SIGNATURE_MAX + 2) / 3 * 4)

static void
base64_print(const void *p, size_t n, struct buf *out)
{
	unsigned char text[BASE64_MAX + 1];

	must(n <= SIGNATURE_MAX);
	buf_put(out, (struct str){ (char *)text,
				   (size_t)EVP_EncodeBlock(text, p, (int)n) });
}

/* At most max bytes (below SIGNATURE_MAX + 1), in the one spelling that
 * base64_print has for them. */
static bool
base64_parse(struct str s, size_t max, uint8_t *out, size_t *n)
{
	unsigned char text[BASE64_MAX + 1], bytes[BASE64_MAX];
	size_t pad = 0;

	if (s.n == 0 || s.n % 4 != 0 || s.n > BASE64_MAX)
		return false;
	while (pad < 2 && s.p[s.n - 1 - pad] == '=')
		pad++;
	*n = s.n / 4 * 3 - pad;
	if (*n > max ||
	    EVP_DecodeBlock(bytes, (const unsigned char *)s.p, (int)s.n) < 0)
		return false;
	(void)EVP_EncodeBlock(text, bytes, (int)*n);
	memcpy(out, bytes, *n);
	return memcmp(text, s.p, s.n) == 0;
}

void
checkpoint_print(const struct checkpoint *c, struct buf *out)
{
	buf_put(out, c->origin);
	buf_printf(out, "\n%lld\n", (long long)c->head.size);
	base64_print(c->head.root.b, HASH_BYTES, out);
	buf_printf(out, "\nalg sm3\nat_ms %lld\nno %lld\n", (long long)c->at_ms,
		   (long long)c->no);
}

static bool
is_origin(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] <= ' ' || s.p[i] > '~')
			return false;
	return s.n > 0;
}

/* A decimal as we print it: no sign, no zero in front. */
static int64_t
line_number(struct cur *c, const char *field)
{
	struct str s = cur_until(c, '\n', 20, field);
	int64_t out = 0;

	if (c->bad == NULL && (!str_to_int(s, 0, INT64_MAX, &out) ||
			       s.p[0] == '-' || (s.p[0] == '0' && s.n > 1)))
		c->bad = field;
	return out;
}

static void
line_word(struct cur *c, struct str word, const char *field)
{
	struct str s = cur_take(c, word.n, field);

	if (c->bad == NULL && !str_eq(s, word))
		c->bad = field;
}

static void
line_root(struct cur *c, struct hash *out)
{
	struct str s = cur_until(c, '\n', BASE64_MAX, "root");
	size_t n;

	if (c->bad == NULL &&
	    (!base64_parse(s, HASH_BYTES, out->b, &n) || n != HASH_BYTES))
		c->bad = "root";
}

enum err
checkpoint_parse(struct str text, struct checkpoint *out, struct why *why)
{
	struct cur c = cur_open(text);

	*out = (struct checkpoint){ 0 };
	out->origin = cur_until(&c, '\n', ORIGIN_MAX, "origin");
	if (c.bad == NULL && !is_origin(out->origin))
		c.bad = "origin";
	out->head.size = line_number(&c, "size");
	line_root(&c, &out->head.root);
	line_word(&c, STR("alg sm3\nat_ms "), "alg");
	out->at_ms = line_number(&c, "at_ms");
	line_word(&c, STR("no "), "no");
	out->no = line_number(&c, "no");
	if (c.bad == NULL && c.at != text.n)
		c.bad = "end";
	if (c.bad != NULL)
		return fail(why, ERR_INVALID,
			    "not a journal checkpoint: bad %s at byte %zu",
			    "不是日志检查点：%s 有误（第 %zu 字节）", c.bad,
			    c.at);
	return OK;
}

void
note_print(const struct note *n, struct buf *out)
{
	buf_put(out, n->text);
	buf_puts(out, "\nsm2 ");
	buf_put(out, n->key_id);
	buf_putc(out, ' ');
	base64_print(n->sig.b, n->sig.n, out);
	buf_putc(out, '\n');
}

/* The empty line's place: where the signed text ends. */
static size_t
text_end(struct str s)
{
	const char *at = s.n == 0 ? NULL : memmem(s.p, s.n, "\n\n", 2);

	return at == NULL ? s.n : (size_t)(at - s.p) + 1;
}

static struct str
line_key_id(struct cur *c)
{
	struct str s = cur_until(c, ' ', KEY_ID_CHARS, "key id");

	for (size_t i = 0; i < s.n; i++)
		if (memchr("0123456789abcdef", s.p[i], 16) == NULL)
			c->bad = "key id";
	if (s.n != KEY_ID_CHARS)
		c->bad = "key id";
	return s;
}

enum err
note_parse(struct str text, struct note *out, struct why *why)
{
	struct str all = str_trim(text), sig;
	size_t end = text_end(all);
	struct cur c = cur_open(str_skip(all, end));

	*out = (struct note){ .text = { all.p, end } };
	TRY(checkpoint_parse(out->text, &out->c, why));
	line_word(&c, STR("\nsm2 "), "signature");
	out->key_id = line_key_id(&c);
	sig = cur_rest(&c);
	if (c.bad != NULL ||
	    !base64_parse(sig, SIGNATURE_MAX, out->sig.b, &out->sig.n))
		return fail(why, ERR_INVALID,
			    "the checkpoint's signature line is damaged",
			    "检查点的签名行已损坏");
	return OK;
}
