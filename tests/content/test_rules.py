"""Every rule and every read fault has an example that fails by it, and none besides."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from lachan.checks.safety import safety_rules
from lachan.content import load_content
from lachan.content.items.entry_writer import read_entries
from lachan.domain.kinds import Band
from lachan.errors import Problem, Severity
from lachan.workflows.authoring.judging import ItemJudge, Place
from lachan.workflows.content.check import check_content

ON = dt.date(2026, 11, 24)

ITEMS = "quiz_bank/thcs/mau.yaml"
LESSON = "lessons/thcs/mau.md"
LAW = "law/sources.yaml"
PLAN = "quiz_bank/blueprints/mau.yaml"
CONTEST = "quiz_bank/contest/thcs/mau.yaml"
COMIC = "comics/thcs/mau.yaml"
BELIEFS = "quiz_bank/misconceptions.yaml"


@dataclass(frozen=True)
class Case:
    """Replace `old` by `new` in `file` (once).

    The problem `code` then stands on a line that has `at`, and says `words`.
    """

    code: str
    file: str
    old: str
    new: str
    at: str
    words: str


D9 = "      - id: d9\n"
SECOND = "  - id: mau-002"
ORDERING = """  - id: mau-005
    type: ordering
    level: hieu
    stem: Xếp các việc theo thứ tự.
    steps:
      - {id: a, text: Rời chỗ nguy hiểm, reason: An toàn là trước hết.}
      - {id: b, text: Sau đó gọi 111, reason: Có người nghe.}
      - {id: c, text: Kể điều mình thấy, reason: Kể đúng là đủ.}
    citations: [luat-mau/d3]
"""
CHAT = """  - id: mau-005
    type: scenario
    chat: yes
    level: hieu
    stem: Đi cùng bạn Lan.
    scenes:
      - id: mot
        text: "- **K:** Kết bạn {app} nhé!"
        choices:
          - {id: a, text: Hỏi mẹ, reason: Mẹ biết thì giúp được., next: xong, best: yes}
          - {id: b, text: Trả lời ngay, reason: Chưa biết là ai., next: can}
      - {id: xong, text: Mẹ cùng xem., ending: an-toan}
      - {id: can, text: Gọi 111 vẫn kịp., ending: can-giup}
    citations: [luat-mau/d3]
"""
NO_MESSAGE = CHAT.replace('"- **K:** Kết bạn {app} nhé!"', "Lan nhận được tin.")
REAL_APP = CHAT.replace("{app}", "Zalo")
ASKED = "Theo luật, hành vi có mấy thành tố phải cùng có?"
FIRST = "text: Hai thành tố"
FOUR = """text: Bốn phần khác nhau
        reason: Còn thiếu mục đích.
      - id: d
        text: Bốn việc liền nhau"""
ADULTS = "chi-nguoi-lon-bao-tin"
RIGHT = "{id: b, text: Mọi người, reason: Luật trao quyền này cho mọi người.}"
CITED = "    citations: [luat-mau/d2-k1]"
AUTHOR = "  - {role: author, date: 2026-11-24}"
EARLIER = "  - {role: law, date: 2026-11-23}"
OTHER_TEXT = "[{role: law, name: An, date: 2026-11-24, revision: d1-000000000000}]"
STALE = "[{role: author, date: 2026-11-24}, {role: law, date: 2026-11-23}]"


SUMMARY = "summary: Bài ngắn để thử."
SECOND_EDITION = f"edition: 2\n{SUMMARY}"
VIEC = "Viết ra tên một người lớn tin cậy.\n:::\n"
AIMS = "::: muc-tieu\n"
TURNS = "{groups: 8, seconds: 40}"
NAMED = "Họ và tên: …\n\n@ dong 2"
EXPERIENCE_7 = "    subject: Hoạt động trải nghiệm, hướng nghiệp"
FORMS = "lessons/forms.yaml"


def sheet(kind: str, text: str) -> str:
    """Return a block of a lesson."""
    return f"\n::: {kind} Thử\n{text}\n:::\n\n"


def observed(objective: str, *, levels: int = 3, times: int = 1) -> str:
    """Return what is observed of an objective, before the sample's summary, as YAML."""
    row = f"{{objective: {objective}, levels: [{', '.join('ABC'[:levels])}]}}"
    return f"observe: [{', '.join([row] * times)}]\n{SUMMARY}"


def competence(name: str, who: str, acts_for: str = "luat-mau/d3") -> str:
    """Return a provision that says who acts for another one, as YAML."""
    return f"""      - id: {name}
        competence: {{for: {acts_for}, who: {who}, names: [{who}]}}
        verified: statute
        sources: [N1]
        checked: 2026-11-24
        summary: {who} làm việc này.
"""


