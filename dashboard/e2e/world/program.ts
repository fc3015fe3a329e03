import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';

/** The launcher of the program under test. */
const LAUNCHER = path.resolve(process.env['WINNOW'] ?? '../winnow');

/** Starts the program without input; what it says on stderr is to be read by the caller. */
export function start(args: readonly string[]): ChildProcess {
  return spawn(LAUNCHER, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Runs the program to its end, which may be that nobody wants it any more. */
export async function run(args: readonly string[], ending?: AbortSignal): Promise<void> {
  const program = start(args);
  const end = () => program.kill();
  ending?.addEventListener('abort', end);
  let said = '';
  program.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  await once(program, 'close');
  ending?.removeEventListener('abort', end);
  if (program.exitCode !== 0 && ending?.aborted !== true) {
    throw new Error(`winnow ${args.join(' ')} ended with ${String(program.exitCode)}: ${said}`);
  }
}

/** Runs a command line that is meant for people, by their shell, where `./winnow` is the program under test. */
export async function runInShell(command: string): Promise<string> {
  const line = command.replaceAll('./winnow', LAUNCHER);
  const { stdout } = await promisify(execFile)('bash', ['-c', `set -euo pipefail; ${line}`]);
  return stdout;
}
