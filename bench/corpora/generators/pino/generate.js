// The log calls of a web service, written as JSON lines by pino.
//
// usage: node generate.js OUTPUT.truth.csv
//
// The truth of a line: its key order, its level, the text of its message's format string and the
// fields that the call site states as literals stay; each value of a variable is one wildcard, a
// string's quotes included, so that "a", 1 and null at one place are one template. Two lines of one
// call site with different optional keys have two templates; the column AltEventId joins them.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { Vocabulary } from './vocabulary.js';

const here = dirname(fileURLToPath(import.meta.url));
const v = new Vocabulary(join(here, '..', 'vocabulary.txt'), 20261124);
let line = '';
const root = pino(
  {
    level: 'trace',
    base: { pid: 4127, hostname: 'web-6f7b9' },
    timestamp: () => `,"time":${v.now()}`,
  },
  { write: (text) => (line = text.trimEnd()) },
);

/** Marks a value that the call site states as a literal. */
class Literal {
  constructor(value) {
    this.value = value;
  }

  toJSON() {
    return this.value;
  }
}
const is = (value) => new Literal(value);

/** The JSON text of a value in which everything but keys and literals is a wildcard. */
function masked(value) {
  if (value instanceof Literal) return JSON.stringify(value.value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return '<*>';
  if (value instanceof Map || value instanceof Error) return '<*>';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${masked(member)}`).join(',')}}`;
}

const calls = [];
const rows = [];
let sites = 0;

/** A call site, passed some number of times: a level, fields, a format string and its arguments. */
function site(times, logger, level, fields, format, args = () => []) {
  const number = ++sites;
  const run = () => {
    const object = fields();
    logger[level](object, format, ...args());
    const bound = logger.literals ?? {};
    const head = `{"level":${pino.levels.values[level]},"time":<*>,"pid":<*>,"hostname":<*>`;
    const members = Object.entries({ ...bound, ...object }).filter(([, member]) => member !== undefined);
    const text = JSON.stringify(format.replace(/%[sdjoO]/g, '<*>').replace('%%', '%'));
    const body = members.map(([key, member]) => {
      const error = member instanceof Error;
      return `,${JSON.stringify(key)}:${error ? '{"type":<*>,"message":<*>,"stack":<*>}' : masked(member)}`;
    });
    rows.push([rows.length + 1, line, `${head}${body.join('')},"msg":${text}}`, `site-${number}`]);
  };
  calls.push(...Array(times).fill(run));
}

/** A child logger whose bindings are literals, as a module makes one for itself. */
function child(module) {
  const logger = root.child({ module });
  logger.literals = { module: is(module) };
  return logger;
}

const http = child('http');
const auth = child('auth');
const shop = child('shop');
const queue = child('queue');
const none = () => ({});

/** An error with a short stack of its own, so that no path of this machine is logged. */
function failure() {
  const [type, message] = v.one(
    [TypeError, "Cannot read properties of undefined (reading 'id')"],
    [Error, `connect ECONNREFUSED ${v.ip()}:5432`],
    [Error, `getaddrinfo ENOTFOUND ${v.word('host')}`],
    [RangeError, 'Invalid time value'],
    [SyntaxError, `Unexpected token < in JSON at position ${v.number(300)}`],
  );
  const error = new type(message);
  const frames = ['Object.total (/app/src/cart.js', 'async charge (/app/src/pay.js', 'process.processTicksAndRejections (node:internal/process/task_queues'];
  error.stack = `${type.name}: ${message}\n${v.list(2, () => frames[v.between(0, 2)]).concat(frames[0]).map((f) => `    at ${f}:${v.between(1, 400)}:${v.between(1, 40)})`).join('\n')}`;
  return error;
}

const request = () => ({
  req: { id: v.number(9000), method: v.word('method'), url: v.word('route'), remoteAddress: v.ip(), remotePort: v.between(1024, 65535) },
});
const response = () => ({ ...request(), res: { statusCode: v.one(200, 200, 201, 404) }, responseTime: v.number(4000) });

site(420, http, 'info', response, 'request completed');
site(12, http, 'error', () => ({ ...response(), err: failure() }), 'request errored');
site(60, http, 'debug', request, 'request received');
site(24, http, 'warn', () => ({ url: v.url(), attempt: v.between(1, 3), elapsedMs: v.decimal(900) }), 'upstream %s timed out', () => [v.word('service')]);
site(3, http, 'warn', () => ({ ip: v.ip() }), 'rate limit of %d requests per minute exceeded', () => [v.one(60, 600)]);
site(1, http, 'info', () => ({ port: 3000 }), 'Server listening at http://0.0.0.0:%d', () => [3000]);
site(1, http, 'info', none, 'Server closed');
site(15, http, 'debug', () => ({ headers: new Map(), bytes: v.number(9000), agent: v.word('agent') }), 'proxying to %s', () => [v.url()]);

