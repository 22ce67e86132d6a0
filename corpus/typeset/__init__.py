"""Typesets a submission (a `form`, see form.py) as HTML, OpenDocument, roff or text, and these as PDF."""
