/* aes_key.h - a key of AES as people write it. */
#ifndef BASE_AES_KEY_H
#define BASE_AES_KEY_H

#include "base/base.h"

#define AES_KEY_MAX 32

/*
 * 32, 48 or 64 hex digits, or 16, 24 or 32 characters whose bytes are the
 * key.  32 hex digits are taken as hex; "text:…" or "hex:…" says it openly.
 * How many bytes: 16, 24, 32; 0: it is no key.
 */
size_t aes_key_parse(struct str s, uint8_t out[AES_KEY_MAX]);

#endif
