/* digest.c - SHA-256 of bytes that come in pieces (OpenSSL). */
#include "base/digest.h"

#include <openssl/evp.h>

#include "base/str.h"

struct digest {
	EVP_MD_CTX *ctx;
};

static void
begin(struct digest *d)
{
	must(EVP_DigestInit_ex(d->ctx, EVP_sha256(), NULL) == 1);
}

struct digest *
digest_new(void)
{
	struct digest *d = mem_alloc(sizeof(*d));

	d->ctx = EVP_MD_CTX_new();
	must(d->ctx != NULL);
	begin(d);
	return d;
}

void
digest_add(struct digest *d, struct str bytes)
{
	must(EVP_DigestUpdate(d->ctx, bytes.p, bytes.n) == 1);
}

void
digest_end(struct digest *d, char *out)
{
	unsigned char raw[SHA256_BYTES];
	unsigned n = 0;

	must(EVP_DigestFinal_ex(d->ctx, raw, &n) == 1 && n == sizeof(raw));
	hex_print(raw, sizeof(raw), out);
	begin(d);
}

void
digest_free(struct digest **d)
{
	if (*d == NULL)
		return;
	EVP_MD_CTX_free((*d)->ctx);
	mem_free(*d);
	*d = NULL;
}
