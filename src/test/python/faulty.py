"""A proxy that fails as it is told, and a clock that runs as fast as it is told."""

import asyncio
import socket
import struct
import sys
import threading
import time
from urllib.parse import urlsplit

RETRY_AFTER = 7


class Clock:
    """Seconds as the client sees them: what it sleeps is counted instead of slept.

    While nobody answers, time runs faster, so that the client's own timeouts come soon.
    """

    FASTER = 50

    def __init__(self, packages):
        self.packages, self.rate = {*packages, "tenacity", "whetstone"}, 1
        self.real, self.sleep, self.sleep_async = time.monotonic, time.sleep, asyncio.sleep
        self.settimeout = socket.socket.settimeout
        self.at = self.reached = self.real()
        self.slept = 0.0
        self.lock = threading.Lock()

    def now(self):
        with self.lock:
            return self.reached + self.rate * (self.real() - self.at)

    def forward(self, seconds=0.0, rate=None):
        reached = self.now() + seconds
        with self.lock:
            self.at, self.reached, self.rate = self.real(), reached, rate or self.rate
            self.slept += seconds

    def govern(self):
        """From now on, for whoever asks what time it is."""
        clock = self

        def sleep(seconds):
            clock.forward(seconds) if clock.is_the_clients() else clock.sleep(seconds)

        async def sleep_async(seconds, result=None):
            if clock.is_the_clients():
                clock.forward(seconds)
                seconds = 0
            return await clock.sleep_async(seconds, result)

        def settimeout(connection, seconds):
            clock.settimeout(connection, seconds and seconds / clock.rate)

        time.monotonic, time.sleep, asyncio.sleep = self.now, sleep, sleep_async
        socket.socket.settimeout = settimeout

    def is_the_clients(self):
        """Not where it only waits to tell again that it is alive."""
        caller = sys._getframe(2).f_globals.get("__name__", "")
        return caller.partition(".")[0] in self.packages and not caller.endswith("ping")

    async def tick(self):
        """Wakes the loop often, since what it waits for may come sooner than it reckons."""
        while True:
            await self.sleep_async(0.02)


class Proxy:
    """One request a connection.

    plan: of a request's number, from 0, and the seconds since the first: a status, "reset",
    "silent", or None where it is to pass
    """

    def __init__(self, base, clock, plan):
        upstream = urlsplit(base)
        self.upstream, self.clock, self.plan = (upstream.hostname, upstream.port), clock, plan
        self.tries, self.start, self.over = 0, clock.now(), threading.Event()
        self.held = 0.0  # seconds that clients have waited for an answer that did not come
        self.lock = threading.Lock()
        self.door = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.base = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def close(self):
        self.over.set()
        self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()

    def accept(self):
        while not self.over.is_set():
            try:
                connection, _ = self.door.accept()
            except OSError:
                return
            threading.Thread(target=self.guarded, args=(connection,), daemon=True).start()

    def guarded(self, connection):
        try:
            with connection:
                self.serve(connection)
        except OSError:
            pass  # the client has gone

    def serve(self, connection):
        head, body = request(connection)
        if not head:
            return
        with self.lock:
            number, self.tries = self.tries, self.tries + 1
        fault = self.plan(number, self.clock.now() - self.start)
        if fault is None:
            self.passed_on(connection, head, body)
        elif fault == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif fault == "silent":
            self.hold(connection)
        else:
            connection.sendall(refusal(fault))

    def hold(self, connection):
        since = self.clock.now()
        while connection.recv(65536):
            pass
        with self.lock:
            self.held += self.clock.now() - since

    def passed_on(self, connection, head, body):
        with socket.create_connection(self.upstream) as upstream:
            upstream.sendall(closing(head) + body)
            back = threading.Thread(target=relay, args=(upstream, connection), daemon=True)
            back.start()
            if b"\r\nupgrade:" in head.lower():
                relay(connection, upstream)
            back.join()


def request(connection):
    """Head and body, whole."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return b"", b""
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = field(head, b"content-length")
    chunked = b"chunked" in (field(head, b"transfer-encoding") or b"")
    while len(body) < int(length or 0) or chunked and not body.endswith(b"0\r\n\r\n"):
        body += connection.recv(65536)
    return head, body


def field(head, name):
    lines = (line.partition(b":") for line in head.split(b"\r\n")[1:])
    return next((value.strip() for key, _, value in lines if key.lower() == name), None)


def closing(head):
    """So that the next request comes through a connection of its own."""
    lines = head.split(b"\r\n")
    if field(head, b"upgrade") is None:
        lines = [line for line in lines if not line.lower().startswith(b"connection:")]
        lines.append(b"Connection: close")
    return b"\r\n".join(lines) + b"\r\n\r\n"


def refusal(status):
    body = b'{"detail":"the proxy says so"}'
    head = f"HTTP/1.1 {status} Refused\r\nContent-Type: application/json\r\n"
    head += f"Retry-After: {RETRY_AFTER}\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Connection: close\r\n\r\n".encode() + body


def relay(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # one of them has gone, and the other will be told
