"""A form drawn with Pango and Cairo: label column or flat, any script, text of clusters as ActualText."""
import cairo
import gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402

from .form import MARK, RIGHT_TO_LEFT, WORDS  # noqa: E402

WIDTH, HEIGHT, MARGIN = 595.28, 841.89, 62
FONTS = {"ar": "Noto Naskh Arabic", "zh": "Noto Sans CJK SC"}


class Page:
    """A pen that moves down the page and turns it; tops and bottoms of a form's rows are kept for its rules."""

    def __init__(self, form, style, path):
        self.form, self.style = form, style
        self.surface = cairo.PDFSurface(str(path), WIDTH, HEIGHT)
        self.surface.set_metadata(cairo.PDFMetadata.TITLE, form["party"])
        self.context = cairo.Context(self.surface)
        self.rtl = form["language"] in RIGHT_TO_LEFT
        self.size = style.get("size", 11)
        self.font = style.get("font") or FONTS.get(form["language"], "DejaVu Serif")
        self.y, self.number, self.row_top = MARGIN, 1, None
        self.label_width = (WIDTH - 2 * MARGIN) * style.get("label_share", 0.25) if style.get("label") else 0

    def layout(self, text, width, weight="", size=None, centred=False):
        layout = PangoCairo.create_layout(self.context)
        layout.set_font_description(Pango.FontDescription(f"{self.font} {weight} {size or self.size}"))
        layout.get_context().set_language(Pango.Language.from_string(self.form["language"]))
        layout.get_context().set_base_dir(Pango.Direction.RTL if self.rtl else Pango.Direction.LTR)
        layout.set_width(int(width * Pango.SCALE))
        layout.set_wrap(Pango.WrapMode.WORD_CHAR)
        layout.set_auto_dir(False)
        layout.set_justify(bool(self.style.get("justify")) and width > 300 and not weight)
        if centred:
            layout.set_alignment(Pango.Alignment.CENTER)
        layout.set_text(MARK.sub("", text), -1)
        return layout

    def lines(self, layout):
        """(line, x, baseline, top, bottom) in points within the layout."""
        at = layout.get_iter()
        while True:
            logical = at.get_line_extents()[1]
            yield (at.get_line_readonly(), logical.x / Pango.SCALE, at.get_baseline() / Pango.SCALE,
                   logical.y / Pango.SCALE, (logical.y + logical.height) / Pango.SCALE)
            if not at.next_line():
                return

    def draw(self, layout, x, y):
        for line, dx, baseline, _, _ in self.lines(layout):
            self.context.move_to(x + dx, y + baseline)
            PangoCairo.show_layout_line(self.context, line)

    def write(self, text, left=0, right=0, weight="", centred=False, gap=6):
        """Draws the lines between the margins, over as many pages as they need."""
        x, width = MARGIN + (right if self.rtl else left), WIDTH - 2 * MARGIN - left - right
        layout = self.layout(text, width, weight, centred=centred)
        start, end = None, 0
        for line, dx, baseline, top, bottom in self.lines(layout):
            if start is None or self.y + bottom - start > HEIGHT - MARGIN:
                if start is not None:
                    self.y += end - start
                    self.turn()
                elif self.y + bottom - top > HEIGHT - MARGIN:
                    self.turn()
                start = top
            self.context.move_to(x + dx, self.y + baseline - start)
            PangoCairo.show_layout_line(self.context, line)
            end = bottom
        self.y += end - start + gap

    def need(self, height):
        if self.y + height > HEIGHT - MARGIN:
            self.turn()

    def frame(self):
        """Draws the borders of the row part that ends here."""
        if self.style.get("borders") and self.row_top is not None and self.y > self.row_top:
            self.context.set_line_width(0.6)
            edge = WIDTH - MARGIN - self.label_width if self.rtl else MARGIN + self.label_width
            self.context.rectangle(MARGIN - 4, self.row_top - 3, WIDTH - 2 * MARGIN + 8, self.y - self.row_top)
            self.context.move_to(edge - 3 if not self.rtl else edge + 3, self.row_top - 3)
            self.context.rel_line_to(0, self.y - self.row_top)
            self.context.stroke()

    def turn(self):
        self.frame()
        self.running()
        self.context.show_page()
        self.number += 1
        self.y = MARGIN
        if self.row_top is not None:
            self.row_top = self.y

    def running(self):
        width = WIDTH - 2 * MARGIN
        if self.style.get("header"):
            self.draw(self.layout(f"{self.form['header']} – {self.form['party']}", width, size=8, centred=True), MARGIN, 28)
        if self.style.get("footer"):
            text = WORDS[self.form["language"]]["page"][-1].format(page=self.number)
            self.draw(self.layout(text, width, size=9, centred=True), MARGIN, HEIGHT - 44)

    def row(self, label, write_body):
        """A label beside its body; the label stands at the top of the row."""
        layout = self.layout(label, self.label_width - 12)
        self.need(layout.get_pixel_size()[1] + 4)
        self.row_top = self.y
        self.draw(layout, WIDTH - MARGIN - self.label_width + 12 if self.rtl else MARGIN, self.y)
        floor, page = self.y + layout.get_pixel_size()[1] + 6, self.number
        write_body(self.label_width)
        if self.number == page:
            self.y = max(self.y, floor)
        self.frame()
        self.row_top = None

    def body(self, section, left):
        for g in section["groups"]:
            if g["heading"]:
                self.need(40)
                self.write(g["heading"], left, weight="Bold")
            for b in g["blocks"]:
                if b["type"] == "paragraph":
                    self.write(b["text"], left, gap=8)
                elif b["type"] == "list":
                    for i, item in enumerate(b["items"], 1):
                        self.write((f"{i}. " if b["ordered"] else "• ") + item, left + 14)
                else:
                    self.table(b, left)

    def table(self, block, left):
        width = (WIDTH - 2 * MARGIN - left) / len(block["columns"])
        for cells in [block["columns"], *block["rows"]]:
            layouts = [self.layout(c, width - 10, "Bold" if cells is block["columns"] else "") for c in cells]
            height = max(layout.get_pixel_size()[1] for layout in layouts)
            self.need(height + 6)
            for i, layout in enumerate(layouts):
                x = WIDTH - MARGIN - left - (i + 1) * width if self.rtl else MARGIN + left + i * width
                self.draw(layout, x + 5, self.y)
            self.y += height + 6
        self.y += 6


def write_pdf(form, style, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    page = Page(form, style, path)
    page.write(form["heading"], weight="Bold", centred=True)
    page.write(form["party"], centred=True)
    if form.get("date_line"):
        page.write(form["date_line"], centred=True, gap=14)
    for text in form["preface"]:
        page.write(text, gap=8)
    for t in form["targets"]:
        page.need(90)
        page.y += 8
        page.write(t["heading"], weight="Bold", gap=8)
        for g in t["goals"]:
            if style.get("label"):
                page.row(g["label"], lambda left, g=g: page.write(g["text"], left))
            else:
                page.write(f"{g['label']} {g['text']}", gap=8)
        for s in t["sections"]:
            page.need(60)
            page.y += 4
            page.write(s["heading"], weight="" if style.get("label") else "Bold")
            if style.get("label"):
                page.row(s["label"], lambda left, s=s: page.body(s, left))
            else:
                if style.get("flat_labels", True):
                    page.write(s["label"], weight="Italic")
                page.body(s, 0)
    page.running()
    page.surface.finish()
