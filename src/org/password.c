/* password.c - argon2id, two at a time, and the password policy. */
#include "org/password.h"

#include <pthread.h>
#include <semaphore.h>
#include <sodium.h>
#include <string.h>

#include "base/rnd.h"
#include "base/str.h"

#define HASH_AT_ONCE 2
#define HASH_ROUNDS 2 /* RFC 9106 leaves the pair to the machine's speed */

_Static_assert(PASSWORD_HASH_BYTES == crypto_pwhash_STRBYTES, "hash size");

static sem_t slots;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static size_t memory_mib = 64;
static _Atomic int64_t least = 10; /* characters */

void
password_min_set(int64_t characters)
{
	least = characters;
}

static void
start(void)
{
	must(sodium_init() >= 0);
	must(sem_init(&slots, 0, HASH_AT_ONCE) == 0);
}

static void
slot_take(void)
{
	must(pthread_once(&once, start) == 0);
	while (sem_wait(&slots) != 0)
		; /* a signal came between */
}

void
password_memory(size_t mib)
{
	must(mib >= 1 && mib <= 1024);
	memory_mib = mib;
}

enum err
password_hash(struct str password, char out[PASSWORD_HASH_BYTES],
	      struct why *why)
{
	int rc;

	slot_take();
	rc = crypto_pwhash_str_alg(out, password.p, password.n, HASH_ROUNDS,
				   memory_mib << 20,
				   crypto_pwhash_ALG_ARGON2ID13);
	must(sem_post(&slots) == 0);
	if (rc != 0)
		return fail(why, ERR_BUSY,
			    "no memory for a password hash; try again",
			    "内存不足，请稍后重试");
	return OK;
}

bool
password_is(struct str hash, struct str password)
{
	char text[PASSWORD_HASH_BYTES] = { 0 };
	struct why why = { 0 };
	int rc;

	if (hash.n == 0 || hash.n >= sizeof(text)) {
		(void)!password_hash(password, text, &why);
		return false;
	}
	memcpy(text, hash.p, hash.n);
	slot_take();
	rc = crypto_pwhash_str_verify(text, password.p, password.n);
	must(sem_post(&slots) == 0);
	return rc == 0;
}

/* The commonest words that passwords are made of, with figures or signs put
 * before or behind. */
static const char *const common[] = {
	"password",	 "passw",      "passwd",    "pass",	 "qwerty",
	"qwertyui",	 "qwertyuiop", "asdfgh",    "asdfghjkl", "zxcvbn",
	"zxcvbnm",	 "qazwsx",     "qazwsxedc", "abc",	 "abcd",
	"abcde",	 "abcdef",     "abcdefg",   "abcdefgh",	 "admin",
	"administrator", "root",       "user",	    "guest",	 "test",
	"demo",		 "login",      "welcome",   "letmein",	 "changeme",
	"default",	 "iloveyou",   "woaini",    "woaiwo",	 "aini",
	"anquan",	 "baojing",    "mima",	    "zhongguo",	 "beijing",
	"shanghai",	 "monkey",     "dragon",    "master",	 "sunshine",
	"princess",	 "football",   "superman",  "hello",	 "helloworld",
	"huawei",	 "hikvision",  "dahua",	    "anwei",	 "system",
	"manager",	 "operator",   "service",   "security",	 "company",
};

/* Those with figures in the middle, whole. */
static const char *const common_whole[] = {
	"1qaz2wsx3edc", "1qazxsw23edc", "q1w2e3r4t5",	"1q2w3e4r5t",
	"q1w2e3r4t5y6", "1q2w3e4r5t6y", "a1b2c3d4e5",	"p@ssw0rd123",
	"p@ssword123",	"passw0rd123",	"1qaz@wsx3edc", "qwe123qwe123",
	"abc123abc123", "asd123asd123", "qwer1234qwer", "1234qwer1234",
};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static struct str
lower(struct str s, char *out)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		out[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	return (struct str){ out, s.n };
}

static bool
is_common(struct str low)
{
	struct str stem = low;

	for (size_t i = 0; i < ARRAY_LEN(common_whole); i++) {
		if (str_is(low, common_whole[i]))
			return true;
	}
	while (stem.n > 0 && !is_letter(stem.p[0]))
		stem = str_skip(stem, 1);
	while (stem.n > 0 && !is_letter(stem.p[stem.n - 1]))
		stem.n--;
	for (size_t i = 0; i < ARRAY_LEN(common); i++) {
		if (str_is(stem, common[i]))
			return true;
	}
	return false;
}

/* Fewer than five different bytes: "aaaaaaaaaa", "1212121212". */
static bool
is_monotone(struct str s)
{
	bool seen[256] = { false };
	size_t different = 0;

	for (size_t i = 0; i < s.n; i++) {
		bool *at = &seen[(unsigned char)s.p[i]];

		different += !*at;
		*at = true;
	}
	return different < 5;
}

static bool
is_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	}
	return true;
}

static bool
holds(struct str s, struct str part)
{
	return part.n >= 3 && s.n >= part.n &&
	       memmem(s.p, s.n, part.p, part.n) != NULL;
}

static const struct label password_label = LABEL("密码", "Password");

static enum err
too_easy(struct str low, struct str login, const char *field, struct why *why)
{
	char text[PASSWORD_MAX];

	if (login.n <= sizeof(text) && holds(low, lower(login, text)))
		return fail_field(why, field, password_label, "holds_login",
				  "must not contain the login",
				  "不能包含登录名");
	if (is_digits(low))
		return fail_field(why, field, password_label, "only_digits",
				  "must not be digits only",
				  "不能只由数字组成");
	if (is_monotone(low) || is_common(low))
		return fail_field(why, field, password_label, "too_common",
				  "is one of the commonest; choose another",
				  "过于常见，请换一个");
	return OK;
}

enum err
password_policy(struct str password, struct str login, const char *field,
		struct why *why)
{
	char text[PASSWORD_MAX * 4];
	enum err rc;

	if (!str_is_utf8(password) || str_chars(password) > PASSWORD_MAX)
		return fail_field(why, field, password_label, "too_long",
				  "has more than %d characters",
				  "不能超过%d个字符", PASSWORD_MAX);
	if ((int64_t)str_chars(password) < least)
		return fail_field(why, field, password_label, "too_short",
				  "needs at least %d characters",
				  "至少%d个字符", (int)least);
	rc = too_easy(lower(password, text), login, field, why);
	secret_wipe(text, sizeof(text));
	return rc;
}
