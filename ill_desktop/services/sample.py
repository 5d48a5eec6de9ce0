# house: table
"""The sample desk: an Indonesian university library in the middle of its work.

Made by the real services with a clock that is moved, so that its events, milestones and messages
are true. Everything in it is invented, and it says so.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.services import (
    acts,
    beside,
    duedates,
    lending,
    parcels,
    partners,
    post,
    reader_file,
    requests,
    sample_mail,
)
from ill_desktop.services.clock import Clock, SetClock
from ill_desktop.services.desk import Desk, NewDesk, make_desk, open_desk
from ill_desktop.services.folder import DeskFolder
from ill_desktop.services.requests import NewRequest

NAMES = {
    "en": "Sample desk: Universitas Nusa Raya Library",
    "id": "Meja contoh: Perpustakaan Universitas Nusa Raya",
}

PARTNERS = (
    ("Perpustakaan Nasional RI", "ISIL:ID-JKT-PNRI", "ID",
     "Jl. Medan Merdeka Selatan 11|Jakarta 10110"),
    ("Perpustakaan Universitas Gadjah Mada", "ISIL:ID-YOG-UGM", "ID",
     "Bulaksumur|Yogyakarta 55281"),
    ("Perpustakaan Universitas Airlangga", "ISIL:ID-SUB-UA", "ID",
     "Jl. Dharmawangsa Dalam|Surabaya 60286"),
    ("National Library of Australia", "ISIL:AU-NLA", "AU", "Parkes Place|Canberra ACT 2600"),
    ("Leiden University Libraries", "ISIL:NL-0200050000", "NL", "Witte Singel 27|2311 BG Leiden"),
    ("NUS Libraries", "ISIL:SG-NUS", "SG", "12 Kent Ridge Crescent|Singapore 119275"),
    ("Staatsbibliothek zu Berlin", "ISIL:DE-1", "DE", "Potsdamer Straße 33|10785 Berlin"),
    ("Perpustakaan Daerah Kota Nusa", "LOCAL:PDKN", "ID", "Jl. Melati 7|Nusa 40123"),
)  # fmt: skip
"""The last one has no letterbox: it is worked with by telephone and letter."""

PATRONS = """code,name,email,phone,category,department,pickup,language
U1001,Sari Wulandari,sari@example.org,,Mahasiswa,Sejarah,Pusat,id
U1002,Suharto,suharto@example.org,,Dosen,Sastra Indonesia,Pusat,id
U1003,Made Ayu Lestari,,,Mahasiswa,Biologi,Kampus B,id
U1004,Johannes Simanjuntak,,,Peneliti,Antropologi,Pusat,en
U1005,Ningsih,,,Mahasiswa,Kedokteran,Kampus B,id
U1006,Rahmat Hidayat,,,Dosen,Teknik Sipil,Pusat,id
"""

BOOKS = (
    ("Laskar pelangi", "Hirata, Andrea", "2005", "9789793062792"),
    ("Bumi manusia", "Toer, Pramoedya Ananta", "1980", ""),
    ("Max Havelaar", "Multatuli", "1860", ""),
    ("Sitti Nurbaya", "Rusli, Marah", "1922", ""),
    ("The Malay Archipelago", "Wallace, Alfred Russel", "1869", ""),
    ("The history of Java", "Raffles, Thomas Stamford", "1817", ""),
    ("Habis gelap terbitlah terang", "Kartini", "1922", ""),
    ("Salah asuhan", "Moeis, Abdoel", "1928", ""),
    ("Layar terkembang", "Alisjahbana, Sutan Takdir", "1936", ""),
    ("Belenggu", "Pane, Armijn", "1940", ""),
    ("Azab dan sengsara", "Siregar, Merari", "1920", ""),
    ("Rumphius herbarium Amboinense", "Rumphius, Georgius Everhardus", "1741", ""),
)
ARTICLES = (
    ("On the law which has regulated the introduction of new species", "Wallace, Alfred Russel",
     "Annals and magazine of natural history", "16", "184-196", "1855"),
    ("The rafflesia of Sumatra", "Brown, Robert", "Transactions of the Linnean Society", "13",
     "201-234", "1821"),
    ("Volcanoes of Java", "Junghuhn, Franz", "Tijdschrift voor Nederlandsch Indië", "7", "1-32",
     "1845"),
)  # fmt: skip

A = Action
BY_HAND = frozenset({A.RECORD_ANSWER, A.RECORD_MESSAGE})


Step = tuple[int, Action, dict[str, str]]


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """One request: days ago it began, which work and partner, and what was done each time."""

    ago: int
    work: int
    partner: int
    steps: tuple[Step, ...] = ()
    copy: bool = False
    lending: bool = False
    parcel: str = ""
    """It lies in the tray of its partner, or travels in a closed parcel of this tracking number."""


def _b(ago: int, work: int, partner: int, *steps: Step, copy: bool = False) -> Story:
    return Story(ago, work, partner, steps, copy)


def _l(ago: int, work: int, partner: int, *steps: Step, copy: bool = False) -> Story:
    return Story(ago, work, partner, steps, copy, lending=True)


def _in_parcel(story: Story, parcel: str) -> Story:
    return replace(story, parcel=parcel)


def _says(days: int, answer: str, **more: str) -> Step:
    return days, A.RECORD_ANSWER, {"answer": answer, **more}


def _told(after: int, message: str) -> Step:
    return after, A.RECORD_MESSAGE, {"message": message}


def _do(days: int, action: Action, **more: str) -> Step:
    return days, action, more


SENT = _do(0, A.SEND)
LOANED = _says(4, "loaned", due="+30", item="30100")
ARRIVED = _do(3, A.RECEIVED)
PROMISED = _do(1, A.WILL_SUPPLY)
TRAY = "open"
OFF_SHELF = (PROMISED, _do(0, A.PRINT_SLIP), _do(1, A.FETCHED))
SHIPPED = _do(1, A.SHIP, item="NR-881", due="+28")
GOT = _told(4, "received")

STORIES = (
    _b(1, 0, 0),
    _b(2, 3, 1),
    _b(3, 1, 1, SENT),
    _b(9, 2, 4, SENT),
    _b(6, 4, 3, SENT, _says(2, "expect-to-supply")),
    _b(7, 5, 0, SENT, _says(2, "will-supply")),
    _b(8, 6, 1, SENT, _says(3, "will-supply")),
    _b(6, 7, 5, SENT, _says(2, "conditions", condition="LibraryUseOnly", cost="15 SGD")),
    _b(10, 11, 4, SENT, _says(3, "retry-possible", after="+20")),
    _b(9, 8, 2, SENT, _says(4, "unfilled")),
    _b(12, 9, 1, SENT, LOANED),
    _b(11, 10, 0, SENT, _says(5, "loaned", due="+25", item="PN-55")),
    _b(8, 0, 6, SENT, _says(5, "copy-completed", url="https://example.org/scan.pdf"), copy=True),
    _b(25, 1, 0, SENT, LOANED, ARRIVED, _do(1, A.NOTIFY)),
    _b(34, 2, 1, SENT, LOANED, ARRIVED, _do(0, A.NOTIFY), _do(1, A.HANDED_OUT)),
    _b(36, 3, 2, SENT, _says(4, "loaned", due="+29"), ARRIVED, _do(1, A.NOTIFY)),
    _b(48, 4, 3, SENT, _says(5, "loaned", due="+30"), ARRIVED, _do(1, A.NOTIFY)),
    _b(45, 5, 1, SENT, LOANED, ARRIVED, _do(20, A.SENT_BACK)),
    _b(80, 6, 0, SENT, LOANED, ARRIVED, _do(18, A.SENT_BACK), _says(6, "loan-completed")),
    _b(72, 7, 1, SENT, LOANED, ARRIVED, _do(15, A.SENT_BACK), _says(5, "loan-completed")),
    _b(66, 1, 5, SENT, _says(3, "copy-completed"), _do(1, A.COPY_RECEIVED), copy=True),
    _b(40, 2, 3, SENT, _says(4, "copy-completed"), _do(0, A.COPY_RECEIVED), copy=True),
    _b(30, 8, 0, SENT, _do(1, A.ASK_CANCEL), _says(2, "cancel-yes")),
    _b(50, 9, 2, SENT, _says(3, "unfilled"), _do(1, A.GIVE_UP, reason="other")),
    _b(20, 10, 7, SENT, _do(2, A.CLOSE, reason="open-access")),
    _b(15, 11, 7, SENT, _says(3, "will-supply")),
    _l(0, 0, 1),
    _l(1, 1, 2),
    _l(2, 3, 7),
    _l(3, 4, 0, _do(1, A.CHECKING)),
    _l(5, 5, 4, _do(1, A.SUPPLY_WITH_CONDITIONS, condition="LibraryUseOnly")),
    _l(3, 6, 1, PROMISED),
    _l(4, 7, 2, PROMISED, _do(0, A.PRINT_SLIP)),
    _l(4, 8, 0, PROMISED, _do(1, A.PRINT_SLIP), _do(0, A.FETCHED)),
    _in_parcel(_l(5, 0, 0, *OFF_SHELF), TRAY),
    _in_parcel(_l(6, 6, 0, *OFF_SHELF), TRAY),
    _in_parcel(_l(12, 9, 1, PROMISED, SHIPPED), "NR 0071 4482 5"),
    _l(22, 10, 5, PROMISED, SHIPPED, GOT),
    _l(44, 2, 3, PROMISED, SHIPPED, GOT),
    _l(40, 1, 0, PROMISED, SHIPPED, GOT, _told(25, "shipped-return")),
    _l(70, 3, 1, PROMISED, SHIPPED, GOT, _told(20, "shipped-return"), _do(5, A.IS_BACK)),
    _l(62, 4, 2, PROMISED, SHIPPED, GOT, _told(22, "shipped-return"), _do(4, A.IS_BACK)),
    _l(33, 0, 6, _do(1, A.SEND_COPY, url="https://example.org/our-scan.pdf"), copy=True),
    _l(28, 5, 0, _do(2, A.CANNOT_SUPPLY, reason="NotOnShelf")),
    _l(18, 6, 1, _do(2, A.ASK_RETRY, reason="OnLoan", after="+14")),
    _l(26, 7, 2, _told(1, "cancel"), _do(1, A.ACCEPT_CANCEL)),
    _l(85, 8, 4, PROMISED, SHIPPED, GOT, _do(60, A.NOT_COMING_BACK)),
    _l(14, 9, 7, _do(3, A.CLOSE, reason="withdrawn")),
    _l(16, 11, 1, PROMISED, SHIPPED, GOT, _told(6, "renew")),
)


NOTES = {
    34: {
        "en": "The reader calls for it on Monday; keep it at the front desk.",
        "id": "Pemustaka mengambilnya hari Senin; simpan di meja depan.",
    },
    12: {
        "en": "They ask us to pack it in a box.",
        "id": "Mereka meminta agar dikemas dalam kardus.",
    },
}
CHARGES = {36: ("postage", "18000 IDR"), 48: ("voucher", "1"), 22: ("half-voucher", "1")}
"""Notes and charges, by the days ago their requests began."""


def sample_desk(place: Path, language: str = "en") -> Desk:
    """Make the sample desk in a folder and open it; raises `DeskExists`."""
    new = NewDesk(NAMES[language], "ISIL:ID-NR-UNR", language=language, sample=True)
    desk = make_desk(place, new)
    end = Clock().now().replace(microsecond=0)
    _people(desk, end)
    boxes, numbers = _boxes(desk), dict[Story, str]()
    for moment, story, step in _script(desk, end):
        desk.clock = SetClock(moment)
        if not step:
            numbers[story] = _begin(desk, story)
        else:
            _go_on(
                desk, numbers[story], story.steps[step - 1], boxes.get(PARTNERS[story.partner][1])
            )
        if step == len(story.steps) and story.parcel:
            _pack(desk, numbers[story], story.parcel)
    desk.clock = SetClock(end)
    post.run(desk, now=True)
    desk.close()
    return open_desk(place)


def _people(desk: Desk, end: datetime) -> None:
    desk.clock = SetClock(end - timedelta(days=95))
    exchange = DeskFolder(desk.folder.root).root / "exchange"
    for n, (name, symbol, country, address) in enumerate(PARTNERS):
        box = exchange / symbol.partition(":")[2]
        manual = n == len(PARTNERS) - 1
        partners.add(
            desk,
            partners.NewPartner(
                name,
                (symbol,),
                inbox="" if manual else str(box / "in"),
                outbox="" if manual else str(box / "out"),
                address=tuple(address.split("|")),
                country=country,
                language="id" if country == "ID" else "en",
            ),
        )
    own = ("Jl. Pendidikan 1", "Kota Nusa 40111", "Indonesia")
    partners.set_own_address(desk, "ship", own, "ID")
    desk.set_setting(duedates.MARGIN[0], 3)
    table = desk.folder.root / "sample-readers.csv"
    table.write_text(PATRONS, "utf-8")
    reader_file.load(desk, table)
    table.unlink()


def _boxes(desk: Desk) -> dict[str, tuple[str, str]]:
    """The letterboxes of the partners: where they leave files, and where we do."""
    return {one.symbol: (one.inbox, one.outbox) for one in partners.listed(desk) if one.inbox}


def _script(desk: Desk, end: datetime) -> list[tuple[datetime, Story, int]]:
    """Every story's beginning, step 0, and its steps, in the order in which they happened.

    Numbers and messages are given out as time goes on: an answer never lies before its question.
    """
    script: list[tuple[datetime, int, int, Story]] = []
    moment = end - timedelta(days=95)
    for n, story in enumerate(sorted(STORIES, key=lambda one: -one.ago)):
        at = moment = max(_begun(desk, story, end), moment + timedelta(minutes=1))
        script.append((at, n, 0, story))
        for step, (after, _, _) in enumerate(story.steps, 1):
            at = min(at + timedelta(days=after, minutes=7), end)
            script.append((at, n, step, story))
    return [(at, story, step) for at, _, step, story in sorted(script, key=lambda one: one[:3])]


def _begin(desk: Desk, story: Story) -> str:
    number = _lend(desk, story) if story.lending else _borrow(desk, story)
    if story.ago in NOTES:
        beside.add_note(desk, number, NOTES[story.ago][desk.library.language])
    if story.ago in CHARGES:
        beside.add_charge(desk, number, beside.NewCharge(*CHARGES[story.ago]))
    return number


def _go_on(desk: Desk, number: str, step: Step, box: tuple[str, str] | None) -> None:
    """One step: a message through the partner's letterbox, or what staff did."""
    _, action, values = step
    if "item" in values:  # no copy is in two places at once
        values = {**values, "item": f"{values['item']}{number[-2:]}"}
    by_mail = box is not None and action in BY_HAND
    letter = sample_mail.written(desk, number, values) if by_mail else None
    if letter is None or box is None:
        with desk.database.work() as session:
            acts.perform(desk, session, number, action, values)
    else:
        sample_mail.arrives(desk, box[0], letter)
    if box is not None:
        sample_mail.leaves(desk, *box)


