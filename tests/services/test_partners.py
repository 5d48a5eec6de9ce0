"""The directory of partners: cards, folders, CSV."""

from pathlib import Path

import pytest

from ill_desktop.domain.errors import InUse, Invalid, Missing, NoInput, UnknownKey, Unreadable
from ill_desktop.domain.exchange import Profile
from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.services import acts, partners, post, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.partners import NewPartner
from tests.services.desks import OURS, THEIRS, THIRD, Pair, a_manual_partner, a_request, states


def test_a_card_keeps_what_was_typed(desk: Desk, tmp_path: Path) -> None:
    inbox, outbox = tmp_path / "in", tmp_path / "out"
    view = partners.add(
        desk,
        NewPartner(
            "  Perpustakaan\tB ",
            ("isil:ID-B", "OCLC:XYZ"),
            str(inbox),
            str(outbox),
            ("Jl. B 1\\nKota B", "40111"),
            country="id",
        ),
    )
    assert view.name == "Perpustakaan B"
    assert view.symbols == ("ISIL:ID-B", "OCLC:XYZ")
    assert (view.inbox, view.outbox, view.country) == (str(inbox), str(outbox), "ID")
    assert inbox.is_dir()
    assert outbox.is_dir()
    assert view.addresses[0].lines == ("Jl. B 1", "Kota B", "40111")
    assert partners.listed(desk) == (view,)
    assert partners.show(desk, "oclc:XYZ") == view


@pytest.mark.parametrize(
    "new",
    [
        NewPartner(" ", (THIRD,)),
        NewPartner("C", ()),
        NewPartner("C", ("not a symbol",)),
        NewPartner("C", (THEIRS,)),
        NewPartner("C", (OURS,)),
        NewPartner("C", (THIRD,), country="Indonesia"),
        NewPartner("C", (THIRD,), dialect="3.0"),
        NewPartner("C", (THIRD,), inbox="only-one"),
    ],
)
def test_a_card_that_cannot_be_is_not_made(desk: Desk, new: NewPartner, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    a_manual_partner(desk)
    with pytest.raises(Invalid):
        partners.add(desk, new)
    assert [one.symbol for one in partners.listed(desk)] == [THEIRS]


@pytest.mark.parametrize(
    "rest", [{"closed-days": "24/12 - soon"}, {"loan-days": "many"}, {"colour": "red"}]
)
def test_a_card_is_made_whole_or_not_at_all(desk: Desk, rest) -> None:
    with pytest.raises((Invalid, UnknownKey)):
        partners.add(desk, NewPartner("C", (THIRD,)), rest)
    assert partners.listed(desk) == ()
    made = partners.add(
        desk, NewPartner("C", (THIRD,)), {"closed-days": "24/12/26 - 3/1/27; 5/1/27"}
    )
    assert made.settings["closed-days"] == "2026-12-24..2027-01-03\n2027-01-05"


def test_a_folder_that_cannot_be_made_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Invalid):
        partners.add(desk, NewPartner("C", (THIRD,), str(tmp_path / "file"), str(tmp_path / "o")))
    assert partners.listed(desk) == ()


