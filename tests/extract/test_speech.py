"""Finding who said what."""

from __future__ import annotations

import pytest
from spoken import attributions, said, speaker, words


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        ("Police said 12 people died.", "Police", "12 people died"),
        ("Twelve people died, police said.", "police", "Twelve people died"),
        ("Twelve people died, said Marta Vell.", "Marta Vell", "Twelve people died"),
        ("Marta Vell told reporters that 12 people died.", "Marta Vell", "that 12 people died"),
        ("According to the Red Crescent, 12 people died.", "Red Crescent", "12 people died"),
        ("Twelve people died, according to the Red Crescent.", "Red Crescent", "Twelve people died"),
        ("The company put the toll at 12.", "The company", "the toll at 12"),
        ("Twelve people died, by the ministry's count.", "the ministry", "Twelve people died"),
        ("In the ministry's table the dead number 12.", "the ministry", "the dead number 12"),
        ("In the opinion of our engineer the wall was cracked.", "our engineer", "the wall was cracked"),
        ("Marta Vell was quoted as saying that the bridge was safe.", "Marta Vell", "that the bridge was safe"),
        ("Marta Vell: the bridge is safe", "Marta Vell", "the bridge is safe"),
    ],
)
def test_a_cue_has_a_speaker_and_a_content(text: str, name: str, content: str) -> None:
    """The usual forms of reported speech."""
    assert said(text) == [(name, content)]


def test_direct_speech_covers_the_whole_quote() -> None:
    """A quote of several sentences is one content."""
    text = '"The bridge is safe. We tested it twice," Marta Vell said.'
    (one,) = attributions(text)

    assert (words(text, one.content), one.direct) == (['"The bridge is safe. We tested it twice,"'], True)


def test_indirect_speech_is_not_direct() -> None:
    """No quotation marks, no quoted words."""
    (one,) = attributions("Marta Vell said the bridge was safe.")

    assert one.direct is False


def test_a_quote_without_a_cue_goes_on_with_the_speech_before() -> None:
    """The speaker of the sentence before speaks on."""
    text = 'Marta Vell said the bridge was safe. "We tested it on two days in May."'

    assert speaker(text, "We tested it") == "Marta Vell"


def test_a_quote_of_the_next_paragraph_is_not_carried_over_an_own_sentence() -> None:
    """Where the text speaks in its own voice in between, nobody is guessed."""
    text = 'Marta Vell said the bridge was safe.\nThe river rose all night.\n"Nobody came to help us at all."'

    assert speaker(text, "Nobody came") is None


def test_he_is_the_last_man_named() -> None:
    """A pronoun stands for the last fitting person, not for the last body."""
    text = "Colonel Peter Hall said two men fell. The army sent a helicopter. He added that three were hurt."

    assert speaker(text, "three were hurt") == "Peter Hall"


def test_she_is_the_last_woman_named() -> None:
    """A man named in between does not speak."""
    text = "Mayor Anna Holm said two men fell. Judge Peter Hall agreed with the police. She said three were hurt."

    assert speaker(text, "three were hurt") == "Anna Holm"


def test_it_is_the_last_body_that_spoke() -> None:
    """ "It" stands for a body, not for a person."""
    text = "The Coast Guard said two men drowned. It said three were missing."

    assert speaker(text, "three were missing") == "Coast Guard"


def test_the_group_is_the_body_that_just_spoke() -> None:
    """A bare "the group" has no name of its own."""
    text = "Rail Watch said two trains collided. The group said nobody was hurt."

    assert speaker(text, "nobody was hurt") == "Rail Watch"


def test_a_name_in_apposition_is_the_speaker() -> None:
    """The office is described, the person is named."""
    text = "The head of the mission, Marta Vell, said the talks had failed."

    assert speaker(text, "the talks had failed") == "Marta Vell"


def test_the_one_who_is_quoted_speaks_and_the_one_who_quotes_is_the_chain() -> None:
    """ "A quoted B as saying" is B's claim, passed on by A."""
    text = "SANA quoted a military source as saying that 12 soldiers died."
    found = next(one for one in attributions(text) if words(text, one.cue) == ["saying"])

    assert found.speaker is not None
    assert found.speaker.name == "a military source"
    assert [actor.key for actor in found.chain] == ["sana"]


@pytest.mark.parametrize("verb", ["denied", "rejected", "dismissed", "disputed"])
def test_a_denial_is_marked(verb: str) -> None:
    """What follows is said not to be so."""
    (one,) = attributions(f"The ministry {verb} the report of an attack.")

    assert one.denies is True


def test_saying_that_something_is_not_so_is_no_denying_cue() -> None:
    """The negation stands in the content."""
    (one,) = attributions("The ministry said the report was not true.")

    assert one.denies is False