def _pack(desk: Desk, number: str, parcel: str) -> None:
    tray = parcels.put_in(desk, number)
    if parcel != TRAY:
        parcels.close(desk, tray.number, parcel)


def _begun(desk: Desk, story: Story, end: datetime) -> datetime:
    """An hour of its day at which the library is open, and no hour that is still to come."""
    day = (end - timedelta(days=story.ago)).astimezone(ZoneInfo(desk.library.zone))
    hour, minute = 8 + story.work % 9, (11 * story.work + 7 * story.ago) % 60
    latest = end - timedelta(hours=story.work + 1)
    return min(day.replace(hour=hour, minute=minute, second=story.ago % 60), latest)


def _citation(story: Story) -> Citation:
    if story.copy:
        part, author, journal, volume, pages, year = ARTICLES[story.work % len(ARTICLES)]
        return Citation(
            title=journal,
            component_title=part,
            component_author=author,
            volume=volume,
            pages=pages,
            year=year,
            material=Material.ARTICLE,
        )
    title, author, year, isbn = BOOKS[story.work]
    return Citation(title=title, author=author, year=year, isbn=isbn)


def _borrow(desk: Desk, story: Story) -> str:
    first = PARTNERS[story.partner][1]
    second = PARTNERS[(story.partner + 1) % 7][1]
    day = desk.today()
    return requests.new(
        desk,
        NewRequest(
            Service.COPY if story.copy else Service.LOAN,
            _citation(story),
            patron=f"U100{1 + story.ago % 6}",
            suppliers=(first, second),
            needed_by=day + timedelta(days=40),
        ),
    )


def _lend(desk: Desk, story: Story) -> str:
    new = lending.NewLending(
        Service.COPY if story.copy else Service.LOAN,
        _citation(story),
        PARTNERS[story.partner][1],
        their_id=f"R-{story.ago:03d}{story.work:02d}",
        needed_by=desk.today() + timedelta(days=30),
    )
    number = lending.record(desk, replace(new, note=""))
    shelf = f"899.221 {story.work + 1} {_citation(story).display_author[:3].upper()}"
    acts.do(desk, number, Action.EDIT, {"call-number": shelf})
    return number
