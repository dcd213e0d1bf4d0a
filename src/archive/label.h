/*
 * label.h - sheets of labels with QR codes to stick on devices, as PDF.
 *
 * One label: the QR code on the left as vectors (level M, four modules of
 * quiet zone), beside it number, name, site, company.  What does not fit ends
 * with an ellipsis.  Text is set in Noto Sans CJK SC and can be selected.
 */
#ifndef ARCHIVE_LABEL_H
#define ARCHIVE_LABEL_H

#include "base/arena.h"
#include "base/err.h"

/* Paper with labels on it, in tenths of a millimetre. */
struct label_layout {
	const char *name; /* "3x8": columns, rows; NULL ends the table */
	int columns, rows;
	int paper_w, paper_h;
	int left, top;	    /* of the first label */
	int width, height;  /* of a label */
	int step_x, step_y; /* from one to the next */
};
extern const struct label_layout label_layouts[]; /* the first is usual */
const struct label_layout *label_layout_find(struct str name);

struct label_item {
	struct str qr; /* at most LABEL_QR_MAX bytes */
	struct str number, name, site, company;
};
#define LABEL_QR_MAX 200
/* What the QR codes of registers hold: ANWEI:<register>:<id>:<number>. */
struct str
label_qr(struct arena *a, const char *reg, int64_t id, struct str number);

struct label_sheet;
/* Writes to fd, from its start; the fd stays the caller's. */
MUST_CHECK enum err
label_open(int fd, const struct label_layout *layout, struct str title,
	   struct arena *a, struct label_sheet **out, struct why *why);
MUST_CHECK enum err label_put(struct label_sheet *s,
			      const struct label_item *item, struct why *why);
/* Only then is the file whole.  Frees *s always. */
MUST_CHECK enum err label_finish(struct label_sheet **s, struct why *why);
void label_drop(struct label_sheet **s);

#endif
