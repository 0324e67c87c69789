"""Tasks played through OpenEnv's own generic client, over its socket.

usage: openenv_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]; those whose label is a task of ours are played
"""

import asyncio

import peer

CORE = ("client_types", "env_client", "sync_client", "utils")


async def played(client_of, case):
    async with client_of() as client:
        begun = await client.reset(task=case["label"])
        if begun.observation["question"] != case["prompt"]:
            raise AssertionError(f"another task: {begun.observation}")
        told = await client.step({"answer": case["response"]})
        return told.reward if told.done else None


def ways(root, base):
    neighbours = [f"openenv.core.{name}" for name in CORE]
    module = peer.load(root, "openenv.core.generic_client", *neighbours)

    async def ask(cases):
        tasks = peer.tasks_of_ours(cases)

        def client():
            return module.GenericEnvClient(base_url=f"{base}/openenv/default")

        return list(await asyncio.gather(*(played(client, case) for case in tasks))), tasks

    yield "GenericEnvClient.reset, .step", ask


CLIENT = peer.Client("openenv", "core/generic_client.py", "WHETSTONE_OPENENV", ways)

if __name__ == "__main__":
    CLIENT.main()
