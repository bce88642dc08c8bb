"""What is claimed of an outcome, for formats that take it in words only."""

from __future__ import annotations

from curriculum_map.model import STATUSES, Catalogue, Contribution, Text

_UNSURE: tuple[str, ...] = STATUSES[: STATUSES.index("declared")]


def held(made: Contribution, catalogue: Catalogue) -> Text:
    """Say how far something takes a learner, and whether that is suggested, disputed or assumed.

    Returns:
        `competency: level [doubts]` in each language that both have a title in; where they have
        none in common, in those of the competency.
    """
    title = catalogue.competencies[made.competency].title
    scale = catalogue.scales[made.level.scale]
    level = next(each.title for each in scale.levels if each.id == made.level.level)
    doubts = [str(made.status)] * (made.status in _UNSURE) + ["assumed"] * made.assumed
    doubt = f" [{', '.join(doubts)}]" if doubts else ""
    common = [tag for tag in title.languages if tag in level.languages] or title.languages
    return Text(tuple((tag, f"{title.show(tag)}: {level.show(tag)}{doubt}") for tag in common))
