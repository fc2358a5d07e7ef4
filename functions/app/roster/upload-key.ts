import { DistrictId, RosterImportId } from '#shared/domain/ids.ts';

/** Bytes of an upload at most; a zip of a hundred thousand students takes a tenth of it. */
export const mostUploadBytes = 100_000_000;

/** Where an import's file lies: the upload form accepts this key and no other, so the key names its district. */
export const uploadKey = (districtId: string, importId: string): string =>
  `rosters/${districtId}/${importId}.zip`;

/** The district and import a key names, or null for a file that is no roster upload. */
export function readUploadKey(key: string): { districtId: string; importId: string } | null {
  const [, districtId, importId] = /^rosters\/([^/]+)\/([^/]+)\.zip$/.exec(key) ?? [];
  const sound = DistrictId.safeParse(districtId).success && RosterImportId.safeParse(importId).success;
  return sound && districtId !== undefined && importId !== undefined ? { districtId, importId } : null;
}
