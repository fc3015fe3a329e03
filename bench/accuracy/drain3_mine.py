"""Mines templates with Drain3, the miner that Winnow is compared with, at its default settings.

usage: python3 drain3_mine.py MASKS FILE            prints `cluster<TAB>template` for each line, once all are known
       python3 drain3_mine.py MASKS --online FILE   prints the template known when the line arrived
       python3 drain3_mine.py MASKS --speed FILE... prints lines per second: all files shuffled into one miner, twice

A line of FILE is one body; the two characters \\n in it stand for a line break. MASKS is one of
  typed    the six masks of Drain3's example configuration that suit any system, as its authors put them:
           ids of colon-separated hex, IPv4 addresses, two kinds of hex sequences, 0x numbers, decimal numbers
  digits   every run of digits
"""
import random
import sys
import time

from drain3 import TemplateMiner
from drain3.masking import MaskingInstruction
from drain3.template_miner_config import TemplateMinerConfig

SEED = 17
TYPED = [
    (r'(?:[0-9a-f]{2,}:){3,}[0-9a-f]{2,}', 'ID'),
    (r'\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}', 'IP'),
    (r'(?:[0-9a-f]{6,} ?){3,}', 'SEQ'),
    (r'(?:[0-9A-F]{4} ?){4,}', 'SEQ'),
    (r'0x[a-f0-9A-F]+', 'HEX'),
    (r'[-+]?\d+', 'NUM'),
]


def standing_alone(pattern):
    return rf'(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])'


MASKS = {
    'typed': [MaskingInstruction(standing_alone(p), name) for p, name in TYPED],
    'digits': [MaskingInstruction(r'\d+', 'NUM')],
}


def miner(masks):
    config = TemplateMinerConfig()
    config.masking_instructions = MASKS[masks]
    return TemplateMiner(config=config)


def bodies(path):
    with open(path, encoding='utf-8', errors='replace', newline='\n') as file:
        return [line.rstrip('\n').replace('\\n', '\n') for line in file]


def assign(masks, path, online):
    drain = miner(masks)
    results = [drain.add_log_message(body) for body in bodies(path)]
    final = {cluster.cluster_id: cluster.get_template() for cluster in drain.drain.clusters}
    for result in results:
        cluster = result['cluster_id']
        print(cluster, result['template_mined'] if online else final[cluster], sep='\t')


def speed(masks, paths):
    lines = [body for path in paths for body in bodies(path)]
    random.Random(SEED).shuffle(lines)
    drain = miner(masks)
    for heat in 'cold', 'warm':
        start = time.perf_counter()
        for line in lines:
            drain.add_log_message(line)
        print(heat, round(len(lines) / (time.perf_counter() - start)), sep='\t')


def main():
    sys.stdout.reconfigure(encoding='utf-8', newline='\n')
    masks, *arguments = sys.argv[1:]
    if arguments[0] == '--speed':
        speed(masks, arguments[1:])
    else:
        assign(masks, arguments[-1], arguments[0] == '--online')


main()
