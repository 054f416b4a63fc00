/** Something an operator can do, to one thing or to several of a kind. */
export interface Action {
  /** What the API calls it: retry, compensate, discard ... */
  readonly rel: string;
  readonly targets: readonly Target[];
}

export interface Target {
  /** What is posted to. */
  readonly href: string;
  /** What it is called on the screen. */
  readonly name: string;
  /** What goes with the reason: which of several things, in which mode. */
  readonly meant?: object;
}

export interface Verb {
  readonly label: string;
  /** What follows, where the API has no dry run. */
  readonly follows: string;
  /** Whether it cannot be taken back. */
  readonly isFinal: boolean;
  /** What takes it back. */
  readonly inverse?: string;
}

const verbs: Readonly<Record<string, Verb>> = {
  retry: {
    label: 'Retry now',
    follows: 'It is tried again now, and what waits behind it goes on if that works.',
    isFinal: false,
  },
  compensate: {
    label: 'Compensate',
    follows: 'What was done is taken back, and the order ends cancelled.',
    isFinal: true,
  },
  resolve: {
    label: 'Resolve by hand',
    follows: 'It goes on as if this had been done; that it was done by hand is recorded.',
    isFinal: true,
  },
  replay: {
    label: 'Send back',
    follows: 'The record is handled again, and with it the open ones of its key, in order.',
    isFinal: false,
  },
  discard: {
    label: 'Discard',
    follows: 'It is given up for good and what waits behind it goes on; the row and the reason are kept.',
    isFinal: true,
  },
  pause: {
    label: 'Pause',
    follows: 'No further event is handled until it is resumed; nothing is lost.',
    isFinal: false,
    inverse: 'resume',
  },
  resume: {
    label: 'Resume',
    follows: 'It goes on where it stopped, event by event.',
    isFinal: false,
    inverse: 'pause',
  },
  rebuild: {
    label: 'Rebuild',
    follows:
      'The model is computed anew beside the live one, and takes its place when it has caught up; reads go on.',
    isFinal: false,
  },
  verify: {
    label: 'Verify',
    follows: 'The model is computed anew beside the live one and compared; the live one stays.',
    isFinal: false,
  },
  begin: {
    label: 'Begin the drill',
    follows: 'It fails on purpose from now on, until the drill is ended.',
    isFinal: false,
    inverse: 'end',
  },
  end: {
    label: 'End the drill',
    follows: 'It works again.',
    isFinal: false,
    inverse: 'begin',
  },
  stop: {
    label: 'Stop',
    follows: 'It stops after the thing under way; what was done stays done.',
    isFinal: false,
  },
  resend: {
    label: 'Send again',
    follows: 'It is sent once more, to the same receiver.',
    isFinal: true,
  },
  'send-again': {
    label: 'Send the goods again',
    follows: 'The same goods go from stock to the same address, as another shipment; nothing is charged.',
    isFinal: true,
  },
  refund: {
    label: 'Give the money back',
    follows: 'All that is left of the payment goes back to the customer; nothing is sent again.',
    isFinal: true,
  },
  approve: {
    label: 'Approve',
    follows: 'What was asked for is done now. It must not be you who asked.',
    isFinal: true,
  },
  reject: {
    label: 'Reject',
    follows: 'What was asked for is not done; who asked sees your reason.',
    isFinal: true,
  },
  rewind: {
    label: 'Rewind',
    follows: 'It goes on from the head of the log.',
    isFinal: true,
  },
};

export const verbOf = (rel: string): Verb =>
  verbs[rel] ?? { label: rel, follows: 'The API does what it says there.', isFinal: true };

/** A refund wants an amount, what a receiver is sent again a stretch of time. */
const wantsMore = /\/refunds$|^\/v1\/webhook-endpoints\/[^/]+\/resend$/;

/** Whether a reason is all that it wants; the others are for the API. */
export const isInDialog = ({ rel, href }: { readonly rel: string; readonly href: string }): boolean =>
  rel in verbs && !wantsMore.test(href);

/** Whether the API shows beforehand what would follow. */
export const hasDryRun = (href: string): boolean => href.startsWith('/v1/ops/');
