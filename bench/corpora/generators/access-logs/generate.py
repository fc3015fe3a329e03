"""Sends requests through a real HAProxy to a real nginx and keeps what both log.

The truth is what an engineer groups requests by: method and route. Route parameters and the values
of a query are wildcards, its keys stay; so does everything that the log's layout fills in: address,
user, time, status, sizes, timers, referrer and agent. A request that is not HTTP is one template:
nginx logs its bytes, a wildcard, HAProxy the word <BADREQ>. AltEventId is the one layout that wrote the line.

Requests are sent one after the other, so that the n-th line belongs to the n-th request. All but
times, ports and timers is determined by the seed. Needs nginx and haproxy on the PATH.

usage: python3 generate.py NGINX.truth.csv HAPROXY.truth.csv
"""
import base64
import csv
import http.server
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..'))
from vocabulary import Vocabulary  # noqa: E402

FRONT, NGINX, APP, SYSLOG = 18080, 18081, 18082, 18083

# Times sent, method, path; {kind} is a parameter.
ROUTES = """
300 GET /api/orders/{id}
140 POST /api/orders
90 GET /api/orders?customer={user}&page={count}
60 PUT /api/orders/{id}/lines/{count}
40 DELETE /api/orders/{id}/lines/{count}
220 GET /api/products/{sku}
80 GET /api/products/{sku}/reviews?sort={sort}&limit={count}
110 GET /api/search?q={query}
45 GET /api/search?q={query}&page={count}
70 GET /api/users/{user}
12 PATCH /api/users/{user}
9 POST /api/users/{user}/avatar
36 GET /api/carts/{uuid}
30 PUT /api/carts/{uuid}
25 POST /api/payments
8 POST /api/payments/{uuid}/refund
3 GET /api/reports/{date}/sales.csv
1 POST /api/admin/reindex
160 GET /static/js/app.{hex}.js
120 GET /static/css/main.{hex}.css
100 GET /static/img/{sku}-{count}x{count}.webp
34 GET /favicon.ico
85 GET /
60 GET /login
52 POST /login
20 GET /logout
11 GET /password/reset?token={token}
150 GET /health
75 GET /metrics
15 HEAD /
6 OPTIONS /api/orders
4 GET /legacy/shop.php?id={id}
2 GET /robots.txt
2 GET /wp-login.php
1 GET /.env
1 GET /phpmyadmin/index.php?lang=en
1 GET /../../etc/passwd
1 CONNECT /proxy
"""

# What comes instead of an HTTP request now and then.
GARBAGE = [b'\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03\r\n\r\n', b'SSH-2.0-Go\r\n\r\n', b'GET\r\n\r\n']

NGINX_LAYOUT = '<*> - <*> [<*>] "%s" <*> <*> "<*>" "<*>"'
HAPROXY_LAYOUT = '<*>:<*> [<*>] www <*>/<*> <*>/<*>/<*>/<*>/<*> <*> <*> - - <*> <*>/<*>/<*>/<*>/<*> <*>/<*> "%s"'

v = Vocabulary(20261128)


class App(http.server.BaseHTTPRequestHandler):
    """Answers with the status and size that the request asks for."""

    wbufsize = -1  # one packet for head and body

    def answer(self):
        status, size = map(int, self.headers['X-Answer'].split())
        self.rfile.read(int(self.headers.get('Content-Length') or 0))
        self.send_response(status)
        self.send_header('Content-Length', str(size))
        self.end_headers()
        if self.command != 'HEAD' and status not in (204, 304):
            self.wfile.write(b'x' * size)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_CONNECT = answer

    def log_message(self, *_):
        pass


def parameter(kind):
    return {
        'id': v.id, 'count': lambda: v.between(1, 60), 'user': lambda: v.word('user'), 'uuid': v.uuid,
        'sku': lambda: v.word('sku').lower(), 'sort': lambda: v.random.choice(['-date', 'rating', 'date']),
        'query': lambda: v.word('product').replace(' ', '+').replace('"', '%22'),
        'date': lambda: f'2026-11-{v.between(1, 30):02d}', 'hex': lambda: v.hex(8), 'token': lambda: v.hex(40),
    }[kind]()


