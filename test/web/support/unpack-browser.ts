import { executable } from './browser.ts';

/** Runs once before all test files, which start their browsers side by side. */
export async function setup(): Promise<void> {
  await executable();
}
