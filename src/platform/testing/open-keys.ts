import { PersonalData } from '../personal-data/personal-data.js';
import type { PersonalKeys, SealingKey } from '../personal-data/personal-keys.js';
import { dataKey, type DataKey } from '../personal-data/sealed-text.js';

/** Personal data of specs that have no database: the keys of everybody are at hand, and stay. */
export function personalDataInMemory(): PersonalData {
  const keys = new Map<string, DataKey>();
  const withId = (id: string) => Promise.resolve(keys.get(id));
  const forSealing = (subject: string): Promise<SealingKey> => {
    const key = keys.get(subject) ?? dataKey(subject, subject, Buffer.alloc(32, subject));
    keys.set(subject, key);
    return Promise.resolve({ key, row: { statement: 'select $1::json', row: {} } });
  };
  const remembered: Pick<PersonalKeys, 'withId' | 'remembered' | 'forSealing' | 'forget'> = {
    withId,
    remembered: (id) => ({ value: keys.get(id) }),
    forSealing,
    forget: () => undefined,
  };
  return new PersonalData(remembered as PersonalKeys);
}
