import { between, interval } from './api';

/** A stretch of time that does not move on, in milliseconds since 1970. */
export class Span {
  constructor(
    readonly from: number,
    readonly to: number,
  ) {}

  /** As an address of a page has it. */
  get address(): string {
    return interval(this.from, this.to);
  }

  /** As the API is asked for it. */
  get asked(): string {
    return new URLSearchParams(between(this.from, this.to)).toString();
  }
}
