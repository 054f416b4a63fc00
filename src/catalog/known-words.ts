import { Entity, PrimaryColumn } from 'typeorm';
import { defineReadModel } from '../platform/read-models/read-model.js';
import { ProductChanged, ProductCreated } from './product.events.js';
import { canBeMistyped, wordsOf } from './words.js';

@Entity({ schema: 'catalog', name: 'known_words' })
export class KnownWordRow {
  @PrimaryColumn('text') word: string;
}

/** Every word that was ever in the catalogue; one that is there no more leads to nothing, and does no harm. */
export const knownWords = defineReadModel<KnownWordRow>({
  name: 'catalog.known-words',
  entity: KnownWordRow,
  shape: 1,
  events: [ProductCreated, ProductChanged],
  keys({ event }) {
    const { sku, name, description } = (event as ProductCreated | ProductChanged).data;
    const told = [sku, name ?? '', description ?? ''].join(' ');
    return [...new Set(wordsOf(told).filter(canBeMistyped))];
  },
  project: (row, _, word) => row ?? { word },
});
