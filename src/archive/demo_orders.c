/*
 * demo_orders.c - repair orders of the demo company, in all states.
 *
 * They go through the process like any other, each step by the user of its
 * role and at its own time: the clocks, the journal and the figures are real.
 */
#include "archive/demo.h"

#include "base/str.h"
#include "base/time.h"
#include "estate/estate.h"
#include "kind/roles.h"
#include "upkeep/workorder.h"

struct step {
	const char *event;
	enum role_no role;
	int after_min;	    /* since the step before */
	const char *in;	    /* "field=text|field=text"; +90 is a time */
	const char *reason; /* or NULL */
};

/* clang-format off */
#define BEGIN                                                                 \
	{ "report", ROLE_SERVICE_DESK, 0, "", NULL },                         \
	{ "grade", ROLE_DISPATCHER, 4, "", NULL },                            \
	{ "respond", ROLE_TECHNICIAN, 5, "response_note=已电话联系，预计一小时内到场", NULL }, \
	{ "assign", ROLE_DISPATCHER, 3, "", NULL },                           \
	{ "arrive", ROLE_TECHNICIAN, 48, "arrival_proof=定位签到", NULL }
#define END                                                                   \
	{ "pass", ROLE_TECHNICIAN, 15, "test_result=故障彻底排除、运行状态稳定|staff_sign=维修人员", NULL }, \
	{ "accept", ROLE_CUSTOMER, 25, "user_sign=用户代表", NULL }
static const struct step freely[] = {
	BEGIN,
	{ "diagnose", ROLE_TECHNICIAN, 20, "diagnosis=电源接头氧化，接触不良|core_part=否|chargeable=否", NULL },
	{ "repair", ROLE_TECHNICIAN, 4, "method=线路维修", NULL },
	{ "test", ROLE_TECHNICIAN, 30, "test_content=设备功能、信号上传、联动|debugging=重做接头并固定", NULL },
	END,
	{ "archive", ROLE_ARCHIVIST, 900, "", NULL },
	{ 0 }
};
static const struct step paid[] = {
	BEGIN,
	{ "diagnose", ROLE_TECHNICIAN, 25, "diagnosis=设备主板损坏|core_part=是|chargeable=是", NULL },
	{ "quote", ROLE_TECHNICIAN, 10, "quote_fen=860", NULL },
	{ "approve", ROLE_CUSTOMER, 55, "approver=用户代表", NULL },
	{ "test", ROLE_TECHNICIAN, 70, "test_content=设备功能、信号上传|method=备件更换|parts_used=同型号设备 1台", NULL },
	END,
	{ "settle", ROLE_ARCHIVIST, 4000, "amount_fen=860", NULL },
	{ "archive", ROLE_ARCHIVIST, 30, "", NULL },
	{ 0 }
};
static const struct step waiting[] = {
	BEGIN,
	{ "diagnose", ROLE_TECHNICIAN, 25, "diagnosis=硬盘故障，无同型号库存|core_part=否|chargeable=否", NULL },
	{ "repair", ROLE_TECHNICIAN, 5, "method=备件更换", NULL },
	{ "await_parts", ROLE_TECHNICIAN, 15, "parts_needed=监控硬盘 8TB 1块", NULL },
	{ "provide", ROLE_TECHNICIAN, 30, "temporary=换上备用硬盘，保留七天录像|special_plan=到货后更换并恢复三十天保存|extended_to_ms=+4320|notice_sent_ms=+0", "备件三天后到货" },
	{ 0 }
};
static const struct step rejected[] = {
	BEGIN,
	{ "diagnose", ROLE_TECHNICIAN, 20, "diagnosis=探测器灵敏度漂移|core_part=否|chargeable=否", NULL },
	{ "repair", ROLE_TECHNICIAN, 4, "method=设备调试", NULL },
	{ "test", ROLE_TECHNICIAN, 25, "test_content=步测三次", NULL },
	{ "pass", ROLE_TECHNICIAN, 15, "test_result=系统功能完全恢复|staff_sign=维修人员", NULL },
	{ "reject", ROLE_CUSTOMER, 20, "", "夜间仍有误报" },
	{ 0 }
};
static const struct step again[] = {
	BEGIN,
	{ "diagnose", ROLE_TECHNICIAN, 20, "diagnosis=外墙线管进水|core_part=否|chargeable=否", NULL },
	{ "repair", ROLE_TECHNICIAN, 4, "method=线路维修", NULL },
	{ "test", ROLE_TECHNICIAN, 35, "test_content=绝缘测试", NULL },
	{ "pass", ROLE_TECHNICIAN, 15, "test_result=系统功能完全恢复|staff_sign=维修人员", NULL },
	{ "plan_second", ROLE_DISPATCHER, 60, "second_on=+20160", "雨停后重做防水" },
	{ 0 }
};
static const struct step cancelled[] = {
	{ "report", ROLE_SERVICE_DESK, 0, "", NULL },
	{ "cancel", ROLE_DISPATCHER, 12, "consent=报修人电话确认", "用户自行恢复供电" },
	{ 0 }
};