def test_every_key_of_a_card_can_be_changed(desk: Desk) -> None:
    a_manual_partner(desk)
    view = partners.change(
        desk,
        THEIRS,
        {
            "name": "B baru",
            "country": "sg",
            "language": "id",
            "note": "ask for Ibu Sari",
            "address": ["Jl. Baru 2", "Kota B"],
            "return-address": "Gudang",
            "dialect": "2021",
            "confirmations": "no",
            "koha-old": "yes",
            "loan-days": "21",
            "answer-days": "4",
            "reader-margin": "0",
            "telephone": " 0341  555 ",
            "courier": " TXA  012 ",
            "active": "no",
            "symbol": [THIRD, THEIRS],
        },
    )
    assert (view.name, view.country, view.language, view.note) == (
        "B baru", "SG", "id", "ask for Ibu Sari"
    )  # fmt: skip
    assert {a.purpose: a.lines for a in view.addresses} == {
        "ship": ("Jl. Baru 2", "Kota B"),
        "return": ("Gudang",),
    }
    assert view.settings == {
        **Profile().shown(), "dialect": "2021", "confirmations": "no", "koha-old": "yes",
        "loan-days": "21", "answer-days": "4", "reader-margin": "0",
        "closed-weekdays": "", "closed-days": "", "channel-of": "", "telephone": "0341 555",
        "courier": "TXA 012",
    }  # fmt: skip
    assert (view.dialect, view.active, view.symbol) == ("2021", False, THIRD)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"name": "x", "colour": "red"}, UnknownKey),
        ({"name": "x", "loan-days": "many"}, Invalid),
        ({"name": "x", "loan-days": "99999"}, Invalid),
        ({"name": "x", "confirmations": "perhaps"}, Invalid),
        ({"name": "x", "language": "klingon"}, Invalid),
        ({"name": "x", "symbol": ""}, Invalid),
        ({"name": "x", "symbol": OURS}, Invalid),
        ({"name": ""}, Invalid),
        ({"name": []}, Invalid),
    ],
)
def test_a_change_that_cannot_be_keeps_nothing(desk: Desk, values, error) -> None:
    a_manual_partner(desk)
    with pytest.raises(error):
        partners.change(desk, THEIRS, values)
    assert partners.show(desk, THEIRS).name == "Perpustakaan B"


def test_a_partner_entered_by_mistake_is_removed_and_one_in_use_stays(pair: Pair) -> None:
    desk = pair.borrower
    before = partners.listed(desk)
    wrong = partners.add(
        desk,
        NewPartner("Wrong", ("LOCAL:WRONG",), address=("Jl. 1",), mail="x@y.test"),
        {"closed-days": "24/12", "note": "?"},
    )
    assert partners.remove(desk, "LOCAL:WRONG", really=False) == "Wrong"
    assert partners.show(desk, "LOCAL:WRONG") == wrong
    assert partners.remove(desk, "LOCAL:WRONG") == "Wrong"
    assert partners.listed(desk) == before
    again = partners.add(desk, NewPartner("Right", ("LOCAL:WRONG",)))
    assert (again.note, again.mail, again.addresses) == ("", "", ())
    a_request(desk, "LOCAL:WRONG")
    with pytest.raises(InUse):
        partners.remove(desk, "LOCAL:WRONG")
    assert partners.show(desk, "LOCAL:WRONG") == again


def test_an_unknown_partner_is_missing(desk: Desk) -> None:
    with pytest.raises(Missing):
        partners.change(desk, THIRD, {"name": "x"})
    with pytest.raises(Invalid):
        partners.show(desk, "no symbol")


def test_a_manual_partner_given_folders_is_heard_through_them(pair: Pair, tmp_path: Path) -> None:
    """Both folders in one change, and one after the other, make one letterbox."""
    inbox, outbox = tmp_path / "c-in", tmp_path / "c-out"
    partners.change(pair.borrower, THIRD, {"inbox": str(inbox)})
    partners.change(pair.borrower, THIRD, {"outbox": str(outbox)})
    number = a_request(pair.borrower, THIRD)
    acts.do(pair.borrower, number, Action.SEND)
    assert post.run(pair.borrower, now=True).written == 1
    assert len(list(outbox.iterdir())) == 1


@pytest.mark.parametrize("one_by_one", [True, False])
def test_folders_that_moved_take_waiting_messages_along(pair: Pair, one_by_one: bool) -> None:
    """What waits for a drive that is gone leaves through the new folder."""
    ours, theirs = pair.ask()
    acts.do(pair.borrower, ours, Action.ASK_STATUS)
    new = {"inbox": str(pair.mail / "new-to-a"), "outbox": str(pair.mail / "new-to-b")}
    for key, value in new.items():
        if one_by_one:
            partners.change(pair.borrower, THEIRS, {key: value})
    if not one_by_one:
        partners.change(pair.borrower, THEIRS, new)
    partners.change(pair.lender, OURS, {"inbox": new["outbox"], "outbox": new["inbox"]})
    pair.lends(theirs, Action.WILL_SUPPLY)
    assert pair.here(ours).line.state is State.WILL_SUPPLY
    assert not [m for m in pair.here(ours).messages if m.state in ("held", "due", "failed")]
    assert not [m for m in pair.there(theirs).messages if m.state == "attention"]


