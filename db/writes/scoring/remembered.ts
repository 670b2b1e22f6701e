/**
 * What pure calculations came to, by a text that says all they hang on: while the process lives the same is not worked out twice.
 * Of so many everything is forgotten, since what is asked for next is mostly new.
 */
export class Remembered<Value extends object> {
  readonly #known = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, work: () => Value): Value {
    const known = this.#known.get(key);
    if (known) return known;
    const value = work();
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(key, value);
    return value;
  }
}

/** A number for each text, the same for the same one: long texts are then compared once, and short keys made of them. */
export class Numbered {
  readonly #known = new Map<string, number>();
  readonly #most: number;
  /** Never given twice, also not after the texts were forgotten. */
  #next = 1;

  constructor(most: number) {
    this.#most = most;
  }

  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(text, this.#next);
    return this.#next++;
  }
}