/* Finished ones first: a technician is at work on one order at a time. */
static const struct order {
	const char *device, *symptom;
	const struct step *steps;
	int n_steps;  /* 0: all */
	int hours_ago;
} orders[] = {
	{ "YS-SB-00006", "画面黑屏",            freely,    0,  1400 },
	{ "YS-SB-00120", "周界频繁误报",        freely,    0,  1180 },
	{ "YS-SB-00073", "主机通信中断",        paid,      0,  1010 },
	{ "YS-SB-00607", "探测器不报警",        freely,    0,  890 },
	{ "YS-SB-00402", "感烟探测器脏污告警",  freely,    0,  760 },
	{ "YS-SB-00011", "图像模糊",            paid,      0,  640 },
	{ "YS-SB-00608", "紧急按钮无法复位",    freely,    0,  520 },
	{ "YS-SB-01034", "夜视失效",            freely,    0,  410 },
	{ "YS-SB-00240", "录像机停机",          cancelled, 0,  380 },
	{ "YS-SB-00053", "主机死机",            paid,      0,  300 },
	{ "YS-SB-01090", "网络时断时续",        freely,    0,  220 },
	{ "YS-SB-01003", "主机主板告警",        paid,      12, 90 },
	{ "YS-SB-00526", "门磁不上传",          freely,    10, 40 },
	{ "YS-SB-01339", "道闸不抬杆",          again,     0,  60 },
	{ "YS-SB-01149", "录像保存天数不足",    waiting,   0,  30 },
	{ "YS-SB-00303", "存储告警",            waiting,   8,  6 },
	{ "YS-SB-01603", "夜间画面误报",        rejected,  0,  9 },
	{ "YS-SB-00019", "紧急按钮误触发",      freely,    9,  6 },
	{ "YS-SB-01037", "画面抖动",            freely,    8,  5 },
	{ "YS-SB-00032", "布防失败",            paid,      7,  4 },
	{ "YS-SB-01777", "防区断线",            freely,    6,  3 },
	{ "YS-SB-01368", "车牌识别率低",        freely,    5,  2 },
	{ "YS-SB-00738", "读卡无反应",          freely,    4,  2 },
	{ "YS-SB-01888", "防拆告警",            freely,    3,  1 },
	{ "YS-SB-01930", "巡查点读不出",        freely,    2,  1 },
	{ "YS-SB-01960", "报警声光不响",        freely,    1,  1 },
	{ "YS-SB-01035", "画面有条纹",          freely,    1,  0 },
};
/* clang-format on */

#define TECHNICIAN_FIRST 7 /* YS-RY-0007 and the ten after it */
#define TECHNICIANS 11

struct story {
	struct task *t;
	const int64_t *users;
	const struct order *order;
	int64_t device, technician;
	struct reg_row row; /* of the order, once it is open */
	bool is_open;
};

/* "+90": so many minutes from now, as a time or as its day. */
static struct val
from_now(struct task *t, const struct field *f, int64_t minutes)
{
	int64_t at_ms = t->now_ms + minutes * MINUTE_MS;
	char day[11];

	if (f->type == F_TIME)
		return val_int(at_ms);
	date_print(zone_date(zone_find(STR(DEMO_ZONE)), at_ms), day);
	return val_text(arena_str(t->a, str_of(day)));
}

static enum err
put(struct story *s, struct reg_input *in, struct str name, struct str text)
{
	size_t field = reg_field(&workorder_reg, arena_cstr(s->t->a, name));
	int64_t minutes;

	if (text.n < 2 || text.p[0] != '+' ||
	    !str_to_int(str_skip(text, 1), 0, 100000, &minutes))
		return reg_input_text(s->t, &workorder_reg, field, text, in);
	in->set[field] = true;
	in->v[field] = from_now(s->t, &workorder_reg.fields[field], minutes);
	return OK;
}

static void
put_id(struct reg_input *in, const char *name, int64_t id)
{
	size_t field = reg_field(&workorder_reg, name);

	in->set[field] = true;
	in->v[field] = val_id(id);
}

