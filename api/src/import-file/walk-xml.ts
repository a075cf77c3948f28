// The tests' type check reads this file by itself, without what stands beside it.
/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';

/** Told of each element; answering false ends the walk. Names come without their prefix, attributes decoded. */
export type OnElement = (name: string, attribute: (name: string) => string | null) => boolean;

/** Goes through a part of a workbook. False where it is no XML, or was ended by `onElement`. */
export function walkXml(xml: string, onElement: OnElement): boolean {
  let isWhole = true;
  const parser = new Parser();
  parser.on('error', () => {
    isWhole = false;
    parser.stop();
  });
  parser.on('openTag', (name, attributes, decode) => {
    const goesOn = onElement(withoutPrefix(name), (wanted) => {
      const value = attributes()[wanted];
      return value === undefined ? null : decode(value);
    });
    if (goesOn) return;
    isWhole = false;
    parser.stop();
  });
  parser.parse(xml);
  return isWhole;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
