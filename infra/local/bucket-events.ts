/** S3 event notifications: a stored object, told to the queues and functions that the bucket names. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '#infra/local/clock.ts';
import type { EventTargets } from '#infra/local/event-targets.ts';
import type { StoredObject } from '#infra/local/service.ts';
import type { Stack } from '#infra/local/template.ts';
import { type BucketNotification, bucketNotificationsOf } from '#infra/local/template-data.ts';

/** Returns the function that tells of a stored object. */
export const bucketEvents = (
  stack: Stack,
  targets: EventTargets,
  clock: Clock,
): ((object: StoredObject) => Promise<void>) => {
  const notifications = bucketNotificationsOf(stack);
  return async (object) => {
    for (const notification of notifications) {
      if (!wants(notification, object)) continue;
      await targets.deliver({
        targetArn: notification.targetArn,
        event: { Records: [toRecord(object, stack, clock)] },
        retries: 2,
        deadLetterArn: undefined,
      });
    }
  };
};

const wants = (notification: BucketNotification, object: StoredObject): boolean =>
  notification.bucket === object.bucket &&
  object.key.startsWith(notification.prefix) &&
  object.key.endsWith(notification.suffix) &&
  notification.events.some((pattern) => {
    const name = pattern.replace(/^s3:/, '');
    return name.endsWith('*') ? object.eventName.startsWith(name.slice(0, -1)) : object.eventName === name;
  });

/** Keys travel form-encoded: a space is a plus sign. */
const encodedKey = (key: string): string =>
  encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+');

const toRecord = (object: StoredObject, stack: Stack, clock: Clock): Record<string, unknown> => ({
  eventVersion: '2.1',
  eventSource: 'aws:s3',
  awsRegion: stack.region,
  eventTime: new Date(clock.now()).toISOString(),
  eventName: object.eventName,
  userIdentity: { principalId: 'local' },
  requestParameters: { sourceIPAddress: '127.0.0.1' },
  responseElements: { 'x-amz-request-id': randomUUID() },
  s3: {
    s3SchemaVersion: '1.0',
    configurationId: 'local',
    bucket: {
      name: object.bucket,
      ownerIdentity: { principalId: 'local' },
      arn: `arn:aws:s3:::${object.bucket}`,
    },
    object: {
      key: encodedKey(object.key),
      size: object.size,
      eTag: object.etag,
      sequencer: clock.now().toString(16).toUpperCase().padStart(16, '0'),
    },
  },
});
