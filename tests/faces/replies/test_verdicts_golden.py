"""What people read of a judged claim, for each verdict and each kind of claim, and the page of a checked text."""

from __future__ import annotations

import pytest

from bot.replies.check import explained, heading, summary
from bot.replies.check_page import page
from budget.claims.check import check

pytestmark = pytest.mark.golden

SAID = (
    "Loopbanen stijgt met 57,7 miljoen.",
    "Loopbanen krijgt in 2022 1.700 miljoen VAK.",
    "Bijna 58 miljoen extra voor loopbanen.",
    "Loopbanen stijgt met 58,5 miljoen.",
    "Bijna 57 miljoen extra voor loopbanen.",
    "De VDAB krijgt er 4,4 miljoen bij.",
    "VDAB: 1,5 miljoen erbij voor activering.",
    "WSE kost 3,66 miljard in 2022.",
    "Loopbanen daalt met 57,7 miljoen.",
    "Loopbanen stijgt met 3,5 procentpunt.",
    "Loopbanen stijgt niet met 57,7 miljoen.",
    "Duurzame arbeidsmarkt werk gaat van 28,5 naar 13,4 miljoen, een daling van 10 miljoen.",
    "JF stijgt van 240 naar 243 miljoen, dat is 20 procent.",
    "Loopbanen is goed voor 45,4 % van het totale budget.",
    "73 % van de stijging gaat naar competenties.",
    "Loopbanen en competenties krijgen samen 2 miljard.",
    "De index bij loopbanen is goed voor 37,5 miljoen.",
    "De dienstencheques kosten 1,6 miljard.",
    "Loopbanen stijgt vooral door de index.",
    "Loopbanen stijgt vooral door nieuw beleid.",
    "Loopbanen stijgt alleen door de index.",
    "JB stijgt door de index.",
    "Duurzame arbeidsmarkt werk daalt door de sectorconvenants.",
    "Competenties is het grootste ISE.",
    "Alle ISE's stijgen.",
    "Loopbanen krijgt minder dan competenties.",
    "JD krijgt 2,38 miljard meer dan JE.",
    "JB is meer dan verdubbeld.",
    "Loopbanen is zeven keer zo groot als competenties.",
    "Het VEK van WSE is lager dan het VAK.",
    "Competenties valt onder JD.",
    "Het domein telt acht ISE's.",
    "Hilde Crevits stelde de toelichting voor op 20 oktober 2021.",
    "Er komen 7.500 trajecten.",
    "De jobbonus bedraagt 700 euro per jaar.",
    "Thema-overschrijdend stijgt.",
    "De activeringsconferentie is nieuw.",
    "Het onderwijs krijgt 14 miljard.",
    "Loopbanen stijgt in 2023 met 57,7 miljoen.",
    "Loopbanen kreeg bij de derde begrotingsaanpassing 1,7 miljard.",
    "De beleidsmachtiging van loopbanen bedraagt 1,7 miljard.",
    "Loopbanen is goed voor 45,4 % van de Vlaamse begroting.",
    "De jobbonus kost veel geld.",
    "Dat is een schande voor dit land.",
    "Als loopbanen met 57,7 miljoen stijgt, is het genoeg.",
)


def test_every_verdict_reads_as_it_should(house, golden):
    explanation = house.catalog.default
    told = []
    for said in SAID:
        claims = check(said, house.lexicon)
        told.append(f"> {said}\n")
        told += [f"{heading(one)}\n  {explained(one, explanation)}\n" for one in claims]
        told.append(f"{summary(claims)}\n\n")
    golden("replies/verdicts.txt", "".join(told))


def test_the_page_reads_as_it_should(house, golden):
    text = "\n".join(SAID[:12])
    golden("replies/verdicts.html", page(text, (), check(text, house.lexicon), house.catalog.default))
