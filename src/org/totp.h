/* totp.h - the second factor: RFC 6238 codes of 6 digits, 30 s, by liboath. */
#ifndef ORG_TOTP_H
#define ORG_TOTP_H

#include "base/arena.h"

#define TOTP_SECRET_BYTES 33 /* 20 random bytes in base32, and NUL */

void totp_secret_new(char out[TOTP_SECRET_BYTES]);
/* The text of the QR code: otpauth://totp/… */
struct str totp_uri(struct arena *a, struct str login, struct str secret);
/*
 * Is the code right now, or one step early or late?  A step up to `used` was
 * taken before and is refused.  *step is the step of the code: the next
 * `used`.
 */
bool totp_is(struct str secret, struct str code, int64_t now_ms, int64_t used,
	     int64_t *step);

#endif
