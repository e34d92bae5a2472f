"""The audit log: every act of the staff, in a hash chain that holds no words about people.

Who did it and why is kept beside the chain, which covers only its hash, salted so that nobody
can guess it: it can be erased, and the chain still proves that no act was added or left out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from lachan.store.contests import tables as t
from lachan.store.contests.chain import act_record, link
from lachan.store.schema import storable, to_microseconds


@dataclass(frozen=True, slots=True)
class NewAct:
    """An act to add.

    Attributes
    ----------
    subject
        Whom or what it was about: a pseudonym, a room, or "".
    amount
        Its size where it has one: minutes given, attempts ended.
    who, reason
        Kept beside the chain.
    salt
        Random, in hex.
    """

    act: str
    subject: str
    amount: int
    who: str
    reason: str
    salt: str


@dataclass(frozen=True, slots=True)
class StoredAct:
    """One act; who, why and the salt are "" once they have been erased.

    `private_hash` is SHA-256 of the JSON list [who, reason, salt].
    """

    number: int
    at: datetime
    act: str
    subject: str
    amount: int
    who: str
    reason: str
    salt: str
    private_hash: str
    hash: str


def append_act(connection: Connection, contest_id: int, new: NewAct, at: datetime) -> None:
    """Add an act to the log of a contest that is locked (`lock_contest`)."""
    who, reason = storable(new.who), storable(new.reason)
    query = select(t.acts.c.number, t.acts.c.hash).where(t.acts.c.contest_id == contest_id)
    last = connection.execute(query.order_by(t.acts.c.number.desc()).limit(1)).first()
    number, previous = (last.number + 1, last.hash) if last else (1, "")
    private = json.dumps([who, reason, new.salt], ensure_ascii=False)
    private_hash = hashlib.sha256(private.encode()).hexdigest()
    record = act_record(number, to_microseconds(at), new.act, new.subject, new.amount, private_hash)
    connection.execute(
        insert(t.acts).values(
            contest_id=contest_id,
            number=number,
            at=at,
            act=new.act,
            subject=new.subject,
            amount=new.amount,
            who=who,
            reason=reason,
            salt=new.salt,
            private_hash=private_hash,
            hash=link(previous, record),
        )
    )


def list_acts(connection: Connection, contest_id: int) -> list[StoredAct]:
    """Return the log, the first act first."""
    query = select(*(t.acts.c[field.name] for field in fields(StoredAct)))
    rows = query.where(t.acts.c.contest_id == contest_id).order_by(t.acts.c.number)
    return [StoredAct(*row) for row in connection.execute(rows)]


def erase_reasons(
    connection: Connection, contest_id: int, numbers: Collection[int] | None = None
) -> None:
    """Blank who acted and why, in all acts or in those of these numbers."""
    own = t.acts.c.contest_id == contest_id
    if numbers is not None:
        own = own & t.acts.c.number.in_(numbers)
    connection.execute(update(t.acts).where(own).values(who="", reason="", salt=""))
