/** The things a connection's page holds, in order. */
export function nodesOf<Node>(connection: { readonly edges: readonly { readonly node: Node }[] }): readonly Node[] {
  return connection.edges.map(({ node }) => node);
}
