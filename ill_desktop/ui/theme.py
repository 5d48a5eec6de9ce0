"""The look put on: palette, style sheet and icons of one theme, on the whole program."""

from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from ill_desktop.settings import BUILT
from ill_desktop.ui.colours import CONTRAST, DARK, LIGHT, PALETTES, Colours, Ink, Theme

STYLE = "fusion"
"""The application is started with it: what `setStyle` returns would load every enum of styles."""
LEAST_ICON, LARGEST_ICON = 16, 32
"""In pixels: the least is that of menus and fields, too, however large the text."""
LEAST_ROW = 20
"""Fields and buttons are no lower inside, however small the text."""


class Look:
    """The colours in use; everything that paints asks here."""

    colours: Colours = LIGHT
    icon: int = 16
    """How large an icon beside a line of text is, in pixels."""


def put_on(app: QApplication, theme: Theme) -> None:
    """Choose the colours of a theme; the style sheet comes with `finish`."""
    Look.colours = PALETTES[_chosen(theme)]
    Look.icon = min(LARGEST_ICON, max(LEAST_ICON, round(QFontMetrics(app.font()).height() * 0.85)))
    icon.cache_clear()
    pixmap.cache_clear()
    if app.styleSheet():  # in another theme: the style there still knows widgets that are going
        app.setStyle(STYLE)
        app.setStyleSheet("")
    app.setPalette(palette(Look.colours))


def finish(app: QApplication) -> None:
    """Put the style sheet on what was built: under it each move would polish a widget again.

    What is built later wears it by itself. Never twice: Qt would look for widgets that are gone.
    """
    if not app.styleSheet():
        app.setStyleSheet(style_sheet(Look.colours, QFontMetrics(app.font()).height()))


def _chosen(theme: Theme) -> Theme:
    if theme is not Theme.SYSTEM:
        return theme
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return Theme.DARK if dark else Theme.LIGHT


def palette(colours: Colours) -> QPalette:
    """The palette Fusion paints with."""
    role = QPalette.ColorRole
    made = QPalette()
    for roles, colour in (
        ((role.Window, role.Button), colours.window),
        ((role.Base, role.ToolTipBase), colours.surface),
        ((role.AlternateBase,), colours.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.PlaceholderText,), colours.hint),
        ((role.Highlight,), colours.selected),
        ((role.HighlightedText,), colours.selected_text),
        ((role.Accent, role.Link), colours.accent),
        ((role.Mid, role.Dark), colours.border),
        ((role.Midlight, role.Light), colours.hairline),
    ):
        for one in roles:
            made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.off.text))
    return made


def style_sheet(colours: Colours, line: int = LEAST_ROW) -> str:
    """The style sheet with the colours of a palette filled in, for text with lines so high."""
    named = {name: value for name, value in colours._asdict().items() if not isinstance(value, Ink)}
    for name in ("done", "theirs", "ours", "look", "late", "off"):
        ink = getattr(colours, name)
        named |= {f"{name}_text": ink.text, f"{name}_ground": ink.ground}
    named["check"] = "check-dark" if colours.accent_text != "#FFFFFF" else "check-light"
    named["off_check"] = "check-dark" if colours is not DARK else "check-light"
    named["focus"] = 3 if colours is CONTRAST else 2
    named["off_style"] = "dashed" if colours is CONTRAST else "solid"
    named["pointed_queues"] = colours.accent if colours is CONTRAST else colours.window
    named["pointed_list"] = colours.accent if colours is CONTRAST else colours.surface
    named["warn_line"] = 1 if colours is CONTRAST else 0
    inverse = colours is CONTRAST  # a row chosen is white there, as icons and the toast are
    named["toast_verb"] = colours.surface if inverse else colours.selected
    named["menu_ground"] = colours.hover if inverse else colours.selected
    named["menu_text"] = colours.text if inverse else colours.selected_text
    named["row"] = max(LEAST_ROW, line)
    named["field_row"] = max(LEAST_ROW, line + 2)  # or they give way where room is short
    named["tall_row"] = max(LEAST_ROW, line) * 13 // 10
    named["icon"] = Look.icon
    named["icons"] = (BUILT / "icons").as_posix()
    text = (BUILT / "styles" / "ill_desktop.qss").read_text("utf-8")
    return Template(text).substitute({name: str(value) for name, value in named.items()})


@cache
def _drawing(name: str) -> str:
    return (BUILT / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def icon(name: str, colour: str = "", *more_sizes: int) -> QIcon:
    """A bundled icon in a colour of the palette, muted unless told otherwise.

    It is drawn in the sizes menus, fields and buttons have; each further one costs time at the
    start.
    """
    made = QIcon()
    sharpest = QGuiApplication.primaryScreen().devicePixelRatio()
    for size in sorted({LEAST_ICON, Look.icon, *more_sizes}):
        for scale in (1,) if sharpest == 1 else (1, 2):
            made.addPixmap(pixmap(name, colour or Look.colours.muted, size, scale))
    return made


def icon_of_window() -> QIcon:
    """The sign of the program, in the sizes title lines and task bars have."""
    return icon("ill-desktop", "", 20, LARGEST_ICON)


@cache
def pixmap(name: str, colour: str, size: int, scale: float = 1) -> QPixmap:
    """One icon drawn at a size, `scale` device pixels to the pixel."""
    drawing = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    image = QPixmap(QSize(round(size * scale), round(size * scale)))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(scale)
    return image


def sharpness(painter: QPainter) -> float:
    """Device pixels to the pixel where it paints. Asking its `device` would load every widget."""
    return painter.deviceTransform().m11()


def scaled(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font in proportion to another, with figures of equal width."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    made.setWeight(weight)
    return made


def repolish(widget: QWidget) -> None:
    """Let a property that the style sheet asks for show."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
