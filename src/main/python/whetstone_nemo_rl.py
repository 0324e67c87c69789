"""NeMo-RL: a single-turn environment.

    import whetstone_nemo_rl
    whetstone_nemo_rl.register()  # then task_name: whetstone, and env: {whetstone: {}}

`extra_env_info` of a sample has `task` (a handle) or `ground_truth`, `answer`, `label`,
`reference`. An unjudged sample is marked `mask_sample` there, and gets its group's mean, for
NeMo-RL reads that mark from NeMo Gym alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

sys.path.append(os.path.dirname(os.path.abspath(__file__)))
import whetstone  # noqa: E402

try:
    import torch
except ImportError:
    torch = None
try:
    from nemo_rl.environments.interfaces import EnvironmentInterface as _Interface
    from nemo_rl.environments.interfaces import EnvironmentReturn
except ImportError:
    _Interface = object

    class EnvironmentReturn(NamedTuple):  # type: ignore[no-redef]
        observations: list[dict[str, str]]
        metadata: list[Any]
        next_stop_strings: list[Any]
        rewards: Any
        terminateds: Any
        answers: list[Any] | None = None


__version__ = "0.1.0"


class Environment(_Interface):  # type: ignore[misc]
    """One answer, one reward; `cfg` may have `url` and `budget`."""

    def __init__(self, cfg: Mapping[str, Any] | None = None) -> None:
        cfg = cfg or {}
        self._client = whetstone.shared(cfg.get("url"), cfg.get("budget"))

    def step(
        self, message_log_batch: Sequence[Any], metadata: Sequence[Mapping[str, Any]]
    ) -> EnvironmentReturn:
        labels = [whetstone.labels_of(info, 1)[0] for info in metadata]
        texts = [whetstone.text_of(log) for log in message_log_batch]
        rewards = self._client.rewards(labels, texts)
        groups = [(label, _question(log)) for label, log in zip(labels, message_log_batch)]
        numbers = whetstone.numbers(rewards, groups)
        return EnvironmentReturn(
            [{"role": "environment", "content": f"Environment: {_said(r)}"} for r in rewards],
            [{**info, "mask_sample": r.value is None} for info, r in zip(metadata, rewards)],
            [None] * len(rewards),
            _tensor(numbers),
            _tensor([1.0] * len(rewards)),
            None,
        )

    def global_post_process_and_metrics(self, batch: Any) -> tuple[Any, dict[str, float]]:
        rewards = [
            float(reward)
            for reward in batch["total_reward" if "total_reward" in batch else "rewards"]
        ]
        return batch, {"accuracy": sum(rewards) / max(1, len(rewards))}

    def shutdown(self) -> None:
        """Nothing is held."""


def _question(log: Sequence[Mapping[str, Any]]) -> str:
    return str(next((said["content"] for said in log if said["role"] == "user"), ""))


def _said(reward: whetstone.Reward) -> str:
    if reward.value is None:
        return reward.status
    return "correct" if reward.value > 0 else "incorrect"


def _tensor(numbers: list[float]) -> Any:
    return numbers if torch is None else torch.tensor(numbers)


def register(name: str = "whetstone") -> None:
    """Makes the environment known to NeMo-RL, in the Python that the driver runs in."""
    from nemo_rl.distributed.ray_actor_environment_registry import ACTOR_ENVIRONMENT_REGISTRY
    from nemo_rl.distributed.virtual_cluster import PY_EXECUTABLES
    from nemo_rl.environments.utils import register_env

    actor = "whetstone_nemo_rl.WhetstoneEnvironment"
    ACTOR_ENVIRONMENT_REGISTRY[actor] = PY_EXECUTABLES.SYSTEM
    register_env(name, actor)


try:
    import ray

    WhetstoneEnvironment: Any = ray.remote(Environment)
except ImportError:
    WhetstoneEnvironment = Environment
