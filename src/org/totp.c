/* totp.c - the second factor (liboath). */
#include "org/totp.h"

#include <liboath/oath.h>
#include <pthread.h>
#include <string.h>

#include "base/rnd.h"
#include "base/str.h"

#define TOTP_KEY_BYTES 20
#define TOTP_DIGITS 6
#define TOTP_STEP_MS INT64_C(30000)

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
start(void)
{
	must(oath_init() == OATH_OK);
}

void
totp_secret_new(char out[TOTP_SECRET_BYTES])
{
	char key[TOTP_KEY_BYTES], *text = NULL;
	size_t n = 0;

	must(pthread_once(&once, start) == 0);
	rnd_bytes(key, sizeof(key));
	must(oath_base32_encode(key, sizeof(key), &text, &n) == OATH_OK);
	must(n < TOTP_SECRET_BYTES);
	memcpy(out, text, n + 1);
	secret_wipe(text, n);
	secret_wipe(key, sizeof(key));
	mem_free(text); /* the library's malloc is ours */
}

struct str
totp_uri(struct arena *a, struct str login, struct str secret)
{
	return arena_printf(a,
			    "otpauth://totp/Anwei:%.*s?secret=%.*s&issuer=Anwei"
			    "&digits=%d&period=30",
			    STR_ARG(login), STR_ARG(secret), TOTP_DIGITS);
}

/* The code of one step, as text. */
static bool
code_at(const char *key, size_t n, int64_t step, char out[TOTP_DIGITS + 1])
{
	return oath_hotp_generate(key, n, (uint64_t)step, TOTP_DIGITS, false,
				  OATH_HOTP_DYNAMIC_TRUNCATION, out) == OATH_OK;
}

bool
totp_is(struct str secret, struct str code, int64_t now_ms, int64_t used,
	int64_t *step)
{
	char text[TOTP_SECRET_BYTES] = { 0 }, *key = NULL;
	int64_t now = now_ms / TOTP_STEP_MS;
	bool right = false;
	size_t n = 0;

	if (code.n != TOTP_DIGITS || secret.n >= sizeof(text))
		return false;
	must(pthread_once(&once, start) == 0);
	memcpy(text, secret.p, secret.n);
	if (oath_base32_decode(text, secret.n, &key, &n) != OATH_OK)
		return false;
	for (int64_t at = now - 1; at <= now + 1; at++) {
		char want[TOTP_DIGITS + 1];

		if (at <= used || !code_at(key, n, at, want))
			continue;
		if (secret_eq(want, code.p, TOTP_DIGITS) && !right) {
			right = true;
			*step = at;
		}
	}
	secret_wipe(key, n);
	secret_wipe(text, sizeof(text));
	mem_free(key);
	return right;
}