CASES = [
    Case("FI004", ITEMS, "Cô giáo chủ nhiệm", "Cô giáo chu\u0309 nhiệm", "Cô giáo", "NFD"),
    Case("FI007", "lachan.toml", 'school = "', 'school = ""', "school", "TOML"),
    Case("YM001", ITEMS, "    type: single_choice", "\ttype: single_choice", "\ttype", "tab"),
    Case("YM001", ITEMS, "text: Hai thành tố", "text: Hai: thành: tố", "Hai:", "ngoặc kép"),
    Case("YM002", ITEMS, "text: Hai thành tố", "text: *neo", "*neo", "*neo"),
    Case("YM003", ITEMS, "    level: biet", "    level: biet\n    level: hieu", "hieu", '"level"'),
    Case("YM004", ITEMS, "key: b", "key: " + "[" * 30 + "]" * 30, "[[[", "20 tầng"),
    Case("YM005", ITEMS, "key: b", "key: !!python/name:os.system b", "!!python", "python"),
    Case("SC001", ITEMS, "    level: biet\n", "", "id: mau-001", '"level"'),
    Case("SC001", ITEMS, "    level: biet\n", "    level:\n", "id: mau-001", "để trống"),
    Case("SC001", ITEMS, "items:", "cau_hoi:", "cau_hoi", '"items"'),
    Case("SC002", ITEMS, "reason: Còn thiếu", "reasn: Còn thiếu", "reasn", 'có phải là "reason"?'),
    Case("SC003", ITEMS, "key: b", "key: [a, b]", "key: [a, b]", "chỉ có một đáp án"),
    Case("SC003", ITEMS, "key: b", "key: no", "key: no", '"no"'),
    Case("SC003", ITEMS, "key: [a, b]", "key: [a, z]", "key: [a, z]", '"z"'),
    Case("SC003", ITEMS, "key: [a, b]", "key: [a, b, c, d]", "key: [a, b", "mọi lựa chọn"),
    Case("SC003", ITEMS, '"111"', "no", "key: no", '"no"'),
    Case("SC003", ITEMS, "{id: d, text", "{id: e, text", "{id: a", "bốn ý"),
    Case("YM003", ITEMS, "{id: a, text: Ai", "{id: a, key: x, text: Ai", "key: x", "hai lần"),
    Case("SC004", ITEMS, "type: single_choice", "type: single_choise", "choise", "single_choice"),
    Case("SC004", ITEMS, "level: van-dung", "level: van_dung", "van_dung", "van-dung"),
    Case("SC003", ITEMS, "[luat-mau/d2-k1]", "[]", "citations: []", "thiếu citations"),
    Case(
        "SC003", ITEMS, "    key: b", "    key: b\n    skill: yes", "skill: yes", "không dẫn luật"
    ),
    Case("SC005", LAW, "sources: [N1, N2]", "sources: []", "sources: []", "ít nhất 1"),
    Case("SC006", ITEMS, "id: mau-001", "id: Mẫu 1", "Mẫu 1", "không dấu"),
    Case("MK001", ITEMS, "stem: Theo", "stem: <script>alert(1)</script>", "<script>", "thẻ HTML"),
    Case("MK002", ITEMS, "stem: Theo", "stem: Gõ `rm -rf` theo", "rm -rf", "rm -rf"),
    Case("MK003", ITEMS, "stem: Theo", "stem: |\n      # Theo\n\n      Theo", "stem", "cấp 1"),
    Case("MK004", ITEMS, "stem: Theo", "stem: |\n      |a|\n      |-|\n      Theo", "stem", "bảng"),
    Case("MK005", LESSON, "![Tấm khiên]", "![]", "![]", "mô tả"),
    Case("MK006", LESSON, "![Tấm khiên]", "Nhìn hình ![Tấm khiên]", "Nhìn", "lẫn trong câu"),
    Case("MK007", LESSON, "](lessons/thcs/mau.md)", "](javascript:alert)", "javascript", "an toàn"),
    Case("MK008", LESSON, "(media/khien.svg)", "(https://example.org/a.png)", "a.png", "nằm ngoài"),
    Case("MK009", LESSON, "Chào cả lớp.", "Chào cả lớp.\n\n***", "***", "kẻ ngang"),
    Case("SC004", COMIC, "who: minh, pose: waving", "who: minhh, pose: waving", "minhh", '"minh"'),
    Case("SC004", COMIC, "pose: chin", "pose: chinn", "chinn", '"chin"'),
    Case("SC004", COMIC, "place: gate", "place: cong", "cong", "một trong"),
    Case("SC004", COMIC, "[hen]", "[hens]", "hens", '"hen"'),
    Case(
        "SC001",
        COMIC,
        "    alt: Trước nhà, mẹ đặt tay lên vai Thư, hai mẹ con cùng vui.\n",
        "",
        "place: house-front",
        '"alt"',
    ),
    Case("SC003", COMIC, "place: phone", "place: street", "place: street", "cùng nhau"),
    Case("SC003", COMIC, "    board: Hỏi trước khi đi\n", "", "place: classroom", "board-text"),
    Case(
        "SC003",
        COMIC,
        "who: colan, pose: sitting",
        "who: thu, pose: sitting",
        "face: relieved",
        "hai lần",
    ),
    Case("SC005", COMIC, "ask: [Ở tranh 2 pin còn bao nhiêu?]", "ask: []", "ask", "ít nhất 1"),
    Case("CM001", COMIC, "id: thcs-mau", "id: thcs-mai", "thcs-mai", "thcs-mau"),
    Case(
        "CM001", LESSON, "::: truyen-tranh Hỏi đã", "::: thao-luan Hỏi đã", "id: thcs-mau", "thấy 0"
    ),
    Case("CM002", COMIC, "Ừ nhỉ.", "Ừ nhỉ mà" + " nghĩ" * 16, "nghĩ nghĩ", "nhiều nhất 18"),
    Case(
        "CM002",
        COMIC,
        "caption: Tan học.",
        "caption: Tan" + " học" * 15,
        "học học",
        "nhiều nhất 15",
    ),
    Case(
        "CM003", COMIC, "{who: me, text: Con", "{who: ba, text: Con", "ba", "không có trong tranh"
    ),
    Case("CM005", COMIC, "shot: close", "shot: middle", "place: gate", "close"),
    Case(
        "CM007",
        COMIC,
        "alt: Trong lớp, Minh ngạc nhiên hỏi, Thư chống cằm nghĩ ngợi.",
        "alt: Trong lớp.",
        "Trong lớp.",
        "quá ngắn",
    ),
    Case(
        "CM007",
        COMIC,
        "Thư ngồi nói chuyện với cô Lan",
        "cô Lan nói cô đang nghe đây",
        "cô đang nghe",
        "nhắc lại",
    ),
    Case("CM008", COMIC, "blank: [3, 6]", "blank: [3, 7]", "blank", "truyện có 6"),
    Case(
        "CM009",
        COMIC,
        "with: Chị Dung (chưa gặp)",
        "with: Chị Dung là người mà cả nhà chưa ai từng gặp bao giờ",
        "place: phone",
        "không vừa",
    ),
    Case("QB001", ITEMS, "id: mau-002", "id: mau-001", "mau-001", "mau-001"),
    Case("QB002", ITEMS, "id: mau-004", "id: mau-000", "mau-000", "retired"),
    Case("QB003", ITEMS, "        reason: Còn thiếu mục đích.\n", "", "id: a", "thiếu reason"),
    Case(
        "QB003", ITEMS, "    reason: Số 111 miễn phí và trực cả ngày đêm.\n", "", "mau-004", "thiếu"
    ),
    Case("QB004", ITEMS, "text: Ba thành tố", "text: Ba thành tố cùng phải có đủ mặt", "Ba", "dài"),
    Case("QB005", ITEMS, "text: Bốn thành tố", "text: Tất cả các đáp án trên", "Tất cả", "gộp"),
    Case("QB005", ITEMS, "text: Bốn thành tố", "text: Cả A và B đều đúng", "Cả A", "gộp"),
    Case(
        "QB006",
        ITEMS,
        "Những người nào em có thể nói khi lo lắng?",
        "Theo luật, hành vi có mấy thành tố phải cùng có?",
        "Theo luật",
        "100%",
    ),
    Case("QB007", ITEMS, "text: Bốn thành tố", "text: Hai thành tố", "Hai", "trùng"),
    Case("QB008", ITEMS, "    key: b", "    key: b\n    enemies: [mau-00]", "enemies", "mau-00"),
    Case("QB010", ITEMS, "objective: nhan-biet", "objective: nhan-biec", "biec", "nhan-biet"),
    Case("LW001", ITEMS, "[luat-mau/d2-k1]", "[luat-mau/d2-k2]", "d2-k2", "luat-mau/d2-k1"),
    Case("LW002", ITEMS, "[luat-mau/d2-k1]", "[luat-cu/d2]", "luat-cu", "1/2024/QH15"),
    Case("LW002", LESSON, "[luat-mau/d2-k1]", "[luat-cu/d2]", "luat-cu", "hết hiệu lực"),
    Case("LW003", ITEMS, "[luat-mau/d2-k1]", "[luat-mau/d9]", "d9", "weak"),
    Case("LW004", LAW, "sources: [N1, N2]", "sources: [N1, N7]", "N7", "N7"),
    Case("LW005", LAW, "in_force_to: 2025-06-30", "in_force_to: 2011-06-30", "d2", "đứng trước"),
    Case("LW006", "law/hotlines.yaml", "verified: press", "verified: memory", "111", "111"),
    Case("LW007", LAW, D9, competence("d10", "Xã", acts_for="luat-mau/d8") + D9, "d8", "d8"),
    Case(
        "LW008", LAW, D9, competence("d10", "Xã") + competence("d11", "Tỉnh") + D9, "Tỉnh", "cùng"
    ),
    Case("LW009", ITEMS, "Ba thành tố", "Xã", "citations", "luat-mau/d6"),
    Case("LW010", ITEMS, "Ba thành tố", "Huyện", "Huyện", "nay là Xã"),
    Case("LW011", ITEMS, "[luat-mau/d2-k1]", "[luat-mau/d7]", "luat-mau/d7", "skill: yes"),
    Case("LW012", LAW, D9, D9 + "        review_by: 2026-11-23\n", "review_by", "23/11/2026"),
    Case("QB012", ITEMS, CITED, f"{CITED}\n    reviews: {STALE}", "law", "23/11/2026"),
    Case("QB022", ITEMS, CITED, f"{CITED}\n    reviews: {OTHER_TEXT}", "law", "d1-000000000000"),
    Case("QB013", CONTEST, "stimulus: tin-nhan", "stimulus: tin-nhn", "tin-nhn", '"tin-nhan"'),
    Case("QB014", CONTEST, "    stimulus: tin-nhan\n", "", "tin-nhan", "có 1 câu"),
    Case("QB015", CONTEST, "type: short_answer", "type: short_text", "tin-nhan", "short_text"),
    Case("QB016", CONTEST, "    use: contest\n", "", "id: thi-001", "use: contest"),
    Case("QB017", ITEMS, FIRST, FOUR, "Ba thành tố", "mở đầu bằng một chữ"),
    Case("QB018", CONTEST, "text: Mọi người", "text: Mọi người được báo tin", "Mọi", "nhắc lại"),
    Case("QB019", ITEMS, SECOND, ORDERING + SECOND, "Sau đó", "tự lộ thứ tự"),
    Case("QB023", ITEMS, SECOND, NO_MESSAGE + SECOND, "Lan nhận", "không có tin nhắn"),
    Case("QB024", ITEMS, SECOND, REAL_APP + SECOND, "Zalo", "ứng dụng có thật"),
    Case("QB020", ITEMS, "stem: Theo luật", "stem: Theo Điều 2", "Theo Điều 2", '"Điều 2"'),
    Case("QB021", ITEMS, ASKED, "Hoa (12 tuổi) nên làm gì?", "level: biet", "tình huống"),
    Case("QB021", CONTEST, "ai được báo tin?", "số 111 là gì?", "van-dung", "cần nhớ"),
    Case("SC001", BELIEFS, "theme: bao-tin", "# bao-tin", "- id", "theme"),
    Case("MC001", BELIEFS, "id: goi-111-mat-tien", f"id: {ADULTS}", ADULTS, "ghi 2 lần"),
    Case(
        "MC002", CONTEST, f"misconception: {ADULTS}", "misconception: chi-nguoi", "chi-ng", ADULTS
    ),
    Case("MC003", CONTEST, RIGHT, f"{RIGHT[:-1]}, misconception: {ADULTS}}}", "id: b", "đúng"),
    Case("MC004", CONTEST, f", misconception: {ADULTS}", "", "Người đủ 18", "chưa nêu"),
    Case("LS018", LESSON, AUTHOR, f"{AUTHOR}\n{EARLIER}", "law", "23/11/2026"),
    Case("LS001", LESSON, "::: tinh-huong", "::: tinh-huog", "tinh-huog", "tinh-huong"),
    Case("LS002", LESSON, "## Tập {#tap}", "## Tập", "## Tập", "mã bước"),
    Case("LS003", LESSON, "bất cứ lúc nào.\n:::", "bất cứ lúc nào.", "luu-y", "chưa đóng"),
    Case("LS004", LESSON, "::: luu-y", "Chữ lạc\n\n::: luu-y", "Chữ lạc", "trước bước"),
    Case("LS005", LESSON, "- mau-003", "mau-003", "mau-003", "mỗi dòng một mã"),
    Case("LS006", LESSON, "---\nid: thcs-mau", "id: thcs-mau", "id", "---"),
    Case("LS007", LESSON, "band: thcs", "band: thpt", "thpt", "thpt"),
    Case("LS008", LESSON, "{#tap}", "{#tapp}", "{#tapp}", '"tap"'),
    Case("LS010", LESSON, "equipment:", "prerequisites: [thcs-x]\nequipment:", "thcs-x", "thcs-x"),
    Case("LS011", LESSON, "::: luu-y", "::: thao-luan", "id: thcs-mau", "luu-y"),
    Case("LS013", LESSON, "phase: luyen-tap", "phase: van-dung", "id: mo", "luyen-tap"),
    Case("LS014", LESSON, "Chào cả lớp.", "Gợi ý trả lời: ba phần.", "Gợi ý", "gợi ý trả lời"),
    Case("LS015", LESSON, "- mau-003", "- mau-033", "kiem-tra", "mau-003"),
    Case(
        "LS016", ITEMS, "    level: biet", "    level: biet\n    use: contest", "kiem-tra", "kì thi"
    ),
    Case("LS017", ITEMS, "    objective: nhan-biet\n", "", "id: nhan-biet", "nhan-biet"),
    Case("LS019", LESSON, VIEC, VIEC + sheet("phieu", "@ hinh 3"), "@ hinh 3", '"hinh"'),
    Case("LS019", LESSON, VIEC, VIEC + sheet("phieu", "@ o 3: A | B"), "@ o 3", "cần 3 nhãn"),
    Case("LS020", LESSON, "id: dung, minutes: 10", "id: dung, minutes: 12", "id: mo", "47 phút"),
    Case("LS020", LESSON, SUMMARY, f"periods: 2\n{SUMMARY}", "periods", "tiết 1, 1, 1, 1"),
    Case("LS021", LESSON, "minutes: 5,", "minutes: 5, work: 293,", "id: mo", "cần 5:01"),
    Case("LS021", LESSON, "minutes: 5,", f"minutes: 5, turns: {TURNS},", "id: mo", "nói 5:20"),
    Case("LS021", ITEMS, "    key: b", "    key: b\n    seconds: 600", "id: tap", "câu hỏi 11:00"),
    Case("LS022", LESSON, "Chào cả lớp.", "Chào các bạn. " * 440, "title", "chữ cho học sinh"),
    Case("LS023", LESSON, SUMMARY, SUMMARY, "title", "thiếu năm câu hỏi trước và sau, vé ra cửa"),
    Case("LS024", LESSON, SUMMARY, SECOND_EDITION, "id: mo", "form, task, everyone, report"),
    Case("LS025", LESSON, "minutes: 5,", "minutes: 5, form: xep-te,", "form", '"xep-the"'),
    Case("LS025", FORMS, "id: ca-nhan", "id: xep-the", "xep-the", "đã dùng"),
    Case("LS026", LESSON, SUMMARY, SECOND_EDITION, "edition", "năm câu hỏi trước và sau"),
    Case("LS026", LESSON, SUMMARY, f"before_after: [mau-002]\n{SUMMARY}", "before", "thấy 1"),
    Case("LS026", LESSON, SUMMARY, f"before_after: [mau-09]\n{SUMMARY}", "before", '"mau-09"'),
    Case("LS026", LESSON, SUMMARY, f"before_after: [mau-003]\n{SUMMARY}", "before", "trí nhớ"),
    Case("LS026", LESSON, SUMMARY, f"before_after: [thi-001]\n{SUMMARY}", "before", "câu ôn"),
    Case("LS027", LESSON, SUMMARY, SECOND_EDITION, "edition", "vé ra cửa"),
    Case("LS027", LESSON, SUMMARY, f"exit_ticket: [A, B, C, D]\n{SUMMARY}", "exit", "4 câu"),
    Case("LS027", LESSON, SUMMARY, f"exit_ticket: [{'em ' * 21}]\n{SUMMARY}", "exit", "21 chữ"),
    Case("LS028", LESSON, SUMMARY, SECOND_EDITION, "edition", "phiếu quan sát"),
    Case("LS028", LESSON, SUMMARY, observed("nhan-bet"), "nhan-bet", '"nhan-biet"'),
    Case("LS028", LESSON, SUMMARY, observed("nhan-biet", times=2), "observe", "hai lần"),
    Case("LS029", LESSON, SUMMARY, SECOND_EDITION, "edition", "việc làm thêm"),
    Case("LS030", LESSON, SUMMARY, SECOND_EDITION, "edition", "thư gửi gia đình"),
    Case("LS030", LESSON, VIEC, VIEC + sheet("thu-ngo", "Kính gửi."), "thu-ngo", "trước bước"),
    Case("LS030", LESSON, AIMS, sheet("thu-ngo", "chữ " * 221) + AIMS, "thu-ngo", "221 chữ"),
    Case("LS031", LESSON, "grades: [6, 7]", "grades: [6, 7, 8]", "subject", "lớp 8"),
    Case("LS031", LESSON, "- grade: 7", "- grade: 8", "grade: 8", "không có trong grades"),
    Case("LS031", LESSON, "    hour: chu-de\n", "", "grade: 7", "thiếu hour"),
    Case("LS031", LESSON, "    topic: Chủ đề mẫu\n", "", "grade: 7", "thiếu topic"),
    Case("LS031", LESSON, EXPERIENCE_7, "    subject: Tin hc", "Tin hc", '"Tin học"'),
    Case("LS031", LESSON, EXPERIENCE_7, "    subject: Tin học", "Tin học", "không có ở subject"),
    Case("LS031", LESSON, EXPERIENCE_7, "    subject: Đạo đức", "Đạo đức", "không học môn"),
    Case("LS031", LESSON, EXPERIENCE_7, "    subject: Tin học", "grade: 7", "chỉ Hoạt động"),
    Case("LS032", LESSON, "giao tiếp và hợp tác", "tin học", "competences", "của môn"),
    Case("LS032", LESSON, "[Trách nhiệm]", "[Trách nhim]", "qualities", '"Trách nhiệm"'),
    Case("LS034", LESSON, VIEC, VIEC + sheet("sam-vai", "**AN:** Chào."), "sam-vai", "1/1 bài"),
    Case("LS035", LESSON, VIEC, VIEC + sheet("phieu-rieng", NAMED), "phieu-rieng", "Họ và tên"),
    Case("LS036", LESSON, VIEC, VIEC + sheet("the-bai", "Một thẻ."), "the-bai", "0 mục"),
    Case("LS036", LESSON, VIEC, VIEC + sheet("bang-lon", "- " + "to " * 9), "bang-lon", "9 chữ"),
    Case("LS037", LESSON, "Chào cả lớp.", "Xem Câu 024 ở dưới.", "Câu 024", "số của câu"),
    Case("LS038", LESSON, VIEC, VIEC + sheet("tin-nhan", "Chào em."), "Chào em.", "danh sách"),
    Case("LS038", LESSON, VIEC, VIEC + sheet("tin-nhan", "- Chào em."), "- Chào", "tên người viết"),
    Case("LS038", LESSON, VIEC, VIEC + sheet("tin-nhan", "- **K, 25:70:** A"), "25:70", "19:05"),
    Case("LS039", LESSON, VIEC, VIEC + sheet("tin-nhan", "- **K:** Zalo nhé"), "tin-nhan", "Zalo"),
    Case(
        "LS039", LESSON, VIEC, VIEC + sheet("tin-nhan", "- **K:** 0912 345 678"), "tin-nhan", "số"
    ),
    Case("SC003", LESSON, SUMMARY, observed("nhan-biet", levels=2), "observe", "ba mức"),
    Case("LK001", LESSON, "(media/khien.svg)", "(media/khong.svg)", "tinh-huong", "khong.svg"),
    Case("LK002", LESSON, "](lessons/thcs/mau.md)", "](lessons/k.md)", "tinh-huong", "k.md"),
    Case("FT001", ITEMS, "text: Hai thành tố", "text: Hai thành tố 漢", "漢", "U+6F22"),
    Case("BP001", PLAN, "level: biet, count", "level: hieu, count", "hieu", "thiếu 1"),
    Case(
        "BP001",
        PLAN,
        "total_points: 2\nparts:",
        "parts:\n  - type: single_choice\n    points: 1\n"
        "    cells: [{topic: mau, level: biet, count: 1}]",
        "biet",
        "cần 2, ngân hàng có 1",
    ),
    Case("BP003", PLAN, "{topic: mau, level: biet", "{topic: mauu, level: biet", "mauu", '"mau"'),
    Case(
        "BP002",
        PLAN,
        "parts:",
        "rules: {previous: [cu/manifest.json]}\nparts:",
        "cu/manifest",
        "không đọc được",
    ),
    Case("SF003", LESSON, "Chào cả lớp.", "Bạn ấy ham tiền nên bị lừa.", "ham tiền", "Đổ lỗi"),
    Case("SF010", ITEMS, "Hai thành tố", "Phạt tù từ 5 năm", "Phạt tù", "trung học cơ sở"),
    Case(
        "SF011", ITEMS, "stem: Những", "stem: Em từng bị lừa chưa? Những", "stem", "chuyện của mình"
    ),
    Case("SF016", LESSON, "Lo lắng thì gọi ngay.", "Gọi 18001567.", "18001567", "Số điện thoại cũ"),
    Case(
        "SF090",
        LESSON,
        "equipment:",
        "overrides: [{rule: SF003, reason: Để thử.}]\nequipment:",
        "overrides",
        "thừa",
    ),
    Case(
        "SC001", LESSON, "equipment:", "overrides: [{rule: SF003}]\nequipment:", "SF003", "reason"
    ),
    Case("RL001", LESSON, "Chào cả lớp.", "Chào " + "các bạn " * 22 + ".", "Chào", "45"),
    Case(
        "RL003", ITEMS, "stem: Theo luật,", "stem: Theo luật, " + "các em, " * 31, "Theo", "câu dẫn"
    ),
    Case("SC003", PLAN, "total_points: 2", "total_points: 3", "title", "không phải 3"),
]


