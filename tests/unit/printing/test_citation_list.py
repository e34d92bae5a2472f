from lachan.printing.citation_list import group_citations


def test_a_law_is_named_once_after_its_articles() -> None:
    labels = {
        "luat/d2-k1": "khoản 1 Điều 2 Luật Mẫu 2024",
        "nd/d4": "Điều 4 Nghị định 1/2025/NĐ-CP",
        "luat/d2": "Điều 5 Luật Mẫu 2024",
    }
    assert group_citations(labels) == [
        "khoản 1 Điều 2, Điều 5 Luật Mẫu 2024",
        "Điều 4 Nghị định 1/2025/NĐ-CP",
    ]


def test_clauses_of_one_article_share_it_too() -> None:
    labels = {"l/a": "khoản 1 Điều 3 Luật Mẫu", "l/b": "khoản 9 Điều 3 Luật Mẫu"}
    assert group_citations(labels) == ["khoản 1, khoản 9 Điều 3 Luật Mẫu"]


def test_the_same_label_is_said_once() -> None:
    labels = {"l/a": "Điều 3 Luật Mẫu", "l/b": "Điều 3 Luật Mẫu"}
    assert group_citations(labels) == ["Điều 3 Luật Mẫu"]


def test_a_whole_law_beside_its_articles_leaves_no_gap() -> None:
    labels = {"l/a": "Điều 3 Luật Mẫu", "l/b": "Luật Mẫu"}
    assert group_citations(labels) == ["Điều 3 Luật Mẫu"]


def test_nothing_cited_gives_nothing() -> None:
    assert group_citations({}) == []


def test_how_well_a_wording_is_known_is_said_once_for_all_that_share_it() -> None:
    labels = {
        "l/a": "Điều 2 Luật Mẫu (đã đọc trong văn bản)",
        "l/b": "Điều 5 Luật Mẫu (đã đọc trong văn bản)",
        "l/c": "Điều 9 Luật Mẫu (báo và trang cơ quan, 2 nguồn)",
    }
    assert group_citations(labels) == [
        "Điều 2, Điều 5 Luật Mẫu (đã đọc trong văn bản)",
        "Điều 9 Luật Mẫu (báo và trang cơ quan, 2 nguồn)",
    ]
