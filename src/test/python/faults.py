"""What a trainer's client experiences where the way to the server fails.

usage: faults.py BASE_URL CASES.json CLIENT
The last line of the output is JSON: for each of the client's ways to ask and each fault, how many
requests it made, how many seconds passed by its clock, and what it came to in the end.
"""

import asyncio
import importlib
import itertools
import os
import random
import sys
import time

import faulty
import peer

OUTAGE_SECONDS = 20
PATIENCE_SECONDS = 1500
TOGETHER = 64
RETRY_AFTER = 7


def refusal(status):
    return f"{status}:{RETRY_AFTER}"


FAULTS = {
    "none": lambda number, at: None,
    "one reset": lambda number, at: "reset" if number == 0 else None,
    "one 429": lambda number, at: refusal(429) if number == 0 else None,
    "one 503": lambda number, at: refusal(503) if number == 0 else None,
    "20 s away": lambda number, at: "reset" if at < OUTAGE_SECONDS else None,
    "503 for ever": lambda number, at: refusal(503),
    "400": lambda number, at: refusal(400),
    "no answer": lambda number, at: "silent",
    "64 at once": lambda number, at: None,
    "64, every 3rd 503": lambda number, at: refusal(503) if number % 3 == 0 else None,
}


async def limited(clock, ask, cases):
    ticks, asked = asyncio.create_task(clock.tick()), asyncio.ensure_future(ask(cases))
    await asyncio.wait([asked], timeout=PATIENCE_SECONDS)
    ticks.cancel()
    return await asked if asked.done() else None


def ended(clock, ask, cases):
    """What a trainer has in hand: rewards, all right or not, or an error's name."""
    try:
        told = asyncio.run(limited(clock, ask, cases))
    except BaseException as error:
        return type(error).__name__
    if told is None:
        return "waits still"
    rewards, sent = told
    right = all(r == case["expect"] for r, case in zip(rewards, sent))
    return "rewarded" if right and len(rewards) == len(sent) else f"{rewards[0]!r}"


def suffered(clock, base, client, root, which, name, case):
    """One way to ask, under one fault; each time made anew, so that no connection is left over."""
    random.seed(7)
    proxy = faulty.Proxy(base, FAULTS[name], clock.now)
    clock.forward(rate=clock.FASTER if name == "no answer" else 1)
    start, slept = clock.now(), clock.slept
    proxy.start = start
    os.environ["WHETSTONE_URL"] = proxy.url  # for the files of ours that are given no address
    function, ask = next(itertools.islice(client.ways(root, proxy.url), which, None))
    together = name.startswith("64")
    result = ended(clock, ask, [case] * (TOGETHER if together else 1))
    passed = clock.now() - start
    if name == "no answer":  # and not what making connections takes, on a clock that runs fast
        clock.sleep(0.2)
        passed = proxy.held + clock.slept - slept
    seconds = None if together else round(passed, 1)  # together, their sleeps overlap
    clock.forward(rate=1)
    proxy.close()
    return function, {"tries": len(proxy.seen), "seconds": seconds, "result": result}


def experienced(clock, base, client, root, case):
    for which in range(len(list(client.ways(root, base)))):
        told = {}
        for name in FAULTS:
            function, told[name] = suffered(clock, base, client, root, which, name, case)
        yield {**client.named(root, function), "faults": told}


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: faults.py BASE_URL CASES.json CLIENT")
    module = importlib.import_module(sys.argv.pop())
    base, cases = peer.arguments()
    clients = getattr(module, "CLIENTS", None) or [module.CLIENT]
    clock = faulty.Clock({client.package for client in clients})
    clock.govern()
    runs = [
        run
        for client in clients
        for root in client.found()[:1]
        for run in experienced(clock, base, client, root, cases[0])
    ]
    if not runs:
        clients[0].roots()
    peer.Outcome().finish(runs)


if __name__ == "__main__":
    main()
