"""A form as DOCX by python-docx, with what people do in Word; as it is, as ODT, or printed by LibreOffice."""
import os
import pathlib
import subprocess
import tempfile

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from typeset.form import MARK, RIGHT_TO_LEFT

FONTS = {"zh": ["Noto Serif CJK SC", "Noto Sans CJK SC"], "ar": ["Noto Naskh Arabic", "DejaVu Sans"]}
LATIN = ["Liberation Serif", "Liberation Sans", "DejaVu Sans", "DejaVu Serif", "Noto Serif"]


def draw_style(rng, language):
    return {"as": rng.choice(["pdf", "pdf", "pdf", "docx", "odt"]), "kind": rng.choice(["table", "table", "one-table", "rows", "tabs", "flat", "columns2", "columns3", "nested"]),
            "font": rng.choice(FONTS.get(language, LATIN)), "size": rng.choice([9, 10, 10.5, 11, 12]), "spacing": rng.choice([1.0, 1.0, 1.15, 1.5]),
            "after": rng.choice([0, 3, 6, 10]), "margins": [round(rng.uniform(1.5, 3.2), 1) for _ in range(4)], "label_cm": round(rng.uniform(2.2, 5.5), 1),
            "valign": rng.choice(["TOP", "CENTER", "BOTTOM"]), "borders": rng.random() < 0.45, "heading_style": rng.choice(["Heading 1", "bold", "Heading 2", "Title"]),
            "section_style": rng.choice(["Heading 3", "plain", "bold", "italic"]), "group_style": rng.choice(["bold", "italic", "underline", "Heading 4"]),
            "justify": rng.random() < 0.4, "header": rng.random() < 0.5, "footer": rng.random() < 0.6, "landscape": rng.random() < 0.12,
            "plan": rng.choice(["Table Grid", "Light Shading", "Light List", None]), "cant_split": rng.random() < 0.3, "breaks": rng.random() < 0.2,
            "indent": rng.choice([0, 0, 0.8]), "runs": rng.random() < 0.4, "empty": rng.random() < 0.2, "section_in_table": rng.random() < 0.4}


