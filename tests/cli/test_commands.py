"""Every command of the promise: what it does, and the keys that scripts rely on (DESIGN §7)."""

import json
from pathlib import Path

import pymarc
import pypdf
import pytest

from ill_desktop.cli.request import ORDERS
from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.domain.queues import Queue
from ill_desktop.services import lending
from ill_desktop.services.desk import open_desk
from tests.cli.conftest import Ill

LINE = {
    *("number", "side", "service", "state", "label", "flags", "primary_action", "title"),
    *("author", "patron", "partner", "our_id", "their_id", "needed_by", "due", "created"),
}
WHOLE = LINE | {
    *("actions", "identifiers", "citation", "suppliers", "attempts", "items", "events"),
    *("messages", "documents", "notes"),
}
POST = ["read", "applied", "duplicate", "attention", "quarantined", "written", "failed"]
MESSAGE = {"id", "direction", "kind", "request", "partner", "state", "file", "at", "reason"}
UNTITLED = pymarc.Record()
UNTITLED.add_field(
    pymarc.Field("100", ["1", " "], [pymarc.Subfield("a", "Hirata, Andrea")]),
)
RIS = "TY  - BOOK\nTI  - {title}\nAU  - Hirata, Andrea\nSN  - 9789793062792\nER  -\n"


def test_init_makes_a_desk_and_says_where(tmp_path: Path, ill: Ill) -> None:
    place = tmp_path / "new"
    told = ill(
        *("--desk", place, "init", "--name", "N", "--symbol", "ISIL:ID-N", "--language", "id"),
        *("--country", "ID", "--zone", "Asia/Makassar", "--paper", "F4", "--test", "--json"),
    )
    assert (told.code, told.json) == (0, {"file": str(place)})
    assert (place / "desk.sqlite3").is_file()
    assert (
        ill("--desk", place, "request", "show", "1", "--json")
        .json["error"]["message"]
        .startswith("Tidak ada permintaan")
    )


def test_a_country_that_is_none_is_refused_with_those_there_are(tmp_path: Path, ill: Ill) -> None:
    named = ("--desk", tmp_path / "new", "init", "--name", "N", "--symbol", "ISIL:ID-N")
    told = ill(*named, "--country", "ZZ", "--json")
    assert (told.code, told.error) == (65, "invalid")
    assert "such as ZA, ZM, ZW." in told.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("country", "more", "made"),
    [
        ("US", (), ("ISIL:US-DESERT", "America/New_York", "Letter")),
        ("us", ("--zone", "America/Chicago", "--paper", "A4"), ("America/Chicago", "A4")),
        ("ID", (), ("Asia/Jakarta", "A4")),
    ],
)
def test_a_new_desk_has_what_its_country_uses(ill, tmp_path, country, more, made) -> None:
    place = tmp_path / "new"
    ill(
        "--desk", place, "init", "--name", "N", "--symbol", "US-DESERT", "--country", country, *more
    )
    desk = open_desk(place)
    library = desk.library
    assert (library.symbol, library.zone, library.paper)[-len(made) :] == made
    desk.close()


def test_init_leaves_a_desk_alone_that_is_there(desk: Path, ill: Ill) -> None:
    before = (desk / "desk.sqlite3").read_bytes()
    told = ill("init", "--name", "N", "--symbol", "ISIL:ID-N", "--json")
    assert (told.code, told.error) == (1, "desk-exists")
    assert (desk / "desk.sqlite3").read_bytes() == before