site(140, auth, 'info', () => ({ event: is('login'), user: v.word('user'), ip: v.ip(), mfa: v.chance(0.5) }), 'user logged in');
site(70, auth, 'info', () => ({ event: is('logout'), user: v.word('user') }), 'user logged out');
site(31, auth, 'warn', () => ({ event: is('login_failed'), user: v.word('user'), ip: v.ip(), attempts: v.between(1, 9), lockedUntil: v.chance(0.2) ? v.iso() : null }), 'login failed');
site(22, auth, 'debug', () => ({ sub: v.uuid(), scopes: v.list(3, () => v.word('role')), exp: v.between(1_790_000_000, 1_799_999_999) }), 'token verified');
site(5, auth, 'error', () => ({ kid: v.hex(8), reason: v.word('reason') }), 'token rejected');
site(2, auth, 'info', () => ({ user: v.word('user'), role: v.word('role'), by: v.word('name') }), 'role %s granted', () => [v.word('role')]);
site(2, auth, 'info', () => ({ user: v.word('user'), role: v.word('role'), by: v.word('name') }), 'role %s revoked', () => [v.word('role')]);

site(190, shop, 'info', () => ({ orderId: v.id(), customer: { name: v.word('name'), email: v.email() }, total: v.decimal(900), currency: v.word('currency'), coupon: v.chance(0.15) ? v.hex(6) : undefined }), 'order placed');
site(80, shop, 'info', () => ({ orderId: v.id(), items: v.list(3, () => ({ sku: v.word('sku'), qty: v.between(1, 4) })) }), 'order %d is now %s', () => [v.id(), v.word('state')]);
site(60, shop, 'info', () => ({ paymentId: v.uuid(), amount: v.decimal(900), card: v.word('card') }), 'payment authorized');
site(55, shop, 'info', () => ({ paymentId: v.uuid(), amount: v.decimal(900), card: v.word('card') }), 'payment captured');
site(18, shop, 'warn', () => ({ paymentId: v.uuid(), reason: v.word('reason') }), 'payment declined: %s', () => [v.word('reason')]);
site(4, shop, 'error', () => ({ paymentId: v.uuid(), err: failure() }), 'payment failed');
site(9, shop, 'info', () => ({ product: v.word('product'), stock: v.number(40), warehouse: v.word('city') }), 'stock low for "%s"', () => [v.word('product')]);
site(6, shop, 'info', () => ({ orderId: v.id(), note: v.word('note'), gift: v.chance(0.1) }), 'note added');
site(1, shop, 'warn', () => ({ rate: 1.0834, source: 'ecb' }), 'exchange rates are %d hours old', () => [26]);
site(28, shop, 'info', () => ({ carrier: v.word('carrier'), eta: v.iso(), weightKg: v.decimal(30) }), 'shipped order %d to %s', () => [v.id(), v.word('city')]);
site(3, shop, 'info', () => ({ flag: v.word('flag'), enabled: v.chance(0.5), region: v.word('region') }), 'feature flag changed');
site(14, shop, 'debug', () => ({ query: v.word('product'), hits: v.number(900), took: `${v.number(90)}ms`, filters: { color: v.one(null, 'red'), maxPrice: v.one(null, 50, 100) } }), 'search');

site(260, queue, 'debug', () => ({ queue: v.word('queue'), jobId: v.id() }), 'job %s started', () => [v.word('job')]);
site(240, queue, 'debug', () => ({ queue: v.word('queue'), jobId: v.id(), durationMs: v.number(90_000), result: v.one(null, true, 'ok') }), 'job %s done', () => [v.word('job')]);
site(11, queue, 'error', () => ({ queue: v.word('queue'), jobId: v.id(), attemptsLeft: v.between(0, 3), err: failure() }), 'job failed');
site(26, queue, 'trace', () => ({ key: `${v.word('table')}:${v.id()}`, ttl: v.number(3600) }), 'cache hit');
site(20, queue, 'trace', () => ({ key: `${v.word('table')}:${v.id()}`, ttl: v.number(3600) }), 'cache miss');
site(8, queue, 'info', () => ({ sql: v.word('sql'), durationMs: v.number(9000), rows: v.number(500) }), 'slow query');
site(5, queue, 'info', () => ({ file: v.word('path'), bytes: v.number(9_000_000), checksum: v.hex(32) }), 'exported %d rows (%d%%)', () => [v.number(9000), v.between(1, 100)]);
site(40, queue, 'info', () => ({ template: v.word('template'), to: v.list(2, () => v.email()), messageId: `<${v.uuid()}@mail.example.org>` }), 'mail sent');
site(2, queue, 'warn', () => ({ template: v.word('template'), to: v.email(), code: v.one(421, 550) }), 'mail bounced');

site(30, root, 'info', () => ({ rss: v.number(900_000_000), heapUsed: v.number(300_000_000), uptime: v.decimal(9000) }), 'stats');
site(1, root, 'info', () => ({ version: '2.14.0', node: 'v20.20.2', env: 'production' }), 'starting');
site(1, root, 'fatal', () => ({ err: failure() }), 'uncaught exception, exiting');
site(1, root, 'warn', () => ({ signal: 'SIGTERM' }), 'shutting down');

v.shuffle(calls).forEach((run) => run());

const cell = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value);
const table = [['LineId', 'Content', 'EventTemplate', 'AltEventId'], ...rows];
writeFileSync(process.argv[2], table.map((row) => `${row.map(cell).join(',')}\n`).join(''));
