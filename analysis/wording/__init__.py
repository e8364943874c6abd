"""The only maker of sentences: plain English for councillors, computed from the data.

Every sentence that a page, an export or a paper prints about the data comes from here. The committed table
``tests/analysis/sentences.yaml`` holds the exact words for the awkward cases.
"""

from .briefing import (
    NOTHING_CHOSEN,
    VOICES,
    agenda_item,
    beside_sentence,
    paper_purpose,
    paper_title,
    status_counts_sentence,
    threads_intro,
)
from .citations import (
    LICENCE,
    OPEN_DATA,
    citation,
    known_on,
    older_link,
    page_link,
    paragraph_words,
    place,
    recommendation_place,
    table_citation,
    view_citation,
)
from .comparison import (
    BASIS_WORDS,
    basis_sentence,
    compare_sentence,
    comparison_sources,
    ended_sentence,
    england_sentence,
    full_inspections_sentence,
    lag_sentence,
    later_sentence,
    moved_sentence,
    movement_sentence,
    next_span,
    next_words,
    no_overall_sentence,
    not_neighbours_sentence,
    short_key,
    short_name,
    since_sentence,
    standing_rows,
    standing_title,
    states_phrase,
    subject_move_sentence,
    too_few_coded_sentence,
    years,
)
from .england import focused_visits_sentence, regions_sentence, time_between_sentence
from .missing import no_beside_sentence, no_recommendations_sentence, no_visits_words, short_list_sentence
from .names import (
    DEPTH_WORDS,
    IN_STRAND,
    authority_name,
    column_heading,
    event_name,
    grades_phrase,
    held_here,
    held_words,
    inspection_in_sentence,
    inspection_kind,
    inspection_label,
    inspection_row,
    lead_words,
    leading_grades,
    report_read,
    result_words,
    short_heading,
    source_name,
    strand_title,
)
from .overview import (
    MOVE_WORDS,
    back_sentences,
    better_sentences,
    change_words,
    grade_and_year,
    last_rise_sentence,
    pair_title,
    steps_phrase,
    worse_sentences,
)
from .plain import counted, dates, day, joined, listed, lower_first, months, number, sentence, some
from .standing import grades_alt, grades_sentence, grades_title, standing_sentence
from .themes import VERDICT_WORDS, close_call_words, gaps_sentence, look_words, themes_alt, themes_sentence, themes_title
from .threads import (
    READING_WORDS,
    SAYS_WORDS,
    deadlines_sentence,
    deadlines_title,
    late_words,
    plan_words,
    reading_words,
    step_words,
    still_true_words,
    thread_headline,
)
from .timeline import timeline_alt, timeline_gaps, timeline_sentence, timeline_title
