import { createContext, useContext } from 'react';
import type { Permission, ViewerQuery } from '../../../generated/graphql.ts';

export type Viewer = ViewerQuery['viewer'];

export const ViewerContext = createContext<Viewer | null>(null);

/** The person signed in; only below `SignedIn`. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('useViewer outside of SignedIn');
  return viewer;
}

/** Whether to offer an act. The api decides again; this only spares a click that would be refused. */
export function may(viewer: Viewer, permission: Permission): boolean {
  return viewer.permissions.includes(permission);
}
