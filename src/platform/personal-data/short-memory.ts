/** Remembers the newest few of something, and nothing for long. */
export class ShortMemory<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly until: number }>();

  constructor(
    private readonly most: number,
    private readonly forMs: number,
  ) {}

  get(name: string): { readonly value: Value } | undefined {
    const entry = this.entries.get(name);
    if (!entry || entry.until > performance.now()) return entry;
    this.entries.delete(name);
    return undefined;
  }

  set(name: string, value: Value): void {
    this.entries.delete(name);
    this.entries.set(name, { value, until: performance.now() + this.forMs });
    if (this.entries.size > this.most) this.entries.delete(this.entries.keys().next().value!);
  }

  delete(name: string): void {
    this.entries.delete(name);
  }

  deleteWhere(matches: (value: Value) => boolean): void {
    for (const [name, { value }] of this.entries) if (matches(value)) this.entries.delete(name);
  }
}
