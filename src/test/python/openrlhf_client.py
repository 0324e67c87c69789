"""Rewards asked for by OpenRLHF's own client.

usage: openrlhf_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
The package: folders named by WHETSTONE_OPENRLHF, else fetched by prepare.py, else installed.
"""

import asyncio
from types import SimpleNamespace

import peer

try:
    import aiohttp  # noqa: F401
except ImportError:
    peer.skip("aiohttp is not installed")

DOORS = ("/openrlhf", "/get_reward")
FUNCTION = "SingleTurnAgentExecutor._fetch_rewards_via_http, .execute"

# What a rollout sends is the chat template around both texts and the model's end-of-turn token.
TEMPLATES = {
    "plain": ("{}", ""),
    "chatml": ("<|im_start|>user\n{}<|im_end|>\n<|im_start|>assistant\n", "<|im_end|>"),
    "llama3": (
        "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\n{}<|eot_id|>"
        "<|start_header_id|>assistant<|end_header_id|>\n\n",
        "<|eot_id|>",
    ),
    "mistral": ("<s>[INST] {} [/INST]", "</s>"),
}


class Ids(list):
    """A row of token ids as a tokenizer hands it out, in place of a tensor."""

    def tolist(self):
        return list(self)


class Tokenizer:
    """One token a character, so that the executor runs without a model's files."""

    def __call__(self, text, **_):
        return {"input_ids": [Ids(map(ord, text))]}

    def decode(self, ids, **_):
        return "".join(map(chr, ids))


class Engine:
    """Generates the one completion given."""

    def __init__(self, completion):
        self.completion = completion

    async def generate(self, prompt_ids, params, multi_modal_data=None):
        ids = list(map(ord, self.completion))
        output = SimpleNamespace(token_ids=ids, finish_reason="stop", logprobs=None)
        return SimpleNamespace(outputs=[output])


class Drive:
    def __init__(self, executor, cases, outcome):
        self.executor, self.cases, self.outcome = executor, cases, outcome
        self.logs = set()
        self.calls = 0

    async def fetch(self, urls, cases):
        self.calls += 1
        queries = [case["prompt"] + case["response"] for case in cases]
        prompts = [case["prompt"] for case in cases]
        labels = [case["label"] for case in cases]
        fetch = self.executor(urls)._fetch_rewards_via_http
        return await fetch(queries, prompts, labels)

    def agrees(self, reply, cases, where):
        """One reply holds a reward, a score and each log for each of these cases."""
        logs = reply["extra_logs"]
        self.logs.add(tuple(sorted(logs)))
        columns = {"rewards": reply["rewards"], "scores": reply["scores"], **logs}
        for name, values in columns.items():
            self.outcome.check(len(values) == len(cases), f"{where}: {len(values)} {name}")
            self.outcome.check(all(map(peer.finite, values)), f"{where}: {name} {values}")
        for reward, case in zip(reply["rewards"], cases):
            self.outcome.number(reward, case["expect"], f"{where}, {case['response']!r}")

    async def batch(self, url):
        """The whole batch at once, and shared out between two addresses."""
        for urls in (url, [url, url]):
            replies = await self.fetch(urls, self.cases)
            size = -(-len(self.cases) // len(replies))
            for i, reply in enumerate(replies):
                self.agrees(reply, self.cases[i * size : (i + 1) * size], f"{url} batch {i}")

    async def single(self, url):
        """One sample a request, all at the same time; the second address may get an empty batch."""
        rewards = []
        fetched = await asyncio.gather(*(self.fetch([url, url], [case]) for case in self.cases))
        for case, replies in zip(self.cases, fetched):
            rewards.append(replies[0]["rewards"][0])
            for i, reply in enumerate(replies):
                self.agrees(reply, [case] if i == 0 else [], f"{url} address {i}")
        return rewards, len(replies)

    async def rollout(self, url, name):
        """The trainer's own path: generate, decode with special tokens kept, ask, store."""
        template, end = TEMPLATES[name]
        for case in self.cases:
            self.calls += 1
            params = SimpleNamespace(max_tokens=1 << 16, logprobs=None)
            prompt, engine = template.format(case["prompt"]), Engine(case["response"] + end)
            execute = self.executor(url).execute
            stored = await execute(prompt, case["label"], params, 1 << 20, Tokenizer(), engine)
            where = f"{url} {name}, {case['response']!r}"
            self.outcome.check(stored["reward"], f"{where}: no reward stored")
            for value in stored["reward"] or []:
                self.outcome.number(value, case["expect"], where)


async def every_way(drive, base):
    doors = {}
    for door in DOORS:
        url = base + door
        await drive.batch(url)
        rewards, requests = await drive.single(url)
        for name in TEMPLATES:
            await drive.rollout(url, name)
        doors[door] = {"rewards": rewards, "requests_for_one_sample_at_two_urls": requests}
    return doors


async def run(root, base, cases, outcome):
    module = peer.load(root, "openrlhf.utils.agent", "openrlhf.utils.logging_utils")
    complaints = peer.Complaints(module.__name__)
    drive = Drive(module.SingleTurnAgentExecutor, cases, outcome)
    try:
        doors = await every_way(drive, base)
    finally:
        outcome.check(not complaints.lines, f"{root.name} failed tries: {complaints.lines[:3]}")
    outcome.check(len(drive.logs) <= 1, f"extra_logs with differing keys: {sorted(drive.logs)}")
    report = {**CLIENT.named(root, FUNCTION), "doors": doors, "rewards": drive.calls}
    return {**report, "extra_logs": sorted(set().union(*drive.logs))}


def ways(root, base):
    """One sample, as a rollout asks for it."""
    module = peer.load(root, "openrlhf.utils.agent", "openrlhf.utils.logging_utils")
    fetch = module.SingleTurnAgentExecutor(base + DOORS[0])._fetch_rewards_via_http

    async def ask(cases):
        texts = [[case["prompt"] + case["response"]] for case in cases]
        asked = (fetch(q, [c["prompt"]], [c["label"]]) for q, c in zip(texts, cases))
        return [replies[0]["rewards"][0] for replies in await asyncio.gather(*asked)], cases

    yield "_fetch_rewards_via_http", ask


CLIENT = peer.Client("openrlhf", "utils/agent.py", "WHETSTONE_OPENRLHF", ways)


def main():
    base, cases = peer.arguments()
    outcome = peer.Outcome()
    runs = []
    for root in CLIENT.roots():
        try:
            limited = asyncio.wait_for(run(root, base, cases, outcome), peer.LIMIT_SECONDS)
            before = len(outcome.failures)
            runs.append({**asyncio.run(limited), "failed": len(outcome.failures) - before})
        except Exception as error:
            outcome.check(False, f"{root.name}: {type(error).__name__}: {error}")
    outcome.finish(runs)


if __name__ == "__main__":
    main()
