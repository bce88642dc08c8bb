"""The page of a competency says who requires and teaches it, and what it hangs together with."""

from __future__ import annotations

import pytest

from curriculum_map.pages.neighbours import MOST, picture
from curriculum_map.pages.site import Site
from sample import catalogue, competency, examined, item, profile, programme, teaches, unit
from shown import Reader, medicine, shown


def text(name: str, language: str = "en") -> str:
    return " ".join(Reader(shown()[f"{language}/competency/{name}.html"]).text.split())


def test_every_contribution_is_told_with_its_programmes_and_whether_it_is_tested_there():
    built = catalogue(
        unit("both", *examined("vis", 2)),
        unit("idle", teaches("vis", 3)),
        programme("first", item("both", year=1, term=2)),
        programme("second", item("both", "other", choose=1)),
        unit("other"),
    )
    told = [
        (
            *(each.unit.id, each.programme and each.programme.id, each.year, each.term),
            *(each.mark.rank, each.tested, each.elective),
        )
        for each in Site(built).teachings["vis"]
    ]
    assert told == [
        ("both", "first", 1, 2, 2, True, False),
        ("both", "second", 0, 0, 2, True, True),
        ("idle", None, 0, 0, 3, False, False),
    ]


def test_profiles_that_require_it_stand_with_their_level_and_who_aims_at_them():
    built = catalogue(
        profile("basic", vis=2), profile("deep", vis=4), programme("medicine", aims="deep")
    )
    assert [
        (need.profile.id, need.mark.rank, [each.id for each in need.programmes])
        for need in Site(built).needs["vis"]
    ] == [("basic", 2, []), ("deep", 4, ["medicine"])]


def test_relations_are_told_in_both_directions():
    assert "RequiresPrivacy 1 knows" in text("statistics")
    assert "Required byStatistics 1 knows" in text("privacy")
    assert "Has as partsCleaning; Checking" in text("quality")
    assert "Part ofQuality" in text("cleaning")
    assert "Heeft als delen" in text("quality", "nl")


def test_alignments_lead_to_the_concept_they_name():
    page = Reader(shown()["en/competency/eHealth.html"])
    link = {"href": "https://esco.example/1", "rel": "noreferrer"}
    assert ("a", link) in page.elements
    assert "is close toeHealth use" in text("eHealth")


def test_what_is_taught_by_nobody_and_required_by_nobody_says_so():
    assert "No unit teaches it." in text("law")
    assert "No profile requires it." in text("checking")


@pytest.mark.parametrize("name", medicine().competencies)
def test_no_two_boxes_of_the_small_picture_lie_on_each_other(name):
    site = Site(medicine())
    drawn = picture(site, site.catalogue.competencies[name])
    if drawn is None:
        related = site.relations.of(name)
        assert not (related.requires or related.required_by or related.parts or related.wholes)
        return
    places = [(box.x, box.y) for box in drawn.boxes]
    assert len(set(places)) == len(places)
    assert all(0 <= y <= drawn.height - 44 for _, y in places)


def test_a_side_of_the_small_picture_has_room_for_a_few_boxes_only():
    many = [competency(f"c{n}", requires={"base": 1}) for n in range(3 * MOST)]
    site = Site(catalogue(competency("base"), *many))
    drawn = picture(site, site.catalogue.competencies["base"])
    assert drawn is not None
    assert len(drawn.boxes) == 1 + MOST
    assert drawn.boxes[0].title.show("en") == "Base"
