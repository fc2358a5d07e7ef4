import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));

/** What a phone's camera reads in a QR code on the page; null when it reads nothing. */
export async function readSquare(square: Locator): Promise<string | null> {
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const [found] = await readBarcodes(new Uint8Array(await square.screenshot()), { formats: ['QRCode'] });
  return found?.text ?? null;
}
