"""Scores Winnow with each number of its miner changed by one, and leaves each system out; see sensitivity.sh."""
import argparse
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TRUTH = os.path.join(HERE, '..', 'corpora', 'truth')
PACKAGE = os.path.join(HERE, '..', '..', 'core', 'src', 'main', 'java', 'dev', 'winnow', 'core', 'miner')
SOURCES = ['Evidence.java', 'ShapeReader.java']
NUMBER = re.compile(r'(static final int (\w+) = )(\d+);')
MEASURES = ['GA', 'FGA', 'PA', 'FTA']


def package():
    """The sources of the miner by name, as they are at the start."""
    texts = {}
    for name in sorted(os.listdir(PACKAGE)):
        if name.endswith('.java') and name != 'package-info.java':
            with open(os.path.join(PACKAGE, name), encoding='utf-8') as file:
                # Without its annotations the package compiles against the program alone.
                texts[name] = re.sub(r'import org\.jspecify\.[^;]*;|@Nullable ', '', file.read())
    return texts


def numbers(sources):
    """The numbers that decide, as (file, name, value)."""
    for source in SOURCES:
        for _, name, value in NUMBER.findall(sources[source]):
            if source == 'Evidence.java' or name == 'TAIL_WORDS':
                yield source, name, int(value)


def compile_sources(options, sources, directory):
    """Compiles the whole package, as the compiler copies constants into the classes that use them."""
    paths = []
    for name, text in sources.items():
        paths.append(os.path.join(directory, name))
        with open(paths[-1], 'w', encoding='utf-8') as file:
            file.write(text)
    subprocess.run([os.path.join(options.java, 'javac'), '-proc:none', '-nowarn', '-cp', options.class_path,
                    '-d', directory, *paths], check=True)


def score(options, directory):
    java = [os.path.join(options.java, 'java'), '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp',
            directory + os.pathsep + options.class_path, *shlex.split(options.main)]
    out = os.path.join(directory, 'scores.json')
    subprocess.run([sys.executable, options.score, shlex.join(java), '--more', TRUTH, '--means',
                    '--json', out], check=True, stdout=subprocess.DEVNULL)
    with open(out, encoding='utf-8') as file:
        scores = json.load(file)
    failed = [f'{name}: {s["error"]}' for name, s in scores.items() if 'error' in s]
    if failed:
        sys.exit('sensitivity: ' + failed[0])
    return scores


def variant(options, sources, change):
    """Scores of the miner with a number changed, or as it is."""
    if change:
        (file, name, _), value = change
        changed = re.sub(rf'(static final int {name} = )\d+;', rf'\g<1>{value};', sources[file])
        sources = {**sources, file: changed}
    with tempfile.TemporaryDirectory(prefix='sensitivity-') as directory:
        compile_sources(options, sources, directory)
        return score(options, directory)


def means(scores, group, without=None):
    members = [s for name, s in scores.items() if name.startswith(group + '/') and name != without]
    return [sum(s[m] for s in members) / len(members) for m in MEASURES]


def row(label, scores, base):
    cells = [label]
    for group in 'loghub', 'more':
        cells += [f'{a - b:+.3f}' for a, b in zip(means(scores, group), means(base, group))]
    print('| ' + ' | '.join(cells) + ' |')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--score', required=True)
    parser.add_argument('--java', required=True)
    parser.add_argument('--class-path', required=True)
    parser.add_argument('--main', default='dev.winnow.cli.Winnow mine --raw --assign')
    options = parser.parse_args()

    sources = package()
    changes = [(n, n[2] + step) for n in numbers(sources) for step in (-1, 1)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        base, *results = pool.map(lambda change: variant(options, sources, change), [None, *changes])

    head = [f'{group} {m}' for group in ('loghub', 'more') for m in MEASURES]
    print('| changed | ' + ' | '.join(head) + ' |\n|' + '---|' * (len(head) + 1))
    start = [f'{m:.3f}' for group in ('loghub', 'more') for m in means(base, group)]
    print('| nothing | ' + ' | '.join(start) + ' |')
    for (number, value), scores in zip(changes, results):
        row(f'`{number[1]}` {number[2]} to {value}', scores, base)

    print('\n| means without | ' + ' | '.join(MEASURES) + ' |\n|' + '---|' * (len(MEASURES) + 1))
    for name in base:
        if name.startswith('loghub/'):
            print(f'| {name} | ' + ' | '.join(f'{m:.3f}' for m in means(base, 'loghub', without=name)) + ' |')


main()
