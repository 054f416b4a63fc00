/** How long what has happened may be missing in the reports of somebody who does not wait for it, in milliseconds. */
export const LINGER_MS = 1_000;
