"""Log calls that pass an exception, rendered by Python's logging as message and traceback.

The truth of a body is its call site and the type of the exception that reached it:
MESSAGE\\nTraceback (most recent call last):\\n<*>\\nTYPE: <*>. Frames and the exceptions that came
before it are the first wildcard after the header.

usage: python3 generate.py OUTPUT.truth.csv
"""
import csv
import json
import linecache
import logging
import os
import re
import sys
import types

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..'))
from vocabulary import Schedule, Vocabulary  # noqa: E402


def module(name):
    """A module of app/ as if it were installed under /srv/shop."""
    with open(os.path.join(HERE, 'app', name + '.py'), encoding='utf-8') as file:
        source = file.read()
    path = f'/srv/shop/{name}.py'
    loaded = sys.modules[name] = types.ModuleType(name)
    loaded.__file__ = path
    exec(compile(source, path, 'exec'), loaded.__dict__)
    linecache.cache[path] = (len(source), None, source.splitlines(True), path)
    return loaded


billing = module('billing')
orders = module('orders')
log = logging.getLogger('shop')
v = Vocabulary(20261127)
s = Schedule()


class Truth(logging.Handler):
    """Keeps one row per record: message and traceback, and their template."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.rows = []
        self.setFormatter(logging.Formatter('%(message)s'))

    def emit(self, record):
        template = re.sub(r'%[.\d]*[a-z]', '<*>', record.msg)
        if record.exc_info:
            kind = record.exc_info[0]
            name = kind.__qualname__
            if kind.__module__ != 'builtins':
                name = f'{kind.__module__}.{name}'
            template += f'\nTraceback (most recent call last):\n<*>\n{name}: <*>'
        body = self.format(record).replace(os.path.dirname(os.__file__), '/usr/lib/python3.11')
        self.rows.append((len(self.rows) + 1, body, template))


def failing(times, level, message, arguments, action):
    """A call site that logs a message and the exception that an action raises."""
    def call():
        values = arguments()
        try:
            action()
        except Exception as e:
            # The generator's own frame is not part of the program that is shown.
            log.log(level, message, *values, exc_info=e.with_traceback(e.__traceback__.tb_next.tb_next))
        else:
            raise AssertionError(f'nothing failed: {message}')
    s.site(times, call)


def row():
    return v.random.choice(['2026-11-20;12.50;Bob', '20.11.2026;1;Bob', f'2026-11-20;{v.word("user")};Bob', 'total'])


def bad_row():
    """A row that float() or the unpacking refuses with a ValueError."""
    return v.random.choice(['20.11.2026;1;Bob', f'2026-11-20;{v.word("user")};Bob', 'total;' + str(v.id())])


def failures():
    service = orders.OrderService({})
    run = orders.apply
    error, warning = logging.ERROR, logging.WARNING
    failing(130, error, 'Order %s could not be placed', lambda: (v.id(),), lambda: run(service, 'place', {'id': v.id(), 'line': []}))
    failing(60, error, 'Order %s could not be placed', lambda: (v.id(),), lambda: run(service, 'place', {'id': v.id(), 'lines': [{'price': v.word('sku'), 'quantity': 1}]}))
    failing(14, error, 'Order %s could not be placed', lambda: (v.id(),), lambda: run(service, 'place', {'id': v.id(), 'lines': v.random.choice([None, 5])}))
    failing(90, error, 'Payment of %s for order %s failed', lambda: (v.word('user'), v.id()), lambda: run(service, 'pay', {'id': v.id(), 'total': 1}, ('127.0.0.1', 1)))
    failing(40, warning, 'Payment of %s for order %s failed', lambda: (v.word('user'), v.id()), lambda: billing.decline(v.word('reason'), v.word('card')))
    failing(45, warning, 'Skipping row %d of %s', lambda: (v.id(), v.word('path')), lambda: billing.parse_row(bad_row()))
    failing(8, warning, 'Skipping row %d of %s', lambda: (v.id(), v.word('path')), lambda: billing.parse_row(f'2026-11-20;1;{v.random.choice(["Zoë", "Åsa", "Иван"])}'))
    failing(70, error, 'Job %s crashed', lambda: (v.word('job'),), lambda: billing.read_rows(f'/nowhere/{v.id()}.csv'))
    failing(25, error, 'Job %s crashed', lambda: (v.word('job'),), lambda: billing.settle([bad_row() for _ in range(v.between(1, 3))]))
    failing(2, error, 'Job %s crashed', lambda: (v.word('job'),), lambda: billing.charge(('127.0.0.1', v.between(1, 9)), 1))
    failing(55, warning, 'Cart %s is unreadable, starting a new one', lambda: (v.uuid(),), lambda: run(orders.OrderService({'c': v.random.choice(['', '{"a"', '{"n": nope}'])}), 'load', 'c'))
    failing(20, warning, 'Cart %s is unreadable, starting a new one', lambda: (v.uuid(),), lambda: run(service, 'load', v.hex(6)))
    failing(34, error, 'Exception on %s [%s]', lambda: (v.word('route'), v.word('method')), lambda: run(service, v.random.choice(['cancel', 'refund'])))
    failing(31, error, 'Exception on %s [%s]', lambda: (v.word('route'), v.word('method')), lambda: run(service, 'place', {'id': v.id(), 'lines': v.random.choice([None, 5])}))
    failing(10, error, 'Exception on %s [%s]', lambda: (v.word('route'), v.word('method')), lambda: billing.charge(None, 3))
    failing(1, error, 'Exception on %s [%s]', lambda: (v.word('route'), v.word('method')), lambda: json.dumps({1j}))
    failing(12, error, 'Uncaught exception in thread %s', lambda: (v.word('thread'),), lambda: billing.settle([row() + ';' + row()]))
    failing(1, error, 'Worker could not start', tuple, lambda: billing.read_rows('/etc/shop/missing.toml'))


def plain_lines():
    def plain(times, message, arguments):
        s.site(times, lambda: log.info(message, *arguments()))
    plain(240, 'Order %s placed by %s', lambda: (v.id(), v.word('user')))
    plain(110, 'Payment of %s for order %s succeeded', lambda: (v.word('user'), v.id()))
    plain(90, 'Job %s finished in %.2f s', lambda: (v.word('job'), v.decimal(90)))
    plain(60, 'Skipping row %d of %s: empty', lambda: (v.id(), v.word('path')))
    plain(40, 'Cart %s saved with %d lines', lambda: (v.uuid(), v.between(1, 9)))
    plain(9, 'Order %s could not be placed', lambda: (v.id(),))
    plain(3, 'Retrying in %ds', lambda: (v.between(1, 8),))
    plain(1, 'Worker started', tuple)


def main():
    truth = Truth()
    logging.basicConfig(level=logging.DEBUG, handlers=[truth])
    failures()
    plain_lines()
    s.run(v.random)
    with open(sys.argv[1], 'w', newline='', encoding='utf-8') as file:
        table = csv.writer(file, lineterminator='\n')
        table.writerow(('LineId', 'Content', 'EventTemplate'))
        table.writerows(truth.rows)


main()