def _codes(root: Path) -> list[str]:
    """Return what is found beside that the sample is of the first edition."""
    codes = [problem.code for problem in check_content(root, ON)]
    assert "LS023" in codes
    return [code for code in codes if code != "LS023"]


def _found(root: Path, code: str) -> list[Problem]:
    return [problem for problem in check_content(root, ON) if problem.code == code]


@pytest.fixture
def sample(sample: Path, repository: Path) -> Path:
    """The small valid tree with contest items and misconceptions beside it."""
    contest = repository / "tests" / "content" / "contest_sample"
    return Path(shutil.copytree(contest, sample, dirs_exist_ok=True))


def _edit(root: Path, case: Case) -> None:
    path = root / case.file
    text = path.read_text(encoding="utf-8")
    assert case.old in text, "the example no longer fits the sample"
    path.write_text(text.replace(case.old, case.new, 1), encoding="utf-8")


def test_the_sample_has_no_problem(sample: Path) -> None:
    assert [] == _codes(sample)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.at}")
def test_rule_finds_its_example(sample: Path, case: Case) -> None:
    _edit(sample, case)

    found = _found(sample, case.code)

    assert found
    told = [f"{problem.message}; {problem.hint}" for problem in found]
    assert any(case.words in words for words in told), told
    lines = [(sample / p.file).read_text("utf-8").split("\n")[p.line - 1] for p in found]
    assert any(case.at in line for line in lines), lines


