import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { run, start } from './program';

const PATIENCE_MS = 60_000;

/** A packaged server that runs, on a data directory of its own. */
export class Server {
  /** The administrator's token, which a first start prints where one is needed. */
  token: string | null = null;
  private url = '';
  private port = 0;
  private process: ChildProcess | null = null;
  /** Ends what still sends here, as a test may fail before that is done. */
  private readonly closing = new AbortController();

  private constructor(
    private readonly data: string,
    private readonly settings: readonly string[],
  ) {}

  /** Starts a server with an empty store; each of `settings` is a KEY=VALUE of its configuration. */
  static async start(...settings: string[]): Promise<Server> {
    const server = new Server(await mkdtemp(path.join(tmpdir(), 'winnow-browser-')), settings);
    await server.resume();
    return server;
  }

  /** Where its pages are: `http://127.0.0.1:41234`. */
  get address(): string {
    return this.url;
  }

  /** Starts it again, on the same port and data. */
  async resume(): Promise<void> {
    const process = start([
      ...['serve', '--data', this.data, '--port', String(this.port)],
      ...['receivers.otlp.grpc.port=0', 'receivers.otlp.http.port=0', ...this.settings].flatMap(
        (setting) => ['--set', setting],
      ),
    ]);
    this.process = process;
    try {
      this.url = await this.listening(process);
    } catch (failure) {
      // It may only be slow, and would then run without an end.
      process.kill();
      throw failure;
    }
    this.port = Number(new URL(this.url).port);
  }

  private async listening(process: ChildProcess): Promise<string> {
    const said: string[] = [];
    const needsToken = this.settings.includes('auth.enabled=true') && this.token === null;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no server: ${said.join('\n')}`)),
        PATIENCE_MS,
      );
      let url: string | undefined;
      const lines = createInterface({ input: process.stderr ?? ([] as never) });
      lines.on('line', (line) => {
        said.push(line);
        url ??= /listening on (https?:\/\/[^ "]+)/.exec(line)?.[1];
        this.token ??= /administrator, .*: (wn_\w+)/.exec(line)?.[1] ?? null;
        if (url !== undefined && !(needsToken && this.token === null)) {
          clearTimeout(timer);
          resolve(url);
        }
      });
      lines.on('close', () => reject(new Error(`the server has ended: ${said.join('\n')}`)));
    });
  }

  /** Ends it at once, as the kernel would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it, and removes what it has kept. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.end('SIGTERM');
    await rm(this.data, { recursive: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const process = this.process;
    this.process = null;
    if (process === null || process.exitCode !== null) return;
    const ended = once(process, 'exit');
    process.kill(signal);
    await ended;
  }

  /** Has the generator send records here; they are stored when this returns. */
  async generate(...options: string[]): Promise<void> {
    await this.generateUntil(this.closing.signal, ...options);
  }

  /** Has it send records until somebody has seen enough; what was sent is stored when this returns. */
  async generateUntil(enough: AbortSignal, ...options: string[]): Promise<void> {
    await run(
      ['generate', '--quiet', '--to', `${this.url}/api/logs`, ...options],
      AbortSignal.any([enough, this.closing.signal]),
    );
  }

  /** Sends records, as lines of JSON; they are stored when this returns. */
  async send(records: readonly object[]): Promise<void> {
    const answer = await this.ask('/api/logs', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: records.map((record) => JSON.stringify(record)).join('\n'),
    });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  }

  /** Asks the API, as the administrator. */
  async ask(pathAndQuery: string, request: RequestInit = {}): Promise<Response> {
    const headers = new Headers(request.headers);
    if (this.token !== null) headers.set('authorization', `Bearer ${this.token}`);
    return fetch(this.url + pathAndQuery, { ...request, headers });
  }

  /** What the API answers, which the caller knows the shape of. */
  async json<T>(pathAndQuery: string): Promise<T> {
    const answer = await this.ask(pathAndQuery);
    if (!answer.ok) throw new Error(`${pathAndQuery}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
