"""Tasks played through the clients of the Open Reward Standard: ors-sdk's, and OpenReward's.

usage: ors_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]; those whose label is a task of ours are played
"""

import asyncio
import os

import peer

ORS = ("_log", "_version", "client", *(f"client.{n}" for n in ("_http", "_ping", "_session")))
ORS += tuple(f"client.{name}" for name in ("_types", "client", "environment", "session"))
OPENREWARD = ("_version", "log_utils", "models", "api.errors", "api.sandboxes.secrets")
OPENREWARD += tuple(f"api._session.{name}" for name in ("http", "ping", "session"))
OPENREWARD += ("api.environments.client", "api.environments.types")


async def played(environment, task_of, case):
    async with environment.session(task=task_of({"task": case["label"]})) as session:
        prompt = await session.get_prompt()
        if prompt[0].text != case["prompt"]:
            raise AssertionError(f"another task: {prompt}")
        told = await session.call_tool("answer", {"answer": case["response"]})
        return told.reward if told.finished else None


def asking(environment_of, task_of):
    async def ask(cases):
        environment, tasks = environment_of(), peer.tasks_of_ours(cases)
        try:
            asked = (played(environment, task_of, case) for case in tasks)
            return list(await asyncio.gather(*asked)), tasks
        finally:
            await environment.client.close()

    return ask


def of_the_standard(root, base):
    peer.load(root, "ors.client", *(f"ors.{name}" for name in ORS))
    from ors.client import AsyncORS
    from ors.client._types import Task

    owners = []  # kept: who lets one go closes its connections

    def environment():
        owners.append(AsyncORS(base_url=base))
        return owners[-1].environment("default")

    def task(spec):
        return Task("default", spec)

    yield "AsyncORS, AsyncSession.call_tool", asking(environment, task)


def of_openreward(root, base):
    os.environ.update(OPENREWARD_API_URL=base, OPENREWARD_SESSION_URL=base)
    peer.load(root, "openreward.client", *(f"openreward.{name}" for name in OPENREWARD))
    from openreward.api.environments.types import Task
    from openreward.client import AsyncOpenReward

    def environment():
        return AsyncOpenReward(api_key="none").environments.get("whetstone/default")

    def task(spec):
        return Task("default", "default", spec, "whetstone")

    yield "AsyncOpenReward, AsyncSession.call_tool", asking(environment, task)


CLIENTS = (
    peer.Client("ors", "client/client.py", "WHETSTONE_ORS", of_the_standard, "ors-sdk"),
    peer.Client("openreward", "client.py", "WHETSTONE_OPENREWARD", of_openreward),
)

if __name__ == "__main__":
    peer.main(CLIENTS)
