#!/usr/bin/env python3
"""Writes resources/unicode.txt from property lists in the format of the Unicode Character Database.

    make_unicode.py LIST... > unicode.txt

Each line of a LIST is `XXXX[..YYYY] ; Property [; XXXX XXXX…]`, as in DerivedCoreProperties.txt. Used are

    Alphabetic, Cased, Case_Ignorable             DerivedCoreProperties.txt
    Lowercase_Mapping, Uppercase_Mapping          UnicodeData.txt with the unconditional SpecialCasing.txt
    Control, Extend, L, V, T, Prepend,            GraphemeBreakProperty.txt (Hangul LV and LVT are computed)
      Regional_Indicator, SpacingMark, ZWJ
    Extended_Pictographic                         emoji-data.txt
    InCB_Consonant, InCB_Extend, InCB_Linker      DerivedCoreProperties.txt (Indic_Conjunct_Break)

The committed file has the values that Cobalt 0.20.4 uses: letters and graphemes of Unicode 16, the case
mappings of Unicode 17. In the result a line is a property, a tab, and its ranges (`41-5A 61-7A`) or its
mappings (`DF=53,53`), in hexadecimal and ascending.
"""

import sys

HEADER = """\
# Letters, case and grapheme clusters of Unicode. Data of the Unicode Character Database, (c) Unicode, Inc.,
# under the Unicode License V3 (https://www.unicode.org/license.txt). Made by make_unicode.py.
"""


def read(paths):
    ranges, mappings = {}, {}
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                fields = [field.strip() for field in line.split("#")[0].split(";")]
                if len(fields) < 2:
                    continue
                first, _, last = fields[0].partition("..")
                if len(fields) > 2:
                    mappings.setdefault(fields[1], []).append((int(first, 16), fields[2].split()))
                else:
                    ranges.setdefault(fields[1], []).append((int(first, 16), int(last or first, 16)))
    return ranges, mappings


def joined(ranges):
    """Neighbouring ranges as one."""
    result = []
    for first, last in sorted(ranges):
        if result and first == result[-1][1] + 1:
            result[-1] = (result[-1][0], last)
        else:
            result.append((first, last))
    return result


def main():
    ranges, mappings = read(sys.argv[1:])
    sys.stdout.write(HEADER)
    for name in sorted(ranges):
        texts = (f"{a:X}-{b:X}" if a != b else f"{a:X}" for a, b in joined(ranges[name]))
        sys.stdout.write(name + "\t" + " ".join(texts) + "\n")
    for name in sorted(mappings):
        texts = (f"{code:X}=" + ",".join(f"{int(c, 16):X}" for c in to) for code, to in sorted(mappings[name]))
        sys.stdout.write(name + "\t" + " ".join(texts) + "\n")


if __name__ == "__main__":
    main()
