"""Rewards paid by whetstone_ms_swift.py as plug-in of ms-swift's own registry of reward functions.

usage: ms_swift_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
"""

import asyncio
import sys

import peer


def ways(root, base):
    orm = peer.load(root, "swift.rewards.orm", stubs=("json_repair",))
    sys.modules["swift.rewards"].__dict__.update(vars(orm))
    peer.ours("whetstone_ms_swift")

    async def ask(cases):
        columns = {"messages": [case["prompt"] for case in cases]}
        columns["solution"] = [case["label"] for case in cases]
        rewards = orm.orms["whetstone"](args=None)
        return await asyncio.to_thread(rewards, [c["response"] for c in cases], **columns), cases

    async def ask_beside_others(cases):
        columns = {"solution": [case["label"] for case in cases]}
        rewards = orm.orms["whetstone_async"](args=None)
        return await rewards([case["response"] for case in cases], **columns), cases

    yield "orms['whetstone']", ask
    yield "orms['whetstone_async']", ask_beside_others


CLIENT = peer.Client("swift", "rewards/orm.py", "WHETSTONE_MS_SWIFT", ways, "ms-swift")

if __name__ == "__main__":
    CLIENT.main()
