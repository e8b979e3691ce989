"""The headline alone answers: one line per kind of question, asked as typed queries."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.replies.build import build
from budget.answers import AuditBody, SearchBody, Status
from budget.engine import answer
from budget.model import Credit, Level, Nature, Round
from budget.queries import (
    ActionQuery,
    ArithmeticQuery,
    AuditQuery,
    ChoiceQuery,
    CompareQuery,
    CreditCompareQuery,
    FigureQuery,
    GlossaryQuery,
    LookupQuery,
    Measure,
    NatureQuery,
    PolicyAspect,
    PolicyQuery,
    RankQuery,
    ReadNumber,
    ReasonCode,
    ReasonQuery,
    RefusalQuery,
    RestQuery,
    SearchQuery,
    ShareQuery,
    SourceQuery,
    SourceTopic,
    StructureQuery,
    StructureTopic,
    SumQuery,
)

BA, DELTA, PCT = Round("BA", 2021), Measure.DELTA, Measure.PCT
LOOP, COMP, WERK, SE = "jd-loopbanen", "jf-competenties", "jd-duurzame-arbeidsmarkt", "je-duurzame-arbeidsmarkt"


def eur(text: str, value: int, step: int) -> ReadNumber:
    return ReadNumber("eur", value, step, signed=False, text=text)


FALLERS = RankQuery(measure=DELTA, direction=-1, descending=False)
CASES = [
    (SumQuery(("jd", LOOP)), "Programma JD en loopbanen overlappen"),
    (LookupQuery(eur("1,8 miljoen", 1_800_000, 100_000)), "1,8 miljoen kan meer dan één ding zijn: index VOP"),
    (
        FigureQuery(("jd-activering", "je-activering"), bare=True),
        "Activering (werk): 1.173,8 miljoen euro VAK in BO 2022",
    ),
    (FigureQuery((WERK,), PCT, Credit.VEK), "Duurzame arbeidsmarkt (werk) daalt met 3,9\u00a0% in VEK"),
    (FigureQuery(("vdab-jf",)), "Programma JF bij VDAB: 167,1 miljoen euro VAK"),
    (FigureQuery(("wse",), DELTA), "Het hele beleidsdomein WSE stijgt met 78,8 miljoen euro VAK"),
    (
        FigureQuery(("sd-sterke-loopbanen",), DELTA),
        "De doelstelling Sterke loopbanen binnen een stimulerend leerklimaat stijgt",
    ),
    (ReasonQuery(LOOP, Credit.VEK), "Voor de stijging van het VEK van loopbanen geeft het document geen reden."),
    (ReasonQuery("jf"), "Programma JF stijgt met 2,7 miljoen euro VAK"),
    (ReasonQuery("sd-sterke-loopbanen"), "De doelstelling Sterke loopbanen"),
    (PolicyQuery(("dienstencheques",)), "Dienstencheques: samen +58,6 miljoen euro VAK, onder loopbanen."),
    (PolicyQuery(("sectorconvenants",)), "Sectorconvenants: het document noemt geen bedrag. Oorzaak: de convenants"),
    (PolicyQuery(("sine",), aspect=PolicyAspect.REASON), "SINE: -3,9 miljoen euro VAK (geactualiseerde raming)"),
    (PolicyQuery(("vdab-netto",), aspect=PolicyAspect.REASON), "Een reden voor VDAB netto staat niet in het document."),
    (
        PolicyQuery(("sine",), aspect=PolicyAspect.REASON, credit=Credit.VEK),
        "Voor het VEK geeft het document geen reden",
    ),
    (PolicyQuery(("sine",), round=BA), "Een apart bedrag voor SINE in BA 2021 staat niet in het document"),
    (PolicyQuery(("sine",), round=Round("", 2019)), "Voor SINE geeft het document dat cijfer niet"),
    (
        PolicyQuery(("mvo",), asked=True),
        "Een bedrag voor sociaal en maatschappelijk verantwoord ondernemerschap (MVO) staat niet",
    ),
    (PolicyQuery(("mvo",), aspect=PolicyAspect.QUANTITY), "Een aantal voor sociaal"),
    (
        PolicyQuery(("esf",), aspect=PolicyAspect.QUANTITY),
        "Een aantal voor ESF staat niet in het document. Wel een periode",
    ),
    (PolicyQuery(("esf",), aspect=PolicyAspect.WHAT), "Nieuw ESF-programma (2021-2027): er start"),
    (
        PolicyQuery(("esf",), aspect=PolicyAspect.WHERE),
        "ESF staat onder thema-overschrijdend (programma JD), op slides 15 en 16.",
    ),
    (PolicyQuery(("jobbonus",), aspect=PolicyAspect.QUANTITY), "Jobbonus: 600 euro (maximaal, per jaar)."),
    (
        PolicyQuery(("activeringsconferentie",)),
        "Vlaamse activeringsconferentie: 80\u00a0% (doelstelling). Een begrotingsbedrag",
    ),
    (ActionQuery((COMP,)), "14 acties staan aangekondigd onder competenties, onder meer loopbaanzekerheid"),
    (ActionQuery(("jd-thema-overschrijdend",), with_quantity=True), "Vlaamse activeringsconferentie: 80\u00a0%"),
    (NatureQuery(Nature.INDEX, SE), "Index bij duurzame arbeidsmarkt (sociale economie)"),
    (
        NatureQuery(Nature.UNSTATED, "wse"),
        "Redenen zonder vermelde aard in het hele document: samen -1,0 miljoen euro VAK",
    ),
    (
        NatureQuery(Nature.OTHER, "jd-thema-overschrijdend"),
        "Andere redenen bij thema-overschrijdend: -3,7 miljoen euro VAK",
    ),
    (
        RestQuery(LOOP),
        "De redenen bij loopbanen tellen op tot +57.900.000 euro, de tabel geeft +57.697.000 euro: een afronding",
    ),
    (RestQuery(WERK), "Dat cijfer geeft het document niet voor duurzame arbeidsmarkt (werk)."),
    (RankQuery(Level.PROGRAMME, DELTA, count=1), "Programma JD stijgt het meest: +57,1 miljoen euro VAK"),
    (
        RankQuery(count=1, descending=False),
        "Duurzame arbeidsmarkt (sociale economie) is het kleinste ISE: 12,0 miljoen euro VAK",
    ),
    (RankQuery(parent="jd", count=1), "Loopbanen is het grootste ISE van programma JD"),
    (RankQuery(parent="sd-sterke-loopbanen"), "Loopbanen is het grootste ISE van die doelstelling"),
    (RankQuery(measure=PCT, count=2), "Loopbanen stijgt het meest in procent: +3,5\u00a0%"),
    (replace(FALLERS, count=1), "Duurzame arbeidsmarkt (werk) daalt het meest: -15,2 miljoen euro VAK"),
    (FALLERS, "Twee ISE's dalen (VAK, BO 2022 tegenover BA 2021): duurzame arbeidsmarkt (werk) (-15,2 miljoen euro)"),
    (replace(FALLERS, credit=Credit.VEK), "Alleen duurzame arbeidsmarkt (werk) daalt: -708.000 euro VEK"),
    (replace(FALLERS, level=Level.PROGRAMME), "Geen enkel programma daalt in VAK tussen BA 2021 en BO 2022."),
    (
        CompareQuery((LOOP, WERK), DELTA),
        "Loopbanen stijgt met 57,7 miljoen euro, duurzame arbeidsmarkt (werk) daalt met 15,2",
    ),
    (
        CompareQuery((LOOP, COMP), PCT),
        "Loopbanen stijgt met 3,5\u00a0%, competenties stijgt met 1,1\u00a0%: een verschil van 2,4",
    ),
    (CompareQuery((LOOP, COMP, "jd-activering")), "VAK in BO 2022: loopbanen 1.700,4 miljoen euro, competenties 243,2"),
    (
        CompareQuery(("jf", COMP)),
        "Programma JF en competenties zijn gelijk in BO 2022: allebei 243,2 miljoen euro VAK.",
    ),
    (
        CompareQuery(("jf", COMP), DELTA),
        "Programma JF stijgt met 2,7 miljoen euro, competenties stijgt met 2,7 miljoen euro: geen",
    ),
    (CompareQuery(("vdab", "wse")), "VDAB ligt 3.030,7 miljoen euro lager dan het hele beleidsdomein WSE"),
    (
        CreditCompareQuery("wse"),
        "Het VAK van het hele beleidsdomein WSE ligt 10,5 miljoen euro lager dan het VEK in BO 2022",
    ),
    (ShareQuery(LOOP, "je"), "Loopbanen staat niet onder programma JE (sociale economie); de verhouding"),
    (ShareQuery(LOOP, "jd", DELTA), "Loopbanen is goed voor 101,1\u00a0% van de stijging van programma JD"),
    (ShareQuery(WERK, "wse", DELTA), "De verandering van duurzame arbeidsmarkt (werk) is -19,2\u00a0% van die van"),
    (
        SumQuery((LOOP, "je", "jf"), DELTA),
        "Som van loopbanen, programma JE (sociale economie) en programma JF stijgt met 66,0",
    ),
    (
        SumQuery((LOOP, "je"), round=BA),
        "Som van loopbanen en programma JE (sociale economie): 2.169,0 miljoen euro VAK in BA 2021",
    ),
    (SumQuery((LOOP, "je"), PCT), "Som van loopbanen en programma JE (sociale economie): +2,9\u00a0% in VAK"),
    (
        ArithmeticQuery("-", (LOOP, COMP), eur("1,46 miljard", 1_460_000_000, 10_000_000)),
        "Ja, dat klopt, afgerond op 1,46",
    ),
    (
        ArithmeticQuery("-", (LOOP, COMP), eur("2 miljard", 2_000_000_000, 10**9)),
        "Nee, 2 miljard klopt niet. Loopbanen min",
    ),
    (
        ArithmeticQuery("-", (LOOP, COMP), eur("1.457.170.000", 1_457_170_000, 1_000)),
        "Ja, dat klopt: 1.457.170.000 is juist.",
    ),
    (
        ArithmeticQuery("+", (LOOP, COMP), measure=DELTA),
        "De verandering van loopbanen plus die van competenties is 60,4 miljoen euro VAK, van",
    ),
    (StructureQuery(StructureTopic.PARTS, "jd"), "Onder programma JD staan 4 ISE's: activering (werk), loopbanen"),
    (StructureQuery(StructureTopic.PARTS, "jf"), "Onder programma JF staat één ISE: competenties."),
    (StructureQuery(StructureTopic.PROGRAMMES), "Er zijn 5 programma's: programma JA"),
    (StructureQuery(StructureTopic.ISES), "Er zijn 7 ISE's: activering (werk)"),
    (StructureQuery(StructureTopic.ISES, "jf"), "Er is één ISE: competenties."),
    (StructureQuery(StructureTopic.OBJECTIVES), "Er zijn 3 strategische doelstellingen: Meer mensen aan het werk"),
    (StructureQuery(StructureTopic.PARENT, "jd-thema-overschrijdend"), "Thema-overschrijdend staat onder programma JD"),
    (StructureQuery(StructureTopic.PARENT, "jd"), "Programma JD staat onder het hele beleidsdomein WSE."),
    (SourceQuery(SourceTopic.DOCUMENT), "De bron is de Toelichting BBT 2022, Werk en Sociale Economie"),
    (SourceQuery(SourceTopic.VENUE), "Het document werd voorgesteld in het Vlaams Parlement op 18 oktober 2021."),
    (SourceQuery(SourceTopic.UNIT), "De tabellen staan in duizend euro."),
    (SourceQuery(SourceTopic.SLIDES), "Het document telt 17 slides."),
    (SourceQuery(SourceTopic.SLIDES, slide=17), "Slide 17 heet: Slotslide."),
    (SourceQuery(SourceTopic.SLIDES, slide=99), "Die slide bestaat niet"),
    (SourceQuery(SourceTopic.SLIDE_OF, policy="jobbonus"), "Jobbonus staat op slide 7"),
    (SourceQuery(SourceTopic.GAP), "Tussen slides, redenen en tabel zijn 12 verschillen of leemtes bekend."),
    (SourceQuery(SourceTopic.GAP, subject="vdab"), "VDAB totaal: er is geen verschil tussen slide en tabel bekend."),
    (
        LookupQuery(eur("15,2 miljoen", 15_200_000, 100_000)),
        "15,2 miljoen is de daling van het VAK van duurzame arbeidsmarkt",
    ),
    (LookupQuery(eur("1.700,4 miljoen", 1_700_400_000, 100_000)), "1.700,4 miljoen is het V"),
    (
        LookupQuery(eur("11,8 miljoen", 11_800_000, 100_000)),
        "11,8 miljoen hoort bij groei aantal dienstencheques bij loopbanen",
    ),
    (
        LookupQuery(ReadNumber("qty", 7_500, 1, signed=False, text="7.500")),
        "7.500 hoort bij re-integratie van langdurig zieken",
    ),
    (
        LookupQuery(ReadNumber("qty", 80, 1, signed=False, text="80")),
        "80 hoort bij Vlaamse activeringsconferentie: 80\u00a0%",
    ),
    (
        LookupQuery(ReadNumber("pct", 531_000, 1_000, signed=False, text="53,1 %")),
        "53,1 % is de procentuele daling van het VAK",
    ),
    (
        LookupQuery(eur("€ 57,7 mln", 57_700_000, 100_000)),
        "57,7 mln is de stijging van het VAK van loopbanen: +57.697 duizend euro.",
    ),
    (LookupQuery(eur("4321 miljard", 4_321 * 10**9, 10**9)), "Dat cijfer staat niet in het document."),
    (SearchQuery("telewerk"), "Eén vindplaats met “telewerk”: Telewerk."),
    (GlossaryQuery(("vak", "vek")), "VAK (vastleggingskrediet): het bedrag"),
    (
        ChoiceQuery(((WERK, "duurzame arbeidsmarkt werk"), (SE, "duurzame arbeidsmarkt SE")), "duurzame arbeidsmarkt"),
        "Bedoel je duurzame arbeidsmarkt (werk) of duurzame arbeidsmarkt (sociale economie)?",
    ),
    (
        RefusalQuery(ReasonCode.OTHER_ROUND, "no_data", (LOOP,)),
        "Die begrotingsronde of uitvoering staat niet in het document",
    ),
    (RefusalQuery(ReasonCode.OTHER_CREDIT, "no_data", (LOOP,)), "Dat soort krediet staat niet in het document"),
    (
        RefusalQuery(ReasonCode.NO_REASON_GIVEN, "no_data", (), ("landingsbanen",)),
        "Voor de verandering van aanmoedigings",
    ),
    (
        RefusalQuery(ReasonCode.NO_FIGURE, "no_data", (), ("jobbonus",)),
        "Dat cijfer geeft het document niet voor jobbonus.",
    ),
    (
        RefusalQuery(ReasonCode.DOCUMENT_OLDER, "not_found"),
        "Dat kan het document niet weten: het dateert van 18 oktober",
    ),
    (RefusalQuery(ReasonCode.OTHER_YEAR, "not_found"), "Dat jaar staat niet in het document"),
    (RefusalQuery(ReasonCode.NO_REASON_GIVEN, "not_found"), "Een reden daarvoor staat niet in het document."),
    (RefusalQuery(ReasonCode.NO_FIGURE, "not_found"), "Dat cijfer staat niet in het document."),
    (RefusalQuery(ReasonCode.OTHER_YEAR, "no_data"), "Het document geeft geen cijfer over dat jaar"),
    (
        RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "no_data", (LOOP,), heard="flup"),
        "Ik begrijp die vraag over loopbanen niet",
    ),
]


@pytest.mark.parametrize(("query", "start"), CASES, ids=[start[:40] for _, start in CASES])
def test_the_headline_answers_the_question(house, query, start) -> None:
    assert build(answer(query, house.catalog)).headline.startswith(start)


def test_a_refusal_names_what_comes_near_and_skips_names_with_figures(house) -> None:
    query = RefusalQuery(
        ReasonCode.NOT_UNDERSTOOD, "not_found", heard="loobanen", nearest=("loopbanen", "7.500 trajecten")
    )
    reply = build(answer(query, house.catalog))
    assert [choice.command for choice in reply.choices] == ["loopbanen"]
    assert "Bedoelde je loopbanen?" in reply.notes


def test_a_search_without_a_find_says_so(house) -> None:
    found = answer(SearchQuery("telewerk"), house.catalog)
    reply = build(replace(found, body=SearchBody("flup", ())))
    assert reply.headline == "Niets gevonden met “flup”: dat staat niet in het document."


def test_an_audit_counts_what_is_known_and_what_is_wrong(house) -> None:
    audited = answer(AuditQuery(), house.catalog)
    assert "alles klopt, met 12 bekende verschillen" in build(audited).headline
    body = audited.body
    assert isinstance(body, AuditBody)
    clean = tuple(check for check in body.checks if check.gap is None)
    assert build(replace(audited, body=replace(body, checks=clean))).headline.endswith("alles klopt.")
    broken = (replace(clean[0], found_eur=clean[0].found_eur + 10_000_000),)
    assert build(replace(audited, body=replace(body, checks=broken))).headline.endswith("1 kloppen niet.")


def test_a_not_found_answer_of_any_kind_becomes_a_refusal_without_figures(house) -> None:
    odd = replace(answer(FigureQuery((LOOP,)), house.catalog), status=Status.NOT_FOUND)
    reply = build(odd)
    assert reply.headline == "Dat staat niet in het document."
    assert reply.parts == ()


def test_a_nature_without_amount_tells_the_change_of_the_line_instead(house) -> None:
    reply = build(answer(NatureQuery(Nature.INDEX, SE), house.catalog))
    told = " ".join((reply.headline, *reply.notes))
    assert "79.000" in told or reply.status == "no_data"
