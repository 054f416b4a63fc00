import { ask, Problem } from '../api/client.js';
import type { Approval } from '../api/lists.js';
import type { DeadLetterReplay, ProblemDocument, SagaAfterVerb } from '../api/types.js';
import type { VerbPreview } from '../api/types.js';
import { hasDryRun, type Action, type Target } from './verbs.js';

/** What would follow for one thing: told by the API, or why it would be refused. */
export interface Previewed {
  readonly target: Target;
  /** Of the version it was told for. */
  readonly etag?: string;
  readonly after?: SagaAfterVerb;
  /** Of verbs that are not about a saga. */
  readonly preview?: VerbPreview;
  /** Of what was shown: it is done only while that holds. */
  readonly previewToken?: string;
  readonly refused?: ProblemDocument;
}

/** At most so many at once: what is done is done with open eyes. */
export const MOST = 100;

/** @throws Unreachable */
export async function previewOf(target: Target): Promise<Previewed> {
  if (!hasDryRun(target.href)) return { target };
  try {
    const body = { reason: 'to see what would follow', ...target.meant };
    const { body: shown, etag } = await ask<SagaAfterVerb | VerbPreview>(`${target.href}?dryRun=true`, {
      method: 'POST',
      body,
    });
    const { previewToken } = shown;
    return {
      target,
      ...('follows' in shown ? { preview: shown } : { after: shown }),
      ...(etag && { etag }),
      ...(previewToken && { previewToken }),
    };
  } catch (error) {
    if (error instanceof Problem) return { target, refused: error.document };
    throw error;
  }
}

export async function previewsOf({ targets }: Action): Promise<readonly Previewed[]> {
  const previews: Previewed[] = [];
  for (const target of targets.slice(0, MOST)) previews.push(await previewOf(target));
  return previews;
}

/** What a verb says it leads to, of several things alike in one line. */
export function sentencesOf(previews: readonly Previewed[]): readonly Line[] {
  const told = previews.flatMap(({ preview }) => preview ?? []);
  const changes = told.flatMap((each) => each.changes);
  return counted([
    ...told.flatMap(({ follows }) => follows),
    ...changes.map(({ what, before, after }) => `${what}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`),
  ]);
}

export interface Line {
  readonly text: string;
  readonly count: number;
}

/** Of several things, what is alike in one line. */
export function linesOf(previews: readonly Previewed[]): {
  records: readonly Line[];
  sends: readonly Line[];
} {
  const afters = previews.flatMap(({ after }) => after?.dryRun ?? []);
  return {
    records: counted(
      afters.flatMap(({ records }) => records.map(({ type, data }) => `${type}${inBrief(data)}`)),
    ),
    sends: counted(
      afters.flatMap(({ sends }) =>
        sends.map(({ command, step }) => `${command} (step ${step}, same id: cannot double)`),
      ),
    ),
  };
}

/** What an event tells that an operator would look for. */
function inBrief(data: Readonly<Record<string, unknown>>): string {
  const told = ['verb', 'step', 'command'].flatMap((name) => {
    const value = data[name];
    return typeof value === 'string' ? `${name} ${value}` : [];
  });
  return told.length > 0 ? `: ${told.join(', ')}` : '';
}

function counted(texts: readonly string[]): readonly Line[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count }));
}

/** It was asked for and answered, and did not work. */
export class Failed extends Error {
  override readonly name = 'Failed';
}

/** What was done says in its answer that it failed, as nothing was refused: the cause is still there. */
function failureIn(answer: object = {}): string | undefined {
  const { replayed, error, state, outcome } = answer as Partial<DeadLetterReplay & Approval>;
  if (replayed && error) return error;
  return state === 'failed' ? outcome : undefined;
}

/**
 * Does it, to the very version that was previewed.
 *
 * @returns where it can be followed, if it goes on by itself or waits for a second person first
 * @throws Problem `precondition-failed` when something happened meanwhile
 * @throws Failed
 */
export async function perform(
  previewed: Previewed,
  reason: string,
  key: string,
): Promise<string | undefined> {
  const { target, etag, previewToken } = previewed;
  const { location, body } = await ask<object | undefined>(target.href, {
    method: 'POST',
    body: { reason, ...target.meant, ...(previewToken && { previewToken }) },
    headers: { 'idempotency-key': key, ...(etag && { 'if-match': etag }) },
  });
  const failure = failureIn(body);
  if (failure !== undefined) throw new Failed(failure);
  return location;
}
