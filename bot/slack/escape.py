"""Text from users and data made harmless for Slack; it changes how text is read by machines, never what it says."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["clean", "code", "mrkdwn", "plain", "shorten"]

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_ELLIPSIS: Final = "…"

# Characters a reader cannot see but a client obeys: they can turn a minus sign or hide a figure.
# The tag characters (E0000-E007F) carry invisible text, lone surrogates make the JSON unsendable.
_UNSEEN: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]",
)
_TO_SPACE: Final = frozenset("\t\x0b\x0c\x85")
_TO_LINE: Final = frozenset("\r\u2028\u2029")

# mrkdwn has no escape for its own marks, so they give way to their twins, which no client obeys.
# The ampersand comes first: the others make new ones.
_MARKS: Final = (
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ("`", "\N{MODIFIER LETTER GRAVE ACCENT}"),
    ("@", "\N{FULLWIDTH COMMERCIAL AT}"),
)
_FORMATS: Final = (
    ("*", "\N{ASTERISK OPERATOR}"),
    ("_", "\N{FULLWIDTH LOW LINE}"),
    ("~", "\N{TILDE OPERATOR}"),
)
# Plain fields obey no mark, but a mention in one becomes one again as soon as somebody quotes it elsewhere.
_CALLING: Final = re.compile("<(?=[!@#])")
# A line that opens with > is a quotation, also when it is written as &gt;.
_QUOTING: Final = re.compile(r"^([ \t]*)>", re.MULTILINE)


def _seen(match: re.Match[str]) -> str:
    character = match[0]
    if character in _TO_SPACE:
        return " "
    if character in _TO_LINE:
        return "\n"
    return _REPLACEMENT if "\ud800" <= character <= "\udfff" else ""


def clean(text: str) -> str:
    r"""The text without control, zero-width and direction characters.

    Newlines stay, tabs become spaces, a lone surrogate becomes U+FFFD.

    >>> clean("57,7\u202e miljoen\tVAK")
    '57,7 miljoen VAK'
    """
    # Nearly every text is printable ASCII or close to it; these two tests cost a third of the search.
    if (text.isascii() and text.isprintable()) or _UNSEEN.search(text) is None:
        return text
    return _UNSEEN.sub(_seen, text.replace("\r\n", "\n"))


def plain(text: str) -> str:
    """The text for a plain_text, raw_text or rich_text field, which obey no marks: only what calls people gives way.

    >>> plain("*a* <!here>")
    '*a* ‹!here>'
    """
    text = clean(text)
    return _CALLING.sub("\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", text) if "<" in text else text


def mrkdwn(text: str) -> str:
    """The text for a mrkdwn field: it reads the same and formats, links, quotes and mentions nothing.

    >>> mrkdwn("<!channel> R&D")
    '&lt;!channel&gt; R&amp;D'
    """
    text = clean(text)
    if not _marked(text):
        return text
    if ">" in text:
        text = _QUOTING.sub("\\1\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", text)
    for mark, twin in _FORMATS:
        if mark in text:
            text = text.replace(mark, twin)
    return _unmarked(text)


def code(text: str) -> str:
    """The text for inside a code block of a mrkdwn field, where only & < > ` and @ can break out.

    >>> code("a_b <c>")
    'a_b &lt;c&gt;'
    """
    return _unmarked(clean(text))


def _marked(text: str) -> bool:
    # Written out: eight searches in C cost a quarter of a loop or of a regular expression, and most texts hold none.
    return (
        "&" in text
        or "<" in text
        or ">" in text
        or "@" in text
        or "*" in text
        or "_" in text
        or "~" in text
        or "`" in text
    )


def _unmarked(text: str) -> str:
    for mark, twin in _MARKS:
        if mark in text:
            text = text.replace(mark, twin)
    return text


def shorten(text: str, limit: int) -> str:
    """The text in at most `limit` characters, cut after a whole word and then closed with an ellipsis.

    A text that fits is returned as it is. A first word longer than the limit is cut inside.

    >>> shorten("Waarom stijgt loopbanen", 16)
    'Waarom stijgt…'
    """
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    if not text[limit - 1].isspace():
        word = head.rfind(" ")
        if word > 0:
            head = head[:word]
    return head.rstrip(" ,;:.-") + _ELLIPSIS
