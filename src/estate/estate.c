/* estate.c - option lists that several registers share. */
#include "estate/estate.h"

/* clang-format off */
const struct option estate_subsystems[] = { /* SVC-1.1 */
	{ "video", LABEL("视频监控", "Video surveillance"), TONE_PLAIN },
	{ "intrusion", LABEL("入侵报警", "Intrusion alarm"), TONE_PLAIN },
	{ "access", LABEL("出入口控制", "Access control"), TONE_PLAIN },
	{ "patrol", LABEL("电子巡查", "Guard tour"), TONE_PLAIN },
	{ "parking", LABEL("停车管理", "Parking"), TONE_PLAIN },
	{ "other", LABEL("其他", "Other"), TONE_PLAIN },
	{ 0 }
};
const struct option estate_area_levels[] = { /* SVC-6.1.2 */
	{ "key", LABEL("关键区域", "Key area"), TONE_WARN },
	{ "ordinary", LABEL("一般区域", "Ordinary area"), TONE_PLAIN },
	{ 0 }
};
const struct option estate_core_parts[] = { /* SVC-3.3 */
	{ "camera", LABEL("摄像头", "Camera"), TONE_PLAIN },
	{ "detector", LABEL("报警探测器", "Alarm detector"), TONE_PLAIN },
	{ "reader", LABEL("读卡器", "Card reader"), TONE_PLAIN },
	{ "host", LABEL("控制主机", "Control host"), TONE_PLAIN },
	{ 0 }
};
/* clang-format on */
