"""Rules on comics: few words, who speaks is seen, the story can be seen and has a way out."""

from __future__ import annotations

from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject, nearest, shorten
from lachan.domain.comic_words import Face, PersonId, Pose, SayKind, Shot
from lachan.domain.comics import Comic, Panel
from lachan.domain.kinds import Band, BlockKind
from lachan.text import fold

# What is read at one glance, in every band.
CAPTION_WORDS = 15
MESSAGE_WORDS = 18
BOARD_WORDS = 6
POSTER_WORDS = 8
FULL_STRIP = 6
SHORTEST_ALT = 8
# So many words in a row are a quotation.
_QUOTED = 4

LISTENERS = frozenset(
    {
        *(PersonId.ME, PersonId.BO, PersonId.BA, PersonId.ONG, PersonId.CO_LAN),
        *(PersonId.THAY_BINH, PersonId.YEN, PersonId.HANH, PersonId.TRUC, PersonId.TONG_DAI),
        *(PersonId.BAY, PersonId.CHU, PersonId.LE_TAN, PersonId.HOI),
    }
)
"""Adults one can turn to."""
SETTLED = frozenset({Face.CALM, Face.GLAD, Face.LAUGHING, Face.SHY, Face.DETERMINED, Face.RELIEVED})
"""What somebody feels at the end."""
_LINES = ("111", "113", "112", "114", "115")


def balloon_words(band: Band) -> int:
    """Return how many words a balloon may hold: small children read few at a time."""
    return 12 if band is Band.PRIMARY else 18


def check_lessons(subject: Subject) -> Iterator[Finding]:
    """A strip belongs to the lesson of its file's name, and that lesson says where it stands."""
    by_id = {lesson.id: lesson for lesson in subject.lessons}
    drawn = {comic.lesson_id for comic in subject.comics}
    for comic in subject.comics:
        place = comic.source.at("id")
        lesson = by_id.get(comic.lesson_id)
        if lesson is None:
            message = f'không có bài "{comic.lesson_id}"'
            yield Finding("CM001", place, message, nearest(comic.lesson_id, by_id))
            continue
        if (lesson.band, lesson.slug) != (comic.band, comic.slug):
            expected = f"comics/{lesson.band}/{lesson.slug}.yaml"
            message = f'truyện của bài "{lesson.id}" phải nằm ở {expected}'
            yield Finding("CM001", place, message, "đổi tên tệp hoặc sửa id")
        count = sum(block.kind is BlockKind.COMIC for block in lesson.blocks)
        if count != 1:
            message = f"{lesson.id}: có truyện tranh, bài phải có đúng một khối truyen-tranh"
            yield Finding("CM001", lesson.source, f"{message}; thấy {count}", "::: truyen-tranh")
    for lesson in subject.lessons:
        for block in lesson.blocks:
            if block.kind is BlockKind.COMIC and lesson.id not in drawn:
                message = f"{lesson.id}: có khối truyen-tranh mà chưa có truyện"
                hint = f"viết comics/{lesson.band}/{lesson.slug}.yaml"
                yield Finding("CM001", block.source, message, hint)


def check_word_counts(subject: Subject) -> Iterator[Finding]:
    """Captions, balloons and messages are short."""
    for comic, panel in _panels(subject):
        limit = balloon_words(comic.band)
        told = [
            (panel.source.at("caption"), panel.caption, CAPTION_WORDS),
            (panel.source.at("board"), panel.board, BOARD_WORDS),
            (panel.source.at("poster"), panel.poster, POSTER_WORDS),
        ]
        told += [
            (panel.source.at("says", index, "text"), say.text, limit)
            for index, say in enumerate(panel.says)
        ]
        told += [
            (panel.source.at("phone", "messages", index, "text"), message.text, MESSAGE_WORDS)
            for index, message in enumerate(panel.phone.messages if panel.phone else ())
        ]
        for place, text, most in told:
            found = count_words(text)
            if found > most:
                message = f"{comic.id}: {found} tiếng, nhiều nhất {most}: “{shorten(text)}”"
                yield Finding("CM002", place, message, "bớt chữ, hoặc chia sang tranh khác")


