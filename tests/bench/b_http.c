/*
 * b_http.c - our health and static answers beside the HTTP library's own
 * minimal server: same library, same threads, same bytes, same client (wrk).
 *
 * Each server is a process of its own; they take turns.  Prints requests per
 * second, CPU per request, and ours as a share of theirs.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <microhttpd.h>

#include "base/log.h"
#include "base/str.h"
#include "http/http.h"

#define THREADS 2
#define ROUNDS 5
#define SECONDS "1"
#define SKIPPED 77
#define HEALTH "{\"status\":\"ok\",\"node\":\"1\",\"version\":\"0.1.0\"}"
#define PAGE_BYTES 4096

static char page[PAGE_BYTES + 1];
static char folder[] = "/tmp/anwei-b-http-XXXXXX";

struct measure {
	double per_s, us;
};

static void
serve(struct http_req *r, void *ctx)
{
	struct http_reply p = { .status = 200,
				.type = "application/json",
				.body = buf_open(1024) };

	if (files_serve(ctx, r))
		return;
	buf_puts(&p.body, HEALTH);
	http_answer(r, &p);
}

static size_t
no_body(struct http_req *r, void *ctx)
{
	(void)r;
	(void)ctx;
	return 0;
}

static int
ours_start(void)
{
	struct http_conf conf = { .listen = "127.0.0.1:0",
				  .threads = THREADS,
				  .connections_max = 1000,
				  .header_max = 8192,
				  .timeout_s = 30,
				  .serve = serve,
				  .limit = no_body };
	struct files *files = NULL;
	struct http *h = NULL;
	struct why why;

	log_set_level(LOG_ERROR);
	must(files_open(folder, &files, &why) == OK);
	conf.ctx = files;
	must(http_open(&conf, &h, &why) == OK);
	return http_port(h, false);
}

/* The library's own example, minimal_example.c in its manual. */
static enum MHD_Result
minimal(void *cls, struct MHD_Connection *c, const char *url,
	const char *method, const char *version, const char *upload,
	size_t *upload_size, void **ctx)
{
	static int seen;
	bool health = strcmp(url, "/api/health") == 0;
	struct MHD_Response *m;
	enum MHD_Result rc;

	(void)cls;
	(void)version;
	(void)upload;
	(void)upload_size;
	if (strcmp(method, "GET") != 0)
		return MHD_NO;
	if (*ctx == NULL) {
		*ctx = &seen;
		return MHD_YES;
	}
	*ctx = NULL;
	m = MHD_create_response_from_buffer(health ? sizeof(HEALTH) - 1 :
						     PAGE_BYTES,
					    health ? (void *)(uintptr_t)HEALTH :
						     (void *)page,
					    MHD_RESPMEM_PERSISTENT);
	rc = MHD_queue_response(c, MHD_HTTP_OK, m);
	MHD_destroy_response(m);
	return rc;
}

static int
library_start(void)
{
	struct MHD_Daemon *d =
	    MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ERROR_LOG,
			     0, NULL, NULL, minimal, NULL,
			     MHD_OPTION_THREAD_POOL_SIZE, THREADS,
			     MHD_OPTION_CONNECTION_LIMIT, 1000U,
			     MHD_OPTION_CONNECTION_TIMEOUT, 30U,
			     MHD_OPTION_END);

	must(d != NULL);
	return MHD_get_daemon_info(d, MHD_DAEMON_INFO_BIND_PORT)->port;
}

/* A server in a child; its port comes through the pipe. */
static pid_t
server_fork(int (*start)(void), int *port)
{
	int ends[2];
	pid_t pid;

	must(pipe(ends) == 0);
	pid = fork();
	must(pid >= 0);
	if (pid == 0) {
		*port = start();
		must(write(ends[1], port, sizeof(*port)) == sizeof(*port));
		pause();
		_exit(0);
	}
	must(read(ends[0], port, sizeof(*port)) == sizeof(*port));
	(void)close(ends[0]);
	(void)close(ends[1]);
	return pid;
}

static double
number_after(const char *text, const char *word)
{
	const char *at = strstr(text, word);

	return at == NULL ? 0 : strtod(at + strlen(word), NULL);
}

/* wrk's report; false: there is no wrk. */
static bool
wrk_run(int port, const char *path, char *out, size_t max)
{
	char url[128];
	int ends[2], status;
	ssize_t n;
	size_t got = 0;
	pid_t pid;

	(void)snprintf(url, sizeof(url), "http://127.0.0.1:%d%s", port, path);
	must(pipe(ends) == 0);
	pid = fork();
	must(pid >= 0);
	if (pid == 0) {
		(void)dup2(ends[1], STDOUT_FILENO);
		(void)close(ends[0]);
		execlp("wrk", "wrk", "-t1", "-c64", "-d" SECONDS "s", url,
		       (char *)NULL);
		_exit(SKIPPED);
	}
	(void)close(ends[1]);
	while ((n = read(ends[0], out + got, max - 1 - got)) > 0)
		got += (size_t)n;
	out[got] = '\0';
	(void)close(ends[0]);
	must(waitpid(pid, &status, 0) == pid);
	return !WIFEXITED(status) || WEXITSTATUS(status) != SKIPPED;
}

static double
cpu_us(const struct rusage *u)
{
	return (double)(u->ru_utime.tv_sec + u->ru_stime.tv_sec) * 1e6 +
	       (double)(u->ru_utime.tv_usec + u->ru_stime.tv_usec);
}

static struct measure
measure(int (*start)(void), const char *path)
{
	struct measure m = { 0 };
	struct rusage used;
	char report[8192];
	double requests;
	int port = 0;
	pid_t pid = server_fork(start, &port);
	bool ran = wrk_run(port, path, report, sizeof(report));

	(void)kill(pid, SIGKILL);
	must(wait4(pid, NULL, 0, &used) == pid);
	if (!ran) {
		puts("b_http: wrk is not installed");
		exit(SKIPPED);
	}
	must(strstr(report, "Non-2xx") == NULL);
	m.per_s = number_after(report, "Requests/sec:");
	requests = m.per_s * strtod(SECONDS, NULL);
	m.us = requests > 0 ? cpu_us(&used) / requests : 0;
	return m;
}

static void
best(struct measure *m, struct measure one)
{
	if (one.per_s > m->per_s)
		m->per_s = one.per_s;
	if (m->us == 0 || one.us < m->us)
		m->us = one.us;
}

static void
compare(const char *name, const char *path)
{
	struct measure ours = { 0 }, theirs = { 0 };

	/* the best of each: the machine has other work */
	for (int i = 0; i < ROUNDS; i++) {
		struct measure a = measure(library_start, path);
		struct measure b = measure(ours_start, path);

		best(&theirs, a);
		best(&ours, b);
	}
	printf("%-8s ours %.0f/s %.1f us  library %.0f/s %.1f us  "
	       "ratio %.2f (rate) %.2f (CPU)\n",
	       name, ours.per_s, ours.us, theirs.per_s, theirs.us,
	       ours.per_s / theirs.per_s, theirs.us / ours.us);
}

int
main(void)
{
	char name[64];
	FILE *f;

	memset(page, 'x', PAGE_BYTES);
	must(mkdtemp(folder) != NULL);
	(void)snprintf(name, sizeof(name), "%s/page.html", folder);
	f = fopen(name, "w");
	must(f != NULL && fputs(page, f) >= 0 && fclose(f) == 0);
	compare("health", "/api/health");
	compare("static", "/page.html");
	(void)unlink(name);
	(void)rmdir(folder);
	return 0;
}
