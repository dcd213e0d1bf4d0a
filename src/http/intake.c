/* intake.c - stream, raiser, supervision, directory, receiver: start, stop,
 * figures. */
#include "http/intake.h"

#include "alarm/directory.h"
#include "alarm/raise.h"
#include "alarm/receiver.h"
#include "alarm/stream.h"
#include "alarm/supervise_run.h"
#include "base/time.h"
#include "http/metrics.h"

#define DIRECTORY_POLL_MS 1000
#define DIRECTORY_FULL_MS (5 * MINUTE_MS)

struct intake {
	struct app *app;
	struct stream *stream;
	struct raiser *raiser;
	struct supervise_run *supervise;
	struct directory *directory;
	struct receiver *receiver; /* NULL: this node listens to no panels */
};

static enum err
open_stream(struct intake *in, const struct conf *conf, struct why *why)
{
	const struct stream_conf stream = {
		.url = conf->db_url,
		.writer = in->app->writer,
		.queue_max = (size_t)conf->receiver_queue_max,
	};

	TRY(stream_open(&stream, &in->stream, why));
	in->app->stream = in->stream;
	return OK;
}

static void
publish(void *ctx, const struct task *t)
{
	app_publish(ctx, t);
}

static enum err
open_raiser(struct intake *in, const struct conf *conf, struct why *why)
{
	const struct raiser_conf raiser = {
		.url = conf->db_url,
		.writer = in->app->writer,
		.stream = in->stream,
		.publish = publish,
		.ctx = in->app,
	};

	return raiser_open(&raiser, &in->raiser, why);
}

static enum err
open_supervise(struct intake *in, const struct conf *conf, struct why *why)
{
	const struct supervise_run_conf supervise = {
		.url = conf->db_url,
		.writer = in->app->writer,
		.stream = in->stream,
		.limits = {
			.tolerance_percent =
			    conf->supervision_tolerance_percent,
			.tolerance_min_s = conf->supervision_tolerance_min_s,
			.wait_s = conf->supervision_wait_s,
			.skew_max_s = conf->supervision_skew_max_s,
			.storm_count = conf->supervision_storm_count,
			.storm_percent = conf->supervision_storm_percent,
			.storm_window_s = conf->supervision_storm_window_s,
		},
		.node = conf->node_id,
		.sample_ms = conf->supervision_sample_s * SECOND_MS,
	};

	TRY(supervise_open(&supervise, &in->supervise, why));
	in->app->supervise = supervise_of(in->supervise);
	return OK;
}

static void
seen(void *ctx, const struct seen *s)
{
	supervise_seen(ctx, s);
}

static void
answered(int64_t us)
{
	metric_observe(HISTOGRAM_ACK, us);
}

static enum err
open_receiver(struct intake *in, const struct conf *conf, struct why *why)
{
	const struct receiver_conf receiver = {
		.listen = conf->receiver_listen,
		.connections_max = (size_t)conf->receiver_connections_max,
		.per_address_max = (size_t)conf->receiver_per_address_max,
		.idle_ms = conf->receiver_idle_s * SECOND_MS,
		.repeats_max = (size_t)conf->receiver_repeats_max,
		.url = conf->db_url,
		.stream = in->stream,
		.directory = in->directory,
		.decode = decode_frame,
		.seen = seen,
		.seen_ctx = supervise_of(in->supervise),
		.heard = in->app->heard,
		.answered = answered,
	};

	return receiver_open(&receiver, &in->receiver, why);
}

static enum err
open_all(struct intake *in, const struct conf *conf, struct why *why)
{
	const struct directory_conf directory = {
		.url = conf->db_url,
		.poll_ms = DIRECTORY_POLL_MS,
		.full_ms = DIRECTORY_FULL_MS,
	};

	TRY(open_stream(in, conf, why));
	TRY(open_raiser(in, conf, why));
	if (conf->receiver_listen[0] == '\0')
		return OK; /* who hears nobody misses nobody */
	TRY(open_supervise(in, conf, why));
	TRY(directory_open(&directory, &in->directory, why));
	in->app->directory = in->directory;
	in->app->heard = heard_new();
	return open_receiver(in, conf, why);
}

enum err
intake_open(const struct conf *conf, struct app *app, struct intake **out,
	    struct why *why)
{
	struct intake *in = mem_alloc(sizeof(*in));
	enum err rc;

	in->app = app;
	rc = open_all(in, conf, why);
	if (rc != OK)
		intake_close(&in);
	*out = in;
	return rc;
}

void
intake_stop(struct intake *in)
{
	if (in == NULL)
		return;
	if (in->receiver != NULL)
		receiver_stop(in->receiver);
}

void
intake_close(struct intake **intake)
{
	struct intake *in = *intake;

	if (in == NULL)
		return;
	receiver_close(&in->receiver);
	in->app->directory = NULL;
	directory_close(&in->directory);
	heard_free(&in->app->heard);
	in->app->supervise = NULL;
	in->app->stream = NULL;
	supervise_close(&in->supervise);
	raiser_close(&in->raiser);
	stream_close(&in->stream);
	mem_free(in);
	*intake = NULL;
}

_Static_assert(METRIC_FRAME_FAILED - METRIC_FRAME_FIRST == FRAME_FAILED &&
		   FRAME_FAILED == FRAME_FATE_N - 1,
	       "a fate without its figure");

static void
measure_receiver(struct receiver *r)
{
	struct receiver_figures f = receiver_figures(r);

	for (int i = 0; i < FRAME_FATE_N; i++)
		metric_set((enum metric)(METRIC_FRAME_FIRST + i),
			   (int64_t)f.fates[i]);
	metric_set(METRIC_NOISE_BYTES, (int64_t)f.noise_bytes);
	metric_set(METRIC_PANELS_OPEN, f.connections);
	metric_set(METRIC_PANELS_ACCEPTED, (int64_t)f.accepted);
	metric_set(METRIC_PANELS_REFUSED, (int64_t)f.refused);
	metric_set(METRIC_PANELS_IDLE, (int64_t)f.idle);
	metric_set(METRIC_PANELS_CLOGGED, (int64_t)f.clogged);
	metric_set(METRIC_DATAGRAMS, (int64_t)f.datagrams);
}

void
intake_measure(const struct intake *in)
{
	struct stream_figures f;

	if (in == NULL || in->stream == NULL)
		return;
	f = stream_figures(in->stream);
	metric_set(METRIC_STREAM_GROUPS, (int64_t)f.groups);
	metric_set(METRIC_STREAM_ROWS, (int64_t)f.rows);
	metric_set(METRIC_STREAM_FAILED, (int64_t)f.failed);
	metric_set(METRIC_STREAM_REFUSED, (int64_t)f.refused);
	metric_set(METRIC_STREAM_WAITING, (int64_t)stream_waiting(in->stream));
	if (in->receiver != NULL)
		measure_receiver(in->receiver);
}
