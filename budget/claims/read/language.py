"""The words claims are made with, beyond the names and the words of a question; it reads no text."""

from __future__ import annotations

__all__ = [
    "ACTORS",
    "ADVERBS",
    "AROUND_LINES",
    "BINDING",
    "BUDGET_WORDS",
    "CAUSES",
    "CHANGE_NOUNS",
    "COMPARERS",
    "COUNTED",
    "EXCLUDES",
    "FACTORS",
    "FALLS",
    "FLAT",
    "HARMLESS",
    "LEVEL_NOUNS",
    "LOOSE_NAMES",
    "NARROWS",
    "NEGATIONS",
    "NEUTRAL",
    "OF_PACE",
    "ONLY",
    "PRIVATE",
    "PRONOUNS",
    "RELATIVE",
    "RISES",
    "SAYING",
    "SMALLER",
    "WISHES",
    "WORKED",
]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Names that are good enough in a question, where only a line can be meant, and say nothing in running text.
LOOSE_NAMES = _set(
    "arbeidsmarkt duurzaam duurzame duurz thema themas overschrijdend overschrijdende activ comp veerkracht "
    "veerkrachtig veerkrachtige loopb november december conferentie zieken jobs premies prognose maatwerk "
    "discriminatie zelfstandigen nieuwe_jobs extra_jobs bijkomende_jobs laag_loon lage_lonen lager_loon "
    "lagere_lonen lagere_inkomens meer_mensen_werk raming ramingen betalingen betaling ritme timing volume "
    "overdracht overdrachten compensatie actualisering bijstelling geactualiseerd bijgesteld mensen_aan_het_werk "
    "mensen_aan_de_slag traject trajecten telewerken thuiswerken lokale_besturen"
)
# Letters that are a name in capitals only: "ja" and "je" are ordinary words.
# Words that move an amount up or down, beyond those that questions use.
RISES = _set(
    "klimt klimmen steeg stegen groeide groeiden dikt zwelt vermeerdert vermeerdering verruimd verruimt opgeschaald "
    "bijkomende meeruitgaven meerkost hoger uitbreiden opgehoogd aanwas gaan_vooruit verdubbelt verdubbelen "
    "verdubbeld verdubbeling verdrievoudigt verdrievoudigd boekt_winst opwaarts bovenop bijgepast plus "
    "verhoogde toegenomen vermeerderen bijgelegd versterkt versterken versterkte versterking"
)
FALLS = _set(
    "kelderde keldert kelderen duikt slinkt slinken slonk schrompelt tuimelt tuimelen mindering inlevert ingekrompen "
    "teruggeschroefd teruggebracht terugschroeven neerwaarts gehalveerd halveert halveren halvering min kwijt "
    "kwijtgespeeld afgebouwd afbouw inkrimping verlaagde daling lager ingeperkt besnoeid besnoeit smelt kromp krompen "
    "daalden zakte zakten teloor kort_in verdwijnt verdwijnen verdween sneuvelt sneuvelen sneuvelde verdampt verdampen "
    "verlaagd afstaan"
)
FLAT = _set("gelijk ongewijzigd stabiel status constant hetzelfde onveranderd bevroren")
# What may stand around a figure without changing what it is about.
ADVERBS = _set(
    "amper maar liefst slechts welgeteld exact precies juist net nog al reeds eindelijk gelukkig helaas jammer genoeg "
    "zelfs ook alvast fors forse flink flinke stevig stevige sterk sterke lichtjes licht lichte beperkt beperkte "
    "aanzienlijk aanzienlijke spectaculair spectaculaire ruimschoots duidelijk duidelijke nauwelijks bijna historisch "
    "historische enorm enorme gigantisch gigantische heel erg zeer meteen dan toch wel even gewoon eigenlijk "
    "natuurlijk "
    "uiteraard inderdaad dus namelijk immers trouwens overigens bovendien daarnaast verder tevens echter nochtans "
    "opnieuw weer alweer nu vandaag ondertussen intussen daarmee hiermee daardoor zo kortom samengevat concreet netto "
    "bruto nominaal totaal totale samen gezamenlijk alles alle beide volledig volledige geheel integraal definitief "
    "structureel tijdelijk jaarlijks jaarlijkse effectief officieel extra verhoudingsgewijs relatief procentueel "
    "afgerond grofweg minstens hoogstens maximaal minimaal blijkbaar kennelijk wellicht misschien vermoedelijk "
    "beduidend merkelijk opvallend verrassend gestaag geleidelijk simpelweg letterlijk werkelijk echt voortaan "
    "ternauwernood goed mooi mooie schandalig schandelijk welnu enfin voila ja nee neen klopt waar juiste correct "
    "respectievelijk resp zogenaamd zogenaamde telkens onverwacht onverwachte plots nagenoeg vrijwel quasi haast ruim"
)
# Who speaks, decides or pays: they are not what a figure is about.
ACTORS = _set(
    "minister ministers viceminister president crevits hilde regering overheid vlaanderen kabinet voorzitter "
    "collega collegas mevrouw meneer heer dames heren leden parlement oppositie meerderheid coalitie fractie partij "
    "partijen cd cdenv nva vooruit groen vld pvda spreker commissie lid wij we u jullie ze zij hij men iedereen "
    "niemand wie ik persbericht nieuws bericht kabinetschef woordvoerder journalist krant belastingbetaler vlaming "
    "burger document toelichting tabel nota cijfers begrotingstabel slide presentatie bbt administratie"
)
# Verbs and nouns of spending that carry no direction.
HARMLESS = _set(
    "krijgt krijgen kreeg kregen gekregen bedraagt bedragen bedroeg kost kosten kostte gaat gaan ging gingen staat "
    "staan stond stonden ontvangt ontvangen ontving voorziet voorzien voorzag trekt trekken trok uit uitgetrokken "
    "besteedt besteden besteed investeert investeren investering investeringen rekenen rekent kan kunnen kon mag mogen "
    "beschikt beschikken heeft hebben had hadden telt tellen telde is zijn was waren wordt worden werd werden blijft "
    "blijven komt komen kwam kwamen ligt liggen lag lagen zit zitten zat eindigt landt klokt strandt tikt aan "
    "ingeschreven "
    "opgenomen begroot begrote goed geld middelen budget budgetten bedrag bedragen krediet kredieten uitgaven uitgave "
    "begroting post posten pot potje enveloppe envelop euro miljoen miljard vrijgemaakt vrij maakt uitgegeven geven "
    "geeft gaf kreeg toegekend toegewezen bestemd gereserveerd uitgaven steun ondersteuning financiering doelstelling "
    "strategische programma ise domein beleidsdomein departement jaar jaren dit dat die deze er daar hier het de een "
    "ons onze mijn hun zijn haar hem hen uw over rond rondom ongeveer om bij in op tot naar van voor met door aan "
    "tegen "
    "onder binnen tijdens sinds vanaf via ten te ter als dan of en maar want omdat terwijl waarvan waarbij waardoor "
    "hoeveel meer minder evenveel niet geen wat welke welk nieuwe nieuw huidige huidig vorig vorige volgend volgende "
    "komend komende lopende hele gans ganse globale globaal zegt zeggen zei zeg beweert beweren stelt stellen stelde "
    "aldus volgens meent blijkt lijkt denk weet weten wist horen hoort lees lezen herhaal bevestigt bevestigen "
    "vaststellen zien ziet laat laten moet moeten wil willen zal zullen zou zouden gebruikt gebruiken inzetten ingezet "
    "per kom onderdeel deel luik oploopt loopt lopen op uitkomt komt neer naartoe besparen vergeleken vergelijking "
    "opzichte toe af weg terug omhoog omlaag vooruit achteruit beleid beleidsmatig zo'n begrotingsopmaak opmaak wint "
    "stand peil niveau cijfer figuur verschil evolutie wijziging verandering beweging aanpassing vergissing fout "
    "schande som totaalbedrag tov incl inclusief inbegrepen namelijk zowat circa vermeld vermeldt geschreven "
    "aandeel beleidskrediet betaalkrediet jongstleden voorbije afgelopen opgetrokken groot grote klein kleine hoog "
    "hoge "
    "laag lage zoals jl ca nemen neemt nam haalt halen haalde houdt houden prognose prognoses"
)
# What somebody says or feels of what follows: "ik moet toegeven dat", "we zijn blij dat".
SAYING = _set(
    "benadrukken onderstrepen herhalen melden meegeven opmerken toegeven erkennen vertellen aanstippen bevestigen "
    "tonen aantonen vermelden noteren vast zeggen vertelt meldt schrijft blij trots fier tevreden verheugd "
    "verbaasd verrast ontgoocheld teleurgesteld boos benieuwd geheim ontkent ontkennen gezegd duidelijk bekend "
    "feit feiten zeker onzin nieuws gehoord gelezen gezien herinner herinneren noteer lees leest luister onthoud"
)
# Small words and neutral verbs that may stand beside a figure; the words of a question are many more.
NEUTRAL = _set(
    "veruit verreweg voorheen voordien tevoren ondanks niettegenstaande spijts eveneens evenals alsook zoals "
    "tussen iets levert leverde leveren beschikbaar beschikbare legt leggen legde valt vallen viel vooral boven "
    "allebei beide beiden tijd doet doen deed ben bent heen enkel alleen uitsluitend elk elke kent kennen kende "
    "plaats binnen buiten rond via inzake qua betreft betreffende volgens naast erop eraan erin ermee hierbij "
    "daarbij daarvoor hiervoor erbij eraf ervan daarvan momenteel thans straks toen inmiddels steeds altijd keer "
    "meest minst minste mee zet zetten zette gezet maken maakte gemaakt gegeven toont toonde las noemt noemde zie "
    "zag zagen kort weinig veel beetje eerder eerst eerste zoveel hele heel belangrijkste vandaar uiteindelijk "
    "vervolgens daarna daarom hierdoor anders gevolgd volgt bijna meteen direct duidelijke bijkomend bijkomende "
    "nieuwe gewone gewoon loopt liep beschouwd geteld gerekend berekend omgerekend allemaal respectievelijk resp "
    "eens stuk punt procentpunt procentpunten euro's eur duizend miljoenen miljarden daarin daarop waarop waarin "
    "waarvoor wat welke hoe waar zowel mogelijk ander andere zorgt zorgen hooguit helemaal geval compleet "
    "absoluut maximum minimum alleszins pompt pompen steekt steken stak stopt stoppen vloeit vloeien belandt "
    "belanden toebedeeld spendeert spenderen uitgeeft budgetteert begroot raamt ramen geraamd boekt boeken "
    "bereikt bereiken eindigt pakt reserveert reserveren verdeelt verdeeld uittrekt uittrekken vrijmaakt "
    "vrijmaken financiert financieren subsidieert besteedde investeerde geinvesteerd gegund gepland ingepland "
    "toegevoegd presenteert aangekondigd kondigt kondigde verklaart verklaarde antwoordt antwoordde tweet tweette "
    "schreef meldde beklemtoont benadrukt benadrukte herhaalt onderlijnt onderstreept liet weten welkome "
    "broodnodige nodige luttele schamele magere karige royale ruime gulle principe saldo streep algemeen terecht "
    "spijtig nogmaals alsnog behoorlijk tamelijk ietwat enigszins ongezien ongeziene overheen erover hierover "
    "daarover namelijk bovenop zijnde erbovenop hetzelfde dezelfde nergens ergens overal werk maakt werd tafel "
    "teller prijkt vormt vormen zich incasseert strijkt oftewel ofwel klaar vlaams vlaamse rol hap brok schijf "
    "kluif budgettair budgettaire cijfermatig netjes keurig snel kijk ziehier hieronder gezegd genoemd genoemde "
    "overzicht rij regel kolom hoera hoezee bravo proficiat factcheck update breaking info ter kanttekening "
    "opgelet let nota welteverstaan simpel formeel technisch strikt genomen voorlopig initieel oorspronkelijk "
    "oorspronkelijke betekent betekenen luidt luiden heet resulteert leidt brengt brengen tilt houdt landt "
    "uitkomt uitkomen neerkomt oplopen afgeklopt klopt goedgekeurd ingediend voorgelegd verzekerd gegarandeerd "
    "garandeert beslist besliste vastgelegd vastlegt inschrijft schrijft ingeschreven opneemt geoormerkt "
    "voorbehouden toekomt toekwam toebedeelt bemachtigt scoort verwerft bekomt gekregen beschikking omvat "
    "omvatten bevat behelst beslaat verslindt opslorpt slorpt slokt vrijgehouden gespendeerd verdeelde bijlage "
    "begrotingsdocument begrotingsdocumenten totaalplaatje relance intern nochtans dankzij concreter bekijk "
    "bekijken gekeken gedeelte bedrag zowaar amai hallo dag goeiemorgen goedemorgen wauw kortweg gesproken "
    "uitgedrukt daarenboven bovenal vooraf achteraf bijgevolg zodat tevens eveneens evenzeer alsook"
)
# Words that make a number another one; what they do is worked out.
FACTORS = _set("tweemaal driemaal viermaal vijfmaal tienmaal keer maal factor allerminst geenszins allesbehalve noch "
               "evenmin nimmer")  # fmt: skip
