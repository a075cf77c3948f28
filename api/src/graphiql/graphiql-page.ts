import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphiQLOptions } from 'graphql-yoga';
import type { ServerFacts } from '../context.ts';
import { type Example, loadExamples } from '../docs/example.ts';

/** With scripts of its own package: the page asks no other host for anything. */
function graphiqlOptions(today: LocalDate): GraphiQLOptions {
  return {
    title: 'Công vụ · GraphiQL',
    defaultTabs: loadExamples(today).map((example) => ({
      query: withTitle(example),
      headers: JSON.stringify({ 'x-purpose': example.purpose }),
      variables: example.variables,
    })),
    // A token typed into the header editor stays in the tab that it was typed into.
    shouldPersistHeaders: false,
    isHeadersEditorEnabled: true,
    defaultEditorToolsVisibility: 'headers',
  };
}

/** What an example shows stands above it, in both languages. */
function withTitle({ title, query }: Example): string {
  return `# ${title.vi} · ${title.en}\n${query}\n`;
}

/** GraphiQL with a bar above it that signs in (code with PKCE) and adds the token to each request. */
export function renderGraphiqlPage(facts: ServerFacts, today: LocalDate): string {
  const settings = {
    issuer: facts.issuer,
    clientId: facts.graphiqlClientId,
    redirectUri: `${facts.publicUrl}/graphql`,
    demonstration: facts.demonstration,
  };
  const page = renderGraphiQL(graphiqlOptions(today));
  // The attribute is read by the script; nothing of it is markup.
  const attribute = JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const script = `<script src="/graphql/sign-in.js" data-settings="${attribute}"></script>`;
  return page.replace('<div id="root"></div>', () => `${script}<div id="root"></div>`);
}
