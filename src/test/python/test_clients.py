"""The Python files that the server hands out, downloaded from it and tried against it.

usage: test_clients.py BASE_URL CASES.json
The cases are tasks of a run, each with a completion that is right and one that is wrong. The last
line of the output is JSON; the exit code tells whether all went well.
"""

import asyncio
import concurrent.futures
import doctest
import hashlib
import importlib
import importlib.util
import inspect
import itertools
import json
import os
import pickle
import py_compile
import re
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request
from pathlib import Path

from faulty import Proxy, script

BASE = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else ""
HERE = Path(__file__).resolve().parent
NO_ID = "00000000-0000-0000-0000-000000000000"
GIVEN = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")) if len(sys.argv) > 2 else {}
CASES = iter(GIVEN.get("tasks", ()))
FOLDER = tempfile.TemporaryDirectory()
FILES = {}
whetstone = None  # the downloaded one


def get(path, **headers):
    with urllib.request.urlopen(urllib.request.Request(BASE + path, headers=headers)) as reply:
        return reply.read(), reply.headers


def setUpModule():
    global whetstone
    for entry in json.loads(get("/clients/")[0])["clients"]:
        FILES[entry["name"]] = entry
        (Path(FOLDER.name) / entry["name"]).write_bytes(get("/clients/" + entry["name"])[0])
    os.environ["WHETSTONE_URL"] = BASE
    sys.path.insert(0, FOLDER.name)
    whetstone = importlib.import_module("whetstone")


def client(url=None, budget=20):
    return whetstone.Client(url or BASE, budget)


def outcomes(case):
    return [o for o in client().run(GIVEN["run"]).outcomes() if o["task"] == case["task"]]


def values(rewards):
    return [reward.value for reward in rewards]


class Files(unittest.TestCase):
    def test_listed_files_are_the_ones_that_are_given(self):
        self.assertIn("whetstone.py", FILES)
        for name, entry in FILES.items():
            text, headers = get("/clients/" + name)
            self.assertEqual(entry["sha256"], hashlib.sha256(text).hexdigest())
            self.assertEqual(entry["bytes"], len(text))
            self.assertEqual(entry["version"], headers["X-Whetstone-Client-Version"])
            self.assertTrue(headers["Content-Type"].startswith("text/x-python"))
            py_compile.compile(str(Path(FOLDER.name) / name), doraise=True)
            module = importlib.import_module(name[:-3])
            self.assertEqual(entry["version"], module.__version__)
            self.assertEqual(entry["summary"], module.__doc__.splitlines()[0])

    def test_an_unchanged_file_is_not_sent_again(self):
        tag = get("/clients/whetstone.py")[1]["ETag"]
        with self.assertRaises(urllib.error.HTTPError) as answer:
            get("/clients/whetstone.py", **{"If-None-Match": tag})
        self.assertEqual(304, answer.exception.code)

    def test_nothing_else_is_given(self):
        for path in ("..%2fapplication.properties", "%2e%2e/application.properties", "x.py", "%00"):
            with self.assertRaises(urllib.error.HTTPError, msg=path) as answer:
                get("/clients/" + path)
            self.assertIn(answer.exception.code, (400, 404), path)


