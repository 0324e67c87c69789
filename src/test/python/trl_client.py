"""Rewards paid by whetstone_trl.py to the method of TRL's trainer that asks for them.

usage: trl_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
`GRPOTrainer._calculate_rewards` as it stands; what it uses of torch is done by numpy.
"""

import asyncio
import contextlib
import threading
from types import SimpleNamespace

import peer

try:
    import numpy
except ImportError:
    peer.skip("numpy is not installed")

STUBS = ("torch", "accelerate", "datasets", "huggingface_hub", "pandas")
STUBS += ("peft", "transformers", "vllm", "wandb", "trackio", "jmespath", "bitsandbytes", "liger_kernel")


class Tensor(numpy.ndarray):
    def all(self, dim=None):
        return numpy.asarray(self).all(axis=dim).view(Tensor)

    def nonzero(self, as_tuple):
        return numpy.nonzero(self)


TORCH = SimpleNamespace(
    nan=float("nan"),
    float32=numpy.float64,
    zeros=lambda *shape, device: numpy.zeros(shape).view(Tensor),
    tensor=lambda values, dtype, device: numpy.array(values, dtype).view(Tensor),
    isnan=lambda values: numpy.isnan(values).view(Tensor),
)


def trainer(functions, loop):
    """As much of a trainer as its method looks at."""
    return SimpleNamespace(
        accelerator=SimpleNamespace(device=None),
        reward_funcs=functions,
        reward_processing_classes=[None] * len(functions),
        reward_func_names=[function.__name__ for function in functions],
        state=None,
        environments=None,
        async_loop=loop,
        _log_completion_extra=lambda name, values: None,
        _log_metric=lambda name, value: None,
    )


def module_of(root):
    module = peer.load(root, "trl.trainer.grpo_trainer", stubs=STUBS)
    module.torch, module.nn = TORCH, SimpleNamespace(Module=type("Module", (), {}))
    module.profiling_context = lambda *_: contextlib.nullcontext()
    module.is_async_callable = asyncio.iscoroutinefunction
    module.gather = lambda values: values
    return module


def calculated(module, function, cases):
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    prompts = [[{"role": "user", "content": case["prompt"]}] for case in cases]
    rows = [{"prompt": p, "task": case["label"]} for p, case in zip(prompts, cases)]
    said = [[{"role": "assistant", "content": case["response"]}] for case in cases]
    ids = [list(map(ord, case["response"])) for case in cases]
    calculate = module.GRPOTrainer._calculate_rewards
    rewards = calculate(trainer([function], loop), rows, prompts, said, ids)
    loop.call_soon_threadsafe(loop.stop)
    return [float(row[0]) for row in rewards]


def ways(root, base):
    module, file = module_of(root), peer.ours("whetstone_trl")
    file.whetstone.shared(base)

    for function in (file.reward(file.whetstone.Client(base)), file.whetstone_reward_async):

        async def ask(cases, function=function):
            return await asyncio.to_thread(calculated, module, function, cases), cases

        yield f"GRPOTrainer._calculate_rewards, {function.__name__}", ask


CLIENT = peer.Client("trl", "trainer/grpo_trainer.py", "WHETSTONE_TRL", ways)

if __name__ == "__main__":
    CLIENT.main()
