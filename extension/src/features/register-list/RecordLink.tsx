import type { ReactNode } from 'react';
import { writeAddress } from '../dashboard/address.ts';

type RecordLinkProps = {
  /** The screen's step in the address. */
  readonly path: string;
  readonly item: string;
  /** What the list was asked for: the way back shows it again. */
  readonly filters?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** Opens one record of a register; the address says which, so that it can be sent on. */
export function RecordLink({ path, item, filters = {}, children }: RecordLinkProps) {
  return <a href={writeAddress({ path, item, filters })}>{children}</a>;
}