class Rewards(unittest.TestCase):
    def test_tasks_and_references_in_one_call(self):
        case = next(CASES)
        labels = [case["task"], "4", case["task"], "1/2", "Paris", case["task"], 4]
        texts = [case["right"], "5", case["wrong"], "It is 0.5", "\\boxed{Paris}", "", "It is 4."]
        rewards = client().rewards(labels, texts)
        self.assertEqual([1, 0, 0, 1, 1, 0, 1], values(rewards))
        self.assertEqual([True, False] * 2 + [False, True, False], [r.saved for r in rewards])
        self.assertEqual("RIGHT", rewards[0].grade)
        self.assertEqual([1.0, 0.0], [rewards[0].readable, rewards[5].readable])
        self.assertEqual(3, len(outcomes(case)))

    def test_what_comes_too_late_for_a_place_has_its_worth(self):
        case = next(CASES)
        texts = [case["right"] + " " * i for i in range(GIVEN["group_size"] + 1)]
        rewards = client().rewards([case["task"]] * len(texts), texts)
        self.assertEqual([1.0] * len(texts), values(rewards))
        self.assertEqual(("refused", False), (rewards[-1].status, rewards[-1].saved))
        self.assertIn("full", whetstone.told(rewards[-1].problem))

    def test_a_bad_label_is_refused_alone(self):
        labels = ["4", f"task:{NO_ID}@1", "task:nonsense", None, "4"]
        rewards = client().rewards(labels, ["4"] * 5)
        self.assertEqual([1, None, None, None, 1], values(rewards))
        self.assertEqual(["refused"] * 3, [r.status for r in rewards[1:4]])

    def test_bad_labels_throughout_are_an_error_that_tells_the_mend(self):
        with self.assertRaisesRegex(whetstone.Refused, "task: .*handed out"):
            client().rewards(["task:nonsense"] * 2, ["4"] * 2)
        with self.assertRaisesRegex(whetstone.Refused, "no such task|POST tasks"):
            client().run(GIVEN["run"]).candidates([f"task:{NO_ID}@1"], ["4"])
        with self.assertRaisesRegex(ValueError, "2 labels for 1"):
            client().rewards(["4", "4"], ["4"])

    def test_hostile_texts(self):
        texts = ["\ud83d", "\x00", "\u202e4", "9" * 300_000, "{" * 5000, "\\boxed{" * 2000, "4"]
        rewards = client().rewards(["4"] * len(texts), texts)
        self.assertEqual(1.0, rewards[-1].value)
        self.assertEqual(("refused", 0.0), (rewards[3].status, rewards[3].value))
        self.assertTrue(all(value in (0.0, 1.0) for value in values(rewards)), rewards)

    def test_more_than_a_request_takes(self):
        many = client().rewards(["4"] * 5000, ["It is %d." % (i % 5) for i in range(5000)])
        self.assertEqual([0, 0, 0, 0, 1] * 1000, values(many))
        large = client().rewards(["4"] * 40, ["x" * 250_000 + "\n4"] * 40)
        self.assertEqual([1.0] * 40, values(large))

    def test_limits_of_the_server_below_the_clients(self):
        with Proxy(BASE) as proxy, changed(MAX_ITEMS=10_000, MAX_BYTES=100_000_000):
            rewards = client(proxy.url).rewards(["4"] * 5000, ["4"] * 5000)
            self.assertEqual([1.0] * 5000, values(rewards))
            self.assertEqual(3, len(proxy.seen), "one refused, then its halves")
            large = client(proxy.url).rewards(["4"] * 40, ["x" * 250_000 + "\n4"] * 40)
            self.assertEqual([1.0] * 40, values(large))

    def test_many_threads_share_a_client(self):
        one = client()
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            got = list(pool.map(lambda i: one.rewards(["4"], [str(i % 5)])[0].value, range(200)))
        self.assertEqual([float(i % 5 == 4) for i in range(200)], got)


