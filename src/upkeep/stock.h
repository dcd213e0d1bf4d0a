/*
 * stock.h - suppliers, spare parts, tools and vehicles (domain model C.2.5).
 */
#ifndef UPKEEP_STOCK_H
#define UPKEEP_STOCK_H

#include "kind/register.h"

extern const struct reg supplier_reg;
extern const struct reg part_reg;
extern const struct reg tool_reg;
extern const struct reg vehicle_reg;

#endif
