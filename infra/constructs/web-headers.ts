import { createHash } from 'node:crypto';

/** What the web app may load and whom it may talk to. */
export interface WebSources {
  /** The bucket that rosters are uploaded to and payroll files fetched from. */
  readonly files: string;
  /** Sign-in: discovery and keys, and the page with the token endpoint. */
  readonly identity: readonly string[];
}

/**
 * The content security policy of the web app. Nothing inline runs, scripts or styles: the look comes from
 * files of this origin.
 */
export function contentSecurityPolicy(sources: WebSources): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", sources.files, ...sources.identity],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/**
 * The policy of the family's pages: nothing runs at all, nothing is loaded, and the one style sheet inside the page is
 * known by its hash. Forms go to this origin.
 */
export function familyPagesPolicy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Features of the browser that the app never asks for. */
export const permissionsPolicy = 'camera=(), microphone=(), geolocation=(), payment=(), usb=()';
