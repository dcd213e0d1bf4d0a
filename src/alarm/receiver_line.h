/* receiver_line.h - register of receiver lines. */
#ifndef ALARM_RECEIVER_LINE_H
#define ALARM_RECEIVER_LINE_H

#include "kind/register.h"

extern const struct reg receiver_reg;

#endif
