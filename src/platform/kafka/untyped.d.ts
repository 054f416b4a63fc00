declare module 'lz4js' {
  /** @returns where the output ends; bytes past the end of `to` are dropped but counted */
  export function decompressBlock(
    from: Uint8Array,
    to: Uint8Array,
    start: number,
    length: number,
    at: number,
  ): number;
  export function compress(input: Uint8Array): Uint8Array;
}

declare module 'snappyjs' {
  /** @throws Error when the input is invalid or would be longer than `maxLength` */
  export function uncompress(input: Uint8Array, maxLength: number): Uint8Array;
  export function compress(input: Uint8Array): Uint8Array;
}

declare module 'kafkajs/src/protocol/decoder.js' {
  /** Reads big-endian primitives of the Kafka protocol, one after the other. */
  export default class Decoder {
    constructor(bytes: Buffer);
    readInt16(): number;
    readInt32(): number;
    readInt64(): bigint;
    readString(): string | null;
    readBytes(length?: number): Buffer | null;
    readArray<Item>(read: (decoder: Decoder) => Item): Item[];
    readArrayAsync<Item>(read: (decoder: Decoder) => Promise<Item>): Promise<Item[]>;
  }
}

declare module 'kafkajs/src/protocol/requests/fetch/v11/response.js' {
  const response: { decode(bytes: Buffer): Promise<object> };
  export default response;
}

declare module 'kafkajs/src/network/requestQueue/index.js' {
  interface Terms {
    readonly requestTimeout: number;
    readonly enforceRequestTimeout: boolean;
    readonly maxInFlightRequests: number | null;
    readonly clientId: string;
    readonly broker: string;
    readonly logger: { debug(message: string, extra?: object): void };
  }
  interface Entry {
    readonly correlationId: number;
    resolve(answer: unknown): void;
    reject(error: Error): void;
  }
  /** The requests of one connection. */
  export default class RequestQueue {
    constructor(terms: Terms);
    /** Held back until others are answered, or the broker lets more in. */
    readonly pending: readonly unknown[];
    readonly throttleCheckTimeoutId: NodeJS.Timeout | null;
    push(request: { entry: Entry; expectResponse: boolean; sendRequest(): void }): void;
    fulfillRequest(answer: { correlationId: number; payload: Buffer; size: number }): void;
    maybeThrottle(ms: number): void;
    scheduleCheckPendingRequests(): void;
    destroy(): void;
  }
}
