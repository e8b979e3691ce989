"""Loads libraries without what they take along only because it is installed; it sets nothing up."""

from __future__ import annotations

import sys

__all__ = ["load_structlog"]


def load_structlog() -> None:
    """Load structlog without rich, which another library brings: 40 ms and 3 MiB to colour tracebacks no log shows."""
    if "structlog" in sys.modules or "rich" in sys.modules:
        return
    sys.modules["rich"] = None  # type: ignore[assignment]  # as the language has it: an import of it fails
    try:
        import structlog  # noqa: F401, PLC0415
    finally:
        del sys.modules["rich"]
