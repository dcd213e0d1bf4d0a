/* pg_fail.c - what PostgreSQL's error codes mean to us. */
#include <string.h>

#include "base/str.h"
#include "db/pg.h"

/*
 * SQLSTATE by prefix, the first match counts (PostgreSQL 15, appendix A).
 * `show`: which field of the reply goes into the detail for the log.
 */
/* clang-format off */
static const struct state {
	const char *prefix;
	enum err code;
	int show;
	const char *en, *zh;
} states[] = {
	{ "23505", ERR_CONFLICT, PG_DIAG_CONSTRAINT_NAME,
	  "a row with this value exists already", "该值已存在" },
	{ "23503", ERR_CONFLICT, PG_DIAG_CONSTRAINT_NAME,
	  "another row belongs to this one, or one it needs is not there",
	  "存在关联的记录，或所引用的记录不存在" },
	{ "23", ERR_CONFLICT, PG_DIAG_MESSAGE_PRIMARY,
	  "conflicts with a rule of the table", "与数据表的约束冲突" },
	{ "22021", ERR_INVALID, PG_DIAG_MESSAGE_PRIMARY,
	  "text is not UTF-8", "文本不是有效的 UTF-8" },
	{ "40003", ERR_UNCERTAIN, PG_DIAG_MESSAGE_PRIMARY,
	  "it may have been written or not", "无法确定是否已写入" },
	{ "40", ERR_BUSY, PG_DIAG_MESSAGE_PRIMARY,
	  "the database is busy; try again", "数据库繁忙，请重试" },
	{ "55P03", ERR_BUSY, PG_DIAG_MESSAGE_PRIMARY,
	  "the database is busy; try again", "数据库繁忙，请重试" },
	{ "57014", ERR_BUSY, PG_DIAG_MESSAGE_PRIMARY,
	  "this took too long and was stopped", "操作耗时过长，已停止" },
	/* After a migration by another node; the connection is made anew. */
	{ "0A000", ERR_BUSY, PG_DIAG_MESSAGE_PRIMARY,
	  "the database has changed; try again", "数据库已变更，请重试" },
	{ "53100", ERR_STORAGE, PG_DIAG_MESSAGE_PRIMARY,
	  "the disk is full; nothing was written", "磁盘已满，未写入任何内容" },
	{ "53", ERR_STORAGE, PG_DIAG_MESSAGE_PRIMARY,
	  "the database has no room", "数据库资源不足" },
	{ "57P", ERR_STORAGE, PG_DIAG_MESSAGE_PRIMARY,
	  "the database is not available", "数据库暂不可用" },
	{ "25P03", ERR_STORAGE, PG_DIAG_MESSAGE_PRIMARY,
	  "the database gave up waiting for us", "数据库等待超时" },
	{ "08", ERR_STORAGE, PG_DIAG_MESSAGE_PRIMARY,
	  "the database connection was lost", "数据库连接中断" },
	{ "58", ERR_STORAGE, PG_DIAG_MESSAGE_PRIMARY,
	  "the database cannot read or write", "数据库读写失败" },
	{ "XX", ERR_STORAGE, PG_DIAG_MESSAGE_PRIMARY,
	  "the database is damaged", "数据库已损坏" },
	{ "", ERR_INTERNAL, PG_DIAG_MESSAGE_PRIMARY,
	  "a statement of the program failed", "程序的数据库语句出错" },
};
/* A server that became a standby refuses to write; not our mistake. */
static const struct state standby = {
	"25006", ERR_STORAGE, PG_DIAG_MESSAGE_PRIMARY,
	"the database can only be read", "数据库当前为只读" };
static const struct state lost = {
	"08006", ERR_STORAGE, 0,
	"the database connection was lost", "数据库连接中断" };
static const struct state unreachable = {
	"08001", ERR_STORAGE, 0,
	"cannot connect to the database", "无法连接数据库" };
/* clang-format on */

static const struct state *
state_find(const struct pg *pg, const char *sqlstate)
{
	size_t i = 0;

	if (sqlstate == NULL)
		return pg->connecting ? &unreachable : &lost;
	if (strcmp(sqlstate, standby.prefix) == 0 && !pg->reading)
		return &standby;
	while (strncmp(sqlstate, states[i].prefix, strlen(states[i].prefix)) !=
	       0)
		i++;
	return &states[i];
}

/* libpq's own message has several lines; the first says it. */
static struct str
first_line(const char *text)
{
	struct str rest;

	return str_cut(str_of(text), '\n', &rest);
}

enum err
pg_fail(struct pg *pg, const PGresult *r, const char *subject, struct why *why)
{
	const char *sqlstate =
	    r == NULL ? NULL : PQresultErrorField(r, PG_DIAG_SQLSTATE);
	const struct state *s = state_find(pg, sqlstate);
	struct str detail =
	    first_line(sqlstate == NULL ? PQerrorMessage(pg->c) :
					  PQresultErrorField(r, s->show));

	fail_detail(why, "%s: %.*s", subject, STR_ARG(detail));
	return fail(why, s->code, "%s%.0s", "%.0s%s", s->en, s->zh);
}

bool
pg_makes_stale(const struct pg *pg, const PGresult *r)
{
	const char *sqlstate = PQresultErrorField(r, PG_DIAG_SQLSTATE);

	return sqlstate != NULL &&
	       (strcmp(sqlstate, "0A000") == 0 ||
		(strcmp(sqlstate, standby.prefix) == 0 && !pg->reading));
}
