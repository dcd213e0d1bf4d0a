/* label.c - draws label sheets (cairo, pango, libqrencode). */
#include "archive/label.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"

#define FONT "Noto Sans CJK SC"
#define QUIET 4		      /* modules, ISO/IEC 18004:2015, 6.3.8 */
#define POINTS (72.0 / 254.0) /* of a tenth of a millimetre */
#define PAD 20		      /* tenths of a millimetre inside a label */

/* clang-format off */
const struct label_layout label_layouts[] = {
	/* name  c  r  paper       left top  width height step */
	{ "3x8",  3, 8, 2100, 2970,   0,   5,  700, 370,  700, 370 },
	{ "2x7",  2, 7, 2100, 2970,  47, 152,  991, 381, 1016, 381 },
	{ "3x7",  3, 7, 2100, 2970,  72, 152,  635, 381,  660, 381 },
	{ "4x10", 4,10, 2100, 2970,  97, 214,  457, 254,  482, 254 },
	{ "1x1",  1, 1,  600,  400,   0,   0,  600, 400,  600, 400 },
	{ 0 }
};

/* The lines of a label: size in tenths of a point, lines at most, weight. */
enum { LINE_NUMBER, LINE_NAME, LINE_SITE, LINE_COMPANY, LINE_N };
static const struct {
	int size, lines;
	PangoWeight weight;
	double grey;
} lines[] = {
	[LINE_NUMBER]  = { 85, 1, PANGO_WEIGHT_BOLD,   0.0 },
	[LINE_NAME]    = { 85, 2, PANGO_WEIGHT_NORMAL, 0.0 },
	[LINE_SITE]    = { 70, 2, PANGO_WEIGHT_NORMAL, 0.0 },
	[LINE_COMPANY] = { 60, 1, PANGO_WEIGHT_NORMAL, 0.3 },
};
/* clang-format on */

struct label_sheet {
	const struct label_layout *layout;
	cairo_surface_t *surface;
	cairo_t *cr;
	PangoLayout *text;
	int at; /* label on the page */
	int fd, error;
	off_t off;
};

const struct label_layout *
label_layout_find(struct str name)
{
	for (size_t i = 0; label_layouts[i].name != NULL; i++) {
		if (str_is(name, label_layouts[i].name))
			return &label_layouts[i];
	}
	return NULL;
}

struct str
label_qr(struct arena *a, const char *reg, int64_t id, struct str number)
{
	return arena_printf(a, "ANWEI:%s:%lld:%.*s", reg, (long long)id,
			    STR_ARG(number));
}

static cairo_status_t
on_bytes(void *ctx, const unsigned char *p, unsigned n)
{
	struct label_sheet *s = ctx;

	while (n > 0) {
		ssize_t put = pwrite(s->fd, p, n, s->off);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0) {
			s->error = put < 0 ? errno : ENOSPC;
			return CAIRO_STATUS_WRITE_ERROR;
		}
		s->off += put;
		p += put;
		n -= (unsigned)put;
	}
	return CAIRO_STATUS_SUCCESS;
}

enum err
label_open(int fd, const struct label_layout *layout, struct str title,
	   struct arena *a, struct label_sheet **out, struct why *why)
{
	struct label_sheet *s = ARENA_NEW(a, struct label_sheet);

	(void)why; /* cairo tells failures at the end */
	s->layout = layout;
	s->fd = fd;
	s->surface =
	    cairo_pdf_surface_create_for_stream(on_bytes, s,
						layout->paper_w * POINTS,
						layout->paper_h * POINTS);
	cairo_pdf_surface_set_metadata(s->surface, CAIRO_PDF_METADATA_TITLE,
				       arena_cstr(a, title));
	s->cr = cairo_create(s->surface);
	cairo_set_antialias(s->cr, CAIRO_ANTIALIAS_NONE);
	s->text = pango_cairo_create_layout(s->cr);
	pango_layout_set_wrap(s->text, PANGO_WRAP_CHAR);
	pango_layout_set_ellipsize(s->text, PANGO_ELLIPSIZE_END);
	*out = s;
	return OK;
}

/* Dark modules as one path, a rectangle for each run in a row. */
static void
qr_path(cairo_t *cr, const QRcode *qr, double x, double y, double module)
{
	for (int row = 0; row < qr->width; row++) {
		const unsigned char *p = qr->data + row * qr->width;

		for (int from = 0, to; from < qr->width; from = to) {
			to = from + 1;
			while (to < qr->width && (p[to] & 1) == (p[from] & 1))
				to++;
			if ((p[from] & 1) != 0)
				cairo_rectangle(cr, x + from * module,
						y + row * module,
						(to - from) * module, module);
		}
	}
}

