/**
 * The synthesized stack: every template of a cloud assembly, read as one set of resources with all
 * intrinsic functions resolved to names and ARNs of this machine.
 */

export interface Resource {
  readonly stackName: string;
  readonly logicalId: string;
  /** CloudFormation type, e.g. `AWS::Lambda::Function`. */
  readonly type: string;
  /** Physical name: the one the template sets, else the logical id without its hash. */
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  /** What `Ref` gives. */
  readonly ref: string;
  /** Properties with intrinsic functions resolved. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Stack {
  readonly account: string;
  /** Region of the first stack that has functions. */
  readonly region: string;
  readonly assemblyDir: string;
  /** All resources of a type, in the order of the templates. */
  resources(type: string): readonly Resource[];
  /** A resource by ARN, physical name, logical id or `Ref` value. */
  find(identifier: string, type?: string): Resource | undefined;
  /** Folder or file of an asset, by the S3 key that the template names. */
  assetPath(objectKey: string): string | undefined;
}
