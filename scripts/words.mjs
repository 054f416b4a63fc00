import { parseArgs } from 'node:util';

/**
 * Reads the words that a script is started with. Ends the process after help (0), or after what it does not know (2).
 *
 * @param {string} help printed for --help, and beneath a mistake
 * @param {object} [spec] what may be said
 * @param {import('node:util').ParseArgsConfig['options']} [spec.options]
 * @param {string[]} [spec.args] where they are not those of the process
 * @param {boolean} [spec.allowPositionals]
 * @param {(values: object, positionals: string[]) => string | undefined} [spec.mistakeIn] what is wrong with words that are known
 */
export function wordsOf(help, { options = {}, mistakeIn, ...rest } = {}) {
  const known = { ...options, help: { type: 'boolean', short: 'h', default: false } };
  try {
    const { values, positionals } = parseArgs({ ...rest, options: known });
    if (values.help) {
      process.stdout.write(`${help}\n`);
      process.exit(0);
    }
    const mistake = mistakeIn?.(values, positionals);
    if (mistake) throw new Error(mistake);
    return { values, positionals };
  } catch (error) {
    process.stderr.write(`${error.message.split('. ')[0]}\n${help}\n`);
    process.exit(2);
  }
}
