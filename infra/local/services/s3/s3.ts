/**
 * Amazon S3 on one machine, as far as this stack uses it: whole objects in and out, presigned addresses, and
 * forms with a signed policy. It refuses what S3 refuses, because an upload that works only here is worth nothing.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Credentials, EmbeddedService, ServiceContext } from '#infra/local/service.ts';
import { addressOf } from '#infra/local/services/answer.ts';
import { html } from '#infra/local/services/markup.ts';
import type { Resource } from '#infra/local/template.ts';
import { applyCors } from './cors.ts';
import { readForm } from './form-reader.ts';
import { type ObjectRecord, ObjectStore } from './object-store.ts';
import { answerObject } from './read-object.ts';
import { RequestBody } from './request-body.ts';
import { answerRefusal, S3Refusal } from './s3-refusal.ts';
import { type SignatureContext, verifyPresigned } from './signature.ts';
import { acceptForm, acceptPut, keyOf } from './write-object.ts';

const mountPath = '/_local/s3';
const maxKeyBytes = 1024;
/** Query parameters that ask for something else than the object itself. */
const subResources =
  'acl attributes legal-hold partNumber restore retention select tagging torrent uploadId uploads versionId';
const actionOf = new Map([
  ['GET', 's3:GetObject'],
  ['HEAD', 's3:GetObject'],
  ['PUT', 's3:PutObject'],
  ['DELETE', 's3:DeleteObject'],
]);

interface Target {
  readonly bucket: Resource;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly body: RequestBody;
}

export class LocalS3 implements EmbeddedService {
  readonly name = 'files';
  readonly mounts = [{ path: mountPath, handle: this.#fromBrowser.bind(this) }];
  readonly aws = { service: 's3', handle: this.#fromFunction.bind(this) } as const;
  #running: { context: ServiceContext; store: ObjectStore } | undefined;
  #reporting = 0;

  async start(context: ServiceContext): Promise<void> {
    this.#running = { context, store: await ObjectStore.open(context.dataDir) };
  }

  busy(): boolean {
    return this.#reporting > 0;
  }

  get #here() {
    if (this.#running === undefined) throw new Error('The file service has not been started');
    return this.#running;
  }

  /** A call signed in its headers: the host has identified and judged the caller. */
  #fromFunction(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.#guarded(request, response, (target) => this.#operate(request, response, target));
  }

  /** A presigned address, a form or a preflight: identified and judged here. */
  #fromBrowser(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.#guarded(request, response, async (target) => {
      applyCors(target.bucket, request, response, this.#here.context.origin);
      if (request.method === 'OPTIONS') {
        response.writeHead(200).end();
        return;
      }
      if (request.method === 'POST') return this.#postForm(request, response, target);
      const action = actionOf.get(request.method ?? '');
      if (action === undefined) throw notAllowed();
      const url = addressOf(request);
      const signer = verifyPresigned(request.method ?? '', url, request.headers, this.#signatures);
      await this.#judge(signer, action, target);
      return this.#operate(request, response, target);
    });
  }

  get #signatures(): SignatureContext {
    const { context } = this.#here;
    return {
      find: (accessKeyId) => context.credentials.find(accessKeyId),
      now: context.clock.now(),
      region: context.stack.region,
    };
  }

