"""The log calls of a job platform, rendered by Python's logging.

usage: python3 generate.py OUTPUT.truth.csv
"""
import csv
import decimal
import enum
import ipaddress
import logging
import os
import pathlib
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from vocabulary import Schedule, Vocabulary  # noqa: E402

CONVERSION = re.compile(r'%(?:\(\w+\))?[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?([a-zA-Z%])')


def template(format_string):
    """The format string with each conversion as a wildcard; %% is a percent sign."""
    return CONVERSION.sub(lambda m: '%' if m[1] == '%' else '<*>', format_string)


class Truth(logging.Handler):
    """Keeps one row per record: the rendered message and its template."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.rows = []

    def emit(self, record):
        format_string = template(record.msg) if record.args else record.msg
        self.rows.append((len(self.rows) + 1, record.getMessage(), format_string))


class Phase(enum.Enum):
    QUEUED = 1
    RUNNING = 2
    DONE = 3
    FAILED = 4


class Customer:
    def __init__(self, name, tier):
        self.name, self.tier = name, tier

    def __repr__(self):
        return f'<Customer {self.name!r} ({self.tier})>'


v = Vocabulary(20261121)
s = Schedule()
api = logging.getLogger('api')
auth = logging.getLogger('auth')
worker = logging.getLogger('worker')
db = logging.getLogger('db')
storage = logging.getLogger('storage')
mail = logging.getLogger('mail')
http = logging.getLogger('http')


def phase():
    return Phase(1 + v.number(4))


def error():
    """An exception as the standard library words it."""
    return v.random.choice([
        lambda: ConnectionRefusedError(111, 'Connection refused'),
        lambda: TimeoutError('timed out'),
        lambda: KeyError(v.word('sku')),
        lambda: FileNotFoundError(2, 'No such file or directory', v.word('path')),
        lambda: ValueError(f"invalid literal for int() with base 10: '{v.word('user')}'"),
        lambda: UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'invalid start byte'),
    ])()


def api_calls():
    s.site(260, lambda: api.info('%s %s %d %.1fms', v.word('method'), v.word('route'), v.random.choice([200, 200, 200, 201, 404, 500]), v.decimal(900)))
    s.site(58, lambda: api.debug('query parameters: %s', v.map(3, 'state')))
    s.site(21, lambda: api.warning('validation failed for field %r: %s', v.word('table'), v.word('reason')))
    s.site(8, lambda: api.warning('client %s sent an unsupported content type %s', v.ip(), v.random.choice(['text/csv', 'application/xml'])))
    s.site(3, lambda: api.error('unhandled %s in %s', type(error()).__name__, v.word('route')))
    s.site(19, lambda: api.info('request %s served from %s in %s', v.hex(16), v.word('region'), v.delta()))
    s.site(5, lambda: api.info('rate limit for %s: %d of %d left', v.word('user'), v.number(100), 100))
    s.site(1, lambda: api.critical('too many open files: %d', 65536))
    s.site(12, lambda: api.debug('page %d of %d, %d%% done', v.between(1, 9), 9, v.between(1, 100)))
    s.site(33, lambda: api.info('search for %r returned %d hits', v.word('product'), v.number(5000)))
    s.site(4, lambda: api.info('webhook %(event)s delivered to %(url)s after %(tries)d tries', {'event': v.word('topic'), 'url': v.url(), 'tries': v.between(1, 5)}))


def auth_calls():
    s.site(180, lambda: auth.info('Login succeeded for user %s from %s', v.word('user'), v.ip()))
    s.site(70, lambda: auth.warning('Login failed for user %s from %s', v.word('user'), v.ip()))
    s.site(9, lambda: auth.warning('Login failed for user %s from %s: account is %s', v.word('user'), v.ip(), v.random.choice(['locked', 'expired', 'disabled'])))
    s.site(52, lambda: auth.debug('session %s refreshed, expires %s', v.hex(24), v.instant().isoformat()))
    s.site(40, lambda: auth.debug('session %s expired', v.hex(24)))
    s.site(7, lambda: auth.info('roles of %s are now %s', v.word('user'), v.list(3, lambda: v.word('role'))))
    s.site(2, lambda: auth.error('cannot verify token %s...: %s', v.hex(8), v.word('reason')))
    s.site(1, lambda: auth.info('rotated signing key %s', v.uuid()))
    s.site(6, lambda: auth.info('%s invited %s as %s', v.word('name'), v.email(), v.word('role')))
    s.site(3, lambda: auth.info('network %s added to allow list by %s', ipaddress.ip_network(f'10.{v.between(0, 9)}.0.0/16'), v.word('user')))
    s.site(1, lambda: auth.info('network %s removed from allow list by %s', ipaddress.ip_network('10.3.0.0/16'), v.word('user')))


def worker_calls():
    s.site(330, lambda: worker.info('Task %s[%s] received', v.word('job'), v.uuid()))
    s.site(300, lambda: worker.info('Task %s[%s] succeeded in %ss: %r', v.word('job'), v.uuid(), v.decimal(30), v.random.choice([None, True, {'rows': v.number(90)}, 'ok', v.number(500)])))
    s.site(24, lambda: worker.error('Task %s[%s] raised unexpected: %r', v.word('job'), v.uuid(), error()))
    s.site(11, lambda: worker.warning('Task %s[%s] retry: Retry in %ds', v.word('job'), v.uuid(), v.random.choice([1, 2, 4, 8])))
    s.site(45, lambda: worker.debug('job %s moved to %s', v.id(), phase()))
    s.site(31, lambda: worker.debug('job %s: %s -> %s', v.id(), phase().name.lower(), phase().name.lower()))
    s.site(1, lambda: worker.warning('hard time limit (%ss) exceeded for %s', 300, v.word('job')))
    s.site(16, lambda: worker.info('worker %s is idle for %s', v.word('thread'), v.duration()))
    s.site(10, lambda: worker.info('next heartbeat in %5.2f seconds', v.decimal(30)))
    s.site(1, lambda: worker.info('pool grew from %d to %d processes', 4, 6))
    s.site(1, lambda: worker.info('pool shrank from %d to %d processes', 6, 4))
    s.site(5, lambda: worker.info('batch %s: %s', v.id(), v.list(6, v.id)))
    s.site(2, lambda: worker.error('giving up on job %s after %d attempts: %s', v.id(), 5, error()))


def database_calls():
    s.site(200, lambda: db.debug('%s [%s]', v.word('sql'), v.delta()))
    s.site(18, lambda: db.warning('slow query (%.3f s) on %s', v.decimal(20), v.word('table')))
    s.site(13, lambda: db.info('connection %#x to %s opened', 0x7f0000000000 + v.id(), v.host_port()))
    s.site(13, lambda: db.info('connection %#x to %s closed', 0x7f0000000000 + v.id(), v.host_port()))
    s.site(2, lambda: db.error('could not connect to %s: %s', v.host_port(), error()))
    s.site(14, lambda: db.info('%d rows copied into "%s"', v.number(100_000), v.word('table')))
    s.site(1, lambda: db.info('Running upgrade %s -> %s, %s', v.hex(12), v.hex(12), 'add currency column'))
    s.site(1, lambda: db.warning('deadlock detected, transaction %s rolled back', v.id()))
    s.site(6, lambda: db.info('vacuumed %s: %s reclaimed, %s left', v.word('table'), v.size(), v.size()))


def storage_calls():
    s.site(84, lambda: storage.info('stored %s (%s) as %s', v.word('path'), v.size(), v.hex(40)))
    s.site(23, lambda: storage.debug('skipping %s, not modified since %s', pathlib.PurePosixPath(v.word('path')), v.instant().strftime('%a, %d %b %Y %H:%M:%S GMT')))
    s.site(4, lambda: storage.warning('checksum mismatch for %s: expected %s, got %s', v.word('path'), v.hex(8), v.hex(8)))
    s.site(3, lambda: storage.error('upload to bucket %s failed: %s', v.word('region'), error()))
    s.site(9, lambda: storage.info('%s free of %s on %s', v.size(), '80.0 GiB', v.random.choice(['/', '/data'])))
    s.site(5, lambda: storage.info('deleted %d objects with prefix %r', v.number(900), v.random.choice(['', 'tmp/', 'exports/2026/'])))
    s.site(1, lambda: storage.info('lifecycle rule "%s" enabled', 'expire-after-90d'))
    s.site(1, lambda: storage.info('lifecycle rule "%s" disabled', 'expire-after-30d'))


def mail_calls():
    s.site(66, lambda: mail.info('queued %s for %s', v.word('template'), v.email()))
    s.site(61, lambda: mail.info('delivered %s to %s (%s)', v.word('template'), v.email(), v.word('host')))
    s.site(4, lambda: mail.warning('bounced %s from %s: %d %s', v.word('template'), v.email(), v.random.choice([550, 421]), v.word('reason')))
    s.site(2, lambda: mail.info('unsubscribed %s, reason: %s', v.email(), v.word('note')))
    s.site(3, lambda: mail.debug('rendered %s in %.0f ms with %s', v.word('template'), v.decimal(80), v.map(3, 'flag')))


def http_calls():
    s.site(90, lambda: http.debug('Starting new HTTPS connection (%d): %s', v.between(1, 9), v.host_port()))
    s.site(88, lambda: http.debug('%s://%s "%s %s HTTP/1.1" %s %s', 'https', v.host_port(), v.word('method'), v.word('route'), v.random.choice([200, 200, 204, 503]), v.random.choice([None, v.number(90_000)])))
    s.site(7, lambda: http.warning('Retrying (%r) after connection broken by %r: %s', 3 - v.number(3), error(), v.word('route')))
    s.site(5, lambda: http.warning('certificate of %s expires in %d days', v.word('host'), v.between(1, 30)))
    s.site(1, lambda: http.error('proxy %s refused CONNECT to %s', 'proxy.corp.example:3128', v.host_port()))


def business_calls():
    s.site(72, lambda: worker.info('invoice %s for %s: %s %s', f'INV-2026-{v.id():05d}', v.word('name'), decimal.Decimal(v.number(900_000)) / 100, v.word('currency')))
    s.site(36, lambda: worker.info('%-12s|%8d|%7.2f%%', v.word('service'), v.number(90_000), v.decimal(100)))
    s.site(15, lambda: worker.debug('customer %r updated: %s', Customer(v.word('name'), v.random.choice(['gold', 'basic'])), v.list(3, lambda: v.word('table'))))
    s.site(8, lambda: worker.info('exported %s to %s', v.word('table'), v.word('path')))
    s.site(2, lambda: worker.warning('price of %s changed by %+.1f%%', v.word('sku'), v.decimal(40) - 20))
    s.site(20, lambda: worker.info('feature %s enabled=%s for %s', v.word('flag'), v.chance(.6), v.word('region')))
    s.site(1, lambda: worker.info('Starting version %s (%s)', v.version(), 'cpython 3.11'))
    s.site(1, lambda: worker.info('Caught signal %d, shutting down', 15))
    s.site(1, lambda: worker.info('Bye'))
    s.site(3, lambda: worker.warning('config key %s is deprecated, use %s', 'mail.host', 'smtp.url'))


def main():
    truth = Truth()
    logging.basicConfig(level=logging.DEBUG, handlers=[truth])
    for calls in (api_calls, auth_calls, worker_calls, database_calls, storage_calls, mail_calls, http_calls, business_calls):
        calls()
    s.run(v.random)
    with open(sys.argv[1], 'w', newline='', encoding='utf-8') as file:
        table = csv.writer(file, lineterminator='\n')
        table.writerow(('LineId', 'Content', 'EventTemplate'))
        table.writerows(truth.rows)


main()
