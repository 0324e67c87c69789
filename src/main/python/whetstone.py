"""Talks to a Whetstone server: tasks out, completions in, rewards back.

One file, standard library only, Python 3.9 or newer; put it beside your training script.

    import whetstone
    client = whetstone.Client("http://127.0.0.1:8080")
    run = client.create_run("first", curriculum="default", group_size=4)
    for task in run.tasks(2):
        rewards = client.rewards([task["task"]] * 4, ["\\boxed{%d}" % i for i in range(4)])

Every call keeps to a budget of seconds. Within it, what is the server's or the network's failure is
tried again, with growing, jittered pauses and the server's Retry-After; each POST carries an
Idempotency-Key, so nothing is counted twice. What a completion came to is one of three:

    rewarded   `value` is the reward
    unjudged   a failure of ours outlasted the budget: there is no `value`, and it is never a zero
    refused    the request's fault, told by `problem`; `value` is there where the text itself could
               be judged (it came too late for a place, or is too long to be read)

A request that is wrong as a whole raises Refused, a server that cannot be reached Unavailable.
Clients may be shared by threads and survive a fork. WHETSTONE_URL and WHETSTONE_BUDGET set the
defaults; WHETSTONE_UNJUDGED see `numbers`.
"""

from __future__ import annotations

import email.utils
import functools
import hashlib
import http.client
import io
import itertools
import json
import logging
import os
import random
import socket
import time
import urllib.parse
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import (
    Any,
    TypedDict,
)

__version__ = "0.1.0"

LOG = logging.getLogger("whetstone")
URL = "http://127.0.0.1:8080"
BUDGET = 120.0
MAX_ITEMS = 512  # of a request; what a server allows less is found out, and the batch is halved
MAX_BYTES = 2_000_000
LONGEST_TRY = 30.0
LONGEST_PAUSE = 10.0
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
LABELS = ("task", "label", "ground_truth", "reference", "solution", "answer")


class Task(TypedDict):
    """A task as a model may see it; `task` is its handle, to be given back with completions."""

    task: str
    question: str
    family: str
    version: str
    levels: dict[str, int]
    values: dict[str, int]
    index: int
    places: int
    probability: float


class Unavailable(Exception):
    """No answer within the budget: a failure of ours or of the network, worth trying again."""


class Refused(Exception):
    """The request is wrong as a whole; says which field, and what to do."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        super().__init__(told(problem) or f"the server answered {status}")
        self.status = status
        self.problem = problem

    def __reduce__(self) -> tuple[Any, ...]:
        """So that it comes through where trainers score in processes of their own."""
        return type(self), (self.status, self.problem)


@dataclass(frozen=True)
class Reward:
    """What became of one completion."""

    status: str
    value: float | None = None
    components: Mapping[str, float] = field(default_factory=dict)
    grade: str | None = None
    error_probability: float | None = None
    sound: bool | None = None
    outcome: int | None = None
    problem: Mapping[str, Any] | None = None

    @staticmethod
    def of(result: Mapping[str, Any]) -> Reward:
        problem = result.get("problem")
        value = 0.0 if is_too_long(problem) else result.get("reward")
        names = ("grade", "error_probability", "sound", "outcome")
        return Reward(
            str(result["status"]),
            None if value is None else float(value),
            result.get("components") or {},
            problem=problem,
            **{name: result.get(name) for name in names},
        )

    @property
    def saved(self) -> bool:
        """Whether it counts for a run."""
        return self.outcome is not None

    @property
    def readable(self) -> float:
        return float(self.components.get("readable", 0.0 if self.value is None else 1.0))


def told(problem: Mapping[str, Any] | None) -> str:
    """A problem in words: what is wrong, where, and the mend."""
    if not problem:
        return ""
    where = f"{problem['field']}: " if problem.get("field") else ""
    mend = f"; {problem['mend']}" if problem.get("mend") else ""
    return f"{where}{problem.get('detail', problem.get('title', ''))}{mend}"


def is_too_long(problem: Mapping[str, Any] | None) -> bool:
    return str((problem or {}).get("type")).endswith((":too-long", ":body-too-large"))


def is_task(label: object) -> bool:
    """Whether a label names a task of ours (saved, teaches); else it is a reference answer."""
    return isinstance(label, str) and label.startswith("task:")


def text_of(completion: Any) -> str:
    """The text of a completion: a string, or messages, of which the assistant's last counts."""
    if isinstance(completion, str):
        return completion
    said = [m for m in completion if m.get("role", "assistant") == "assistant"] or list(completion)
    content = said[-1].get("content") if said else ""
    if content is None or isinstance(content, str):
        return content or ""
    return "".join(str(part.get("text", "")) for part in content)


