"""Pure rules on content. Fonts, files and the date are arguments; findings carry places."""

from collections.abc import Iterator

from lachan.checks import (
    blueprints,
    comics,
    competences,
    giveaways,
    items,
    law,
    lessons,
    misconceptions,
    reading,
    reviews,
    safety,
    stimuli,
    wording,
)
from lachan.checks.finding import Finding, Rule, Subject, item_texts

RULES: tuple[Rule, ...] = (
    items.check_item_ids,
    items.check_reasons,
    items.check_longest_key,
    items.check_combined_choices,
    items.check_similar_stems,
    items.check_similar_choices,
    items.check_item_links,
    items.check_one_sided_groups,
    law.check_item_citations,
    law.check_lesson_citations,
    law.check_provisions,
    law.check_hotlines,
    law.check_review_days,
    competences.check_competences,
    competences.check_item_competences,
    competences.check_lesson_competences,
    misconceptions.check_catalogue,
    misconceptions.check_named,
    giveaways.check_giveaways,
    stimuli.check_stimuli,
    stimuli.check_pool,
    wording.check_odd_key,
    wording.check_repeated_words,
    wording.check_told_order,
    wording.check_named_law,
    wording.check_claimed_level,
    reviews.check_reviews,
    reviews.check_signed_reviews,
    lessons.check_lesson_ids,
    lessons.check_required_blocks,
    lessons.check_phases,
    lessons.check_teacher_leaks,
    lessons.check_quick_checks,
    lessons.check_objectives_asked,
    lessons.check_links_and_figures,
    lessons.check_glyphs,
    comics.check_lessons,
    comics.check_word_counts,
    comics.check_speakers,
    comics.check_shots,
    comics.check_way_out,
    comics.check_descriptions,
    comics.check_worksheet,
    blueprints.check_topics,
    blueprints.check_cells,
    safety.check_safety,
    reading.check_lesson_reading,
    reading.check_item_reading,
    reading.check_legal_terms,
)


def run_rules(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of every rule."""
    for rule in RULES:
        yield from rule(subject)


__all__ = ["RULES", "Finding", "Rule", "Subject", "item_texts", "run_rules"]
