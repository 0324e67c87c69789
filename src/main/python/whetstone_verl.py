"""verl: reward functions for one sample or a batch, and a dataset of fresh tasks.

    custom_reward_function.path=whetstone_verl.py custom_reward_function.name=compute_score
    data.custom_cls.path=whetstone_verl.py data.custom_cls.name=TaskDataset
    data.train_files=whetstone:RUN data.train_max_samples=100000 data.shuffle=False

(`reward.custom_reward_function.*` in newer releases.) `ground_truth`, or `task` in `extra_info`, is
a handle of a task or a reference answer. `compute_scores` is the batch form (reward manager
`batch`), `compute_score_async` the asynchronous one. verl cannot leave a sample out: in a batch an
unjudged one gets its group's mean, alone it raises (see `whetstone.numbers`); `judged` tells which.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

sys.path.append(os.path.dirname(os.path.abspath(__file__)))
import whetstone  # noqa: E402

try:
    from verl.utils.dataset.rl_dataset import RLHFDataset as _Dataset
except ImportError:
    _Dataset = object
try:
    from verl.experimental.dataset.sampler import AbstractCurriculumSampler as _Sampler
except ImportError:  # since 0.8 there is none, and the dataset is enough
    _Sampler = object

__version__ = "0.1.0"

SCHEME = "whetstone:"


def compute_score(
    data_source: Any,
    solution_str: str,
    ground_truth: Any,
    extra_info: Mapping[str, Any] | None = None,
    url: str | None = None,
    budget: float | None = None,
    **_: Any,
) -> dict[str, float]:
    """The score of one sample, and what else is known of it; always under the same names."""
    return compute_scores([data_source], [solution_str], [ground_truth], [extra_info], url, budget)[
        0
    ]


async def compute_score_async(*args: Any, **kwargs: Any) -> dict[str, float]:
    """The same, beside others."""
    return await asyncio.to_thread(compute_score, *args, **kwargs)


def compute_scores(
    data_sources: Sequence[Any],
    solution_strs: Sequence[str],
    ground_truths: Sequence[Any],
    extra_infos: Sequence[Mapping[str, Any] | None] | None = None,
    url: str | None = None,
    budget: float | None = None,
    **_: Any,
) -> list[dict[str, float]]:
    """The scores of a batch, in its order."""
    infos = [
        info or {}
        for info in (extra_infos if extra_infos is not None else [{}] * len(ground_truths))
    ]
    labels = [info.get("task") or truth for info, truth in zip(infos, ground_truths)]
    groups = [(str(label), str(info.get("index"))) for info, label in zip(infos, labels)]
    rewards = whetstone.shared(url, budget).rewards(labels, list(solution_strs))
    return [_told(r, score) for r, score in zip(rewards, whetstone.numbers(rewards, groups))]


def _told(reward: whetstone.Reward, score: float) -> dict[str, float]:
    return {
        "score": score,
        "acc": score,
        "readable": reward.readable,
        "saved": float(reward.saved),
        "judged": float(reward.value is not None),
    }


class Rows:
    """A run's tasks as rows of verl's own form, asked for when they are first read."""

    def __init__(self, run: whetstone.Run, count: int, ahead: int = 32) -> None:
        self._run, self._count, self._ahead = run, count, ahead
        self._parts: dict[int, list[whetstone.Task]] = {}

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> dict[str, Any]:
        number, place = divmod(range(self._count)[index], self._ahead)
        if number not in self._parts:
            self._parts = dict(list(self._parts.items())[-7:])
            self._parts[number] = self._run.part("verl", number, self._ahead)
        return row(self._parts[number][place])


def row(task: whetstone.Task) -> dict[str, Any]:
    return {
        "data_source": f"whetstone/{task['family']}",
        "prompt": [{"role": "user", "content": task["question"]}],
        "ability": task["family"],
        "reward_model": {"style": "rule", "ground_truth": task["task"]},
        "extra_info": {
            "index": task["index"],
            "task": task["task"],
            "levels": dict(task["levels"]),
        },
    }


class TaskDataset(_Dataset):  # type: ignore[misc]
    """`data.train_files=whetstone:RUN` instead of parquet files; keep `data.shuffle=False`."""

    def _download(self, *_: Any, **__: Any) -> None:
        """There is nothing to copy."""

    def _read_files_and_tokenize(self) -> None:
        files = [str(name) for name in self.data_files]
        if len(files) != 1 or not files[0].startswith(SCHEME):
            raise ValueError(f"data files are {files}: give {SCHEME}RUN, with the id of a run")
        count = self.max_samples if self.max_samples > 0 else 100_000
        run = whetstone.shared().run(files[0][len(SCHEME) :])
        self.dataframe = Rows(run, count)

    def resume_dataset_state(self) -> None:
        self._read_files_and_tokenize()


class CurriculumSampler(_Sampler):  # type: ignore[misc]
    """verl up to 0.7: the order of the stream; the rewards have told the server all it needs."""

    def __init__(self, data_source: Sequence[Any], data_config: Any = None) -> None:
        self._length = len(data_source)

    def __iter__(self) -> Iterator[int]:
        return iter(range(self._length))

    def __len__(self) -> int:
        return self._length

    def update(self, batch: Any) -> None:
        """Nothing is left to do: tasks are chosen when they are read, by what was scored before."""