static enum err
draw_qr(struct label_sheet *s, struct str bytes, double x, double y,
	double size, struct why *why)
{
	QRcode *qr = NULL;
	double module;

	if (bytes.n > 0 && bytes.n <= LABEL_QR_MAX)
		qr = QRcode_encodeData((int)bytes.n,
				       (const unsigned char *)bytes.p, 0,
				       QR_ECLEVEL_M);
	if (qr == NULL)
		return fail(why, ERR_INVALID,
			    "no QR code can be made of \"%.*s\"",
			    "无法生成二维码：“%.*s”",
			    (int)(bytes.n < 60 ? bytes.n : 60), bytes.p);
	module = size / (qr->width + 2 * QUIET);
	cairo_set_source_rgb(s->cr, 0, 0, 0);
	qr_path(s->cr, qr, x + QUIET * module, y + QUIET * module, module);
	cairo_fill(s->cr);
	QRcode_free(qr);
	return OK;
}

static void
set_text(struct label_sheet *s, int line, struct str text, double width)
{
	PangoFontDescription *font = pango_font_description_new();

	pango_font_description_set_family(font, FONT);
	pango_font_description_set_absolute_size(font, lines[line].size *
							   PANGO_SCALE / 10.0);
	pango_font_description_set_weight(font, lines[line].weight);
	pango_layout_set_font_description(s->text, font);
	pango_font_description_free(font);
	pango_layout_set_width(s->text, (int)(width * PANGO_SCALE));
	pango_layout_set_height(s->text, -lines[line].lines);
	pango_layout_set_text(s->text, text.n == 0 ? "" : text.p, (int)text.n);
	cairo_set_source_rgb(s->cr, lines[line].grey, lines[line].grey,
			     lines[line].grey);
}

/* From the top down; what would leave the label is left out. */
static void
draw_lines(struct label_sheet *s, const struct label_item *item, double x,
	   double y, double width, double height)
{
	const struct str texts[LINE_N] = { item->number, item->name, item->site,
					   item->company };
	double bottom = y + height;

	for (int i = 0; i < LINE_N; i++) {
		PangoRectangle box;
		double tall;

		if (texts[i].n == 0)
			continue;
		set_text(s, i, texts[i], width);
		pango_layout_get_extents(s->text, NULL, &box);
		tall = (double)box.height / PANGO_SCALE;
		if (y + tall > bottom)
			return;
		cairo_move_to(s->cr, x, y);
		pango_cairo_show_layout(s->cr, s->text);
		y += tall;
	}
}

enum err
label_put(struct label_sheet *s, const struct label_item *item, struct why *why)
{
	const struct label_layout *l = s->layout;
	double x, y, side, pad = PAD * POINTS;
	double width = l->width * POINTS, height = l->height * POINTS;

	if (s->at == l->columns * l->rows) {
		cairo_show_page(s->cr);
		s->at = 0;
	}
	x = (l->left + s->at % l->columns * l->step_x) * POINTS;
	y = (l->top + s->at / l->columns * l->step_y) * POINTS;
	s->at++;
	side = height - 2 * pad;
	if (side > width * 0.45)
		side = width * 0.45;
	TRY(draw_qr(s, item->qr, x + pad, y + (height - side) / 2, side, why));
	draw_lines(s, item, x + pad + side, y + pad * 1.4,
		   width - side - 2 * pad, height - 2.4 * pad);
	if (cairo_status(s->cr) != CAIRO_STATUS_SUCCESS)
		return fail(why, ERR_STORAGE, "the labels cannot be drawn (%s)",
			    "标签绘制失败（%s）",
			    cairo_status_to_string(cairo_status(s->cr)));
	return OK;
}

void
label_drop(struct label_sheet **s)
{
	if (*s == NULL)
		return;
	g_object_unref((*s)->text);
	cairo_destroy((*s)->cr);
	cairo_surface_finish((*s)->surface);
	cairo_surface_destroy((*s)->surface);
	*s = NULL;
}

enum err
label_finish(struct label_sheet **s, struct why *why)
{
	struct label_sheet *sheet = *s;
	cairo_status_t status;

	cairo_show_page(sheet->cr);
	cairo_surface_finish(sheet->surface);
	status = cairo_surface_status(sheet->surface);
	label_drop(s);
	if (sheet->error != 0)
		return fail(why, ERR_STORAGE,
			    "the labels cannot be written (%s)",
			    "标签写入失败（%s）", strerror(sheet->error));
	if (status != CAIRO_STATUS_SUCCESS)
		return fail(why, ERR_INTERNAL, "the labels failed (%s)",
			    "标签生成失败（%s）",
			    cairo_status_to_string(status));
	return OK;
}
