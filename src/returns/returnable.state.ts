/** Units of one SKU of an order: 0 <= cameBack <= claimed <= delivered, after every event. */
export interface Units {
  readonly delivered: number;
  /** By returns that are open or have been received. */
  readonly claimed: number;
  readonly cameBack: number;
}
export interface ReturnableState {
  readonly units: Readonly<Record<string, Units>>;
}
