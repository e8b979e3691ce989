"""The audit."""

from __future__ import annotations

from budget.answers import Status
from budget.queries import AuditQuery


def test_the_audit_shows_every_check(ask):
    got = ask(AuditQuery())
    assert (got.status, got.kind) == (Status.OK, "audit")
    assert len(got.body.checks) > 50
    assert all(check.holds for check in got.body.checks)
