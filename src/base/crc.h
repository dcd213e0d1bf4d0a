/* crc.h - check sums of the wire protocols. */
#ifndef BASE_CRC_H
#define BASE_CRC_H

#include "base/base.h"

/*
 * CRC-16/ARC: polynomial 0x8005 reflected, start 0, no final xor; the check
 * value of "123456789" is 0xBB3D.  Used by ANSI/SIA DC-09.
 */
uint16_t crc16_arc(struct str bytes);

#endif
