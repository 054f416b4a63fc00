import type { Schemas } from './schemas.js';

export type Account = Schemas['Account'];
export type Approval = Schemas['Approval'];
export type Drill = Schemas['Drill'];
export type Found = Schemas['SearchResult']['items'][number];
export type KafkaStatus = Schemas['KafkaStatus'];
export type KafkaClient = KafkaStatus['producer'];
export type Operation = Schemas['Operation'];
export type OperationItem = Schemas['OperationItem'];
export type OperatorAction = Schemas['OperatorAction'];
export type Overview = Schemas['Overview'];
export type Rebuild = Schemas['Rebuild'];
export type StockItem = Schemas['StockItem'];
export type System = Schemas['System'];
export type TrialBalance = Schemas['TrialBalance'];
export type WebhookDelivery = Schemas['WebhookDelivery'];
export type WebhookEndpoint = Schemas['WebhookEndpoint'];
export type Mail = Schemas['Notification'];

/** The part of it that is shown; it is a document of its own, not of the API. */
export interface AsyncApi {
  readonly channels: Readonly<
    Record<
      string,
      { readonly address: string; readonly messages: Readonly<Record<string, { readonly $ref: string }>> }
    >
  >;
  readonly components: {
    readonly messages: Readonly<
      Record<string, { readonly name?: string; readonly title?: string; readonly summary?: string }>
    >;
  };
}
