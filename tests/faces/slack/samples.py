"""Replies to draw: each holds what one of them must survive."""

from bot.replies.model import Button, Chart, Items, Paragraph, Reply, SourceLine, Table

__all__ = ["CHOICE", "EVERYTHING", "HOSTILE", "LEVEL", "NAMES", "RANKING", "SAMPLES"]

_TABLE = Table(
    "Bedragen in duizend euro",
    ("Krediet", "BA 2021", "Delta", "BO 2022", "Delta %"),
    (
        ("VAK", "1.642.658", "+57.697", "1.700.355", "+3,5\u00a0%"),
        ("VEK", "1.642.458", "+57.700", "1.700.158", "+3,5\u00a0%"),
    ),
    (False, True, True, True, True),
)
_CONTEXT = (
    "VAK is het vastleggingskrediet: het bedrag dat vastgelegd mag worden. BO 2022 is de begrotingsopmaak 2022, "
    "BA 2021 de begrotingsaanpassing 2021. Bereik: Werk en Sociale Economie, inclusief VDAB."
)
_SOURCES = (
    SourceLine("Voorbeelddocument (18 oktober 2021), slide 3: Budgetevolutie", "https://voorbeeld.be/bbt?d=1&slide=3"),
    SourceLine("Voorbeelddocument (18 oktober 2021), slide 11: Loopbanen", None),
)
_STEPS = (
    Button("VEK", "loopbanen VEK"),
    Button("Waarom", "waarom loopbanen"),
    Button("Vergelijk ISE's", "rangschik de ISE's"),
    Button("Bron", "bron loopbanen"),
)
_PASTE = "Loopbanen kreeg 1.700,4 miljoen euro VAK in BO 2022 (bron: Voorbeelddocument, slide 3)."

LEVEL = Reply(
    "ok",
    "Loopbanen: 1.700,4 miljoen euro VAK in BO 2022, 57,7 miljoen euro meer dan in BA 2021 (+3,5\u00a0%).",
    (_TABLE,),
    (),
    _CONTEXT,
    _SOURCES[:1],
    _PASTE,
    (),
    _STEPS,
)

EVERYTHING = Reply(
    "ok",
    LEVEL.headline,
    (
        _TABLE,
        Items(
            "Redenen van de stijging in VAK",
            (
                ("+13,0 miljoen euro", "Indexmechanisme dienstencheques (nieuw beleid)", 0),
                ("+11,8 miljoen euro", "Volume dienstencheques (volume)", 0),
                ("+35,7 miljoen euro", "Index dienstencheques (index)", 0),
                ("-1,9 miljoen euro", "Prognose dienstencheques (raming)", 0),
                ("+1,1 miljoen euro", "Zorgkrediet (aard niet vermeld)", 0),
                ("+1,8 miljoen euro", "waarvan index", 1),
                ("-0,7 miljoen euro", "waarvan LBO (aard niet vermeld)", 1),
                ("-1,8 miljoen euro", "Landingsbanen (aard niet vermeld)", 0),
                ("+57,9 miljoen euro", "Som van de redenen", 0),
                ("-0,2 miljoen euro", "Afrondingsverschil (-203 duizend euro)", 0),
                ("+57,7 miljoen euro", "Stijging VAK volgens de tabel", 0),
            ),
        ),
        Chart(
            "Redenen bij Loopbanen, in miljoen euro",
            "VAK",
            (
                ("Indexmechanisme DC", 13.0),
                ("Volume DC", 11.8),
                ("Index DC", 35.7),
                ("Prognose DC", -1.9),
                ("Zorgkrediet", 1.1),
                ("Landingsbanen", -1.8),
            ),
        ),
        Paragraph("De redenen gaan alleen over VAK."),
    ),
    ("Loopbanen stijgt meer dan het hele programma JD (+57.074 duizend euro).",),
    _CONTEXT,
    _SOURCES,
    _PASTE,
    (),
    _STEPS,
)

CHOICE = Reply(
    "ambiguous",
    "Duurzame arbeidsmarkt staat er twee keer in. Welke bedoel je?",
    sources=_SOURCES[:1],
    choices=(
        Button("Duurzame arbeidsmarkt (werk)", "duurzame arbeidsmarkt werk"),
        Button("Duurzame arbeidsmarkt (sociale economie)", "duurzame arbeidsmarkt SE"),
    ),
    buttons=(Button("Hulp", "help"),),
)

RANKING = Reply(
    "ok",
    "Loopbanen stijgt het meest in VAK: +57,7 miljoen euro.",
    (
        Table(
            "Bedragen in duizend euro, VAK",
            ("Lijn", "BA 2021", "Delta", "BO 2022", "Delta %"),
            tuple(
                (f"Een lijn met een lange naam, nummer {at}", f"1.{at:03}.658", f"+{at}7.697", "", f"+{at},5\u00a0%")
                for at in range(1, 14)
            ),
            (False, True, True, True, True),
        ),
        Table("Nog een tabel", ("", "Waarde"), (("a", "1"), ("b", "2", "3")), (False, True)),
        Chart(
            "Een titel die veel te lang is om boven een grafiek van Slack te staan",
            "een reeks met een lange naam",
            (("a", 1.5),),
        ),
        Chart("Twee", "VAK", (("a", 2.5), ("b", -3.25))),
        Chart("Drie", "VAK", (("a", 4.125),)),
        Chart("Vier", "VAK", tuple((f"balk {at}", float(at)) for at in range(25))),
    ),
    (),
    _CONTEXT,
    _SOURCES,
    _PASTE,
    (),
    (Button("Een stap met een zo lang opschrift dat geen knop van Slack het ooit helemaal zal kunnen tonen", "stap"),),
)

_EVIL = "<!channel> *x* _y_ ~z~ `q` @here <@U1> <https://kwaad.example|klik> & \u202e\u200b\x00 R&D > ```"
HOSTILE = Reply(
    "ok",
    _EVIL,
    (
        Paragraph(_EVIL),
        Table(_EVIL, (_EVIL, _EVIL), ((_EVIL, _EVIL), ("", " ")), (False, True)),
        Items(_EVIL, ((_EVIL, _EVIL, 0), ("", "", 1), ("", _EVIL, 5))),
        Chart(_EVIL, _EVIL, ((_EVIL, 1.0), (_EVIL, 2.0))),
    ),
    (_EVIL,),
    _EVIL,
    (
        SourceLine(_EVIL, "javascript:alert(1)"),
        SourceLine(_EVIL, "https://x.example/a|b>c"),
        SourceLine("goed", "https://x.example/a?b=1&c=2"),
    ),
    _EVIL,
    (Button(_EVIL, _EVIL),),
    (Button(_EVIL, "x" * 2_500), Button("leeg", "")),
)

SAMPLES = {"level": LEVEL, "everything": EVERYTHING, "choice": CHOICE, "ranking": RANKING, "hostile": HOSTILE}
NAMES = tuple(SAMPLES)
