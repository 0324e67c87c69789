"""Rewards of NeMo Gym's /verify, asked for by axolotl's own reward function.

usage: axolotl_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
"""

import asyncio

import peer

try:
    import numpy  # noqa: F401
    import requests  # noqa: F401
except ImportError as missing:
    peer.skip(f"{missing.name} is not installed")


def asked(reward, cases):
    prompts = [[{"role": "user", "content": case["prompt"]}] for case in cases]
    said = [[{"role": "assistant", "content": case["response"]}] for case in cases]
    servers = [{"name": "whetstone"}] * len(cases)
    rows = [{"expected_answer": case["label"]} for case in cases]
    return reward(said, prompts=prompts, resources_server_ref=servers, verify_extra=rows)


def ways(root, base):
    module = peer.load(root, "axolotl.integrations.nemo_gym.rewards")
    doors = {"whetstone": f"{base}/nemo-gym/default/verify"}

    async def ask(cases):
        reward = module.create_nemo_gym_reward_fn({}, doors)
        return [float(r) for r in await asyncio.to_thread(asked, reward, cases)], cases

    yield "nemo_gym.rewards.create_nemo_gym_reward_fn", ask


CLIENT = peer.Client("axolotl", "integrations/nemo_gym/rewards.py", "WHETSTONE_AXOLOTL", ways)

if __name__ == "__main__":
    CLIENT.main()
