"""A form on a ReportLab canvas: its own line breaking, with runs of text cut and ordered as drivers of printers do.

Nothing here knows paragraphs or tables: every run is put at its place, so that the file says no more than ink does.
"""
import re

from reportlab.lib import pagesizes
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas as pdf

from typeset.form import MARK

TRUETYPE = {"Liberation Serif": "liberation/LiberationSerif", "Liberation Sans": "liberation/LiberationSans",
            "DejaVu Serif": "dejavu/DejaVuSerif", "DejaVu Sans": "dejavu/DejaVuSans"}
ENDINGS = {"liberation": ("-Regular", "-Bold", "-Italic"), "dejavu": ("", "-Bold", "-Oblique")}
BUILT_IN = {"Times": ("Times-Roman", "Times-Bold", "Times-Italic"), "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")}


def fonts_of(family):
    if family in BUILT_IN:
        return BUILT_IN[family]
    base = TRUETYPE[family]
    names = []
    for ending in ENDINGS[base.split("/")[0]]:
        name = (family + ending).replace(" ", "")
        try:
            pdfmetrics.registerFont(TTFont(name, f"/usr/share/fonts/truetype/{base}{ending}.ttf"))
            names.append(name)
        except Exception:
            names.append(names[0])  # no such cut
    return tuple(names)


def draw_style(rng, language):
    families = [*TRUETYPE] + ([*BUILT_IN] if language in {"en", "fr", "de", "es", "it", "pt"} else [])
    kind = rng.choice(["form", "form", "form", "flat", "columns2", "columns3"])
    return {
        "kind": kind, "font": rng.choice(families), "size": round(rng.uniform(7, 8.5) if kind == "columns3" else rng.uniform(8.5, 12.5), 1),
        "leading": round(rng.uniform(1.12, 1.7), 2), "gap": round(rng.uniform(0.25, 1.1), 2),
        "paper": rng.choice(["A4", "LETTER", "A4"]) if kind != "columns3" else "A4", "landscape": kind == "columns3" or rng.random() < 0.12,
        "margins": [rng.randint(36, 90) for _ in range(4)], "ratio": round(rng.uniform(0.13, 0.38), 3), "gutter": rng.randint(8, 30),
        "valign": rng.choice(["top", "middle", "bottom", "middle-of-page"]), "borders": rng.choice([None, None, "box", "across", "down"]),
        "justify": rng.choice([None, None, "spacing", "words"]), "chunk": rng.choice(["line", "word", "character", "random", "pairs"]),
        "order": rng.choice(["reading", "labels-first", "shuffled", "bottom-up"]), "label_font": rng.choice([0, 0, 1, 2]),
        "label_size": rng.choice([1, 1, 0.9, 0.8]), "spaced_heading": rng.random() < 0.15, "header": rng.random() < 0.5, "footer": rng.random() < 0.7,
        "rotate": rng.choice([0, 0, 0, 90, 270]), "crop": rng.random() < 0.2, "indent": rng.choice([0, 0, 0, 14]),
        "hyphenate": rng.random() < 0.25, "table_rules": rng.choice(["grid", "across", None]), "bullet": rng.choice("•–-"),
    }


