"""Rewards of NeMo Gym's resources server, asked for by the tasks of verifiers and prime-rl.

usage: verifiers_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
"""

import asyncio
from types import SimpleNamespace

import peer

try:
    import httpx  # noqa: F401
except ImportError:
    peer.skip("httpx is not installed")

GYM = "verifiers.v1.tasksets.nemo_gym"


def trace(modules, case):
    """A rollout of one answer."""
    message = modules.response.AssistantMessage()
    message.content, message.tool_calls = case["response"], None
    message.provider_state = message.reasoning_content = None
    node = SimpleNamespace(message=message, sampled=True, timestamp=0)
    state = modules.toolset.NeMoGymState()
    state.cookies = {}
    branches = [SimpleNamespace(nodes=[node])]
    return SimpleNamespace(
        id="1", branches=branches, state=state, info={}, record_metric=lambda name, value: None
    )


def task(modules, base, case):
    task = modules.taskset.NeMoGymTask()
    task.config = SimpleNamespace(
        resources_url=f"{base}/nemo-gym/default", headers={}, request_timeout=60.0
    )
    asked = [{"role": "user", "content": case["prompt"]}]
    params = {"input": asked, "tools": None}
    task.data = SimpleNamespace(
        row={"responses_create_params": params, "expected_answer": case["label"]}
    )
    return task


async def rewarded(modules, base, case):
    one, rollout = task(modules, base, case), trace(modules, case)
    await one.setup(rollout, None)
    return await one.nemo_gym(rollout)


def ways(root, base):
    taskset = peer.load(
        root, f"{GYM}.taskset", f"{GYM}.response", f"{GYM}.toolset", stubs=("mcp", "pydantic")
    )
    from verifiers.v1.tasksets.nemo_gym import response, toolset

    modules = SimpleNamespace(taskset=taskset, response=response, toolset=toolset)

    async def ask(cases):
        asked = (rewarded(modules, base, case) for case in cases)
        return list(await asyncio.gather(*asked)), cases

    yield "NeMoGymTask.setup, .nemo_gym", ask


CLIENT = peer.Client("verifiers", "v1/tasksets/nemo_gym/taskset.py", "WHETSTONE_VERIFIERS", ways)

if __name__ == "__main__":
    CLIENT.main()
