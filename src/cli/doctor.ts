import { type App, openApp } from '../composition/compose.ts';
import { type DoctorFinding, examineSurroundings } from '../county/examine.ts';
import { examineData } from '../county/examine-data.ts';
import { type Config, ConfigError, environmentVariables, readConfig } from '../setting/config.ts';
import { failureLine } from './failure.ts';
import type { Streams } from './streams.ts';

const signs = { fine: '✓', watch: '!', broken: '✗' } as const;

/** `ruhu doctor`: one line per thing looked at; exit code 1 when something must be mended. */
export async function runDoctor(streams: Streams): Promise<number> {
  const findings = await examineAll(streams);
  for (const { what, is, says } of findings) streams.output.write(`${signs[is]} ${what}：${says}\n`);
  const broken = findings.filter((f) => f.is === 'broken').length;
  streams.output.write(broken === 0 ? '可以用。\n' : `${broken} 处要修，修好再跑一次 ruhu doctor。\n`);
  return broken === 0 ? 0 : 1;
}

/** A wrong setting or a database that doesn't answer is a finding like any other. */
async function examineAll(streams: Streams): Promise<DoctorFinding[]> {
  const unknown = misspelt(streams.env);
  let config: Config;
  try {
    config = readConfig(streams.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const wrong = error.issues.map(({ name, says }): DoctorFinding => ({ what: name, is: 'broken', says }));
    return [...wrong, ...unknown];
  }
  return [...(await ofDatabase(streams)), ...(await examineSurroundings(config)), ...unknown];
}

async function ofDatabase(streams: Streams): Promise<DoctorFinding[]> {
  let app: App;
  try {
    app = await openApp({ env: streams.env, say: (line) => streams.errors.write(`${line}\n`) });
  } catch (error) {
    return [{ what: '数据库', is: 'broken', says: failureLine(error) }];
  }
  try {
    return await examineData(app);
  } finally {
    await app.close();
  }
}

/** Names that look like ours and aren't: a slip of the pen that would go unnoticed. */
function misspelt(env: Streams['env']): DoctorFinding[] {
  return Object.keys(env)
    .filter((name) => /^(?:RUHU|WECOM|REPORT_MAIL)_/u.test(name) && !environmentVariables.includes(name))
    .map((name) => {
      const near = environmentVariables.find(
        (known) => known.replaceAll('_', '') === name.replaceAll('_', ''),
      );
      const hint = near === undefined ? '名字写对了吗？见 .env.example' : `是不是 ${near}？`;
      return { what: name, is: 'watch', says: `不认识这一项，没有起作用。${hint}` };
    });
}
