/** The one port that the browser sees: API, embedded services, files, web app. Loopback only. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { s3MountPath } from '#infra/local/aws-wire.ts';
import type { HttpHandler } from '#infra/local/http-api.ts';
import type { Mount } from '#infra/local/service.ts';

export interface Site {
  readonly api: HttpHandler;
  readonly mounts: readonly Mount[];
  /** Signed S3 calls of functions; other calls on the same path belong to the S3 service's mount. */
  readonly signedS3: HttpHandler;
  readonly site: HttpHandler;
  readonly headers: (path: string) => Record<string, string>;
  /** Whether the API answers a path, rather than the web app's files. */
  readonly isApi: (path: string) => boolean;
  readonly log: (line: string) => void;
}

export interface WebServer {
  readonly port: number;
  /** From now on requests are answered; before, with "is starting". */
  open(site: Site): void;
  stop(): Promise<void>;
}

/** The port is taken; the sentence says what to do. */
export class PortTaken extends Error {}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Binds the port at once, so that a taken port shows before anything else is started. 0: any free port. */
export const startWebServer = async (port: number): Promise<WebServer> => {
  let current: Site | undefined;
  const server = createServer((request, response) => {
    if (!loopbackNames.has((request.headers.host ?? '').replace(/:\d+$/, ''))) {
      // A name that someone else points at this machine must not reach the inbox or the sign-in page.
      return answer(response, 421, 'Open Porchlight at http://localhost.');
    }
    if (current === undefined) {
      response.setHeader('retry-after', '1');
      return answer(response, 503, 'Porchlight is starting.');
    }
    const site = current;
    serve(site, request, response).catch((error: unknown) => {
      site.log(
        `web ${request.method} ${request.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      if (response.headersSent) response.destroy();
      else answer(response, 500, 'The local host failed; its log says why.');
    });
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(
        taken
          ? new PortTaken(
              `Port ${port} is in use by another program. Choose another one: npm start -- --port ${port + 1}`,
            )
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    open: (site) => {
      current = site;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const serve = async (site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname } = new URL(request.url ?? '/', 'http://local');
  const within = (path: string): boolean => pathname === path || pathname.startsWith(`${path}/`);
  if (within(s3MountPath) && request.headers.authorization?.startsWith('AWS4-HMAC-SHA256') === true) {
    return site.signedS3(request, response);
  }
  const mount = site.mounts
    .filter(({ path }) => within(path))
    .sort((a, b) => b.path.length - a.path.length)
    .at(0);
  if (mount !== undefined) return mount.handle(request, response);
  for (const [name, value] of Object.entries(site.headers(pathname))) response.setHeader(name, value);
  if (site.isApi(pathname)) return site.api(request, response);
  return site.site(request, response);
};

const answer = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
};
