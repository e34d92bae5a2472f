"""What of a contest is frozen: its declaration, paper, forms and keys, read once a process."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from lachan.domain.bodies import Matching, Ordering
from lachan.domain.contests.contest import PREDICTION, Contest
from lachan.domain.items import Item
from lachan.domain.option_names import MARK, OptionNames
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Form, FormItem, Paper
from lachan.domain.rich.nodes import BlockNode
from lachan.exchange import (
    read_items_snapshot,
    read_manifest,
    render_items_snapshot,
    render_manifest,
)
from lachan.exchange.contests.definition import contest_definition, parse_contest_definition
from lachan.exchange.contests.key import commit_to_key, render_contest_key
from lachan.grading import Response, ResponseError, parse_response
from lachan.limits.contest_room import HIGHEST_PREDICTION
from lachan.markup import to_nodes
from lachan.printing import find_picture_paths
from lachan.store.contests import FrozenRow
from lachan.wire.public_item import FormItemJson, ItemJson, OptionJson, public_json

SECRET_BYTES = 32
# With its mark it fits where salts of 32 bytes were kept.
SALT_BYTES = 30


@dataclass(frozen=True)
class FrozenContest:
    """A contest's declaration and paper.

    Attributes
    ----------
    salt
        Hides the authors' names of options, and decides who gets which form.
    code_key
        Under which entry codes are hashed.
    nonce
        With the key it makes the commitment; published after closing.
    """

    contest: Contest
    paper: Paper
    context: PaperContext
    practice: Item | None
    salt: str
    code_key: str
    commitment: str
    nonce: str
    _public: dict[str, tuple[FormItemJson, ...]] = field(default_factory=dict, compare=False)

    @cached_property
    def rules(self) -> tuple[BlockNode, ...]:
        """The rules as JSON nodes."""
        return tuple(to_nodes(self.contest.rules))

    @cached_property
    def practice_json(self) -> ItemJson | None:
        """The trial question without its key."""
        return public_json(self.practice, self.salt) if self.practice else None

    @cached_property
    def practice_pictures(self) -> Mapping[str, bytes]:
        """The pictures of the trial question, by path; contests of before were made without."""
        asked = find_picture_paths((), (self.practice,)) if self.practice else ()
        return {path: data for path, data in self.context.pictures.items() if path in asked}

    @cached_property
    def key(self) -> bytes:
        """The whole key, as it was committed to."""
        return render_contest_key(self.contest.slug, self.paper, self.salt)

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """Form code → form."""
        return {form.code: form for form in self.paper.forms}

    @cached_property
    def form_items(self) -> Mapping[str, Mapping[str, Item]]:
        """Form code → item id → item."""
        return {
            code: {item.id: item for item in self.paper.items_of(form)}
            for code, form in self.forms.items()
        }

    def choose_form(self, pseudonym: str, number: int) -> str:
        """Return the code of the form for someone's attempt: always the same one."""
        digest = hashlib.sha256(f"{self.salt}|{pseudonym}|{number}".encode()).digest()
        return self.paper.forms[int.from_bytes(digest) % len(self.paper.forms)].code

    def public_items(self, form_code: str) -> tuple[FormItemJson, ...]:
        """Return a form's items as browsers get them, in the form's order."""
        if form_code not in self._public:
            self._public[form_code] = tuple(
                {**_in_printed_order(self.paper.items[each.item_id], each, self.salt), "part": part}
                for part, printed in enumerate(self.forms[form_code].parts, 1)
                for each in printed
            )
        return self._public[form_code]

    def answerable(self, form_code: str) -> frozenset[str]:
        """Return what may be answered: the form's items, and the prediction where it is asked."""
        asked = {PREDICTION} if self.contest.prediction else set()
        return frozenset(self.form_items[form_code]) | asked

    def parse(self, form_code: str, item_id: str, value: object) -> Response | int | None:
        """Return a checked answer to an item of the form, or to the prediction question.

        Raises
        ------
        KeyError
            Where the form has no such item.
        ResponseError
            Where the value does not fit it.
        """
        if item_id == PREDICTION and self.contest.prediction:
            return _parse_prediction(value)
        item = self.form_items[form_code][item_id]
        return None if value is None else parse_response(item, value, self.salt)


def freeze(
    contest: Contest,
    paper: Paper,
    context: PaperContext,
    practice: Item | None,
    token_hex: Callable[[int], str],
) -> FrozenRow:
    """Return what the store keeps of a new contest, its secrets drawn and its key committed to.

    Parameters
    ----------
    token_hex
        Gives so many random bytes in hex: ``secrets.token_hex``.

    Raises
    ------
    ContestPaperError
        Where an item is marked by a person.
    """
    code_key, nonce = (token_hex(SECRET_BYTES) for _ in range(2))
    salt = MARK + token_hex(SALT_BYTES)
    key = render_contest_key(contest.slug, paper, salt)
    trial = replace(paper, items={practice.id: practice}) if practice else None
    return FrozenRow(
        definition=json.dumps(contest_definition(contest), ensure_ascii=False, sort_keys=True),
        salt=salt,
        code_key=code_key,
        commitment=commit_to_key(key, nonce),
        nonce=nonce,
        manifest=render_manifest(paper, {}, context=context),
        items=render_items_snapshot(paper, context),
        practice=render_items_snapshot(trial) if trial else None,
    )


def thaw(row: FrozenRow) -> FrozenContest:
    """Return what `freeze` gave, as values; raises `LachanError` where it was changed."""
    manifest = read_manifest(row.manifest, row.items)
    trial = read_items_snapshot(row.practice).items if row.practice else {}
    return FrozenContest(
        contest=parse_contest_definition(row.definition),
        paper=manifest.paper,
        context=manifest.context,
        practice=next(iter(trial.values()), None),
        salt=row.salt,
        code_key=row.code_key,
        commitment=row.commitment,
        nonce=row.nonce,
    )


def _in_printed_order(item: Item, printed: FormItem, salt: str) -> ItemJson:
    """Return an item's public JSON with its options in the form's order."""
    public = public_json(item, salt)

    names = OptionNames(item.id, salt)
    options = [_name_option(item, each, names) for each in printed.options]
    return {
        **public,
        "options": _sorted_by(public["options"], options),
        "targets": _sorted_by(public["targets"], list(map(names.hide, printed.targets))),
    }


def _name_option(item: Item, option_id: str, names: OptionNames) -> str:
    match item.body:
        case Ordering():
            return names.hide(option_id)
        case Matching():
            return names.left(option_id)
        case _:
            return names.option(option_id)


def _sorted_by(options: list[OptionJson], ids: list[str]) -> list[OptionJson]:
    return sorted(options, key=lambda option: ids.index(option["id"]))


def _parse_prediction(value: object) -> int | None:
    if value is None:
        return None
    # A JSON true would pass for the number 1.
    if (
        isinstance(value, int)
        and not isinstance(value, bool)
        and 0 <= value <= HIGHEST_PREDICTION.value
    ):
        return value
    raise ResponseError("Hãy dự đoán bằng một số nguyên từ 0 trở lên.")
