/**
 * Values that are changed many times over and need to be stored once: kept here until there are too many or all are to be
 * written. Whoever has been left alone longest goes first.
 */
export class WriteBehind<Value> {
  readonly #held = new Map<string, Value>();
  readonly #write: (id: string, value: Value) => void;
  readonly #most: number;

  constructor(write: (id: string, value: Value) => void, most = 2_000) {
    this.#write = write;
    this.#most = most;
  }

  get(id: string): Value | undefined {
    return this.#held.get(id);
  }

  set(id: string, value: Value): void {
    this.#held.delete(id);
    this.#held.set(id, value);
    if (this.#held.size > this.#most) this.#writeFirst(this.#most / 4);
  }

  writeAll(): void {
    this.#writeFirst(this.#held.size);
  }

  #writeFirst(many: number): void {
    let left = many;
    for (const [id, value] of this.#held) {
      if (left <= 0) return;
      left -= 1;
      this.#held.delete(id);
      this.#write(id, value);
    }
  }
}
