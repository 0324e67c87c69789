"""Rewards paid by whetstone_skyrl.py as an environment that SkyRL's own registry makes.

usage: skyrl_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
"""

import asyncio

import peer

CORE = ("skyrl_gym.core", "skyrl_gym.error", "skyrl_gym.envs.registration")


def played(gym, case):
    """As SkyRL's generator plays an episode of one turn."""
    row = {"reward_spec": {"method": "rule", "ground_truth": case["label"]}}
    environment = gym.make("whetstone", env_config={}, extras=row)
    environment.init([{"role": "user", "content": case["prompt"]}])
    step = environment.step(case["response"])
    return step["reward"] if step["done"] else None


def ways(root, base):
    gym = peer.load(root, "skyrl_gym", *CORE, "skyrl_gym.envs.base_text_env")
    peer.ours("whetstone_skyrl")

    async def ask(cases):
        return [await asyncio.to_thread(played, gym, case) for case in cases], cases

    yield "make, BaseTextEnv.step", ask


CLIENT = peer.Client("skyrl_gym", "envs/base_text_env.py", "WHETSTONE_SKYRL", ways, "skyrl-gym")

if __name__ == "__main__":
    CLIENT.main()
