/** One thing that was looked at. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'fault';
  readonly what: string;
  /** What to do about it. */
  readonly fix?: string;
}

export const ok = (check: string, what: string): Finding => ({ check, state: 'ok', what });
export const fault = (check: string, what: string, fix: string): Finding => ({
  check,
  state: 'fault',
  what,
  fix,
});
