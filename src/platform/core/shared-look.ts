/**
 * One answer for all who ask at the same time. Whoever asks while a look is under way gets the next one, so that an
 * answer is never older than its question.
 */
export class SharedLook<Answer> {
  private current: Promise<Answer> | undefined;
  private next: Promise<Answer> | undefined;

  constructor(private readonly look: () => Promise<Answer>) {}

  ask(): Promise<Answer> {
    if (!this.current) return this.begin();
    this.next ??= this.current
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return this.begin();
      });
    return this.next;
  }

  private begin(): Promise<Answer> {
    const look = this.look().finally(() => {
      if (this.current === look) this.current = undefined;
    });
    this.current = look;
    return look;
  }
}
