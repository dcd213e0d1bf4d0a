/* directory_table.h - panels by account and by id; pure, the caller locks. */
#ifndef ALARM_DIRECTORY_TABLE_H
#define ALARM_DIRECTORY_TABLE_H

#include "alarm/directory.h"

struct dir_entry {
	struct dir_panel p;
	char account[DC09_ACCOUNT_MAX + 1]; /* upper case */
	bool has_line;
	struct line_no line;
	uint32_t next_account, next_id; /* of their buckets */
	uint32_t turn; /* of the last full reading that had it */
};
struct dir_table {
	struct dir_entry *v;
	size_t n, cap; /* n: used so far, also free ones */
	size_t count;  /* panels */
	uint32_t *by_account, *by_id;
	size_t n_buckets;
	uint32_t free, turn;
};

void dir_table_init(struct dir_table *t);
void dir_table_release(struct dir_table *t);
/* New or changed.  line NULL: none that a frame could name. */
void dir_table_put(struct dir_table *t, const struct dir_panel *p,
		   struct str account, const struct line_no *line);
/* That panel is none of ours any more, or never was. */
void dir_table_drop(struct dir_table *t, int64_t panel);
/* Drops what the last full reading did not have. */
void dir_table_sweep(struct dir_table *t);
/* org: whose the line is, when two have the same; 0: nobody's. */
const struct dir_panel *
dir_table_find(const struct dir_table *t, struct line_no line, int64_t org,
	       struct str account);
/* The organisation that all panels have; 0: none, or several. */
int64_t dir_table_only_org(const struct dir_table *t);

#endif
