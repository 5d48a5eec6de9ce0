# house: table
"""Names of the papers and labels in `resources/stocks`, which holds them in English."""

from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

NAMES = (
    mark("Stock", "A4 paper"),
    mark("Stock", "Letter paper"),
    mark("Stock", "F4 paper (Folio)"),
    mark("Stock", "A5 paper"),
    mark("Stock", "A6 paper"),
    mark("Stock", "Catalogue card, 75 × 125 mm"),
    mark("Stock", "Avery L7160 (J8160), 3 × 7 on A4"),
    mark("Stock", "Avery L7161, 3 × 6 on A4"),
    mark("Stock", "Avery L7162, 2 × 8 on A4"),
    mark("Stock", "Avery L7163, 2 × 7 on A4"),
    mark("Stock", "Avery L7164, 3 × 4 on A4"),
    mark("Stock", "Avery L7165, 2 × 4 on A4"),
    mark("Stock", "Avery L7167, 1 × 1 on A4"),
    mark("Stock", "Avery L7168, 1 × 2 on A4"),
    mark("Stock", "Avery L7169, 2 × 2 on A4"),
    mark("Stock", "Avery L7651, 5 × 13 on A4"),
    mark("Stock", "Avery Zweckform 3475, 3 × 8 on A4"),
    mark("Stock", "Avery Zweckform 4781, 2 × 6 on A4"),
    mark("Stock", "Avery 5160 (5260, 8160), 3 × 10 on Letter"),
    mark("Stock", "Avery 5161, 2 × 10 on Letter"),
    mark("Stock", "Avery 5162, 2 × 7 on Letter"),
    mark("Stock", "Avery 5163 (5263, 8163), 2 × 5 on Letter"),
    mark("Stock", "Avery 5164 (8164), 2 × 3 on Letter"),
    mark("Stock", "Avery 5165 (8165), 1 × 1 on Letter"),
    mark("Stock", "Avery 5168, 2 × 2 on Letter"),
    mark("Stock", "Brother DK-1201 roll, 29 × 90 mm"),
    mark("Stock", "Brother DK-1202 roll, 62 × 100 mm"),
    mark("Stock", "Brother DK-1208 roll, 38 × 90 mm"),
    mark("Stock", "Brother DK-2205 endless roll, 62 mm"),
    mark("Stock", "Dymo 30252 roll, 28 × 89 mm"),
    mark("Stock", "Dymo 30256 roll, 59 × 102 mm"),
    mark("Stock", "Dymo 99014 roll, 54 × 101 mm"),
    mark("Stock", "Dymo 99019 roll, 59 × 190 mm"),
    mark("Stock", "Thermal roll, 4 × 6 inches"),
    mark("Stock", "Thermal roll, 100 × 150 mm"),
    mark("Stock", "Receipt roll, 80 mm"),
    mark("Stock", "Receipt roll, 58 mm"),
)


def name(words: Words, english: str) -> str:
    """What a stock is called; one that a library added itself keeps its own name."""
    return words.tr("Stock", english)