def request(method, path):
    """The bytes of a request that the proxy believes to come from some client."""
    status = v.random.choice([200] * 12 + [201, 204, 304, 400, 401, 404, 404, 500, 503])
    lines = [f'{method} {path} HTTP/1.{0 if v.chance(.05) else 1}', 'Host: shop.example.com', 'Connection: close',
             f'X-Answer: {status} {v.number(60_000)}']
    if v.chance(.93):
        lines.append('User-Agent: ' + v.word('agent'))
    if v.chance(.4):
        lines.append('Referer: https://' + v.word('maildomain') + v.word('route'))
    if v.chance(.15):
        lines.append('Authorization: Basic ' + base64.b64encode((v.word('user') + ':x').encode()).decode())
    return ('\r\n'.join(lines) + '\r\n\r\n').encode()


def send(port, text, proxied):
    """Sends one request and reads the whole answer."""
    with socket.create_connection(('127.0.0.1', port), timeout=10) as connection:
        if proxied:
            family, target = ('TCP6', '::1') if ':' in proxied else ('TCP4', '127.0.0.1')
            text = f'PROXY {family} {proxied} {target} {v.between(1024, 65535)} 80\r\n'.encode() + text
        connection.sendall(text)
        while connection.recv(65536):
            pass


def wait_for(port):
    for _ in range(100):
        try:
            socket.create_connection(('127.0.0.1', port)).close()
            return
        except OSError:
            time.sleep(.05)
    raise SystemExit(f'nothing listens on port {port}')


def traffic():
    """The requests of the run in seeded order: path pattern or None for garbage, and the bytes."""
    requests = [(line.split()[1:], int(line.split()[0])) for line in ROUTES.strip().splitlines()]
    plan = [route for route, times in requests for _ in range(times)] + [None] * 6
    v.random.shuffle(plan)
    for route in plan:
        if route is None:
            yield None, v.random.choice(GARBAGE)
            continue
        method, pattern = route
        path = re.sub(r'\{(\w+)\}', lambda m: str(parameter(m[1])), pattern)
        yield f'{method} {re.sub(r"{.*?}", "<*>", pattern)} HTTP/<*>', request(method, path)


def write(path, layout, lines, patterns):
    rows = [(line, layout % (pattern or '<*>')) for line, pattern in zip(lines, patterns, strict=True)]
    with open(path, 'w', newline='', encoding='utf-8') as file:
        table = csv.writer(file, lineterminator='\n')
        table.writerow(('LineId', 'Content', 'EventTemplate', 'AltEventId'))
        table.writerows((i, line, template, 'layout') for i, (line, template) in enumerate(rows, 1))


def main():
    directory = tempfile.mkdtemp(prefix='access-logs-')
    os.chmod(directory, 0o777)
    log = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    log.bind(('127.0.0.1', SYSLOG))
    log.settimeout(10)
    app = http.server.ThreadingHTTPServer(('127.0.0.1', APP), App)
    threading.Thread(target=app.serve_forever, daemon=True).start()
    servers = [
        subprocess.Popen(['nginx', '-p', directory, '-c', os.path.join(HERE, 'nginx.conf'), '-e', 'error.log'], cwd=directory),
        subprocess.Popen(['haproxy', '-f', os.path.join(HERE, 'haproxy.cfg'), '-q'], cwd=directory),
    ]
    behind, before, haproxy_lines = [], [], []
    try:
        wait_for(NGINX)
        wait_for(FRONT)
        time.sleep(.3)
        log.setblocking(False)
        while True:  # what HAProxy says at its start, and about the connection of wait_for
            try:
                log.recv(65536)
            except BlockingIOError:
                break
        log.settimeout(10)
        for pattern, text in traffic():
            send(FRONT, text, v.ip())
            line = log.recv(65536).decode().strip().split(']: ', 1)[1]
            haproxy_lines.append(line)
            before.append('<BADREQ>' if '<BADREQ>' in line else pattern)
            if '<NOSRV>' not in line:
                behind.append(pattern)
        for text in GARBAGE:  # HAProxy keeps these from nginx
            send(NGINX, text, None)
            behind.append(None)
        time.sleep(.5)
        with open(os.path.join(directory, 'access.log'), encoding='utf-8') as file:
            nginx_lines = file.read().splitlines()
        write(sys.argv[1], NGINX_LAYOUT, nginx_lines, behind)
        write(sys.argv[2], HAPROXY_LAYOUT, haproxy_lines, before)
    finally:
        for server in servers:
            server.terminate()
            server.wait()
        shutil.rmtree(directory)


main()
