"""What opposes what: denials, negations, sides, quotes, agents and posts, and what must be left alone."""

from __future__ import annotations

from contested import opposed


def test_a_denial_meets_the_charge_before_it() -> None:
    """Charge and denial stand side by side in one article."""
    found = opposed("Residents accused the army of shelling the market in Tarn. The army denied any role.")

    assert found == [
        ("polarity", "Residents accused the army of shelling the market in Tarn", "The army denied any role")
    ]


def test_a_denial_of_another_matter_meets_nothing() -> None:
    """A denial that names its own act does not answer for another one."""
    assert opposed("Residents said the harvest was poor. The army denied selling rifles to smugglers.") == []


def test_a_charge_nobody_answers_is_left_alone() -> None:
    """An accusation by itself is no conflict."""
    assert opposed("Residents accused the army of shelling the market in Tarn. The army left on Monday.") == []


def test_nobody_fired_against_somebody_fired() -> None:
    """Two speakers, one act, one of them rules it out."""
    found = opposed(
        "Marta Vell, a teacher, said police opened fire from the bridge. "
        "Police chief Otto Renn said not one shot was fired."
    )

    assert [kind for kind, _, _ in found] == ["polarity"]


def test_one_speaker_does_not_contradict_himself_on_another_part() -> None:
    """The same voice speaks of two things."""
    assert opposed("Otto Renn said shots were fired in the yard. He said no shots were fired in the hall.") == []


def test_a_special_thing_denied_leaves_the_common_one_alone() -> None:
    """No foreign fighters is not no fighters."""
    found = opposed(
        "Marta Vell said fighters had left the town of Tarn. Otto Renn said there were no foreign fighters in Tarn."
    )

    assert found == []


def test_articles_about_other_events_do_not_meet() -> None:
    """The same act elsewhere is another act."""
    assert (
        opposed(
            "Police used tear gas at a march in Velmor on Monday, Marta Vell said.",
            "No tear gas was used at the football match between Oskar and Harnau, Otto Renn said.",
        )
        == []
    )


def test_articles_about_one_event_meet() -> None:
    """Names and words in common open the gate."""
    found = opposed(
        "Police used tear gas against marchers in Velmor on Monday, said Marta Vell of the fuel union.",
        "No tear gas was used against marchers in Velmor on Monday, said police chief Otto Renn.",
    )

    assert "polarity" in [kind for kind, _, _ in found]


def test_two_causes_of_one_fire() -> None:
    """Each names a cause of the same fire."""
    found = opposed(
        "The cause of the warehouse fire in Tarn was a short circuit, fire chief Otto Renn said.",
        "Welding work caused the warehouse fire in Tarn, prosecutor Ada Brunn said.",
    )

    assert {kind for kind, _, _ in found} == {"cause"}


def test_locked_is_set_against_open() -> None:
    """Two speakers about one thing."""
    found = opposed("Otto Renn said the exits had been locked. Ada Brunn said all the exits were open.")

    assert ("polarity", "the exits had been locked", "all the exits were open") in found


def test_a_turned_quote_is_found() -> None:
    """One word turned round in the words of one speaker."""
    found = opposed(
        '"The better side lost, and that is football," coach Arne Tveit said.',
        '"The better side won, and that is football," coach Arne Tveit said.',
    )

    assert [kind for kind, _, _ in found] == ["quote"]


def test_a_shortened_quote_is_left_alone() -> None:
    """Less of the same is the same."""
    assert (
        opposed(
            '"We will rebuild the bridge before the winter comes," Arne Tveit said.',
            '"We will rebuild the bridge," Arne Tveit said.',
        )
        == []
    )


def test_a_longer_title_holds_the_shorter_one() -> None:
    """A major general is a general."""
    assert opposed("Major General Otto Renn spoke in Tarn.", "General Otto Renn spoke in Tarn.") == []


def test_two_groups_that_claim_one_attack() -> None:
    """Only one of them can have done it alone."""
    found = opposed(
        "The attack in Tarn on Monday was claimed by the Dawn Brigade. "
        "The Sons of the Mountain said they had carried out the attack."
    )

    assert [kind for kind, _, _ in found] == ["actor"]
