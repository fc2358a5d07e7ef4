/** Reads a CDK cloud assembly from disk: its stacks' templates, and where each asset lies. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** The assembly cannot be run; the sentence says why. */
export class TemplateError extends Error {}

export interface AssemblyStack {
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  readonly resources: Readonly<Record<string, Record<string, unknown>>>;
  readonly outputs: Readonly<Record<string, Record<string, unknown>>>;
  readonly parameters: Readonly<Record<string, Record<string, unknown>>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly mappings: Readonly<Record<string, Record<string, Record<string, unknown>>>>;
}

export interface Assembly {
  readonly stacks: readonly AssemblyStack[];
  /** Object key (as templates name it) → folder or file. */
  readonly assets: ReadonlyMap<string, string>;
}

const record = z.record(z.string(), z.record(z.string(), z.unknown()));

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z
        .object({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          file: z.string().optional(),
          directoryName: z.string().optional(),
        })
        .optional(),
    }),
  ),
});

const templateSchema = z.object({
  Resources: record.default({}),
  Outputs: record.default({}),
  Parameters: record.default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Mappings: z.record(z.string(), record).default({}),
});

const assetsSchema = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Reads the assembly and the assemblies nested in it (CDK stages). */
export const readAssembly = (dir: string): Assembly => {
  const manifestFile = join(dir, 'manifest.json');
  if (!existsSync(manifestFile)) {
    throw new TemplateError(`There is no synthesized stack in ${dir}. Run "npm run synth" first.`);
  }
  const manifest = manifestSchema.parse(readJson(manifestFile));
  const stacks: AssemblyStack[] = [];
  const assets = new Map<string, string>();
  for (const [id, artifact] of Object.entries(manifest.artifacts)) {
    const properties = artifact.properties ?? {};
    if (artifact.type === 'aws:cloudformation:stack' && properties.templateFile !== undefined) {
      const template = templateSchema.parse(readJson(join(dir, properties.templateFile)));
      const [account, region] = (artifact.environment ?? '').replace(/^aws:\/\//, '').split('/');
      stacks.push({
        stackName: properties.stackName ?? id,
        account: account === undefined || !/^\d{12}$/.test(account) ? '000000000000' : account,
        region: region === undefined || !/^[a-z]+-[a-z]+-\d$/.test(region) ? 'us-east-1' : region,
        resources: template.Resources,
        outputs: template.Outputs,
        parameters: template.Parameters,
        conditions: template.Conditions,
        mappings: template.Mappings,
      });
    } else if (artifact.type === 'cdk:asset-manifest' && properties.file !== undefined) {
      const { files } = assetsSchema.parse(readJson(join(dir, properties.file)));
      for (const file of Object.values(files)) {
        const { path } = file.source;
        if (path === undefined) continue;
        for (const { objectKey } of Object.values(file.destinations))
          assets.set(objectKey, resolve(dir, path));
      }
    } else if (artifact.type === 'cdk:cloud-assembly' && properties.directoryName !== undefined) {
      const nested = readAssembly(join(dir, properties.directoryName));
      stacks.push(...nested.stacks);
      for (const [key, path] of nested.assets) assets.set(key, path);
    }
  }
  return { stacks, assets };
};
