"""Fine-tune all-MiniLM-L6-v2 to say whether two marked figures answer one question, and score pairs with it.

    python experiments/text-model/cross.py PASSAGES --out FOLDER [--judge PASSAGES ...]

Both passages go in together, each figure between two marks. The lower half of the network stays as it is and is run
once; the upper half is trained for each of three folds by event. FOLDER gets one file for every file of passages:
pair -> {"text": score}. A pair of the training set is scored by the network that has not seen its event, a pair of
the other sets by the mean of the three.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from base_model import WIDTH, load
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold
from torch import nn

MARKS = ("[unused1]", "[unused2]")
BESIDE = 80  # characters on either side of a figure
LONGEST_FIGURE = 200
LONGEST = 112  # tokens of both passages together
FROZEN = 3  # layers of six
FOLDS, EPOCHS, BATCH, BUCKET = 3, 2, 16, 256
NEGATIVES, STOPPED, EXAMPLES = 700, 150, 450  # drawn afresh for each epoch
RATE, HEAD_RATE, WARM = 1e-4, 1e-3, 0.1
WEIGHTS = {"positive": 1.5, "negative": 1.0, "example": 0.5}
SEED = 7

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Item:
    """Two passages after the frozen layers: states of the tokens, places of the two figures, what the gold says."""

    name: str
    event: int
    label: int
    use: str
    states: torch.Tensor
    figures: tuple[int, int]


def marked(passage: dict[str, Any]) -> str:
    """The figure between marks, with what stands near it."""
    text = passage["before"] + passage["sentence"] + passage["after"]
    start, end = (len(passage["before"]) + at for at in passage["in_sentence"])
    figure = text[start:end]
    if len(figure) > LONGEST_FIGURE:
        figure = figure[: LONGEST_FIGURE // 2] + figure[-LONGEST_FIGURE // 2 :]
    before, after = text[:start], text[end:]
    if len(before) > BESIDE:
        before = before[-BESIDE:].partition(" ")[2]
    if len(after) > BESIDE:
        after = after[:BESIDE].rpartition(" ")[0]
    return f"{before}{MARKS[0]} {figure} {MARKS[1]}{after}"


def drafts(passages: dict[str, Any], *, learn: bool) -> list[tuple[str, int, int, str, str, str]]:
    """Name, event, label, use and both texts of all that is scored, and of what is learned from too."""
    claims, found = passages["claims"], []
    for pair in passages["pairs"]:
        use = "stopped" if pair["gate"] else "pair"
        if use == "pair" or learn:
            ends = marked(claims[pair["left"]]), marked(claims[pair["right"]])
            found.append((pair["pair"], pair["event"], pair["label"], use, *ends))
    for number, one in enumerate(passages["examples"] if learn else ()):
        ends = marked(one["left"]), marked(one["right"])
        found.append((f"example {number}", one["event"], int(one["one_question"]), "example", *ends))
    return found


@torch.no_grad()
def items(rows: Sequence[tuple[str, int, int, str, str, str]], tokenizer: Any, network: Any) -> list[Item]:
    """Run the frozen layers once over all rows."""
    mark = tokenizer.convert_tokens_to_ids(MARKS[0])
    done: list[Item | None] = [None] * len(rows)
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i][4]) + len(rows[i][5]), i))
    for start in range(0, len(order), BATCH):
        lines = order[start : start + BATCH]
        ends = [[rows[i][side] for i in lines] for side in (4, 5)]
        batch = tokenizer(*ends, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        states = network(**batch).last_hidden_state.half()
        for line, i in enumerate(lines):
            length = int(batch["attention_mask"][line].sum())
            at = [*(batch["input_ids"][line] == mark).nonzero()[:, 0].tolist(), 0, 0]
            done[i] = Item(*rows[i][:4], states[line, :length].clone(), (at[0], at[1]))
    return [item for item in done if item is not None]


class Upper(nn.Module):
    """The upper layers and a linear answer over the first token and both marks."""

    def __init__(self, layers: nn.ModuleList) -> None:
        super().__init__()
        self.layers, self.rest, self.answer = layers, nn.Dropout(0.1), nn.Linear(3 * WIDTH, 1)

    def forward(self, batch: Sequence[Item]) -> torch.Tensor:
        """Log odds that each pair asks one question."""
        longest = max(len(item.states) for item in batch)
        states = torch.zeros(len(batch), longest, WIDTH)
        hidden = torch.full((len(batch), 1, 1, longest), -1e4)
        for line, item in enumerate(batch):
            states[line, : len(item.states)] = item.states.float()
            hidden[line, :, :, : len(item.states)] = 0.0
        for layer in self.layers:
            out = layer(states, hidden)
            states = out[0] if isinstance(out, tuple) else out
        lines, at = torch.arange(len(batch)), torch.tensor([item.figures for item in batch])
        return self.answer(self.rest(torch.cat([states[:, 0], states[lines, at[:, 0]], states[lines, at[:, 1]]], 1)))[
            :, 0
        ]


def epoch(known: Sequence[Item], draw: np.random.Generator) -> list[list[tuple[Item, float, float]]]:
    """Batches of item, answer and weight; every positive twice, the others drawn."""
    positive = [item for item in known if item.use != "example" and item.label > 0]
    negative = [item for item in known if item.use == "pair" and item.label == 0]
    stopped = [item for item in known if item.use == "stopped" and item.label == 0]
    example = [item for item in known if item.use == "example"]
    drawn = [(item, 1.0, WEIGHTS["positive"]) for item in positive + positive]
    for pool, count in ((negative, NEGATIVES), (stopped, STOPPED)):
        drawn += [(item, 0.0, WEIGHTS["negative"]) for item in _some(pool, count, draw)]
    drawn += [(item, float(item.label), WEIGHTS["example"]) for item in _some(example, EXAMPLES, draw)]
    drawn = _some(drawn, len(drawn), draw)
    batches = []
    for start in range(0, len(drawn), BUCKET):
        bucket = sorted(drawn[start : start + BUCKET], key=lambda one: len(one[0].states))
        cut = [bucket[at : at + BATCH] for at in range(0, len(bucket), BATCH)]
        batches += _some(cut, len(cut), draw)
    return batches


def _some(pool: Sequence[Thing], count: int, draw: np.random.Generator) -> list[Thing]:
    """At most ``count`` of ``pool``, in random order."""
    return [pool[i] for i in draw.permutation(len(pool))[:count]]


def learn(known: Sequence[Item]) -> Upper:
    """An upper half trained on ``known``."""
    torch.manual_seed(SEED)
    draw = np.random.default_rng(SEED)
    net = Upper(load()[1].encoder.layer[FROZEN:])
    groups = [{"params": net.layers.parameters(), "lr": RATE}, {"params": net.answer.parameters(), "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    batches = [batch for _ in range(EPOCHS) for batch in epoch(known, draw)]
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARM * len(batches))) * (1 - step / len(batches))
    )
    loss = nn.BCEWithLogitsLoss(reduction="none")
    net.train()
    for batch in batches:
        answers, weights = (torch.tensor([one[at] for one in batch]) for at in (1, 2))
        mean = (loss(net([one[0] for one in batch]), answers) * weights).mean()
        optimiser.zero_grad()
        mean.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        rates.step()
    return net.eval()


@torch.no_grad()
def scores(net: Upper, judged: Sequence[Item]) -> dict[str, float]:
    """Name of the pair -> log odds."""
    ordered = sorted(judged, key=lambda item: (len(item.states), item.name))
    found: dict[str, float] = {}
    for start in range(0, len(ordered), BATCH):
        batch = ordered[start : start + BATCH]
        found.update(zip((item.name for item in batch), net(batch).tolist(), strict=True))
    return found


def cross_validated(learned: Sequence[Item], others: dict[str, list[Item]]) -> dict[str, dict[str, float]]:
    """Scores by name of the set; "" names the training set."""
    pairs = [item for item in learned if item.use == "pair"]
    found: dict[str, dict[str, float]] = {"": {}, **{name: {} for name in others}}
    split = GroupKFold(FOLDS).split(np.zeros((len(pairs), 1)), groups=[item.event for item in pairs])
    for fold, (_, held) in enumerate(split):
        unseen = {pairs[i].event for i in held}
        net = learn([item for item in learned if item.event not in unseen])
        judged = [pairs[i] for i in held]
        found[""].update(scores(net, judged))
        right = [item.label == 1 for item in judged if item.label in (0, 1)]
        said = [found[""][item.name] for item in judged if item.label in (0, 1)]
        print(
            f"fold {fold}: average precision by the text alone {average_precision_score(right, said):.3f}", flush=True
        )
        for name, rows in others.items():
            for pair, score in scores(net, rows).items():
                found[name][pair] = found[name].get(pair, 0.0) + score / FOLDS
    return found


def main(arguments: Sequence[str]) -> None:
    """Read passages, train, write scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("learn", type=Path, metavar="PASSAGES")
    parser.add_argument("--judge", type=Path, nargs="*", default=[], metavar="PASSAGES")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    options = parser.parse_args(arguments)
    tokenizer, network = load()
    tokenizer.add_special_tokens({"additional_special_tokens": list(MARKS)})
    network.encoder.layer = network.encoder.layer[:FROZEN]
    sets = {path: json.loads(path.read_text(encoding="utf-8")) for path in (options.learn, *options.judge)}
    ready = {path: items(drafts(one, learn=path == options.learn), tokenizer, network) for path, one in sets.items()}
    found = cross_validated(ready[options.learn], {str(path): ready[path] for path in options.judge})
    options.out.mkdir(parents=True, exist_ok=True)
    for path in sets:
        named = found["" if path == options.learn else str(path)]
        lines = {pair: {"text": score / 2} for pair, score in sorted(named.items())}
        (options.out / path.name).write_text(json.dumps(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
