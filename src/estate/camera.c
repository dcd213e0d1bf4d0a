/* camera.c - channels: where the picture is, how long it is kept. */
#include "estate/estate.h"
#include "base/str.h"
#include "kind/check.h"

#include <string.h>

/* clang-format off */
static const struct field fields[] = {
	{ .name = "number", .type = F_NUMBER, .label = LABEL("通道编号", "Number"),
	  .flags = LIST | SORT | SEARCH | UNIQUE, .prefix = "TD",
	  .section = LABEL("基本信息", "Basics") },
	{ .name = "name", .type = F_TEXT, .label = LABEL("通道名称", "Name"),
	  .flags = REQUIRED | LIST | SORT | SEARCH },
	{ .name = "site", .type = F_REF, .label = LABEL("服务场所", "Site"),
	  .flags = REQUIRED | LIST | FILTER, .ref = "site" },
	{ .name = "device", .type = F_REF, .label = LABEL("设备", "Device"),
	  .flags = REQUIRED | FILTER, .ref = "device" },
	{ .name = "recorder", .type = F_REF, .label = LABEL("录像机", "Recorder"),
	  .flags = LIST | FILTER, .ref = "device" },
	{ .name = "stream", .type = F_TEXT, .label = LABEL("主码流", "Stream"),
	  .max = 300,
	  .help = LABEL("不含用户名和密码。", "Without user name and password.") },
	{ .name = "sub_stream", .type = F_TEXT, .label = LABEL("子码流", "Sub-stream"),
	  .max = 300 },
	{ .name = "required_days", .type = F_INT, .label = LABEL("应存天数", "Required days"),
	  .flags = LIST, .min = 30, .max = 3650, .unit = "d",
	  .section = LABEL("录像保存", "Retention") },
	{ .name = "measured_days", .type = F_INT, .label = LABEL("实存天数", "Measured days"),
	  .flags = LIST | SORT, .max = 3650, .unit = "d" },
	{ .name = "checked_ms", .type = F_TIME, .label = LABEL("最近检查时间", "Last check"),
	  .flags = LIST },
	{ .name = "note", .type = F_LINES, .label = LABEL("备注", "Note") },
};
/* clang-format on */

static const struct same same[] = {
	{ "device", &device_reg, "site" },
	{ 0 },
};

/* "rtsp://user:password@host/…" has an @ before the path. */
static bool
has_password(struct str stream)
{
	struct str rest, host;

	for (size_t i = 0; i + 3 <= stream.n; i++) {
		if (memcmp(stream.p + i, "://", 3) != 0)
			continue;
		host = str_cut(str_skip(stream, i + 3), '/', &rest);
		return memchr(host.p, '@', host.n) != NULL;
	}
	return false;
}

static enum err
check_camera(struct task *t, const struct val *old, const struct val *row)
{
	static const char *const streams[] = { "stream", "sub_stream" };

	(void)old;
	for (size_t i = 0; i < ARRAY_LEN(streams); i++) {
		const struct val *v = reg_val(&camera_reg, row, streams[i]);

		if (v->type != VAL_NULL && has_password(v->s))
			return fail_field(&t->why, streams[i],
					  reg_label(&camera_reg, streams[i]),
					  "pattern",
					  "must not hold a user name or "
					  "password",
					  "不得含用户名或密码");
	}
	return check_same(t, &camera_reg, row, same);
}

const struct reg camera_reg = {
	.name = "camera",
	.label = LABEL("摄像机通道", "Camera"),
	.plural = "Cameras",
	.group = "estate",
	.read = MAY_READ_ESTATE,
	.edit = MAY_EDIT_ESTATE,
	.fields = fields,
	.n_fields = ARRAY_LEN(fields),
	.title = "name",
	.check = check_camera,
};
