"""Rewards paid by whetstone_areal.py in AReaL's own wrapper of reward functions.

usage: areal_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
"""

import asyncio
import logging
from types import SimpleNamespace

import peer


def ways(root, base):
    plain = {"areal.utils": SimpleNamespace(logging=logging)}  # instead of coloured lines
    module = peer.load(root, "areal.api.reward_api", "areal.api", given=plain)
    function = peer.ours("whetstone_areal").reward_fn

    async def ask(cases):
        wrapped = module.AsyncRewardWrapper(function)
        asked = (
            wrapped(case["prompt"], case["response"], [1], [2], answer=case["label"])
            for case in cases
        )
        return list(await asyncio.gather(*asked)), cases

    yield "AsyncRewardWrapper", ask


CLIENT = peer.Client("areal", "api/reward_api.py", "WHETSTONE_AREAL", ways)

if __name__ == "__main__":
    CLIENT.main()
