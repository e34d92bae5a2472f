"""Pure rules on content. Fonts, files and the date are arguments; findings carry places."""

from collections.abc import Iterator, Sequence

from lachan.checks import (
    blueprints,
    comics,
    competences,
    giveaways,
    items,
    law,
    lesson_parts,
    lesson_programme,
    lesson_time,
    lesson_variety,
    lessons,
    messages,
    misconceptions,
    reading,
    reviews,
    safety,
    step_pictures,
    stimuli,
    wording,
)
from lachan.checks.finding import Finding, Rule, Subject, item_texts

# What can be judged of one item with its lesson and the few items that it has to do with.
ITEM_RULES: tuple[Rule, ...] = (
    items.check_item_ids,
    items.check_reasons,
    items.check_longest_key,
    items.check_combined_choices,
    items.check_similar_stems,
    items.check_similar_choices,
    items.check_item_links,
    law.check_item_citations,
    competences.check_item_competences,
    misconceptions.check_named,
    stimuli.check_stimuli,
    stimuli.check_pool,
    wording.check_odd_key,
    wording.check_repeated_words,
    wording.check_told_order,
    wording.check_named_law,
    wording.check_claimed_level,
    messages.check_chats,
    reviews.check_reviews,
    reviews.check_signed_reviews,
    lessons.check_glyphs,
    lessons.check_links_and_figures,
    safety.check_safety,
    reading.check_item_reading,
)

RULES: tuple[Rule, ...] = (
    *ITEM_RULES,
    items.check_one_sided_groups,
    law.check_lesson_citations,
    law.check_provisions,
    law.check_hotlines,
    law.check_review_days,
    competences.check_competences,
    competences.check_lesson_competences,
    misconceptions.check_catalogue,
    giveaways.check_giveaways,
    lessons.check_lesson_ids,
    lessons.check_required_blocks,
    lessons.check_phases,
    lessons.check_teacher_leaks,
    lessons.check_quick_checks,
    lessons.check_objectives_asked,
    comics.check_lessons,
    comics.check_word_counts,
    comics.check_speakers,
    comics.check_shots,
    comics.check_way_out,
    comics.check_descriptions,
    comics.check_worksheet,
    step_pictures.check_steps,
    step_pictures.check_primary,
    lesson_parts.check_parts,
    lesson_parts.check_forms_named,
    lesson_parts.check_before_after,
    lesson_parts.check_exit_ticket,
    lesson_parts.check_observation,
    lesson_parts.check_letter,
    lesson_programme.check_programme,
    lesson_programme.check_claimed_competences,
    lesson_time.check_periods,
    lesson_time.check_step_time,
    lesson_time.check_period_words,
    lesson_variety.check_form_variety,
    lesson_variety.check_play_share,
    lesson_variety.check_private_sheets,
    lesson_variety.check_printed_lists,
    lesson_variety.check_internal_numbers,
    messages.check_messages,
    blueprints.check_topics,
    blueprints.check_cells,
    reading.check_lesson_reading,
    reading.check_legal_terms,
)


def run_rules(subject: Subject, rules: Sequence[Rule] = RULES) -> Iterator[Finding]:
    """Yield the findings of every rule, or of those that are named."""
    for rule in rules:
        yield from rule(subject)


__all__ = ["ITEM_RULES", "RULES", "Finding", "Rule", "Subject", "item_texts", "run_rules"]