def _told(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


# What only several items together can break, or the pool in which a file lies.
OTHERS = {"QB001", "QB013", "QB014", "QB015", "QB016"}


@pytest.mark.parametrize(
    "case",
    [
        each
        for each in CASES
        if each.file in (ITEMS, CONTEST)
        and each.code not in OTHERS
        # What is wrong with the file as text has no field to be told at.
        and not each.code.startswith(("YM", "FI", "LS"))
        and each.new != "cau_hoi:"
    ],
    ids=lambda case: f"{case.code}-{case.at}",
)
def test_the_form_tells_of_an_item_what_the_check_tells(sample: Path, case: Case) -> None:
    _edit(sample, case)
    path = sample / case.file
    entries = read_entries(path.read_text("utf-8"), case.file)
    content = load_content(sample)
    judge = ItemJudge(content, ON)

    told = [
        problem
        for entry in entries
        for problem in judge.judge(entry, Place(Band.LOWER_SECONDARY, "mau"), entry["id"]).problems
    ]

    found = [each for each in check_content(sample, ON) if each.file == case.file]
    own = [each for each in found if each.code not in OTHERS]
    assert {_told(each) for each in own} <= {_told(each) for each in told}


def test_invalid_utf8_is_located(sample: Path) -> None:
    (sample / ITEMS).write_bytes("items:\n  - id: \xff\n".encode("latin-1"))

    assert ("FI001", 2, 9) in [(p.code, p.line, p.column) for p in check_content(sample, ON)]


def test_byte_order_mark_is_refused(sample: Path) -> None:
    path = sample / ITEMS
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert _found(sample, "FI002")


def test_a_huge_file_is_refused_without_being_parsed(sample: Path) -> None:
    with (sample / ITEMS).open("wb") as file:
        file.truncate(50_000_000)

    [problem] = _found(sample, "FI003")

    assert "50.0 MB" in problem.message


def test_a_path_out_of_the_content_is_refused(sample: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("items: []\n", encoding="utf-8")
    (sample / "quiz_bank/thcs/la.yaml").symlink_to(outside)

    assert "quiz_bank/thcs/la.yaml" in {p.file for p in _found(sample, "FI005")}


@pytest.mark.parametrize("file", [PLAN, LESSON])
@pytest.mark.parametrize("name", ["a\\b", "thi 8:30", "a\nb", "nul", "a ", "x" * 201])
def test_a_name_that_no_file_can_be_called_after_is_told(
    sample: Path, file: str, name: str
) -> None:
    path = sample / file
    path.rename(path.with_name(f"{name}{path.suffix}"))

    assert any("đặt lại tên tệp" in problem.hint for problem in _found(sample, "SC006"))


def test_media_out_of_the_content_is_refused(sample: Path) -> None:
    case = Case(
        "FI005", ITEMS, "    key: b", "    key: b\n    media: {path: ../../x, alt: x}", "", ""
    )
    _edit(sample, case)

    assert _found(sample, "FI005")


def test_a_missing_law_file_is_reported(sample: Path) -> None:
    (sample / LAW).unlink()

    assert LAW in {p.file for p in _found(sample, "FI006")}


def test_a_folder_that_is_no_band_is_reported(sample: Path) -> None:
    (sample / "quiz_bank/thsc").mkdir()
    (sample / "quiz_bank/thsc/mau.yaml").write_text("items: []\n", encoding="utf-8")

    assert _found(sample, "FI008")


def test_a_topic_without_a_lesson_is_reported(sample: Path) -> None:
    (sample / ITEMS).rename(sample / "quiz_bank/thcs/khac.yaml")

    assert len(_found(sample, "QB009")) == 4


def test_a_group_with_one_key_is_a_warning(sample: Path) -> None:
    path = sample / ITEMS
    path.write_text(path.read_text("utf-8").replace("key: dung", "key: sai"), encoding="utf-8")

    [problem] = _found(sample, "QB011")

    assert problem.severity is Severity.WARNING


def test_a_lesson_id_stands_once(sample: Path) -> None:
    text = (sample / LESSON).read_text("utf-8")
    (sample / "lessons/thcs/mau-hai.md").write_text(text, encoding="utf-8")

    assert _found(sample, "LS009")


def test_a_lesson_ends_with_help(sample: Path) -> None:
    path = sample / LESSON
    path.write_text(
        path.read_text("utf-8") + "\n::: thao-luan\nCòn gì nữa?\n:::\n", encoding="utf-8"
    )

    assert _found(sample, "LS012")


def test_an_alias_bomb_is_refused_at_once(sample: Path) -> None:
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)
    )
    (sample / ITEMS).write_text(bomb, encoding="utf-8")

    assert _found(sample, "YM002")


