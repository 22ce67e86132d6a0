"""A form as plain text: as copied from a label-column form, or flat with form feeds between pages."""
import textwrap
import unicodedata

from .form import MARK

LINES_OF_A_PAGE = 52


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text, width, first="", rest=""):
    """Lines of at most `width` columns; a text without blanks (Chinese) breaks anywhere but before a stop."""
    text = MARK.sub("", text)
    lines = []
    for part in text.split("\n"):
        if columns(part) <= 1.5 * len(part):
            lines += textwrap.wrap(part, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False,
                                   break_long_words=False) or [first]
            continue
        line = first
        for c in part:
            if columns(line) + columns(c) > width and c not in "，。；：、）》」”％%0123456789":
                lines.append(line)
                line = rest
            line += c
        lines.append(line)
    return lines


def block_lines(block, width, marker):
    if block["type"] == "paragraph":
        return [wrap(block["text"], width)]
    if block["type"] == "list":
        out = []
        for i, item in enumerate(block["items"], 1):
            head = f"{i}. " if block["ordered"] else f"{marker} "
            out.append(wrap(item, width, head, " " * len(head)))
        return out
    return [[" | ".join(MARK.sub("", c) for c in row)] for row in [block["columns"], *block["rows"]]]


def chunks(form, style):
    """Lists of lines that stand together; a blank line goes between two."""
    flat = style.get("label") is None
    width, marker = style.get("width", 92), style.get("bullet", "-")
    narrow = width if flat else width - 8
    label_width = width if flat else style.get("label_columns", 16)
    yield wrap(form["heading"], width)
    yield wrap(form["party"], width)
    if form.get("date_line"):
        yield wrap(form["date_line"], width)
    for p in form["preface"]:
        yield wrap(p, width)
    for t in form["targets"]:
        yield wrap(t["heading"], width)
        for g in t["goals"]:
            if flat:
                yield wrap(f"{g['label']} {g['text']}", width)
            else:
                yield wrap(g["label"], 14)
                yield wrap(g["text"], narrow)
        for s in t["sections"]:
            head, label = wrap(s["heading"], width), wrap(s["label"], label_width)
            if flat:
                yield head
                if style.get("flat_labels", True):
                    yield label
            else:
                yield head + label
            for g in s["groups"]:
                if g["heading"]:
                    yield wrap(g["heading"], narrow)
                for b in g["blocks"]:
                    together = block_lines(b, narrow, marker)
                    if b["type"] == "table":
                        yield [line for lines in together for line in lines]
                    else:
                        yield from together


def form_text(form, style):
    """The text; with style["pages"], a page number and a form feed end each page."""
    if not style.get("pages"):
        return "\n\n".join("\n".join(c) for c in chunks(form, style)) + "\n"
    pages, page = [], []
    for chunk in chunks(form, style):
        for line in [*chunk, ""]:
            if len(page) >= LINES_OF_A_PAGE and (line or page[-1]):
                pages.append(page)
                page = []
            if line or page:
                page.append(line)
    pages.append(page)
    return "".join("\n".join(p).rstrip("\n") + f"\n\n{i}\n\f" for i, p in enumerate(pages, 1))


def write_text(form, style, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(form_text(form, style), encoding="utf-8")
