#!/usr/bin/env python3
"""Writes resources/transliteration.txt from a table of `HEX<TAB>ascii` lines.

    make_transliteration.py TABLE.tsv > transliteration.txt

TABLE.tsv lists what the deunicode crate 1.6.2 (BSD-3-Clause, see transliteration.LICENSE) writes for every
code point that it knows, in ascending order, with backslash, newline and tab escaped as in C.

The result is a few comment lines (`#`) and then one line per run of neighbouring code points: the first
code point in hexadecimal, then a tab and the ASCII text for each code point of the run.
"""

import sys

HEADER = """\
# ASCII for Unicode text, as the deunicode crate 1.6.2 writes it (BSD-3-Clause, see transliteration.LICENSE).
# Made by make_transliteration.py: first code point of a run, then a tab and the text for each code point.
"""


def runs(rows):
    """Groups (code point, text) rows into (first code point, texts)."""
    first, texts = None, []
    for code_point, text in rows:
        if first is not None and code_point != first + len(texts):
            yield first, texts
            first, texts = None, []
        if first is None:
            first = code_point
        texts.append(text)
    if first is not None:
        yield first, texts


def main():
    with open(sys.argv[1], encoding="utf-8", newline="\n") as table:
        rows = [line.rstrip("\n").split("\t") for line in table]
    sys.stdout.write(HEADER)
    for first, texts in runs((int(code, 16), text) for code, text in rows):
        sys.stdout.write(f"{first:X}\t" + "\t".join(texts) + "\n")


if __name__ == "__main__":
    main()
