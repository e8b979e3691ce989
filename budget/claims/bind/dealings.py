"""Whether a figure is said of other money than a budget: paid back, wasted, earned, asked for."""

from __future__ import annotations

from budget.claims.bind.scene import Scene
from budget.claims.read.segments import Segment, Spot

__all__ = ["beyond_budget", "beyond_document"]

_DEALS = frozenset(
    "terugbetaalt terugbetalen terugbetaald terugstort terugstorten teruggestort verspilt verspilde verspild "
    "verspillen verkwist verkwistte ontleent ontleende ontlenen leent leende geleend verdient verdiende "
    "verschuldigd schuldig overschrijdt overschreden onderbesteedt onderbenut teveel fraudeert gefraudeerd "
    "vordert misliep opgesoupeerd verduisterd verduistert beboet".split()
)
_PAIRS = (
    (frozenset({"terug"}), frozenset("betaalt betaalde betalen betaald stort stortte storten geeft gaf geven".split())),
    (frozenset({"winst"}), frozenset("maakt maakte maken draait draaide haalt".split())),
    (frozenset({"verlies"}), frozenset("maakt maakte maken draait draaide lijdt leed".split())),
    (frozenset({"schuld", "schulden"}), frozenset("heeft had hebben bouwt maakt".split())),
)
_AMISS = (["te", "veel"], ["te", "weinig"], ["te", "kort"])
_REFERS = frozenset({"relative_round", "round_kind", "line", "policy", "reason", "credit", "other_round"})
_PLAIN_BASES = frozenset(
    "nu eerst eerder vorige voordien voorheen vroeger verleden tevoren basis aanpassing opmaak vandaag jaar "
    "jaren".split()
)
_SHORT = 3  # letters of "de", "het", "bij"
_MORE = frozenset({"meer", "minder", "hoger", "lager", "extra"})


def beyond_budget(scene: Scene, segment: Segment) -> bool:
    """Whether the words of a segment make its figure a debt, a gain, a repayment or an excess."""
    words = scene.read.keys(segment.first, segment.last)
    own = set(words)
    if own & _DEALS or any(own & first and own & second for first, second in _PAIRS):
        return True
    return any(_behind(scene, spot)[:2] in _AMISS for spot in segment.spots)


def _behind(scene: Scene, spot: Spot) -> list[str]:
    return [word for word in scene.read.behind(spot.end, 4) if word != "euro"][:3]


def beyond_document(scene: Scene, spot: Spot) -> str:
    """What a figure is held against when the document has it not: "57 miljoen meer dan gevraagd"; "" otherwise."""
    read = scene.read
    place = read.place(spot.end)
    if read.keys(place, place + 1)[:1] == ["euro"]:
        place += 1
    if place < len(read.words) and read.low[spot.end : read.words[place].start].strip() not in {"", "euro"}:
        return ""
    if not (_MORE & set(read.keys(place, place + 1)) and read.keys(place + 1, place + 2) in (["dan"], ["als"])):
        return ""
    first = place + 2
    segment = scene.segment_at(first)
    if segment is None:
        return ""
    end = segment.last
    behind = read.keys(first, end)
    numbered = any(spot.end <= one.start < segment.end for one in read.numbers)
    named = any(first <= hit.first < end and _REFERS & hit.kinds.keys() for hit in read.hits)
    if numbered or named or _PLAIN_BASES & set(behind):
        return ""
    word = next((one for one in read.words[first:end] if len(one.key) > _SHORT), read.words[first])
    return read.text[word.start : word.end]
