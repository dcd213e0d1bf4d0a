/* password.c - a password from the terminal, twice, or from a pipe. */
#include "cli/cli.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/rnd.h"
#include "base/str.h"

/* One line without its end; false at the end of input or when too long. */
static bool
line_read(int fd, char out[CLI_PASSWORD_MAX])
{
	size_t n = 0;

	while (n < CLI_PASSWORD_MAX) {
		ssize_t got = read(fd, out + n, 1);

		if (got < 0 || (got == 0 && n == 0))
			return false;
		if (got == 0 || out[n] == '\n') {
			out[n] = '\0';
			if (n > 0 && out[n - 1] == '\r')
				out[n - 1] = '\0';
			return true;
		}
		n++;
	}
	return false;
}

static bool
ask(int tty, const char *prompt, char out[CLI_PASSWORD_MAX])
{
	struct termios as_it_was, silent;
	bool ok;

	if (tcgetattr(tty, &as_it_was) != 0)
		return false;
	silent = as_it_was;
	silent.c_lflag &= ~(tcflag_t)ECHO;
	if (write(tty, prompt, strlen(prompt)) < 0 ||
	    tcsetattr(tty, TCSAFLUSH, &silent) != 0)
		return false;
	ok = line_read(tty, out);
	(void)tcsetattr(tty, TCSAFLUSH, &as_it_was); /* what else to do */
	return write(tty, "\n", 1) == 1 && ok;
}

static enum err
ask_twice(struct cli *c, int tty, char out[CLI_PASSWORD_MAX])
{
	static const struct label prompts[] = {
		LABEL("密码：", "Password: "),
		LABEL("再输一次：", "Once more: "),
	};
	char again[CLI_PASSWORD_MAX];
	bool same;

	if (!ask(tty, label_in(prompts[0], c->lang), out) ||
	    !ask(tty, label_in(prompts[1], c->lang), again))
		return fail(&c->why, ERR_INVALID, "no password was given",
			    "没有输入密码");
	same = strcmp(out, again) == 0;
	secret_wipe(again, sizeof(again));
	if (!same)
		return fail(&c->why, ERR_INVALID, "the two are not the same",
			    "两次输入不一致");
	return OK;
}

enum err
cli_password(struct cli *c, char out[CLI_PASSWORD_MAX])
{
	enum err rc;
	int tty;

	if (cli_value(c, "--password-stdin") != NULL) {
		if (line_read(STDIN_FILENO, out))
			return OK;
		return fail(&c->why, ERR_INVALID,
			    "no password on standard input",
			    "标准输入中没有密码");
	}
	tty = open("/dev/tty", O_RDWR | O_CLOEXEC);
	if (tty < 0)
		return fail(&c->why, ERR_BAD_REQUEST,
			    "there is no terminal: use --password-stdin",
			    "没有终端：请用 --password-stdin");
	rc = ask_twice(c, tty, out);
	(void)close(tty); /* nothing was written that could be lost */
	return rc;
}
