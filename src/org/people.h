/*
 * people.h - parties, and the persons of the company: posts, staff, their
 * certificates, training and confidentiality agreements.
 * Domain model C.1, C.2.1 and C.2.5.
 */
#ifndef ORG_PEOPLE_H
#define ORG_PEOPLE_H

#include "kind/register.h"

extern const struct reg party_reg;
extern const struct reg post_reg;
extern const struct reg staff_reg;
extern const struct reg certificate_reg;
extern const struct reg training_reg;
extern const struct reg attendance_reg;
extern const struct reg nda_reg;

/* Kinds of certificate: what staff hold and what posts need. */
extern const struct option people_certificates[];

#endif
