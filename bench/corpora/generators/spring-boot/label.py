"""Turns what the application recorded into a truth set.

The template is the format string where the call site has one; else the line of templates.txt that
explains the body; a statement that Hibernate prints is its own template, since its values are '?'.
An exception adds its type, its message and frames are wildcards.

usage: python3 label.py RECORDED.csv OUTPUT.truth.csv
"""
import csv
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def read_templates():
    with open(os.path.join(HERE, 'templates.txt'), encoding='utf-8') as file:
        lines = [line.rstrip('\n').replace('\\n', '\n') for line in file if line.strip() and not line.startswith('#')]
    return [(line, re.compile('.*'.join(map(re.escape, line.split('<*>'))), re.DOTALL)) for line in lines]


def template(logger, format_string, message, templates):
    if format_string:
        return format_string.replace('{}', '<*>')
    if logger == 'org.hibernate.SQL':
        return message
    for text, pattern in templates:
        if pattern.fullmatch(message):
            return text
    return None if re.search(r'\d', message) else message


def main():
    templates, unknown = read_templates(), set()
    with open(sys.argv[1], newline='', encoding='utf-8') as recorded, open(sys.argv[2], 'w', newline='', encoding='utf-8') as file:
        table = csv.writer(file, lineterminator='\n')
        table.writerow(('LineId', 'Content', 'EventTemplate', 'Logger'))
        for number, (logger, format_string, thrown, body) in enumerate(csv.reader(recorded), 1):
            message = body.split('\n' + thrown)[0] if thrown else body
            text = template(logger, format_string, message, templates)
            if text is None:
                unknown.add(f'{logger}: {message}')
                continue
            table.writerow((number, body, text + (f'\n{thrown}: <*>\n<*>' if thrown else ''), logger))
    if unknown:
        sys.exit('no template explains\n' + '\n'.join(sorted(unknown)))


main()