def labels_of(columns: Mapping[str, Any], count: int) -> list[Any]:
    """One label for each completion, of the first column that has one for it."""
    found = [columns[name] for name in LABELS if columns.get(name) is not None]
    if not found:
        raise ValueError(f"no label: the dataset needs a column named one of {', '.join(LABELS)}")
    wide = [[c] * count if isinstance(c, (str, int, float)) else list(c) for c in found]
    return [next((label for label in row if label is not None), None) for row in zip(*wide)]


def numbers(rewards: Sequence[Reward], groups: Sequence[Any] | None = None) -> list[float]:
    """Plain numbers, for a trainer that cannot leave a sample out.

    A sample without a value gets the mean of its group: it then has no advantage there, and moves
    no other's. Where its group has no value at all, WHETSTONE_UNJUDGED may name a number; without
    it Unavailable is raised, for a failure of ours is no zero.
    """
    known: dict[Any, list[float]] = {}
    names = list(groups) if groups is not None else list(range(len(rewards)))
    for group, reward in zip(names, rewards):
        if reward.value is not None:
            known.setdefault(group, []).append(reward.value)
    return [
        reward.value if reward.value is not None else _instead(known.get(group), reward)
        for group, reward in zip(names, rewards)
    ]


def _instead(group: list[float] | None, reward: Reward) -> float:
    if group:
        return sum(group) / len(group)
    named = os.environ.get("WHETSTONE_UNJUDGED")
    if named is None:
        raise Unavailable(f"{reward.status}: {told(reward.problem)}")
    return float(named)


class Run:
    """One training job, isolated from every other."""

    def __init__(self, client: Client, id: str) -> None:
        self.client = client
        self.id = id
        self._path = f"/api/v1/runs/{urllib.parse.quote(id, safe='')}"

    def tasks(self, count: int, key: str | None = None) -> list[Task]:
        """Fresh tasks, chosen by the run's curriculum; the same key gives the same tasks again."""
        key = key or uuid.uuid4().hex
        reply = self.client.call("POST", self._path + "/tasks", {"count": count}, key=key)
        return list(reply["tasks"])

    def stream(self, name: str, ahead: int = 8) -> Iterator[Task]:
        """Tasks without end, asked for as they are needed, so that they follow the run.

        The same name gives the same tasks, whichever process reads them, and again after a restart.
        """
        for number in itertools.count():
            yield from self.part(name, number, ahead)

    def part(self, name: str, number: int, count: int) -> list[Task]:
        """One part of a stream; a task that could not be made is made up for."""
        tasks: list[Task] = []
        for turn in itertools.count():
            tasks += self.tasks(count - len(tasks), key=f"{name}-{number}-{count}-{turn}")
            if len(tasks) >= count or turn == 9:
                break
        return tasks

    def candidates(self, tasks: Sequence[str], completions: Sequence[Any]) -> list[Reward]:
        """Rewards for completions of this run's tasks alone, one each, in their order."""
        items = [{"task": t, "completion": text_of(c)} for t, c in _pairs(tasks, completions)]
        deadline = self.client._deadline(None)
        path = self._path + "/candidates"
        return _warned(self.client._judge(path, "candidates", items, deadline))

    def episode(self, task: str | None = None) -> Episode:
        """An episode of a task that was handed out, or else of the next one."""
        wanted = {} if task is None else {"task": task}
        return Episode(self.client, self.client.call("POST", self._path + "/episodes", wanted))

    def tools(self) -> list[dict[str, Any]]:
        """What can be called in some of the run's tasks: name, description, input_schema."""
        curriculum = urllib.parse.quote(self.read()["curriculum"], safe="")
        return list(self.client.call("GET", f"/ors/{curriculum}/tools")["tools"])

    def read(self) -> dict[str, Any]:
        return dict(self.client.call("GET", self._path))

    def finish(self) -> dict[str, Any]:
        """No more tasks, no more candidates; the record stays."""
        return dict(self.client.call("POST", self._path + "/finish"))

    def curriculum(self) -> dict[str, Any]:
        """What may be asked next, with what probability, and why."""
        return dict(self.client.call("GET", self._path + "/curriculum"))

    def audit(self) -> dict[str, Any]:
        """Every reward and the curriculum, computed again from the record."""
        return dict(self.client.call("GET", self._path + "/audit"))

    def outcomes(self, after: int = 0, page: int = 1000) -> Iterator[dict[str, Any]]:
        """The record, one row a candidate."""
        while True:
            reply = self.client.call("GET", f"{self._path}/outcomes?after={after}&limit={page}")
            yield from reply["outcomes"]
            if len(reply["outcomes"]) < page:
                return
            after = reply["next"]


