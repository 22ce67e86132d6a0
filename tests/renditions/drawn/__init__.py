"""Typesetters whose every choice is drawn at random: each has draw_style(rng, language) and write_file(form, style, path, rng)."""
