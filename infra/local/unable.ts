/** Porchlight cannot go on here; the message is one sentence for the person who started it. */
export class Unable extends Error {
  override readonly name = 'Unable';
}
