"""Makes the virtual environment that the client checks run in, once.

usage: prepare.py FOLDER
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
INSTALLED = ["aiohttp>=3.8,<4"]

# 0.11.0 is the last release that sends empty lists to the addresses beyond the first.
CLIENTS = {
    "openrlhf==0.11.2": ("openrlhf/utils/",),
    "openrlhf==0.11.0": ("openrlhf/utils/",),
    "miles-rl==0.0.2": ("miles/rollout/rm_hub/",),
}
STAMP = json.dumps([INSTALLED, CLIENTS, sys.version_info[:2]])


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
        tags = ["--only-binary=:all:", "--python-version=3.11", "--platform=manylinux1_x86_64"]
        pip(python, "download", requirement, "--no-deps", *tags, "--platform=any", "--dest", wheels)
        with zipfile.ZipFile(next(Path(wheels).glob("*.whl"))) as wheel:
            for member in wheel.infolist():
                unpack(wheel, member, prefixes, folder)


def unpack(wheel, member, prefixes, folder):
    name = member.filename.partition(".data/purelib/")[2] or member.filename
    if name.startswith(prefixes) or name.endswith((".dist-info/METADATA", ".dist-info/LICENSE")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(wheel.read(member))


def build(folder):
    if folder.exists():
        shutil.rmtree(folder)
    call(sys.executable, "-m", "venv", folder)
    python = folder / "bin" / "python"
    pip(python, "install", *INSTALLED)
    for requirement, prefixes in CLIENTS.items():
        fetch(python, requirement, prefixes, folder / "clients" / requirement.replace("==", "-"))


@contextlib.contextmanager
def alone(folder):
    """Two builds at the same time share one environment."""
    import fcntl

    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.with_name(folder.name + ".lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: prepare.py FOLDER")
    if os.name != "posix":
        skip("the client checks run on POSIX systems only")
    folder = Path(sys.argv[1]).expanduser().absolute()
    stamp = folder / "clients.json"
    with alone(folder):
        if not stamp.is_file() or stamp.read_text(encoding="utf-8") != STAMP:
            if folder.exists() and not (folder / "pyvenv.cfg").is_file() and any(folder.iterdir()):
                sys.exit(f"{folder} is not a virtual environment: not touched")
            build(folder)
            stamp.write_text(STAMP, encoding="utf-8")
    clients = sorted(path.name for path in (folder / "clients").iterdir())
    print(json.dumps({"python": str(folder / "bin" / "python"), "clients": clients}))


if __name__ == "__main__":
    main()
