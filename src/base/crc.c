/* crc.c - check sums of the wire protocols. */
#include "base/crc.h"

uint16_t
crc16_arc(struct str bytes)
{
	unsigned crc = 0;

	for (size_t i = 0; i < bytes.n; i++) {
		crc ^= (unsigned char)bytes.p[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc & 1 ? crc >> 1 ^ 0xa001u : crc >> 1;
	}
	return (uint16_t)crc;
}
