/* rnd.h - randomness of the operating system, digests, constant-time. */
#ifndef BASE_RND_H
#define BASE_RND_H

#include "base/base.h"

#define SHA256_BYTES 32
#define SM3_BYTES 32

void rnd_bytes(void *out, size_t n);
void sha256(struct str bytes, uint8_t out[SHA256_BYTES]);
/* Takes the same time wherever the bytes differ. */
bool secret_eq(const void *a, const void *b, size_t n);
void secret_wipe(void *p, size_t n);

#endif
