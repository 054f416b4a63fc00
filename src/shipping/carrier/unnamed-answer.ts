import { unnamed } from '../../platform/personal-data/unnamed.js';
import { address as schema, type Address } from '../vocabulary.js';

/** What the carrier says is kept, so it must not say where the parcel goes. */
export async function unnamedAnswer(address: Address, asked: Promise<unknown>): Promise<unknown> {
  try {
    const answer = await asked;
    return hasDetail(answer) ? { ...answer, detail: unnamed(answer.detail, schema, address) } : answer;
  } catch (error) {
    if (error instanceof Error) error.message = unnamed(error.message, schema, address);
    throw error;
  }
}

const hasDetail = (answer: unknown): answer is { readonly detail: string } =>
  typeof answer === 'object' && answer !== null && 'detail' in answer && typeof answer.detail === 'string';
