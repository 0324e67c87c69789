"""Tasks fetched and answers scored by reasoning-gym's own client of its service.

usage: reasoning_gym_client.py BASE_URL CASES.json
The cases are not looked at: the tasks are the service's own, sums to be worked out here.
WHETSTONE_REASONING_GYM names a checkout's folder tools/cli: no package holds the client.
"""

import asyncio
import re
import uuid

import peer

DATASETS = {"chain_sum": {"weight": 1, "config": {}}}


def worked_out(question):
    """A sum of whole numbers, as the question writes it."""
    terms = re.findall(r"([+-]?)\s*(\d+)", question)
    return str(sum(int(sign + digits) for sign, digits in terms))


def scored(client, count):
    name = f"conformance-{uuid.uuid4()}"
    client.create_experiment(name, {"size": 50, "seed": 7, "datasets": DATASETS})
    try:
        entries = client.get_batch(name, 0, count)["entries"]
        answers = [(e["entry_id"], worked_out(e["question"])) for e in entries]
        answers += [(e["entry_id"], "I do not know") for e in entries]
        return client.score_outputs(name, answers)["scores"]
    finally:
        client.delete_experiment(name)


def ways(root, base):
    client = peer.load(root, "rgc.client").RGClient(f"{base}/reasoning-gym")

    async def ask(cases):
        sent = [{"expect": e, "response": ""} for e in [1] * len(cases) + [0] * len(cases)]
        return await asyncio.to_thread(scored, client, len(cases)), sent

    yield "RGClient.get_batch, .score_outputs", ask


CLIENT = peer.Client(
    "rgc", "client.py", "WHETSTONE_REASONING_GYM", ways, "reasoning-gym", "its client is not on PyPI"
)

if __name__ == "__main__":
    CLIENT.main()
