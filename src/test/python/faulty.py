"""A proxy that fails as it is told, and a clock that runs as fast as it is told."""

import asyncio
import socket
import struct
import sys
import threading
import time
from urllib.parse import urlsplit


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


def script(*faults, then=None):
    """A plan: one fault for each request, in order, and then always the same."""
    left = iter(faults)
    return lambda number, seconds: next(left, then)


class Proxy:
    """What lies between a trainer and the server, on a bad day. One request a connection.

    plan: of a request's number, from 0, and the seconds since the first: None where it is to pass, or

    reset      the server sees nothing
    swallow    the server answers, and the connection is reset: the answer is lost
    cut        half of the answer
    silent     no answer ever
    html       a page of somebody else's, with status 200
    drip       the answer, a byte at a time; drip-head: its head too
    late:S     the answer, S seconds late
    503, 429:S that status (with Retry-After: S)
    """

    def __init__(self, base, plan=script(), now=time.monotonic):
        upstream = urlsplit(base)
        self.upstream, self.plan, self.now = (upstream.hostname, upstream.port), plan, now
        self.start, self.over = now(), threading.Event()
        self.seen = []  # time, idempotency key and size of each request
        self.held = 0.0  # seconds that clients have waited for an answer that did not come
        self.lock = threading.Lock()
        self.door = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.url = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

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
            key = field(head, b"idempotency-key")
            self.seen.append((self.now(), key, len(body)))
            fault = self.plan(len(self.seen) - 1, self.now() - self.start)
        name, _, number = (fault or "").partition(":")
        if name == "late":
            time.sleep(float(number))
        if name in ("", "late"):
            self.passed_on(connection, head, body)
        elif name == "reset":
            reset(connection)
        elif name == "silent":
            self.hold(connection)
        elif name == "html":
            connection.sendall(reply(200, "text/html", b"<html>Sign in, please</html>"))
        elif name.isdigit():
            wait = f"Retry-After: {number}\r\n" if number else ""
            said = b'{"detail":"the proxy says so"}'
            connection.sendall(reply(int(name), "application/json", said, wait))
        else:
            self.spoilt(connection, name, *self.answered(head, body))

    def hold(self, connection):
        since = self.now()
        while connection.recv(65536):
            pass
        with self.lock:
            self.held += self.now() - since

    def passed_on(self, connection, head, body):
        with socket.create_connection(self.upstream) as upstream:
            upstream.sendall(closing(head) + body)
            back = threading.Thread(target=relay, args=(upstream, connection), daemon=True)
            back.start()
            if b"\r\nupgrade:" in head.lower():
                relay(connection, upstream)
            back.join()

    def answered(self, head, body):
        with socket.create_connection(self.upstream) as upstream:
            upstream.sendall(closing(head) + body)
            answer = b"".join(iter(lambda: upstream.recv(65536), b""))
        head, end, body = answer.partition(b"\r\n\r\n")
        return head + end, body

    def spoilt(self, connection, how, head, body):
        if how == "cut":
            connection.sendall(head + body[: len(body) // 2])
        if how == "drip":
            connection.sendall(head)
        if how.startswith("drip"):
            for byte in body if how == "drip" else head + body:
                connection.sendall(bytes([byte]))
                time.sleep(0.1)
        else:
            reset(connection)


def reset(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


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


def reply(status, kind, body, more=""):
    head = f"HTTP/1.1 {status} Told\r\nContent-Type: {kind}\r\n{more}"
    return f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body


def relay(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # one of them has gone, and the other will be told
