export interface Holder {
  readonly pid?: number;
  readonly who: string;
  readonly state: string;
  readonly since?: string;
}
export interface Lock {
  become(state: string): void;
  release(): Promise<void>;
}
export function hold(
  place: string,
  who?: string,
): Promise<{ lock: Lock; holder?: undefined } | { lock?: undefined; holder: Holder }>;
export function holdInTurn(
  place: string,
  wishes?: {
    who?: string;
    signal?: AbortSignal;
    refuse?: (holder: Holder) => void;
    say?: (text: string) => void;
  },
): Promise<Lock>;
export function nameOf(holder: Holder): string;
