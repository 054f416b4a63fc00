import { chosenZone, chooseZone, zones, type Zone } from '../model/zone.js';

const KEY = 'waybill-zone';

/** As it was chosen last on this machine, or now. */
export function applyZone(zone?: Zone): void {
  chooseZone(zone ?? zones.find((each) => each === localStorage.getItem(KEY)) ?? chosenZone());
  localStorage.setItem(KEY, chosenZone());
}
