/* panel_fleet_figures.c - what became of the messages, for people and
 * programs. */
#include "cli/panel_fleet_parts.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/str.h"
#include "base/time.h"

/* Eight to each doubling: within 9 % of the truth. */
static size_t
bucket_of(int64_t us)
{
	size_t b = us < 1 ? 0 : (size_t)(log2((double)us) * 8);

	return b < BUCKETS ? b : BUCKETS - 1;
}

void
tally_ack(struct tally *t, int64_t us)
{
	t->acked++;
	t->latency[bucket_of(us)]++;
	if (us > t->latency_max_us)
		t->latency_max_us = us;
}

/* The upper edge of the bucket in which the share lies. */
static int64_t
percentile_us(const struct tally *t, int64_t per_mille)
{
	int64_t want = (t->acked * per_mille + 999) / 1000, sum = 0;

	for (size_t b = 0; b < BUCKETS; b++) {
		sum += t->latency[b];
		if (sum >= want && want > 0) {
			int64_t edge_us = (int64_t)exp2((double)(b + 1) / 8);

			return edge_us < t->latency_max_us ? edge_us :
							     t->latency_max_us;
		}
	}
	return 0;
}

void
fleet_line(struct fleet *f, enum lang lang, struct buf *out)
{
	const struct tally *beat = &f->tally[TALLY_BEAT];
	const struct tally *event = &f->tally[TALLY_EVENT];
	const struct tally *b = &f->before[TALLY_BEAT];
	const struct tally *e = &f->before[TALLY_EVENT];
	const long long v[] = {
		(time_mono_us() - f->begun_us) / 1000000,
		event->messages - e->messages,
		event->acked - e->acked,
		beat->messages - b->messages,
		beat->acked - b->acked,
		f->under_way,
		event->lost + beat->lost,
		f->connected,
	};

	if (lang == LANG_ZH)
		buf_printf(out,
			   "%lld 秒：事件 %lld 发 %lld 确认，心跳 %lld 发 "
			   "%lld 确认；在途 %lld，丢失 %lld，TCP %lld",
			   v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
	else
		buf_printf(out,
			   "%lld s: events %lld sent %lld acked, heartbeats "
			   "%lld sent %lld acked; %lld under way, %lld lost, "
			   "TCP %lld",
			   v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
	memcpy(f->before, f->tally, sizeof(f->before));
}

static void
number(struct jw *j, const char *key, int64_t n)
{
	jw_key(j, key);
	jw_int(j, n);
}

static void
tally_json(struct jw *j, const char *key, const struct tally *t)
{
	jw_key(j, key);
	jw_begin(j, '{');
	number(j, "messages", t->messages);
	number(j, "frames", t->frames);
	number(j, "acked", t->acked);
	number(j, "naked", t->naked);
	number(j, "duh", t->duh);
	number(j, "lost", t->lost);
	number(j, "p50_us", percentile_us(t, 500));
	number(j, "p90_us", percentile_us(t, 900));
	number(j, "p99_us", percentile_us(t, 990));
	number(j, "p999_us", percentile_us(t, 999));
	number(j, "max_us", t->latency_max_us);
	jw_end(j, '}');
}

void
fleet_report(struct fleet *f, struct buf *out)
{
	struct jw j = jw_open(out);

	jw_begin(&j, '{');
	number(&j, "ms", (f->end_us - f->begun_us) / 1000);
	number(&j, "panels", (int64_t)f->n);
	tally_json(&j, "events", &f->tally[TALLY_EVENT]);
	tally_json(&j, "heartbeats", &f->tally[TALLY_BEAT]);
	number(&j, "under_way", f->under_way);
	number(&j, "dropped", f->dropped);
	number(&j, "late_answers", f->ignored);
	number(&j, "strange_answers", f->strange);
	number(&j, "connects", f->connects);
	number(&j, "connect_fails", f->connect_fails);
	number(&j, "cuts", f->cuts);
	number(&j, "connected", f->connected);
	jw_end(&j, '}');
	buf_putc(out, '\n');
}
