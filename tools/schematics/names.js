/** What a generator was asked for cannot be made; the message says what to ask instead. */
export class Unusable extends Error {}

const words = (name) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(Boolean);

export const kebab = (name) => words(name).join('-');
export const snake = (name) => words(name).join('_');
export const pascal = (name) =>
  words(name)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
export const camel = (name) => pascal(name).replace(/^./, (first) => first.toLowerCase());
/** As a reader says it: `gift note`. */
export const spoken = (name) => words(name).join(' ');

/**
 * What the CLI hands on as `name`, taken apart at its slashes; the CLI has turned it into kebab-case.
 *
 * @param usage what it should have looked like
 * @throws Unusable when it has another number of parts, or a part that is no name
 */
export function partsOf(name, number, usage) {
  const parts = String(name ?? '').split('/');
  const isGood = parts.length === number && parts.every((part) => /^[a-z][a-z\d-]*$/i.test(part));
  if (!isGood) throw new Unusable(`Usage: npm run generate ${usage}`);
  return parts;
}
