/* xlsx_zip.c - zip and XML with limits; see xlsx.h. */
#include "archive/xlsx_zip.h"

#include <string.h>
#include <unistd.h>

#include "archive/xlsx.h"
#include "base/str.h"

#define TAIL_BYTES (65536 + 22 + 20)
#define FEED_BYTES 32768
#define TOKEN_MAX (1 << 20)
#define DEPTH_MAX 32
#define RATIO_FLOOR (INT64_C(4) << 20)

static enum err
refuse_bomb(struct why *why)
{
	return fail(why, ERR_TOO_BIG,
		    "the workbook unpacks to more than is allowed (200 MiB, or "
		    "250 times its size)",
		    "工作簿解压后超过允许的大小（200 MiB，或压缩前的 250 倍）");
}

static enum err
refuse_damaged(struct why *why, const char *what)
{
	return fail(why, ERR_INVALID, "the workbook is damaged (%s)",
		    "工作簿已损坏（%s）", what);
}

/*
 * libzip makes an entry in memory for every one that the directory claims, so
 * the claim is looked at first: every end record in the tail, because libzip
 * may take any of them.  ZIP64 directories are not needed below 4 GiB.
 */
static enum err
look_at_tail(const struct sheet_src *src, int64_t size, char *tail,
	     struct why *why)
{
	int64_t off = size > TAIL_BYTES ? size - TAIL_BYTES : 0;
	int64_t n = sheet_src_read(src, off, tail, TAIL_BYTES);

	if (n < 0)
		return fail(why, ERR_STORAGE, "the file cannot be read",
			    "文件无法读取");
	for (int64_t i = 0; i + 12 <= n; i++) {
		const unsigned char *p = (const unsigned char *)tail + i;
		unsigned entries = p[10] | (unsigned)p[11] << 8;
		unsigned here = p[8] | (unsigned)p[9] << 8;

		if (memcmp(p, "PK\6\7", 4) == 0)
			return refuse_damaged(why, "ZIP64");
		if (memcmp(p, "PK\5\6", 4) == 0 &&
		    (entries > XLSX_ENTRIES_MAX || here > XLSX_ENTRIES_MAX))
			return fail(why, ERR_TOO_BIG,
				    "the workbook has more than %d parts",
				    "工作簿包含超过 %d 个部件",
				    XLSX_ENTRIES_MAX);
	}
	return OK;
}

static enum err
refuse_others(struct str head, struct why *why)
{
	if (str_starts(head, STR("\xd0\xcf\x11\xe0")))
		return fail(why, ERR_TYPE,
			    "the file is protected by a password or an old "
			    ".xls workbook; save it as XLSX without password",
			    "文件有密码保护或为旧版 .xls，请另存为无密码的 "
			    "XLSX");
	if (!str_starts(head, STR("PK\x03\x04")))
		return fail(why, ERR_TYPE, "the file is not an XLSX workbook",
			    "文件不是 XLSX 工作簿");
	return OK;
}

static zip_source_t *
zip_source_of(const struct sheet_src *src)
{
	zip_source_t *source;
	FILE *f;
	int fd;

	if (src->fd <= 0)
		return zip_source_buffer_create(src->bytes.p, src->bytes.n, 0,
						NULL);
	fd = dup(src->fd);
	f = fd < 0 ? NULL : fdopen(fd, "rb");
	if (f == NULL && fd >= 0)
		(void)close(fd);
	source = f == NULL ? NULL : zip_source_filep_create(f, 0, -1, NULL);
	if (source == NULL && f != NULL)
		(void)fclose(f);
	return source;
}

/* What the directory itself admits to. */
static enum err
look_at_claims(struct xlsx_zip *z, struct why *why)
{
	zip_int64_t n = zip_get_num_entries(z->zip, 0);
	uint64_t sum = 0;
	zip_stat_t st;

	for (zip_int64_t i = 0; i < n; i++) {
		if (zip_stat_index(z->zip, (zip_uint64_t)i, 0, &st) != 0)
			return refuse_damaged(why, "directory");
		if ((st.valid & ZIP_STAT_SIZE) == 0 ||
		    st.size > (uint64_t)XLSX_UNZIPPED_MAX)
			return refuse_bomb(why);
		sum += st.size;
	}
	return sum > (uint64_t)XLSX_UNZIPPED_MAX ? refuse_bomb(why) : OK;
}

enum err
xlsx_zip_open(struct xlsx_zip *z, const struct sheet_src *src, struct why *why)
{
	char *tail = mem_alloc(TAIL_BYTES);
	zip_source_t *source;
	zip_error_t error;
	int64_t head;
	enum err rc;

	*z = (struct xlsx_zip){ .size = sheet_src_size(src) };
	head = sheet_src_read(src, 0, tail, 4);
	rc = refuse_others((struct str){ tail, head > 0 ? (size_t)head : 0 },
			   why);
	if (rc == OK)
		rc = look_at_tail(src, z->size, tail, why);
	mem_free(tail);
	TRY(rc);
	source = zip_source_of(src);
	zip_error_init(&error);
	if (source != NULL)
		z->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
	if (z->zip == NULL && source != NULL)
		zip_source_free(source);
	zip_error_fini(&error);
	if (z->zip == NULL)
		return refuse_damaged(why, "ZIP");
	rc = look_at_claims(z, why);
	if (rc != OK)
		xlsx_zip_close(z);
	return rc;
}

void
xlsx_zip_close(struct xlsx_zip *z)
{
	if (z->zip != NULL)
		zip_discard(z->zip);
	z->zip = NULL;
}

