"""What happens to a PDF on its way: scanned, turned, distilled by another program."""
import pathlib
import random
import subprocess
import tempfile

UPRIGHT = """
var doc = new PDFDocument(scriptArgs[0]), angle = parseInt(scriptArgs[2]), n = doc.countPages();
for (var i = 0; i < n; ++i) {
  var page = doc.findPage(i), box = page.getInheritable ? page.getInheritable("MediaBox") : page.get("MediaBox");
  if (!box) box = page.get("Parent").get("MediaBox");
  var w = box.get(2).valueOf(), h = box.get(3).valueOf();
  var m = {90: [0, 1, -1, 0, h, 0], 180: [-1, 0, 0, -1, w, h], 270: [0, -1, 1, 0, 0, w]}[angle];
  var before = doc.addStream("q " + m.join(" ") + " cm\\n", {}), after = doc.addStream("\\nQ", {});
  var all = doc.newArray(), old = page.get("Contents");
  all.push(before);
  if (old.isArray()) old.forEach(function (o) { all.push(o); }); else all.push(old);
  all.push(after);
  page.put("Contents", all);
  if (angle != 180) page.put("MediaBox", [0, 0, h, w]); else page.put("MediaBox", [0, 0, w, h]);
  page.delete("CropBox"); page.delete("TrimBox"); page.delete("BleedBox"); page.delete("ArtBox");
  page.put("Rotate", angle);
}
doc.save(scriptArgs[1], "garbage=3,compress");
"""


def run(*command):
    done = subprocess.run([str(c) for c in command], capture_output=True)
    if done.returncode not in (0, 3):  # qpdf: 3 = warnings
        raise SystemExit(f"{command[0]}: {done.stderr.decode()[-500:]}")


def scan(source, path, dpi, seed=1, skew=0.6, noise=0.25):
    """Renders the pages at `dpi`, turns each by up to `skew` degrees, adds noise, and binds the pictures."""
    pick = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", dpi, "-gray", source, f"{folder}/p")
        pages = []
        for picture in sorted(pathlib.Path(folder).glob("p*.pgm")):
            page = picture.with_suffix(".jpg")
            run("convert", picture, "-background", "white", "-rotate", f"{pick.uniform(-skew, skew):.2f}", "+repage",
                "-seed", pick.randrange(1000), "-attenuate", noise, "+noise", "Gaussian", "-blur", "0x0.4", "-colorspace", "gray",
                "-density", dpi, "-units", "PixelsPerInch", "-quality", "70", page)
            pages.append(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        run("img2pdf", *pages, "-o", path)


def turn_sideways(source, path, angle):
    """The reader sees the pages turned."""
    run("qpdf", source, f"--rotate=+{angle}", path)


def turn_upright(source, path, angle):
    """The content is turned and /Rotate turns it back: the reader sees nothing of it."""
    with tempfile.NamedTemporaryFile("w", suffix=".js") as script:
        script.write(UPRIGHT)
        script.flush()
        run("mutool", "run", script.name, source, path, angle)


def distil(source, path):
    """Written anew by Ghostscript: other font subsets, other text operators, no structure tags."""
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={path}", source)
