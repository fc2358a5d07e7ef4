import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser';

/** A mail as the inbox shows it. */
export interface ReadMail {
  readonly from: string;
  readonly to: string;
  readonly text: string | null;
  readonly html: string | null;
  /** The iCalendar text of an invitation. */
  readonly calendar: string | null;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
}

/** Takes the parts of a raw mail apart. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const parsing: Promise<ParsedMail> = simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  const mail = await parsing;
  const isCalendar = (part: Attachment) => part.contentType === 'text/calendar';
  return {
    from: written(mail.from),
    to: written(mail.to),
    text: mail.text?.trim() || null,
    html: mail.html || null,
    calendar: mail.attachments.find(isCalendar)?.content.toString('utf8') ?? null,
    attachments: mail.attachments
      .filter((part) => !isCalendar(part))
      .map((part) => ({ name: part.filename ?? 'unnamed', type: part.contentType, size: part.size })),
  };
}

function written(address: AddressObject | AddressObject[] | undefined): string {
  return [address ?? []]
    .flat()
    .map((one) => one.text)
    .join(', ');
}

/** The lines of an invitation that a person cares about. */
export function calendarLines(calendar: string): { name: string; value: string }[] {
  const wanted: Record<string, string> = {
    SUMMARY: 'What',
    DTSTART: 'Starts',
    DTEND: 'Ends',
    LOCATION: 'Where',
    ORGANIZER: 'From',
    STATUS: 'Status',
  };
  const event = /BEGIN:VEVENT([\s\S]*?)END:VEVENT/.exec(calendar.replace(/\r?\n[ \t]/g, ''))?.[1] ?? '';
  return event.split(/\r?\n/).flatMap((line) => {
    const [, key = '', rest = ''] = /^([A-Z-]+)(.*)$/.exec(line) ?? [];
    const name = wanted[key];
    if (name === undefined) return [];
    const zone = /TZID=([^:;]+)/.exec(rest)?.[1];
    const value = rest
      .slice(rest.indexOf(':') + 1)
      .replace(/\\([,;nN])/g, (_, c: string) => (c === 'n' ? ' ' : c));
    return [{ name, value: zone === undefined ? value : `${value} (${zone})` }];
  });
}
