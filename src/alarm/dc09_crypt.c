/* dc09_crypt.c - AES-CBC of DC-09: keys, content out of the cipher. */
#include "alarm/dc09_parts.h"

#include <limits.h>

#include "base/aes_key.h"
#include "base/ossl.h"
#include "base/str.h"

/* Characters in front of the content: 0 to 15 by the standard, some 16. */
#define PAD_MAX 16

static bool
is_key_size(size_t n)
{
	return n == 16 || n == 24 || n == 32;
}

enum err
dc09_key_parse(struct str s, struct dc09_key *out, struct why *why)
{
	*out = (struct dc09_key){ 0 };
	out->n = aes_key_parse(s, out->b);
	if (out->n > 0)
		return OK;
	return fail(why, ERR_INVALID,
		    "a key has 32, 48 or 64 hex digits, or 16, 24 or 32 "
		    "characters",
		    "密钥为 32、48 或 64 位十六进制数字，或 16、24、32 个字符");
}

static const EVP_CIPHER *
cipher_of(size_t key_bytes)
{
	if (key_bytes == 16)
		return EVP_aes_128_cbc();
	return key_bytes == 24 ? EVP_aes_192_cbc() : EVP_aes_256_cbc();
}

/* Sizes are checked before, so only a broken library can fail here. */
void
dc09_aes(const struct dc09_key *key, bool encrypt, uint8_t *p, size_t n)
{
	static const uint8_t start[DC09_AES_BLOCK];
	EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
	int done = 0;

	must(ctx != NULL && is_key_size(key->n));
	must(n % DC09_AES_BLOCK == 0 && n <= DC09_FRAME_MAX);
	must(EVP_CipherInit_ex2(ctx, cipher_of(key->n), key->b, start, encrypt,
				NULL) == 1);
	must(EVP_CIPHER_CTX_set_padding(ctx, 0) == 1);
	must(EVP_CipherUpdate(ctx, p, &done, p, (int)n) == 1);
	must((size_t)done == n);
	EVP_CIPHER_CTX_free(ctx);
}

/* Some senders fill up behind the time as PKCS#7 does: n bytes of value n. */
static struct str
without_filling(struct str s)
{
	size_t n = s.n > 0 ? (unsigned char)s.p[s.n - 1] : 0;

	if (n == 0 || n > DC09_AES_BLOCK || n > s.n)
		return s;
	for (size_t i = s.n - n; i < s.n; i++)
		if ((unsigned char)s.p[i] != n)
			return s;
	s.n -= n;
	return s;
}

/*
 * "pad|data]…" or, without data, "pad]…" too.  Whether the key was right
 * shows at the other end: the content must end with a time.
 */
static bool
plain_read(struct str s, struct dc09 *out)
{
	size_t n = 0;

	s = without_filling(s);
	while (n < s.n && n <= PAD_MAX && s.p[n] != '|' && s.p[n] != ']')
		n++;
	if (n == s.n || n > PAD_MAX)
		return false;
	s = str_skip(s, s.p[n] == '|' ? n + 1 : n);
	return dc09_content_read(s, out) && out->has_time;
}

enum dc09_verdict
dc09_decrypt(struct dc09 *f, const struct dc09_key *key, struct arena *a,
	     struct why *why)
{
	size_t n = f->cipher.n / 2;
	uint8_t *p = arena_alloc(a, n > 0 ? n : 1);

	must(f->encrypted && hex_parse(f->cipher, p, n));
	if (key->n > 0) {
		struct dc09 got = *f;

		dc09_aes(key, false, p, n);
		if (plain_read((struct str){ (const char *)p, n }, &got)) {
			*f = got;
			return DC09_GOOD;
		}
	}
	return dc09_because(DC09_BAD_KEY, fail(why, ERR_INVALID,
					       "DC-09: the content cannot be "
					       "read with this key",
					       "DC-09：用此密钥无法读出内容"));
}
