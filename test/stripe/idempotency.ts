/** An answer of the API. */
export interface Answer {
  readonly status: number | 'silence';
  readonly body: object;
  /** Refused before anything was begun: nothing is stored under the key. */
  readonly isUnbegun?: true;
}

export const failure = (status: number, error: object): Answer => ({ status, body: { error } });
export const unbegun = (status: number, error: object): Answer => ({
  ...failure(status, error),
  isUnbegun: true,
});

interface Kept {
  readonly fingerprint: string;
  answer?: Answer;
}

/** The first answer under a key is the answer to all its repeats, failures too; another request under it is refused. */
export class IdempotencyKeys {
  private readonly kept = new Map<string, Kept>();

  async answer(
    key: string | undefined,
    fingerprint: string,
    work: () => Promise<Answer>,
  ): Promise<Answer & { readonly isReplayed?: true }> {
    if (key === undefined) return work();
    const known = this.kept.get(key);
    if (known && known.fingerprint !== fingerprint) {
      return unbegun(400, {
        type: 'idempotency_error',
        message: 'Keys for idempotent requests can only be used with the same parameters.',
      });
    }
    if (known) return known.answer ? { ...replayOf(known.answer), isReplayed: true } : inUse;
    const entry: Kept = { fingerprint };
    this.kept.set(key, entry);
    const answer = await work();
    if (answer.isUnbegun) this.kept.delete(key);
    else entry.answer = answer;
    return answer;
  }

  /** A day later. */
  prune(): void {
    this.kept.clear();
  }
}

const inUse = unbegun(409, {
  type: 'invalid_request_error',
  code: 'idempotency_key_in_use',
  message: 'There is currently another in-progress request using this idempotency key.',
});

/** As it was told then, and no longer as it is. A reply that was lost is there for whoever asks again. */
const replayOf = ({ status, body }: Answer): Answer => ({
  status: status === 'silence' ? 200 : status,
  body,
});
