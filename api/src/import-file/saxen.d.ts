declare module 'saxen' {
  /** Attributes by name; entities in them are decoded by `decode`. */
  type Attributes = Readonly<Record<string, string>>;
  export class Parser {
    on(
      event: 'openTag',
      handle: (name: string, attributes: () => Attributes, decode: (text: string) => string) => void,
    ): this;
    on(event: 'closeTag', handle: (name: string) => void): this;
    on(event: 'error', handle: (error: Error) => void): this;
    /** Ends the parsing in hand. */
    stop(): void;
    parse(xml: string): Error | undefined;
  }
}
