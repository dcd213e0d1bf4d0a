/*
 * commission.h - from the installed panel to the live one: every zone is
 * tested, which means that its signal was seen, and the acceptance is signed
 * (domain model C.3.12).
 *
 * The test begins with commission_begin; only signals that came after it
 * count.  commission_live is the only way to the state "live" for a panel
 * that was not taken over as live.
 */
#ifndef ALARM_COMMISSION_H
#define ALARM_COMMISSION_H

#include "kind/register.h"

/* One zone of the panel and the newest signal of it since the beginning. */
struct commission_zone {
	int64_t id, number;
	struct str name;
	int64_t seen_ms; /* 0: not seen */
	int64_t signal;	 /* its id */
	int64_t n;
};

/* What is still to be done before it can go live; in the order of work. */
#define COMMISSION_LACKS(X)                                               \
	X(LACK_BEGIN, "begin", "尚未开始调试", "not begun")               \
	X(LACK_ZONES, "zones", "尚未配置防区", "no zones are configured") \
	X(LACK_KEY, "key", "密钥未设置", "the key is not set")            \
	X(LACK_SEEN, "seen", "有防区未测试", "zones were not seen")       \
	X(LACK_TEST, "test", "未收到测试信号", "no test signal was seen")
enum commission_lack {
#define X(name, word, zh, en) name,
	COMMISSION_LACKS(X)
#undef X
	    LACK_N
};
const char *commission_lack_word(enum commission_lack lack);
struct label commission_lack_label(enum commission_lack lack);

struct commission {
	struct reg_row panel;
	struct str state;
	int64_t since_ms; /* 0: not begun */
	struct commission_zone *zones;
	size_t n_zones, n_seen;
	int64_t test_ms; /* the newest test signal; 0: none */
	bool needs_key, has_key;
	bool lacks[LACK_N]; /* LACK_TEST advises only */
};
MUST_CHECK enum err
commission_load(struct task *t, int64_t panel, struct commission *out);

/* designed, installed or commissioning (again): the test begins now. */
MUST_CHECK enum err commission_begin(struct task *t, int64_t panel,
				     int64_t version, struct reg_row *out);
/* ERR_STATE names the zones that were not seen. */
MUST_CHECK enum err
commission_live(struct task *t, int64_t panel, int64_t version,
		struct str accepted_by, struct reg_row *out);

/* The panel's state, a word of the register; empty: there is no panel. */
MUST_CHECK enum err
commission_state(struct task *t, int64_t org, int64_t panel, struct str *out);

#endif
