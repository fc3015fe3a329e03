"""Checks the truth sets: every body must be explained by its template, and the shape of each set is printed.

usage: python3 check.py [FILE.truth.csv ...]      (default: all of truth/)
"""
import collections
import csv
import glob
import os
import re
import sys


def pattern(template):
    """The template as an expression in which a wildcard stands for any text, also none."""
    return re.compile('.*?'.join(map(re.escape, template.split('<*>'))), re.DOTALL)


def check(path):
    with open(path, newline='', encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    patterns = {t: pattern(t) for t in {row['EventTemplate'] for row in rows}}
    wrong = [r for r in rows if not patterns[r['EventTemplate']].fullmatch(r['Content'])]
    wrong += [r for r in rows if '<*>' in r['Content'] or not r['EventTemplate'].strip()]
    counts = collections.Counter(row['EventTemplate'] for row in rows)
    once = sum(n == 1 for n in counts.values())
    print(f'{os.path.basename(path):32s}{len(rows):6d} records {len(counts):4d} templates,'
          f' {once:3d} seen once, most frequent {max(counts.values()):4d}')
    for row in wrong[:5]:
        print('  line', row['LineId'], 'does not follow its template:', row['Content'][:200],
              '|', row['EventTemplate'][:200])
    return not wrong


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    paths = sys.argv[1:] or sorted(glob.glob(os.path.join(here, 'truth', '*.truth.csv')))
    sys.exit(not all([check(path) for path in paths]))


main()
