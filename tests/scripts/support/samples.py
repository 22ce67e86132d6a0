# Submissions made here, for tests that need many of them, odd ones or large ones.
import pathlib

PLAN = """Republic of Valdoria
Report on policy targets, 2019
Policy Target 1: Water
Actions undertaken
The Ministry opened a treatment works in April 2018.
Actions planned
The Ministry will open a second treatment works by June 2021.
The Ministry will review the tariff of district {number}."""


def text(number=1, paragraphs=0):
    return PLAN.format(number=number) + "".join(
        f"\n\nParagraph {i}: district {number} will report on {i} wells by May 2022." for i in range(paragraphs)) + "\n"


def pdf_of(contents):
    """A PDF of these content streams, each on an A4 page with Helvetica as /F."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Count {len(contents)} /Kids [{' '.join(f'{4 + 2 * i} 0 R' for i in range(len(contents)))}] >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for i, drawn in enumerate(contents):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R "
                       "/Resources << /Font << /F 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    out, places = "%PDF-1.4\n", []
    pieces = [out]
    at = len(out)
    for number, body in enumerate(objects, 1):
        places.append(at)
        piece = f"{number} 0 obj\n{body}\nendobj\n"
        pieces.append(piece)
        at += len(piece)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    pieces.append(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
                  f"trailer\n<< /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n{at}\n%%EOF\n")
    return "".join(pieces).encode("latin-1")


def pdf(pages):
    """A PDF of pages, each a list of texts: (x, y, words) in points from the bottom left."""
    return pdf_of(["\n".join(f"BT /F 10 Tf {x} {y} Td ({words}) Tj ET" for x, y, words in page) for page in pages])


def text_page(number):
    """The content of a page of 45 lines of running text, different on each page."""
    lines = [f"Line {line} of page {number} tells what harbour {number * 45 + line} has registered in its books this year."
             for line in range(45)]
    return "BT /F 10 Tf 15 TL 60 780 Td\n" + "\n".join(f"({line}) Tj T*" for line in lines) + "\nET"


def cell_page(cells):
    """The content of a page of numbers in ten columns, none near another; its lines draw together as they become more."""
    step = 780 / -(-cells // 10)
    drawn = [f"1 0 0 1 {40 + 52 * (n % 10)} {800 - step * (n // 10):.2f} Tm ({n}) Tj" for n in range(cells)]
    return f"BT /F {min(8.0, step * 0.6):.2f} Tf\n" + "\n".join(drawn) + "\nET"


def page_of_lines(lines):
    return [(72, 780 - 16 * i, words) for i, words in enumerate(lines)]


def plan_pdf(number=1, pages=1):
    return pdf([page_of_lines(PLAN.format(number=f"{number} {page}").splitlines()) for page in range(pages)])


def fill(folder, count, pages=1):
    """`count` submissions, in turn text and PDF. Their paths, in order."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for i in range(count):
        path = folder / (f"{i:05}.txt" if i % 2 else f"{i:05}.pdf")
        path.write_bytes(text(i, 20 * (pages - 1)).encode() if i % 2 else plan_pdf(i, pages))
        paths.append(path)
    return paths
