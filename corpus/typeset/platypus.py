"""A form by ReportLab: label column with rows that break over pages, planned actions as a table whose head repeats."""
import html

from reportlab.lib import colors, pagesizes
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer

from .form import MARK, WORDS

FONTS = {"": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "-bold": "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"}


def write_pdf(form, style, path):
    for suffix, file in FONTS.items():
        pdfmetrics.registerFont(TTFont("Sans" + suffix, file))
    size = style.get("size", 9.5)
    plain = ParagraphStyle("plain", fontName="Sans", fontSize=size, leading=size * 1.3, spaceAfter=size * 0.6,
                           alignment=TA_JUSTIFY if style.get("justify") else 0)
    bold = ParagraphStyle("bold", parent=plain, fontName="Sans-bold", spaceBefore=size * 0.8, keepWithNext=1, alignment=0)
    cell = ParagraphStyle("cell", parent=plain, spaceAfter=0)
    paper = getattr(pagesizes, style.get("paper", "A4"))
    if style.get("landscape"):
        paper = pagesizes.landscape(paper)
    margin = style.get("margin", 56)
    width = paper[0] - 2 * margin

    def para(text, kind=plain):
        return Paragraph(html.escape(MARK.sub("", text)), kind)

    def blocks(section):
        out = []
        for group in section["groups"]:
            if group["heading"]:
                out.append(para(group["heading"], bold))
            for b in group["blocks"]:
                if b["type"] == "paragraph":
                    out.append(para(b["text"]))
                elif b["type"] == "list":
                    out += [Paragraph(html.escape(MARK.sub("", item)), ParagraphStyle("item", parent=plain, leftIndent=14, bulletIndent=2),
                                      bulletText=f"{i}." if b["ordered"] else "•") for i, item in enumerate(b["items"], 1)]
                else:
                    inner = width * (0.7 if style.get("label") else 1) - 12
                    rows = [[para(c, bold) for c in b["columns"]]] + [[para(c, cell) for c in r] for r in b["rows"]]
                    lines = [("VALIGN", (0, 0), (-1, -1), "TOP")]
                    lines += ([("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.whitesmoke, colors.white])] if style.get("zebra")
                              else [("GRID", (0, 0), (-1, -1), 0.4, colors.grey)])
                    out.append(LongTable(rows, repeatRows=1, colWidths=[inner / len(b["columns"])] * len(b["columns"]), style=lines))
                    out.append(Spacer(1, size))
        return out

    def labelled(rows):
        """A row for each paragraph, the label beside the first; borders drawn around the whole."""
        if style.get("grid"):
            lines = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
        elif style.get("zebra"):
            lines = [("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.HexColor("#eef2f7"), colors.white])]
        else:
            lines = []
        return LongTable(rows, colWidths=[width * 0.3, width * 0.7], style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *lines])

    flow = [para(form["heading"], ParagraphStyle("title", parent=bold, fontSize=size * 1.3, alignment=1)),
            para(form["party"], ParagraphStyle("party", parent=plain, alignment=1, spaceAfter=size * 2))]
    flow += [para(p) for p in form["preface"]]
    for t in form["targets"]:
        flow.append(para(t["heading"], ParagraphStyle("target", parent=bold, fontSize=size * 1.15)))
        if style.get("label"):
            flow.append(labelled([[para(g["label"], cell), para(g["text"], cell)] for g in t["goals"]]))
        else:
            flow += [para(g["label"] + " " + g["text"]) for g in t["goals"]]
        for s in t["sections"]:
            flow.append(para(s["heading"], bold))
            body = blocks(s)
            if not style.get("label"):
                flow += [para(s["label"]), *body]
            elif style.get("label") == "above":
                flow.append(LongTable([[para(s["label"], cell)]] + [[b] for b in body], colWidths=[width],
                                      style=[("BOX", (0, 0), (-1, -1), 0.5, colors.black), ("BACKGROUND", (0, 0), (0, 0), colors.lightgrey)]))
            else:
                flow.append(labelled([[para(s["label"], cell) if i == 0 else "", b] for i, b in enumerate(body)] or [[para(s["label"], cell), ""]]))

    def furniture(canvas, document):
        canvas.setFont("Sans", 7.5)
        if style.get("footer"):
            page = WORDS[form["language"]]["page"][0].replace("{page}", str(document.page)).replace("{pages}", "99")
            canvas.drawCentredString(paper[0] / 2, 26, page)
        if style.get("header"):
            canvas.drawString(margin, paper[1] - 30, form["header"])
            canvas.drawRightString(paper[0] - margin, paper[1] - 30, form["party"])

    path.parent.mkdir(parents=True, exist_ok=True)
    SimpleDocTemplate(str(path), pagesize=paper, leftMargin=margin, rightMargin=margin, topMargin=margin,
                      bottomMargin=margin).build(flow, onFirstPage=furniture, onLaterPages=furniture)
