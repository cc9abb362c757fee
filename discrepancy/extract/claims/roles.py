"""Who did it and who is who: acts laid at somebody's door, acts claimed, posts and ties of named persons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from discrepancy.extract.claims.charges import accused_of, whole_of
from discrepancy.extract.clauses import Clause, content_of, doer_of, find_clauses
from discrepancy.extract.context import Context
from discrepancy.extract.framing import frame_of, make_claim
from discrepancy.extract.voices import caller_of, speaker_at
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.model import Claim, Frame, Participant

_PRONOUNS = frozenset(
    {"he", "her", "him", "it", "she", "somebody", "someone", "that", "them", "they", "this", "who", "you"}
)
_OURS = frozenset({"i", "our", "we", "us"})
_SELF = frozenset({"i", "it", "they", "we"})
_KIN = "kin"
_FIRST = "first"
LONGEST_NAME = 12


def extract_roles(context: Context) -> Iterable[Claim]:
    """Agents of the acts in the lexicon (kind actor) and posts of named persons (kind identity)."""
    for sentence in context.sentences:
        for clause in find_clauses(sentence):
            yield from _acts(context, clause)
        for head in sentence.tokens:
            if head.pos == "PROPN" and head.dep != "compound":
                yield from _posts(context, sentence, head)


def _acts(context: Context, clause: Clause) -> Iterator[Claim]:
    if clause.negation or clause.open:
        return
    accused = accused_of(clause)
    agent = accused or doer_of(clause)
    if agent is None:
        return
    tokens = whole_of(clause) if accused is not None else list(clause.tokens)
    own = {w for t in tokens for w in (t.lemma, t.lower)}
    if own.isdisjoint(_telling()):
        return
    claimed = _holds("groups", own) or (agent.lower in _SELF and accused is None and _holds("own", own))
    acts = ["claimed"] if claimed else [name for name, groups in _known() if any(_told(clause, g, own) for g in groups)]
    if not acts or agent.lemma in words("roles", "events", "words"):
        return
    people = _participant(context, clause, agent)
    if people is None:
        return
    frame = frame_of(
        context, clause, content=content_of(tokens), participants=(people,), cues=frozenset({"act"}), voice=caller_of
    )
    yield make_claim(context, frame, "actor", acts[0], people.noun, tokens)


def _told(clause: Clause, group: frozenset[str], own: set[str]) -> bool:
    """Whether the clause tells the act; "the first shot" must be what its verb is about: "fired the first shot"."""
    if not group <= own or _FIRST not in group:
        return group <= own
    told = [t for t in clause.tokens if t.lemma in group and t.lemma != _FIRST]
    return any(t.i == clause.verb.i or (t.head == clause.verb.i and t.dep == "dobj") for t in told)


@cache
def _known() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    """The acts of the lexicon, each with groups of words that tell of it."""
    acts = table("roles")["acts"].items()
    return tuple((name, tuple(frozenset(group.split()) for group in groups)) for name, groups in acts)


@cache
def _telling() -> frozenset[str]:
    """All words of the groups: without one of them no act is told."""
    groups = [group for _, groups in _known() for group in groups]
    return frozenset[str]().union(*groups, *_claiming("groups"), *_claiming("own"))


@cache
def _claiming(list_name: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in table("roles")["claims"][list_name])


def _holds(list_name: str, own: set[str]) -> bool:
    return any(group <= own for group in _claiming(list_name))


def _participant(context: Context, clause: Clause, agent: Token) -> Participant | None:
    phrase = [t for t in clause.sentence.subtree(agent) if t.dep not in {"relcl", "acl", "appos"}]
    speaker = speaker_at(context, agent)
    if agent.lower in _OURS or any(t.lower == "our" for t in phrase) or (agent.lower in _SELF and speaker):
        named = frozenset(w.lower() for w in speaker.name.split() if w[:1].isupper()) if speaker else frozenset()
        return Participant("agent", speaker.name, words=named) if speaker and named else None
    if agent.lower in _PRONOUNS:
        return None
    named = frozenset(t.lemma for t in phrase if t.text[:1].isupper() and t.pos in {"PROPN", "ADJ", "NOUN"})
    return Participant("agent", " ".join(t.text for t in phrase)[:60], words=named or content_of(phrase))


def _posts(context: Context, sentence: Sentence, head: Token) -> Iterator[Claim]:
    """Posts that stand beside a name: before it, in apposition to it, or with it in apposition."""
    if head.dep == "poss" or any(t.dep == "case" or t.tag == "POS" for t in sentence.children(head)):
        return
    run = _name(sentence, head)
    beside = [t for t in sentence.children(head) if t.dep == "appos" and t.pos == "NOUN"]
    if head.dep == "appos":
        beside.append(sentence.head(head))
    if run[0].i and sentence.tokens[run[0].i - 1].dep in {"compound", "nmod", "amod"}:
        beside.append(sentence.tokens[run[0].i - 1])
    for post in beside:
        owned = any(t.dep == "poss" for t in sentence.children(post)) and post.i > run[-1].i
        if _lists(post) and not (owned and _KIN in _lists(post)):
            yield _post(context, sentence, run, post)


def _name(sentence: Sentence, head: Token) -> list[Token]:
    first = head.i
    least = max(0, first - LONGEST_NAME)
    while first > least and sentence.tokens[first - 1].pos == "PROPN" and not _lists(sentence.tokens[first - 1]):
        first -= 1
    return list(sentence.tokens[first : head.i + 1])


def _lists(post: Token) -> list[str]:
    """Names of the exclusive lists that hold the post."""
    ranked = [post.lemma] if post.lemma in words("roles", "ranked", "words") else []
    return [name for name, members in table("roles")["exclusive"].items() if post.lemma in members] + ranked


def _post(context: Context, sentence: Sentence, run: list[Token], post: Token) -> Claim:
    around = {t.lower for t in sentence.children(post)} | {
        t.lower for t in sentence.tokens[max(0, post.i - 3) : post.i]
    }
    before = {t.lemma for t in sentence.tokens[max(0, post.i - 2) : post.i] if _lists(t)}
    rungs = sorted((around & words("roles", "rungs", "words")) | before)
    cues = {"post"} | {f"list:{name}" for name in _lists(post)}
    if around & words("roles", "past", "words"):
        cues.add("past")
    tokens = sorted([*run, post], key=lambda token: token.i)
    span = list(sentence.tokens[tokens[0].i : tokens[-1].i + 1])
    person = Participant("subject", run[-1].lower, words=frozenset(t.lower for t in run))
    frame = Frame(
        sentence.index,
        participants=(person,),
        speaker=speaker_at(context, run[0]),
        content=content_of(sentence.tokens),
        clause=content_of(span),
        names=frozenset(token.lemma for token in sentence.tokens if token.pos == "PROPN"),
        cues=frozenset(cues),
        published=context.published(sentence.start),
    )
    return make_claim(context, frame, "identity", f"post:{run[-1].lower}", " ".join([*rungs, post.lemma]), span)
