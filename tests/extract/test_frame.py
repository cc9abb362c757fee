"""What a figure inherits from the words around it: who says it, how surely, of what, where and when."""

from __future__ import annotations

import pytest
from figures import claim_of

from discrepancy.model import Claim


def places(claim: Claim) -> list[str]:
    """Names of the places of the claim's event."""
    return [place.name for place in claim.frame.occasion.places]


def days(claim: Claim) -> list[str]:
    """First days of the claim's time ranges."""
    return [stretch.start.date().isoformat() for stretch in claim.frame.occasion.days]


def test_the_speaker_of_a_reported_figure_is_kept() -> None:
    """ "Police said" makes the police the speaker."""
    claim = claim_of("Police said 12 people were injured in the crash.", "12")

    assert claim.frame.speaker is not None
    assert claim.frame.speaker.name == "Police"
    assert claim.frame.direct is False


def test_a_quoted_figure_is_direct_speech() -> None:
    """Words in quotation marks are the speaker's own."""
    claim = claim_of('"We counted 12 injured people," Mayor Anna Berg said.', "12")

    assert claim.frame.speaker is not None
    assert "Berg" in claim.frame.speaker.name
    assert claim.frame.direct is True


def test_a_figure_without_a_speaker_is_in_the_voice_of_the_text() -> None:
    """Nobody is named, so the outlet itself says it."""
    assert claim_of("The crash injured 12 people.", "12").frame.speaker is None


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The strike killed 12 people.", "asserted"),
        ("The strike did not kill 12 people.", "denied"),
        ("The ministry denied that the strike killed 12 people.", "denied"),
        ("The strike reportedly killed 12 people.", "hedged"),
        ("The strike may have killed 12 people.", "hedged"),
        ("The strike could have killed 12 people.", "hypothetical"),
        ("The dam would kill 12 people if it broke.", "hypothetical"),
        ("The company will hire 12 people.", "future"),
        ("The company said it would hire 12 people.", "future"),
        ("The company is to hire 12 people.", "future"),
        ("The company plans to hire 12 people.", "future"),
        ("The company would have hired 12 people.", "hypothetical"),
    ],
)
def test_how_surely_a_figure_is_told(text: str, factuality: str) -> None:
    """Denials, guesses, possibilities and plans are no facts."""
    assert claim_of(text, "12").frame.factuality == factuality


@pytest.mark.parametrize(
    "text",
    [
        "The fire killed 30 people, including 12 children.",
        "Of those who died 30 were adults; 12 of them were nurses.",
        "Among the dead were 12 nurses.",
        "Twelve nurses were among the dead.",
    ],
)
def test_a_part_of_a_larger_number_is_marked(text: str) -> None:
    """ "Including", "of them" and "among the dead" set a part off."""
    assert claim_of(text, "Twelve" if "Twelve" in text else "12").frame.scope.part is True


def test_a_whole_is_not_marked_as_a_part() -> None:
    """The first figure of "30 people, including 12 children" is the whole."""
    assert claim_of("The fire killed 30 people, including 12 children.", "30").frame.scope.part is False


@pytest.mark.parametrize("text", ["Another 12 people were injured.", "Nine men died and 12 more were injured."])
def test_a_number_on_top_of_another_is_additional(text: str) -> None:
    """ "Another" and "more" add to a figure."""
    assert claim_of(text, "12").frame.scope.additional is True


@pytest.mark.parametrize("text", ["In all 12 people were injured.", "A total of 12 people were injured."])
def test_an_explicit_whole_is_total(text: str) -> None:
    """ "In all" and "a total of" say that nothing is left out."""
    assert claim_of(text, "12").frame.scope.total is True


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The raid killed 12 people.", "incident"),
        ("The civil war has killed 12,000 people.", "war"),
        ("Crashes on this road kill 12 people every year.", "period"),
    ],
)
def test_the_stretch_that_a_figure_covers(text: str, level: str) -> None:
    """A war or a year has other tolls than one raid."""
    claim = claim_of(text, "12,000" if "12,000" in text else "12")

    assert claim.frame.scope.level == level


def test_place_and_day_of_the_clause_are_those_of_the_event() -> None:
    """Where and when it happened stands in the claim's own sentence."""
    claim = claim_of("A bomb killed 12 people in Kabul on 3 May 2021.", "12")

    assert places(claim) == ["Kabul"]
    assert days(claim) == ["2021-05-03"]
    assert claim.frame.occasion.own_place is True
    assert claim.frame.occasion.own_day is True


def test_place_and_day_of_the_speaker_are_not_those_of_the_event() -> None:
    """Where and when somebody spoke says nothing of where and when it happened."""
    claim = claim_of("A spokesman said in Moscow on 4 May 2021 that 12 people were killed in Kabul.", "12")

    assert places(claim) == ["Kabul"]
    assert days(claim) == []


def test_a_sentence_without_place_and_day_takes_those_before_it() -> None:
    """The sentence before set the scene."""
    claim = claim_of("A bomb went off in Kabul on 3 May 2021. It killed 12 people.", "12")

    assert places(claim) == ["Kabul"]
    assert days(claim) == ["2021-05-03"]
    assert claim.frame.occasion.own_place is False


def test_nothing_is_taken_over_from_the_paragraph_before() -> None:
    """A new paragraph may speak of something else."""
    claim = claim_of("A bomb went off in Kabul on 3 May 2021.\n\nThe flood killed 12 people.", "12")

    assert places(claim) == []
    assert days(claim) == []


def test_a_place_of_its_own_hides_the_one_before() -> None:
    """What the sentence says itself comes first."""
    claim = claim_of("A bomb went off in Kabul. In Oslo a fire killed 12 people.", "12")

    assert places(claim) == ["Oslo"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The fire killed 12 people.", "main"),
        ("Years ago a fire killed 12 people.", "earlier"),
        ("In a separate incident a fire killed 12 people.", "other"),
    ],
)
def test_other_events_are_told_from_the_main_one(text: str, relation: str) -> None:
    """Background and side events are marked."""
    assert claim_of(text, "12").frame.occasion.relation == relation


def test_the_kind_of_event_is_named_by_its_noun() -> None:
    """Two clauses with one event noun speak of one kind of event."""
    claim = claim_of("The earthquake killed 12 people.", "12")

    assert claim.frame.occasion.weapon is not None
    assert "earthquake" in claim.frame.occasion.nouns


def test_signals_of_the_clause_are_kept() -> None:
    """ "Has risen to" and "initially" say how a figure stands to others."""
    assert "rising" in claim_of("The death toll has risen to 12.", "12").frame.cues
    assert "first" in claim_of("Initially 12 people were reported dead.", "12").frame.cues


def test_the_quote_is_the_clause_and_not_the_whole_sentence() -> None:
    """A reader sees the words that carry the figure."""
    claim = claim_of("The fire killed 12 people, while the storm left 30 villages without power.", "12")

    assert "killed 12 people" in claim.evidence.text
    assert "villages" not in claim.evidence.text


def test_a_very_long_clause_is_cut_to_the_figure() -> None:
    """Evidence stays short enough to read."""
    text = "The fire killed 12 " + "very " * 90 + "old people."
    claim = claim_of(text, "12")

    assert len(claim.evidence.text) <= 400
    assert claim.evidence.text.startswith("12")


def test_the_month_of_may_makes_nothing_hypothetical() -> None:
    """ "May" is a signal only where it is a verb."""
    assert "hypothetical" not in claim_of("In May 14 people were killed in the fire.", "14").frame.cues
    assert "hypothetical" in claim_of("The fire may have killed 14 people.", "14").frame.cues
