/** Files of a district: rosters in, payroll files out. Keys are made by the caller and begin with their purpose. */
export interface Files {
  /** A form that accepts one file of at most `maxBytes` under exactly this key, for 15 minutes. */
  uploadForm(key: string, maxBytes: number): Promise<{ url: string; fields: Record<string, string> }>;
  /** Writes a file that is never replaced; a second write of the same key with the same bytes is no error. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** A link that works for five minutes and saves under `fileName`. */
  downloadLink(key: string, fileName: string): Promise<string>;
}