bool
xlsx_zip_has(const struct xlsx_zip *z, const char *name)
{
	return zip_name_locate(z->zip, name, 0) >= 0;
}

/* expat gives "namespace|name". */
static const char *
local_name(const char *name)
{
	const char *bar = strrchr(name, '|');

	return bar != NULL ? bar + 1 : name;
}

const char *
xml_attr(const char **attrs, const char *name)
{
	for (; *attrs != NULL; attrs += 2) {
		if (strcmp(local_name(attrs[0]), name) == 0)
			return attrs[1];
	}
	return NULL;
}

void
xml_stop(struct xml_part *p, enum err rc)
{
	if (p->rc != OK)
		return;
	p->rc = rc;
	(void)XML_StopParser(p->xml, XML_FALSE);
}

void
xml_pause(struct xml_part *p)
{
	if (p->rc == OK && !p->paused)
		p->paused = XML_StopParser(p->xml, XML_TRUE) == XML_STATUS_OK;
}

static void XMLCALL
on_start(void *ctx, const char *name, const char **attrs)
{
	struct xml_part *p = ctx;

	if (p->rc != OK)
		return;
	if (++p->depth > DEPTH_MAX) {
		xml_stop(p, refuse_damaged(p->why, "XML depth"));
		return;
	}
	p->sink.start(p->sink.ctx, local_name(name), attrs);
}

static void XMLCALL
on_end(void *ctx, const char *name)
{
	struct xml_part *p = ctx;

	p->depth--;
	if (p->rc == OK && p->sink.end != NULL)
		p->sink.end(p->sink.ctx, local_name(name));
}

static void XMLCALL
on_text(void *ctx, const char *s, int n)
{
	struct xml_part *p = ctx;

	if (p->rc == OK && p->sink.text != NULL)
		p->sink.text(p->sink.ctx, (struct str){ s, (size_t)n });
}

/* Workbooks have none; entities live there. */
static void XMLCALL
on_doctype(void *ctx, const char *name, const char *sysid, const char *pubid,
	   int internal)
{
	struct xml_part *p = ctx;

	(void)name;
	(void)sysid;
	(void)pubid;
	(void)internal;
	xml_stop(p, fail(p->why, ERR_INVALID,
			 "the workbook contains a DOCTYPE, which is refused",
			 "工作簿包含 DOCTYPE 声明，已拒绝"));
}

enum err
xml_open(struct xml_part *p, struct xlsx_zip *z, const char *name,
	 struct xml_sink sink, struct why *why)
{
	zip_stat_t st;

	*p = (struct xml_part){ .z = z, .sink = sink };
	if (zip_stat(z->zip, name, 0, &st) != 0)
		return fail(why, ERR_INVALID,
			    "the workbook has no part \"%.60s\"",
			    "工作簿缺少部件“%.60s”", name);
	p->packed = (st.valid & ZIP_STAT_COMP_SIZE) != 0 &&
			    st.comp_size < (uint64_t)z->size ?
			(int64_t)st.comp_size :
			z->size;
	p->file = zip_fopen(z->zip, name, 0);
	if (p->file == NULL)
		return refuse_damaged(why, "ZIP");
	p->xml = XML_ParserCreateNS(NULL, '|');
	must(p->xml != NULL);
	XML_SetUserData(p->xml, p);
	XML_SetElementHandler(p->xml, on_start, on_end);
	XML_SetCharacterDataHandler(p->xml, on_text);
	XML_SetStartDoctypeDeclHandler(p->xml, on_doctype);
	return OK;
}

/* The next piece of the part into expat's own buffer. */
static enum err
feed(struct xml_part *p, enum XML_Status *status, struct why *why)
{
	/* expat keeps what is not a whole token yet; asked before its buffer
	 * moves. */
	int64_t kept = p->fed - XML_GetCurrentByteIndex(p->xml);
	zip_int64_t n;
	void *room;

	if (kept > TOKEN_MAX)
		return refuse_damaged(why, "XML token");
	room = XML_GetBuffer(p->xml, FEED_BYTES);
	must(room != NULL);
	n = zip_fread(p->file, room, FEED_BYTES);
	if (n < 0)
		return refuse_damaged(why, "ZIP");
	p->fed += n;
	p->z->unzipped += n;
	if (p->z->unzipped > XLSX_UNZIPPED_MAX ||
	    (p->fed > RATIO_FLOOR && p->fed / XLSX_RATIO_MAX > p->packed))
		return refuse_bomb(why);
	p->done = n == 0;
	*status = XML_ParseBuffer(p->xml, (int)n, n == 0);
	return OK;
}

enum err
xml_run(struct xml_part *p, struct why *why)
{
	enum XML_Status status = XML_STATUS_OK;

	p->why = why;
	if (p->paused) {
		p->paused = false;
		status = XML_ResumeParser(p->xml);
	}
	while (status == XML_STATUS_OK && !p->done)
		TRY(feed(p, &status, why));
	if (p->rc != OK)
		return p->rc;
	if (status == XML_STATUS_ERROR)
		return fail(why, ERR_INVALID,
			    "the workbook is damaged (XML line %lu: %s)",
			    "工作簿已损坏（XML 第 %lu 行：%s）",
			    (unsigned long)XML_GetCurrentLineNumber(p->xml),
			    XML_ErrorString(XML_GetErrorCode(p->xml)));
	return OK;
}

void
xml_close(struct xml_part *p)
{
	if (p->xml != NULL)
		XML_ParserFree(p->xml);
	if (p->file != NULL)
		(void)zip_fclose(p->file);
	p->xml = NULL;
	p->file = NULL;
}
