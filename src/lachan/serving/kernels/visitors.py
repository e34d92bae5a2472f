"""Who comes for a page: where from, and whether a seat is kept for them."""

from __future__ import annotations

from dataclasses import dataclass

from tornado.httputil import HTTPServerRequest

from lachan.domain.contests.roles import Role
from lachan.domain.hosts import find_network


@dataclass(frozen=True, slots=True)
class Visitor:
    """Someone who wants a page, or nobody yet where a page is drawn ahead.

    Attributes
    ----------
    network
        The address, or what stands for it (see `find_network`); "" for nobody.
    role
        The role for which a page of staff is opened; None for pupils' pages, whoever opens them.
    """

    network: str = ""
    role: Role | None = None


NOBODY = Visitor()


def find_visitor(request: HTTPServerRequest, role: Role | None) -> Visitor:
    """Return who asks for a page that is opened as `role`."""
    return Visitor(find_network(request.remote_ip or ""), role)