  async #guarded(
    request: IncomingMessage,
    response: ServerResponse,
    work: (target: Target) => Promise<void>,
  ): Promise<void> {
    const url = addressOf(request);
    const body = new RequestBody(request);
    try {
      await work({ ...this.#locate(url), body });
    } catch (error) {
      const refusal =
        error instanceof S3Refusal
          ? error
          : new S3Refusal('InternalError', 'We encountered an internal error. Please try again.');
      if (refusal !== error) this.#here.context.log(`files: ${String(error)}`);
      await body.drain();
      if (response.headersSent) response.destroy();
      else answerRefusal(response, refusal, url.pathname.slice(mountPath.length));
    }
  }

  #locate(url: URL): Omit<Target, 'body'> {
    const [, name = '', path = ''] = /^\/_local\/s3\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? [];
    const bucket = this.#here.context.stack
      .resources('AWS::S3::Bucket')
      .find((one) => one.name === decodeURIComponent(name));
    if (bucket === undefined) throw new S3Refusal('NoSuchBucket', 'The specified bucket does not exist');
    const key = decodeURIComponent(path);
    if (Buffer.byteLength(key) > maxKeyBytes) throw new S3Refusal('KeyTooLongError', 'Your key is too long');
    return { bucket, key, query: url.searchParams };
  }

  async #judge(signer: Credentials, action: string, target: Pick<Target, 'bucket' | 'key'>): Promise<void> {
    const resource = `${target.bucket.arn}/${target.key}`;
    const verdict = await this.#here.context.judge(signer.principal, action, resource, {});
    if (!verdict.allowed) throw new S3Refusal('AccessDenied', 'Access Denied');
  }

  async #operate(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
    const { store } = this.#here;
    const { bucket, key, query } = target;
    const more = subResources.split(' ').some((name) => query.has(name));
    if (key === '' || more || request.headers['x-amz-copy-source'] !== undefined) {
      throw new S3Refusal(
        'NotImplemented',
        'The S3 of this machine keeps and gives whole objects only; this asks for something else',
      );
    }
    switch (request.method) {
      case 'GET':
      case 'HEAD': {
        const record = store.get(bucket.name, key);
        if (record === undefined) throw new S3Refusal('NoSuchKey', 'The specified key does not exist.');
        return answerObject(store, record, request, response, query);
      }
      case 'PUT': {
        const exists = () => store.get(bucket.name, key) !== undefined;
        const accepted = await acceptPut(store, request.headers, target.body, exists);
        const record = await this.#keep(accepted, target, 'ObjectCreated:Put');
        response.writeHead(200, { etag: `"${record.etag}"` }).end();
        return;
      }
      case 'DELETE':
        await store.remove(bucket.name, key);
        response.writeHead(204).end();
        return;
      default:
        throw notAllowed();
    }
  }

  async #postForm(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
    if (target.key !== '') throw notAllowed();
    const form = await readForm(request.headers['content-type'] ?? '', target.body);
    const into = { ...target, key: keyOf(form) };
    const accepted = await acceptForm(
      this.#here.store,
      form,
      into.key,
      target.bucket.name,
      this.#signatures,
      (signer) => this.#judge(signer, 's3:PutObject', into),
    );
    const record = await this.#keep(accepted, into, 'ObjectCreated:Post');
    // What follows the file is not looked at, but must be read before the answer.
    await target.body.drain();
    const location = `${this.#here.context.origin}${mountPath}/${record.bucket}/${encodeURIComponent(record.key)}`;
    response.setHeader('etag', `"${record.etag}"`);
    response.setHeader('location', location);
    const wanted = form.fields.get('success_action_status');
    if (wanted !== '201') {
      response.writeHead(wanted === '200' ? 200 : 204).end();
      return;
    }
    const xml = html`<PostResponse><Location>${location}</Location><Bucket>${record.bucket}</Bucket><Key>${record.key}</Key><ETag>"${record.etag}"</ETag></PostResponse>`;
    response.writeHead(201, { 'content-type': 'application/xml' }).end(xml.text);
  }

  async #keep(
    { draft, headers }: Awaited<ReturnType<typeof acceptPut>>,
    { bucket, key }: Pick<Target, 'bucket' | 'key'>,
    eventName: string,
  ): Promise<ObjectRecord> {
    const { store, context } = this.#here;
    const lastModified = context.clock.now();
    const record = await store.keep(draft, { bucket: bucket.name, key, headers, lastModified });
    // Not awaited: S3 answers first and reports later.
    this.#reporting += 1;
    void context
      .objectCreated({ bucket: bucket.name, key, size: record.size, etag: record.etag, eventName })
      .catch((error: unknown) => context.log(`files: an event was not delivered: ${String(error)}`))
      .finally(() => {
        this.#reporting -= 1;
      });
    return record;
  }
}

const notAllowed = () =>
  new S3Refusal('MethodNotAllowed', 'The specified method is not allowed against this resource.');