class Faults(unittest.TestCase):
    def counts_once(self, *plan):
        case = next(CASES)
        with Proxy(BASE, script(*plan)) as proxy:
            rewards = client(proxy.url).rewards([case["task"]] * 2, [case["right"], case["wrong"]])
        self.assertEqual([1, 0], values(rewards), plan)
        self.assertEqual(len(plan) + 1, len(proxy.seen), plan)
        self.assertEqual(1, len({key for _, key, _ in proxy.seen}), "each try has the same key")
        self.assertEqual(2, len(outcomes(case)), plan)
        return [after - before for (before, *_), (after, *_) in zip(proxy.seen, proxy.seen[1:])]

    def test_lost_answers_count_once(self):
        self.counts_once("swallow", "swallow")

    def test_resets_pages_and_halves_are_tried_again(self):
        self.counts_once("reset", "html", "cut")

    def test_an_overloaded_server_is_tried_again_when_it_says(self):
        self.assertGreaterEqual(min(self.counts_once("429:1", "503:1")), 1.0)

    def test_a_server_that_says_nothing_is_asked_ever_more_seldom(self):
        self.counts_once("503", "503", "503")

    def test_tasks_are_handed_out_once_under_retries(self):
        with Proxy(BASE, script("swallow", "503")) as proxy:
            run = client(proxy.url).create_run("faults", "default", 2)
            before = len(proxy.seen)
            proxy.plan = script("swallow", "cut", "503")
            tasks = run.tasks(3)
        self.assertEqual(3, len({task["task"] for task in tasks}))
        self.assertEqual(4, len(proxy.seen) - before)
        self.assertEqual(3, client().run(run.id).read()["tasks"])

    def test_a_call_that_went_unanswered_and_is_repeated_counts_once(self):
        case = next(CASES)
        with Proxy(BASE, script(then="swallow")) as proxy:
            one = client(proxy.url, budget=1)
            lost = one.rewards([case["task"]], [case["right"]])
            proxy.plan = script()
            found = one.rewards([case["task"]], [case["right"]])
            again = one.rewards([case["task"]], [case["right"]])
        self.assertEqual([("unjudged", None)], [(r.status, r.value) for r in lost])
        self.assertEqual([1.0, 1.0], values(found + again))
        self.assertEqual(2, len(outcomes(case)), "the third is another rollout")

    def test_the_budget_is_kept_whatever_fails(self):
        for fault in ("late:5", "503", "reset", "html", "drip", "drip-head", "429:1"):
            with self.subTest(fault), Proxy(BASE, script(then=fault)) as proxy:
                start = time.monotonic()
                rewards = client(proxy.url, budget=1.2).rewards(["4"] * 3, ["4"] * 3)
                self.assertLess(time.monotonic() - start, 1.7)
                self.assertEqual([("unjudged", None)] * 3, [(r.status, r.value) for r in rewards])
                with self.assertRaises(whetstone.Unavailable):
                    client(proxy.url, budget=0.3).curricula()

    def test_it_does_not_wait_for_what_comes_after_the_budget(self):
        with Proxy(BASE, script(then="503:60")) as proxy:
            start = time.monotonic()
            self.assertEqual([None], values(client(proxy.url, budget=5).rewards(["4"], ["4"])))
        self.assertLess(time.monotonic() - start, 2)
        self.assertEqual(1, len(proxy.seen))

    def test_nobody_there(self):
        with self.assertRaisesRegex(whetstone.Unavailable, "refused"):
            client("http://127.0.0.1:9", budget=0.5).curricula()
        with self.assertRaisesRegex(ValueError, "http://host:port"):
            client("127.0.0.1:8080")

    def test_what_is_wrong_is_not_tried_again(self):
        with Proxy(BASE) as proxy:
            with self.assertRaisesRegex(whetstone.Refused, "curriculum: .*; name one of those"):
                client(proxy.url).create_run("x", "no such", 4)
        self.assertEqual(1, len(proxy.seen))


class Runs(unittest.TestCase):
    def test_a_refusal_comes_through_from_another_process(self):
        refusal = whetstone.Refused(400, {"status": 400, "detail": "no label", "field": "task"})
        again = pickle.loads(pickle.dumps(refusal))
        self.assertEqual((again.status, again.problem), (refusal.status, refusal.problem))
        self.assertEqual(str(again), str(refusal))

    def test_a_round(self):
        run = client().create_run("round", "default", 2, split="evaluation", seed="py")
        tasks = run.tasks(3)
        rewards = run.candidates([t["task"] for t in tasks], ["I cannot say"] * 3)
        self.assertEqual([0.0] * 3, values(rewards))
        self.assertEqual([t["task"] for t in tasks], [o["task"] for o in run.outcomes(page=2)])
        self.assertTrue(run.curriculum()["choices"])
        self.assertEqual(3, run.audit()["agreeing"])
        self.assertIsNotNone(run.finish()["finished_at"])
        with self.assertRaises(whetstone.Refused) as refused:
            run.tasks(1)
        self.assertEqual(409, refused.exception.status)

    def test_a_stream_is_the_same_to_all_who_read_it(self):
        run = client().create_run("stream", "default", 2)
        first = list(itertools.islice(run.stream("a", ahead=3), 7))
        again = list(itertools.islice(client().run(run.id).stream("a", ahead=3), 7))
        other = list(itertools.islice(run.stream("b", ahead=3), 7))
        self.assertEqual([t["task"] for t in first], [t["task"] for t in again])
        self.assertEqual(14, len({t["task"] for t in first + other}))


