"""Rewards asked for by slime's own client, and by that of its fork miles.

usage: slime_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}], graded by the verifier `exact`
slime: a checkout named by WHETSTONE_SLIME, else the installed one. miles: WHETSTONE_MILES, else
fetched by prepare.py, else installed. slime is not on PyPI: the package of that name is another.
"""

import asyncio
from types import SimpleNamespace

import peer

try:
    import aiohttp  # noqa: F401
except ImportError:
    peer.skip("aiohttp is not installed")

HUB = "rollout/rm_hub/__init__.py"


def sample(case, chat):
    prompt = [{"role": "user", "content": case["prompt"]}] if chat else case["prompt"]
    return SimpleNamespace(
        prompt=prompt,
        response=case["response"],
        label=case["label"],
        metadata={},
        custom_rm_path=None,
    )


def reads_object(reply, case, outcome, where):
    """What `--reward-key score` and `--eval-reward-key acc` take from the reply."""
    outcome.number(reply["score"], case["expect"], f"{where} score")
    outcome.check(type(reply["acc"]) in (bool, int, float), f"{where} acc: {reply['acc']!r}")
    return reply["score"]


def reads_number(reply, case, outcome, where):
    outcome.number(reply, case["expect"], where)
    return reply


FORMS = {"/slime/exact": reads_object, "/slime/exact?reply=number": reads_number}


async def ask(hub, url, cases, chat):
    """One by one by name, then all together by the door that the trainer takes."""
    args = SimpleNamespace(rm_url=url, rm_type="remote_rm", custom_rm_path=None)
    samples = [sample(case, chat) for case in cases]
    single = [await hub.remote_rm(args, one) for one in samples]
    return single, await hub.batched_async_rm(args, samples)


def paid(replies):
    """What was paid; whether a place was left for it (saved) differs from call to call."""
    return [
        {name: value for name, value in reply.items() if name != "saved"}
        if isinstance(reply, dict)
        else reply
        for reply in replies
    ]


async def drive(package, hub, base, cases, outcome):
    doors = {}
    for path, reads in FORMS.items():
        for chat in (False, True):
            single, batch = await ask(hub, base + path, cases, chat)
            outcome.check(
                paid(single) == paid(batch), f"{package} {path}: {single} alone, {batch} together"
            )
            where = f"{package} {path}{' chat' if chat else ''}"
            rewards = [
                reads(reply, case, outcome, f"{where}, {case['response']!r}")
                for reply, case in zip(single, cases)
            ]
            doors[path] = {"rewards": rewards}
    return doors


async def run(client, hub, root, base, cases, outcome):
    complaints = peer.Complaints(hub.__name__)
    report = client.named(root, "rm_hub.remote_rm, .batched_async_rm")
    try:
        doors = await drive(client.package, hub, base, cases, outcome)
        rewards = sum(len(door["rewards"]) for door in doors.values())
        return {**report, "doors": doors, "rewards": rewards}
    finally:
        outcome.check(not complaints.lines, f"{root.name} failed tries: {complaints.lines[:3]}")
        await closed(hub)


async def closed(hub):
    session = getattr(hub, "_shared_session", None)
    if session is not None:
        await session.close()
    hub._shared_session = None


def ways_of(package):
    def ways(root, base):
        """One sample, as a rollout asks for it."""
        hub = peer.load(root, f"{package}.rollout.rm_hub")

        async def ask(cases):
            try:
                asked = (ask_for(hub, base, case) for case in cases)
                return list(await asyncio.gather(*asked)), cases
            finally:
                await closed(hub)

        yield "rm_hub.remote_rm", ask

    return ways


async def ask_for(hub, base, case):
    url = f"{base}/slime/exact?reply=number"
    return await hub.remote_rm(SimpleNamespace(rm_url=url), sample(case, False))


# slime is on no registry: the package of that name is another.
CLIENTS = (
    peer.Client("slime", HUB, "WHETSTONE_SLIME", ways_of("slime"), absent="not on PyPI"),
    peer.Client("miles", HUB, "WHETSTONE_MILES", ways_of("miles"), "miles-rl"),
)


def main():
    base, cases = peer.arguments()
    outcome = peer.Outcome()
    found = [(client, root) for client in CLIENTS for root in client.found()]
    if not found:
        peer.skip("neither slime nor miles: set WHETSTONE_SLIME to a checkout or run prepare.py")
    runs = []
    for client, root in found:
        try:
            hub = peer.load(root, f"{client.package}.rollout.rm_hub")
            asked = run(client, hub, root, base, cases, outcome)
            before = len(outcome.failures)
            told = asyncio.run(asyncio.wait_for(asked, peer.LIMIT_SECONDS))
            runs.append({**told, "failed": len(outcome.failures) - before})
        except Exception as error:
            outcome.check(False, f"{client.package}: {type(error).__name__}: {error}")
    outcome.finish(runs)


if __name__ == "__main__":
    main()
