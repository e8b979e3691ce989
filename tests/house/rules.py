"""The house rules a linter does not know, each a function from a source to complaints; it opens no file itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

__all__ = [
    "bad_name",
    "broad_except",
    "dutch_sentence",
    "long_function",
    "long_module",
    "missing_all",
    "missing_docstring",
    "out_of_place",
]

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
FEWEST_WORDS, FEWEST_DUTCH = 5, 2  # of a sentence that is surely Dutch
NAMELESS_ROOMS = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}
DUTCH = frozenset(
    "aan als bij dat de deze die dit een er geen het maar met naar niet ook op uit van voor wordt zijn".split(" ")
)
# Pieces are joined here, or this very file would break its own rule.
OUT_OF_PLACE = {
    "a path of one machine": r"(?<![\w.])/(?:work|root|home|Users|opt)/\w",
    "a package registry": "|".join(("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs")),
    "a token": r"\bxox[abeprs]-\w{6}|\bxapp-\w{6}|-----BEGIN [A-Z ]*PRIVATE" + " KEY",
    "a neighbour of the project": r"\.\./" + "shared|/work/" + r"shared|before-" + "stop",
}

Complaints = Iterator[str]


def missing_docstring(name: str, source: str) -> Complaints:
    """A module says in its first line what stands there."""
    said = ast.get_docstring(ast.parse(source))
    if not said or not said.splitlines()[0].endswith((".", ":")):
        yield f"{name}: the module docstring lacks, or its first line is no sentence"


def missing_all(name: str, source: str) -> Complaints:
    """A module with code says what it offers."""
    body = ast.parse(source).body
    offers = any(
        isinstance(one, ast.Assign) and any(isinstance(at, ast.Name) and at.id == "__all__" for at in one.targets)
        for one in body
    )
    only_docstring = all(isinstance(one, ast.Expr) for one in body)
    if not offers and not only_docstring:
        yield f"{name}: no __all__"


def bad_name(name: str, source: str) -> Complaints:  # noqa: ARG001 - all rules are called alike
    """A room is named after what it holds."""
    parts = set(re.split(r"[/._]", name))
    for nameless in sorted(parts & NAMELESS_ROOMS):
        yield f"{name}: '{nameless}' does not say what stands there"


def long_module(name: str, source: str) -> Complaints:
    """A module is one thing."""
    lines = len(source.splitlines())
    if lines > LONGEST_MODULE:
        yield f"{name}: {lines} lines, {LONGEST_MODULE} is the most"


def long_function(name: str, source: str) -> Complaints:
    """A function fits a screen."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{name}:{node.lineno} {node.name}: {lines} lines, {LONGEST_FUNCTION} is the most"


def broad_except(name: str, source: str) -> Complaints:
    """Only an outermost handler catches everything."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler):
            caught = {one.id for one in ast.walk(node.type) if isinstance(one, ast.Name)} if node.type else {"all"}
            if caught & {"all", "Exception", "BaseException"}:
                yield f"{name}:{node.lineno} catches everything"


def dutch_sentence(name: str, source: str) -> Complaints:
    """A Dutch sentence stands where users' sentences stand; words to recognise (no capital, no stop) do not count."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        said = ""
        if isinstance(node, ast.JoinedStr):
            said = " ".join(str(one.value) for one in node.values if isinstance(one, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            said = node.value
        if _is_dutch(said):
            yield f"{name}:{node.lineno} Dutch outside bot/replies: {said[:40]!r}"


def _is_dutch(text: str) -> bool:
    words = re.findall(r"[a-zà-ÿ]+", text.lower())
    looks = text.strip()[:1].isupper() or re.search(r"\w[.?!](\s|$)", text)
    if "(?" in text or "\\" in text:  # a pattern that reads Dutch is no sentence
        return False
    return bool(looks) and len(words) >= FEWEST_WORDS and len(DUTCH.intersection(words)) >= FEWEST_DUTCH


def out_of_place(name: str, source: str) -> Complaints:
    """The project names no machine, registry, token or neighbour."""
    for what, pattern in OUT_OF_PLACE.items():
        for found in re.finditer(pattern, source):
            line = source.count("\n", 0, found.start()) + 1
            yield f"{name}:{line} {what}: {found.group()!r}"
