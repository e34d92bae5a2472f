"""Certificates of a contest, to be signed by hand."""

from __future__ import annotations

from collections.abc import Sequence

from lachan.domain.contests.awards import HEADING, MOTTO, NATION, Award, CertificateStyle
from lachan.printing.typst_engine import compile_pdf


def render_certificates(contest: str, awards: Sequence[Award], style: CertificateStyle) -> bytes:
    """Return a PDF with a page for each award, in their order."""
    data = {
        "nation": NATION,
        "motto": MOTTO,
        "heading": HEADING,
        "contest": contest,
        "authority": style.authority,
        "organiser": style.organiser,
        "dated": style.dated,
        "signer": style.signer,
        "signer_title": style.signer_title,
        "signer_name": style.signer_name,
        "awards": [
            {
                "given_to": award.given_to,
                "name": award.name,
                "line": award.line,
                "reason": award.reason,
                "prize": award.prize,
            }
            for award in awards
        ],
    }
    return compile_pdf("chung-nhan.typ", data, f"Giấy chứng nhận – {contest}")
