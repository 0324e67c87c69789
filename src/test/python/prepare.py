"""Makes the virtual environment that the client checks run in, and adds to it what is wanted.

usage: prepare.py FOLDER CLIENT...
The last line of the output is JSON with the environment's python. Exit code 77, with the reason,
where Python lacks venv or pip, or the registry cannot be reached. The trainers' packages are only
unpacked, under FOLDER/clients: nothing of what they depend on is installed.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

SKIPPED = 77
AIOHTTP, HTTPX, PYDANTIC = "aiohttp>=3.8,<4", "httpx<1", "pydantic>=2,<3"
NUMPY, REQUESTS, TENACITY = "numpy>=1.24", "requests>=2.28,<3", "tenacity>=8,<10"

# For each client: the libraries that it imports, and the parts of the packages that it comes in.
# openrlhf 0.11.0 is the last release that sends empty lists to the addresses beyond the first.
CLIENTS = {
    "openrlhf": (
        [AIOHTTP],
        {"openrlhf==0.11.2": ("openrlhf/utils/",), "openrlhf==0.11.0": ("openrlhf/utils/",)},
    ),
    "slime": ([AIOHTTP], {"miles-rl==0.0.2": ("miles/rollout/rm_hub/",)}),
    "verl": (
        [AIOHTTP, NUMPY],
        {"verl==0.9.1": ("verl/experimental/reward_loop/", "verl/trainer/ppo/", "verl/utils/",
                         "verl/workers/reward_manager/")},
    ),
    "trl": ([NUMPY, "packaging"], {"trl==1.16.0": ("trl/trainer/",)}),
    "ms_swift": ([], {"ms-swift==4.6.0": ("swift/rewards/",)}),
    "areal": ([], {"areal==1.0.4": ("areal/api/",)}),
    "skyrl": ([], {"skyrl-gym==0.4.0": ("skyrl_gym/",)}),
    "reasoning_gym": ([HTTPX, PYDANTIC, "rich<16"], {}),
    "atropos": (
        [AIOHTTP, REQUESTS, TENACITY, PYDANTIC],
        {"atroposlib==0.4.0": ("atroposlib/", "example_trainer/")},
    ),
    "openenv": (["websockets>=13", PYDANTIC], {"openenv==0.10.0": ("openenv/core/",)}),
    "ors": (
        [AIOHTTP, TENACITY, "structlog>=23", PYDANTIC],
        {"ors-sdk==0.1.0": ("ors/",), "openreward==0.1.167": ("openreward/",)},
    ),
    "nemo_gym_agent": (
        [AIOHTTP, PYDANTIC, REQUESTS, "fastapi<1", "itsdangerous<3", "omegaconf<3", "openai<=2.7.2",
         "orjson<4", "rich<16", "uvicorn<1"],
        {"nemo-gym==0.4.0": ("nemo_gym/", "responses_api_agents/simple_agent/")},
    ),
    "datasets": (
        ["datasets>=3,<6"],
        {
            "openrlhf==0.11.2": ("openrlhf/utils/", "openrlhf/datasets/"),
            "miles-rl==0.0.2": ("miles/rollout/rm_hub/", "miles/utils/data.py"),
            "verl==0.9.1": ("verl/utils/",),
        },
    ),
    "nemo_gym": ([AIOHTTP, "orjson<4"], {"nemo-gym==0.4.0": ("nemo_gym/",)}),
    "verifiers": ([HTTPX], {"verifiers==0.4.0": ("verifiers/v1/tasksets/",)}),
    "axolotl": ([NUMPY, REQUESTS], {"axolotl==0.21.0": ("axolotl/integrations/nemo_gym/",)}),
}


def skip(reason):
    print(reason)
    sys.exit(SKIPPED)


def call(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no message"]
        skip(f"{' '.join(map(str, command[1:4]))} failed: {last[0]}")


def pip(python, *arguments):
    options = ("--quiet", "--disable-pip-version-check", "--retries", "1")
    call(python, "-m", "pip", *arguments, *options)


def fetch(python, requirement, prefixes, folder):
    """Unpacks the wanted part of a wheel: plain Python, whatever the wheel is tagged for."""
    with tempfile.TemporaryDirectory() as wheels:
        tags = ["--only-binary=:all:", "--python-version=3.12", "--platform=manylinux1_x86_64"]
        pip(python, "download", requirement, "--no-deps", *tags, "--platform=any", "--dest", wheels)
        with zipfile.ZipFile(next(Path(wheels).glob("*.whl"))) as wheel:
            for member in filter(lambda one: not one.is_dir(), wheel.infolist()):
                unpack(wheel, member, prefixes, folder)


def unpack(wheel, member, prefixes, folder):
    name = member.filename.partition(".data/purelib/")[2] or member.filename
    if name.startswith(prefixes) or name.endswith((".dist-info/METADATA", ".dist-info/LICENSE")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(wheel.read(member))


def create(folder):
    """An environment of this Python, kept as long as it is of this Python."""
    stamp, wanted = folder / "python.txt", "{}.{}".format(*sys.version_info)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    if folder.exists() and not (folder / "pyvenv.cfg").is_file() and any(folder.iterdir()):
        sys.exit(f"{folder} is not a virtual environment: not touched")
    shutil.rmtree(folder, ignore_errors=True)
    call(sys.executable, "-m", "venv", folder)
    stamp.write_text(wanted, encoding="utf-8")


def add(folder, client):
    """What one client needs, unless an earlier call has put it there."""
    libraries, packages = CLIENTS[client]
    stamp, wanted = folder / f"{client}.json", json.dumps(CLIENTS[client])
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    python = folder / "bin" / "python"
    if libraries:
        pip(python, "install", *libraries)
    for requirement, prefixes in packages.items():
        fetch(python, requirement, prefixes, folder / "clients" / requirement.replace("==", "-"))
    stamp.write_text(wanted, encoding="utf-8")


@contextlib.contextmanager
def alone(folder):
    """Two builds at the same time share one environment."""
    import fcntl

    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.with_name(folder.name + ".lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main():
    if len(sys.argv) < 3 or not CLIENTS.keys() >= set(sys.argv[2:]):
        sys.exit(f"usage: prepare.py FOLDER CLIENT..., of {', '.join(CLIENTS)}")
    if os.name != "posix":
        skip("the client checks run on POSIX systems only")
    folder = Path(sys.argv[1]).expanduser().absolute()
    with alone(folder):
        create(folder)
        for client in sys.argv[2:]:
            add(folder, client)
    print(json.dumps({"python": str(folder / "bin" / "python")}))


if __name__ == "__main__":
    main()