def test_a_folder_that_was_not_there_is_made_and_told(desk: Path, ill: Ill, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    named = ("--name", "C", "--symbol", "ISIL:ID-C", "--inbox", tmp_path / "in")
    told = ill("partner", "add", *named, "--outbox", tmp_path / "uot", "--json")
    assert told.json["outbox"] == str(tmp_path / "uot")
    assert (tmp_path / "uot").is_dir()
    assert told.err.strip() == f"The folder {tmp_path / 'uot'} was not there and was made."
    again = ill("partner", "set", "ISIL:ID-C", f"outbox={tmp_path / 'out'}", "--json")
    assert str(tmp_path / "out") in again.err
    assert ill("partner", "set", "ISIL:ID-C", f"inbox={tmp_path / 'in'}", "--json").err == ""


def test_partners_are_added_listed_shown_changed_and_carried_over(
    partner: Path, ill: Ill, tmp_path: Path
) -> None:
    one = ill("partner", "show", "ISIL:ID-B", "--json").json
    assert one["name"] == "B"
    assert one["outbox"] == str(partner)
    assert one["addresses"][0]["lines"] == ["Jl. B 1", "Kota B"]
    changed = ill("partner", "set", "ISIL:ID-B", "name=Baru", "note=a=b", "--json").json
    assert (changed["name"], changed["note"]) == ("Baru", "a=b")
    assert ill("partner", "set", "ISIL:ID-B", "colour=red", "--json").error == "unknown-key"
    file = tmp_path / "partners.csv"
    assert ill("partner", "export", file, "--json").json == {"file": str(file)}
    assert ill("partner", "import", file, "--json").json == {
        "added": 0,
        "changed": 1,
        "rejected": [],
    }
    assert [p["symbol"] for p in ill("partner", "list", "--json").json["partners"]] == ["ISIL:ID-B"]
    assert "Baru" in ill("partner", "list").out
    assert "Jl. B 1 / Kota B" in ill("partner", "show", "ISIL:ID-B").out
    assert ill("partner", "remove", "ISIL:ID-B", "--json").json == {"removed": "ISIL:ID-B"}
    assert ill("partner", "list", "--json").json == {"partners": []}


def test_what_is_open_with_a_partner_is_listed_and_made_a_file(
    number: str, partner: Path, ill: Ill, tmp_path: Path
) -> None:
    statement = ("partner", "statement", "ISIL:ID-B")
    assert (ill(*statement).code, ill(*statement).out) == (0, "")
    ill("request", "do", number, "send")
    whole = ill(*statement, "--json").json
    assert (whole["partner"], whole["symbol"], whole["on"]) == ("B", "ISIL:ID-B", "2026-03-09")
    assert whole["lines"] == [
        {
            "request_id": f"{number}-1",
            "supplier_id": None,
            "borrower": True,
            "phase": "asked",
            "due": None,
            "title": "Laskar pelangi",
            "number": number,
        }
    ]
    assert ill(*statement).out.split("  ") == [
        number, "we borrow", "asked for", "Laskar pelangi\n"
    ]  # fmt: skip
    table, paper = tmp_path / "ours.csv", tmp_path / "ours.pdf"
    for file in (table, paper):
        assert ill(*statement, "--out", file, "--json").json == {"file": str(file)}
    assert f"{number}-1" in table.read_text("utf-8-sig")
    assert number in pypdf.PdfReader(paper).pages[0].extract_text()
    for wrong in (("--out", "x.xlsx"), ("--out", table, "--compare", table)):
        assert (ill(*statement, *wrong).code, ill(*statement, *wrong).out) == (2, "")


def test_the_statement_of_a_partner_is_laid_beside_ours(
    number: str, partner: Path, ill: Ill, tmp_path: Path
) -> None:
    statement, file = ("partner", "statement", "ISIL:ID-B"), tmp_path / "theirs.csv"
    ill("request", "do", number, "send")
    rows = ["role,request,where,due,title,date", f"lender,{number}-1,asked,,Laskar,2026-03-08"]
    file.write_text("\n".join([*rows, "borrower,B-7,out,2026-04-01,Atheis,2026-03-08"]), "utf-8")
    found = ill(*statement, "--compare", file, "--json").json
    assert (found["partner"], found["theirs_on"]) == ("B", "2026-03-08")
    strange, same = found["lines"]
    assert (strange["verdict"], strange["ours"]) == ("only-theirs", None)
    assert (strange["theirs"]["request_id"], strange["theirs"]["due"]) == ("B-7", "2026-04-01")
    assert (same["verdict"], same["ours"]["number"]) == ("agree", number)
    first, second = ill(*statement, "--compare", file).out.splitlines()
    assert [one.strip() for one in first.split("  ") if one] == [
        "Only they know of it", "B-7", "they borrow", "–", "on loan, 1 Apr 2026", "Atheis"
    ]  # fmt: skip
    assert second.startswith("Both agree")


def test_patrons_come_from_a_file_and_bad_lines_are_told(
    desk: Path, ill: Ill, tmp_path: Path
) -> None:
    file = tmp_path / "patrons.csv"
    file.write_text(
        "code,name,email,phone,category,department,pickup,language\n"
        "P1,Ani,ani@example.org,,student,Law,Desk 2,id\n,Nobody,,,,,,\n",
        "utf-8",
    )
    told = ill("patron", "import", file, "--json")
    left = {"line": 3, "field": "code", "message": "Code is empty. Fill it in."}
    assert told.json == {"added": 1, "changed": 0, "rejected": [left]}
    assert "line 3" in told.err
    (one,) = ill("patron", "list", "--json").json["patrons"]
    assert (one["code"], one["department"], one["phone"]) == ("P1", "Law", None)
    new = ("request", "new", "--service", "loan", "--title", "T", "--patron", "P1")
    shown = ill("request", "show", ill(*new).out.strip(), "--json")
    assert shown.json["patron"] == "P1"
    assert "Ani" not in shown.out


def test_a_table_of_partners_answers_as_one_of_readers_does(
    desk: Path, ill: Ill, tmp_path: Path
) -> None:
    file = tmp_path / "partners.csv"
    file.write_text("name,symbol\nB,ISIL:ID-B\n,ISIL:ID-X\n", "utf-8")
    told = ill("partner", "import", file, "--json")
    left = {"line": 3, "field": "name", "message": "Name is empty. Fill it in."}
    assert told.json == {"added": 1, "changed": 0, "rejected": [left]}
    assert "line 3" in told.err


def test_a_new_request_gives_its_number_and_a_list_row(partner: Path, ill: Ill) -> None:
    made = ill(
        *("request", "new", "--service", "copy", "--title", "Tempo", "--component-title", "Kopi"),
        *("--pages", "1-3", "--supplier", "ISIL:ID-B", "--needed-by", "2026-04-01"),
        *("--max-cost", "12.50 USD", "--note", "segera", "--json"),
    ).json
    assert set(made) == {"number"}
    listed = ill("request", "list", "--json").json
    assert set(listed) == {"requests", "total"}
    (row,) = listed["requests"]
    assert set(row) == LINE
    assert row["number"] == made["number"] == "26000001"
    assert row["title"] == "Kopi"
    assert row["needed_by"] == "2026-04-01"
    assert row["created"] == "2026-03-09T03:00:00Z"
    assert row["partner"] is None
    assert row["patron"] is None
    assert (row["side"], row["service"], row["state"], row["label"], row["primary_action"]) == (
        *("borrowing", "copy", "draft", "Draft", "send"),
    )


def test_a_request_in_full_has_every_key(number: str, ill: Ill) -> None:
    whole = ill("request", "show", number, "--json").json
    assert set(whole) >= WHOLE
    assert whole["citation"]["author"] == "Hirata, Andrea"
    assert whole["citation"]["doi"] is None
    assert whole["actions"][0] == "send"
    assert [one["symbol"] for one in whole["suppliers"]] == ["ISIL:ID-B"]
    assert whole["events"][0]["kind"] == "created"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("one.ris", RIS.format(title="Laskar pelangi")),
        ("one.bib", "@book{a, title={Laskar pelangi}, author={Hirata, Andrea}, year={2005}}"),
        ("one.txt", "ctx_ver=Z39.88-2004&rft.btitle=Laskar+pelangi&rft.au=Hirata,+Andrea"),
    ],
)
def test_a_request_is_read_from_a_file_and_options_win(
    desk: Path, ill: Ill, tmp_path: Path, name: str, data: str
) -> None:
    file = tmp_path / name
    file.write_text(data, "utf-8")
    given = ("--from", file, "--year", "1999", "--json")
    number = ill("request", "new", "--service", "loan", *given).json["number"]
    cited = ill("request", "show", number, "--json").json["citation"]
    assert (cited["title"], cited["year"]) == ("Laskar pelangi", "1999")
    assert "Hirata" in cited["author"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("one.ris", "TY  - BOOK\nAU  - Hirata, Andrea\nER  -\n"),
        ("one.bib", "@book{x, author={Hirata, Andrea}}\n"),
        ("one.mrc", UNTITLED.as_marc()),
    ],
)
def test_an_option_gives_a_record_the_title_it_lacks(
    desk: Path, ill: Ill, tmp_path: Path, name: str, data: str | bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    given = ("request", "new", "--service", "loan", "--from", file)
    refused = ill(*given, "--json")
    assert (refused.code, refused.error) == (65, "unreadable")
    assert "--title" in ill(*given).err
    made = ill(*given, "--title", "Laskar pelangi")
    assert (made.code, made.err) == (0, "")
    cited = ill("request", "show", made.out.strip(), "--json").json["citation"]
    assert cited["title"] == "Laskar pelangi"
    assert "Hirata" in cited["author"]


def test_a_record_is_chosen_by_its_place(desk: Path, ill: Ill, tmp_path: Path) -> None:
    file = tmp_path / "two.ris"
    file.write_text(RIS.format(title="Satu") + "\n" + RIS.format(title="Dua"), "utf-8")
    for record, title in ((2, "Dua"), (1, "Satu")):
        number = ill("request", "new", "--service", "loan", "--from", file, "--record", record).out
        assert ill("request", "show", number.strip(), "--json").json["title"] == title
    wrong = ill("request", "new", "--service", "loan", "--from", file, "--record", 3, "--json")
    assert (wrong.code, wrong.error) == (1, "missing")


def test_a_second_request_for_the_same_work_warns_and_is_made(number: str, ill: Ill) -> None:
    told = ill("request", "new", "--service", "loan", "--title", "Laskar Pelangi!")
    assert told.code == 0
    assert told.out.strip() != number
    assert number in told.err


def test_lists_go_on_after_a_number_and_can_be_whole(desk: Path, ill: Ill) -> None:
    for n in range(5):
        ill("request", "new", "--service", "loan", "--title", f"Buku {n}")
    page = ill("request", "list", "--limit", 2, "--json").json
    assert page["total"] == 5
    assert [row["number"] for row in page["requests"]] == ["26000005", "26000004"]
    rest = ill("request", "list", "--limit", 2, "--after", "26000004", "--json").json
    assert [row["number"] for row in rest["requests"]] == ["26000003", "26000002"]
    assert len(ill("request", "list", "--limit", 0, "--json").json["requests"]) == 5
    found = ill("request", "list", "--find", "Buku 3", "--json").json["requests"]
    assert [row["number"] for row in found] == ["26000004"]


@pytest.mark.parametrize("queue", Queue)
def test_every_queue_can_be_listed(number: str, ill: Ill, queue: Queue) -> None:
    told = ill("request", "list", "--queue", queue, "--json")
    assert told.code == 0
    assert told.json["total"] == (1 if queue is Queue.DRAFTS else 0)


def test_what_waits_too_long_is_listed_by_its_reason(
    number: str, ill: Ill, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listed(*options: str) -> list[str]:
        told = ill("request", "list", "--reason", *options, "--json")
        assert told.code == 0
        assert told.json["total"] == len(told.json["requests"])
        return [row["number"] for row in told.json["requests"]]

    ill("request", "do", number, "send")
    assert listed("unanswered") == []
    monkeypatch.setenv("ILL_NOW", "2026-03-17T03:00:00+00:00")
    ill("post")
    assert ill("request", "do", number, "acknowledge").code == 0
    assert ill("request", "list", "--queue", "attention", "--json").json["total"] == 0
    assert listed("unanswered") == listed("UNANSWERED", "--queue", "attention") == [number]
    assert listed("unanswered", "--side", "lending") == listed("not-arrived") == []
    assert ill("request", "list", "--reason", "late", "--json").code == 2
    refused = ill("request", "list", "--reason", "due-soon", "--sort", "due", "--json")
    assert (refused.code, "Choose one of: newest, oldest." in refused.err) == (65, True)


@pytest.mark.parametrize("action", Action)
def test_every_action_is_known_and_the_life_cycle_decides(
    number: str, ill: Ill, action: Action
) -> None:
    keys = [f"{k}={v}" for k, v in {"reason": "other", "note": "x"}.items()]
    told = ill("request", "do", number, action, *keys, "--json")
    assert told.code in {0, 1, 2, 65}
    if told.code == 0:
        assert set(told.json) >= WHOLE
    else:
        assert told.error in {"refused", "unknown-key", "needed", "invalid"}


def test_an_act_answers_with_the_request_and_can_be_taken_back(number: str, ill: Ill) -> None:
    sent = ill("request", "do", number, "SEND", "supplier=ID-B", "--json").json
    assert (sent["state"], sent["our_id"]) == ("sent", f"{number}-1")
    assert sent["partner"] == {"name": "B", "symbol": "ISIL:ID-B"}
    assert sent["attempts"][0]["our_id"] == f"{number}-1"
    back = ill("request", "undo", number, "--json").json
    assert back["state"] == "draft"
    again = ill("request", "undo", number, "--json")
    assert (again.code, again.error) == (1, "cannot-undo")


def test_a_list_is_put_in_order_by_days_and_goes_on_after_a_number(desk: Path, ill: Ill) -> None:
    new = ("request", "new", "--service", "loan", "--needed-by")
    for title, day in (("A", "2026-05-01"), ("B", "2026-04-01"), ("C", "2026-06-01")):
        assert ill(*new, day, "--title", title).code == 0

    def titles(*options: str) -> str:
        found = ill("request", "list", *options, "--json").json["requests"]
        return "".join(one["title"] for one in found)

    assert titles() == "CBA"
    assert titles("--sort", "oldest") == "ABC"
    assert titles("--sort", "needed-by") == "BAC"
    assert titles("--sort", "needed-by", "--after", "26000002") == "AC"
    assert titles("--sort", "needed-by-latest", "--limit", "1") == "C"
    refused = ill("request", "list", "--find", "A", "--sort", "due", "--json")
    assert (refused.code, refused.error) == (65, "invalid")
    assert "newest, oldest" in refused.err
    for odd in ("26000002@soon", "@", "x"):
        missing = ill("request", "list", "--after", odd, "--json")
        assert (missing.code, missing.error) == (1, "missing")


@pytest.mark.parametrize("order", ORDERS)
def test_pages_of_one_go_through_a_list_whose_days_are_of_requests_long_over(
    partner: Path, ill: Ill, order: str
) -> None:
    """What a finished request was due no order looks at any more."""
    days = ("2026-04-10", "2026-04-12", "2026-04-12", "")
    new = ("request", "new", "--service", "loan", "--title", "T", "--supplier", "ISIL:ID-B")
    for n, day in enumerate(days):
        needed = ("--needed-by", day) if day else ()
        number = ill(*new, *needed).out.strip()
        ill("request", "do", number, "send")
        if day:
            ill("request", "do", number, "received", f"due={day}")
        if n in (1, 3):
            assert ill("request", "do", number, "close", "reason=other").code == 0

    def numbers(*options: str) -> list[str]:
        found = ill("request", "list", "--sort", order, *options, "--json").json["requests"]
        return [one["number"] for one in found]

    whole, read = numbers("--limit", "0"), numbers("--limit", "1")
    for _ in days[1:]:
        read += numbers("--limit", "1", "--after", read[-1])
    assert read == whole
    assert len(set(read)) == len(days)
    assert numbers("--limit", "1", "--after", read[-1]) == []


def test_local_fields_are_set_and_unknown_ones_refused(number: str, ill: Ill) -> None:
    whole = ill("request", "set", number, "max-cost=20 usd", "title=Baru", "--json").json
    assert whole["title"] == "Baru"
    assert whole["max_cost"] == {"amount": 20, "currency": "USD"}
    ours = ill("request", "set", number, "max-cost=50.000", "--json").json
    assert ours["max_cost"] == {"amount": 50000, "currency": "IDR"}
    assert ill("request", "set", number, "shape=round", "--json").error == "unknown-key"
    assert ill("request", "set", number, "shape").code == 2


def test_a_cost_above_what_was_allowed_is_told_until_it_is_accepted(
    number: str, partner: Path, ill: Ill
) -> None:
    ill("request", "set", number, "max-cost=10 USD")
    ill("request", "do", number, "send")
    asked = ("record-answer", "answer=conditions", "condition=LibraryUseOnly", "cost=15 USD")
    told = "15 USD, above the highest cost, 10 USD"
    assert told in ill("request", "do", number, *asked).out
    assert told in ill("request", "show", number).out
    assert told not in ill("request", "do", number, "accept-conditions").out


def test_the_post_counts_what_it_did_and_the_ledger_shows_it(
    number: str, partner: Path, ill: Ill, tmp_path: Path
) -> None:
    ill("request", "do", number, "send")
    assert list(ill("post", "--json").json) == POST
    assert list(partner.iterdir()) == []
    now = ill("post", "--now", "--json").json
    assert (now["written"], now["read"], now["failed"]) == (1, 0, 0)
    (file,) = partner.iterdir()
    (sent,) = ill("post", "list", "--json").json["messages"]
    assert set(sent) == MESSAGE
    assert (sent["direction"], sent["state"], sent["request"]) == ("out", "written", number)
    assert sent["file"] == file.name
    shown = ill("post", "show", sent["id"], "--json").json
    assert shown["text"].startswith("<?xml")
    assert ill("post", "show", sent["id"]).out.startswith("<?xml")
    again = ill("post", "resend", sent["id"], "--json").json
    assert again["id"] != sent["id"]
    ill("post", "--now")
    assert len(list(partner.iterdir())) == 2
    states = ill("post", "list", "--state", "written", "--json").json["messages"]
    assert {one["id"] for one in states} >= {again["id"]}


def test_what_is_no_message_is_put_aside_and_counted(
    partner: Path, desk: Path, ill: Ill, tmp_path: Path
) -> None:
    (tmp_path / "from-b" / "page.xml").write_text("<html><body/></html>", "utf-8")
    told = ill("post", "--json").json
    assert (told["read"], told["quarantined"]) == (1, 1)
    assert list((desk / "quarantine").rglob("*.reason.txt"))
    assert told["read"] == sum(told[key] for key in POST[1:5])


KINDS = (
    *("request-slip", "pull-slip", "book-strap", "lender-strap", "shipping-label"),
    "return-label",
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_prints_with_its_counts(
    number: str, ill: Ill, tmp_path: Path, kind: str
) -> None:
    ill("request", "do", number, "send")
    target = tmp_path / "out.pdf"
    told = ill("print", kind, number, "--out", target, "--json")
    assert told.json == {"file": str(target), "pages": 1, "items": 1}
    assert target.read_bytes().startswith(b"%PDF-")


def test_stocks_are_listed_and_each_has_its_test_sheet(
    desk: Path, ill: Ill, tmp_path: Path
) -> None:
    stocks = ill("print", "stocks", "--json").json["stocks"]
    assert {"code", "name", "page", "columns", "rows"} <= set(stocks[0])
    target = tmp_path / "t.pdf"
    told = ill("print", "test-sheet", "--stock", stocks[-1]["code"], "--out", target, "--json")
    assert told.json["file"] == str(target)
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_test_sheet_speaks_the_language_of_the_desk(ill: Ill, tmp_path: Path) -> None:
    at, target = ("--desk", tmp_path / "meja"), tmp_path / "uji.pdf"
    ill(*at, "init", "--name", "Nusa", "--symbol", "ISIL:ID-NUSA", "--language", "id")
    ill(*at, "print", "test-sheet", "--stock", "A4", "--out", target)
    text = pypdf.PdfReader(target).pages[0].extract_text()
    assert "Cetak" in text
    assert "Print" not in text


def test_the_figures_have_their_keys(number: str, ill: Ill) -> None:
    ill("request", "do", number, "send")
    told = ill("statistics", "--month", "2026-03", "--json").json
    assert set(told) == {"from", "to", "rules", "measures"}
    assert (told["from"], told["to"]) == ("2026-03", "2026-03")
    by_code = {one["code"]: one for one in told["measures"]}
    assert set(by_code["B2"]) >= {"code", "label", "value", "definition", "breakdowns"}
    assert by_code["B2"]["value"] == 1
    assert by_code["L1"]["value"] == 0
    part = by_code["B2"]["breakdowns"][0]
    assert set(part) == {"by", "key", "label", "value", "few"}


@pytest.mark.parametrize(
    ("form", "start"),
    [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("pdf", b"%PDF-"), ("json", b"{"), ("table", b"B")],
)
def test_the_figures_are_written_in_every_format(
    desk: Path, ill: Ill, tmp_path: Path, form: str, start: bytes
) -> None:
    target = tmp_path / f"figures.{'txt' if form == 'table' else form}"
    span = ("--month", "2026-01", "--to", "2026-03", "--out", target)
    for given in (("--format", form), ()):
        told = ill("statistics", *span, *given, "--json")
        assert told.json == {"file": str(target)}
        assert target.read_bytes().startswith(start)
        target.unlink()


def test_the_figures_on_the_screen_are_a_table_or_csv(desk: Path, ill: Ill) -> None:
    assert "Requests sent" in ill("statistics", "--month", "2026-03").out
    assert "B2" in ill("statistics", "--month", "2026-03", "--format", "csv").out
    assert json.loads(ill("statistics", "--month", "2026-03", "--format", "json").out)["rules"]


def test_a_backup_brings_everything_back_and_skips_numbers(
    number: str, ill: Ill, tmp_path: Path
) -> None:
    file = tmp_path / "copy.sqlite3"
    assert ill("backup", "--out", file, "--json").json == {"file": str(file)}
    ill("request", "set", number, "title=Salah")
    told = ill("restore", file, "--json")
    assert told.code == 0
    assert Path(told.json["file"]).is_file()
    assert "1,000" in told.err
    assert ill("request", "show", number, "--json").json["title"] == "Laskar pelangi"
    following = ill("request", "new", "--service", "loan", "--title", "Baru").out.strip()
    assert int(following) > int(number) + 1000


def test_a_sound_desk_is_called_sound(number: str, ill: Ill) -> None:
    told = ill("check", "--json")
    assert (told.code, told.json) == (0, {"ok": True, "problems": []})
    assert "sound" in told.err


def test_the_demo_leaves_two_desks_and_their_papers(ill: Ill, tmp_path: Path) -> None:
    out = tmp_path / "demo"
    told = ill("demo", "--out", out, "--json")
    assert told.code == 0
    for name in ("desk-a", "desk-b"):
        rows = ill("--desk", out / name, "request", "list", "--json").json["requests"]
        assert {row["state"] for row in rows} == {"done"}
        assert len(rows) == 2
        assert ill("--desk", out / name, "check").code == 0
    assert len(list(out.glob("*.pdf"))) >= 4
    assert list(out.glob("*.xlsx"))
    assert (ill("demo", "--out", out).code, ill("demo", "--out", out, "--json").error) == (
        1,
        "desk-exists",
    )


def test_an_odd_due_date_is_told_and_a_renewal_into_the_past_refused(
    partner: Path, desk: Path, ill: Ill
) -> None:
    opened = open_desk(desk)
    new = lending.NewLending(Service.LOAN, Citation(title="Saman"), "ISIL:ID-B")
    lent = lending.record(opened, new)
    opened.close()
    shipped = ill("request", "do", lent, "ship", "due=2026-03-02", "on=2026-02-27")
    assert (shipped.code, "past" in shipped.err) == (0, True)
    assert "That is before the request was made" in shipped.err
    ill("request", "set", lent, "due=2026-04-20")
    assert ill("request", "do", lent, "record-message", "message=renew").code == 0
    past = ill("request", "do", lent, "renew", "due=2026-03-08", "--json")
    assert (past.code, past.error) == (65, "invalid")
    early = ill("request", "do", lent, "renew", "due=2026-04-20", "--json")
    assert (early.code, "20 Apr 2026" in early.err) == (0, True)
    assert early.json["due"] == "2026-04-20"
