/*
 * dispatch.h - patrols, and sending them: register patrol, process dispatch
 * (domain model C.3.3).
 */
#ifndef ALARM_DISPATCH_H
#define ALARM_DISPATCH_H

#include "kind/process.h"

extern const struct reg patrol_reg, dispatch_reg, dispatch_photo_reg;
extern const struct process dispatch_process;

/* A phone that had no network tells its steps later, with the times of its
 * own clock.  So far two clocks may be apart; and people write minutes. */
#define DISPATCH_SKEW_MS (5 * SECOND_MS)
#define DISPATCH_WRITTEN_MS MINUTE_MS
/* A position older than that is shown as old. */
#define POSITION_OLD_MS (10 * MINUTE_MS)

/* Metres between two points in degrees times a million; by integers, good
 * to a per cent at the distances of a town. */
int64_t distance_m(int64_t lat_a_e6, int64_t lon_a_e6, int64_t lat_b_e6,
		   int64_t lon_b_e6);

/* A patrol as the desk chooses it. */
struct patrol_view {
	int64_t id;
	struct str name, phone, districts, plate;
	bool in_district;
	int64_t distance_m;  /* -1: unknown */
	int64_t position_ms; /* 0: none */
	bool position_old;
	int64_t open; /* dispatches that it has */
	bool asked;   /* declined or did not answer in this incident */
	bool certified;
};
/* Those on duty: who may be sent and was not asked yet first, then by
 * district, then fewer dispatches, then distance. */
MUST_CHECK enum err patrols_for(struct task *t, int64_t incident,
				struct patrol_view **out, size_t *n);
/* The first of them who is free, not asked yet and not `but`; 0: nobody. */
MUST_CHECK enum err
patrol_next(struct task *t, int64_t incident, int64_t but, int64_t *out);

/* NET-5.1.4: has the patrol's member of staff a security guard's certificate
 * that is valid today? */
MUST_CHECK enum err
patrol_is_certified(struct task *t, const struct val *row, bool *out);
/* The same as a demand.  Names him and the remedy when not; field is that of
 * the caller's register r. */
MUST_CHECK enum err patrol_be_certified(struct task *t, const struct val *row,
					const struct reg *r, const char *field);

/* The caller's own patrol row; ERR_NOT_FOUND when he is none. */
MUST_CHECK enum err patrol_of_person(struct task *t, struct reg_row *out);

struct position {
	int64_t latitude_e6, longitude_e6, accuracy_m, at_ms;
};
MUST_CHECK enum err
patrol_put_position(struct task *t, int64_t patrol, const struct position *p);

/* Of the register: a person answers for one patrol; off duty its position
 * goes. */
enum err
patrol_check(struct task *t, const struct val *old, const struct val *row);
enum err dispatch_after(struct task *t, int64_t id, const struct val *old,
			const struct val *row);
enum err patrol_after(struct task *t, int64_t id, const struct val *old,
		      const struct val *row);

#endif
