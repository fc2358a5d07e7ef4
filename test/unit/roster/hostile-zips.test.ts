import { Readable } from 'node:stream';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readRows } from '#functions/adapters/roster/csv-rows.ts';
import { archiveLimits, openRosterArchive } from '#functions/adapters/roster/roster-archive.ts';
import { need } from '#functions/app/roster/roster-files.ts';
import { csv, oneRoster11, refusalOf, rosterZip, withFile } from '../../support/roster-zip.ts';

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };

/** A copy of a zip with bytes changed in the first record of a kind. */
function patched(
  bytes: Uint8Array,
  kind: keyof typeof signature,
  offset: number,
  value: readonly number[],
): Uint8Array {
  const copy = Buffer.from(bytes);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature[kind]);
  const at = copy.indexOf(mark);
  copy.set(value, at + offset);
  return copy;
}
const uint16 = (n: number) => [n & 255, n >> 8];
const uint32 = (n: number) => [n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24];
const { 'manifest.csv': _manifest, ...readFiles } = oneRoster11;
/** Its first file is orgs.csv, which is read. */
const good = rosterZip(readFiles);

describe('an upload that is not a sound zip of CSV files is refused with one sentence', () => {
  it.each([
    ['text', strToU8('sourcedId,name\n1,x\n'), 'is not a zip'],
    ['nothing', new Uint8Array(), 'is not a zip'],
    ['half a zip', good.slice(0, good.length / 2), 'is not a zip'],
    [
      'a workbook',
      rosterZip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }),
      'holds no CSV files',
    ],
    [
      'some other CSV',
      rosterZip({ 'people.csv': csv('a,b', '1,2') }),
      'holds no roster that Porchlight knows',
    ],
    ['a password', patched(good, 'central', 8, uint16(1)), 'locked with a password'],
    ['strong encryption', patched(good, 'central', 8, uint16(0x41)), 'locked, damaged'],
    ['an unusual packing', patched(good, 'central', 10, uint16(14)), 'packed in a way'],
    ['a link', patched(good, 'central', 38, uint32(0o120777 << 16)), 'a link instead of a file'],
    ['a checksum that does not fit', patched(good, 'central', 16, uint32(7)), 'damaged inside the zip'],
    ['a size that is a lie', patched(good, 'central', 24, uint32(5)), 'damaged inside the zip'],
    ['a path that climbs', rosterZip({ ...oneRoster11, '../../etc/users.csv': 'x' }), 'land outside of it'],
    ['an absolute path', rosterZip({ ...oneRoster11, '/etc/orgs.csv': 'x' }), 'land outside of it'],
    ['a file twice', rosterZip({ ...oneRoster11, 'old/Users.CSV': 'x' }), 'holds users.csv twice'],
    [
      'a claim of many entries',
      patched(patched(good, 'end', 8, uint16(0xfffe)), 'end', 10, uint16(0xfffe)),
      'more than 200 files',
    ],
    [
      'too many entries',
      rosterZip(
        Object.fromEntries(Array.from({ length: archiveLimits.entries + 1 }, (_, i) => [`f${i}.csv`, 'a'])),
      ),
      'more than 200 files',
    ],
    [
      'a very long name',
      rosterZip({ [`${'n'.repeat(archiveLimits.nameLength)}.csv`]: 'a' }),
      'very long name',
    ],
  ])('%s', async (_, bytes, sentence) => {
    const refused = await refusalOf(bytes);
    expect(refused).toContain('RosterRefused');
    expect(refused).toContain(sentence);
  });

  it('a claim of a million entries in the 64-bit form of a zip', async () => {
    const end = Buffer.alloc(56 + 20 + 22);
    end.writeUInt32LE(0x06064b50, 0);
    end.writeBigUInt64LE(44n, 4);
    end.writeBigUInt64LE(1_000_000n, 24);
    end.writeBigUInt64LE(1_000_000n, 32);
    end.writeUInt32LE(0x07064b50, 56);
    end.writeUInt32LE(1, 72);
    end.writeUInt32LE(signature.end, 76);
    end.fill(0xff, 84, 96);
    expect(await refusalOf(end)).toContain('more than 200 files');
  });

  it('a bomb, before anything of it is unpacked', async () => {
    const bomb = zipSync({ 'users.csv': new Uint8Array(5_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(archiveLimits.ratioFrom);
    expect(await refusalOf(bomb)).toContain('unpacks to more than any roster needs');
  });

  it('a bomb that says it is small ends where its own word ends', async () => {
    const header = 'sourcedId,role,orgSourcedIds,givenName,familyName\n';
    const bomb = zipSync({
      'orgs.csv': strToU8(oneRoster11['orgs.csv']),
      'users.csv': strToU8(header + 'x'.repeat(3_000_000)),
    });
    const users = Buffer.from(bomb);
    const last = users.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    users.writeUInt32LE(2_000, last + 24);
    expect(await refusalOf(users)).toContain('users.csv is damaged inside the zip');
  });

  it('entries that overlap, so that the parts are more than the whole', async () => {
    const one = rosterZip({ 'a.csv': csv('a', ...Array.from({ length: 400 }, (_, i) => `${i * 7919}`)) });
    const central = Buffer.from(one);
    const start = central.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const end = central.indexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    const record = central.subarray(start, end);
    const copies = Array.from({ length: 3 }, (_, i) => {
      const copy = Buffer.from(record);
      copy.write(`${'bcd'[i]}.csv`, 46);
      return copy;
    });
    const tail = Buffer.from(central.subarray(end));
    tail.writeUInt16LE(4, 8);
    tail.writeUInt16LE(4, 10);
    tail.writeUInt32LE(record.length * 4, 12);
    expect(await refusalOf(Buffer.concat([central.subarray(0, end), ...copies, tail]))).toContain(
      'unpacks to more than any roster needs',
    );
  });
});

describe('a CSV file that cannot be read is refused with one sentence', () => {
  const withOrgs = (orgs: string | Uint8Array) => rosterZip({ ...oneRoster11, 'orgs.csv': orgs });
  it.each([
    ['no header', withOrgs(''), 'orgs.csv is empty'],
    ['a missing column', withOrgs(csv('sourcedId,name', 's1,x')), 'orgs.csv has no column type'],
    ['a doubled column', withOrgs(csv('sourcedId,name,type,name', 's1,x,school,y')), 'the column name twice'],
    ['semicolons', withOrgs(csv('sourcedId;name;type', 's1;x;school')), 'not separated by commas'],
    [
      'another encoding',
      withOrgs(Buffer.from('sourcedId,name,type\ns1,Peña,school\n', 'latin1')),
      'orgs.csv is not saved as UTF-8',
    ],
    [
      'sixteen-bit text',
      withOrgs(Buffer.from('\uFEFFsourcedId,name,type\ns1,x,school\n', 'utf16le')),
      'orgs.csv is not saved as UTF-8',
    ],
    ['an open quote', withOrgs('sourcedId,name,type\ns1,"Cedar,school\n'), 'a quotation mark is not closed'],
    [
      'an endless quote',
      withOrgs(`sourcedId,name,type\ns1,"${'x,\n'.repeat(60_000)}`),
      'a quotation mark is not closed',
    ],
    [
      'a missing file',
      rosterZip({ 'users.csv': oneRoster11['users.csv'] }),
      'orgs.csv is missing from the zip',
    ],
    [
      'users without roles',
      rosterZip({ ...oneRoster11, 'users.csv': csv('sourcedId,givenName,familyName', '1,a,b') }),
      'Export the roster again with its roles',
    ],
  ])('%s', async (_, bytes, sentence) => {
    const refused = await refusalOf(bytes);
    expect(refused).toContain('RosterRefused');
    expect(refused).toContain(sentence);
  });

  it('cuts no letter in half where two chunks meet', async () => {
    const bytes = Buffer.from('name\nZoë\n');
    const chunks = Readable.from([...bytes].map((byte) => Buffer.from([byte])));
    const rows = [];
    for await (const row of readRows('x.csv', chunks, { name: need('name') }, () => undefined))
      rows.push(row);
    expect(rows).toEqual([{ name: 'Zoë', line: 2 }]);
  });
});

describe('an archive', () => {
  it('can be read several times and is closed once', async () => {
    const columns = await withFile(good, async (path) => {
      const archive = await openRosterArchive(path);
      await archive.columns('orgs.csv');
      const again = await archive.columns('orgs.csv');
      await archive.close();
      return again;
    });
    expect(columns).toContain('sourcedId');
  });
});
