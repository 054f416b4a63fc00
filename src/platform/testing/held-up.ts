import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Answers `{"ok":true}` 50 ms after it was asked, in a thread of its own. */
const SERVER = `
  const { createServer } = require('node:http');
  const { parentPort, workerData } = require('node:worker_threads');
  const answered = () => {
    Atomics.store(workerData, 0, 1);
    Atomics.notify(workerData, 0);
  };
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      parentPort.postMessage('asked');
      setTimeout(() => response.end('{"ok":true}', answered), 50);
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

/** A server that goes on while this thread is held up, as a process is that was stopped. */
export interface ServerApart {
  readonly url: string;
  /** Call it at once after asking. From when the question has come until it is answered, and so many milliseconds more. */
  holdUp(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function startServerApart(): Promise<ServerApart> {
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const server = new Worker(SERVER, { eval: true, workerData: answered });
  const [port] = (await once(server, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${port}/`,
    holdUp: async (ms) => {
      await once(server, 'message');
      Atomics.wait(answered, 0, 0);
      answered.fill(0);
      Atomics.wait(answered, 0, 0, ms);
    },
    close: async () => void (await server.terminate()),
  };
}
