"""Rollouts of NeMo Gym's own agent and client, with this server for its resources server.

usage: nemo_gym_agent_client.py BASE_URL CASES.json
cases: [{"prompt", "response", "label", "expect"}]
The agent is served as Gym serves it and asked to run rows as NeMo-RL asks; the model's server is a
few lines here that answer with the case's response.
"""

import asyncio
import json
import math
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from urllib.parse import urlsplit

import peer

try:
    import aiohttp
    import omegaconf
    import uvicorn
except ImportError as missing:
    peer.skip(f"{missing.name} is not installed")

TAKEN = "Your answer was taken."
NO_TOOL = "the task has no such tool; call one of [answer]"
AGENT = "responses_api_agents.simple_agent.app"
WANTED = (
    AGENT,
    "nemo_gym.base_resources_server",
    "nemo_gym.base_responses_api_agent",
    "nemo_gym.config_types",
    "nemo_gym.openai_utils",
    "nemo_gym.reward_profile",
    "nemo_gym.server_utils",
)
STUBS = ("nemo_gym", "ray", "wandb", "hydra", "yappi", "pandas")


class Model(ThreadingHTTPServer):
    """Answers as the Responses API does: with what the asked text names."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.said = {}
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        turns = self.server.said[asked["metadata"]["case"]]
        taken = sum(item.get("type") == "function_call_output" for item in asked["input"])
        reply = json.dumps(response(turns[min(taken, len(turns) - 1)])).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_):
        pass


def response(item):
    """NeMo-RL's additions for training are in it."""
    tokens = {"prompt_token_ids": [1], "generation_token_ids": [3], "generation_log_probs": [-0.1]}
    head = {"id": "resp", "created_at": 1.0, "model": "m", "object": "response"}
    tools = {"parallel_tool_calls": True, "tool_choice": "auto", "tools": []}
    return {**head, **tools, "output": [{**item, **tokens}]}


def written(text):
    part = {"type": "output_text", "text": text, "annotations": []}
    message = {"id": "m", "type": "message", "role": "assistant", "status": "completed"}
    return {**message, "content": [part]}


def called(name, arguments):
    call = {"type": "function_call", "id": "f", "call_id": "c", "name": name}
    return {**call, "arguments": json.dumps(arguments), "status": "completed"}


class Gym:
    """Its agent behind its own web server, and the addresses that its configuration would name."""

    def __init__(self, root, base):
        self.module = peer.load(root, AGENT, *WANTED, stubs=STUBS)
        self.utils = sys.modules["nemo_gym.server_utils"]
        self.model, ours = Model(), urlsplit(base)
        self.servers = {
            "resources": SimpleNamespace(host=ours.hostname, port=ours.port),
            "model": SimpleNamespace(host="127.0.0.1", port=self.model.server_port),
        }
        self.utils.get_first_server_config_dict = lambda _, name: self.servers[name]

    def agent(self):
        config = self.module.SimpleAgentConfig(
            host="127.0.0.1",
            port=1,
            name="agent",
            entrypoint="app.py",
            domain="other",
            max_steps=6,
            resources_server={"type": "resources_servers", "name": "resources"},
            model_server={"type": "responses_api_models", "name": "model"},
        )
        head = self.utils.BaseServerConfig(host="127.0.0.1", port=1)
        client = self.utils.ServerClient(
            head_server_config=head, global_config_dict=omegaconf.OmegaConf.create({})
        )
        return self.module.SimpleAgent(config=config, server_client=client)

    async def rewards(self, cases):
        self.utils._GLOBAL_AIOHTTP_CLIENT = None  # each event loop needs its own
        self.utils.set_global_aiohttp_client(self.utils.GlobalAIOHTTPAsyncClientConfig())
        served = uvicorn.Server(
            uvicorn.Config(self.agent().setup_webserver(), port=0, log_level="warning")
        )
        running = asyncio.create_task(served.serve())
        try:
            while not served.started:
                await asyncio.sleep(0.05)
            port = served.servers[0].sockets[0].getsockname()[1]
            self.servers["agent"] = SimpleNamespace(host="127.0.0.1", port=port)
            self.told = []
            rewards = await asyncio.gather(*(self.run(i, c) for i, c in enumerate(cases)))
            await self.figures()
            return rewards
        finally:
            served.should_exit = True
            await running
            await self.utils.get_global_aiohttp_client().close()

    async def run(self, i, case):
        self.model.said[str(i)] = case["turns"]
        row = {
            "responses_create_params": {
                "input": [{"role": "user", "content": case["prompt"]}],
                "metadata": {"case": str(i)},
                "tools": case["tools"],
            },
            "expected_answer": case["label"],
            "_ng_task_index": i // 2,
            "_ng_rollout_index": i % 2,
            "empty": None,
            "exact": 12345678901234567,
        }
        url = f"http://127.0.0.1:{self.servers['agent'].port}/run"
        reply = await self.utils.request("POST", url, json=row)
        await self.utils.raise_for_status(reply)
        told = await self.utils.get_response_json(reply)
        agrees(row, told)
        self.told.append(told)
        return told["reward"]

    async def figures(self):
        """What the server makes of all rollouts is what Gym's own servers make of them."""
        client, profile = self.agent().server_client, sys.modules["nemo_gym.reward_profile"]
        reply = await client.post(
            "resources", "/aggregate_metrics", json={"verify_responses": self.told}
        )
        await self.utils.raise_for_status(reply)
        form = sys.modules["nemo_gym.config_types"].AggregateMetrics
        told = form.model_validate(await self.utils.get_response_json(reply))
        tasks = {}
        for one in self.told:
            tasks.setdefault(one["_ng_task_index"], []).append(one)
        wanted = profile.compute_pass_majority_metrics(list(tasks.values()))[0]
        for name, value in wanted.items():
            if name.startswith("pass@") and "[" not in name:
                ours = told.agent_metrics[name]
                assert math.isclose(ours, value), f"{name}: {ours} instead of {value}"


def agrees(row, told):
    """The row is there as it went, and what NeMo-RL demands of components holds."""
    for name in ("expected_answer", "_ng_task_index", "_ng_rollout_index", "empty", "exact"):
        assert told[name] == row[name], f"{name}: {told[name]!r}"
    assert sum(told["reward_components"].values()) == told["reward"], told["reward_components"]
    assert told["mask_sample"] is False, told
    last = told["response"]["output"][-1]
    assert last["generation_log_probs"] == [-0.1], last
    heard = [item["output"] for item in told["response"]["output"] if "output" in item]
    assert heard in ([], [NO_TOOL, TAKEN]), heard


def texts(cases):
    return [{**case, "tools": [], "turns": [written(case["response"])]} for case in cases]


def calls(cases):
    """A tool that is not there, then the answer by the task's own, then a last word."""
    tool = {"type": "function", "name": "answer", "parameters": {"type": "object"}, "strict": False}
    return [
        {
            **case,
            "tools": [tool],
            "turns": [
                called("fly", {}),
                called("answer", {"answer": case["response"]}),
                written("I have answered."),
            ],
        }
        for case in cases
        if case["label"].startswith("task:")
    ]


def ways(root, base):
    gym = Gym(root, base)

    def asking(how):
        async def ask(cases):
            sent = how(cases)
            return list(await gym.rewards(sent)), sent

        return ask

    yield "SimpleAgent.run, ServerClient.post", asking(texts)
    yield "the same with tools", asking(calls)


CLIENT = peer.Client(
    "nemo_gym", "server_utils.py", "WHETSTONE_NEMO_GYM", ways, distribution="nemo-gym"
)

if __name__ == "__main__":
    CLIENT.main()
