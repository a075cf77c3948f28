/** What Vite asks of a plugin that rewrites a file; WXT does not hand its own type out. */
type DirectDocuments = {
  readonly name: string;
  readonly enforce: 'pre';
  readonly transform: (code: string, file: string) => { readonly code: string; readonly map: null } | null;
};

const call = /\bgraphql\(`\s*(query|mutation|fragment)\s+(\w+)[^`]*`\)/g;
const imported = /import \{ graphql \} from '((?:\.\.\/)+generated)\/index\.ts';/;

/**
 * Replaces every `graphql(…)` by the document that codegen made of it. The generated map from text to document knows all
 * operations of all screens by their text: with it each bundle would carry every one of them, twice.
 */
export function directDocuments(): DirectDocuments {
  return {
    name: 'direct-documents',
    enforce: 'pre',
    transform: (code, file) => {
      const folder = /\.ts$/.test(file) ? imported.exec(code)?.[1] : undefined;
      if (folder === undefined) return null;
      const names = new Set<string>();
      const direct = code.replace(call, (_whole, kind: string, name: string) => {
        const document = documentName(kind, name);
        names.add(document);
        return `generated${document}`;
      });
      const imports = [...names].map((name) => `${name} as generated${name}`).join(', ');
      return { code: direct.replace(imported, `import { ${imports} } from '${folder}/graphql.ts';`), map: null };
    },
  };
}

/** Codegen's name: "PetitionCard_petition" is a fragment's "PetitionCard_PetitionFragmentDoc". */
export function documentName(kind: string, name: string): string {
  const parts = name.split('_').map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return `${parts.join('_')}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`;
}
