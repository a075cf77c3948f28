/** The part of autocannon, which carries no types, that the benches use. */
declare module 'autocannon' {
  interface Request {
    readonly method: 'GET' | 'POST';
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds; what is under way then is cut. Ten where not stated. */
    readonly duration?: number;
    /** Requests of all connections together, instead of a time: it ends with the last answer. */
    readonly amount?: number;
    readonly requests: readonly Request[];
    /** Whether an answer is as it should be; counted in `mismatches` where not. */
    readonly verifyBody?: (body: string) => boolean;
  }
  interface Result {
    readonly non2xx: number;
    readonly errors: number;
    readonly mismatches: number;
    readonly requests: { readonly total: number };
    /** Milliseconds: of a hundred requests 97.5 took at most so long. */
    readonly latency: { readonly p97_5: number };
    /** Seconds. */
    readonly duration: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
