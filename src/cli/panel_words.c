/* panel_words.c - the table of what a simulated panel can report. */
#include "cli/panel_words.h"

#include "base/str.h"

/* clang-format off */
const struct panel_word panel_words[] = {
	/* word       SIA   its end  CID    q    number */
	{ "burglary", "BA", "BR",    "130", '1', NUMBER_ZONE, LABEL("盗警", "burglary") },
	{ "verified", "BV", NULL,    "139", '1', NUMBER_ZONE, LABEL("复核盗警", "verified burglary") },
	{ "fire",     "FA", "FR",    "110", '1', NUMBER_ZONE, LABEL("火警", "fire") },
	{ "holdup",   "HA", "HR",    "122", '1', NUMBER_ZONE, LABEL("劫盗", "hold-up") },
	{ "panic",    "PA", "PR",    "120", '1', NUMBER_ZONE, LABEL("紧急求助", "panic") },
	{ "medical",  "MA", "MR",    "100", '1', NUMBER_ZONE, LABEL("医疗求助", "medical") },
	{ "gas",      "GA", "GR",    "151", '1', NUMBER_ZONE, LABEL("燃气", "gas") },
	{ "tamper",   "TA", "TR",    "137", '1', NUMBER_ZONE, LABEL("防拆", "tamper") },
	{ "bypass",   "UB", "UU",    "570", '1', NUMBER_ZONE, LABEL("旁路", "bypass") },
	{ "trouble",  "BT", "BJ",    "380", '1', NUMBER_ZONE, LABEL("防区故障", "zone trouble") },
	{ "mains",    "AT", "AR",    "301", '1', NUMBER_NONE, LABEL("交流断电", "mains failure") },
	{ "battery",  "YT", "YR",    "302", '1', NUMBER_NONE, LABEL("电池低电压", "low battery") },
	{ "comms",    "YS", "YK",    "350", '1', NUMBER_NONE, LABEL("通信故障", "communication trouble") },
	{ "open",     "OP", NULL,    "401", '1', NUMBER_USER, LABEL("撤防", "opening") },
	{ "close",    "CL", NULL,    "401", '3', NUMBER_USER, LABEL("布防", "closing") },
	{ "cancel",   "OC", NULL,    "406", '1', NUMBER_USER, LABEL("取消", "cancel") },
	{ "duress",   "HA", NULL,    "121", '1', NUMBER_USER, LABEL("胁迫", "duress") },
	{ "test",     "RP", NULL,    "602", '1', NUMBER_NONE, LABEL("测试", "test") },
	{ 0 }
};
/* clang-format on */

const struct panel_word *
panel_word_find(struct str word)
{
	for (const struct panel_word *w = panel_words; w->word != NULL; w++)
		if (str_is(word, w->word))
			return w;
	return NULL;
}

void
panel_word_print(struct buf *out, const struct panel_word *w, bool is_cid,
		 bool restore, int number)
{
	if (is_cid) {
		buf_printf(out, "%c%s 01 %03d",
			   restore ? '3' : w->cid_qualifier, w->cid,
			   w->number == NUMBER_NONE ? 0 : number);
		return;
	}
	buf_printf(out, "ri1/%s", restore ? w->sia_restore : w->sia);
	if (w->number != NUMBER_NONE)
		buf_printf(out, "%02d", number);
}
