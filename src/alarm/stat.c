/* stat.c - the list of metrics; figures and groups of samples. */
#include "alarm/stat.h"

#include <stdlib.h>

#include "base/str.h"

#define NOT_A_NORM                                                                                      \
	"按警情自身的时间统计，不论有无限时；有限时的另计限时内的比例。" \
	"限值由操作单位设定，非标准值。",                                                               \
	    "By the incidents' own times, with or without a limit; a limit "                            \
	    "adds the share within it. Limits are set by the operator, not "                            \
	    "a standard's value."
#define SINCE_RECEIPT                                                                                      \
	"按接收时间在所选时段内的警情统计，测试除外；有限时的另计限时内的" \
	"比例。限值由操作单位设定，非标准值。",                                                            \
	    "Alarms received in the period, tests apart; a limit adds the "                                \
	    "share within it. Limits are set by the operator, not a "                                      \
	    "standard's value."
#define VERDICTS                                                               \
	"所选时段内接收并已结案的报警类警情；测试、重复、故障除外。",          \
	    "Alarms (no faults) received in the period and closed; tests and " \
	    "duplicates apart."

/* clang-format off */
const struct stat_metric stat_metrics[] = {
	{ "claim", "K25", LABEL("受理用时", "Time to claim"), { SINCE_RECEIPT }, "alarm", STAT_TIME, STAT_MORE, STAT_ALARM_TIME, "claim" },
	{ "verify", "K26", LABEL("复核用时", "Time to verify"), { SINCE_RECEIPT }, "alarm", STAT_TIME, STAT_MORE, STAT_ALARM_TIME, "verify" },
	{ "dispatch", "K26", LABEL("派警用时", "Time to dispatch"), { SINCE_RECEIPT }, "alarm", STAT_TIME, STAT_MORE, STAT_ALARM_TIME, "dispatch" },
	{ "police", "K26", LABEL("报警（110）用时", "Time to the police report"), { NOT_A_NORM }, "incident", STAT_TIME, STAT_MORE, STAT_INCIDENT_TIME, "police" },
	{ "arrive", "K26", LABEL("到场用时", "Time to arrive"), LABEL("自首次派出至首次到场，不论有无限时；限时取自合同。", "From the first patrol sent to the first arrival, with or without a limit; the limit comes from the contract."), "incident", STAT_TIME, STAT_MORE, STAT_INCIDENT_TIME, "arrive" },
	{ "notify", "K26", LABEL("通报用户用时", "Time to tell the customer"), { NOT_A_NORM }, "incident", STAT_TIME, STAT_MORE, STAT_INCIDENT_TIME, "notify" },
	{ "false", "K27", LABEL("误报率（按警情）", "False alarms per alarm"), { VERDICTS }, "alarm", STAT_SHARE, STAT_LESS, STAT_VERDICT, "false_" },
	{ "false_year", "K27", LABEL("误报率（每台主机每年）", "False alarms per panel and year"), LABEL("误报警情除以主机在网天数；在网按主机当前状态和接入日期。", "False alarms by the days that panels were in use, by their state today and the day of connection."), "alarm", STAT_PER_YEAR, STAT_LESS, STAT_VERDICT, "false_" },
	{ "unverified", "K28", LABEL("无法核实率", "Alarms that could not be verified"), { VERDICTS }, "alarm", STAT_SHARE, STAT_LESS, STAT_VERDICT, "unverifiable" },
	{ "online", "K29", LABEL("主机在线率", "Panels online"), LABEL("按整日：在线秒数除以在线与离线秒数；所有路径都超时才算离线。整机维护状态、程序未运行、从未有信号的时间不计；有报警服务合同的，只计合同期内。", "By whole days: seconds online by seconds online or offline; a panel is offline when all its paths are overdue. Service mode of a whole panel, time in which the program did not run or the panel was never heard do not count; where there are monitoring contracts, only their time."), "panel", STAT_SHARE, STAT_MORE, STAT_ONLINE, NULL },
	{ "tests", "K30", LABEL("定期测试到达率", "Test signals that came"), LABEL("按整日：有测试周期的主机应到与实到次数；任何信号都算。维护状态和合同期外不计。", "By whole days: tests expected of panels that have an interval, and those that came; any signal will do. Service mode and time outside contracts do not count."), "panel", STAT_SHARE, STAT_MORE, STAT_TESTS, NULL },
	{ "loss", "K31", LABEL("信号丢失", "Frames missing"), LABEL("按整日：序号缺口除以收到与缺失的帧数。", "By whole days: gaps of sequence numbers by frames received and missing."), "panel", STAT_SHARE, STAT_LESS, STAT_LOSS, NULL },
	{ "latency", "K32", LABEL("信号时延", "Latency of signals"), LABEL("产生警情且主机时钟正常的信号；建议不超过 2 秒，非标准值。", "Signals that raised an alarm, of panels whose clock is good; 2 s is advice, not a standard's value."), "signal", STAT_TIME, STAT_MORE, STAT_LATENCY, NULL },
	{ 0 }
};
/* clang-format on */

const struct stat_metric *
stat_find(struct str name)
{
	for (const struct stat_metric *m = stat_metrics; m->name != NULL; m++)
		if (str_is(name, m->name))
			return m;
	return NULL;
}

