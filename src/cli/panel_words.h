/* panel_words.h - what a simulated panel can report, by words for people. */
#ifndef CLI_PANEL_WORDS_H
#define CLI_PANEL_WORDS_H

#include "base/buf.h"

enum panel_number { NUMBER_ZONE, NUMBER_USER, NUMBER_NONE };
struct panel_word {
	const char *word;	       /* "burglary"; NULL ends the table */
	const char *sia, *sia_restore; /* NULL: it has no restore */
	const char *cid;	       /* event code */
	char cid_qualifier;	       /* of the event itself */
	enum panel_number number;      /* what the number is */
	struct label label;
};
extern const struct panel_word panel_words[];

const struct panel_word *panel_word_find(struct str word);
/* "ri1/BA03" behind the N, or "1130 01 003". */
void panel_word_print(struct buf *out, const struct panel_word *w, bool is_cid,
		      bool restore, int number);

#endif
