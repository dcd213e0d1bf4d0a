/*
 * estate.h - customers, their contracts, and what is installed where.
 * Domain model C.2.1 and C.2.2; the rules beyond the tables stand in each
 * register's file.
 */
#ifndef ESTATE_ESTATE_H
#define ESTATE_ESTATE_H

#include "kind/register.h"

extern const struct reg customer_reg;
extern const struct reg contact_reg;
extern const struct reg contract_reg;
extern const struct reg site_reg;
extern const struct reg area_reg;
extern const struct reg system_reg;
extern const struct reg device_reg;
extern const struct reg panel_reg;
extern const struct reg partition_reg;
extern const struct reg zone_reg;
extern const struct reg camera_reg;

/* Option lists that several registers share. */
extern const struct option estate_subsystems[];	 /* SVC-1.1 and other */
extern const struct option estate_area_levels[]; /* key, ordinary */
extern const struct option estate_core_parts[];	 /* SVC-3.3 */

#endif