static enum err
put_report(struct story *s, struct reg_input *in)
{
	struct reg_row device;

	TRY(reg_get(s->t, &device_reg, s->device, &device));
	put_id(in, "device", s->device);
	put_id(in, "site", reg_val(&device_reg, device.v, "site")->i);
	put_id(in, "system", reg_val(&device_reg, device.v, "system")->i);
	put_id(in, "area", reg_val(&device_reg, device.v, "area")->i);
	TRY(put(s, in, STR("reporter"), STR("用户代表")));
	TRY(put(s, in, STR("channel"), STR("电话")));
	return put(s, in, STR("symptom"), str_of(s->order->symptom));
}

/* The least that the matrix allows. */
static enum err
put_grade(struct story *s, struct reg_input *in)
{
	struct fault_scope scope = { .extent = STR("single") };
	struct reg_row device, area;

	TRY(reg_get(s->t, &device_reg, s->device, &device));
	TRY(reg_get(s->t, &area_reg, reg_val(&device_reg, device.v, "area")->i,
		    &area));
	scope.is_core =
	    str_is(reg_val(&device_reg, device.v, "criticality")->s, "core") ||
	    str_is(reg_val(&area_reg, area.v, "level")->s, "key");
	TRY(put(s, in, STR("extent"), scope.extent));
	return put(s, in, STR("grade"), str_of(grade_word(grade_of(&scope))));
}

static enum err
put_inputs(struct story *s, const struct step *step, struct reg_input *in)
{
	struct str rest = str_of(step->in);

	while (rest.n > 0) {
		struct str text, one = str_cut(rest, '|', &rest);
		struct str name = str_cut(one, '=', &text);

		TRY(put(s, in, name, text));
	}
	if (str_is(str_of(step->event), "report"))
		return put_report(s, in);
	if (str_is(str_of(step->event), "grade"))
		return put_grade(s, in);
	if (str_is(str_of(step->event), "assign"))
		put_id(in, "technician", s->technician);
	return OK;
}

/* A customer's user sees his own unit only: for others the program signs. */
static struct actor
actor_of(const struct story *s, enum role_no role)
{
	if (role == ROLE_CUSTOMER)
		return actor_program(s->t->who.org);
	return (struct actor){ .user = s->users[role],
			       .org = s->t->who.org,
			       .name = str_of(roles[role].label.zh),
			       .may = roles[role].may };
}

static enum err
take_step(struct story *s, const struct step *step)
{
	struct task *t = s->t;
	struct reg_input in = reg_input_new(t->a, &workorder_reg);
	struct actor program = t->who;
	struct reg_row row;
	enum err rc;

	TRY(put_inputs(s, step, &in));
	t->who = actor_of(s, step->role);
	rc = s->is_open ?
		 process_step(t, &workorder_reg, s->row.id, s->row.version,
			      str_of(step->event), &in, str_of(step->reason),
			      &row) :
		 process_open(t, &workorder_reg, step->event, &in, &row);
	t->who = program;
	s->row = row;
	s->is_open = rc == OK;
	return rc;
}

static enum err
tell_story(struct story *s)
{
	struct task *t = s->t;
	const struct order *o = s->order;

	t->now_ms -= (o->hours_ago * 60 + 20) * MINUTE_MS;
	for (int i = 0; o->steps[i].event != NULL; i++) {
		if (o->n_steps > 0 && i == o->n_steps)
			break;
		t->now_ms += o->steps[i].after_min * MINUTE_MS;
		TRY(take_step(s, &o->steps[i]));
	}
	return OK;
}

static enum err
id_of(struct task *t, const struct reg *r, struct str number, int64_t *out)
{
	TRY(reg_id_by_text(t, r, number, out));
	if (*out != 0)
		return OK;
	return fail(&t->why, ERR_NOT_FOUND, "the demo has no %.*s",
		    "演示数据中没有 %.*s", STR_ARG(number));
}

enum err
demo_orders(struct task *t, const int64_t *users, size_t *made)
{
	int64_t now_ms = t->now_ms;
	enum err rc = OK;

	for (*made = 0; *made < ARRAY_LEN(orders) && rc == OK; ++*made) {
		struct story s = { .t = t,
				   .users = users,
				   .order = &orders[*made] };
		int staff = TECHNICIAN_FIRST + (int)*made % TECHNICIANS;

		TRY(id_of(t, &device_reg, str_of(s.order->device), &s.device));
		TRY(id_of(t, reg_find(STR("staff")),
			  arena_printf(t->a, "YS-RY-%04d", staff),
			  &s.technician));
		rc = tell_story(&s);
		t->now_ms = now_ms;
	}
	return rc;
}
