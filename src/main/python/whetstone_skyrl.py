"""SkyRL: the environment `whetstone`.

    import whetstone_skyrl  # in the entry point, and where its Ray tasks run

The rows have `env_class: whetstone` and, as `reward_spec.ground_truth`, a handle of a task or a
reference answer. With the id of its run as `run`, or in WHETSTONE_RUN, and more than one turn, a
task is played in turns. SkyRL cannot leave a sample out: what could not be judged raises, unless
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
    """One answer, one reward; or an episode, whose last turn has it."""

    def __init__(self, env_config: Any = None, extras: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        row = dict(extras or {})
        self.label = whetstone.labels_of({**row, **(row.get("reward_spec") or {})}, 1)[0]
        self._metrics: dict[str, float] = {}
        self.turns, self.max_turns = 0, int(row.get("max_turns") or 1)
        self._run = row.get("run") or os.environ.get("WHETSTONE_RUN")
        self._episode: whetstone.Episode | None = None

    def init(self, prompt: Any) -> Any:
        if self._run and self.max_turns > 1 and whetstone.is_task(self.label):
            self._episode = whetstone.shared().run(self._run).episode(self.label)
        return prompt, {}

    def step(self, action: str) -> dict[str, Any]:
        self.turns += 1
        if self._episode is None:
            return self._end(whetstone.shared().rewards([self.label], [action])[0])
        said = self._episode.say(action)
        if self._episode.over or self.turns >= self.max_turns:
            return self._end(self._episode.settle())
        told = [{"role": "user", "content": said}]
        return {"observations": told, "reward": 0.0, "done": False, "metadata": {}}

    def _end(self, reward: whetstone.Reward) -> dict[str, Any]:
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
