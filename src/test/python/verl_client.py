"""Rewards paid to verl's own reward managers by whetstone_verl.py, and to its reward loop.

usage: verl_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
"""

import asyncio
from types import SimpleNamespace

import peer

try:
    import aiohttp  # noqa: F401
    import numpy
except ImportError as missing:
    peer.skip(f"{missing.name} is not installed")

STUBS = ("torch", "omegaconf", "transformers", "ray", "tensordict")
MANAGERS = "verl.experimental.reward_loop.reward_manager"
OLDER = "verl.workers.reward_manager"
ANSWER = "<|im_start|>assistant\n"


class Config(dict):
    """Settings by name, as OmegaConf has them; what nobody set is None."""

    __getattr__ = dict.get


class Ids(numpy.ndarray):
    """A tensor of token ids, one a character, as far as the managers use one."""

    @staticmethod
    def of(texts):
        longest = max(map(len, texts))
        rows = [list(map(ord, text)) + [0] * (longest - len(text)) for text in texts]
        return numpy.array(rows).view(Ids)

    def sum(self, dim=None):
        return numpy.asarray(self).sum(axis=dim)


class Tokenizer:
    """One token a character, so that the managers run without a model's files."""

    eos_token = "<|im_end|>"
    bos_token = None

    def decode(self, ids, **_):
        return "".join(map(chr, ids))

    def apply_chat_template(self, chat, **_):
        return "".join(f"<|im_start|>{m['role']}\n{m['content']}<|im_end|>\n" for m in chat)


class Data:
    """Samples in the form of verl's DataProto."""

    def __init__(self, cases):
        self.cases = cases
        responses = Ids.of([case["response"] for case in cases])
        prompts = Ids.of([case["prompt"] for case in cases])
        whole = numpy.concatenate([prompts, responses], axis=1).view(Ids)
        self.batch = {"responses": responses, "prompts": prompts, "attention_mask": whole != 0}
        self.non_tensor_batch = {"data_source": ["whetstone"] * len(cases)}
        self.non_tensor_batch["extra_info"] = [{"index": i} for i in range(len(cases))]

    def __len__(self):
        return len(self.cases)

    def __iter__(self):
        return map(self.item, range(len(self)))

    def __getitem__(self, at):
        return Data(self.cases[at]) if isinstance(at, slice) else self.item(at)

    def item(self, at):
        case = self.cases[at]
        chat = [{"role": "user", "content": f"{case['prompt']}\n{case['label']}"}]
        return SimpleNamespace(
            batch={name: rows[at] for name, rows in self.batch.items()},
            non_tensor_batch={
                "data_source": "whetstone",
                "reward_model": {"style": "rule", "ground_truth": case["label"]},
                "extra_info": {"index": at},
                "raw_prompt": chat,
            },
        )


def settings(base, function):
    """What a user of whetstone_verl.py writes into the trainer's configuration."""
    file = {"path": peer.ours("whetstone_verl").__file__, "name": function}
    file["reward_kwargs"] = {"url": base}
    manager = Config(source="register", name="naive")
    return Config(reward=Config(custom_reward_function=file, reward_manager=manager))


def naive(root, base):
    """The reward manager that is verl's default, made by its own loader from a configuration."""
    wanted = ["verl.utils.reward_score", "verl.utils.import_utils", "verl.utils.ray_utils"]
    wanted += [MANAGERS, *(f"{MANAGERS}.{name}" for name in ("registry", "base", "naive"))]
    loader = peer.load(root, "verl.trainer.ppo.reward", *wanted, stubs=STUBS)

    async def ask(cases):
        made = [
            loader.load_reward_manager(settings(base, name), Tokenizer())
            for name in ("compute_score", "compute_score_async")
        ]
        singles = [m.run_single(Data([case])) for case in cases for m in made]
        scored = await asyncio.gather(*singles)
        return [reply["reward_score"] for reply in scored], [c for c in cases for _ in made]

    return "NaiveRewardManager.run_single, compute_score", ask


def batch(root, base):
    """The manager for functions that take a batch."""
    wanted = [f"{OLDER}.{name}" for name in ("registry", "abstract", "batch")]
    module = peer.load(root, f"{OLDER}.batch", OLDER, *wanted, stubs=STUBS)
    scores = peer.ours("whetstone_verl").compute_scores

    async def ask(cases):
        manager = module.BatchRewardManager(Tokenizer(), 0, scores, url=base)
        return [reply["score"] for reply in manager.verify(Data(cases))], cases

    return "BatchRewardManager.verify, compute_scores", ask


def reward_loop(root, base, engine):
    """A reward model's router, of which verl knows no label: the prompt names the task."""
    module = peer.load(root, "verl.experimental.reward_loop.reward_loop", stubs=STUBS)

    async def ask(cases):
        worker = object.__new__(module.RewardLoopWorker)
        worker.reward_router_address = base.removeprefix("http://")
        worker.input_tokenizer = worker.reward_model_tokenizer = Tokenizer()
        model = Config(model_path="exact", rollout=Config(name=engine))
        worker.config = Config(reward=Config(reward_model=model))
        named = peer.tasks_of_ours(cases)
        scored = await asyncio.gather(*(worker.compute_score_disrm(Data([c])) for c in named))
        return [reply["reward_score"] for reply in scored], named

    return f"RewardLoopWorker.compute_score_disrm ({engine})", ask


def ways(root, base):
    yield naive(root, base)
    yield batch(root, base)
    for engine in ("vllm", "sglang"):
        yield reward_loop(root, base, engine)


CLIENT = peer.Client(
    "verl", "experimental/reward_loop/reward_loop.py", "WHETSTONE_VERL", ways
)

if __name__ == "__main__":
    CLIENT.main()
