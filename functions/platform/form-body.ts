import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { AppError } from '#functions/app/errors.ts';

const largestForm = 32 * 1024;

/**
 * The fields of a form as a browser sends them without any script: a name that comes several times holds a list.
 * @throws AppError TOO_LARGE past 32 KB: no form of a family's page comes near it.
 */
export function formFields(event: APIGatewayProxyEventV2): Record<string, string | string[]> {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > largestForm)
    throw new AppError('TOO_LARGE', 'This is more text than fits in one request. Make it shorter.', {
      reason: 'too_large',
    });
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    const before = fields.get(name) ?? [];
    // Browsers write line ends as two characters; the limits of our fields count one.
    const text = value.replaceAll('\r\n', '\n');
    fields.set(name, fields.has(name) ? [before, text].flat() : text);
  }
  return Object.fromEntries(fields);
}

/** Whether a field holds the key that goes with each form. */
export const isFormKey = (field: unknown): field is string =>
  typeof field === 'string' && /^[A-Za-z0-9_-]{8,80}$/.test(field);