def _edit_comic(sample: Path, *edits: tuple[str, str]) -> None:
    path = sample / COMIC
    text = path.read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


# A comic that cannot be read is missing in its lesson as well.
STEP = """steps:
  hoc:
    place: classroom
    shot: middle
    people:
      - {who: thu, pose: stop, face: glad, looks: right}
    says:
      - {who: thu, text: Em xòe tay.}
    alt: Trong lớp, Thư xòe bàn tay ra trước, vui vẻ.
"""


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("hoc:", "hocc:", ["CM010"]),
        ("pose: stop", "pose: stopp", ["SC004", "CM001"]),
        ("    alt: Trong lớp, Thư xòe bàn tay ra trước, vui vẻ.\n", "", ["SC001", "CM001"]),
        ("alt: Trong lớp, Thư xòe bàn tay ra trước, vui vẻ.", "alt: Thư.", ["CM007"]),
        ("who: thu, text", "who: me, text", ["CM003"]),
        ("Em xòe tay.", "Em xòe" + " tay" * 18, ["CM002"]),
        ("Em xòe tay.", "nghiêngnghiêngnghiêng " * 18, ["CM009"]),
        ("shot: middle", "shot: middle", []),
    ],
)
def test_the_picture_of_a_step_is_read_as_strictly_as_a_panel(
    sample: Path, old: str, new: str, codes: list[str]
) -> None:
    assert old in STEP
    _edit_comic(sample, ("blank: [3, 6]", STEP.replace(old, new) + "blank: [3, 6]"))

    assert codes == _codes(sample)


