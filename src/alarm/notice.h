/*
 * notice.h - telling the customer: notices 警情通报, the channels they go
 * through and the texts they are made from (domain model C.2.3).
 *
 * A notice is made in a transaction and sent by a worker outside of any; the
 * result is a step of the process.  What the worker sent and could not record
 * is sent again: at least once, with the same Message-ID or Idempotency-Key.
 */
#ifndef ALARM_NOTICE_H
#define ALARM_NOTICE_H

#include "alarm/send.h"
#include "kind/process.h"

extern const struct reg notice_reg, notice_channel_reg, notice_template_reg;
extern const struct process notice_process;

/* Tries before a notice has failed, and the waits between them. */
#define NOTICE_TRIES 6

/* What a text may name; the words are the placeholders, "{site}". */
/*   name, word, zh, en */
#define PLACEHOLDERS(X)                                                       \
	X(P_ORG, "org", "本单位名称", "our company")                          \
	X(P_CUSTOMER, "customer", "用户单位名称", "customer")                 \
	X(P_SITE, "site", "场所名称", "site")                                 \
	X(P_ADDRESS, "address", "场所地址", "its address")                    \
	X(P_STATION, "station", "属地派出所", "police station")               \
	X(P_CLASS, "class", "警情类别", "class of the event")                 \
	X(P_SEVERITY, "severity", "警情级别", "severity, 1 to 4")             \
	X(P_NUMBER, "number", "警情编号", "number of the incident")           \
	X(P_TIME, "time", "发生时间", "when it began")                        \
	X(P_NOW, "now", "当前时间", "the time of writing")                    \
	X(P_CONTACT, "contact", "联系人", "the contact's name")               \
	X(P_PHONE, "phone", "场所电话", "the site's phone")                   \
	X(P_OUTCOME, "outcome", "处置结论", "outcome")                        \
	X(P_PATROL, "patrol", "巡逻组", "the patrol that is sent")            \
	X(P_TASK, "instructions", "任务说明", "its instructions")             \
	X(P_RESULT, "result", "处置经过", "what was found and done")          \
	X(P_POLICE, "police", "报警回执编号", "receipt number of the police") \
	X(P_AVS, "avs", "AVS 等级", "AVS level, 2 to 4")
enum placeholder {
#define X(name, word, zh, en) name,
	PLACEHOLDERS(X)
#undef X
	    P_N
};

/* What a text is about; 0: none.  Without an incident the alarm speaks. */
struct notice_about {
	int64_t incident, alarm, contact, dispatch;
};
/* "{site}" and the like by its values; other braces stay. */
MUST_CHECK enum err
notice_fill(struct task *t, const struct notice_about *about, struct str text,
	    struct str *out);
/* ERR_INVALID names the first word in braces that is no placeholder. */
MUST_CHECK enum err notice_check_text(struct task *t, const char *field,
				      struct label label, struct str text);

/* Which text: of the organisation's templates the one that fits best, else
 * the program's own.  channel: a kind of notice, or "police". */
struct notice_ask {
	const char *event, *channel;
	struct str class;
	enum lang lang;
};
MUST_CHECK enum err notice_text(struct task *t, const struct notice_ask *ask,
				struct str *subject, struct str *text);

/* The worker's three parts: take what is due (with a lease), send outside of
 * the transaction, record. */
#define NOTICE_LEASE_MS (5 * MINUTE_MS)
struct notice_due {
	int64_t id, org;
	struct send_message message;
};
MUST_CHECK enum err
notice_take(struct task *t, int64_t max, struct notice_due **out, size_t *n);
MUST_CHECK enum err notice_done(struct task *t, const struct notice_due *due,
				const struct send_result *result);

/* When the next is due; INT64_MAX: none waits. */
MUST_CHECK enum err notice_next_ms(struct task *t, int64_t *at_ms);

#endif
