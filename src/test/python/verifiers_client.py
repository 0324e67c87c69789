"""Rewards asked for by verifiers' own client of NeMo Gym's resources servers, as prime-rl asks.

usage: verifiers_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
"""

import asyncio
from types import SimpleNamespace

import peer

try:
    from pydantic import BaseModel, ConfigDict
except ImportError:
    peer.skip("pydantic is not installed")

TASKSET = "verifiers.v1.tasksets.nemo_gym"
SESSION = "whetstone_session"


class Model(BaseModel):
    model_config = ConfigDict(extra="allow")


class Of:
    """A class of theirs that is told its types; its tasks keep what they are given."""

    def __class_getitem__(cls, types):
        return cls

    def __init__(self, data=None, config=None):
        self.data, self.config = data, config


class AssistantMessage(SimpleNamespace):
    """What the model wrote."""


def decorator(**_):
    return lambda function: function


GIVEN = {
    "verifiers.v1.state": SimpleNamespace(State=Model),
    "verifiers.v1.task": SimpleNamespace(Task=Of, TaskConfig=Model, TaskData=Model),
    "verifiers.v1.taskset": SimpleNamespace(Taskset=Of, TasksetConfig=Model),
    "verifiers.v1.mcp": SimpleNamespace(SharedToolsetConfig=Model, Toolset=Of),
    "verifiers.v1.types": SimpleNamespace(AssistantMessage=AssistantMessage, ToolMessage=()),
    "verifiers.v1.utils.decorators": SimpleNamespace(reward=decorator),
}


def trace(module, response):
    """One turn of the model's, thoughts and all."""
    message = AssistantMessage(
        content=response, reasoning_content="Hm.", tool_calls=None, provider_state=None
    )
    node = SimpleNamespace(message=message, sampled=True, timestamp=1.5)
    metrics = {}
    return SimpleNamespace(
        id="t1",
        state=module.NeMoGymState(),
        branches=[SimpleNamespace(nodes=[node])],
        info={},
        metrics=metrics,
        record_metric=metrics.__setitem__,
    )


def row(case):
    asked = [{"role": "user", "content": case["prompt"]}]
    params = {"input": asked, "temperature": None, "tools": []}
    return {"responses_create_params": params, "expected_answer": case["label"], "uuid": None}


async def rewarded(module, url, case):
    config = module.NeMoGymTaskConfig(resources_url=url, headers={"X-Job": "1"})
    task = module.NeMoGymTask(module.NeMoGymData(row=row(case)), config)
    told = trace(module, case["response"])
    await task.setup(told, None)
    assert SESSION in told.state.cookies, f"no session in {told.state.cookies}"
    reward = await task.nemo_gym(told)
    details = told.info["nemo_gym"]
    assert sum(details["reward_components"].values()) == reward, details
    assert details["uuid"] is None and details["expected_answer"] == case["label"], details
    assert all(map(peer.finite, told.metrics.values())), told.metrics
    assert told.metrics["mask_sample"] == 0.0 and "readable" in told.metrics, told.metrics
    return reward


def ways(root, base):
    also = (f"{TASKSET}.response", f"{TASKSET}.toolset")
    module = peer.load(root, f"{TASKSET}.taskset", *also, stubs=("mcp",), given=GIVEN)

    def at(url):
        async def ask(cases):
            return list(await asyncio.gather(*(rewarded(module, url, c) for c in cases))), cases

        return ask

    yield "NeMoGymTask.setup, .nemo_gym", at(f"{base}/nemo-gym/default")
    yield "NeMoGymTask.setup, .nemo_gym, without environment", at(f"{base}/nemo-gym")


CLIENT = peer.Client("verifiers", "v1/tasksets/nemo_gym/taskset.py", "WHETSTONE_VERIFIERS", ways)

if __name__ == "__main__":
    CLIENT.main()
