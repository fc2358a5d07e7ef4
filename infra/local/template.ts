/**
 * The synthesized stack: every template of a cloud assembly, read as one set of resources with all
 * intrinsic functions resolved to names and ARNs of this machine.
 */
import { type AssemblyStack, readAssembly, TemplateError } from '#infra/local/assembly.ts';
import { isRecord, resolveValue, type Scope } from '#infra/local/template-intrinsics.ts';
import { arnOf, attributeOf, type Place, physicalName, refOf } from '#infra/local/template-names.ts';

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
  /** A resource by ARN, physical name, logical id (with or without its hash) or `Ref` value. */
  find(identifier: string, type?: string): Resource | undefined;
  /** Folder or file of an asset, by the S3 key that the template names. */
  assetPath(objectKey: string): string | undefined;
}

/** A resource whose name and properties are resolved when first asked for: resources refer to each other. */
class LazyResource implements Resource {
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  readonly #home: AssemblyStack;
  readonly #scope: Scope;
  readonly #shortId: string;
  readonly #raw: Record<string, unknown>;
  #name: string | undefined;
  #properties: Record<string, unknown> | undefined;

  constructor(
    home: AssemblyStack,
    scope: Scope,
    logicalId: string,
    shortId: string,
    definition: Record<string, unknown>,
  ) {
    this.#home = home;
    this.#scope = scope;
    this.#shortId = shortId;
    this.stackName = home.stackName;
    this.logicalId = logicalId;
    this.type = String(definition['Type']);
    this.#raw = isRecord(definition['Properties']) ? definition['Properties'] : {};
  }

  get region(): string {
    return this.#home.region;
  }

  get place(): Place {
    return this.#home;
  }

