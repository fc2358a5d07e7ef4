import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, vi } from 'vitest';
import { type Api, startApi } from './api.ts';
import { linkOf } from './family-steps.ts';
import { openScene } from './school-scene.ts';
import { before } from './visit-steps.ts';

export type Fields = readonly (readonly [string, string])[];

/** The hidden key of a form, under which it counts once. */
export const formKey = ['key', 'key-of-the-form-1'] as const;

/** What the page says on top when it refused something, without its markup. */
export const alertIn = (text: string): string =>
  /<p class="wrong" role="alert">(.*?)<\/p>/.exec(text)?.[1]?.replace(/<[^>]*>/g, '') ?? '';

/**
 * The real function of the family's pages: what a browser without scripts gets back. To be called once in a test file:
 * it starts what is needed before the tests and ends it after them.
 */
export function familyForms() {
  let api: Api;
  let handler: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
  beforeAll(async () => {
    api = await startApi();
    ({ handler } = await import('#functions/http/pages.ts'));
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(before) });
  });
  afterAll(() => {
    vi.useRealTimers();
    return api.stop();
  });

  async function open() {
    const scene = await openScene(api.engine);
    process.env['TABLE_NAME'] = scene.tableName;
    vi.setSystemTime(new Date(before));
    return { scene, link: await linkOf(scene) };
  }

  /** Sends a form, or asks for a page, below the family's link. */
  async function ask(
    link: string,
    routeKey: string,
    params: Record<string, string> = {},
    { fields, language = 'en', said }: { fields?: Fields; language?: string; said?: string } = {},
  ): Promise<{ status: number; text: string; to: string | undefined }> {
    const event = {
      routeKey,
      headers: { 'accept-language': 'en' },
      pathParameters: { link, ...params },
      queryStringParameters: { lang: language, ...(said && { said }) },
      isBase64Encoded: false,
      requestContext: { requestId: 'test' },
      ...(fields && {
        body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
      }),
    } as unknown as APIGatewayProxyEventV2;
    const { statusCode = 0, body = '', headers } = await handler(event);
    return { status: statusCode, text: body, to: headers?.['location'] as string | undefined };
  }
  const send = (link: string, step: string, fields: Fields, language?: string) =>
    ask(link, `POST /f/{link}/${step}`, {}, { fields, ...(language && { language }) });
  const sendOn = (link: string, visitId: string, step: string, fields: Fields, language?: string) =>
    ask(
      link,
      `POST /f/{link}/visits/{visitId}/${step}`,
      { visitId },
      { fields, ...(language && { language }) },
    );
  return { open, ask, send, sendOn };
}
