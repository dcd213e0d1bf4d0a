/*
 * xlsx_zip.h - the archive of a workbook and its parts as XML events, with
 * the limits of xlsx.h.
 */
#ifndef ARCHIVE_XLSX_ZIP_H
#define ARCHIVE_XLSX_ZIP_H

#include <expat.h>
#include <zip.h>

#include "archive/sheet.h"

struct xlsx_zip {
	zip_t *zip;
	int64_t size;	  /* of the file */
	int64_t unzipped; /* bytes of all parts so far */
};
MUST_CHECK enum err
xlsx_zip_open(struct xlsx_zip *z, const struct sheet_src *src, struct why *why);
void xlsx_zip_close(struct xlsx_zip *z);
bool xlsx_zip_has(const struct xlsx_zip *z, const char *name);

/* What a part's reader is told; names are without namespace. */
struct xml_sink {
	void (*start)(void *ctx, const char *name, const char **attrs);
	void (*end)(void *ctx, const char *name);
	void (*text)(void *ctx, struct str s);
	void *ctx;
};
struct xml_part {
	struct xlsx_zip *z;
	zip_file_t *file;
	XML_Parser xml;
	struct xml_sink sink;
	int64_t fed, packed;
	int depth;
	bool paused, done;
	enum err rc; /* of a sink or a limit */
	struct why *why;
};
/* ERR_INVALID when the archive has no such part. */
MUST_CHECK enum err
xml_open(struct xml_part *p, struct xlsx_zip *z, const char *name,
	 struct xml_sink sink, struct why *why);
/* Up to xml_pause or the end (p->done). */
MUST_CHECK enum err xml_run(struct xml_part *p, struct why *why);
/* From inside a sink: xml_run returns behind this event. */
void xml_pause(struct xml_part *p);
/* From inside a sink: rc of fail(p->why, …). */
void xml_stop(struct xml_part *p, enum err rc);
void xml_close(struct xml_part *p);

/* Value of an attribute by its name without namespace; NULL: none. */
const char *xml_attr(const char **attrs, const char *name);

#endif
