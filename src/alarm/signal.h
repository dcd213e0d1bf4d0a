/*
 * signal.h - one event that a panel sent, as it stands in the stream.
 *
 * Domain model C.2.3, C.3.1.  A signal never changes; what became of it is
 * its fate, written by the raiser.  Texts are UTF-8 and may be empty.
 */
#ifndef ALARM_SIGNAL_H
#define ALARM_SIGNAL_H

#include "db/db.h"
#include "kind/task.h"

/*   name, word, zh, en */
#define FATES(X)                                                         \
	X(FATE_LOGGED, "logged", "已记录", "Logged")                     \
	X(FATE_RAISED, "raised", "产生警情", "Raised an alarm")          \
	X(FATE_JOINED, "joined", "并入警情", "Joined an alarm")          \
	X(FATE_RESTORED, "restored", "恢复", "Restore of an alarm")      \
	X(FATE_TEST, "test", "测试", "Test, or covered by service mode") \
	X(FATE_DELAYED, "delayed", "延时等待", "Held back, waiting")     \
	X(FATE_LAPSED, "lapsed", "延时内恢复", "Restored in time")       \
	X(FATE_SWINGER, "swinger", "反复触发", "Swinger, held back")     \
	X(FATE_RUNAWAY, "runaway", "频发", "Runaway, held back")         \
	X(FATE_FAULT, "fault", "故障提议", "Proposed a repair")          \
	X(FATE_UNDECODED, "undecoded", "未能译码", "Not decoded")        \
	X(FATE_UNKNOWN, "unknown", "未知用户编号", "Unknown account")    \
	X(FATE_SETTLED, "settled", "已处理", "Settled by a person")      \
	X(FATE_AGAIN, "again", "等待重新判断", "Waits to be judged again")
enum fate {
#define X(name, word, zh, en) name,
	FATES(X)
#undef X
	    FATE_N
};
const char *fate_word(enum fate fate);
struct label fate_label(enum fate fate);

/* Words of signal.state. */
#define SIGNAL_DECODED "decoded"
#define SIGNAL_UNDECODED "undecoded"
#define SIGNAL_UNKNOWN "unknown" /* no panel has the account */

/* A row of the stream; field by field as sql/schema/0007_signal.sql.
 * Numbers that are not there are SIGNAL_NONE. */
#define SIGNAL_NONE INT64_C(-1)
struct signal {
	int64_t id; /* given by the stream */
	int64_t org, received_ms;
	int64_t device_ms; /* SIGNAL_NONE: the frame says none */
	struct str source, transport, peer, line, account, seq, token;
	bool encrypted;
	int64_t panel, site, customer; /* 0: none */
	struct str raw;
	int64_t part;
	struct str format, code, role, class;
	int64_t priority; /* 1 to 5 */
	int64_t part_no, zone_no, user_no;
	struct str text, data, xdata, state;
};

/*
 * Bytes of a panel as text for the stream: as they are when they are UTF-8,
 * else as Windows-1252 (DC-09 x-data); control characters become spaces, at
 * most max bytes.  What PostgreSQL would refuse must not reach it: one bad
 * text would fail the group of everybody.
 */
struct str signal_text(struct arena *a, struct str bytes, size_t max);

#endif
