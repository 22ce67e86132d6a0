# Ways to damage a submission: each takes its bytes and a random.Random and gives other bytes; None: it does not apply.
import pathlib
import re
import shutil
import subprocess
import tempfile


def flip(data, chance):
    data = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 100))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def garble(data, chance):
    """A stretch of other bytes."""
    start, length = chance.randrange(len(data)), chance.choice((4, 64, 1024))
    return data[:start] + chance.randbytes(length) + data[start + length:]


def truncate(data, chance):
    return data[:chance.randrange(1, int(len(data) * 0.98))]


def cut_out(data, chance):
    start = chance.randrange(len(data) // 2)
    return data[:start] + data[start + len(data) // chance.choice((5, 20)):]


def zeros(data, chance):
    """A block that a disk lost."""
    block = chance.randrange(max(1, len(data) // 512)) * 512
    length = min(512 * chance.choice((1, 4, 16)), len(data) - block)
    return data[:block] + bytes(length) + data[block + length:]


def tail(data, chance):
    return data + chance.randbytes(chance.choice((10, 3000)))


def head(data, chance):
    return chance.randbytes(chance.choice((3, 500, 2000))).replace(b"%", b"") + data


def object_deleted(data, chance):
    objects = [m.span() for m in re.finditer(rb"\d+ 0 obj\b.*?endobj", data, re.S)]
    if not objects:
        return None
    start, end = chance.choice(objects)
    return data[:start] + b" " * (end - start) + data[end:]


def object_deleted_and_moved(data, chance):
    objects = [m.span() for m in re.finditer(rb"\d+ 0 obj\b.*?endobj", data, re.S)]
    if not objects:
        return None
    start, end = chance.choice(objects)
    return data[:start] + data[end:]


def xref_damaged(data, chance):
    places = [m.start() for m in re.finditer(rb"\b\d{10} \d{5} n", data)]
    if not places:
        at = data.rfind(b"startxref")
        return data[:at] + b"startxref\n%d\n%%%%EOF" % chance.choice((0, 1, 10 ** 9, len(data) // 2))
    data = bytearray(data)
    for place in chance.sample(places, max(1, len(places) // chance.choice((1, 4, 20)))):
        data[place:place + 10] = b"%010d" % chance.randrange(2 * len(data))
    return bytes(data)


def number_changed(data, chance):
    """Counts, lengths, references: another number of as many digits, or a huge one."""
    key = chance.choice((rb"/Length", rb"/Count", rb"/Size", rb"/W", rb"/N", rb"/First", rb"/Columns", rb"/Predictor",
                         rb"/FirstChar", rb"/LastChar", rb"/Width", rb"/Height", rb"/Rotate", rb"/Parent", rb"/Kids"))
    places = list(re.finditer(key + rb"\s*\[?\s*(\d+)", data))
    if not places:
        return None
    place = chance.choice(places)
    other = chance.choice((b"0", b"-1", b"2147483647", b"9" * 19, b"%d" % chance.randrange(10 ** len(place[1]))))
    return data[:place.start(1)] + other + data[place.end(1):]


def name_changed(data, chance):
    places = [m for m in re.finditer(rb"/(FlateDecode|DeviceRGB|Type0|TrueType|Identity-H|ToUnicode|Encoding|Contents|Resources|"
                                     rb"Font|Page|Pages|Catalog|Type|Filter|Root)\b", data)]
    if not places:
        return None
    place = chance.choice(places)
    other = chance.choice((b"JBIG2Decode", b"JPXDecode", b"DCTDecode", b"LZWDecode", b"CCITTFaxDecode", b"Crypt",
                           b"RunLengthDecode", b"ASCII85Decode", b"X", b"Pages", b"Type3"))
    return data[:place.start(1)] + other + data[place.end(1):]


def deep(data, chance):
    """Arrays or dictionaries within each other, where an object stands."""
    places = [m.end() for m in re.finditer(rb"\d+ 0 obj\b", data)]
    if not places:
        return None
    place, depth = chance.choice(places), chance.choice((600, 20_000, 200_000))
    opening, closing = chance.choice(((b"[", b"]"), (b"<</A", b">>"), (b"(", b")")))
    return data[:place] + opening * depth + closing * chance.choice((depth, 0)) + data[place:]


def qpdf(data, *arguments):
    if not shutil.which("qpdf"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, result = pathlib.Path(folder) / "in.pdf", pathlib.Path(folder) / "out.pdf"
        source.write_bytes(data)
        subprocess.run(["qpdf", "--deterministic-id" if "--encrypt" not in arguments else "--static-id", *arguments, source,
                        result], capture_output=True, check=False)
        return result.read_bytes() if result.exists() else None


def locked(data, chance):
    bits = chance.choice(("40", "128", "256"))
    weak = ["--allow-weak-crypto"] if bits != "256" else []
    return qpdf(data, *weak, "--encrypt", "secret", "owner", bits, "--")


def locked_for_owner(data, chance):
    bits = chance.choice(("40", "128", "256"))
    weak = ["--allow-weak-crypto"] if bits != "256" else []
    return qpdf(data, *weak, "--encrypt", "", "owner", bits, "--")


def locked_and_flipped(data, chance):
    locked_data = locked_for_owner(data, chance)
    return locked_data and flip(locked_data, chance)


def object_streams(data, chance):
    return qpdf(data, "--object-streams=generate")


def object_streams_truncated(data, chance):
    packed = object_streams(data, chance)
    return packed and truncate(packed, chance)


def plain_truncated(data, chance):
    plain = qpdf(data, "--qdf", "--object-streams=disable")
    return plain and truncate(plain, chance)


def plain_garbled(data, chance):
    plain = qpdf(data, "--qdf", "--object-streams=disable")
    return plain and chance.choice((flip, number_changed, name_changed, object_deleted, garble))(plain, chance)


def no_pages(data, chance):
    return re.sub(rb"/Kids\s*\[[^\]]*\]", b"/Kids []", re.sub(rb"(/Count\s+)\d+", rb"\g<1>0", data))


def zip_cut(data, chance):
    """The directory at a package's end is gone."""
    return data[:data.rfind(b"PK\x01\x02", 0, len(data) - 30)] or None


def utf16(data, chance):
    return chance.choice((b"\xff\xfe" + data.decode().encode("utf-16-le"), b"\xfe\xff" + data.decode().encode("utf-16-be")))


def nuls(data, chance):
    at = chance.randrange(len(data))
    return data[:at] + bytes(chance.choice((1, 100, 10_000))) + data[at:]


def latin(data, chance):
    return data.decode().encode("cp1252", errors="replace")


PDF = [flip, garble, truncate, truncate, cut_out, zeros, tail, head, object_deleted, object_deleted_and_moved, xref_damaged,
       number_changed, number_changed, name_changed, deep, locked, locked_for_owner, locked_and_flipped, object_streams,
       object_streams_truncated, plain_truncated, plain_garbled, plain_garbled, no_pages]
PACKAGE = [flip, garble, truncate, cut_out, zeros, tail, head, zip_cut]
TEXT = [flip, garble, utf16, nuls, latin]
# Of these, none is whole; of those, only what has all its text. (Zeros in plain drawing are blanks: nothing shows them.)
MUST_FAIL = {"locked", "no_pages"}
CUTS = {"truncate", "object_streams_truncated", "plain_truncated", "zip_cut", "object_streams", "locked_for_owner",
        "object_deleted", "object_deleted_and_moved", "cut_out", "xref_damaged"}


def kinds_of(path):
    kinds = {".pdf": PDF, ".docx": PACKAGE, ".odt": PACKAGE, ".txt": TEXT}[path.suffix]
    return [(kind.__name__, kind) for kind in kinds]
