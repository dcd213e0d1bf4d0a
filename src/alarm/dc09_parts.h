/* dc09_parts.h - what the dc09_*.c files share. */
#ifndef ALARM_DC09_PARTS_H
#define ALARM_DC09_PARTS_H

#include "alarm/dc09.h"

/*
 * How CRC and length stand in front of the first quote: 4 + 4 characters,
 * or, against the standard but in the field, 2 bytes + 4 characters.
 */
enum dc09_form { DC09_FORM_NONE, DC09_FORM_HEX, DC09_FORM_BINARY };
#define DC09_HEX_HEAD 8
#define DC09_BINARY_HEAD 6

/* s begins behind LF. */
enum dc09_form dc09_form(struct str s);
size_t dc09_head_bytes(enum dc09_form form);

/*
 * "data][X…][Y…]_time", as it stands behind "[" or the pad of an encrypted
 * content: fills data to time_ms of out.  False: no closing bracket.
 */
bool dc09_content_read(struct str s, struct dc09 *out);

/* The verdict whose sentence fail() has just made. */
enum dc09_verdict dc09_because(enum dc09_verdict verdict, enum err rc);

/* In place; n is a multiple of 16 */
void dc09_aes(const struct dc09_key *key, bool encrypt, uint8_t *p, size_t n);

#define DC09_AES_BLOCK 16

#endif