def test_partners_behind_one_broker_share_its_folders(desk: Desk, tmp_path: Path) -> None:
    box = str(tmp_path / "in"), str(tmp_path / "out")
    partners.add(desk, NewPartner("B", (THEIRS,), *box))
    partners.add(desk, NewPartner("C", (THIRD,), *box))
    partners.change(desk, THIRD, {"outbox": str(tmp_path / "c")})
    assert partners.show(desk, THEIRS).outbox == box[1]
    assert partners.show(desk, THIRD).outbox == str(tmp_path / "c")


def test_a_partner_without_folders_is_manual_again(pair: Pair) -> None:
    partners.change(pair.borrower, THEIRS, {"inbox": "", "outbox": ""})
    number = a_request(pair.borrower, THEIRS)
    assert acts.do(pair.borrower, number, Action.SEND).manual
    assert states(pair.borrower) == {number: State.SENT}


def test_a_directory_survives_the_way_through_csv(desk: Desk, tmp_path: Path) -> None:
    box = str(tmp_path / "in"), str(tmp_path / "out")
    partners.add(desk, NewPartner('=B, "Tbk"', (THEIRS, "OCLC:1"), *box, ("Jl. 1", "Kota")))
    a_manual_partner(desk, THIRD, "Ćirić ﺎﻠﻠﻫ")
    before = partners.listed(desk)
    table = partners.dump(desk, tmp_path / "partners.csv")
    report = partners.load(desk, table)
    assert (report.added, report.changed, report.rejected) == (0, 2, ())
    assert partners.listed(desk) == before


def test_rows_that_cannot_be_taken_are_told_and_the_others_kept(desk: Desk, tmp_path: Path):
    table = tmp_path / "partners.csv"
    table.write_text(
        "name;symbol;country;address\n"
        "B;ISIL:ID-B;ID;Jl. 1 | Kota\n"
        ";ISIL:ID-X;ID;\n"
        "No symbol;;ID;\n"
        "Bad symbol;nothing;ID;\n"
        "Bad country;ISIL:ID-Y;Indonesia;\n"
        "Ours;ISIL:ID-A;ID;\n"
        "C;ISIL:ID-C\n",
        "utf-8",
    )
    report = partners.load(desk, table)
    assert (report.added, report.changed, len(report.rejected)) == (2, 0, 5)
    assert [one.line for one in report.rejected] == [3, 4, 5, 6, 7]
    assert all(one.message.endswith(".") for one in report.rejected)
    assert partners.show(desk, THEIRS).addresses[0].lines == ("Jl. 1", "Kota")


@pytest.mark.parametrize("data", [b"", b"\x00\xff\x00", b"code,title\n1,2\n", b"PK\x03\x04zip"])
def test_a_file_that_is_no_directory_is_unreadable(desk: Desk, tmp_path: Path, data) -> None:
    table = tmp_path / "partners.csv"
    table.write_bytes(data)
    with pytest.raises(Unreadable):
        partners.load(desk, table)


def test_a_file_that_is_not_there_is_no_input(desk: Desk, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(NoInput):
            partners.load(desk, path)


def test_our_own_address_goes_with_a_request(pair: Pair) -> None:
    partners.set_own_address(pair.borrower, "ship", ("Jl. A 9", "Kota A 40000"), "ID")
    _, theirs = pair.ask()
    said = requests.show(pair.lender, theirs).delivery_address
    assert said.splitlines() == ["Jl. A 9", "Kota A 40000", "ID"]
    with pytest.raises(Invalid):
        partners.set_own_address(pair.borrower, "party", ("x",))


def test_what_we_leave_is_never_what_we_read(desk: Desk, tmp_path: Path) -> None:
    one, other, new = (str(tmp_path / name) for name in ("one", "other", "new"))
    with pytest.raises(Invalid, match="outbox"):
        partners.add(desk, NewPartner("B", (THEIRS,), one, one))
    partners.add(desk, NewPartner("B", (THEIRS,), one, other))
    for inbox, outbox, field in ((other, new, "inbox"), (new, one, "outbox")):
        with pytest.raises(Invalid, match=field):
            partners.add(desk, NewPartner("C", ("ISIL:ID-C",), inbox, outbox))
    partners.change(desk, THEIRS, {"inbox": other, "outbox": one})
    assert partners.show(desk, THEIRS).inbox == other