class Numbers(unittest.TestCase):
    def test_an_unjudged_sample_gets_its_groups_mean(self):
        rewards = [whetstone.Reward("rewarded", v) for v in (1.0, 0.0, 0.0)]
        rewards.append(whetstone.Reward("unjudged"))
        self.assertEqual([1, 0, 0, 0.5], whetstone.numbers(rewards, ["a", "a", "b", "a"]))
        with self.assertRaises(whetstone.Unavailable):
            whetstone.numbers(rewards, ["a", "a", "a", "b"])
        with environment(WHETSTONE_UNJUDGED="0.25"):
            self.assertEqual([1, 0, 0, 0.25], whetstone.numbers(rewards, ["a", "a", "a", "b"]))

    def test_labels(self):
        columns = {"task": ["task:1", None], "answer": ["3", "4"], "level": [1, 2]}
        self.assertEqual(["task:1", "4"], whetstone.labels_of(columns, 2))
        self.assertEqual(["4", "4"], whetstone.labels_of({"answer": "4"}, 2))
        with self.assertRaisesRegex(ValueError, "column named one of task"):
            whetstone.labels_of({"level": [1]}, 1)

    def test_texts(self):
        said = [
            {"role": "user", "content": "2+2?"},
            {"role": "assistant", "content": [{"type": "text", "text": "It is 4."}]},
            {"role": "tool", "content": "5"},
        ]
        self.assertEqual("It is 4.", whetstone.text_of(said))
        self.assertEqual("", whetstone.text_of([]))


