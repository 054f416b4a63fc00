import { text } from './setting-kinds.js';

/** Where files lie. */
export const folderSettings = {
  WAYBILL_DATA_DIR: {
    schema: text.default('.data'),
    expected: 'a folder that can be written',
    example: '.data',
    about:
      'where npm start keeps its database, its log and run.json, and every instance the anchors of its seals',
  },
  WAYBILL_ARCHIVE_DIR: {
    schema: text.optional(),
    expected: 'a folder that can be written',
    example: '/var/lib/waybill/archive',
    about:
      'where events of old lie; all instances share it; the folder archive of WAYBILL_DATA_DIR when this is empty',
  },
} as const;
