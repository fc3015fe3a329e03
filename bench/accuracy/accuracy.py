"""Scores Winnow and Drain3 with a given scoring script and prints tables as Markdown; see run.sh.

Targets: T1-T4 means of GA, FGA, PA, FTA; T6 the worst difference in GA to Drain3 on a single set; T7 predicted
templates for each true one; T13 share of lines whose template when they arrived is the final one.
"""
import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TRUTH = os.path.join(HERE, '..', 'corpora', 'truth')
MEASURES = ['GA', 'FGA', 'PA', 'FTA', 'ratio']
TARGETS = [('T1', 'GA', 0.95), ('T2', 'FGA', 0.95), ('T3', 'PA', 0.90), ('T4', 'FTA', 0.80)]


def drain3(masks, *options):
    script = os.path.join(HERE, 'drain3_mine.py')
    return shlex.join([sys.executable, script, masks, *options])


def score(script, command, inputs):
    """Scores of a command by set; leaves the input of each set in the directory `inputs`."""
    with tempfile.NamedTemporaryFile(suffix='.json') as out:
        subprocess.run([sys.executable, script, command, '--more', TRUTH, '--means', '--keep', inputs,
                        '--json', out.name], check=True, stdout=subprocess.DEVNULL)
        scores = json.load(open(out.name, encoding='utf-8'))
    for name, scored in scores.items():
        if 'error' in scored:
            print(f'accuracy: {name}: {scored["error"]}', file=sys.stderr)
    return scores


def templates(command, path):
    """The template that a command prints for each line of a file."""
    run = subprocess.run(shlex.split(command) + [path], stdout=subprocess.PIPE, check=True)
    return [line.split('\t', 1)[1] for line in run.stdout.decode('utf-8', 'replace').split('\n') if line]


def kept_share(command, path):
    """Share of lines whose template when they arrived equals the final one."""
    final = templates(command, path)
    arrival = templates(command + ' --online', path)
    return sum(a == b for a, b in zip(final, arrival, strict=True)) / len(final)


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def table(head, rows):
    print('| ' + ' | '.join(head) + ' |')
    print('|' + '---|' * len(head))
    for row in rows:
        print('| ' + ' | '.join(row) + ' |')
    print()


def print_scores(results):
    names = list(next(iter(results.values())))
    head = ['set'] + [f'{who} {m}' for who in results for m in MEASURES]
    rows = []
    for group in dict.fromkeys(name.split('/')[0] for name in names):
        members = [name for name in names if name.startswith(group + '/')]
        for name in members:
            rows.append([name] + [f'{r[name][m]:.3f}' for r in results.values() for m in MEASURES])
        means = [f'**{mean(r[n][m] for n in members):.3f}**' for r in results.values() for m in MEASURES]
        rows.append([f'**mean of {len(members)} {group}**'] + means)
    table(head, rows)


def verdict(met):
    return 'met' if met else '**missed**'


def print_targets(winnow, drain):
    members = [name for name in winnow if name.startswith('loghub/')]
    rows = []
    for target, measure, least in TARGETS:
        reached = mean(winnow[n][measure] for n in members)
        rows.append([target, f'mean {measure}', f'>= {least:.2f}', f'{reached:.3f}', verdict(reached >= least)])
    worst = min(members, key=lambda n: winnow[n]['GA'] - drain[n]['GA'])
    difference = winnow[worst]['GA'] - drain[worst]['GA']
    rows.append(['T6', 'worst difference in GA to Drain3 with typed masks', '>= -.02',
                 f'{difference:+.3f} ({worst})', verdict(difference >= -0.02)])
    ratio = mean(winnow[n]['ratio'] for n in members)
    largest = max(members, key=lambda n: winnow[n]['ratio'])
    rows.append(['T7', 'predicted / true templates: mean, worst set', '<= 1.15, <= 2',
                 f'{ratio:.3f}, {winnow[largest]["ratio"]:.2f} ({largest})',
                 verdict(ratio <= 1.15 and winnow[largest]['ratio'] <= 2)])
    table(['target', 'measure over the loghub sets', 'due', 'reached', ''], rows)


def print_arrival(commands, inputs, names):
    shares = {who: {n: kept_share(command, os.path.join(inputs, n.split('/')[1] + '.txt')) for n in names}
              for who, command in commands.items()}
    rows = [[name] + [f'{share[name]:.3f}' for share in shares.values()] for name in names]
    for group in dict.fromkeys(name.split('/')[0] for name in names):
        means = [f'**{mean(v for n, v in s.items() if n.startswith(group + "/")):.3f}**' for s in shares.values()]
        rows.append([f'**mean of {group}**'] + means)
    print('T13: share of lines whose template when they arrived is the final one; due: >= .97\n')
    table(['set', *commands], rows)


def print_speed(inputs, names):
    paths = [os.path.join(inputs, name.split('/')[1] + '.txt') for name in names]
    for masks in 'typed', 'digits':
        out = subprocess.run(shlex.split(drain3(masks, '--speed')) + paths, stdout=subprocess.PIPE, check=True)
        cold, warm = (int(line.split('\t')[1]) for line in out.stdout.decode().splitlines())
        print(f'Drain3 with {masks} masks, the loghub sets shuffled into one miner: '
              f'{cold / 1000:.0f} k lines/s, and {warm / 1000:.0f} k the second time.')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--score', required=True)
    parser.add_argument('--winnow', required=True)
    parser.add_argument('--quick', action='store_true')
    options = parser.parse_args()
    commands = {'Winnow': options.winnow, 'Drain3 typed': drain3('typed')}
    if not options.quick:
        commands['Drain3 digits'] = drain3('digits')
    with tempfile.TemporaryDirectory(prefix='accuracy-') as inputs:
        results = {who: score(options.score, command, inputs) for who, command in commands.items()}
        names = list(results['Winnow'])
        print_scores(results)
        print_targets(results['Winnow'], results['Drain3 typed'])
        if not options.quick:
            print_arrival({who: commands[who] for who in ('Winnow', 'Drain3 typed')}, inputs, names)
            print_speed(inputs, [name for name in names if name.startswith('loghub/')])


main()
