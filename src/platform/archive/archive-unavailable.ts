import { StoreUnavailable } from '../event-store/database-errors.js';

/** A part of the log lies in a file that is not there, or is not the file that was written. It may be put back. */
export class ArchiveUnavailable extends StoreUnavailable {
  override readonly name = 'ArchiveUnavailable';
}