def test_who_speaks_first_stands_left(sample: Path) -> None:
    first, second = "{who: thu, text: Em kể cô nghe.}", "{who: colan, text: Cô đang nghe đây.}"
    _edit_comic(sample, (first, "#"), (second, first), ("#", second))

    assert ["CM004"] == _codes(sample)


def test_a_strip_has_a_way_out_and_somebody_at_rest(sample: Path) -> None:
    _edit_comic(sample, ("face: glad, looks: front", "face: sad, looks: front"))
    _edit_comic(sample, ("pose: shoulder, face: glad", "pose: shoulder, face: worried"))

    assert ["CM006"] == _codes(sample)


def test_a_strip_without_anybody_who_listens_is_refused(sample: Path) -> None:
    _edit_comic(
        sample, ("who: me, pose", "who: linh, pose"), ("{who: me, text", "{who: linh, text")
    )
    _edit_comic(sample, ("{who: tongdai, text: Tổng đài 111 xin nghe.", "{who: minh, text: A lô?"))

    assert ["CM006"] == _codes(sample)


def test_a_message_on_a_phone_can_be_the_way_out(sample: Path) -> None:
    _edit_comic(
        sample, ("who: me, pose", "who: linh, pose"), ("{who: me, text", "{who: linh, text")
    )
    _edit_comic(sample, ("{who: tongdai, text: Tổng đài 111 xin nghe.", "{who: minh, text: A lô?"))
    path = sample / "comics/thcs/mau.yaml"
    head, _ = path.read_text("utf-8").split("  - place: house-front")
    last = """  - place: phone
    shot: close
    phone: {of: thu, with: Bạn Minh, battery: 40, messages: [{from: them, text: Gọi 111 nhé.}]}
    alt: Màn hình điện thoại của Thư có một tin nhắn của bạn Minh.
blank: [3]
ask: [Ai nhắn cho Thư?]
"""
    path.write_text(head + last, "utf-8")

    assert "CM006" not in _codes(sample)


