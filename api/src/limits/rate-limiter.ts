/** What a bucket answers: whether this request may pass, and how many more may at once. */
export interface RateAnswer {
  readonly isAllowed: boolean;
  readonly remaining: number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

const MAXIMUM_BUCKETS = 50_000;

/**
 * A token bucket a user: `perMinute` requests at once, filled again over a minute.
 *
 * Kept in this process's memory, so with n api processes behind a balancer a user has n times as much. That bounds what
 * one script costs a process, which is its purpose; a limit shared by all would cost a statement a request.
 */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** `now` in milliseconds. */
  take(key: string, now: number): RateAnswer {
    const bucket = this.#buckets.get(key) ?? this.#open(key, now);
    const refill = ((now - bucket.filledAt) / 60_000) * this.#perMinute;
    bucket.tokens = Math.min(this.#perMinute, bucket.tokens + Math.max(0, refill));
    bucket.filledAt = now;
    if (bucket.tokens < 1) return { isAllowed: false, remaining: 0 };
    bucket.tokens -= 1;
    return { isAllowed: true, remaining: Math.floor(bucket.tokens) };
  }

  #open(key: string, now: number): Bucket {
    // Insertion order is age: dropping the oldest bucket at worst gives somebody a full one early.
    if (this.#buckets.size >= MAXIMUM_BUCKETS) {
      const oldest = this.#buckets.keys().next();
      if (!oldest.done) this.#buckets.delete(oldest.value);
    }
    const bucket = { tokens: this.#perMinute, filledAt: now };
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
