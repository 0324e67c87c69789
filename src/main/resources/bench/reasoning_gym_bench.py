"""Measures the reasoning-gym library: tasks made and answers scored in a CPU-second, in one thread.

usage: reasoning_gym_bench.py [--families a,b] [--seconds S]
Every family runs at its default configuration. Answers are, alternately, the gold one and another
task's gold one.
Exit code 77, with the reason, where the package is not installed.
"""

import argparse
import importlib.metadata
import itertools
import json
import platform
import sys
import time
from dataclasses import asdict

SKIPPED = 77
FAMILIES = (
    "chain_sum",
    "basic_arithmetic",
    "decimal_arithmetic",
    "gcd",
    "fraction_simplification",
    "simple_equations",
    "polynomial_multiplication",
    "base_conversion",
    "word_sorting",
    "knights_knaves",
    "syllogism",
    "shortest_path",
    "countdown",
    "mini_sudoku",
)
SEED = 20_260_101
SIZE = 1_000_000_000
KEPT = 2_000
SLICE_SECONDS = 0.01


def rate(run, seconds):
    """What run(n) does in a CPU-second; the clock is read once a slice, to cost next to nothing."""
    done, size, start = 0, 1, time.process_time()
    while True:
        before = time.process_time()
        run(size)
        now = time.process_time()
        done += size
        if now - start >= seconds:
            return done / (now - start)
        if now - before < SLICE_SECONDS / 2:
            size *= 2


def measure_tasks(dataset, seconds):
    """The rate, and the last tasks made."""
    kept = [None] * KEPT
    numbers = itertools.count()

    def make(size):
        for i in itertools.islice(numbers, size):
            kept[i % KEPT] = dataset[i]

    rate(make, seconds / 5)
    speed = rate(make, seconds)
    return speed, [entry for entry in kept if entry is not None]


def paired(entries):
    """Each task with its gold answer, then with the next different one."""
    pairs = []
    for i, entry in enumerate(entries):
        others = itertools.islice(itertools.cycle(entries), i + 1, i + len(entries))
        wrong = next((e["answer"] for e in others if e["answer"] != entry["answer"]), "")
        pairs += [(entry["answer"], entry), (wrong, entry)]
    return pairs


def measure_answers(dataset, entries, seconds):
    pairs = paired(entries)
    turn = itertools.cycle(pairs)
    score_answer = dataset.score_answer

    def score(size):
        for answer, entry in itertools.islice(turn, size):
            score_answer(answer, entry)

    rate(score, seconds / 5)
    speed = rate(score, seconds)
    scores = [dataset.score_answer(answer, entry) for answer, entry in pairs[:200]]
    return speed, mean(scores[0::2]), mean(scores[1::2])


def mean(values):
    return round(sum(values) / len(values), 4)


def measure(create, family, seconds):
    dataset = create(family, size=SIZE, seed=SEED)
    tasks, entries = measure_tasks(dataset, seconds)
    answers, gold, wrong = measure_answers(dataset, entries, seconds)
    config = {k: v for k, v in asdict(dataset.config).items() if k not in ("seed", "size")}
    return {
        "tasks_per_cpu_s": round(tasks, 1),
        "answers_per_cpu_s": round(answers, 1),
        "mean_score_of_gold": gold,
        "mean_score_of_wrong": wrong,
        "config": config,
    }


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--families", default=",".join(FAMILIES), help="names with commas between")
    parser.add_argument("--seconds", type=float, default=1.0, help="CPU-seconds for each figure")
    return parser.parse_args()


def main():
    wanted = arguments()
    try:
        from reasoning_gym.factory import DATASETS, create_dataset
    except ImportError as error:
        print(f"reasoning-gym is not installed: {error}")
        sys.exit(SKIPPED)
    names = wanted.families.split(",")
    unknown = [name for name in names if name not in DATASETS]
    if unknown:
        sys.exit(f"reasoning-gym has no {', '.join(unknown)}")
    report = {
        "python": platform.python_version(),
        "reasoning_gym": importlib.metadata.version("reasoning-gym"),
        "seconds": wanted.seconds,
        "families": {name: measure(create_dataset, name, wanted.seconds) for name in names},
    }
    print(json.dumps(report, default=str))


if __name__ == "__main__":
    main()
