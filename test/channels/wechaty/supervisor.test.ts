import { describe, expect, it } from 'vitest';
import { Supervisor, supervisorLimits } from '../../../src/channels/wechaty/supervisor.ts';

const SECOND = 1000;
const { quietMs, answerMs, loginMs, firstPauseMs, longestPauseMs } = supervisorLimits;

function online(): Supervisor {
  const supervisor = new Supervisor(supervisorLimits, () => 0.5);
  supervisor.note('started', 0);
  supervisor.note('login', SECOND);
  return supervisor;
}

describe('the watch over a puppet', () => {
  it('leaves one alone that gives signs of life', () => {
    const supervisor = online();
    for (let t = SECOND; t < 3_600 * SECOND; t += 30 * SECOND) {
      supervisor.note('alive', t);
      expect(supervisor.advise(t + SECOND)).toBe('wait');
    }
  });

  it('asks one that is quiet, once, and starts it anew if it does not answer', () => {
    const supervisor = online();
    const asked = SECOND + quietMs + 1;
    expect(supervisor.advise(asked)).toBe('ask');
    expect(supervisor.advise(asked + answerMs)).toBe('wait');
    expect(supervisor.advise(asked + answerMs + 1)).toBe('restart');
  });

  it('lets one go on that answers when asked', () => {
    const supervisor = online();
    const asked = SECOND + quietMs + 1;
    supervisor.advise(asked);
    supervisor.note('alive', asked + SECOND);
    expect(supervisor.advise(asked + answerMs + 1)).toBe('wait');
  });

  it('takes an error of one that is online for a question, not for its death', () => {
    const supervisor = online();
    supervisor.note('error', 10 * SECOND);
    expect(supervisor.advise(10 * SECOND + 1)).toBe('wait');
    expect(supervisor.advise(10 * SECOND + answerMs + 1)).toBe('restart');
  });

  it('does not wait for ever for a login', () => {
    const supervisor = new Supervisor(supervisorLimits, () => 0.5);
    supervisor.note('started', 0);
    expect(supervisor.advise(loginMs)).toBe('wait');
    expect(supervisor.advise(loginMs + 1)).toBe('restart');
  });

  it('waits longer while new codes to scan keep coming', () => {
    const supervisor = new Supervisor(supervisorLimits, () => 0.5);
    supervisor.note('started', 0);
    for (let t = 0; t < 10 * loginMs; t += loginMs / 2) supervisor.note('scan', t);
    expect(supervisor.state).toBe('scan');
    expect(supervisor.advise(9.6 * loginMs)).toBe('wait');
    expect(supervisor.advise(11 * loginMs)).toBe('restart');
  });

  it('makes ever longer pauses between starts that fail, up to a limit, and short ones again after a login', () => {
    const supervisor = new Supervisor(supervisorLimits, () => 0.5);
    supervisor.note('started', 0);
    const pauses: number[] = [];
    let now = 0;
    for (let n = 0; n < 10; n++) {
      const failedAt = now;
      supervisor.note('error', now);
      while (supervisor.advise(now) !== 'restart') now += 100;
      pauses.push(now - failedAt);
      supervisor.restarting(now);
      supervisor.note('started', now);
    }
    expect(pauses.slice(0, 4)).toEqual([1, 2, 4, 8].map((n) => n * firstPauseMs));
    expect(Math.max(...pauses)).toBe(longestPauseMs);
    supervisor.note('login', now);
    supervisor.note('logout', now);
    supervisor.note('error', now);
    expect(supervisor.advise(now + firstPauseMs)).toBe('restart');
  });

  it('keeps many clients apart by chance', () => {
    const pauseOf = (chance: number) => {
      const supervisor = new Supervisor(supervisorLimits, () => chance);
      supervisor.note('error', 0);
      let now = 0;
      while (supervisor.advise(now) !== 'restart') now += 10;
      return now;
    };
    expect(pauseOf(0)).toBeLessThan(pauseOf(1));
  });
});
