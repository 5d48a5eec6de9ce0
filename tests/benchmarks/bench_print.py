"""How long a thousand shipping labels take, against plain text and reportlab's own widgets."""

import io
import time
from collections.abc import Callable
from dataclasses import replace

from ill_desktop.printing import fonts, sheets
from ill_desktop.printing.papers import Paper, Sheetful
from ill_desktop.printing.stocks import stock
from ill_desktop.words.catalogue import words_for

LABEL = Paper(
    number="26000000",
    title="Bumi Manusia",
    partner="Perpustakaan Universitas Gadjah Mada",
    from_lines=("Perpustakaan Nasional RI", "Jl. Medan Merdeka Selatan 11", "Jakarta 10110"),
)
PAPERS = tuple(
    replace(
        LABEL,
        number=f"26{n:06}",
        their_id=f"UGM-{n}",
        to_lines=(f"Perpustakaan {n}", f"Jl. Raya {n}", "Sleman 55281"),
    )
    for n in range(1000)
)


def ours() -> None:
    """Codes, addresses and all."""
    sheets.sheets(Sheetful("shipping-label", words_for("en"), PAPERS), stock("L7163"))


def text_only() -> None:
    """Five lines of text on each label, without a thought."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(io.BytesIO(), invariant=1)
    for n, paper in enumerate(PAPERS):
        canvas.setFont(fonts.PLAIN, 9)
        for row, text in enumerate((*paper.to_lines, paper.number, paper.their_id)):
            canvas.drawString(20, 700 - 50 * (n % 14) - 10 * row, text)
        if n % 14 == 13:
            canvas.showPage()
    canvas.save()


def widgets(square: bool) -> None:
    """The same labels by the widgets that come with reportlab; `square`: with a QR code too."""
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode import code128, qr
    from reportlab.graphics.shapes import Drawing
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(io.BytesIO(), invariant=1)
    for n, paper in enumerate(PAPERS):
        left, top = 13 + 288 * (n % 2), 799 - 108 * (n % 14 // 2)
        code128.Code128(paper.number, barWidth=0.94, barHeight=24).drawOn(
            canvas, left + 150, top - 30
        )
        if square:
            drawing = Drawing(60, 60)
            drawing.add(qr.QrCodeWidget(paper.number, barWidth=60, barHeight=60))
            renderPDF.draw(drawing, canvas, left + 200, top - 95)
        canvas.setFont(fonts.PLAIN, 9)
        for row, text in enumerate((*paper.to_lines, paper.number, paper.their_id)):
            canvas.drawString(left, top - 10 * row, text)
        if n % 14 == 13:
            canvas.showPage()
    canvas.save()


def seconds(work: Callable[[], None], runs: int = 3) -> float:
    """The best of some runs."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def main() -> None:
    """Both, side by side, and the ratio."""
    fonts.ready()
    floor, labels = seconds(text_only), seconds(ours)
    plain, square = seconds(lambda: widgets(False)), seconds(lambda: widgets(True), 1)
    print(f"1,000 labels / text only: {labels / floor:.1f} (goal 12)")
    print(f"1,000 labels / reportlab's widgets with QR: {labels / square:.3f} (goal 0.15)")
    print(f"1,000 labels / reportlab's Code 128 widget alone: {labels / plain:.2f}")


if __name__ == "__main__":
    main()
