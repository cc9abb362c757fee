"""How alike two figures' surroundings are by the embeddings of all-MiniLM-L6-v2, as further reasons of a pair.

    python experiments/text-model/embed.py PASSAGES OUT

The figure itself is masked. Four surroundings (window of six words, clause, sentence, sentence with the one before) are
each embedded twice: as the mean of all tokens and at the masked figure alone. OUT is one JSON object: pair -> reasons.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from base_model import WIDTH, load
from numpy.typing import NDArray

BATCH = 32
LONGEST = 160
NEAR_WORDS = 6
MIDDLE, STRETCH = 0.5, 4.0  # brings cosines to the range of the other reasons
GAP = 3.0

Vectors = NDArray[np.float32]


def surroundings(claim: dict[str, Any], mask: str) -> dict[str, str]:
    """The four texts around the masked figure, by name."""
    (a, b), (c, d) = claim["in_clause"], claim["in_sentence"]
    sentence = claim["sentence"]
    words = [*sentence[:c].split()[-NEAR_WORDS:], mask, *sentence[d:].split()[:NEAR_WORDS]]
    masked = sentence[:c] + mask + sentence[d:]
    return {
        "window": " ".join(words),
        "clause": claim["clause"][:a] + mask + claim["clause"][b:],
        "sentence": masked,
        "context": claim["before"] + masked,
    }


@torch.no_grad()
def embedded(texts: Sequence[str], tokenizer: Any, network: Any) -> tuple[Vectors, Vectors]:
    """Unit vectors of the whole texts, and of the mask in each."""
    whole, spot = (np.zeros((len(texts), WIDTH), np.float32) for _ in range(2))
    order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), i))
    for start in range(0, len(order), BATCH):
        lines = order[start : start + BATCH]
        batch = tokenizer(
            [texts[i] for i in lines], padding=True, truncation=True, max_length=LONGEST, return_tensors="pt"
        )
        states = network(**batch).last_hidden_state
        for vectors, tokens in (
            (whole, batch["attention_mask"]),
            (spot, batch["input_ids"] == tokenizer.mask_token_id),
        ):
            share = tokens[..., None].float()
            mean = (states * share).sum(1) / share.sum(1).clamp(min=1.0)
            vectors[lines] = torch.nn.functional.normalize(mean, dim=1).numpy()
    return whole, spot


def reasons(passages: dict[str, Any]) -> dict[str, dict[str, float]]:
    """For each pair the cosines, and how far each lies above the best rival's for either figure."""
    tokenizer, network = load()
    names = list(passages["claims"])
    texts = [surroundings(passages["claims"][name], tokenizer.mask_token) for name in names]
    line = {name: i for i, name in enumerate(names)}
    left = [line[pair["left"]] for pair in passages["pairs"]]
    right = [line[pair["right"]] for pair in passages["pairs"]]
    found: dict[str, dict[str, float]] = {pair["pair"]: {} for pair in passages["pairs"]}
    for what in texts[0]:
        for suffix, vectors in zip(("", "-spot"), embedded([t[what] for t in texts], tokenizer, network), strict=True):
            cosines = (vectors[left] * vectors[right]).sum(1).tolist()
            for pair, cosine, lead in zip(passages["pairs"], cosines, _leads(passages, cosines), strict=True):
                found[pair["pair"]][f"alike-{what}{suffix}"] = (cosine - MIDDLE) * STRETCH
                found[pair["pair"]][f"best-{what}{suffix}"] = float(lead >= 0)
                found[pair["pair"]][f"lead-{what}{suffix}"] = lead * GAP
    return found


def _leads(passages: dict[str, Any], cosines: Sequence[float]) -> list[float]:
    """Cosine less the highest that either figure reaches with any figure of the other's article; 0 for the best."""
    claims = passages["claims"]
    ends = [(pair["left"], pair["right"]) for pair in passages["pairs"]]
    best: dict[tuple[str, str], float] = defaultdict(lambda: -1.0)
    for (one, two), cosine in zip(ends, cosines, strict=True):
        for here, there in ((one, two), (two, one)):
            slot = (here, claims[there]["document"])
            best[slot] = max(best[slot], cosine)
    return [
        cosine - max(best[one, claims[two]["document"]], best[two, claims[one]["document"]])
        for (one, two), cosine in zip(ends, cosines, strict=True)
    ]


def main(arguments: Sequence[str]) -> None:
    """Read the passages, write the reasons."""
    source, target = map(Path, arguments)
    target.write_text(json.dumps(reasons(json.loads(source.read_text(encoding="utf-8")))), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
