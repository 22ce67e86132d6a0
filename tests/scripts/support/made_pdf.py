# PDFs made to any size: pages of running text, and pages of cells that stand apart.


def pdf(contents):
    """A PDF of these content streams, each on an A4 page with Helvetica as /F1."""
    bodies = {1: "<< /Type /Catalog /Pages 2 0 R >>",
              3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"}
    kids = []
    for index, content in enumerate(contents):
        page, stream = 10 + 2 * index, 11 + 2 * index
        kids.append(f"{page} 0 R")
        bodies[page] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R "
                        "/Resources << /Font << /F1 3 0 R >> >> >>")
        bodies[stream] = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
    bodies[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, table = bytearray(b"%PDF-1.7\n"), ["0000000000 65535 f "]
    last = 0
    for number in sorted(bodies):
        for _ in range(last + 1, number):
            table.append("0000000000 00000 f ")
        table.append(f"{len(out):010d} 00000 n ")
        out += f"{number} 0 obj\n{bodies[number]}\nendobj\n".encode("latin-1")
        last = number
    start = len(out)
    out += ("xref\n0 " + str(len(table)) + "\n" + "\n".join(table) + f"\ntrailer\n<< /Size {len(table)} /Root 1 0 R >>\n"
            f"startxref\n{start}\n%%EOF\n").encode()
    return bytes(out)


def text_page(number):
    """45 lines of running text, different on each page."""
    lines = [f"Line {line} of page {number} tells what harbour {number * 45 + line} has registered in its books this year."
             for line in range(45)]
    return "BT /F1 10 Tf 15 TL 60 780 Td\n" + "\n".join(f"({line}) Tj T*" for line in lines) + "\nET"


def cell_page(cells):
    """Numbers in a grid of ten columns, none near another; the page's lines draw together as they become more."""
    rows = -(-cells // 10)
    step = 780 / rows
    size = min(8.0, step * 0.6)
    drawn = [f"1 0 0 1 {40 + 52 * (n % 10)} {800 - step * (n // 10):.2f} Tm ({n}) Tj" for n in range(cells)]
    return f"BT /F1 {size:.2f} Tf\n" + "\n".join(drawn) + "\nET"
