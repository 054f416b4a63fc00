import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

const schedule = RequestQueue.prototype.scheduleCheckPendingRequests;

/**
 * For every client of this process: a connection looks for requests it has held back only while there are any. The
 * library's own way is to look every millisecond for as long as the process lives, on connections that have ended too.
 */
export function restWhileNothingIsHeldBack(): void {
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0) schedule.call(this);
  };
}
