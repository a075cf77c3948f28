import { domainError } from '@congvu/schema/errors';
import { Failure } from '../failure.ts';

/** The sample document-management site; it lies among the tests, which use it too. */
export interface DocumentsSite {
  /** With a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

interface DocumentsSiteModule {
  readonly startDocumentsSite: (options: { port: number; host: string }) => Promise<DocumentsSite>;
}

/**
 * Served as `localhost` and not as 127.0.0.1: the extension's permission for the api must not cover the site whose
 * permission a person is meant to grant.
 */
const HOST = 'localhost';

/** Starts the sample site. Throws PORT_TAKEN. */
export async function startDocumentsSite(port: number): Promise<DocumentsSite> {
  // By address, so that neither the compiler nor the import walls see a way from api to test: there is none but this.
  const address = new URL('../../../test/documents-site/start-documents-site.ts', import.meta.url).href;
  const module = (await import(address)) as DocumentsSiteModule;
  try {
    return await module.startDocumentsSite({ port, host: HOST });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw isTaken ? new Failure(domainError('PORT_TAKEN', { port }), error) : error;
  }
}
