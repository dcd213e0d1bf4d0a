/* f_conf.c - settings files: what is taken can be dumped and taken again. */
#include "memory_file.h"

#include "base/str.h"
#include "conf/setting.h"

static void
dumps_again(const struct conf *conf)
{
	struct buf a = buf_open(1u << 20), b = buf_open(1u << 20);
	struct why why = { 0 };
	struct conf *again;
	char path[32];

	conf_dump(conf, &a);
	must(!a.full);
	must(memory_file((const uint8_t *)a.p, a.n, path) == 0);
	must(conf_load(path, NULL, &again, &why) == OK);
	conf_dump(again, &b);
	must(str_eq(buf_str(&a), buf_str(&b)));
	conf_free(&again);
	buf_release(&a);
	buf_release(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct why why = { 0 };
	struct conf *conf;
	char path[32];

	must(memory_file(bytes, n, path) == 0);
	if (conf_load(path, NULL, &conf, &why) == OK)
		dumps_again(conf);
	else
		must(conf == NULL && why.text[LANG_ZH][0] != '\0');
	conf_free(&conf);
	return 0;
}
