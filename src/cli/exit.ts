/** What a command ends with; `--help` lists them. Scripts rely on these numbers. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  conflict: 4,
  dependencyDown: 5,
  differences: 6,
  settings: 78,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command that ends in a sentence instead of a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

export class Interrupted extends Failure {
  /** @param carriesOn whether what was done stays, and is not done again */
  constructor(carriesOn: boolean) {
    const more = carriesOn ? 'carries on where this one stopped' : 'begins anew';
    super(EXIT.interrupted, `interrupted; the same command again ${more}`);
  }
}
