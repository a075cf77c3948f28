/** The part of autocannon, which carries no types, that the benches use. */
declare module 'autocannon' {
  interface Request {
    readonly method: 'GET' | 'POST';
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }
  interface Client {
    setRequests(requests: readonly Request[]): void;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds; what is under way then is cut. Ten where not stated. */
    readonly duration?: number;
    /** Requests of all connections together, instead of a time: it ends with the last answer. */
    readonly amount?: number;
    readonly requests?: readonly Request[];
    /** Called for each connection before it asks. */
    readonly setupClient?: (client: Client) => void;
    /** Whether an answer is as it should be; counted in `mismatches` where not. */
    readonly verifyBody?: (body: string) => boolean;
  }
  interface Result {
    readonly non2xx: number;
    readonly errors: number;
    readonly mismatches: number;
    readonly requests: { readonly total: number };
    /** Seconds. */
    readonly duration: number;
  }
  /** A load that runs. */
  interface Instance extends PromiseLike<Result> {
    /** Each answer, by the connection that got it. */
    on(event: 'response', listen: (client: Client, status: number, bytes: number, milliseconds: number) => void): void;
  }
  export default function autocannon(options: Options): Instance;
}
