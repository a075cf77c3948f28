import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphiQLOptions } from 'graphql-yoga';
import type { ServerFacts } from '../context.ts';
import { EXAMPLE_QUERIES } from './example-queries.ts';

/** With scripts of its own package: the page asks no other host for anything. */
export function graphiqlOptions(): GraphiQLOptions {
  return {
    title: 'Công vụ · GraphiQL',
    defaultTabs: EXAMPLE_QUERIES.map((query) => ({ query, headers: null, variables: null })),
    // A token typed into the header editor stays in the tab that it was typed into.
    shouldPersistHeaders: false,
    isHeadersEditorEnabled: true,
    defaultEditorToolsVisibility: 'headers',
  };
}

/** GraphiQL with a bar above it that signs in (code with PKCE) and adds the token to each request. */
export function renderGraphiqlPage(facts: ServerFacts): string {
  const settings = {
    issuer: facts.issuer,
    clientId: facts.graphiqlClientId,
    redirectUri: `${facts.publicUrl}/graphql`,
    demonstration: facts.demonstration,
  };
  const page = renderGraphiQL(graphiqlOptions());
  // The attribute is read by the script; nothing of it is markup.
  const attribute = JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const script = `<script src="/graphql/sign-in.js" data-settings="${attribute}"></script>`;
  return page.replace('<div id="root"></div>', () => `${script}<div id="root"></div>`);
}
