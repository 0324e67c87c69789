"""Rewards of NeMo Gym's resources server, asked for by the HTTP client that its agents use.

usage: nemo_gym_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
"""

import asyncio

import peer

try:
    import aiohttp  # noqa: F401
    import orjson  # noqa: F401
except ImportError as missing:
    peer.skip(f"{missing.name} is not installed")

STUBS = ("fastapi", "omegaconf", "pydantic", "ray", "requests", "starlette", "uvicorn")


def row(case):
    asked = [{"role": "user", "content": case["prompt"]}]
    return {"responses_create_params": {"input": asked}, "expected_answer": case["label"]}


def response(case):
    """A Responses object of one message, as an agent passes it on."""
    text = {"type": "output_text", "text": case["response"], "annotations": []}
    message = {"id": "msg", "type": "message", "role": "assistant", "status": "completed"}
    common = {"id": "resp", "created_at": 0, "model": "m", "object": "response"}
    choice = {"parallel_tool_calls": True, "tool_choice": "auto", "tools": []}
    return {**common, **choice, "output": [{**message, "content": [text]}]}


async def verified(utils, base, case):
    """Seed and verify, with the cookies of the last reply, as Gym's simple agent does."""
    seeded = await utils.request("POST", f"{base}/seed_session", json=row(case))
    await utils.raise_for_status(seeded)
    sent = {**row(case), "response": response(case)}
    reply = await utils.request("POST", f"{base}/verify", json=sent, cookies=seeded.cookies)
    await utils.raise_for_status(reply)
    told = await utils.get_response_json(reply)
    if told["responses_create_params"] != sent["responses_create_params"]:
        raise AssertionError(f"not echoed: {told}")
    return told["reward"]


def ways(root, base):
    utils = peer.load(root, "nemo_gym.server_utils", stubs=STUBS)

    async def ask(cases):
        utils.set_global_aiohttp_client(utils.GlobalAIOHTTPAsyncClientConfig())
        try:
            asked = (verified(utils, f"{base}/nemo-gym/default", case) for case in cases)
            return list(await asyncio.gather(*asked)), cases
        finally:
            await utils._GLOBAL_AIOHTTP_CLIENT.close()
            utils._GLOBAL_AIOHTTP_CLIENT = None

    yield "server_utils.request", ask


CLIENT = peer.Client("nemo_gym", "server_utils.py", "WHETSTONE_NEMO_GYM", ways, "nemo-gym")

if __name__ == "__main__":
    CLIENT.main()
