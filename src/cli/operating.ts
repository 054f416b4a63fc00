import { Option, type Command } from 'commander';
import { cell, columns, type Row } from './columns.js';
import { EXIT } from './exit.js';
import { runningServer } from './server.js';
import { addTopics } from './topics.js';
import { id, leaf, whole, type Common, type Shell } from './words.js';

interface Page {
  readonly items: readonly Row[];
  readonly nextCursor?: string | null;
}
interface Limited extends Common {
  readonly limit: number;
}
interface Verb extends Common {
  readonly reason: string;
  readonly dryRun: boolean;
}

export async function pages(where: string, limit: number): Promise<Row[]> {
  const { ask } = runningServer();
  const rows: Row[] = [];
  for (let cursor: string | null | undefined; rows.length < limit;) {
    const query = new URLSearchParams({ limit: String(Math.min(100, limit - rows.length)) });
    if (cursor) query.set('cursor', cursor);
    const page = await ask<Page>('GET', `${where}${where.includes('?') ? '&' : '?'}${query}`);
    rows.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor) break;
  }
  return rows;
}

interface Listing {
  readonly of: string;
  readonly about: string;
  readonly path: string;
  readonly shows: readonly string[];
}

function addList(parent: Command, name: string, { terminal, ended }: Shell, listing: Listing): Command {
  return leaf(parent, name)
    .description(listing.about)
    .option('--limit <n>', 'at most so many', whole(1, 1000), 100)
    .action(async ({ json, limit }: Limited) => {
      const items = await pages(listing.path, limit);
      terminal(listing.of, json).result({ items }, () => columns(items, listing.shows));
      ended(EXIT.ok);
    });
}

interface Act {
  readonly of: string;
  readonly about: string;
  readonly argument: string;
  /** How the argument is read: an id in capitals is the same id. */
  readonly reads: (text: string) => string;
  /** Of the thing that is meant, among all that there are. */
  readonly key: string;
  readonly list: string;
  readonly path: (id: string) => string;
  /** Of a verb that is answered although it failed: what the answer says about that. */
  readonly failure?: (answer: Row) => unknown;
}

/** A verb with a reason. The server previews none of these: a dry run shows what would be acted on. */
function addAct(parent: Command, name: string, { terminal, ended }: Shell, act: Act): Command {
  return leaf(parent, name)
    .description(act.about)
    .argument(`<${act.argument}>`, 'which', act.reads)
    .requiredOption('--reason <text>', 'for the record')
    .option('--dry-run', 'change nothing; show what it is', false)
    .action(async (which: string, { json, reason, dryRun }: Verb) => {
      const screen = terminal(act.of, json);
      if (dryRun) {
        const found = (await pages(act.list, 1000)).find((row) => row[act.key] === which);
        screen.result({ dryRun: true, item: found ?? null }, () => JSON.stringify(found, null, 2) ?? 'none');
        return ended(found ? EXIT.ok : EXIT.notFound);
      }
      const done = await runningServer().ask<Row>('POST', act.path(encodeURIComponent(which)), { reason });
      const failure = act.failure?.(done) ?? null;
      screen.result(done, () => `${name}: ${which}${failure === null ? '' : ` failed: ${cell(failure)}`}`);
      ended(failure === null ? EXIT.ok : EXIT.failed);
    });
}

export function addOperating(root: Command, saga: Command, shell: Shell): void {
  addAttention(root, shell);
  addSagaVerbs(saga, shell);
  addParked(root, shell);
  addDeadLetters(root, shell);
  addSubscriptions(root, shell);
  addTopics(root, shell);
}

function addAttention(root: Command, { terminal, ended }: Shell): void {
  leaf(root, 'attention')
    .description('everything that waits for a person; exit code 6 when something does')
    .option('--limit <n>', 'at most so many', whole(1, 1000), 100)
    .action(async ({ json, limit }: Limited) => {
      const items = await pages('/v1/ops/attention', limit);
      terminal('attention', json).result({ items }, () =>
        columns(items, ['kind', 'object', 'since', 'detail']),
      );
      ended(items.length > 0 ? EXIT.differences : EXIT.ok);
    });
}

interface SagaVerb extends Verb {
  readonly step?: string;
  readonly direction?: string;
  readonly command?: string;
}

