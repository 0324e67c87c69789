"""ms-swift (GRPO): the reward functions `whetstone` and `whetstone_async`.

    swift rlhf --rlhf_type grpo --external_plugins whetstone_ms_swift.py --reward_funcs whetstone
        --dataset tasks.jsonl --num_generations 8

The dataset has a column `task` (a handle) or `solution`, `answer`, `label`, `reference` beside its
`messages`. ms-swift cannot leave a sample out: an unjudged one gets its group's mean.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from typing import Any

sys.path.append(os.path.dirname(os.path.abspath(__file__)))
import whetstone  # noqa: E402

try:
    from swift.rewards import ORM, AsyncORM, orms
except ImportError:
    try:
        from swift.plugin import ORM, AsyncORM, orms
    except ImportError:
        ORM, AsyncORM, orms = object, object, {}

__version__ = "0.1.0"


def rewards(completions: Sequence[Any], **columns: Any) -> list[float]:
    """One number for each completion."""
    labels = whetstone.labels_of(columns, len(completions))
    prompts = columns.get("prompt_id") or labels
    return whetstone.numbers(
        whetstone.shared().rewards(labels, completions),
        [(str(prompt), str(label)) for prompt, label in zip(prompts, labels)],
    )


class Whetstone(ORM):  # type: ignore[misc]
    def __init__(self, args: Any = None, **_: Any) -> None:
        self.args = args

    def __call__(self, completions: Sequence[Any], **columns: Any) -> list[float]:
        return rewards(completions, **columns)


class WhetstoneAsync(AsyncORM):  # type: ignore[misc]
    def __init__(self, args: Any = None, **_: Any) -> None:
        self.args = args

    async def __call__(self, completions: Sequence[Any], **columns: Any) -> list[float]:
        return await asyncio.to_thread(rewards, completions, **columns)


orms["whetstone"] = Whetstone
orms["whetstone_async"] = WhetstoneAsync
