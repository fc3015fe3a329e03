import { readFileSync } from 'node:fs';

/** Seeded values of many kinds; the word lists come from vocabulary.txt. */
export class Vocabulary {
  #state;
  #words = new Map();
  #clock = Date.parse('2026-11-20T08:00:00Z');

  constructor(path, seed) {
    this.#state = seed;
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const colon = line.indexOf(': ');
      if (!line.startsWith('#') && colon > 0) {
        this.#words.set(line.slice(0, colon), line.slice(colon + 2).split(' | '));
      }
    }
  }

  /** The next number in [0, 1): a 32-bit multiply-and-xorshift generator. */
  random() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A word of a kind, the first words of its list far more often than the last. */
  word(kind) {
    const words = this.#words.get(kind);
    const word = words[Math.floor(words.length * this.random() ** 2)];
    return word.replace('{n}', () => this.id()).replace('{h}', () => this.hex(8));
  }

  one(...values) {
    return values[Math.floor(this.random() * values.length)];
  }

  /** A number of skewed size: most are small, some are huge. */
  number(most) {
    return Math.floor(most * this.random() ** 4);
  }

  between(low, high) {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  id() {
    return this.between(1, 99_999);
  }

  decimal(most) {
    return Math.round(this.random() * most * 100) / 100;
  }

  chance(p) {
    return this.random() < p;
  }

  hex(digits) {
    let s = '';
    while (s.length < digits) s += this.between(0, 15).toString(16);
    return s;
  }

  uuid() {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-a${this.hex(3)}-${this.hex(12)}`;
  }

  ip() {
    return this.chance(0.08)
      ? `2001:db8::${this.hex(4)}:${this.hex(3)}`
      : `${this.one('10.0', '10.0', '203.0')}.${this.between(0, 255)}.${this.between(1, 254)}`;
  }

  email() {
    return `${this.word('user')}@${this.word('maildomain')}`;
  }

  url() {
    return `https://${this.word('host')}${this.word('route')}`;
  }

  now() {
    this.#clock += this.number(60_000);
    return this.#clock;
  }

  iso() {
    return new Date(this.now()).toISOString();
  }

  list(most, element) {
    return Array.from({ length: this.between(0, most) }, element);
  }

  shuffle(array) {
    for (let i = array.length - 1; i > 0; i--) {
      const j = this.between(0, i);
      [array[i], array[j]] = [array[j], array[i]];
    }
    return array;
  }
}
