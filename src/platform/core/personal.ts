import { z } from 'zod';

/** The fields that say who somebody is or where they live. */
const marked = new WeakSet<z.ZodType>();

/**
 * Marks a field as personal, once, where its schema is declared: from then on it is sealed before it is stored, and
 * shows "erased" when its person has been.
 */
export function personal<Schema extends z.ZodType>(schema: Schema): Schema {
  marked.add(schema);
  return schema;
}

/** The names of the fields of an object that are personal. */
export const personalFieldsOf = ({ shape }: z.ZodObject): readonly string[] =>
  Object.keys(shape).filter((name) => isPersonal(shape[name] as z.ZodType));

function isPersonal(schema: z.ZodType): boolean {
  return marked.has(schema) || (schema instanceof z.ZodOptional && isPersonal(schema.unwrap() as z.ZodType));
}

/** What is shown instead of what was erased. */
export const ERASED = 'erased';
