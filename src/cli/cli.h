/*
 * cli.h - the command line: one row per command, from which the help comes.
 *
 * A command gets a struct cli with its options read and checked, and answers
 * OK or fails with a sentence; cli.c prints it and sets the exit status: 0
 * well, 1 failed, 2 misunderstood.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/buf.h"
#include "conf/conf.h"
#include "db/db.h"
#include "kind/task.h"

#define CLI_OPTIONS_MAX 20

struct cli_option {
	const char *name;  /* "--login"; NULL ends the list */
	const char *value; /* "NAME" in the help; NULL: a switch */
	bool required;
	struct label help;
};

struct cli {
	const struct command *command;
	enum lang lang;
	char *const *env;
	struct conf *conf;   /* NULL where the command needs none */
	const char *operand; /* FILE, or NULL */
	const char *values[CLI_OPTIONS_MAX]; /* by the row of the option */
	int64_t now_ms;
	struct arena a;
	struct why why;
};

struct command {
	const char *name; /* "user add" */
	enum err (*run)(struct cli *c);
	bool no_conf;	     /* runs without a configuration */
	const char *operand; /* "FILE", or NULL */
	const struct cli_option *options;
	struct label help;    /* one line */
	const char *examples; /* lines that can be typed */
	struct label more;    /* what one should know */
};
extern const struct command commands[]; /* name NULL ends */

/* Exit status of the whole program. */
int cli_main(int argc, char *const *argv, char *const *env);

/* For commands. */
/* Value of an option, NULL when not given; "" for a given switch. */
const char *cli_value(const struct cli *c, const char *option);
void cli_say(const struct cli *c, const char *en, const char *zh, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));
/* The installation's database; makes the data folder when it is not there. */
MUST_CHECK enum err cli_open(struct cli *c, bool upgrade, struct db **out);
/* A piece of work by the program for an org, in one transaction; the
 * sentence of a failure ends up in c->why. */
typedef enum err cli_work(struct cli *c, struct task *t);
MUST_CHECK enum err
cli_write(struct cli *c, struct db *db, int64_t org, cli_work *work);
/* --org ID or NAME; without it the only org there is. */
MUST_CHECK enum err cli_org(struct cli *c, struct db *db, int64_t *org);
/* The journal's verdict, said; ERR_STATE when it is bad. */
MUST_CHECK enum err cli_verify(struct cli *c, struct db *db, struct str note);
/* Asked for twice on the terminal, or one line with --password-stdin. */
#define CLI_PASSWORD_MAX 256
MUST_CHECK enum err cli_password(struct cli *c, char out[CLI_PASSWORD_MAX]);
/* The whole help, or that of one command (c->command). */
void cli_help_all(enum lang lang, struct buf *out);
void
cli_help_one(const struct command *command, enum lang lang, struct buf *out);

/* The commands, each in the file of its first word. */
enum err serve_command(struct cli *c);
enum err user_add_command(struct cli *c), org_add_command(struct cli *c),
    org_list_command(struct cli *c);
enum err db_upgrade_command(struct cli *c), db_check_command(struct cli *c);
enum err backup_command(struct cli *c), restore_command(struct cli *c),
    verify_command(struct cli *c);
enum err config_check_command(struct cli *c),
    config_dump_command(struct cli *c), config_sample_command(struct cli *c),
    config_man_command(struct cli *c);
enum err demo_load_command(struct cli *c), demo_remove_command(struct cli *c);
enum err openapi_command(struct cli *c), reference_command(struct cli *c),
    panel_command(struct cli *c), panel_scenario_command(struct cli *c),
    version_command(struct cli *c);

#endif
