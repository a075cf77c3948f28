import type { SiteAdapter } from '@congvu/schema/adapter';
import singlePageList from './single-page-list/adapter.json';
import vnptIoffice from './vnpt-ioffice/adapter.json';

/**
 * The adapters the extension carries, in the order in which they are asked. The compiler reads JSON's words as any string; that
 * each file has the shape is proven by the test beside this file, which is the gate before a build.
 */
export const builtInAdapters: readonly SiteAdapter[] = [
  vnptIoffice,
  singlePageList,
] as unknown as readonly SiteAdapter[];
