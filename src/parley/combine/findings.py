"""Where outlets agree and differ."""

from parley.record import Finding, Record

__all__ = ["find_findings"]


def find_findings(record: Record) -> tuple[Finding, ...]:
    return ()