  get name(): string {
    if (this.#name === undefined) {
      // The names that a template sets are single members; resolving only these keeps cycles out.
      const flat = Object.entries(this.#raw).filter(([key]) => /Name$|^EmailIdentity$/.test(key));
      const named = resolveValue(Object.fromEntries(flat), this.#scope);
      this.#name = physicalName(this.type, this.#shortId, isRecord(named) ? named : {}, this.place);
    }
    return this.#name;
  }

  get arn(): string {
    if (this.type === 'AWS::Lambda::Version' || this.type === 'AWS::Lambda::Alias') {
      const qualifier = this.type === 'AWS::Lambda::Alias' ? String(this.properties['Name']) : '1';
      const base = String(this.properties['FunctionName']);
      return base.startsWith('arn:')
        ? `${base}:${qualifier}`
        : `${arnOf('AWS::Lambda::Function', base, this.place)}:${qualifier}`;
    }
    return arnOf(this.type, this.name, this.place);
  }

  get ref(): string {
    return refOf(this.type, this.name, this.arn, this.place);
  }

  get properties(): Readonly<Record<string, unknown>> {
    if (this.#properties === undefined) {
      const resolved = resolveValue(this.#raw, this.#scope);
      this.#properties = isRecord(resolved) ? resolved : {};
    }
    return this.#properties;
  }
}

/** `VisitsFunction1A2B3C4D` → `VisitsFunction`: CDK ends logical ids with eight hexadecimal digits. */
const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '') || logicalId;

/** Reads a cloud assembly (`cdk.out`). Throws TemplateError when there is none. */
export const loadStack = (assemblyDir: string): Stack => {
  const assembly = readAssembly(assemblyDir);
  const resources: LazyResource[] = [];
  const byStack = new Map<string, Map<string, LazyResource>>();
  const exports = new Map<string, () => unknown>();

  const shortIds = new Map<string, number>();
  for (const home of assembly.stacks) {
    for (const [id, definition] of Object.entries(home.resources)) {
      const key = `${String(definition['Type'])} ${withoutHash(id)}`;
      shortIds.set(key, (shortIds.get(key) ?? 0) + 1);
    }
  }

  for (const home of assembly.stacks) {
    const own = new Map<string, LazyResource>();
    byStack.set(home.stackName, own);
    const scope = scopeOf(home, own, exports);
    for (const [id, definition] of Object.entries(home.resources)) {
      const alone = shortIds.get(`${String(definition['Type'])} ${withoutHash(id)}`) === 1;
      const shortId = alone ? withoutHash(id) : `${home.stackName}-${id}`;
      const resource = new LazyResource(home, scope, id, shortId, definition);
      own.set(id, resource);
      resources.push(resource);
    }
    for (const output of Object.values(home.outputs)) {
      const exported = isRecord(output['Export']) ? resolveValue(output['Export']['Name'], scope) : undefined;
      if (typeof exported === 'string') exports.set(exported, () => resolveValue(output['Value'], scope));
    }
    // Values that cross regions travel through a custom resource that writes parameters.
    for (const definition of Object.values(home.resources)) {
      if (definition['Type'] !== 'Custom::CrossRegionExportWriter') continue;
      const writer = isRecord(definition['Properties']) ? definition['Properties']['WriterProps'] : undefined;
      const values = isRecord(writer) && isRecord(writer['exports']) ? writer['exports'] : {};
      for (const [name, value] of Object.entries(values)) exports.set(name, () => resolveValue(value, scope));
    }
  }

  const region =
    resources.find((resource) => resource.type === 'AWS::Lambda::Function')?.region ?? 'us-east-1';
  return {
    account: assembly.stacks[0]?.account ?? '000000000000',
    region,
    assemblyDir,
    resources: (type) => resources.filter((resource) => resource.type === type),
    find: (identifier, type) => {
      const wanted = plainIdentifier(identifier);
      return resources.find(
        (resource) =>
          (type === undefined || resource.type === type) &&
          (resource.logicalId === wanted ||
            resource.name === wanted ||
            resource.arn === wanted ||
            resource.ref === wanted ||
            (resource.type === 'AWS::Lambda::Function' && wanted.startsWith(`${resource.arn}:`)) ||
            withoutHash(resource.logicalId) === wanted),
      );
    },
    assetPath: (objectKey) => assembly.assets.get(objectKey),
  };
};

/** An integration names a function by a longer address around its ARN; a stream ARN begins with its table's. */
const plainIdentifier = (identifier: string): string =>
  (/functions\/(arn:.+)\/invocations$/.exec(identifier)?.[1] ?? identifier).replace(/\/stream\/[^/]+$/, '');

const scopeOf = (
  home: AssemblyStack,
  own: ReadonlyMap<string, LazyResource>,
  exports: ReadonlyMap<string, () => unknown>,
): Scope => {
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::Region': home.region,
    'AWS::AccountId': home.account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': home.stackName,
    'AWS::StackId': `arn:aws:cloudformation:${home.region}:${home.account}:stack/${home.stackName}/local`,
    'AWS::NoValue': undefined,
  };
  const scope: Scope = {
    ref: (id) => {
      if (id in pseudo) return pseudo[id];
      const resource = own.get(id);
      if (resource) return resource.ref;
      return home.parameters[id]?.['Default'] ?? id;
    },
    attribute: (id, attribute) => {
      const resource = own.get(id);
      if (!resource)
        throw new TemplateError(`The stack ${home.stackName} refers to ${id}, which it does not define.`);
      if (resource.type === 'Custom::CrossRegionExportReader') return exports.get(attribute)?.() ?? attribute;
      return attributeOf(resource.type, attribute, resource.name, resource.arn, resource.place);
    },
    importValue: (name) => {
      const value = exports.get(name);
      if (!value)
        throw new TemplateError(`The stack ${home.stackName} imports ${name}, which no stack exports.`);
      return value();
    },
    condition: (name) => resolveValue(home.conditions[name], scope) === true,
    mapping: (map, key, attribute) => home.mappings[map]?.[key]?.[attribute],
  };
  return scope;
};
