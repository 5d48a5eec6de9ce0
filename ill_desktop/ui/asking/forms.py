"""Which form asks for an act."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.views import PartnerView, RequestView
from ill_desktop.ui.action_dialog import ActionDialog
from ill_desktop.ui.asking import answer, renew
from ill_desktop.ui.asking.answer import AnswerForm
from ill_desktop.ui.asking.base import ActForm, Asking
from ill_desktop.ui.asking.receive import ReceiveForm
from ill_desktop.ui.asking.record import RecordForm
from ill_desktop.ui.asking.renew import RenewForm
from ill_desktop.ui.asking.send_back import SendBackForm
from ill_desktop.ui.asking.ship import ShipForm
from ill_desktop.ui.link import Link

FORMS: Mapping[Action, type[ActForm]] = MappingProxyType(
    {
        **dict.fromkeys(answer.ANSWERS, AnswerForm),
        **dict.fromkeys(renew.ANSWERS, RenewForm),
        Action.RECEIVED: ReceiveForm,
        Action.SHIP: ShipForm,
        Action.SENT_BACK: SendBackForm,
        Action.RECORD_ANSWER: RecordForm,
        Action.RECORD_MESSAGE: RecordForm,
    }
)
"""Acts without a form of their own are asked for in the general one."""


def form_for(
    link: Link,
    view: RequestView,
    action: Action,
    partners: Sequence[PartnerView],
    parent: QWidget | None = None,
) -> Asking:
    """The form of an act, standing on that act."""
    drawn = FORMS.get(action)
    if drawn is None:
        return ActionDialog(link, view, action, partners, parent)
    form = drawn(link, view, partners, parent)
    if isinstance(form, (AnswerForm, RenewForm)):
        form.choose(action)
    return form
