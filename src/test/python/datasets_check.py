"""Reads exported files with the libraries that they are for.

usage: datasets_check.py FOLDER ROWS
FOLDER: {format}.parquet and {format}.jsonl of the same ROWS rows for each format of tasks, and
pairs.parquet, pairs_text.jsonl and outcomes.parquet, where they are.
`datasets` and `pyarrow` read every file; verl's, OpenRLHF's and miles' own readers read theirs.
"""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import peer

try:
    import datasets
    import pyarrow.parquet
except ImportError as missing:
    peer.skip(str(missing))

EXTRA = {"split", "index", "family", "version", "levels"}
KEYS = {
    "verl": {"data_source", "prompt", "ability", "reward_model", "extra_info"},
    "openrlhf": {"input", "label", "datasource"},
    "slime": {"input", "label", "metadata"},
    "trl": {"prompt", "answer", *EXTRA},
    "ms-swift": {"messages", "solution", *EXTRA},
    "nemo-gym": {
        "responses_create_params", "agent_ref", "uuid", "expected_answer", "verifier_metadata",
    },
    "skyrl": {"data_source", "prompt", "env_class", "reward_spec", "extra_info"},
    "roll": {
        "id", "domain", "tag", "source", "difficulty", "prompt", "messages", "ground_truth",
        "case_type", "test_cases",
    },
    "areal": {"messages", "answer"},
    "reasoning-gym": {"question", "answer", "metadata"},
    "chat": {"messages"},
}


def chat(messages, tokenize=False, add_generation_prompt=False, tools=None):
    """A chat template of the simplest kind."""
    text = "".join(f"<{m['role']}>{m['content']}</{m['role']}>" for m in messages)
    return text + ("<assistant>" if add_generation_prompt else "")


TOKENIZER = SimpleNamespace(apply_chat_template=chat)


def root(package, needed):
    found = peer.roots(package, needed, f"WHETSTONE_{package.upper()}")
    if not found:
        peer.skip(f"{package} was not fetched: run prepare.py")
    return found[0]


def table(kind, path, folder):
    return list(datasets.load_dataset(kind, data_files=str(path), split="train", cache_dir=folder))


def verl(path):
    module = peer.load(
        root("verl", "utils/dataset/rl_dataset.py"),
        "verl.utils.dataset.rl_dataset",
        stubs=("torch", "omegaconf", "PIL", "transformers"),
        given=[("verl.utils.fs", SimpleNamespace(copy_to_local=lambda src, **_: src))],
    )
    config = {"filter_overlong_prompts": False, "cache_dir": str(path.parent / "verl")}
    return module.RLHFDataset(data_files=str(path), tokenizer=TOKENIZER, config=config)


def openrlhf(name):
    return peer.load(
        root("openrlhf", f"datasets/{name}.py"),
        f"openrlhf.datasets.{name}",
        "openrlhf.datasets.utils",
        stubs=("torch", "tqdm"),
    ).preprocess_data


def miles(path):
    module = peer.load(
        root("miles", "utils/data.py"), "miles.utils.data", stubs=("ray",)
    )
    module.Sample = SimpleNamespace
    return module.Dataset(
        str(path), TOKENIZER, None, None,
        prompt_key="input", label_key="label", apply_chat_template=True,
    )


class Check:
    def __init__(self, folder, rows, outcome):
        self.folder, self.count, self.outcome = folder, rows, outcome
        self.rows = {}

    def tasks(self):
        for name, keys in KEYS.items():
            parquet = self.folder / f"{name}.parquet"
            rows = pyarrow.parquet.read_table(parquet).to_pylist()
            lines = (self.folder / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
            self.rows[name] = rows
            self.say(len(rows) == self.count, f"{name}: {len(rows)} rows")
            self.say(set(rows[0]) == keys, f"{name}: keys {sorted(rows[0])}")
            self.say(rows == [json.loads(line) for line in lines], f"{name}: jsonl differs")
            cache = str(self.folder / "cache" / name)
            for kind, ending in (("parquet", "parquet"), ("json", "jsonl")):
                loaded = table(kind, self.folder / f"{name}.{ending}", cache)
                self.say(loaded == rows, f"{name}: datasets reads {ending} otherwise")

    def readers(self):
        dataset, rows = verl(self.folder / "verl.parquet"), self.rows["verl"]
        self.say(len(dataset) == self.count, f"verl has {len(dataset)} rows")
        for i in (0, self.count - 1):
            item = dataset[i]
            self.say(item["raw_prompt"] == rows[i]["prompt"], f"verl's prompt {i}")
            self.say(item["index"] == rows[i]["extra_info"]["index"], f"verl's index {i}")
            self.say(item["reward_model"] == rows[i]["reward_model"], f"verl's truth {i}")
        read, rows = openrlhf("prompts_dataset"), self.rows["openrlhf"]
        for row in rows:
            prompt, label = read(row, None, "input", "label", chat)
            wanted = chat([{"role": "user", "content": row["input"]}], add_generation_prompt=True)
            self.say(prompt == wanted and label == row["label"], f"OpenRLHF's {row}")
        for ending in ("jsonl", "parquet"):
            dataset, rows = miles(self.folder / f"slime.{ending}"), self.rows["slime"]
            self.say(len(dataset) == self.count, f"miles has {len(dataset)} rows")
            for sample, row in zip(dataset, rows):
                wanted = chat(row["input"], add_generation_prompt=True)
                self.say(sample.prompt == wanted, f"miles' {row}")
                self.say(sample.label == row["label"], f"miles' label {row}")
                self.say(sample.metadata == row["metadata"], f"miles' metadata {row}")

    def pairs(self):
        path = self.folder / "pairs.parquet"
        if not path.is_file():
            return
        read = openrlhf("reward_dataset")
        for row in table("parquet", path, str(self.folder / "cache" / "pairs")):
            prompt, chosen, rejected, _ = read(row, None, "prompt", apply_chat_template=chat)
            self.say(prompt.endswith("<assistant>"), f"OpenRLHF's prompt of {row}")
            said = [row[key][0]["content"] for key in ("prompt", "chosen", "rejected")]
            self.say(said[1] in chosen and said[2] in rejected, f"OpenRLHF's pair of {row}")
        for row in table("json", self.folder / "pairs_text.jsonl", str(self.folder / "cache" / "t")):
            _, chosen, rejected, _ = read(row, None, "prompt")
            self.say(chosen == row["chosen"] != rejected, f"OpenRLHF's pair of {row}")
        rows = pyarrow.parquet.read_table(self.folder / "outcomes.parquet").to_pylist()
        self.say(len(rows) > 0 and "grade" in rows[0], "outcomes: no row")

    def say(self, holds, text):
        self.outcome.check(holds, text)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    datasets.disable_progress_bars()
    outcome = peer.Outcome()
    check = Check(Path(sys.argv[1]), int(sys.argv[2]), outcome)
    check.tasks()
    check.readers()
    check.pairs()
    outcome.finish([{"package": "datasets", "version": datasets.__version__}])


if __name__ == "__main__":
    main()