LEVEL_NOUNS = (
    "budgetten budget kredieten krediet middelen uitgaven begroting enveloppe envelop beleid post pot cijfers cijfer "
    "gelden "
    "geld "
    "bedragen bedrag luik deel gedeelte kant totaal"
).split()
# Words that make a figure one about something narrower or other than the line beside it.
NARROWS = _set(
    "gemiddeld gemiddelde elke elk ieder iedere dubbel dubbele driedubbel helft per personeel personeelskosten "
    "werkingskosten loonkosten lonen achterstand schuld schulden tekort overschot onderbenutting"
)
EXCLUDES = _set("zonder exclusief excl behalve uitgezonderd buiten uitgezonderd buitengesloten")
# Words before which a noun is bound to the figure.
BINDING = _set(
    "de het een die dat deze dit onze ons mijn uw hun voor van aan in bij naar door onder binnen tijdens via rond over "
    "per "
    "elke elk ieder iedere alle geen meer minder extra nieuwe tussen vanuit als tegen wegens dankzij"
)
COMPARERS = _set("tov opzichte tegenover dan sinds vanaf vergeleken versus vs tegen sedert als basis")
PRONOUNS = _set("dat dit die het hij zij ze daarvan daar ervan er daarin hiervan dezelfde deze daarmee daarbij")
CAUSES = (
    "te wijten aan",
    "te danken aan",
    "te maken met",
    "staat los van",
    "te verklaren door",
    "ten gevolge van",
    "als gevolg van",
    "het gevolg van",
    "gevolg van",
    "toe te schrijven aan",
    "omwille van",
    "ingevolge",
    "komt door",
    "komt door de",
    "komt van",
    "komt uit",
    "ligt aan",
    "vanwege",
    "dankzij",
    "wegens",
    "doordat",
    "omdat",
    "veroorzaakt door",
    "verklaard door",
    "gedreven door",
    "door",
)
# Nouns for people and things counted in this domain: enough to call a count in a debate a claim.
CHANGE_NOUNS = _set("stijging daling toename groei verhoging afname vermindering verlaging")
COUNTED = _set(
    "werkzoekenden werklozen werkenden werknemers personeelsleden medewerkers jobs banen vacatures trajecten "
    "opleidingen cursisten gezinnen vlamingen langdurig bedrijven ondernemingen zelfstandigen jongeren leefloners "
    "consulenten herintreders dienstencheques cheques kringwinkels deelnemers"
)
# Words of a debate on public money, without which a loose amount in a long text is nobody's claim.
BUDGET_WORDS = _set(
    "budget budgetten begroting begrotingen krediet kredieten middelen uitgaven regering overheid vlaanderen vlaamse "
    "federale minister investeert investeren investering besparing besparingen bespaart besparen belasting belastingen "
    "beleid beleidsdomein subsidie subsidies staat staatsschuld schuld tekort werkloosheid inflatie economie steun "
    "onderwijsbudget begrotingstekort trekt uitgetrokken vlaming belgie belgische gewest parlement kabinet relance"
)
# Words of private life and small talk: an amount beside them is no claim about public money.
PRIVATE = _set(
    "kilo kilogram kg gram ton liter km kilometer kilometers meter meters graden uur minuten seconden file boete "
    "boetes "
    "toeschouwers kijkers bezoekers supporters goals doelpunten match wedstrijd stadion voetbal film bioscoop huis "
    "woning "
    "auto wagen fiets fietsen boek boeken krant kranten bladzijden lotto loterij etentje restaurant soep bier koffie "
    "pintje cafetaria trein vlucht bus tram koffer dochter zoon buurman verjaardag zitplaatsen stoelen plaatsen leden "
    "stemmen "
    "onthoudingen agenda punten vragen sterren spits speler transfer loon ticket tickets km/u decibel pagina stemming "
    "marathon zaal bestelnummer nummer bus halte lijn concert song liter champagne hamer tas broek schoenen cadeau "
    "vertraging deelnemers lopers renners podium medaille muziek festival camping hotel reis vakantie"
)
# Verbs of a wish, a demand or an expectation: what goes with them is not said to be so.
WISHES = _set(
    "wil willen wilde wilden vraagt vragen vroeg vroegen eis eist eisen eiste droom droomt dromen hoop hoopt "
    "hopen hoopte hoopten wens wenst wensen pleit pleiten beloof belooft beloven beloofde bepleit bepleiten "
    "verwacht verwachten bedoeling"
)
# Words of the statements of the document that say how firm a cause is.
WORKED = {"tijdelijk": ("definitief", "structureel", "blijvend", "permanent", "voorgoed")}
# Words that deny what stands beside them.
NEGATIONS = _set("niet geen nooit niets allerminst geenszins allesbehalve evenmin")
# Words that make a line the only one.
ONLY = _set("alleen enkel enige uitsluitend")
# Small words around the name of a line.
AROUND_LINES = _set("de het ise programma")
# Comparatives of less, those of a pace, and the words that compare in percent.
SMALLER = _set("minder kleiner lager trager zwakker")
OF_PACE = _set("sterker sneller harder trager feller")
RELATIVE = _set("procentueel procentuele relatief verhoudingsgewijs procent")