def test_a_panel_without_words_cannot_be_emptied(sample: Path) -> None:
    says = "    says:\n      - {who: me, text: Con hỏi là đúng rồi.}\n"
    _edit_comic(sample, (says, ""))

    assert ["CM008"] == _codes(sample)


def test_a_strip_lies_under_its_lessons_name(sample: Path) -> None:
    (sample / COMIC).rename(sample / "comics/thcs/khac.yaml")

    assert ["CM001"] == _codes(sample)


def test_a_lesson_that_promises_a_strip_has_one(sample: Path) -> None:
    (sample / COMIC).unlink()

    assert ["CM001"] == _codes(sample)


def test_words_on_a_phone_or_a_wall_that_have_no_room_are_told(sample: Path) -> None:
    _edit_comic(sample, ("board: Hỏi trước khi đi", "board: " + "nghiêngnghiêngnghiêng " * 6))
    _edit_comic(sample, ("poster: Gọi 111", "poster: " + "nghiêngnghiêngnghiêng " * 8))

    assert ["CM009", "CM009"] == _codes(sample)


def test_typst_code_in_a_stem_is_plain_text(sample: Path) -> None:
    case = Case("", ITEMS, "stem: Theo luật,", 'stem: \'Theo #read("/etc/passwd") luật,', "", "")
    _edit(sample, case)
    path = sample / ITEMS
    path.write_text(path.read_text("utf-8").replace("cùng có?", "cùng có?'", 1), encoding="utf-8")

    assert [] == _codes(sample)