class Episode:
    """One candidate, answered in turns; once it is over it has its `reward`."""

    def __init__(self, client: Client, view: Mapping[str, Any]) -> None:
        self.client = client
        self.id = view["episode"]
        self.task = view["task"]
        self.question = view["question"]
        self.tools = view["tools"]
        self.over = False
        self.reward: Reward | None = None

    def say(self, message: str) -> str:
        """What is said to the player's text."""
        return self._send({"message": message})

    def act(self, tool: str, arguments: Mapping[str, Any]) -> str:
        """What is said to the call of a tool."""
        return self._send({"tool": tool, "arguments": dict(arguments)})

    def settle(self, text: str = "") -> Reward:
        """What it is worth: where no message has ended it, the last text alone is judged."""
        if not self.over and text:
            self.say(text)
        if not self.over:
            self.close()
            self.over, self.reward = True, self.client.rewards([self.task], [text])[0]
        return self.reward or Reward("unjudged")

    def close(self) -> None:
        """One that is not over leaves no outcome."""
        self.client.call("DELETE", f"/api/v1/episodes/{self.id}")

    def _send(self, body: dict[str, Any]) -> str:
        path, key = f"/api/v1/episodes/{self.id}/messages", uuid.uuid4().hex
        deadline = self.client._deadline(None)
        for attempt in itertools.count():
            reply = self.client._call("POST", path, body, key, deadline)
            self.reward = Reward.of(reply["result"]) if reply.get("result") else None
            if not self.reward or not _again(self.reward) or not _pause(attempt, deadline):
                break
        self.over = bool(reply["over"])
        return str(reply["said"])