def count_words(text: str) -> int:
    """Return how many syllables and numbers a text has."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def check_speakers(subject: Subject) -> Iterator[Finding]:
    """Who speaks is in the panel, and who speaks first stands left."""
    for comic, panel in _panels(subject):
        standing = [figure.who for figure in panel.people]
        for index, say in enumerate(panel.says):
            is_heard = say.kind is SayKind.PHONE or panel.phone is not None
            if say.who not in standing and not is_heard:
                place = panel.source.at("says", index, "who")
                message = f'{comic.id}: "{say.who}" nói mà không có trong tranh'
                hint = "thêm vào people, hoặc kind: phone cho tiếng trong điện thoại"
                yield Finding("CM003", place, message, hint)
        seen = [say.who for say in panel.says if say.who in standing]
        if len(set(seen)) > 1 and standing.index(seen[0]) > standing.index(seen[1]):
            place = panel.source.at("says", 0, "who")
            message = f'{comic.id}: "{seen[0]}" nói trước thì đứng bên trái "{seen[1]}"'
            yield Finding("CM004", place, message, "đổi chỗ hai người trong people")


def check_shots(subject: Subject) -> Iterator[Finding]:
    """A strip of six shows where it is, who does what, and what someone feels."""
    for comic in subject.comics:
        missing = [shot for shot in Shot if shot not in {panel.shot for panel in comic.panels}]
        if missing and len(comic.panels) >= FULL_STRIP:
            listed = ", ".join(missing)
            message = f"{comic.id}: truyện {len(comic.panels)} tranh còn thiếu cỡ cảnh: {listed}"
            yield Finding("CM005", comic.source.at("panels"), message, "đổi shot của một tranh")


def check_way_out(subject: Subject) -> Iterator[Finding]:
    """A strip ends with someone who listens, and with somebody's mind at rest."""
    for comic in subject.comics:
        last = comic.panels[-1]
        place = last.source
        if not any(_shows_help(panel) for panel in comic.panels[-2:]):
            message = f"{comic.id}: hai tranh cuối không có người lớn lắng nghe hay số để gọi"
            hint = "thêm người lớn tin cậy, cuộc gọi, hoặc 111, 113"
            yield Finding("CM006", place, message, hint)
        faces = {figure.face for figure in last.people}
        if faces and not faces & SETTLED:
            message = f"{comic.id}: tranh cuối không ai yên lòng ({', '.join(sorted(faces))})"
            yield Finding("CM006", place.at("people"), message, "cho một người bình tâm lại")


def _shows_help(panel: Panel) -> bool:
    words = " ".join([panel.caption, panel.poster, *(say.text for say in panel.says)])
    if panel.phone:
        words += " ".join(message.text for message in panel.phone.messages)
    listens = any(figure.who in LISTENERS for figure in panel.people)
    calls = any(figure.pose is Pose.CALL for figure in panel.people)
    voices = any(say.who in LISTENERS for say in panel.says)
    return listens or calls or voices or any(number in words for number in _LINES)


def check_descriptions(subject: Subject) -> Iterator[Finding]:
    """A description says what is seen: long enough, and not the balloons once more."""
    for comic, panel in _panels(subject):
        place = panel.source.at("alt")
        if count_words(panel.alt) < SHORTEST_ALT:
            message = f"{comic.id}: mô tả tranh quá ngắn: “{panel.alt}”"
            yield Finding("CM007", place, message, "tả ai ở đâu, làm gì, lộ vẻ gì")
        told = fold(panel.alt)
        for say in panel.says:
            words = fold(say.text).split()
            if len(words) >= _QUOTED and " ".join(words) in told:
                message = f"{comic.id}: mô tả nhắc lại lời trong bóng: “{shorten(say.text)}”"
                yield Finding("CM007", place, message, "lời trong bóng đã được đọc riêng")


def check_worksheet(subject: Subject) -> Iterator[Finding]:
    """The panels that a worksheet empties are there and have a balloon to empty."""
    for comic in subject.comics:
        for index, number in enumerate(comic.blank):
            place = comic.source.at("blank", index)
            if not 1 <= number <= len(comic.panels):
                message = f"{comic.id}: blank nêu tranh {number}, truyện có {len(comic.panels)}"
                yield Finding("CM008", place, message, "ghi số thứ tự tranh, từ 1")
            elif not _has_words(comic.panels[number - 1]):
                message = f"{comic.id}: tranh {number} không có lời nào để bỏ trống"
                yield Finding("CM008", place, message, "chọn tranh có lời")


def _has_words(panel: Panel) -> bool:
    return bool(panel.says or panel.phone)


def _panels(subject: Subject) -> Iterator[tuple[Comic, Panel]]:
    for comic in subject.comics:
        for panel in comic.drawn:
            yield comic, panel