def test_an_accusation_that_somebody_has_denied_is_what_is_denied() -> None:
    """A relative clause says something of its noun."""
    text = "The accusation, which was denied by the ministry, came on Friday."

    assert [one.denies for one in attributions(text)] == [True]


def test_two_speakers_of_one_sentence_keep_their_own_words() -> None:
    """ "X said A while Y said B"."""
    text = "The army said 12 soldiers died while the rebels said 40 soldiers died."

    assert speaker(text, "12 soldiers died") == "The army"
    assert speaker(text, "40 soldiers died") == "the rebels"


def test_the_innermost_speaker_is_found() -> None:
    """In "X said that Y told Z", what Y told is Y's."""
    text = "Marta Vell said that police told her that 12 people died."

    assert speaker(text, "12 people died") == "police"


def test_text_without_commas_is_read() -> None:
    """News text that lost its punctuation still has its speakers."""
    text = "The attack killed 32 people as they were leaving the town the Coast Guard said updating an earlier toll."

    assert speaker(text, "The attack killed 32 people") == "Coast Guard"


def test_another_three_are_counted_by_the_speaker_before() -> None:
    """A sentence that only counts on is the same account."""
    text = "The Red Crescent said five people died. Another three were hurt."

    assert speaker(text, "three were hurt") == "Red Crescent"


def test_the_own_voice_has_no_speaker() -> None:
    """Plain narration is nobody's claim but the outlet's."""
    assert speaker("The bridge fell at noon. Police said two men died.", "The bridge fell") is None


def test_the_outlets_own_reporter_is_the_outlet() -> None:
    """ "Our correspondent" is no speaker of his own."""
    assert speaker("Twelve people died, our correspondent reported.", "Twelve people died") is None


def test_a_shared_subject_keeps_both_contents() -> None:
    """In "X put the number at 12 and said ..." both are X's."""
    text = "The Coast Guard put the number of dead at 12 and said that nine were missing."

    assert said(text) == [
        ("Coast Guard", "the number of dead at 12"),
        ("Coast Guard", "that nine were missing"),
    ]


def test_a_list_behind_a_colon_is_still_said() -> None:
    """ "Nineteen died, X said: ..." goes on behind the colon."""
    text = "Nineteen people died, Rail Watch says: twelve passengers and seven drivers."

    assert speaker(text, "twelve passengers") == "Rail Watch"


def test_a_transcript_has_a_speaker_for_each_turn() -> None:
    """Short labels stand for the full one; questions assert nothing."""
    text = (
        "CHIEF ANNA HOLM: Good evening. Seven people were hit.\nQUESTION: How many shots?\n"
        "HOLM: Eleven. We have every casing.\nQUESTION: Did anyone shoot back?\nHOLM: No one returned fire."
    )

    assert speaker(text, "Seven people were hit") == "Anna Holm"
    assert speaker(text, "No one returned fire") == "Anna Holm"
    assert speaker(text, "How many shots?") is None


def test_an_interview_has_one_who_answers() -> None:
    """ "A:" is the one whom the first turn names."""
    text = (
        "Radio Velmora: Mr. Mayor, how many?\nPeter Hall: Thirty-one were buried.\nQ: And the cows?\n"
        "A: Six hundred are gone.\nQ: Who did it?\nA: Men on motorcycles."
    )

    assert speaker(text, "Six hundred are gone") == "Peter Hall"


def test_a_round_up_by_place_is_no_transcript() -> None:
    """Places in capitals at the head of each item do not speak."""
    text = "DORVAN: Five farmers died.\nTAMENCO: Two fishermen died.\nVELNA: A boy was hurt."

    assert speaker(text, "Two fishermen died") is None


def test_a_wish_is_not_vouched_for() -> None:
    """Who wants something does not say that it is so."""
    assert speaker("The union wants the plant to close in May.", "the plant to close") is None


def test_words_about_a_cue_belong_to_its_speaker() -> None:
    """A quote that takes in "X said" is still X's."""
    assert speaker("Ten houses burned, the governor said.", "Ten houses burned, the governor said") == "the governor"


def test_a_cue_inside_a_quote_is_the_quoted_ones() -> None:
    """Whoever is quoted vouches for what others told him."""
    text = '"The driver says he saw nothing," Marta Vell said.'

    assert speaker(text, "he saw nothing") == "Marta Vell"


def test_offsets_lie_inside_the_text() -> None:
    """Also with typographic marks, and in a text of several lines."""
    text = "“We left,” said Marta Vell.\n“Nobody\u00a0came.\n“It was dark,” she added."
    spans = [span for one in attributions(text) for span in (*one.source, *one.cue, *one.content)]

    assert spans
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
