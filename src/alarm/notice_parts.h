/* notice_parts.h - what the files of notices share. */
#ifndef ALARM_NOTICE_PARTS_H
#define ALARM_NOTICE_PARTS_H

#include "alarm/notice.h"

extern const struct option notice_kinds[], notice_events[];

/* Of the registers. */
enum err notice_after(struct task *t, int64_t id, const struct val *old,
		      const struct val *row);
enum err notice_channel_check(struct task *t, const struct val *old,
			      const struct val *row);
enum err notice_template_check(struct task *t, const struct val *old,
			       const struct val *row);

/* "email" and the like; false for the telephone. */
bool notice_kind(struct str word, enum send_kind *out);

#endif
