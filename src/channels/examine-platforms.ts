import type { Examine, PlatformExamination, PlatformFinding } from './platform.ts';
import { configurable, type PlatformConfigs } from './platforms.ts';

/** What `ruhu doctor` says of each platform that has variables. Never throws for what it finds. */
export async function examinePlatforms(
  configs: { readonly [Name in keyof PlatformConfigs]: PlatformConfigs[Name] },
  examination: PlatformExamination,
): Promise<PlatformFinding[]> {
  const findings: PlatformFinding[] = [];
  for (const { name, label, labelForOperator } of configurable) {
    const config = configs[name as keyof PlatformConfigs];
    if (config === null) {
      findings.push({ what: labelForOperator ?? label, is: 'fine', says: '没配置，不启用' });
      continue;
    }
    // The folder's examine.ts takes what the folder's variables were read as.
    const { examine } = (await import(`./${name}/examine.ts`)) as { examine: Examine<typeof config> };
    findings.push(...(await examine(config, examination)));
  }
  return findings;
}
