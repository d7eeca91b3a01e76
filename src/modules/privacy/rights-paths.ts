/** Where the pages of this room are. */
export const exportPath = '/me/export';
export const schemaPath = '/me/export/schema.json';
export const exportFilePath = (kind: 'json' | 'html'): string => `/me/export/everything.${kind}`;
export const leavePath = '/me/leave';
export const leaveNowPath = '/me/leave/now';
export const stayPath = '/me/stay';
export const stayedPath = '/me/stayed';
export const leftPath = '/left';
export const recordPath = '/me/record';
export const alertsPath = '/steward/alerts';