class Trainers(unittest.TestCase):
    """Each file as its trainer calls it, in plain Python."""

    def setUp(self):
        self.case = next(CASES)
        self.texts = [self.case["right"], self.case["wrong"]]
        self.tasks = [self.case["task"]] * 2

    def test_trl(self):
        trl = importlib.import_module("whetstone_trl")
        said, logged = {}, {}
        rewards = trl.whetstone_reward(
            prompts=[[{"role": "user", "content": self.case["question"]}]] * 2,
            completions=[[{"role": "assistant", "content": text}] for text in self.texts],
            completion_ids=[[1], [2]],
            task=self.tasks,
            trainer_state=None,
            log_extra=said.__setitem__,
            log_metric=logged.__setitem__,
        )
        self.assertEqual([1.0, 0.0], rewards)
        self.assertEqual("RIGHT", said["whetstone"][0])
        self.assertEqual((1.0, 0.0), (logged["whetstone/saved"], logged["whetstone/unjudged"]))
        plain = trl.whetstone_reward_async(prompts=["2+2?"], completions=["4"], answer=["4"])
        self.assertEqual([1.0], asyncio.run(plain))

    def test_trl_leaves_out_what_was_not_judged(self):
        trl = importlib.import_module("whetstone_trl")
        with Proxy(BASE, script(then="503")) as proxy:
            reward = trl.reward(client(proxy.url, budget=0.5))
            self.assertEqual([None, None], reward(["a"] * 2, self.texts, task=self.tasks))
        self.assertEqual("whetstone_reward", reward.__name__)

    def test_trl_rows(self):
        trl = importlib.import_module("whetstone_trl")
        run = client().create_run("trl", "default", 2)
        rows = list(itertools.islice(trl.rows(run.id, BASE, ahead=2, suffix=" Think."), 3))
        self.assertEqual(3, len({row["task"] for row in rows}))
        self.assertTrue(rows[0]["prompt"][0]["content"].endswith(" Think."))

    def test_trl_environment(self):
        trl = importlib.import_module("whetstone_trl")
        run = client().run(GIVEN["run"])
        made = trl.environment(run)
        players = [made() for _ in range(3)]
        for player in players:
            self.assertIsNone(player.reset(task=self.case["task"], prompt=[{"role": "user"}]))
        self.assertEqual("answer: str", str(inspect.signature(players[0].answer))[1:-8])
        self.assertRegex(players[0].answer.__doc__, r"(?s)Args:\n    answer: .*Returns:\n")
        self.assertIn("taken", players[0].answer(answer=self.texts[0]))
        rewards = trl.reward(client())(
            ["?"] * 3, ["Done.", *self.texts], environments=players, task=self.tasks
        )
        self.assertEqual([1.0, 1.0, 0.0], rewards)
        self.assertEqual([1.0, 1.0, 0.0], [o["reward"] for o in outcomes(self.case)])
        self.assertNotEqual(self.case["question"], players[0].reset(), "without a row, a fresh task")

    def test_trl_environment_of_games(self):
        trl = importlib.import_module("whetstone_trl")
        run = client().create_run("games", "games", 2)
        made = trl.environment(run)
        player, tools = made(), run.tools()
        self.assertTrue(player.reset())
        self.assertTrue(all(callable(getattr(player, tool["name"])) for tool in tools))
        for tool in tools:
            said = getattr(player, tool["name"])(*["1"] * len(tool["input_schema"]["properties"]))
            self.assertTrue(said, tool)
        self.assertEqual([0.0], trl.reward(client())(["?"], ["I give up."], environments=[player]))
        self.assertEqual(1, len(list(run.outcomes())))

    def test_trl_environment_leaves_out_what_was_not_judged(self):
        trl = importlib.import_module("whetstone_trl")
        with Proxy(BASE) as proxy:
            player = trl.environment(client(proxy.url, budget=1).run(GIVEN["run"]))()
            player.reset(task=self.case["task"])
            proxy.plan = script("swallow", "503")
            self.assertIn("taken", player.answer(self.texts[0]))
            player.reset(task=self.case["task"])
            proxy.plan = script(then="503:9")  # later than the budget
            self.assertIn("last: 503", player.answer(self.texts[0]))
            rewards = trl.reward(client())(["?"], ["Done."], environments=[player])
        self.assertEqual([None], rewards)
        self.assertEqual(1, len(outcomes(self.case)))

    def test_verl(self):
        verl = importlib.import_module("whetstone_verl")
        one = verl.compute_score("whetstone", self.texts[0], self.tasks[0], {"index": 0})
        self.assertEqual(
            {"score": 1.0, "acc": 1.0, "readable": 1.0, "saved": 1.0, "judged": 1.0}, one
        )
        alone = verl.compute_score_async(
            data_source="gsm8k", solution_str="It is 5.", ground_truth="4", extra_info={}, more=1
        )
        told = asyncio.run(alone)
        self.assertEqual((0.0, 0.0), (told["score"], told["saved"]))
        self.assertEqual(one.keys(), told.keys())
        batch = verl.compute_scores(
            data_sources=["a", "b"],
            solution_strs=["4", self.texts[1]],
            ground_truths=["4", "not used"],
            extra_infos=[{"index": 1}, {"task": self.tasks[1]}],
        )
        self.assertEqual([1.0, 0.0], [score["score"] for score in batch])

    def test_verl_alone_raises_what_was_not_judged(self):
        verl = importlib.import_module("whetstone_verl")
        with Proxy(BASE, script(then="503")) as proxy, self.assertRaises(whetstone.Unavailable):
            verl.compute_score("a", "4", "4", url=proxy.url, budget=0.5)

    def test_verl_rows_are_asked_for_when_they_are_read(self):
        verl = importlib.import_module("whetstone_verl")
        run = client().create_run("verl", "default", 2)
        rows = verl.Rows(run, 1000, ahead=4)
        self.assertEqual((1000, 0), (len(rows), run.read()["tasks"]))
        first = rows[0]
        self.assertTrue(whetstone.is_task(first["reward_model"]["ground_truth"]))
        self.assertEqual("user", first["prompt"][0]["role"])
        self.assertEqual(4, run.read()["tasks"])
        self.assertEqual(first, rows[0])
        self.assertNotEqual(first, rows[4])
        self.assertEqual(8, run.read()["tasks"])
        sampler = verl.CurriculumSampler(rows, {})
        sampler.update(None)
        self.assertEqual([0, 1, 2], list(itertools.islice(sampler, 3)))

    def test_ms_swift(self):
        swift = importlib.import_module("whetstone_ms_swift")
        function = swift.orms["whetstone"](args=None)
        self.assertEqual([1.0, 0.0], function(self.texts, task=self.tasks, messages=[[], []]))
        later = swift.orms["whetstone_async"]()(["4", "5"], solution=["4", "4"], prompt_id=[1, 1])
        self.assertEqual([1.0, 0.0], asyncio.run(later))

    def test_areal(self):
        areal = importlib.import_module("whetstone_areal")
        reward = areal.reward_fn("2+2?", "4<|im_end|>\n<|endoftext|>", [1], [2], answer="4", id=1)
        self.assertEqual(1.0, reward)
        told = areal.reward_fn("?", self.texts[1] + "</s>", [1], [2], task=self.tasks[1])
        self.assertEqual(0.0, told)
        self.assertLess(areal.BUDGET, 15)

    def test_skyrl(self):
        skyrl = importlib.import_module("whetstone_skyrl")
        for text, worth in zip(self.texts, (1.0, 0.0)):
            row = {"reward_spec": {"method": "rule", "ground_truth": self.tasks[0]}, "max_turns": 1}
            one = skyrl.WhetstoneEnv(env_config={}, extras=row)
            self.assertEqual(([], {}), one.init([]))
            step = one.step(text)
            self.assertEqual(
                ([], worth, True), (step["observations"], step["reward"], step["done"])
            )
            self.assertEqual(1.0, one.get_metrics()["judged"])
            one.close()

    def test_skyrl_in_turns(self):
        skyrl = importlib.import_module("whetstone_skyrl")
        run = client().create_run("games", "games", 2)
        label = run.tasks(1)[0]["task"]
        row = {"reward_spec": {"ground_truth": label}, "max_turns": 3, "run": run.id}
        one = skyrl.WhetstoneEnv(extras=row)
        one.init([])
        steps = [one.step("I look around.") for _ in range(3)]
        self.assertEqual([False, False, True], [step["done"] for step in steps])
        self.assertEqual([0.0, 0.0, 0.0], [step["reward"] for step in steps])
        self.assertTrue(steps[0]["observations"][0]["content"])
        self.assertEqual([label], [outcome["task"] for outcome in run.outcomes()])
        plain = skyrl.WhetstoneEnv(
            extras={"task": self.case["task"], "max_turns": 3, "run": GIVEN["run"]}
        )
        plain.init([])
        self.assertEqual([1.0, True], [plain.step(self.texts[0])[n] for n in ("reward", "done")])

    def test_nemo_rl(self):
        nemo = importlib.import_module("whetstone_nemo_rl")
        logs = [
            [{"role": "user", "content": "?"}, {"role": "assistant", "content": text}]
            for text in [*self.texts, "4"]
        ]
        told = [{"task": self.tasks[0]}] * 2 + [{"ground_truth": "4"}]
        back = nemo.Environment({"budget": 20}).step(logs, told)
        self.assertEqual([1.0, 0.0, 1.0], [float(reward) for reward in back.rewards])
        self.assertEqual([True] * 3, [bool(ended) for ended in back.terminateds])
        self.assertEqual([False] * 3, [info["mask_sample"] for info in back.metadata])
        self.assertEqual("Environment: incorrect", back.observations[1]["content"])