class Client:
    """A server's door; cheap to make, safe to share."""

    def __init__(self, url: str | None = None, budget: float | None = None) -> None:
        """`budget`: seconds that one call may take, tries, pauses and all batches together."""
        self.url = (url or os.environ.get("WHETSTONE_URL") or URL).rstrip("/")
        self.budget = float(budget or os.environ.get("WHETSTONE_BUDGET") or BUDGET)
        parts = urllib.parse.urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"WHETSTONE_URL is {self.url!r}: give http://host:port")
        self._parts = parts
        self._unanswered: dict[str, str] = {}

    def create_run(self, name: str, curriculum: str, group_size: int, **more: str) -> Run:
        """`more`: split (train, evaluation), seed, steps (none, read)."""
        wanted = {"name": name, "curriculum": curriculum, "group_size": group_size, **more}
        return self.run(self.call("POST", "/api/v1/runs", wanted, key=uuid.uuid4().hex)["id"])

    def run(self, id: str) -> Run:
        return Run(self, id)

    def curricula(self) -> list[dict[str, Any]]:
        return list(self.call("GET", "/api/v1/curricula"))

    def rewards(
        self,
        labels: Sequence[Any],
        completions: Sequence[Any],
        prompts: Sequence[Any] | None = None,
        budget: float | None = None,
    ) -> list[Reward]:
        """One reward each, in their order.

        A label is the handle of a task (`task:<id>@<version>`), whose outcome is saved and teaches
        its run, or a plain reference answer, which leaves no trace.
        """
        deadline = self._deadline(budget)
        items = [_item(label, completion) for label, completion in _pairs(labels, completions)]
        for item, prompt in zip(items, prompts or ()):
            if "reference" in item and isinstance(prompt, str):
                item["prompt"] = prompt
        rewards = [_UNLABELLED] * len(items)
        for path, name, of in _DOORS:
            chosen = [i for i, item in enumerate(items) if of in item]
            judged = self._judge(path, name, [items[i] for i in chosen], deadline)
            for i, reward in zip(chosen, judged):
                rewards[i] = reward
        return _warned(rewards)

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        key: str = "",
        budget: float | None = None,
    ) -> Any:
        """One call of the API, tried again within the budget; its JSON."""
        return self._call(method, path, body, key, self._deadline(budget))

    def _judge(
        self, path: str, name: str, items: list[dict[str, Any]], deadline: float
    ) -> list[Reward]:
        """Sends in batches; what comes back unjudged is sent again while there is time."""
        rewards = [Reward("unjudged") for _ in items]
        waiting = list(range(len(items)))
        for attempt in itertools.count():
            for batch in _batches(waiting, items):
                sent = self._send(path, name, [items[i] for i in batch], deadline)
                for i, reward in zip(batch, sent):
                    rewards[i] = reward
            waiting = [i for i in waiting if _again(rewards[i])]
            if not waiting or not _pause(attempt, deadline):
                break
        return rewards

    def _send(
        self, path: str, name: str, items: list[dict[str, Any]], deadline: float
    ) -> list[Reward]:
        """One batch; if it goes unanswered and the trainer repeats it, its key is used again."""
        digest = hashlib.sha256(json.dumps([path, items]).encode()).hexdigest()
        key = self._unanswered.pop(digest, None) or uuid.uuid4().hex
        try:
            reply = self._call("POST", path, {name: items}, key, deadline)
            return [Reward.of(result) for result in reply["results"]]
        except Unavailable as fault:
            if len(self._unanswered) < 10_000:
                self._unanswered[digest] = key
            problem = {"type": "urn:whetstone:problem:unavailable", "detail": str(fault)}
            return [Reward("unjudged", problem=problem)] * len(items)
        except Refused as refused:
            if refused.status != 413 and refused.problem.get("field") != name:
                raise
            if len(items) == 1:
                return [Reward.of({"status": "refused", "problem": refused.problem})]
            half = len(items) // 2
            first = self._send(path, name, items[:half], deadline)
            return first + self._send(path, name, items[half:], deadline)

    def _deadline(self, budget: float | None) -> float:
        return time.monotonic() + (self.budget if budget is None else budget)

    def _call(self, method: str, path: str, body: Any, key: str, deadline: float) -> Any:
        for attempt in itertools.count():
            after, fault = 0.0, ""
            try:
                status, wait, reply = self._try(method, path, body, key, deadline)
                if status not in PASSING:
                    return _read(status, reply)
                after, fault = _seconds(wait), f"{status} {told(_json(reply)) or ''}".strip()
            except (OSError, http.client.HTTPException, ValueError) as error:
                fault = f"{type(error).__name__}: {error}"
            LOG.info("%s %s, try %d: %s", method, path, attempt + 1, fault)
            if not _pause(attempt, deadline, after):
                raise Unavailable(f"{method} {self.url}{path}: {attempt + 1} tries, last: {fault}")

    def _try(
        self, method: str, path: str, body: Any, key: str, deadline: float
    ) -> tuple[int, str | None, bytes]:
        """A connection of its own: threads and forks share nothing, and no stale one is met."""
        https = self._parts.scheme == "https"
        door = http.client.HTTPSConnection if https else http.client.HTTPConnection
        ends = min(deadline, time.monotonic() + LONGEST_TRY)
        connection = door(str(self._parts.hostname), self._parts.port, timeout=_left(ends))
        connection.response_class = functools.partial(_Response, ends=ends)  # type: ignore
        headers = {"Accept": "application/json", "User-Agent": f"whetstone-py/{__version__}"}
        if key:
            headers["Idempotency-Key"] = key
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            sent = None if body is None else json.dumps(body).encode("ascii")
            connection.request(method, self._parts.path + path, sent, headers)
            response = connection.getresponse()
            return response.status, response.getheader("Retry-After"), response.read()
        finally:
            connection.close()


