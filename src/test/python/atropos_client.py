"""A scored group sent by Atropos' own environment and fetched by its example trainer.

usage: atropos_client.py BASE_URL CASES.json
What each case is to earn is the score that is sent, and that is to come back: the server scores
nothing here.
"""

import asyncio
from types import SimpleNamespace

import peer

try:
    import aiohttp  # noqa: F401
    import requests  # noqa: F401
    import tenacity  # noqa: F401
except ImportError as missing:
    peer.skip(f"{missing.name} is not installed")

STUBS = ("jsonlines", "numpy", "pydantic", "pydantic_cli", "rich", "torch", "transformers")
STUBS += ("openai", "wandb", "yaml")
NEIGHBOURS = ("envs.constants", "utils.io", "type_definitions")
TRIES = 20


def trainer(base, size):
    """As much of the trainer's configuration as its functions read."""
    named = {"wandb_group": None, "wandb_project": None, "save_path": "none"}
    sizes = {"batch_size": size, "gradient_accumulation_steps": 1, "seq_len": 4096}
    steps = {"checkpoint_interval": 0, "training_steps": 10}
    return SimpleNamespace(atropos_url=base, **named, **sizes, **steps)


def environment(module, base, size):
    """An environment of Atropos' own class, which makes no rollouts here."""
    ours = type("Ours", (module.BaseEnv,), {})
    ours.__abstractmethods__ = frozenset()
    made = object.__new__(ours)
    made.config = SimpleNamespace(
        rollout_server_url=base,
        max_token_length=4096,
        wandb_name="conformance",
        inference_weight=1.0,
        min_batch_allocation=None,
        group_size=size,
    )
    return made


def group(cases):
    tokens = [list(map(ord, case["response"])) for case in cases]
    scores = [float(case["expect"]) for case in cases]
    return {"tokens": tokens, "masks": tokens, "scores": scores, "messages": None}


async def batch(api, base):
    for _ in range(TRIES):
        fetched = (await asyncio.to_thread(api.get_batch, base))["batch"]
        if fetched:
            return [score for one in fetched for score in one["scores"]]
        await asyncio.sleep(0.1)
    raise AssertionError("no batch came")


def ways(root, base):
    api = peer.load(root, "example_trainer.api", stubs=("torch", "pydantic"))
    names = [f"atroposlib.{name}" for name in NEIGHBOURS]
    module, door = peer.load(root, "atroposlib.envs.base", *names, stubs=STUBS), f"{base}/atropos"

    async def ask(cases):
        await asyncio.to_thread(api.register_trainer, trainer(door, len(cases)))
        await asyncio.to_thread(api.get_batch, door)
        sender = environment(module, door, len(cases))
        sender.env_id = (await sender._register_env())["env_id"]
        await sender._send_scored_data_to_api(group(cases))
        return await batch(api, door), cases

    yield "BaseEnv._send_scored_data_to_api, get_batch", ask


CLIENT = peer.Client("atroposlib", "envs/base.py", "WHETSTONE_ATROPOS", ways)

if __name__ == "__main__":
    CLIENT.main()
