"""A form as flat OpenDocument, and through LibreOffice as PDF, DOCX or ODT."""
import pathlib
import shutil
import subprocess
import tempfile
from xml.sax.saxutils import escape

from .form import MARK, RIGHT_TO_LEFT, WORDS

NAMESPACES = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}"' for p, u in {
    "office": "office:1.0", "style": "style:1.0", "text": "text:1.0", "table": "table:1.0",
    "fo": "xsl-fo-compatible:1.0", "svg": "svg-compatible:1.0", "meta": "meta:1.0"}.items())
LABELS = {"top": "top", "centred": "middle", "bottom": "bottom"}
COUNTRIES = {"en": "GB", "zh": "CN", "ar": "EG"}


class Writer:
    def __init__(self, form, style):
        self.form, self.style, self.notes, self.tables = form, style, 0, 0
        self.rtl = form["language"] in RIGHT_TO_LEFT

    def inline(self, text):
        out, last = [], 0
        for m in MARK.finditer(text):
            out.append(self.escaped(text[last:m.start()]))
            self.notes += 1
            out.append(f'<text:note text:id="ftn{self.notes}" text:note-class="footnote"><text:note-citation>{self.notes}'
                       f'</text:note-citation><text:note-body><text:p text:style-name="Note">'
                       f'{self.escaped(self.form["footnotes"][m.group(1)])}</text:p></text:note-body></text:note>')
            last = m.end()
        out.append(self.escaped(text[last:]))
        return "".join(out)

    @staticmethod
    def escaped(text):
        return escape(text).replace("\n", "<text:line-break/>")

    def p(self, text, style="Body", bold_label=""):
        label = f'<text:span text:style-name="Bold">{self.escaped(bold_label)}</text:span> ' if bold_label else ""
        return f'<text:p text:style-name="{style}">{label}{self.inline(text)}</text:p>'

    def h(self, text, level, style):
        if self.style.get("word"):  # a word processor's own heading styles
            return f'<text:h text:outline-level="{level}" text:style-name="{style}">{self.inline(text)}</text:h>'
        return self.p(text, style)

    def block(self, b):
        if b["type"] == "paragraph":
            return self.p(b["text"])
        if b["type"] == "list":
            name = "Numbers" if b["ordered"] else "Bullets"
            items = "".join(f"<text:list-item>{self.p(i, 'Item')}</text:list-item>" for i in b["items"])
            return f'<text:list text:style-name="{name}">{items}</text:list>'
        columns = len(b["columns"])
        head = "<table:table-header-rows>" + self.row(b["columns"], "PlanCell", "PlanHead") + "</table:table-header-rows>"
        rows = "".join(self.row(r, "PlanCell", "PlanText") for r in b["rows"])
        self.tables += 1
        return (f'<table:table table:name="Plan{self.tables}" table:style-name="Whole"><table:table-column '
                f'table:number-columns-repeated="{columns}"/>{head}{rows}</table:table>' + '<text:p text:style-name="Small"/>')

    def row(self, cells, cell_style, text_style):
        return "<table:table-row>" + "".join(
            f'<table:table-cell table:style-name="{cell_style}" office:value-type="string">{self.p(c, text_style)}'
            "</table:table-cell>" for c in cells) + "</table:table-row>"

    def body(self, section):
        out = []
        for g in section["groups"]:
            if g["heading"]:
                out.append(self.h(g["heading"], 3, "GroupHeading"))
            out += [self.block(b) for b in g["blocks"]]
        return "".join(out)

    def label_row(self, label, content):
        return (f'<table:table-row><table:table-cell table:style-name="LabelCell" office:value-type="string">'
                f'{self.p(label, "Label")}</table:table-cell><table:table-cell table:style-name="Cell" '
                f'office:value-type="string">{content or self.p("")}</table:table-cell></table:table-row>')

    def wide_row(self, text):
        return ('<table:table-row><table:table-cell table:style-name="WideCell" table:number-columns-spanned="2" '
                f'office:value-type="string">{self.p(text, "WideText")}</table:table-cell><table:covered-table-cell/>'
                "</table:table-row>")

    def table(self, rows):
        if not rows:
            return ""
        self.tables += 1
        return (f'<table:table table:name="Form{self.tables}" table:style-name="Whole"><table:table-column '
                f'table:style-name="LabelColumn"/><table:table-column table:style-name="BodyColumn"/>{"".join(rows)}</table:table>')

    def as_rows(self, target):
        rows = [self.label_row(g["label"], self.p(g["text"])) for g in target["goals"]]
        out = []
        for s in target["sections"]:
            if self.style.get("borders"):
                rows.append(self.wide_row(s["heading"]))
            else:
                out.append(self.table(rows) + self.h(s["heading"], 2, "SectionHeading"))
                rows = []
            rows.append(self.label_row(s["label"], self.body(s)))
        return "".join(out) + self.table(rows)

    def as_flat(self, target):
        out = [self.p(g["text"], bold_label=g["label"]) for g in target["goals"]]
        for s in target["sections"]:
            out.append(self.h(s["heading"], 2, "SectionHeading"))
            if self.style.get("flat_labels", True):
                out.append(self.p(s["label"], "FlatLabel"))
            out.append(self.body(s))
        return "".join(out)

    def content(self):
        f = self.form
        out = [self.p(f["heading"], "Title"), self.p(f["party"], "Party")]
        if f.get("date_line"):
            out.append(self.p(f["date_line"], "Party"))
        out += [self.p(t) for t in f["preface"]]
        for t in f["targets"]:
            first = t is f["targets"][0]
            style = "TargetBreak" if self.style.get("page_per_target") and not first else "TargetHeading"
            out.append(self.h(t["heading"], 1, style))
            out.append(self.as_flat(t) if self.style.get("label") is None else self.as_rows(t))
        if self.style.get("columns"):
            return f'<text:section text:style-name="TwoColumns" text:name="Body">{"".join(out)}</text:section>'
        return "".join(out)

    def running(self):
        page = escape(WORDS[self.form["language"]]["page"][0])
        page = page.replace("{page}", "<text:page-number/>").replace("{pages}", "<text:page-count/>")
        header = f'<style:header>{self.p(self.form["header"] + " – " + self.form["party"], "Running")}</style:header>'
        footer = f'<style:footer><text:p text:style-name="Running">{page}</text:p></style:footer>'
        return (header if self.style.get("header") else "") + (footer if self.style.get("footer") else "")

    def paragraph(self, name, props="", text="", parent="Base"):
        parent = f'style:parent-style-name="{parent}"' if parent else ""
        return (f'<style:style style:name="{name}" style:family="paragraph" {parent}><style:paragraph-properties {props}/>'
                f"<style:text-properties {text}/></style:style>")

    def bold(self):
        return 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'

    def styles(self):
        s, lang = self.style, self.form["language"]
        size = f"{s.get('size', 11)}pt"
        font = escape(s.get("font", "Liberation Serif"))
        country = COUNTRIES.get(lang, lang.upper())
        mode = "rl-tb" if self.rtl else "lr-tb"
        align = "justify" if s.get("justify") else "start"
        gap = ('fo:text-indent="0.8cm" fo:margin-bottom="0cm"' if s.get("indent") else 'fo:margin-bottom="0.3cm"')
        base = (f'<style:style style:name="Base" style:family="paragraph"><style:paragraph-properties style:writing-mode="{mode}" '
                f'fo:text-align="start"/><style:text-properties style:font-name="Body" style:font-name-asian="CJK" '
                f'style:font-name-complex="Naskh" fo:font-size="{size}" style:font-size-asian="{size}" style:font-size-complex="{size}" '
                f'fo:language="{lang}" fo:country="{country}" style:language-asian="zh" style:country-asian="CN" '
                f'style:language-complex="ar" style:country-complex="EG" '
                f'{"fo:hyphenate=" + chr(34) + "true" + chr(34) if s.get("justify") else ""} fo:hyphenation-remain-char-count="2" '
                f'fo:hyphenation-push-char-count="2"/></style:style>')
        out = [base, self.paragraph("Body", f'{gap} fo:text-align="{align}" fo:orphans="2" fo:widows="2"'),
               self.paragraph("Item", f'fo:margin-bottom="0.15cm" fo:text-align="{align}"'),
               self.paragraph("Label", 'fo:text-align="start"'), self.paragraph("Small", "", 'fo:font-size="5pt"'),
               self.paragraph("FlatLabel", 'fo:margin-bottom="0.3cm"', 'fo:font-style="italic"'),
               self.paragraph("Note", "", 'fo:font-size="9pt" style:font-size-complex="9pt" style:font-size-asian="9pt"'),
               self.paragraph("Running", 'fo:text-align="center"', 'fo:font-size="8.5pt"'),
               self.paragraph("PlanHead", "", self.bold()), self.paragraph("PlanText"), self.paragraph("WideText", "", self.bold()),
               self.paragraph("Title", 'fo:text-align="center" fo:margin-bottom="0.3cm"', self.bold() + ' fo:font-size="13pt"'),
               self.paragraph("Party", 'fo:text-align="center" fo:margin-bottom="0.4cm"')]
        for name, props, text in (
                ("TargetHeading", 'fo:margin-top="0.6cm" fo:margin-bottom="0.4cm"', self.bold()),
                ("TargetBreak", 'fo:break-before="page" fo:margin-bottom="0.4cm"', self.bold()),
                ("SectionHeading", 'fo:margin-top="0.4cm" fo:margin-bottom="0.3cm"', self.bold() if s.get("word") else ""),
                ("GroupHeading", 'fo:margin-top="0.2cm" fo:margin-bottom="0.2cm"',
                 self.bold() + (' fo:font-style="italic"' if s.get("word") else ""))):
            out.append(self.paragraph(name, props + ' fo:keep-with-next="always"', text))
        return "".join(out)

    def automatic(self):
        s = self.style
        line = "0.5pt solid #333333" if s.get("borders") else "none"
        plan = "none" if s.get("open_tables") else "0.5pt solid #555555"
        columns = f'style:column-width="{s.get("label_cm", 4.2)}cm"', f'style:column-width="{17 - s.get("label_cm", 4.2)}cm"'
        def cell(name, border, align="top", more=""):
            return (f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
                    f'fo:border="{border}" fo:padding="0.12cm" style:vertical-align="{align}" {more}/></style:style>')
        mode = "rl-tb" if self.rtl else "lr-tb"
        lists = "".join(
            f'<text:list-style style:name="{name}"><text:list-level-style-{kind} text:level="1" {extra}>'
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="1.1cm"/>'
            f"</style:list-level-properties></text:list-level-style-{kind}></text:list-style>"
            for name, kind, extra in (("Bullets", "bullet", 'text:bullet-char="•"'),
                                      ("Numbers", "number", 'style:num-format="1" style:num-suffix="."')))
        two = ('<style:style style:name="TwoColumns" style:family="section"><style:section-properties text:dont-balance-text-columns="true">'
               '<style:columns fo:column-count="2" fo:column-gap="0.9cm"><style:column style:rel-width="1*"/><style:column '
               'style:rel-width="1*"/></style:columns></style:section-properties></style:style>')
        region = ('<style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style>'
                  '<style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style>')
        return (f'<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
                f'fo:margin="2cm" style:writing-mode="{mode}"/>{region}</style:page-layout>'
                f'<style:style style:name="Whole" style:family="table"><style:table-properties style:width="17cm" '
                f'table:align="margins" style:writing-mode="{mode}"/></style:style>'
                f'<style:style style:name="LabelColumn" style:family="table-column"><style:table-column-properties {columns[0]}/></style:style>'
                f'<style:style style:name="BodyColumn" style:family="table-column"><style:table-column-properties {columns[1]}/></style:style>'
                f'<style:style style:name="Bold" style:family="text"><style:text-properties {self.bold()}/></style:style>'
                + cell("Cell", line) + cell("LabelCell", line, LABELS[s.get("label") or "top"]) + cell("PlanCell", plan)
                + cell("WideCell", line, "top", 'fo:background-color="#e4e8ee"') + lists + two)

    def document(self):
        fonts = "".join(f'<style:font-face style:name="{n}" svg:font-family="{f}"/>' for n, f in (
            ("Body", self.style.get("font", "Liberation Serif")), ("CJK", self.style.get("cjk", "Noto Serif CJK SC")), ("Naskh", "Noto Naskh Arabic")))
        return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.3" '
                f'office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>{fonts}</office:font-face-decls>'
                f"<office:styles>{self.styles()}</office:styles><office:automatic-styles>{self.automatic()}</office:automatic-styles>"
                f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">{self.running()}'
                f"</style:master-page></office:master-styles><office:body><office:text>{self.content()}</office:text></office:body></office:document>")


def convert(jobs):
    """jobs: [(form, style, path)]; the path's ending chooses PDF, DOCX or ODT. One LibreOffice start for each format."""
    by_format = {}
    for form, style, path in jobs:
        by_format.setdefault(path.suffix[1:], []).append((form, style, path))
    for kind, some in by_format.items():
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            sources = []
            for i, (form, style, path) in enumerate(some):
                source = folder / f"{i}.fodt"
                source.write_text(Writer(form, style).document(), encoding="utf-8")
                sources.append(str(source))
            run = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind,
                                  "--outdir", str(folder / "out"), *sources], capture_output=True)
            for i, (_, _, path) in enumerate(some):
                made = folder / "out" / f"{i}.{kind}"
                if not made.exists():
                    raise SystemExit(f"soffice {path}: {run.stderr.decode()[-500:]}")
                path.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(made, path)
