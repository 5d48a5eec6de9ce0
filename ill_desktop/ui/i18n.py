"""The language of the window: the compiled translation."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ill_desktop.settings import BUILT


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


def of_this_computer() -> str:
    """The language to begin with where no desk says one: that of the computer, if it is ours."""
    return "id" if QLocale.system().name().startswith("id") else "en"
