const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

const scrambled = (block: number): number => Math.imul(rotated(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);

/**
 * MurmurHash3 (x86, 32 bit) of ASCII text: spreads evenly, needs no platform, and anyone can work it out again with
 * tools of their own. It keeps no secret.
 */
export function murmur3(text: string, seed: number): number {
  const byte = (at: number): number => text.charCodeAt(at) & 0xff;
  const whole = text.length & ~3;
  let hash = seed;
  for (let at = 0; at < whole; at += 4) {
    const block = byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24);
    hash = Math.imul(rotated(hash ^ scrambled(block), 13), 5) + 0xe6546b64;
  }
  let rest = 0;
  for (let at = text.length - 1; at >= whole; at -= 1) rest = (rest << 8) | byte(at);
  hash ^= scrambled(rest) ^ text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
