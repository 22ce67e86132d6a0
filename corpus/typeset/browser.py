"""A form as HTML, printed by Chromium (Skia) or wkhtmltopdf (Qt)."""
import os
import pathlib
import subprocess
import tempfile

from .html import form_html


def write_pdf(form, style, path, program):
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "form.html"
        page.write_text(form_html({**form, "footnotes": form.get("footnotes", {})}, {**style, "footnotes": False}), encoding="utf-8")
        if program == "chromium":
            command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                       f"--print-to-pdf={path.resolve()}"]
            if not style.get("footer"):
                command.append("--no-pdf-header-footer")
            command.append(page.as_uri())
        else:
            command = ["wkhtmltopdf", "-q", "--page-size", style.get("paper", "A4").split()[0].capitalize(), "--margin-left", "20mm",
                       "--margin-right", "20mm", "--margin-top", "22mm", "--margin-bottom", "22mm"]
            if style.get("footer"):
                command += ["--footer-center", "[page] / [topage]", "--footer-font-size", "8"]
            if style.get("header"):
                command += ["--header-right", form["header"], "--header-font-size", "8", "--header-line"]
            command += [str(page), str(path)]
        run = subprocess.run(command, capture_output=True, timeout=120, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        if not path.exists():
            raise SystemExit(f"{program} {path}: {run.stderr.decode(errors='replace')[-500:]}")
