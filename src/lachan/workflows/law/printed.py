"""The law registry as a printed index."""

from __future__ import annotations

from datetime import date

from lachan.content import Content
from lachan.domain.kinds import Band
from lachan.printing import LawIndex, render_law_index
from lachan.workflows.clock import today_in_vietnam


def make_law_index(content: Content, on: date | None = None, band: Band | None = None) -> bytes:
    """Return the PDF of the index.

    Parameters
    ----------
    on
        The day by which it says what is in force; None is today in Vietnam.
    band
        Whose words are printed where there are some; None takes the plainest for most.

    Raises
    ------
    PrintError
        Where it cannot be laid out.
    """
    index = LawIndex(
        on=on or today_in_vietnam(),
        documents=content.documents,
        provisions=tuple(content.provisions.values()),
        references=content.references,
        headwords=content.law_words,
        band=band,
        school=content.settings.school,
        hotlines=content.hotlines,
        places=content.places,
        contacts=content.settings.contacts,
    )
    return render_law_index(index)
