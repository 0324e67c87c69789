"""Trains a very small transformer with TRL's GRPOTrainer, once by each curriculum, from the same start.

Tasks and rewards come from a Whetstone server through the public client beside this file. What the
model knows at first it learns from examples with few closed pairs, made by the same server, with
smoothed labels, so that it samples a right answer now and then only. Nothing is downloaded. One CSV
row an evaluation: seed, arm, rollouts, pass rate.
"""

from __future__ import annotations

import argparse
import csv
import functools
import os
import sys
import time
from typing import Any, Dict, List, Sequence, TextIO

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"
os.environ["TRL_EXPERIMENTAL_SILENCE"] = "1"

import datasets
import torch
import transformers
from transformers import LlamaForCausalLM, PreTrainedTokenizerFast, TrainerCallback
from trl import GRPOConfig, GRPOTrainer

import warm_start
import whetstone
from whetstone_trl import tasks, whetstone_reward

ARMS = ("tiny", "tiny-uniform")
LONGEST = 16  # tokens of a completion


class Evaluation(TrainerCallback):
    """The same tasks of the evaluation split each time, answered as in training, judged by the server."""

    def __init__(self, client: whetstone.Client, arm: str, options: argparse.Namespace, log: Any):
        self.client, self.arm, self.options, self.log = client, arm, options, log

    def on_step_end(self, args: Any, state: Any, control: Any, **more: Any) -> None:
        if state.global_step % self.options.evaluate == 0 or state.global_step == args.max_steps:
            self.measure(state.global_step, more["model"], more["processing_class"])

    def measure(self, step: int, model: LlamaForCausalLM, tok: PreTrainedTokenizerFast) -> None:
        # Every evaluation is a run of its own with the same seed, which gives the same tasks.
        run = self.client.create_run(
            f"evaluation after {step} steps of {self.arm}", ARMS[1], 1, split="evaluation",
            seed=f"demo train {self.options.tasks}",
        )
        asked = run.tasks(self.options.tasks)
        said = sampled(model, tok, [task["question"] for task in asked])
        rewards = self.client.rewards([task["task"] for task in asked], said)
        run.finish()
        passed: Dict[str, List[float]] = {"": []}
        for task, reward in zip(asked, rewards):
            if reward.value is None:
                raise SystemExit("an evaluation could not be judged: " + whetstone.told(reward.problem))
            passed[""].append(float(reward.grade == "RIGHT"))
            passed.setdefault(task["family"], []).append(float(reward.grade == "RIGHT"))
        rates = {family: sum(rights) / len(rights) for family, rights in passed.items()}
        self.log(step * self.options.prompts * self.options.group, rates.pop(""), rates)


def sampled(model: Any, tok: PreTrainedTokenizerFast, questions: List[str]) -> List[str]:
    """One answer to each question at temperature 1; leaves the training's random numbers alone."""
    was_training, random_state = model.training, torch.get_rng_state()
    torch.manual_seed(0)
    model.eval()
    said = []
    for at in range(0, len(questions), 128):
        batch = tok([q + "<answer>" for q in questions[at : at + 128]], return_tensors="pt", padding=True)
        with torch.no_grad():
            ids = model.generate(**batch, do_sample=True, top_k=0, max_new_tokens=LONGEST)
        said += tok.batch_decode(ids[:, batch["input_ids"].shape[1] :], skip_special_tokens=True)
    model.train(was_training)
    torch.set_rng_state(random_state)
    return said


def train(
    arm: str, model: LlamaForCausalLM, tok: PreTrainedTokenizerFast,
    client: whetstone.Client, options: argparse.Namespace, log: Any,
) -> None:
    seed = options.seed
    transformers.set_seed(seed)
    run = client.create_run(
        f"demo train, seed {seed}, {arm}", arm, options.group, seed=f"demo train {seed}"
    )
    evaluation = Evaluation(client, arm, options, log)
    evaluation.measure(0, model, tok)
    trainer = GRPOTrainer(
        model=model,
        processing_class=tok,
        reward_funcs=whetstone_reward,
        train_dataset=tasks(run, ahead=options.prompts),
        callbacks=[evaluation],
        args=GRPOConfig(
            output_dir=os.path.join(options.out, "trainer"),
            per_device_train_batch_size=options.prompts * options.group,
            num_generations=options.group,
            max_completion_length=LONGEST,
            max_steps=options.steps,
            learning_rate=options.learning_rate,
            lr_scheduler_type="constant_with_warmup",
            warmup_steps=10,
            adam_beta2=0.99,
            beta=0.0,
            top_k=0,
            seed=seed,
            shuffle_dataset=False,
            use_cpu=True,
            bf16=False,
            gradient_checkpointing=False,
            save_strategy="no",
            report_to="none",
            logging_strategy="no",
            disable_tqdm=True,
            dataloader_pin_memory=False,
        ),
    )
    trainer.train()
    run.finish()


class Log:
    """The CSV, and a line on the screen for each of its rows."""

    def __init__(self, file: TextIO, families: Sequence[str]) -> None:
        self.rows = csv.writer(file)
        self.file, self.families, self.began = file, families, time.monotonic()
        self.rows.writerow(["seed", "arm", "rollouts", "pass_rate", *families])

    def row(self, seed: int, arm: str, rollouts: int, rate: float, rates: Dict[str, float]) -> None:
        parts = [rates.get(family, float("nan")) for family in self.families]
        self.rows.writerow([seed, arm, rollouts, *(f"{r:.4f}" for r in [rate, *parts])])
        self.file.flush()
        told = "  ".join(f"{family} {100 * part:3.0f} %" for family, part in zip(self.families, parts))
        at = time.monotonic() - self.began
        print(
            f"{at:6.0f} s  seed {seed}  {arm:13}{rollouts:8,d} rollouts  pass rate {100 * rate:5.1f} %  {told}",
            flush=True,
        )


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    datasets.disable_progress_bars()
    transformers.utils.logging.set_verbosity_error()
    client = whetstone.shared()
    seed = options.seed
    with open(os.path.join(options.out, f"seed-{seed}.csv"), "w", newline="") as file:
        log = Log(file, sorted(warm_start.SHOWN))
        start = os.path.join(options.out, f"start-{seed}")
        if not os.path.isdir(start):
            warm_start.write(start, client, options)
        for arm in options.arms:
            tok = PreTrainedTokenizerFast.from_pretrained(start)
            model = LlamaForCausalLM.from_pretrained(start)
            train(arm, model, tok, client, options, functools.partial(log.row, seed, arm))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=0)
    for name, usual in (
        ("steps", 120), ("prompts", 16), ("group", 8), ("evaluate", 10), ("tasks", 360),
        ("examples", 600), ("warm", 600), ("width", 64), ("layers", 3), ("threads", 1),
    ):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--learning-rate", type=float, default=5e-4)
    parser.add_argument("--arms", nargs="+", choices=ARMS, default=ARMS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