class Setter:
    def __init__(self, form, style, rng):
        self.form, self.s, self.rng = form, style, rng
        self.rtl = form["language"] in RIGHT_TO_LEFT
        self.d = Document()
        normal = self.d.styles["Normal"]
        normal.font.name, normal.font.size = style["font"], Pt(style["size"])
        fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:eastAsia", "w:cs"):
            fonts.set(qn(key), style["font"])
        normal.paragraph_format.space_after = Pt(style["after"])
        normal.paragraph_format.line_spacing = style["spacing"]
        section = self.d.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        if style["landscape"]:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = map(Cm, style["margins"])
        self.width = (29.7 if style["landscape"] else 21) - sum(style["margins"][:2])
        if style["header"]:
            section.header.paragraphs[0].text = form["header"]
        if style["footer"]:
            self.field(section.footer.paragraphs[0], "PAGE")

    def field(self, paragraph, code):
        for kind, text in (("begin", None), (None, code), ("end", None)):
            run = paragraph.add_run()
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            run._r.append(element)

    def add(self, where, text, style="plain", body=False):
        reuse = hasattr(where, "paragraphs") and where is not self.d and len(where.paragraphs) == 1 and not where.paragraphs[0].text and not where.tables
        p = where.paragraphs[0] if reuse else where.add_paragraph()
        if style not in {"plain", "bold", "italic", "underline"}:
            p.style = self.d.styles[style]
        parts = MARK.sub("", text)
        pieces = [parts]
        if self.s["runs"] and len(parts) > 20:  # as after many edits
            cuts = sorted(self.rng.sample(range(1, len(parts)), 3))
            pieces = [parts[a:b] for a, b in zip([0, *cuts], [*cuts, len(parts)])]
        for piece in pieces:
            for i, line in enumerate(piece.split("\n")):
                run = p.add_run()
                if i:
                    run.add_break()
                run.add_text(line)
                run.bold, run.italic, run.underline = style == "bold" or None, style == "italic" or None, style == "underline" or None
                if self.rtl:
                    run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
        if body and self.s["justify"]:
            p.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if body and self.s["indent"]:
            p.paragraph_format.first_line_indent = Cm(self.s["indent"])
        if self.rtl:
            p._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        return p

    def body(self, where, section):
        for group in section["groups"]:
            if group["heading"]:
                self.add(where, group["heading"], self.s["group_style"])
            for b in group["blocks"]:
                if b["type"] == "paragraph":
                    self.add(where, b["text"], body=True)
                elif b["type"] == "list":
                    for item in b["items"]:
                        self.add(where, item, "List Number" if b["ordered"] else "List Bullet")
                else:
                    self.plan(where, b)

    def plan(self, where, b):
        n = len(b["columns"])
        columns = int(self.s["kind"][-1]) if self.s["kind"].startswith("columns") else 1
        width = (self.width - 0.7 * (columns - 1)) / columns - (self.s["label_cm"] + 1 if where is not self.d else 0)
        table = where.add_table(1, n) if where is not self.d else self.d.add_table(1, n)
        table.autofit = False
        if self.s["plan"]:
            table.style = self.d.styles[self.s["plan"]]
        self.direct(table)
        for cell, text in zip(table.rows[0].cells, b["columns"]):
            self.add(cell, text, "bold")
        mark = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(mark)
        for row in b["rows"]:
            cells = table.add_row().cells
            for cell, text in zip(cells, row):
                self.add(cell, text)
        shares = {2: (6, 3), 3: (5, 2.8, 2.2), 4: (4, 2.4, 2, 1.6)}[n]
        for row in table.rows:
            for cell, share in zip(row.cells, shares):
                cell.width = Cm(width * share / sum(shares))
        where.add_paragraph()

    def direct(self, table):
        if self.rtl:
            table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))

    def new_table(self, where=None):
        table = (where or self.d).add_table(0, 2)
        table.autofit = False
        if self.s["borders"]:
            table.style = self.d.styles["Table Grid"]
        self.direct(table)
        return table

    def row(self, table, label):
        row = table.add_row()
        left, right = row.cells
        left.width, right.width = Cm(self.s["label_cm"]), Cm(self.width - self.s["label_cm"])
        left.vertical_alignment = getattr(WD_ALIGN_VERTICAL, self.s["valign"])
        if self.s["cant_split"]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        self.add(left, label)
        return right

    def target(self, t, index):
        s = self.s
        p = self.add(self.d, t["heading"], "Heading 3" if s["kind"] == "columns3" else s["heading_style"])
        p.paragraph_format.page_break_before = bool(index and s["breaks"])
        kind = s["kind"]
        if kind in {"flat", "columns2", "columns3"}:
            for g in t["goals"]:
                self.add(self.d, g["label"] + " " + g["text"])
            for section in t["sections"]:
                self.add(self.d, section["heading"], s["section_style"])
                self.add(self.d, section["label"], "italic")
                self.body(self.d, section)
            return
        if kind == "tabs":  # the label, a tab and a hanging indent
            for label, texts in [(g["label"], [g["text"]]) for g in t["goals"]]:
                p = self.add(self.d, f"{label}\t{texts[0]}")
                p.paragraph_format.left_indent, p.paragraph_format.first_line_indent = Cm(s["label_cm"] + 1), Cm(-s["label_cm"] - 1)
            for section in t["sections"]:
                self.add(self.d, section["heading"], s["section_style"])
                self.add(self.d, section["label"], "italic")
                self.body(self.d, section)
            return
        holder = None
        if kind == "nested":  # the form stands in a frame of one cell
            outer = self.d.add_table(1, 1)
            outer.style = self.d.styles["Table Grid"]
            holder = outer.rows[0].cells[0]
            holder.width = Cm(self.width)
        table = self.new_table(holder)
        for g in t["goals"]:
            self.add(self.row(table, g["label"]), g["text"], body=True)
        for section in t["sections"]:
            if kind in {"one-table", "nested"} or s["section_in_table"]:
                cells = table.add_row().cells
                merged = cells[0].merge(cells[1])
                self.add(merged, section["heading"], "bold" if s["section_style"] == "Heading 3" else s["section_style"])
            else:
                self.add(self.d, section["heading"], s["section_style"])
                table = self.new_table()
            cell = self.row(table, section["label"])
            if kind == "rows":
                label = table.rows[-1].cells[0]
                for i, group in enumerate(section["groups"]):
                    for k, b in enumerate(group["blocks"]):
                        if i or k:
                            row = table.add_row()
                            cell = row.cells[1]
                            row.cells[0].width, cell.width = Cm(s["label_cm"]), Cm(self.width - s["label_cm"])
                        self.body(cell, {"groups": [{"heading": group["heading"] if k == 0 else None, "blocks": [b]}]})
                if len(table.rows) > 1 and s["borders"]:
                    last = table.rows[-1].cells[0]
                    if last._tc is not label._tc:
                        label.merge(last)
                        for extra in [p for p in label.paragraphs if not p.text]:
                            extra._p.getparent().remove(extra._p)
            else:
                self.body(cell, section)
            if s["empty"]:
                cell.add_paragraph()
        self.d.add_paragraph()

    def run(self):
        s, form = self.s, self.form
        self.add(self.d, form["heading"], "bold").alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.add(self.d, form["party"]).alignment = WD_ALIGN_PARAGRAPH.CENTER
        for p in form["preface"]:
            self.add(self.d, p, body=True)
        if s["kind"] in {"columns2", "columns3"}:
            from docx.enum.section import WD_SECTION
            section = self.d.add_section(WD_SECTION.CONTINUOUS)
            columns = OxmlElement("w:cols")
            columns.set(qn("w:num"), s["kind"][-1])
            columns.set(qn("w:space"), "400")
            for old in section._sectPr.findall(qn("w:cols")):
                section._sectPr.remove(old)
            section._sectPr.append(columns)
        for i, t in enumerate(form["targets"]):
            self.target(t, i)
        return self.d


def write_file(form, style, path, rng):
    document = Setter(form, style, rng).run()
    if style["as"] == "docx":
        document.save(str(path))
        return
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / (path.stem + ".docx")
        document.save(str(source))
        run = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{os.environ.get('TMPDIR', '/tmp')}/plumbline-drawn-office",
                              "--convert-to", style["as"], "--outdir", folder, str(source)], capture_output=True, timeout=180)
        made = pathlib.Path(folder) / (path.stem + "." + style["as"])
        if not made.exists():
            raise RuntimeError(f"soffice: {run.stderr.decode(errors='replace')[-400:]}")
        path.write_bytes(made.read_bytes())
