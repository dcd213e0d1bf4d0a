/* cli.c - from the words typed to a command, and its answer. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/time.h"

enum { EXIT_WELL, EXIT_FAILED, EXIT_MISUNDERSTOOD };

/* What stands before the command. */
struct globals {
	const char *config;
	bool help, version;
};

/* How many of the words at argv are the command's name; 0: none of it. */
static int
name_matches(const char *name, int argc, char *const *argv)
{
	struct str rest = str_of(name);
	int n = 0;

	while (rest.n > 0) {
		struct str word = str_cut(rest, ' ', &rest);

		if (n >= argc || !str_is(word, argv[n]))
			return 0;
		n++;
	}
	return n;
}

static const struct command *
command_find(int argc, char *const *argv, int *words)
{
	for (const struct command *k = commands; k->name != NULL; k++) {
		*words = name_matches(k->name, argc, argv);
		if (*words > 0)
			return k;
	}
	return NULL;
}

/* One option at argv[*i], which moves beyond its value. */
static enum err
option_read(struct cli *c, int argc, char *const *argv, int *i)
{
	const struct cli_option *o = c->command->options;

	for (size_t n = 0; o != NULL && o[n].name != NULL; n++) {
		if (strcmp(argv[*i], o[n].name) != 0)
			continue;
		if (o[n].value != NULL && *i + 1 >= argc)
			return fail(&c->why, ERR_BAD_REQUEST,
				    "%s needs a value", "%s 需要一个值",
				    o[n].name);
		c->values[n] = o[n].value == NULL ? "" : argv[++*i];
		return OK;
	}
	return fail(&c->why, ERR_BAD_REQUEST, "there is no option %s",
		    "没有选项 %s", argv[*i]);
}

static enum err
words_read(struct cli *c, int argc, char *const *argv)
{
	for (int i = 0; i < argc; i++) {
		if (strncmp(argv[i], "--", 2) == 0)
			TRY(option_read(c, argc, argv, &i));
		else if (c->command->operand != NULL && c->operand == NULL)
			c->operand = argv[i];
		else
			return fail(&c->why, ERR_BAD_REQUEST,
				    "\"%s\" is too much", "多余的“%s”",
				    argv[i]);
	}
	if (c->command->operand != NULL && c->operand == NULL)
		return fail(&c->why, ERR_BAD_REQUEST, "needs %s", "缺少 %s",
			    c->command->operand);
	for (size_t n = 0; n < CLI_OPTIONS_MAX; n++) {
		const struct cli_option *o = c->command->options;

		if (o == NULL || o[n].name == NULL)
			break;
		if (o[n].required && c->values[n] == NULL)
			return fail(&c->why, ERR_BAD_REQUEST, "needs %s",
				    "缺少 %s", o[n].name);
	}
	return OK;
}

const char *
cli_value(const struct cli *c, const char *option)
{
	const struct cli_option *o = c->command->options;

	for (size_t n = 0; o[n].name != NULL; n++)
		if (strcmp(o[n].name, option) == 0)
			return c->values[n];
	must_fail(__FILE__, __LINE__, "an option that the row does not have");
}

void
cli_say(const struct cli *c, const char *en, const char *zh, ...)
{
	va_list ap;

	va_start(ap, zh);
	(void)vprintf(c->lang == LANG_EN ? en : zh, ap);
	va_end(ap);
	(void)printf("\n");
	(void)fflush(stdout);
}

/* Names that end with ANWEI_LANG, LC_ALL, LC_MESSAGES, LANG: the first. */
static enum lang
lang_of(char *const *env)
{
	static const char *const names[] = { "LC_ALL=", "LC_MESSAGES=",
					     "LANG=" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		for (char *const *e = env; *e != NULL; e++) {
			size_t n = strlen(names[i]);

			if (strncmp(*e, names[i], n) == 0 && (*e)[n] != '\0')
				return strncmp(*e + n, "zh", 2) == 0 ? LANG_ZH :
								       LANG_EN;
		}
	return LANG_EN;
}

static void
print(struct buf *b, FILE *to)
{
	(void)fwrite(b->p, 1, b->n, to);
	buf_release(b);
}

static int
help(const struct command *command, enum lang lang, FILE *to)
{
	struct buf b = buf_open(65536);

	if (command != NULL)
		cli_help_one(command, lang, &b);
	else
		cli_help_all(lang, &b);
	print(&b, to);
	return to == stdout ? EXIT_WELL : EXIT_MISUNDERSTOOD;
}

/* A misunderstanding tells how to ask; a failure only what went wrong. */
static int
answer(const struct cli *c, enum err rc)
{
	const char *hint = c->lang == LANG_EN ? "help" : "帮助";

	if (rc == OK)
		return EXIT_WELL;
	fprintf(stderr, "anwei: %s\n", c->why.text[c->lang]);
	if (c->why.detail[0] != '\0')
		fprintf(stderr, "  (%s)\n", c->why.detail);
	if (rc != ERR_BAD_REQUEST)
		return EXIT_FAILED;
	fprintf(stderr, "%s: anwei %s --help\n", hint, c->command->name);
	return EXIT_MISUNDERSTOOD;
}

static enum err
run(struct cli *c, const char *config, int argc, char *const *argv)
{
	enum err rc;

	TRY(words_read(c, argc, argv));
	if (!c->command->no_conf) {
		TRY(conf_load(config, c->env, &c->conf, &c->why));
		log_set_level(c->conf->log_level);
	}
	rc = c->command->run(c);
	conf_free(&c->conf);
	return rc;
}

static bool
asks_help(int argc, char *const *argv)
{
	for (int i = 0; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0 ||
		    strcmp(argv[i], "-h") == 0)
			return true;
	return false;
}

/* Words before the command; how many they are. */
static int
globals_read(struct globals *g, int argc, char *const *argv)
{
	int i = 1;

	for (; i < argc && argv[i][0] == '-'; i++) {
		if (strcmp(argv[i], "--config") == 0 && i + 1 < argc)
			g->config = argv[++i];
		else if (strcmp(argv[i], "--version") == 0)
			g->version = true;
		else
			g->help = true;
	}
	return i;
}

int
cli_main(int argc, char *const *argv, char *const *env)
{
	struct cli c = { .lang = lang_of(env), .env = env };
	struct globals g = { 0 };
	int at = globals_read(&g, argc, argv), words = 0, status;

	if (g.version) {
		(void)version_command(&c); /* cannot fail */
		return EXIT_WELL;
	}
	if (g.help || at >= argc || strcmp(argv[at], "help") == 0)
		return help(NULL, c.lang,
			    at >= argc && !g.help ? stderr : stdout);
	c.command = command_find(argc - at, argv + at, &words);
	if (c.command == NULL) {
		fprintf(stderr,
			c.lang == LANG_EN ? "anwei: no command %s\n" :
					    "anwei：没有命令 %s\n",
			argv[at]);
		return help(NULL, c.lang, stderr);
	}
	at += words;
	if (asks_help(argc - at, argv + at))
		return help(c.command, c.lang, stdout);
	c.now_ms = time_now_ms();
	status = answer(&c, run(&c, g.config, argc - at, argv + at));
	arena_release(&c.a);
	return status;
}
