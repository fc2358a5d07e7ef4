import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { routeList, routes } from '#shared/contract/contract.ts';
import { type Answers, type MockRequest, type Persona, Refused, refuse } from './mock-answers.ts';
import { answerSignIn } from './mock-sign-in.ts';

/** The strictest policy the pages can be served with: whatever breaks under it would break in front of people. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export interface MockServer {
  readonly url: string;
  /** Who the next sign-in lets in. */
  persona: Persona;
  answers: Answers;
  /** Every API request so far. */
  readonly requests: MockRequest[];
  /** While true, the API hangs up without an answer, as a phone without a signal would see it. */
  away: boolean;
  /** Which files of the app do not come: as if there were no signal while `away`, else as if they were not there. */
  lost: (path: string) => boolean;
  /** Cuts every connection; a request that was being answered never hears of it. */
  hangUp(): void;
  close(): Promise<void>;
}

interface Options {
  /** Built pages; without them only `/api`, `/oidc` and `/config.json` answer, for a development server in front. */
  readonly root?: string;
  readonly port?: number;
  readonly persona: Persona;
  readonly answers: Answers;
}

/** Serves the built pages, a sign-in that lets the persona in at once, and an API that answers by the contract. */
export async function startMockServer(options: Options): Promise<MockServer> {
  const state = {
    url: '',
    persona: options.persona,
    answers: options.answers,
    requests: [] as MockRequest[],
    away: false,
    lost: () => false,
    hangUp: () => server.closeAllConnections(),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => {
    answer(state, options.root, request, response).catch((error: unknown) => {
      // A fault of a sample or a test, never of the pages: loud, so that nobody looks for it there.
      process.stderr.write(`Mock server: ${String(error)}\n`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  state.url = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return state;
}

async function answer(
  state: MockServer,
  root: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  if (url.pathname === '/config.json') {
    return sendJson(response, 200, {
      authority: `${url.origin}/oidc`,
      clientId: 'porchlight-web',
      logoutUrl: `${url.origin}/oidc/logout`,
      stage: 'test',
    });
  }
  if (url.pathname.startsWith('/oidc/')) return answerSignIn(state, url, request, response);
  const isFile = !url.pathname.startsWith('/api/');
  if (isFile && !state.lost(url.pathname)) return sendFile(root, url.pathname, response);
  if (state.away) {
    request.socket.destroy();
    return;
  }
  if (isFile) {
    response.writeHead(404).end();
    return;
  }
  await answerApi(state, url, request, response);
}

async function answerApi(
  state: MockServer,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = url.pathname.slice('/api'.length);
  const found = routeList.flatMap((route) => {
    const match =
      route.method === request.method
        ? new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path)
        : null;
    return match === null ? [] : [{ id: route.id, params: { ...match.groups } }];
  })[0];
  try {
    if (found === undefined) throw refuse('NOT_FOUND', 'There is no such route.');
    const text = await bodyOf(request);
    const key = request.headers['idempotency-key'];
    const asked: MockRequest = {
      ...found,
      query: Object.fromEntries(url.searchParams),
      body: text === '' ? null : JSON.parse(text),
      idempotencyKey: typeof key === 'string' ? key : null,
    };
    state.requests.push(asked);
    const make = state.answers[found.id] as ((asked: MockRequest) => unknown) | undefined;
    if (make === undefined) throw refuse('NOT_FOUND', 'This is not here.', 'not_found');
    // Parsed, so that a sample that no longer fits the contract fails here and not in front of people.
    sendJson(response, 200, routes[found.id].response.parse(await make(asked)));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    sendJson(response, error.problem.status, error.problem);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function sendFile(root: string | undefined, path: string, response: ServerResponse): void {
  if (root === undefined) {
    response.writeHead(404).end();
    return;
  }
  const asked = join(root, normalize(path));
  const isFile = asked.startsWith(root) && existsSync(asked) && statSync(asked).isFile();
  const file = isFile ? asked : join(root, 'index.html');
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    // As in front of people: what carries its content in its name is asked for once.
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  createReadStream(file).pipe(response);
}
