"""TRL (GRPOTrainer, RLOOTrainer): a reward function, and a dataset of fresh tasks.

    import whetstone, whetstone_trl
    client = whetstone.Client("http://127.0.0.1:8080")
    run = client.create_run("grpo", curriculum="default", group_size=8)
    trainer = GRPOTrainer(
        model=..., reward_funcs=whetstone_trl.reward(client),
        train_dataset=whetstone_trl.tasks(run),
        args=GRPOConfig(num_generations=8, max_steps=200, shuffle_dataset=False))

`group_size` is TRL's `num_generations`. A dataset of your own works as well, with a column `task`,
`label`, `ground_truth`, `reference`, `solution` or `answer`. An unjudged completion is None, which
TRL leaves out. `environment_factory=whetstone_trl.environment(run)` lets the model call the tools
of tasks that are played in turns; the reward function stays the same.
"""

from __future__ import annotations

import asyncio
import inspect
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any, Callable

sys.path.append(os.path.dirname(os.path.abspath(__file__)))
import whetstone  # noqa: E402

__version__ = "0.1.0"


def reward(client: whetstone.Client | None = None) -> Callable[..., list[float | None]]:
    """A reward function for `reward_funcs`; without a client, that of WHETSTONE_URL."""

    def whetstone_reward(
        prompts: Sequence[Any],
        completions: Sequence[Any],
        completion_ids: Sequence[Any] | None = None,
        log_metric: Callable[[str, float], None] | None = None,
        log_extra: Callable[[str, list[Any]], None] | None = None,
        environments: Sequence[Any] | None = None,
        **columns: Any,
    ) -> list[float | None]:
        """One reward for each completion; None where it could not be judged."""
        if environments:
            rewards = [e._settle(whetstone.text_of(c)) for e, c in zip(environments, completions)]
        else:
            labels = whetstone.labels_of(columns, len(completions))
            rewards = (client or whetstone.shared()).rewards(labels, completions, prompts)
        if log_extra:
            log_extra("whetstone", [reward.grade or reward.status for reward in rewards])
        if log_metric and rewards:
            for name in ("readable", "saved"):
                log_metric(f"whetstone/{name}", _mean([getattr(r, name) for r in rewards]))
            log_metric("whetstone/unjudged", _mean([r.value is None for r in rewards]))
        return [reward.value for reward in rewards]

    return whetstone_reward


whetstone_reward = reward()


async def whetstone_reward_async(
    prompts: Sequence[Any], completions: Sequence[Any], **more: Any
) -> list[float | None]:
    """The same beside other asynchronous reward functions."""
    return await asyncio.to_thread(whetstone_reward, prompts, completions, **more)


def rows(
    run: str, url: str | None = None, ahead: int = 8, stream: str = "trl", suffix: str = ""
) -> Iterator[dict[str, Any]]:
    """Prompts without end; each process of a distributed run reads all of them and takes its share.

    `ahead`: how many are asked for at once; `suffix` is put after each question.
    """
    for task in whetstone.shared(url).run(run).stream(stream, ahead):
        content = task["question"] + suffix
        yield {"prompt": [{"role": "user", "content": content}], "task": task["task"]}


def tasks(run: whetstone.Run, **more: Any) -> Any:
    """The rows as a `datasets.IterableDataset`; set `max_steps` and `shuffle_dataset=False`."""
    from datasets import IterableDataset

    known = {"run": run.id, "url": run.client.url, **more}
    return IterableDataset.from_generator(rows, gen_kwargs=known)


def environment(run: whetstone.Run) -> type:
    """A class for `environment_factory`, with the tools of the run's tasks as its methods."""
    tools = {tool["name"]: _method(tool) for tool in run.tools()}
    return type("Whetstone", (_Environment,), {"_run": run, **tools})


class _Environment:
    """One rollout at a time; `reset` begins the next."""

    _run: whetstone.Run
    _episode: whetstone.Episode | None = None
    _away = False

    def reset(self, task: str | None = None, prompt: Any = None, **_: Any) -> str | None:
        self._episode, self._away = self._run.episode(task), False
        return None if task else self._episode.question

    def _act(self, tool: str, arguments: dict[str, Any]) -> str:
        try:
            return self._episode.act(tool, arguments) if self._episode else "There is no task."
        except whetstone.Refused as refused:
            return str(refused)
        except whetstone.Unavailable as fault:
            self._away = True
            return str(fault)

    def _settle(self, text: str) -> whetstone.Reward:
        """What the rollout is worth, as it stands where no call has ended it."""
        if self._episode is None or self._away:
            return whetstone.Reward("unjudged")
        try:
            return self._episode.settle(text)
        except (whetstone.Unavailable, whetstone.Refused) as fault:
            return whetstone.Reward("unjudged", problem={"detail": str(fault)})


def _method(tool: dict[str, Any]) -> Callable[..., str]:
    """A method with the name, types and docstring that TRL makes the tool's schema from."""
    name, asked = tool["name"], tool["input_schema"]["properties"]

    def act(self: _Environment, *values: Any, **named: Any) -> str:
        return self._act(name, {**dict(zip(asked, values)), **named})

    kinds = {"integer": int, "number": float}
    types = {key: kinds.get(form["type"], str) for key, form in asked.items()}
    place = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [inspect.Parameter(k, place, annotation=t) for k, t in types.items()]
    lines = [f"    {key}: {form['description']}" for key, form in asked.items()]
    act.__name__ = act.__qualname__ = name
    act.__doc__ = "\n".join([tool["description"], "", *(["Args:", *lines, ""] if lines else [])])
    act.__doc__ += "\nReturns:\n    What is said to it."
    act.__annotations__ = {**types, "return": str}
    owner = inspect.Parameter("self", place)
    act.__signature__ = inspect.Signature([owner, *parameters], return_annotation=str)  # type: ignore
    return act


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