def test_law_not_yet_in_force_names_the_item(sample: Path) -> None:
    problems = check_content(sample, dt.date(2025, 6, 30))

    told = [problem.message for problem in problems if problem.code == "LW002"]
    assert any(message.startswith("mau-001") and "chưa có hiệu lực" in message for message in told)


def test_all_faults_are_listed_not_only_the_first(sample: Path) -> None:
    path = sample / ITEMS
    text = path.read_text("utf-8").replace("level: biet", "level: x")
    text = text.replace("key: [a, b]", "key: [a, z]")
    path.write_text(text.replace("type: short_answer", "type: short"), encoding="utf-8")

    assert len([p for p in check_content(sample, ON) if p.file == ITEMS]) >= 3


def test_every_code_is_documented_and_has_an_example(repository: Path) -> None:
    pattern = re.compile(r'"((?:FI|YM|SC|MK|QB|MC|BK|LW|LS|LK|FT|BP|CM|PP|NB|SF|RL)\d{3})"')
    used = {
        code
        for path in (repository / "src").rglob("*.py")
        for code in pattern.findall(path.read_text("utf-8"))
    } | {rule.code for rule in safety_rules()}
    documented = set(
        re.findall(r"`([A-Z]{2}\d{3})`", (repository / "docs/problems.md").read_text("utf-8"))
    )
    tests = "".join(path.read_text("utf-8") for path in (repository / "tests").rglob("*.py"))

    assert used == documented
    # The safety rules have theirs in the labelled corpus, which a test of its own holds complete.
    shown = {code for code in used if f'"{code}"' in tests} | {r.code for r in safety_rules()}
    assert used == shown
