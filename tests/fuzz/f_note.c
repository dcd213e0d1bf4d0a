/* f_note.c - checkpoints from outside have one spelling; proofs from outside
 * never do harm. */
#include "fuzz.h"

#include <string.h>

#include "base/str.h"
#include "kind/checkpoint.h"

static void
note_round(struct str in)
{
	struct buf out = buf_open(2 * NOTE_TEXT_MAX);
	struct str core = str_trim(in);
	struct why why = { 0 };
	struct note n;

	if (note_parse(in, &n, &why) == OK) {
		note_print(&n, &out);
		must(!out.full && out.n == core.n + 1);
		must(memcmp(out.p, core.p, core.n) == 0);
		buf_clear(&out);
		checkpoint_print(&n.c, &out);
		must(str_eq(buf_str(&out), n.text));
	}
	buf_release(&out);
}

/* 8 bytes each of position, size and old size; the rest are hashes. */
static void
proof_read(struct hasher *h, struct str in)
{
	int64_t numbers[3];
	struct head old = { 0 }, head = { 0 };
	struct proof p = { 0 };
	struct hash leaf = { { 0 } };

	if (in.n < sizeof(numbers))
		return;
	memcpy(numbers, in.p, sizeof(numbers));
	in = str_skip(in, sizeof(numbers));
	head.size = numbers[1];
	old.size = numbers[2];
	p.n = in.n / HASH_BYTES < PROOF_MAX ? in.n / HASH_BYTES : PROOF_MAX;
	memcpy(p.v, in.p, p.n * HASH_BYTES);
	/* no chain of SM3 ends in these heads of zeros */
	must(!leaf_is_proved(h, &leaf, numbers[0], &head, &p) ||
	     (head.size == 1 && p.n == 0));
	must(!growth_is_proved(h, &old, &head, &p) ||
	     (old.size == head.size && p.n == 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct hasher h;
	struct str in = { (const char *)bytes, n };
	struct why why = { 0 };

	if (h.md == NULL)
		must(hasher_open("SM3", &h, &why) == OK);
	note_round(in);
	proof_read(&h, in);
	return 0;
}
