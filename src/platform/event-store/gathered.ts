import { databaseErrorKind, isTooMuchAtOnce } from './database-errors.js';

/** How many questions share a statement. */
const MOST = 64;

interface Waiting<Question, Answer> {
  readonly question: Question;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** Questions asked at the same moment share one round trip; each has an answer, and a failure, of its own. */
export class Gathered<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = [];

  /** @param answer as many answers as there are questions, in their order */
  constructor(private readonly answer: (questions: readonly Question[]) => Promise<readonly Answer[]>) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      // One turn of the event loop lets everybody who is about to ask join.
      if (this.waiting.length === 1) setImmediate(() => this.send());
      if (this.waiting.length >= MOST) this.send();
    });
  }

  private send(): void {
    const asked = this.waiting;
    this.waiting = [];
    if (asked.length > 0) void this.settle(asked);
  }

  private async settle(asked: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.answer(asked.map(({ question }) => question));
      asked.forEach(({ resolve }, at) => resolve(answers[at]!));
    } catch (error) {
      if (asked.length === 1 || !isOfOneQuestion(error)) return asked.forEach(({ reject }) => reject(error));
      const half = Math.ceil(asked.length / 2);
      await Promise.all([this.settle(asked.slice(0, half)), this.settle(asked.slice(half))]);
    }
  }
}

/** Whether some of the questions may well be answered without the others. */
const isOfOneQuestion = (error: unknown): boolean =>
  databaseErrorKind(error) === 'permanent' || isTooMuchAtOnce(error);