class Page:
    """Collects the runs of a page; `flush` draws them in the style's order."""

    def __init__(self, style, rng):
        self.style, self.rng, self.runs, self.rules = style, rng, [], []

    def text(self, x, y, text, font, size, is_label=False, spacing=0.0, stretch=0.0):
        if text.strip():
            self.runs.append((is_label, x, y, text, font, size, spacing, stretch))

    def flush(self, c):
        runs = list(self.runs)
        order = self.style["order"]
        if order == "labels-first":
            runs.sort(key=lambda r: not r[0])
        elif order == "shuffled":
            self.rng.shuffle(runs)
        elif order == "bottom-up":
            runs.reverse()
        for x0, y0, x1, y1 in self.rules:
            c.line(x0, y0, x1, y1)
        for _, x, y, text, font, size, spacing, stretch in runs:
            for offset, part, with_stretch in self.cut(text, font, size, spacing, stretch):
                out = c.beginText(x + offset, y)
                out.setFont(font, size)
                out.setCharSpace(spacing)
                out.setWordSpace(with_stretch)
                out.textOut(part)
                c.drawText(out)
        self.runs, self.rules = [], []

    def cut(self, text, font, size, spacing, stretch):
        """(offset, run, word spacing)"""
        def width(part):
            return pdfmetrics.stringWidth(part, font, size) + spacing * len(part) + stretch * part.count(" ")
        chunk = self.style["chunk"]
        if chunk == "line" and (not stretch or font in sum(BUILT_IN.values(), ())):
            return [(0, text, stretch)]
        if chunk == "character":
            cuts = list(range(1, len(text)))
        elif chunk == "random":
            cuts = sorted(self.rng.sample(range(1, len(text)), min(len(text) // 7, len(text) - 1))) if len(text) > 1 else []
        elif chunk == "pairs":
            cuts = list(range(2, len(text), 2))
        else:
            cuts = [m.end() for m in re.finditer(r" ", text)][:]
        if stretch:
            cuts = sorted({*cuts, *(m.end() for m in re.finditer(" ", text))} - {len(text)})
        bounds = [0, *cuts, len(text)]
        return [(width(text[:a]), text[a:b].rstrip() if chunk == "word" else text[a:b], 0) for a, b in zip(bounds, bounds[1:]) if text[a:b].strip()]


class Setter:
    def __init__(self, form, style, rng, path):
        self.form, self.s, self.rng = form, style, rng
        paper = getattr(pagesizes, style["paper"])
        self.w, self.h = pagesizes.landscape(paper) if style["landscape"] else paper
        self.fonts = fonts_of(style["font"])
        self.size, self.lead = style["size"], style["size"] * style["leading"]
        self.page, self.number = Page(style, rng), 0
        self.c = pdf.Canvas(str(path), pagesize=(self.w, self.h))
        left, right, top, bottom = style["margins"]
        self.left, self.right, self.top, self.bottom = left, self.w - right, self.h - top, bottom
        self.new_page()

    # -- pages --
    def new_page(self):
        if self.number:
            self.end_page()
        self.number += 1
        self.y = self.top
        c = self.c
        if self.s["rotate"] == 90:
            c.setPageRotation(90)
            c.translate(self.h, 0)
            c.rotate(90)
        elif self.s["rotate"] == 270:
            c.setPageRotation(270)
            c.translate(0, self.w)
            c.rotate(-90)
        elif self.s["crop"]:
            c.setCropBox((12, 14, self.w - 9, self.h - 11))
        if self.s["header"]:
            self.page.text(self.left, self.h - 26, self.form["header"], self.fonts[2], 7.5)
        if self.s["footer"]:
            self.page.text(self.w / 2, 24, str(self.number), self.fonts[0], 8)

    def end_page(self):
        self.page.flush(self.c)
        self.c.showPage()

    # -- lines --
    def width(self, text, font, size):
        return pdfmetrics.stringWidth(text, font, size)

    def lines(self, text, width, font, size, indent=0):
        out, line = [], ""
        for word in text.split():
            probe = f"{line} {word}".strip()
            room = width - (indent if not out else 0)
            if line and self.width(probe, font, size) > room:
                if self.s["hyphenate"] and len(word) > 9 and word.isalpha():
                    for k in range(len(word) - 3, 3, -1):
                        if self.width(f"{line} {word[:k]}-", font, size) <= room:
                            line, word = f"{line} {word[:k]}-", word[k:]
                            break
                out.append(line)
                line = word
            else:
                line = probe
        return out + [line] if line else out

    def paragraph(self, text, width, font=None, size=None, after=None, indent=0, hang=0, is_label=False):
        """Lines to set: (x offset, text, font, size, stretch, is_label), then white."""
        font, size = font or self.fonts[0], size or self.size
        lines = [l for part in text.split("\n") for l in self.lines(part, width - hang, font, size, indent)]
        out = []
        for i, line in enumerate(lines):
            offset = hang + (indent if i == 0 else 0)
            stretch = 0
            if self.s["justify"] and i + 1 < len(lines) and " " in line and not is_label:
                stretch = max(0, (width - offset - self.width(line, font, size)) / line.count(" "))
                if stretch > 1.2 * size:
                    stretch = 0
            out.append([offset, line, font, size, stretch, is_label])
        return out + [self.lead * (self.s["gap"] if after is None else after)]

    def put(self, x, y, line):
        offset, text, font, size, stretch, is_label = line
        self.page.text(x + offset, y - size, text, font, size, is_label, 0, stretch)

    # -- content --
    def body(self, section, width):
        """Lines and white of a section's blocks, and tables as ("table", …)."""
        out = []
        for group in section["groups"]:
            if group["heading"]:
                out += self.paragraph(plain(group["heading"]), width, self.fonts[1])
            for b in group["blocks"]:
                if b["type"] == "paragraph":
                    out += self.paragraph(plain(b["text"]), width, indent=self.s["indent"])
                elif b["type"] == "list":
                    for i, item in enumerate(b["items"], 1):
                        lines = self.paragraph(plain(item), width, hang=16, after=0.3)
                        mark = f"{i}." if b["ordered"] else self.s["bullet"]
                        lines[0][:2] = [3, mark + "  " + lines[0][1]]
                        lines[0][4] = 0
                        out += lines
                else:
                    out += self.table(b, width)
        return out

    def table(self, b, width):
        n = len(b["columns"])
        shares = [2.2, 1.2, 1.0, 1.0][:n] if n > 1 else [1]
        widths = [width * s / sum(shares) for s in shares]
        rows = []
        for row, font in [(b["columns"], self.fonts[1]), *((r, self.fonts[0]) for r in b["rows"])]:
            cells = [self.paragraph(plain(c), w - 9, font, after=0)[:-1] for c, w in zip(row, widths)]
            rows.append(("row", cells, widths, self.s["table_rules"]))
        return [rows[0], *((*r, rows[0]) for r in rows[1:]), self.lead * 0.8]

    def row_height(self, entry):
        pad = 6 if entry[3] else self.lead * 0.45
        return max(len(c) for c in entry[1]) * self.lead + pad

    def set_row(self, entry, x, y):
        _, cells, widths, rules = entry[:4]
        height = self.row_height(entry)
        at = x
        for cell, w in zip(cells, widths):
            for i, line in enumerate(cell):
                self.put(at + 4, y - 2 - i * self.lead, line)
            if rules == "grid":
                self.page.rules += [(at, y + 1, at, y - height + 1)]
            at += w
        if rules:
            self.page.rules += [(x, y + 1, at, y + 1), (x, y - height + 1, at, y - height + 1)]
        if rules == "grid":
            self.page.rules += [(at, y + 1, at, y - height + 1)]

    def flow(self, entries, x, keep=0, columns=None):
        """Sets entries from top to bottom, onto new pages or columns where they do not fit."""
        for i, entry in enumerate(entries):
            if isinstance(entry, float | int):
                self.y -= entry
                continue
            is_row = entry[0] == "row"
            need = self.row_height(entry) if is_row else self.lead
            rest = [e for e in entries[i + 1:i + 2 + keep]]
            if self.y - need - (self.lead if keep and rest else 0) < self.bottom:
                x = columns() if columns else self.turn(x)
                if is_row and len(entry) > 4:
                    self.set_row(entry[4], x, self.y)
                    self.y -= self.row_height(entry[4])
            if is_row:
                self.set_row(entry, x, self.y)
            else:
                self.put(x, self.y, entry)
            self.y -= need
        return x

    def turn(self, x):
        self.new_page()
        return x

    def heading(self, text, x, width, size, columns=None, font=1):
        lines = self.paragraph(text, width, self.fonts[font], size, after=0.5)
        room = sum(self.lead if isinstance(l, list) else l for l in lines) + 3 * self.lead
        if self.y - room < self.bottom:
            x = columns() if columns else self.turn(x)
        self.y -= 0.6 * self.lead
        for line in lines:
            if isinstance(line, list):
                if self.s["spaced_heading"] and len(line[1]) < 40:
                    self.page.text(x, self.y - size, line[1], line[2], size, False, size * 0.3)
                else:
                    self.put(x, self.y, line)
                self.y -= self.lead * size / self.size
            else:
                self.y -= line
        return x

    def form_row(self, label, body):
        """One row of the label column; its body may break over pages, its label stands once."""
        s = self.s
        total = self.right - self.left
        label_width = total * s["ratio"]
        x = self.left + label_width + s["gutter"]
        size = self.size * s["label_size"]
        label_lines = self.paragraph(label, label_width, self.fonts[s["label_font"]], size, after=0, is_label=True)[:-1]
        # cut the body into fragments, one a page
        fragments, fragment, room = [], [], self.y - self.bottom
        if room < max(3, len(label_lines)) * self.lead:
            self.new_page()
            room = self.y - self.bottom
        for entry in body:
            need = entry if isinstance(entry, float | int) else self.row_height(entry) if entry[0] == "row" else self.lead
            if need > room and not isinstance(entry, float | int):
                fragments.append(fragment)
                fragment, room = [], self.top - self.bottom
                if entry[0] == "row" and len(entry) > 4:
                    fragment.append(entry[4])
                    room -= self.row_height(entry[4])
            fragment.append(entry)
            room -= need
        fragments.append(fragment)
        heights = [sum(e if isinstance(e, float | int) else self.row_height(e) if e[0] == "row" else self.lead for e in f) for f in fragments]
        at = {"top": 0, "bottom": len(fragments) - 1}.get(s["valign"], 0)
        if s["valign"] == "middle":  # of the whole row, which may be another page
            half, at = sum(heights) / 2, 0
            while at + 1 < len(fragments) and half > heights[at]:
                half -= heights[at]
                at += 1
        for i, (fragment, height) in enumerate(zip(fragments, heights)):
            if i:
                self.new_page()
            top = self.y
            own = max(height, len(label_lines) * self.lead if i == at else 0)
            if i == at:
                free = max(0, own - len(label_lines) * self.lead - (self.lead * s["gap"] if fragment and isinstance(fragment[-1], float) else 0))
                offset = {"top": 0, "bottom": free, "middle-of-page": free / 2}.get(s["valign"], min(max(0, half - len(label_lines) * self.lead / 2), free) if s["valign"] == "middle" else 0)
                for k, line in enumerate(label_lines):
                    self.put(self.left, top - offset - k * self.lead, line)
            self.flow(fragment, x)
            self.y = top - own
            pad = self.lead * 0.25
            if s["borders"]:
                rules, x0, x1, xm, y1 = self.page.rules, self.left - 4, self.right + 4, x - s["gutter"] / 2, self.y
                if s["borders"] != "down":
                    rules += [(x0, top + 2, x1, top + 2), (x0, y1, x1, y1)]
                if s["borders"] != "across":
                    rules += [(xm, top + 2, xm, y1)]
                if s["borders"] == "box":
                    rules += [(x0, top + 2, x0, y1), (x1, top + 2, x1, y1)]
            self.y -= pad

    def run(self):
        form, s, total = self.form, self.s, self.right - self.left
        count = {"columns2": 2, "columns3": 3}.get(s["kind"], 1)
        gap = 20
        width = (total - gap * (count - 1)) / count
        state = {"column": 0, "top": self.top}

        def next_column():
            state["column"] += 1
            if state["column"] == count:
                state["column"], state["top"] = 0, self.top
                self.new_page()
            self.y = state["top"]
            return self.left + state["column"] * (width + gap)

        self.heading(plain(form["heading"]), self.left, total, self.size * 1.3)
        self.flow(self.paragraph(form["party"], total), self.left)
        for p in form["preface"]:
            self.flow(self.paragraph(plain(p), total), self.left)
        state["top"] = self.y
        columns = next_column if count > 1 else None
        x = self.left
        for t in form["targets"]:
            x = self.heading(plain(t["heading"]), x, width, self.size * 1.15, columns)
            for g in t["goals"]:
                if s["kind"] == "form":
                    self.form_row(g["label"], self.paragraph(plain(g["text"]), total * (1 - s["ratio"]) - s["gutter"]))
                else:
                    x = self.flow(self.paragraph(g["label"] + " " + plain(g["text"]), width), x, 0, columns)
            for section in t["sections"]:
                x = self.heading(section["heading"], x, width, self.size, columns, font=s["label_font"])
                if s["kind"] == "form":
                    self.form_row(section["label"], self.body(section, total * (1 - s["ratio"]) - s["gutter"]))
                else:
                    x = self.flow(self.paragraph(section["label"], width, self.fonts[2]), x, 1, columns)
                    x = self.flow(self.body(section, width), x, 0, columns)
        self.end_page()
        self.c.save()


def plain(text):
    return MARK.sub("", text)


def write_file(form, style, path, rng):
    Setter(form, style, rng, path).run()
