import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settingsOfSessions } from '../../db/base/connect.ts';

it.each(['docs/operations.md', 'docs/operations.zh-CN.md'])(
  '%s names every setting that a pooler must let pass',
  (file) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    const named = /ignore_startup_parameters = ([\w,]+)/u.exec(text)?.[1]?.split(',');
    expect(named?.sort()).toEqual([...settingsOfSessions].sort());
  },
);
