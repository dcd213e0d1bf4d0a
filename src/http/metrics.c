/* metrics.c - atomic figures and their text form. */
#include "http/metrics.h"

#include <stdatomic.h>
#include <string.h>

/* Upper bounds; the last bucket is "everything". */
static const int64_t bounds_us[] = { 500,     1000,    2500,	5000,	 10000,
				     25000,   50000,   100000,	250000,	 500000,
				     1000000, 2500000, 5000000, 10000000 };
#define BUCKETS (ARRAY_LEN(bounds_us) + 1)

static const struct {
	const char *name, *labels, *help;
	enum metric_kind kind;
} metrics[] = {
#define X(id, name, labels, kind, help) [id] = { name, labels, help, kind },
	METRICS(X)
#undef X
};
static const struct {
	const char *name, *help;
} histograms[] = {
#define X(id, name, help) [id] = { name, help },
	HISTOGRAMS(X)
#undef X
};

static _Atomic int64_t values[METRIC_N];
static struct {
	_Atomic uint64_t buckets[BUCKETS];
	_Atomic int64_t sum_us;
} observed[HISTOGRAM_N];

void
metric_add(enum metric m, int64_t n)
{
	atomic_fetch_add_explicit(&values[m], n, memory_order_relaxed);
}

void
metric_set(enum metric m, int64_t v)
{
	atomic_store_explicit(&values[m], v, memory_order_relaxed);
}

int64_t
metric_get(enum metric m)
{
	return atomic_load_explicit(&values[m], memory_order_relaxed);
}

void
metric_observe(enum histogram h, int64_t us)
{
	size_t i = 0;

	while (i < ARRAY_LEN(bounds_us) && us > bounds_us[i])
		i++;
	atomic_fetch_add_explicit(&observed[h].buckets[i], 1,
				  memory_order_relaxed);
	atomic_fetch_add_explicit(&observed[h].sum_us, us,
				  memory_order_relaxed);
}

uint64_t
metric_observed(enum histogram h)
{
	uint64_t n = 0;

	for (size_t i = 0; i < BUCKETS; i++)
		n += atomic_load(&observed[h].buckets[i]);
	return n;
}

static void
head_print(struct buf *out, const char *name, const char *kind,
	   const char *help)
{
	buf_printf(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind);
}

static void
metric_print(struct buf *out, enum metric m)
{
	const char *name = metrics[m].name, *labels = metrics[m].labels;

	if (m == 0 || strcmp(metrics[m - 1].name, name) != 0)
		head_print(out, name,
			   metrics[m].kind == METRIC_GAUGE ? "gauge" :
							     "counter",
			   metrics[m].help);
	if (labels[0] == '\0')
		buf_printf(out, "%s %lld\n", name, (long long)metric_get(m));
	else
		buf_printf(out, "%s{%s} %lld\n", name, labels,
			   (long long)metric_get(m));
}

static void
histogram_print(struct buf *out, enum histogram h)
{
	const char *name = histograms[h].name;
	int64_t sum = atomic_load(&observed[h].sum_us);
	uint64_t n = 0;

	head_print(out, name, "histogram", histograms[h].help);
	for (size_t i = 0; i < BUCKETS; i++) {
		n += atomic_load(&observed[h].buckets[i]);
		if (i < ARRAY_LEN(bounds_us))
			buf_printf(out, "%s_bucket{le=\"%g\"} %llu\n", name,
				   (double)bounds_us[i] / 1e6,
				   (unsigned long long)n);
	}
	buf_printf(out, "%s_bucket{le=\"+Inf\"} %llu\n", name,
		   (unsigned long long)n);
	buf_printf(out, "%s_sum %lld.%06lld\n", name,
		   (long long)(sum / 1000000), (long long)(sum % 1000000));
	buf_printf(out, "%s_count %llu\n", name, (unsigned long long)n);
}

void
metrics_print(struct buf *out)
{
	for (enum metric m = 0; m < METRIC_N; m++)
		metric_print(out, m);
	for (enum histogram h = 0; h < HISTOGRAM_N; h++)
		histogram_print(out, h);
}
