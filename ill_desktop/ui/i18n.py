"""The language of the window: the compiled translation, and the words of Qt's own menus."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ill_desktop.settings import BUILT
from ill_desktop.words.mark import mark

QT_TEXTS = (
    mark("QLineEdit", "&Undo"),
    mark("QLineEdit", "&Redo"),
    mark("QLineEdit", "Cu&t"),
    mark("QLineEdit", "&Copy"),
    mark("QLineEdit", "&Paste"),
    mark("QLineEdit", "Delete"),
    mark("QLineEdit", "Select All"),
    mark("QWidgetTextControl", "&Undo"),
    mark("QWidgetTextControl", "&Redo"),
    mark("QWidgetTextControl", "Cu&t"),
    mark("QWidgetTextControl", "&Copy"),
    mark("QWidgetTextControl", "&Paste"),
    mark("QWidgetTextControl", "Delete"),
    mark("QWidgetTextControl", "Select All"),
)
"""Texts Qt itself shows and brings no Indonesian for; found under Qt's own contexts."""


def speak(app: QCoreApplication, language: str) -> QTranslator | None:
    """Let the window speak a language; the translator is to be kept. English needs none."""
    QLocale.setDefault(QLocale(language))
    compiled = BUILT / "translations" / f"ill_desktop_{language}.qm"
    if not compiled.is_file():
        return None
    translator = QTranslator(app)
    if not translator.load(str(compiled)):
        return None
    app.installTranslator(translator)
    return translator