_UNLABELLED = Reward("refused", problem={"detail": "the sample has no label"})
_DOORS = (("/api/v1/candidates", "candidates", "task"), ("/api/v1/score", "items", "reference"))


class _Timed(io.RawIOBase):
    """A socket's bytes, each read of which ends in time, however slowly they drip."""

    def __init__(self, raw: Any, sock: socket.socket, ends: float) -> None:
        super().__init__()
        self._raw, self._sock, self._ends = raw, sock, ends

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(_left(self._ends))
        return self._raw.readinto(buffer)  # type: ignore[no-any-return]

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Response(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, ends: float, **more: Any) -> None:
        super().__init__(sock, *args, **more)
        self.fp: Any = io.BufferedReader(_Timed(self.fp.detach(), sock, ends))


def _item(label: Any, completion: Any) -> dict[str, Any]:
    if label is None or label == "":
        return {}
    return {
        "task" if is_task(label) else "reference": str(label),
        "completion": text_of(completion),
    }


def _again(reward: Reward) -> bool:
    """Whether the server was there, and could not judge this one."""
    ours = (reward.problem or {}).get("type") != "urn:whetstone:problem:unavailable"
    return reward.status == "unjudged" and ours


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise socket.timeout("the time is up")
    return left


def _pause(attempt: int, deadline: float, after: float = 0.0) -> bool:
    """Waits before the next try; false where there is no time for one."""
    left = deadline - time.monotonic()
    least = max(after, 0.05)
    if left <= least:
        return False
    wait = least + random.uniform(0, min(LONGEST_PAUSE, 0.2 * 2 ** min(attempt, 10)))
    time.sleep(min(wait, max(least, left / 2)))
    return True


def _seconds(retry_after: str | None) -> float:
    if not retry_after:
        return 0.0
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (TypeError, ValueError):
        return 0.0


def _json(reply: bytes) -> dict[str, Any]:
    try:
        read = json.loads(reply)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _read(status: int, reply: bytes) -> Any:
    """A success must be JSON; whatever else came, came from something in between."""
    if 200 <= status < 300:
        return json.loads(reply) if status != 204 else None
    raise Refused(status, _json(reply))


def _pairs(labels: Sequence[Any], completions: Sequence[Any]) -> Iterable[tuple[Any, Any]]:
    if len(labels) != len(completions):
        raise ValueError(f"{len(labels)} labels for {len(completions)} completions: give one each")
    return zip(labels, completions)


def _batches(waiting: list[int], items: list[dict[str, Any]]) -> Iterator[list[int]]:
    batch: list[int] = []
    size = 0
    for i in waiting:
        length = 100 + 2 * sum(len(text) for text in items[i].values())
        if batch and (len(batch) == MAX_ITEMS or size + length > MAX_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(i)
        size += length
    if batch:
        yield batch


def _warned(rewards: list[Reward]) -> list[Reward]:
    """One line for each reason why completions have no value; all of them refused is an error."""
    reasons: dict[str, int] = {}
    for reward in rewards:
        if reward.value is None:
            reason = f"{reward.status}: {told(reward.problem)}"
            reasons[reason] = reasons.get(reason, 0) + 1
    for reason, count in reasons.items():
        LOG.warning("%d of %d completions %s", count, len(rewards), reason)
    first = rewards[0].problem if rewards else None
    if first and all(r.status == "refused" and r.value is None for r in rewards):
        raise Refused(int(first.get("status", 400)), first)
    return rewards


@functools.cache
def shared(url: str | None = None, budget: float | None = None) -> Client:
    """The client that the trainers' files use; from WHETSTONE_URL and WHETSTONE_BUDGET."""
    return Client(url, budget)
