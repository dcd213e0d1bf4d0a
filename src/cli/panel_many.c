/* panel_many.c - anwei panel --scenario: many simulated panels. */
#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/time.h"
#include "cli/panel_fleet.h"

#define SCENARIO_MAX (4 << 20)

static volatile sig_atomic_t stop_now;

static void
on_signal(int sig)
{
	(void)sig;
	stop_now = 1;
}

static enum err
number_of(struct cli *c, const char *option, int64_t max, int64_t *out)
{
	const char *text = cli_value(c, option);

	if (text == NULL || str_to_int(str_of(text), 1, max, out))
		return OK;
	return fail(&c->why, ERR_BAD_REQUEST,
		    "%s wants a number from 1 to %lld, not %.40s",
		    "%s 应为 1 至 %lld 的数，而不是 %.40s", option,
		    (long long)max, text);
}

static enum err
file_read(struct cli *c, const char *path, struct str *out)
{
	char *p = arena_alloc(&c->a, SCENARIO_MAX);
	FILE *f = fopen(path, "r");
	bool good;

	if (f == NULL)
		return fail(&c->why, ERR_NOT_FOUND, "cannot read %.200s: %s",
			    "无法读取 %.200s：%s", path, strerror(errno));
	*out = (struct str){ p, fread(p, 1, SCENARIO_MAX, f) };
	good = ferror(f) == 0 && out->n < SCENARIO_MAX;
	(void)fclose(f); /* was only read */
	if (good)
		return OK;
	return fail(&c->why, ERR_TOO_BIG, "%.200s is too large", "%.200s 过大",
		    path);
}

static void
tell(void *ctx, struct fleet *f)
{
	struct cli *c = ctx;
	struct buf b = buf_open(1000);

	fleet_line(f, c->lang, &b);
	cli_say(c, "%.*s", "%.*s", STR_ARG(buf_str(&b)));
	(void)fflush(stdout); /* a lost line is no loss */
	buf_release(&b);
}

static enum err
report_write(struct cli *c, struct fleet *f)
{
	const char *path = cli_value(c, "--report");
	struct buf b = buf_open(1 << 16);
	FILE *out = path == NULL ? stdout : fopen(path, "w");
	bool good;

	fleet_report(f, &b);
	good = out != NULL && fwrite(b.p, 1, b.n, out) == b.n;
	if (out != NULL && out != stdout)
		good = fclose(out) == 0 && good;
	buf_release(&b);
	if (good)
		return OK;
	return fail(&c->why, ERR_STORAGE, "cannot write %.200s: %s",
		    "无法写入 %.200s：%s", path == NULL ? "-" : path,
		    strerror(errno));
}

static enum err
scenario_of(struct cli *c, struct scenario *s)
{
	struct scenario_wish wish = { .speed = 1 };
	int64_t length_s = 0;
	struct str text;

	TRY(number_of(c, "--panels", 1000000, &wish.panels));
	TRY(number_of(c, "--speed", 10000, &wish.speed));
	TRY(number_of(c, "--length", 2764800, &length_s));
	TRY(file_read(c, cli_value(c, "--scenario"), &text));
	TRY(scenario_read(text, &wish, &c->a, s, &c->why));
	if (length_s > 0)
		s->length_ms = length_s * SECOND_MS;
	if (cli_value(c, "--to") != NULL)
		s->to = str_of(cli_value(c, "--to"));
	if (s->to.n > 0)
		return OK;
	return fail(&c->why, ERR_BAD_REQUEST, "--to is missing", "缺少 --to");
}

enum err
panel_scenario_command(struct cli *c)
{
	struct sigaction act = { .sa_handler = on_signal };
	struct scenario *s = ARENA_NEW(&c->a, struct scenario);
	struct fleet_conf conf = { .scenario = s, .tell = tell, .ctx = c };
	struct fleet *f = NULL;
	enum err rc;

	TRY(scenario_of(c, s));
	conf.to = arena_cstr(&c->a, s->to);
	(void)sigaction(SIGINT, &act, NULL);  /* else it ends at once, */
	(void)sigaction(SIGTERM, &act, NULL); /* without its figures */
	rc = fleet_run(&conf, &stop_now, &f, &c->why);
	if (rc == OK)
		rc = report_write(c, f);
	fleet_free(&f);
	return rc;
}
