"""How wide the letters of Arial are, in ems, on every machine alike.

A slide must come out the same wherever it is made, and Arial is not ours to ship. These are the
widths of Liberation Sans, which is made to be exactly as wide (SIL Open Font License 1.1); a test
measures them against the font where it is installed. A marked letter is as wide as its letter.
"""

from __future__ import annotations

import unicodedata

_WIDEST = 1000
"""For what is not listed: another font shows it, and no letter is much wider than high."""

_HORN = "\u031b"
_HORNED = {"o": "ơ", "O": "Ơ", "u": "ư", "U": "Ư"}
_MARKED_I = 278
"""An i with a mark above has no dot and takes more room."""

# Thousandths of an em → the characters that are so wide, upright or slanted.
_REGULAR = {
    188: "′",
    191: "'",
    222: "ijl‘’‚",
    260: "|",
    278: " !,./:;I[\\]ft\u00a0",
    333: "()-`r·“”„‹›",
    334: "{}",
    350: "•",
    354: "″",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyz↑↓",
    513: "₫",
    549: "±÷≤≥≠",
    556: "#$0123456789?L_abdeghnopquđ–«»€§",
    584: "+<=>~×−",
    611: "FTZ",
    656: "ơ",
    667: "&ABEKPSVXY",
    669: "ư",
    722: "CDHNRUwĐ",
    737: "©",
    778: "GOQ",
    833: "Mm",
    834: "½",
    854: "Ư",
    857: "Ơ",
    889: "%",
    944: "W",
    1000: "—…←→",
    1015: "@",
}

_BOLD = {
    238: "'",
    240: "′",
    278: " ,./I\\ijl\u00a0‘’‚",
    280: "|",
    333: "!()-:;[]`ft·‹›",
    350: "•",
    389: "*r{}",
    400: "°",
    474: '"',
    479: "″",
    500: "z“”„↑↓",
    513: "₫",
    549: "±÷≤≥≠",
    556: "#$0123456789J_aceksvxy–«»€§",
    584: "+<=>^~×−",
    611: "?FLTZbdghnopquđ",
    667: "EPSVXY",
    711: "ơ",
    722: "&ABCDHKNRUĐ",
    724: "ư",
    737: "©",
    778: "GOQw",
    830: "Ư",
    833: "M",
    834: "½",
    853: "Ơ",
    889: "%m",
    944: "W",
    975: "@",
    1000: "—…←→",
}

_WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}


def em_width(letter: str, *, bold: bool = False) -> float:
    """Return the width of one character in ems; a mark that stands alone has none."""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    if unicodedata.combining(base):
        return 0.0
    if base == "i" and marks:
        return _MARKED_I / 1000
    if _HORN in marks:
        base = _HORNED.get(base, base)
    return _WIDTHS[bold].get(base, _WIDEST) / 1000
