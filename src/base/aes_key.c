/* aes_key.c - a key of AES as people write it. */
#include "base/aes_key.h"

#include <string.h>

#include "base/str.h"

static bool
is_key_size(size_t n)
{
	return n == 16 || n == 24 || n == 32;
}

static bool
skip_prefix(struct str *s, struct str prefix)
{
	if (!str_starts(*s, prefix))
		return false;
	*s = str_skip(*s, prefix.n);
	return true;
}

size_t
aes_key_parse(struct str s, uint8_t out[AES_KEY_MAX])
{
	bool is_text = skip_prefix(&s, STR("text:"));
	bool is_hex = !is_text && skip_prefix(&s, STR("hex:"));

	if (!is_text && s.n % 2 == 0 && is_key_size(s.n / 2) &&
	    hex_parse(s, out, s.n / 2))
		return s.n / 2;
	if (is_hex || !is_key_size(s.n))
		return 0;
	memcpy(out, s.p, s.n);
	return s.n;
}
