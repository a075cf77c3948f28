import { storage } from 'wxt/utils/storage';
import type { Product } from './ProductPicker.tsx';

/** The product used last, offered first: most documents of one manager become the same product. Nothing personal is in it. */
export const lastProduct = storage.defineItem<Product | null>('local:lastProduct', { fallback: null, version: 1 });
