#!/usr/bin/env python3
"""Makes a few small inputs for each fuzzer from the text cases of the tree.

usage: seeds.py FOLDER        (FOLDER/NAME/ is filled for each fuzzer NAME)
"""
import io
import pathlib
import re
import sys
import zipfile

TREE = pathlib.Path(__file__).resolve().parents[2]
WORD = ('<w:document xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:wps="wps"><w:body>%s</w:body></w:document>')
RELS = ('<Relationships>' + "".join(f'<Relationship Id="{k}" Type="x/{k}" Target="{k}.xml"/>'
        for k in ("styles", "numbering", "footnotes", "endnotes", "header", "footer")) + '</Relationships>')


def cases(folder):
    for path in sorted((TREE / "tests/cases" / folder).rglob("*.case")):
        for case in re.split(r"^=== ", path.read_text(), flags=re.M)[1:]:
            parts = re.split(r"^--- (\S+)\n", case, flags=re.M)
            yield dict(zip(parts[1::2], (p.rstrip("\n") for p in parts[2::2])))


def docx(case):
    out = WORD % case["body"] + "\n%%word/_rels/document.xml.rels\n" + RELS
    for kind in ("styles", "numbering", "footnotes", "endnotes", "header", "footer"):
        if kind in case:
            out += f"\n%%word/{kind}.xml\n<w:{kind}>{case[kind]}</w:{kind}>"
    return out.encode()


def odt(case):
    return (f'<d><office:automatic-styles>{case.get("styles", "")}</office:automatic-styles><office:body><office:text>'
            f'{case["text"]}</office:text></office:body></d>\n%%styles.xml\n<d><office:styles>{case.get("office-styles", "")}'
            f'</office:styles><office:master-styles>{case.get("masters", "")}</office:master-styles></d>').encode()


def pdf(lines, extra=b""):
    stream = b"BT /F1 11 Tf 72 720 Td 14 TL " + b" ".join(b"(%s) '" % line for line in lines) + b" ET " + extra
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R"
               b" /Resources << /Font << /F1 4 0 R >> >> >>",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)]
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return out.getvalue()


def main():
    folder = pathlib.Path(sys.argv[1])
    seeds = {
        "docx": [docx(c) for c in cases("extractor/docx")] + [package({"word/document.xml": WORD % "<w:p/>"})],
        "odt": [odt(c) for c in cases("extractor/odt")] + [package({"content.xml": "<d/>"})],
        "text": [c["input"].encode() for c in cases("extractor/text")],
        "pdf": [pdf([b"Policy target No. 1", b"Operational Goal:", b"Dig ten wells by June 2014."]),
                pdf([b"Action", b"When"], b"72 600 200 40 re S 72 640 m 272 640 l S 0.9 g 72 500 200 20 re f"),
                pdf([b"1. First", b"2. Second"], b"BT /F1 8 Tf 3 Tr 300 40 Td (4) Tj ET")],
    }
    for name, inputs in seeds.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for i, data in enumerate(inputs):
            (folder / name / f"seed-{i}").write_bytes(data)


main()
