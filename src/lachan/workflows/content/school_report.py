"""What the school's own folder brings: told by `lachan check` and in the teachers' corner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lachan.content import Content
from lachan.content.layers import BLUEPRINT, COMIC, ITEM, LESSON, Replacement

_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class SchoolReport:
    """The school's own folder, how much it adds by kind, and what of the kit's it replaces."""

    folder: str
    added: Mapping[str, int]
    replaced: tuple[Replacement, ...]

    def tell(self) -> str:
        """Return it in one sentence: what is replaced by name, what is added by number."""
        kinds = dict.fromkeys(each.kind for each in self.replaced)
        parts = [f"thay {self._tell_names(kind)}" for kind in kinds]
        parts += [f"thêm {count} {kind}" for kind, count in self.added.items() if count]
        return f"Kho của trường ở {self.folder}: {'; '.join(parts) or 'chưa có gì'}"

    def _tell_names(self, kind: str) -> str:
        names = [each.name for each in self.replaced if each.kind == kind]
        more = f" và {len(names) - _MOST_NAMED} nữa" if len(names) > _MOST_NAMED else ""
        return f"{len(names)} {kind} ({', '.join(names[:_MOST_NAMED])}{more})"


def report_school(content: Content) -> SchoolReport | None:
    """Return what the content has of the school's own folder, None where there is none."""
    if content.school is None:
        return None
    known = {(each.kind, each.source) for each in content.replaced}
    sources = {
        LESSON: [each.source for each in content.lessons],
        ITEM: [each.source for each in content.items],
        COMIC: [each.source for each in content.comics],
        BLUEPRINT: [each.source for each in content.blueprints],
    }
    added = {
        kind: sum(content.is_schools(each) and (kind, each) not in known for each in listed)
        for kind, listed in sources.items()
    }
    return SchoolReport(content.school.as_posix(), added, content.replaced)
