"""AReaL: a reward function that keeps to AReaL's 15 seconds.

    RLVRWorkflow(reward_fn="whetstone_areal.reward_fn", ...)

The rows have a column `task` (a handle) or `answer`, `solution`, `label`, `reference`. What could
not be judged raises, and AReaL leaves the rollout out; it is never a zero.
"""

from __future__ import annotations

import os
import re
import sys
from typing import Any

sys.path.append(os.path.dirname(os.path.abspath(__file__)))
import whetstone  # noqa: E402

__version__ = "0.1.0"

BUDGET = 12.0  # AReaL gives up after 15 seconds, and takes that for a zero
_END_MARKS = re.compile(r"(?:\s*(?:<\|[\w ]{1,40}\|>|</s>|<eos>|<pad>|<end_of_turn>))+\s*\Z")


def reward_fn(
    prompt: str, completions: str, prompt_ids: Any, completion_ids: Any, **row: Any
) -> float:
    """The reward of one completion."""
    label = whetstone.labels_of(row, 1)[0]
    text = completions[:-400] + _END_MARKS.sub("", completions[-400:])
    budget = min(BUDGET, float(os.environ.get("WHETSTONE_BUDGET") or BUDGET))
    rewards = whetstone.shared(None, budget).rewards([label], [text])
    return whetstone.numbers(rewards)[0]
