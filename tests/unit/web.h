/* web.h - a small server on http/, for its tests. */
#ifndef TESTS_WEB_H
#define TESTS_WEB_H

#include <fcntl.h>
#include <pthread.h>

#include "wire.h"

#include "base/json.h"
#include "http/feed.h"
#include "http/http.h"

#define HELD_MAX 8
#define UPLOAD_MAX ((size_t)3 << 20)

struct web {
	struct http *http;
	struct feed *feed;
	struct files *files;
	int port, tls_port;
	pthread_mutex_t m;
	pthread_cond_t came;
	struct http_req *held[HELD_MAX];
	size_t n_held, n_served;
	size_t thread_n;
	pthread_t threads[64];
	const char *file; /* for /file */
};

static inline void
reply_text(struct http_req *r, int status, struct str text)
{
	struct http_reply p = { .status = status,
				.type = "text/plain",
				.body = buf_open(text.n + 1) };

	buf_put(&p.body, text);
	http_answer(r, &p);
}

static inline void
web_echo(struct http_req *r)
{
	struct http_reply p = { .status = 200,
				.type = "text/plain",
				.body = buf_open(UPLOAD_MAX + 4096) };
	size_t n;
	const struct http_pair *q = http_queries(r, &n);

	buf_printf(&p.body, "%.*s %.*s", STR_ARG(http_method(r)),
		   STR_ARG(http_path(r)));
	for (size_t i = 0; i < n; i++)
		buf_printf(&p.body, " [%.*s]=[%.*s]", STR_ARG(q[i].name),
			   STR_ARG(q[i].value));
	buf_printf(&p.body, " fd=%d body=", http_body_fd(r) >= 0);
	buf_put(&p.body, http_body(r));
	http_reply_header(&p, r, "X-Peer", "%.*s", STR_ARG(http_peer(r)));
	http_reply_header(&p, r, "X-Cookie", "%.*s",
			  STR_ARG(http_cookie(r, "two")));
	http_reply_header(&p, r, "X-Evil", "a\r\nX-Injected: %s", "1");
	http_answer(r, &p);
}

static inline void
web_big(struct http_req *r)
{
	struct http_reply p = { .status = 200,
				.type = "application/json",
				.body = buf_open(1 << 20),
				.gzip = true };

	for (size_t i = 0; i < 2000; i++)
		buf_printf(&p.body, "{\"number\":%zu},", i);
	http_answer(r, &p);
}

static inline void
web_file(struct web *w, struct http_req *r)
{
	struct http_reply p = { .status = 200,
				.type = "application/pdf",
				.fd = open(w->file, O_RDONLY | O_CLOEXEC) };

	http_reply_header(&p, r, "ETag", "\"v1\"");
	http_answer(r, &p);
}

static inline void *
web_later(void *arg)
{
	sleep_ms(5);
	reply_text(arg, 200, STR("later"));
	return NULL;
}

static inline void
web_hold(struct web *w, struct http_req *r)
{
	pthread_mutex_lock(&w->m);
	assert_true(w->n_held < HELD_MAX);
	w->held[w->n_held++] = r;
	pthread_cond_broadcast(&w->came);
	pthread_mutex_unlock(&w->m);
}

static inline void
web_serve(struct http_req *r, void *ctx)
{
	struct web *w = ctx;
	struct str path = http_path(r);

	pthread_mutex_lock(&w->m);
	w->n_served++;
	pthread_mutex_unlock(&w->m);
	if (str_is(path, "/hold"))
		web_hold(w, r);
	else if (str_is(path, "/later")) {
		pthread_mutex_lock(&w->m);
		must(pthread_create(&w->threads[w->thread_n++], NULL, web_later,
				    r) == 0);
		pthread_mutex_unlock(&w->m);
	} else if (str_is(path, "/big"))
		web_big(r);
	else if (str_is(path, "/file"))
		web_file(w, r);
	else if (str_is(path, "/nothing"))
		http_refuse(r, 0, ERR_NOT_FOUND);
	else if (str_is(path, "/feed")) {
		struct str from = http_header(r, "Last-Event-ID");

		if (from.p == NULL)
			from = http_query(r, "from");
		http_answer_feed(r, w->feed, 7, 70, from);
	} else if (w->files == NULL || !files_serve(w->files, r))
		web_echo(r);
}

static inline size_t
web_limit(struct http_req *r, void *ctx)
{
	(void)ctx;
	return str_is(http_path(r), "/small") ? 100 : UPLOAD_MAX;
}

/* Waits until n requests are held. */
static inline void
web_await_held(struct web *w, size_t n)
{
	struct timespec until;
	int rc = 0;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += 10;
	pthread_mutex_lock(&w->m);
	while (w->n_held < n && rc == 0)
		rc = pthread_cond_timedwait(&w->came, &w->m, &until);
	pthread_mutex_unlock(&w->m);
	assert_int_equal(rc, 0);
}

static inline struct http_conf
web_conf(struct web *w)
{
	return (struct http_conf){ .listen = "127.0.0.1:0",
				   .threads = 2,
				   .connections_max = 1000,
				   .header_max = 8192,
				   .timeout_s = 10,
				   .serve = web_serve,
				   .limit = web_limit,
				   .ctx = w };
}

static inline void
web_start(struct web *w, const struct http_conf *conf)
{
	struct why why = { 0 };

	pthread_mutex_init(&w->m, NULL);
	pthread_cond_init(&w->came, NULL);
	if (http_open(conf, &w->http, &why) != OK)
		print_error("%s\n", why.text[LANG_EN]);
	assert_non_null(w->http);
	w->port = http_port(w->http, false);
	w->tls_port = http_port(w->http, true);
}

static inline void
web_stop(struct web *w)
{
	if (w->feed != NULL)
		feed_stop(w->feed);
	http_close(&w->http);
	for (size_t i = 0; i < w->thread_n; i++)
		pthread_join(w->threads[i], NULL);
	feed_free(&w->feed);
	files_close(&w->files);
	pthread_cond_destroy(&w->came);
	pthread_mutex_destroy(&w->m);
}

#endif
