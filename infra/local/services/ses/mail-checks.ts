import { SesRefusal } from '#infra/local/services/ses/query-protocol.ts';
import type { Stack } from '#infra/local/template.ts';

/** SES's own limits (Service quotas, v1 API). */
const maxMessageBytes = 10 * 1024 * 1024;
const maxRecipients = 50;

/** A mail about to be accepted. Addresses are bare. */
export interface Envelope {
  readonly from: string;
  /** Addresses of the From header, which must be verified as well. */
  readonly headerFrom: readonly string[];
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly configurationSet: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** What the stack declares about mail. */
export interface MailSettings {
  readonly region: string;
  /** Verified domains and addresses, lower case. */
  readonly identities: readonly string[];
  readonly configurationSets: readonly string[];
}

/** Reads verified identities and configuration sets out of the stack. */
export function mailSettings(stack: Stack): MailSettings {
  return {
    region: stack.region,
    identities: stack
      .resources('AWS::SES::EmailIdentity')
      .map((identity) => String(identity.properties['EmailIdentity'] ?? identity.name).toLowerCase()),
    configurationSets: stack.resources('AWS::SES::ConfigurationSet').map((set) => set.name),
  };
}

/** Refuses what SES refuses, in its words. @throws SesRefusal */
export function checkEnvelope(mail: Envelope, settings: MailSettings): void {
  for (const address of [mail.from, ...mail.headerFrom, ...mail.to]) checkAddress(address);
  const unverified = [...new Set([mail.from, ...mail.headerFrom])].filter(
    (from) => !verified(from, settings),
  );
  if (unverified.length > 0) {
    throw new SesRefusal(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region ${settings.region.toUpperCase()}: ${unverified.join(', ')}`,
    );
  }
  if (mail.to.length === 0) throw invalid("Missing required header 'To'.");
  if (mail.to.length > maxRecipients) throw invalid(`Recipient count exceeds ${maxRecipients}.`);
  if (mail.raw.length > maxMessageBytes) {
    throw invalid(`Message length is more than ${maxMessageBytes} bytes long: '${mail.raw.length}'.`);
  }
  if (mail.configurationSet !== null && !settings.configurationSets.includes(mail.configurationSet)) {
    throw new SesRefusal(
      'ConfigurationSetDoesNotExist',
      `Configuration set <${mail.configurationSet}> does not exist.`,
    );
  }
  for (const [name, value] of Object.entries(mail.tags)) {
    if (!/^[\w-]{1,256}$/.test(name)) {
      throw invalid(`Invalid tag name <${name}>: only alphanumeric ASCII characters, '_', '-' are allowed.`);
    }
    if (!/^[\w.@-]{1,256}$/.test(value)) {
      throw invalid(
        `Invalid tag value <${value}>: only alphanumeric ASCII characters, '_', '-', '.', '@' are allowed.`,
      );
    }
  }
}

function checkAddress(address: string): void {
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1) throw invalid("Missing final '@domain'");
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (hasControlOrSpace(local)) throw invalid('Local address contains control or whitespace');
  if (!isAscii(local)) throw invalid('Local address contains non-ASCII characters.');
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(domain)) {
    throw invalid('Domain contains illegal character');
  }
}

const invalid = (message: string) => new SesRefusal('InvalidParameterValue', message);
const isAscii = (text: string) => [...text].every((letter) => letter.charCodeAt(0) < 128);
const hasControlOrSpace = (text: string) =>
  [...text].some((letter) => letter.charCodeAt(0) <= 32 || letter.charCodeAt(0) === 127);

/** A verified domain covers its subdomains; a verified address also covers labels after `+`. */
function verified(address: string, settings: MailSettings): boolean {
  const bare = address.toLowerCase().replace(/\+[^@]*@/, '@');
  const domain = bare.slice(bare.lastIndexOf('@') + 1);
  return settings.identities.some((identity) =>
    identity.includes('@') ? identity === bare : domain === identity || domain.endsWith(`.${identity}`),
  );
}