/* Those with a time first, the shortest first. */
static int
by_value(const void *x, const void *y)
{
	const struct stat_sample *a = x, *b = y;

	if (a->has_value != b->has_value)
		return a->has_value ? -1 : 1;
	return (a->value_ms > b->value_ms) - (a->value_ms < b->value_ms);
}

/* The value at so many thousandths, by nearest rank. */
static int64_t
at_rank(const struct stat_sample *v, int64_t n, int64_t thousandths)
{
	int64_t rank = (n * thousandths + 999) / 1000;

	return v[rank < 1 ? 0 : rank - 1].value_ms;
}

void
stat_figure(struct stat_sample *v, size_t n, struct stat_figure *out)
{
	int64_t sum = 0;

	*out = (struct stat_figure){ .rows = (int64_t)n };
	for (size_t i = 0; i < n; i++) {
		out->num += v[i].den == 0 ? 0 : v[i].num;
		out->den += v[i].den;
		out->pending += v[i].den == 0 && !v[i].has_value;
		out->ended += v[i].has_value;
		sum += v[i].has_value ? v[i].value_ms : 0;
	}
	if (out->ended == 0)
		return;
	qsort(v, n, sizeof(*v), by_value);
	out->mean_ms = sum / out->ended;
	out->p50_ms = at_rank(v, out->ended, 500);
	out->p80_ms = at_rank(v, out->ended, 800);
	out->p985_ms = at_rank(v, out->ended, 985);
	out->p99_ms = at_rank(v, out->ended, 990);
	out->max_ms = v[out->ended - 1].value_ms;
}

/* ---- groups ---- */

static const char *const by_words[] = {
	[STAT_BY_SITE] = "site",   [STAT_BY_PANEL] = "panel",
	[STAT_BY_ZONE] = "zone",   [STAT_BY_CAUSE] = "cause",
	[STAT_BY_CLASS] = "class", [STAT_BY_OWNER] = "owner",
	[STAT_BY_DAY] = "day",
};

const char *
stat_by_word(enum stat_by by)
{
	return by_words[by];
}

bool
stat_by_parse(struct str word, enum stat_by *out)
{
	for (size_t i = 0; i < STAT_BY_N; i++)
		if (str_is(word, by_words[i])) {
			*out = (enum stat_by)i;
			return true;
		}
	return false;
}

static struct str
word_of(const struct stat_sample *s, enum stat_by by)
{
	return by == STAT_BY_CAUSE ? s->cause :
	       by == STAT_BY_CLASS ? s->class :
				     STR("");
}

static int64_t
id_of(const struct stat_sample *s, enum stat_by by, const struct zone *zone)
{
	switch (by) {
	case STAT_BY_SITE:
		return s->site;
	case STAT_BY_PANEL:
		return s->panel;
	case STAT_BY_ZONE:
		return s->zone;
	case STAT_BY_OWNER:
		return s->owner;
	case STAT_BY_DAY:
		return zone_date(zone, s->at_ms);
	case STAT_BY_CAUSE:
	case STAT_BY_CLASS:
	case STAT_BY_N:
		break;
	}
	return 0;
}

static int
by_key(const void *x, const void *y)
{
	const struct stat_sample *a = x, *b = y;

	return (a->key > b->key) - (a->key < b->key);
}

/* Words are few: a number for each. */
static int64_t
number_of(struct str word, struct str *words, size_t *n, size_t max)
{
	for (size_t i = 0; i < *n; i++)
		if (str_eq(words[i], word))
			return (int64_t)i;
	if (*n < max)
		words[(*n)++] = word;
	return (int64_t)*n - 1;
}

#define WORDS_MAX 64
static void
set_keys(struct stat_set *set, enum stat_by by, const struct zone *zone)
{
	bool by_word = by == STAT_BY_CAUSE || by == STAT_BY_CLASS;
	struct str words[WORDS_MAX];
	size_t n = 0;

	for (size_t i = 0; i < set->n; i++)
		set->v[i].key = by_word ? number_of(word_of(&set->v[i], by),
						    words, &n, WORDS_MAX) :
					  id_of(&set->v[i], by, zone);
	qsort(set->v, set->n, sizeof(*set->v), by_key);
}

static int
by_weight(const void *x, const void *y)
{
	const struct stat_group *a = x, *b = y;

	if (a->figure.den != b->figure.den)
		return a->figure.den > b->figure.den ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

void
stat_groups(struct arena *a, struct stat_set *set, enum stat_by by,
	    const struct zone *zone, struct stat_group **out, size_t *n)
{
	struct stat_sample *v = set->v;

	set_keys(set, by, zone);
	*n = 0;
	for (size_t i = 0; i < set->n; i++)
		*n += i == 0 || v[i].key != v[i - 1].key;
	*out = ARENA_ARRAY(a, *n, struct stat_group);
	*n = 0;
	for (size_t i = 0, end; i < set->n; i = end) {
		struct stat_group *g = &(*out)[(*n)++];

		for (end = i + 1; end < set->n && v[end].key == v[i].key;)
			end++;
		g->id = id_of(&v[i], by, zone);
		g->word = word_of(&v[i], by);
		stat_figure(v + i, end - i, &g->figure);
	}
	if (by != STAT_BY_DAY)
		qsort(*out, *n, sizeof(**out), by_weight);
}
