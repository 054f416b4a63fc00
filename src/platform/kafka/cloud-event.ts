import type { OutgoingRecord } from './publisher.js';

/** The media type of an event whose attributes stand beside its data in one document. */
export const CLOUD_EVENT_TYPE = 'application/cloudevents+json';

/**
 * The same event in structured mode: every attribute that Kafka has as a header, and the value as `data`. So there is
 * one contract, whichever way an event comes.
 */
export function structured({ headers, value }: OutgoingRecord): string {
  const attributes: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(headers)) {
    if (name.startsWith('ce_')) attributes[name.slice(3)] = String(text);
    else if (name === 'content-type') attributes['datacontenttype'] = String(text);
    else attributes[name] = String(text);
  }
  const document = JSON.stringify(attributes).slice(0, -1);
  return `${document},"data":${value?.toString() ?? 'null'}}`;
}
