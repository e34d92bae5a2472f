"""Hash chains: each record's hash covers the one before, so none can be changed or left out."""

from __future__ import annotations

import hashlib

from lachan.domain.canonical_json import canonical_json

Record = dict[str, str | int]


def link(previous: str, record: Record) -> str:
    """Return SHA-256 in hex over the hash before (or "") and the record.

    The record is JSON in UTF-8 with sorted keys and no spaces; instants are microseconds.
    """
    return hashlib.sha256(f"{previous}\n{canonical_json(record)}".encode()).hexdigest()


def start_record(pseudonym: str, number: int, form_code: str, started_us: int) -> Record:
    """Return the record with which an attempt's chain begins."""
    return {"pseudonym": pseudonym, "attempt": number, "form": form_code, "started": started_us}


def answer_record(number: int, item_id: str, seq: int, value: str, received_us: int) -> Record:
    """Return the record of one answer; `value` is its JSON text."""
    return {
        "number": number,
        "item": item_id,
        "seq": seq,
        "value": value,
        "received": received_us,
    }


def act_record(
    number: int, at_us: int, act: str, subject: str, amount: int, private_hash: str
) -> Record:
    """Return the record of one act of the staff."""
    return {
        "number": number,
        "at": at_us,
        "act": act,
        "subject": subject,
        "amount": amount,
        "private": private_hash,
    }


def attempt_record(
    pseudonym: str,
    number: int,
    *,
    group: str,
    chain: str,
    deadline_us: int,
    submitted_us: int,
    paused_us: int,
) -> Record:
    """Return the record of a whole attempt, for the root over all attempts of a contest."""
    return {
        "pseudonym": pseudonym,
        "attempt": number,
        "group": group,
        "chain": chain,
        "deadline": deadline_us,
        "submitted": submitted_us,
        "paused": paused_us,
    }
