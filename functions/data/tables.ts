import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DistrictContext, NationalContext } from '#functions/app/context.ts';
import { actorOf } from '#functions/app/context.ts';
import type { IdPrefix } from '#shared/domain/ids.ts';
import { Table } from './table.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** One district's items, under a session that opens no other district's (I1). */
export class DistrictTable extends Table {
  readonly context: DistrictContext;
  readonly newId: NewId;

  constructor(client: DynamoDBDocumentClient, name: string, context: DistrictContext, newId: NewId) {
    super(client, name, context.now);
    this.context = context;
    this.newId = newId;
  }

  /** Begins a command; `event` names the audit entry, such as `visit.scheduled`, and `subject` its id. */
  begin(event: string, subject: string): UnitOfWork {
    return this.#begin(event, subject);
  }

  /** Begins one step of a long job about `subject`, without an audit entry: the job writes one when it ends. */
  beginStep(subject: string): UnitOfWork {
    return this.#begin(null, subject);
  }

  #begin(event: string | null, subject: string): UnitOfWork {
    return new UnitOfWork(this, {
      district: this.context.districtId,
      actor: actorOf(this.context),
      event,
      subject,
      context: this.context,
      newId: this.newId,
    });
  }
}

/** The national office's items: a directory and counts, no person of a district (I2). */
export class NationalTable extends Table {
  readonly context: NationalContext;
  readonly newId: NewId;

  constructor(client: DynamoDBDocumentClient, name: string, context: NationalContext, newId: NewId) {
    super(client, name, context.now);
    this.context = context;
    this.newId = newId;
  }

  begin(event: string, subject: string): UnitOfWork {
    return new UnitOfWork(this, {
      district: 'NATIONAL',
      actor: actorOf(this.context),
      event,
      subject,
      context: this.context,
      newId: this.newId,
    });
  }
}

/** Makes an id such as `vis_…` (a ULID of the request's instant). */
export type NewId = (prefix: IdPrefix) => string;
