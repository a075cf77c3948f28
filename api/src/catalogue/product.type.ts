import { builder } from '../builder.ts';
import { exact, exactDecimal } from '../scalar/exact.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { CertaintyEnum } from './certainty.type.ts';
import { type CatalogueRow, listProductsOfVersion, type ProductRow, productById } from './product.store.ts';

export const ProductRef = builder.objectRef<ProductRow>('Product');
export const ProductConnection = connectionOf('Product', ProductRef, 'products');
export const CatalogueVersionRef = builder.objectRef<CatalogueRow>('CatalogueVersion');

CatalogueVersionRef.implement({
  description:
    'A decided list of products and coefficients (Nghị định 335/2025/NĐ-CP art. 13). A new version never changes tasks already assigned.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the version.' }),
    name: t.exposeString('name', { description: 'Name in Vietnamese.' }),
    decisionNumber: t.exposeString('decisionNumber', { description: 'Number of the deciding document.' }),
    decidedOn: t.expose('decidedOn', { type: 'LocalDate', description: 'Date of the deciding document.' }),
    validFrom: t.expose('validFrom', { type: 'LocalDate', description: 'First day in force.' }),
    validTo: t.expose('validTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day, inclusive; null while in force.',
    }),
    certainty: t.expose('certainty', { type: CertaintyEnum, description: 'How sure the version is.' }),
    standardPoints: t.field({
      type: 'Exact',
      description: 'Points of the standard product, whose coefficient is 1.',
      resolve: ({ standardPoints }) => exactDecimal(standardPoints),
    }),
    products: t.field({
      type: ProductConnection,
      description: 'Its products, by code.',
      args: t.arg.connectionArgs(),
      resolve: (version, args, context) => listProductsOfVersion(context, version.id, args),
    }),
  }),
});

builder.node(ProductRef, {
  description: 'An output product (sản phẩm đầu ra) with its conversion coefficient.',
  id: { resolve: (product) => product.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, productById, id))),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code, unique within its version.' }),
    name: t.exposeString('name', { description: 'Name in Vietnamese.' }),
    group: t.exposeString('group', { description: 'Group of complexity, N1 to N5.' }),
    points: t.field({
      type: 'Exact',
      description: 'Score given to it, in points of the catalogue’s scale.',
      resolve: (product) => exactDecimal(product.points),
    }),
    coefficient: t.field({
      type: 'Exact',
      description: 'Converted units in one of it: its points ÷ those of the standard product.',
      resolve: (product) => exact(product.coefficientNumerator, product.coefficientDenominator),
    }),
    unitOfWork: t.exposeString('unitOfWork', { nullable: true, description: 'What one of it is counted in.' }),
    catalogue: t.expose('catalogue', { type: CatalogueVersionRef, description: 'The version it belongs to.' }),
    certainty: t.expose('certainty', { type: CertaintyEnum, description: 'How sure its figures are.' }),
  }),
});
