/* people.c - option lists that several registers share. */
#include "org/people.h"

/* clang-format off */
const struct option people_certificates[] = { /* model C.2.5 */
	{ "guard", LABEL("保安员证", "Guard certificate"), TONE_PLAIN },
	{ "guard_skill", LABEL("保安员职业资格", "Guard, vocational"), TONE_PLAIN },
	{ "title", LABEL("职称", "Professional title"), TONE_PLAIN },
	{ "installer", LABEL("安全防范系统安装维护员", "Security system installer"), TONE_PLAIN },
	{ "vendor", LABEL("供应商认证", "Vendor certification"), TONE_PLAIN },
	{ "electric", LABEL("特种作业-电工", "Special work: electric"), TONE_PLAIN },
	{ "height", LABEL("特种作业-高处", "Special work: height"), TONE_PLAIN },
	{ "driver", LABEL("机动车驾驶证", "Driving licence"), TONE_PLAIN },
	{ 0 }
};
/* clang-format on */
