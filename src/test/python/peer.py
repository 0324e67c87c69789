"""What the client checks share: the trainer's package, its client code, the cases, the outcome."""

import asyncio
import importlib
import importlib.machinery
import json
import logging
import math
import os
import sys
from pathlib import Path
from types import FunctionType, ModuleType

SKIPPED = 77
LIMIT_SECONDS = 60


def skip(reason):
    print(reason)
    sys.exit(SKIPPED)


def roots(package, needed, variable):
    """Folders with the package: as the variable says, else fetched, else installed."""
    named = [Path(p) for p in os.environ.get(variable, "").split(os.pathsep) if p]
    fetched = sorted((Path(sys.prefix) / "clients").glob("*"), reverse=True)
    places = named or [*fetched, *map(Path, sys.path)]
    found = [place for place in places if (place / package / needed).is_file()]
    if named and len(found) < len(named):
        skip(f"{variable} names a folder without {package}/{needed}")
    return found


def version(root, distribution):
    metadata = next(root.glob(f"{distribution}-*.dist-info/METADATA"), None)
    if metadata is None:
        return "checkout"
    lines = metadata.read_text(encoding="utf-8").splitlines()
    return next(line.split(": ", 1)[1] for line in lines if line.startswith("Version: "))


class _Named(type):
    def __getattr__(cls, name):
        return _unused(name)

    def __getitem__(cls, parameters):
        return cls

    def __call__(cls, *given, **more):
        """As a decorator it changes nothing."""
        decorates = len(given) == 1 and isinstance(given[0], FunctionType)
        return given[0] if decorates else super().__call__(*given, **more)


class _Unused(metaclass=_Named):
    """Made from anything."""

    def __init__(self, *_, **__):
        pass

    def __call__(self, decorated=None, *_, **__):
        return decorated

    def __getattr__(self, name):
        return _unused(name)()


def _unused(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return _Named(name, (_Unused,), {})


class _Stub(ModuleType):
    """Stands for a module that the client imports and does not use on this path."""

    def __getattr__(self, name):
        return _unused(name)


class _Finder:
    """Answers for some packages: bare parents for the wanted modules, stubs for all others."""

    def __init__(self, root, packages, wanted):
        self.root, self.packages, self.wanted = root, packages, wanted

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in self.packages or name in self.wanted:
            return None
        spec = importlib.machinery.ModuleSpec(name, self, is_package=True)
        spec.submodule_search_locations = [str(self.root.joinpath(*name.split(".")))]
        return spec

    def create_module(self, spec):
        return _Stub(spec.name)

    def exec_module(self, module):
        pass


def load(root, module, *also, stubs=(), given=()):
    """The trainer's own file, unmodified, without the heavy packages that its neighbours import.

    also: its neighbours that are wanted; stubs: other packages that it imports and does not need;
    given: pairs of a neighbour's name and what is to stand for it
    """
    package = module.partition(".")[0]
    for name in [m for m in sys.modules if m.partition(".")[0] == package]:
        del sys.modules[name]
    sys.meta_path[:] = [f for f in sys.meta_path if not isinstance(f, _Finder)]
    sys.meta_path.insert(0, _Finder(root, {package, *stubs}, {module, *also}))
    sys.path.insert(0, str(root))
    sys.modules.update(given)
    loaded = importlib.import_module(module)
    if not Path(loaded.__file__).is_relative_to(root):
        raise ImportError(f"{module} came from {loaded.__file__}, not from {root}")
    return loaded


class Complaints(logging.Handler):
    """Counts what a client logs: it logs each failed try, which its retries would hide."""

    def __init__(self, logger):
        super().__init__(logging.INFO)
        self.lines = []
        logging.getLogger(logger).setLevel(logging.INFO)
        logging.getLogger(logger).addHandler(self)

    def emit(self, record):
        self.lines.append(record.getMessage())


def finite(value):
    return type(value) in (int, float) and math.isfinite(value)


class Outcome:
    """The checks of one client, and the JSON line that reports them."""

    def __init__(self):
        self.failures = []

    def check(self, holds, text):
        if not holds:
            self.failures.append(text)

    def number(self, value, expected, text):
        near = finite(value) and math.isclose(value, expected, abs_tol=1e-9)
        self.check(near, f"{text}: {value!r} instead of {expected}")

    def finish(self, runs):
        for failure in self.failures:
            print(failure, file=sys.stderr)
        print(json.dumps({"runs": runs, "failures": self.failures}))


def arguments():
    if len(sys.argv) != 3:
        sys.exit(f"usage: {Path(sys.argv[0]).name} BASE_URL CASES.json")
    return sys.argv[1].rstrip("/"), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))


class Client:
    """A trainer's client code: where it is found, and the ways in which it asks for rewards.

    package, needed: the folder of its modules, and a file in it; distribution: its registry name
    variable: names folders to be taken instead of the fetched package
    ways: of a folder and the server's address; yields pairs of a function's name and a coroutine
        function that asks for the cases' rewards and returns them, and the cases they belong to
    """

    def __init__(self, package, needed, variable, ways, distribution=None, absent=None):
        self.package, self.needed, self.variable, self.ways = package, needed, variable, ways
        self.distribution = distribution or package
        self.absent = absent or "not fetched: run prepare.py"

    def found(self):
        return roots(self.package, self.needed, self.variable)

    def roots(self):
        found = self.found()
        if not found:
            skip(f"{self.distribution}: {self.absent} ({self.variable} names a checkout)")
        return found

    def named(self, root, function):
        version_of = version(root, self.distribution.replace("-", "_"))
        return {"package": self.distribution, "version": version_of, "function": function}

    def runs(self, base, cases, outcome):
        os.environ["WHETSTONE_URL"] = base  # for the files of ours that are given no address
        for root in self.roots():
            for function, ask in self.ways(root, base):
                run = self.named(root, function)
                before = len(outcome.failures)
                run["rewards"] = _asked(ask, cases, outcome, " ".join(run.values()))
                yield {**run, "failed": len(outcome.failures) - before}

    def main(self):
        main([self])


def main(clients):
    base, cases = arguments()
    outcome = Outcome()
    outcome.finish([run for client in clients for run in client.runs(base, cases, outcome)])


def tasks_of_ours(cases):
    return [case for case in cases if case["label"].startswith("task:")]


def _asked(ask, cases, outcome, where):
    """How many rewards came, each of them as it was to be."""
    try:
        rewards, sent = asyncio.run(asyncio.wait_for(ask(cases), LIMIT_SECONDS))
    except Exception as error:
        outcome.check(False, f"{where}: {type(error).__name__}: {error}")
        return 0
    outcome.check(len(rewards) == len(sent) > 0, f"{where}: {len(rewards)} for {len(sent)}")
    for reward, case in zip(rewards, sent):
        outcome.number(reward, case["expect"], f"{where}, {case['response']!r}")
    return len(rewards)


def ours(name):
    """One of the files that the server hands out to trainers, as if nobody had used it yet."""
    folder = Path(__file__).resolve().parents[2] / "main" / "python"
    if not (folder / f"{name}.py").is_file():
        skip(f"there is no {name}.py")
    for used in [module for module in sys.modules if module.startswith("whetstone")]:
        del sys.modules[used]
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    return importlib.import_module(name)
