/*
 * panel_scenario.h - a scenario: groups of simulated panels and what they do
 * when.  Read from a JSON file; doc/alarm.md, "Simulated panels".
 */
#ifndef CLI_PANEL_SCENARIO_H
#define CLI_PANEL_SCENARIO_H

#include "alarm/dc09.h"
#include "base/json.h"
#include "cli/panel_words.h"

/* Firmware that does not keep to the standard; bits.
 *   name, bit, what it does */
#define FIRMWARES(X)                                               \
	X(FW_BAD_CRC, "bad_crc") /* a wrong one */                 \
	X(FW_BAD_LENGTH, "bad_length")                             \
	X(FW_BINARY_CRC, "binary_crc") /* as two bytes */          \
	X(FW_LOWER_HEX, "lower_hex")                               \
	X(FW_NO_LINE, "no_line")       /* no L at all */           \
	X(FW_EMPTY_LINE, "empty_line") /* an L without a number */ \
	X(FW_CONSTANT_SEQ, "constant_seq")                         \
	X(FW_COALESCED, "coalesced")	 /* two frames at once */  \
	X(FW_FRAGMENTED, "fragmented")	 /* one in two pieces */   \
	X(FW_NEVER_READS, "never_reads") /* ACKs pile up */
enum firmware {
#define X(name, word) name,
	FIRMWARES(X)
#undef X
	    FW_N
};
#define FW_BIT(f) (1U << (f))

enum panel_stamp { STAMP_UTC, STAMP_LOCAL, STAMP_NONE };

struct sim_group {
	struct str name;
	int64_t count;
	struct str account;	  /* the first; the others count up, in hex */
	struct str_list accounts; /* or all of them */
	struct str route;	  /* "R1L1" */
	bool udp, is_cid, stays;  /* stays: keeps its TCP connection */
	struct dc09_key key;
	int64_t heartbeat_ms, jitter_percent;
	enum panel_stamp time;
	int64_t local_ms; /* of STAMP_LOCAL */
	unsigned firmware;
	size_t first; /* of its panels, over all groups */
};

enum sim_do { DO_EVENT, DO_SILENCE, DO_RECONNECT };
struct sim_action {
	enum sim_do what;
	const struct panel_word *word;
	size_t group;
	int64_t at_ms, in_ms;  /* begins; spread over so long */
	int64_t every_ms;      /* again; 0: once */
	int64_t panels;	       /* so many; 0: all of the group */
	bool random;	       /* which: else the first ones */
	int64_t number;	       /* zone or user; 0: any of 1 to 8 */
	int64_t times, gap_ms; /* a swinger */
	int64_t restore_ms;    /* the restore so long after; -1: none */
	int64_t for_ms;	       /* a silence; -1: for good */
};

struct scenario {
	struct str to; /* or empty */
	int64_t length_ms, timeout_ms, attempts;
	size_t n_groups, n_actions, n_panels;
	struct sim_group *groups;
	struct sim_action *actions;
};

/* ERR_JSON with line and column, or ERR_INVALID with the member's path, such
 * as groups[1].account.  panels > 0 scales all counts to that sum; speed
 * makes everything but the timeout so many times faster. */
struct scenario_wish {
	int64_t panels, speed;
};
MUST_CHECK enum err
scenario_read(struct str text, const struct scenario_wish *wish,
	      struct arena *a, struct scenario *out, struct why *why);

#endif
