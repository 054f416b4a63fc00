import { Injectable, type Provider } from '@nestjs/common';
import { Rejection } from './core/rejection.js';

/** What the catalogue knows about a problem code; served at `/problems/{code}`. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What the caller can do about it. */
  readonly fix: string;
  readonly cause?: string;
  /** Asking again later, unchanged, may work: so such an answer is never stored as the outcome of a request. */
  readonly retryable?: boolean;
}

/** A problem document, RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly requestId: string;
  readonly [extension: string]: unknown;
}

/** Every code that this server can answer with, as the platform and the rooms have registered them. */
@Injectable()
export class ProblemCatalogue {
  private readonly kinds = new Map<string, ProblemKind>();

  /** @throws Error when a code is registered twice with different meanings */
  add(problems: Problems): void {
    for (const [code, kind] of Object.entries(problems)) {
      const known = this.kinds.get(code);
      if (known && known !== kind) throw new Error(`the problem ${code} is registered twice`);
      this.kinds.set(code, kind);
    }
  }

  find(code: string): ProblemKind | undefined {
    return this.kinds.get(code);
  }

  all(): readonly (readonly [string, ProblemKind])[] {
    return [...this.kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /**
   * Whether an error is a final answer about the business (and not about the request, the caller or the moment), so
   * that a repeat of the request must get it again.
   */
  isDecision(error: unknown): error is Rejection {
    if (!(error instanceof Rejection)) return false;
    const kind = this.kinds.get(error.code);
    return kind !== undefined && error.code.includes('.') && kind.status < 500 && !kind.retryable;
  }
}

export type Problems = Readonly<Record<string, ProblemKind>>;

const registered = new Map<unknown, Problems>();

/** Makes problem codes known: one line in a module's providers. */
export function registersProblems(problems: Problems): Provider {
  const provide = Symbol('problems');
  registered.set(provide, problems);
  return {
    provide,
    inject: [ProblemCatalogue],
    useFactory: (catalogue: ProblemCatalogue) => {
      catalogue.add(problems);
      return problems;
    },
  };
}

/** What a provider with this token makes known; nothing for one of another kind. */
export const problemsOf = (token: unknown): Problems => registered.get(token) ?? {};
