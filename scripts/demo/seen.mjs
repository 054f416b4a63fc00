/** Whether an answer is what was to be seen. */

/**
 * What is written must be there; more may be. A function decides by itself, a pattern looks at the text.
 *
 * @returns {string | undefined} the first thing that is not as it should be
 */
export function difference(found, wanted, where = '') {
  if (typeof wanted === 'function') return wanted(found) ? undefined : says(where, found, 'something else');
  if (wanted instanceof RegExp) return wanted.test(String(found)) ? undefined : says(where, found, wanted);
  if (wanted === null || typeof wanted !== 'object')
    return found === wanted ? undefined : says(where, found, wanted);
  if (found === null || typeof found !== 'object') return says(where, found, wanted);
  if (Array.isArray(wanted) && found.length < wanted.length)
    return `${where || 'the answer'} has ${found.length} of ${wanted.length}`;
  for (const [name, value] of Object.entries(wanted)) {
    const one = difference(found[name], value, where ? `${where}.${name}` : name);
    if (one) return one;
  }
  return undefined;
}

/** For a list: that one of it is like this. */
export const has = (wanted) => (list) =>
  Array.isArray(list) && list.some((one) => difference(one, wanted) === undefined);

/** For a list: that none of it is like this. */
export const lacks = (wanted) => (list) => Array.isArray(list) && !has(wanted)(list);

const shown = (value) => {
  const text = value instanceof RegExp ? String(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 200 ? `${text.slice(0, 200)} ...` : text;
};
const says = (where, found, wanted) =>
  `${where || 'the answer'} is ${shown(found)}${typeof wanted === 'string' && wanted === 'something else' ? '' : `, not ${shown(wanted)}`}`;