class Page(unittest.TestCase):
    """The page's examples give what it says."""

    def test_examples(self):
        text = (HERE.parents[2] / "src/site/markdown/trainers.md").read_text(encoding="utf-8")
        examples = re.findall(r"```python\n(>>> .*?)```", text, re.DOTALL)
        self.assertGreaterEqual(len(examples), 6)
        for number, example in enumerate(examples):
            if "skyrl_gym" in example and importlib.util.find_spec("skyrl_gym") is None:
                continue
            test = doctest.DocTestParser().get_doctest(example, {}, "trainers.md", None, number)
            self.assertEqual(0, doctest.DocTestRunner(verbose=False).run(test).failed, example)


class changed:
    """Settings of the client's module, for a while."""

    def __init__(self, **settings):
        self.settings = settings

    def __enter__(self):
        self.before = {name: getattr(whetstone, name) for name in self.settings}
        self._set(self.settings)

    def __exit__(self, *_):
        self._set(self.before)

    def _set(self, settings):
        for name, value in settings.items():
            setattr(whetstone, name, value)


class environment:
    def __init__(self, **variables):
        self.variables = variables

    def __enter__(self):
        os.environ.update(self.variables)

    def __exit__(self, *_):
        for name in self.variables:
            del os.environ[name]


def main():
    if len(sys.argv) != 3:
        sys.exit(f"usage: {Path(sys.argv[0]).name} BASE_URL CASES.json")
    program = unittest.main(argv=sys.argv[:1], exit=False, verbosity=2)
    failures = [str(test) for test, _ in program.result.failures + program.result.errors]
    print(json.dumps({"tests": program.result.testsRun, "failures": failures}))
    sys.exit(not program.result.wasSuccessful())


if __name__ == "__main__":
    main()