function addSagaVerbs(saga: Command, { terminal, ended }: Shell): void {
  leaf(saga, 'show')
    .description('one order: its steps, what was tried, and why it stands')
    .argument('<order>', 'its id', id)
    .action(async (order: string, { json }: Common) => {
      const shown = await runningServer().ask<Row>('GET', `/v1/orders/${order}/fulfilment`);
      terminal('saga show', json).result(shown, () => JSON.stringify(shown, null, 2));
      ended(EXIT.ok);
    });
  const verbs = {
    retry: 'send the command again, now: the cause is gone',
    compensate: 'give up and take back what was done',
    resolve: 'it was done by hand: go on without it',
  };
  for (const [verb, about] of Object.entries(verbs)) {
    const command = leaf(saga, verb)
      .description(about)
      .argument('<order>', 'its id', id)
      .requiredOption('--reason <text>', 'for the record')
      .option('--dry-run', 'change nothing; show what would be recorded and sent', false);
    if (verb !== 'compensate') {
      command
        .option('--step <name>', 'where several could be meant')
        .addOption(new Option('--direction <way>', 'the same').choices(['do', 'undo', 'tell']))
        .option('--command <id>', 'the same');
    }
    command.action(async (order: string, { json, dryRun, ...body }: SagaVerb) => {
      const where = `/v1/ops/sagas/${order}/${verb}${dryRun ? '?dryRun=true' : ''}`;
      const done = await runningServer().ask<Row>('POST', where, body);
      terminal(`saga ${verb}`, json).result(done, () => JSON.stringify(done, null, 2));
      ended(EXIT.ok);
    });
  }
}

function addParked(root: Command, shell: Shell): void {
  const parked = root.command('parked').description('events that a subscription could not handle');
  const list = '/v1/ops/parked';
  const shows = ['id', 'subscription', 'state', 'parkedAt', 'error'];
  addList(parked, 'list', shell, { of: 'parked list', about: 'what waits', path: list, shows });
  const act = { argument: 'id', reads: id, key: 'id', list };
  addAct(parked, 'retry', shell, {
    ...act,
    of: 'parked retry',
    about: 'try it again now; the rest follows in order',
    path: (which) => `${list}/${which}/retry`,
  });
  addAct(parked, 'discard', shell, {
    ...act,
    of: 'parked discard',
    about: 'give it up for good',
    path: (which) => `${list}/${which}/discard`,
  });
}

function addDeadLetters(root: Command, shell: Shell): void {
  const letters = root.command('dead-letters').description('records from Kafka that could not be handled');
  const list = '/v1/ops/dead-letters';
  const shows = ['id', 'topic', 'reason', 'failedAt', 'error'];
  addList(letters, 'list', shell, { of: 'dead-letters list', about: 'the open ones', path: list, shows });
  const act = { argument: 'id', reads: id, key: 'id', list };
  addAct(letters, 'replay', shell, {
    ...act,
    of: 'dead-letters replay',
    about: 'handle it again, and the open ones of its key, in order',
    path: (which) => `${list}/${which}/replay`,
    failure: ({ error }) => error,
  });
  addAct(letters, 'discard', shell, {
    ...act,
    of: 'dead-letters discard',
    about: 'give it up for good',
    path: (which) => `${list}/${which}/discard`,
  });
}

function addSubscriptions(root: Command, shell: Shell): void {
  const subscriptions = root.command('subscriptions').description('who hears the log, and how far');
  const list = '/v1/ops/subscriptions';
  const shows = ['name', 'state', 'lag', 'parked', 'owner', 'lastError'];
  const of = 'subscriptions list';
  addList(subscriptions, 'list', shell, { of, about: 'all of them', path: list, shows });
  const verbs = {
    pause: 'deliver nothing until it is resumed',
    resume: 'go on where it stands',
    rewind: 'it has seen what the log has lost: go on from the head',
    rebuild: 'compute the read model anew, beside the live one, and switch',
  };
  for (const [verb, about] of Object.entries(verbs)) {
    addAct(subscriptions, verb, shell, {
      of: `subscriptions ${verb}`,
      about,
      argument: 'name',
      reads: String,
      key: 'name',
      list,
      path: (which) => `${list}/${which}/${verb}`,
    });
  }
}
