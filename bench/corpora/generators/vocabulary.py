"""Seeded values of many kinds for the Python generators; the word lists come from vocabulary.txt."""
import datetime
import os
import random
import uuid


class Vocabulary:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.clock = datetime.datetime(2026, 11, 20, 8, tzinfo=datetime.timezone.utc)
        self.words = {}
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'vocabulary.txt')
        with open(path, encoding='utf-8') as file:
            for line in file:
                kind, colon, words = line.rstrip('\n').partition(': ')
                if colon and not line.startswith('#'):
                    self.words[kind] = words.split(' | ')

    def word(self, kind):
        """A word of a kind, the first words of its list far more often than the last."""
        words = self.words[kind]
        word = words[int(len(words) * self.random.random() ** 2)]
        return word.replace('{n}', str(self.id())).replace('{h}', self.hex(8))

    def number(self, most):
        """A number of skewed size: most are small, some are huge."""
        return int(most * self.random.random() ** 4)

    def between(self, low, high):
        return self.random.randint(low, high)

    def id(self):
        return self.between(1, 99_999)

    def decimal(self, most):
        return round(self.random.random() * most, 2)

    def chance(self, p):
        return self.random.random() < p

    def uuid(self):
        return uuid.UUID(int=self.random.getrandbits(128), version=4)

    def hex(self, digits):
        return f'{self.random.getrandbits(4 * digits):0{digits}x}'

    def ip(self):
        if self.chance(.08):
            return f'2001:db8::{self.hex(4)}:{self.hex(3)}'
        return ('10.0.' if self.chance(.6) else '203.0.') + f'{self.between(0, 255)}.{self.between(1, 254)}'

    def host_port(self):
        return f"{self.word('host')}:{self.random.choice([5432, 6379, 8080, 9092, 443])}"

    def email(self):
        tag = f'+{self.id()}' if self.chance(.3) else ''
        return self.word('user').replace('-', '.') + tag + '@' + self.word('maildomain')

    def url(self):
        return ('https' if self.chance(.9) else 'http') + '://' + self.word('host') + self.word('route')

    def instant(self):
        self.clock += datetime.timedelta(milliseconds=self.number(60_000))
        return self.clock

    def delta(self):
        return datetime.timedelta(milliseconds=self.number(4_000_000))

    def duration(self):
        """A duration as people print it: 45ms, 1.2s or 00:01:02."""
        ms = self.number(400_000)
        if ms < 1000:
            return f'{ms}ms'
        if ms < 60_000:
            return f'{ms / 1000:.1f}s'
        return f'{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}'

    def size(self):
        n = 1 + self.number(900_000_000)
        if n < 1024:
            return f'{n} B'
        for unit in ('KiB', 'MiB'):
            n /= 1024
            if n < 1024:
                return f'{n:.1f} {unit}'
        return f'{n / 1024:.1f} GiB'

    def version(self):
        rc = f'rc{self.between(1, 3)}' if self.chance(.2) else ''
        return f'{self.between(1, 4)}.{self.between(0, 20)}.{self.between(0, 9)}{rc}'

    def list(self, most, element):
        return [element() for _ in range(self.between(0, most))]

    def map(self, most, kind):
        return {self.word(kind): self.between(0, 500) for _ in range(self.between(0, most))}


class Schedule:
    """Call sites, each with the number of times it is passed; run in one seeded order."""

    def __init__(self):
        self.calls = []

    def site(self, times, call):
        self.calls += [call] * times

    def run(self, source):
        source.shuffle(self.calls)
        for call in self.calls:
            call()
