"""SkyRL: the single-turn environment `whetstone`.

    import whetstone_skyrl  # in the entry point, and where its Ray tasks run

The rows have `env_class: whetstone` and, as `reward_spec.ground_truth`, a handle of a task or a
reference answer. SkyRL cannot leave a sample out: what could not be judged raises, unless
WHETSTONE_UNJUDGED names a number; the metric `judged` tells how many.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any

sys.path.append(os.path.dirname(os.path.abspath(__file__)))
import whetstone  # noqa: E402

try:
    import skyrl_gym
    from skyrl_gym.envs.base_text_env import BaseTextEnv as _Environment
except ImportError:
    skyrl_gym, _Environment = None, object

__version__ = "0.1.0"


class WhetstoneEnv(_Environment):  # type: ignore[misc]
    """One answer, one reward."""

    def __init__(self, env_config: Any = None, extras: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        row = dict(extras or {})
        self.label = whetstone.labels_of({**row, **(row.get("reward_spec") or {})}, 1)[0]
        self._metrics: dict[str, float] = {}

    def init(self, prompt: Any) -> Any:
        return prompt, {}

    def step(self, action: str) -> dict[str, Any]:
        reward = whetstone.shared().rewards([self.label], [action])[0]
        self._metrics = {
            "readable": reward.readable,
            "saved": float(reward.saved),
            "judged": float(reward.value is not None),
        }
        value = whetstone.numbers([reward])[0]
        return {"observations": [], "reward": value, "done": True, "metadata": dict(self._metrics)}

    def get_metrics(self) -> dict[str, Any]:
        return self._metrics

    def close(self) -> None:
        """Nothing is held."""


if skyrl_gym is not None and "whetstone" not in skyrl_gym.registry:
    skyrl_gym.register(id="whetstone", entry_point="whetstone_skyrl:WhetstoneEnv")
