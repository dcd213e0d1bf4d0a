/* digest.h - SHA-256 of bytes that come in pieces. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/base.h"
#include "base/rnd.h"

#define DIGEST_HEX (2 * SHA256_BYTES)

struct digest;
struct digest *digest_new(void);
void digest_add(struct digest *d, struct str bytes);
/* What has been added so far, as hex; starts afresh.  out: DIGEST_HEX + 1. */
void digest_end(struct digest *d, char *out);
void digest_free(struct digest **d);

#endif
