/* rnd.c - randomness, digests, constant-time comparison (OpenSSL). */
#include "base/rnd.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

void
rnd_bytes(void *out, size_t n)
{
	must(n <= INT32_MAX && RAND_bytes(out, (int)n) == 1);
}

void
sha256(struct str bytes, uint8_t out[SHA256_BYTES])
{
	unsigned n = 0;

	must(EVP_Digest(bytes.p, bytes.n, out, &n, EVP_sha256(), NULL) == 1);
	must(n == SHA256_BYTES);
}

bool
secret_eq(const void *a, const void *b, size_t n)
{
	return CRYPTO_memcmp(a, b, n) == 0;
}

void
secret_wipe(void *p, size_t n)
{
	OPENSSL_cleanse(p, n);
}
